"""Making what a record file has and the record has not: by the operations, one for each."""

from typing import Any
from uuid import UUID, uuid5

from django.db import models
from django.utils.translation import gettext as _

from deliberations import operations
from deliberations.models import (
    Contribution,
    Contributor,
    Decision,
    Element,
    Heading,
    Lift,
    Meeting,
    Membership,
    Qualifier,
    Question,
    Source,
    User,
    WorkingGroup,
)
from deliberations.operations import Proposer, Refused
from deliberations.permissions import Role
from deliberations.record_file.held import Held, as_moment
from deliberations.record_file.tables import Name, Table, Values

INTENTIONS = UUID("6f0f6d2b-7d3e-5c53-9a3f-3c8a4a3a9f5d")
"""The space of the intentions of loaded decisions, so that a decision is loaded once."""


class Writer:
    """Makes what is missing: a method for each operation that a file's acts name."""

    user: User

    def __init__(self, held: Held) -> None:
        self.held = held

    @property
    def group(self) -> WorkingGroup:
        return self.held.group

    def join(self) -> None:
        """Let the loader act in the group."""
        if self.group.pk not in self.user.roles:
            operations.edit_people(
                thing=Membership(user=self.user, group=self.group, role=Role.SECRETARIAT),
                by=self.user,
            )
            self.user = User.objects.get(pk=self.user.pk)  # with the new role

    # ---- the surroundings

    def make(self, table: Table, name: Name, values: Values) -> None:
        """Make a thing of the surroundings, named as in the file."""
        fields = self.held.identity(table, name) | {
            field: self.held.there(table.model, field, values[key], values)
            for key, field in table.columns.items()
        }
        if "position" in values:
            fields["position"] = values["position"]
        self.held.things[table.model][name] = self.made(table, fields, values)

    def made(self, table: Table, fields: Values, values: Values) -> Any:
        """By its operation, where it has one of its own."""
        by, group = self.user, self.group
        if table.model is WorkingGroup:
            return self.found(fields)
        if table.model is Meeting:
            return operations.convene_meeting(group=group, by=by, **fields)
        if table.model is Contributor:
            return operations.register_contributor(group=group, by=by, **fields)
        if table.model is Contribution:
            authors = [self.named(Contributor, key) for key in values["authors"]]
            return operations.file_contribution(group=group, authors=authors, by=by, **fields)
        if table.group == "group":
            fields["group"] = group
        return operations.edit_surroundings(thing=table.model(**fields), by=by, group=group)

    def found(self, fields: Values) -> WorkingGroup:
        self.held.group = WorkingGroup(**fields)
        operations.edit_surroundings(thing=self.group, by=self.user, group=None)
        self.join()
        return self.group

    def edit(self, table: Table, row: Any, field: str, value: Any, beside: Values) -> None:
        """Better a detail of the surroundings, as the file has it by now."""
        setattr(row, field, self.held.there(table.model, field, value, beside))
        operations.edit_surroundings(thing=row, by=self.user, group=self.group, fields=[field])

    def source_of_group(self, content: Values) -> None:
        self.group.source = self.named(Source, content["group"]["source"])
        operations.edit_surroundings(thing=self.group, by=self.user, group=self.group)

    def move_meeting(self, number: int, move: str) -> None:
        things = self.held.things[Meeting]
        things[number] = getattr(operations, move)(meeting=things[number], by=self.user)

    # ---- the acts

    def propose_element(self, act: Values) -> None:
        question = self.named(Question, act["question"])
        element = operations.propose_element(
            group=self.group,
            question=question,
            heading=self.named(Heading, act["heading"] and (act["question"], act["heading"])),
            text=act["text"],
            proposers=tuple(
                Proposer(
                    contributor=self.named(Contributor, proposer["contributor"]),
                    contribution=self.named(Contribution, proposer["contribution"]),
                    note=proposer["note"],
                )
                for proposer in act["proposed_by"]
            ),
            by=self.user,
            **self.moment(act),
        )
        element.refresh_from_db(fields=["number"])
        refuse_unless_numbered(element.reference, act["element"])
        self.held.things[Element][act["element"]] = element

    def add_proposal(self, act: Values) -> None:
        operations.add_proposal(
            element=self.named(Element, act["element"]),
            contributor=self.named(Contributor, act["contributor"]),
            contribution=self.named(Contribution, act["contribution"]),
            note=act["note"],
            by=self.user,
            **self.moment(act),
        )

    def reword_element(self, act: Values) -> None:
        operations.reword_element(
            element=self.named(Element, act["element"]),
            text=act["text"],
            reason=act["reason"],
            by=self.user,
            **self.moment(act),
        )

    def withdraw_element(self, act: Values) -> None:
        operations.withdraw_element(
            element=self.named(Element, act["element"]),
            contributor=self.named(Contributor, act["contributor"]),
            reason=act["reason"],
            by=self.user,
            **self.moment(act),
        )

    def record_decision(self, act: Values) -> None:
        decision = operations.record_decision(
            **self.decided(act), **self.moment(act), reconsiders=act["reconsiders"]
        )
        self.keep_decision(decision, act)

    def correct_decision(self, act: Values) -> None:
        moment = self.moment(act)
        del moment["meeting"]
        decision = operations.correct_decision(
            decision=self.named(Decision, act["corrects"]),
            reason=act["reason"],
            **self.decided(act),
            **moment,
        )
        self.keep_decision(decision, act)

    def decided(self, act: Values) -> Values:
        elements = [self.named(Element, element) for element in act["elements"]]
        question = act["question"] or elements[0].question.number
        return {
            "outcome": act["outcome"],
            "sentence": act["sentence"],
            "basis": act["basis"],
            "qualifiers": [self.named(Qualifier, phrase) for phrase in act["qualifiers"]],
            "heading": self.named(Heading, act["heading"] and (question, act["heading"])),
            "elements": elements,
            "intention": self.intention(act["decision"]),
            "by": self.user,
        }

    def keep_decision(self, decision: Decision, act: Values) -> None:
        decision.refresh_from_db(fields=["number"])
        refuse_unless_numbered(decision.reference, act["decision"])
        self.held.things[Decision][act["decision"]] = decision

    def annul_decision(self, act: Values) -> None:
        operations.annul_decision(
            decision=self.named(Decision, act["decision"]),
            reason=act["reason"],
            intention=self.intention(f"{act['decision']} annulled"),
            source=self.named(Source, act["source"]),
            by=self.user,
        )

    def make_statement(self, act: Values) -> None:
        is_on_element = act["on"].startswith("E")
        statement = operations.make_statement(
            contributor=self.named(Contributor, act["contributor"]),
            kind=act["kind"],
            text=act["text"],
            element=self.named(Element, act["on"]) if is_on_element else None,
            decision=None if is_on_element else self.named(Decision, act["on"]),
            by=self.user,
            **self.moment(act),
        )
        self.held.statements.setdefault(act["name"], []).append(statement)

    def lift_statement(self, act: Values) -> None:
        alike = self.held.statements[act["name"]]
        lifted = set(Lift.objects.filter(statement__in=alike).values_list("statement", flat=True))
        operations.lift_statement(
            statement=next((one for one in alike if one.pk not in lifted), alike[0]),
            reason=act["reason"],
            by=self.user,
            **self.moment(act),
        )

    def moment(self, act: Values) -> Values:
        """Meeting, moment and source of an act, as the operations take them."""
        meeting = self.named(Meeting, act["meeting"])
        happened_at, known_to = as_moment(act["when"], self.held.zone(meeting))
        return {
            "meeting": meeting,
            "happened_at": happened_at,
            "known_to": known_to,
            "source": self.named(Source, act["source"]),
        }

    def named[Thing: models.Model](self, model: type[Thing], name: Name) -> Any:
        return None if name is None else self.held.named(model, name)

    def intention(self, what: str) -> UUID:
        return uuid5(INTENTIONS, f"{self.group.slug} {what}")


def refuse_unless_numbered(given: str, wanted: str) -> None:
    if given != wanted:
        raise Refused(
            _("the record numbers it %(given)s, not %(wanted)s.")
            % {"given": given, "wanted": wanted}
        )
