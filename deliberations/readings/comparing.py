"""What is different between two moments of the record: what moved, by which decision; what reads
otherwise; what came, and what was put right."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any, NamedTuple

from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _

from deliberations import permissions
from deliberations.models import (
    END,
    Correction,
    CorrectionKind,
    Decision,
    DecisionQualifier,
    Disposition,
    Stay,
    WorkingGroup,
)
from deliberations.models.stays import StayQuerySet
from deliberations.readings.groups import ORDER
from deliberations.readings.moments import Moment

PAGE = 200

KINDS = {
    "moved": _("moved"),
    "withdrawn": _("were withdrawn"),
    "new": _("are new"),
    "decided-again": _("were decided on again, with the same outcome"),
    "reworded": _("only read otherwise"),
    "gone": _("are not there any more"),
}
"""What can have become of an element between two moments, in the order in which it is told."""


class Brief(NamedTuple):
    """A stay in few words, to compare many."""

    pk: int
    element: int
    number: int
    status: str
    wording: int
    disposition: int | None
    decision: int | None


@dataclass
class Change:
    """One element at the two moments; None: not there. there: where it stands, or stood last."""

    kind: str
    before: Stay | None
    after: Stay | None
    there: Stay

    @property
    def decision(self) -> Decision | None:
        """The decision by which it stands where it does after."""
        disposition: Disposition | None = self.after.disposition if self.after else None
        return disposition.decision if disposition else None

    @property
    def is_reworded(self) -> bool:
        return bool(self.before and self.after and self.before.wording_id != self.after.wording_id)


@dataclass
class Move:
    """Changes of one kind, from one status to another, by one decision (None: by none)."""

    kind: str
    before: str
    after: str
    decision: Decision | None
    changes: list[Change]


@dataclass
class Comparison:
    """counts: {kind: elements}, of all pages. reworded: how many read otherwise, of any kind.

    corrections: those that were recorded between the two; none where both know the same.
    """

    counts: dict[str, int]
    reworded: int
    changes: list[Change]
    corrections: list[Correction]
    page: int
    pages: int

    @property
    def is_empty(self) -> bool:
        return not self.counts and not self.corrections

    @property
    def previous(self) -> int:
        return self.page - 1

    @property
    def next(self) -> int:
        return self.page + 1

    @property
    def moves(self) -> Iterator[Move]:
        for (kind, before, after, decision), changes in groupby(self.changes, key=move_of):
            yield Move(kind, before, after, decision, list(changes))

    @property
    def told(self) -> list[tuple[str, int, Any]]:
        """[(kind, number, words)] of the kinds that there are."""
        return [(kind, self.counts[kind], KINDS[kind]) for kind in KINDS if kind in self.counts]


def move_of(change: Change) -> tuple[str, str, str, Decision | None]:
    before = change.before.status if change.before else ""
    after = change.after.status if change.after else ""
    return change.kind, before, after, change.decision


def comparison_of(
    group: WorkingGroup,
    before: Moment,
    after: Moment,
    *,
    reader: permissions.Person,
    page: int | None = 1,
) -> Comparison:
    """What is different after from before, as the reader sees it. Six queries.

    page: PAGE elements each; None: all on one.
    """
    stays = Stay.objects.visible_to(reader).filter(element__group=group)
    then, now = (StayQuerySet.held(moment.at, moment.known) for moment in (before, after))
    # Most stays hold at both moments; they are left out in the database.
    gone = {brief.element: brief for brief in briefly(stays.filter(then).exclude(now))}
    come = {brief.element: brief for brief in briefly(stays.filter(now).exclude(then))}
    found = sorted(changed(gone, come), key=in_order)
    size = PAGE if page else max(1, len(found))
    page = page or 1
    shown = found[(page - 1) * size : page * size]
    return Comparison(
        counts=dict(Counter(kind for kind, *_rest in found)),
        reworded=sum(
            was is not None and has is not None and was.wording != has.wording
            for _kind, was, has, _number in found
        ),
        changes=list(in_full(shown, reader)),
        corrections=corrections_between(group, before.known, after.known, reader),
        page=page,
        pages=max(1, -(-len(found) // size)),
    )


type Pair = tuple[str, Brief | None, Brief | None, int]
"""(kind, before, after, number of the element)"""


def briefly(stays: Any) -> Iterator[Brief]:
    fields = (
        *("pk", "element", "element__number", "status", "wording"),
        *("disposition", "disposition__decision"),
    )
    return (Brief(*row) for row in stays.order_by().values_list(*fields))


def changed(gone: dict[int, Brief], come: dict[int, Brief]) -> Iterator[Pair]:
    for element in gone.keys() | come.keys():
        before, after = gone.get(element), come.get(element)
        there = after or before
        if there and (kind := kind_of(before, after)):
            yield kind, before, after, there.number


def kind_of(before: Brief | None, after: Brief | None) -> str:
    """The kind of the change; "" where both say the same."""
    if before is None:
        return "new"
    if after is None:
        return "gone"
    if before.status != after.status:
        return "withdrawn" if after.status == "withdrawn" else "moved"
    if before.disposition != after.disposition:
        return "decided-again"
    return "reworded" if before.wording != after.wording else ""


KIND_RANK = {kind: rank for rank, kind in enumerate(KINDS)}
STATUS_RANK = {str(status): rank for rank, status in enumerate(ORDER)}


def in_order(pair: Pair) -> tuple[int, int, int, int, int]:
    """By kind, to where, from where, by which decision, then by number."""
    kind, before, after, number = pair
    return (
        KIND_RANK[kind],
        STATUS_RANK[after.status] if after else 0,
        STATUS_RANK[before.status] if before else 0,
        (after.decision or 0) if after else 0,
        number,
    )


def in_full(pairs: list[Pair], reader: permissions.Person) -> Iterator[Change]:
    wanted = [brief.pk for _kind, *both, _number in pairs for brief in both if brief]
    stays = (
        Stay.objects.visible_to(reader)
        .filter(pk__in=wanted)
        .select_related("element__question", "wording", "disposition__decision__meeting")
        .prefetch_related(DecisionQualifier.with_phrases("disposition__decision__qualifications"))
        .in_bulk()
    )
    for kind, was, has, _number in pairs:
        before, after = stays[was.pk] if was else None, stays[has.pk] if has else None
        if there := after or before:
            yield Change(kind, before, after, there)


def corrections_between(
    group: WorkingGroup,
    before: datetime | None,
    after: datetime | None,
    reader: permissions.Person,
) -> list[Correction]:
    """What was put right between two instants of the recording, in either direction."""
    first, last = sorted([before or END, after or END])
    dispositions = Disposition.objects.visible_to(reader).select_related("element")
    return list(
        Correction.objects.visible_to(reader)
        .filter(meeting__group=group, recorded_at__gt=first, recorded_at__lte=last)
        .exclude(kind=CorrectionKind.RECONSIDERATION)
        .select_related("decision__meeting", "by_decision__meeting", "recorded_by")
        .prefetch_related(Prefetch("decision__dispositions", dispositions))
        .order_by("recorded_at")
    )


def rows(changes: Iterable[Change], corrections: list[Correction]) -> Iterator[dict[str, Any]]:
    """The changes as a table: one row for each element."""
    corrected: dict[int, list[str]] = {}
    for correction in corrections:
        for disposition in correction.decision.dispositions.all():
            corrected.setdefault(disposition.element_id, []).append(correction.decision.reference)
    for change in changes:
        before, after = change.before, change.after
        yield {
            "element": change.there.element.reference,
            "change": change.kind,
            "from_status": before.status if before else "",
            "to_status": after.status if after else "",
            "decision": change.decision.reference if change.decision else "",
            "from_wording": before.wording.number if before else "",
            "to_wording": after.wording.number if after else "",
            "from_text": before.wording.text if before else "",
            "to_text": after.wording.text if after else "",
            "corrected": " ".join(corrected.get(change.there.element_id, [])),
        }
