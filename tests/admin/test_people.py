"""Users and their roles: admins only, passwords hashed, nobody deleted, one admin always left."""

import pytest
from django.urls import reverse

from deliberations.models import Entry, Membership, User
from deliberations.operations import Refused, edit_people
from tests.admin.conftest import signed_in
from tests.admin.forms import filled_in, page, send, sentences
from tests.admin.things import last_entry
from tests.factories import UserFactory

PASSWORD = "a long and winding password"


@pytest.mark.parametrize("kind", ["change", "history", "delete"])
def test_a_secretary_sees_no_user(kind, as_secretary, secretary, delegate):
    for user in (secretary, delegate):
        assert as_secretary.get(page(user, kind)).status_code in (403, 404)
        assert as_secretary.post(page(user, kind), {"name": "Me"}).status_code in (403, 404)


def test_a_secretary_lists_and_adds_no_users(as_secretary):
    for kind in ("changelist", "add"):
        assert as_secretary.get(page(User, kind)).status_code == 403
        assert as_secretary.post(page(User, kind), {"username": "me"}).status_code == 403


def test_a_new_user_comes_with_password_and_role_by_one_act(as_admin, admin, record, client):
    answer = send(
        as_admin,
        page(User, "add"),
        username="new",
        name="New One",
        password1=PASSWORD,
        password2=PASSWORD,
        reason="Joined the secretariat.",
        **{"memberships-0-group": record.pk, "memberships-0-role": "secretariat"},
    )

    assert answer.status_code == 302, sentences(answer)
    user = User.objects.get(username="new")
    assert user.check_password(PASSWORD)
    assert user.password.startswith(("pbkdf2_", "argon2", "scrypt", "md5$"))
    assert user.roles == {record.pk: "secretariat"}
    latest = list(Entry.objects.all()[:2])
    assert {entry.act_id for entry in latest} == {latest[0].act_id}
    assert {entry.noun for entry in latest} == {"user", "membership"}
    assert {(entry.context or {}).get("act") for entry in latest} == {"manage_people"}


@pytest.mark.parametrize(
    ("role", "warned"), [({}, True), ({"memberships-0-role": "delegate"}, False)]
)
def test_who_adds_a_user_without_a_role_is_told_what_that_one_sees(as_admin, record, role, warned):
    group = {"memberships-0-group": record.pk} if role else {}
    answer = send(as_admin, page(User, "add"), username="new", name="New One", **group, **role)

    told = as_admin.get(answer["Location"]).text
    assert ("New One has no role in any group, so they see only what everybody sees." in told) == (
        warned
    )


def test_without_a_password_nobody_signs_in(as_admin):
    send(as_admin, page(User, "add"), username="new")

    assert not User.objects.get(username="new").has_usable_password()


@pytest.mark.parametrize(
    ("first", "again", "sentence"),
    [
        (PASSWORD, "another", "The two password fields didn’t match."),
        (PASSWORD, "", "The two password fields didn’t match."),
        (
            "short",
            "short",
            "This password is too short. It must contain at least 8 characters.",
        ),
    ],
)
def test_a_password_is_checked(first, again, sentence, as_admin):
    answer = send(as_admin, page(User, "add"), username="new", password1=first, password2=again)

    assert sentence in sentences(answer)
    assert not User.objects.filter(username="new").exists()


def test_a_new_password_is_in_the_history_but_not_its_words(as_admin, delegate):
    answer = send(
        as_admin,
        page(delegate, "change"),
        password1=PASSWORD,
        password2=PASSWORD,
        reason="Forgotten.",
    )

    assert answer.status_code == 302, sentences(answer)
    delegate.refresh_from_db()
    assert delegate.check_password(PASSWORD)
    entry = last_entry(User)
    assert (entry.object_id, entry.context["reason"]) == (delegate.pk, "Forgotten.")
    assert "password" not in {*entry.old, *entry.new}
    history = as_admin.get(page(delegate, "history")).text
    assert "A new password (which the history does not keep)" in history


def test_left_empty_the_password_stays(as_admin, delegate):
    delegate.set_password(PASSWORD)
    delegate.save()

    send(as_admin, page(delegate, "change"), name="Dele D. Legate", reason="Married.")

    delegate.refresh_from_db()
    assert delegate.check_password(PASSWORD)
    assert delegate.name == "Dele D. Legate"


def test_who_changes_their_own_password_stays_signed_in_there_only(as_admin, admin):
    elsewhere = signed_in(admin)

    send(
        as_admin,
        page(admin, "change"),
        password1=PASSWORD,
        password2=PASSWORD,
        reason="Too old.",
    )

    assert as_admin.get(reverse("admin:index")).status_code == 200
    assert elsewhere.get(reverse("admin:index")).status_code == 302


@pytest.mark.parametrize("flag", ["is_admin", "is_active"])
def test_the_last_admin_stays_one(flag, as_admin, admin):
    User.objects.exclude(pk=admin.pk).update(is_admin=False)
    filled = send_without(as_admin, admin, flag)

    assert filled.status_code == 422
    assert sentences(filled) == ["Ada Admin is the last admin. Make somebody else an admin first."]
    admin.refresh_from_db()
    assert admin.is_admin
    assert admin.is_active


def send_without(client, user, flag):
    data = filled_in(client.get(page(user, "change")).context, {"reason": "Leaving."})
    return client.post(page(user, "change"), {k: v for k, v in data.items() if k != flag})


def test_one_of_two_admins_can_leave(as_admin, admin, db):
    UserFactory(is_admin=True)

    assert send_without(as_admin, admin, "is_admin").status_code == 302
    admin.refresh_from_db()
    assert not admin.is_admin


def test_the_rule_of_the_last_admin_holds_for_every_caller(admin):
    User.objects.exclude(pk=admin.pk).update(is_admin=False)
    admin.is_active = False

    with pytest.raises(Refused, match="last admin"):
        edit_people(thing=admin, by=User.objects.get(pk=admin.pk))


def test_users_are_never_deleted(as_admin, delegate):
    assert as_admin.post(page(delegate, "delete"), {"reason": "Left."}).status_code == 403
    assert "deletelink" not in as_admin.get(page(delegate, "change")).text


def test_a_role_that_is_taken_away_stays_in_the_history_of_its_user(as_admin, delegate, record):
    send(
        as_admin,
        page(delegate, "change"),
        reason="Left the delegation.",
        **{"memberships-0-DELETE": "on"},
    )

    assert not Membership.objects.filter(user=delegate).exists()
    history = as_admin.get(page(delegate, "history")).text
    assert "Left the delegation." in history
    assert "delegate" in history


def test_a_user_has_one_role_in_a_group(as_admin, delegate, record):
    answer = send(
        as_admin,
        page(delegate, "change"),
        reason="Both.",
        **{"memberships-1-group": record.pk, "memberships-1-role": "secretariat"},
    )

    assert "Please correct the duplicate data for group." in sentences(answer)
    assert delegate.memberships.count() == 1
