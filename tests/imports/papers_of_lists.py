"""Papers about lists: how they stand, and where they end. Invented."""

from tests.imports.paper import Paper, agreed, told

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
]
