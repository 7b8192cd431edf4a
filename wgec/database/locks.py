"""File locks (flock): shared or exclusive, inherited with the open file, gone with its holders."""

import fcntl
import os
import time
from pathlib import Path

SHARED = fcntl.LOCK_SH
EXCLUSIVE = fcntl.LOCK_EX


def open_lock(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT, 0o600)


def try_lock(fd: int, kind: int) -> bool:
    try:
        fcntl.flock(fd, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def wait_for_lock(fd: int, kind: int, seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while not try_lock(fd, kind):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.01)
    return True
