"""Server processes to be killed: each is forked from one that has read the code already.

To read the code takes seconds, and is none of what is drilled.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from tests.drills.room import PATIENCE, PROJECT, place_told_by


class Forked:
    """A server, as `manage.py serve` is one."""

    def __init__(self, number: int, place: str) -> None:
        self.number, self.place = number, place

    def kill(self) -> None:
        """At once, as kill -9 does; until it is gone."""
        deadline = time.monotonic() + PATIENCE
        with suppress(ProcessLookupError):
            os.kill(self.number, signal.SIGKILL)
            while time.monotonic() < deadline:
                os.kill(self.number, 0)
            raise AssertionError(f"Process {self.number} does not end")


class Forge:
    """Where they come from. Whoever uses one kills it before asking for the next."""

    def __init__(self, environ: dict[str, str]) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.drills.forking"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=PROJECT,
            env={**os.environ, "PYTHONUNBUFFERED": "1", **environ},
        )

    @contextmanager
    def server(self) -> Iterator[Forked]:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        number = int(self.process.stdout.readline())
        server = Forked(number, "")
        try:
            server.place = place_told_by(self.process)
            yield server
        finally:
            server.kill()

    def close(self) -> None:
        """It ends when its input does."""
        self.process.communicate(timeout=PATIENCE)


@contextmanager
def forge(environ: dict[str, str]) -> Iterator[Forge]:
    made = Forge(environ)
    try:
        yield made
    finally:
        made.close()
