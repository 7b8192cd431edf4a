"""Several processes that serve at one socket: one that ends is started anew, all end together."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from types import FrameType

PATIENCE = 3.0
"""Seconds in which those that are told to stop do so; they are ended then."""
SOON = 5.0
"""Seconds: one that ends sooner would do so again and again."""


class CouldNotServe(Exception):
    """One of the processes ended before or as soon as it answered; it said why."""


class Workers:
    """number: how many. command: what starts one, which is told `--socket` and `--ready`, the file
    numbers of the socket and of a pipe into which it writes a byte once it answers."""

    def __init__(self, number: int, command: list[str], there: socket.socket) -> None:
        self.number, self.command, self.there = number, command, there
        self.processes: dict[subprocess.Popen[bytes], float] = {}
        self.stopping = threading.Event()

    def run(self, *, answers: Callable[[], object]) -> None:
        """Until told to stop by SIGINT or SIGTERM. answers: called when all of them do."""
        before = [signal.signal(one, self.stop) for one in (signal.SIGINT, signal.SIGTERM)]
        try:
            for pipe in [self.start() for _ in range(self.number)]:
                byte = os.read(pipe, 1)
                os.close(pipe)
                if not byte and not self.stopping.is_set():
                    raise CouldNotServe
            answers()
            while not self.stopping.wait(0.2):
                self.replace_ended()
        finally:
            self.end()
            for one, handler in zip((signal.SIGINT, signal.SIGTERM), before, strict=True):
                signal.signal(one, handler)

    def start(self) -> int:
        """The pipe in which it says that it answers."""
        ready, written = os.pipe()
        files = (self.there.fileno(), written)
        told = ["--socket", str(files[0]), "--ready", str(files[1])]
        # It ends when its end of standard input does: also when this process is killed.
        process = subprocess.Popen(
            [sys.executable, *self.command, *told], stdin=subprocess.PIPE, pass_fds=files
        )
        os.close(written)
        self.processes[process] = time.monotonic()
        return ready

    def replace_ended(self) -> None:
        for process, since in list(self.processes.items()):
            if process.poll() is not None:
                if time.monotonic() - since < SOON:
                    raise CouldNotServe
                self.forget(process)
                os.close(self.start())

    def stop(self, sig: int, frame: FrameType | None) -> None:
        self.stopping.set()

    def end(self) -> None:
        for process in self.processes:
            process.terminate()
        until = time.monotonic() + PATIENCE
        for process in list(self.processes):
            try:
                process.wait(max(0, until - time.monotonic()))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            self.forget(process)

    def forget(self, process: subprocess.Popen[bytes]) -> None:
        if process.stdin is not None:
            process.stdin.close()
        del self.processes[process]


def end_with_parent() -> None:
    """Called in one of them: as if told to stop, once the process that started it is gone."""

    def watch() -> None:
        with suppress(OSError):
            while os.read(0, 1):
                pass
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=watch, daemon=True).start()
