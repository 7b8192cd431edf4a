"""The text of a synthesis: word for word what was decided, in the order in which it stands."""

import re
from datetime import date
from hashlib import sha256
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test.utils import CaptureQueriesContext

from deliberations.models import Decision, Document, DocumentKind, Element, Meeting
from deliberations.readings.synthesis import Synthesis, synthesis_of
from tests.acts import annul, correct, decide, lift, reword, secretary_of, state
from tests.factories import (
    ContributorFactory,
    ElementFactory,
    GroupFactory,
    MeetingFactory,
    QuestionFactory,
)

pytestmark = pytest.mark.django_db

PAPER = "bde2be7951dc025998436febafe6c12f618d51d7569be3d7af064c27ee60806b"
"""The checksum of the words of the chair's own paper of 2 May 2017, white space folded."""


@pytest.fixture
def meeting() -> Meeting:
    group = GroupFactory(name="Working Group on Small Things")
    return MeetingFactory(group=group, number=1)


@pytest.fixture
def elements(meeting) -> list[Element]:
    """E1 to E6, in answer to one question."""
    question = QuestionFactory(group=meeting.group, number=1, text="What is small?")
    return [
        ElementFactory(group=meeting.group, question=question, text=f"Thing {number}")
        for number in range(1, 7)
    ]


def synthesis(meeting: Meeting, reader: Any = None) -> Synthesis:
    return synthesis_of(meeting, reader or AnonymousUser())


def told(meeting: Meeting) -> list[str]:
    """The text from the first sentence on, block by block."""
    blocks = synthesis(meeting).text.strip().split("\n\n")
    return blocks[2:]


def document(meeting: Meeting, **more: Any) -> Document:
    values = {"title": "Synthesis", "kind": DocumentKind.SYNTHESIS, **more}
    made: Document = Document.objects.create(group=meeting.group, meeting=meeting, **values)
    return made


# ---- the real one


def test_the_synthesis_of_the_wgec_is_the_chairs_paper_word_for_word(record):
    text = synthesis(record.meetings.get(number=2)).text

    assert sha256(" ".join(text.split()).encode()).hexdigest() == PAPER


def test_the_synthesis_of_the_wgec_stands_in_the_order_of_the_paper(record):
    """Laid out by hand from what the record's file quotes of it."""
    sentences = Decision.objects.filter(meeting__group=record).order_by("number")
    texts = {
        element.number: element.wordings.get().text for element in record.elements.order_by("pk")
    }
    introduction = Document.objects.get(group=record, kind="synthesis").introduction

    def listed(first: int, last: int) -> str:
        return "\n".join(f"- {texts[number]}" for number in range(first, last + 1))

    one, two, three, four, five = (f"{decision.sentence}:" for decision in sentences)
    assert (
        synthesis(record.meetings.get(number=2)).text
        == f"""\
CSTD Working Group on Enhanced Cooperation

Chair's synthesis of the discussion on high-level characteristics of enhanced cooperation

2 May 2017

{introduction}

{one}

{listed(1, 7)}

{two}

{listed(8, 12)}

{three}

{listed(13, 28)}

{four}

{listed(29, 39)}

{five}

{listed(40, 41)}
"""
    )


# ---- its own words


def test_without_a_document_it_names_group_and_meeting_and_makes_up_no_date(meeting, elements):
    decide(meeting, elements[0])

    whole = synthesis(meeting)

    assert (whole.dated, whole.introduction, whole.closing) == (None, [], [])
    assert whole.text == (
        "Working Group on Small Things\n\nSynthesis of meeting 1\n\nSo decided.\n\n- Thing 1\n"
    )


def test_the_documents_own_words_stand_around_the_decisions(meeting, elements):
    decide(meeting, elements[0])
    document(
        meeting,
        title="The Chair’s synthesis",
        dated=date(2017, 5, 2),
        letterhead="WGS, fifth year",
        introduction="One\r\nline.\r\n\r\n \r\nTwo.\n",
        closing="The Chair",
    )

    assert synthesis(meeting).text == (
        "WGS, fifth year\n\nThe Chair’s synthesis\n\n2 May 2017\n\nOne\nline.\n\nTwo.\n\n"
        "So decided.\n\n- Thing 1\n\nThe Chair\n"
    )


def test_of_several_documents_the_latest_synthesis_of_the_meeting_counts(meeting, elements):
    decide(meeting, elements[0])
    document(meeting, title="Later", dated=date(2017, 5, 3))
    document(meeting, title="Earlier", dated=date(2017, 5, 2))
    document(meeting, title="Undated")
    document(meeting, title="A report", kind=DocumentKind.REPORT, dated=date(2018, 1, 1))
    other = MeetingFactory(group=meeting.group, number=2)
    document(other, title="Of another", dated=date(2018, 1, 1))

    assert synthesis(meeting).title == "Later"


# ---- sentences, lists, questions


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("The Group agreed on the following", "The Group agreed on the following:"),
        ("The Group agreed:", "The Group agreed:"),
        ("The Group so agreed. ", "The Group so agreed."),
        ("На этом согласились", "На этом согласились:"),
        ("工作组同意：", "工作组同意："),
    ],
)
def test_a_sentence_leads_to_its_list_with_one_mark(meeting, elements, sentence, shown):
    decide(meeting, elements[0], sentence=sentence)

    assert told(meeting) == [shown, "- Thing 1"]


def test_a_list_keeps_the_order_and_the_wordings_of_its_decision(meeting, elements):
    decide(meeting, elements[2], elements[0])
    reword(elements[0], "Another thing")

    assert told(meeting) == ["So decided.", "- Thing 3\n- Thing 1"]


def test_no_text_can_pass_for_an_item_of_the_list(meeting, elements):
    reword(elements[0], "Thing\n- Not decided\n\nThe Group agreed on this:")
    state(decision=decide(meeting, elements[0]), text="No.\n\n- Nor this")

    _sentence, *blocks = told(meeting)

    lines = "\n\n".join(blocks).split("\n")
    assert [line for line in lines if re.match(r"\S", line)][:1] == ["- Thing"]
    assert [line for line in lines if re.match(r"- |The Group", line)] == ["- Thing"]


def test_one_question_needs_no_heading_and_several_have_theirs(meeting, elements):
    decide(meeting, elements[0], sentence="One.")
    assert told(meeting) == ["One.", "- Thing 1"]

    large = QuestionFactory(group=meeting.group, number=2, text="What is large?")
    other = ElementFactory(group=meeting.group, question=large, text="Large thing")
    another = ElementFactory(group=meeting.group, question=large, text="Larger thing")
    decide(meeting, other, sentence="Two.")
    decide(meeting, elements[1], sentence="Three.")
    decide(meeting, another, elements[2], sentence="Four.")

    assert told(meeting) == [
        "What is small?",
        *["One.", "- Thing 1", "Three.", "- Thing 2"],
        "What is large?",
        *["Two.", "- Large thing"],
        "What is small?\nWhat is large?",
        *["Four.", "- Larger thing\n- Thing 3"],
    ]


# ---- what was put right


def test_a_corrected_decision_appears_as_corrected_in_its_place(meeting, elements):
    first = decide(meeting, elements[0], sentence="First.")
    decide(meeting, elements[1], sentence="Second.")
    again = correct(first, elements[2], sentence="First, rightly.", reason="A slip.")
    correct(again, elements[3], sentence="First, indeed.", reason="Another.")

    assert told(meeting) == [
        "First, indeed.",
        "- Thing 4",
        "[1/D4 corrects 1/D3: “Another.”]",
        "[1/D3 corrects 1/D1: “A slip.”]",
        "Second.",
        "- Thing 2",
    ]


def test_what_was_annulled_is_told_at_the_end_and_nowhere_else(meeting, elements):
    document(meeting, closing="The Chair")
    annul(decide(meeting, elements[0], sentence="First."), reason="It was none.")
    decide(meeting, elements[1], sentence="Second.")

    assert told(meeting) == [
        "Second.",
        "- Thing 2",
        "The Chair",
        "[1/D1 was annulled: “It was none.”]",
    ]


def test_what_the_same_meeting_took_up_again_stands_twice_and_says_so(meeting, elements):
    decide(meeting, elements[0], elements[1], sentence="First.")
    second = decide(
        meeting,
        elements[1],
        elements[2],
        sentence="Second.",
        outcome="rejected",
        reconsiders="Why.",
    )
    notes = ["[1/D1 was reconsidered by 1/D2 on E2]", "[1/D2 reconsiders 1/D1 on E2: “Why.”]"]
    assert told(meeting) == [
        *["First.", "- Thing 1\n- Thing 2", notes[0]],
        *["Second.", "- Thing 2\n- Thing 3", notes[1]],
    ]

    correct(second, elements[0], sentence="Second, rightly.")

    assert told(meeting) == [
        *["First.", "- Thing 1\n- Thing 2", "[1/D1 was reconsidered by 1/D3 on E1]"],
        *["Second, rightly.", "- Thing 1"],
        *["[1/D3 corrects 1/D2: “A slip of the pen.”]", "[1/D3 reconsiders 1/D1 on E1: “Why.”]"],
    ]


def test_what_was_taken_up_again_and_then_corrected_says_both(meeting, elements):
    first = decide(meeting, elements[0], elements[1], sentence="First.")
    decide(meeting, elements[2], sentence="Second.")
    third = decide(meeting, elements[0], sentence="Third.", outcome="rejected", reconsiders="Why.")
    correct(first, elements[0], sentence="First, rightly.")
    correct(third, elements[0], elements[2], sentence="Third, rightly.")

    assert [block for block in told(meeting) if block.startswith("[")] == [
        "[1/D4 corrects 1/D1: “A slip of the pen.”]",
        "[1/D4 was reconsidered by 1/D5 on E1]",
        "[1/D2 was reconsidered by 1/D5 on E3]",
        "[1/D5 corrects 1/D3: “A slip of the pen.”]",
        "[1/D5 reconsiders 1/D4 on E1: “Why.”]",
        # Nobody said why: that it was taken up again was missing in the record.
        "[1/D5 reconsiders 1/D2 on E3]",
    ]


def test_what_a_later_meeting_took_up_again_that_one_tells(meeting, elements):
    decide(meeting, elements[0], sentence="First.")
    later = MeetingFactory(group=meeting.group, number=2)
    decide(later, elements[0], sentence="Later.", outcome="rejected", reconsiders="Why.")

    assert told(meeting) == ["First.", "- Thing 1"]
    assert told(later) == ["Later.", "- Thing 1", "[2/D1 reconsiders 1/D1 on E1: “Why.”]"]


# ---- what was said


def test_statements_follow_the_decision_that_they_are_about(meeting, elements):
    ant = ContributorFactory(group=meeting.group, name="Ant")
    by_ant: dict[str, Any] = {"contributor": ant, "text": "Said."}
    decision = decide(meeting, elements[0], sentence="First.")
    decide(meeting, elements[1], sentence="Second.")
    state(decision=decision, kind="support", **by_ant)
    correct(decision, elements[2], sentence="First, rightly.")
    state(element=elements[1], meeting=meeting, kind="dissociation", **by_ant)
    lifted = state(element=elements[1], meeting=meeting, **by_ant)
    lift(lifted, reason="Met.")
    lift(state(element=elements[1], meeting=meeting, kind="objection", **by_ant))

    assert told(meeting) == [
        *["First, rightly.", "- Thing 3", "[1/D3 corrects 1/D1: “A slip of the pen.”]"],
        "Support by Ant: “Said.”",
        *["Second.", "- Thing 2", "Dissociation by Ant: “Said.”"],
        "Reservation by Ant: “Said.” (later lifted: “Met.”)",
        "Objection by Ant: “Said.” (later lifted)",
    ]


def test_what_was_not_said_for_the_record_of_this_meeting_is_left_out(meeting, elements):
    decide(meeting, elements[0])
    later = MeetingFactory(group=meeting.group, number=2)
    for kind in ("comment", "support"):
        state(element=elements[0], meeting=meeting, kind=kind)
    state(element=elements[0])
    state(element=elements[0], meeting=later)
    state(element=elements[1], meeting=meeting)
    state(decision=annul(decide(meeting, elements[2])).decision)

    assert told(meeting)[:2] == ["So decided.", "- Thing 1"]
    assert "“We can’t" not in synthesis(meeting).text


# ---- for whom


def test_what_is_not_public_is_put_together_for_the_secretariat_only(meeting, elements):
    closed = MeetingFactory(group=meeting.group, number=2, published_at=None)
    decision = decide(closed, elements[0], sentence="Not yet.")
    document(closed, title="Not yet either")
    secretary = secretary_of(meeting.group)

    assert "Not yet.\n" in synthesis(closed, secretary).text
    whole = synthesis(closed)
    assert (whole.is_there, whole.sections, whole.document) == (False, [], None)

    decide(meeting, elements[1], sentence="Public.")
    reservation = state(element=elements[1], meeting=meeting, text="No.")
    lift(reservation, meeting=closed)
    state(decision=Decision.objects.get(sentence="Public."), meeting=closed, text="Unseen.")
    assert told(meeting)[2:] == [f"Reservation by {reservation.contributor}: “No.”"]
    assert "Unseen." in synthesis(meeting, secretary).text
    assert "(later lifted)" in synthesis(meeting, secretary).text
    assert decision.reference == "2/D1"


def test_many_decisions_are_put_together_with_as_many_queries_as_few(meeting, elements):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert synthesis(meeting).text
        return len(captured)

    def happen(element: Element, other: Element) -> None:
        decision = decide(meeting, element)
        lift(state(decision=decision))
        correct(decision, element, other)
        decide(meeting, element, outcome="rejected", reconsiders="Why.")
        state(element=element, meeting=meeting)

    happen(*elements[:2])
    few = queries()
    for element in elements[2:5]:
        happen(element, elements[5])

    assert queries() == few <= 8
