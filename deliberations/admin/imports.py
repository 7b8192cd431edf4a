"""A table of contributors held against those there are: what it would enter, change, refuse."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from django import forms
from django.forms.models import model_to_dict
from django.utils.translation import gettext as _

from deliberations.admin.tables import Row
from deliberations.forms.fields import LONGEST, TextField
from deliberations.models import Contributor, Kind, Source, StakeholderGroup, WorkingGroup

if TYPE_CHECKING:
    ModelForm = forms.ModelForm[Contributor]
else:
    ModelForm = forms.ModelForm

COLUMNS = (
    "group",
    "slug",
    "name",
    "short_name",
    "kind",
    "stakeholder_group",
    "country",
    "affiliation",
    "note",
    "source",
)
NEEDED = ("slug", "name", "kind")
TYPED = ("slug", "name", "short_name", "kind", "stakeholder_group", "country", "note")
CHOICES: dict[str, type[Kind] | type[StakeholderGroup]] = {
    "kind": Kind,
    "stakeholder_group": StakeholderGroup,
}


class RowForm(ModelForm):
    """The cells of a row whose values stand in them; the others name another thing."""

    name = TextField(max_length=300)
    short_name = TextField(max_length=60, required=False)
    country = TextField(max_length=100, required=False)
    note = TextField(max_length=LONGEST, required=False)

    class Meta:
        model = Contributor
        fields = TYPED

    def validate_constraints(self) -> None:
        """Names and addresses are compared over the whole table."""


@dataclass
class Line:
    """What a row of the table would do. changes: (column, old, new), in the words of the table."""

    number: int
    contributor: Contributor
    is_new: bool
    changes: list[tuple[str, str, str]] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)

    @property
    def fields(self) -> list[str] | None:
        """For the operation: the fields that change, None for a new contributor."""
        return None if self.is_new else [column for column, _old, _new in self.changes]


@dataclass
class Plan:
    """What a table would do; nothing at all while a row of it is refused."""

    lines: list[Line]

    @property
    def refused(self) -> list[Line]:
        return [line for line in self.lines if line.refusals]

    @property
    def new(self) -> list[Line]:
        return [line for line in self.lines if line.is_new and not line.refusals]

    @property
    def changed(self) -> list[Line]:
        return [
            line for line in self.lines if not line.is_new and line.changes and not line.refusals
        ]

    @property
    def same(self) -> int:
        return len(self.lines) - len(self.refused) - len(self.new) - len(self.changed)

    @property
    def seal(self) -> str:
        """By which a plan is known again, when it comes back confirmed."""
        said = [
            (line.number, line.contributor.slug, line.is_new, line.changes, line.refusals)
            for line in self.lines
        ]
        return sha256(repr(said).encode()).hexdigest()


def as_rows(contributors: Iterable[Contributor]) -> list[list[str]]:
    """Contributors as the rows of a table, in the order of COLUMNS."""
    return [[cells_of(one)[column] for column in COLUMNS] for one in contributors]


def cells_of(contributor: Contributor) -> dict[str, str]:
    return {
        **{column: str(getattr(contributor, column)) for column in TYPED},
        "group": contributor.group.slug,
        "affiliation": contributor.affiliation.slug if contributor.affiliation else "",
        "source": contributor.source.key if contributor.source else "",
    }


def plan_of(rows: Sequence[Row], group: WorkingGroup) -> Plan:
    """Reads the contributors and sources of the group; writes nothing."""
    there = {
        one.slug: one
        for one in Contributor.objects.filter(group=group).select_related(
            "group", "affiliation", "source"
        )
    }
    before = {slug: cells_of(one) for slug, one in there.items()}
    sources = {source.key: source for source in Source.objects.filter(group=group)}
    lines = [line_of(number, cells, group, there) for number, cells in rows]
    known = there | {line.contributor.slug: line.contributor for line in lines if line.is_new}
    for line, (_number, cells) in zip(lines, rows, strict=True):
        refer(line, cells, known, sources)
    refuse_doubles(lines, there, before)
    for line in lines:
        if not line.refusals:
            old = before.get(line.contributor.slug, dict.fromkeys(COLUMNS, ""))
            new = cells_of(line.contributor)
            line.changes = [
                (column, old[column], new[column])
                for column in COLUMNS[1:]
                if old[column] != new[column]
            ]
    return Plan(lines)


def line_of(
    number: int, cells: dict[str, str], group: WorkingGroup, there: dict[str, Contributor]
) -> Line:
    """The row with the values that stand in it; what it refers to is still to be found."""
    known = there.get(cells.get("slug", ""))
    line = Line(number, known or Contributor(group=group), is_new=known is None)
    given = {column: cell for column, cell in cells.items() if column in TYPED}
    for column, choices in CHOICES.items():
        given |= {column: value_of(given[column], choices)} if given.get(column) else {}
    form = RowForm({**model_to_dict(line.contributor, TYPED), **given}, instance=line.contributor)
    for name, errors in form.errors.items():
        line.refusals += [f"{name}: {error}" for error in errors]
    if cells.get("group", group.slug) not in ("", group.slug):
        line.refusals.append(_("group: this row is of another group."))
    return line


def value_of(cell: str, choices: Any) -> str:
    """A choice by its value or by its words."""
    wanted = cell.lower()
    found = (value for value, label in choices.choices if wanted in (value, str(label).lower()))
    return str(next(found, cell))


def refer(
    line: Line,
    cells: dict[str, str],
    known: dict[str, Contributor],
    sources: dict[str, Source],
) -> None:
    """Find the affiliation and the source that the row names."""
    if (slug := cells.get("affiliation")) is not None:
        if slug and (slug == line.contributor.slug or slug not in known):
            line.refusals.append(_("affiliation: there is no such contributor."))
        else:
            line.contributor.affiliation = known[slug] if slug else None
    if (key := cells.get("source")) is not None:
        if key and key not in sources:
            line.refusals.append(_("source: the group has no source of that key."))
        else:
            line.contributor.source = sources[key] if key else None


def refuse_doubles(
    lines: list[Line], there: dict[str, Contributor], before: dict[str, dict[str, str]]
) -> None:
    """One row for each contributor, one contributor for each name."""
    in_table = {line.contributor.slug for line in lines}
    names = {cells["name"]: slug for slug, cells in before.items() if slug not in in_table}
    slugs = set[str]()
    for line in lines:
        slug, name = line.contributor.slug, line.contributor.name
        if slug and slug in slugs:
            line.refusals.append(_("slug: the table has that address twice."))
        if name and names.get(name, slug) != slug:
            line.refusals.append(_("name: another contributor has that name."))
        slugs.add(slug)
        names.setdefault(name, slug)
