"""Tables as files: CSV as spreadsheets read and write it.

A spreadsheet runs a cell that begins like a formula. On the way out such a cell gets an
apostrophe in front, on the way in it loses it again.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

MOST_BYTES = 1_000_000
MOST_ROWS = 2_000
# Beside ASCII, the wide forms that spreadsheets take for the same.
FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")

type Row = tuple[int, dict[str, str]]
"""The line of the file on which a row begins, and its cells by column."""


class UnreadableTable(Exception):
    """A file that is no table; `str()` is a sentence that says why."""


def write_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The text of a file, with a mark at its start by which a spreadsheet knows it is UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return "\ufeff" + out.getvalue()


def harmless(cell: str) -> str:
    return f"'{cell}" if FORMULA.match(cell) else cell


def as_meant(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell) else cell


def text_of(file: bytes) -> str:
    if len(file) > MOST_BYTES:
        raise UnreadableTable(_("The file is larger than 1 MB. Send it in parts."))
    try:
        text = file.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableTable(
            _("The file is not text in UTF-8. In the spreadsheet, save it as “CSV UTF-8”.")
        ) from None
    if "\0" in text:
        raise UnreadableTable(_("The file holds NUL characters; it is no table."))
    return text


def read_table(text: str, *, known: Sequence[str], needed: Sequence[str]) -> list[Row]:
    """The rows of a table whose first line names its columns, in any order.

    known, needed: the columns it may and must have. Cells lose the white space around them.
    """
    text = text.removeprefix("\ufeff")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter(text), strict=True)
    lines: list[tuple[int, list[str]]] = []
    begins = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells) and not is_hint(cells, begins):
                lines.append((begins, [as_meant(cell.strip()) for cell in cells]))
            begins = reader.line_num + 1
    except csv.Error as error:
        raise UnreadableTable(
            _("The row that begins on line %(line)d can’t be read: %(error)s.")
            % {"line": begins, "error": error}
        ) from None
    if not lines:
        raise UnreadableTable(_("The file is empty."))
    columns = [cell.lower() for cell in lines[0][1]]
    refuse_unless_columns(columns, known, needed)
    if len(lines) > MOST_ROWS + 1:
        raise UnreadableTable(
            _("The table has more than %(most)d rows. Send it in parts.") % {"most": MOST_ROWS}
        )
    return [row_of(columns, begins, cells) for begins, cells in lines[1:]]


def delimiter(text: str) -> str:
    """What separates cells: whatever the first line has most of."""
    first = next(iter(text.splitlines()), "")
    if first.lower().startswith("sep=") and len(first) == 5:
        return first[4]
    return max(",;\t", key=first.count)


def is_hint(cells: list[str], line: int) -> bool:
    """Excel's own first line, `sep=;`, read with that separator."""
    return line == 1 and cells[0].lower().startswith("sep=") and "".join(cells[1:]) == ""


def refuse_unless_columns(
    columns: Sequence[str], known: Sequence[str], needed: Sequence[str]
) -> None:
    strange = [column or _("(none)") for column in columns if column not in known]
    missing = [column for column in needed if column not in columns]
    if strange:
        raise UnreadableTable(
            _("The first line names unknown columns: %(columns)s. Known are: %(known)s.")
            % {"columns": ", ".join(strange)[:200], "known": ", ".join(known)}
        )
    if missing:
        raise UnreadableTable(
            _("The first line lacks columns: %(columns)s.") % {"columns": ", ".join(missing)}
        )
    if len(set(columns)) < len(columns):
        raise UnreadableTable(_("The first line names a column twice."))


def row_of(columns: Sequence[str], line: int, cells: list[str]) -> Row:
    if len(cells) > len(columns):
        raise UnreadableTable(
            ngettext(
                "Line %(line)d has more cells than the %(columns)d column.",
                "Line %(line)d has more cells than the %(columns)d columns.",
                len(columns),
            )
            % {"line": line, "columns": len(columns)}
        )
    return line, dict(zip(columns, cells, strict=False))
