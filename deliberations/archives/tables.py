"""The tables of the record as files: every one, every column, and what each means."""

import inspect
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Count, F, IntegerField, OuterRef, QuerySet, Subquery, Sum, Value
from django.utils.text import capfirst

from deliberations import permissions
from deliberations.models import AgendaItem, Import, Issue, User, WorkingGroup
from deliberations.permissions import Person
from deliberations.readings.agenda import tells_endings

AT_ONCE = 1000
"""So many rows are in memory at a time."""
UNTOLD = frozenset({"recorded_in", "intention"})
"""Columns by which the database keeps its own house."""
DERIVED = frozenset({"standing", "stay", "tally"})
"""What follows from the acts. It is written anew with acts that are not public, too: its ids, and
the order of them, would tell that there were some.
"""


@dataclass(frozen=True)
class Column:
    """is_person: of somebody who works with the record, told by name, to those of the group."""

    field: Any
    is_person: bool

    @property
    def name(self) -> str:
        return str(self.field.name if self.is_person else self.field.column)

    @property
    def meaning(self) -> str:
        words = capfirst(str(self.field.verbose_name))
        if self.field.is_relation and not self.is_person:
            return f"{words}: id in {self.field.related_model._meta.model_name}.csv"
        if self.field.choices:
            return f"{words}: {', '.join(str(key) for key, _words in self.field.flatchoices)}"
        return words


@dataclass(frozen=True)
class Table:
    """What of a model is of the group and seen by the reader."""

    model: type[models.Model]
    group: WorkingGroup
    reader: Person

    @property
    def name(self) -> str:
        return str(self.model._meta.model_name)

    @property
    def title(self) -> str:
        return str(capfirst(str(self.model._meta.verbose_name_plural)))

    @property
    def meaning(self) -> str:
        """What its model says of itself."""
        return inspect.getdoc(self.model) or ""

    @property
    def columns(self) -> list[Column]:
        """Not those of the files that lie in the archive as files."""
        is_inside = permissions.serves(self.reader, self.group)
        columns = [
            Column(field, field.related_model is User)
            for field in self.model._meta.fields
            if field.name not in UNTOLD
            and not isinstance(field, models.BinaryField)
            and not (field.primary_key and self.name in DERIVED)
        ]
        return [column for column in columns if is_inside or not column.is_person]

    def rows(self) -> QuerySet[Any]:
        found = permissions.visible(self.model._default_manager.all(), self.reader)
        return found.filter(**{path_to_group(self.model): self.group.pk}).order_by()

    def lines(self) -> Iterator[list[Any]]:
        """Row by row, in order; a reference to what the reader does not see is empty."""
        columns = self.columns
        order = [column.field.name for column in columns] if self.name in DERIVED else ["pk"]
        rows = self.rows().order_by(*order).annotate(**self.references(columns))
        if self.model is AgendaItem:
            rows = rows.select_related("meeting__group")
        for row in rows.iterator(chunk_size=AT_ONCE):
            if isinstance(row, AgendaItem) and not tells_endings(row.meeting, self.reader):
                row.ending, vars(row)["seen_carried_to"] = "", None
            yield [self.cell(row, column) for column in columns]

    def references(self, columns: list[Column]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for column in columns:
            related = column.field.related_model
            if column.is_person:
                found[f"seen_{column.field.name}"] = F(f"{column.field.name}__name")
            elif related is not None:
                seen = permissions.visible(related._default_manager.all(), self.reader)
                seen = seen.filter(pk=OuterRef(column.field.attname)).order_by()
                found[f"seen_{column.field.name}"] = Subquery(seen.values("pk")[:1])
        return found

    def cell(self, row: Any, column: Column) -> Any:
        if column.field.is_relation:
            return vars(row)[f"seen_{column.field.name}"]
        return getattr(row, column.field.attname)


def path_to_group(model: type[Any]) -> str:
    """From a row to its group, as its history knows it."""
    without_history = {"stay": "element__group", "tally": "group"}
    if path := without_history.get(str(model._meta.model_name)):
        return path
    tracked: str = model._meta.get_field("events").related_model.group_path
    return tracked


def tables_of(group: WorkingGroup, reader: Person) -> list[Table]:
    """Those that hold something that the reader may ever see; not the people, not the drafts."""
    left_out = permissions.OF_PEOPLE | {"draft", "entry"}
    if not permissions.serves(reader, group):
        left_out |= permissions.NEVER_PUBLIC
    return [
        Table(apps.get_model("deliberations", noun), group, reader)
        for noun in permissions.SEEN
        if noun not in left_out
    ]


def counted(tables: list[Table]) -> dict[str, int]:
    """How many rows each has, by its name. One query."""
    counts = [
        table.rows()
        .values(table=Value(table.name, models.TextField()))
        .annotate(number=Count("pk"))
        .values_list("table", "number")
        for table in tables
    ]
    found = dict(counts[0].union(*counts[1:], all=True).order_by())
    return {table.name: found.get(table.name, 0) for table in tables}


class Octets(models.Func):
    """How many bytes."""

    function = "octet_length"
    output_field = IntegerField()


def bytes_of_files(group: WorkingGroup, reader: Person) -> int:
    """The files of the archive that are no tables, unpacked. Two queries."""
    total = 0
    for model, fields in ((Issue, ("text", "docx", "pdf")), (Import, ("content", "text"))):
        rows = model.objects.visible_to(reader).filter(group=group)
        found = rows.aggregate(**{f"sum_{name}": Sum(Octets(name)) for name in fields})
        total += sum(number or 0 for number in found.values())
    return total
