"""What of a file the record does not hold yet, as steps; what contradicts it, as problems."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from django.db import models
from django.utils.translation import gettext as _

from deliberations.models import (
    Contribution,
    Correction,
    Decision,
    Element,
    Lift,
    Meeting,
    MeetingState,
    Proposal,
    Statement,
    Withdrawal,
    Wording,
)
from deliberations.record_file.held import (
    AGENDA,
    AUTHORSHIPS,
    CONTRIBUTIONS,
    CONTRIBUTORS,
    DOCUMENTS,
    ELEMENTS,
    GROUPS,
    HEADINGS,
    MEETINGS,
    QUALIFIERS,
    QUESTIONS,
    SOURCES,
    Held,
    Name,
    Table,
    Values,
    lifted,
    proposed,
    stated,
    withdrawn,
)
from deliberations.record_file.places import Place, quoted

STATES = list(MeetingState.values)


@dataclass(frozen=True)
class Step:
    """One thing to do. what: the model of which it makes one; None if it makes nothing."""

    place: Place
    what: type[models.Model] | None
    do: Callable[[], object]


class Plan:
    """Compares a file with the record. Iterate `steps()`, then look at place.problems and kept.

    kept: sentences about what was edited or removed in the record since, and stays so.
    writer: makes what is missing; has a method for each table and each act.
    """

    def __init__(self, content: Values, held: Held, writer: Any, place: Place) -> None:
        self.content = content
        self.held = held
        self.writer = writer
        self.place = place
        self.kept: list[str] = []
        self.unclaimed = Counter(held.unnumbered)
        self.said: dict[str, Name] = {}
        group_zone = content["group"]["time_zone"]
        self.zones = {
            meeting["number"]: ZoneInfo(meeting["time_zone"] or group_zone)
            for meeting in content["meetings"]
        } | {None: ZoneInfo(group_zone)}

    def steps(self) -> Iterator[Step]:
        yield from self.surroundings()
        yield from self.meetings_move(self.opening)
        for at, act in enumerate(self.content["acts"]):
            yield from getattr(self, act["act"])(act, self.place / "acts" / at)
        for at, meeting in enumerate(self.content["meetings"]):
            place = self.place / "meetings" / at / "agenda"
            for position, item in enumerate(meeting["agenda"]):
                name = (meeting["number"], position + 1)
                yield from self.thing(AGENDA, name, item, place / position)
        yield from self.meetings_move(self.closing)

    # ---- the surroundings

    def surroundings(self) -> Iterator[Step]:
        content, place = self.content, self.place
        group = content["group"]
        # A new group has no sources yet: its own is entered after them.
        founded = {**group, "source": None} if self.held.is_new else group
        yield from self.thing(GROUPS, group["slug"], founded, place / "group")
        for key, source in content["sources"].items():
            yield from self.thing(SOURCES, key, source, place / "sources" / key)
        if self.held.is_new and group["source"]:
            yield Step(place / "group", None, partial(self.writer.source_of_group, content))
        for at, phrase in enumerate(content["qualifiers"]):
            values = {"position": at + 1}
            yield from self.thing(QUALIFIERS, phrase, values, place / "qualifiers" / at)
        for at, question in enumerate(content["questions"]):
            there = place / "questions" / at
            yield from self.thing(QUESTIONS, question["number"], question, there)
            for position, name in enumerate(question["headings"]):
                values = {"position": position + 1}
                yield from self.thing(
                    HEADINGS, (question["number"], name), values, there / "headings" / position
                )
        for at, meeting in enumerate(content["meetings"]):
            values = {**meeting, "time_zone": self.zones[meeting["number"]].key}
            yield from self.thing(MEETINGS, meeting["number"], values, place / "meetings" / at)
        for key, contributor in affiliations_first(content["contributors"]):
            there = place / "contributors" / key
            yield from self.thing(CONTRIBUTORS, key, contributor, there)
        for at, contribution in enumerate(content["contributions"]):
            yield from self.contribution(contribution, place / "contributions" / at)
        for at, document in enumerate(content["documents"]):
            name = (document["title"], document["dated"])
            yield from self.thing(DOCUMENTS, name, document, place / "documents" / at)

    def contribution(self, contribution: Values, place: Place) -> Iterator[Step]:
        title = contribution["title"]
        is_there = title in self.held.things[Contribution]
        yield from self.thing(CONTRIBUTIONS, title, contribution, place)
        if is_there:
            for at, author in enumerate(contribution["authors"]):
                yield from self.thing(AUTHORSHIPS, (title, author), {}, place / "authors" / at)

    def thing(self, table: Table, name: Name, values: Values, place: Place) -> Iterator[Step]:
        """The step that makes a thing of the surroundings, if there is none; else compare."""
        row = self.held.things[table.model].get(name)
        if row is not None:
            self.compare_thing(table, row, values, place)
        else:
            yield Step(place, table.model, partial(self.writer.make, table, name, values))

    def compare_thing(self, table: Table, row: Any, values: Values, place: Place) -> None:
        for name, value in table.values(row).items():
            if values[name] != value:
                self.contradiction(values[name], value, place / name)

    # ---- the state of meetings

    def meetings_move(self, moves: Callable[[Values], list[str]]) -> Iterator[Step]:
        for at, meeting in enumerate(self.content["meetings"]):
            for move in moves(meeting):
                do = partial(self.writer.move_meeting, meeting["number"], move)
                yield Step(self.place / "meetings" / at / "state", None, do)

    def opening(self, meeting: Values) -> list[str]:
        """A meeting that the record has further than the file stays where it is."""
        held = self.held.things[Meeting].get(meeting["number"])
        is_open = held is not None and held.state != MeetingState.PLANNED
        wanted = meeting["state"] != MeetingState.PLANNED
        return ["open_meeting"] if wanted and not is_open else []

    def closing(self, meeting: Values) -> list[str]:
        held = self.held.things[Meeting].get(meeting["number"])
        moves = []
        is_closed = held is not None and held.state == MeetingState.CLOSED
        if meeting["state"] == MeetingState.CLOSED and not is_closed:
            moves.append("close_meeting")
        if meeting["published"] and not (held is not None and held.is_published):
            moves.append("publish_meeting")
        return moves

    # ---- the acts

    def propose_element(self, act: Values, place: Place) -> Iterator[Step]:
        row = self.held.things[Element].get(act["element"])
        if row is None:
            yield self.step(place, Element, act)
            return
        self.compare_thing(ELEMENTS, row, act, place)
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
        values = {name: act[name] for name in names} | {
            "corrects": act.get("corrects"),
            "reason" if "reason" in act else "reconsiders": act.get(
                "reason", act.get("reconsiders")
            ),
            "when": self.moment(act)["when"],
        }
        yield from self.numbered(act["decision"], values, act, Decision, place)

    correct_decision = record_decision

    def annul_decision(self, act: Values, place: Place) -> Iterator[Step]:
        values = {"reason": act["reason"], "source": act["source"]}
        yield from self.numbered(("annulled", act["decision"]), values, act, Correction, place)

    def make_statement(self, act: Values, place: Place) -> Iterator[Step]:
        name = stated({**act, **self.moment(act)})
        if act["key"] is not None:
            self.said[act["key"]] = name
        yield from self.unnumbered(name, {**act, "name": name}, Statement, place)

    def lift_statement(self, act: Values, place: Place) -> Iterator[Step]:
        statement = self.said[act["statement"]]
        name = lifted(statement, {**act, **self.moment(act)})
        yield from self.unnumbered(name, {**act, "name": statement}, Lift, place)

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
        act = {**act, **self.moment(act)}
        return Step(place, what, partial(getattr(self.writer, act["act"]), act))

    def moment(self, act: Values) -> Values:
        """Meeting, moment and source of an act; a moment without a zone is in the meeting's."""
        when, meeting = act.get("when", "unknown"), act.get("meeting")
        if "decision" in act:
            meeting = int(act["decision"].partition("/")[0])
        if isinstance(when, datetime) and when.tzinfo is None:
            when = when.replace(tzinfo=self.zones[meeting])
        return {"meeting": meeting, "when": when, "source": act["source"]}

    def compare(self, name: Name, values: Values, place: Place) -> None:
        held = self.held.numbered[name]
        for key, value in values.items():
            recorded = held["reason" if key == "reconsiders" else key]
            if value != recorded:
                self.contradiction(value, recorded, place / key)

    def contradiction(self, value: Any, recorded: Any, place: Place) -> None:
        place.wrong(
            _("contradicts the record, which has %(recorded)s.") % {"recorded": shown(recorded)}
        )


def affiliations_first(contributors: dict[str, Values]) -> list[tuple[str, Values]]:
    """The contributors, each after the one it belongs to."""
    ordered: dict[str, Values] = {}

    def put(key: str) -> None:
        above = contributors[key]["affiliation"]
        if above is not None and above not in ordered:
            put(above)
        ordered.setdefault(key, contributors[key])

    for key in contributors:
        put(key)
    return list(ordered.items())


def shown(value: Any) -> str:
    """A value of the record in a message."""
    if value is None or value in ("", ()):
        return _("nothing")
    if isinstance(value, tuple):
        return quoted(", ".join(map(str, value)))
    return quoted(str(value))
