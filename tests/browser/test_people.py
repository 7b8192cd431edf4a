"""Signing in and out."""

import re

import pytest
from playwright.sync_api import expect

from deliberations.models import Membership, User
from deliberations.permissions import Role
from tests.browser.hands import press, write
from tests.browser.looking import look_at

pytestmark = pytest.mark.django_db(transaction=True)

PASSWORD = "horse battery staple"


@pytest.fixture
def sekai(record) -> User:
    user = User.objects.create_user("sekai", PASSWORD, name="Sekai Secretary")
    Membership.objects.create(user=user, group=record, role=Role.SECRETARIAT)
    return user


def test_one_signs_in_by_keyboard_where_one_was_and_signs_out(page, sekai):
    page.goto("/wgec/meetings/2/")
    press(page, page.get_by_role("link", name="Sign in"), "Enter")
    write(page, page.get_by_label("User name"), "sekai")
    write(page, page.get_by_label("Password"), PASSWORD)
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile("/wgec/meetings/2/$"))
    expect(page.locator(".who")).to_have_text("Sekai Secretary")
    press(page, page.get_by_role("button", name="Sign out"), "Enter")
    expect(page.get_by_role("link", name="Sign in")).to_be_visible()
    page.goto("/wgec/meetings/3/record/")
    expect(page.locator("h1")).to_have_text("Not for you")


def test_a_wrong_password_is_told_without_losing_the_name(page, sekai):
    page.goto("/sign-in/")
    page.get_by_label("User name").fill("sekai")
    page.get_by_label("Password").fill("wrong")
    page.get_by_role("main").get_by_role("button", name="Sign in").click()

    expect(page.locator(".error-summary")).to_be_focused()
    expect(page.get_by_label("User name")).to_have_value("sekai")
    expect(page.get_by_label("Password")).to_have_value("")
    assert look_at(page) == []
    press(page, page.locator(".error-summary a"), "Enter")
    expect(page.get_by_label("User name")).to_be_focused()


def test_who_is_refused_a_page_signs_in_and_is_there(page, sekai):
    page.goto("/wgec/elements/41/reword/")
    expect(page.locator("h1")).to_have_text("Not for you")
    page.get_by_role("main").get_by_role("link", name="Sign in").click()
    page.get_by_label("User name").fill("sekai")
    page.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")

    expect(page.locator("h1")).to_have_text("Reword E41")


def test_what_a_new_password_must_be_is_told_with_its_field(page_of, sekai):
    page = page_of(sekai)
    page.goto("/account/password/")

    new = page.get_by_label("New password", exact=True)
    expect(new).to_have_accessible_description(re.compile("at least 8 characters"))
    assert look_at(page) == []
