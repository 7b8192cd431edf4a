"""A text issued from the record, paragraph by paragraph, before it has any format."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from deliberations.readings.rulings import Ruling


class PartKind(StrEnum):
    """What a part of the text is; how it looks is each format's own."""

    LETTERHEAD = "letterhead"
    TITLE = "title"
    DATE = "date"
    PARAGRAPH = "paragraph"
    QUESTION = "question"
    SENTENCE = "sentence"
    ITEM = "item"
    NOTE = "note"
    SAID = "said"
    CLOSING = "closing"


class Part(NamedTuple):
    """One paragraph of the text, without the marks of a format; a newline parts its lines.

    of: the reference of the decision that it tells of (2/D5); "" for words of the text's own.
    """

    kind: PartKind
    text: str
    of: str = ""


def parts_of(ruling: Ruling) -> Iterator[Part]:
    """A decision with its list, and what is told beside it."""
    of = ruling.decision.reference
    yield Part(PartKind.SENTENCE, ruling.sentence, of)
    yield from (Part(PartKind.ITEM, d.wording.text, of) for d in ruling.dispositions)
    yield from (Part(PartKind.NOTE, f"[{note}]", of) for note in ruling.notes)
    yield from (Part(PartKind.SAID, str(said), of) for said in ruling.statements)


def blocks(parts: Iterable[Part]) -> Iterator[str]:
    """The parts as plain text; the items of a list are one block."""
    for kind, group in groupby(parts, lambda part: part.kind):
        if kind == PartKind.ITEM:
            yield "\n".join(hung(part.text, "- ") for part in group)
        elif kind in {PartKind.NOTE, PartKind.SAID}:
            yield from (hung(part.text) for part in group)
        else:
            yield from (part.text for part in group)


def hung(text: str, mark: str = "") -> str:
    """With its further lines below the first, so that none looks as an item or a sentence."""
    first, *further = text.splitlines() or [""]
    return "\n".join([f"{mark}{first}", *(f"  {line}".rstrip() for line in further)])
