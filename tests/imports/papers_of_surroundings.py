"""Papers about what stands around a sentence: who speaks, of when, with what weight. Invented."""

from tests.imports.paper import Paper, agreed

PAPERS = [
    Paper(
        "a chapeau takes weight from all that follows",
        """\
Co-chairs' non-paper on wells

This paper has not been negotiated. Nothing is agreed until everything is agreed.

The Group agreed on the following elements:

- Ropes
- Buckets
""",
        [agreed("Ropes", "Buckets")],
        ["conditional"],
        disclaimed=True,
    ),
    Paper(
        "others who agreed",
        """\
The African Group agreed on the following elements:

- One

Some members of the Group agreed on the following elements:

- Two

India and Peru agreed on the following elements:

- Three

The Chair said that the Group agreed on the following elements:

- Four

The drafting group agreed on the following elements:

- Five

At its first meeting, the Group agreed on the following elements:

- Six

The Secretariat decided on the following elements:

- Seven

"The Group agreed on the following elements:

- Eight"

The Group generally agreed on the following elements:

- Nine

The following elements were agreed by the co-chairs:

- Ten
""",
        [agreed("Six")],  # nothing says that this is another meeting's paper
        [
            *["unknown", "partial", "unknown", "reported", "partial", "unknown", "reported"],
            *["partial", "unknown"],
        ],
    ),
    Paper(
        "another meeting than its own",
        """\
Working Group on Wind

Summary of the second meeting

At its first meeting, the Group agreed on the following elements:

- Sails

At its second meeting, on 4 May 2026, the Group agreed on the following elements:

- Kites

At its next meeting, the Group agreed on the following elements:

- Mills
""",
        [agreed("Kites")],
        ["another-meeting", "conditional"],
    ),
    Paper(
        "what is quoted or set in is told by somebody else",
        """\
Ana said:

> The Group agreed on the following elements:
>
> - One

Reservation by Ben: “No.

  The Group agreed on the following elements:

  - Two
""",
        [],
        ["aside", "aside"],
    ),
    Paper(
        "what is told of other times, or not yet so",
        """\
Background

The Group agreed on the following principles:

- One

Draft decision:

The Group agreed on the following elements:

- Two

Results

The Group agreed on the following elements in 2015:

- Three

The Group agreed on the following elements and rejected all others:

- Four

The Council approved the following at 7:30 pm:

- Five

The Chair wrote: “Dear all.

The Group agreed on the following elements:

- Six

Yours.”

Agreed: what nobody objects to.
Resolution: 600 by 400 points.
""",
        [agreed("Five")],
        [
            *["part", "conditional", "part", "reported", "two-outcomes", "aside"],
            *["unknown", "unknown"],
        ],
    ),
    Paper(
        "an agenda is no record, whatever it lists",
        """\
Agenda of the Village Council

7 May 2026

RESOLUTION: Buy a lamp

Motions approved

- Mend the roof
""",
        [],
        ["part", "part"],
    ),
    Paper(
        "what is taken back just below",
        """\
The Group agreed on the following elements:

- Red
- Blue

However, the delegation of Ruritania reserved its position.

The Group agreed on the following elements:

- Green, which the Group rejected at first
""",
        [
            agreed("Red", "Blue", doubts=("taken-back",)),
            agreed("Green, which the Group rejected at first", doubts=("item-speaks",)),
        ],
    ),
    Paper(
        "parts that are of others",
        """\
Council of Ponds

5 May 2026

Statement by the ferrymen

The Council agreed on the following elements:

- Carp

Report of the Bureau

The Council agreed on the following elements:

- Pike

Participants

- Ana – accepted
- Ben [withdrawn]

Decisions to be taken

The Council agreed on the following elements:

- Eels

Results

The Council agreed on the following elements:

- Newts
""",
        [agreed("Newts")],
        ["part", "part", "part", "part", "part"],
    ),
    Paper(
        "a statement by somebody about what the group did",
        """\
Statement by the delegation of the ferrymen

5 May 2026

The Council agreed on the following elements:

- Carp
""",
        [],
        ["part"],
    ),
    Paper(
        "another body than that of the paper",
        """\
Council of Ponds

5 May 2026

The steering committee approved the following elements:

- Carp

The Council approved the following elements:

- Pike
""",
        [agreed("Carp", doubts=("other-body",)), agreed("Pike")],
    ),
    Paper(
        "what is undone in what follows",
        """\
Pond Group

5 May 2026

1. The Group agreed on the following:

   (a) Frogs
   (b) Toads

2. At the request of one member, decision 1 was suspended.

The Group agreed on the following elements:

- Newts

The Chair ruled that, in view of the objections, none of the above was agreed.

The Group agreed on the following elements:

- Carp

Two members disassociated themselves from this.
""",
        [
            agreed("Frogs", "Toads", doubts=("taken-back",)),
            agreed("Newts", doubts=("taken-back",)),
            agreed("Carp", doubts=("taken-back",)),
        ],
        ["reported", "negated"],
    ),
    Paper(
        "what is only put forward",
        """\
Pond Group

5 May 2026

What follows is the secretariat's proposal for discussion.

The Group agreed on the following elements:

- Frogs
""",
        [agreed("Frogs")],
        disclaimed=True,
    ),
    Paper(
        "a paper of what was not agreed",
        """\
Annex: elements on which the Group did not reach consensus

The Group agreed on the following elements:

- Frogs
""",
        [],
        ["part"],
    ),
    Paper(
        "what is parked, read once, or changed later",
        """\
Pond Group

5 May 2026

The Group rejected the following elements:

- Frogs

However, the Group later accepted it.

The Group adopted the following decisions on second reading:

- Toads

The Group agreed on the following, some of it with conditions:

- Carp

The Group agreed on the following:

a) Newts, subject to the approval of the Board
b) Reeds, once there is money

For further study

The Group agreed on the following:

- Pike
""",
        [
            ("rejected", "", [], ["Frogs"], ["taken-back"]),
            agreed(
                "Newts, subject to the approval of the Board",
                "Reeds, once there is money",
                doubts=("item-speaks",),
            ),
        ],
        ["conditional", "conditional", "conditional", "part"],
    ),
]
