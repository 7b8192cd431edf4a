"""What the database lets a decision do, tried by SQL past the application."""

from datetime import timedelta

import pytest
from django.utils import timezone

from deliberations.models import (
    Decision,
    DecisionQualifier,
    Meeting,
    MeetingState,
    Standing,
    Status,
    Wording,
)
from tests.acts import decide, element_at, reword
from tests.factories import (
    ElementFactory,
    HeadingFactory,
    MeetingFactory,
    QualifierFactory,
    SourceFactory,
)
from tests.sql import (
    as_at_commit,
    forged_correction,
    forged_decision,
    forged_disposition,
    insert,
    refused,
    sql,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting() -> Meeting:
    return MeetingFactory(number=2)


@pytest.fixture
def element(meeting):
    return ElementFactory(group=meeting.group)


def test_a_decision_by_the_rules_can_be_written_in_sql_too(meeting, element):
    """What the other tests forge is right but for one thing each."""
    forged_disposition(forged_decision(meeting), element)
    as_at_commit()

    assert Standing.objects.get(element=element, public=False).status == Status.AGREED


@pytest.mark.parametrize(
    "state", [MeetingState.PLANNED, MeetingState.ADJOURNED, MeetingState.CLOSED]
)
def test_a_meeting_not_in_session_decides_nothing(state):
    meeting = MeetingFactory(state=state)

    with refused("a_meeting_decides_only_in_session"):
        forged_decision(meeting)


def test_a_decision_disposes_of_at_least_one_element(meeting, element):
    with refused("a_decision_disposes_of_at_least_one_element"):
        forged_decision(meeting)


def test_decisions_of_a_meeting_are_numbered_one_after_the_other(meeting):
    numbers = [decide(meeting, ElementFactory(group=meeting.group)).number for _ in range(3)]
    elsewhere = MeetingFactory(group=meeting.group, number=3)
    first = decide(elsewhere, ElementFactory(group=meeting.group))

    assert (numbers, first.number) == ([1, 2, 3], 1)


@pytest.mark.parametrize("number", [1, 3, 2_000_000_000])
def test_a_decision_takes_no_number_but_the_next(meeting, element, number):
    decide(meeting, element)

    with refused("numbers_run_without_gap"):
        forged_decision(meeting, number=number)


def test_a_decision_refused_leaves_no_gap(meeting, element):
    with refused("a_decision_disposes_of_at_least_one_element"):
        forged_decision(meeting)

    decide(meeting, element)

    assert list(meeting.decisions.values_list("number", flat=True)) == [1]


def test_a_decision_enters_the_record_now_whatever_it_says(meeting, element):
    long_ago = timezone.now() - timedelta(days=365)
    before = timezone.now()

    forged = forged_decision(meeting, recorded_at=long_ago, recorded_in=1, place=-1)
    forged_disposition(forged, element)

    decision = Decision.objects.get(pk=forged)
    assert before <= decision.recorded_at <= timezone.now()
    assert [(decision.recorded_in,)] == sql("SELECT pg_current_xact_id()::text::bigint")
    assert decision.place > Standing.objects.get(element=element, public=True).wording.place


def test_a_decision_is_not_of_the_future(meeting):
    with refused("decision_is_not_of_the_future"):
        forged_decision(meeting, happened_at=timezone.now() + timedelta(days=2), known_to="minute")


@pytest.mark.parametrize(
    ("known_to", "happened_at"),
    [("minute", None), ("day", None), ("meeting", "2017-01-26"), ("unknown", "2017-01-26")],
)
def test_a_moment_is_given_exactly_when_it_is_known(meeting, known_to, happened_at):
    with refused("decision_moment_is_as_exact_as_known"):
        forged_decision(meeting, known_to=known_to, happened_at=happened_at)


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"sentence": ""}, "a_decision_has_a_sentence"),
        ({"outcome": "withdrawn"}, "an_outcome_is_known"),
        ({"basis": "acclamation"}, "a_basis_is_known"),
    ],
)
def test_a_decision_says_what_it_needs_in_known_words(meeting, values, constraint):
    with refused(constraint):
        forged_decision(meeting, **values)


def test_one_intention_is_one_decision(meeting, element):
    decision = decide(meeting, element)

    with refused("deliberations_decision_intention_key"):
        forged_decision(meeting, intention=decision.intention)


# ---- what a decision does to an element


def test_a_disposition_gives_the_outcome_of_its_decision(meeting, element):
    with refused("a_disposition_gives_the_outcome_of_its_decision"):
        forged_disposition(forged_decision(meeting), element, to_status="rejected")


@pytest.mark.parametrize("status", ["agreed", "withdrawn", "nowhere"])
def test_a_disposition_starts_where_the_element_stands(meeting, element, status):
    with refused("a_disposition_starts_where_the_element_stands"):
        forged_disposition(forged_decision(meeting), element, from_status=status)


def test_of_two_decisions_at_once_the_later_knows_the_earlier(meeting, element):
    """Both disposing of an element from where it stood before either."""
    with refused("a_disposition_starts_where_the_element_stands"):
        first, second = forged_decision(meeting), forged_decision(meeting)
        forged_disposition(second, element)
        forged_disposition(first, element, from_status="proposed", reconsiders_id=None)


def test_a_withdrawn_element_is_not_decided_on(meeting):
    element = element_at("withdrawn", meeting)

    with refused("only_allowed_transitions"):
        forged_disposition(forged_decision(meeting), element)


def test_a_disposition_names_a_wording_of_its_own_element(meeting, element):
    other = ElementFactory(group=meeting.group)

    with refused("a_disposition_names_a_wording_of_its_own_element"):
        forged_disposition(forged_decision(meeting), element, wording_id=other.wordings.get().pk)


def test_a_disposition_names_the_current_wording(meeting, element):
    first = element.wordings.get()
    reword(element, "Otherwise.")

    with refused("a_disposition_names_the_current_wording"):
        forged_disposition(forged_decision(meeting), element, wording_id=first.pk)


def test_a_decision_disposes_once_of_an_element(meeting, element):
    with refused("a_disposition_starts_where_the_element_stands"):
        decision = forged_decision(meeting)
        forged_disposition(decision, element)
        forged_disposition(decision, element)
    with refused("a_decision_disposes_once_of_an_element"):
        decision = forged_decision(meeting)
        forged_disposition(decision, element)
        forged_disposition(decision, element, from_status="proposed", reconsiders_id=None)


def test_a_disposition_has_a_position_of_its_own(meeting, element):
    other = ElementFactory(group=meeting.group)

    with refused("a_disposition_has_a_position_of_its_own"):
        decision = forged_decision(meeting)
        forged_disposition(decision, element, position=1)
        forged_disposition(decision, other, position=1)


# ---- to reconsider


def test_a_change_of_a_decided_element_says_what_it_reconsiders(meeting, element):
    decide(meeting, element)

    with refused("a_change_of_a_decided_element_says_what_it_reconsiders"):
        forged_disposition(forged_decision(meeting), element, reconsiders_id=None)


def test_a_change_reconsiders_the_last_disposition_of_its_element(meeting, element):
    first = decide(meeting, element).dispositions.get()
    decide(meeting, element, outcome="rejected", reconsiders="Better.")

    with refused("a_change_of_a_decided_element_says_what_it_reconsiders"):
        forged_disposition(forged_decision(meeting), element, reconsiders_id=first.pk)


def test_an_undecided_element_is_not_reconsidered(meeting, element):
    other = element_at("agreed", meeting).dispositions.get()

    with refused("a_change_of_a_decided_element_says_what_it_reconsiders"):
        forged_disposition(forged_decision(meeting), element, reconsiders_id=other.pk)


def test_a_reconsideration_has_its_correction(meeting, element):
    decide(meeting, element)

    with refused("a_reconsideration_has_its_correction"):
        forged_disposition(forged_decision(meeting), element)


def test_a_late_entry_does_not_decide_on_what_a_later_meeting_decided(meeting, element):
    decide(MeetingFactory(group=meeting.group, number=3), element)

    with refused("an_element_is_not_decided_before_its_last_decision"):
        forged_disposition(forged_decision(meeting), element)


def test_a_replacement_has_its_correction(meeting, element):
    decision = decide(meeting, element)

    with refused("a_replacement_has_its_correction"):
        replacement = forged_decision(meeting, replaces_id=decision.pk)
        forged_disposition(replacement, element, from_status="proposed", reconsiders_id=None)


def test_a_replacement_is_of_the_same_meeting(meeting, element):
    decision = decide(meeting, element)
    elsewhere = MeetingFactory(group=meeting.group)

    with refused("all_of_one_group"):
        forged_decision(elsewhere, replaces_id=decision.pk)


# ---- of one group


def test_a_decision_disposes_of_elements_of_its_own_group(meeting, element):
    elsewhere = ElementFactory()

    with refused("all_of_one_group"):
        forged_disposition(forged_decision(meeting), elsewhere)


@pytest.mark.parametrize(
    ("column", "factory"), [("heading_id", HeadingFactory), ("source_id", SourceFactory)]
)
def test_a_decision_refers_to_its_own_group(meeting, element, column, factory):
    with refused("all_of_one_group"):
        forged_decision(meeting, **{column: factory().pk})


def test_a_decision_is_qualified_by_phrases_of_its_own_group(meeting, element):
    phrase = QualifierFactory()

    with refused("all_of_one_group"):
        insert(
            DecisionQualifier,
            decision_id=forged_decision(meeting),
            qualifier_id=phrase.pk,
            position=1,
        )


def test_a_decision_is_qualified_once_by_a_phrase(meeting, element):
    phrase = QualifierFactory(group=meeting.group)

    with refused("a_decision_is_qualified_once_by_a_phrase"):
        decision = forged_decision(meeting)
        for position in (1, 2):
            insert(
                DecisionQualifier,
                decision_id=decision,
                qualifier_id=phrase.pk,
                position=position,
            )


# ---- recorded whole: what comes in a later transaction is too late


@pytest.mark.django_db(transaction=True)
def test_a_decision_is_recorded_whole():
    meeting = MeetingFactory()
    decision = decide(meeting, ElementFactory(group=meeting.group))
    other = ElementFactory(group=meeting.group)
    phrase = QualifierFactory(group=meeting.group)

    with refused("a_decision_is_recorded_whole"):
        forged_disposition(decision.pk, other)
    with refused("a_decision_is_recorded_whole"):
        insert(DecisionQualifier, decision_id=decision.pk, qualifier_id=phrase.pk, position=1)
    with refused("a_decision_is_recorded_whole"):
        insert(
            Wording,
            element_id=other.pk,
            text="As amended.",
            reason="",
            known_to="meeting",
            meeting_id=meeting.pk,
            decision_id=decision.pk,
            recorded_by_id=decision.recorded_by_id,
        )


@pytest.mark.django_db(transaction=True)
def test_a_decision_is_not_made_a_correction_later():
    meeting = MeetingFactory()
    first = decide(meeting, element := ElementFactory(group=meeting.group))
    second = decide(meeting, element, reconsiders="To confirm it.")
    third = decide(meeting, element, reconsiders="To confirm it again.")

    with refused("a_correction_names_what_it_corrects"):
        forged_correction(first, by_decision_id=third.pk)
    with refused("a_decision_is_recorded_whole"):
        forged_correction(first, by_decision_id=second.pk)
