"""A document brought in, for the page: paragraph by paragraph beside what was understood of it."""

from dataclasses import dataclass, field
from uuid import UUID

from deliberations.imports.paragraphs import Paragraph
from deliberations.imports.understood import Disposal
from deliberations.readings.import_words import WHY
from deliberations.readings.imports import Passage, Reading


@dataclass
class Piece:
    """Some words of a sentence; meaning: what they were read as, "" for nothing."""

    text: str
    meaning: str = ""


def pieces_of(text: str, disposal: Disposal) -> list[Piece]:
    """A paragraph in pieces, what was read from marked; of words within words the inner ones."""
    words = [*disposal.outcomes, *disposal.qualifiers]
    words += [found for found in (disposal.basis, disposal.heading) if found is not None]
    words.sort(key=lambda found: found.start - found.end)
    meanings = [""] * len(text)
    for found in words:
        for at in range(found.start, min(found.end, len(text))):
            meanings[at] = found.meaning
    pieces: list[Piece] = []
    for letter, meaning in zip(text, meanings, strict=True):
        if pieces and pieces[-1].meaning == meaning:
            pieces[-1].text += letter
        else:
            pieces.append(Piece(letter, meaning))
    return pieces


@dataclass
class Row:
    """Paragraphs of the document, and what was understood of them: a passage, or why not."""

    paragraphs: list[Paragraph]
    passage: Passage | None = None
    pieces: list[Piece] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


def rows_of(reading: Reading) -> list[Row]:
    """The document from its first paragraph to its last, beside what was understood."""
    owner: dict[int, Passage] = {}
    for passage in reversed(reading.passages):
        for item in passage.disposal.items:
            owner[item.paragraph] = passage
    for passage in reading.passages:
        owner[passage.disposal.paragraph] = passage
    left: dict[int, list[str]] = {}
    for found in reading.understood.not_understood:
        words = f" “{found.text}”" if found.text else ""
        left.setdefault(found.paragraph, []).append(f"{WHY[found.why]}{words}")
    # What is left out of a list still stands in it.
    ends = {passage.key: number for number, passage in sorted(owner.items())}
    rows: list[Row] = []
    shown: set[UUID] = set()
    before: Passage | None = None
    for paragraph in reading.paragraphs:
        owned = owner.get(paragraph.number)
        why = left.get(paragraph.number, [])
        of = rows[-1].passage if rows else None
        if of is not None and owned in (None, of) and paragraph.number <= ends[of.key]:
            rows[-1].paragraphs.append(paragraph)
            rows[-1].left.extend(f"¶{paragraph.number} {words}" for words in why)
            owned = of
        elif rows and owned is before and not why and not rows[-1].left:
            rows[-1].paragraphs.append(paragraph)
        elif owned is not None and owned.key not in shown:
            shown.add(owned.key)
            rows.append(Row([paragraph], owned, pieces_of(paragraph.text, owned.disposal), why))
        else:
            rows.append(Row([paragraph], left=why))
        before = owned
    return rows
