"""How often an answer waits for the event loop, which has a thousand streams to write to."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor
from typing import Any

from wgec.handler import Handler

ASKED = {
    "type": "http",
    "method": "GET",
    "path": "/nowhere/at/all.json",
    "query_string": b"",
    "headers": [(b"host", b"localhost"), (b"accept-encoding", b"gzip")],
}


class Counting(asyncio.SelectorEventLoop):
    """Counts how often something is given to a thread."""

    given = 0

    def run_in_executor[*Given, Got](
        self, executor: Executor | None, func: Callable[[*Given], Got], *args: *Given
    ) -> asyncio.Future[Got]:
        self.given += 1
        return super().run_in_executor(executor, func, *args)


def test_a_request_is_answered_in_one_go():
    told: list[Any] = []
    asked = iter([{"type": "http.request"}])

    async def receive() -> Any:
        return next(asked, None) or await asyncio.Future()

    async def send(message: Any) -> None:
        told.append(message)

    with asyncio.Runner(loop_factory=Counting) as runner:
        loop = runner.get_loop()
        runner.run(Handler()(ASKED, receive, send))

    assert told[0]["status"] == 404
    assert dict(told[0]["headers"])[b"X-Frame-Options"] == b"DENY"
    # What is done before, the answer, and what is done after.
    assert isinstance(loop, Counting)
    assert loop.given == 3
