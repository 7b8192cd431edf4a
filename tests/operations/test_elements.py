"""Proposing, seconding, rewording and withdrawing elements."""

import pytest

from deliberations.models import Proposal, Standing, Status
from deliberations.operations import (
    ElementsChanged,
    Proposer,
    Refused,
    RuleBroken,
    propose_element,
)
from tests.acts import decide, element_at, propose_again, reword, secretary_of, withdraw
from tests.factories import (
    ContributionFactory,
    ContributorFactory,
    ElementFactory,
    HeadingFactory,
    MeetingFactory,
    QuestionFactory,
    SourceFactory,
)
from tests.sql import as_at_commit

pytestmark = pytest.mark.django_db


def standing(element) -> tuple[str, str]:
    """Status and text by all that is recorded."""
    found = Standing.objects.get(element=element, public=False)
    return found.status, found.wording.text


# ---- to propose


def test_a_thing_proposed_enters_with_number_wording_and_proposals():
    question = QuestionFactory()
    group = question.group
    heading = HeadingFactory(question=question)
    source = SourceFactory(group=group)
    contributor = ContributorFactory(group=group)
    contribution = ContributionFactory(group=group)

    element = propose_element(
        group=group,
        question=question,
        heading=heading,
        text="As proposed.",
        proposers=(
            Proposer(contributor=contributor, contribution=contribution, note="p. 3"),
            Proposer(),
        ),
        source=source,
        by=secretary_of(group),
    )
    as_at_commit()

    assert (element.reference, element.heading, element.source) == ("E1", heading, source)
    assert standing(element) == ("proposed", "As proposed.")
    assert list(
        element.proposals.order_by("id").values_list("contributor", "contribution", "note")
    ) == [(contributor.pk, contribution.pk, "p. 3"), (None, None, "")]


def test_a_thing_proposed_needs_a_text():
    question = QuestionFactory()

    with pytest.raises(RuleBroken) as refusal:
        propose_element(
            group=question.group, question=question, text="", by=secretary_of(question.group)
        )

    assert str(refusal.value) == "The record refuses that: a wording has a text."
    assert question.group.elements.count() == 0


def test_another_contributor_seconds_an_element_wherever_it_stands():
    meeting = MeetingFactory()

    for status in set(Status.values) - {"withdrawn"}:
        element = element_at(status, meeting)
        proposal = propose_again(element, contributor=ContributorFactory(group=meeting.group))
        assert (proposal.withdrawal, standing(element)[0]) == (None, status)


def test_a_contributor_seconds_an_element_once():
    element = ElementFactory()
    contributor = ContributorFactory(group=element.group)
    propose_again(element, contributor=contributor)

    with pytest.raises(RuleBroken) as refusal:
        propose_again(element, contributor=contributor)

    assert str(refusal.value) == (
        "The record refuses that: a contributor proposes an element once."
    )
    assert Proposal.objects.filter(element=element).count() == 1


# ---- to reword


def test_a_reworded_element_is_proposed_again():
    meeting = MeetingFactory()

    for status in set(Status.values) - {"withdrawn"}:
        element = element_at(status, meeting)
        wording = reword(element, "Otherwise.", reason="Clearer.", meeting=meeting)
        assert standing(element) == ("proposed", "Otherwise.")
        assert (wording.number, wording.reason, wording.meeting) == (2, "Clearer.", meeting)


def test_a_withdrawn_element_is_not_reworded():
    element = element_at("withdrawn", MeetingFactory())

    with pytest.raises(Refused) as refusal:
        reword(element, "Otherwise.")

    assert str(refusal.value) == "E1 is withdrawn. Propose it again, then reword it."


def test_the_same_words_are_no_rewording():
    element = ElementFactory(text="As proposed.")

    with pytest.raises(Refused) as refusal:
        reword(element, "As proposed.")

    assert str(refusal.value) == "That is the current wording already."


def test_a_rewording_of_what_another_reworded_meanwhile_is_refused():
    element = ElementFactory()
    reword(element, "By the other.", seen_wording=1)

    with pytest.raises(ElementsChanged) as refusal:
        reword(element, "By me.", seen_wording=1)

    assert refusal.value.changed == ["E1 was reworded meanwhile; it now reads “By the other.”."]
    assert standing(element) == ("proposed", "By the other.")


# ---- to withdraw, to propose again


def test_a_proposed_element_is_withdrawn_by_its_proposer():
    element = ElementFactory(text="As proposed.")
    contributor = ContributorFactory(group=element.group)

    withdrawal = withdraw(element, contributor=contributor, reason="Covered by E2.")

    assert standing(element) == ("withdrawn", "As proposed.")
    assert (withdrawal.contributor, withdrawal.reason) == (contributor, "Covered by E2.")


@pytest.mark.parametrize(
    ("status", "word"),
    [
        ("agreed", "agreed"),
        ("deferred", "deferred to report"),
        ("not-discussed", "not discussed"),
        ("rejected", "rejected"),
        ("withdrawn", "withdrawn"),
    ],
)
def test_only_a_proposed_element_is_withdrawn(status, word):
    element = element_at(status, MeetingFactory())

    with pytest.raises(Refused) as refusal:
        withdraw(element)

    assert str(refusal.value) == f"E1 is {word}; only a proposed element can be withdrawn."
    assert standing(element)[0] == status


def test_a_withdrawn_element_is_proposed_again_by_the_same_or_another():
    element = ElementFactory()
    contributor = ContributorFactory(group=element.group)
    propose_again(element, contributor=contributor)

    for by in (contributor, None):
        withdrawal = withdraw(element, contributor=contributor)
        proposal = propose_again(element, contributor=by)
        assert (proposal.withdrawal, standing(element)[0]) == (withdrawal, "proposed")


def test_what_is_proposed_again_is_decided_as_if_never_withdrawn():
    meeting = MeetingFactory()
    element = element_at("withdrawn", meeting)
    propose_again(element)

    decide(meeting, element)
    as_at_commit()

    assert standing(element)[0] == "agreed"
