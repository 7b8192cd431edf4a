"""What an act makes the database do: about as much for the tenth decision as for the second."""

import pytest

from tests.acts import decide
from tests.factories import ElementFactory, MeetingFactory
from tests.sql import sql

pytestmark = pytest.mark.django_db

OUTCOMES = ("agreed", "rejected")
MOST_LOOKS = 250
"""It was 970 while whether a decision is in force was asked for each by a function, and 400 while
each decision reckoned anew where the element had stood before."""


def looks() -> int:
    """How often this transaction has looked into a table or an index of the record."""
    [(number,)] = sql(
        "SELECT sum(seq_scan + COALESCE(idx_scan, 0)) FROM pg_stat_xact_user_tables"
        " WHERE relname LIKE 'deliberations%'"
    )
    return int(number)


def test_a_decision_on_what_was_often_decided_looks_seldom():
    meeting = MeetingFactory(number=1)
    element = ElementFactory(group=meeting.group)
    took = []
    for turn in range(10):
        before = looks()
        decide(meeting, element, outcome=OUTCOMES[turn % 2], reconsiders="Again." * bool(turn))
        took.append(looks() - before)

    assert took[-1] <= MOST_LOOKS
