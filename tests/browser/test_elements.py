"""The acts on one element."""

import pytest
from playwright.sync_api import Page, expect

from deliberations.models import Element
from tests.acts import reword
from tests.browser.hands import press, tab_to
from tests.browser.looking import look_at

pytestmark = pytest.mark.django_db(transaction=True)


def wording(page: Page):
    return page.get_by_label("New wording")


def reason(page: Page):
    return page.get_by_label("Why it is reworded")


def test_an_element_is_reworded_by_keyboard(page_of, record, secretary):
    page = page_of(secretary)
    page.goto("/wgec/elements/41/")
    press(page, page.get_by_role("link", name="Reword"), "Enter")
    tab_to(page, wording(page))
    page.keyboard.press("End")
    page.keyboard.type(" of all stakeholders")
    tab_to(page, reason(page), at_most=1)
    page.keyboard.type("It came back in another wording.")
    press(page, page.get_by_role("button", name="Enter the new wording"), "Enter")

    expect(page.locator("h1")).to_have_text("Consultation by governments of all stakeholders")
    expect(page.locator(".stand .status")).to_have_text("Proposed")
    expect(page.locator(".timeline ins")).to_have_text(" of all stakeholders")
    expect(page.get_by_text("Entered in the record.")).to_be_visible()
    page.reload()
    expect(page.get_by_text("Entered in the record.")).to_be_hidden()
    expect(page.locator(".timeline > li")).to_have_count(3)


def test_who_rewords_what_another_just_reworded_is_told_and_keeps_the_text(
    page_of, record, secretary
):
    page = page_of(secretary)
    page.goto("/wgec/elements/41/reword/")
    reword(Element.objects.get(group=record, number=41), "As the other put it")
    wording(page).fill("As I put it")
    reason(page).fill("Clearer.")
    page.get_by_role("button", name="Enter the new wording").click()

    refusal = page.locator(".error-summary")
    expect(refusal).to_be_focused()
    expect(refusal).to_contain_text("As the other put it")
    expect(wording(page)).to_have_value("As I put it")
    expect(reason(page)).to_have_value("Clearer.")
    assert look_at(page) == []
