"""What is different between two moments of the record: what moved, by which decision; what reads
otherwise; what came, and what was put right."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import Case, Prefetch, Q, QuerySet, When
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
from deliberations.readings.runs import touching

PAGE = 200

KINDS = {
    "moved": _("changed status"),
    "withdrawn": _("were withdrawn"),
    "new": _("are new"),
    "decided-again": _("were decided on again, with the same outcome"),
    "reworded": _("only read otherwise"),
    "gone": _("are not there any more"),
}
"""What can have become of an element between two moments, in the order in which it is told."""


class Counted(NamedTuple):
    """How many changes of a kind there are from one status to another ("": not there) by one
    decision (0: by none), and how many of them read otherwise, too.
    """

    kind: str
    before: str
    after: str
    decision: int
    number: int
    reworded: int

    @property
    def rank(self) -> tuple[int, int, int, int]:
        """By kind, to where, from where, by which decision."""
        to, since = (STATUS_RANK.get(status, 0) for status in (self.after, self.before))
        return KIND_RANK[self.kind], to, since, self.decision


KIND_RANK = {kind: rank for rank, kind in enumerate(KINDS)}
STATUS_RANK = {str(status): rank for rank, status in enumerate(ORDER)}


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
    """What is different after from before, as the reader sees it. Seven queries, of which the
    first alone reads all that is different.

    page: PAGE elements each; None: all on one.
    """
    stays = Stay.objects.visible_to(reader).filter(element__group=group)
    then, now = (StayQuerySet.held(moment.at, moment.known) for moment in (before, after))
    found = sorted(counted(stays, then, now), key=attrgetter("rank"))
    total = sum(count.number for count in found)
    size = PAGE if page else max(1, total)
    page = page or 1
    touched, first = touching(found, (page - 1) * size, size)
    if touched and all(count.decision for count in touched):
        # Only on what these decided can there be what is shown.
        decided = {count.decision for count in touched}
        of_them = Disposition.objects.visible_to(reader).filter(decision__in=decided)
        stays = stays.filter(element__in=of_them.order_by().values("element"))
    shown = pairs_of(stays, then, now, touched, first, size) if touched else []
    counts: Counter[str] = Counter()
    for count in found:
        counts[count.kind] += count.number
    return Comparison(
        counts=dict(counts),
        reworded=sum(count.reworded for count in found),
        changes=list(in_full(shown, reader)),
        corrections=corrections_between(group, before.known, after.known, reader),
        page=page,
        pages=max(1, -(-total // size)),
    )


type Pair = tuple[str, int | None, int | None]
"""(kind, the stay before, the stay after)"""

CHANGES = """
    WITH either (pk, element, number, status, wording, disposition, decision, is_now) AS (
        {either}),
    gone AS (SELECT * FROM either WHERE NOT is_now),
    come AS (SELECT * FROM either WHERE is_now),
    changes AS (
        SELECT CASE
                WHEN gone.pk IS NULL THEN 'new'
                WHEN come.pk IS NULL THEN 'gone'
                WHEN gone.status <> come.status AND come.status = 'withdrawn' THEN 'withdrawn'
                WHEN gone.status <> come.status THEN 'moved'
                WHEN gone.disposition IS DISTINCT FROM come.disposition THEN 'decided-again'
                WHEN gone.wording <> come.wording THEN 'reworded'
            END AS kind,
            COALESCE(gone.status, '') AS before, COALESCE(come.status, '') AS after,
            COALESCE(come.decision, 0) AS decision, gone.wording <> come.wording AS is_reworded,
            COALESCE(come.number, gone.number) AS number, gone.pk AS was, come.pk AS has
        FROM gone FULL JOIN come USING (element))
"""
"""Of each element that is not the same at both moments what became of it; no kind where both say
the same. From the stays that the reader may see and that hold at one of them only.
"""
COUNTED = """
    SELECT kind, before, after, decision, count(*), count(*) FILTER (WHERE is_reworded)
    FROM changes WHERE kind IS NOT NULL GROUP BY kind, before, after, decision
"""
SHOWN = """
    SELECT kind, was, has FROM changes
    JOIN (VALUES {moves}) move (kind, before, after, decision, rank)
        USING (kind, before, after, decision)
    ORDER BY rank, number LIMIT %s OFFSET %s
"""


def changes_sql(stays: QuerySet[Stay], then: Q, now: Q) -> tuple[str, list[Any]]:
    """CHANGES with its values. Most stays hold at both moments; they are left out."""
    either = (
        stays.filter(then | now)
        .exclude(then & now)
        .order_by()
        .annotate(is_now=Case(When(now, then=True), default=False))
        .values_list(
            *("pk", "element", "element__number", "status", "wording"),
            *("disposition", "disposition__decision", "is_now"),
        )
    )
    text, values = either.query.sql_with_params()
    return CHANGES.format(either=text), list(values)


def counted(stays: QuerySet[Stay], then: Q, now: Q) -> list[Counted]:
    changes, values = changes_sql(stays, then, now)
    with connection.cursor() as cursor:
        cursor.execute(changes + COUNTED, values)
        return [Counted(*row) for row in cursor.fetchall()]


def pairs_of(
    stays: QuerySet[Stay], then: Q, now: Q, moves: list[Counted], first: int, size: int
) -> list[Pair]:
    """`size` of the changes that the moves count, from the `first` on, by number within each."""
    changes, values = changes_sql(stays, then, now)
    listed = ", ".join(["(%s, %s, %s, %s::bigint, %s::integer)"] * len(moves))
    values += [value for rank, move in enumerate(moves) for value in (*move[:4], rank)]
    with connection.cursor() as cursor:
        cursor.execute(changes + SHOWN.format(moves=listed), [*values, size, first])
        return [(kind, was, has) for kind, was, has in cursor.fetchall()]


def in_full(pairs: list[Pair], reader: permissions.Person) -> Iterator[Change]:
    wanted = [pk for _kind, *both in pairs for pk in both if pk]
    stays = (
        Stay.objects.visible_to(reader)
        .filter(pk__in=wanted)
        .select_related("element__question", "wording", "disposition__decision__meeting")
        .prefetch_related(DecisionQualifier.with_phrases("disposition__decision__qualifications"))
        .in_bulk()
    )
    for kind, was, has in pairs:
        before, after = stays[was] if was else None, stays[has] if has else None
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
