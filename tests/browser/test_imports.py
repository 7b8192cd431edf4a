"""A document brought in: by keyboard alone, without scripts, and with its progress told."""

import pytest
from playwright.sync_api import Page, expect

from deliberations.models import Decision, Issue, Meeting, WorkingGroup
from deliberations.operations import open_meeting
from tests.acts import secretary_of
from tests.browser.hands import press, tab_to
from tests.imports.making import pdf_bytes

pytestmark = pytest.mark.django_db(transaction=True)

LIST = "/wgec/import/"
PAPER = b"""\
The Group agreed on the following:

- Bells
- Lamps

The Group rejected the following elements:

- Drums
- Fifes

The Group agreed, in principle, on the following characteristics by consensus:

- Stairs
- Doors
"""
STATUS = """
const status = document.querySelector(".bring [role=status]");
new MutationObserver(() => {
  sessionStorage.said = (sessionStorage.said || "") + status.textContent + "|";
}).observe(status, {childList: true});
"""


@pytest.fixture
def meeting(record: WorkingGroup) -> Meeting:
    return open_meeting(
        meeting=Meeting.objects.get(group=record, number=3), by=secretary_of(record)
    )


def file_of(page: Page, content: bytes, name: str) -> None:
    """As from the window of the system, which no browser hands to a test."""
    page.get_by_label("Document").set_input_files(
        {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    )


@pytest.mark.parametrize("scripts", [True, False])
def test_a_document_is_brought_in_recorded_and_issued_by_keyboard_alone(
    page_of, meeting, secretary, scripts
):
    page = page_of(secretary, java_script_enabled=scripts)
    page.goto(LIST)
    tab_to(page, page.get_by_label("The meeting that it is about"))
    page.keyboard.type("Meeting 3")
    file_of(page, PAPER, "paper.txt")
    press(page, page.get_by_role("button", name="Read it"), "Enter")
    page.wait_for_url("**/import/*/")
    press(page, page.get_by_role("button", name="Record all that are certain"), "Enter")
    expect(page.locator(".messages")).to_have_text("1 passage is recorded.")
    # Of each of the others the question is to be chosen that its new elements answer.
    press(page, page.get_by_label("New elements answer").first, "ArrowDown")
    press(page, page.get_by_role("button", name="Record it").first, "Enter")
    expect(page.locator(".messages")).to_have_text("Recorded as 3/D2.")
    # From there on, and not from the top of the page.
    tab_to(page, page.get_by_label("Outcome"), at_most=3)
    press(page, page.get_by_label("New elements answer"), "ArrowDown")
    press(page, page.get_by_role("button", name="Record it"), "Enter")
    expect(page.locator(".messages")).to_have_text("Recorded as 3/D3.")

    decisions = Decision.objects.filter(meeting=meeting).order_by("number")
    assert [d.outcome for d in decisions] == ["agreed", "agreed", "rejected"]
    page.goto("/wgec/meetings/3/synthesis/")
    press(page, page.get_by_role("button", name="Issue it"), "Enter")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert "Stairs" in Issue.objects.get(meeting=meeting).text


def test_how_far_a_long_file_is_read_is_told_until_it_is(page_of, meeting, secretary):
    page = page_of(secretary)
    page.goto(LIST)
    file_of(page, pdf_bytes(*[[f"Page {n} begins.", "It ends."] for n in range(30)]), "long.pdf")
    page.evaluate(STATUS)
    page.get_by_role("button", name="Read it").click()
    page.wait_for_url("**/import/*/")

    begun, first = page.evaluate("sessionStorage.said").split("|")[:2]
    assert (begun, first) == ("Reading. Nothing is recorded by it.", "Page 1 of 30 is read.")
    expect(page.get_by_role("heading", level=1)).to_have_text("long.pdf")
