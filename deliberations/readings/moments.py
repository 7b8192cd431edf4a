"""The moment of an act, in the time zone in which it was told."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from deliberations.models import Act, KnownTo, WorkingGroup


def zone_of(act: Act, group: WorkingGroup) -> ZoneInfo:
    """The time zone of the act's meeting; outside meetings, that of the group."""
    return act.meeting.zone if act.meeting else ZoneInfo(group.time_zone)


def told(act: Act, group: WorkingGroup) -> datetime | date | None:
    """The moment as exactly as it is known: a time in its own zone, a day, or nothing."""
    if act.happened_at is None:
        return None
    at = act.happened_at.astimezone(zone_of(act, group))
    return at.date() if act.known_to == KnownTo.DAY else at
