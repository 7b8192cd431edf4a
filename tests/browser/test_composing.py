"""Composing in the console: kept while one types, seen by the others, lost by nobody."""

import pytest
from playwright.sync_api import Page, expect

from deliberations.models import Decision, Draft, Element, Meeting, WorkingGroup
from deliberations.operations import close_meeting, open_meeting
from tests.acts import decide, reword, secretary_of
from tests.browser.looking import look_at
from tests.browser.serving import sign_in
from tests.factories import ElementFactory, MembershipFactory

pytestmark = pytest.mark.django_db(transaction=True)

CONSOLE = "/wgec/meetings/3/record/"
SENTENCE = "The Group agreed, nearly,"


@pytest.fixture
def meeting(record: WorkingGroup) -> Meeting:
    """The third, in session; E13 and E14 are proposed again."""
    for element in Element.objects.filter(group=record, number__in=(13, 14)):
        reword(element, f"{element}, reworded")
    return open_meeting(
        meeting=Meeting.objects.get(group=record, number=3), by=secretary_of(record)
    )


@pytest.fixture
def colleague(record: WorkingGroup):
    return MembershipFactory(group=record, user__name="Anna Colleague").user


def compose(page: Page, *numbers: int, words: str = SENTENCE) -> None:
    for number in numbers:
        page.locator(f"#e{number}").check()
    page.get_by_role("radio", name="Agreed").check()
    sentence(page).fill(words)


def sentence(page: Page):
    return page.get_by_label("Sentence, as it will stand in the record")


def kept(page: Page):
    return page.locator("#kept")


def gavel(page: Page):
    return page.get_by_role("button", name="Gavel: record it")


def is_kept(page: Page, words: str = SENTENCE) -> None:
    """Waits until the draft says so; by the page, which asks the server itself."""
    expect(kept(page)).to_contain_text("Kept as your draft, saved")
    expect(page.locator(".drafts li", has_text=words)).to_have_count(1)


def test_what_is_composed_is_kept_by_itself_and_goes_on_in_another_browser(
    page_of, meeting, secretary
):
    page = page_of(secretary)
    page.goto(CONSOLE)
    compose(page, 13)
    is_kept(page)
    assert look_at(page) == []
    page.close(run_before_unload=False)

    again = page_of(secretary)
    again.goto(CONSOLE)
    again.get_by_role("link", name=SENTENCE).click()
    expect(sentence(again)).to_have_value(SENTENCE)
    expect(again.locator("#e13")).to_be_checked()
    sentence(again).press("Control+End")
    again.keyboard.type(" on this")
    again.keyboard.press("Control+Enter")

    expect(again.locator(".notice.done")).to_contain_text(f"3/D1 is recorded: {SENTENCE} on this")
    expect(again.locator(".drafts")).to_have_count(0)
    assert not Draft.objects.exists()


def test_keeping_leaves_the_focus_and_what_is_typed_meanwhile(page_of, meeting, secretary):
    page = page_of(secretary)
    page.goto(CONSOLE)
    compose(page, 13, words="")
    sentence(page).press_sequentially("First words", delay=20)
    is_kept(page, "First words")
    with page.expect_response(lambda answer: "record/" in answer.url):
        page.keyboard.type(", more words")
    page.keyboard.type(" and the last")

    expect(sentence(page)).to_be_focused()
    expect(sentence(page)).to_have_value("First words, more words and the last")
    is_kept(page, "First words, more words and the last")


def test_a_button_that_stays_keeps_the_focus(page_of, meeting, secretary):
    page = page_of(secretary)
    page.goto(CONSOLE)
    compose(page, 13)
    is_kept(page)

    page.get_by_role("button", name="Show it in the room").press("Enter")
    expect(page.get_by_role("button", name="Keep it back")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Show it in the room")).to_be_focused()
    page.get_by_role("button", name="Take up the next").press("Enter")
    expect(page.locator(".taken-up")).to_contain_text("Item 1 of")

    expect(page.get_by_role("button", name="Take up the next")).to_be_focused()


def test_the_second_in_a_draft_sees_whose_it_is_and_takes_it_over(
    page_of, meeting, secretary, colleague
):
    first, second = page_of(secretary), page_of(colleague)
    first.goto(CONSOLE)
    compose(first, 13)
    is_kept(first)
    second.goto(CONSOLE)
    second.get_by_role("link", name=SENTENCE).click()
    expect(kept(second)).to_contain_text("A draft of Sekai Secretary, since")

    second.get_by_role("button", name="Take it over").click()
    expect(kept(second)).to_contain_text("Kept as your draft")
    expect(kept(second).get_by_text("Kept as your draft")).to_be_focused()
    sentence(second).fill("As Anna has it")
    is_kept(second, "As Anna has it")
    sentence(first).fill("As Sekai has it")

    expect(kept(first)).to_contain_text("This draft is with Anna Colleague now.")
    expect(kept(first)).to_contain_text("As Anna has it")
    expect(sentence(first)).to_have_value("As Sekai has it")
    assert look_at(first) == []
    gavel(first).click()
    expect(first.locator(".error-summary")).to_contain_text("Nothing was recorded.")
    assert not Decision.objects.filter(meeting=meeting).exists()

    first.get_by_role("button", name="Take it over, with what is here").click()
    expect(kept(first)).to_contain_text("Kept as your draft")
    assert Draft.objects.get().sentence == "As Sekai has it"


def test_over_an_ended_session_nothing_that_was_written_is_lost(
    page_of, meeting, secretary, base_url, complaints
):
    page = page_of(secretary)
    page.goto(CONSOLE)
    expect(page.locator("#live")).to_contain_text("Live")
    page.context.clear_cookies()
    compose(page, 13, 14)
    page.locator("#amend summary").click()
    page.locator("#amend textarea").first.fill("E13, amended")
    gavel(page).click()

    expect(page.locator("#signed-out")).to_be_visible()
    expect(sentence(page)).to_have_value(SENTENCE)
    sign_in(page.context, secretary, base_url)
    page.goto(CONSOLE)
    expect(page.locator("#brought-back")).to_be_visible()
    expect(sentence(page)).to_have_value(SENTENCE)
    expect(page.locator("#amend textarea").first).to_have_value("E13, amended")
    gavel(page).click()

    expect(page.locator(".notice.done")).to_contain_text("3/D1 is recorded")
    [first, second] = Decision.objects.get(meeting=meeting).dispositions.order_by("position")
    assert (first.wording.text, second.wording.text) == ("E13, amended", "E14, reworded")
    # That the record refused is what the browser complains of.
    assert all("403" in complaint for complaint in complaints), complaints
    complaints.clear()


def test_the_line_gone_what_is_typed_stays_and_is_recorded_once_it_is_back(
    page_of, meeting, secretary, complaints
):
    page = page_of(secretary)
    page.goto(CONSOLE)
    compose(page, 13)
    is_kept(page)
    page.context.set_offline(True)
    sentence(page).fill("Typed without a line")
    expect(page.locator("#trouble")).to_contain_text("however often it is sent")
    page.context.set_offline(False)
    page.keyboard.press("Control+Enter")

    expect(page.locator(".notice.done")).to_contain_text("3/D1 is recorded: Typed without a line")
    assert Decision.objects.filter(meeting=meeting).count() == 1
    complaints.clear()


def test_the_meeting_closed_by_another_is_said_and_nothing_is_lost(
    page_of, meeting, secretary, colleague
):
    page = page_of(secretary)
    page.goto(CONSOLE)
    compose(page, 13)
    close_meeting(meeting=meeting, by=colleague)
    expect(page.locator("#now")).to_contain_text("The meeting is closed.")
    gavel(page).click()

    expect(page.locator(".error-summary")).to_contain_text("Meeting 3 is closed.")
    expect(sentence(page)).to_have_value(SENTENCE)


def test_the_list_follows_the_record_and_keeps_what_is_chosen(page_of, meeting, secretary):
    page = page_of(secretary)
    page.goto(CONSOLE)
    expect(page.locator("#live")).to_contain_text("Live")
    page.locator("#e14").check()
    page.locator("#e14").focus()
    decide(meeting, Element.objects.get(group=meeting.group, number=13))
    ElementFactory(group=meeting.group, question=meeting.group.questions.get(number=1))

    expect(page.locator("li:has(#e13) .status")).to_have_text("Agreed")
    expect(page.locator("#e42")).to_have_count(1)
    expect(page.locator("#e14")).to_be_checked()
    expect(page.locator("#e14")).to_be_focused()
    expect(page.get_by_text("Will be 3/D2 if gavelled now")).to_be_visible()


def test_by_keyboard_an_element_is_agreed_as_amended(page_of, meeting, secretary):
    page = page_of(secretary)
    page.goto(CONSOLE)
    for key in ("j", "m"):
        page.keyboard.press(key)
    expect(page.locator("#amend textarea")).to_be_focused()
    page.keyboard.press("Control+End")
    page.keyboard.type(" for good")
    page.keyboard.press("Tab")
    expect(page.locator("#preview")).to_contain_text("E13 as amended: E13, reworded for good")
    page.keyboard.press("Control+Enter")

    expect(page.locator(".notice.done")).to_contain_text("3/D1 is recorded")
    [disposition] = Decision.objects.get(meeting=meeting).dispositions.all()
    assert disposition.wording.text == "E13, reworded for good"


def test_enter_in_a_field_records_nothing(page_of, meeting, secretary):
    page = page_of(secretary)
    page.goto(CONSOLE)
    compose(page, 13)
    page.get_by_role("button", name="A new element, a statement").click()
    page.get_by_label("On", exact=True).fill("E13")
    with page.expect_response(lambda answer: "record/" in answer.url):
        page.get_by_label("On", exact=True).press("Enter")

    expect(page.locator("#preview")).to_contain_text("1 element will be agreed E13")
    assert not Decision.objects.filter(meeting=meeting).exists()


def test_from_the_floor_without_leaving_the_console(page_of, meeting, secretary):
    page = page_of(secretary)
    page.goto(CONSOLE)
    compose(page, 13)
    page.get_by_role("button", name="A new element, a statement").click()
    expect(page.locator("[name=floor-text]")).to_be_focused()
    page.keyboard.type("From the floor")
    page.get_by_role("button", name="Enter the element").click()

    expect(page.locator(".notice.done")).to_have_text("E42 is entered.")
    expect(page.locator(".notice.done")).to_be_focused()
    expect(page.locator("#e42")).to_be_checked()
    expect(page.locator("#e13")).to_be_checked()
    expect(sentence(page)).to_have_value(SENTENCE)
    gavel(page).click()
    expect(page.locator(".notice.done")).to_contain_text("3/D1 is recorded")
