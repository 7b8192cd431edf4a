"""A page of the board by its runs: the same as that part of the whole board, put in order."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from django.contrib.auth.models import AnonymousUser

from deliberations.models import Question, Tally
from deliberations.readings.groups import Answers, beside, in_order, sections_of
from deliberations.readings.moments import Moment, standings_at
from deliberations.readings.runs import page_shown
from tests.acts import decide, secretary_of, withdraw
from tests.factories import ElementFactory, GroupFactory, MeetingFactory, QuestionFactory
from tests.sql import sql

pytestmark = pytest.mark.django_db

SIZE = 37


@pytest.fixture
def group():
    """E1 to E320 in answer to two questions, decided on at two meetings by decisions that are
    longer than a run, of both questions, in no order of numbers; some open, some withdrawn."""
    group = GroupFactory()
    first = ElementFactory(group=group)
    second = QuestionFactory(group=group, number=2)
    sql(
        "WITH entered AS ("
        " INSERT INTO deliberations_element (group_id, question_id)"
        " SELECT %s, CASE WHEN n %% 7 = 0 THEN %s ELSE %s END FROM generate_series(2, 320) n"
        " RETURNING id) INSERT INTO deliberations_wording (element_id, text, reason, known_to,"
        " recorded_by_id) SELECT id, 'One of many', '', 'unknown', %s FROM entered",
        *(group.pk, second.pk, first.question_id, secretary_of(group).pk),
    )
    one, two = (
        MeetingFactory(group=group, number=number, starts_on=date(2016 + number, 1, 1))
        for number in (1, 2)
    )
    elements = list(group.elements.order_by("number"))
    decide(one, *elements[150:0:-1], outcome="agreed")
    decide(one, *elements[160:200:3], outcome="rejected")
    decide(two, *elements[20:60:2], *elements[210:230], outcome="deferred", reconsiders="So.")
    decide(two, elements[300], outcome="agreed")
    withdraw(elements[301])
    return group


@pytest.mark.parametrize("is_known_before", [False, True])
@pytest.mark.parametrize("at", [None, datetime(2017, 6, 1, tzinfo=UTC)])
def test_every_page_of_the_board_is_that_part_of_it(group, at, is_known_before):
    reader = AnonymousUser()
    known = None
    if is_known_before:
        third = group.meetings.get(number=2).decisions.get(number=1)
        known = third.recorded_at - timedelta(microseconds=1)
    standings = beside(standings_at(Moment(at, known), reader)).filter(element__group=group)
    tallies = Tally.objects.visible_to(reader).filter(group=group).as_of(at, known)
    questions = {q.pk: Answers(q) for q in Question.objects.filter(group=group)}
    sections = sections_of(tallies, questions)

    whole = [standing.element.number for standing in in_order(standings)]
    begins = range(0, len(whole) + SIZE, SIZE)
    pages = [page_shown(standings, tallies, sections, begin, SIZE) for begin in begins]

    assert sum(section.number for section in sections) == len(whole) == 320
    assert [[s.element.number for s in page] for page in pages] == [
        whole[begin:end] for begin, end in pairwise([*begins, begins.stop])
    ]
