"""An archive that somebody brings: nothing of it is believed before it is checked."""

import re
import zlib
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from django.utils.translation import gettext as _

from deliberations.record_file.files import MOST_BYTES
from deliberations.record_file.places import Malformed, Place, quoted

RECORD_FILE = "record.json"
SUMS = "SHA256SUMS"
NAMES = re.compile(
    r"README\.txt|record\.json|history\.jsonl|SHA256SUMS"
    r"|(?:tables|documents|imports)/[-a-zA-Z0-9_]+(?:\.[a-z]+)+"
)
MOST_FILES = 100_000
MOST_IN_ALL = 4_000_000_000
MOST_OF_RECORD = 500_000_000
"""Bytes, unpacked: more than the record of any group has."""
AT_ONCE = 1 << 20


class Archive:
    """The files of an archive, each as its checksum says. Raises Malformed for any other."""

    def __init__(self, path: Path, place: Place) -> None:
        self.place = place
        try:
            self.zip = ZipFile(path)
            self.check()
        # What zipfile raises of an archive that is cut off, encrypted or packed in another way.
        except (BadZipFile, EOFError, NotImplementedError, ValueError, zlib.error):
            place.wrong(_("is damaged: it can’t be unpacked."))
        if place.problems:
            raise Malformed(place.problems)

    def record(self) -> bytes:
        return self.zip.read(RECORD_FILE)

    def read(self, name: str) -> bytes | None:
        try:
            info = self.zip.getinfo(name)
        except KeyError:
            return None
        return self.zip.read(info) if info.file_size <= MOST_BYTES else None

    def check(self) -> None:
        """What stands in its list of contents first; what it holds only where that is in order."""
        infos = [info for info in self.zip.infolist() if not info.is_dir()]
        for sentence in self.wrong_with_the_list(infos):
            self.place.wrong(sentence)
        if not self.place.problems:
            self.check_sums([info for info in infos if info.filename != SUMS])

    def wrong_with_the_list(self, infos: list[ZipInfo]) -> Iterator[str]:
        names = [info.filename for info in infos]
        if len(names) > MOST_FILES or sum(info.file_size for info in infos) > MOST_IN_ALL:
            yield _("unpacks to more than the record of a group has.")
            return
        for name in (RECORD_FILE, SUMS):
            if name not in names:
                yield _("is no archive of a record: it has no %(file)s.") % {"file": name}
        if len(set(names)) < len(names):
            yield _("holds a file twice.")
        for info in infos:
            if not NAMES.fullmatch(info.filename):
                yield _("%(file)s has no place in an archive of a record.") % {
                    "file": quoted(info.filename)
                }
            elif info.flag_bits & 1 or info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
                yield _("%(file)s is encrypted, or packed in another way than archives are.") % {
                    "file": quoted(info.filename)
                }
            elif info.filename in (RECORD_FILE, SUMS) and info.file_size > MOST_OF_RECORD:
                yield _("%(file)s unpacks to more than the record of a group has.") % {
                    "file": quoted(info.filename)
                }

    def check_sums(self, infos: list[ZipInfo]) -> None:
        lines = self.zip.read(SUMS).decode("ascii", "replace").splitlines()
        said = {name: digest for digest, _two, name in (line.partition("  ") for line in lines)}
        for info in infos:
            digest = said.pop(info.filename, None)
            if digest is None:
                self.wrong(info.filename, _("%(file)s is not in the list of its checksums."))
            elif digest != self.sum_of(info):
                self.wrong(info.filename, _("%(file)s has another checksum than it had."))
        for name in said:
            self.wrong(name, _("%(file)s is missing."))

    def wrong(self, name: str, sentence: str) -> None:
        self.place.wrong(sentence % {"file": quoted(name)})

    def sum_of(self, info: ZipInfo) -> str:
        digest = sha256()
        with self.zip.open(info) as file:
            for piece in pieces(file):
                digest.update(piece)
        return digest.hexdigest()


def pieces(file: IO[bytes]) -> Iterator[bytes]:
    while piece := file.read(AT_ONCE):
        yield piece
