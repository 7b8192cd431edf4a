"""Files that cost: more memory or time than any document needs, or would, where they are read."""

import zlib

from tests.imports.making import assembled, docx_bytes, with_parts

CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
PAGES = b"<< /Type /Pages /Kids [%s] /Count %d >>"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word(body: str) -> bytes:
    xml = f"<w:document {NS}><w:body>{body}</w:body></w:document>"
    return with_parts(docx_bytes(("", "One")), **{"word/document.xml": xml.encode()})


def stream(content: bytes, how: bytes) -> bytes:
    return b"<< %s /Length %d >> stream\n%s\nendstream" % (how, len(content), content)


def pages_of(content: bytes, count: int = 1) -> bytes:
    """A PDF in which all pages show the same content, an object."""
    kids = b" ".join(b"%d 0 R" % number for number in range(5, 5 + count))
    page = b"<< /Type /Page /Parent 2 0 R /Resources << /Font << /F 3 0 R >> >> /Contents 4 0 R >>"
    return assembled([CATALOG, PAGES % (kids, count), FONT, content, *[page] * count])


def packed(content: bytes) -> bytes:
    return stream(zlib.compress(content, 9), b"/Filter /FlateDecode")


CELL = "<w:tr><w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tr>"
LINES = b"BT /F 9 Tf " + b"(aaaaaaaaaaaaaaaaa) Tj " * 10_000 + b"ET"

COSTLY = {
    "a million empty paragraphs": ("docx", lambda: word("<w:p/>" * 990_000), "too-much"),
    "a table without end": ("docx", lambda: word(f"<w:tbl>{CELL * 150_000}</w:tbl>"), "too-much"),
    "a stream that unpacks without end": (
        "pdf",
        lambda: pages_of(packed(b" " * 2**28)),
        "too-much",
    ),
    "a run that unpacks without end": (
        "pdf",
        lambda: pages_of(stream(b"\x81 " * 2**22, b"/Filter /RunLengthDecode")),
        "too-much",
    ),
    "nine hundred pages, each of them slow": (
        "pdf",
        lambda: pages_of(packed(LINES), 900),
        "bomb",
    ),
    "a million items": ("text", lambda: b"- a\n" * 990_000, "too-much"),
    "letters of four bytes": ("text", lambda: "\U0001f600".encode() * 4_000_000, "too-much"),
    "emphasis that never ends": ("markdown", lambda: b"__a **b " * 480_000, "too-much"),
    "a title of spaces": ("markdown", lambda: b"# a" + b" " * 3_900_000 + b"x", "too-much"),
}
"""kind, the file, why it is refused (too-much: unless a quick machine reads it in time)."""
