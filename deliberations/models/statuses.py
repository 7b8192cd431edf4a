"""Where an element can stand, and the one table of how it gets from one standing to another.

TRANSITIONS feeds the triggers (as SQL), the operations and the buttons offered. Changing it
changes the triggers, so `makemigrations --check` fails until a migration carries the change.
"""

from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    """Where an element stands. Never set: it follows from the acts in force."""

    PROPOSED = "proposed", _("proposed")
    AGREED = "agreed", _("agreed")
    DEFERRED = "deferred", _("deferred to report")
    NOT_DISCUSSED = "not-discussed", _("not discussed")
    REJECTED = "rejected", _("rejected")
    WITHDRAWN = "withdrawn", _("withdrawn")


class Outcome(models.TextChoices):
    """What a decision of the group can make of an element."""

    AGREED = Status.AGREED.value, Status.AGREED.label
    DEFERRED = Status.DEFERRED.value, Status.DEFERRED.label
    NOT_DISCUSSED = Status.NOT_DISCUSSED.value, Status.NOT_DISCUSSED.label
    REJECTED = Status.REJECTED.value, Status.REJECTED.label


DECIDED = frozenset(Outcome.values)

# act → status before → statuses after. Deciding what is already decided is possible (a group may
# confirm or change its mind), but only as a reconsideration that names what it reconsiders.
TRANSITIONS: dict[str, dict[str, frozenset[str]]] = {
    "decide": dict.fromkeys((Status.PROPOSED.value, *Outcome.values), DECIDED),
    "reword": {
        status: frozenset({Status.PROPOSED.value})
        for status in (Status.PROPOSED.value, *Outcome.values)
    },
    "withdraw": {Status.PROPOSED.value: frozenset({Status.WITHDRAWN.value})},
    "propose again": {Status.WITHDRAWN.value: frozenset({Status.PROPOSED.value})},
}


def allows(act: str, before: str) -> frozenset[str]:
    """The statuses that `act` can give to an element that stands at `before`; empty if none."""
    return TRANSITIONS[act].get(before, frozenset())


def pairs_as_sql(act: str) -> str:
    """The allowed (before, after) pairs of an act as a list for SQL's IN."""
    pairs: Iterable[tuple[str, str]] = (
        (before, after) for before, afters in TRANSITIONS[act].items() for after in sorted(afters)
    )
    return ", ".join(f"('{before}', '{after}')" for before, after in sorted(pairs))
