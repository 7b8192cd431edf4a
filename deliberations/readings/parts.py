"""A text issued from the record, paragraph by paragraph, before it has any format."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
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
    CHAPTER = "chapter"
    STANDING = "standing"
    SENTENCE = "sentence"
    ITEM = "item"
    RULING = "ruling"
    ELEMENT = "element"
    NOTE = "note"
    SAID = "said"
    CLOSING = "closing"


LABELLED = frozenset({PartKind.RULING, PartKind.ELEMENT})
"""A sentence and an element that begin with their reference: “2/D5 The group …”, “E41 Content”."""


class Part(NamedTuple):
    """One paragraph of the text, without the marks of a format; a newline parts its lines.

    of: the reference of the decision that it tells of (2/D5), or of the element where that stands
    by no decision (E41); "" for words of the text's own.
    """

    kind: PartKind
    text: str
    of: str = ""

    @property
    def label(self) -> str:
        """The reference that it begins with, "" where it begins with none."""
        return self.text.partition(" ")[0] if self.kind in LABELLED else ""

    @property
    def words(self) -> str:
        """The text without its label."""
        return self.text.partition(" ")[2] if self.kind in LABELLED else self.text


HEAD = (PartKind.LETTERHEAD, PartKind.TITLE, PartKind.DATE)


@dataclass
class Layout:
    """The parts as a page shows them."""

    parts: list[Part]

    @property
    def head(self) -> list[Part]:
        return [part for part in self.parts if part.kind in HEAD]

    @property
    def body(self) -> list[tuple[PartKind, list[Part]]]:
        """What follows, neighbours of one kind together."""
        rest = (part for part in self.parts if part.kind not in HEAD)
        return [(kind, list(parts)) for kind, parts in groupby(rest, key=lambda part: part.kind)]


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
        if kind in {PartKind.ITEM, PartKind.ELEMENT}:
            yield "\n".join(hung(part.text, "- ") for part in group)
        elif kind in {PartKind.NOTE, PartKind.SAID, PartKind.RULING}:
            yield from (hung(part.text) for part in group)
        else:
            yield from (part.text for part in group)


def hung(text: str, mark: str = "") -> str:
    """With its further lines below the first, so that none looks as an item or a sentence."""
    first, *further = text.splitlines() or [""]
    return "\n".join([f"{mark}{first}", *(f"  {line}".rstrip() for line in further)])
