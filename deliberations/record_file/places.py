"""Where in a file something stands, and what is wrong there, in sentences."""

import re
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from django.utils.translation import gettext as _

MOST_PROBLEMS = 20


class Malformed(Exception):
    """A record file that can't be loaded. problems: sentences, each with its place."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems
        super().__init__("\n".join(problems))


class Wrong(Exception):
    """A value that is not what it should be; `str()` is a sentence that follows its place."""


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


def quoted(value: object) -> str:
    """A value of the file as it can be shown in a message: short, without control characters."""
    text = value if isinstance(value, str) else ascii(value)
    text = text if len(text) <= 60 else f"{text[:57]}…"
    return f"“{printable(text)}”" if isinstance(value, str) else text


def printable(text: str) -> str:
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)


def nearest(word: str, known: tuple[str, ...]) -> str:
    """A hint at the known word that is meant, or nothing; begins with a space."""
    close = get_close_matches(word[:100], known, n=1, cutoff=0.6)
    return " " + _("Is “%(word)s” meant?") % {"word": printable(close[0])} if close else ""
