"""What is issued from the record, as files that are signed, sent and printed. The words are those
of the readings; here is only how they look. The same words give the same bytes."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from deliberations.models import WorkingGroup
    from deliberations.readings.parts import Part


class Paper(Protocol):
    """What can be issued: a synthesis. dated: its own date, None while it has none."""

    @property
    def title(self) -> str: ...

    @property
    def dated(self) -> date | None: ...

    def parts(self) -> Iterable["Part"]: ...


class GroupPaper(Paper, Protocol):
    """A paper of a group, which has a house style, or none."""

    @property
    def group(self) -> "WorkingGroup": ...


def is_right_to_left(text: str) -> bool:
    """By the first letter that has a direction, as a browser finds it for `dir="auto"`; and where
    most letters are such, as in an Arabic sentence that begins with ICANN.
    """
    directions = [unicodedata.bidirectional(letter) for letter in text]
    turned = [direction != "L" for direction in directions if direction in {"L", "R", "AL"}]
    return bool(turned) and (turned[0] or sum(turned) * 2 > len(turned))


LISTED = frozenset({"item", "element"})
"""Kinds of parts of which neighbours are one list."""


class Directed(NamedTuple):
    """A part, whether its words stand from right to left, and whether its list does: its marks
    are on one side, whichever letter an item begins with."""

    part: "Part"
    turned: bool
    on_the_right: bool


def directed(parts: Iterable["Part"]) -> Iterator[Directed]:
    for kind, neighbours in groupby(parts, key=lambda part: part.kind):
        told = [(part, is_right_to_left(part.words)) for part in neighbours]
        [(most, _number)] = Counter(turned for _part, turned in told).most_common(1)
        for part, turned in told:
            yield Directed(part, turned, most if kind in LISTED else turned)
