"""A paper of a test, with exactly what is to be read from it.

expected: of each disposal (outcomes, basis, qualifiers, items, doubts). left: of each passage
that speaks of outcomes and becomes nothing, why.
"""

from dataclasses import dataclass, field

type Expected = tuple[str, str, list[str], list[str], list[str]]


@dataclass
class Paper:
    name: str
    text: str
    expected: list[Expected]
    left: list[str] = field(default_factory=list)
    disclaimed: bool = False


def agreed(*items: str, basis: str = "", doubts: tuple[str, ...] = (), q: tuple[str, ...] = ()):
    return "agreed", basis, list(q), list(items), list(doubts)


def told(outcome: str, *items: str, doubts: tuple[str, ...] = (), basis: str = "", q=()):
    return outcome, basis, list(q), list(items), list(doubts)
