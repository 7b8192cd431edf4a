"""The files that readers take along, as answers."""

from django.http import HttpResponse
from django.utils.cache import patch_vary_headers

from deliberations.papers import GroupPaper, Paper
from deliberations.papers.issuing import docx_in_style
from deliberations.papers.pdf import pdf_of
from deliberations.papers.styles import Unfit
from deliberations.papers.word import docx_of

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def docx_answer(paper: GroupPaper, name: str) -> HttpResponse:
    """In the style of the group. name: of the file, without its ending.

    Where just this paper can't be filled in, its reader gets it without the style.
    """
    try:
        file, _style = docx_in_style(paper)
    except Unfit:
        file = docx_of(paper)
    return docx_file(file, name)


def docx_file(file: bytes, name: str) -> HttpResponse:
    response = taken_along(file, DOCX)
    response["Content-Disposition"] = f'attachment; filename="{name}.docx"'
    return response


def pdf_answer(paper: Paper, name: str) -> HttpResponse:
    """name: of the file, without its ending."""
    return pdf_file(pdf_of(paper), name)


def pdf_file(file: bytes, name: str) -> HttpResponse:
    response = taken_along(file, "application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return response


def taken_along(file: str | bytes, kind: str) -> HttpResponse:
    """A file that says no more than its reader may see: no cache gives it to another."""
    response = HttpResponse(file, content_type=kind)
    patch_vary_headers(response, ["Cookie"])
    return response
