"""The drills of the console in small, against server processes; `make drill` does them in full."""

from collections.abc import Iterator

import pytest

from tests.drills import gavels
from tests.drills.room import Room, opened

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(scope="module")
def room(django_db_setup, django_db_blocker) -> Iterator[Room]:
    with django_db_blocker.unblock(), opened(2) as room:
        yield room


def test_ten_copies_of_a_form_are_recorded_once_and_answered_with_one_number(room):
    gavels.copies_of_a_form(room, forms=3)


def test_of_two_conflicting_gavels_one_is_recorded_and_the_other_told_why_not(room):
    gavels.conflicting_pairs(room, pairs=3)


def test_many_writers_leave_no_gap_in_the_numbers(room):
    gavels.many_writers(room, writers=5, acts=3)


def test_a_form_sent_again_after_its_server_was_killed_is_recorded_once(room):
    gavels.killed_servers(room, kills=3)
