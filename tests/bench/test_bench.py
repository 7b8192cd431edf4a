"""The bench in small, against a server process; `make bench` does it in full."""

import pytest

from tests.bench.measuring import SMALL, measure
from tests.bench.moments import PAGES, costs_of, filled
from tests.bench.table import CONNECTIONS, figures_of
from tests.drills.room import opened


@pytest.mark.django_db(transaction=True)
def test_all_readers_are_told_of_each_decision_once_and_in_order():
    with opened(1) as room:
        measured = measure(room.server(0), SMALL)

    decisions = len(measured.read.seconds)
    assert (decisions, measured.read.refused) == (SMALL.rate * SMALL.seconds, [])
    told = measured.receipt
    assert (told.complete, told.resyncs, told.lost) == (SMALL.readers, 0, 0)
    assert measured.connections <= CONNECTIONS
    assert [figure.what for figure in figures_of(measured) if not figure.found] == []


@pytest.mark.django_db
def test_what_is_written_past_the_triggers_is_a_record_that_every_page_shows():
    """In a transaction: its tables lose their foreign keys."""
    assert costs_of(filled(250)).keys() == PAGES.keys()
