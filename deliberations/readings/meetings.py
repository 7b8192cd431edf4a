"""What a meeting decided, as the record has it at a moment."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Prefetch
from django.utils.formats import date_format

from deliberations import permissions
from deliberations.models import (
    Correction,
    Decision,
    DecisionQualifier,
    Disposition,
    Meeting,
    MeetingState,
)
from deliberations.readings.moments import NOW, Moment, acts_at, known_at


def days_of(meeting: Meeting, month: str = "F") -> str:
    """The days of a meeting, as shortly as they can be told: 26–27 January 2017.

    month: "M" for one that is shortened, 26–27 Jan 2017.
    """
    first, last = meeting.starts_on, meeting.ends_on
    end = date_format(last, f"j {month} Y")
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{end}"
    if first.year == last.year:
        return f"{date_format(first, f'j {month}')} – {end}"
    return f"{date_format(first, f'j {month} Y')} – {end}"


def likely_told_of(meetings: Iterable[Meeting]) -> Meeting | None:
    """The meeting that a paper is most likely about: the one in session, else the last that began,
    also where the record still has it planned; else the next. None of none.
    """

    def likelihood(meeting: Meeting) -> tuple[bool, bool, int, int]:
        began = meeting.starts_on <= datetime.now(tz=meeting.zone).date()
        met = began or meeting.state != MeetingState.PLANNED
        day = meeting.starts_on.toordinal()
        return meeting.is_in_session, met, day if met else -day, meeting.number

    return max(meetings, key=likelihood, default=None)


def decisions_of(
    meeting: Meeting, reader: permissions.Person, moment: Moment = NOW
) -> list[Decision]:
    """The decisions of a meeting in their order, with elements, qualifiers and corrections.

    At a past moment, those of then with what was known of them.
    """
    corrections = (
        Correction.objects.visible_to(reader)
        .filter(known_at(moment))
        .select_related("by_decision__meeting")
    )
    dispositions = (
        Disposition.objects.visible_to(reader)
        .select_related("element", "wording")
        .order_by("position")
    )
    return list(
        Decision.objects.visible_to(reader)
        .filter(acts_at(moment), meeting=meeting)
        .select_related("meeting", "heading", "source", "replaces__meeting")
        .prefetch_related(
            DecisionQualifier.with_phrases(),
            Prefetch("dispositions", dispositions),
        )
        .prefetch_related(Prefetch("corrections", corrections))
        .order_by("number")
    )
