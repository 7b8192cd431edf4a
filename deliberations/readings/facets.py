"""By what a list can be asked for less: each choice with how many of the list it would leave."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

SHOWN = 8
"""So many choices of a facet are shown, the most frequent first, until all are asked for."""


@dataclass(frozen=True)
class Choice:
    """said: in the address; number: how many there are of it under the other filters."""

    facet: str
    said: str
    label: str
    number: int
    is_chosen: bool

    @property
    def asks(self) -> dict[str, str | None]:
        """How it changes the query of the page: asks for it, or for it no longer."""
        return {**BEGIN, self.facet: None if self.is_chosen else self.said}


BEGIN: dict[str, str | None] = dict.fromkeys(("after", "before", "page", "more"))
"""Another question begins at its first page."""


@dataclass(frozen=True)
class Facet:
    """name: of its parameter. choices: those shown, of `total`. note: why nothing is counted."""

    name: str
    label: str
    choices: list[Choice]
    total: int
    note: str = ""

    @property
    def asks_all(self) -> dict[str, str | None]:
        """How the query of the page asks for all its choices, where some are left out."""
        return {"more": self.name}

    @property
    def hidden(self) -> int:
        return self.total - len(self.choices)


@dataclass(frozen=True)
class Chip:
    """A filter that is set, and how the query of the page is without it."""

    name: str
    label: str
    words: str

    @property
    def asks(self) -> dict[str, str | None]:
        return {**BEGIN, self.name: None}


def facet_of(
    name: str, label: str, numbers: Iterable[tuple[str, str, int]], chosen: str, more: str
) -> Facet:
    """numbers: (as said in the address, label, how many) in their own order; none twice.

    More choices than SHOWN are ranked by number. What is chosen is always shown. more: the facet
    of which all are asked for.
    """
    choices = [
        Choice(name, said, words, number, said == chosen)
        for said, words, number in numbers
        if number or said == chosen
    ]
    total = len(choices)
    if total > SHOWN and more != name:
        ranked = sorted(choices, key=lambda choice: (not choice.is_chosen, -choice.number))
        choices = ranked[:SHOWN]
    return Facet(name, label, choices, total)


def totals(
    cells: Iterable[tuple[Mapping[str, Any], int]], asked: Mapping[str, Any]
) -> tuple[int, dict[str, "Counter[Any]"]]:
    """From how many there are of each combination: how many fit all that is asked, and for each
    name how many of each value fit all that is asked but that.

    asked: {name: value, None where any will do}.
    """
    total, found = 0, {name: Counter[Any]() for name in asked}
    for values, number in cells:
        wrong = [n for n, value in asked.items() if value is not None and values[n] != value]
        if not wrong:
            total += number
            for name in asked:
                found[name][values[name]] += number
        elif len(wrong) == 1:
            found[wrong[0]][values[wrong[0]]] += number
    return total, found
