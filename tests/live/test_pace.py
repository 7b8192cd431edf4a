"""When readers are told, by a clock that goes on to what is due next."""

import asyncio
import re
import selectors
from collections.abc import Mapping
from typing import Any

from wgec.live.hub import Change
from wgec.live.stream import Live

START = 100.2


class Clock(selectors.SelectSelector):
    now = START

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        self.now += timeout or 0
        return super().select(0)


class Loop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self.clock = Clock()
        super().__init__(self.clock)

    def time(self) -> float:
        return self.clock.now


async def nobody(*_asked: Any) -> None:
    raise AssertionError


def test_the_first_of_many_changes_is_told_at_once_the_others_together_to_all():
    live = Live(nobody)
    told: list[list[tuple[float, str]]] = [[], []]

    async def follow(number: int) -> None:
        async def send(message: Mapping[str, Any]) -> None:
            changes = re.findall(r"event: change\ndata: (\d)", message["body"].decode())
            if changes:
                now = asyncio.get_running_loop().time()
                told[number].append((round(now, 2), "".join(changes)))

        with live.hub.reader(1, secretariat=False, after="", age=None) as reader:
            await live.tell(reader, send)

    async def happen() -> None:
        live.hub.begin()
        first = asyncio.create_task(follow(0))
        await asyncio.sleep(0)
        for number in range(10):
            if number == 2:
                second = asyncio.create_task(follow(1))
                await asyncio.sleep(0)
            live.hub.hear(Change(1, public=True, transaction=str(number)))
            await asyncio.sleep(0.07)
        await asyncio.sleep(1)
        live.end()
        await asyncio.gather(first, second)

    with asyncio.Runner(loop_factory=Loop) as runner:
        runner.run(happen())

    assert told == [
        [(100.2, "0"), (100.5, "1234"), (101.0, "56789")],
        [(100.34, "2"), (100.5, "34"), (101.0, "56789")],
    ]
