"""Moments: when something happened, as exactly as is known; and where elements stood then."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from django.db.models import F, Max, Q, QuerySet

from deliberations import permissions
from deliberations.models import (
    BEGINNING,
    Act,
    Decision,
    KnownTo,
    Meeting,
    Standing,
    Stay,
    WorkingGroup,
)

TICK = timedelta(microseconds=1)


def zone_of(act: Act, group: WorkingGroup) -> ZoneInfo:
    """The time zone of the act's meeting; outside meetings, that of the group."""
    return act.meeting.zone if act.meeting else ZoneInfo(group.time_zone)


def told(act: Act, group: WorkingGroup) -> datetime | date | None:
    """The moment as exactly as it is known: a time in its own zone, a day, or nothing."""
    if act.happened_at is None:
        return None
    at = act.happened_at.astimezone(zone_of(act, group))
    return at.date() if act.known_to == KnownTo.DAY else at


@dataclass(frozen=True)
class Moment:
    """A moment on the two clocks; None on a clock: the latest.

    at, known: inclusive, UTC. meeting: the one whose close `at` is. said_at, said_known: as the
    address gave them.
    """

    at: datetime | None = None
    known: datetime | None = None
    meeting: Meeting | None = None
    said_at: str = ""
    said_known: str = ""

    @property
    def is_past(self) -> bool:
        return bool(self.at or self.known)

    @property
    def said(self) -> str:
        """The moment as the query of an address, "" for now."""
        given = {"at": self.said_at, "known": self.said_known}
        return urlencode({name: value for name, value in given.items() if value}, safe=":+")

    @property
    def query(self) -> str:
        """To stand after an address without a query."""
        return f"?{self.said}" if self.said else ""

    @property
    def further(self) -> str:
        """To stand after a query."""
        return f"&{self.said}" if self.said else ""

    def holds(self, counts_from: datetime, recorded_at: datetime) -> bool:
        return (self.at is None or counts_from <= self.at) and (
            self.known is None or recorded_at <= self.known
        )


NOW = Moment()


def start_of(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time.min, tzinfo=zone)


def counts_from(act: Act) -> datetime | None:
    """From when on an act counts, None where nothing of it is known (see models/stays.py)."""
    if act.happened_at is not None:
        return act.happened_at
    if act.meeting is None:
        return None
    return min(last_day_of(act.meeting), act.recorded_at)


def last_day_of(meeting: Meeting) -> datetime:
    """When what is known only to the meeting counts from, as migration 0008 reckons it."""
    return start_of(meeting.ends_on, meeting.zone) + meeting.number * TICK


def closes(meetings: QuerySet[Meeting], reader: permissions.Person) -> dict[Meeting, datetime]:
    """The close of each meeting of a group: the end of its last day, but not into that of a later
    meeting; or, where the group decided longer, the moment of its last decision. One query.
    """
    seen = Q(decisions__in=Decision.objects.visible_to(reader))
    ordered = list(
        meetings.annotate(last=Max("decisions__happened_at", filter=seen)).order_by("number")
    )
    found: dict[Meeting, datetime] = {}
    latest = BEGINNING
    for meeting in ordered:
        latest = max(latest, vars(meeting)["last"] or BEGINNING, last_day_of(meeting))
        later = [last_day_of(m) for m in ordered if m.number > meeting.number]
        end = start_of(meeting.ends_on, meeting.zone) + timedelta(days=1)
        found[meeting] = max(latest, min([end, *later]) - TICK)
    return found


def standings_at(moment: Moment, reader: permissions.Person) -> "QuerySet[Standing]":
    """Where elements stood then, as the reader sees it: standings, or stays, which read alike."""
    if not moment.is_past:
        return Standing.objects.visible_to(reader)
    stays = Stay.objects.visible_to(reader).as_of(moment.at, moment.known)
    return stays.annotate(place=F("at_from"))  # type: ignore[return-value]  # read alike
