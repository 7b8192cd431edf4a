"""What the record holds of one group, by the names a record file uses for it."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django.db import models
from django.db.models import Prefetch
from django.utils.translation import gettext as _

from deliberations.models import (
    Act,
    Correction,
    CorrectionKind,
    Decision,
    DecisionQualifier,
    Disposition,
    Element,
    Heading,
    KnownTo,
    Lift,
    Meeting,
    Proposal,
    Statement,
    Withdrawal,
    Wording,
    WorkingGroup,
)
from deliberations.operations import Refused
from deliberations.record_file.places import quoted
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


@dataclass
class Held:
    """The record of a group in memory; the loader adds to it what it loads.

    things: {model: {name: thing}}. decisions, wordings, annulments: what each says, by its number.
    uncounted: how often the record holds each act that has no number of its own.
    """

    group: WorkingGroup
    is_new: bool
    things: dict[type[models.Model], dict[Name, Any]] = field(default_factory=dict)
    numbered: dict[Name, Values] = field(default_factory=dict)
    unnumbered: Counter[Name] = field(default_factory=Counter)
    statements: dict[Name, list[Statement]] = field(default_factory=dict)

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
        self.read_acts_on_elements()
        self.read_decisions()
        self.read_statements()
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
            shown = name[-1] if isinstance(name, tuple) else name
            raise NotThere(
                _("%(name)s is no longer in the record.") % {"name": quoted(shown)}
            ) from None

    def zone(self, meeting: Meeting | None) -> ZoneInfo:
        return meeting.zone if meeting is not None else ZoneInfo(self.group.time_zone)

    def moment(self, act: Act) -> Values:
        """Meeting, moment and source of an act, as a file has them."""
        return {
            "meeting": name_of(act.meeting),
            "when": self.when(act),
            "source": name_of(act.source),
        }

    def when(self, act: Act) -> datetime | date | str:
        if act.happened_at is None:
            return str(act.known_to)
        if act.known_to == KnownTo.DAY:
            return act.happened_at.astimezone(self.zone(act.meeting)).date()
        return act.happened_at

    def read_acts_on_elements(self) -> None:
        for wording in acts(Wording, "element", element__group=self.group):
            self.numbered[wording.element.reference, wording.number] = {
                "text": wording.text,
                "reason": wording.reason,
                **self.moment(wording),
            }
        for proposal in acts(
            Proposal, "element", "contributor", "contribution", element__group=self.group
        ):
            self.unnumbered[proposed(self.values_of_proposal(proposal))] += 1
        for withdrawal in acts(Withdrawal, "element", "contributor", element__group=self.group):
            self.unnumbered[
                withdrawn(
                    {
                        "element": withdrawal.element.reference,
                        "contributor": name_of(withdrawal.contributor),
                        "reason": withdrawal.reason,
                        **self.moment(withdrawal),
                    }
                )
            ] += 1

    def values_of_proposal(self, proposal: Proposal) -> Values:
        return {
            "element": proposal.element.reference,
            "contributor": name_of(proposal.contributor),
            "contribution": name_of(proposal.contribution),
            "note": proposal.note,
            **self.moment(proposal),
        }

    def read_decisions(self) -> None:
        decisions = acts(
            Decision, "heading__question", "replaces__meeting", meeting__group=self.group
        ).prefetch_related(
            Prefetch(
                "qualifications",
                DecisionQualifier.objects.select_related("qualifier").order_by("position"),
            ),
            Prefetch(
                "dispositions", Disposition.objects.select_related("element").order_by("position")
            ),
        )
        reasons = {
            correction.by_decision_id: correction.reason
            for correction in Correction.objects.filter(
                meeting__group=self.group, by_decision__isnull=False
            )
        }
        for decision in decisions:
            self.things[Decision][decision.reference] = decision
            self.numbered[decision.reference] = {
                "outcome": decision.outcome,
                "sentence": decision.sentence,
                "basis": decision.basis,
                "qualifiers": tuple(
                    name_of(one.qualifier) for one in decision.qualifications.all()
                ),
                "heading": name_of(decision.heading),
                "question": decision.heading.question.number if decision.heading else None,
                "elements": tuple(one.element.reference for one in decision.dispositions.all()),
                "corrects": name_of(decision.replaces),
                "reason": reasons.get(decision.pk, ""),
                "reconsiders": "" if decision.replaces else reasons.get(decision.pk, ""),
                "when": self.when(decision),
                "source": name_of(decision.source),
            }
        for correction in acts(
            Correction,
            "decision__meeting",
            meeting__group=self.group,
            kind=CorrectionKind.ANNULMENT,
        ):
            self.numbered["annulled", correction.decision.reference] = {
                "reason": correction.reason,
                "source": name_of(correction.source),
            }

    def read_statements(self) -> None:
        group = self.group
        statements = acts(
            Statement, "contributor", "element", "decision__meeting", contributor__group=group
        )
        lifts = {
            lift.statement_id: lift for lift in acts(Lift, statement__contributor__group=group)
        }
        for statement in statements:
            said = stated(
                {
                    "on": name_of(statement.element or statement.decision),
                    "contributor": name_of(statement.contributor),
                    "kind": statement.kind,
                    "text": statement.text,
                    **self.moment(statement),
                }
            )
            self.unnumbered[said] += 1
            self.statements.setdefault(said, []).append(statement)
            if lift := lifts.get(statement.pk):
                self.unnumbered[lifted(said, {"reason": lift.reason, **self.moment(lift)})] += 1


def acts(model: type[Any], *joined: str, **condition: Any) -> Any:
    """Acts in the order of the record, with what they refer to."""
    found = model.objects.filter(**condition).order_by("place", "pk")
    return found.select_related("meeting", "source", *joined)


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
