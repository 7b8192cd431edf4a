"""A single decision taken out of the record: all that it needs to be read alone."""

from datetime import UTC

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.formats import date_format

from deliberations.models import Decision
from deliberations.readings.excerpts import excerpt_of
from tests.acts import annul, correct, decide, state
from tests.factories import ContributorFactory, ElementFactory, GroupFactory, MeetingFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    group = GroupFactory(name="Working Group on Small Things")
    return MeetingFactory(
        group=group,
        number=1,
        starts_on="2017-01-26",
        ends_on="2017-01-27",
        place_name="Geneva",
    )


@pytest.fixture
def elements(meeting):
    return [ElementFactory(group=meeting.group, text=f"Thing {number}") for number in range(1, 4)]


def told(decision: Decision) -> list[tuple[str, str]]:
    found = Decision.objects.select_related("meeting__group").get(pk=decision.pk)
    parts = excerpt_of(found, AnonymousUser()).parts()
    return [(str(part.kind), part.text) for part in parts]


def recorded(decision: Decision) -> str:
    at = Decision.objects.get(pk=decision.pk).recorded_at
    return date_format(at.astimezone(UTC), "j F Y")


def test_an_excerpt_says_of_the_wgecs_fourth_decision_what_the_paper_says(record):
    decision = Decision.objects.get(meeting__group=record, meeting__number=2, number=4)
    texts = [d.wording.text for d in decision.dispositions.order_by("position")]

    assert told(decision) == [
        ("letterhead", "Working Group on Enhanced Cooperation"),
        ("title", "Decision 2/D4"),
        ("date", "Meeting 2, Geneva, 26–27 January 2017"),
        ("sentence", f"{decision.sentence}:"),
        *(("item", text) for text in texts),
        (
            "note",
            "Not discussed, in the interest of time, basis not stated: E29, E30, E31, E32, E33, "
            f"E34, E35, E36, E37, E38, E39. Recorded on {recorded(decision)}.",
        ),
    ]


def test_an_excerpt_tells_what_was_said_of_the_decision_and_nothing_of_others(meeting, elements):
    one = decide(meeting, elements[0], sentence="So.")
    two = decide(meeting, elements[1], sentence="And so.")
    state(decision=one, contributor=ContributorFactory(group=meeting.group, name="ant"), text="No")
    state(decision=two, text="Never")

    assert told(one)[3:6] == [
        ("sentence", "So."),
        ("item", "Thing 1"),
        ("said", "Reservation by ant: “No”"),
    ]


def test_a_decision_in_force_no_more_says_why(meeting, elements):
    annulled, corrected = decide(meeting, elements[0]), decide(meeting, elements[1])
    annul(annulled, reason="None was taken.")
    new = correct(corrected, elements[2])

    assert ("note", "[1/D1 was annulled: “None was taken.”]") in told(annulled)
    assert ("note", "[1/D3 corrects 1/D2: “A slip of the pen.”]") in told(corrected)
    assert ("item", "Thing 2") in told(corrected)
    assert ("note", "[1/D3 corrects 1/D2: “A slip of the pen.”]") in told(new)
    assert ("item", "Thing 3") in told(new)


def test_an_excerpt_of_one_meeting_among_many_decisions_asks_as_often(meeting, elements):
    decision = decide(meeting, elements[0])

    def asked() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            told(decision)
        return len(queries)

    few = asked()
    for _ in range(5):
        decide(meeting, ElementFactory(group=meeting.group))

    assert asked() == few <= 12
