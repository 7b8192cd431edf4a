"""manage.py serve: the server, in development and production."""

import errno
import logging
import os
import socket
import sys
import threading
from argparse import SUPPRESS, ArgumentParser
from asyncio import CancelledError
from collections.abc import Callable
from contextlib import suppress
from types import FrameType
from typing import Any

import uvicorn
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DEFAULT_DB_ALIAS, connections
from django.utils.translation import gettext as _

from wgec.database.kept.base import keep_connections
from wgec.workers import CouldNotServe, Workers, end_with_parent

type Said = Callable[[str], object]

GRACE = 1
"""Seconds that requests under way have when the server is told to stop."""
KEPT = 8
"""Connections to the database that wait for the next request; more are opened when needed."""
TURN = 0.0005
"""Seconds that a thread computes before another may. Python's own is ten times as much: what an
act waits after each query, its group held, while others make their pages."""


class Command(BaseCommand):
    help = _("Serve the record until Ctrl+C or SIGTERM.")
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument(
            "--workers", type=int, default=1, help=_("processes that serve, one for each core")
        )
        # What one of several is told by the process that starts them.
        parser.add_argument("--socket", type=int, help=SUPPRESS)
        parser.add_argument("--ready", type=int, help=SUPPRESS)

    def handle(self, *, host: str, port: int, workers: int, **options: Any) -> None:
        if options["socket"] is not None:
            return serve_as_one_of_several(options["socket"], options["ready"])
        if workers < 1 or (workers > 1 and sys.platform == "win32"):
            raise CommandError(_("Workers is a number from 1 on; on Windows it is 1."))
        with suppress(KeyboardInterrupt), listener(host, port) as there:
            if workers > 1:
                serve_from(workers, there, said=self.stdout.write)
            else:
                serve(there, said=self.stdout.write)


def serve(there: socket.socket, *, said: Said) -> None:
    """Serve until told to stop; `said` gets the sentence that says where, once it answers."""
    # Not at the top: it makes the application, and the other commands need none.
    from wgec.asgi import application

    config = uvicorn.Config(
        application,
        lifespan="off",
        log_level="warning",
        access_log=False,
        timeout_graceful_shutdown=GRACE,
    )
    logging.getLogger("uvicorn.error").addFilter(is_an_error)
    server = Server(config, answers=lambda: said(sentence_of(there)), end_streams=application.end)
    keep_connections(KEPT)
    sys.setswitchinterval(TURN)
    try:
        server.run(sockets=[there])
    finally:
        server.last_resort.cancel()
        keep_connections(0)
        connections.close_all()


def serve_from(workers: int, there: socket.socket, *, said: Said) -> None:
    """The same from so many processes, which accept by turns."""
    # So that they find an embedded database that runs.
    connections[DEFAULT_DB_ALIAS].ensure_connection()
    command = [str(settings.BASE_DIR / "manage.py"), "serve"]
    try:
        Workers(workers, command, there).run(answers=lambda: said(sentence_of(there)))
    except CouldNotServe:
        raise CommandError(_("A process ended; what it said stands above.")) from None
    finally:
        connections.close_all()


def serve_as_one_of_several(number: int, ready: int) -> None:
    def tell(sentence: str) -> None:
        # For one that takes another's place nobody waits.
        with suppress(BrokenPipeError):
            os.write(ready, b".")
        os.close(ready)

    end_with_parent()
    with suppress(KeyboardInterrupt), socket.socket(fileno=number) as there:
        serve(there, said=tell)


def sentence_of(there: socket.socket) -> str:
    return _("Serving %(address)s (stop with Ctrl+C)") % {"address": address_of(there)}


def is_an_error(record: logging.LogRecord) -> bool:
    """Whether a line tells more than that the stop cut off what was still being read."""
    cut_off = record.exc_info is not None and isinstance(record.exc_info[1], CancelledError)
    return not (cut_off or str(record.msg).startswith("Cancel %s running task"))


def address_of(there: socket.socket) -> str:
    host, port = there.getsockname()[:2]
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"


class Server(uvicorn.Server):
    """Tells when it answers, and ends as one that did its work: not by the signal that ended it,
    which would leave out what is done at exit."""

    def __init__(
        self,
        config: uvicorn.Config,
        *,
        answers: Callable[[], object],
        end_streams: Callable[[], object],
    ) -> None:
        super().__init__(config)
        self.answers = answers
        self.end_streams = end_streams
        # A view that computes or waits for a lock can't be cancelled; its transaction is undone.
        self.last_resort = threading.Timer(GRACE + 0.5, os._exit, [0])
        self.last_resort.daemon = True

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.answers()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self.last_resort.start()
        self.end_streams()
        await super().shutdown(sockets)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self.force_exit = self.should_exit
        self.should_exit = True


def listener(host: str, port: int) -> socket.socket:
    """A socket that listens there, or one sentence why not."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Asked before: create_server leaves its socket open when it meets such a number.
    if not 0 <= port <= 65535:
        raise CommandError(_("A port is a number up to 65535."))
    try:
        there = socket.create_server((host, port), family=family, backlog=2048)
    except OSError as error:
        raise CommandError(why_not(host, port, error)) from None
    # Its connections inherit it. Without, the second half of an answer waits 40 ms for the client
    # to say that the first came: asyncio sets it only where a socket names its protocol.
    there.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return there


def why_not(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return _(
            "Port %(port)d is taken. Stop what serves there, or choose another: "
            "make run PORT=%(other)d"
        ) % {"port": port, "other": port + 1}
    return _("Can't serve at %(host)s, port %(port)d: %(reason)s.") % {
        "host": host,
        "port": port,
        "reason": os.strerror(error.errno) if error.errno and error.errno > 0 else error.strerror,
    }
