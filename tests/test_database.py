"""The embedded PostgreSQL, used by real processes in data directories of its own."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psutil  # type: ignore[import-untyped]  # has none
import pytest
from django.core.exceptions import ImproperlyConfigured

from wgec.database import database_from_environment
from wgec.database.locks import EXCLUSIVE, open_lock, wait_for_lock
from wgec.database.server import EmbeddedServer

PROJECT = Path(__file__).resolve().parent.parent
NOBODY = 65534

# A process of the application: answers each line of SQL with the first value, or the error.
USER = """
import os, sys
import django
from pathlib import Path
from django.conf import settings
from wgec.database import database_from_environment
data_dir, script = sys.argv[1:]
settings.configure(DATABASES={"default": database_from_environment(os.environ, Path(data_dir))})
django.setup()
from django.db import connection
connection.vendor
exec(script)
for line in sys.stdin:
    try:
        with connection.cursor() as cursor:
            cursor.execute(line)
            answer = cursor.fetchone()[0] if cursor.description else "done"
    except Exception as error:
        connection.close()
        answer = f"{type(error).__name__}: {error}"
    print(repr(str(answer)), flush=True)
"""


class User:
    """One process that uses the database of a data directory."""

    def __init__(self, data_dir: Path, script: str = "", **environ: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", USER, str(data_dir), script],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=PROJECT,
            env={**os.environ, "DATABASE_URL": "", "WGEC_PRODUCTION": "", **environ},
        )

    def ask(self, sql: str) -> str:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(sql + "\n")
        self.process.stdin.flush()
        answer: str = eval(self.process.stdout.readline())  # noqa: S307 - what USER printed
        return answer

    def leave(self) -> None:
        self.process.communicate(timeout=20)

    def die(self, how: signal.Signals = signal.SIGKILL) -> None:
        self.process.send_signal(how)
        self.process.communicate(timeout=20)


def ask(data_dir: Path, sql: str, script: str = "", **environ: str) -> str:
    """Come, ask one thing, leave."""
    user = User(data_dir, script, **environ)
    try:
        return user.ask(sql)
    finally:
        user.leave()


def server_pid(data_dir: Path) -> int:
    return int((data_dir / "postgres/data/postmaster.pid").read_text().splitlines()[0])


def until(condition: Callable[[], Any]) -> None:
    deadline = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


@pytest.fixture
def place() -> Iterator[Path]:
    """Not tmp_path: each session of pytest closes that again to the account of root's server."""
    with tempfile.TemporaryDirectory(prefix="wgec-") as name:
        yield Path(name).resolve()


@pytest.fixture(scope="module")
def made() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="wgec-") as name:
        data_dir = Path(name).resolve()
        assert ask(data_dir, "CREATE TABLE kept (number int)") == "done"
        yield data_dir


@pytest.fixture
def data_dir(made: Path) -> Iterator[Path]:
    """A data directory that is made, with no server running before and after."""
    yield made
    lock = open_lock(made / "postgres/server.lock")
    assert wait_for_lock(lock, EXCLUSIVE, seconds=20)
    os.close(lock)


@pytest.fixture
def user(data_dir: Path) -> Iterator[User]:
    user = User(data_dir)
    assert user.ask("SELECT 1") == "1"
    yield user
    user.leave()


def test_reading_the_settings_starts_nothing(place):
    database_from_environment({}, place / "data")

    assert not (place / "data").exists()


def test_the_first_connection_starts_it_and_the_last_user_to_leave_stops_it(data_dir):
    first, second = User(data_dir), User(data_dir)
    first.ask("SELECT 1")
    second.ask("SELECT 1")
    pid = server_pid(data_dir)

    first.leave()
    assert second.ask("SELECT 1") == "1"
    assert server_pid(data_dir) == pid

    second.leave()
    assert not psutil.pid_exists(pid)


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_a_user_that_is_killed_leaves_no_server_behind(data_dir, how):
    user = User(data_dir)
    user.ask("SELECT 1")
    pid = server_pid(data_dir)

    user.die(how)

    until(lambda: not psutil.pid_exists(pid))
    assert ask(data_dir, "SELECT 1") == "1"


def test_what_was_committed_survives_the_server_being_killed(user, data_dir):
    user.ask("INSERT INTO kept VALUES (42)")

    os.kill(server_pid(data_dir), signal.SIGKILL)

    until(lambda: user.ask("SELECT 1").startswith("OperationalError: "))
    assert user.ask("SELECT number FROM kept") == "42"


def test_users_that_come_and_go_all_at_once_are_all_answered(data_dir):
    with ThreadPoolExecutor(8) as processes:
        answers = list(processes.map(lambda number: ask(data_dir, f"SELECT {number}"), range(12)))

    assert answers == [str(number) for number in range(12)]


def test_threads_of_one_process_that_connect_at_once_start_one_server(data_dir):
    server = EmbeddedServer(data_dir)

    with ThreadPoolExecutor(8) as threads:
        addresses = list(threads.map(lambda _: server.join(), range(8)))

    assert addresses == [str(data_dir / "postgres/data")] * 8
    server.leave()


def test_a_forked_child_keeps_the_server_that_its_parent_leaves(data_dir):
    # The parent leaves by the front door, with its exit handlers; the child goes on asking.
    fork = "connection.ensure_connection(); connection.close(); os.fork() and sys.exit()"
    child = User(data_dir, fork)
    child.process.wait()

    assert child.ask("SELECT 1") == "1"
    child.leave()


def test_a_stale_pid_file_with_the_number_of_a_living_process_is_no_hindrance(data_dir):
    me = psutil.Process()
    lines = [me.pid, data_dir / "postgres/data", int(me.create_time()), 5432, "", "", "", "ready"]
    (data_dir / "postgres/data/postmaster.pid").write_text("\n".join(map(str, lines)) + "\n")

    assert ask(data_dir, "SELECT 1") == "1"


def test_a_half_made_data_directory_under_a_long_path_is_made_anew(place):
    data_dir = place / ("a long, long path " * 8)
    (data_dir / "postgres/data.unfinished/base").mkdir(parents=True)

    user = User(data_dir)

    assert user.ask("SELECT 1") == "1"
    directory = EmbeddedServer(data_dir).socket_directory()
    assert (directory / ".s.PGSQL.5432").is_socket()
    assert directory.parent == Path("/tmp")  # noqa: S108 - as short as it gets
    assert directory.stat().st_mode & 0o777 == 0o700
    user.leave()
    assert not directory.exists()


def test_the_server_keeps_what_it_commits_and_notices_what_the_disk_forgot(user):
    settings = ["fsync", "full_page_writes", "synchronous_commit", "data_checksums"]

    assert [user.ask(f"SHOW {setting}") for setting in settings] == ["on"] * 4


def test_the_server_listens_on_no_network_port(user, data_dir):
    server = psutil.Process(server_pid(data_dir))

    assert server.net_connections("inet") == []
    assert user.ask("SHOW listen_addresses") == ""


def test_no_other_user_of_the_machine_reaches_the_socket(user, data_dir):
    directory = data_dir / "postgres/data"

    assert (directory / ".s.PGSQL.5432").is_socket()
    assert directory.stat().st_mode & 0o777 == 0o700


def test_the_application_is_no_superuser_and_cannot_become_one(user, data_dir):
    powers = user.ask(
        "SELECT (rolsuper, rolcreaterole, rolreplication, rolbypassrls)::text"
        " FROM pg_roles WHERE rolname = current_user"
    )
    assert powers == "(f,f,f,f)"

    refusal = user.ask("SET session_replication_role = replica")
    assert refusal == (
        'ProgrammingError: permission denied to set parameter "session_replication_role"'
    )

    url = f"postgresql://postgres@{quote(str(data_dir / 'postgres/data'), safe='')}/wgec"
    assert "pg_hba.conf" in ask(data_dir, "SELECT 1", DATABASE_URL=url)


def test_the_application_may_make_a_database_for_its_tests(user):
    assert user.ask("CREATE DATABASE test_made_by_wgec") == "done"
    assert user.ask("DROP DATABASE test_made_by_wgec") == "done"


def test_dbshell_brings_its_own_psql(data_dir):
    shell = 'connection.client.runshell(["-tAc", "SELECT 40 + 2"])'

    done = subprocess.run(
        [sys.executable, "-c", USER, str(data_dir), shell],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
        cwd=PROJECT,
        env={"PATH": "", "LANG": "C"},
    )

    assert done.stdout == "42\n"


def test_a_place_that_is_no_directory_is_refused_in_one_sentence(place):
    (place / "file").touch()

    assert ask(place / "file", "SELECT 1") == (
        f"CannotStart: The embedded PostgreSQL cannot use {place}/file/postgres (Not a "
        "directory): make room and give yourself the right to write there, or set WGEC_DATA to "
        "another directory."
    )


def test_a_place_of_another_user_is_refused_in_one_sentence(place):
    place.chmod(0o755)
    (place / "postgres").symlink_to("/usr")

    assert ask(place, "SELECT 1", f"os.geteuid() or os.setuid({NOBODY})") == (
        f"CannotStart: {place}/postgres belongs to root: run this as that user, or set "
        "WGEC_DATA to a directory of your own."
    )


def test_a_full_disk_is_reported_in_one_sentence(place):
    full = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))"

    answer = ask(place, "SELECT 1", full)

    assert answer.startswith(
        "CannotStart: The embedded PostgreSQL could not make its data directory: could not "
    )
    assert not (place / "postgres/data").exists()


def test_the_data_of_another_version_is_refused_in_one_sentence(data_dir):
    version = data_dir / "postgres/data/PG_VERSION"
    version.write_text("16\n")

    answer = ask(data_dir, "SELECT 1")
    version.write_text("18\n")

    assert answer == (
        f"CannotStart: {data_dir}/postgres/data was made by PostgreSQL 16 and the embedded one is "
        "18: bring it over with pg_upgrade, or set WGEC_DATA to a new place."
    )


def test_a_server_that_does_not_start_says_why_in_one_sentence(data_dir):
    configuration = data_dir / "postgres/data/postgresql.auto.conf"
    configuration.write_text("shared_buffers = 'plenty'\n")

    answer = ask(data_dir, "SELECT 1")
    configuration.write_text("")

    assert answer == (
        "CannotStart: The embedded PostgreSQL did not start: configuration file "
        f'"{configuration}" contains errors ({data_dir}/postgres/log)'
    )


def test_a_server_named_by_url_is_used_as_it_is(user, data_dir):
    url = f"postgresql://wgec@/wgec?host={quote(str(data_dir / 'postgres/data'))}"

    assert ask(Path("/nowhere"), "SELECT current_user", DATABASE_URL=url) == "wgec"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("postgres://host/name", {"HOST": "host", "NAME": "name"}),
        ("postgresql://me@host:5433/name", {"USER": "me", "PORT": "5433"}),
        ("postgresql://me%40here:p%2Fw%23@host/na%20me", {"USER": "me@here", "NAME": "na me"}),
        ("postgresql://me:p%2Fw%23@host/name", {"PASSWORD": "p/w#"}),
        ("postgresql://[::1]:5433/name", {"HOST": "::1", "PORT": "5433"}),
        ("postgresql://%2FVar%2Frun/name", {"HOST": "/Var/run", "PORT": ""}),
        ("postgresql:///name?host=/run/pg", {"HOST": "/run/pg", "OPTIONS": {}}),
        ("postgresql://h/n?sslmode=require", {"OPTIONS": {"sslmode": "require"}}),
    ],
)
def test_a_url_is_read_as_postgresql_reads_it(url, expected):
    entry = database_from_environment({"DATABASE_URL": url}, Path("/nowhere"))

    assert entry["ENGINE"] == "wgec.database.kept"
    assert {key: entry[key] for key in expected} == expected


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("mysql://me:secret@host/name", "DATABASE_URL must begin with postgresql://"),
        ("host=host dbname=name", "DATABASE_URL must begin with postgresql://"),
        ("postgresql://me:secret@host", "DATABASE_URL names no database"),
        ("postgresql://me:secret@host/", "DATABASE_URL names no database"),
        ("postgresql://me:secret@[::1/name", "DATABASE_URL cannot be read"),
        ("postgresql://me:secret@host/name?sslmod=require", "DATABASE_URL cannot be read"),
    ],
)
def test_a_url_that_is_none_is_refused_without_its_password(url, sentence):
    with pytest.raises(ImproperlyConfigured, match=f"^{sentence}") as refused:
        database_from_environment({"DATABASE_URL": url}, Path("/nowhere"))

    assert "secret" not in str(refused.value)


def test_production_does_without_the_embedded_server():
    with pytest.raises(ImproperlyConfigured, match=r"^WGEC_PRODUCTION=1 needs DATABASE_URL"):
        database_from_environment({"WGEC_PRODUCTION": "1"}, Path("/nowhere"))
