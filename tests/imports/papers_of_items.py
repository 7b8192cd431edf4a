"""Papers about what a list is of: no element, or what an item says of itself. Invented."""

from tests.imports.paper import Paper, agreed, told

PAPERS = [
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
        "people, business and labels in a list",
        """\
Pond Group

5 May 2026

The Group agreed on the following:

- Mr. Silva (Brazil)
- Ms. Okoro (Nigeria)

The Group agreed on the following elements:

- Reeds
- Any other business

The Group agreed to the following:

1. To continue its work
2. To meet in Lille in May

The Group agreed on the following elements:

- Agreed: Newts
- Not agreed: Toads

The Group agreed on the following elements:

- Ana
- Ben

as members of the drafting group.
""",
        [
            agreed("Reeds"),
            agreed("Agreed: Newts", doubts=("item-speaks",)),
            agreed("Ana", "Ben", doubts=("taken-back",)),
        ],
        [
            *["no-element", "no-element", "no-element", "no-element", "no-element"],
            "item-denies",
        ],
    ),
    Paper(
        "elements that are open, and what is said of them",
        """\
Pond Group

5 May 2026

The Group agreed on the following open elements:

- Frogs

The Group adopted the following elements by a vote of 3 to 4:

- Newts

The Group agreed on the following elements by a vote of 4 to 3:

- Carp

The Group agreed the following elements are difficult:

- Toads
""",
        [
            agreed("Carp", basis="vote"),
            agreed("Toads", doubts=("further-words",)),
        ],
        ["conditional", "undone"],
    ),
]
