"""`make bench`: many readers and a steady gavel, against a server and a database of their own."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django


def bench(*, small: bool) -> int:
    """Measure, and say what came out; how many goals were missed."""
    # Not at the top: they need Django set up.
    from tests.bench.measuring import SMALL, WHOLE, measure
    from tests.bench.table import figures_of
    from tests.drills.room import opened

    size = SMALL if small else WHOLE
    with opened(1, workers=size.workers) as room:
        figures = figures_of(measure(room.server(0), size))
    missed = sum(not figure.met for figure in figures)
    said = [
        f"{size.readers} readers, {size.rate:.0f} decisions a second for {size.seconds:.0f} s,"
        f" {size.workers} processes that serve",
        *map(str, figures),
        f"{missed} missed" if missed else "all goals met",
    ]
    sys.stdout.write("\n".join(said) + "\n")
    return missed


@contextmanager
def database_of_its_own() -> Iterator[None]:
    """With the real record, in a directory that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="wgec-bench-") as folder:
        os.environ["WGEC_DATA"] = folder
        os.environ.pop("DATABASE_URL", None)
        os.environ["DJANGO_SETTINGS_MODULE"] = "wgec.settings"
        django.setup()
        from tests import databases
        from wgec.database.server import server_in

        try:
            with databases.connected_to(databases.original()):
                yield
        finally:
            server_in(Path(folder).resolve()).leave()


def main(*arguments: str) -> int:
    small = "small" in arguments
    with database_of_its_own():
        from tests.bench.moments import bench_moments
        from tests.bench.search import bench_search

        only = {"moments", "search"}.intersection(arguments)
        missed = 0 if only else bench(small=small)
        if only != {"search"}:
            missed += bench_moments(small=small)
        if only != {"moments"}:
            missed += bench_search(small=small)
    return 1 if missed and "strict" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
