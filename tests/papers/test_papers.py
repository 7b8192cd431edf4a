"""The issued files: word for word the text, for every reader, in six languages."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pypdf
import pytest
from django.contrib.auth.models import AnonymousUser
from docx import Document
from docx.oxml.ns import qn

from deliberations.papers import is_right_to_left
from deliberations.papers.pdf import pdf_of
from deliberations.papers.word import docx_of
from deliberations.readings.parts import Part, PartKind
from deliberations.readings.synthesis import synthesis_of
from tests.papers.reading import words_of_docx, words_of_pdf


@dataclass
class Sheet:
    """A paper of such sentences, each followed by its list of one."""

    sentences: Iterable[str]
    title: str = "A paper"
    dated: date | None = None

    def parts(self) -> Iterable[Part]:
        for sentence in self.sentences:
            yield Part(PartKind.SENTENCE, sentence)
            yield Part(PartKind.ITEM, sentence)


def opened(file: bytes) -> Any:
    return pypdf.PdfReader(BytesIO(file))


def fonts_of(file: bytes) -> dict[str, bool]:
    """The fonts of a PDF, and whether each is in the file."""
    found = {}
    for page in opened(file).pages:
        for reference in page["/Resources"]["/Font"].values():
            [font] = reference.get_object()["/DescendantFonts"]
            descriptor = font.get_object()["/FontDescriptor"].get_object()
            name = descriptor["/FontName"].partition("+")[2]
            found[name] = bool({"/FontFile2", "/FontFile3"} & descriptor.keys())
    return found


@pytest.mark.django_db
def test_the_files_of_the_wgecs_synthesis_say_its_text_word_for_word(record):
    synthesis = synthesis_of(record.meetings.get(number=2), AnonymousUser())
    text = " ".join(" ".join(part.text for part in synthesis.parts()).split())

    assert words_of_docx(docx_of(synthesis)) == text
    assert words_of_pdf(pdf_of(synthesis)) == text
    assert text.split() == synthesis.text.replace("\n- ", "\n").split()


@pytest.mark.parametrize(
    "sentence",
    [
        "The Group agreed: “fine”, 'so', \"so\" -- and officially...",
        "L’Assemblée a décidé, à l'unanimité : « d’accord » œuvre",
        "El Grupo acordó, en principio: ¿señal? ¡sí!",
        "Группа согласилась с тем, что объём ещё не ясен:",
        "工作组原则上同意下列特点：透明、包容。",
        "#strong[a] $x$ *b* _c_ @d <e> \\f // g ~ `h` = i",
        "{{ a }} {% b %} &amp; <w:t>",
    ],
)
def test_what_is_written_is_set_as_it_is_written(sentence):
    sheet = Sheet([sentence])

    assert words_of_docx(docx_of(sheet)) == f"{sentence} {sentence}"
    assert words_of_pdf(pdf_of(sheet)) == f"{sentence} {sentence}"


def test_arabic_stands_from_right_to_left_with_all_its_letters():
    sentence = "اتفقت المجموعة من حيث المبدأ على ما يلي:"
    sheet = Sheet([sentence])

    [first, item] = Document(BytesIO(docx_of(sheet))).paragraphs
    told = words_of_pdf(pdf_of(sheet))

    assert (first.text, item.text) == (sentence, sentence)
    assert len(first._p.findall(f"{qn('w:pPr')}/{qn('w:bidi')}")) == 1
    assert first.runs[0].font.rtl is True
    # A PDF holds letters where they stand; how they become words again is its reader's guess.
    assert sorted(re.sub(r"[\s–]", "", told)) == sorted(sentence.replace(" ", "") * 2)


@dataclass
class Listed:
    """A paper of one list."""

    items: Iterable[str]
    kind: PartKind = PartKind.ITEM
    title: str = "A list"
    dated: date | None = None

    def parts(self) -> Iterable[Part]:
        for number, item in enumerate(self.items, start=1):
            yield Part(self.kind, f"E{number} {item}" if self.kind == PartKind.ELEMENT else item)


def places_in(file: bytes, mark: str) -> list[int]:
    """How far from the left, in points, each text that begins with it stands in the PDF."""
    found = []

    def look(text: str, outer: list[float], _inner: Any, _font: Any, _size: float) -> None:
        if text.strip().startswith(mark):
            found.append(round(outer[4]))

    opened(file).pages[0].extract_text(visitor_text=look)
    return found


@pytest.mark.parametrize(("kind", "mark"), [(PartKind.ITEM, "–"), (PartKind.ELEMENT, "E")])
def test_a_list_has_its_marks_on_one_side_whatever_its_items_begin_with(kind, mark):
    middle = 210 / 25.4 * 72 / 2

    for items, on_the_right in (
        (["ICANN", "الشفافية", "السلام"], True),
        (["الشفافية", "Peace", "Openness"], False),
    ):
        places = places_in(pdf_of(Listed(items, kind)), mark)
        assert [place > middle for place in places] == [on_the_right] * 3


def test_latin_letters_in_a_list_from_right_to_left_stay_in_their_order():
    paragraphs = Document(BytesIO(docx_of(Listed(["ICANN", "الشفافية", "السلام"])))).paragraphs

    assert [len(p._p.findall(f"{qn('w:pPr')}/{qn('w:bidi')}")) for p in paragraphs] == [1, 1, 1]
    assert [p.runs[0].font.rtl for p in paragraphs] == [None, True, True]


def test_a_heading_in_chinese_is_heavier_than_its_text():
    heavier = b"2 Tr"
    heading, text = (
        opened(pdf_of(Listed(["和平"], kind))).pages[0].get_contents().get_data()
        for kind in (PartKind.QUESTION, PartKind.PARAGRAPH)
    )

    assert (heavier in heading, heavier in text) == (True, False)


def test_the_fonts_of_all_six_languages_are_in_the_pdf():
    sheet = Sheet(["English, français, español", "русский", "中文", "العربية"])

    assert fonts_of(pdf_of(sheet)) == {
        "LibertinusSerif-Regular": True,
        "NotoSansCJKsc-Regular": True,
        "Amiri-Regular": True,
    }


def test_the_pdf_is_tagged_and_says_what_it_is():
    """As PDF/UA-1 asks; that the rest of it is kept, the typesetter checks or refuses."""
    reader = opened(pdf_of(Sheet(["One", "Two"], title="A title")))
    root = reader.root_object

    assert bool(root["/MarkInfo"]["/Marked"])
    assert root["/Lang"] == "en"
    assert b"pdfuaid:part" in root["/Metadata"].get_data()
    assert reader.metadata.title == "A title"
    assert bool(root["/ViewerPreferences"]["/DisplayDocTitle"])


@pytest.mark.parametrize("dated", [None, date(2017, 5, 2), date(1979, 1, 1)])
def test_the_same_words_give_the_same_bytes_at_any_time(dated):
    sheet = Sheet(["One", "Two"], dated=dated)
    word, pdf = docx_of(sheet), pdf_of(sheet)

    assert (docx_of(sheet), pdf_of(sheet)) == (word, pdf)
    assert {entry.date_time for entry in ZipFile(BytesIO(word)).infolist()} == {
        (1980, 1, 1, 0, 0, 0)
    }
    created = opened(pdf).metadata.creation_date
    assert Document(BytesIO(word)).core_properties.created.date() == (dated or date(1980, 1, 1))
    assert (created and created.date()) == dated


@dataclass
class Referenced:
    """A paper whose sentence and elements stand under their references."""

    title: str = "A report"
    dated: date | None = None

    def parts(self) -> Iterable[Part]:
        yield Part(PartKind.QUESTION, "What is it?")
        yield Part(PartKind.STANDING, "Agreed")
        yield Part(PartKind.RULING, "2/D1 So agreed:", "2/D1")
        yield Part(PartKind.ELEMENT, "E1 Of one\nand another line", "2/D1")
        yield Part(PartKind.RULING, "2/D2 العربية:", "2/D2")
        yield Part(PartKind.ELEMENT, "E2 العربية", "2/D2")
        yield Part(PartKind.CHAPTER, "Reservations")


def test_a_report_has_its_outline_and_its_references_beside_the_text():
    word, pdf = docx_of(Referenced()), pdf_of(Referenced())

    told = "What is it? Agreed 2/D1 So agreed: E1 Of one and another line"
    assert words_of_docx(word).startswith(told)
    assert words_of_pdf(pdf).startswith(told)
    paragraphs = Document(BytesIO(word)).paragraphs
    assert [paragraph.style and paragraph.style.name for paragraph in paragraphs] == [
        *["Heading 1", "Heading 2", "Decision", "Element", "Decision", "Element", "Heading 1"]
    ]
    assert [len(p._p.findall(f"{qn('w:pPr')}/{qn('w:bidi')}")) for p in paragraphs] == [
        *[0, 0, 0, 0, 1, 1, 0]
    ]
    # Else it would read D2/2 there.
    reference, words = paragraphs[4].runs
    assert (reference.text, reference.font.rtl) == ("\u200e2/D2\t", None)
    assert (words.text, words.font.rtl) == ("العربية:", True)
    assert "2/D2" in words_of_pdf(pdf)


def test_what_a_word_file_can_not_hold_is_shown_as_such():
    assert words_of_docx(docx_of(Sheet(["a\x01b\ufffe"], title="\x02"))) == "a�b� a�b�"


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        ("", False),
        ("1 – 2", False),
        ("Aا", False),
        ("1. ا A", True),
        ("“אב”", True),
        ("ICANN وأمانة الاتحاد", True),
        ("Reservation by ICANN: “لا”", False),
    ],
)
def test_the_first_letter_tells_the_direction_or_most_of_them(text, turned):
    assert is_right_to_left(text) is turned


def test_each_part_of_a_word_file_has_a_style_that_word_knows():
    """So that the outline, the styles pane and a screen reader know what it is."""
    word = Document(BytesIO(docx_of(Sheet(["One"]))))

    assert [paragraph.style and paragraph.style.name for paragraph in word.paragraphs] == [
        "Body Text",
        "List Bullet",
    ]
