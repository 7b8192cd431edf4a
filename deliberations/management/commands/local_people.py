"""manage.py local_people: someone to sign in as, on one's own machine."""

import json
import os
import secrets
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from deliberations import operations
from deliberations.models import Membership, User, WorkingGroup
from deliberations.operations import Refused
from deliberations.permissions import Role

# User name, name, role in every group. The admin first: people are made by an admin.
PEOPLE = (
    ("admin", "Local Admin", None),
    ("secretary", "Local Secretary", Role.SECRETARIAT),
    ("delegate", "Local Delegate", Role.DELEGATE),
)


class Command(BaseCommand):
    help = _(
        "Make a secretary, a delegate and an admin to sign in as on this machine, each with a "
        "random password, and print them. Those that are there stay as they are."
    )

    requires_system_checks = []  # they take longer than the command

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--host", default="127.0.0.1")

    def handle(self, *, host: str, port: int, **options: Any) -> None:
        if settings.PRODUCTION:
            raise CommandError(_("Not in production: these people are for one's own machine."))
        try:
            people = local_people()
        except Refused as refusal:
            raise CommandError(str(refusal)) from None
        address = f"http://{host}:{port}{reverse('sign_in')}"
        self.stdout.write(_("Sign in at %(address)s as") % {"address": address})
        for name, password in people.items():
            shown = password or _("(the password was changed since)")
            self.stdout.write(f"  {name:<12}{shown}")


def local_people() -> dict[str, str]:
    """The passwords of the local people, made where they are missing; "" for one changed since."""
    path = settings.DATA_DIR / "people.json"
    kept = passwords_in(path)
    with transaction.atomic():
        users = {user.username: user for user in User.objects.filter(username__in=names())}
        admin = users.get("admin", User(username="admin", is_admin=True))
        for username, name, role in PEOPLE:
            user = users.get(username, admin if username == "admin" else User())
            is_new = user._state.adding
            if is_new:
                user.username, user.name = username, name
            if is_new or username not in kept:
                make_password(user, kept)
                operations.edit_people(thing=user, by=admin)
            join_every_group(user, role, by=admin)
            users[username] = user
        write_for_owner(path, kept)
    return {
        name: kept[name]["password"] if is_unchanged(users[name], kept[name]) else ""
        for name in names()
    }


def names() -> list[str]:
    return [username for username, _name, _role in PEOPLE]


def make_password(user: User, kept: dict[str, Any]) -> None:
    """Give the user the password kept for them, else a new one."""
    password = kept.get(user.username, {}).get("password") or secrets.token_urlsafe(12)
    user.set_password(password)
    kept[user.username] = {"password": password, "encoded": user.password}


def is_unchanged(user: User, kept: dict[str, str]) -> bool:
    """Whether the password still holds; the slow check only where the short one says no."""
    return user.password == kept["encoded"] or user.check_password(kept["password"])


def join_every_group(user: User, role: Role | None, *, by: User) -> None:
    if role is None:
        return
    for group in WorkingGroup.objects.exclude(pk__in=user.roles):
        membership = Membership(user=user, group=group, role=role)
        operations.edit_people(thing=membership, by=by)


def passwords_in(path: Path) -> dict[str, Any]:
    try:
        return dict(json.loads(path.read_text()))
    except (FileNotFoundError, ValueError):
        return {}


def write_for_owner(path: Path, people: dict[str, Any]) -> None:
    """Readable by its owner only, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(f".{os.getpid()}")
    beside.touch(mode=0o600)
    beside.write_text(json.dumps(people, indent=2))
    beside.replace(path)
