"""Signing in and out."""

import pytest
from django.conf import settings as configured
from django.test import Client

from deliberations.models import Entry, User
from deliberations.permissions import Role
from tests.factories import MembershipFactory
from tests.pages import errors, problem, read, send

pytestmark = pytest.mark.django_db


@pytest.fixture
def sam(group) -> User:
    sam = User.objects.create_user("sam", "sams-password", name="Sam Secretary")
    MembershipFactory(user=sam, group=group, role=Role.SECRETARIAT)
    return sam


def sign_in(client, address="/sign-in/", **changes):
    return send(client, address, {"username": "sam", "password": "sams-password", **changes})


def is_signed_in(client) -> bool:
    return "_auth_user_id" in client.session


def test_who_signs_in_is_led_to_the_record_and_named_on_each_page(sam, client):
    answer = sign_in(client)

    assert (answer.status_code, answer["Location"]) == (302, "/")
    account = read(client.get("/small/")).one("div", class_="account")
    assert account.text == "Sam Secretary Surroundings Sign out"


def test_a_wrong_password_says_so_and_keeps_the_name(sam, client):
    answer = sign_in(client, password="wrong")

    assert (answer.status_code, is_signed_in(client)) == (200, False)
    assert errors(answer) == [
        "Please enter a correct user name and password. Note that both fields may be "
        "case-sensitive."
    ]
    assert read(answer).one("input", name="username").attrs["value"] == "sam"
    assert "value" not in read(answer).one("input", name="password").attrs


def test_who_there_is_not_and_who_may_not_are_told_the_same(sam, client):
    there_is_not = sign_in(client, username="nobody")
    sam.is_active = False
    sam.save()

    assert errors(sign_in(client)) == errors(there_is_not)
    assert not is_signed_in(client)


def test_who_signs_out_is_a_stranger_again(sam, client):
    sign_in(client)
    [way_out] = read(client.get("/small/")).one("div", class_="account").all("form", method="post")

    answer = client.post(way_out.attrs["action"])

    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert not is_signed_in(client)
    assert read(client.get("/small/")).one("div", class_="account").text == "Sign in"
    assert client.get("/small/meetings/1/record/").status_code == 403


def test_nobody_is_signed_out_by_a_link(sam, client):
    sign_in(client)

    answer = client.get("/sign-out/")

    assert problem(answer) == (405, "This address does not take GET, only POST.")
    assert is_signed_in(client)


def test_who_was_asked_to_sign_in_is_led_back(sam, client):
    refused = read(client.get("/small/meetings/1/record/"))
    [address] = [link for link in refused.one("main").links() if "sign-in" in link]

    answer = sign_in(client, address)

    assert answer["Location"] == "/small/meetings/1/record/"


def test_the_link_to_sign_in_leads_back_to_the_page_with_what_it_asked(sam, client):
    page = read(client.get("/small/elements/?q=thing&status=proposed"))
    [address] = page.one("div", class_="account").links()

    assert sign_in(client, address)["Location"] == "/small/elements/?q=thing&status=proposed"


ELSEWHERE = [
    "//evil.example",
    "//evil.example/small/",
    "https://evil.example/",
    "https:evil.example",
    "http:///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "\x00//evil.example",
    " //evil.example",
    "https://testserver@evil.example/",
    "ftp://testserver/",
]


@pytest.mark.parametrize("address", ELSEWHERE)
def test_nobody_is_led_to_another_host(sam, client, address):
    assert sign_in(client, next=address)["Location"] == "/"
    assert client.post("/sign-out/", {"next": address})["Location"] == "/"


def test_who_is_signed_in_is_led_on_from_the_page_of_signing_in(sam, client):
    sign_in(client)

    assert client.get("/sign-in/?next=/small/").headers["Location"] == "/small/"
    assert client.get("/sign-in/?next=//evil.example").headers["Location"] == "/"


@pytest.mark.parametrize("address", ["/sign-in/", "/sign-in/?next=/small/", "/sign-in"])
def test_nobody_is_led_round_and_round(sam, client, address):
    sign_in(client)

    assert client.get("/sign-in/", {"next": address}).headers["Location"] in ("/", "/sign-in")
    assert client.get("/sign-in/", {"next": address}, follow=True).status_code == 200


def test_the_session_is_another_one_after_signing_in(sam, client):
    """One that somebody else put there is of no use to them."""
    client.cookies["sessionid"] = "0" * 32
    sign_in(client)

    assert client.cookies["sessionid"].value != "0" * 32


def test_the_cookie_of_the_session_is_for_nobody_but_our_pages(sam, client):
    sign_in(client)

    cookie = client.cookies["sessionid"]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/")


def test_in_production_no_cookie_goes_over_an_open_line(sam, client, settings):
    settings.SESSION_COOKIE_SECURE = True
    settings.CSRF_COOKIE_SECURE = True
    sign_in(client)

    assert {name: cookie["secure"] for name, cookie in client.cookies.items()} == {
        "csrftoken": True,
        "sessionid": True,
    }


def test_who_only_reads_gets_no_cookie(group, client):
    for address in ["/small/", "/small/elements/", "/small/history/", "/nope/", "/healthz"]:
        client.get(address)

    assert dict(client.cookies) == {}


def test_a_session_ends_with_the_password(sam, client):
    sign_in(client)
    sam.set_password("another")
    sam.save()

    assert client.get("/small/meetings/1/record/").status_code == 403


def test_the_form_to_sign_in_is_taken_from_here_only(sam):
    client = Client(enforce_csrf_checks=True)

    answer = client.post("/sign-in/", {"username": "sam", "password": "sams-password"})

    assert answer.status_code == 403
    assert not is_signed_in(client)
    assert sign_in(client).status_code == 302
    assert configured.CSRF_FAILURE_VIEW == "deliberations.views.answers.csrf_failure"


# ---- one's own password


def changed(client, **fields):
    return send(
        client,
        "/account/password/",
        {
            "old_password": "sams-password",
            "new_password1": "a-quiet-harbour",
            "new_password2": "a-quiet-harbour",
            **fields,
        },
    )


def test_a_password_is_changed_and_everywhere_else_one_is_signed_out(sam, client):
    elsewhere = Client()
    for place in (client, elsewhere):
        sign_in(place)

    answer = changed(client)

    assert (answer.status_code, answer["Location"]) == (303, "/")
    pages = [place.get("/small/elements/propose/").status_code for place in (client, elsewhere)]
    assert pages == [200, 403]
    anew = Client()
    assert is_signed_in(anew) is False
    sign_in(anew, password="a-quiet-harbour")
    assert is_signed_in(anew) is True
    entry = Entry.objects.filter(
        noun="user", object_id=sam.pk, context__act="change_password"
    ).get()
    assert "harbour" not in str((entry.old, entry.new, entry.context))


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"old_password": "wrong"}, "Your old password was entered incorrectly"),
        ({"new_password2": "another"}, "The two password fields didn’t match."),
        ({"new_password1": "sam", "new_password2": "sam"}, "This password is too short"),
    ],
)
def test_a_password_that_can_not_be_is_refused_and_the_old_one_stays(sam, client, fields, problem):
    sign_in(client)

    answer = changed(client, **fields)

    assert answer.status_code == 422
    assert any(problem in error for error in errors(answer))
    sam.refresh_from_db()
    assert sam.check_password("sams-password")
