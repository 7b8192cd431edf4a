"""Edits of the surroundings: groups, questions, headings, vocabularies, sources, documents.

They are no acts of the record, but they leave the same history: who, when, why.
"""

from django.db import models

from deliberations.models import User, WorkingGroup
from deliberations.operations.acts import act


def edit_surroundings[Thing: models.Model](
    *, thing: Thing, by: User, group: WorkingGroup | None, reason: str = ""
) -> Thing:
    """Save a new or changed thing of the surroundings.

    group: whose it is; None for a new group itself, which only an admin founds.
    """
    name = "edit_surroundings" if group is not None and group.pk else "found_group"
    with act(name, by=by, group=group if name == "edit_surroundings" else None, reason=reason):
        thing.save()
        return thing


def remove_surroundings(
    *, thing: models.Model, by: User, group: WorkingGroup, reason: str = ""
) -> None:
    """Delete a thing of the surroundings that nothing refers to; its history stays."""
    with act("edit_surroundings", by=by, group=group, reason=reason):
        thing.delete()


def edit_people[Thing: models.Model](*, thing: Thing, by: User, reason: str = "") -> Thing:
    """Save a user or a role; only an admin does."""
    with act("manage_people", by=by, reason=reason):
        thing.save()
        return thing


def remove_people(*, thing: models.Model, by: User, reason: str = "") -> None:
    """Take a role away."""
    with act("manage_people", by=by, reason=reason):
        thing.delete()
