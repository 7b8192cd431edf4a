"""Papers about sentences: what one says, and what takes it back. Invented."""

from tests.imports.paper import Paper, agreed, told

PAPERS = [
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
]
