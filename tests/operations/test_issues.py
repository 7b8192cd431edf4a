"""Issuing: once, what the public may know, and never a text that the record no longer tells."""

from uuid import uuid4

import pytest
from django.contrib.auth.models import AnonymousUser

from deliberations.models import Issue
from deliberations.operations import IntentionTaken, Refused, publish_meeting
from deliberations.readings.synthesis import synthesis_of
from tests.acts import annul, decide, issuable, issue, lift, secretary_of, state
from tests.factories import ContributorFactory, ElementFactory, GroupFactory, MeetingFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    meeting = MeetingFactory(group=GroupFactory(), number=1)
    decide(meeting, ElementFactory(group=meeting.group, text="A thing."))
    return meeting


def test_it_freezes_the_synthesis(meeting):
    made = issue(meeting)

    decide(meeting, ElementFactory(group=meeting.group, text="A later thing."))

    made = Issue.objects.get(pk=made.pk)
    assert "A thing." in made.text
    assert "A later thing." not in made.text
    assert [part[2] for part in made.parts if part[0] == "item"] == ["1/D1"]


def test_sent_twice_it_is_issued_once(meeting):
    intention = uuid4()

    first, second = (issue(meeting, intention=intention) for _ in range(2))

    assert first == second == Issue.objects.get()


def test_the_intention_of_another_meeting_is_not_taken(meeting):
    intention = uuid4()
    issue(meeting, intention=intention)
    other = MeetingFactory(group=meeting.group, number=2)
    decide(other, ElementFactory(group=meeting.group))

    with pytest.raises(IntentionTaken):
        issue(other, intention=intention)

    assert Issue.objects.count() == 1


def test_what_says_the_same_is_not_issued_again(meeting):
    issue(meeting)

    with pytest.raises(Refused) as refusal:
        issue(meeting)

    assert str(refusal.value) == (
        "Document 1 says the same, word for word. Nothing new was issued."
    )


def test_what_the_record_no_longer_says_is_not_issued(meeting):
    """Between the writing of the files and the act somebody else recorded."""
    with pytest.raises(Refused) as refusal:
        issue(meeting, still=lambda: [["title", "Another", ""]])

    assert str(refusal.value) == (
        "The record changed just now. Read the text again, then issue it."
    )
    assert not Issue.objects.exists()


def test_numbers_run_on_over_the_meetings_of_a_group(meeting):
    other = MeetingFactory(group=meeting.group, number=2)
    decide(other, ElementFactory(group=meeting.group))

    numbers = [issue(meeting).number, issue(other).number]
    state(decision=meeting.decisions.get())

    assert [*numbers, issue(meeting).number] == [1, 2, 3]


def test_before_publication_it_says_what_the_public_will_read_after_it(meeting):
    """Not what was said at a further meeting, which stays unpublished."""
    hidden = MeetingFactory(group=meeting.group, number=2, published_at=None)
    later = MeetingFactory(group=meeting.group, number=3, published_at=None)
    decision = decide(hidden, ElementFactory(group=meeting.group, meeting=hidden, text="Ours."))
    contributor = ContributorFactory(group=meeting.group)
    said = state(decision=decision, contributor=contributor, text="At the meeting.")
    state(decision=decision, contributor=contributor, text="At a later one.", meeting=later)
    lift(said, meeting=later, reason="Later.")

    made = issue(hidden)
    publish_meeting(meeting=hidden, by=secretary_of(meeting.group))
    hidden.refresh_from_db()

    assert "Ours." in made.text
    assert "At the meeting." in made.text
    assert "ater" not in made.text.replace("Ours.", "")
    assert made.text == synthesis_of(hidden, AnonymousUser()).text


def test_to_those_it_is_issued_to_everything_else_is_as_the_public_sees_it(meeting):
    hidden = MeetingFactory(group=meeting.group, number=2, published_at=None)
    state(decision=meeting.decisions.get(), meeting=hidden, text="In confidence.")

    assert issuable(meeting).text == synthesis_of(meeting, AnonymousUser()).text
    assert "In confidence." not in issue(meeting).text


def test_an_annulled_decision_is_told_with_its_reference(meeting):
    annul(meeting.decisions.get())

    made = issue(meeting)

    assert made.parts[-1] == ["note", "[1/D1 was annulled: “Nothing was decided.”]", "1/D1"]
