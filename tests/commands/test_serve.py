"""The server, as a process of its own."""

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import psutil  # type: ignore[import-untyped]  # a dependency of the wheel of PostgreSQL
import pytest
from django.core.management import CommandError, call_command

from deliberations.management.commands.serve import listener
from wgec.workers import CouldNotServe, Workers

PROJECT = Path(__file__).resolve().parent.parent.parent
PATIENCE = 60
"""Seconds for a process to start; generous, as the machine may be busy."""

# Serves one address that answers when told, and one that streams until its reader goes.
SLOW = """
import asyncio, os, time
os.environ["DJANGO_SETTINGS_MODULE"] = "wgec.settings"
import django
django.setup()
from django.http import HttpResponse, StreamingHttpResponse
from django.urls import path
from wgec import urls

async def wait(request):
    await asyncio.sleep(30)
    return HttpResponse("late")

async def lines():
    while True:
        yield b"line\\n"
        await asyncio.sleep(0.05)

async def stream(request):
    return StreamingHttpResponse(lines())

def compute(request):
    time.sleep(30)

urls.urlpatterns[:0] = [path("wait", wait), path("stream", stream), path("compute", compute)]
from django.core.management import call_command
call_command("serve", port=0)
"""


class Serving:
    """A server on a port of its own; before: what it said before it served."""

    def __init__(self, *command: str, **environ: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, *command],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            cwd=PROJECT,
            env={**os.environ, "PYTHONUNBUFFERED": "1", **environ},
        )
        assert self.process.stdout is not None
        self.before = ""
        for line in self.process.stdout:
            if found := re.match(r"Serving (http://\S+/)", line):
                self.sentence, self.address = line, found[1]
                return
            self.before += line
        raise AssertionError(self.before)

    def status_of(self, path: str) -> int:
        connection = http.client.HTTPConnection(urlsplit(self.address).netloc, timeout=PATIENCE)
        connection.request("GET", path)
        status = connection.getresponse().status
        connection.close()
        return status

    def stop(self, number: int) -> tuple[int, float, str]:
        """Its exit code, the seconds it took to end, what it said since it served."""
        began = time.monotonic()
        self.process.send_signal(number)
        said, _nothing = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, time.monotonic() - began, said


@pytest.fixture
def served() -> Iterator[Serving]:
    serving = Serving("manage.py", "serve", "--port", "0")
    yield serving
    serving.process.kill()
    serving.process.communicate()


@pytest.fixture
def slow() -> Iterator[Serving]:
    serving = Serving("-c", SLOW)
    yield serving
    serving.process.kill()
    serving.process.communicate()


def test_it_says_where_it_serves_when_it_does(served):
    assert served.sentence == f"Serving {served.address} (stop with Ctrl+C)\n"
    assert served.address.startswith("http://127.0.0.1:")
    assert served.status_of("/healthz") == 200


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_cleanly_and_says_nothing_more(served, number):
    assert served.status_of("/healthz") == 200

    code, seconds, said = served.stop(number)

    assert (code, said) == (0, "")
    assert seconds < 10


@pytest.mark.parametrize("path", ["wait", "stream", "compute"])
def test_it_does_not_wait_long_for_those_who_read_on(slow, path):
    with socket.create_connection(("127.0.0.1", int(slow.address.split(":")[2][:-1]))) as reader:
        reader.sendall(f"GET /{path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())
        if path == "stream":
            assert reader.recv(10)
        else:
            time.sleep(0.3)

        code, seconds, said = slow.stop(signal.SIGTERM)

    assert (code, said) == (0, "")
    assert seconds < 10  # they would take thirty


@pytest.fixture
def several() -> Iterator[Serving]:
    serving = Serving("manage.py", "serve", "--port", "0", "--workers", "2")
    yield serving
    serving.process.kill()
    serving.process.communicate()


def children_of(serving: Serving) -> list[psutil.Process]:
    """Those of them that serve."""
    children = psutil.Process(serving.process.pid).children()
    alive = [child for child in children if child.status() != psutil.STATUS_ZOMBIE]
    return [child for child in alive if "--socket" in child.cmdline()]


def until(happens: Callable[[], object]) -> None:
    ends = time.monotonic() + PATIENCE
    while not happens():
        assert time.monotonic() < ends
        threading.Event().wait(0.05)


def test_several_serve_those_that_end_are_replaced_and_all_stop_together(several):
    first, second = children_of(several)
    assert several.status_of("/healthz") == 200
    # As one that served for a while: sooner, it would end again and again.
    until(lambda: time.time() - second.create_time() > 6)
    first.kill()
    second.kill()

    until(lambda: len({*children_of(several)} - {first, second}) == 2)
    # Nobody else is left to answer.
    assert [several.status_of("/healthz") for _ in range(6)] == [200] * 6
    there = children_of(several)
    code, seconds, said = several.stop(signal.SIGTERM)

    assert (code, said) == (0, "")
    assert seconds < 10
    until(lambda: not any(child.is_running() for child in there))


def test_several_are_gone_when_the_one_that_started_them_is_killed(several):
    there = children_of(several)
    assert len(there) == 2
    several.process.kill()

    until(lambda: not any(child.is_running() for child in there))
    with socket.create_server(("127.0.0.1", urlsplit(several.address).port)):
        pass


def test_several_of_which_one_ends_at_once_end_all():
    with socket.create_server(("127.0.0.1", 0)) as there, pytest.raises(CouldNotServe):
        Workers(2, ["-c", "pass"], there).run(answers=lambda: pytest.fail("none answers"))


@pytest.mark.parametrize("workers", [0, -1])
def test_no_process_serves_nothing(workers):
    with pytest.raises(CommandError, match="Workers is a number from 1 on"):
        call_command("serve", port=0, workers=workers)


def test_a_port_that_is_taken_is_one_sentence():
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]

        with pytest.raises(CommandError) as refused:
            call_command("serve", port=port)

    assert str(refused.value) == (
        f"Port {port} is taken. Stop what serves there, or choose another: "
        f"make run PORT={port + 1}"
    )


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        ({"port": 65536}, "A port is a number up to 65535."),
        ({"host": "192.0.2.1"}, "Can't serve at 192.0.2.1, port 8000: "),
        ({"host": "nowhere.invalid"}, "Can't serve at nowhere.invalid, port 8000: "),
    ],
)
def test_a_place_where_nothing_can_be_served_is_one_sentence(place, sentence):
    with pytest.raises(CommandError) as refused:
        call_command("serve", **place)

    assert str(refused.value).startswith(sentence)
    assert str(refused.value).count("\n") == 0


@pytest.fixture
def data_dir() -> Iterator[str]:
    """Not below pytest's own: that is closed to the account of the embedded PostgreSQL."""
    with tempfile.TemporaryDirectory(prefix="wgec-run-") as path:
        yield path


def test_all_of_it_runs_from_an_empty_directory_and_again(data_dir):
    def run() -> tuple[str, str]:
        # An empty directory has no database elsewhere.
        serving = Serving(
            "manage.py", "run_local", "--port", "0", WGEC_DATA=data_dir, DATABASE_URL=""
        )
        try:
            assert serving.status_of("/healthz") == 200
            assert serving.stop(signal.SIGINT)[::2] == (0, "")
        finally:
            serving.process.kill()
        port = urlsplit(serving.address).port
        loaded, people = serving.before.replace(f":{port}", ":8000").split("\n", 1)
        return loaded, people

    first, people = run()
    second, people_again = run()

    assert first.startswith("fixtures/wgec.json: loaded 1 working group, ")
    assert second == "fixtures/wgec.json: the record holds all of it already."
    assert people == people_again
    assert people.startswith("Sign in at http://127.0.0.1:8000/sign-in/ as\n  admin ")


def test_the_second_half_of_an_answer_does_not_wait_for_the_first_to_arrive():
    with (
        listener("127.0.0.1", 0) as there,
        socket.create_connection(there.getsockname()) as _asking,
    ):
        answering, _address = there.accept()
        with answering:
            assert answering.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) != 0
