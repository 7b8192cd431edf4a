"""Any acts in any order, right ones and careless ones: what the operations make of them, and what
plain Python makes of the same acts by the rules of DESIGN.md (book.py), compared after every act.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any, ClassVar
from uuid import UUID

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, note, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from deliberations.models import Outcome, StatementKind
from deliberations.operations import (
    Proposer,
    Refused,
    RuleBroken,
    add_proposal,
    annul_decision,
    close_meeting,
    convene_meeting,
    correct_decision,
    lift_statement,
    make_statement,
    open_meeting,
    propose_element,
    publish_meeting,
    put_right,
    record_decision,
    reword_element,
    withdraw_element,
)
from deliberations.permissions import Role
from tests.factories import (
    ContributorFactory,
    ElementFactory,
    GroupFactory,
    HeadingFactory,
    MembershipFactory,
    QualifierFactory,
    UserFactory,
)
from tests.operations.book import DONE, FOREIGN, MOMENTS, NOTHING_NEW, Book, Form, Met, Said
from tests.operations.told import LAST, THE_RECORD
from tests.sql import as_at_commit, sql

STEPS = 2000
"""So many at least, of all machines together."""

MACHINES = {"all": (1, 2, 3), "none": (), "the first": (1,), "the second": (2,)}
"""Which meetings are published from the beginning."""

ACTS = {
    "withdraw": 2,
    "second": 2,
    "reword": 2,
    "propose": 1,
    "convene": 1,
    "hold": 3,
    "decide": 4,
    "decide_carelessly": 3,
    "state": 2,
    "send_again": 2,
    "correct": 2,
    "correct_carelessly": 2,
    "annul": 2,
    "put_right": 1,
    "lift": 2,
}
"""How often each is tried. The first is a cheap one: the simplest story is of nothing else."""

OF_A_DECISION = {"send_again", "correct", "correct_carelessly", "annul", "put_right"}

SECRETARY, DELEGATE, ADMIN, ELSEWHERE = "secretary", "delegate", "admin", "secretary elsewhere"


@pytest.fixture
def planned(db):
    """What is asked after every act is planned once: to plan it takes longer than to read it."""
    sql(f"PREPARE the_record (bigint) AS {THE_RECORD}")
    sql(f"PREPARE last (bigint) AS {LAST}")
    yield
    sql("DEALLOCATE ALL")


def mostly(usual, *unusual):
    return st.sampled_from([usual] * 9 + [*unusual])


anybody = st.sampled_from([SECRETARY] * 20 + [DELEGATE, ADMIN, ELSEWHERE])
texts = st.sampled_from(["A.", "B.", "C.", "D.", ""])
contributors = st.integers(0, 2)
outcomes = st.sampled_from(Outcome.values)
changes = st.sampled_from(
    [
        *[{}] * 4,
        {"outcome": "agreed"},
        {"outcome": "rejected"},
        {"sentence": "Otherwise."},
        {"basis": "vote"},
        {"qualified": True},
        {"headed": True},
        {"moment": "whenever"},
        {"elements": ()},
        {"meeting": 1},
    ]
)
"""What is said otherwise in a form that is sent again."""


class TheRecord(RuleBasedStateMachine):
    """A group with three meetings, of which two are in session, and three elements."""

    published: ClassVar[tuple[int, ...]]
    answers: ClassVar[Counter[tuple[str, str]]]

    def __init__(self) -> None:
        super().__init__()
        self.transaction = transaction.atomic()
        self.transaction.__enter__()
        self.group = GroupFactory()
        self.people = {
            SECRETARY: MembershipFactory(group=self.group).user,
            DELEGATE: MembershipFactory(group=self.group, role=Role.DELEGATE).user,
            ADMIN: UserFactory(is_admin=True),
            ELSEWHERE: MembershipFactory().user,
        }
        self.heading = HeadingFactory(question__group=self.group)
        self.heading_elsewhere = HeadingFactory()
        self.qualifier = QualifierFactory(group=self.group)
        self.contributors = ContributorFactory.create_batch(3, group=self.group)
        self.book = Book()
        self.forms = 0
        self.met: dict[int | None, Any] = {None: None}
        self.proposed: dict[int, Any] = {FOREIGN: ElementFactory()}
        self.decided: dict[str | None, Any] = {None: None}
        self.stated: list[Any] = []
        self.looks: list[tuple[int, int]] = []
        self.last_entry, self.place = self.last()

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.transaction.__exit__(None, None, None)

    @initialize()
    def begin(self) -> None:
        for meeting in (1, 2, 3):
            self.convene(SECRETARY, meeting, backwards=False)
        for meeting in self.published:
            self.publish(SECRETARY, meeting)
        for meeting in (1, 2):
            self.open(SECRETARY, meeting)
        for _ in range(3):
            self.propose(SECRETARY, None, "A.", [], astray=False)

    @rule(
        act=st.sampled_from([act for act, times in ACTS.items() for _ in range(times)]),
        by=anybody,
        data=st.data(),
    )
    def somebody_does(self, act: str, by: str, data: st.DataObject) -> None:
        """One rule for all acts, not one each: else they would all be as frequent, and half of
        them left out of every story.
        """
        if act in OF_A_DECISION and not self.book.decisions:
            act = "decide"
        if act == "lift" and not self.book.statements:
            act = "state"
        getattr(self, f"any_{act}")(by, data.draw)

    @invariant()
    def the_record_says_what_the_book_says(self) -> None:
        """And nothing more."""
        record = Counter(line for (line,) in sql("EXECUTE the_record (%s)", self.group.pk))
        book = Counter(self.book.lines())
        assert ([*(record - book)], [*(book - record)]) == ([], [])
        self.looks.append((self.book.clock, self.place))

    def attempt(self, act: Callable[..., Any], expected: set[str], by: str, **what: Any) -> Any:
        """Do it as that person, if the record lets them; what it returned, None if refused."""
        note((by, act.__name__, what))
        may = by == SECRETARY or (by == ADMIN and act is convene_meeting)
        expected = expected if may else {"NotAllowed"}
        done, refusal = None, ""
        try:
            done = act(by=self.people[by], **what)
            as_at_commit()
        except RuleBroken as broken:
            refusal = broken.rule
        except Refused as refused:
            refusal = type(refused).__name__
        before, (self.last_entry, self.place) = self.last_entry, self.last()
        changed = self.last_entry != before
        answer = refusal or (DONE if changed else NOTHING_NEW)
        assert answer in expected
        assert not (refusal and changed)
        self.answers[act.__name__, answer] += 1
        return done

    def last(self) -> tuple[Any, ...]:
        [row] = sql("EXECUTE last (%s)", self.group.pk)
        return row

    # meetings

    def a_meeting(self) -> st.SearchStrategy[int]:
        return st.sampled_from([*self.book.meetings])

    def a_meeting_in_session(self) -> st.SearchStrategy[int]:
        """If there is one."""
        met = self.book.meetings
        in_session = [meeting for meeting in met if met[meeting].state == "in-session"]
        return st.sampled_from(in_session or [*met])

    def a_meeting_or_none(self) -> st.SearchStrategy[int | None]:
        """None as often as any: else the public hardly sees all of any element."""
        return st.none() | self.a_meeting()

    def any_convene(self, by, draw):
        self.convene(by, draw(st.integers(1, 5)), backwards=draw(mostly(False, True)))

    def convene(self, by: str, meeting: int, *, backwards: bool) -> None:
        done = self.attempt(
            convene_meeting,
            self.book.to_convene(meeting, backwards=backwards),
            by,
            group=self.group,
            number=meeting,
            starts_on=date(2017, 1, 26),
            ends_on=date(2017, 1, 25 if backwards else 27),
        )
        if done:
            self.met[meeting] = done
            self.book.meetings[meeting] = Met()

    def any_hold(self, by, draw):
        draw(st.sampled_from([self.open, self.publish, self.publish, self.close]))(
            by, draw(self.a_meeting())
        )

    def open(self, by: str, meeting: int) -> None:
        expected = self.book.to_move(meeting, "planned")
        if self.attempt(open_meeting, expected, by, meeting=self.met[meeting]):
            self.book.meetings[meeting].state = "in-session"

    def close(self, by: str, meeting: int) -> None:
        expected = self.book.to_move(meeting, "in-session")
        if self.attempt(close_meeting, expected, by, meeting=self.met[meeting]):
            self.book.meetings[meeting].state = "closed"

    def publish(self, by: str, meeting: int) -> None:
        expected = self.book.to_publish(meeting)
        if self.attempt(publish_meeting, expected, by, meeting=self.met[meeting]):
            self.book.meetings[meeting].public = True

    # elements

    def an_element(self) -> st.SearchStrategy[int]:
        return st.sampled_from([*self.proposed][1:])

    def some_elements(self) -> st.SearchStrategy[tuple[int, ...]]:
        return st.lists(self.an_element(), min_size=1, max_size=4, unique=True).map(tuple)

    def any_elements(self) -> st.SearchStrategy[tuple[int, ...]]:
        """None, the same twice, one of another group."""
        astray = mostly((), (FOREIGN,))
        return st.builds(
            lambda some, astray: (*some, *astray), st.lists(self.an_element(), max_size=3), astray
        )

    def any_propose(self, by, draw):
        self.propose(
            by,
            draw(self.a_meeting_or_none()),
            draw(texts),
            draw(st.lists(contributors, max_size=2)),
            astray=draw(mostly(False, True)),
        )

    def propose(
        self, by: str, meeting: int | None, text: str, proposers: list[int], *, astray: bool
    ) -> None:
        done = self.attempt(
            propose_element,
            self.book.to_propose(text, proposers, astray=astray),
            by,
            group=self.group,
            question=self.heading.question,
            heading=self.heading_elsewhere if astray else self.heading,
            text=text,
            proposers=tuple(Proposer(contributor=self.contributors[c]) for c in proposers),
            meeting=self.met[meeting],
        )
        if done:
            element = self.book.propose(text, proposers, meeting)
            assert done.number == element
            self.proposed[element] = done

    def any_second(self, by, draw):
        element, meeting = draw(self.an_element()), draw(self.a_meeting_or_none())
        contributor = draw(st.none() | contributors)
        done = self.attempt(
            add_proposal,
            self.book.to_second(element, contributor),
            by,
            element=self.proposed[element],
            contributor=None if contributor is None else self.contributors[contributor],
            meeting=self.met[meeting],
        )
        if done:
            self.book.second(element, contributor, meeting)

    def any_reword(self, by, draw):
        element, meeting = draw(self.an_element()), draw(self.a_meeting_or_none())
        text, seen = draw(texts), draw(mostly(None, 1, 2))
        done = self.attempt(
            reword_element,
            self.book.to_reword(element, text, seen),
            by,
            element=self.proposed[element],
            text=text,
            reason="Clearer.",
            seen_wording=seen,
            meeting=self.met[meeting],
        )
        if done:
            self.book.reword(element, text, meeting)

    def any_withdraw(self, by, draw):
        element, meeting = draw(self.an_element()), draw(self.a_meeting_or_none())
        done = self.attempt(
            withdraw_element,
            self.book.to_withdraw(element),
            by,
            element=self.proposed[element],
            meeting=self.met[meeting],
        )
        if done:
            self.book.withdraw(element, meeting)

    # decisions

    def a_decision(self) -> st.SearchStrategy[str]:
        """One in force more often."""
        made = self.book.decisions
        in_force = [reference for reference in made if not made[reference].undone]
        return st.sampled_from([*made, *in_force * 3])

    def any_decide(self, _by, draw):
        """As somebody does who sees all, and mostly says all."""
        meeting, elements = draw(self.a_meeting_in_session()), draw(self.some_elements())
        form = Form(meeting, elements, draw(outcomes))
        why = draw(st.sampled_from(["New facts.", "New facts.", ""]))
        self.send(form, SECRETARY, self.intention(), why)

    def any_decide_carelessly(self, by, draw):
        form = Form(
            meeting=draw(self.a_meeting_in_session() | self.a_meeting()),
            elements=draw(self.any_elements()),
            outcome=draw(outcomes),
            sentence=draw(mostly("So decided.", "")),
            moment=draw(st.sampled_from([*MOMENTS])),
            qualified=draw(st.booleans()),
        )
        why, ago = (
            draw(st.sampled_from(["New facts.", ""])),
            draw(st.sampled_from([None, None, 2, 5, 10])),
        )
        self.send(form, by, self.intention(), why, ago)

    def any_correct(self, _by, draw):
        wrong = draw(self.a_decision())
        meeting = self.book.decisions[wrong].form.meeting
        form = Form(meeting, draw(self.some_elements()), draw(outcomes), replaces=wrong)
        self.send(form, SECRETARY, self.intention(), "A slip of the pen.")

    def any_correct_carelessly(self, by, draw):
        wrong = draw(self.a_decision())
        form = replace(
            self.book.decisions[wrong].form,
            elements=draw(self.any_elements()),
            sentence=draw(mostly("Better said.", "")),
            replaces=wrong,
        )
        self.send(form, by, self.intention(), draw(mostly("A slip of the pen.", "")))

    def any_send_again(self, by, draw):
        """The same form, or one with something changed: perhaps the order of the elements."""
        earlier, change = draw(self.a_decision()), draw(changes)
        form = self.book.decisions[earlier].form
        if not (form.replaces and "meeting" in change):
            form = replace(form, **change)
        if draw(mostly(False, True)):
            form = replace(form, elements=form.elements[::-1])
        why, ago = draw(st.sampled_from(["New facts.", ""])), draw(mostly(None, 1))
        self.send(form, by, self.decided[earlier].intention, why, ago)

    def intention(self) -> UUID:
        """Of the form now open. One that is refused is changed and sent with the same again."""
        return UUID(int=self.forms)

    def send(self, form: Form, by: str, intention: UUID, why: str, ago: int | None = None) -> None:
        """ago: how many acts ago the page was opened that is sent."""
        clock, seen = (None, None) if ago is None else self.looks[-ago:][0]
        content: dict[str, Any] = {
            "outcome": form.outcome,
            "sentence": form.sentence,
            "elements": [self.proposed[element] for element in form.elements],
            "basis": form.basis,
            "heading": self.heading if form.headed else None,
            "qualifiers": [self.qualifier] if form.qualified else [],
            "intention": intention,
            **MOMENTS[form.moment],
        }
        expected = self.book.to_send_again(form, intention)
        if form.replaces:
            expected = expected or self.book.to_correct(form, why)
            content |= {"decision": self.decided[form.replaces], "reason": why}
            done = self.attempt(correct_decision, expected, by, **content)
        else:
            expected = expected or self.book.to_decide(form, why, clock)
            content |= {"meeting": self.met[form.meeting], "reconsiders": why, "seen": seen}
            done = self.attempt(record_decision, expected, by, **content)
        if done and intention not in self.book.made:
            write = self.book.correct if form.replaces else self.book.decide
            self.decided[write(form, intention, why).reference] = done
            self.forms += 1
        if done:
            reference = self.book.made[intention].reference
            assert (done, done.reference) == (self.decided[reference], reference)

    def any_annul(self, by, draw):
        """With the form for it, or the last such form again: for the same decision or another."""
        decision, why = draw(self.a_decision()), draw(mostly("Nothing was decided.", ""))
        intention = self.intention()
        if self.book.annulled and draw(st.booleans()):
            intention = [*self.book.annulled][-1]
            decision = self.book.annulled[intention] if draw(st.booleans()) else decision
        expected = self.book.to_annul(decision, intention, why)
        what = {"decision": self.decided[decision], "reason": why, "intention": intention}
        if self.attempt(annul_decision, expected, by, **what) and expected == {DONE}:
            self.book.annul(decision, why)
            self.book.annulled[intention] = decision
            self.forms += 1

    def any_put_right(self, by, draw):
        decision = draw(self.a_decision())
        expected = self.book.to_put_right(decision)
        done = self.attempt(put_right, expected, by, decision=self.decided[decision])
        if done and expected == {DONE}:
            self.book.annul(decision, "A slip of the gavel, put right at once.")
            self.book.slips.add(decision)

    # statements

    def any_state(self, by, draw):
        element = draw(st.none() | self.an_element())
        decision = draw(st.none() | self.a_decision()) if self.book.decisions else None
        kind = draw(mostly("reservation", *StatementKind.values, "applause"))
        text = draw(mostly("We can’t live with it.", ""))
        about = [f"E{element}"] if element else []
        about += [decision] if decision else []
        done = self.attempt(
            make_statement,
            self.book.to_state(kind, text, about),
            by,
            contributor=self.contributors[draw(contributors)],
            kind=kind,
            text=text,
            element=self.proposed[element] if element else None,
            decision=self.decided[decision],
            meeting=self.met[draw(self.a_meeting_or_none())],
        )
        if done:
            self.stated.append(done)
            self.book.statements.append(Said(kind, about[0]))

    def any_lift(self, by, draw):
        number = draw(st.sampled_from(range(len(self.stated))))
        said = self.book.statements[number]
        expected = self.book.to_lift(said)
        if self.attempt(lift_statement, expected, by, statement=self.stated[number]):
            said.lifted = True


OPERATIONS = {
    *(convene_meeting, open_meeting, close_meeting, publish_meeting),
    *(propose_element, add_proposal, reword_element, withdraw_element),
    *(record_decision, correct_decision, annul_decision, put_right),
    *(make_statement, lift_statement),
}
REFUSALS = {
    "NotAllowed",
    "MeetingNotInSession",
    "ElementsChanged",
    "Refused",
    "ReconsidersUnsaid",
    "NothingChosen",
    "IntentionTaken",
}


@pytest.mark.usefixtures("planned")
@pytest.mark.parametrize("published", MACHINES)
def test_any_acts_in_any_order_leave_what_the_rules_say(published):
    answers: Counter[tuple[str, str]] = Counter()
    machine = type(
        f"With {published} published",
        (TheRecord,),
        {"published": MACHINES[published], "answers": answers},
    )

    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=10,
            stateful_step_count=50,
            derandomize=True,
            database=None,
            deadline=None,
            # To shrink takes minutes; whoever looks for the fault adds it for a shorter story.
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )

    # Not only steps: every act was done, and every kind of refusal met.
    assert sum(answers.values()) >= STEPS / len(MACHINES)
    assert {act for act, answer in answers if answer == DONE} == {
        act.__name__ for act in OPERATIONS
    }
    assert {answer for _act, answer in answers} >= REFUSALS
