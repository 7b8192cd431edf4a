"""What the database lets a correction be, tried by SQL."""

import pytest

from deliberations.models import Decision, Standing
from tests.acts import annul, correct, decide
from tests.factories import ElementFactory, MeetingFactory, SourceFactory
from tests.sql import (
    as_at_commit,
    forged_correction,
    forged_decision,
    forged_disposition,
    refused,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def decision() -> Decision:
    meeting = MeetingFactory(number=2)
    return decide(meeting, ElementFactory(group=meeting.group))


def replaced(decision: Decision) -> int:
    """A decision in its place, for which a correction is still missing."""
    element = decision.elements.get()
    pk = forged_decision(decision.meeting, replaces_id=decision.pk)
    forged_disposition(pk, element, from_status="proposed", reconsiders_id=None)
    return pk


def test_a_correction_by_the_rules_can_be_written_in_sql_too(decision):
    """What the other tests forge is right but for one thing each."""
    forged_correction(decision, kind="clerical", by_decision_id=replaced(decision))
    as_at_commit()

    assert Standing.objects.filter(
        element=decision.elements.get(), public=True, disposition__decision__replaces=decision
    ).exists()


@pytest.mark.parametrize(
    ("kind", "by"),
    [
        ("clerical", None),
        ("reconsideration", None),
        ("annulment", "replacement"),
        ("improvement", None),
        ("improvement", "replacement"),
    ],
)
def test_a_correction_has_what_its_kind_needs(decision, kind, by):
    rule = {
        "clerical": "a_correction_names_what_it_corrects",
        "reconsideration": "a_correction_names_what_it_corrects",
        "annulment": "a_correction_has_what_its_kind_needs",
        "improvement": "a_correction_names_what_it_corrects",
    }[kind]

    with refused(rule):
        forged_correction(decision, kind=kind, by_decision_id=replaced(decision) if by else None)


def test_a_clerical_correction_names_the_decision_in_its_place(decision):
    meeting = decision.meeting
    other = decide(meeting, ElementFactory(group=meeting.group))

    with refused("a_correction_names_what_it_corrects"):
        forged_correction(decision, kind="clerical", by_decision_id=other.pk)
    with refused("a_correction_names_what_it_corrects"):
        forged_correction(other, kind="clerical", by_decision_id=replaced(decision))


def test_a_reconsideration_disposes_of_what_it_reconsiders(decision):
    other = ElementFactory(group=decision.meeting.group)

    with refused("a_correction_names_what_it_corrects"):
        unrelated = forged_decision(decision.meeting)
        forged_disposition(unrelated, other)
        forged_correction(decision, by_decision_id=unrelated)
    with refused("a_correction_names_what_it_corrects"):
        forged_correction(decision, by_decision_id=replaced(decision))


@pytest.mark.parametrize("kind", ["clerical", "annulment", "reconsideration"])
def test_a_correction_is_of_the_meeting_of_what_was_done(decision, kind):
    """Else its publication would show what is not published, or hide what is."""
    elsewhere = MeetingFactory(group=decision.meeting.group, number=3)

    with refused("a_correction_names_what_it_corrects"):
        if kind == "clerical":
            by = replaced(decision)
        elif kind == "reconsideration":
            by = forged_decision(decision.meeting)
            forged_disposition(by, decision.elements.get())
        else:
            by = None
        forged_correction(decision, kind=kind, by_decision_id=by, meeting_id=elsewhere.pk)


def test_a_correction_is_of_a_decision_in_force(decision):
    annul(decision)

    with refused("a_correction_is_of_a_decision_in_force"):
        forged_correction(decision, kind="annulment", by_decision_id=None)


def test_a_decision_is_put_right_once(decision):
    correct(decision, *decision.elements.all(), sentence="Better said.")

    with refused("a_correction_is_of_a_decision_in_force"):
        forged_correction(decision, kind="annulment", by_decision_id=None)
    with refused("deliberations_decision_replaces_id_key"):
        replaced(decision)


def test_a_decision_is_corrected_once_by_another(decision):
    with refused("a_decision_is_corrected_once_by_another"):
        by = forged_decision(decision.meeting)
        forged_disposition(by, decision.elements.get())
        forged_correction(decision, by_decision_id=by)
        forged_correction(decision, by_decision_id=by)


def test_a_correction_has_a_reason(decision):
    with refused("a_correction_has_a_reason"):
        forged_correction(decision, kind="annulment", reason="")


def test_a_correction_refers_to_its_own_group(decision):
    elsewhere = SourceFactory()

    with refused("all_of_one_group"):
        forged_correction(decision, kind="annulment", source_id=elsewhere.pk)
