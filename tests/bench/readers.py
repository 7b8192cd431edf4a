"""Many readers of one stream, in one process of their own: `python -m tests.bench.readers`.

It knows nothing of Django, and a reader is a socket and two lists: what it takes from the server's
cores is little, and what it measures is not the waiting of threads for each other.

Said on standard output, one line of JSON each: first {"open": readers, "seconds": ...}, once all
read. Then a line on standard input asks, {"expected": [[id of a change, moment], ...],
"patience": seconds}, with the moments as time.time() tells them; the last line said is a Receipt.
"""

import asyncio
import json
import re
import sys
import time
from array import array
from dataclasses import asdict, dataclass, field
from typing import Any

EVENT = re.compile(rb"event: (\w+)\ndata: (\S+)\n\n")
OPENING = 60.0
"""Seconds within which all have to be open."""


@dataclass
class Receipt:
    """What all readers together were told.

    complete: readers that were told each change once and in the order of the record. resyncs: how
    often one was told that it fell behind and has to fetch the page anew. lost: connections that
    ended. milliseconds: from the moment of a change to its receipt, {"p50": ..., "p95": ...}.
    """

    readers: int
    complete: int
    resyncs: int
    lost: int
    received: int
    milliseconds: dict[str, float] = field(default_factory=dict)


class Reader(asyncio.Protocol):
    """One browser that follows a group."""

    def __init__(self, request: bytes) -> None:
        self.request = request
        self.opened = asyncio.get_running_loop().create_future()
        self.rest = b""
        self.changes: list[bytes] = []
        self.moments = array("d")
        self.resyncs = 0
        self.lost = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.WriteTransport)
        transport.write(self.request)

    def data_received(self, data: bytes) -> None:
        now = time.time()
        text = self.rest + data
        end = text.rfind(b"\n\n") + 2 if b"\n\n" in text else 0
        self.rest = text[end:]
        for event, value in EVENT.findall(text, 0, end):
            if event == b"change":
                self.changes.append(value)
                self.moments.append(now)
            elif event == b"resync":
                self.resyncs += 1
        # The first heartbeat: from here on it hears.
        if not self.opened.done() and b"event: heartbeat" in text[:end]:
            self.opened.set_result(None)

    def connection_lost(self, error: Exception | None) -> None:
        self.lost = True
        if not self.opened.done():
            self.opened.set_exception(ConnectionError("a stream ended before it began"))


async def read(place: str, address: str, number: int) -> None:
    host, port = place.rsplit(":", 1)
    request = f"GET {address} HTTP/1.1\r\nHost: {place}\r\nAccept: text/event-stream\r\n\r\n"
    loop = asyncio.get_running_loop()
    began = time.monotonic()
    readers: list[Reader] = []

    async def open_one() -> None:
        _transport, reader = await loop.create_connection(
            lambda: Reader(request.encode()), host, int(port)
        )
        readers.append(reader)
        await reader.opened

    async with asyncio.timeout(OPENING):
        await asyncio.gather(*(open_one() for _ in range(number)))
    say({"open": number, "seconds": time.monotonic() - began})

    asked = json.loads(await asyncio.to_thread(sys.stdin.readline))
    expected = [(change.encode(), moment) for change, moment in asked["expected"]]
    await until_all_are_told(readers, expected, asked["patience"])
    say(asdict(receipt(readers, expected)))


async def until_all_are_told(
    readers: list[Reader], expected: list[tuple[bytes, float]], patience: float
) -> None:
    last = expected[-1][0]
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        if all(reader.changes[-1:] == [last] for reader in readers):
            return
        await asyncio.sleep(0.1)


def receipt(readers: list[Reader], expected: list[tuple[bytes, float]]) -> Receipt:
    moments = dict(expected)
    in_order = [change for change, _moment in expected]
    took = sorted(
        (received - moments[change]) * 1000
        for reader in readers
        for change, received in zip(reader.changes, reader.moments, strict=True)
        if change in moments
    )
    return Receipt(
        readers=len(readers),
        complete=sum(reader.changes == in_order for reader in readers),
        resyncs=sum(reader.resyncs for reader in readers),
        lost=sum(reader.lost for reader in readers),
        received=len(took),
        milliseconds={
            "p50": took[len(took) // 2],
            "p95": took[int(len(took) * 0.95)],
            "max": took[-1],
        }
        if took
        else {},
    )


def say(what: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(read(sys.argv[1], sys.argv[2], int(sys.argv[3])))
