"""What a reader of the issued files finds in them, by libraries that did not write them."""

import re
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pypdf
from docx import Document
from openpyxl import load_workbook

from tests.pages import at_once


def words_of(answer: Any) -> str:
    """What an answer says, be it a page, data or one of the files."""
    content: bytes = at_once(answer).content
    if answer["Content-Type"] == "application/zip":
        return words_of_zip(content)
    if content.startswith(b"PK") and "spreadsheet" in answer["Content-Type"]:
        return "\n".join(str(cell) for line in lines_of_xlsx(content) for cell in line)
    if content.startswith(b"PK"):
        return words_of_docx(content)
    return words_of_pdf(content) if content.startswith(b"%PDF") else content.decode()


def words_of_zip(file: bytes) -> str:
    """The files of an archive; of what is no text, only whether it is the same."""
    with ZipFile(BytesIO(file)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    return "\n".join(
        f"{name}: {content.decode(errors='replace')}" for name, content in files.items()
    )


def lines_of_xlsx(file: bytes) -> list[list[Any]]:
    """The cells of the one sheet, line by line; a formula, which none should be, as its text."""
    [sheet] = load_workbook(BytesIO(file)).worksheets
    return [list(line) for line in sheet.iter_rows(values_only=True)]


def words_of_docx(file: bytes) -> str:
    """Without the marks of the lists and the page numbers, which Word adds."""
    return " ".join(" ".join(p.text for p in Document(BytesIO(file)).paragraphs).split())


def words_of_pdf(file: bytes) -> str:
    """Without the marks of the lists and the page numbers, which the layout adds."""
    said = []
    for page in pypdf.PdfReader(BytesIO(file)).pages:
        lines = page.extract_text().splitlines()
        said += [line.removeprefix("– ") for line in lines if not re.fullmatch(r"\d+ / \d+", line)]
    return " ".join(" ".join(said).split())
