"""`make drill`: the drills of the console in full, on a database of their own."""

import os
import sys
from collections.abc import Callable

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wgec.settings")
django.setup()

from tests import databases  # noqa: E402 - they need Django set up
from tests.drills import gavels  # noqa: E402
from tests.drills.room import Room, opened  # noqa: E402

NAME = "wgec_drill"
SERVERS = 3
DRILLS: dict[str, Callable[[Room], gavels.Figures]] = {
    "500 forms x 10 copies": lambda room: gavels.copies_of_a_form(room, forms=500),
    "200 conflicting pairs": lambda room: gavels.conflicting_pairs(room, pairs=200),
    "20 writers x 500 acts": lambda room: gavels.many_writers(room, writers=20, acts=500),
    "50 servers killed": lambda room: gavels.killed_servers(room, kills=50),
}


def drill() -> int:
    """Do all of them, also after one that differs; how many differed."""
    different = 0
    with opened(SERVERS) as room:
        for name, do in DRILLS.items():
            try:
                said = str(do(room))
            except (AssertionError, OSError) as error:
                different += 1
                said = f"DIFFERENT: {error}"
            sys.stdout.write(f"{name:24}{said}\n")
            sys.stdout.flush()
    return different


def main() -> int:
    databases.copy(databases.original(), NAME)
    try:
        with databases.connected_to(NAME):
            return drill()
    finally:
        databases.drop(NAME)


if __name__ == "__main__":
    sys.exit(1 if main() else 0)
