"""A page of the board without the elements before it: the tallies say where it begins."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import reduce
from itertools import groupby
from operator import or_
from typing import Any, Protocol

from django.db.models import F, Q, QuerySet, Sum

from deliberations.models import Question, Standing, Tally

BLOCK = Tally.BLOCK


@dataclass(frozen=True)
class Section:
    """How many elements answer a question and stand somewhere; of how many not since when."""

    question: Question
    status: str
    number: int
    undated: int


@dataclass(frozen=True)
class Run:
    """What stands one after the other on the board: a part of the list of a decision or (decision
    0), by their numbers, of the elements that no decision put there.
    """

    question: int
    status: str
    decision: int
    block: int
    number: int = 0

    @property
    def key(self) -> tuple[int, str, int, int]:
        return self.question, self.status, self.decision, self.block


def key_of(standing: Standing) -> tuple[int, str, int, int]:
    """That of the run in which an element stands."""
    disposition: Any = standing.disposition
    decision = disposition.decision_id if disposition else 0
    block = (position(standing) - 1) // BLOCK
    return standing.element.question_id, standing.status, decision, block


def position(standing: Standing) -> int:
    """In the list of its decision, or of the group."""
    return standing.disposition.position if standing.disposition else standing.element.number


def page_shown(
    standings: QuerySet[Standing],
    tallies: QuerySet[Tally],
    sections: Iterable[Section],
    first: int,
    size: int,
) -> list[Standing]:
    """`size` of them from the `first` on, in the order of the board. At most three queries, which
    read the tallies of the sections that the page touches, and the elements of its runs.

    sections: all there are, in the order of the board.
    """
    touched, first = touching(sections, first, size)
    runs, first = touching(runs_of(tallies, touched), first, size)
    order = {run.key: at for at, run in enumerate(runs)}
    found = [s for s in members(standings, runs) if key_of(s) in order]
    found.sort(key=lambda standing: (order[key_of(standing)], position(standing)))
    return found[first : first + size]


class Numbered(Protocol):
    @property
    def number(self) -> int: ...


def touching[Part: Numbered](
    parts: Iterable[Part], first: int, size: int
) -> tuple[list[Part], int]:
    """Those that hold any of `size` things from the `first` on; which of theirs that is.

    number: how many things a part holds.
    """
    found: list[Part] = []
    before, skipped = 0, 0
    for part in parts:
        if before < first + size and before + part.number > first:
            found.append(part)
        elif not found:
            skipped += part.number
        before += part.number
    return found, first - skipped


def runs_of(tallies: QuerySet[Tally], sections: list[Section]) -> list[Run]:
    """The runs of the sections, in the order of the board. One query."""
    if not sections:
        return []
    order = {(s.question.pk, s.status): at for at, s in enumerate(sections)}
    counted = (
        tallies.filter(any_of(Q(question=question, status=status) for question, status in order))
        .order_by("place", "block")
        .values_list("question", "status", "decision", "block", "place")
        .annotate(of_run=Sum("number"))
    )
    runs = [
        Run(question, status, decision, block, number)
        for question, status, decision, block, _place, number in counted
    ]
    return sorted(runs, key=lambda run: order[run.question, run.status])


def members(standings: QuerySet[Standing], runs: list[Run]) -> list[Standing]:
    """The elements of the runs and at most some beside them, in no order. At most two queries."""
    decided = [run for run in runs if run.decision]
    numbered = [run for run in runs if not run.decision]
    found: list[Standing] = []
    if decided:
        within = ranges(decided, lambda run: run.decision)
        # Between the first and the last decision of the page, all are there whole.
        whole = [decision for decision, _places in within[1:-1]]
        parts = [
            Q(disposition__decision=decision, disposition__position__range=places)
            for decision, places in {
                within[0][0]: within[0][1],
                within[-1][0]: within[-1][1],
            }.items()
        ]
        # The element as well, by which stays are found.
        found += standings.filter(
            any_of([Q(disposition__decision__in=whole), *parts]),
            disposition__element=F("element"),
        )
    if numbered:
        found += standings.filter(
            any_of(
                Q(element__question=question, status=status, element__number__range=places)
                for (question, status), places in ranges(
                    numbered, lambda run: (run.question, run.status)
                )
            ),
            disposition=None,
        )
    return found


def ranges(runs: list[Run], by: Callable[[Run], Any]) -> list[tuple[Any, tuple[int, int]]]:
    """For neighbours of one kind, the positions from the first to the last there can be."""
    found = []
    for kind, some in groupby(runs, key=by):
        blocks = [run.block for run in some]
        found.append((kind, (min(blocks) * BLOCK + 1, (max(blocks) + 1) * BLOCK)))
    return found


def any_of(conditions: Iterable[Q]) -> Q:
    return reduce(or_, conditions)
