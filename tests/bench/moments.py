"""What the board costs, today's and that of a past meeting, and the list, as they grow."""

import gc
import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from statistics import median
from time import perf_counter
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext

from deliberations.migrations._tallies import MORE
from deliberations.models import BEGINNING, END, WorkingGroup
from tests.acts import secretary_of
from tests.bench.table import Figure
from tests.factories import (
    ContributorFactory,
    GroupFactory,
    HeadingFactory,
    MeetingFactory,
    QuestionFactory,
)
from tests.sql import sql

SIZES = (1_000, 10_000, 100_000)
SMALL = (1_000, 10_000)
ACTS = 10
"""Of each element: its proposal, and a decision at each of nine meetings."""
TOGETHER = 100
"""Elements that one decision disposes of."""
ROUNDS = 7
PAST = ACTS // 2
PAGES = {
    "now": "",
    "past": f"?at={PAST}",
    "known": f"?at={PAST}&known=2026-01-08",
    "compare": f"compare/?from={ACTS - 2}&to={ACTS - 1}",
    "last": "?page={last}",
    "list": "elements/",
    "deep": "elements/?after=E{deep}",
    "filtered": "elements/?status=agreed&heading=one",
    "by one": "elements/?status=agreed&contributor=c7",
    "by status": "elements/?sort=status&after=deferred,E{deep}",
    "recent": "elements/?sort=recent",
    "list then": f"elements/?at={PAST}&status=rejected",
    "words": "elements/?q=element+77",
}
LISTS = ("list", "deep", "filtered", "by one", "by status", "recent", "list then", "words")
CONTRIBUTORS = 20
MOST_TIMES_NOW, MOST_GROWTH = 3, 1.5


@dataclass(frozen=True)
class Cost:
    """Of a page of one group: median milliseconds, and how many queries."""

    milliseconds: float
    queries: int


type Costs = dict[int, dict[str, Cost]]


def measure_moments(sizes: Iterable[int]) -> Costs:
    return {size: costs_of(filled(size)) for size in sizes}


def as_tested() -> AbstractContextManager[Any]:
    """Within, pages are asked for without collecting their static files first."""
    # What this process holds from making the database is none of what a page costs.
    gc.collect()
    gc.freeze()
    storages = {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    middleware = [name for name in settings.MIDDLEWARE if name != "wgec.handler.Files"]
    return override_settings(
        STORAGES=storages, MIDDLEWARE=middleware, ALLOWED_HOSTS=["testserver"]
    )


def costs_of(group: WorkingGroup) -> dict[str, Cost]:
    with as_tested():
        client = Client()
        size = group.elements.count()
        places = {"last": size // 200, "deep": size // 2}
        return {
            name: cost_of(client, f"/{group.slug}/{page.format(**places)}")
            for name, page in PAGES.items()
        }


def cost_of(client: Client, address: str) -> Cost:
    spent = []
    with CaptureQueriesContext(connection) as first:
        assert client.get(address).status_code == 200
    for _ in range(ROUNDS):
        start = perf_counter()
        client.get(address)
        spent.append(1000 * (perf_counter() - start))
    return Cost(median(spent), len(first))


def filled(size: int) -> WorkingGroup:
    """A group with that many elements × ACTS acts, all public, written past the triggers.

    They would take hours; what they would have kept is written beside, and a sample is asked for.
    """
    group = GroupFactory(slug=f"of{size}", time_zone="UTC")
    question, by = QuestionFactory(group=group, number=1), secretary_of(group)
    meetings = [
        MeetingFactory(
            group=group, number=number, starts_on=date(2016 + number, 1, 1), time_zone="UTC"
        )
        for number in range(1, ACTS)
    ]
    known = [datetime(2026, 1, 1 + act, tzinfo=UTC) for act in range(ACTS)]
    for number in range(CONTRIBUTORS):
        ContributorFactory(group=group, slug=f"c{number}")
    HeadingFactory(question=question, name="one")
    with unchecked(
        "element", "wording", "proposal", "decision", "disposition", "standing", "stay", "tally"
    ):
        for statement, values in rows_of(group.pk, question.pk, by.pk, size, known, meetings):
            sql(statement, *values)
            sql("ANALYZE deliberations_element, deliberations_wording, deliberations_decision")
    sql("ANALYZE")
    asked = sql(
        "SELECT count(*) FROM deliberations_element e, deliberations_stays(e.id, true, %s) s"
        " JOIN deliberations_stay k ON (k.status, k.wording_id, k.disposition_id, k.at_from,"
        " k.at_to) = (s.status, s.wording_id, COALESCE(s.disposition_id, k.disposition_id),"
        " s.at_from, s.at_to) AND k.public AND k.known_to = %s"
        " WHERE e.group_id = %s AND e.number <= 10 AND k.element_id = e.id",
        *(datetime.now(tz=UTC), END, group.pk),
    )
    assert asked == [(10 * (ACTS - 1),)]  # the proposal has no disposition to compare
    return group


@contextmanager
def unchecked(*nouns: str) -> Iterator[None]:
    """Within, without triggers; and from then on without foreign keys, in a database to be thrown
    away: millions of checks of a row that is there take minutes.
    """
    tables = [f"deliberations_{noun}" for noun in nouns]
    with transaction.atomic():
        sql("SET CONSTRAINTS ALL IMMEDIATE")  # of what was written before, none waits any more
        for table in tables:
            sql(f"ALTER TABLE {table} DISABLE TRIGGER USER")
            keys = sql(
                "SELECT conname FROM pg_constraint"
                " WHERE contype = 'f' AND conrelid = %s::regclass",
                table,
            )
            for (key,) in keys:
                sql(f'ALTER TABLE {table} DROP CONSTRAINT "{key}"')
        yield
        for table in tables:
            sql(f"ALTER TABLE {table} ENABLE TRIGGER USER")


def rows_of(
    group: int, question: int, by: int, size: int, known: list[datetime], meetings: list[Any]
) -> Iterable[tuple[str, tuple[Any, ...]]]:
    yield (
        "INSERT INTO deliberations_element (group_id, question_id, heading_id, number)"
        " SELECT %s, q.id, CASE WHEN n %% 3 = 0 THEN h.id END, n FROM deliberations_question q"
        " JOIN deliberations_heading h ON h.question_id = q.id, generate_series(1, %s) n"
        " WHERE q.id = %s",
        (group, size, question),
    )
    yield (
        "INSERT INTO deliberations_wording (element_id, number, text, reason, known_to, place,"
        " recorded_at, recorded_by_id) SELECT id, 1, 'Element ' || number, '', 'unknown', number,"
        " %s, %s FROM deliberations_element WHERE group_id = %s",
        (known[0], by, group),
    )
    yield (
        "INSERT INTO deliberations_proposal (element_id, contributor_id, note, known_to, place,"
        " recorded_at, recorded_by_id) SELECT e.id, c.id, '', 'unknown', e.number, %s, %s"
        " FROM deliberations_element e JOIN deliberations_contributor c"
        " ON c.group_id = e.group_id AND c.slug = 'c' || e.number %% %s WHERE e.group_id = %s",
        (known[0], by, CONTRIBUTORS, group),
    )
    for act, meeting in enumerate(meetings, start=1):
        yield (
            "INSERT INTO deliberations_decision (meeting_id, number, outcome, sentence, basis,"
            " known_to, place, recorded_at, recorded_by_id, intention)"
            " SELECT %s, n, (ARRAY['agreed', 'deferred', 'not-discussed', 'rejected'])"
            "[1 + (n * 7 + %s) %% 4], 'So decided.', 'not-stated', 'meeting', %s::bigint * %s + n,"
            " %s, %s, gen_random_uuid() FROM generate_series(1, %s) n",
            (meeting.pk, act * 3, act, 10 * size, known[act], by, -(-size // TOGETHER)),
        )
        yield (
            "INSERT INTO deliberations_disposition (decision_id, element_id, wording_id, position,"
            " from_status, to_status) SELECT d.id, e.id, w.id, (e.number - 1) / %s + 1,"
            " 'proposed', d.outcome FROM deliberations_element e"
            " JOIN deliberations_wording w ON w.element_id = e.id"
            " JOIN deliberations_decision d ON d.meeting_id = %s"
            " AND d.number = (e.number - 1) %% %s + 1 WHERE e.group_id = %s",
            (-(-size // TOGETHER), meeting.pk, -(-size // TOGETHER), group),
        )
    # One row for each act, with what came after it on either clock.
    moments = [BEGINNING] + [
        datetime.combine(m.ends_on, datetime.min.time(), UTC) + timedelta(microseconds=m.number)
        for m in meetings
    ]
    for act in range(ACTS):
        at, after = moments[act], [*moments, END][act + 1]
        beliefs = [(after, [*known, END][act + 1], END)] if act + 1 < ACTS else []
        beliefs.append((END, known[act], [*known, END][act + 1]))
        for at_to, known_from, known_to in beliefs:
            yield (
                "INSERT INTO deliberations_stay (element_id, public, status, wording_id,"
                " disposition_id, at_from, at_to, known_from, known_to)"
                " SELECT e.id, public, COALESCE(p.to_status, 'proposed'), w.id, p.id, %s, %s, %s,"
                " %s FROM deliberations_element e"
                " JOIN deliberations_wording w ON w.element_id = e.id"
                " LEFT JOIN (deliberations_disposition p"
                " JOIN deliberations_decision d ON d.id = p.decision_id AND d.meeting_id = %s)"
                " ON p.element_id = e.id"
                " CROSS JOIN (VALUES (true), (false)) readers(public) WHERE e.group_id = %s",
                (at, at_to, known_from, known_to, meetings[act - 1].pk if act else 0, group),
            )
    yield (
        "INSERT INTO deliberations_standing (element_id, public, status, wording_id,"
        " disposition_id, place) SELECT k.element_id, public, status, k.wording_id,"
        " disposition_id, d.place FROM deliberations_stay k"
        " JOIN deliberations_element e ON e.id = k.element_id"
        " JOIN deliberations_disposition p ON p.id = k.disposition_id"
        " JOIN deliberations_decision d ON d.id = p.decision_id"
        " WHERE e.group_id = %s AND k.at_to = %s AND k.known_to = %s",
        (group, END, END),
    )
    yield (
        MORE % "(SELECT k.* FROM deliberations_stay k JOIN deliberations_element e"
        " ON e.id = k.element_id WHERE e.group_id = %s)",
        (group,),
    )


def figures_of(costs: Costs) -> list[Figure]:
    least, *_between, most = costs
    found = [
        Figure(
            f"{size} × {ACTS} acts: today, past, known then",
            ", ".join(f"{costs[size][page].milliseconds:.0f}" for page in ("now", "past", "known"))
            + " ms",
        )
        for size in costs
    ]
    found += [
        Figure(
            f"  compared, all of them different: {size}",
            f"{costs[size]['compare'].milliseconds:.0f} ms, "
            f"{costs[size]['compare'].milliseconds / costs[size]['now'].milliseconds:.1f} × today",
        )
        for size in costs
    ]
    for size in costs:
        times = costs[size]["past"].milliseconds / costs[size]["now"].milliseconds
        found.append(
            Figure(
                f"board of a past meeting to today's, {size}",
                f"{times:.2f} ×",
                f"{MOST_TIMES_NOW} ×",
                times <= MOST_TIMES_NOW,
            )
        )
    for page in ("now", "past", "last", *LISTS):
        growth = costs[most][page].milliseconds / costs[least][page].milliseconds
        found.append(
            Figure(
                f"{'list' if page in LISTS else 'board'}: {page}, {least} to {most} elements",
                f"{growth:.2f} × ({costs[most][page].milliseconds:.0f} ms)",
                f"{MOST_GROWTH} ×" if page in ("now", "past") else "",
                page not in ("now", "past") or growth <= MOST_GROWTH,
            )
        )
    return found


def bench_moments(*, small: bool) -> int:
    """Measure, and say what came out; how many goals were missed."""
    figures = figures_of(measure_moments(SMALL if small else SIZES))
    sys.stdout.write("\n".join(["The board of any moment", *map(str, figures)]) + "\n")
    return sum(not figure.met for figure in figures)
