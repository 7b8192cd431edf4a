"""Lists to take along as tables: CSV and XLSX as spreadsheets read them."""

import csv
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from io import BytesIO, StringIO
from typing import Any

from django.core.exceptions import BadRequest
from django.http import HttpResponse
from django.utils.translation import gettext as _
from xlsxwriter import Workbook

from deliberations.views.papers import taken_along

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# A spreadsheet takes a text that begins so for a formula, and runs it.
FORMULA = ("=", "+", "-", "@", "\t", "\r")
# What a sheet of Excel holds, its line of heads not counted; and a cell of it.
MOST_ROWS = 1_048_575
MOST_LETTERS = 32_767
# Columns of sentences; the others are as wide as a few words.
WIDE = frozenset({"text", "sentence", "title", "changes", "note"})

type Columns = Mapping[str, Callable[[Any], Any]]


@dataclass(frozen=True)
class Table:
    """A list as a table. name: of its file. rows: read one by one, none is kept but as its line.

    columns: the head of each, with what it says of a row: text, number, day, moment, several texts
    or None.
    """

    name: str
    columns: Columns
    rows: Iterable[Any]

    def lines(self) -> Iterable[list[Any]]:
        return ([as_cell(says(row)) for says in self.columns.values()] for row in self.rows)


def as_cell(value: Any) -> Any:
    """Text, number, day or None. A moment is told as ISO 8601 in UTC, yes or no in words."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "; ".join(value)
    return value if value is None or isinstance(value, int | date) else str(value)


def table_answer(table: Table, end: str) -> HttpResponse:
    """A table as a file, "csv" or "xlsx".

    Written whole before it is sent: a slow reader holds its bytes, not a connection to the
    database.
    """
    content, kind = (
        (xlsx_of(table), XLSX) if end == "xlsx" else (csv_of(table), "text/csv; charset=utf-8")
    )
    response = taken_along(content, kind)
    response["Content-Disposition"] = f'attachment; filename="{table.name}.{end}"'
    return response


def csv_of(table: Table) -> str:
    lines = StringIO(newline="")
    # Without it Excel reads UTF-8 as something else.
    lines.write("\ufeff")
    writer = csv.writer(lines)
    writer.writerow(table.columns)
    writer.writerows([harmless(cell) for cell in line] for line in table.lines())
    return lines.getvalue()


def harmless(cell: Any) -> Any:
    """A text that no spreadsheet runs as a formula; anything else as it is."""
    if isinstance(cell, str) and cell.startswith(FORMULA):
        return f"'{cell}"
    return cell


def xlsx_of(table: Table) -> bytes:
    """The same table, the same bytes. A text is a text, also one that looks like a formula."""
    file = BytesIO()
    with Workbook(file, {"constant_memory": True}) as book:
        book.set_properties({"created": datetime(1980, 1, 1)})  # noqa: DTZ001 - it takes no other
        sheet = book.add_worksheet()
        day, head = book.add_format({"num_format": "yyyy-mm-dd"}), book.add_format({"bold": True})
        for at, name in enumerate(table.columns):
            sheet.set_column(at, at, 60 if name in WIDE else 14)
            sheet.write_string(0, at, name, head)
        sheet.freeze_panes(1, 0)
        for number, line in enumerate(table.lines(), start=1):
            if number > MOST_ROWS:
                raise BadRequest(_("That is more than a sheet holds. Take it along as CSV."))
            for at, cell in enumerate(line):
                if isinstance(cell, str):
                    cut = cell if len(cell) <= MOST_LETTERS else cell[: MOST_LETTERS - 1] + "…"
                    sheet.write_string(number, at, cut)
                elif isinstance(cell, date):
                    sheet.write_datetime(number, at, cell, day)
                elif cell is not None:
                    sheet.write_number(number, at, cell)
    return file.getvalue()
