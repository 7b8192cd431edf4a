"""Registering who contributes."""

from deliberations.models import Contributor, Source, StakeholderGroup, User, WorkingGroup
from deliberations.operations.acts import act


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
) -> Contributor:
    """Enter a person, delegation or organisation that contributes to the group."""
    with act("register_contributor", by=by, group=group):
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
