"""What is issued from the record, as files that are signed, sent and printed. The words are those
of the readings; here is only how they look. The same words give the same bytes."""

import unicodedata
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Protocol

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
    """As a browser finds it for `dir="auto"`: by the first letter that has a direction."""
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in {"L", "R", "AL"}:
            return direction != "L"
    return False
