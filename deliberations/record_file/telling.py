"""The record of a group as the text of a record file: load_record makes an equal record of it."""

import json
from collections.abc import Iterator
from typing import Any

from deliberations.models import WorkingGroup
from deliberations.permissions import Person
from deliberations.record_file import shape
from deliberations.record_file.telling_acts import Acts
from deliberations.record_file.telling_things import Things


def record_told(group: WorkingGroup, reader: Person) -> Iterator[str]:
    """The record that the reader sees, piece by piece; the same record, the same text."""
    acts = Acts(group, reader)
    yield f'{{\n  "format": {said(shape.FORMAT)},\n  "version": {shape.VERSION}'
    for part, value in Things(group, reader).parts():
        if value:
            yield f',\n\n  "{part}": {laid_out(value)}'
    for part, lines in (("acts", acts.in_order()), ("looks", acts.looks())):
        before = f',\n\n  "{part}": [\n    '
        for line in lines:
            yield before + said(line)
            before = ",\n    "
        if before == ",\n    ":
            yield "\n  ]"
    yield "\n}\n"


def said(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def laid_out(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2).replace("\n", "\n  ")
