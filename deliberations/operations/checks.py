"""Acts on what the record finds in itself: it was looked at, and is to be looked at again."""

from django.utils.translation import gettext as _

from deliberations.models import Look, User, WorkingGroup
from deliberations.operations.acts import act
from deliberations.operations.refusals import Refused


def mark_looked_at(*, group: WorkingGroup, finding: str, reason: str, by: User) -> Look:
    """Enter that a finding was looked at and stays as it is. finding: its key."""
    with act("mark_looked_at", by=by, group=group, reason=reason):
        if Look.objects.filter(group=group, finding=finding).exists():
            raise Refused(_("Somebody marked that already."))
        return Look.objects.create(group=group, finding=finding, reason=reason, looked_by=by)


def look_again(*, group: WorkingGroup, finding: str, by: User) -> None:
    """Take back that a finding was looked at; the history keeps both."""
    with act("look_again", by=by, group=group):
        Look.objects.filter(group=group, finding=finding).delete()
