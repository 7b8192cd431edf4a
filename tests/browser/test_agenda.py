"""An agenda arranged by keyboard, by mouse, without scripts; who was there, found and ticked."""

import re

import pytest
from playwright.sync_api import Locator, Page, Request, expect

from deliberations.models import AgendaItem, Meeting, WorkingGroup
from deliberations.operations import arrange_agenda, open_meeting
from tests.acts import secretary_of
from tests.browser.hands import press, tab_to, write
from tests.browser.looking import look_at

pytestmark = pytest.mark.django_db(transaction=True)

MEETING = "/wgec/meetings/3/"
AGENDA = f"{MEETING}agenda/"


@pytest.fixture
def meeting(record: WorkingGroup) -> Meeting:
    """In session, with three items on its agenda."""
    by = secretary_of(record)
    meeting = open_meeting(meeting=Meeting.objects.get(group=record, number=3), by=by)
    arrange_agenda(
        meeting=meeting,
        items=[AgendaItem(title=title) for title in ("One", "Two", "Three")],
        seen=meeting.agenda.values_list("pk", flat=True),
        by=by,
    )
    return meeting


def titles(meeting: Meeting) -> list[str]:
    return [str(item) for item in meeting.agenda.order_by("position")]


def rows(page: Page) -> Locator:
    return page.locator("ol.agenda li bdi:first-child")


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def said(page: Page) -> Locator:
    return page.get_by_role("status").filter(has_text=re.compile(r"\w"))


def test_an_agenda_is_arranged_by_keyboard_alone(page_of, meeting, secretary):
    page = page_of(secretary)
    asked: list[Request] = []
    page.goto(AGENDA)
    page.on("request", lambda request: asked.append(request))

    press(page, button(page, "Up Three"), "Enter")
    expect(rows(page)).to_have_text(["One", "Three", "Two"])
    expect(button(page, "Up Three")).to_be_focused()
    expect(said(page)).to_have_text("Three: now 2 of 3")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(rows(page)).to_have_text(["Three", "One", "Two"])
    expect(said(page)).to_have_text("Three: now 1 of 3")
    press(page, button(page, "Remove One"), "Enter")
    expect(rows(page)).to_have_text(["Three", "Two"])
    expect(button(page, "Remove Two")).to_be_focused()
    expect(said(page)).to_have_text("One: removed")
    assert [request.url for request in asked if request.is_navigation_request()] == []

    write(page, page.get_by_label("Or an element, by its number"), "e41")
    page.keyboard.press("Enter")
    expect(rows(page)).to_have_text(["Three", "Two", "E41"])
    expect(page.get_by_label("Or an element, by its number")).to_be_focused()
    assert look_at(page) == []
    assert titles(meeting) == ["One", "Two", "Three"]
    press(page, button(page, "Record the agenda"), "Enter")

    expect(page.get_by_text("The agenda is recorded.")).to_be_visible()
    assert titles(meeting) == ["Three", "Two", "E41"]


def test_an_item_is_dragged_to_its_place(page_of, meeting, secretary):
    page = page_of(secretary)
    page.goto(AGENDA)
    grips = page.locator(".grip")

    def drag(start: int, end: int) -> None:
        grips.nth(start).hover()
        page.mouse.down()
        box = grips.nth(end).bounding_box()
        assert box
        page.mouse.move(box["x"] + 5, box["y"] + box["height"], steps=5)

    drag(0, 2)
    page.mouse.up()
    expect(rows(page)).to_have_text(["Two", "Three", "One"])
    expect(said(page)).to_have_text("One: now 3 of 3")
    drag(0, 1)
    expect(rows(page)).to_have_text(["Three", "Two", "One"])
    page.keyboard.press("Escape")
    page.mouse.up()
    expect(rows(page)).to_have_text(["Two", "Three", "One"])
    expect(page.locator("ol.agenda .n")).to_have_text(["1", "2", "3"])
    button(page, "Record the agenda").click()

    expect(page.get_by_text("The agenda is recorded.")).to_be_visible()
    assert titles(meeting) == ["Two", "Three", "One"]


def test_what_is_arranged_and_not_recorded_is_not_lost_by_a_wrong_click(
    page_of, meeting, secretary
):
    page = page_of(secretary)
    page.goto(AGENDA)
    asked = []

    def stay(dialog):
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    button(page, "Up Two").click()
    page.get_by_role("link", name="Documents").click(no_wait_after=True)
    expect(rows(page)).to_have_text(["Two", "One", "Three"])
    button(page, "Record the agenda").click()
    expect(page.get_by_text("The agenda is recorded.")).to_be_visible()
    page.get_by_role("link", name="Documents").click()

    expect(page.locator("h1")).to_have_text("Documents")
    assert asked == ["beforeunload"]


def test_an_agenda_is_arranged_taken_up_and_closed_without_scripts(page_of, meeting, secretary):
    page = page_of(secretary, java_script_enabled=False)
    page.goto(MEETING)
    page.get_by_role("link", name="Arrange the agenda").click()
    button(page, "Down One").click()
    expect(rows(page)).to_have_text(["Two", "One", "Three"])
    button(page, "Remove Three").click()
    expect(page.locator(".grip:visible")).to_have_count(0)
    button(page, "Record the agenda").click()
    button(page, "Take up Two").click()
    expect(page.locator("[aria-current=true]")).to_contain_text("taken up now")

    page.get_by_role("link", name="Close the meeting").click()
    page.get_by_role("group", name="Two").get_by_label("discussed").check()
    page.get_by_role("group", name="One").get_by_label("carried over to meeting 4").check()
    button(page, "Close the meeting").click()

    expect(page.get_by_text("The meeting is closed.")).to_be_visible()
    expect(page.locator("ol.agenda li")).to_have_text(
        [re.compile(r"Two\s+discussed"), re.compile(r"One\s+carried over to meeting 4")]
    )
    assert titles(meeting.group.meetings.get(number=4))[-1] == "One"


def test_those_present_are_found_and_ticked_by_keyboard(page_of, meeting, secretary):
    page = page_of(secretary)
    page.goto(f"{MEETING}attendance/")

    tab_to(page, page.get_by_label("Find by name"))
    page.keyboard.type("suto")
    expect(page.locator("#found")).to_have_text("1 shown, 0 ticked")
    page.keyboard.press("Enter")
    expect(page.locator("#found")).to_have_text("1 shown, 1 ticked")
    page.keyboard.type("esterhuysen apc")
    page.keyboard.press("Enter")
    expect(page.locator("#found")).to_have_text("1 shown, 2 ticked")
    expect(page.get_by_label("Timea Suto")).to_be_hidden()
    assert look_at(page) == []
    press(page, button(page, "Record who is present"), "Enter")

    expect(page.locator("dl.present dd")).to_have_text(["Timea Suto", "Anriette Esterhuysen"])
    present = meeting.attendances.order_by("contributor__name")
    assert [str(a) for a in present] == ["Anriette Esterhuysen", "Timea Suto"]
