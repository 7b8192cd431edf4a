"""Moments: when something happened, as exactly as is known; and where elements stood then."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from django.db.models import DateTimeField, Exists, F, Func, Model, OuterRef, Q, QuerySet, Subquery
from django.db.models.lookups import IsNull, LessThanOrEqual
from django.utils.translation import gettext as _

from deliberations import permissions
from deliberations.models import (
    BEGINNING,
    Act,
    Decision,
    Entry,
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
    def day(self) -> date | None:
        """The day whose end `at` is, where a day was said."""
        return day_said(self.said_at)

    @property
    def known_day(self) -> date | None:
        return day_said(self.said_known)

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

    @property
    def suffix(self) -> str:
        """To stand in the name of a file: -at-2-known-2017-05-02."""
        said = {"at": self.said_at, "known": self.said_known}
        parts = [f"-{name}-{value}" for name, value in said.items() if value]
        return re.sub(r"[^A-Za-z0-9-]", "-", "".join(parts))

    def holds(self, counts_from: datetime, recorded_at: datetime) -> bool:
        return (self.at is None or counts_from <= self.at) and (
            self.known is None or recorded_at <= self.known
        )


NOW = Moment()


def known_by[Rows: QuerySet[Any]](rows: Rows, known: datetime | None) -> Rows:
    """Those of the acts that were recorded by then; None: all."""
    return rows.filter(recorded_at__lte=known) if known else rows


class NotAMoment(ValueError):
    """What was said is no moment of the record; `str()` is a sentence that says why."""


DAY = r"(?:19|20|21)\d\d-\d\d-\d\d"
INSTANT = rf"{DAY}T\d\d:\d\d(?::\d\d(?:\.\d{{1,6}})?)?(?:Z|[+-]\d\d:\d\d)"


def moment_said(
    said_at: str,
    said_known: str,
    meetings: QuerySet[Meeting],
    reader: permissions.Person,
    zone: Callable[[], str],
    *,
    at: str = "at",
    known: str = "known",
) -> Moment:
    """The moment that was said, "" for the latest on that clock; NotAMoment for anything else.

    said_at: a meeting's number, a day or an instant. said_known: a day or an instant. A day is
    meant to its end, said_at in the time zone (asked for only if need be), said_known in UTC.
    meetings: those of the group. at, known: as what was said is called.
    """
    meeting = decided = recorded = None
    if re.fullmatch(r"[1-9][0-9]{0,8}", said_at, re.ASCII):
        meeting, decided = closing_of(int(said_at), meetings, reader, at)
    elif said_at:
        decided = instant_of(said_at, ZoneInfo(zone()))
        if decided is None:
            raise NotAMoment(
                _(
                    "%(name)s: a meeting’s number, a day (2017-03-01) or an instant with its "
                    "time zone (2017-03-01T12:00Z), please."
                )
                % {"name": at}
            )
    if said_known:
        recorded = instant_of(said_known, ZoneInfo("UTC"))
        if recorded is None:
            raise NotAMoment(
                _(
                    "%(name)s: a day (2017-03-01) or an instant with its time zone "
                    "(2017-03-01T12:00Z), please."
                )
                % {"name": known}
            )
    said = [what.replace(" ", "+") for what in (said_at, said_known)]
    return Moment(decided, recorded, meeting, *said)


def closing_of(
    number: int, meetings: QuerySet[Meeting], reader: permissions.Person, name: str
) -> tuple[Meeting, datetime]:
    """The meeting of that number, and its close."""
    for meeting, close in closes(meetings, reader).items():
        if meeting.number == number:
            return meeting, close
    raise NotAMoment(
        _("%(name)s: The group has no meeting %(number)s.") % {"name": name, "number": number}
    )


def instant_of(said: str, zone: ZoneInfo) -> datetime | None:
    """A day (its last instant in that zone) or an instant, in UTC; None for anything else."""
    said = said.replace(" ", "+")  # a plus that was not encoded
    try:
        if re.fullmatch(DAY, said, re.ASCII):
            end = start_of(date.fromisoformat(said) + timedelta(days=1), zone)
            return end.astimezone(UTC) - TICK
        if re.fullmatch(INSTANT, said, re.ASCII):
            return datetime.fromisoformat(said).astimezone(UTC)
    except ValueError:
        return None
    return None


def day_said(said: str) -> date | None:
    return date.fromisoformat(said) if re.fullmatch(DAY, said, re.ASCII) else None


def start_of(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time.min, tzinfo=zone)


def counts_from(act: Act) -> datetime | None:
    """From when on an act counts, None where nothing of it is known (see models/stays.py)."""
    if act.happened_at is not None:
        return act.happened_at
    if act.meeting is None:
        return None
    return min(last_day_of(act.meeting), act.recorded_at)


def taken_by(moment: Moment, decisions: Iterable[Decision]) -> list[Decision]:
    """Those of the decisions that count by the moment at which the group took them."""
    return [d for d in decisions if moment.at is None or moment_of(d) <= moment.at]


def moment_of(decision: Decision) -> datetime:
    """From when on it counts; it has a meeting, so that something of it is known."""
    return counts_from(decision) or BEGINNING


class CountsFrom(Func):
    """The same of each row of acts: `CountsFrom("happened_at", "meeting", "recorded_at")`."""

    function = "deliberations_moment"
    output_field = DateTimeField()


def known_at(moment: Moment) -> Q:
    """That an act, or what else has a clock, was recorded by then, whenever it counts from."""
    return Q(recorded_at__lte=moment.known) if moment.known else Q()


def acts_at(moment: Moment, *, unknown: Q | None = None) -> Q:
    """That an act counted at the moment, as far as the record knew it then.

    unknown: of acts of which no moment is known, those that did; None: all.
    """
    held = known_at(moment)
    if moment.at:
        counts = CountsFrom("happened_at", "meeting", "recorded_at")
        undated = Q(IsNull(counts, True)) & (Q() if unknown is None else unknown)
        held &= Q(LessThanOrEqual(counts, moment.at)) | undated
    return held


def entered_by(moment: Moment, things: type[Model], reader: permissions.Person) -> Q:
    """That a thing that has no clocks of its own was in the record then, as its history tells."""
    if not moment.known:
        return Q()
    entered = Entry.objects.visible_to(reader).filter(
        noun=things._meta.model_name,
        object_id=OuterRef("pk"),
        label="insert",
        recorded_at__lte=moment.known,
    )
    return Q(Exists(entered))


def dated_by(moment: Moment, zone: str) -> Q:
    """That a paper is not of a later day, in a time zone, than the moment."""
    if not moment.at:
        return Q()
    day = moment.at.astimezone(ZoneInfo(zone)).date()
    return Q(dated__lte=day) | Q(dated__isnull=True)


def last_day_of(meeting: Meeting) -> datetime:
    """When what is known only to the meeting counts from, as migrations/_stays.py reckons it."""
    return start_of(meeting.ends_on, meeting.zone) + meeting.number * TICK


def closes(meetings: QuerySet[Meeting], reader: permissions.Person) -> dict[Meeting, datetime]:
    """The close of each meeting of a group: the end of its last day, but not into that of a later
    meeting; or, where the group decided longer, the moment of its last decision. One query.
    """
    timed = Decision.objects.visible_to(reader).filter(
        meeting=OuterRef("pk"), happened_at__isnull=False
    )
    # By an index, and not by all its decisions.
    last = timed.order_by("-happened_at").values("happened_at")[:1]
    ordered = list(meetings.annotate(last=Subquery(last)).order_by("number"))
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
