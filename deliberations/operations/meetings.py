"""Acts on meetings: convene, open, close, publish."""

from datetime import date

from django.db.models.functions import Now
from django.utils.translation import gettext as _

from deliberations.models import Meeting, MeetingState, Source, User, WorkingGroup
from deliberations.operations.acts import act, held
from deliberations.operations.refusals import Refused


def convene_meeting(
    *,
    group: WorkingGroup,
    number: int,
    starts_on: date,
    ends_on: date,
    by: User,
    place_name: str = "",
    chair: str = "",
    time_zone: str = "",
    note: str = "",
    source: Source | None = None,
    reason: str = "",
) -> Meeting:
    """Call a meeting; it is planned until it is opened."""
    with act("convene_meeting", by=by, group=group, reason=reason):
        return Meeting.objects.create(
            group=group,
            number=number,
            starts_on=starts_on,
            ends_on=ends_on,
            place_name=place_name,
            chair=chair,
            time_zone=time_zone or group.time_zone,
            note=note,
            source=source,
        )


def open_meeting(*, meeting: Meeting, by: User) -> Meeting:
    """From now on the meeting decides."""
    with act("open_meeting", by=by, group=meeting.group):
        return moved(meeting, MeetingState.PLANNED, MeetingState.IN_SESSION)


def close_meeting(*, meeting: Meeting, by: User) -> Meeting:
    """From now on the meeting decides no more; what it recorded can still be corrected."""
    with act("close_meeting", by=by, group=meeting.group):
        return moved(meeting, MeetingState.IN_SESSION, MeetingState.CLOSED)


def publish_meeting(*, meeting: Meeting, by: User) -> Meeting:
    """Show what the meeting did, and will do, to everybody. It can't be taken back.

    Publishing what is published changes nothing.
    """
    with act("publish_meeting", by=by, group=meeting.group):
        meeting = held(meeting)
        if meeting.published_at is None:
            meeting.published_at = Now()
            meeting.save(update_fields=["published_at"])
            meeting.refresh_from_db(fields=["published_at"])
        return meeting


def moved(meeting: Meeting, before: MeetingState, after: MeetingState) -> Meeting:
    meeting = held(meeting)
    if meeting.state != before:
        raise Refused(
            _("Meeting %(number)d is %(state)s.")
            % {"number": meeting.number, "state": meeting.get_state_display()}
        )
    meeting.state = after
    meeting.save(update_fields=["state"])
    return meeting
