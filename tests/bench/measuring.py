"""The measure: decisions are recorded at a steady pace while many read the stream of the group."""

import asyncio
import json
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import psutil  # type: ignore[import-untyped]  # a dependency of the wheel of PostgreSQL
from django.db import connection

from deliberations.models import Decision, Meeting, Standing, Status, User, WorkingGroup
from deliberations.operations import open_meeting, publish_meeting
from tests.bench.readers import Receipt
from tests.bench.secretary import Gavelled, Secretary
from tests.drills.room import PATIENCE, PROJECT, Person, Server
from tests.factories import MembershipFactory

IN_TURN = 20
"""Decisions recorded one after the other, at the start and again when all read."""
WARMING = 10
SETTLING = 10.0
"""Seconds in which the last change has to reach all readers."""


@dataclass(frozen=True)
class Size:
    """rate: decisions a second. seconds: how long. alone: how long before, with no reader.

    workers: processes that serve.
    """

    readers: int
    rate: float
    seconds: float
    alone: float
    workers: int = 2


WHOLE = Size(readers=1000, rate=20, seconds=60, alone=15)
SMALL = Size(readers=10, rate=2, seconds=5, alone=1)


@dataclass(frozen=True)
class Measured:
    """in_turn, alone: with no reader; in_turn_read, read: with all of them.

    cores_alone, cores_read: of the machine, taken by the server at that pace. opening: seconds
    until all read. connections: to the database, by which the streams added to those there were.
    idle, most: memory of the server in megabytes, before and at its most.
    """

    size: Size
    in_turn: Gavelled
    alone: Gavelled
    in_turn_read: Gavelled
    read: Gavelled
    cores_alone: float
    cores_read: float
    receipt: Receipt
    opening: float
    connections: int
    idle: float
    most: float


def measure(server: Server, size: Size) -> Measured:
    """On the real record, whose third meeting is opened for it."""
    allow_open_files(size.readers + 500)
    meeting, person, elements = prepared()
    return asyncio.run(measured(server, size, meeting, Secretary(person, server.place, elements)))


async def measured(server: Server, size: Size, meeting: Meeting, secretary: Secretary) -> Measured:
    parent = psutil.Process(server.process.pid)
    processes = [parent, *parent.children()]

    def spent() -> float:
        times = [process.cpu_times() for process in processes]
        return float(sum(time.user + time.system for time in times))

    def memory() -> int:
        return sum(int(process.memory_info().rss) for process in processes)

    await secretary.gavel_in_turn(WARMING)
    in_turn = await secretary.gavel_in_turn(IN_TURN)
    start = spent()
    alone = await secretary.gavel_at(size.rate, size.alone)
    cores_alone = (spent() - start) / alone.took
    idle, before = memory(), await aside(connections_there)
    recorded = await aside(meeting.decisions.count)
    address = f"/{meeting.group.slug}/live/"
    with reading(server.place, address, size.readers) as readers:
        opening = asyncio.create_task(asyncio.to_thread(heard, readers))
        connections = before
        while not opening.done():
            await asyncio.wait([opening], timeout=0.1)
            connections = max(connections, await aside(connections_there))
        most = memory()
        in_turn_read = await secretary.gavel_in_turn(IN_TURN)
        start = spent()
        gavelling = asyncio.create_task(secretary.gavel_at(size.rate, size.seconds))
        while not gavelling.done():
            await asyncio.wait([gavelling], timeout=1)
            most = max(most, memory())
        cores_read = (spent() - start) / gavelling.result().took
        changes = await aside(lambda: changes_of(meeting, recorded))
        say(readers, {"expected": changes, "patience": SETTLING})
        receipt = Receipt(**await asyncio.to_thread(heard, readers))
    secretary.leave()
    return Measured(
        size=size,
        in_turn=in_turn,
        alone=alone,
        in_turn_read=in_turn_read,
        read=gavelling.result(),
        cores_alone=cores_alone,
        cores_read=cores_read,
        receipt=receipt,
        opening=opening.result()["seconds"],
        connections=connections - before,
        idle=idle / 1e6,
        most=most / 1e6,
    )


def prepared() -> tuple[Meeting, Person, list[int]]:
    """(a meeting in session, published; a secretary, signed in; the numbers of its elements)."""
    group = WorkingGroup.objects.get(slug="wgec")
    by: User = MembershipFactory(group=group).user
    meeting = Meeting.objects.get(group=group, number=3)
    meeting = open_meeting(meeting=meeting, by=by)
    meeting = publish_meeting(meeting=meeting, by=by)
    standings = Standing.objects.filter(element__group=group, public=False)
    elements = standings.exclude(status=Status.WITHDRAWN).order_by("element__number")
    return meeting, Person(by, meeting), list(elements.values_list("element__number", flat=True))


async def aside[Told](ask: Callable[[], Told]) -> Told:
    """Ask the database in another thread, so that the gavels go on."""

    def asked() -> Told:
        try:
            return ask()
        finally:
            connection.close()

    return await asyncio.to_thread(asked)


def changes_of(meeting: Meeting, after: int) -> list[tuple[str, float]]:
    """What the readers should have been told: the transaction of each decision, and its moment.

    The moment is that of the row: what the transaction did after it is counted as on the way.
    """
    decisions = Decision.objects.filter(meeting=meeting, number__gt=after).order_by("number")
    return [
        (str(transaction), recorded_at.timestamp())
        for transaction, recorded_at in decisions.values_list("recorded_in", "recorded_at")
    ]


def connections_there() -> int:
    """Connections to this database that are not ours."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            " AND backend_type = 'client backend' AND pid <> pg_backend_pid()"
        )
        return int(cursor.fetchone()[0])


@contextmanager
def reading(place: str, address: str, readers: int) -> Iterator["subprocess.Popen[str]"]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.readers", place, address, str(readers)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=PROJECT,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate(timeout=PATIENCE)


def say(process: "subprocess.Popen[str]", what: dict[str, Any]) -> None:
    assert process.stdin is not None
    process.stdin.write(json.dumps(what) + "\n")
    process.stdin.flush()


def heard(process: "subprocess.Popen[str]") -> dict[str, Any]:
    assert process.stdout is not None
    said = process.stdout.readline()
    if not said:
        raise AssertionError(f"The readers ended, with {process.wait(PATIENCE)}")
    heard: dict[str, Any] = json.loads(said)
    return heard


def allow_open_files(number: int) -> None:
    """For this process and those it starts: a reader is an open file at both ends."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard != resource.RLIM_INFINITY and hard < number:
        raise AssertionError(f"{number} files have to be open, and {hard} may be (ulimit -Hn)")
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, number), hard))
