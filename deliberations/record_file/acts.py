"""Comparing the acts: those with a number by it, the others by all that they say."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from functools import partial

from django.db import models

from deliberations.models import (
    Contribution,
    Contributor,
    Correction,
    Decision,
    Element,
    Issue,
    Lift,
    Proposal,
    Source,
    Statement,
    Withdrawal,
    Wording,
)
from deliberations.record_file.held import lifted, proposed, stated, withdrawn
from deliberations.record_file.places import Place
from deliberations.record_file.steps import Comparison, Step
from deliberations.record_file.tables import ELEMENTS, Name, Values, name_of


class Acts(Comparison):
    """What of the acts is missing.

    unclaimed: acts without a number that the record holds and no act of the file has claimed.
    answered: the question of each element.
    """

    def steps(self) -> Iterator[Step]:
        self.unclaimed = Counter(self.held.unnumbered)
        self.answered: dict[str, int] = {}
        for at, act in enumerate(self.content["acts"]):
            compare = getattr(self, act["act"])
            yield from compare(self.in_words_of_now(act), self.place / "acts" / at)

    def in_words_of_now(self, act: Values) -> Values:
        """The act with the names that things have in the record by now."""
        named: list[tuple[str, type[models.Model]]] = [
            ("source", Source),
            ("contributor", Contributor),
            ("contribution", Contribution),
        ]
        now = {
            key: name_of(self.held.things[model].get(act[key], act[key]))
            for key, model in named
            if act.get(key) is not None
        }
        if "proposed_by" in act:
            now["proposed_by"] = tuple(map(self.in_words_of_now, act["proposed_by"]))
        return act | now

    def propose_element(self, act: Values, place: Place) -> Iterator[Step]:
        self.answered[act["element"]] = act["question"]
        row = self.held.things[Element].get(act["element"])
        if row is None:
            yield self.step(place, Element, act)
            return
        yield from self.compare_thing(ELEMENTS, row, act, place)
        self.compare((act["element"], 1), {**self.moment(act), "text": act["text"]}, place)
        for at, proposer in enumerate(act["proposed_by"]):
            again = {**self.moment(act), **proposer, "element": act["element"]}
            yield from self.add_proposal(again, place / "proposed_by" / at)

    def add_proposal(self, act: Values, place: Place) -> Iterator[Step]:
        yield from self.unnumbered(
            proposed({**act, **self.moment(act)}), {**act, "act": "add_proposal"}, Proposal, place
        )

    def reword_element(self, act: Values, place: Place) -> Iterator[Step]:
        values = {**self.moment(act), "text": act["text"], "reason": act["reason"]}
        yield from self.numbered((act["element"], act["wording"]), values, act, Wording, place)

    def withdraw_element(self, act: Values, place: Place) -> Iterator[Step]:
        name = withdrawn({**act, **self.moment(act)})
        yield from self.unnumbered(name, act, Withdrawal, place)

    def record_decision(self, act: Values, place: Place) -> Iterator[Step]:
        names = ("outcome", "sentence", "basis", "qualifiers", "heading", "elements", "source")
        values = {name: act[name] for name in names} | {"when": self.moment(act)["when"]}
        values["corrects"] = act.get("corrects")
        further = ("amended", "reason", "reconsiders")
        values |= {name: act[name] for name in further if name in act}
        if act["heading"] is not None:
            values["question"] = act["question"] or self.answered[act["elements"][0]]
        yield from self.numbered(act["decision"], values, act, Decision, place)

    correct_decision = record_decision

    def annul_decision(self, act: Values, place: Place) -> Iterator[Step]:
        values = {"reason": act["reason"], "source": act["source"]}
        yield from self.numbered(("annulled", act["decision"]), values, act, Correction, place)

    def make_statement(self, act: Values, place: Place) -> Iterator[Step]:
        name = stated({**act, **self.moment(act)})
        if act["key"] is not None:
            self.held.said[act["key"]] = name
        yield from self.unnumbered(name, {**act, "name": name}, Statement, place)

    def lift_statement(self, act: Values, place: Place) -> Iterator[Step]:
        statement = self.held.said[act["statement"]]
        name = lifted(statement, {**act, **self.moment(act)})
        yield from self.unnumbered(name, {**act, "name": statement}, Lift, place)

    def issue_document(self, act: Values, place: Place) -> Iterator[Step]:
        values = {name: act[name] for name in ("title", "meeting", "dated", "language")}
        values |= {name: act[name]["sha256"] for name in ("text", "docx", "pdf")}
        yield from self.numbered(("document", act["document"]), values, act, Issue, place)

    def numbered(
        self, name: Name, values: Values, act: Values, what: type[models.Model], place: Place
    ) -> Iterator[Step]:
        if name in self.held.numbered:
            self.compare(name, values, place)
        else:
            yield self.step(place, what, act)

    def unnumbered(
        self, name: Name, act: Values, what: type[models.Model], place: Place
    ) -> Iterator[Step]:
        """An act without a number is there if the record holds one that says just that."""
        if self.unclaimed[name]:
            self.unclaimed[name] -= 1
        else:
            yield self.step(place, what, act)

    def step(self, place: Place, what: type[models.Model], act: Values) -> Step:
        if act["act"] != "issue_document":
            act = {**act, **self.moment(act)}
        return Step(place, what, partial(getattr(self.writer, act["act"]), act))

    def moment(self, act: Values) -> Values:
        """Meeting, moment and source of an act; a moment without a zone is in the meeting's."""
        when, meeting = act.get("when", "unknown"), act.get("meeting")
        if "decision" in act:
            meeting = int(act["decision"].partition("/")[0])
        if isinstance(when, datetime) and when.tzinfo is None:
            when = when.replace(tzinfo=self.zone(meeting))
        return {"meeting": meeting, "when": when, "source": act["source"]}

    def compare(self, name: Name, values: Values, place: Place) -> None:
        held = self.held.numbered[name]
        for key, value in values.items():
            if value != held[key]:
                self.contradiction(held[key], place / key)
