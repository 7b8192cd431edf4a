"""The process that forks the servers of forked.py: one for each line of its standard input.

Each says its number in a line, then serves as `manage.py serve` does.
"""

import os
import signal
import sys

import django
from django.core.management import call_command, load_command_class
from django.urls import get_resolver


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wgec.settings")
    django.setup()
    # Read here what each of them would have to.
    command = load_command_class("deliberations", "serve")
    __import__("wgec.asgi")
    assert get_resolver().url_patterns
    # Those that were killed leave nothing to wait for.
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    while sys.stdin.readline():
        if os.fork() == 0:
            sys.stdout.write(f"{os.getpid()}\n")
            call_command(command, port=0)
            os._exit(0)


if __name__ == "__main__":
    main()
