"""Whether the application can do its work."""

import pytest

pytestmark = pytest.mark.django_db


def test_it_is_well_when_the_database_answers(client):
    answer = client.get("/healthz")

    assert (answer.status_code, answer.content) == (200, b"ok\n")
    assert answer["Content-Type"] == "text/plain"
    assert answer["Cache-Control"] == "no-store"


def test_it_is_not_well_when_the_database_does_not(client_of, stranger, silent_database):
    client = client_of(stranger)

    with silent_database():
        answer = client.get("/healthz")

    assert answer.status_code == 500
