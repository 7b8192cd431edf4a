"""The application, served to the browser as in production, from the database of the tests."""

import runpy
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from django.conf import settings
from django.core.management import call_command
from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.test import Client, override_settings
from playwright.sync_api import BrowserContext

from deliberations.models import User


@contextmanager
def served(static: Path) -> Iterator[str]:
    """Serve it on a free port; its address.

    static: where to collect the static files, so that their hashed names, their compression and
    the checksums in the pages are the real ones.
    """
    with override_settings(STATIC_ROOT=static):
        call_command("collectstatic", interactive=False, verbosity=0)
        # Run, not imported: another test may have made an application with other static files.
        application = runpy.run_module("wgec.asgi")["application"]
        server = uvicorn.Server(uvicorn.Config(application, log_level="warning", lifespan="off"))
        # Listens from here on: the first request waits for the server, nobody else has to.
        listening = socket.create_server(("127.0.0.1", 0))
        thread = threading.Thread(target=server.run, args=[[listening]], daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        application.end()
        server.should_exit = True
        thread.join()


def sign_in(context: BrowserContext, user: User, address: str) -> None:
    """Without the form, which takes its time over the password; test_people.py fills it in.

    With the token that whoever signs in gets: of two pages asked for at once without one, each
    would set another.
    """
    client = Client()
    client.force_login(user)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    request = HttpRequest()
    get_token(request)
    cookies = {
        settings.SESSION_COOKIE_NAME: session,
        settings.CSRF_COOKIE_NAME: request.META["CSRF_COOKIE"],
    }
    context.add_cookies(
        [{"name": name, "value": value, "url": address} for name, value in cookies.items()]
    )
