"""Who was present at a meeting, by whom they speak for."""

from collections.abc import Iterable
from dataclasses import dataclass

from deliberations import permissions
from deliberations.models import Attendance, Contributor, Meeting, StakeholderGroup
from deliberations.models.contributors import Alphabetical


@dataclass
class Side:
    """The contributors of one stakeholder group. value, words: its key and its name."""

    value: str
    words: str
    contributors: list[Contributor]


def present_at(meeting: Meeting, reader: permissions.Person) -> list[Contributor]:
    """Those noted as present, as the reader may see it, by name."""
    noted = Attendance.objects.visible_to(reader).filter(meeting=meeting)
    return [
        attendance.contributor
        for attendance in noted.select_related("contributor").order_by(
            Alphabetical("contributor__name")
        )
    ]


def by_stakeholder_group(contributors: Iterable[Contributor]) -> list[Side]:
    """In the order of the stakeholder groups, each that has somebody; the order within stays."""
    sides = {value: Side(value, str(words), []) for value, words in StakeholderGroup.choices}
    for contributor in contributors:
        sides[contributor.stakeholder_group].contributors.append(contributor)
    return [side for side in sides.values() if side.contributors]
