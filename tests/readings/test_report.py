"""The report of a group: each element once, where it stands, by which decision, in which words."""

from collections import defaultdict
from datetime import UTC, datetime
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test.utils import CaptureQueriesContext

from deliberations.models import Document, DocumentKind, Meeting, WorkingGroup
from deliberations.operations import publish_meeting
from deliberations.permissions import PublicThen
from deliberations.readings.groups import board_of
from deliberations.readings.moments import NOW, Moment
from deliberations.readings.report import Report, report_of
from tests.acts import (
    annul,
    correct,
    decide,
    everything_happens,
    lift,
    reword,
    secretary_of,
    state,
    withdraw,
)
from tests.factories import (
    ContributorFactory,
    ElementFactory,
    GroupFactory,
    MeetingFactory,
    QualifierFactory,
    QuestionFactory,
)
from tests.sql import sql

pytestmark = pytest.mark.django_db


@pytest.fixture
def group() -> WorkingGroup:
    return GroupFactory(name="Working Group on Small Things")


@pytest.fixture
def first(group) -> Meeting:
    return MeetingFactory(group=group, number=1)


@pytest.fixture
def second(group) -> Meeting:
    return MeetingFactory(group=group, number=2)


@pytest.fixture
def things(group):
    """E1 to E6, in answer to one question."""
    question = QuestionFactory(group=group, number=1, text="What is small?")
    return [
        ElementFactory(group=group, question=question, text=f"Thing {number}")
        for number in range(1, 7)
    ]


def told(group: WorkingGroup, reader: Any = None, moment: Moment = NOW) -> list[str]:
    """What follows from the acts, block by block."""
    report = report_of(group, reader or AnonymousUser(), moment)
    return report.text.strip().split("\n\n")[2:]


def stand(report: Report) -> dict[str, set[str]]:
    """{status: the references of the elements that the report has there}."""
    found: dict[str, set[str]] = defaultdict(set)
    for answer in report.answers:
        for chapter in answer.chapters:
            found[chapter.status] |= {
                d.element.reference for ruling in chapter.rulings for d in ruling.dispositions
            }
            found[chapter.status] |= {s.element.reference for s in chapter.undecided}
    return dict(found)


# ---- what it says


def test_the_report_of_the_wgec_has_each_element_under_its_sentence(record):
    report = report_of(record, AnonymousUser())

    blocks = report.text.strip().split("\n\n")
    sentences = [d.sentence for d in record.meetings.get(number=2).decisions.order_by("number")]
    assert blocks[:3] == [
        "Working Group on Enhanced Cooperation",
        "Report of the group",
        record.questions.get(number=1).text,
    ]
    assert [b for b in blocks if "\n" not in b][3:] == [
        *["Agreed", f"2/D1 {sentences[0]}:", f"2/D2 {sentences[1]}:"],
        *["Deferred to report", f"2/D3 {sentences[2]}:"],
        *["Not discussed", f"2/D4 {sentences[3]}:"],
        *["Rejected", f"2/D5 {sentences[4]}:"],
    ]
    lists = [b.splitlines() for b in blocks if b.startswith("- ")]
    assert [len(items) for items in lists] == [7, 5, 16, 11, 2]
    assert [line for items in lists for line in items] == [
        f"- {e.reference} {e.wordings.get().text}" for e in record.elements.order_by("number")
    ]


def test_over_all_meetings_each_element_stands_once_by_its_last_decision(
    group, first, second, things
):
    phrase = QualifierFactory(group=group, phrase="in the interest of time")
    decide(first, *things[:3], sentence="Agreed by consensus", basis="consensus")
    decide(first, things[3], sentence="Put off", outcome="not-discussed", qualifiers=[phrase])
    decide(second, things[1], sentence="Deferred", outcome="deferred", reconsiders="Late news.")
    withdraw(things[4])

    assert told(group) == [
        *["What is small?", "Agreed"],
        *["1/D1 Agreed by consensus:", "- E1 Thing 1\n- E3 Thing 3"],
        *["Deferred to report", "2/D1 Deferred:", "- E2 Thing 2"],
        "[2/D1 reconsiders 1/D1 on E2: “Late news.”]",
        *["Not discussed", "1/D2 Put off:", "- E4 Thing 4", "[in the interest of time]"],
        *["Still open", "Proposed, not yet decided on:", "- E6 Thing 6"],
        *["Withdrawn", "Taken back by those who proposed them:", "- E5 Thing 5"],
    ]


def test_what_was_put_right_appears_as_put_right(group, first, things):
    decision = decide(first, things[0], sentence="Wrongly.", basis="consensus")
    correct(decision, things[1], sentence="Rightly.", reason="A slip.", basis="vote")
    annul(decide(first, things[2], sentence="Never."), reason="It was none.")

    assert told(group)[2:5] == ["1/D2 Rightly.", "- E2 Thing 2", "[basis: vote]"]
    assert told(group)[5] == "[1/D2 corrects 1/D1: “A slip.”]"
    assert told(group)[-1] == "[1/D3 was annulled: “It was none.”]"
    assert "Never." not in "".join(told(group))


def test_an_element_reworded_since_is_open_again_in_its_new_words(group, first, things):
    decide(first, things[0])
    reword(things[0], "Thing one\nE9 Another")

    assert told(group)[2:4] == [
        "Proposed, not yet decided on:",
        "- E1 Thing one\n  E9 Another\n- E2 Thing 2\n- E3 Thing 3\n- E4 Thing 4\n- E5 Thing 5"
        "\n- E6 Thing 6",
    ]


def test_what_nobody_lifted_is_told_with_who_keeps_it_and_of_what(group, first, second, things):
    by = {"contributor": ContributorFactory(group=group, name="Ant"), "text": "No."}
    decision = decide(first, *things)
    state(decision=decision, **by)
    state(element=things[1], kind="dissociation", **by)
    state(element=things[1], kind="support", **by)
    lift(state(element=things[2], kind="objection", **by))
    state(decision=annul(decide(second, things[0], reconsiders="Why.")).decision, **by)
    correct(decision, *things)

    assert [block for block in told(group) if "Ant" in block or block.startswith("Res")] == [
        "Reservations, objections and dissociations",
        "Reservation by Ant on 1/D2: “No.”",
        "Dissociation by Ant on E2: “No.”",
    ]


def test_its_own_words_are_those_of_the_latest_report_of_the_whole_group(group, first, things):
    made = {"group": group, "kind": DocumentKind.REPORT}
    Document.objects.create(**made, title="Old", dated=datetime(2017, 1, 1, tzinfo=UTC))
    Document.objects.create(**made, title="Undated")
    Document.objects.create(
        **made,
        title="The Report",
        dated=datetime(2018, 1, 31, tzinfo=UTC),
        introduction="One.\n\nTwo.",
        closing="The Chair",
    )
    Document.objects.create(
        **made, title="Of a meeting", meeting=first, dated=datetime(2019, 1, 1, tzinfo=UTC)
    )

    report = report_of(group, AnonymousUser())

    blocks = report.text.strip().split("\n\n")
    assert (report.title, blocks[2:5], blocks[-1]) == (
        "The Report",
        ["31 January 2018", "One.", "Two."],
        "The Chair",
    )


def test_what_answers_two_questions_stands_under_both(group, first, things):
    large = QuestionFactory(group=group, number=2, text="What is large?")
    decide(first, things[0], ElementFactory(group=group, question=large, text="Large"))

    blocks = told(group)

    assert blocks[2:4] == ["1/D1 So decided.", "- E1 Thing 1"]
    assert blocks[-4:] == ["What is large?", "Agreed", "1/D1 So decided.", "- E7 Large"]


# ---- for whom, and when


def test_it_has_every_element_where_the_board_has_it_for_each_reader_at_each_moment(group):
    everything_happens(group, number=1)
    meeting = everything_happens(group, number=2, published_at=None)
    decide(meeting, ElementFactory(group=group), outcome="deferred")
    secretary = secretary_of(group)
    [(middle, now)] = sql(
        "SELECT percentile_disc(0.6) WITHIN GROUP (ORDER BY recorded_at), clock_timestamp()"
        " FROM deliberations_decision d JOIN deliberations_meeting m ON m.id = d.meeting_id"
        f" WHERE m.group_id = {group.pk}"
    )
    moments = [NOW, Moment(known=middle), Moment(at=now, known=now), Moment(at=middle)]

    def on_the_board(reader: Any, moment: Moment) -> dict[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for answers in board_of(group, reader=reader, moment=moment).answers:
            for ruling in answers.rulings:
                found[ruling.status] |= {s.element.reference for s in ruling.standings}
        return dict(found)

    def differing() -> list[tuple[Any, Moment]]:
        return [
            (reader, moment)
            for reader in (AnonymousUser(), secretary)
            for moment in moments
            if stand(report_of(group, reader, moment)) != on_the_board(reader, moment)
        ]

    assert differing() == []
    assert stand(report_of(group, secretary)) != stand(report_of(group, AnonymousUser()))
    public = report_of(group, AnonymousUser())
    assert report_of(group, PublicThen(known=now)).text == public.text

    # What the public knew then is not changed by what is published later.
    publish_meeting(meeting=meeting, by=secretary)

    assert differing() == []
    assert report_of(group, PublicThen(known=now)).text == public.text
    assert report_of(group, AnonymousUser()).text != public.text


def test_many_decisions_are_put_together_with_as_many_queries_as_few(group, first):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert report_of(group, AnonymousUser()).text
        return len(captured)

    everything_happens(group, number=2)
    few = queries()
    for number in (3, 4):
        everything_happens(group, number=number)

    assert queries() == few <= 7
