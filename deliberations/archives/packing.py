"""Packing an archive: everything once, row by row, the same record to the same bytes."""

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import batched
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.conf import settings
from django.utils import translation

from deliberations import permissions
from deliberations.archives.readme import readme
from deliberations.archives.tables import Table, counted, tables_of
from deliberations.data import line_data
from deliberations.models import Import, Issue, WorkingGroup
from deliberations.papers.cells import csv_lines
from deliberations.permissions import Person
from deliberations.readings.history import entries_of, in_words
from deliberations.record_file.telling import record_told
from deliberations.record_file.telling_things import files_of_import
from deliberations.record_file.unpacking import RECORD_FILE, SUMS
from wgec.database.moment import at_one_moment

AT_ONCE = 2000
"""So many entries are in memory at a time."""
BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The time of every file in an archive: the first that a ZIP can say."""


class Packer:
    """Writes files into an archive, and their checksums as the last."""

    def __init__(self, file: IO[bytes]) -> None:
        self.zip = ZipFile(file, "w", ZIP_DEFLATED)
        self.sums: list[str] = []

    def add(self, name: str, pieces: Iterable[str | bytes]) -> None:
        digest = sha256()
        with self.zip.open(told_of(name), "w", force_zip64=True) as file:
            for piece in pieces:
                raw = piece.encode() if isinstance(piece, str) else piece
                digest.update(raw)
                file.write(raw)
        self.sums.append(f"{digest.hexdigest()}  {name}\n")

    def close(self) -> None:
        self.zip.writestr(told_of(SUMS), "".join(self.sums))
        self.zip.close()


def told_of(name: str) -> ZipInfo:
    info = ZipInfo(name, BEGINNING)
    info.compress_type = ZIP_DEFLATED
    info.create_system = 3
    info.external_attr = 0o644 << 16
    return info


def pack(group: WorkingGroup, reader: Person, file: IO[bytes]) -> None:
    """Write the archive of what the reader sees of the record, as it is at one moment."""
    packer = Packer(file)
    with at_one_moment(), translation.override(settings.LANGUAGE_CODE):
        tables = tables_of(group, reader)
        packer.add("README.txt", readme(group, reader, tables, counted(tables)))
        packer.add(RECORD_FILE, record_told(group, reader))
        for table in tables:
            packer.add(f"tables/{table.name}.csv", csv_of(table))
        for name, content in files_of(group, reader):
            packer.add(name, [content])
        packer.add("history.jsonl", history_told(group, reader))
    packer.close()


def csv_of(table: Table) -> Iterator[str]:
    return csv_lines([column.name for column in table.columns], table.lines())


def files_of(group: WorkingGroup, reader: Person) -> Iterator[tuple[str, bytes]]:
    """The issued documents, and what was brought in; one of them in memory at a time."""
    issues = Issue.objects.visible_to(reader).filter(group=group).select_related("group")
    for issue in issues.order_by("number").iterator(chunk_size=1):
        yield f"documents/{issue.name}.txt", issue.text.encode()
        yield f"documents/{issue.name}.docx", bytes(issue.docx)
        yield f"documents/{issue.name}.pdf", bytes(issue.pdf)
    imports = Import.objects.visible_to(reader).filter(group=group).select_related("meeting")
    for one in imports.order_by("pk").iterator(chunk_size=1):
        content, text = files_of_import(one)
        yield content, bytes(one.content)
        yield text, one.text.encode()


def history_told(group: WorkingGroup, reader: Person) -> Iterator[str]:
    """An entry in a line, the first one first."""
    names_shown = permissions.names_shown(reader, group)
    entries = entries_of(group, reader=reader).order_by("id").iterator(chunk_size=AT_ONCE)
    for some in batched(entries, AT_ONCE, strict=False):
        for line in in_words(some, reader=reader, names_shown=names_shown):
            yield json.dumps(line_data(line), ensure_ascii=False) + "\n"
