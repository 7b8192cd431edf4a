"""Where the drills happen: server processes that share one database, and people signed in there.

Nothing of the application is called in this process but what prepares and counts: each gavel goes
over a socket to a process of its own, which may be killed.
"""

import http.client
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Barrier
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import Client, override_settings

from deliberations.models import Element, Meeting, User
from tests.factories import ElementFactory, MeetingFactory, MembershipFactory, QuestionFactory
from tests.pages import Fields, fields_of, read

PROJECT = Path(__file__).resolve().parent.parent.parent
PATIENCE = 60
"""Seconds for an answer or for a process to start; generous, as the machine may be busy."""
TARGET = re.compile(rb'<form class="console"[^>]* hx-target="#(\w+)"')
# What makes the form on the page a new one, in each answer to a gavel.
FRESH = re.compile(rb'<input type="hidden" name="(intention|seen|version)" value="([^"]+)"')


class Server:
    """`manage.py serve`, on a free port; by itself one process."""

    def __init__(self, environ: dict[str, str], workers: int = 1) -> None:
        self.environ = environ
        self.process = subprocess.Popen(
            [sys.executable, "manage.py", "serve", "--port", "0", "--workers", str(workers)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            cwd=PROJECT,
            env={**os.environ, "PYTHONUNBUFFERED": "1", **environ},
        )
        self._place = ""

    @property
    def place(self) -> str:
        """host:port, once it serves there."""
        if not self._place:
            self._place = place_told_by(self.process)
        return self._place

    def kill(self) -> str:
        """At once, as kill -9 does; what it said since it served, which is nothing."""
        self.process.kill()
        said, _nothing = self.process.communicate(timeout=PATIENCE)
        return said


def place_told_by(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    said = process.stdout.readline()
    found = re.match(r"Serving (http://\S+/)", said)
    if not found:
        raise AssertionError(said + process.stdout.read())
    return urlsplit(found[1]).netloc


class Room:
    """The servers, by turns: server(0), server(1), ..."""

    def __init__(self, environ: dict[str, str], size: int, workers: int) -> None:
        self.environ = environ
        self.servers = [Server(environ, workers) for _ in range(size)]

    def server(self, turn: int) -> Server:
        return self.servers[turn % len(self.servers)]

    def place(self, turn: int) -> str:
        return self.server(turn).place

    def close(self) -> list[str]:
        """What the servers said since they served."""
        return [said for server in self.servers if (said := server.kill())]


@contextmanager
def opened(size: int, *, workers: int = 1) -> Iterator[Room]:
    """Serve the database of this process from so many servers, each of so many processes."""
    with tempfile.TemporaryDirectory(prefix="wgec-drill-") as folder:
        data = Path(folder)
        # Theirs is a data directory without a database; the secret is ours, which signs people in.
        (data / "secret-key").write_text(settings.SECRET_KEY)
        with override_settings(STATIC_ROOT=data / "static"):
            call_command("collectstatic", interactive=False, verbosity=0)
        room = Room({"WGEC_DATA": folder, "DATABASE_URL": database_url()}, size, workers)
        try:
            yield room
        finally:
            said = room.close()
        if said:
            raise AssertionError("\n".join(said))


def database_url() -> str:
    connection.ensure_connection()
    info: Any = connection.connection.info
    who = f"{quote(info.user, safe='')}:{quote(info.password, safe='')}"
    return f"postgresql://{who}@{quote(info.host, safe='')}:{info.port}/{quote(info.dbname)}"


@dataclass(frozen=True)
class Answer:
    status: int
    content: bytes
    seconds: float

    @property
    def recorded(self) -> str:
        """The decision it tells of, as 2/D1; empty where it tells of none."""
        found = re.search(
            rb'class="notice done"[^>]*>\s*<p><strong><a [^>]*>([^<]+)</a>', self.content
        )
        return found[1].decode() if found else ""

    def renews(self, form: Fields) -> Fields:
        """The form after this answer to its gavel: as it was, with what makes it a new one."""
        fresh = {name.decode(): [value.decode()] for name, value in FRESH.findall(self.content)}
        return {**form, **fresh}

    @property
    def form(self) -> Fields:
        """The form of the console, as a browser would send it."""
        # Reading the frame around it, too, would take the servers' cores from them.
        start = self.content.index(b'<form class="console"')
        end = self.content.index(b"</form>", start) + len(b"</form>")
        return fields_of(read(replace(self, content=self.content[start:end])))


class Person:
    """Somebody of the secretariat with a browser: cookies, and one console to look at."""

    def __init__(self, user: User, meeting: Meeting) -> None:
        # Without the form, which takes its time over the password; test_people.py fills it in.
        client = Client()
        client.force_login(user)
        self.cookies = {name: morsel.value for name, morsel in client.cookies.items()}
        self.console = f"/{meeting.group.slug}/meetings/{meeting.number}/record/"
        self.target = ""

    def look(self, place: str) -> Fields:
        """Open the console; its form as it is."""
        self.target = ""
        answer = self.ask(place, "GET", "")
        if answer.status != 200:
            raise AssertionError(f"The console answers {answer.status}")
        if found := TARGET.search(answer.content):
            self.target = found[1].decode()
        return answer.form

    def send(self, place: str, form: Fields) -> Answer:
        """As htmx sends the form that was looked at."""
        return self.ask(place, "POST", urlencode(form, doseq=True))

    def ask(self, place: str, method: str, body: str) -> Answer:
        began = time.monotonic()
        asking = http.client.HTTPConnection(place, timeout=PATIENCE)
        try:
            asking.request(method, self.console, body, self.headers(place))
            response = asking.getresponse()
            content = response.read()
        finally:
            asking.close()
        for cookie in response.headers.get_all("Set-Cookie", []):
            name, _equals, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        return Answer(response.status, content, time.monotonic() - began)

    def send_only(self, place: str, form: Fields) -> socket.socket:
        """Send the form and do not wait for the answer."""
        host, port = place.split(":")
        body = urlencode(form, doseq=True)
        headers = {"Host": place, **self.headers(place), "Content-Length": str(len(body))}
        head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        asking = socket.create_connection((host, int(port)), timeout=PATIENCE)
        asking.sendall(f"POST {self.console} HTTP/1.1\r\n{head}\r\n{body}".encode())
        return asking

    def headers(self, place: str) -> dict[str, str]:
        in_place = {"HX-Request": "true", "HX-Target": f"div#{self.target}"}
        return {
            **(in_place if self.target else {}),
            "Content-Type": "application/x-www-form-urlencoded",
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "Origin": f"http://{place}",
        }


@dataclass(frozen=True)
class Table:
    """A meeting in session, elements to decide, secretaries: few, so that pages are small."""

    meeting: Meeting
    elements: list[Element]
    people: list[Person]


def laid(*, elements: int, people: int) -> Table:
    meeting = MeetingFactory(number=2)
    question = QuestionFactory(group=meeting.group)
    members = MembershipFactory.create_batch(people, group=meeting.group)
    return Table(
        meeting,
        ElementFactory.create_batch(elements, group=meeting.group, question=question),
        [Person(member.user, meeting) for member in members],
    )


def at_once[Got](acts: list[Callable[[], Got]]) -> list[Got]:
    """Do all of them at the same moment; what each got, in their order."""
    barrier = Barrier(len(acts))

    def do(act: Callable[[], Got]) -> Got:
        barrier.wait(timeout=PATIENCE)
        return act()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(do, acts))
