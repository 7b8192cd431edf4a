"""What the record refuses is a sentence at the form."""

from datetime import date

import pytest

from deliberations.models import (
    Contributor,
    Heading,
    Meeting,
    Question,
)
from deliberations.operations import add_proposal, open_meeting
from tests.acts import decide
from tests.admin.forms import page, send, sentences
from tests.admin.things import NEW
from tests.factories import (
    ContributorFactory,
    ElementFactory,
    MeetingFactory,
    QualifierFactory,
)


def test_what_is_given_for_good_is_no_field_of_the_form(as_admin, record):
    meeting = record.meetings.first()
    before = Meeting.objects.values().get(pk=meeting.pk)

    answer = send(
        as_admin,
        page(meeting, "change"),
        reason="Forged.",
        number=77,
        group="1",
        state="closed",
        published_at="",
        chair="A chair",
    )

    assert answer.status_code == 302
    assert Meeting.objects.values().get(pk=meeting.pk) == before | {"chair": "A chair"}


def test_a_meeting_is_opened_on_its_own_page(as_secretary, record, secretary):
    meeting = MeetingFactory(group=record, number=9, state="planned")
    shown = as_secretary.get(page(meeting, "change")).text

    assert f'href="/wgec/meetings/{meeting.number}/"' in shown
    open_meeting(meeting=meeting, by=secretary)
    assert "in session" in as_secretary.get(page(meeting, "change")).text


def test_a_contributor_whom_the_record_knows_is_not_deleted(as_secretary, record, secretary):
    contributor = ContributorFactory(group=record)
    add_proposal(element=record.elements.first(), contributor=contributor, by=secretary)

    answer = as_secretary.post(page(contributor, "delete"), {"reason": "Who is that?"})

    assert answer.status_code == 422
    assert "The record or its surroundings refer to that; it stays." in answer.text
    assert Contributor.objects.filter(pk=contributor.pk).exists()


def test_a_heading_under_which_elements_stand_is_not_removed(as_admin, record):
    heading = Heading.objects.filter(element__isnull=False).earliest("pk")
    rows = list(heading.question.headings.values_list("pk", flat=True))

    answer = send(
        as_admin,
        page(heading.question, "change"),
        reason="Tidying.",
        **{f"headings-{rows.index(heading.pk)}-DELETE": "on"},
    )

    assert answer.status_code == 422
    assert sentences(answer) == ["The record or its surroundings refer to that; it stays."]
    assert Heading.objects.filter(pk=heading.pk).exists()


@pytest.mark.parametrize(
    ("model", "more", "sentence"),
    [
        (
            Contributor,
            {"slug": "taken"},
            "The record refuses that: a contributor has an address of its own.",
        ),
        (Question, {"number": 1}, "The record refuses that: a question has a number of its own."),
        (
            Meeting,
            {"ends_on": "2018-02-01"},
            "The record refuses that: a meeting ends after it starts.",
        ),
    ],
)
def test_what_a_rule_refuses_is_a_sentence_at_the_form(model, more, sentence, as_admin, record):
    ContributorFactory(group=record, slug="taken")

    answer = send(as_admin, page(model, "add"), group=record.pk, **NEW[model] | more)

    assert answer.status_code == 422
    assert sentences(answer) == [sentence]


def test_words_that_recorded_decisions_use_stay(as_secretary, record, secretary):
    meeting = MeetingFactory(group=record, number=9)
    qualifier = QualifierFactory(group=record, phrase="in principle, so to speak")
    element = ElementFactory(group=record, question=record.questions.first())
    decide(meeting, element, by=secretary, qualifiers=[qualifier])

    answer = send(as_secretary, page(qualifier, "change"), phrase="never", reason="Bend it.")

    assert sentences(answer) == [
        "Recorded decisions say “in principle, so to speak”; it stays as it is. Add another."
    ]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "agreed \u202edetcejer",
            "The text holds an invisible mark that turns the reading direction. Remove it.",
        ),
        ("nul\0", "Null characters are not allowed."),
    ],
)
def test_what_no_text_holds_is_refused(text, sentence, as_admin, record):
    for name in ("text", "reason"):
        given = {"reason": "Typed."} | {name: text}

        assert sentence in sentences(
            send(as_admin, page(record.questions.first(), "change"), **given)
        )


def test_the_days_of_a_meeting_are_kept_as_given(as_admin, record):
    send(as_admin, page(Meeting, "add"), group=record.pk, reason="Called.", **NEW[Meeting])

    meeting = Meeting.objects.get(group=record, number=9)
    assert (meeting.starts_on, meeting.state) == (date(2018, 3, 1), "planned")
