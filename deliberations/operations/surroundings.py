"""Edits of the surroundings: groups, questions, vocabularies, sources, documents, people.

They are no acts of the record, but they leave the same history: who, when, why.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, models
from django.utils.translation import gettext as _

from deliberations.models import (
    AgendaItem,
    Authorship,
    Contribution,
    Contributor,
    Document,
    Heading,
    Meeting,
    MeetingState,
    Membership,
    Qualifier,
    Question,
    Source,
    User,
    WorkingGroup,
)
from deliberations.operations.acts import act
from deliberations.operations.refusals import NotAllowed, Refused

SURROUNDINGS = (
    AgendaItem,
    Authorship,
    Contribution,
    Contributor,
    Document,
    Heading,
    Meeting,
    Qualifier,
    Question,
    Source,
    WorkingGroup,
)
PEOPLE = (Membership, User)


def edit_surroundings[Thing: models.Model](
    *,
    thing: Thing,
    by: User,
    group: WorkingGroup | None,
    reason: str = "",
    fields: Collection[str] | None = None,
    parts: Collection[models.Model] = (),
    removed: Collection[models.Model] = (),
) -> Thing:
    """Save a new or changed thing of the surroundings with the rows that belong to it.

    group: whose it is; None for a new group itself, which only an admin founds. fields: those of
    its fields that changed (None: all). parts: its new or changed rows, as the headings of a
    question; removed: those it loses.
    """
    rows: list[models.Model] = [thing, *parts, *removed]
    if group is None or not group.pk:
        refuse_unless_founding(rows)
        with act("found_group", by=by, reason=reason):
            save_together(thing, fields, parts, removed)
            return thing
    with act("edit_surroundings", by=by, group=group, reason=reason):
        refuse_unless_of(group, rows)
        refuse_unless_moved_by_acts(thing)
        save_together(thing, fields, parts, removed)
        return thing


def remove_surroundings(
    *,
    thing: models.Model,
    by: User,
    group: WorkingGroup,
    reason: str = "",
    parts: Collection[models.Model] = (),
) -> None:
    """Delete a thing of the surroundings that nothing refers to; its history stays.

    parts: the rows that belong to it and go with it.
    """
    with act("edit_surroundings", by=by, group=group, reason=reason):
        refuse_unless_of(group, (thing, *parts))
        for part in parts:
            part.delete()
        thing.delete()


def edit_people[Thing: models.Model](
    *,
    thing: Thing,
    by: User,
    reason: str = "",
    fields: Collection[str] | None = None,
    parts: Collection[models.Model] = (),
    removed: Collection[models.Model] = (),
) -> Thing:
    """Save a user with their roles, or a role; only an admin does.

    The last admin stays one: without any, nobody could make another.
    """
    refuse_unless_kind(PEOPLE, (thing, *parts, *removed))
    with act("manage_people", by=by, reason=reason):
        if isinstance(thing, User) and thing.pk and not (thing.is_admin and thing.is_active):
            refuse_if_last_admin(thing)
        save_together(thing, fields, parts, removed)
        return thing


def remove_people(*, thing: models.Model, by: User, reason: str = "") -> None:
    """Take a role away."""
    refuse_unless_kind(PEOPLE, (thing,))
    with act("manage_people", by=by, reason=reason):
        thing.delete()


def refuse_unless_kind(
    kinds: tuple[type[models.Model], ...], rows: Collection[models.Model]
) -> None:
    """Under the permission for one kind of thing no other is written: acts have their own."""
    for row in rows:
        if not isinstance(row, kinds):
            raise TypeError(f"{row._meta.label} is not written by this operation")


def refuse_unless_founding(rows: Collection[models.Model]) -> None:
    refuse_unless_kind((WorkingGroup,), rows)
    if any(row.pk for row in rows):
        raise TypeError("a group that is there already is edited as one of the surroundings")


def refuse_unless_of(group: WorkingGroup, rows: Collection[models.Model]) -> None:
    """Under the permission in one group nothing of another is written."""
    refuse_unless_kind(SURROUNDINGS, rows)
    for row in rows:
        if group_of(row) != group:
            raise NotAllowed(_("You may not do that in this group."))


def group_of(row: models.Model) -> Any:
    """The group of one of the surroundings, along the path that its history knows."""
    if isinstance(row, WorkingGroup):
        return row
    events: Any = row._meta.get_field("events").related_model
    found: Any = row
    for step in events.group_path.split("__"):
        found = getattr(found, step)
    return found


def refuse_unless_moved_by_acts(thing: models.Model) -> None:
    if not isinstance(thing, Meeting):
        return
    stored = Meeting.objects.filter(pk=thing.pk).values_list("state", "published_at").first()
    if (thing.state, thing.published_at) != (stored or (MeetingState.PLANNED, None)):
        raise Refused(_("A meeting is opened, closed and published by acts of their own."))


def refuse_if_last_admin(user: User) -> None:
    """All admins are held, so that two of them can't leave each other's seat empty at once."""
    admins = User.objects.filter(is_admin=True, is_active=True).order_by("pk")
    pks = [admin.pk for admin in admins.select_for_update()]
    if pks == [user.pk]:
        raise Refused(
            _("%(user)s is the last admin. Make somebody else an admin first.") % {"user": user}
        )


def save_together(
    thing: models.Model,
    fields: Collection[str] | None,
    parts: Collection[models.Model],
    removed: Collection[models.Model],
) -> None:
    """The thing first, since new parts need it; what goes makes room for what comes."""
    for row in (thing, *parts):
        refuse_if_decisions_say_it(row)
    if thing._state.adding or fields is None:
        thing.save()
    elif fields:
        thing.save(update_fields=fields)
    for part in removed:
        part.delete()
    with positions_exchanged():
        for part in parts:
            part.save()


@contextmanager
def positions_exchanged() -> Iterator[None]:
    """Items of an agenda are saved one by one: what they exchange is judged after the last."""
    rule = "SET CONSTRAINTS an_agenda_item_has_a_position_of_its_own"
    with connection.cursor() as cursor:
        cursor.execute(f"{rule} DEFERRED")
        yield
        cursor.execute(f"{rule} IMMEDIATE")


# The words that decisions take from the surroundings, and where it shows that they did.
SAID_BY_DECISIONS: dict[type[models.Model], tuple[str, str]] = {
    Qualifier: ("phrase", "decisionqualifier"),
    Heading: ("name", "decision"),
}


def refuse_if_decisions_say_it(row: models.Model) -> None:
    """To change such a word would change what recorded decisions say."""
    if type(row) not in SAID_BY_DECISIONS or row._state.adding:
        return
    field, used = SAID_BY_DECISIONS[type(row)]
    said = type(row)._default_manager.filter(**{"pk": row.pk, f"{used}__isnull": False})
    before = said.values_list(field, flat=True).first()
    if before is not None and before != getattr(row, field):
        raise Refused(
            _("Recorded decisions say “%(words)s”; it stays as it is. Add another.")
            % {"words": before}
        )
