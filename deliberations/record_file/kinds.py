"""What a value in a record file can be: each kind reads a value and says what is wrong with it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.functional import Promise
from django.utils.translation import gettext as _

MOST_PROBLEMS = 20
LARGEST_NUMBER = 999_999_999
LEFT_OUT = object()


class Malformed(Exception):
    """A record file that can't be loaded. problems: sentences, each with its place."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems
        super().__init__("\n".join(problems))


class Doubled(dict[str, Any]):
    """A JSON object in which names stand twice; again: those names."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        names = [name for name, _value in pairs]
        self.again = sorted({name for name in names if names.count(name) > 1})


@dataclass(frozen=True)
class Place:
    """Where in the file something stands: `acts[12].question`.

    Collects, for all places of the file: problems, and references (place, to what, value).
    """

    file: str
    path: str = ""
    problems: list[str] = field(default_factory=list)
    references: list[tuple["Place", str, Any]] = field(default_factory=list)

    def __truediv__(self, step: str | int) -> "Place":
        if isinstance(step, int):
            path = f"{self.path}[{step}]"
        else:
            name = step if re.fullmatch(r"[\w-]+", step) else quoted(step)
            path = f"{self.path}.{name}" if self.path else name
        return Place(self.file, path, self.problems, self.references)

    def __str__(self) -> str:
        return f"{self.file}: {self.path}" if self.path else self.file

    def wrong(self, sentence: str) -> None:
        self.problems.append(f"{self}: {sentence}")


class Kind(Protocol):
    """Reads a value: in the form the rest of the program uses, or None after `place.wrong`."""

    def read(self, value: Any, place: Place) -> Any: ...


def quoted(value: object) -> str:
    """A value of the file as it can be shown in a message: short, without control characters."""
    text = ascii(value) if not isinstance(value, str) else value
    text = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)
    text = text if len(text) <= 60 else f"{text[:57]}…"
    return f"“{text}”" if isinstance(value, str) else text


def sort_of(value: object) -> str:
    """What sort of JSON value this is, in a word for people."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return _("true or false")
    if isinstance(value, int | float):
        return _("a number")
    if isinstance(value, str):
        return _("a text")
    return _("a list") if isinstance(value, list) else _("an object")


def expected(what: str, value: object, place: Place) -> None:
    place.wrong(_("expected %(what)s, found %(found)s.") % {"what": what, "found": sort_of(value)})


@dataclass(frozen=True)
class Text:
    """A text. most: its greatest length. What the database can't hold is refused."""

    most: int | None = None

    def read(self, value: Any, place: Place) -> str | None:
        if not isinstance(value, str):
            return expected(_("a text"), value, place)
        if not value.strip():
            return place.wrong(_("is empty. Leave it out where nothing is known."))
        for sign in value:
            if sign == "\0" or "\ud800" <= sign <= "\udfff":
                return place.wrong(
                    _("holds a character that no text holds (%(sign)s).") % {"sign": quoted(sign)}
                )
        if self.most is not None and len(value) > self.most:
            return place.wrong(
                _("is %(length)d characters long; at most %(most)d fit.")
                % {"length": len(value), "most": self.most}
            )
        return value


@dataclass(frozen=True)
class Pattern:
    """A text of a given form. what: the form in words, with an example."""

    pattern: str
    what: str | Promise
    most: int = 50

    def read(self, value: Any, place: Place) -> str | None:
        text = Text(self.most).read(value, place)
        if text is not None and not re.fullmatch(self.pattern, text):
            return place.wrong(
                _("%(value)s is not %(what)s.") % {"value": quoted(text), "what": self.what}
            )
        return text


@dataclass(frozen=True)
class Choice:
    """One of a few words."""

    words: tuple[str, ...]

    def read(self, value: Any, place: Place) -> str | None:
        if not isinstance(value, str):
            return expected(_("a text"), value, place)
        if value not in self.words:
            return place.wrong(
                _("%(value)s is not one of: %(words)s.%(hint)s")
                % {
                    "value": quoted(value),
                    "words": ", ".join(self.words),
                    "hint": nearest(value, self.words),
                }
            )
        return value


class Number:
    """A whole number from 1 on."""

    def read(self, value: Any, place: Place) -> int | None:
        if not isinstance(value, int) or isinstance(value, bool):
            return expected(_("a whole number"), value, place)
        if not 1 <= value <= LARGEST_NUMBER:
            return place.wrong(
                _("is not a number from 1 to %(largest)d.") % {"largest": LARGEST_NUMBER}
            )
        return value


class YesOrNo:
    """true or false."""

    def read(self, value: Any, place: Place) -> bool | None:
        if not isinstance(value, bool):
            return expected(_("true or false"), value, place)
        return value


class Day:
    """A day: 2017-01-27."""

    def read(self, value: Any, place: Place) -> date | None:
        if not isinstance(value, str):
            return expected(_("a day as in “2017-01-27”"), value, place)
        try:
            return day_of(value)
        except ValueError:
            return place.wrong(
                _("%(value)s is not a day as in “2017-01-27”.") % {"value": quoted(value)}
            )


def day_of(text: str) -> date:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise ValueError(text)
    return date.fromisoformat(text)


class Address:
    """An address on the web."""

    def read(self, value: Any, place: Place) -> str | None:
        text = Text(500).read(value, place)
        if text is not None:
            try:
                URLValidator(schemes=["http", "https"])(text)
            except ValidationError:
                return place.wrong(
                    _("%(value)s is not an address that begins with http:// or https://.")
                    % {"value": quoted(text)}
                )
        return text


class Zone:
    """The name of a time zone."""

    def read(self, value: Any, place: Place) -> str | None:
        text = Text(60).read(value, place)
        if text is not None:
            try:
                ZoneInfo(text)
            except (ValueError, OSError):
                return place.wrong(
                    _("%(value)s is not a time zone as in “Europe/Zurich”.")
                    % {"value": quoted(text)}
                )
        return text


class When:
    """When something happened, as exactly as it is known: a minute, a day, "meeting", "unknown".

    Reads to a `datetime`, a `date`, or one of the two words.
    """

    def read(self, value: Any, place: Place) -> datetime | date | str | None:
        if value in ("meeting", "unknown"):
            return str(value)
        if isinstance(value, str):
            try:
                return day_of(value)
            except ValueError:
                pass
            if re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}", value):
                try:
                    return datetime.fromisoformat(value)
                except ValueError:
                    pass
        return place.wrong(
            _(
                "%(value)s says no moment: write a minute (“2017-01-27T16:40”), a day "
                "(“2017-01-27”), “meeting” or “unknown”."
            )
            % {"value": quoted(value)}
        )


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
        read = self.kind.read(value, place)
        if read is not None:
            place.references.append((place, self.to, read))
        return read


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

    def read(self, value: Any, place: Place) -> tuple[Any, ...] | None:
        if not isinstance(value, list):
            return expected(_("a list"), value, place)
        if len(value) < self.least:
            return place.wrong(_("is empty."))
        read = tuple(self.kind.read(one, place / at) for at, one in enumerate(value))
        if self.distinct:
            seen = set()
            for at, one in enumerate(read):
                if one in seen:
                    (place / at).wrong(_("%(value)s stands there twice.") % {"value": quoted(one)})
                seen.add(one)
        return read


@dataclass(frozen=True)
class Key:
    """A name of a thing. default: what it is where it is left out; without one it is needed."""

    kind: Kind
    default: Any = LEFT_OUT


@dataclass(frozen=True)
class Thing:
    """An object with given names. Reads to a dict with all of them."""

    keys: Mapping[str, Key]

    def read(self, value: Any, place: Place) -> dict[str, Any] | None:
        if not is_object(value, place):
            return None
        for name in value.keys() - self.keys.keys():
            (place / name).wrong(
                _("is not known here.%(hint)s") % {"hint": nearest(name, tuple(self.keys))}
            )
        read = {}
        for name, key in self.keys.items():
            if name in value:
                read[name] = key.kind.read(value[name], place / name)
            elif key.default is LEFT_OUT:
                place.wrong(_("“%(name)s” is missing.") % {"name": name})
                read[name] = None
            else:
                read[name] = key.default
        return read


@dataclass(frozen=True)
class Keyed:
    """An object whose names are the keys of things."""

    name: Kind
    kind: Kind

    def read(self, value: Any, place: Place) -> dict[str, Any] | None:
        if not is_object(value, place):
            return None
        read = {}
        for name, one in value.items():
            if self.name.read(name, place / name) is not None:
                read[name] = self.kind.read(one, place / name)
        return read


@dataclass(frozen=True)
class OneOf:
    """An object whose `tag` says what it is."""

    tag: str
    kinds: Mapping[str, Thing]

    def read(self, value: Any, place: Place) -> dict[str, Any] | None:
        if not is_object(value, place):
            return None
        if self.tag not in value:
            return place.wrong(_("“%(name)s” is missing.") % {"name": self.tag})
        tag = Choice(tuple(self.kinds)).read(value[self.tag], place / self.tag)
        return None if tag is None else self.kinds[tag].read(value, place)


def is_object(value: Any, place: Place) -> bool:
    if not isinstance(value, dict):
        expected(_("an object"), value, place)
        return False
    for name in getattr(value, "again", ()):
        (place / name).wrong(_("stands there twice."))
    return True


def nearest(word: str, known: tuple[str, ...]) -> str:
    """A hint at the known word that is meant, or nothing."""
    close = get_close_matches(word[:100], known, n=1, cutoff=0.6)
    return " " + _("Is “%(word)s” meant?") % {"word": close[0]} if close else ""
