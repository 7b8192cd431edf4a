"""The archive that a Word file is: refused if it holds what is bad, thinned to what is read."""

import io
import re
import zipfile
import zlib
from collections.abc import Sequence

from deliberations.imports.unreadable import Unreadable

MAX_PARTS = 2000
MAX_UNPACKED = 48 * 2**20
MAX_TAGS = 2_000_000
"""Of a part of a Word file: two hundred pages have some hundred thousand."""

BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    EOFError,
    NotImplementedError,  # packed in a manner that zipfile does not read
    ValueError,
    RuntimeError,
)
"""What zipfile raises of an archive that is cut off, encrypted or not what it says."""

DRESS = re.compile(
    rb' w:(?:rsid\w*|paraId|textId)="[^"<>]*"'
    rb"|<w:(?:rFonts|sz|szCs|lang|color|b|bCs|i|iCs|u|kern|spacing|ind|jc|shd|noProof|proofErr"
    rb"|lastRenderedPageBreak|bookmarkStart|bookmarkEnd|highlight)(?: [^<>]*)?/>"
)
"""How the words look, and who typed them when: of two hundred pages more than half, never read."""


def what_is_read_of(data: bytes) -> io.BytesIO:
    """The Word file with what is read of it, and no more. Unreadable if it holds what is bad."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        parts = archive.infolist()
    except BROKEN:
        raise Unreadable("damaged") from None
    refuse_bad_parts(parts)
    read = io.BytesIO()
    with zipfile.ZipFile(read, "w") as thin:
        for part in parts:
            xml = b""  # Pictures and fonts: they are named, and not looked at.
            if part.filename.endswith((".xml", ".rels")):
                xml = unpacked(archive, part)
                refuse_bad_xml(xml)
            thin.writestr(part.filename, DRESS.sub(b"", xml))
    return read


def refuse_bad_parts(parts: Sequence[zipfile.ZipInfo]) -> None:
    """Look at what the archive says of itself before anything is unpacked."""
    names = [part.filename for part in parts]
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise Unreadable("bomb")
    if any(part.flag_bits & 1 for part in parts):
        raise Unreadable("encrypted-or-old")
    if any("vbaproject" in name.lower() for name in names):
        raise Unreadable("macros")
    bad = any(name.startswith(("/", "\\")) or ".." in name or ":" in name for name in names)
    if bad or len(set(names)) < len(names) or "[Content_Types].xml" not in names:
        raise Unreadable("damaged" if "[Content_Types].xml" in names else "other-content")


def unpacked(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    try:
        return archive.read(part)
    except BROKEN:
        raise Unreadable("damaged") from None


RELATIONSHIP = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
ELSEWHERE = re.compile(rb"TargetMode\s*=\s*[\"']External[\"']")
OTHER_LETTERS = re.compile(rb"(?i)<\?xml[^>]*encoding\s*=\s*[\"'](?!utf-?8[\"']|us-ascii[\"'])")


def refuse_bad_xml(xml: bytes) -> None:
    """No document type (entities), and nothing that is elsewhere but what a link leads to."""
    # Any other encoding would hide the words looked for from a search of bytes.
    start = xml[:200]
    if start[:1] not in (b"<", b"\xef", b"") or b"\x00" in start or OTHER_LETTERS.search(start):
        raise Unreadable("damaged")
    # Counted before it is parsed: a tree needs far more memory than its letters.
    if xml.count(b"<") > MAX_TAGS:
        raise Unreadable("bomb")
    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
        raise Unreadable("entities")
    for relationship in RELATIONSHIP.findall(xml):
        if ELSEWHERE.search(relationship) and b"/hyperlink" not in relationship:
            raise Unreadable("outside")
