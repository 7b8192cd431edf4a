"""Lists to take along as tables: CSV and XLSX as spreadsheets read them."""

from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from io import SEEK_END
from tempfile import TemporaryFile
from typing import IO, Any

from django.core.exceptions import BadRequest
from django.http import FileResponse, HttpResponse, HttpResponseBase
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from xlsxwriter import Workbook

from deliberations.papers.cells import as_cell, csv_lines

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
AT_ONCE = 1024 * 1024
"""So many bytes are sent at once; more are read from the disk as they are sent."""
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


class FromDisk(FileResponse):
    """A file that is read from the disk as its reader takes it, also by an asynchronous server."""

    block_size = 64 * 1024

    async def __aiter__(self) -> AsyncIterator[bytes]:
        # Without it Django would read all of it into memory first.
        try:
            for chunk in self:
                yield chunk
        finally:
            # Also when its reader went away.
            if self.file_to_stream is not None:
                self.file_to_stream.close()


def table_answer(table: Table, end: str) -> HttpResponseBase:
    """A table as a file, "csv" or "xlsx".

    Written whole before it is sent, a long one to the disk: a slow reader, or one that went away,
    holds no connection to the database and no thread; what goes wrong while it is written is an
    answer of its own, and a file that arrives short is known by its length.
    """
    file = TemporaryFile()  # noqa: SIM115 - closed with its answer
    try:
        write_xlsx(table, file) if end == "xlsx" else write_csv(table, file)
    except BaseException:
        file.close()
        raise
    length = file.seek(0, SEEK_END)
    file.seek(0)
    kind = XLSX if end == "xlsx" else "text/csv; charset=utf-8"
    if length > AT_ONCE:
        response: HttpResponseBase = FromDisk(file, content_type=kind)
    else:
        with file:
            response = HttpResponse(file.read(), content_type=kind)
    # It says no more than its reader may see: no cache gives it to another.
    patch_vary_headers(response, ["Cookie"])
    response["Content-Disposition"] = f'attachment; filename="{table.name}.{end}"'
    return response


def write_csv(table: Table, file: IO[bytes]) -> None:
    for line in csv_lines(table.columns, table.lines()):
        file.write(line.encode())


def write_xlsx(table: Table, file: IO[bytes]) -> None:
    """The same table, the same bytes. A text is a text, also one that looks like a formula."""
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
