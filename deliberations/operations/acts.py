"""What every act of the record shares: one transaction, one history context, one permission."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, time

import pghistory
from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from deliberations import permissions
from deliberations.models import KnownTo, Meeting, MeetingState, User, WorkingGroup
from deliberations.operations.refusals import (
    MeetingNotInSession,
    NotAllowed,
    Refused,
    rules_as_refusals,
)


@contextmanager
def act(
    name: str, *, by: User, group: WorkingGroup | None = None, reason: str = ""
) -> Iterator[None]:
    """Do one act of the record: all of it or nothing, with who, which act, why in its history.

    Asks `permissions.ACTS` whether `by` may. Holds the group's row, so that the acts of one group
    follow each other and numbers and standings are judged on what is already recorded.

    Raises Refused with a sentence for whatever the rules of the database refuse.
    """
    if not permissions.may(by, name, group):
        raise NotAllowed(_("You may not do that in this group."))
    context = {
        "act": name,
        "by": by.pk,
        "name": str(by),
        "role": permissions.role_in(by, group),
    }
    if reason:
        context["reason"] = reason
    with rules_as_refusals():
        with transaction.atomic():
            if group is not None:
                WorkingGroup.objects.select_for_update(no_key=True).only("pk").get(pk=group.pk)
            with pghistory.context(**context):
                yield
        forget_context()


def forget_context() -> None:
    """Clear the context where an outer transaction goes on: it would last as long as that."""
    if connection.in_atomic_block and not connection.needs_rollback:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT set_config('pghistory.context_metadata', '', true),"
                " set_config('pghistory.context_id', '', true)"
            )


def held(meeting: Meeting) -> Meeting:
    """The meeting as it is now, held until the end of the act."""
    return (
        Meeting.objects.select_for_update(no_key=True, of=("self",))
        .select_related("group")
        .get(pk=meeting.pk)
    )


def refuse_unless_in_session(meeting: Meeting) -> None:
    if meeting.state == MeetingState.PLANNED:
        raise MeetingNotInSession(
            _("Meeting %(number)d is planned, not in session. Open it, then record.")
            % {"number": meeting.number}
        )
    if meeting.state == MeetingState.ADJOURNED:
        raise MeetingNotInSession(
            _("Meeting %(number)d is adjourned. Open it again, then record.")
            % {"number": meeting.number}
        )
    if not meeting.is_in_session:
        raise MeetingNotInSession(
            _("Meeting %(number)d is closed. What it recorded can be corrected, nothing added.")
            % {"number": meeting.number}
        )


def refuse_unless_moment_fits(happened_at: datetime | None, known_to: str) -> None:
    """A moment is given exactly when it is known."""
    needs_moment = known_to in (KnownTo.MINUTE, KnownTo.DAY)
    if needs_moment != (happened_at is not None):
        raise Refused(_("Give the moment, or say that it is not known more exactly."))


NOW = "now"
"""For `known_to`, with no moment: that of the recording, to the minute."""


def moment_said(happened_at: datetime | None, known_to: str) -> tuple[datetime | None, str]:
    """The moment as it is kept: "now" as the minute that it is."""
    if known_to != NOW:
        return happened_at, known_to
    return timezone.now().replace(second=0, microsecond=0), KnownTo.MINUTE


def start_of_day(moment: datetime, known_to: str) -> datetime:
    """What is known to the day is kept as the first instant of that day in its own time zone."""
    if known_to == KnownTo.DAY:
        return datetime.combine(moment.date(), time.min, tzinfo=moment.tzinfo)
    return moment
