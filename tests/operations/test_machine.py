"""Any acts in any order, right ones and careless ones: what the operations make of them, and what
plain Python makes of the same acts by the rules of DESIGN.md, compared after every act.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
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
    NOW,
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
from tests.sql import as_at_commit, sql

STEPS = 2000
"""So many at least, of all machines together."""

MACHINES = {"all": (1, 2, 3), "none": (), "the first": (1,), "the second": (2,)}
"""Which meetings are published from the beginning."""

DONE, NOTHING_NEW = "done", "nothing new"
"""Answers to an act that is not refused. Of a refused one it is the refusal's class or rule."""

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

FOREIGN = 0
"""Stands for an element of another group."""

MOMENTS: dict[str, dict[str, Any]] = {
    "at the meeting": {"known_to": "meeting"},
    "whenever": {"known_to": "unknown"},
    "now": {"known_to": NOW},
    "at ten": {"known_to": "minute", "happened_at": datetime(2017, 1, 26, 10, tzinfo=UTC)},
}


# ---- the rules, in plain Python


@dataclass(eq=False)
class Did:
    """An act in its place: what it makes of which elements. It counts unless it is undone."""

    meeting: int | None
    gives: dict[int, str]
    wording: int = 0
    undone: bool = False


@dataclass(frozen=True)
class Form:
    """What a form says of a decision. Sent again with its intention, it is the same form."""

    meeting: int
    elements: tuple[int, ...]
    outcome: str = "agreed"
    sentence: str = "So decided."
    basis: str = "not-stated"
    qualified: bool = False
    headed: bool = False
    moment: str = "at the meeting"
    replaces: str = ""


@dataclass(eq=False, kw_only=True)
class Decided(Did):
    """disposed: for each element its wording, where it stood, and which decision of it is
    reconsidered.
    """

    reference: str
    place: int
    form: Form
    disposed: dict[int, tuple[int, str, str]]


@dataclass
class Met:
    state: str = "planned"
    public: bool = False
    decisions: int = 0


@dataclass
class Said:
    kind: str
    about: str
    lifted: bool = False


@dataclass
class Book:
    """The record as somebody with a pencil keeps it: a list of acts in their places.

    touched: when an element was last touched, by a clock that counts acts.
    """

    acts: list[Did] = field(default_factory=lambda: [Did(None, {FOREIGN: "proposed"}, wording=1)])
    meetings: dict[int, Met] = field(default_factory=dict)
    floor: dict[int, int | None] = field(default_factory=lambda: {FOREIGN: None})
    texts: dict[tuple[int, int], str] = field(default_factory=dict)
    proposals: Counter[int] = field(default_factory=Counter)
    proposers: set[tuple[int, int]] = field(default_factory=set)
    withdrawals: Counter[int] = field(default_factory=Counter)
    decisions: dict[str, Decided] = field(default_factory=dict)
    made: dict[UUID, Decided] = field(default_factory=dict)
    corrections: list[str] = field(default_factory=list)
    annulled: dict[UUID, str] = field(default_factory=dict)
    slips: set[str] = field(default_factory=set)
    statements: list[Said] = field(default_factory=list)
    clock: int = 0
    touched: dict[int, int] = field(default_factory=lambda: defaultdict(int))

    # to read in it

    def before(self, end: Did | None) -> Iterator[Did]:
        """The acts that count, up to that one."""
        for act in self.acts:
            if act is end:
                return
            if not act.undone:
                yield act

    def is_public(self, meeting: int | None) -> bool:
        return meeting is None or self.meetings[meeting].public

    def stands(
        self, element: int, *, before: Did | None = None, public: bool = False
    ) -> tuple[str, int, str]:
        """Status, number of the wording, the decision that put it there. Nowhere: "", 0, ""."""
        status, wording, decision = "", 0, ""
        if public and not self.is_public(self.floor[element]):
            return status, wording, decision
        for act in self.before(before):
            if element in act.gives and (not public or self.is_public(act.meeting)):
                status = act.gives[element]
                wording = act.wording or wording
                decision = act.reference if isinstance(act, Decided) else ""
        return status, wording, decision

    def hides(self, element: int, meeting: int, *, before: Did | None = None) -> bool:
        """Whether the public doesn't see all that the element went through elsewhere."""
        went_through = {act.meeting for act in self.before(before) if element in act.gives}
        return any(
            elsewhere != meeting and not self.is_public(elsewhere)
            for elsewhere in {self.floor[element], *went_through}
        )

    # what is expected of an act: answers, of which any will do where it breaks several rules

    def to_convene(self, meeting: int, *, backwards: bool) -> set[str]:
        broken = set()
        if meeting in self.meetings:
            broken.add("a_meeting_has_a_number_of_its_own")
        if backwards:
            broken.add("a_meeting_ends_after_it_starts")
        return broken or {DONE}

    def to_move(self, meeting: int, before: str) -> set[str]:
        return {DONE if self.meetings[meeting].state == before else "Refused"}

    def to_publish(self, meeting: int) -> set[str]:
        if self.meetings[meeting].public:
            return {NOTHING_NEW}
        for decision in self.decisions.values():  # also those out of force: they are shown, too
            if decision.meeting == meeting and any(
                self.hides(element, meeting, before=decision) for element in decision.gives
            ):
                return {"what_is_public_builds_on_what_is_public"}
        return {DONE}

    def to_propose(self, text: str, proposers: list[int], *, astray: bool) -> set[str]:
        broken = set()
        if not text:
            broken.add("a_wording_has_a_text")
        if len(set(proposers)) < len(proposers):
            broken.add("a_contributor_proposes_an_element_once")
        if astray:
            broken.add("all_of_one_group")
        return broken or {DONE}

    def to_second(self, element: int, contributor: int | None) -> set[str]:
        again = self.stands(element)[0] == "withdrawn"
        if not again and (element, contributor) in self.proposers:
            return {"a_contributor_proposes_an_element_once"}
        return {DONE}

    def to_reword(self, element: int, text: str, seen: int | None) -> set[str]:
        status, wording, _decision = self.stands(element)
        if status == "withdrawn":
            return {"Refused"}
        if seen not in {None, wording}:
            return {"ElementsChanged"}
        if text == self.texts[element, wording]:
            return {"Refused"}
        return {DONE if text else "a_wording_has_a_text"}

    def to_withdraw(self, element: int) -> set[str]:
        return {DONE if self.stands(element)[0] == "proposed" else "Refused"}

    def to_send_again(self, form: Form, intention: UUID) -> set[str]:
        """Empty if it was not sent before."""
        if intention not in self.made:
            return set()
        return {NOTHING_NEW if self.made[intention].form == form else "IntentionTaken"}

    def to_decide(self, form: Form, reconsiders: str, seen: int | None) -> set[str]:
        if self.meetings[form.meeting].state != "in-session":
            return {"MeetingNotInSession"}
        if seen is not None and any(self.touched[element] > seen for element in form.elements):
            return {"ElementsChanged"}
        stand = [self.stands(element) for element in form.elements]
        if any(status == "withdrawn" for status, _wording, _decision in stand):
            return {"Refused"}
        earlier = [self.decisions[decision] for _status, _wording, decision in stand if decision]
        if any(decision.form.meeting > form.meeting for decision in earlier):
            return {"Refused"}
        if earlier and not reconsiders:
            return {"ReconsidersUnsaid"}
        if not form.elements:
            return {"NothingChosen"}
        return self.broken_by(form) or {DONE}

    def to_correct(self, form: Form, reason: str) -> set[str]:
        wrong = self.decisions[form.replaces]
        if wrong.undone:
            return {"Refused"}
        if not form.elements:
            return {"NothingChosen"}
        broken = self.broken_by(form, before=wrong)
        if not reason:
            broken.add("a_correction_has_a_reason")
        stood = {self.stands(element, before=wrong)[0] for element in form.elements}
        if stood & {"", "withdrawn"}:
            broken.add("Refused")
        return broken or {DONE}

    def broken_by(self, form: Form, *, before: Did | None = None) -> set[str]:
        """The rules that only the database keeps."""
        broken = set()
        if not form.sentence:
            broken.add("a_decision_has_a_sentence")
        if FOREIGN in form.elements:
            broken.add("all_of_one_group")
        if len(set(form.elements)) < len(form.elements):
            broken.add("a_decision_disposes_once_of_an_element")
        if self.meetings[form.meeting].public and any(
            self.hides(element, form.meeting, before=before) for element in form.elements
        ):
            broken.add("what_is_public_builds_on_what_is_public")
        return broken

    def to_annul(self, decision: str, intention: UUID, reason: str) -> set[str]:
        if intention in self.annulled:
            return {NOTHING_NEW if self.annulled[intention] == decision else "IntentionTaken"}
        if self.decisions[decision].undone:
            return {"Refused"}
        return {DONE} if reason else {"a_correction_has_a_reason"}

    def to_put_right(self, decision: str) -> set[str]:
        if decision in self.slips:
            return {NOTHING_NEW}
        return {"Refused" if self.decisions[decision].undone else DONE}

    def to_state(self, kind: str, text: str, about: list[str]) -> set[str]:
        broken = set()
        if kind not in StatementKind.values:
            broken.add("a_kind_of_statement_is_known")
        if not text:
            broken.add("a_statement_says_something")
        if len(about) != 1:
            broken.add("a_statement_is_about_one_thing")
        return broken or {DONE}

    def to_lift(self, said: Said) -> set[str]:
        liftable = said.kind in {"reservation", "objection"} and not said.lifted
        return {DONE if liftable else "Refused"}

    # to write in it

    def touch(self, *elements: int) -> None:
        self.clock += 1
        self.touched.update(dict.fromkeys(elements, self.clock))

    def propose(self, text: str, proposers: list[int], meeting: int | None) -> int:
        element = len(self.floor)
        self.floor[element] = meeting
        self.proposals[element] = len(proposers)
        self.proposers.update((element, contributor) for contributor in proposers)
        self.reword(element, text, meeting)
        return element

    def second(self, element: int, contributor: int | None, meeting: int | None) -> None:
        self.proposals[element] += 1
        if self.stands(element)[0] == "withdrawn":
            self.acts.append(Did(meeting, {element: "proposed"}))
            self.touch(element)
        elif contributor is not None:
            self.proposers.add((element, contributor))

    def reword(self, element: int, text: str, meeting: int | None) -> None:
        wording = 1 + sum(1 for other, _wording in self.texts if other == element)
        self.texts[element, wording] = text
        self.acts.append(Did(meeting, {element: "proposed"}, wording=wording))
        self.touch(element)

    def withdraw(self, element: int, meeting: int | None) -> None:
        self.withdrawals[element] += 1
        self.acts.append(Did(meeting, {element: "withdrawn"}))
        self.touch(element)

    def decide(self, form: Form, intention: UUID, reconsiders: str) -> Decided:
        places = {decision.place for decision in self.decisions.values()}
        decision = self.decided(form, intention, len(places) + 1)
        self.acts.append(decision)
        self.touch(*form.elements)
        for earlier in {earlier for _w, _s, earlier in decision.disposed.values() if earlier}:
            correction = f"reconsideration of {earlier} by {decision.reference}: {reconsiders}"
            self.corrections.append(correction)
        return decision

    def correct(self, form: Form, intention: UUID, reason: str) -> Decided:
        """In the place of the wrong one, where the elements stood as they stood then."""
        wrong = self.decisions[form.replaces]
        decision = self.decided(form, intention, wrong.place, before=wrong)
        for element in wrong.disposed.keys() & decision.disposed.keys():
            decision.disposed[element] = (
                wrong.disposed[element][0],
                *decision.disposed[element][1:],
            )
        self.acts.insert(self.acts.index(wrong), decision)
        wrong.undone = True
        self.touch(*wrong.gives, *form.elements)
        self.corrections.append(f"clerical of {form.replaces} by {decision.reference}: {reason}")
        return decision

    def decided(
        self, form: Form, intention: UUID, place: int, before: Did | None = None
    ) -> Decided:
        self.meetings[form.meeting].decisions += 1
        disposed = {}
        for element in form.elements:
            status, wording, earlier = self.stands(element, before=before)
            disposed[element] = (wording, status, earlier)
        decision = Decided(
            meeting=form.meeting,
            gives=dict.fromkeys(form.elements, form.outcome),
            reference=f"{form.meeting}/D{self.meetings[form.meeting].decisions}",
            place=place,
            form=form,
            disposed=disposed,
        )
        self.decisions[decision.reference] = self.made[intention] = decision
        return decision

    def annul(self, reference: str, reason: str) -> None:
        decision = self.decisions[reference]
        decision.undone = True
        self.touch(*decision.gives)
        self.corrections.append(f"annulment of {reference}: {reason}")

    # the whole of it

    def lines(self) -> Iterator[str]:
        for number, met in self.meetings.items():
            yield f"meeting {number} {met.state}{' public' if met.public else ''}"
        for (element, wording), text in self.texts.items():
            yield f"E{element} wording {wording}: {text}"
        for element in self.floor.keys() - {FOREIGN}:
            proposals, withdrawals = self.proposals[element], self.withdrawals[element]
            yield f"E{element} proposed {proposals} withdrawn {withdrawals}"
            for public in (False, True):
                status, wording, decision = self.stands(element, public=public)
                by = f" by {decision}" if decision else ""
                reader = "public" if public else "all"
                if status:
                    yield f"E{element} for {reader} is {status} in wording {wording}{by}"
        for decided in self.decisions.values():
            yield from self.lines_of(decided)
        yield from self.corrections
        for said in self.statements:
            yield f"{said.kind} on {said.about}{' lifted' if said.lifted else ''}"

    def lines_of(self, decided: Decided) -> Iterator[str]:
        form = decided.form
        force = "not in force" if decided.undone else "in force"
        instead = f" instead of {form.replaces}" if form.replaces else ""
        yield f"{decided.reference} {form.outcome} {force} in place {decided.place}{instead}"
        disposed = enumerate(decided.disposed.items(), start=1)
        for position, (element, (wording, stood, earlier)) in disposed:
            again = f" reconsiders {earlier}" if earlier else ""
            yield (
                f"{decided.reference} disposes {position} of E{element} in wording {wording}"
                f" from {stood} to {form.outcome}{again}"
            )


# ---- the record, as the same lines

THE_RECORD = """
WITH meeting AS (SELECT * FROM deliberations_meeting WHERE group_id = $1),
element AS (
    SELECT e.*, 'E' || e.number AS reference FROM deliberations_element e
    WHERE group_id IN (SELECT group_id FROM meeting)),
decision AS (
    SELECT d.*, m.number || '/D' || d.number AS reference,
        dense_rank() OVER (ORDER BY d.place) AS order_of_places
    FROM deliberations_decision d JOIN meeting m ON m.id = d.meeting_id),
disposition AS (
    SELECT p.*, d.reference AS of_decision FROM deliberations_disposition p
    JOIN decision d ON d.id = p.decision_id)
SELECT concat_ws(' ', 'meeting', number, state,
    CASE WHEN published_at IS NOT NULL THEN 'public' END) FROM meeting
UNION ALL
SELECT concat(e.reference, ' wording ', w.number, ': ', w.text)
    FROM deliberations_wording w JOIN element e ON e.id = w.element_id
UNION ALL
SELECT concat_ws(' ', e.reference,
    'proposed', (SELECT count(*) FROM deliberations_proposal WHERE element_id = e.id),
    'withdrawn', (SELECT count(*) FROM deliberations_withdrawal WHERE element_id = e.id))
    FROM element e
UNION ALL
SELECT concat_ws(' ', e.reference, 'for', CASE WHEN s.public THEN 'public' ELSE 'all' END,
    'is', s.status, 'in wording', w.number, 'by ' || p.of_decision)
    FROM deliberations_standing s JOIN element e ON e.id = s.element_id
    JOIN deliberations_wording w ON w.id = s.wording_id
    LEFT JOIN disposition p ON p.id = s.disposition_id
UNION ALL
SELECT concat_ws(' ', d.reference, d.outcome,
    CASE WHEN deliberations_in_force(d.id) THEN 'in force' ELSE 'not in force' END,
    'in place', d.order_of_places, 'instead of ' || r.reference)
    FROM decision d LEFT JOIN decision r ON r.id = d.replaces_id
UNION ALL
SELECT concat_ws(' ', p.of_decision, 'disposes', p.position, 'of', e.reference,
    'in wording', w.number, 'from', p.from_status, 'to', p.to_status,
    'reconsiders ' || r.of_decision)
    FROM disposition p JOIN element e ON e.id = p.element_id
    JOIN deliberations_wording w ON w.id = p.wording_id
    LEFT JOIN disposition r ON r.id = p.reconsiders_id
UNION ALL
SELECT concat(c.kind, ' of ', d.reference, ' by ' || b.reference, ': ', c.reason)
    FROM deliberations_correction c JOIN decision d ON d.id = c.decision_id
    LEFT JOIN decision b ON b.id = c.by_decision_id
UNION ALL
SELECT concat_ws(' ', s.kind, 'on', e.reference, d.reference,
    CASE WHEN l.id IS NOT NULL THEN 'lifted' END)
    FROM deliberations_statement s LEFT JOIN element e ON e.id = s.element_id
    LEFT JOIN decision d ON d.id = s.decision_id
    LEFT JOIN deliberations_lift l ON l.statement_id = s.id
    WHERE e.id IS NOT NULL OR d.id IS NOT NULL
"""

LAST = """
SELECT (SELECT coalesce(max(id), 0) FROM deliberations_entry),
    (SELECT coalesce(max(s.place), 0) FROM deliberations_standing s
        JOIN deliberations_element e ON e.id = s.element_id WHERE e.group_id = $1)
"""
"""The last entry of the history; the place up to which the group's record is seen now."""


@pytest.fixture
def planned(db):
    """What is asked after every act is planned once: to plan it takes longer than to read it."""
    sql(f"PREPARE the_record (bigint) AS {THE_RECORD}")
    sql(f"PREPARE last (bigint) AS {LAST}")
    yield
    sql("DEALLOCATE ALL")


# ---- who does what


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
