"""A file of somebody else's → its text. Runs in the limited process only; see limited.py.

All formats become plain text with lists and titles marked as in Markdown, so that one reader of
paragraphs serves them all.
"""

import re

import charset_normalizer

from deliberations.imports.pdf import pdf_text
from deliberations.imports.unreadable import MAX_TEXT, Progress, Unreadable
from deliberations.imports.word import docx_text

ENDINGS = {
    ".txt": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".docx": "docx",
    ".pdf": "pdf",
}


def kind_of(name: str) -> str:
    """The kind of file by the ending of its name; the rest of the name means nothing."""
    ending = re.search(r"\.[a-z]{2,8}$", name.strip().lower())
    if ending and ending[0] in (".docm", ".dotm"):
        raise Unreadable("macros")
    if ending is None or ending[0] not in ENDINGS:
        raise Unreadable("unknown-format")
    return ENDINGS[ending[0]]


BETWEEN_LETTERS = re.compile("[\u00ad\u200b\u2060\ufeff\u202d\u202e]")
"""What nobody sees: it parts a word in two for whom it is read by, or turns round its letters."""
NO_LETTERS = re.compile(r"[^\S\n\t\f ]|[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")


def text_of(data: bytes, kind: str, progress: Progress) -> tuple[str, list[str]]:
    """The text of a file, and remarks on how it was read, as keys."""
    if not data.strip():
        raise Unreadable("empty")
    refuse_other_content(data, kind)
    reading = {"pdf": pdf_text, "docx": docx_text}.get(kind, plain_text)
    text, remarks = reading(data, progress)
    text = BETWEEN_LETTERS.sub("", text.replace("\r\n", "\n"))
    text = NO_LETTERS.sub(" ", text)
    if len(text) > MAX_TEXT:
        raise Unreadable("too-large")
    if not text.strip():
        raise Unreadable("no-text")
    return text, remarks


def refuse_other_content(data: bytes, kind: str) -> None:
    """What the file is, is said by its first bytes; its name says the same, or it is refused."""
    begins = {b"%PDF-": "pdf", b"PK\x03\x04": "docx", b"PK\x05\x06": "docx"}
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        # What Word encrypts, or wrote before 2007.
        raise Unreadable("encrypted-or-old")
    found = next(
        (what for start, what in begins.items() if data.lstrip()[:5].startswith(start)), ""
    )
    if found != (kind if kind in ("pdf", "docx") else ""):
        raise Unreadable("other-content")


# ---- text

ENCODINGS = [
    *("cp1252", "cp1250", "cp1251", "cp1256", "cp1253", "iso8859_15", "koi8_r", "mac_roman"),
    *("gb18030", "big5", "shift_jis", "euc_jp", "euc_kr", "utf_16_le", "utf_16_be"),
]
"""What is tried where a text is not in UTF-8: of a short one a guess among all is a bad one."""


def plain_text(data: bytes, progress: Progress) -> tuple[str, list[str]]:
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"", "utf-8-sig")):
        if data.startswith(mark):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                continue
            return refuse_binary(text), []
    best = charset_normalizer.from_bytes(data[:200_000], cp_isolation=ENCODINGS).best()
    if best is None:
        raise Unreadable("encoding")
    try:
        text = data.decode(best.encoding)
    except UnicodeDecodeError:
        raise Unreadable("encoding") from None
    # Of those that say the same, the name that people know.
    usual = "cp1252" if "cp1252" in best.could_be_from_charset else best.encoding
    return refuse_binary(text), [f"encoding:{usual}"]


def refuse_binary(text: str) -> str:
    if len(re.findall(r"[\x00-\x08\x0e-\x1f]", text)) > len(text) // 200:
        raise Unreadable("other-content")
    return text
