"""What the database lets a draft be, tried by SQL."""

import json
from uuid import uuid4

import pytest

from deliberations.models import Draft, Entry
from tests.acts import draft, secretary_of
from tests.factories import MeetingFactory
from tests.sql import insert, refused, sql

pytestmark = pytest.mark.django_db


def test_an_intention_has_one_draft():
    one = draft(MeetingFactory(), "So far.")

    with refused("deliberations_draft_intention_key"):
        insert(
            Draft,
            meeting_id=one.meeting_id,
            keeper_id=one.keeper_id,
            intention=one.intention,
            content=json.dumps({}),
            on_screen=False,
            version=1,
        )


def test_the_screen_shows_one_draft_of_a_meeting():
    meeting, other = MeetingFactory(), MeetingFactory()
    first, second, elsewhere = (
        draft(meeting, "One."),
        draft(meeting, "Two."),
        draft(other, "Three."),
    )
    show = "UPDATE deliberations_draft SET on_screen = true WHERE id = %s"
    sql(show, first.pk)
    sql(show, elsewhere.pk)

    with refused("the_screen_shows_one_draft"):
        sql(show, second.pk)


def test_a_draft_stays_with_its_meeting():
    one = draft(MeetingFactory(), "So far.")

    with refused("all_of_one_group"):
        sql(
            "UPDATE deliberations_draft SET meeting_id = %s WHERE id = %s",
            MeetingFactory().pk,
            one.pk,
        )


def test_the_history_has_who_kept_a_draft_and_not_what_it_said():
    meeting = MeetingFactory()
    one = draft(meeting, "Strictly confidential.")
    Draft.objects.filter(pk=one.pk).update(content={"sentence": ["Another."]}, version=2)
    Draft.objects.filter(pk=one.pk).update(on_screen=True)
    Draft.objects.filter(pk=one.pk).delete()

    entries = Entry.objects.filter(noun="draft", object_id=one.pk).order_by("id")
    assert [entry.label for entry in entries] == ["insert", "update", "delete"]
    assert entries[0].new["keeper_id"] == secretary_of(meeting.group).pk
    for entry in entries:
        said = json.dumps([entry.old, entry.new])
        assert "confidential" not in said, said
        assert "Another" not in said, said


def test_a_draft_is_told_to_the_secretariat_only():
    """By the trigger that tells the readers; what it sends is tried in tests/live."""
    [[body]] = sql(
        "SELECT prosrc FROM pg_proc p JOIN pg_trigger t ON t.tgfoid = p.oid"
        " WHERE t.tgrelid = 'deliberations_draft'::regclass AND p.prosrc LIKE '%%pg_notify%%'"
    )

    assert "'secretariat'" in body
    assert "'public'" not in body


def test_an_intention_is_no_longer_taken_when_the_draft_is_gone():
    meeting, intention = MeetingFactory(), uuid4()
    by = secretary_of(meeting.group)
    for _ in range(2):
        Draft.objects.create(meeting=meeting, intention=intention, keeper=by, content={}).delete()

    assert not Draft.objects.exists()
