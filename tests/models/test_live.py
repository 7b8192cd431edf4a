"""What the record tells with the commit: that it changed, once, and to whom it matters."""

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from django.db import connection, transaction

from deliberations.models import AgendaItem, Meeting
from deliberations.models.live import CHANNEL
from deliberations.operations import publish_meeting
from tests.acts import annul, decide, lift, reword, secretary_of, state
from tests.factories import ElementFactory, MeetingFactory
from wgec.live.listening import options_of_the_database

pytestmark = pytest.mark.django_db(transaction=True)


class Told:
    """told(): the groups and audiences of what was told since asked last, without numbers."""

    def __init__(self, listener: psycopg.Connection[Any]) -> None:
        self.listener = listener

    def __call__(self) -> list[tuple[str, str]]:
        payloads = [notice.payload for notice in self.listener.notifies(timeout=0.2)]
        return [(group, audience) for group, audience, _number in map(str.split, payloads)]


@pytest.fixture
def told(record) -> Iterator[Told]:
    with psycopg.connect(**options_of_the_database(), autocommit=True) as listener:
        listener.execute(f"LISTEN {CHANNEL}")
        yield Told(listener)


def meeting_of(record, **more) -> Meeting:
    return MeetingFactory(group=record, number=9, **more)


def test_a_decision_on_many_elements_is_told_once(record, told):
    meeting = meeting_of(record)
    question = record.questions.first()
    elements = [ElementFactory(group=record, question=question) for _ in range(5)]
    told()

    decide(meeting, *elements)

    assert told() == [(str(record.pk), "public")]


def test_each_act_on_a_public_element_is_told(record, told):
    meeting = meeting_of(record)
    element = ElementFactory(group=record, question=record.questions.first())
    decision = decide(meeting, element)
    statement = state(decision=decision)
    told()

    for act in (
        lambda: lift(statement),
        lambda: annul(decision),
        lambda: reword(element, "In other words."),
        lambda: AgendaItem.objects.create(meeting=meeting, position=1, title="Opening"),
        lambda: AgendaItem.objects.all().delete(),
    ):
        act()
        assert told() == [(str(record.pk), "public")]


def test_what_is_not_public_is_told_to_the_secretariat_until_it_is(record, told):
    meeting = meeting_of(record, published_at=None)
    element = ElementFactory(group=record, question=record.questions.first())
    told()

    decide(meeting, element)
    assert told() == [(str(record.pk), "secretariat")]

    publish_meeting(meeting=meeting, by=secretary_of(record))
    assert told() == [(str(record.pk), "public")]


def test_what_is_taken_back_is_not_told(record, told):
    meeting = meeting_of(record)
    told()
    with transaction.atomic():
        AgendaItem.objects.create(meeting=meeting, position=1, title="Opening")
        transaction.set_rollback(True)

    assert told() == []


def test_no_setting_keeps_it_quiet(record, told):
    meeting = meeting_of(record)
    told()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL pgtrigger.ignore = '{deliberations_agendaitem}'")
        AgendaItem.objects.create(meeting=meeting, position=1, title="Opening")

    assert told() == [(str(record.pk), "public")]
