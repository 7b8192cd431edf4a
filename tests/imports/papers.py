"""Papers of many shapes, invented, each with exactly what is to be read from it.

expected: of each disposal (outcomes, basis, qualifiers, items, doubts). left: of each passage
that speaks of outcomes and becomes nothing, why.
"""

from dataclasses import dataclass, field

type Expected = tuple[str, str, list[str], list[str], list[str]]


@dataclass
class Paper:
    name: str
    text: str
    expected: list[Expected]
    left: list[str] = field(default_factory=list)
    disclaimed: bool = False


def agreed(*items: str, basis: str = "", doubts: tuple[str, ...] = (), q: tuple[str, ...] = ()):
    return "agreed", basis, list(q), list(items), list(doubts)


def told(outcome: str, *items: str, doubts: tuple[str, ...] = (), basis: str = "", q=()):
    return outcome, basis, list(q), list(items), list(doubts)


PAPERS = [
    Paper(
        "sentences and bullets, with a gap in a list",
        """\
Working Group on Quiet Gardens

Chair's summary of the second meeting

4 March 2026

The Group met in Lomé.

The Group agreed, ad referendum, on the following characteristics by consensus:

- Shade
- Still water

- Old trees

The group considered that the following elements should be incorporated in its report to the
Board, but not necessarily as characteristics:

* Benches/seats
* Walls (not fences)

In the interest of time, the Group agreed not to discuss the following elements, which were
proposed by single contributors, but did not get support in the room:

– Fountains

The Group finally agreed that the following elements, as currently formulated, should not be
considered as characteristics:

• Loud birds
""",
        [
            agreed("Shade", "Still water", "Old trees", basis="consensus", q=("ad referendum",)),
            told("deferred", "Benches/seats", "Walls (not fences)"),
            told("not-discussed", "Fountains", q=("in the interest of time",)),
            told("rejected", "Loud birds", q=("as currently formulated",)),
        ],
    ),
    Paper(
        "numbered paragraphs with lettered items",
        """\
REPORT OF THE COMMITTEE ON BRIDGES

12 June 2025

1.  The Committee held its third session in Graz from 10 to 12 June 2025.

2.  At its third session, the Committee adopted the following recommendations by a vote of 12 to 3,
    with 2 abstentions:

    (a) Every bridge is named;
    (b) Every name is painted on
        both of its sides; and
    (c) No bridge is sold.

3.  The Committee took note of the following statements:

    (a) That of the mayor;
    (b) That of the ferrymen.

4.  The Committee did not agree on the following proposals:

    (a) Tolls;
    (b) Gates.

5.  The Committee will consider the following at its fourth session:

    (a) Tunnels.
""",
        [
            agreed(
                "Every bridge is named",
                "Every name is painted on both of its sides",
                "No bridge is sold",
                basis="vote",
            )
        ],
        ["neutral", "negated"],
    ),
    Paper(
        "resolutions in a log",
        """\
Paint Working Group Teleconference

5 May 2026

<ana> scribe: Ben
<ben> Topic: names of colours
<ben> PROPOSED RESOLUTION: Colour names ignore case
<ana> +1
RESOLUTION: Colour names ignore case
<ben> cy: I could live with either
RESOLUTION: Reject issue 12, as out of scope
RESOLUTION: No consensus on gradients
RESOLUTION: Publish the primer

<ben> ... but Dee objected, so the resolution was withdrawn
ACTION: Ana to tell the list
""",
        [
            agreed("Colour names ignore case"),
            ("agreed or rejected", "", [], ["Reject issue 12, as out of scope"], ["about-a-text"]),
        ],
        ["unknown", "negated", "undone", "negated"],
    ),
    Paper(
        "inline after a colon",
        """\
Notes of the Panel on Soup

The Panel agreed on the following elements on a non-objection basis: (a) salt; (b) a lid; and
(c) patience.

The Panel also rejected the following proposals: cream, flour and sugar.

The Panel agreed on the following elements: bread.

The Panel agreed that soup is served warm.
""",
        [
            agreed("salt", "a lid", "patience", basis="non-objection"),
            told("rejected", "cream", "flour", "sugar", doubts=("split-at-commas",)),
            agreed("bread", doubts=("one-item",)),
        ],
        ["unknown"],
    ),
    Paper(
        "part headings carry the disposition",
        """\
# Outcome of the second reading

## Elements agreed in principle

1. Short
2. True

## Elements not discussed

1. Funny

## Proposals withdrawn

- Long

## Elements for further discussion

- Rhymed

## Agreed next steps

- Print it
""",
        [
            agreed("Short", "True", q=("in principle",)),
            told("not-discussed", "Funny", doubts=("perhaps-not-reached",)),
            told("withdrawn", "Long"),
        ],
        ["conditional"],
    ),
    Paper(
        "each item carries its own",
        """\
Status of proposals

1. Longer evenings [agreed]
2. Shorter nights [withdrawn]
3. A bell (agreed)
4. A drum [agreed ad referendum]
5. A horn [under discussion]
6. A flute (small)
""",
        [
            agreed("Longer evenings", "A bell", doubts=("suffix",)),
            told("withdrawn", "Shorter nights", doubts=("suffix",)),
            agreed("A drum", q=("ad referendum",), doubts=("suffix",)),
        ],
    ),
    Paper(
        "a list in which one item was withdrawn and others are in brackets",
        """\
The Group agreed on the following elements:

- Doors
- Windows [withdrawn]
- [Chimneys]
- Stairs (no consensus)
- Roofs (flat)
""",
        [
            agreed("Doors", "Roofs (flat)"),
            told("withdrawn", "Windows", doubts=("suffix",)),
        ],
        ["bracketed", "suffix"],
    ),
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
        "prose without lists",
        """\
Minutes of the Board, 3 April 2026

The Board discussed lamps at length. It was agreed that lamps matter. The Board approved the
budget and adopted the following. Mr. Ode asked whether the Group had agreed on the following
elements. The meeting closed at noon.
""",
        [],
        ["unknown", "unknown", "conditional"],
    ),
    Paper(
        "negations of every kind",
        """\
The Group did not agree on the following elements:

- One

The Group could not reach agreement on the following elements:

- Two

There was no consensus on the following elements:

- Three

The Group has not yet agreed on the following elements:

- Four

The Group was unable to agree on the following elements:

- Five

The Group agreed on none of the following elements:

- Six

The Group agreed that there was no agreement on the following elements:

- Seven

The Group failed to adopt the following elements by consensus:

- Eight

Not all members of the Group agreed on the following elements:

- Nine
""",
        [],
        ["negated"] * 9,
    ),
    Paper(
        "conditions, wishes and things to come",
        """\
Should the Group agree on the following elements, the Chair will write to the Board:

- One

If the Group agreed on the following elements, the work would end:

- Two

The Group would agree on the following elements:

- Three

The Chair hoped that the Group agreed on the following elements:

- Four

The Group agreed to consider the following elements:

- Five

The Group agreed to seek consensus on the following elements:

- Six

The Group agreed, subject to the approval of capitals, on the following elements:

- Seven

The Group agreed that the following elements could be included:

- Eight

The Group agreed that the following elements, if amended, should be included:

- Nine

The Group tentatively agreed on the following elements:

- Ten

Had the Group agreed on the following elements, it would have ended:

- Eleven

The Group nearly agreed on the following elements:

- Twelve
""",
        [],
        [
            *["conditional", "conditional", "conditional", "conditional", "unknown"],
            *["conditional", "conditional", "conditional", "conditional", "conditional"],
            *["conditional", "conditional"],
        ],
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
        "agendas, people, time tables and tasks are no elements",
        """\
Minutes of the Town Council of Nowhere

The Council adopted the following agenda:

1. Opening
2. Lamps

Participants:

- Ana
- Ben

The Council agreed on the following timeline:

- 15 October: drafts
- 31 October: comments

The Council approved the following minutes:

- Those of May

The Council agreed on the following next steps:

- Write to the mayor

The Council agreed on the following action items:

- Ben to write

The Council approved the following motions unanimously:

- Motion 4: Lamps in every street
""",
        [],
        ["no-element", "no-element", "no-element", "conditional", "no-element", "basis"],
    ),
    Paper(
        "two readings",
        """\
The Group agreed to reject or defer the following elements:

- Noise

The Group agreed that the following elements should be included in its report:

- Music

The Group rejected the following elements:

- Noise
""",
        [
            ("rejected or deferred", "", [], ["Noise"], []),
            ("deferred or agreed", "", [], ["Music"], []),
            told("rejected", "Noise", doubts=("twice",)),
        ],
    ),
    Paper(
        "put off to another meeting is not put into the report",
        """\
The Committee deferred the following items to its next meeting:

- Hats

The Committee agreed to postpone the following items:

- Coats

The following items were deferred:

- Gloves

The Committee deferred the following items to its report:

- Shoes
""",
        [told("deferred", "Shoes")],
        ["conditional", "carried", "carried"],
    ),
    Paper(
        "passive voice",
        """\
The following elements were agreed by consensus:

- Salt

The following proposals were withdrawn by their proponents:

- Sugar

The following elements were not agreed:

- Pepper

The following elements were rejected by the Group:

- Vinegar

It was agreed that the following elements should be included:

- Oil
""",
        [
            agreed("Salt", basis="consensus"),
            told("withdrawn", "Sugar"),
            told("rejected", "Vinegar"),
            agreed("Oil"),
        ],
        ["negated"],
    ),
    Paper(
        "lists in lists, and lists that begin later",
        """\
The Group agreed on the following elements:

1. Boats
   a. with sails
   b. with oars
2. Rafts

The Group agreed on the following elements:

4. Canoes
5. Kayaks

1. Ferries
""",
        [
            agreed("Boats\na. with sails\nb. with oars", "Rafts", doubts=("list-in-list",)),
            agreed("Canoes", "Kayaks", doubts=("begins-later",)),
        ],
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
        "hard-wrapped lines without gaps",
        """\
The Group agreed on the following characteristics of
good soup, in the interest of time, on a non-objection
basis:
- Warm, and served in bowls that keep it warm for long
  enough
- Thick
The Group rejected the following elements:
- Thin
""",
        [
            agreed(
                "Warm, and served in bowls that keep it warm for long enough",
                "Thick",
                basis="non-objection",
                q=("in the interest of time",),
            ),
            told("rejected", "Thin"),
        ],
    ),
    Paper(
        "a list of unmarked lines is none",
        """\
The Group agreed on the following elements:
Apples
Pears
""",
        [],
        ["no-list"],
    ),
    Paper(
        "sentences that speak of a list elsewhere",
        """\
The Group agreed on the characteristics. The secretariat had prepared these papers:

- Paper 1
- Paper 2

The Group approved its report. Present were:

- Ana

The Group agreed on the following elements, contained in annex II.

The weather was fine.

- Sun
""",
        [],
        ["unknown", "unknown", "conditional"],
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
        "what is said beside the known words counts",
        """\
Council of Ponds

The Council agreed on the following elements:

- Carp

The vote failed.

The Council approved the following elements, as amended:

- Pike

Approved:

- Ana Reed

The Council accepted these elements with reservations:

- Newts

The Council approved the following elements ad interim:

- Toads

It was agreed that the following members should be included:

- Ben

The Council approved the following elements by acclamation:

- Frogs

The Council agreed on the following elements, with the exception of the last:

- Eels

The Council agreed on the following elements as a basis for negotiations:

- Trout
""",
        [
            agreed("Pike", doubts=("as-amended",)),
            agreed("Ana Reed", doubts=("bare-heading",)),
        ],
        [
            *["undone"],
            *["negated", "conditional", "no-element", "basis", "negated", "conditional"],
        ],
    ),
    Paper(
        "resolutions that are none, or say more than themselves",
        """\
Kite Working Group

5 May 2026

RESOLUTION: None
RESOLVED: TBD
AGREED: to meet again in June
AGREED: Ticket 4 is rejected
RESOLUTION: Motion 3 carried
RESOLUTION: Proposal to reject string 4 carried
RESOLUTION: We do not accept tail 4
RESOLUTION: Let's not lengthen the string
RESOLUTION: Longer tails, subject to a test flight
RESOLUTION: Longer tails if Ana agrees
RESOLUTION: Longer tails (2 for, 5 against)
RESOLUTION: Ana to draw a longer tail
RESOLUTION: Reject red, accept blue
RESOLUTION: Reopen issue 4
RESOLUTION: Ask the members about tails
AGREED - Ana said that tails matter
AGREED: Tails are measured in feet (@ana:kites.example, 14:20:00)
RESOLUTION: Strings must not cross
RESOLUTION: Silk is allowed, with minor changes
""",
        [
            agreed("Tails are measured in feet"),
            agreed("Strings must not cross"),
            agreed("Silk is allowed, with minor changes", doubts=("as-amended",)),
        ],
        [
            *["unknown", "unknown", "unknown", "two-outcomes", "unknown", "unknown", "negated"],
            *["negated", "conditional", "conditional", "basis", "no-element", "about-a-text"],
            *["about-a-text", "no-element", "reported"],
        ],
    ),
    Paper(
        "resolutions that did not stand",
        """\
Kite Working Group

5 May 2026

RESOLUTION: Red tails

Vote: 3 for, 7 against

RESOLUTION: Blue tails

<ana> -1

RESOLUTION: Green tails

ana: I don't think we agreed that

RESOLUTION: Black tails

Deferred to June.

RESOLUTION: White tails

Vote: 7 for, 3 against
""",
        [agreed("White tails")],
        ["undone", "undone", "undone", "unknown", "undone", "carried"],
    ),
    Paper(
        "numbered resolutions of a board, and one that was only moved",
        """\
Board of the Tide Mills

5 May 2026

Whereas, the mill is old.

Resolved (2026.05.05.01), the Board hereby approves the Charter of the Mill.

Resolved (2026.05.05.02), the minutes of the meeting of 3 May are approved.

# Wheels

Ms Reed moved, seconded by Mr Holt, that the Board adopt the following resolution:

Resolved (2026.05.05.03), every wheel is painted.
""",
        [agreed("the Board hereby approves the Charter of the Mill.")],
        ["no-element", "unknown", "undone"],
    ),
    Paper(
        "lists that were lost, or of which only one stands",
        """\
Council of Ponds

5 May 2026

The Council approved the following elements:

- Carp

The motion failed by 3 votes to 7.

The Council agreed on the following elements:

- Pike

Vote: 3-7

The Council agreed on the following elements:

- Eels

The Chair ruled that this was out of order.

The Council agreed on the following elements:

- Newts

or

- Toads

The Council agreed on the following elements:

- Frogs; or
- Swans

The Council agreed on the following elements:

- Reeds

The delegation of Ana could not join the consensus.
""",
        [
            agreed("Newts", doubts=("taken-back",)),
            agreed("Frogs", "Swans", doubts=("one-of",)),
            agreed("Reeds", doubts=("taken-back",)),
        ],
        ["undone", "undone", "undone", "negated"],
    ),
    Paper(
        "items that speak for themselves",
        """\
Council of Ponds

5 May 2026

The Council agreed on the following elements:

- that there was no agreement on carp
- Pike – not agreed
- Eels: withdrawn
- {Newts}
- ~~Toads~~
- ACTION: Ana to count the frogs
- Next meeting: 7 May
- http://ponds.example/list
- Frogs

Discussion

- Ana: agreed
- Ben: withdrawn
""",
        [agreed("Frogs")],
        [
            *["item-denies", "suffix", "suffix", "bracketed", "bracketed"],
            *["no-element", "no-element", "no-element", "unknown", "unknown"],
        ],
    ),
    Paper(
        "what a list is of",
        """\
Council of Ponds

5 May 2026

The Council approved the following four draft recommendations:

- Carp

The Council discussed and approved the following draft:

- Pike

The Council agreed on the following priorities:

- Eels

The Council approved the following grants:

- To Ana

The Council agreed on the following challenges:

- Algae

The Council agreed on the following elements, Ben abstaining:

- Newts

The Council agreed that the following should be considered as out of scope:

- Toads

The Council agreed that its report should include:

- Frogs

The following elements were withdrawn from the market:

- Swans

The following elements were adopted and then rescinded:

- Reeds

The following elements were agreed between Ana and Ben:

- Lilies

On 3 May 1999, the Council agreed on the following elements:

- Perch

The Council agreed on the following elements, as they stand on the wall:

- Roach
""",
        [
            agreed("Carp"),
            agreed("Eels", doubts=("other-things",)),
            agreed("Roach", doubts=("further-words",)),
        ],
        [
            *[
                "conditional",
                "no-element",
                "negated",
                "negated",
                "unknown",
                "conditional",
                "unknown",
            ],
            *["negated", "unknown", "another-meeting"],
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
        "a log that says that it is a draft",
        """\
Kite Working Group

- DRAFT -

5 May 2026

RESOLUTION: Tails are measured in feet
""",
        [agreed("Tails are measured in feet")],
        disclaimed=True,
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
]
