"""What the record holds of one group, by the names a record file uses for it."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django.db import models
from django.utils.translation import gettext as _

from deliberations.models import (
    Attendance,
    Decision,
    Element,
    Heading,
    Import,
    KnownTo,
    Look,
    Meeting,
    Statement,
    WorkingGroup,
)
from deliberations.operations import Refused
from deliberations.record_file.places import quoted
from deliberations.record_file.rows import Rows
from deliberations.record_file.tables import (
    ELEMENTS,
    GROUPS,
    SURROUNDINGS,
    Name,
    Table,
    Values,
    name_of,
)


class NotThere(Refused):
    """A file refers to what was removed from the record since it was loaded."""


def not_there(name: Name) -> NotThere:
    return NotThere(_("%(name)s is no longer in the record.") % {"name": quoted(name)})


@dataclass
class Held:
    """The record of a group in memory; the loader adds to it what it loads.

    things: {model: {name: thing}}. decisions, wordings, annulments: what each says, by its number.
    unnumbered: how often the record holds each act that has no number of its own. statements: by
    all that they say; said: that, of the statements of the file, by their keys. present: who was
    at which meeting, (number, id of the contributor). imports: (number of the meeting, checksum).
    looks: the keys of the findings that were looked at.
    """

    group: WorkingGroup
    is_new: bool
    things: dict[type[models.Model], dict[Name, Any]] = field(default_factory=dict)
    numbered: dict[Name, Values] = field(default_factory=dict)
    unnumbered: Counter[Name] = field(default_factory=Counter)
    statements: dict[Name, list[Statement]] = field(default_factory=dict)
    said: dict[str, Name] = field(default_factory=dict)
    present: set[tuple[int, int]] = field(default_factory=set)
    imports: set[tuple[int, str]] = field(default_factory=set)
    looks: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, slug: str) -> "Held":
        """What the record holds of the group with that address: nothing if there is none."""
        group = WorkingGroup.objects.filter(slug=slug).select_related("source").first()
        if group is not None:
            return cls(group, is_new=False).read()
        models = [table.model for table in (*SURROUNDINGS, GROUPS, ELEMENTS)]
        things: Any = {model: {} for model in (*models, Decision)}
        return cls(WorkingGroup(slug=slug), is_new=True, things=things)

    def read(self) -> "Held":
        self.things[WorkingGroup] = {self.group.slug: self.group}
        for table in SURROUNDINGS:
            self.things[table.model] = {table.name(row): row for row in table.rows(self.group)}
        self.things[Element] = {name_of(row): row for row in ELEMENTS.rows(self.group)}
        self.things[Decision] = {}
        rows = Rows(self.group)
        self.read_acts_on_elements(rows)
        self.read_decisions(rows)
        self.read_statements(rows)
        self.read_the_rest()
        return self

    def there(self, model: type[models.Model], field: str, value: Any, beside: Values) -> Any:
        """What a value of the file names: the thing itself, or the value where it names nothing.

        beside: the values beside it, as the question of a heading. Raises NotThere.
        """
        related = model._meta.get_field(field).related_model
        if related is None or value is None:
            return value
        return self.named(related, (beside["question"], value) if related is Heading else value)

    def identity(self, table: Table, name: Name) -> Values:
        """The fields by which a thing of that name is found; raises NotThere."""
        parts = name if isinstance(name, tuple) else (name,)
        values = dict(zip(table.identity, parts, strict=True))
        return {
            field: self.there(table.model, field, value, values) for field, value in values.items()
        }

    def named(self, model: Any, name: Name) -> Any:
        """The thing of that name; raises NotThere."""
        try:
            return self.things[model][name]
        except KeyError:
            raise not_there(name[-1] if isinstance(name, tuple) else name) from None

    def zone(self, meeting: Meeting | None) -> ZoneInfo:
        return Rows(self.group).zone(meeting)

    def read_acts_on_elements(self, rows: Rows) -> None:
        for wording in rows.wordings():
            name = (wording.element.reference, wording.number)
            self.numbered[name] = rows.wording(wording)
        for proposal in rows.proposals():
            self.unnumbered[proposed(rows.proposal(proposal))] += 1
        for withdrawal in rows.withdrawals():
            self.unnumbered[withdrawn(rows.withdrawal(withdrawal))] += 1

    def read_decisions(self, rows: Rows) -> None:
        for decision in rows.decisions():
            self.things[Decision][decision.reference] = decision
            self.numbered[decision.reference] = rows.decision(decision)
        for correction in rows.annulments():
            name = ("annulled", correction.decision.reference)
            self.numbered[name] = rows.annulment(correction)
        for issue in rows.issues():
            self.numbered["document", issue.number] = rows.issue(issue)

    def read_statements(self, rows: Rows) -> None:
        lifts = {lift.statement_id: lift for lift in rows.lifts()}
        for statement in rows.statements():
            said = stated(rows.statement(statement))
            self.unnumbered[said] += 1
            self.statements.setdefault(said, []).append(statement)
            if lift := lifts.get(statement.pk):
                self.unnumbered[lifted(said, rows.lift(lift))] += 1

    def read_the_rest(self) -> None:
        self.present = set(
            Attendance.objects.filter(meeting__group=self.group).values_list(
                "meeting__number", "contributor"
            )
        )
        imports = Import.objects.filter(group=self.group).values_list("meeting__number", "sha256")
        self.imports = set(imports)
        self.looks = set(Look.objects.filter(group=self.group).values_list("finding", flat=True))


def proposed(values: Values) -> Name:
    return pick("proposal", values, "element", "contributor", "contribution", "note", *MOMENT)


def withdrawn(values: Values) -> Name:
    return pick("withdrawal", values, "element", "contributor", "reason", *MOMENT)


def stated(values: Values) -> Name:
    return pick("statement", values, "on", "contributor", "kind", "text", *MOMENT)


def lifted(statement: Name, values: Values) -> Name:
    return ("lift", statement, *pick("", values, "reason", *MOMENT))


MOMENT = ("meeting", "when", "source")


def pick(what: str, values: Values, *names: str) -> Name:
    return (what, *(values[name] for name in names))


def as_moment(when: Any, zone: ZoneInfo) -> tuple[datetime | None, str]:
    """A file's `when` as happened_at and known_to."""
    if isinstance(when, datetime):
        return (when if when.tzinfo else when.replace(tzinfo=zone)), KnownTo.MINUTE
    if isinstance(when, date):
        return datetime.combine(when, time.min, tzinfo=zone), KnownTo.DAY
    return None, when
