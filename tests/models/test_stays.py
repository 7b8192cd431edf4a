"""Where elements stood at any moment, on both clocks: as the database keeps it, and as plain
Python reckons it from the rows of the acts, one moment at a time.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from deliberations.models import (
    BEGINNING,
    END,
    Correction,
    Decision,
    Disposition,
    Element,
    Meeting,
    Outcome,
    Proposal,
    Standing,
    Stay,
    Tally,
    Wording,
    WorkingGroup,
)
from deliberations.models.stays import StayQuerySet
from deliberations.operations import Refused, publish_meeting
from tests.acts import annul, correct, decide, propose_again, reword, secretary_of, withdraw
from tests.factories import (
    ContributorFactory,
    ElementFactory,
    GroupFactory,
    HeadingFactory,
    MeetingFactory,
    QuestionFactory,
)
from tests.sql import refused, sql

TICK = timedelta(microseconds=1)
LAST_DAYS = {1: date(2016, 10, 1), 2: date(2017, 1, 27), 3: date(2017, 5, 5)}
PAIRS = 110
"""Pairs of moments that one history is asked for."""


def moment_of(act: Any) -> Any:
    """When an act counts from, if anything of that is known."""
    if act.happened_at is not None:
        return act.happened_at
    if act.meeting is None:
        return None
    start = datetime.combine(act.meeting.ends_on, time.min, tzinfo=act.meeting.zone)
    return min(start + act.meeting.number * TICK, act.recorded_at)


@dataclass
class Happened:
    """An act on an element: what it made of it, from when on; None: nobody knows."""

    place: int
    status: str
    disposition: int | None
    wording: Wording | None
    moment: datetime | None


class Reckoning:
    """All acts on the elements of a group, read once."""

    def __init__(self, elements: list[Element]) -> None:
        def rows(model: Any, *related: str) -> list[Any]:
            found = model.objects.filter(element__in=elements).select_related("meeting", *related)
            return list(found)

        self.wordings = rows(Wording, "decision")
        self.withdrawn = [a for e in elements for a in e.withdrawals.select_related("meeting")]
        self.again = [p for p in rows(Proposal) if p.withdrawal_id]
        self.disposed = list(
            Disposition.objects.filter(element__in=elements).select_related(
                "decision__meeting", "wording"
            )
        )
        self.corrected = {
            c.decision_id: c for c in Correction.objects.exclude(kind="reconsideration")
        }
        self.hidden = {e.pk for e in elements if e.meeting and not e.meeting.is_published}

    def in_force(self, decision: Decision, known: datetime) -> bool:
        entered = decision.recorded_at
        if decision.replaces_id:
            entered = self.corrected[decision.replaces_id].recorded_at
        ended = self.corrected.get(decision.pk)
        return entered <= known and (ended is None or known < ended.recorded_at)

    def acts(self, element: int, known: datetime, *, public: bool) -> Iterator[Happened]:
        def counts(act: Any) -> bool:
            hidden = public and act.meeting is not None and not act.meeting.is_published
            return act.element_id == element and act.recorded_at <= known and not hidden

        for w in self.wordings:
            if counts(w) and w.decision_id is None:
                yield Happened(w.place, "proposed", None, w, moment_of(w))
        for w in self.withdrawn:
            if counts(w):
                yield Happened(w.place, "withdrawn", None, None, moment_of(w))
        for p in self.again:
            if counts(p):
                yield Happened(p.place, "proposed", None, None, moment_of(p))
        for p in self.disposed:
            hidden = public and not p.decision.meeting.is_published
            if p.element_id == element and not hidden and self.in_force(p.decision, known):
                amended = p.wording if p.wording.decision_id else None
                at = moment_of(p.decision)
                yield Happened(p.decision.place, p.to_status, p.pk, amended, at)

    def stood(self, element: int, at: datetime, known: datetime, *, public: bool) -> Any:
        """(status, wording, disposition); None if it was not there."""
        latest = BEGINNING
        status, disposition, wordings = "", None, []
        if public and element in self.hidden:
            return None
        acts = self.acts(element, known, public=public)
        for act in sorted(acts, key=lambda act: act.place):
            moment = act.moment or latest
            latest = max(latest, moment)
            if moment <= at:
                status, disposition = act.status, act.disposition
                wordings += [act.wording] if act.wording else []
        if not wordings:
            return None
        return status, max(wordings, key=lambda w: w.number).pk, disposition


def kept(stays: StayQuerySet) -> dict[int, Any]:
    found = list(stays.values_list("element", "status", "wording", "disposition"))
    told = {element: what for element, *what in found}
    assert len(told) == len(found)
    return {element: tuple(what) for element, what in told.items()}


class World:
    """A group with three elements and three meetings, at which anything happens."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.group = GroupFactory(time_zone="America/New_York")
        self.by = secretary_of(self.group)
        self.meetings = [
            MeetingFactory(
                group=self.group,
                number=number,
                starts_on=ends_on - timedelta(days=1),
                ends_on=ends_on,
                published_at=None,
            )
            for number, ends_on in LAST_DAYS.items()
        ]
        self.elements = [
            ElementFactory(group=self.group),
            ElementFactory(group=self.group),
            ElementFactory(group=self.group, meeting=self.meetings[0]),
        ]
        ContributorFactory.create_batch(2, group=self.group)
        self.decisions: list[Decision] = []

    def do_something(self) -> None:
        chance = self.random.random()
        element = self.random.choice(self.elements)
        more: dict[str, Any] = self.some_moment()
        try:
            if chance < 0.4 or not self.decisions:
                self.decide(more)
            elif chance < 0.55:
                decision = self.random.choice(self.decisions)
                elements = self.random.sample(self.elements, self.random.randint(1, 3))
                outcome = self.random.choice(Outcome.values)
                self.decisions.append(correct(decision, *elements, outcome=outcome))
            elif chance < 0.65:
                annul(self.random.choice(self.decisions))
            elif chance < 0.8:
                reword(element, f"Text {self.random.random()}", **more, **self.some_meeting())
            elif chance < 0.88:
                withdraw(element, **more, **self.some_meeting())
            elif chance < 0.94:
                propose_again(element, **more, **self.some_meeting())
            elif chance < 0.97:
                publish_meeting(meeting=self.random.choice(self.meetings), by=self.by)
            elif chance < 0.985:
                self.another_date()
            else:
                self.another_question(element)
        except Refused:
            pass

    def decide(self, more: dict[str, Any]) -> None:
        elements = self.random.sample(self.elements, self.random.randint(1, 3))
        more = more if more.get("happened_at") else {"known_to": "meeting"}
        meeting = self.random.choice(self.meetings)
        if self.random.random() < 0.3:
            number = Standing.objects.get(element=elements[0], public=False).wording.number
            text = f"Amended {self.random.random()}"
            more |= {"outcome": "agreed", "amended": {elements[0]: (number, text)}}
        else:
            more |= {"outcome": self.random.choice(Outcome.values)}
        self.decisions.append(
            decide(meeting, *elements, reconsiders="New facts.", by=self.by, **more)
        )

    def another_date(self) -> None:
        meeting = Meeting.objects.get(pk=self.random.choice(self.meetings).pk)
        meeting.ends_on += timedelta(days=self.random.choice([0, 40, 400]))
        meeting.save()

    def another_question(self, element: Element) -> None:
        element.refresh_from_db()
        element.question = QuestionFactory(group=self.group)
        element.heading = HeadingFactory(question=element.question)
        element.save()

    def some_moment(self) -> dict[str, Any]:
        if self.random.random() < 0.4:
            return {}
        day = datetime(2016, 9, 1, tzinfo=UTC) + timedelta(days=self.random.randint(0, 300))
        return {"happened_at": day, "known_to": self.random.choice(["day", "minute"])}

    def some_meeting(self) -> dict[str, Any]:
        return {"meeting": self.random.choice([*self.meetings, None])}

    def moments(self, reckoned: Reckoning) -> list[list[datetime]]:
        """Those at which anything changes on either clock, and those just before them."""
        decisions = {p.decision for p in reckoned.disposed}
        acts = [*reckoned.wordings, *reckoned.withdrawn, *reckoned.again, *decisions]
        at = {moment for act in acts if (moment := moment_of(act))}
        known = {act.recorded_at for act in [*acts, *reckoned.corrected.values()]}
        return [
            [m - before for m in sorted(moments) for before in (timedelta(), TICK)]
            + [BEGINNING, END - TICK]
            for moments in (at, known)
        ]


KEY = (
    *("public", "at_from", "at_to", "known_from", "known_to"),
    *("question", "heading", "status", "decision", "place", "block"),
)


def tallied(group: WorkingGroup) -> dict[Any, int]:
    rows = list(Tally.objects.filter(group=group).values_list(*KEY, "number"))
    found = {tuple(key): number for *key, number in rows}
    assert len(found) == len(rows)
    return found


def counted(group: WorkingGroup) -> dict[Any, int]:
    """The same, one stay after the other."""
    found = Counter[Any]()
    for stay in Stay.objects.filter(element__group=group).select_related(
        "element", "disposition__decision"
    ):
        element, disposition = stay.element, stay.disposition
        decision = disposition.decision if disposition else None
        found[
            stay.public,
            stay.at_from,
            stay.at_to,
            stay.known_from,
            stay.known_to,
            element.question_id,
            element.heading_id or 0,
            stay.status,
            decision.pk if decision else 0,
            decision.place if decision else 0,
            ((disposition.position if disposition else element.number) - 1) // 128,
        ] += 1
    return dict(found)


@pytest.mark.django_db
@settings(
    max_examples=10,
    deadline=None,
    phases=[Phase.generate],  # a seed has no simpler form
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.integers(0, 2**32))
def test_an_element_stood_where_its_acts_had_put_it(seed):
    random = Random(seed)
    with transaction.atomic():
        world = World(random)
        for _ in range(10):
            world.do_something()
        reckoned = Reckoning(list(world.group.elements.all()))
        stays = Stay.objects.filter(element__group=world.group)
        ats, knowns = world.moments(reckoned)
        for _ in range(PAIRS):
            at, known, public = random.choice(ats), random.choice(knowns), random.random() < 0.5
            stood = {e.pk: reckoned.stood(e.pk, at, known, public=public) for e in world.elements}
            there = {element: where for element, where in stood.items() if where}
            assert kept(stays.filter(public=public).as_of(at, known)) == there, (at, known)
            tallies = Tally.objects.filter(group=world.group, public=public).as_of(at, known)
            assert sum(tallies.values_list("number", flat=True)) == len(there), (at, known)
        for public in (True, False):
            standings = Standing.objects.filter(element__group=world.group, public=public)
            now = standings.values_list("element", "status", "wording", "disposition")
            held = {element: tuple(where) for element, *where in now}
            assert kept(stays.filter(public=public).as_of(None, None)) == held
        assert tallied(world.group) == counted(world.group)
        transaction.set_rollback(True)


def test_the_real_record_holds_today_what_its_standings_say(record):
    now = Standing.objects.values_list("element", "public", "status", "wording", "disposition")
    held = Stay.objects.as_of(None, None)
    assert set(held.values_list("element", "public", "status", "wording", "disposition")) == set(
        now
    )
    assert held.filter(element__group=record, public=True).count() == 41


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE deliberations_stay SET status = 'agreed'",
        "UPDATE deliberations_stay SET at_to = at_to",
        "DELETE FROM deliberations_stay",
        "INSERT INTO deliberations_stay (element_id, public, status, wording_id, at_from, at_to,"
        " known_from, known_to) SELECT element_id, public, 'agreed', wording_id, at_from, at_to,"
        " known_from, known_to FROM deliberations_stay LIMIT 1",
    ],
)
def test_nobody_says_where_an_element_stood(record, statement):
    with refused("an_element_stands_where_its_acts_put_it"):
        sql(statement)


@pytest.mark.parametrize(
    "statement",
    ["UPDATE deliberations_tally SET number = number + 1", "DELETE FROM deliberations_tally"],
)
def test_nobody_says_how_many_stand_where(record, statement):
    with refused("an_element_stands_where_its_acts_put_it"):
        sql(statement)


def test_what_the_past_holds_is_never_emptied(record):
    with refused("a_table_of_the_record_is_never_emptied"):
        sql("TRUNCATE deliberations_stay")
