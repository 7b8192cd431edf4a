"""A paper as DOCX, to be edited further in Word; and the style to start from, for one's own."""

from django.utils.translation import get_language
from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from deliberations.papers import Paper, directed
from deliberations.papers.finishing import LEFT_TO_RIGHT, finished, lined, turn
from deliberations.papers.styles import styled
from deliberations.readings.parts import HEAD, LABELLED, PartKind

STYLES = {
    PartKind.LETTERHEAD: "Subtitle",
    PartKind.TITLE: "Title",
    PartKind.DATE: "Date",
    PartKind.PARAGRAPH: "Body Text",
    PartKind.QUESTION: "Heading 1",
    PartKind.CHAPTER: "Heading 1",
    PartKind.STANDING: "Heading 2",
    PartKind.RULING: "Decision",
    PartKind.ELEMENT: "Element",
    PartKind.SENTENCE: "Body Text",
    PartKind.ITEM: "List Bullet",
    PartKind.NOTE: "Note",
    PartKind.SAID: "Statement",
    PartKind.CLOSING: "Closing",
}
"""Word's own names where it has one: so its styles pane and its outline know them."""

LEADING = {PartKind.SENTENCE, PartKind.RULING}
"""What is not parted from the list that it leads to."""

CENTRED = {"Subtitle", "Title", "Date"}
HANGING = ("Decision", "Element")
"""Beside their references."""


def docx_of(paper: Paper, style: bytes | None = None) -> bytes:
    """style: a group's own; None for the one built in. Unfit if it can't be filled in."""
    if style:
        return styled(paper, style)
    language = get_language() or "en"
    word = Document()
    lay_out(word)
    # Looked up once: the library would search all styles again for each paragraph.
    styles = {kind: style_of(word, name).style_id for kind, name in STYLES.items()}
    for part, turned, on_the_right in directed(paper.parts()):
        paragraph = word.add_paragraph()
        paragraph._p.style = styles[part.kind]
        if part.label:
            # In a text from right to left, too, 2/D5 is not D5/2.
            paragraph.add_run(f"{LEFT_TO_RIGHT if turned or on_the_right else ''}{part.label}\t")
        paragraph.add_run(lined(part.words))
        paragraph.paragraph_format.keep_with_next = part.kind in LEADING or None
        if turned or on_the_right:
            turn(paragraph, letters=turned)
    number_pages(word)
    return finished(word, title=paper.title, language=language, dated=paper.dated)


def style_built_in() -> bytes:
    """What `docx_of` does without a style, as a style."""
    word = Document()
    lay_out(word)

    def line(*texts: str, kind: PartKind = PartKind.PARAGRAPH) -> None:
        paragraph = word.add_paragraph(style=style_of(word, STYLES[kind]))
        for text in texts:
            paragraph.add_run(text)
        paragraph.paragraph_format.keep_with_next = kind in LEADING or None

    line("{{ letterhead }}", kind=PartKind.LETTERHEAD)
    line("{{ title }}", kind=PartKind.TITLE)
    line("{%p if date %}")
    line("{{ date }}", kind=PartKind.DATE)
    line("{%p endif %}")
    line("{%p for part in body %}")
    begin = "if"
    for kind in STYLES:
        if kind not in HEAD:
            line(f'{{%p {begin} part.kind == "{kind}" %}}')
            labelled = ("{{ part.label }}\t", "{{ part.words }}")
            line(*(labelled if kind in LABELLED else ["{{ part.text }}"]), kind=kind)
            begin = "elif"
    line("{%p endif %}")
    line("{%p endfor %}")
    number_pages(word)
    return finished(word, title="", language="en", dated=None)


def lay_out(word: WordDocument) -> None:
    """The page and the styles, on the ones that the library's empty document brings."""
    page = word.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(27)
    page.top_margin = page.bottom_margin = Mm(25)
    # size, before, after in points; bold; grey
    for name, (size, before, after, bold, colour) in {
        "Normal": (11.5, 0, 6, False, 0x00),
        "Subtitle": (10.5, 0, 14, False, 0x00),
        "Title": (16, 0, 10, True, 0x00),
        "Date": (11.5, 0, 28, False, 0x00),
        "Body Text": (11.5, 10, 6, False, 0x00),
        "Heading 1": (12.5, 20, 8, True, 0x00),
        "Heading 2": (11.5, 14, 4, True, 0x00),
        "List Bullet": (11.5, 0, 3, False, 0x00),
        "Decision": (11.5, 10, 6, False, 0x00),
        "Element": (11.5, 0, 3, False, 0x00),
        "Note": (10.5, 4, 4, False, 0x46),
        "Statement": (11.5, 4, 4, False, 0x00),
        "Closing": (11.5, 16, 4, False, 0x00),
    }.items():
        style = style_of(word, name)
        style.font.size, style.font.bold, style.font.italic = Pt(size), bold, False
        style.font.color.rgb = RGBColor(colour, colour, colour)
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(after)
        if name in CENTRED:
            style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
        set_fonts(style)
    style_of(word, "Statement").paragraph_format.left_indent = Mm(8)
    hang(word)


def hang(word: WordDocument) -> None:
    """Sentences and elements beside their references."""
    for name in HANGING:
        hung = style_of(word, name).paragraph_format
        hung.left_indent, hung.first_line_indent = Mm(17), -Mm(17)
        hung.tab_stops.add_tab_stop(Mm(17))


def style_of(word: WordDocument, name: str) -> ParagraphStyle:
    if name not in word.styles:
        made = word.styles.add_style(name, 1)
        made.base_style = word.styles["Normal"]
    found = word.styles[name]
    assert isinstance(found, ParagraphStyle)  # noqa: S101 - all of ours are
    return found


def set_fonts(style: ParagraphStyle) -> None:
    """Ones that Word has everywhere, for each kind of script; the theme's would win over them.

    The line under the title is the library's, not ours.
    """
    run = style.element.get_or_add_rPr()
    for old in run.findall(qn("w:rFonts")) + run.findall(qn("w:spacing")):
        run.remove(old)
    fonts = run.get_or_add_rFonts()
    for script in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{script}"), "Times New Roman")
    fonts.set(qn("w:eastAsia"), "SimSun")
    for line in style.element.get_or_add_pPr().findall(qn("w:pBdr")):
        style.element.pPr.remove(line)


def number_pages(word: WordDocument) -> None:
    """The number at the foot, which Word counts."""
    foot = word.sections[0].footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    number = OxmlElement("w:fldSimple")
    number.set(qn("w:instr"), "PAGE")
    foot._p.append(number)
