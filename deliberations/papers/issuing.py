"""A paper made ready to be issued: its words and its files, as they are frozen."""

from typing import TYPE_CHECKING

from django.utils.translation import get_language

from deliberations.operations.issues import Parts, Written
from deliberations.papers.pdf import pdf_of
from deliberations.papers.word import docx_of
from deliberations.readings.parts import blocks
from deliberations.readings.styles import style_in_force

if TYPE_CHECKING:
    from deliberations.models import Document, Style
    from deliberations.papers import GroupPaper, Paper


def written(paper: "GroupPaper", document: "Document | None" = None) -> Written:
    """document: whose words the paper has beside those of the acts. Unfit if it can't be filled in
    in the style of its group.
    """
    parts = list(paper.parts())
    docx, style = docx_in_style(paper)
    return Written(
        title=paper.title[:300],
        dated=paper.dated,
        language=get_language() or "en",
        document=document,
        parts=frozen(paper),
        text="\n\n".join(blocks(parts)) + "\n",
        docx=docx,
        pdf=pdf_of(paper),
        style=style,
    )


def docx_in_style(paper: "GroupPaper") -> "tuple[bytes, Style | None]":
    """The paper as a Word file in the style of its group, and which that is."""
    style = style_in_force(paper.group)
    return docx_of(paper, bytes(style.content) if style else None), style


def frozen(paper: "Paper") -> Parts:
    """The parts as JSON keeps them."""
    return [[str(part.kind), part.text, part.of] for part in paper.parts()]
