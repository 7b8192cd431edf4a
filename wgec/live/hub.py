"""Who reads which group's record here, and what they have yet to be told. Holds no content."""

import asyncio
import secrets
import time
from collections import defaultdict, deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

REMEMBERED = 512
"""Changes of a group that a reader may have missed and is told of on coming back."""
QUEUE = 32
"""Changes that wait for a slow reader; with more, the page is simply fetched anew."""
MARGIN = 2.0
"""Seconds added to the age of a page: that long its transaction may have been open before."""


@dataclass(frozen=True)
class Change:
    """One transaction that changed the record of a group, as its readers are told of it."""

    group: int
    public: bool
    transaction: str
    heard: float = field(default_factory=time.monotonic)

    @property
    def id(self) -> str:
        # A transaction may change what is public and what is not: two events, two ids.
        return self.transaction if self.public else f"{self.transaction}s"

    @cached_property
    def told(self) -> str:
        """The event, the same for all of them."""
        return f"id: {self.id}\nevent: change\ndata: {self.id}\n\n"


@dataclass(eq=False)
class Reader:
    """secretariat: whether they also hear of what is not public."""

    group: int
    secretariat: bool
    behind: bool = False
    closed: bool = False
    waiting: list[Change] = field(default_factory=list)
    woken: asyncio.Event = field(default_factory=asyncio.Event)

    def hears(self, change: Change) -> bool:
        return change.public or self.secretariat

    def tell(self, change: Change) -> None:
        if self.behind or not self.hears(change):
            return
        if len(self.waiting) >= QUEUE:
            self.fall_behind()
        else:
            self.waiting.append(change)
            self.woken.set()

    def fall_behind(self) -> None:
        """What was missed is not known: one sentence for all of it."""
        self.waiting.clear()
        self.behind = True
        self.woken.set()

    def close(self) -> None:
        self.closed = True
        self.woken.set()

    def take(self) -> tuple[bool, list[Change]]:
        """(whether some were missed, the changes to be told)."""
        taken = self.behind, self.waiting
        self.behind, self.waiting = False, []
        self.woken.clear()
        return taken


class Hub:
    """All of it happens in the one event loop of the server, so nothing here is locked."""

    def __init__(self) -> None:
        self.listening = asyncio.Event()
        self.ended = False
        self.since = 0.0
        self.start = ""
        self.readers: defaultdict[int, set[Reader]] = defaultdict(set)
        self.changes: defaultdict[int, deque[Change]] = defaultdict(
            lambda: deque(maxlen=REMEMBERED)
        )

    def begin(self) -> None:
        """Listening, for the first time or again: what happened before is not known."""
        self.since = time.monotonic()
        self.start = f"0.{secrets.token_hex(4)}"
        self.changes.clear()
        self.listening.set()
        for reader in chain(*self.readers.values()):
            reader.fall_behind()

    def lose(self) -> None:
        self.listening.clear()

    def hear(self, change: Change) -> None:
        self.changes[change.group].append(change)
        for reader in self.readers[change.group]:
            reader.tell(change)

    @contextmanager
    def reader(
        self, group: int, *, secretariat: bool, after: str, age: float | None
    ) -> Iterator[Reader]:
        """One more reader. after: the last id they know; else age: of their page, in seconds."""
        reader = Reader(group, secretariat)
        missed = self.missed(reader, after, age)
        if missed is None:
            reader.fall_behind()
        else:
            for change in missed:
                reader.tell(change)
        if self.ended:
            reader.close()
        self.readers[group].add(reader)
        try:
            yield reader
        finally:
            self.readers[group].discard(reader)

    def missed(self, reader: Reader, after: str, age: float | None) -> list[Change] | None:
        """What they have not been told; None where that is not known any more."""
        changes = self.changes[reader.group]
        forgotten = len(changes) == REMEMBERED
        told = [change for change in changes if reader.hears(change)]
        if after:
            ids = [change.id for change in told]
            if after in ids:
                return told[ids.index(after) + 1 :]
            return told if after == self.start and not forgotten else None
        if age is None:
            return []
        fetched = time.monotonic() - age - MARGIN
        if fetched < self.since or (forgotten and fetched < changes[0].heard):
            return None
        return [change for change in told if change.heard >= fetched]

    def position(self, reader: Reader) -> str:
        """The id of the last change that this reader may know of."""
        changes = reversed(self.changes[reader.group])
        return next((change.id for change in changes if reader.hears(change)), self.start)

    def end(self) -> None:
        """Ends all streams, for good."""
        self.ended = True
        for reader in chain(*self.readers.values()):
            reader.close()
