"""The days of a meeting in words."""

from datetime import date

import pytest

from deliberations.models import Meeting
from deliberations.readings.meetings import days_of


@pytest.mark.parametrize(
    ("first", "last", "told", "shortened"),
    [
        (date(2017, 1, 26), date(2017, 1, 26), "26 January 2017", "26 Jan 2017"),
        (date(2017, 1, 26), date(2017, 1, 27), "26–27 January 2017", "26–27 Jan 2017"),
        (
            date(2017, 1, 31),
            date(2017, 2, 1),
            "31 January – 1 February 2017",
            "31 Jan – 1 Feb 2017",
        ),
        (
            date(2016, 12, 31),
            date(2017, 1, 1),
            "31 December 2016 – 1 January 2017",
            "31 Dec 2016 – 1 Jan 2017",
        ),
    ],
)
def test_the_days_of_a_meeting_are_a_span_as_short_as_it_can_be(first, last, told, shortened):
    meeting = Meeting(number=1, starts_on=first, ends_on=last)

    assert (days_of(meeting), days_of(meeting, "M")) == (told, shortened)
