"""The process in which files of others are worked on: little time and memory, no file, no network.

Called as a program by `said_by`: what it works on comes on standard input, lines of JSON go out.
"""

import encodings
import importlib
import json
import pkgutil
import resource
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
MAX_BYTES = 20 * 2**20
MEMORY = 120 * 2**20
"""Bytes of address space on top of the interpreter and its libraries; the file is among them."""
PATIENCE = 1.5
"""Seconds of computing before the first sign of progress, and the most that are ever left."""
A_STEP = 0.1
"""Seconds of computing that a sign of progress earns: a page, a hundred paragraphs."""
LONGEST = 60.0
"""Seconds by the clock for a whole file, whatever else the machine does."""


# ---- outside


class Refusal(Exception):
    """The file is refused; `why` is a key of the sentence for the person."""

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(why)


def read_file(
    data: bytes, kind: str, progress: Callable[[int, int], None] = lambda done, of: None
) -> tuple[str, list[str]]:
    """The text of a file and remarks on how it was read. Refusal if it is bad."""
    if len(data) > MAX_BYTES:
        raise Refusal("too-large")
    said = said_by("imports.limited", kind, data, progress)
    if "why" in said:
        raise Refusal(said["why"])
    return said["text"], said["remarks"]


def said_by(
    module: str,
    argument: str,
    data: bytes,
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> dict[str, Any]:
    """What `main(argument)` of our module says of the data in a process of its own.

    Refusal if it is killed: by its own limits, or at the end of our patience.
    """
    call = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
        f"from deliberations.{module} import main; main({argument!r})"
    )
    process = subprocess.Popen(
        [sys.executable, "-I", "-B", "-c", call],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={"LANG": "C.UTF-8"},
        cwd="/",
    )
    end = threading.Timer(LONGEST, process.kill)
    end.start()
    try:
        with process:
            if process.stdin is None or process.stdout is None:
                raise Refusal("damaged")
            try:
                process.stdin.write(data)
                process.stdin.close()
            except BrokenPipeError:
                pass
            for line in process.stdout:
                said: dict[str, Any] = json.loads(line)
                if "done" not in said:
                    return said
                progress(said["done"], said["of"])
        raise Refusal("too-much")
    finally:
        end.cancel()
        process.kill()
        process.wait()


# ---- inside


def main(kind: str) -> None:
    from deliberations.imports import files
    from deliberations.imports.paragraphs import paragraphs_of
    from deliberations.imports.reading import read
    from deliberations.imports.unreadable import Unreadable
    from deliberations.imports.words import Known

    load_all_of(encodings)
    importlib.import_module("_strptime")  # as the first date would, when no file opens any more
    if kind == "pdf":
        load_all_of(importlib.import_module("pypdf"))
    begun_with = address_space()
    data = sys.stdin.buffer.read()
    limit(begun_with)
    out = sys.stdout.buffer
    try:
        text, remarks = files.text_of(data, kind, tell)
        # What would hold up the server whenever the text is shown, comes to its end in here.
        paragraphs = paragraphs_of(text, markdown=kind == "markdown")
        read(paragraphs, Known(), lambda _done, _of: be_patient())
        said: dict[str, object] = {"text": text, "remarks": remarks}
    except Unreadable as unreadable:
        said = {"why": unreadable.why}
    except (MemoryError, RecursionError):
        said = {"why": "too-much"}
    out.write(json.dumps(said, ensure_ascii=False).encode() + b"\n")


def load_all_of(package: ModuleType) -> None:
    """Load now what is otherwise loaded when it is needed: then no file can be opened any more."""
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        with suppress(ImportError):  # what is for another system, or for other libraries
            importlib.import_module(module.name)


def address_space() -> int:
    return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()


def limit(begun_with: int) -> None:
    """From here on: no more memory than this, no new file or socket, no process, no core.

    begun_with: the address space of the interpreter and its libraries, in bytes.
    """
    most = begun_with + MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    for what in (resource.RLIMIT_FSIZE, resource.RLIMIT_CORE, resource.RLIMIT_NPROC):
        resource.setrlimit(what, (0, 0))
    # The three open ones stay; opening anything else fails, sockets too.
    resource.setrlimit(resource.RLIMIT_NOFILE, (3, 3))
    resource.setrlimit(resource.RLIMIT_CPU, (int(LONGEST), int(LONGEST)))
    signal.setitimer(signal.ITIMER_PROF, PATIENCE)


def be_patient() -> None:
    """Time of computing, not by the clock: a busy machine makes no file a bad one."""
    left, _again = signal.getitimer(signal.ITIMER_PROF)
    signal.setitimer(signal.ITIMER_PROF, min(PATIENCE, left + A_STEP))


def tell(done: int, of: int) -> None:
    be_patient()
    sys.stdout.buffer.write(json.dumps({"done": done, "of": of}).encode() + b"\n")
    sys.stdout.buffer.flush()
