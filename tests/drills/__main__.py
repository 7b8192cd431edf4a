"""`make drill`: the drills of the console in full, on a database of their own."""

import math
import os
import sys
import time
from collections.abc import Callable

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wgec.settings")
django.setup()

from tests import databases  # noqa: E402 - they need Django set up
from tests.drills import gavels  # noqa: E402 - the same
from tests.drills.room import Room, opened  # noqa: E402 - the same

NAME = "wgec_drill"
SERVERS = 3
# With the seconds that each may take, so that all end within five minutes; what one does not need
# is the next one's, so the longest is last. What was left out for that is said; `make drill
# ARGS=whole` takes the time it needs.
DRILLS: dict[str, tuple[float, Callable[[Room, float], gavels.Figures]]] = {
    "50 servers killed": (
        40,
        lambda room, seconds: gavels.killed_servers(room, kills=50, seconds=seconds),
    ),
    "200 conflicting pairs": (
        40,
        lambda room, seconds: gavels.conflicting_pairs(room, pairs=200, seconds=seconds),
    ),
    "500 forms x 10 copies": (
        75,
        lambda room, seconds: gavels.copies_of_a_form(room, forms=500, seconds=seconds),
    ),
    "20 writers x 500 acts": (
        115,
        lambda room, seconds: gavels.many_writers(room, writers=20, acts=500, seconds=seconds),
    ),
}


def drill(*, whole: bool) -> int:
    """Do all of them, also after one that differs; how many differed."""
    different, spare = 0, 0.0
    with opened(SERVERS) as room:
        for name, (seconds, do) in DRILLS.items():
            began, spare = time.monotonic(), spare + seconds
            try:
                said = str(do(room, math.inf if whole else spare))
            except (AssertionError, OSError) as error:
                different += 1
                said = f"DIFFERENT: {error}"
            sys.stdout.write(f"{name:24}{said}\n")
            sys.stdout.flush()
            spare = max(0.0, spare - (time.monotonic() - began))
    return different


def main() -> int:
    databases.copy(databases.original(), NAME)
    try:
        with databases.connected_to(NAME):
            return drill(whole="whole" in sys.argv[1:])
    finally:
        databases.drop(NAME)


if __name__ == "__main__":
    sys.exit(1 if main() else 0)
