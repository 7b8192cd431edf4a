"""Someone to sign in as, on one's own machine only."""

import io
import json
import re

import pytest
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command

from deliberations import operations
from deliberations.models import Entry, Membership, User
from deliberations.permissions import Role
from tests.factories import GroupFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def data_dir(settings, tmp_path):
    settings.DATA_DIR = tmp_path / "data"
    settings.PRODUCTION = False
    return settings.DATA_DIR


def made(**options: object) -> str:
    out = io.StringIO()
    call_command("local_people", stdout=out, **options)
    return out.getvalue()


def passwords(said: str) -> dict[str, str]:
    return dict(re.findall(r"^  (\w+) +(.+)$", said, re.MULTILINE))


def test_a_secretary_a_delegate_and_an_admin_can_sign_in(record):
    said = made()

    assert said.startswith("Sign in at http://127.0.0.1:8000/sign-in/ as\n")
    people = passwords(said)
    assert list(people) == ["admin", "secretary", "delegate"]
    for username, password in people.items():
        assert authenticate(username=username, password=password) == User.objects.get(
            username=username
        )


def test_each_has_a_role_in_every_group(record):
    other = GroupFactory()
    made()

    assert set(
        Membership.objects.exclude(user__username="loader").values_list(
            "user__username", "group", "role"
        )
    ) == {
        ("secretary", record.pk, Role.SECRETARIAT),
        ("secretary", other.pk, Role.SECRETARIAT),
        ("delegate", record.pk, Role.DELEGATE),
        ("delegate", other.pk, Role.DELEGATE),
    }
    assert list(
        User.objects.filter(is_admin=True)
        .exclude(username="loader")
        .values_list("username", flat=True)
    ) == ["admin"]


def test_they_are_made_once(record):
    first = made()
    before = Entry.objects.count()

    assert made() == first
    assert Entry.objects.count() == before


def test_a_group_founded_since_gets_them_too(record):
    made()
    other = GroupFactory()
    made()

    assert other.memberships.count() == 2


def test_their_passwords_are_random_and_for_their_owner_only(record, data_dir):
    people = passwords(made())
    path = data_dir / "people.json"

    assert len(set(people.values())) == 3
    assert min(map(len, people.values())) >= 16
    assert path.stat().st_mode & 0o777 == 0o600
    assert [file.name for file in data_dir.iterdir()] == ["people.json"]


def test_a_password_changed_since_is_not_printed(record):
    made()
    delegate = User.objects.get(username="delegate")
    delegate.set_password("my own")
    operations.edit_people(thing=delegate, by=User.objects.get(username="admin"))

    assert passwords(made())["delegate"] == "(the password was changed since)"


def test_a_password_hashed_anew_still_holds(record):
    people = passwords(made())
    delegate = User.objects.get(username="delegate")
    delegate.set_password(people["delegate"])
    operations.edit_people(thing=delegate, by=User.objects.get(username="admin"))

    assert passwords(made()) == people


@pytest.mark.parametrize("damage", ["", "{}", "not json"])
def test_who_lost_the_file_gets_new_passwords(record, data_dir, damage):
    first = passwords(made())
    (data_dir / "people.json").write_text(damage)
    second = passwords(made())

    assert set(first.values()) & set(second.values()) == set()
    assert authenticate(username="secretary", password=second["secretary"]) is not None


def test_a_database_made_anew_gets_the_same_passwords(record, data_dir):
    (data_dir).mkdir()
    (data_dir / "people.json").write_text(
        json.dumps({"secretary": {"password": "as-before-1234567", "encoded": "!"}})
    )

    assert passwords(made())["secretary"] == "as-before-1234567"
    assert authenticate(username="secretary", password="as-before-1234567") is not None


def test_all_of_it_is_in_the_history(record):
    made()

    assert set(
        Entry.objects.filter(noun__in=["user", "membership"])
        .exclude(context__name="the loader of record files")
        .values_list("context__act", "context__name")
    ) == {("manage_people", "Local Admin")}


def test_not_in_production(record, settings):
    settings.PRODUCTION = True

    with pytest.raises(CommandError, match=r"^Not in production:"):
        made()
    with pytest.raises(CommandError, match=r"^Not in production:"):
        call_command("run_local")
    assert not User.objects.filter(username="secretary").exists()


def test_an_admin_who_is_none_any_more_is_refused_in_a_sentence(record):
    made()
    admin = User.objects.get(username="admin")
    admin.is_admin = False
    operations.edit_people(thing=admin, by=User.objects.get(username="loader"))
    GroupFactory()

    with pytest.raises(CommandError, match=r"^You may not do that in this group\.$"):
        made()
