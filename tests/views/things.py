"""One thing of each kind for the addresses to be of: there, not public, another group's, none."""

from typing import Any

from deliberations.models import Decision, Element, Entry, Meeting, MeetingState, WorkingGroup
from deliberations.operations import adopt_style, mark_looked_at, propose_element
from tests.acts import bring_in, decide, issue, secretary_of, state
from tests.factories import ContributorFactory, ElementFactory, GroupFactory, MeetingFactory

# Which thing an address is of. A meeting is seen by everybody; what it does, once it is published.
THERE, HIDDEN = "there", "hidden"
FOREIGN, OTHER_PARENT, UNKNOWN, NO_GROUP = "foreign", "other parent", "unknown", "no group"

type Addresses = dict[str, str]
"""{which thing: its address}"""


def things_of(group: WorkingGroup, *, public: Meeting, hidden: Meeting) -> dict[str, Addresses]:
    """{noun: {which thing: its address}}, of the small group with its meetings 1 and 2.

    Made for it: meeting 3 (planned), E6 from the floor of meeting 2, and another group with
    meeting 4, E9, a contributor, all public.
    """
    element = group.elements.get(number=1)
    MeetingFactory(group=group, number=3, state=MeetingState.PLANNED)
    decision = decide(public, element)
    statement = state(element=element, contributor=group.contributors.get())
    unseen = propose_element(
        group=group,
        question=group.questions.get(),
        text="From the floor",
        meeting=hidden,
        by=secretary_of(group),
    )
    decisions = [decide(hidden, unseen), decide(hidden, group.elements.get(number=2))]
    unseen_statement = state(element=unseen, contributor=group.contributors.get())
    foreign = foreign_decision()
    statements = {
        THERE: statement.pk,
        HIDDEN: unseen_statement.pk,
        FOREIGN: state(element=foreign.dispositions.get().element).pk,
        UNKNOWN: 999999999,
    }
    made = {THERE: decision, HIDDEN: decisions[0], FOREIGN: foreign}
    return {
        **numbered_by_the_group(),
        "decision": {
            THERE: f"/small/meetings/1/decisions/{decision.number}/",
            HIDDEN: f"/small/meetings/2/decisions/{decisions[0].number}/",
            OTHER_PARENT: f"/small/meetings/1/decisions/{decisions[1].number}/",
            FOREIGN: f"/small/meetings/4/decisions/{foreign.number}/",
            UNKNOWN: "/small/meetings/1/decisions/99/",
            NO_GROUP: "/nope/meetings/1/decisions/1/",
        },
        "statement": {which: f"/small/statements/{pk}/lift/" for which, pk in statements.items()},
        **findings(group, statements),
        "entry": numbered("history", {which: entry_of(made[which]) for which in made}),
        "import": numbered("import", {which: bring_in(made[which].meeting).pk for which in made}),
        "document": documents(public, hidden, foreign),
        "style": styles(group, foreign.meeting.group),
    }


def foreign_decision() -> Decision:
    """Of another group, at its meeting 4, on its E9."""
    other = GroupFactory(slug="other")
    ContributorFactory(group=other, slug="bee")
    element: Element = ElementFactory.create_batch(9, group=other)[-1]
    return decide(MeetingFactory(group=other, number=4), element)


def numbered_by_the_group() -> dict[str, Addresses]:
    """What has a number or a name of its group's own giving, known beforehand."""
    meetings = {
        THERE: "/small/meetings/1/",
        FOREIGN: "/small/meetings/4/",
        UNKNOWN: "/small/meetings/99/",
        NO_GROUP: "/nope/meetings/1/",
    }
    return {
        "installation": {THERE: "/"},
        "group": {THERE: "/small/", NO_GROUP: "/nope/"},
        "element": {
            THERE: "/small/elements/1/",
            HIDDEN: "/small/elements/6/",
            FOREIGN: "/small/elements/9/",
            UNKNOWN: "/small/elements/99/",
            NO_GROUP: "/nope/elements/1/",
        },
        "meeting": meetings,
        # That what is done to it changes nothing for the other lines.
        "planned meeting": {**meetings, THERE: "/small/meetings/3/"},
        # Of a meeting that decided nothing the reader sees, there is none.
        "synthesis": {
            THERE: "/small/meetings/1/synthesis/",
            HIDDEN: "/small/meetings/2/synthesis/",
            UNKNOWN: "/small/meetings/3/synthesis/",
            NO_GROUP: "/nope/meetings/1/synthesis/",
        },
        "contributor": {
            THERE: "/small/contributors/ant/",
            FOREIGN: "/small/contributors/bee/",
            UNKNOWN: "/small/contributors/nobody/",
            NO_GROUP: "/nope/contributors/ant/",
        },
    }


def numbered(path: str, numbers: dict[str, int]) -> Addresses:
    return {
        **{which: f"/small/{path}/{number}/" for which, number in numbers.items()},
        UNKNOWN: f"/small/{path}/999999999/",
        NO_GROUP: f"/nope/{path}/1/",
    }


def findings(group: WorkingGroup, statements: dict[str, int]) -> dict[str, Addresses]:
    """That a reservation was never lifted; the one that is there was looked at, and only that."""
    finding = f"unlifted-{statements[THERE]}"
    mark_looked_at(group=group, finding=finding, reason="It was said.", by=secretary_of(group))
    found = {which: f"/small/checks/unlifted-{pk}/" for which, pk in statements.items()}
    looked_at = {which: found[which] for which in (THERE, UNKNOWN)}
    return {"finding": found, "looked-at finding": looked_at}


def entry_of(thing: Any) -> int:
    """The number of the entry in the history by which it was made."""
    noun = thing._meta.model_name
    return Entry.objects.get(noun=noun, object_id=thing.pk, label="insert").pk


def documents(public: Meeting, hidden: Meeting, foreign: Decision) -> Addresses:
    """Only the other group has a third."""
    for _ in range(3):
        issue(foreign.meeting)
        state(decision=foreign)
    return numbered(
        "documents", {THERE: issue(public).number, HIDDEN: issue(hidden).number, FOREIGN: 3}
    )


def styles(group: WorkingGroup, other: WorkingGroup) -> Addresses:
    """Only the other group has a second."""
    adopt_style(group=group, name="house.docx", content=b"1", by=secretary_of(group))
    for content in (b"1", b"2"):
        adopt_style(group=other, name="other.docx", content=content, by=secretary_of(other))
    return {
        THERE: "/small/style/1.docx",
        FOREIGN: "/small/style/2.docx",
        UNKNOWN: "/small/style/999999999.docx",
        NO_GROUP: "/nope/style/1.docx",
    }
