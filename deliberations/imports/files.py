"""A file of somebody else's → its text. Runs in the limited process only; see limited.py.

All formats become plain text with lists and titles marked as in Markdown, so that one reader of
paragraphs serves them all.
"""

import io
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import charset_normalizer
import docx
import pypdf
from docx.oxml.ns import qn

type Progress = Callable[[int, int], None]

MAX_TEXT = 4_000_000
MAX_PAGES = 1000
MAX_PARTS = 2000
MAX_UNPACKED = 48 * 2**20
MAX_TAGS = 2_000_000
"""Of a part of a Word file: two hundred pages have some hundred thousand."""

ENDINGS = {
    ".txt": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".docx": "docx",
    ".pdf": "pdf",
}


ENCODINGS = [
    *("cp1252", "cp1250", "cp1251", "cp1256", "cp1253", "iso8859_15", "koi8_r", "mac_roman"),
    *("gb18030", "big5", "shift_jis", "euc_jp", "euc_kr", "utf_16_le", "utf_16_be"),
]
"""What is tried where a text is not in UTF-8: of a short one a guess among all is a bad one."""

BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    EOFError,
    NotImplementedError,
    ValueError,
    RuntimeError,
)
"""What zipfile raises of an archive that is cut off, encrypted or not what it says."""


class Unreadable(Exception):
    """The file is refused; `why` is a key of the sentence for the person."""

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(why)


def kind_of(name: str) -> str:
    """The kind of file by the ending of its name; the rest of the name means nothing."""
    ending = re.search(r"\.[a-z]{2,8}$", name.strip().lower())
    if ending and ending[0] in (".docm", ".dotm"):
        raise Unreadable("macros")
    if ending is None or ending[0] not in ENDINGS:
        raise Unreadable("unknown-format")
    return ENDINGS[ending[0]]


def text_of(data: bytes, kind: str, progress: Progress) -> tuple[str, list[str]]:
    """The text of a file, and remarks on how it was read, as keys."""
    if not data.strip():
        raise Unreadable("empty")
    refuse_other_content(data, kind)
    reading = {"pdf": pdf_text, "docx": docx_text}.get(kind, plain_text)
    text, remarks = reading(data, progress)
    text = re.sub(r"[^\S\n\t\f ]|[\x00-\x08\x0e-\x1f\x7f]", " ", text.replace("\r\n", "\n"))
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


# ---- Word


def docx_text(data: bytes, progress: Progress) -> tuple[str, list[str]]:
    refuse_bad_parts(data)
    try:
        document = docx.Document(io.BytesIO(data))
    except (ValueError, KeyError, OSError, SyntaxError, zipfile.BadZipFile, AttributeError):
        raise Unreadable("damaged") from None
    remarks: list[str] = []
    numbering = Numbering(document)
    blocks = []
    elements = list(blocks_of(document.element.body))
    for place, element in enumerate(elements):
        if place % 100 == 0:
            progress(place, len(elements))
        if element.tag == qn("w:tbl"):
            for row in element.iter(qn("w:tr")):
                cells = [words_of(cell, remarks) for cell in row.iter(qn("w:tc"))]
                blocks.append("> " + " | ".join(" ".join(cell.split()) for cell in cells))
        elif text := words_of(element, remarks).strip():
            blocks.append(numbering.marked(element, text))
    return "\n\n".join(blocks), sorted(set(remarks))


def refuse_bad_parts(data: bytes) -> None:
    """Look at what the archive says of itself before anything is unpacked."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError):
        raise Unreadable("damaged") from None
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
    for part in parts:
        if part.filename.endswith((".xml", ".rels")):
            refuse_bad_xml(archive, part)


OUTSIDE = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")


def refuse_bad_xml(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """No document type (entities), and nothing that is elsewhere but what a link leads to."""
    try:
        xml = archive.read(part)
    except BROKEN:
        raise Unreadable("damaged") from None
    # UTF-16 would hide the words looked for from a search of bytes.
    if xml[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in xml[:64]:
        raise Unreadable("damaged")
    # Counted before it is parsed: a tree needs far more memory than its letters.
    if xml.count(b"<") > MAX_TAGS:
        raise Unreadable("bomb")
    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
        raise Unreadable("entities")
    for relationship in OUTSIDE.findall(xml):
        if b'"External"' in relationship and b"/hyperlink" not in relationship:
            raise Unreadable("outside")


def blocks_of(body: Any) -> Iterator[Any]:
    """Paragraphs and tables in their order, those of content controls among them."""
    for child in body.iterchildren():
        if child.tag in (qn("w:p"), qn("w:tbl")):
            yield child
        elif child.tag == qn("w:sdt"):
            for content in child.iterchildren(qn("w:sdtContent")):
                yield from blocks_of(content)
        elif child.tag in (qn("w:ins"), qn("w:moveTo")):
            yield from blocks_of(child)


GONE = {qn("w:del"), qn("w:moveFrom")}


def words_of(element: Any, remarks: list[str]) -> str:
    """What a paragraph or cell says, with the tracked changes accepted."""
    said = []
    gone = 0

    def walk(node: Any) -> None:
        nonlocal gone
        for child in node.iterchildren():
            tag = child.tag
            if tag in GONE:
                remarks.append("tracked-changes")
            elif tag == qn("w:r") and is_struck(child):
                remarks.append("struck")
            elif tag == qn("w:t"):
                said.append(child.text or "")
            elif tag == qn("w:tab"):
                said.append("\t")
            elif tag in (qn("w:br"), qn("w:cr")):
                said.append("\n")
            elif tag == qn("w:p") and said:
                said.append("\n")
                walk(child)
            elif tag not in (qn("w:pPr"), qn("w:rPr"), qn("w:footnoteReference")):
                if tag in (qn("w:ins"), qn("w:moveTo")):
                    remarks.append("tracked-changes")
                walk(child)

    walk(element)
    return "".join(said)


def is_struck(run: Any) -> bool:
    for name in ("w:strike", "w:dstrike"):
        found = run.find(f"{qn('w:rPr')}/{qn(name)}")
        if found is not None and found.get(qn("w:val"), "1") not in ("0", "false", "off"):
            return True
    return False


ROMAN = [(10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")]


def written(number: int, shape: str) -> str:
    """A number as lists write it: "c", "iii", "3"."""
    if shape in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26)
        return letter.upper() if shape == "upperLetter" else letter
    if shape in ("lowerRoman", "upperRoman"):
        roman, left = "", number
        for value, letters in ROMAN:
            roman += letters * (left // value)
            left %= value
        return roman.upper() if shape == "upperRoman" else roman
    return str(number)


class Numbering:
    """Gives each paragraph the mark that Word shows before it: Word counts only on display."""

    def __init__(self, document: Any) -> None:
        self.counts: Counter[tuple[str, int]] = Counter()
        self.levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        self.styles = {style.style_id: style for style in document.styles}
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError, AttributeError):
            return  # A file without numbered lists has no such part, or not of the kind it says.
        abstract = {
            a.get(qn("w:abstractNumId")): a for a in root.iterchildren(qn("w:abstractNum"))
        }
        for num in root.iterchildren(qn("w:num")):
            of = num.find(qn("w:abstractNumId"))
            source = abstract.get(of.get(qn("w:val"))) if of is not None else None
            if source is not None:
                self.levels[num.get(qn("w:numId"))] = dict(levels_of(source))

    def marked(self, paragraph: Any, text: str) -> str:
        """The paragraph as a block of text: titles and items marked, further lines set in."""
        first, *further = text.split("\n")
        name = self.style_name(paragraph)
        if re.match(r"(heading [1-6]|title)$", name):
            return f"# {' '.join(text.split())}"
        if name.startswith(("quote", "intense quote")):
            return "> " + " ".join(text.split())
        num, level = self.place_in_lists(paragraph)
        mark = self.mark(num, level) if num else ""
        indent = "    " * level if mark else ""
        lines = [f"{indent}{mark} {first}" if mark else first]
        lines += [f"{indent}  {line.strip()}" if mark else line for line in further]
        return "\n".join(lines)

    def style_name(self, paragraph: Any) -> str:
        found = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        style = self.styles.get(found.get(qn("w:val"))) if found is not None else None
        return str(style.name).lower() if style is not None else ""

    def place_in_lists(self, paragraph: Any) -> tuple[str, int]:
        """The list and the level of a paragraph, its own or its style's; "" for none."""
        found = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        if found is None:
            at = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
            style = self.styles.get(at.get(qn("w:val"))) if at is not None else None
            for _ in range(10):
                if style is None:
                    break
                found = style.element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
                if found is not None:
                    break
                style = style.base_style if hasattr(style, "base_style") else None
        if found is None:
            return "", 0
        num, level = found.find(qn("w:numId")), found.find(qn("w:ilvl"))
        value = num.get(qn("w:val")) if num is not None else ""
        depth = level.get(qn("w:val")) if level is not None else "0"
        return ("" if value == "0" else value), min(int(depth), 8) if depth.isdigit() else 0

    def mark(self, num: str, level: int) -> str:
        levels = self.levels.get(num, {})
        shape, pattern, start = levels.get(level, ("bullet", "", 1))
        if shape == "bullet":
            return "-"
        if shape == "none":
            return ""
        for deeper in range(level + 1, 9):
            self.counts.pop((num, deeper), None)
        self.counts[num, level] = self.counts.get((num, level), start - 1) + 1

        def number(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            of, _pattern, begins = levels.get(at, ("decimal", "", 1))
            return written(self.counts.get((num, at), begins), of)

        mark = re.sub(r"%(\d)", number, pattern).strip()
        return mark if re.search(r"[.)]$", mark) else f"{mark}."


def levels_of(source: Any) -> Iterator[tuple[int, tuple[str, str, int]]]:
    """Of each level of a list: the shape of its numbers, their dress, and where they begin."""
    for level in source.iterchildren(qn("w:lvl")):
        shape, dress, start = (level.find(qn(f"w:{n}")) for n in ("numFmt", "lvlText", "start"))
        begins = start.get(qn("w:val"), "1") if start is not None else "1"
        yield (
            int(level.get(qn("w:ilvl"), "0")),
            (
                shape.get(qn("w:val"), "decimal") if shape is not None else "decimal",
                dress.get(qn("w:val"), "%1.") if dress is not None else "%1.",
                int(begins) if begins.isdigit() else 1,
            ),
        )


# ---- PDF


PAGE = re.compile(rb"/Type\s*/Page\b")


def pdf_text(data: bytes, progress: Progress) -> tuple[str, list[str]]:
    if b"%%EOF" not in data[-2048:]:
        raise Unreadable("truncated")
    # What it holds, whatever it says to hold; a file that was saved again holds old pages too.
    if len(PAGE.findall(data)) > 4 * MAX_PAGES:
        raise Unreadable("too-many-pages")
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            raise Unreadable("encrypted")
        # What the root says: to count the pages, all of them would be read.
        pages: Any = reader.root_object["/Pages"].get_object()
        count = int(pages["/Count"])
        if max(count, len(pages.get("/Kids", []))) > MAX_PAGES:
            raise Unreadable("too-many-pages")
        found = []
        for number, page in enumerate(reader.pages, start=1):
            if number > MAX_PAGES:
                raise Unreadable("too-many-pages")
            progress(number, count)
            found.append(page.extract_text())
            if sum(map(len, found[-1:])) > MAX_TEXT:
                raise Unreadable("bomb")
    except (Unreadable, MemoryError):
        raise
    except Exception:  # pypdf raises whatever it stumbles over in a damaged file.
        raise Unreadable("damaged") from None
    return "\n".join(without_running_lines(found)), ["pdf"]


PAGE_NUMBER = re.compile(r"\W*(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\W*", re.IGNORECASE)


def without_running_lines(pages: list[str]) -> Iterator[str]:
    """The pages without their numbers, and without what stands at the edge of most of them."""
    lines = [[line.rstrip() for line in page.splitlines() if line.strip()] for page in pages]
    edges = Counter(edge for page in lines for edge in {*page[:1], *page[-1:]})
    running = {edge for edge, count in edges.items() if count > max(2, len(pages) // 2)}
    for page in lines:
        while page and (page[0] in running or PAGE_NUMBER.fullmatch(page[0])):
            page.pop(0)
        while page and (page[-1] in running or PAGE_NUMBER.fullmatch(page[-1])):
            page.pop()
        yield "\n".join(page)
