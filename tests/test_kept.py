"""Connections to the database that outlive the thread that opened them."""

from collections.abc import Iterator

import pytest
from django.db import connection, transaction

from tests.databases import as_a_request
from wgec.database.kept import base
from wgec.database.kept.base import keep_connections

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def keeping() -> Iterator[None]:
    connection.close()
    keep_connections(1)
    yield
    keep_connections(0)


def backend() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return int(cursor.fetchone()[0])


def test_the_next_request_gets_the_connection_of_the_one_before():
    assert as_a_request(backend) == as_a_request(backend)


def test_two_at_once_have_each_their_own_and_no_more_are_kept_than_may_be():
    mine = backend()

    other = as_a_request(backend)
    connection.close()

    assert other != mine
    assert as_a_request(backend) == other


def test_one_that_the_server_ended_is_not_given_to_anybody():
    ended = as_a_request(backend)
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [ended])

    assert as_a_request(backend) != ended


def test_one_amid_a_transaction_is_closed():
    def leave_amid() -> int:
        with transaction.atomic():
            pid = backend()
            connection.close()
        return pid

    left = as_a_request(leave_amid)

    assert as_a_request(backend) != left


def test_one_is_opened_anew_after_so_many_requests(monkeypatch):
    monkeypatch.setattr(base, "USES", 2)

    used = [as_a_request(backend) for _ in range(3)]

    assert used[0] == used[1] != used[2]
