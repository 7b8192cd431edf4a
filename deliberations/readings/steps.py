"""Long lists in steps: a page is found by what its neighbour ends with, not by counting up to it.

So page 2,000 costs what page 1 does, and what enters the list meanwhile shifts nothing.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from operator import attrgetter
from typing import Any

from django.db.models import Model, Q, QuerySet


class NoPlace(ValueError):
    """What is given is no place in a list of that order."""


@dataclass(frozen=True)
class Key:
    """What a list is in order of. path: from a row to it; falls: whether the last is first.

    read, written: how its value stands in an address; ValueError for what it can't be.
    """

    path: str
    read: Callable[[str], Any]
    written: Callable[[Any], str] = str
    falls: bool = False

    def of(self, row: Any) -> Any:
        return attrgetter(self.path.replace("__", "."))(row)

    def beyond(self, value: Any, *, back: bool) -> Q:
        return Q(**{f"{self.path}__{'lt' if self.falls != back else 'gt'}": value})

    def order(self, *, back: bool) -> str:
        return f"-{self.path}" if self.falls != back else self.path


@dataclass(frozen=True)
class Order:
    """The keys of a list, of which the last tells any two rows apart."""

    keys: tuple[Key, ...]

    def by(self, *, back: bool = False) -> list[str]:
        return [key.order(back=back) for key in self.keys]

    def place_of(self, row: Any) -> str:
        """Where a row stands in the list, as it stands in an address: “agreed,E41”."""
        return ",".join(key.written(key.of(row)) for key in self.keys)

    def beyond(self, place: str, *, back: bool) -> Q:
        """What comes after (before) a place. NoPlace if it is none."""
        said = place.split(",")
        if len(said) != len(self.keys):
            raise NoPlace(place)
        try:
            values = [key.read(text) for key, text in zip(self.keys, said, strict=True)]
        except ValueError as wrong:
            raise NoPlace(place) from wrong
        found = Q()
        for key, value in reversed(list(zip(self.keys, values, strict=True))):
            found = key.beyond(value, back=back) | (
                Q(**{key.path: value}) & found if found else Q()
            )
        # Besides what it says: where an index can begin.
        first, start = self.keys[0], values[0]
        return found & (Q(**{first.path: start}) | first.beyond(start, back=back))


@dataclass(frozen=True)
class Step[Thing: Model]:
    """A page of a list. before, after: the places to go on from, "" where the list ends."""

    rows: list[Thing]
    before: str = ""
    after: str = ""


def step_of[Thing: Model](
    rows: "QuerySet[Thing]", order: Order, size: int, *, before: str = "", after: str = ""
) -> Step[Thing]:
    """The page before or after a place, or the first. One query; a second where what is before the
    place is less than a page: then it is the first. NoPlace.
    """
    if before:
        found = list(
            rows.filter(order.beyond(before, back=True)).order_by(*order.by(back=True))[: size + 1]
        )
        if len(found) > size:
            shown = found[size - 1 :: -1]
            return Step(shown, order.place_of(shown[0]), order.place_of(shown[-1]))
        after = ""
    if after:
        rows = rows.filter(order.beyond(after, back=False))
    found = list(rows.order_by(*order.by())[: size + 1])
    shown = found[:size]
    return Step(
        shown,
        order.place_of(shown[0]) if after and shown else "",
        order.place_of(shown[-1]) if len(found) > size else "",
    )


# ---- what may stand in an address


def number_read(text: str) -> int:
    """Of a row: digits, no more than a column holds."""
    if not re.fullmatch(r"-?[0-9]{1,18}", text, re.ASCII):
        raise ValueError(text)
    return int(text)


def element_read(text: str) -> int:
    """E41."""
    if not re.fullmatch(r"E[0-9]{1,9}", text, re.ASCII):
        raise ValueError(text)
    return int(text[1:])


def element_written(number: int) -> str:
    return f"E{number}"


def word_read(text: str) -> str:
    if not re.fullmatch(r"[a-z-]{1,20}", text, re.ASCII):
        raise ValueError(text)
    return text


def instant_read(text: str) -> datetime:
    """2017-03-01T12:00:00.000001Z."""
    if not re.fullmatch(
        r"[0-9]{4}(-[0-9]{2}){2}T[0-9]{2}(:[0-9]{2}){2}(\.[0-9]{6})?Z", text, re.ASCII
    ):
        raise ValueError(text)
    return datetime.fromisoformat(text)


def instant_written(instant: datetime) -> str:
    return instant.astimezone(UTC).isoformat().replace("+00:00", "Z")
