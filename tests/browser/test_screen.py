"""The screen in the room and the chair's script, as they follow the meeting."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from deliberations.models import AgendaItem, Element, Meeting, User, WorkingGroup
from deliberations.operations import show_draft, take_up
from deliberations.readings import screen as reading
from tests.acts import decide, draft
from tests.browser.looking import look_at
from tests.browser.test_live import follow
from tests.factories import MeetingFactory

pytestmark = pytest.mark.django_db(transaction=True)

SCREEN = "/wgec/meetings/9/screen/"
SCRIPT = "/wgec/meetings/9/script/"
FULL_HD = {"width": 1920, "height": 1080}
PROJECTOR = {"width": 1280, "height": 720}


@pytest.fixture
def meeting(record: WorkingGroup) -> Meeting:
    return MeetingFactory(group=record, number=9)


@pytest.fixture
def pages(page_of, secretary) -> Iterator[list[Page]]:
    """Opened by the tests. A fetch cut off by the end of one may leave a connection open."""
    opened = [page_of(secretary, viewport=PROJECTOR)]
    yield opened
    for page in opened:
        page.wait_for_timeout(800)
        expect(page.locator("#live.htmx-request")).to_have_count(0)


def on_screen(meeting: Meeting, by: User, sentence: str, **content: list[str]) -> None:
    show_draft(draft=draft(meeting, sentence, by=by, **content), shown=True, by=by)


def sixteen(record: WorkingGroup) -> list[Element]:
    """What the second meeting left to the report."""
    decision = Meeting.objects.get(group=record, number=2).decisions.get(number=3)
    elements = list(decision.elements.order_by("number"))
    assert len(elements) == 16
    return elements


def outside(page: Page) -> tuple[int, int]:
    """How much of the page lies below and beside the picture."""
    below, beside = page.evaluate(
        "() => { const root = document.documentElement;"
        " return [root.scrollHeight - innerHeight, root.scrollWidth - innerWidth]; }"
    )
    return below, beside


def test_the_room_sees_the_draft_and_then_the_decision_as_it_is_gavelled(
    pages, meeting, record, secretary
):
    [page] = pages
    follow(page, SCREEN)
    elements = sixteen(record)[:2]
    numbers = [str(element.number) for element in elements]

    on_screen(meeting, secretary, "The Group agreed on these.", elements=numbers)
    expect(page.locator(".stamp")).to_have_text("Draft")
    expect(page.locator("h1")).to_have_text("The Group agreed on these.")
    assert look_at(page) == []

    meeting.drafts.all().delete()
    decide(meeting, *elements, sentence="The Group agreed on both.", reconsiders="Again.")
    expect(page.locator(".where")).to_contain_text("9/D1")
    expect(page.locator("h1")).to_have_text("The Group agreed on both.")
    expect(page.locator("#now")).not_to_contain_text("Draft")
    expect(page.locator("#live [role=status]")).to_contain_text("9/D1: The Group agreed on both.")
    assert page.evaluate("window.notReloaded")
    assert look_at(page) == []


def test_what_was_gavelled_makes_room_by_itself(pages, meeting, record, secretary, monkeypatch):
    monkeypatch.setattr(reading, "SECONDS", 3)
    [page] = pages
    item = AgendaItem.objects.create(meeting=meeting, position=1, title="Other business")
    take_up(meeting=meeting, item=item, by=secretary)
    follow(page, SCREEN)

    decide(meeting, sixteen(record)[0], sentence="So decided.", reconsiders="Again.")
    expect(page.locator("h1")).to_have_text("So decided.")

    expect(page.locator("h1")).to_have_text("Other business", timeout=15_000)
    assert page.evaluate("window.notReloaded")


@pytest.mark.parametrize("size", [PROJECTOR, FULL_HD], ids=["720", "1080"])
@pytest.mark.parametrize("scripts", [True, False])
def test_one_element_and_sixteen_fill_the_picture_and_nothing_lies_outside(
    page_of, meeting, record, secretary, size, scripts
):
    elements = sixteen(record)
    for shown, least in [(elements[:1], 45), (elements, 26)]:
        on_screen(
            meeting,
            secretary,
            "The Group considered, on the other hand, that the following elements should be "
            "incorporated in its report to the Commission",
            outcome=["deferred"],
            basis=["non-objection"],
            qualifiers=[str(phrase.pk) for phrase in record.qualifiers.all()[:2]],
            elements=[str(element.number) for element in shown],
        )
        # Scripts off, the page can't be asked for more than where its last line lies.
        page = page_of(secretary, viewport=size, java_script_enabled=scripts)
        page.goto(SCREEN)
        expect(page.locator(".lines li")).to_have_count(len(shown))
        last = page.locator(".lines li").last.bounding_box()
        assert last
        assert last["y"] + last["height"] <= size["height"]
        if scripts:
            assert outside(page) == (0, 0)
            type_size = page.locator("h1").evaluate(
                "h1 => parseFloat(getComputedStyle(h1).fontSize)"
            )
            assert type_size >= least * size["width"] / 1280
        page.context.close()


def test_the_type_fills_the_picture_again_when_its_shape_changes(
    pages, meeting, record, secretary
):
    [page] = pages
    on_screen(
        meeting,
        secretary,
        "The Group agreed on the following. " * 5,
        elements=[str(element.number) for element in sixteen(record)],
    )
    follow(page, SCREEN)
    assert outside(page) == (0, 0)
    [wide] = re.findall(r"\bs\d\b", page.locator("#now").get_attribute("class") or "")

    page.set_viewport_size({"width": 1280, "height": 1000})
    expect(page.locator("#now")).not_to_have_class(re.compile(rf"\b{wide}\b"))
    assert outside(page) == (0, 0)
    page.set_viewport_size(PROJECTOR)
    expect(page.locator("#now")).to_have_class(re.compile(rf"\b{wide}\b"))


def test_wide_letters_fit_from_the_first_moment(pages, meeting, secretary):
    [page] = pages
    page.route("**/wgec/live/*", lambda route: route.abort())
    on_screen(meeting, secretary, "MAMMOTH WOMEN " * 14)

    page.goto(SCREEN)

    assert outside(page) == (0, 0)


def test_the_button_for_the_full_screen_goes_when_nobody_asks_for_it(pages, meeting):
    [page] = pages
    page.clock.install()
    page.goto(SCREEN)
    button = page.get_by_role("button", name="Full screen")
    expect(button).to_have_css("opacity", "1")

    page.clock.run_for(3100)
    expect(button).to_have_css("opacity", "0")
    page.mouse.move(200, 200)
    expect(button).to_have_css("opacity", "1")
    button.click()

    expect(button).to_be_hidden()
    assert page.evaluate("Boolean(document.fullscreenElement)")


def test_without_scripts_the_screen_is_a_picture_alone(new_context, meeting):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(SCREEN)

    expect(page.locator("h1")).to_have_text("Ninth meeting")
    expect(page.locator("button:visible, a:visible, #live:visible")).to_have_count(0)


def test_the_script_follows_what_is_taken_up_and_prints_without_the_frame(
    pages, meeting, secretary
):
    items = [
        AgendaItem.objects.create(meeting=meeting, position=number, title=f"Item {number}")
        for number in (1, 2)
    ]
    [page] = pages
    follow(page, SCRIPT)
    expect(page.locator(".taken")).to_have_count(0)

    take_up(meeting=meeting, item=items[1], by=secretary)

    expect(page.locator(".taken h2")).to_have_text("2 Item 2 taken up now")
    assert page.evaluate("window.notReloaded")
    assert look_at(page) == []
    expect(page.get_by_role("button", name="Print")).to_be_visible()
    expect(page.locator(".running")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator(".running")).to_have_text("WGEC · Ninth meeting · 26–27 Jan 2017")
    for left_out in [".masthead", ".crumbs", "#live", "button[data-print]"]:
        expect(page.locator(left_out)).to_be_hidden()
    expect(page.locator(".passage").first).to_have_css("break-inside", "avoid")
