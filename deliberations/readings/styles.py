"""The house styles of a group: the one in force, and those before it."""

from django.db.models import QuerySet

from deliberations import permissions
from deliberations.models import Style, WorkingGroup


def style_in_force(group: WorkingGroup) -> Style | None:
    """In which the papers of the group are made, whoever asks for one; None: the built-in one."""
    last = Style.objects.filter(group=group).order_by("number").last()
    return last if last and not last.is_built_in else None


def styles_seen(reader: permissions.Person, group: WorkingGroup) -> QuerySet[Style]:
    """All that the group had, the newest first, without their files."""
    return (
        Style.objects.visible_to(reader)
        .filter(group=group)
        .defer("content")
        .select_related("adopted_by")
        .order_by("-number")
    )
