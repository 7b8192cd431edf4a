"""Reading all of a page at one moment of the record."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction
from psycopg import IsolationLevel


@contextmanager
def at_one_moment() -> Iterator[None]:
    """Whatever is recorded meanwhile is not seen; nothing can be written.

    Each query by itself sees the record as it is by then: of an element decided between two of
    them, a page would say neither that it is proposed nor how it was decided. Inside a
    transaction: as that sees it.
    """
    if connection.in_atomic_block:
        yield
        return
    connection.ensure_connection()
    there = connection.connection
    # Said with BEGIN, so at no cost of its own.
    there.isolation_level, there.read_only = IsolationLevel.REPEATABLE_READ, True
    try:
        with transaction.atomic():
            yield
    finally:
        if not there.closed:
            there.isolation_level = there.read_only = None
