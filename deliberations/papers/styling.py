"""A paper in the house style of a group: its words put into a Word file that the group made.

The style is somebody's file: it is worked on in the limited process only. Without Django.
"""

import base64
import encodings
import html
import importlib
import io
import json
import re
import sys
import zipfile
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

import docx
import lxml.etree
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docxtpl import DocxTemplate
from jinja2 import TemplateError, TemplateSyntaxError

from deliberations.imports import files, limited
from deliberations.imports.archive import what_is_read_of
from deliberations.imports.unreadable import Unreadable
from deliberations.papers import is_right_to_left
from deliberations.papers.finishing import REFERENCE, finished, turn
from deliberations.papers.language import OF_A_PART, Language, Misfit, line_of, misfit_of


class Style(DocxTemplate):  # type: ignore[misc]  # it has no types
    """The style as the library fills it in; a mistake names its paragraph.

    Before the library takes paragraphs away, each is put on a line of its own.
    """

    lines: list[str]

    def patch_xml(self, src_xml: str) -> str:
        source = re.sub(r"(?=<w:p[ >])", "\n", src_xml.replace("\n", " "))
        self.lines = source.split("\n")
        patched: str = super().patch_xml(source)
        return patched

    def render_xml_part(self, src_xml: str, part: Any, context: Any, jinja_env: Any) -> str:
        try:
            for number, line in enumerate(self.lines, start=1):
                if not closes(words_in(line)):
                    raise Misfit("braces", line=number)
            said = jinja_env.from_string(src_xml).render(context)
            lxml.etree.fromstring(said.encode())
        except Misfit as misfit:
            raise self.placed(misfit, part) from None
        except TemplateSyntaxError as error:
            raise self.placed(misfit_of(error), part) from None
        except lxml.etree.XMLSyntaxError:
            raise self.placed(Misfit("crossed"), part) from None
        except (TemplateError, TypeError, ValueError, SyntaxError) as error:
            failed = Misfit("fails", str(error), line_of(error.__traceback__))
            raise self.placed(failed, part) from None
        filled: str = self.resolve_listing(re.sub(r"\n(?=<w:p[ >])", "", said))
        return filled

    def placed(self, misfit: Misfit, part: Any) -> Misfit:
        where = re.search(r"document|header|footer|footnotes", str(part.partname))
        misfit.where = where[0] if where else ""
        # Before the first paragraph there is a line too.
        if 1 < misfit.line <= len(self.lines):
            misfit.number = misfit.line - 1
            misfit.words = words_in(self.lines[misfit.line - 1])[:120]
        return misfit


def words_in(line: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", line)).split())


def closes(words: str) -> bool:
    """Whether each mark in a paragraph is whole in it: else it would reach into the next ones."""
    opened = ""
    for mark in re.findall(r"\{[{%#]|[}%#]\}", words):
        if bool(opened) == (mark[0] == "{") or (opened and OPENED[mark] != opened):
            return False
        opened = mark if mark[0] == "{" else ""
    return not opened


OPENED = {"}}": "{{", "%}": "{%", "#}": "{#"}


class Words(NamedTuple):
    """A paper as it comes. day: in ISO; parts: kind, text, reference of the decision, the label
    that the text begins with, the words without it.
    """

    title: str
    day: str | None
    language: str
    parts: list[tuple[str, str, str, str, str]]

    def said(self) -> dict[str, Any]:
        """What a style may speak of."""
        parts = [dict(zip(OF_A_PART, part, strict=True)) for part in self.parts]
        head = {part["kind"]: part["text"] for part in parts if part["kind"] in HEAD}
        return {
            **dict.fromkeys(("letterhead", "title", "date"), ""),
            **head,
            "language": self.language,
            "parts": parts,
            "body": [part for part in parts if part["kind"] not in HEAD],
        }


HEAD = ("letterhead", "title", "date")


def filled(style: bytes, paper: Words) -> bytes:
    """The paper as a Word file in the style. Misfit if the style can't be filled in."""
    template = Style(io.BytesIO(style))
    template.render(paper.said(), Language())
    word: WordDocument = template.docx
    for element in word.element.iter(qn("w:p")):
        paragraph = Paragraph(element, word)
        reference = REFERENCE.match(paragraph.text)
        if is_right_to_left(paragraph.text[reference.end() if reference else 0 :]):
            turn(paragraph)
    dated = date.fromisoformat(paper.day) if paper.day else None
    return finished(word, title=paper.title, language=paper.language, dated=dated)


# ---- what no style has

FIELDS = re.compile(
    r";\s*(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|RD|DATABASE|MACROBUTTON|ASK"
    r"|FILLIN|DATE|TIME|SAVEDATE|PRINTDATE|CREATEDATE)\b",
    re.IGNORECASE,
)
"""Fields that fetch, ask, or show something else each time the document is opened."""
FETCHING = ("altChunk", "subDoc")
PROGRAMS = re.compile(r"activex|embeddings/|oleobject", re.IGNORECASE)
PARSER = lxml.etree.XMLParser(resolve_entities=False, no_network=True)


def refuse_bad_style(style: bytes) -> None:
    """No program in it, and nothing that is not in it: what is issued says the same for good."""
    files.refuse_other_content(style, "docx")
    what_is_read_of(style)
    with zipfile.ZipFile(io.BytesIO(style)) as archive:
        for name in archive.namelist():
            if PROGRAMS.search(name):
                raise Unreadable("macros")
            if name.endswith((".xml", ".rels")):
                refuse_fetching(archive.read(name))


def refuse_fetching(xml: bytes) -> None:
    """As the file is understood, not as it is written: by any prefix, in any quotes."""
    fields = []
    for node in lxml.etree.fromstring(xml, PARSER).iter(lxml.etree.Element):
        name = lxml.etree.QName(node).localname
        own = {str(lxml.etree.QName(key).localname): value for key, value in node.items()}
        if "macroenabled" in own.get("ContentType", "").lower():
            raise Unreadable("macros")
        is_away = own.get("TargetMode", "").lower() == "external"
        if name in FETCHING or (is_away and not own.get("Type", "").endswith("/hyperlink")):
            raise Unreadable("outside")
        if name == "instrText":
            fields.append(node.text or "")
        elif own.get("fldCharType") == "begin":
            fields.append(" ; ")
        elif name == "fldSimple":
            fields.append(f" ; {own.get('instr', '')}")
    # Word may part one instruction among several runs.
    if found := FIELDS.search("".join(fields)):
        raise Misfit("field", found[1])


# ---- that nothing is left out


def left_out(paper: Words, file: bytes) -> Iterator[tuple[str, str]]:
    """The parts that do not stand in the file, or not in their order. Of what stands at the head
    some may be at the edge of the pages; the letterhead may be a picture.
    """
    word = docx.Document(io.BytesIO(file))
    said, at = spoken_in(word.element), 0
    edges = " ".join(
        spoken_in(edge._element)
        for section in word.sections
        for edge in (section.header, section.footer, section.first_page_header)
        if not edge.is_linked_to_previous
    )
    for kind, text, *_rest in paper.parts:
        words = " ".join(text.split())
        found = said.find(words, at)
        if found >= 0:
            at = found + len(words)
        elif kind != "letterhead" and not (kind in HEAD and words in edges):
            yield kind, text


def spoken_in(element: Any) -> str:
    """The words of all paragraphs, those in tables and boxes among them, with single spaces."""
    paragraphs = (Paragraph(each, None).text for each in element.iter(qn("w:p")))  # type: ignore[arg-type]  # its text needs no parent
    return " ".join(" ".join(paragraphs).split())


# ---- inside the limited process


def main(asked: str) -> None:
    """asked: "fill" for the file alone; "try" for what it says, too, read back as one brought in.

    In: {"style": base64, "papers": [[...], ...]}. Out: {"files": [base64, ...], "texts": [...]},
    {"lost": [[kind, text], ...]}, {"misfit": {...}} or {"why": ...}.
    """
    given = json.loads(sys.stdin.buffer.read())
    docx.Document()  # loads what it needs
    limited.load_all_of(encodings)
    # As a mistake does, when no file can be opened any more.
    importlib.import_module("jinja2.debug")
    limited.limit(limited.address_space())
    said = answer(asked, given)
    sys.stdout.buffer.write(json.dumps(said).encode() + b"\n")


def answer(asked: str, given: dict[str, Any]) -> dict[str, Any]:
    style = base64.b64decode(given["style"])
    try:
        refuse_bad_style(style)
        papers = [Words(*paper) for paper in given["papers"]]
        made = [filled(style, paper) for paper in papers]
        for paper, file in zip(papers, made, strict=True):
            if lost := list(left_out(paper, file)):
                return {"lost": lost}
        said: dict[str, Any] = {"files": [base64.b64encode(file).decode() for file in made]}
        if asked == "try":
            said["texts"] = [
                files.text_of(file, "docx", lambda done, of: None)[0] for file in made
            ]
    except Unreadable as unreadable:
        return {"why": unreadable.why}
    except Misfit as misfit:
        return {"misfit": misfit.told()}
    except (MemoryError, RecursionError):
        return {"why": "too-much"}
    except Exception:  # the libraries raise whatever they stumble over in a damaged file
        return {"why": "damaged"}
    return said
