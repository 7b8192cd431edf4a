"""What deserves a second look: the record examines itself."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext_lazy

from deliberations import permissions
from deliberations.models import (
    AgendaItem,
    Decision,
    Disposition,
    Look,
    Statement,
    Wording,
    WorkingGroup,
)
from deliberations.readings.findings import (
    MOST,
    Finding,
    dated_elsewhen,
    decided_otherwise,
    in_no_report,
    nearly_the_same,
    not_lifted,
    reworded,
    to_be_discharged,
    without_outcome,
)

type Looks = Callable[[WorkingGroup, permissions.Person], Iterator[Finding]]

CHECKS: list[tuple[str, Any, Any, Looks]] = [
    (
        "otherwise",
        gettext_lazy("Agreed, then decided otherwise"),
        gettext_lazy("A group that changes its mind says that it reconsiders, and what."),
        decided_otherwise,
    ),
    (
        "reworded",
        gettext_lazy("Agreed, then reworded"),
        gettext_lazy("What was agreed was another text than the one that stands now."),
        reworded,
    ),
    (
        "unreported",
        gettext_lazy("Deferred to the report, and in no report"),
        gettext_lazy("No report that the group issued has it."),
        in_no_report,
    ),
    (
        "open",
        gettext_lazy("Qualified, still to be completed"),
        gettext_lazy("“Ad referendum” or “pending” waits for something to be said."),
        to_be_discharged,
    ),
    (
        "unlifted",
        gettext_lazy("Reservations and objections that stand"),
        gettext_lazy("Nobody entered that they were lifted."),
        not_lifted,
    ),
    (
        "alike",
        gettext_lazy("All but the same, decided differently"),
        gettext_lazy("Two texts that hardly differ became different things."),
        nearly_the_same,
    ),
    (
        "unended",
        gettext_lazy("On the agenda of a closed meeting, without an outcome"),
        gettext_lazy("Neither decided, nor discussed, nor carried over, nor “not reached”."),
        without_outcome,
    ),
    (
        "elsewhen",
        gettext_lazy("Decisions dated outside their meeting"),
        gettext_lazy("One of the two dates may be wrong."),
        dated_elsewhen,
    ),
]
"""(name, title, why, what looks): in the order of the page."""

ABOUT: dict[str, type[Model]] = {
    "otherwise": Disposition,
    "reworded": Wording,
    "unreported": Decision,
    "open": Decision,
    "unlifted": Statement,
    "alike": Wording,
    "unended": AgendaItem,
    "elsewhen": Decision,
}
"""Of what the ids in the keys of each check’s findings are."""


@dataclass(frozen=True)
class Check:
    """What one rule found. why: why that deserves a look. is_cut: there may be more."""

    name: str
    title: Any
    why: Any
    findings: list[Finding]

    @property
    def to_look_at(self) -> list[Finding]:
        return [finding for finding in self.findings if finding.look is None]

    @property
    def is_cut(self) -> bool:
        return len(self.findings) >= MOST


def checks_of(group: WorkingGroup, reader: permissions.Person) -> list[Check]:
    """Every check of a group, those that found nothing among them. Nine queries."""
    looks = {
        look.finding: look
        for look in Look.objects.visible_to(reader).filter(group=group).select_related("looked_by")
    }

    def found(looking: Looks) -> list[Finding]:
        findings = islice(looking(group, reader), MOST)
        return [replace(finding, look=looks.get(finding.key)) for finding in findings]

    return [Check(name, title, why, found(looking)) for name, title, why, looking in CHECKS]


def finding_of(key: str, group: WorkingGroup, reader: permissions.Person) -> Finding | None:
    """The finding of that key, if the record still finds it."""
    for name, _title, _why, looking in CHECKS:
        if key.partition("-")[0] == name:
            return next((f for f in looking(group, reader) if f.key == key), None)
    return None
