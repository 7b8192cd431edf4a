"""The plain values of a record file: each kind reads one, or says what is wrong with it."""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from deliberations.forms.fields import readable
from deliberations.models.groups import known_time_zone, pattern_that_fits
from deliberations.record_file.places import Place, Wrong, nearest, quoted

LARGEST_NUMBER = 999_999_999


def unexpected(what: str, value: object) -> Wrong:
    return Wrong(
        _("expected %(what)s, found %(found)s.") % {"what": what, "found": sort_of(value)}
    )


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


@dataclass(frozen=True)
class Text:
    """A text, by the rules of the forms. most: its greatest length."""

    most: int | None = None

    def read(self, value: Any, place: Place) -> str:
        if not isinstance(value, str):
            raise unexpected(_("a text"), value)
        if not value.strip():
            raise Wrong(_("is empty. Leave it out where nothing is known."))
        try:
            readable(value)
        except ValidationError as error:
            raise Wrong(error.messages[0]) from None
        if self.most is not None and len(value) > self.most:
            raise Wrong(
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

    def read(self, value: Any, place: Place) -> str:
        text = Text(self.most).read(value, place)
        if not re.fullmatch(self.pattern, text):
            raise Wrong(
                _("%(value)s is not %(what)s.") % {"value": quoted(text), "what": self.what}
            )
        return text


@dataclass(frozen=True)
class Choice:
    """One of a few words."""

    words: tuple[str, ...]

    def read(self, value: Any, place: Place) -> str:
        if not isinstance(value, str):
            raise unexpected(_("a text"), value)
        if value not in self.words:
            raise Wrong(
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

    def read(self, value: Any, place: Place) -> int:
        if not isinstance(value, int) or isinstance(value, bool):
            raise unexpected(_("a whole number"), value)
        if not 1 <= value <= LARGEST_NUMBER:
            raise Wrong(_("is not a number from 1 to %(largest)d.") % {"largest": LARGEST_NUMBER})
        return value


class YesOrNo:
    """true or false."""

    def read(self, value: Any, place: Place) -> bool:
        if not isinstance(value, bool):
            raise unexpected(_("true or false"), value)
        return value


class Day:
    """A day: 2017-01-27."""

    def read(self, value: Any, place: Place) -> date:
        if not isinstance(value, str):
            raise unexpected(_("a day as in “2017-01-27”"), value)
        try:
            return day_of(value)
        except ValueError:
            raise Wrong(
                _("%(value)s is not a day as in “2017-01-27”.") % {"value": quoted(value)}
            ) from None


def day_of(text: str) -> date:
    """Raises ValueError for anything but a day of four, two and two digits."""
    if not re.fullmatch(r"(?:1[89]|2[0-9])[0-9]{2}-[0-9]{2}-[0-9]{2}", text):
        raise ValueError(text)
    return date.fromisoformat(text)


class Address:
    """An address on the web."""

    def read(self, value: Any, place: Place) -> str:
        text = Text(500).read(value, place)
        try:
            URLValidator(schemes=["http", "https"])(text)
        except ValidationError:
            raise Wrong(
                _("%(value)s is not an address that begins with http:// or https://.")
                % {"value": quoted(text)}
            ) from None
        return text


class Zone:
    """The name of a time zone."""

    def read(self, value: Any, place: Place) -> str:
        text = Text(60).read(value, place)
        try:
            known_time_zone(text)
        except ValidationError:
            raise Wrong(
                _("%(value)s is not the name of a time zone, as Europe/Zurich is.")
                % {"value": quoted(text)}
            ) from None
        return text


class Sentence:
    """How a sentence of the group begins to be written."""

    def read(self, value: Any, place: Place) -> str:
        text = Text(500).read(value, place)
        try:
            pattern_that_fits(text)
        except ValidationError as error:
            raise Wrong(error.messages[0]) from None
        return text


class When:
    """When something happened, as exactly as it is known: a minute, a day, "meeting", "unknown".

    Reads to a `datetime`, a `date`, or one of the two words.
    """

    def read(self, value: Any, place: Place) -> datetime | date | str:
        if value in ("meeting", "unknown"):
            return str(value)
        if not isinstance(value, str):
            raise unexpected(_("a moment"), value)
        with suppress(ValueError):
            return day_of(value)
        with suppress(ValueError):
            return minute_of(value)
        raise Wrong(
            _(
                "%(value)s says no moment: write a minute (“2017-01-27T16:40”), a day "
                "(“2017-01-27”), “meeting” or “unknown”."
            )
            % {"value": quoted(value)}
        )


def minute_of(text: str) -> datetime:
    """Raises ValueError for anything but a day, a T and a time, with or without an offset."""
    day, _t, clock = text.partition("T")
    day_of(day)
    if not re.match(r"[0-9]{2}:[0-9]{2}", clock):
        raise ValueError(text)
    return datetime.fromisoformat(text)
