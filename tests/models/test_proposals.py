"""What the database lets a proposer do, tried by SQL."""

import pytest

from deliberations.models import Element, Proposal, Withdrawal
from tests.acts import element_at, propose_again, withdraw
from tests.factories import (
    ContributionFactory,
    ContributorFactory,
    ElementFactory,
    MeetingFactory,
    SourceFactory,
    UserFactory,
)
from tests.sql import insert, refused

pytestmark = pytest.mark.django_db


def forged(model: type, element: Element, **values: object) -> int:
    words = {"note": ""} if model is Proposal else {"reason": ""}
    return insert(
        model,
        **{
            "element_id": element.pk,
            "known_to": "unknown",
            "recorded_by_id": UserFactory().pk,
            **words,
            **values,
        },
    )


@pytest.mark.parametrize("model", [Proposal, Withdrawal])
@pytest.mark.parametrize(
    ("column", "factory"),
    [
        ("contributor_id", ContributorFactory),
        ("meeting_id", MeetingFactory),
        ("source_id", SourceFactory),
    ],
)
def test_proposer_meeting_and_source_are_of_the_elements_group(model, column, factory):
    element = ElementFactory()

    with refused("all_of_one_group"):
        forged(model, element, **{column: factory().pk})


def test_the_contribution_is_of_the_elements_group():
    element = ElementFactory()

    with refused("all_of_one_group"):
        forged(Proposal, element, contribution_id=ContributionFactory().pk)


def test_a_withdrawn_element_is_not_just_proposed_once_more():
    element = element_at("withdrawn", MeetingFactory())

    with refused("a_proposal_again_follows_a_withdrawal"):
        forged(Proposal, element)


def test_a_proposal_again_follows_a_withdrawal_of_its_own_element():
    meeting = MeetingFactory()
    other = element_at("withdrawn", meeting).withdrawals.get()

    for status in ("proposed", "agreed", "withdrawn"):
        element = element_at(status, meeting)
        with refused("a_proposal_again_follows_a_withdrawal"):
            forged(Proposal, element, withdrawal_id=other.pk)


def test_a_proposal_again_follows_the_last_withdrawal():
    element = ElementFactory()
    first = withdraw(element)
    propose_again(element)
    withdraw(element)

    with refused("a_proposal_again_follows_a_withdrawal"):
        forged(Proposal, element, withdrawal_id=first.pk)


def test_a_contributor_proposes_an_element_once_and_again_after_a_withdrawal():
    element = ElementFactory()
    contributor = ContributorFactory(group=element.group)
    forged(Proposal, element, contributor_id=contributor.pk)

    with refused("a_contributor_proposes_an_element_once"):
        forged(Proposal, element, contributor_id=contributor.pk)
    withdrawal = withdraw(element)
    forged(Proposal, element, contributor_id=contributor.pk, withdrawal_id=withdrawal.pk)

    assert element.proposals.count() == 2


def test_what_has_no_text_yet_is_not_withdrawn():
    element = ElementFactory()

    with refused("only_allowed_transitions"):
        bare = insert(Element, group_id=element.group_id, question_id=element.question_id)
        forged(Withdrawal, Element.objects.get(pk=bare))
