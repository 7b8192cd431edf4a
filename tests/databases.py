"""The test databases: copies of one that has the migrations and the real record of the WGEC.

Migrating and loading take seconds, a copy takes a twentieth of one. So what is copied is made once
for a state of the code and kept for later runs; each worker has a copy of its own, and a test that
commits leaves it to be copied anew. Nothing is ever flushed: our own rules refuse TRUNCATE, in
tests too.
"""

import hashlib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.db import OperationalError, connection, connections

ROOT = Path(__file__).parent.parent
MADE_OF = [
    "requirements.txt",
    "fixtures/wgec.json",
    "deliberations/permissions.py",
    "deliberations/management/**/*.py",
    "deliberations/migrations/*.py",
    "deliberations/models/*.py",
    "deliberations/operations/*.py",
    "deliberations/record_file/*.py",
    "tests/databases.py",
    "wgec/**/*.py",
]
PREFIX = "wgec_template_"


def original() -> str:
    """The name of the database to copy; made now if the code or the record changed."""
    name = PREFIX + state_of_the_code()
    with server() as cursor:
        # One worker makes it, the others wait here.
        cursor.execute("SELECT pg_advisory_lock(hashtext(%s))", [PREFIX])
        cursor.execute("SELECT datname FROM pg_database WHERE datname LIKE %s", [f"{PREFIX}%"])
        there = {row[0] for row in cursor.fetchall()}
        if name not in there:
            for old in there:
                drop(old)
            make(name)
    return name


def name_of_the_copy() -> str:
    """Of this worker: pytest-django has put its number in the settings."""
    creation: Any = connection.creation  # the name is an inner thing of Django
    name: str = creation._get_test_db_name()
    return name


def state_of_the_code() -> str:
    digest = hashlib.sha256()
    for path in sorted(path for pattern in MADE_OF for path in ROOT.glob(pattern)):
        digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def make(name: str) -> None:
    """Under a name for the time being, so that one half made is never taken for the whole."""
    unfinished = f"{PREFIX}unfinished"
    copy("template1", unfinished)
    with connected_to(unfinished):
        call_command("migrate", verbosity=0)
        call_command("load_record", f"{ROOT}/fixtures/wgec.json", quiet=True)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    with server() as cursor:
        cursor.execute(f'ALTER DATABASE "{unfinished}" RENAME TO "{name}"')


def copy(source: str, name: str) -> None:
    drop(name)
    with server() as cursor:
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{source}"')


def drop(name: str) -> None:
    """What a page asked for before it was closed may still be answered, on other connections."""
    for tries_left in reversed(range(10)):
        try:
            with server() as cursor:
                # Not WITH (FORCE): that would have to be allowed to end a vacuum there, too.
                cursor.execute(
                    "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
                    " WHERE datname = %s AND usename = current_user",
                    [name],
                )
                cursor.execute(f'DROP DATABASE IF EXISTS "{name}"')
        except OperationalError:
            if not tries_left:
                raise
        else:
            return


def use(name: str) -> None:
    """From now on the connections of this process, in all its threads, go to that database."""
    connections.close_all()
    connections.settings["default"]["NAME"] = name
    connection.settings_dict["NAME"] = name


def as_a_request[Got](do: Callable[[], Got]) -> Got:
    """In a thread of its own, which closes its connection in the end."""

    def done() -> Got:
        try:
            return do()
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as thread:
        return thread.submit(done).result()


@contextmanager
def connected_to(name: str) -> Iterator[None]:
    before = connection.settings_dict["NAME"]
    use(name)
    try:
        yield
    finally:
        use(before)


@contextmanager
def server() -> Iterator:
    """A cursor that is connected to none of the databases in question."""
    with connection._nodb_cursor() as cursor:
        yield cursor
