"""/<group>/live/: server-sent events that say that the record of the group changed.

Before Django, not in it: there each open stream would hold a thread and, once it knows who reads,
a connection to the database. Here a reader costs a task and some bytes.
"""

import asyncio
import random
import re
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any
from urllib.parse import parse_qs

from django.http.cookie import parse_cookie

from wgec.live.hub import Hub, Reader
from wgec.live.listening import listen, options_of_the_database
from wgec.live.readers import Answer, who

type Scope = dict[str, Any]
type Message = Mapping[str, Any]
type Receive = Callable[[], Awaitable[Message]]
type Send = Callable[[Message], Awaitable[None]]
type Application = Callable[[Scope, Receive, Send], Awaitable[None]]

ADDRESS = re.compile(r"/([-a-zA-Z0-9_]+)/live/")
HEARTBEAT = 15.0
LIFE = 600.0
"""Seconds after which a stream ends, so that the reader's rights are looked up again."""
RETRY = 2000
"""Milliseconds after which a browser comes back."""
PAUSE = 0.5
"""Seconds between two tidings to a reader at a busy moment, whose changes go together; a page is
fetched anew no more often (live.js). They end for all readers at once: woken each by itself, the
loop would wait for its turn to compute as often as there are readers."""
PATIENCE = 5.0
"""Seconds that a reader waits for this process to listen."""
HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
    (b"x-content-type-options", b"nosniff"),
]


class Live:
    """An ASGI application: the streams, and for all other addresses the application behind it."""

    def __init__(self, behind: Application) -> None:
        self.behind = behind
        self.hub = Hub()
        self.listener: asyncio.Task[None] | None = None
        # One thread: however many readers come at once, one connection looks them up.
        self.thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="live")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if slug := slug_in(scope):
            loop = asyncio.get_running_loop()
            cookies = parse_cookie(header(scope, b"cookie"))
            reader = await loop.run_in_executor(self.thread, who, slug, cookies)
            if reader is not None:
                await self.stream(reader, scope, receive, send)
                return
        await self.behind(scope, receive, send)

    async def stream(self, known: Answer, scope: Scope, receive: Receive, send: Send) -> None:
        if not await self.listens():
            # A browser does not come back by itself after this, the page's script does.
            await send({"type": "http.response.start", "status": 503, "headers": HEADERS[1:]})
            await send({"type": "http.response.body", "body": b""})
            return
        after, age = place_in(scope)
        with self.hub.reader(
            known.group, secretariat=known.secretariat, after=after, age=age
        ) as reader:
            leaving = asyncio.create_task(until_gone(receive, reader))
            try:
                await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
                await self.tell(reader, send)
            except OSError:
                pass  # Gone meanwhile.
            finally:
                leaving.cancel()

    async def listens(self) -> bool:
        if self.listener is None:
            # Before the first await, so that it is started once.
            self.listener = asyncio.create_task(self.listen())
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                await self.hub.listening.wait()
        return self.hub.listening.is_set()

    async def listen(self) -> None:
        loop = asyncio.get_running_loop()
        await listen(self.hub, await loop.run_in_executor(self.thread, options_of_the_database))

    async def tell(self, reader: Reader, send: Send) -> None:
        loop = asyncio.get_running_loop()
        ends = loop.time() + LIFE * random.uniform(0.8, 1.2)  # noqa: S311 - protects nothing
        text, due = f"retry: {RETRY}\n\n", True
        while True:
            missed, changes = reader.take()
            if missed:
                text += self.event(reader, "resync")
            text += "".join(change.told for change in changes)
            # Without it the page knows that it does not follow.
            if due and self.hub.listening.is_set():
                text += self.event(reader, "heartbeat")
            over = reader.closed or loop.time() > ends
            await send(
                {"type": "http.response.body", "body": text.encode(), "more_body": not over}
            )
            if over:
                return
            if changes:
                # Else a thousand readers and twenty decisions a second are a core of the server.
                await asyncio.sleep(PAUSE - loop.time() % PAUSE)
            text, due = "", False
            if reader.woken.is_set():
                continue
            try:
                async with asyncio.timeout(HEARTBEAT):
                    await reader.woken.wait()
            except TimeoutError:
                due = True

    def event(self, reader: Reader, name: str) -> str:
        position = self.hub.position(reader)
        return f"id: {position}\nevent: {name}\ndata: {position}\n\n"

    def end(self) -> None:
        """Ends all streams. May be called from the handler of a signal."""
        self.hub.end()
        if self.listener is not None:
            self.listener.cancel()


async def until_gone(receive: Receive, reader: Reader) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
    reader.close()


def slug_in(scope: Scope) -> str:
    """The group whose stream is asked for, "" for anything else."""
    if scope["type"] != "http" or scope["method"] != "GET":
        return ""
    path = scope["path"].removeprefix(scope.get("root_path", ""))
    found = ADDRESS.fullmatch(path)
    return found[1] if found else ""


def header(scope: Scope, name: bytes) -> str:
    values = [value for key, value in scope["headers"] if key == name]
    return b"; ".join(values).decode("latin-1")


def place_in(scope: Scope) -> tuple[str, float | None]:
    """(the last id that the reader knows or "", the age of their page in seconds or None).

    A browser that comes back by itself sends the id as a header; a page that was hidden, in the
    address, as a script can't set that header.
    """
    query = parse_qs(scope.get("query_string", b"").decode("latin-1"))
    after = header(scope, b"last-event-id") or query.get("after", [""])[0]
    age = query.get("age", [""])[0]
    return after[:40], float(age) / 1000 if re.fullmatch("[0-9]{1,12}", age) else None
