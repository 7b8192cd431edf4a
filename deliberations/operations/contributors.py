"""Registering who contributes, one by one or from a table."""

from collections.abc import Collection, Sequence

from django.utils.translation import gettext as _

from deliberations.models import Contributor, Source, StakeholderGroup, User, WorkingGroup
from deliberations.operations.acts import act
from deliberations.operations.refusals import Refused


def register_contributor(
    *,
    group: WorkingGroup,
    slug: str,
    name: str,
    kind: str,
    by: User,
    short_name: str = "",
    stakeholder_group: str = StakeholderGroup.NOT_STATED,
    country: str = "",
    affiliation: Contributor | None = None,
    note: str = "",
    source: Source | None = None,
    reason: str = "",
) -> Contributor:
    """Enter a person, delegation or organisation that contributes to the group."""
    with act("register_contributor", by=by, group=group, reason=reason):
        return Contributor.objects.create(
            group=group,
            slug=slug,
            name=name,
            kind=kind,
            short_name=short_name,
            stakeholder_group=stakeholder_group,
            country=country,
            affiliation=affiliation,
            note=note,
            source=source,
        )


def import_contributors(
    *,
    group: WorkingGroup,
    rows: Sequence[tuple[Contributor, Collection[str] | None]],
    by: User,
    reason: str = "",
) -> None:
    """Enter the new and the changed contributors of a table: all of them, or none.

    rows: each with the names of its changed fields, None for a new one. An affiliation may be a
    new one of the same table.
    """
    with act("import_contributors", by=by, group=group, reason=reason):
        for contributor, fields in affiliations_first(rows):
            if fields is None:
                contributor.save(force_insert=True)
            else:
                contributor.save(update_fields=fields)


def affiliations_first(
    rows: Sequence[tuple[Contributor, Collection[str] | None]],
) -> list[tuple[Contributor, Collection[str] | None]]:
    """The rows in an order in which every new affiliation is there before it is referred to."""
    ordered: list[tuple[Contributor, Collection[str] | None]] = []
    waiting = list(rows)
    while waiting:
        new = {contributor.slug for contributor, fields in waiting if fields is None}
        ready = [
            row
            for row in waiting
            if row[0].affiliation is None or row[0].affiliation.slug not in new
        ]
        if not ready:
            raise Refused(_("New contributors can’t be of each other."))
        ordered += ready
        entered = {contributor.slug for contributor, _fields in ready}
        waiting = [row for row in waiting if row[0].slug not in entered]
    return ordered
