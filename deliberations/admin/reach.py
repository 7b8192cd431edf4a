"""How far a user of the admin reaches: which rows are theirs to see, which groups to edit."""

from typing import Any

from django.db.models import Model, QuerySet
from django.http import HttpRequest

from deliberations import permissions
from deliberations.models import User, WorkingGroup

type Rows = QuerySet[Any]


def group_path(model: type[Model]) -> str:
    """The path from a row to its working group, as its history knows it; "" for people."""
    events: Any = model._meta.get_field("events").related_model
    return str(events.group_path)


def group_of(thing: Model) -> WorkingGroup | None:
    """The working group a thing belongs to; None for people, and while it is not said."""
    found: Any = thing
    path = group_path(type(thing))
    if path == "id":
        return found if isinstance(found, WorkingGroup) else None
    for step in filter(None, path.split("__")):
        # An unsaved thing raises where the foreign key is still empty.
        found = getattr(found, step, None)
    return found if isinstance(found, WorkingGroup) else None


def within_reach(rows: Rows, user: permissions.Person) -> Rows:
    """Of these rows, those the user sees; for a secretary, those of the groups they serve."""
    seen = permissions.visible(rows, user)
    if user.is_authenticated and user.is_active and user.is_admin:
        return seen
    path = group_path(rows.model)
    return seen.filter(**{f"{path}__in": permissions.groups_served(user)}) if path else seen


def of_group(rows: Rows, group: WorkingGroup | None) -> Rows:
    """Of these rows, those of the group; all where they belong to none."""
    path = group_path(rows.model)
    return rows.filter(**{path: group.pk}) if group is not None and path else rows


def groups_where(user: permissions.Person, act: str) -> list[WorkingGroup]:
    """The groups in which the user may do the act."""
    groups = within_reach(WorkingGroup.objects.all(), user)
    return [group for group in groups if permissions.may(user, act, group)]


def may_somewhere(user: permissions.Person, act: str) -> bool:
    return permissions.may(user, act) or any(
        permissions.may(user, act, WorkingGroup(pk=pk)) for pk in permissions.groups_served(user)
    )


def actor(request: HttpRequest) -> User:
    """The signed-in user of the request; the site lets nobody else in."""
    if not isinstance(request.user, User):
        raise TypeError(request.user)
    return request.user
