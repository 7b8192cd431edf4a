"""A Word file → its text, with what Word only shows: the numbers of its lists, tracked changes."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import docx
from docx.oxml.ns import qn
from lxml.etree import ErrorTypes

from deliberations.imports.archive import what_is_read_of
from deliberations.imports.unreadable import Progress, Unreadable


def docx_text(data: bytes, progress: Progress) -> tuple[str, list[str]]:
    """The text of a Word file, block by block. Unreadable if it is bad."""
    try:
        return text_of_document(docx.Document(what_is_read_of(data)), progress)
    except (Unreadable, MemoryError, RecursionError):
        raise
    except SyntaxError as error:
        # Of lxml: there was no memory for it.
        lacks = getattr(error, "code", None) == ErrorTypes.ERR_NO_MEMORY
        raise Unreadable("too-much" if lacks else "damaged") from None
    except Exception:  # python-docx raises whatever it stumbles over in a damaged file.
        raise Unreadable("damaged") from None


def text_of_document(document: Any, progress: Progress) -> tuple[str, list[str]]:
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
