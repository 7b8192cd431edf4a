"""A secretary who gavels at a steady pace, over connections that a browser would keep open."""

import asyncio
import gzip
import re
import time
from dataclasses import dataclass, field, replace
from itertools import count
from urllib.parse import urlencode
from uuid import uuid4

from tests.drills.gavels import OUTCOMES, filled
from tests.drills.room import PATIENCE, Answer, Person
from tests.pages import Fields

SEEN = re.compile(rb'name="seen" value="(\d+)"')
AT_ONCE = 20
"""Gavels under way; with more, the next one is left out: a server that is behind is not buried."""


@dataclass
class Gavelled:
    """What was asked for and what came. seconds: of an answer, from sending to its last byte."""

    due: int = 0
    sent: int = 0
    seconds: list[float] = field(default_factory=list)
    refused: list[int] = field(default_factory=list)
    took: float = 0.0

    def milliseconds(self, part: float) -> float:
        ordered = sorted(self.seconds)
        return ordered[int(len(ordered) * part)] * 1000 if ordered else 0.0


class Secretary:
    """Decides the elements in turn, so that each is decided again and again, with a reason."""

    def __init__(self, person: Person, place: str, elements: list[int]) -> None:
        self.person, self.place, self.elements = person, place, elements
        self.form: Fields = person.look(place)
        self.turns = count()
        self.idle: list[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = []

    async def gavel_in_turn(self, decisions: int) -> Gavelled:
        """One after the other: what an act takes when nothing else happens."""
        gavelled = Gavelled(due=decisions)
        began = time.monotonic()
        for _ in range(decisions):
            await self.gavel(gavelled)
        gavelled.took = time.monotonic() - began
        return gavelled

    async def gavel_at(self, rate: float, seconds: float) -> Gavelled:
        """So many a second, whether the one before was answered or not."""
        gavelled = Gavelled(due=round(rate * seconds))
        began = time.monotonic()
        under_way: set[asyncio.Task[None]] = set()
        for n in range(gavelled.due):
            await asyncio.sleep(began + n / rate - time.monotonic())
            if len(under_way) < AT_ONCE:
                task = asyncio.create_task(self.gavel(gavelled))
                under_way.add(task)
                task.add_done_callback(under_way.discard)
        if under_way:
            await asyncio.wait(under_way)
        gavelled.took = max(time.monotonic() - began, seconds)
        return gavelled

    async def gavel(self, gavelled: Gavelled) -> None:
        turn = next(self.turns)
        element = self.elements[turn % len(self.elements)]
        outcome = OUTCOMES[turn // len(self.elements) % len(OUTCOMES)]
        form = {**filled(self.form, element, outcome), "intention": [str(uuid4())]}
        gavelled.sent += 1
        answer = await self.post(form)
        if answer.status == 200 and answer.recorded:
            gavelled.seconds.append(answer.seconds)
        else:
            gavelled.refused.append(answer.status)
        # As far as somebody has seen the record who looks at the last answer.
        if found := SEEN.search(answer.content):
            self.form["seen"] = [found[1].decode()]

    async def post(self, form: Fields) -> Answer:
        """As htmx sends it."""
        body = urlencode(form, doseq=True).encode()
        headers = {
            "Host": self.place,
            **self.person.headers(self.place),
            "Accept-Encoding": "gzip",
            "HX-Request": "true",
            "HX-Target": "div#recorded",
            "Content-Length": str(len(body)),
        }
        head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        began = time.monotonic()
        async with asyncio.timeout(PATIENCE):
            reader, writer = await self.connection()
            writer.write(f"POST {self.person.console} HTTP/1.1\r\n{head}\r\n".encode() + body)
            answer = await answered(reader)
        self.idle.append((reader, writer))
        return replace(answer, seconds=time.monotonic() - began)

    async def connection(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        while self.idle:
            reader, writer = self.idle.pop()
            # The server ends one that was idle for some seconds.
            if not reader.at_eof():
                return reader, writer
            writer.close()
        host, port = self.place.rsplit(":", 1)
        return await asyncio.open_connection(host, int(port))

    def leave(self) -> None:
        for _reader, writer in self.idle:
            writer.close()


async def answered(reader: asyncio.StreamReader) -> Answer:
    """The next answer of a connection that stays open."""
    head = await reader.readuntil(b"\r\n\r\n")
    status = int(head.split(b" ", 2)[1])
    length = re.search(rb"(?i)^content-length: (\d+)", head, re.MULTILINE)
    if length is None:
        raise ConnectionError(head.decode("latin-1"))
    content = await reader.readexactly(int(length[1]))
    if re.search(rb"(?i)^content-encoding: gzip", head, re.MULTILINE):
        content = gzip.decompress(content)
    return Answer(status, content, 0.0)
