"""A document as it was understood."""

from dataclasses import dataclass, field
from datetime import date

from deliberations.imports.words import Words


@dataclass(frozen=True)
class Item:
    """A thing that was disposed of, and the paragraph that names it."""

    text: str
    paragraph: int


@dataclass(frozen=True)
class Disposal:
    """What a passage says the group did to the things it lists.

    sentence: the passage, without the mark before its list. outcomes: one, or the readings that
    the words bear. doubts: why somebody should look, as keys. disclaimers: what the document says
    above that takes weight from it. questions: the numbers of those it stands under.
    """

    paragraph: int
    sentence: str
    outcomes: tuple[Words, ...]
    items: tuple[Item, ...]
    basis: Words | None = None
    qualifiers: tuple[Words, ...] = ()
    heading: Words | None = None
    doubts: tuple[str, ...] = ()
    disclaimers: tuple[Item, ...] = ()
    questions: tuple[int, ...] = ()
    meeting: int | None = None

    @property
    def is_certain(self) -> bool:
        return len(self.outcomes) == 1 and not self.doubts and not self.disclaimers


@dataclass(frozen=True)
class NotUnderstood:
    """A passage that speaks of outcomes and became nothing; why is a key."""

    paragraph: int
    why: str
    text: str = ""


@dataclass
class Understood:
    """A document as it was understood. meeting: None where it names none, or several."""

    letterhead: str = ""
    title: str = ""
    dated: date | None = None
    meeting: int | None = None
    introduction: str = ""
    closing: str = ""
    disposals: list[Disposal] = field(default_factory=list)
    not_understood: list[NotUnderstood] = field(default_factory=list)
