"""How often an answer waits for the event loop, which has a thousand streams to write to, and that
each request finishes in the thread that it was answered in, where its connection is."""

import asyncio
import threading
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import Any

import pytest
from django.core.signals import request_finished
from django.db.backends.signals import connection_created

from tests.pages import awaited
from wgec.handler import Handler

ASKED = {
    "type": "http",
    "method": "GET",
    "path": "/nowhere/at/all.json",
    "query_string": b"",
    "headers": [(b"host", b"localhost"), (b"accept-encoding", b"gzip")],
}
# It looks for a group, in the database.
NOWHERE = {**ASKED, "path": "/nowhere/"}


class Counting(asyncio.SelectorEventLoop):
    """Counts how often something is given to a thread."""

    given = 0

    def run_in_executor[*Given, Got](
        self, executor: Executor | None, func: Callable[[*Given], Got], *args: *Given
    ) -> asyncio.Future[Got]:
        self.given += 1
        return super().run_in_executor(executor, func, *args)


async def never() -> Any:
    return await asyncio.Future()


def receiving(then: Callable[[], Awaitable[Any]] = never) -> Callable[[], Awaitable[Any]]:
    """What the server tells of a request: that it is whole; then this."""
    told = iter([{"type": "http.request"}])

    async def receive() -> Any:
        return next(told, None) or await then()

    return receive


@contextmanager
def threads() -> Iterator[tuple[list[threading.Thread], list[threading.Thread]]]:
    """(those that opened a connection, those that finished a request), while it lasts."""
    opened: list[threading.Thread] = []
    finished: list[threading.Thread] = []

    def open_one(**_told: Any) -> None:
        opened.append(threading.current_thread())

    def finish_one(**_told: Any) -> None:
        finished.append(threading.current_thread())

    connection_created.connect(open_one)
    request_finished.connect(finish_one)
    try:
        yield opened, finished
    finally:
        connection_created.disconnect(open_one)
        request_finished.disconnect(finish_one)


def test_a_request_is_answered_in_one_go():
    told: list[Any] = []

    async def send(message: Any) -> None:
        told.append(message)

    loop = Counting()
    awaited(Handler()(ASKED, receiving(), send), loop_factory=lambda: loop)

    assert told[0]["status"] == 404
    assert dict(told[0]["headers"])[b"X-Frame-Options"] == b"DENY"
    # What is done before, the answer, and what is done after.
    assert loop.given == 3


@pytest.mark.django_db(transaction=True)
def test_a_request_begun_within_another_finishes_where_it_was_answered():
    """A server begins it there when it came before the last byte of the other was told."""
    handler = Handler()

    async def one_within_another() -> None:
        other_is_over = asyncio.Event()
        within: list[asyncio.Task[None]] = []

        async def send(message: Any) -> None:
            if message["type"] == "http.response.body":
                task = asyncio.create_task(handler(NOWHERE, receiving(), send_later))
                within.append(task)

        async def send_later(message: Any) -> None:
            await other_is_over.wait()

        await handler(NOWHERE, receiving(), send)
        other_is_over.set()
        await within[0]

    with threads() as (opened, finished):
        awaited(one_within_another())

    assert len(opened) == 2
    assert finished == opened


@pytest.mark.django_db(transaction=True)
def test_a_request_that_is_cut_off_finishes_where_it_was_at_work():
    """Its act is not: what was sent is recorded, whether or not somebody waits for the answer."""

    async def cut_off_when_connected() -> None:
        connected = asyncio.Event()
        loop = asyncio.get_running_loop()

        def tell(**_told: Any) -> None:
            loop.call_soon_threadsafe(connected.set)

        async def leave() -> Any:
            await connected.wait()
            return {"type": "http.disconnect"}

        async def send(message: Any) -> None:
            await asyncio.Future()

        connection_created.connect(tell)
        try:
            await Handler()(NOWHERE, receiving(leave), send)
        finally:
            connection_created.disconnect(tell)

    with threads() as (opened, finished):
        awaited(cut_off_when_connected())

    assert len(opened) == 1
    assert finished == opened
