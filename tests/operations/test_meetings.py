"""Convening, opening, closing and publishing meetings."""

from datetime import date
from typing import Any

import pytest
from django.utils import timezone

from deliberations.models import Entry, Meeting, MeetingState
from deliberations.operations import (
    Refused,
    RuleBroken,
    close_meeting,
    convene_meeting,
    open_meeting,
    publish_meeting,
)
from tests.acts import decide, secretary_of
from tests.factories import ElementFactory, GroupFactory, MeetingFactory

pytestmark = pytest.mark.django_db

DAYS: dict[str, Any] = {"starts_on": date(2017, 1, 26), "ends_on": date(2017, 1, 27)}


def test_a_meeting_is_planned_when_it_is_convened():
    group = GroupFactory(time_zone="Europe/Zurich")

    meeting = convene_meeting(
        group=group,
        number=2,
        place_name="Geneva",
        chair="The Chair",
        by=secretary_of(group),
        **DAYS,
    )

    assert (meeting.state, meeting.published_at) == (MeetingState.PLANNED, None)
    assert (meeting.place_name, meeting.chair) == ("Geneva", "The Chair")
    assert meeting.time_zone == "Europe/Zurich"


def test_a_number_is_given_once():
    meeting = MeetingFactory(number=2)

    with pytest.raises(RuleBroken) as refusal:
        convene_meeting(group=meeting.group, number=2, by=secretary_of(meeting.group), **DAYS)

    assert refusal.value.rule == "a_meeting_has_a_number_of_its_own"


def test_a_meeting_is_opened_then_closed():
    meeting = MeetingFactory(state=MeetingState.PLANNED)
    by = secretary_of(meeting.group)

    assert open_meeting(meeting=meeting, by=by).state == MeetingState.IN_SESSION
    assert close_meeting(meeting=meeting, by=by).state == MeetingState.CLOSED
    assert Meeting.objects.get(pk=meeting.pk).state == MeetingState.CLOSED


@pytest.mark.parametrize(
    ("act", "state", "sentence"),
    [
        (open_meeting, MeetingState.IN_SESSION, "Meeting 2 is in session."),
        (open_meeting, MeetingState.CLOSED, "Meeting 2 is closed."),
        (close_meeting, MeetingState.PLANNED, "Meeting 2 is planned."),
        (close_meeting, MeetingState.CLOSED, "Meeting 2 is closed."),
    ],
)
def test_a_meeting_moves_in_no_other_way(act, state, sentence):
    meeting = MeetingFactory(number=2, state=state)

    with pytest.raises(Refused) as refusal:
        act(meeting=meeting, by=secretary_of(meeting.group))

    assert str(refusal.value) == sentence


def test_a_published_meeting_has_the_moment_since_when():
    meeting = MeetingFactory(published_at=None)
    before = timezone.now()

    publish_meeting(meeting=meeting, by=secretary_of(meeting.group))

    assert Meeting.objects.filter(
        pk=meeting.pk, published_at__range=(before, timezone.now())
    ).exists()


def test_publishing_what_is_published_changes_nothing():
    meeting = MeetingFactory(published_at=None)
    by = secretary_of(meeting.group)
    first = publish_meeting(meeting=meeting, by=by).published_at
    before = Entry.objects.latest("id")

    again = publish_meeting(meeting=meeting, by=by).published_at

    assert (again, Entry.objects.latest("id")) == (first, before)


def test_a_meeting_that_builds_on_an_unpublished_one_waits_for_it():
    first = MeetingFactory(number=1, published_at=None)
    second = MeetingFactory(number=2, group=first.group, published_at=None)
    element = ElementFactory(group=first.group)
    decide(first, element)
    decide(second, element, reconsiders="New facts.")

    with pytest.raises(RuleBroken) as refusal:
        publish_meeting(meeting=second, by=secretary_of(first.group))

    assert str(refusal.value) == (
        "An element decided on here has earlier acts of a meeting that is not published. Publish "
        "that meeting first."
    )
