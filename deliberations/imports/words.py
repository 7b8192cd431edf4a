"""What a sentence says, tied to its words: the terms in which all of this folder speaks."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

AGREED, DEFERRED, NOT_DISCUSSED, REJECTED, WITHDRAWN = (
    "agreed",
    "deferred",
    "not-discussed",
    "rejected",
    "withdrawn",
)


@dataclass(frozen=True)
class Words:
    """Words of a paragraph, from `start` to `end`, and what they were read as."""

    meaning: str
    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Known:
    """What the reader knows of the group: its names, headings, phrases; nothing is required.

    bodies: what kinds of body the document names above its text: "council".
    """

    names: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    qualifiers: tuple[str, ...] = ()
    questions: tuple[tuple[int, str], ...] = ()
    bodies: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Said:
    """What a sentence says was decided.

    outcomes: one; where the words bear two readings, both. after: where, in the sentence, the list
    that it leads to begins inline; None where it has none. leads: whether it leads to a list.
    meeting: the number of the meeting that it names.
    """

    outcomes: tuple[Words, ...]
    basis: Words | None = None
    qualifiers: tuple[Words, ...] = ()
    heading: Words | None = None
    doubts: tuple[str, ...] = ()
    leads: bool = False
    after: int | None = None
    meeting: int | None = None


@dataclass(frozen=True)
class Unsaid:
    """That a sentence speaks of outcomes and states none, and why: a key of WHY in readings."""

    why: str
    text: str = ""


SENTENCE = re.compile(r"(?<=[.!?])(?<!\bNo\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\b[A-Z]\.)"
                      r"(?<!\be\.g\.)(?<!\bi\.e\.)\s+(?=[\"“(]?[A-Z])")  # fmt: skip


def sentences_of(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of a paragraph, each with where it begins."""
    at = 0
    for found in SENTENCE.finditer(text):
        yield at, text[at : found.start()]
        at = found.end()
    yield at, text[at:]


def moved(words: Iterable[Words], by: int) -> tuple[Words, ...]:
    return tuple(Words(w.meaning, w.text, w.start + by, w.end + by) for w in words)


ALIKE = str.maketrans(
    {**dict.fromkeys("‐‑–—", "-"), **dict.fromkeys("“”„«»", '"'), **dict.fromkeys("‘’", "'")}
)


def folded(text: str) -> str:
    """A text for comparing: case, dashes, quotes and white space do not count."""
    return " ".join(text.casefold().translate(ALIKE).split())
