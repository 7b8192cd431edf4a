"""Why a file is refused, and how large it may be."""

from collections.abc import Callable

type Progress = Callable[[int, int], None]
"""Told how many pages or paragraphs are read, of how many."""

MAX_TEXT = 4_000_000
MAX_PAGES = 1000


class Unreadable(Exception):
    """The file is refused; `why` is a key of the sentence for the person."""

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(why)
