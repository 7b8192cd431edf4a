"""Where elements stand after any acts in any order, as the database keeps it and as plain Python
reckons it from the same acts: two ways that have nothing in common but DESIGN.md.
"""

from dataclasses import dataclass, field
from itertools import count
from typing import Any

import pytest
from django.db import transaction
from django.db.models import Value
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deliberations.models import (
    Disposition,
    Meeting,
    Outcome,
    Proposal,
    Standing,
    Withdrawal,
    Wording,
)
from deliberations.operations import Refused, publish_meeting
from tests.acts import annul, correct, decide, propose_again, reword, secretary_of, withdraw
from tests.factories import ContributorFactory, ElementFactory, GroupFactory, MeetingFactory
from tests.sql import as_at_commit

ELEMENTS = range(3)
MEETINGS = (1, 2)
DECIDED = set(Outcome.values)

some_elements = st.lists(st.sampled_from(ELEMENTS), min_size=1, max_size=3, unique=True)
a_meeting = st.sampled_from(MEETINGS)
a_meeting_or_none = st.sampled_from((*MEETINGS, None))
an_element = st.sampled_from(ELEMENTS)
an_outcome = st.sampled_from(Outcome.values)
a_decision = st.integers(0, 20)

acts = st.one_of(
    st.tuples(st.just("decide"), a_meeting, some_elements, an_outcome),
    st.tuples(st.just("decide"), a_meeting, some_elements, an_outcome),
    st.tuples(st.just("correct"), a_decision, some_elements, an_outcome),
    st.tuples(st.just("annul"), a_decision),
    st.tuples(st.just("reword"), an_element, a_meeting_or_none),
    st.tuples(st.just("withdraw"), an_element, a_meeting_or_none),
    st.tuples(st.just("propose"), an_element, a_meeting_or_none),
    st.tuples(st.just("publish"), a_meeting),
)


@dataclass
class Did:
    """One act in its place: what it makes of which elements, at which meeting."""

    meeting: int | None
    elements: dict[int, str]
    decision: Any = None
    text: str = ""
    undone: bool = False


@dataclass
class Reckoning:
    """The record as a list of acts in their places, and what follows from reading it in order."""

    record: list[Did] = field(default_factory=list)
    published: set[int] = field(default_factory=set)

    def stands(self, element: int, *, public: bool = False, upto: Did | None = None) -> Any:
        """Status, text, decision; None if nothing is known of it."""
        status, text, decision = "", "", None
        for did in self.record:
            if did is upto:
                break
            if did.undone or element not in did.elements:
                continue
            if public and did.meeting is not None and did.meeting not in self.published:
                continue
            status, decision = did.elements[element], did.decision
            text = did.text or text
        return (status, text, decision) if status else None

    def hides(self, element: int, did: Did) -> bool:
        """Whether the public would not see all that the element went through before."""
        before = self.record[: self.record.index(did)] if did in self.record else self.record
        return any(
            element in other.elements
            and not other.undone
            and other.meeting not in {None, did.meeting, *self.published}
            for other in before
        )

    def decisions(self) -> list[Did]:
        return [did for did in self.record if did.decision is not None]

    def may(self, act: tuple[Any, ...]) -> bool:
        kind, *rest = act
        if kind == "decide":
            meeting, elements, _outcome = rest
            return all(self.may_decide(meeting, element) for element in elements)
        if kind == "correct":
            did, elements = rest[0], rest[1]
            return not did.undone and all(
                self.stands(element, upto=did)[0] != "withdrawn"
                and not (did.meeting in self.published and self.hides(element, did))
                for element in elements
            )
        if kind == "annul":
            return not rest[0].undone
        if kind == "reword":
            return bool(self.stands(rest[0])[0] != "withdrawn")
        if kind == "withdraw":
            return bool(self.stands(rest[0])[0] == "proposed")
        if kind == "publish":
            return rest[0] in self.published or not any(
                self.hides(element, did)
                for did in self.decisions()
                if did.meeting == rest[0]
                for element in {*did.elements, *did.decision.all_it_ever_disposed_of}
            )
        return True

    def may_decide(self, meeting: int, element: int) -> bool:
        status, _text, decision = self.stands(element)
        later = decision is not None and decision.meeting.number > meeting
        hidden = meeting in self.published and self.hides(element, Did(meeting, {}))
        return status != "withdrawn" and not later and not hidden


class World:
    """A group with three elements and two meetings in session, and its reckoning."""

    def __init__(self) -> None:
        self.group = GroupFactory()
        self.by = secretary_of(self.group)
        self.elements = [
            ElementFactory(group=self.group, text=f"Text {element}.0") for element in ELEMENTS
        ]
        self.meetings = {
            number: MeetingFactory(group=self.group, number=number, published_at=None)
            for number in MEETINGS
        }
        self.contributors = ContributorFactory.create_batch(2, group=self.group)
        self.texts = count(1)
        self.reckoned = Reckoning(
            [Did(None, {element: "proposed"}, text=f"Text {element}.0") for element in ELEMENTS]
        )

    def do(self, act: tuple[Any, ...]) -> None:
        """Do it if it is foreseen to be allowed; else see it refused."""
        act = self.with_its_decision(act)
        if not act:
            return
        foreseen = self.reckoned.may(act)
        try:
            with transaction.atomic():
                getattr(self, act[0])(*act[1:])
                as_at_commit()
            done = True
        except Refused:
            done = False
        assert done == foreseen, act

    def with_its_decision(self, act: tuple[Any, ...]) -> tuple[Any, ...]:
        """For an act on a decision: one of those there are."""
        if act[0] not in {"correct", "annul"}:
            return act
        there = self.reckoned.decisions()
        return (act[0], there[act[1] % len(there)], *act[2:]) if there else ()

    def at(self, number: int | None) -> Meeting | None:
        return self.meetings[number] if number else None

    def decide(self, meeting: int, elements: list[int], outcome: str) -> None:
        decision: Any = decide(
            self.meetings[meeting],
            *[self.elements[element] for element in elements],
            outcome=outcome,
            reconsiders="New facts.",
            by=self.by,
        )
        decision.all_it_ever_disposed_of = set(elements)
        self.reckoned.record.append(Did(meeting, dict.fromkeys(elements, outcome), decision))

    def correct(self, did: Did, elements: list[int], outcome: str) -> None:
        corrected = did.decision
        did.decision = correct(
            corrected, *[self.elements[element] for element in elements], outcome=outcome
        )
        ever: Any = did.decision
        ever.all_it_ever_disposed_of = {*elements, *corrected.all_it_ever_disposed_of}
        did.elements = dict.fromkeys(elements, outcome)

    def annul(self, did: Did) -> None:
        annul(did.decision)
        did.undone = True

    def reword(self, element: int, meeting: int | None) -> None:
        text = f"Text {element}.{next(self.texts)}"
        reword(self.elements[element], text, meeting=self.at(meeting))
        self.reckoned.record.append(Did(meeting, {element: "proposed"}, text=text))

    def withdraw(self, element: int, meeting: int | None) -> None:
        withdraw(self.elements[element], meeting=self.at(meeting))
        self.reckoned.record.append(Did(meeting, {element: "withdrawn"}))

    def propose(self, element: int, meeting: int | None) -> None:
        again = self.reckoned.stands(element)[0] == "withdrawn"
        propose_again(self.elements[element], meeting=self.at(meeting))
        if again:
            self.reckoned.record.append(Did(meeting, {element: "proposed"}))

    def publish(self, meeting: int) -> None:
        publish_meeting(meeting=self.meetings[meeting], by=self.by)
        self.reckoned.published.add(meeting)

    def kept(self) -> dict[tuple[int, bool], Any]:
        """What the database keeps: the same as `reckoned.stands`, for each element and reader."""
        return {
            (standing.element.number - 1, standing.public): (
                standing.status,
                standing.wording.text,
                standing.disposition and standing.disposition.decision,
            )
            for standing in Standing.objects.filter(element__group=self.group).select_related(
                "element", "wording", "disposition__decision"
            )
        }


def test_the_real_record_stands_where_its_acts_put_it(record):
    """Reckoned from its rows, in the order of their places."""
    of_the_record = {"element__group": record}
    dispositions = Disposition.objects.filter(**of_the_record).exclude(
        decision__corrections__kind__in=["clerical", "annulment"]
    )
    acts = [
        *Wording.objects.filter(**of_the_record, decision=None).values_list(
            "element", "place", Value("proposed")
        ),
        *Withdrawal.objects.filter(**of_the_record).values_list(
            "element", "place", Value("withdrawn")
        ),
        *Proposal.objects.filter(**of_the_record, withdrawal__isnull=False).values_list(
            "element", "place", Value("proposed")
        ),
        *dispositions.values_list("element", "decision__place", "to_status"),
    ]
    last = {element: status for element, _place, status in sorted(acts)}

    standings = Standing.objects.filter(element__group=record, public=False)
    assert dict(standings.values_list("element", "status")) == last
    assert len(last) == record.elements.count() > 0


@pytest.mark.django_db
@settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(acts, min_size=3, max_size=10))
def test_an_element_stands_where_its_acts_put_it(todo):
    with transaction.atomic():
        world = World()
        for act in todo:
            world.do(act)
            assert world.kept() == {
                (element, public): world.reckoned.stands(element, public=public)
                for element in ELEMENTS
                for public in (False, True)
            }
        transaction.set_rollback(True)
