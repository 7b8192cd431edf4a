"""Many who record at once, each on a connection of their own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from deliberations.models import Decision, Disposition, Element, Meeting, Standing, broken_rule
from deliberations.operations import (
    ReconsidersUnsaid,
    Refused,
    propose_element,
    publish_meeting,
    reword_element,
)
from tests.acts import annul, decide, secretary_of
from tests.factories import ElementFactory, MeetingFactory, QuestionFactory
from tests.sql import forged_decision, forged_disposition, sql

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    """Do all of them at the same moment; what each answered, or how it was refused."""
    barrier = Barrier(len(acts))

    def do(act: Callable[[], Any]) -> Any:
        try:
            connection.ensure_connection()
            barrier.wait(timeout=30)
            return act()
        except Refused as refusal:
            return refusal
        except IntegrityError as error:
            return broken_rule(error)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(do, acts))


@pytest.fixture
def meeting() -> Meeting:
    return MeetingFactory(number=2)


def test_ten_copies_of_a_form_record_once_and_give_ten_equal_answers(meeting):
    elements = ElementFactory.create_batch(3, group=meeting.group)
    form: dict[str, Any] = {"by": secretary_of(meeting.group), "intention": uuid4()}

    answers = at_once(*[lambda: decide(meeting, *elements, **form).pk] * 10)

    assert answers == [meeting.decisions.get().pk] * 10


def test_of_conflicting_decisions_one_is_recorded(meeting):
    by = secretary_of(meeting.group)

    for _ in range(5):
        element = ElementFactory(group=meeting.group)
        answers = at_once(
            partial(decide, meeting, element, by=by, outcome="agreed"),
            partial(decide, meeting, element, by=by, outcome="rejected"),
        )
        assert {type(answer) for answer in answers} == {Decision, ReconsidersUnsaid}
        [recorded] = [answer for answer in answers if isinstance(answer, Decision)]
        assert Standing.objects.get(element=element, public=True).status == recorded.outcome


def test_of_two_who_looked_at_the_same_page_the_second_is_told(meeting):
    element = ElementFactory(group=meeting.group)
    by = secretary_of(meeting.group)

    answers = at_once(
        *[
            lambda text=text: reword_element(
                element=element, text=text, reason="", seen_wording=1, by=by
            )
            for text in ("One.", "Two.", "Three.")
        ]
    )

    assert sum(isinstance(answer, Refused) for answer in answers) == 2
    assert list(element.wordings.values_list("number", flat=True)) == [1, 2]


def test_numbers_run_without_gap_however_many_record(meeting):
    """Also where some are refused, and some undone after they had their number."""
    by = secretary_of(meeting.group)
    question = QuestionFactory(group=meeting.group)
    elements = ElementFactory.create_batch(16, group=meeting.group)

    def record(elements: list[Element]) -> None:
        for element in elements:
            with pytest.raises(Refused):
                decide(meeting, by=by)
            with transaction.atomic():
                decide(meeting, element, by=by)
                propose_element(group=meeting.group, question=question, text="Undone.", by=by)
                transaction.set_rollback(True)
            decide(meeting, element, by=by)
            propose_element(group=meeting.group, question=question, text="New.", by=by)

    at_once(*[lambda mine=elements[n::8]: record(mine) for n in range(8)])

    decisions = meeting.decisions.order_by("number").values_list("number", flat=True)
    numbers = meeting.group.elements.order_by("number").values_list("number", flat=True)
    assert list(decisions) == list(range(1, 17))
    assert list(numbers) == list(range(1, 33))


def test_numbers_run_without_gap_for_those_who_write_sql(meeting):
    """No lock but those that the triggers take."""
    elements = ElementFactory.create_batch(16, group=meeting.group)
    question = QuestionFactory(group=meeting.group)

    def record(elements: list[Element]) -> str:
        for element in elements:
            with transaction.atomic():
                forged_disposition(forged_decision(meeting), element)
            ElementFactory(group=meeting.group, question=question)
        return "recorded"

    answers = at_once(*[lambda mine=elements[n::8]: record(mine) for n in range(8)])

    assert answers == ["recorded"] * 8
    decisions = meeting.decisions.order_by("place").values_list("number", flat=True)
    numbers = meeting.group.elements.order_by("id").values_list("number", flat=True)
    assert list(decisions) == list(range(1, 17))
    assert sorted(numbers) == list(range(1, 33))


def test_of_conflicting_decisions_in_sql_one_is_recorded(meeting):
    """At different meetings, so that no meeting's lock makes them wait for each other."""
    elsewhere = MeetingFactory(group=meeting.group, number=3)
    element = ElementFactory(group=meeting.group)
    values = {
        "from_status": "proposed",
        "reconsiders_id": None,
        "wording_id": element.wordings.get().pk,
    }

    def record(at: Meeting) -> str:
        with transaction.atomic():
            forged_disposition(forged_decision(at), element, **values)
        return "recorded"

    answers = at_once(lambda: record(meeting), lambda: record(elsewhere))

    assert sorted(answers) == ["a_disposition_starts_where_the_element_stands", "recorded"]
    assert Disposition.objects.filter(element=element).count() == 1


def test_a_decision_annulled_by_two_is_annulled_once(meeting):
    decision = decide(meeting, ElementFactory(group=meeting.group))

    answers = at_once(lambda: annul(decision), lambda: annul(decision))

    assert [str(answer) for answer in answers if isinstance(answer, Refused)] == [
        "2/D1 is annulled already."
    ]
    assert decision.corrections.count() == 1


def test_an_act_entered_while_its_meeting_is_published_is_public():
    meeting = MeetingFactory(published_at=None)
    by = secretary_of(meeting.group)
    elements = ElementFactory.create_batch(6, group=meeting.group)

    at_once(
        lambda: publish_meeting(meeting=meeting, by=by),
        *[lambda e=e: decide(meeting, e, by=by) for e in elements[:3]],
        *[
            lambda e=e: sql(
                "INSERT INTO deliberations_wording"
                " (element_id, text, reason, known_to, meeting_id, recorded_by_id)"
                " VALUES (%s, 'Otherwise.', '', 'meeting', %s, %s)",
                e.pk,
                meeting.pk,
                by.pk,
            )
            for e in elements[3:]
        ],
    )

    public = Standing.objects.filter(element__group=meeting.group, public=True)
    assert sorted(public.values_list("status", flat=True)) == ["agreed"] * 3 + ["proposed"] * 3
    assert public.filter(wording__text="Otherwise.").count() == 3
