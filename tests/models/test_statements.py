"""What the database lets a statement be, tried by SQL."""

from typing import Any

import pytest

from deliberations.models import Contributor, Lift, Statement, StatementKind
from tests.acts import decide, lift, state
from tests.factories import (
    ContributorFactory,
    ElementFactory,
    MeetingFactory,
    SourceFactory,
    UserFactory,
)
from tests.sql import insert, refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def element():
    return ElementFactory()


@pytest.fixture
def contributor(element) -> Contributor:
    return ContributorFactory(group=element.group)


def forged_statement(contributor: Contributor, **values: object) -> int:
    return insert(
        Statement,
        **{
            "contributor_id": contributor.pk,
            "kind": "reservation",
            "text": "Forged.",
            "known_to": "unknown",
            "recorded_by_id": UserFactory().pk,
            **values,
        },
    )


def forged_lift(statement: Statement, **values: object) -> int:
    return insert(
        Lift,
        **{
            "statement_id": statement.pk,
            "reason": "",
            "known_to": "unknown",
            "recorded_by_id": UserFactory().pk,
            **values,
        },
    )


def test_a_statement_is_about_one_thing(element, contributor):
    decision = decide(MeetingFactory(group=element.group), element)

    with refused("a_statement_is_about_one_thing"):
        forged_statement(contributor)
    with refused("a_statement_is_about_one_thing"):
        forged_statement(contributor, element_id=element.pk, decision_id=decision.pk)


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"text": ""}, "a_statement_says_something"),
        ({"kind": "x"}, "a_kind_of_statement_is_known"),
    ],
)
def test_a_statement_says_something_of_a_known_kind(element, contributor, values, constraint):
    with refused(constraint):
        forged_statement(contributor, element_id=element.pk, **values)


def test_a_statement_is_of_one_group(element, contributor):
    with refused("all_of_one_group"):
        forged_statement(contributor, element_id=ElementFactory().pk)
    meeting = MeetingFactory()
    decision = decide(meeting, ElementFactory(group=meeting.group))
    with refused("all_of_one_group"):
        forged_statement(contributor, decision_id=decision.pk)
    with refused("all_of_one_group"):
        forged_statement(contributor, element_id=element.pk, meeting_id=meeting.pk)
    with refused("all_of_one_group"):
        forged_statement(contributor, element_id=element.pk, source_id=SourceFactory().pk)


@pytest.mark.parametrize("kind", StatementKind.values)
def test_only_a_reservation_or_an_objection_is_lifted(element, kind):
    statement = state(element=element, kind=kind)

    if kind in {"reservation", "objection"}:
        forged_lift(statement)
    else:
        with refused("only_a_reservation_or_an_objection_is_lifted"):
            forged_lift(statement)


def test_a_statement_is_lifted_once(element):
    lift(statement := state(element=element))

    with refused("deliberations_lift_statement_id_key"):
        forged_lift(statement)


@pytest.mark.parametrize("factory", [MeetingFactory, SourceFactory])
def test_a_lift_refers_to_its_own_group(element, factory):
    statement = state(element=element)
    thing: Any = factory()

    with refused("all_of_one_group"):
        forged_lift(statement, **{f"{thing._meta.model_name}_id": thing.pk})
