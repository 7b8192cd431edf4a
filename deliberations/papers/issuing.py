"""A paper made ready to be issued: its words and its files, as they are frozen."""

from typing import TYPE_CHECKING

from django.utils.translation import get_language

from deliberations.operations.issues import Parts, Written
from deliberations.papers.pdf import pdf_of
from deliberations.papers.word import docx_of
from deliberations.readings.parts import blocks

if TYPE_CHECKING:
    from deliberations.models import Document
    from deliberations.papers import Paper


def written(paper: "Paper", document: "Document | None" = None) -> Written:
    """document: whose words the paper has beside those of the acts."""
    parts = list(paper.parts())
    return Written(
        title=paper.title[:300],
        dated=paper.dated,
        language=get_language() or "en",
        document=document,
        parts=frozen(paper),
        text="\n\n".join(blocks(parts)) + "\n",
        docx=docx_of(paper),
        pdf=pdf_of(paper),
    )


def frozen(paper: "Paper") -> Parts:
    """The parts as JSON keeps them."""
    return [[str(part.kind), part.text, part.of] for part in paper.parts()]
