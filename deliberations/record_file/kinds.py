"""What the values of a record file are put together to: lists, objects, references."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from django.utils.translation import gettext as _

from deliberations.record_file.places import Place, Wrong, nearest
from deliberations.record_file.values import Choice, unexpected

LEFT_OUT = object()


class Kind(Protocol):
    """Reads a value into the form the rest of the program uses; raises Wrong."""

    def read(self, value: Any, place: Place) -> Any: ...


class Doubled(dict[str, Any]):
    """A JSON object in which names stand twice; again: those names."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        names = [name for name, _value in pairs]
        self.again = sorted({name for name in names if names.count(name) > 1})


def read(kind: Kind, value: Any, place: Place) -> Any:
    """The value read, or None after its problem is noted at its place."""
    try:
        return kind.read(value, place)
    except Wrong as wrong:
        place.wrong(str(wrong))
        return None


@dataclass(frozen=True)
class OrNull:
    """A value, or null where that says something."""

    kind: Kind

    def read(self, value: Any, place: Place) -> Any:
        return None if value is None else self.kind.read(value, place)


@dataclass(frozen=True)
class Ref:
    """The name of something that stands elsewhere in the file. to: under which of its names."""

    kind: Kind
    to: str

    def read(self, value: Any, place: Place) -> Any:
        name = self.kind.read(value, place)
        place.references.append((place, self.to, name))
        return name


@dataclass(frozen=True)
class Either:
    """The one kind for what begins with `sign`, the other for the rest."""

    sign: str
    kind: Kind
    other: Kind

    def read(self, value: Any, place: Place) -> Any:
        begins = isinstance(value, str) and value.startswith(self.sign)
        return (self.kind if begins else self.other).read(value, place)


@dataclass(frozen=True)
class ListOf:
    """A list, all of one kind; reads to a tuple.

    distinct: nothing in it twice; least: how many at least.
    """

    kind: Kind
    distinct: bool = False
    least: int = 0

    def read(self, value: Any, place: Place) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise unexpected(_("a list"), value)
        if len(value) < self.least:
            raise Wrong(_("is empty."))
        items = tuple(read(self.kind, one, place / at) for at, one in enumerate(value))
        if self.distinct:
            refuse_twice(items, [place / at for at in range(len(items))])
        return items


def refuse_twice(values: "tuple[Any, ...] | list[Any]", places: list[Place]) -> None:
    """Note at its place each value that stood before."""
    seen = set()
    for value, place in zip(values, places, strict=True):
        if value is not None and value in seen:
            place.wrong(_("stands there twice."))
        seen.add(value)


@dataclass(frozen=True)
class Key:
    """A name of a thing. default: what it is where it is left out; without one it is needed."""

    kind: Kind
    default: Any = LEFT_OUT


@dataclass(frozen=True)
class Thing:
    """An object with given names. Reads to a dict with all of them."""

    keys: Mapping[str, Key]

    def read(self, value: Any, place: Place) -> dict[str, Any]:
        refuse_unless_object(value, place)
        for name in (name for name in value if name not in self.keys):
            hint = nearest(name, tuple(self.keys))
            (place / name).wrong(_("is not known here.%(hint)s") % {"hint": hint})
        things = {}
        for name, key in self.keys.items():
            if name in value:
                things[name] = read(key.kind, value[name], place / name)
            elif key.default is LEFT_OUT:
                place.wrong(_("“%(name)s” is missing.") % {"name": name})
                things[name] = None
            else:
                things[name] = key.default
        return things


@dataclass(frozen=True)
class Keyed:
    """An object whose names are the keys of things."""

    name: Kind
    kind: Kind

    def read(self, value: Any, place: Place) -> dict[str, Any]:
        refuse_unless_object(value, place)
        return {
            name: read(self.kind, one, place / name)
            for name, one in value.items()
            if read(self.name, name, place / name) is not None
        }


@dataclass(frozen=True)
class OneOf:
    """An object whose `tag` says what it is."""

    tag: str
    kinds: Mapping[str, Thing]

    def read(self, value: Any, place: Place) -> dict[str, Any] | None:
        refuse_unless_object(value, place)
        if self.tag not in value:
            raise Wrong(_("“%(name)s” is missing.") % {"name": self.tag})
        tag = read(Choice(tuple(self.kinds)), value[self.tag], place / self.tag)
        return None if tag is None else self.kinds[tag].read(value, place)


def refuse_unless_object(value: Any, place: Place) -> None:
    if not isinstance(value, dict):
        raise unexpected(_("an object"), value)
    for name in getattr(value, "again", ()):
        (place / name).wrong(_("stands there twice."))
