"""The files that belong to a record file: in its folder, or with it in an archive."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, Protocol

from django.utils.translation import gettext as _

from deliberations.record_file.places import Place

MOST_BYTES = 100_000_000
"""Of one such file."""


class Files(Protocol):
    """Gives the bytes of a file by the name that the record file has for it; None: not there."""

    def read(self, name: str) -> bytes | None: ...


class Folder:
    """The files lie beside the record file. Their names lead nowhere else: see FILE_NAME."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def read(self, name: str) -> bytes | None:
        path = self.folder / name
        try:
            return path.read_bytes() if path.stat().st_size <= MOST_BYTES else None
        except OSError:
            return None


class NoFiles:
    """There are none."""

    def read(self, name: str) -> bytes | None:
        return None


def named_files(content: dict[str, Any], place: Place) -> Iterator[tuple[dict[str, str], Place]]:
    """Each place of a content that names a file."""
    for at, one in enumerate(content["imports"]):
        for key in ("content", "text"):
            yield one[key], place / "imports" / at / key
    for at, act in enumerate(content["acts"]):
        if act["act"] == "issue_document":
            for key in ("text", "docx", "pdf"):
                yield act[key], place / "acts" / at / key


def check_files(content: dict[str, Any], files: Files, place: Place) -> None:
    """Whatever file is named is there, as it was."""
    for named, there in named_files(content, place):
        found = files.read(named["file"])
        if found is None:
            there.wrong(_("“%(file)s” is not there.") % {"file": named["file"]})
        elif sha256(found).hexdigest() != named["sha256"]:
            there.wrong(_("“%(file)s” has another checksum.") % {"file": named["file"]})
        elif there.path.endswith(".text"):
            check_text(found, there)


def check_text(found: bytes, place: Place) -> None:
    try:
        text = found.decode()
    except UnicodeDecodeError:
        place.wrong(_("is not text in UTF-8."))
    else:
        if "\0" in text:
            place.wrong(_("holds a character that no text has."))
