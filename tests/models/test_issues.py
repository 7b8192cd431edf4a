"""An issued document is numbered by the record and never changes."""

from hashlib import sha256
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from deliberations.models import Issue
from tests.acts import decide, issue, state
from tests.factories import ElementFactory, GroupFactory, MeetingFactory, UserFactory
from tests.sql import insert, refused, sql

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    meeting = MeetingFactory()
    decide(meeting, ElementFactory(group=meeting.group))
    return meeting


def forged(meeting, **values) -> int:
    return insert(
        Issue,
        **{
            "group_id": meeting.group_id,
            "meeting_id": meeting.pk,
            "title": "Forged",
            "language": "en",
            "parts": "[]",
            "text": "Forged.",
            "docx": b"docx",
            "pdf": b"pdf",
            "intention": uuid4(),
            "recorded_by_id": UserFactory().pk,
            **values,
        },
    )


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE deliberations_issue SET text = 'Another.'",
        "UPDATE deliberations_issue SET number = 9",
        "UPDATE deliberations_issue SET pdf = ''",
        "DELETE FROM deliberations_issue",
        "SET pgtrigger.ignore = 'deliberations_issue:insert_only';"
        " DELETE FROM deliberations_issue",
    ],
)
def test_it_is_never_changed_or_deleted(meeting, change):
    issue(meeting)

    with refused("the_record_is_insert_only"):
        sql(change)


def test_the_table_is_never_emptied(db):
    with refused("a_table_of_the_record_is_never_emptied"):
        sql("TRUNCATE deliberations_issue CASCADE")


def test_its_number_is_the_next_of_its_group_whatever_is_asked_for(meeting):
    decide(other := MeetingFactory(), ElementFactory(group=other.group))
    issue(meeting)

    forged(meeting)
    issue(other)

    assert list(Issue.objects.filter(group=meeting.group).values_list("number", flat=True)) == [
        1,
        2,
    ]
    assert other.group.issues.get().number == 1
    for number in (1, 2, 4):
        with refused("numbers_run_without_gap"):
            forged(meeting, number=number)


def test_its_moment_and_its_checksums_are_the_databases(meeting):
    [(before,)] = sql("SELECT clock_timestamp()")

    forged(meeting, sha256="f" * 64, pdf_sha256="0" * 64, recorded_at="2001-01-01T00:00Z")

    made = Issue.objects.get()
    [(after,)] = sql("SELECT clock_timestamp()")
    assert before < made.recorded_at < after
    assert (made.sha256, made.docx_sha256, made.pdf_sha256) == tuple(
        sha256(content).hexdigest() for content in (b"Forged.", b"docx", b"pdf")
    )


def test_it_is_of_one_group(meeting):
    with refused("all_of_one_group"):
        forged(meeting, group_id=GroupFactory().pk)


def test_one_intention_is_one_issue(meeting):
    intention = uuid4()
    forged(meeting, intention=intention)

    with pytest.raises(IntegrityError), transaction.atomic():
        forged(meeting, intention=intention)


def test_an_empty_text_is_not_issued(meeting):
    with refused("an_issued_document_says_something"):
        forged(meeting, text="")


def test_its_history_holds_the_checksums_and_not_the_files(meeting):
    state(decision=meeting.decisions.get())
    made: Any = issue(meeting)

    event = made.events.get()

    assert (event.pgh_label, event.sha256, event.pgh_group_id, event.pgh_meeting_id) == (
        "insert",
        made.sha256,
        meeting.group_id,
        meeting.pk,
    )
    assert {"text", "parts", "docx", "pdf"} & {f.name for f in event._meta.fields} == set()
