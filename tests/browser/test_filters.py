"""Asking the lists: what is asked stands in the address, and every address is a whole page."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.hands import tab_to

pytestmark = pytest.mark.django_db(transaction=True)

ELEMENTS = "/wgec/elements/"
HISTORY = "/wgec/history/"
WHOLE = ["header.masthead", "main h1", "form.filters", "#found", "footer.foot"]


@pytest.fixture(autouse=True)
def the_record(record):
    """Each of these reads it."""


def whole(page: Page) -> None:
    for part in WHOLE:
        expect(page.locator(part)).to_have_count(1)


def words(page: Page):
    return page.get_by_label("Words, or a number")


def numbers(page: Page):
    return page.locator("#found .n")


def at(page: Page, address: str) -> None:
    expect(page).to_have_url(re.compile(re.escape(address) + "$"))


def test_typing_asks_and_keeps_the_focus(page):
    page.goto(ELEMENTS)
    tab_to(page, words(page))
    page.keyboard.type("govern")

    expect(numbers(page)).to_have_text(["E18", "E41"])
    expect(words(page)).to_be_focused()
    expect(words(page)).to_have_value("govern")
    at(page, f"{ELEMENTS}?q=govern")
    page.keyboard.type("ments on")
    expect(numbers(page)).to_have_text(["E18"])
    expect(words(page)).to_be_focused()
    at(page, f"{ELEMENTS}?q=governments+on")
    whole(page)


def test_a_choice_asks_and_keeps_the_focus(page):
    page.goto(ELEMENTS)
    status = page.get_by_label("Status")
    tab_to(page, status)
    status.select_option("rejected")

    expect(numbers(page)).to_have_text(["E40", "E41"])
    expect(status).to_be_focused()
    at(page, f"{ELEMENTS}?status=rejected")


def test_back_and_forward_show_whole_pages_as_they_were(page):
    page.goto(ELEMENTS)
    words(page).fill("govern")
    expect(numbers(page)).to_have_count(2)
    page.get_by_label("Status").select_option("rejected")
    expect(numbers(page)).to_have_text(["E41"])

    page.go_back()
    at(page, f"{ELEMENTS}?q=govern")
    expect(numbers(page)).to_have_text(["E18", "E41"])
    expect(page.get_by_label("Status")).to_have_value("")
    expect(words(page)).to_have_value("govern")
    whole(page)
    page.go_back()
    at(page, ELEMENTS)
    expect(numbers(page)).to_have_count(41)
    expect(words(page)).to_have_value("")
    whole(page)
    page.go_forward()
    expect(numbers(page)).to_have_text(["E18", "E41"])
    expect(words(page)).to_have_value("govern")
    whole(page)


@pytest.mark.parametrize("leave", ["reload", "link"])
def test_an_address_asked_by_htmx_is_a_whole_page_for_everybody_else(page, leave):
    page.goto(ELEMENTS)
    words(page).fill("govern")
    expect(numbers(page)).to_have_text(["E18", "E41"])

    if leave == "reload":
        page.reload()
    else:
        page.locator("#found").get_by_role("link", name="Consultation by governments").click()
        expect(page.locator("h1")).to_have_text("Consultation by governments")
        page.go_back()
    at(page, f"{ELEMENTS}?q=govern")
    whole(page)
    expect(numbers(page)).to_have_text(["E18", "E41"])
    expect(words(page)).to_have_value("govern")


def test_without_an_answer_the_list_says_so(page):
    page.goto(ELEMENTS)
    words(page).fill("no such words")

    expect(page.locator("#found")).to_contain_text("No element fits all of that.")


def test_what_the_server_refuses_is_told_in_words(page):
    page.goto(ELEMENTS)
    words(page).evaluate("node => { node.value = 'a\\u202eb' }")
    words(page).press("Enter")

    expect(page.locator("#trouble")).to_contain_text("reading direction")
    expect(numbers(page)).to_have_count(41)
    words(page).fill("govern")
    expect(page.locator("#trouble")).to_be_hidden()
    expect(numbers(page)).to_have_count(2)


def test_the_history_is_asked_in_the_same_way(page):
    page.goto(HISTORY)
    act = page.get_by_label("Act")
    every = page.locator("#found > .entries > li").count()
    tab_to(page, act)
    act.select_option("record_decision")

    expect(page.locator("#found > .entries > li")).to_have_count(5)
    expect(act).to_be_focused()
    at(page, f"{HISTORY}?act=record_decision")
    page.reload()
    whole(page)
    expect(act).to_have_value("record_decision")
    page.locator("#found .n").first.click()
    expect(page.locator("h1")).to_contain_text("Entry")
    page.go_back()
    whole(page)
    expect(page.locator("#found > .entries > li")).to_have_count(5)
    page.go_back()
    at(page, HISTORY)
    whole(page)
    expect(page.locator("#found > .entries > li")).to_have_count(every)
    expect(act).to_have_value("")


def test_the_lists_are_asked_without_scripts(new_context):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(ELEMENTS)
    words(page).fill("govern")
    page.get_by_label("Status").select_option("rejected")
    page.get_by_role("button", name="Show").click()

    expect(numbers(page)).to_have_text(["E41"])
    expect(words(page)).to_have_value("govern")
    whole(page)
