"""Recording what the group decided, and what is refused with which sentence."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from deliberations.models import (
    Correction,
    CorrectionKind,
    Decision,
    Element,
    Entry,
    Meeting,
    MeetingState,
    Outcome,
    Standing,
    Status,
)
from deliberations.operations import (
    NOW,
    ElementsChanged,
    IntentionTaken,
    MeetingNotInSession,
    NothingChosen,
    ReconsidersUnsaid,
    Refused,
    foresee,
    record_decision,
)
from tests.acts import annul, correct, decide, element_at, reword, secretary_of
from tests.factories import (
    ElementFactory,
    HeadingFactory,
    MeetingFactory,
    QualifierFactory,
    SourceFactory,
)
from tests.sql import as_at_commit

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting() -> Meeting:
    return MeetingFactory(number=2)


def board(meeting: Meeting) -> dict[str, str]:
    """Where each element of the meeting's group stands by all that is recorded."""
    standings = Standing.objects.filter(element__group=meeting.group, public=False)
    return {str(standing.element): standing.status for standing in standings}


def last_place(meeting: Meeting) -> int:
    """Up to where somebody has seen the record who opens a page now."""
    return max(
        Standing.objects.filter(element__group=meeting.group).values_list("place", flat=True)
    )


# ---- to record


@pytest.mark.parametrize("outcome", Outcome.values)
def test_a_decision_gives_all_its_elements_its_outcome(meeting, outcome):
    elements = ElementFactory.create_batch(3, group=meeting.group)

    decide(meeting, elements[2], elements[0], outcome=outcome)
    as_at_commit()

    assert board(meeting) == {"E1": outcome, "E2": "proposed", "E3": outcome}


def test_a_decision_keeps_what_was_said_and_in_what_order(meeting):
    first, second = ElementFactory.create_batch(2, group=meeting.group)
    heading = HeadingFactory(question=first.question)
    phrases = [QualifierFactory(group=meeting.group) for _ in range(2)]
    source = SourceFactory(group=meeting.group)
    by = secretary_of(meeting.group)

    recorded = record_decision(
        meeting=meeting,
        outcome="deferred",
        sentence="Deferred to the report.",
        elements=[second, first],
        intention=uuid4(),
        by=by,
        basis="consensus",
        heading=heading,
        qualifiers=phrases[::-1],
        source=source,
    )

    decision = Decision.objects.get(pk=recorded.pk)
    assert decision.reference == "2/D1"
    assert (decision.sentence, decision.outcome) == ("Deferred to the report.", "deferred")
    assert (decision.basis, decision.heading, decision.source) == ("consensus", heading, source)
    assert (decision.happened_at, decision.known_to) == (None, "meeting")
    assert decision.recorded_by == by
    assert [q.qualifier for q in decision.qualifications.order_by("position")] == phrases[::-1]
    assert [
        (d.element, d.wording, d.from_status, d.to_status, d.reconsiders)
        for d in decision.dispositions.order_by("position")
    ] == [
        (second, second.wordings.get(), "proposed", "deferred", None),
        (first, first.wordings.get(), "proposed", "deferred", None),
    ]


def test_a_basis_nobody_stated_is_not_stated(meeting):
    assert decide(meeting, ElementFactory(group=meeting.group)).basis == "not-stated"


def test_a_decision_is_of_the_current_wording(meeting):
    element = ElementFactory(group=meeting.group, text="One.")
    reword(element, "Two.")

    decision = decide(meeting, element)

    assert decision.dispositions.get().wording.text == "Two."


def test_what_is_known_to_the_minute_has_its_moment(meeting):
    moment = datetime(2017, 1, 26, 10, 30, tzinfo=UTC)

    decision = decide(
        meeting, ElementFactory(group=meeting.group), happened_at=moment, known_to="minute"
    )

    assert Decision.objects.get(pk=decision.pk).happened_at == moment


@pytest.mark.parametrize(
    ("known_to", "moment"),
    [
        ("minute", None),
        ("day", None),
        ("meeting", datetime(2017, 1, 26, tzinfo=UTC)),
        ("unknown", datetime(2017, 1, 26, tzinfo=UTC)),
    ],
)
def test_a_moment_is_given_exactly_when_it_is_known(meeting, known_to, moment):
    element = ElementFactory(group=meeting.group)

    with pytest.raises(Refused) as refusal:
        decide(meeting, element, happened_at=moment, known_to=known_to)

    assert str(refusal.value) == "Give the moment, or say that it is not known more exactly."


def test_a_decision_of_many_takes_as_many_statements_as_one_of_few(meeting):
    """25 at most, and the same for 2 as for 16: with reconsidered ones of one decision too."""
    counts = {}
    for number in (2, 16):
        elements = ElementFactory.create_batch(number, group=meeting.group)
        by = secretary_of(meeting.group)
        for reconsiders in ("", "New facts."):
            with CaptureQueriesContext(connection) as queries:
                decide(meeting, *elements, by=by, reconsiders=reconsiders)
            counts[number, reconsiders] = len(queries)

    assert counts[2, ""] == counts[16, ""] <= 25
    assert counts[2, "New facts."] == counts[16, "New facts."] <= 25


# ---- to refuse


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        (MeetingState.PLANNED, "Meeting 2 is planned, not in session. Open it, then record."),
        (
            MeetingState.CLOSED,
            "Meeting 2 is closed. What it recorded can be corrected, nothing added.",
        ),
    ],
)
def test_a_meeting_not_in_session_decides_nothing(state, sentence):
    meeting = MeetingFactory(number=2, state=state)
    element = ElementFactory(group=meeting.group)

    with pytest.raises(MeetingNotInSession) as refusal:
        decide(meeting, element)

    assert str(refusal.value) == sentence
    assert board(meeting) == {"E1": "proposed"}


def test_a_meeting_closed_by_another_meanwhile_decides_nothing(meeting):
    """The page still shows it in session."""
    element = ElementFactory(group=meeting.group)
    Meeting.objects.filter(pk=meeting.pk).update(state=MeetingState.CLOSED)

    with pytest.raises(MeetingNotInSession):
        decide(meeting, element)


def test_a_decision_needs_elements(meeting):
    with pytest.raises(NothingChosen) as refusal:
        decide(meeting)

    assert str(refusal.value) == "Choose at least one element."


def test_a_withdrawn_element_refuses_the_whole_decision_by_name(meeting):
    proposed = element_at("proposed", meeting)
    withdrawn = [element_at("withdrawn", meeting) for _ in range(2)]

    with pytest.raises(Refused) as one:
        decide(meeting, proposed, withdrawn[0])
    with pytest.raises(Refused) as two:
        decide(meeting, *withdrawn, proposed)

    assert str(one.value) == "E2 is withdrawn. Leave it out, or propose it again first."
    assert str(two.value) == ("E2, E3 are withdrawn. Leave them out, or propose them again first.")
    assert board(meeting) == {"E1": "proposed", "E2": "withdrawn", "E3": "withdrawn"}


def test_a_late_entry_does_not_decide_on_what_a_later_meeting_decided(meeting):
    element = ElementFactory(group=meeting.group)
    decide(MeetingFactory(group=meeting.group, number=3), element)

    with pytest.raises(Refused) as refusal:
        decide(meeting, element, reconsiders="We found a note.")

    assert str(refusal.value) == (
        "E1 was decided on by a later meeting. A late entry can only correct."
    )


def test_a_refused_decision_leaves_nothing(meeting):
    decided, proposed = element_at("agreed", meeting), ElementFactory(group=meeting.group)
    before = board(meeting), Entry.objects.latest("id")

    with pytest.raises(ReconsidersUnsaid):
        decide(meeting, decided, proposed, outcome="rejected")

    assert (board(meeting), Entry.objects.latest("id")) == before


# ---- to reconsider


def test_a_change_of_a_decided_element_says_that_it_reconsiders(meeting):
    first, second = element_at("agreed", meeting), element_at("rejected", meeting)

    with pytest.raises(ReconsidersUnsaid) as one:
        decide(meeting, first, outcome="rejected")
    with pytest.raises(ReconsidersUnsaid) as both:
        decide(meeting, second, first, outcome="rejected")

    assert str(one.value) == "E1 is already decided. Say why the group reconsiders it."
    assert str(both.value) == ("E2, E1 are already decided. Say why the group reconsiders them.")


def test_a_reconsideration_names_each_decision_it_reconsiders_and_why(meeting):
    kept, one, two = ElementFactory.create_batch(3, group=meeting.group)
    first = decide(meeting, kept, one)
    second = decide(meeting, two, outcome="rejected")

    decision = decide(
        meeting, one, two, outcome="deferred", sentence="To the report.", reconsiders="No time."
    )
    as_at_commit()

    assert board(meeting) == {"E1": "agreed", "E2": "deferred", "E3": "deferred"}
    assert [
        (c.decision, c.kind, c.reason, c.meeting)
        for c in Correction.objects.filter(by_decision=decision)
    ] == [
        (first, CorrectionKind.RECONSIDERATION, "No time.", meeting),
        (second, CorrectionKind.RECONSIDERATION, "No time.", meeting),
    ]
    assert [d.reconsiders and d.reconsiders.decision for d in decision.dispositions.all()] == [
        first,
        second,
    ]


def test_to_confirm_a_decision_is_to_reconsider_it(meeting):
    element = element_at("agreed", meeting)

    decision = decide(meeting, element, reconsiders="Confirmed on request.")

    assert decision.dispositions.get().from_status == "agreed"
    assert board(meeting) == {"E1": "agreed"}


def test_a_reworded_element_is_decided_without_reconsidering(meeting):
    element = element_at("agreed", meeting)
    reword(element, "Otherwise.")

    decision = decide(meeting, element, outcome="rejected")

    assert decision.dispositions.get().reconsiders is None


# ---- one intention, one decision


def test_a_form_sent_twice_records_once_and_answers_the_same(meeting):
    elements = ElementFactory.create_batch(2, group=meeting.group)
    form: dict[str, Any] = {
        "intention": uuid4(),
        "qualifiers": [QualifierFactory(group=meeting.group)],
        "heading": HeadingFactory(question=elements[0].question),
        "happened_at": datetime(2017, 1, 26, 9, 15, 30, 123456, tzinfo=UTC),
        "known_to": "minute",
        "basis": "vote",
    }

    answers = [decide(meeting, *elements, **form) for _ in range(3)]

    assert len({answer.pk for answer in answers}) == 1
    assert meeting.decisions.count() == 1


def test_a_form_sent_again_after_the_meeting_closed_answers_the_same(meeting):
    """The first answer got lost on the way; the second must not say that nothing is recorded."""
    element = ElementFactory(group=meeting.group)
    first = decide(meeting, element, intention=(intention := uuid4()))
    Meeting.objects.filter(pk=meeting.pk).update(state=MeetingState.CLOSED)

    assert decide(meeting, element, intention=intention) == first


def test_a_form_that_says_now_and_is_sent_again_says_the_same_now(meeting):
    element = ElementFactory(group=meeting.group)
    form: dict[str, Any] = {"known_to": NOW, "intention": uuid4()}

    first: Any = decide(meeting, element, **form)

    assert decide(meeting, element, **form) == first
    assert first.known_to == "minute"
    assert first.happened_at <= first.recorded_at < first.happened_at + timedelta(minutes=1)
    with pytest.raises(IntentionTaken):
        decide(meeting, element, **{**form, "known_to": "meeting"})


def other(meeting: Meeting) -> dict[str, Any]:
    """For each thing a form says, something else."""
    return {
        "meeting": MeetingFactory(group=meeting.group, number=9),
        "outcome": "rejected",
        "sentence": "Otherwise.",
        "elements": [ElementFactory(group=meeting.group)],
        "basis": "vote",
        "heading": HeadingFactory(question__group=meeting.group),
        "qualifiers": [QualifierFactory(group=meeting.group)],
        "known_to": "unknown",
    }


@pytest.mark.parametrize(
    "word",
    ["meeting", "outcome", "sentence", "elements", "basis", "heading", "qualifiers", "known_to"],
)
def test_a_form_sent_again_with_another_content_is_refused(meeting, word):
    form = {
        "meeting": meeting,
        "outcome": "agreed",
        "sentence": "Agreed.",
        "elements": [ElementFactory(group=meeting.group)],
        "intention": uuid4(),
        "by": secretary_of(meeting.group),
    }
    record_decision(**form)

    with pytest.raises(IntentionTaken) as refusal:
        record_decision(**{**form, word: other(meeting)[word]})

    assert str(refusal.value) == (
        "This form was sent before with another content and is recorded as 2/D1. Look at that "
        "decision; to record a further one, open the form anew."
    )
    assert Decision.objects.filter(meeting__group=meeting.group).count() == 1


# ---- two secretaries


def test_a_decision_on_what_another_changed_meanwhile_is_refused(meeting):
    element = ElementFactory(group=meeting.group, text="One.")
    seen = last_place(meeting)
    reword(element, "Two.")

    with pytest.raises(ElementsChanged) as refusal:
        decide(meeting, element, seen=seen)

    assert refusal.value.changed == [
        "E1 changed since you opened this page: it is proposed and reads “Two.”."
    ]
    assert str(refusal.value) == refusal.value.changed[0]


def changed_by(meeting: Meeting, element: Element) -> dict[str, Any]:
    decision = decide(meeting, element)
    return {
        "decided": lambda: decide(meeting, element, reconsiders="New facts.", outcome="rejected"),
        "annulled": lambda: annul(decision),
        "corrected": lambda: correct(decision, element, outcome="rejected"),
    }


@pytest.mark.parametrize("act", ["decided", "annulled", "corrected"])
def test_every_act_counts_as_a_change_a_correction_too(meeting, act):
    """A correction takes its decision's place in the record, but not the place of what is seen."""
    element = ElementFactory(group=meeting.group, text="One.")
    change = changed_by(meeting, element)[act]
    seen = last_place(meeting)
    change()

    with pytest.raises(ElementsChanged):
        decide(meeting, element, seen=seen, reconsiders="New facts.")


def test_an_element_added_by_a_correction_counts_as_changed(meeting):
    first, second = ElementFactory.create_batch(2, group=meeting.group)
    decision = decide(meeting, first)
    seen = last_place(meeting)
    correct(decision, first, second)

    with pytest.raises(ElementsChanged) as refusal:
        decide(meeting, second, seen=seen, reconsiders="New facts.")

    assert refusal.value.changed == [
        f"E2 changed since you opened this page: it is agreed and reads “{text(second)}”."
    ]


def text(element: Element) -> str:
    return element.wordings.get().text


def test_what_changed_elsewhere_disturbs_nobody(meeting):
    element, elsewhere = ElementFactory.create_batch(2, group=meeting.group)
    seen = last_place(meeting)
    decide(meeting, elsewhere)

    decide(meeting, element, seen=seen)

    assert board(meeting) == {"E1": "agreed", "E2": "agreed"}


def test_what_was_seen_is_decided(meeting):
    element = ElementFactory(group=meeting.group)
    reword(element, "Two.")

    decide(meeting, element, seen=last_place(meeting))

    assert board(meeting) == {"E1": "agreed"}


# ---- to foresee


def test_the_consequences_are_foreseen_without_any(meeting, django_assert_num_queries):
    elements = {status: element_at(status, meeting) for status in Status.values}
    later = ElementFactory(group=meeting.group)
    decide(MeetingFactory(group=meeting.group, number=3), later)
    before = board(meeting)

    with django_assert_num_queries(1):
        known = foresee(meeting=meeting, outcome="agreed", elements=[*elements.values(), later])

    def names(standings):
        return [str(standing.element) for standing in standings]

    assert [str(elements[status]) for status in Status.values] == [f"E{n}" for n in range(1, 7)]
    assert {
        "changing": names(known.changing),
        "confirmed": names(known.confirmed),
        "reconsidered": names(known.reconsidered),
        "withdrawn": names(known.withdrawn),
        "later": names(known.later),
        "since": names(known.since),
        "already decided": names(known.already_decided),
    } == {
        "changing": ["E1"],
        "confirmed": ["E2"],
        "reconsidered": ["E3", "E4", "E5"],
        "withdrawn": ["E6"],
        "later": ["E7"],
        "since": [],
        "already decided": ["E2", "E3", "E4", "E5"],
    }
    assert board(meeting) == before


def test_what_changed_since_is_foreseen_too(meeting):
    element = ElementFactory(group=meeting.group)
    seen = last_place(meeting)
    reword(element, "Two.")

    known = foresee(meeting=meeting, outcome="agreed", elements=[element], seen=seen)

    assert [standing.element for standing in known.since] == [element]
    assert [standing.element for standing in known.changing] == [element]


def test_a_moment_is_kept_to_the_microsecond_in_any_zone(meeting):
    """Else a form sent again would look like another one."""
    moment = datetime(2017, 1, 26, 10, 0, 0, 1, tzinfo=ZoneInfo("Asia/Kathmandu"))
    element = ElementFactory(group=meeting.group)
    form: dict[str, Any] = {"happened_at": moment, "known_to": "minute", "intention": uuid4()}

    first = decide(meeting, element, **form)

    assert decide(meeting, element, **form) == first
    assert first.happened_at == moment
