"""The parent of the embedded server: starts it, waits until its last user is gone, stops it.

Run as a script, with the standard library only. A user that ends by itself stops the server on
its way out; this process is there for users that cannot: ended by SIGTERM (uvicorn ends so) or by
kill -9. It never asks who is there. Each user holds a shared lock for its life, the kernel takes
it back however that life ends, and then the exclusive lock asked for here is granted.

    keeper.py USERS_LOCK SOCKET_DIRECTORY ACCOUNT SERVER_LOCK_FD postgres ARGUMENT...

ACCOUNT is `uid:gid` for a server that must not run as root, else empty. The server inherits the
open server lock, and so holds it until the last of its processes has ended.
"""

import fcntl
import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path


def main(users_lock: str, directory: str, account: str, lock_fd: str, *command: str) -> None:
    as_account = {}
    if account:
        uid, gid = map(int, account.split(":"))
        as_account = {"user": uid, "group": gid, "extra_groups": []}
    server = subprocess.Popen(command, pass_fds=[int(lock_fd)], **as_account)  # type: ignore[call-overload]
    threading.Thread(target=end_with, args=(server, Path(directory))).start()

    users = os.open(users_lock, os.O_RDWR)
    fcntl.flock(users, fcntl.LOCK_EX)
    # "Fast": ends sessions, loses nothing. A newcomer waits for its shared lock meanwhile.
    server.send_signal(signal.SIGINT)


def end_with(server: "subprocess.Popen[bytes]", socket_directory: Path) -> None:
    server.wait()
    # Empty only when it was made for the socket alone; the lock is still held, so that no next
    # server has put its own socket there.
    with suppress(OSError):
        socket_directory.rmdir()
    os._exit(0)


if __name__ == "__main__":
    main(*sys.argv[1:])
