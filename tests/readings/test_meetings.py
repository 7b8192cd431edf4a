"""The days of a meeting in words, and of which one a paper tells."""

from datetime import date

import pytest

from deliberations.models import Meeting
from deliberations.readings.meetings import days_of, likely_told_of


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


@pytest.mark.parametrize(
    ("meetings", "number"),
    [
        ([(1, "closed", 2016), (2, "in-session", 2017), (3, "closed", 2018)], 2),
        ([(1, "closed", 2016), (2, "adjourned", 2017), (3, "planned", 9000)], 2),
        ([(1, "closed", 2016), (2, "planned", 2017), (3, "planned", 9000)], 2),
        ([(1, "planned", 9000), (2, "planned", 9001)], 1),
        ([], None),
    ],
)
def test_a_paper_is_likely_about_a_meeting_that_met(meetings, number):
    told_of = likely_told_of(
        Meeting(number=number, state=state, starts_on=date(year, 3, 1))
        for number, state, year in meetings
    )

    assert (told_of and told_of.number) == number
