"""What every Word file ends with, whatever it was made from: its language, its date, its bytes.

Without Django: it runs in the limited process too.
"""

import re
from datetime import UTC, date, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What XML has no way to write."""
LEFT_TO_RIGHT = "\u200e"
"""The mark after which signs without a direction of their own stand from left to right."""
REFERENCE = re.compile(rf"{LEFT_TO_RIGHT}?(?:E\d+|\S+/D\d+)\s+")
"""What an element or a decision may begin with, in letters of its own."""
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest moment that a ZIP file can state."""


def lined(text: str) -> str:
    """The text as Word can hold it, a newline between its lines."""
    return UNWRITABLE.sub("�", "\n".join(text.splitlines()))


AFTER_BIDI = (
    "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing",
    "w:mirrorIndents", "w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment",
    "w:textboxTightWrap", "w:outlineLvl", "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr",
    "w:pPrChange",
)  # fmt: skip
"""What follows the direction in the properties of a paragraph: Word keeps an order."""


def turn(paragraph: Paragraph, *, letters: bool = True) -> None:
    """From right to left: the paragraph, and the letters in it; a reference before them stays.

    letters: not where an item in Latin letters stands in a list from right to left.
    """
    properties = paragraph._p.get_or_add_pPr()
    if properties.find(qn("w:bidi")) is None:
        properties.insert_element_before(OxmlElement("w:bidi"), *AFTER_BIDI)
    for run in paragraph.runs:
        if letters and not REFERENCE.fullmatch(run.text):
            run.font.rtl = True


def finished(word: WordDocument, *, title: str, language: str, dated: date | None) -> bytes:
    """The file: the same for the same document, whenever it is written."""
    speak(word, language)
    about = word.core_properties
    about.title = UNWRITABLE.sub("�", title)[:255]
    about.author = about.last_modified_by = about.comments = ""
    about.language = language
    about.created = about.modified = datetime(
        *(dated or date(*EPOCH[:3])).timetuple()[:3], tzinfo=UTC
    )
    about.revision = 1
    written = BytesIO()
    word.save(written)
    return undated(written)


def speak(word: WordDocument, language: str) -> None:
    """Say in which language it is, for those who have it read out and for the spelling."""
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:val"), language)
    spoken.set(qn("w:bidi"), "ar")
    spoken.set(qn("w:eastAsia"), "zh-CN")
    run = word.styles["Normal"].element.get_or_add_rPr()
    for old in run.findall(qn("w:lang")):
        run.remove(old)
    run.append(spoken)


def undated(written: BytesIO) -> bytes:
    """The same file, without the moment of its writing in each of its entries."""
    out = BytesIO()
    with ZipFile(written) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for entry in source.infolist():
            info = ZipInfo(entry.filename, EPOCH)
            info.compress_type = ZIP_DEFLATED
            target.writestr(info, source.read(entry))
    return out.getvalue()
