"""The embedded PostgreSQL server: started by its first user, stopped after its last.

Two locks say all there is to know, and the kernel forgets them with the processes that held them,
so that nothing is ever stale, kill -9 or not:

- `users.lock`, shared: each process that connected, for its life. Exclusive: who stops the server.
- `server.lock`, exclusive: who starts the server, then the server itself, to its last process.
"""

import atexit
import functools
import hashlib
import os
import signal
import socket
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from . import keeper
from .cluster import (
    MAJOR_VERSION,
    Account,
    CannotStart,
    binary,
    make_cluster,
    open_binaries,
    reason_in,
    server_account,
    server_environment,
    user_name,
)
from .locks import EXCLUSIVE, SHARED, open_lock, try_lock, wait_for_lock

# Given on the command line, where no file and no ALTER SYSTEM can take them back.
SETTINGS = {
    "listen_addresses": "",
    "port": "5432",
    "unix_socket_permissions": "0700",
    "fsync": "on",
    "full_page_writes": "on",
    "synchronous_commit": "on",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "logging_collector": "off",
    "cluster_name": "wgec",
}
SOCKET = ".s.PGSQL.5432"
# The path of a socket ends at 107 bytes on Linux, at 103 on macOS.
LONGEST_SOCKET_PATH = 103
# Recovery after a crash comes before the first connection; a small record needs a few seconds.
PATIENCE = 60.0
LARGE_LOG = 1_000_000


@functools.cache
def server_in(data_dir: Path) -> "EmbeddedServer":
    return EmbeddedServer(data_dir)


class EmbeddedServer:
    def __init__(self, data_dir: Path) -> None:
        self.folder = data_dir / "postgres"
        self.data = self.folder / "data"
        self.log = self.folder / "log"
        self._users: int | None = None
        self._address = ""
        self._keeper: subprocess.Popen[bytes] | None = None
        self._threads = threading.Lock()

    def join(self) -> str:
        """Be a user of the server until this process ends; the directory of its socket."""
        with self._threads, one_sentence(self.folder):
            if self._users is None:
                self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                users = open_lock(self.folder / "users.lock")
                if not wait_for_lock(users, SHARED, PATIENCE):
                    os.close(users)
                    raise CannotStart(f"The embedded PostgreSQL does not stop: see {self.log}.")
                self._users = users
                atexit.register(self.leave)
        if not self._address:
            self.start()
            self._address = str(self.socket_directory())
        return self._address

    def start(self) -> None:
        """Return when the server answers; start it unless someone else does."""
        deadline = time.monotonic() + PATIENCE
        with self._threads, one_sentence(self.folder):
            lock = open_lock(self.folder / "server.lock")
            try:
                while not self.is_ready():
                    if try_lock(lock, EXCLUSIVE):
                        self._launch(lock, deadline)
                    elif time.monotonic() > deadline:
                        raise CannotStart(f"The embedded PostgreSQL is busy: see {self.log}.")
                    else:
                        time.sleep(0.02)
            finally:
                os.close(lock)

    def is_ready(self) -> bool:
        try:
            status = (self.data / "postmaster.pid").read_text().splitlines()[7].strip()
            with socket.socket(socket.AF_UNIX) as knock:
                knock.connect(str(self.socket_directory() / SOCKET))
        except (OSError, IndexError):
            return False
        return status == "ready"

    def socket_directory(self) -> Path:
        """In the data directory where the path is short enough, else below /tmp."""
        path = os.fsencode(self.data / SOCKET)
        # libpq takes a comma for a list of hosts.
        if len(path) <= LONGEST_SOCKET_PATH and b"," not in path:
            return self.data
        made = self.data.stat()
        key = hashlib.sha256(b"%d:%s" % (made.st_ino, path)).hexdigest()[:16]
        # Not $TMPDIR: every user of this server must come to the same place.
        directory = Path(f"/tmp/wgec-{made.st_uid}-{key}")  # noqa: S108 - its owner is checked
        with suppress(FileNotFoundError):
            found = directory.lstat()
            if found.st_uid not in {0, made.st_uid} or not stat.S_ISDIR(found.st_mode):
                raise CannotStart(f"{directory} was made by another user: have it removed.")
        return directory

    def leave(self) -> None:
        """Stop the server if nobody else uses it. Called at exit, so it raises nothing."""
        if self._users is None:
            return
        os.close(self._users)
        self._users, self._address = None, ""
        # Files removed meanwhile, or a server that ended by itself.
        with suppress(OSError, ValueError, IndexError):
            users = open_lock(self.folder / "users.lock")
            if try_lock(users, EXCLUSIVE):
                self._stop()
            else:
                # At once if others stay; when the server has ended if the keeper was faster.
                wait_for_lock(users, SHARED, PATIENCE)
            os.close(users)
        if self._keeper and self._keeper.poll() is None:
            self._keeper.returncode = 0  # It outlives this process: not a child forgotten.

    def _stop(self) -> None:
        lock = open_lock(self.folder / "server.lock")
        if not try_lock(lock, EXCLUSIVE):
            # "Fast": ends sessions, loses nothing.
            os.kill(self._recorded_pid(), signal.SIGINT)
            wait_for_lock(lock, EXCLUSIVE, PATIENCE)
        os.close(lock)

    def _launch(self, lock: int, deadline: float) -> None:
        """Start the server under its keeper, both of which inherit the lock."""
        account = server_account(self.data)
        if account:
            open_binaries(account)
            account.open_passage(self.data)
        if not self.data.exists():
            make_cluster(self.data, account, lock)
        self._refuse_other_version()
        self._clear_after_crash()
        directory = self._make_socket_directory(account)
        identity = f"{account.uid}:{account.gid}" if account else ""
        script = [sys.executable, "-I", "-S", keeper.__file__]
        arguments = [str(self.folder / "users.lock"), str(directory), identity, str(lock)]
        log_begin = self._begin_log()
        with self.log.open("ab") as log:
            self._keeper = subprocess.Popen(
                [*script, *arguments, *self._server_command(directory)],
                pass_fds=[lock],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd="/",
                env=server_environment(),
                start_new_session=True,  # Ctrl-C in the terminal is for the application.
            )
        while not self.is_ready():
            if self._keeper.poll() is not None or time.monotonic() > deadline:
                reason = reason_in(self.log.read_bytes()[log_begin:].decode(errors="replace"))
                raise CannotStart(f"The embedded PostgreSQL did not start: {reason} ({self.log})")
            time.sleep(0.01)

    def _server_command(self, socket_directory: Path) -> list[str]:
        quoted = '"' + str(socket_directory).replace('"', '""') + '"'
        settings = {**SETTINGS, "unix_socket_directories": quoted}
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        return [str(binary("postgres")), "-D", str(self.data), *options]

    def _make_socket_directory(self, account: Account | None) -> Path:
        directory = self.socket_directory()
        if directory != self.data:
            directory.mkdir(mode=0o700, exist_ok=True)
            if account:
                account.own(directory)
        return directory

    def _begin_log(self) -> int:
        """Where in the log the words of the next server begin."""
        if self.log.exists() and self.log.stat().st_size > LARGE_LOG:
            self.log.replace(self.log.with_name("log.old"))
        self.log.touch(mode=0o600)
        return self.log.stat().st_size

    def _refuse_other_version(self) -> None:
        version = (self.data / "PG_VERSION").read_text().strip()
        if version != str(MAJOR_VERSION):
            raise CannotStart(
                f"{self.data} was made by PostgreSQL {version} and the embedded one is "
                f"{MAJOR_VERSION}: bring it over with pg_upgrade, or set WGEC_DATA to a new place."
            )

    def _clear_after_crash(self) -> None:
        """PostgreSQL clears up after itself, unless a new process has got the number of the old.

        Called with the server lock held: no server started from here is alive.
        """
        import psutil  # type: ignore[import-untyped]  # a dependency of the wheel

        try:
            process = psutil.Process(self._recorded_pid())
            alive = process.name() == "postgres" and process.cwd() == str(self.data.resolve())
        except (OSError, ValueError, IndexError, psutil.Error):
            alive = False
        if alive:
            raise CannotStart(
                f"A PostgreSQL not started by this application uses {self.data}: stop process "
                f"{process.pid}."
            )
        socket_path = self.socket_directory() / SOCKET
        for left in (self.data / "postmaster.pid", socket_path, f"{socket_path}.lock"):
            Path(left).unlink(missing_ok=True)

    def _recorded_pid(self) -> int:
        return int((self.data / "postmaster.pid").read_text().splitlines()[0])


@contextmanager
def one_sentence(folder: Path) -> Iterator[None]:
    """Say what the system refused in words that help."""
    try:
        yield
    except OSError as error:
        with suppress(OSError):
            owner = folder.stat().st_uid
            if os.geteuid() not in {0, owner}:
                raise CannotStart(
                    f"{folder} belongs to {user_name(owner)}: run this as that user, or set "
                    "WGEC_DATA to a directory of your own."
                ) from None
        raise CannotStart(
            f"The embedded PostgreSQL cannot use {folder} ({error.strerror}): make room and give "
            "yourself the right to write there, or set WGEC_DATA to another directory."
        ) from None
