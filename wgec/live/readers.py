"""Who reads: looked up once for a stream, in one thread, on a connection that is closed after."""

from dataclasses import dataclass
from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user
from django.db import connections
from django.http import HttpRequest

from deliberations import permissions
from deliberations.models import WorkingGroup


@dataclass(frozen=True)
class Answer:
    """group: its id. secretariat: whether the reader serves it."""

    group: int
    secretariat: bool


def who(slug: str, cookies: dict[str, str]) -> Answer | None:
    """None where there is no such group."""
    try:
        group = WorkingGroup.objects.filter(slug=slug).first()
        if group is None:
            return None
        key = cookies.get(settings.SESSION_COOKIE_NAME)
        return Answer(group.pk, bool(key) and permissions.serves(user_of(key), group))
    finally:
        connections.close_all()


def user_of(key: str | None) -> permissions.Person:
    request = HttpRequest()
    sessions: Any = import_module(settings.SESSION_ENGINE)
    request.session = sessions.SessionStore(key)
    return get_user(request)
