"""Putting right what was recorded: clerical errors and annulments."""

from uuid import uuid4

import pytest

from deliberations.models import (
    Correction,
    CorrectionKind,
    Decision,
    Meeting,
    MeetingState,
    Standing,
)
from deliberations.operations import IntentionTaken, NothingChosen, Refused, RuleBroken
from tests.acts import annul, correct, decide, propose_again, reword, withdraw
from tests.factories import ElementFactory, HeadingFactory, MeetingFactory, QualifierFactory
from tests.sql import as_at_commit

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting() -> Meeting:
    return MeetingFactory(number=2)


def board(meeting: Meeting) -> dict[str, tuple[str, str]]:
    """Where each element of the meeting's group stands, and by which decision."""
    return {
        str(standing.element): (
            standing.status,
            standing.disposition.decision.reference if standing.disposition else "",
        )
        for standing in Standing.objects.filter(element__group=meeting.group, public=False)
    }


# ---- clerical errors


def test_a_clerical_error_is_put_right_by_a_decision_in_its_place(meeting):
    element, other = ElementFactory.create_batch(2, group=meeting.group)
    wrong = decide(meeting, element, sentence="Agreed.")
    decide(meeting, other)

    right = correct(wrong, element, outcome="deferred", sentence="Deferred.", reason="Misheard.")
    as_at_commit()

    assert board(meeting) == {"E1": ("deferred", "2/D3"), "E2": ("agreed", "2/D2")}
    assert (right.number, right.place, right.replaces) == (3, wrong.place, wrong)
    correction = Correction.objects.get(decision=wrong)
    assert (correction.kind, correction.by_decision, correction.reason, correction.meeting) == (
        CorrectionKind.CLERICAL,
        right,
        "Misheard.",
        meeting,
    )


def test_both_stay_citable(meeting):
    element = ElementFactory(group=meeting.group)
    wrong = decide(meeting, element, sentence="Agreed.")

    correct(wrong, element, sentence="Agreed in principle.")

    assert list(meeting.decisions.values_list("number", "sentence", "outcome")) == [
        (1, "Agreed.", "agreed"),
        (2, "Agreed in principle.", "agreed"),
    ]
    assert wrong.dispositions.get().element == element


def test_an_element_left_out_is_added_and_one_too_many_returns_to_where_it_stood(meeting):
    kept, dropped, added = ElementFactory.create_batch(3, group=meeting.group)
    decide(meeting, dropped, outcome="rejected")
    wrong = decide(meeting, kept, dropped, reconsiders="New facts.")

    correct(wrong, added, kept)
    as_at_commit()

    assert board(meeting) == {
        "E1": ("agreed", "2/D3"),
        "E2": ("rejected", "2/D1"),
        "E3": ("agreed", "2/D3"),
    }


def test_a_later_decision_still_stands(meeting):
    """The correction counts from the moment of what it corrects."""
    element = ElementFactory(group=meeting.group)
    wrong = decide(meeting, element)
    decide(MeetingFactory(group=meeting.group, number=3), element, reconsiders="New facts.")

    correct(wrong, element, outcome="rejected")

    assert board(meeting) == {"E1": ("agreed", "3/D1")}


def test_an_element_added_is_decided_in_the_wording_of_then(meeting):
    first = ElementFactory(group=meeting.group, text="One.")
    second = ElementFactory(group=meeting.group, text="Of then.")
    wrong = decide(meeting, first)
    reword(second, "Of later.")

    right = correct(wrong, first, second)

    assert [d.wording.text for d in right.dispositions.order_by("position")] == [
        "One.",
        "Of then.",
    ]
    assert board(meeting)["E2"] == ("proposed", "")


def test_an_element_keeps_the_wording_in_which_it_was_decided(meeting):
    element = ElementFactory(group=meeting.group, text="Of then.")
    wrong = decide(meeting, element)
    reword(element, "Of later.")

    right = correct(wrong, element, sentence="Better said.")

    assert right.dispositions.get().wording.text == "Of then."


def test_an_element_proposed_later_can_not_have_been_decided_on(meeting):
    wrong = decide(meeting, ElementFactory(group=meeting.group))
    later = ElementFactory(group=meeting.group)

    with pytest.raises(Refused) as refusal:
        correct(wrong, later)

    assert str(refusal.value) == ("E2 was not yet proposed then; it can't have been decided on.")


def test_what_was_withdrawn_then_is_not_what_was_decided(meeting):
    element, withdrawn = ElementFactory.create_batch(2, group=meeting.group)
    withdraw(withdrawn)
    wrong = decide(meeting, element)

    with pytest.raises(Refused) as refusal:
        correct(wrong, element, withdrawn)

    assert str(refusal.value) == (
        "E2 was withdrawn then; the group can’t have decided on it. Leave it out."
    )


def test_an_error_is_put_right_after_the_meeting_is_closed_too(meeting):
    element = ElementFactory(group=meeting.group)
    wrong = decide(meeting, element)
    Meeting.objects.filter(pk=meeting.pk).update(state=MeetingState.CLOSED)

    right = correct(wrong, element, outcome="rejected")

    assert (right.reference, board(meeting)) == ("2/D2", {"E1": ("rejected", "2/D2")})


def test_what_replaces_a_reconsideration_reconsiders_the_same(meeting):
    element = ElementFactory(group=meeting.group)
    first = decide(meeting, element)
    wrong = decide(meeting, element, outcome="rejected", reconsiders="New facts.")

    right = correct(wrong, element, outcome="deferred")
    as_at_commit()

    assert right.dispositions.get().reconsiders == first.dispositions.get()
    assert board(meeting) == {"E1": ("deferred", "2/D3")}


def test_a_correction_is_itself_corrected(meeting):
    element = ElementFactory(group=meeting.group)
    wrong = decide(meeting, element)
    still_wrong = correct(wrong, element, outcome="rejected")

    right = correct(still_wrong, element, outcome="deferred")
    as_at_commit()

    assert (right.place, board(meeting)) == (wrong.place, {"E1": ("deferred", "2/D3")})


def test_what_is_corrected_already_is_not_corrected_again(meeting):
    element = ElementFactory(group=meeting.group)
    wrong = decide(meeting, element)
    correct(wrong, element, outcome="rejected")

    for again in (lambda: correct(wrong, element), lambda: annul(wrong)):
        with pytest.raises(Refused) as refusal:
            again()
        assert str(refusal.value) == "2/D1 was corrected by 2/D2. Correct that one."


def test_a_correction_needs_elements(meeting):
    decision = decide(meeting, ElementFactory(group=meeting.group))

    with pytest.raises(NothingChosen) as refusal:
        correct(decision)

    assert str(refusal.value) == "Choose at least one element; to take back all, annul."


def test_a_correction_needs_a_reason(meeting):
    element = ElementFactory(group=meeting.group)
    decision = decide(meeting, element)

    for act in (lambda: correct(decision, element, reason=""), lambda: annul(decision, reason="")):
        with pytest.raises(RuleBroken) as refusal:
            act()
        assert str(refusal.value) == "The record refuses that: a correction has a reason."
    assert meeting.decisions.count() == 1


def test_a_correction_sent_twice_corrects_once(meeting):
    element = ElementFactory(group=meeting.group)
    wrong = decide(meeting, element)
    form = {"intention": uuid4(), "outcome": "rejected"}

    answers = {correct(wrong, element, **form).pk for _ in range(3)}

    assert len(answers) == 1
    assert meeting.decisions.count() == 2


def test_a_form_sent_for_another_decision_is_another_form(meeting):
    """The same words, the same elements: what is corrected is part of what the form says."""
    element = ElementFactory(group=meeting.group)
    first = decide(meeting, element, intention=(intention := uuid4()))

    with pytest.raises(IntentionTaken):
        correct(first, element, intention=intention, known_to="meeting")


def test_a_correction_takes_qualifiers_and_heading(meeting):
    element = ElementFactory(group=meeting.group)
    phrase = QualifierFactory(group=meeting.group)
    heading = HeadingFactory(question=element.question)

    right = correct(decide(meeting, element), element, qualifiers=[phrase], heading=heading)

    assert [q.qualifier for q in right.qualifications.all()] == [phrase]
    assert Decision.objects.get(pk=right.pk).heading == heading


# ---- annulments


def test_annulled_elements_return_to_where_they_stood(meeting):
    proposed, rejected = ElementFactory.create_batch(2, group=meeting.group)
    decide(meeting, rejected, outcome="rejected")

    annul(decide(meeting, proposed, rejected, reconsiders="New facts."))
    as_at_commit()

    assert board(meeting) == {"E1": ("proposed", ""), "E2": ("rejected", "2/D1")}


def test_with_the_reconsideration_annulled_the_first_decision_stands_again(meeting):
    element = ElementFactory(group=meeting.group)
    first = decide(meeting, element)
    second = decide(meeting, element, outcome="rejected", reconsiders="New facts.")

    annul(second)
    assert board(meeting) == {"E1": ("agreed", "2/D1")}
    annul(first)
    assert board(meeting) == {"E1": ("proposed", "")}


def test_with_the_first_decision_annulled_its_reconsideration_stands(meeting):
    element = ElementFactory(group=meeting.group)
    first = decide(meeting, element)
    second = decide(meeting, element, outcome="rejected", reconsiders="New facts.")

    annul(first)
    assert board(meeting) == {"E1": ("rejected", "2/D2")}
    annul(second)
    assert board(meeting) == {"E1": ("proposed", "")}


def test_acts_after_the_annulled_decision_stay(meeting):
    reworded, withdrawn = ElementFactory.create_batch(2, group=meeting.group)
    decision = decide(meeting, reworded)
    reword(reworded, "Otherwise.")
    withdraw(withdrawn)

    annul(decision)
    propose_again(withdrawn)

    assert board(meeting) == {"E1": ("proposed", ""), "E2": ("proposed", "")}


def test_an_annulled_decision_is_not_annulled_again(meeting):
    decision = decide(meeting, ElementFactory(group=meeting.group))
    annul(decision)

    with pytest.raises(Refused) as refusal:
        annul(decision)

    assert str(refusal.value) == "2/D1 is annulled already."


def test_an_annulment_sent_twice_annuls_once(meeting):
    decision = decide(meeting, ElementFactory(group=meeting.group))
    intention = uuid4()

    answers = {annul(decision, intention=intention).pk for _ in range(3)}

    assert len(answers) == 1
    assert decision.corrections.count() == 1


def test_an_annulled_decision_may_be_decided_anew(meeting):
    element = ElementFactory(group=meeting.group)
    annul(decide(meeting, element))

    decide(meeting, element, outcome="rejected")
    as_at_commit()

    assert board(meeting) == {"E1": ("rejected", "2/D2")}
