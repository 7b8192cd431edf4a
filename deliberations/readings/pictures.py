"""What the pictures of a record show: how elements went from proposed to where they stand, what
each meeting disposed of, what became of what each contributor proposed."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, F, Max, Q, QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from deliberations import permissions
from deliberations.models import Contributor, Meeting, Proposal, Status, Stay, WorkingGroup
from deliberations.models.stays import StayQuerySet
from deliberations.readings.drawing import Column, Node
from deliberations.readings.groups import ORDER, Share
from deliberations.readings.moments import Moment, closes, standings_at

MOST_COLUMNS = 6
"""Meetings in the flow; what moved at earlier ones is drawn as one step."""
MOST_ROWS = 50
"""Contributors in the picture, those with the most elements first."""
NEW = "new"
"""Where an element is that comes in before the next column."""


@dataclass
class Stage:
    """A column of the flow. numbers: {status: elements}; NEW: those that come in after it.

    query: what the list of elements asks to show all of the column.
    """

    title: str
    subtitle: str
    numbers: dict[str, int]
    query: dict[str, Any]

    @property
    def column(self) -> Column:
        return Column(
            self.title,
            self.subtitle,
            [Node(key, self.numbers[key], words_of(key)) for key in KEYS if key in self.numbers],
        )

    def query_of(self, key: str) -> str:
        """What the list asks to show those of a status; "" where no list shows them."""
        if key != NEW:
            return asked(status=key, **self.query)
        # All of the next column were put forward; of a later one the list does not part the new.
        return asked(**self.query) if set(self.numbers) == {NEW} else ""


KEYS = (*(str(status) for status in ORDER), NEW)


def words_of(key: str) -> str:
    return _("put forward") if key == NEW else str(Status(key).label)


@dataclass
class Flow:
    """links: between each two neighbouring stages {(from, to): elements}. unmoved: the meetings
    at which nothing moved. together: how many meetings that moved something are drawn as one."""

    stages: list[Stage]
    links: list[dict[tuple[str, str], int]]
    unmoved: list[Meeting]
    together: int

    @property
    def moves(self) -> Iterator["Move"]:
        """The flow as rows."""
        for at, between in enumerate(self.links):
            for source in KEYS:
                for target in KEYS:
                    if number := between.get((source, target)):
                        yield Move(self.stages[at], self.stages[at + 1], source, target, number)


@dataclass
class Move:
    """So many elements from one status at a stage to another at the next."""

    before: Stage
    after: Stage
    source: str
    target: str
    number: int

    @property
    def source_words(self) -> str:
        return words_of(self.source)

    @property
    def target_words(self) -> str:
        return words_of(self.target)

    @property
    def query(self) -> str:
        return self.after.query_of(self.target)


@dataclass
class Row:
    """So many of a thing by status. query: what the list of elements asks to show the row."""

    thing: Any
    query: dict[str, Any]
    numbers: dict[str, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        return sum(self.numbers.values())

    @property
    def shares(self) -> list[Share]:
        return [Share(str(s), self.numbers[s]) for s in ORDER if self.numbers.get(s)]

    @property
    def cells(self) -> list[tuple[str, int, str]]:
        """[(status, number, query)] of every status."""
        return [
            (str(s), self.numbers.get(s, 0), asked(status=str(s), **self.query)) for s in ORDER
        ]


@dataclass
class Pictures:
    """further: contributors beside those shown."""

    flow: Flow
    meetings: list[Row]
    contributors: list[Row]
    further: int

    @staticmethod
    def most(rows: list[Row]) -> int:
        return max((row.total for row in rows), default=0)

    @property
    def most_at_a_meeting(self) -> int:
        return self.most(self.meetings)

    @property
    def most_of_a_contributor(self) -> int:
        return self.most(self.contributors)


def asked(**query: Any) -> str:
    """The query of an address, without what is empty."""
    return urlencode({name: value for name, value in query.items() if value}, safe=":+")


def pictures_of(group: WorkingGroup, moment: Moment, *, reader: permissions.Person) -> Pictures:
    """The pictures as of a moment, as the reader sees them. Five queries."""
    meetings = Meeting.objects.visible_to(reader).filter(group=group)
    held = {
        meeting: close
        for meeting, close in closes(meetings, reader).items()
        if moment.at is None or close <= moment.at
    }
    stays = Stay.objects.visible_to(reader).filter(element__group=group).order_by()
    contributors = contributors_in(group, moment, reader)
    return Pictures(
        flow=flow_of(stays, held, moment),
        meetings=disposed_of(stays, held, moment),
        contributors=contributors[:MOST_ROWS],
        further=max(0, len(contributors) - MOST_ROWS),
    )


def flow_of(stays: QuerySet[Stay], held: dict[Meeting, datetime], moment: Moment) -> Flow:
    """The flow through the closes at which an element stands elsewhere than at the one before."""
    moments = [*held.values(), moment.at]
    stood = {
        f"at_{number}": Max("status", filter=StayQuerySet.held(at, moment.known))
        for number, at in enumerate(moments)
    }
    ways = Counter(stays.values("element").annotate(**stood).values_list(*stood))
    chosen, unmoved, together = chosen_of(list(held), ways)
    told: list[Stage] = []
    for meeting, _at in chosen:
        title, day, query = _("Today"), _("the latest record"), {"at": moment.said_at}
        if meeting:
            title, day = str(meeting), date_format(meeting.ends_on, "j M Y")
            query = {"at": str(meeting.number)}
        elif moment.is_past:
            title, day = _("Then"), date_format(moment.at, "j M Y") if moment.at else ""
        told.append(Stage(title, day, {}, {**query, "known": moment.said_known}))
    stages = [Stage(_("Proposed"), _("before the meetings"), {}, told[0].query), *told]
    links: list[Counter[tuple[str, str]]] = [Counter() for _stage in told]
    for way, number in ways.items():
        before = None
        for step, (_meeting, at) in enumerate(chosen):
            status = way[at]
            if status is None:
                continue
            if before is None:
                add(stages[step].numbers, NEW, number)
            add(stages[step + 1].numbers, status, number)
            links[step][before or NEW, status] += number
            before = status
    return Flow(stages, [dict(between) for between in links], unmoved, together)


def add(numbers: dict[str, int], key: str, number: int) -> None:
    numbers[key] = numbers.get(key, 0) + number


type Chosen = list[tuple[Meeting | None, int]]
"""(the meeting, None for the moment asked for; its place in the ways)"""


def chosen_of(
    meetings: list[Meeting], ways: Counter[tuple[str | None, ...]]
) -> tuple[Chosen, list[Meeting], int]:
    """The columns; the meetings at which nothing moved; how many are left out as too many."""

    def moved(at: int, before: int | None) -> bool:
        return any(
            way[at] != (way[before] if before is not None else Status.PROPOSED.value)
            for way in ways
            if way[at] is not None and (before is None or way[before] is not None)
        )

    def came(at: int, before: int) -> bool:
        return any(way[at] is not None and way[before] is None for way in ways)

    chosen: Chosen = []
    for at, meeting in enumerate(meetings):
        if moved(at, at - 1 if at else None) or (at and decided_on_new(at, ways)):
            chosen.append((meeting, at))
    unmoved = [meeting for meeting in meetings if meeting not in dict(chosen)]
    last = len(meetings)
    if not chosen or moved(last, chosen[-1][1]) or came(last, chosen[-1][1]):
        chosen.append((None, last))
    together = max(0, len(chosen) - MOST_COLUMNS)
    return chosen[together:], unmoved, together


def decided_on_new(at: int, ways: Counter[tuple[str | None, ...]]) -> bool:
    """Whether an element that was not there at the close before stands otherwise than proposed."""
    return any(
        way[at - 1] is None and way[at] not in (None, Status.PROPOSED.value) for way in ways
    )


def disposed_of(stays: QuerySet[Stay], held: dict[Meeting, datetime], moment: Moment) -> list[Row]:
    """Of each meeting, how many elements stood where at its close by its own decisions."""
    rows = {
        meeting.pk: Row(
            meeting, {"meeting": meeting.number, "at": meeting.number, "known": moment.said_known}
        )
        for meeting in held
    }
    at_closes = Q(pk__in=[])
    for meeting, close in held.items():
        at_closes |= StayQuerySet.held(close, moment.known) & Q(
            disposition__decision__meeting=meeting
        )
    counts = (
        stays.filter(at_closes)
        .values("disposition__decision__meeting", "status")
        .annotate(number=Count("pk"))
        .values_list("disposition__decision__meeting", "status", "number")
    )
    for pk, status, number in counts:
        rows[pk].numbers[status] = number
    return list(rows.values())


def contributors_in(group: WorkingGroup, moment: Moment, reader: permissions.Person) -> list[Row]:
    """Of each contributor named as a proposer, how many of its elements stand where."""
    proposals = Proposal.objects.visible_to(reader).filter(contributor__isnull=False)
    counts = (
        standings_at(moment, reader)
        .filter(element__group=group, element__proposals__in=proposals)
        .order_by()
        .annotate(by=F("element__proposals__contributor"))
        .values("by", "status")
        .annotate(number=Count("element", distinct=True))
        .values_list("by", "status", "number")
    )
    found: dict[int, dict[str, int]] = {}
    for by, status, number in counts:
        found.setdefault(by, {})[status] = number
    named = Contributor.objects.visible_to(reader).filter(group=group, pk__in=found)
    rows = [
        Row(
            contributor,
            {
                "contributor": contributor.slug,
                "at": moment.said_at,
                "known": moment.said_known,
            },
            found[contributor.pk],
        )
        for contributor in named
    ]
    return sorted(rows, key=lambda row: (-row.total, row.thing.name))
