"""The bench in small, against a server process; `make bench` does it in full."""

import pytest

from tests.bench.measuring import SMALL, measure
from tests.bench.table import CONNECTIONS, figures_of
from tests.drills.room import opened

pytestmark = pytest.mark.django_db(transaction=True)


def test_all_readers_are_told_of_each_decision_once_and_in_order():
    with opened(1) as room:
        measured = measure(room.server(0), SMALL)

    decisions = len(measured.read.seconds)
    assert (decisions, measured.read.refused) == (SMALL.rate * SMALL.seconds, [])
    told = measured.receipt
    assert (told.complete, told.resyncs, told.lost) == (SMALL.readers, 0, 0)
    assert measured.connections <= CONNECTIONS
    assert [figure.what for figure in figures_of(measured) if not figure.found] == []
