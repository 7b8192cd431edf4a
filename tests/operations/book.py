"""The record as somebody with a pencil keeps it, by the rules of DESIGN.md, in plain Python.

What a rule allows is told as the set of answers that are right: DONE, NOTHING_NEW, or the class or
the name of the rule of each refusal that may be given.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from deliberations.models import StatementKind
from deliberations.operations import NOW

DONE, NOTHING_NEW = "done", "nothing new"
"""Answers to an act that is not refused. Of a refused one it is the refusal's class or rule."""

FOREIGN = 0
"""Stands for an element of another group."""

MOMENTS: dict[str, dict[str, Any]] = {
    "at the meeting": {"known_to": "meeting"},
    "whenever": {"known_to": "unknown"},
    "now": {"known_to": NOW},
    "at ten": {"known_to": "minute", "happened_at": datetime(2017, 1, 26, 10, tzinfo=UTC)},
}


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
