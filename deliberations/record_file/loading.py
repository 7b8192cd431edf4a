"""Loading a record file: what of it the record does not hold yet, by the operations."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid5

from django.db import connection, models, transaction
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
from deliberations.record_file.comparing import Plan
from deliberations.record_file.held import Held, Name, Table, Values, as_moment
from deliberations.record_file.places import Malformed, Place

INTENTIONS = UUID("6f0f6d2b-7d3e-5c53-9a3f-3c8a4a3a9f5d")
"""The space of the intentions of loaded decisions, so that a decision is loaded once."""

type Progress = Callable[[int, int], None]


@dataclass
class Loaded:
    """What a load did. steps: how many acts. made: how many of what. kept: see Plan."""

    steps: int
    made: Counter[type[models.Model] | None] = field(default_factory=Counter)
    kept: list[str] = field(default_factory=list)


def load_record(content: Values, file: str, *, progress: Progress | None = None) -> Loaded:
    """Load what the record does not hold yet: all of it, or nothing.

    content: as read_record gives it; file: its name for messages. progress is told how many steps
    of how many are done. Raises Malformed, with places, where the file contradicts the record or
    an operation refuses.
    """
    place = Place(file)
    with transaction.atomic():
        wait_for_other_loads()
        held = Held.of(content["group"]["slug"])
        writer = Writer(held)
        plan = Plan(content, held, writer, place)
        steps = list(plan.steps())
        if place.problems:
            raise Malformed(place.problems)
        loaded = Loaded(len(steps), kept=plan.kept)
        if steps:
            writer.user = loader()
            if not held.is_new:
                writer.join()
        for done, step in enumerate(steps):
            if progress is not None:
                progress(done, len(steps))
            try:
                step.do()
            except Refused as refusal:
                step.place.wrong(str(refusal))
                raise Malformed(place.problems) from refusal
            loaded.made[step.what] += 1
    return loaded


def wait_for_other_loads() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('deliberations.load_record'))")


def loader() -> User:
    """The user by whom files are loaded; nobody can sign in as them."""
    user = User.objects.filter(username="loader").first()
    if user is None:
        user = User(username="loader", name="the loader of record files", is_admin=True)
        user.set_unusable_password()
        operations.edit_people(thing=user, by=user, reason=_("The first load of a record file."))
    return user


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
            del self.user.roles

    # ---- the surroundings

    def make(self, table: Table, name: Name, values: Values) -> None:
        """Make a thing of the surroundings, named as in the file."""
        parts = name if isinstance(name, tuple) else (name,)
        fields = dict(zip(table.identity, parts, strict=True)) | {
            field: values[key] for key, field in table.columns.items() if key in values
        }
        if "position" in values:
            fields["position"] = values["position"]
        fields = {field: self.there(table.model, field, fields[field]) for field in fields}
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
            authors = [self.held.things[Contributor][key] for key in values["authors"]]
            return operations.file_contribution(group=group, authors=authors, by=by, **fields)
        if table.group == "group":
            fields["group"] = group
        return operations.edit_surroundings(thing=table.model(**fields), by=by, group=group)

    def there(self, model: type[models.Model], field: str, value: Any) -> Any:
        """What the file names there, as the thing itself."""
        related = model._meta.get_field(field).related_model
        if related is None or value is None:
            return value
        return self.held.things[related][value]

    def found(self, fields: Values) -> WorkingGroup:
        self.held.group = WorkingGroup(**fields)
        operations.edit_surroundings(thing=self.group, by=self.user, group=None)
        self.join()
        return self.group

    def source_of_group(self, content: Values) -> None:
        self.group.source = self.held.things[Source][content["group"]["source"]]
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
        return None if name is None else self.held.things[model][name]

    def intention(self, what: str) -> UUID:
        return uuid5(INTENTIONS, f"{self.group.slug} {what}")


def refuse_unless_numbered(given: str, wanted: str) -> None:
    if given != wanted:
        raise Refused(
            _("the record numbers it %(given)s, not %(wanted)s.")
            % {"given": given, "wanted": wanted}
        )
