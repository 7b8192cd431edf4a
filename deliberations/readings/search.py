"""What the record holds of what a reader looks for, with the words to mark, and how it divides."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from deliberations import permissions
from deliberations.models import Decision, Element, Issue, Wording, WorkingGroup
from deliberations.readings.candidates import Candidate, candidates, people_of
from deliberations.readings.marking import Pieces, marked, near
from deliberations.readings.moments import standings_at
from deliberations.readings.sought import KINDS, MOST, Kind, Sought


@dataclass
class Hit:
    """A thing that was found. text: where the words are; pieces: what is shown of it.

    status: of an element, where it stands or stood; current: the wording in which it does.
    """

    kind: str
    thing: Any
    text: str
    status: str | None = None
    pieces: Pieces = field(default_factory=list)

    @property
    def current(self) -> int:
        number: int = vars(self.thing)["current"]
        return number

    @property
    def is_current(self) -> bool:
        """Whether the wording found is the one in which the element stands."""
        return self.kind != "elements" or self.thing.number == self.current


@dataclass
class Found:
    """What was found of a kind: how many (MOST for so many or more), and some of them, sorted.

    before, after: the places to go on from, "" for no more.
    """

    kind: str = ""
    label: Any = ""
    total: int = 0
    is_cut: bool = False
    hits: list[Hit] = field(default_factory=list)
    before: str = ""
    after: str = ""


@dataclass
class Answer:
    """of_status, of_meeting, of_contributor (slug, name): how all that was found divides."""

    kinds: list[Found]
    of_status: Counter[str] = field(default_factory=Counter)
    of_meeting: Counter[int] = field(default_factory=Counter)
    of_contributor: Counter[tuple[str, str]] = field(default_factory=Counter)

    @property
    def total(self) -> int:
        return sum(found.total for found in self.kinds)

    @property
    def is_cut(self) -> bool:
        return any(found.is_cut for found in self.kinds)

    @property
    def hits(self) -> list[Hit]:
        return [hit for found in self.kinds for hit in found.hits]


def search(sought: Sought, *, some: int, before: str = "", after: str = "") -> Answer:
    """What was found, by kind. A constant number of queries.

    some: how many of each kind; of the kind that is chosen, so many before or after that place,
    and of the others their number alone.
    """
    rows = candidates(sought)
    answer = Answer([])
    for kind in KINDS:
        those = sorted(
            (row for row in rows if row.kind == kind.name), key=lambda row: (row.key, row.owner)
        )
        found = Found(kind.name, kind.label, min(len(those), MOST), len(those) > MOST)
        answer.kinds.append(found)
        if sought.kind in ("", kind.name) and those:
            first = first_shown(those, some, before, after) if sought.kind else 0
            shown = those[first : first + some]
            found.hits = hits_of(kind, shown, sought)
            found.before = place_of(those[first]) if 0 < first < len(those) else ""
            found.after = place_of(shown[-1]) if first + some < len(those) else ""
    hits = answer.hits
    texts = marked([hit.text for hit in hits], sought.words, sought.group, sought.reader)
    for hit, pieces in zip(hits, texts, strict=True):
        hit.pieces = pieces
    divided = [row for row in rows if sought.kind in ("", row.kind)]
    answer.of_status = Counter(row.status for row in divided if row.status)
    answer.of_meeting = Counter(row.meeting for row in divided if row.meeting)
    answer.of_contributor = people_of(divided, sought)
    return answer


def place_of(row: Candidate) -> str:
    """Where a row stands in its list, for the addresses of what comes before and after it."""
    return f"{row.key!r}_{row.owner}"


def first_shown(rows: list[Candidate], some: int, before: str, after: str) -> int:
    """Which row comes first on the page that the places give, whether they are still there."""
    place = after or before
    if not place:
        return 0
    key, _line, owner = place.partition("_")
    last = (float(key), int(owner))
    if after:
        return sum((row.key, row.owner) <= last for row in rows)
    return max(sum((row.key, row.owner) < last for row in rows) - some, 0)


def hits_of(kind: Kind, rows: list[Candidate], sought: Sought) -> list[Hit]:
    if not rows:
        return []
    manager: Any = kind.model._default_manager
    seen = manager.visible_to(sought.reader)
    if kind.model is Issue:
        seen = seen.among_others().defer("docx", "pdf", "parts")
    things: QuerySet[Any] = seen.filter(pk__in=[row.pk for row in rows]).select_related(
        *kind.beside
    )
    if kind.model is Wording:
        standing = standings_at(sought.moment, sought.reader).filter(element=OuterRef("element"))
        standing = standing.order_by()
        things = things.annotate(
            current=Subquery(standing.values("wording__number")[:1]),
            current_text=Subquery(standing.values("wording__text")[:1]),
        )
    by_pk = {thing.pk: thing for thing in things}
    return [
        Hit(kind.name, thing, near(kind.shown(thing), sought.words), row.status)
        for row in rows
        if (thing := by_pk.get(row.pk))
    ]


def element_numbered(
    number: int, group: WorkingGroup, *, reader: permissions.Person
) -> Element | None:
    return Element.objects.visible_to(reader).filter(group=group, number=number).first()


def decision_numbered(
    meeting: int, number: int, group: WorkingGroup, *, reader: permissions.Person
) -> Decision | None:
    return (
        Decision.objects.visible_to(reader)
        .select_related("meeting")
        .filter(meeting__group=group, meeting__number=meeting, number=number)
        .first()
    )
