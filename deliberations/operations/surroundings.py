"""Edits of the surroundings: groups, questions, vocabularies, sources, documents, people.

They are no acts of the record, but they leave the same history: who, when, why.
"""

from collections.abc import Collection

from django.db import models
from django.utils.translation import gettext as _

from deliberations.models import Heading, Qualifier, User, WorkingGroup
from deliberations.operations.acts import act
from deliberations.operations.refusals import Refused


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
    name = "edit_surroundings" if group is not None and group.pk else "found_group"
    with act(name, by=by, group=group if name == "edit_surroundings" else None, reason=reason):
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
    with act("manage_people", by=by, reason=reason):
        if isinstance(thing, User) and thing.pk and not (thing.is_admin and thing.is_active):
            refuse_if_last_admin(thing)
        save_together(thing, fields, parts, removed)
        return thing


def remove_people(*, thing: models.Model, by: User, reason: str = "") -> None:
    """Take a role away."""
    with act("manage_people", by=by, reason=reason):
        thing.delete()


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
    for part in parts:
        part.save()


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
