"""Lists to take along as tables: CSV as spreadsheets read it."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import Any

from django.http import HttpResponse
from django.utils.cache import patch_vary_headers

# A spreadsheet takes a text that begins so for a formula, and runs it.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table_answer(name: str, heads: Sequence[str], rows: Iterable[Sequence[Any]]) -> HttpResponse:
    """A table as a file. rows are read one by one, and none is kept but as its line.

    Written whole before it is sent: a slow reader holds its bytes, not a connection to the
    database.
    """
    lines = StringIO(newline="")
    # Without it Excel reads UTF-8 as something else.
    lines.write("\ufeff")
    writer = csv.writer(lines)
    writer.writerow(heads)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    response = HttpResponse(lines.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    patch_vary_headers(response, ["Cookie"])
    return response


def harmless(cell: Any) -> Any:
    """A text that no spreadsheet runs as a formula; anything else as it is."""
    if isinstance(cell, str) and cell.startswith(FORMULA):
        return f"'{cell}"
    return cell
