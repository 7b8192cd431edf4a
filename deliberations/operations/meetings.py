"""Acts on meetings: convene, arrange the agenda, open, take up, adjourn, close, publish."""

from collections.abc import Collection, Mapping, Sequence, Set
from datetime import date

from django.db.models import Max, QuerySet
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from deliberations.models import (
    AgendaItem,
    Attendance,
    Contributor,
    CorrectionKind,
    Disposition,
    Ending,
    Meeting,
    MeetingState,
    Source,
    User,
    WorkingGroup,
)
from deliberations.operations.acts import act, held, refuse_unless_in_session
from deliberations.operations.refusals import AgendaChanged, Refused


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
    """From now on the meeting decides: for the first time, or again after it was adjourned."""
    with act("open_meeting", by=by, group=meeting.group):
        return moved(meeting, {MeetingState.PLANNED, MeetingState.ADJOURNED}, "in-session")


def adjourn_meeting(*, meeting: Meeting, by: User) -> Meeting:
    """The meeting decides nothing until it is opened again."""
    with act("adjourn_meeting", by=by, group=meeting.group):
        return moved(meeting, {MeetingState.IN_SESSION}, "adjourned")


def close_meeting(
    *, meeting: Meeting, by: User, endings: Mapping[AgendaItem, Ending | Meeting] | None = None
) -> Meeting:
    """From now on the meeting decides no more; what it recorded can still be corrected.

    endings: how each item of the agenda without an outcome ended; a meeting where it was carried
    over to that one, whose agenda it then ends. None where that is not known (a late entry).
    """
    with act("close_meeting", by=by, group=meeting.group):
        meeting = moved(meeting, {MeetingState.IN_SESSION, MeetingState.ADJOURNED}, "closed")
        if endings is None:
            return meeting
        if {item.pk for item in without_outcome(meeting)} != {item.pk for item in endings}:
            raise Refused(
                _("The agenda or its outcomes changed meanwhile. Say of each item how it ended.")
            )
        for item, ending in endings.items():
            end(item, ending)
        return meeting


def without_outcome(meeting: Meeting) -> QuerySet[AgendaItem]:
    """What of the agenda has no outcome: no decision in force of the meeting, no other ending.

    The outcome of a question is any decision on an element that answers it.
    """
    decided = Disposition.objects.filter(decision__meeting=meeting).exclude(
        decision__corrections__kind__in=[CorrectionKind.CLERICAL, CorrectionKind.ANNULMENT]
    )
    return (
        AgendaItem.objects.filter(meeting=meeting, ending="")
        .exclude(element__isnull=False, element__in=decided.values("element"))
        .exclude(
            element__isnull=True,
            question__isnull=False,
            question__in=decided.values("element__question"),
        )
        .order_by("position")
    )


def end(item: AgendaItem, ending: Ending | Meeting) -> None:
    if isinstance(ending, Meeting):
        item.ending, item.carried_to = Ending.CARRIED_OVER, held(ending)
        if item.carried_to.state == MeetingState.CLOSED:
            raise Refused(
                _("Meeting %(number)d is closed; it takes up nothing more.")
                % {"number": ending.number}
            )
        last = ending.agenda.aggregate(last=Max("position"))["last"] or 0
        AgendaItem.objects.create(
            meeting=ending,
            position=last + 1,
            title=item.title,
            question=item.question,
            element=item.element,
            note=item.note,
            source=item.source,
        )
    else:
        item.ending = ending
    item.save(update_fields=["ending", "carried_to"])


def arrange_agenda(
    *, meeting: Meeting, items: Sequence[AgendaItem], seen: Collection[int], by: User
) -> None:
    """Make these items, in this order, the agenda: new ones are added, those not named go.

    seen: the ids of the items that the person had before them; AgendaChanged when others are
    there.
    """
    with act("arrange_agenda", by=by, group=meeting.group):
        meeting = held(meeting)
        if meeting.state == MeetingState.CLOSED:
            raise Refused(
                _("Meeting %(number)d is closed; its agenda stays as it was.")
                % {"number": meeting.number}
            )
        there = meeting.agenda.in_bulk()
        if there.keys() != set(seen):
            raise AgendaChanged(_("Somebody else changed the agenda meanwhile. Look again."))
        kept = {item.pk for item in items if item.pk}
        if meeting.takes_up_id in there.keys() - kept:
            leave(meeting, there[meeting.takes_up_id])
        for pk in sorted(there.keys() - kept):
            there[pk].delete()
        moved_items = []
        for position, item in enumerate(items, start=1):
            if item.pk is None:
                continue
            if there[item.pk].position != position:
                there[item.pk].position = position
                moved_items.append(there[item.pk])
        if moved_items:
            AgendaItem.objects.bulk_update(moved_items, ["position"])
        for position, item in enumerate(items, start=1):
            if item.pk is None:
                item.meeting, item.position = meeting, position
                item.save(force_insert=True)


def leave(meeting: Meeting, item: AgendaItem) -> None:
    """Let go of an item that is about to be removed, unless it is being discussed."""
    if meeting.is_in_session:
        raise Refused(
            _("“%(item)s” is taken up. Leave it, or take up another, before you remove it.")
            % {"item": item}
        )
    meeting.takes_up = None
    meeting.save(update_fields=["takes_up"])


def take_up(*, meeting: Meeting, item: AgendaItem | None, by: User) -> Meeting:
    """Say what the meeting discusses now; None for nothing of its agenda."""
    with act("take_up", by=by, group=meeting.group):
        meeting = held(meeting)
        refuse_unless_in_session(meeting)
        if meeting.takes_up_id != (item.pk if item else None):
            meeting.takes_up = item
            meeting.save(update_fields=["takes_up"])
        return meeting


def note_attendance(*, meeting: Meeting, present: Collection[Contributor], by: User) -> None:
    """Enter who was present: these, and nobody else."""
    with act("note_attendance", by=by, group=meeting.group):
        meeting = held(meeting)
        noted = dict(meeting.attendances.values_list("contributor_id", "pk"))
        wanted = {contributor.pk: contributor for contributor in present}
        gone = [pk for contributor, pk in noted.items() if contributor not in wanted]
        if gone:
            Attendance.objects.filter(pk__in=gone).delete()
        Attendance.objects.bulk_create(
            Attendance(meeting=meeting, contributor=contributor)
            for pk, contributor in wanted.items()
            if pk not in noted
        )


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


def moved(meeting: Meeting, before: Set[MeetingState], after: str) -> Meeting:
    meeting = held(meeting)
    if meeting.state not in before:
        raise Refused(
            _("Meeting %(number)d is %(state)s.")
            % {"number": meeting.number, "state": meeting.get_state_display()}
        )
    meeting.state = MeetingState(after)
    meeting.save(update_fields=["state"])
    return meeting
