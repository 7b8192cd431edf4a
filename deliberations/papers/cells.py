"""Cells of tables that readers take along, as spreadsheets read them."""

import csv
import json
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from io import StringIO
from itertools import chain
from typing import Any

# A spreadsheet takes a text that begins so for a formula, and runs it.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_cell(value: Any) -> Any:
    """Text, number, day or None. A moment is told as ISO 8601 in UTC, yes or no in words."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | dict):
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            return "; ".join(value)
        return json.dumps(value, ensure_ascii=False)
    return value if value is None or isinstance(value, int | date) else str(value)


def harmless(cell: Any) -> Any:
    """A text that no spreadsheet runs as a formula; anything else as it is."""
    if isinstance(cell, str) and cell.startswith(FORMULA):
        return f"'{cell}"
    return cell


def csv_lines(names: Iterable[str], rows: Iterable[Iterable[Any]]) -> Iterator[str]:
    """A table as CSV, line by line, the names of its columns first."""
    # Without it Excel reads UTF-8 as something else.
    yield "\ufeff"
    for cells in chain([names], rows):
        line = StringIO(newline="")
        csv.writer(line).writerow([harmless(as_cell(cell)) for cell in cells])
        yield line.getvalue()
