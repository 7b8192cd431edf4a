"""Entering what contributors said, and that they took a reservation back."""

import pytest

from deliberations.models import Lift, Standing, Statement, StatementKind
from deliberations.operations import Refused, RuleBroken, make_statement
from tests.acts import decide, lift, secretary_of, state
from tests.factories import ContributorFactory, ElementFactory, MeetingFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("kind", StatementKind.values)
def test_what_is_said_is_its_authors_and_becomes_no_status(kind):
    meeting = MeetingFactory()
    element = ElementFactory(group=meeting.group)
    decision = decide(meeting, element)
    before = list(Standing.objects.order_by("id").values())

    on_element = state(element=element, kind=kind, text="We think so.")
    on_decision = state(decision=decision, kind=kind)

    assert (on_element.element, on_element.text) == (element, "We think so.")
    assert on_decision.decision == decision
    assert list(Standing.objects.order_by("id").values()) == before


def test_a_reservation_is_lifted_and_stays():
    statement = state(element=ElementFactory())

    lift(statement, reason="Met by the new wording.")

    assert Statement.objects.get(pk=statement.pk).lift.reason == "Met by the new wording."


@pytest.mark.parametrize("kind", ["support", "dissociation", "comment"])
def test_only_a_reservation_or_an_objection_is_lifted(kind):
    statement = state(element=ElementFactory(), kind=kind)

    with pytest.raises(Refused) as refusal:
        lift(statement)

    assert str(refusal.value) == "Only a reservation or an objection is lifted."
    assert Lift.objects.filter(statement=statement).count() == 0


def test_a_reservation_is_lifted_once():
    statement = state(element=ElementFactory())
    lift(statement)

    with pytest.raises(Refused) as refusal:
        lift(statement)

    assert str(refusal.value) == "That was lifted already."


def test_a_statement_of_another_group_is_refused():
    author = ContributorFactory()

    with pytest.raises(RuleBroken) as refusal:
        make_statement(
            contributor=author,
            kind="comment",
            text="We think so.",
            element=ElementFactory(),
            by=secretary_of(author.group),
        )

    assert str(refusal.value) == "That belongs to another working group."
