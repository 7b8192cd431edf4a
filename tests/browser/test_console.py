"""Recording decisions while the room waits: by keyboard, without scripts, two at a time."""

import re

import pytest
from playwright.sync_api import Page, expect

from deliberations.models import AgendaItem, Decision, Element, Meeting, WorkingGroup
from deliberations.operations import arrange_agenda, open_meeting
from tests.acts import reword, secretary_of
from tests.browser.hands import press, tab_to, write
from tests.browser.looking import look_at
from tests.factories import MembershipFactory

pytestmark = pytest.mark.django_db(transaction=True)

MEETING = "/wgec/meetings/3/"
CONSOLE = f"{MEETING}record/"
SENTENCE = "The Group agreed on the following characteristics"


@pytest.fixture
def to_decide(record: WorkingGroup) -> WorkingGroup:
    """E13 to E16 are proposed again, by new wordings."""
    for element in Element.objects.filter(group=record, number__range=(13, 16)):
        reword(element, f"{element}, reworded")
    return record


@pytest.fixture
def in_session(to_decide: WorkingGroup) -> WorkingGroup:
    """The third meeting is, and has E13 to E16 to decide on."""
    meeting = Meeting.objects.get(group=to_decide, number=3)
    open_meeting(meeting=meeting, by=secretary_of(to_decide))
    return to_decide


def decisions() -> list[tuple[str, str, list[str]]]:
    """What the third meeting decided: (reference, outcome, elements)."""
    return [
        (
            decision.reference,
            decision.outcome,
            [d.element.reference for d in decision.dispositions.order_by("position")],
        )
        for decision in Decision.objects.filter(meeting__number=3).order_by("number")
    ]


def box(page: Page, number: int):
    return page.locator(f"#e{number}")


def outcome(page: Page, words: str):
    return page.get_by_role("radio", name=words)


def sentence(page: Page):
    return page.get_by_label("Sentence, as it will stand in the record")


def reason(page: Page):
    return page.get_by_label("Why the group reconsiders")


def gavel(page: Page):
    return page.get_by_role("button", name="Gavel: record it")


def done(page: Page):
    return page.locator(".notice.done")


def refusal(page: Page):
    return page.locator(".error-summary")


def preview(page: Page):
    return page.locator("#preview")


def fill_in(page: Page, *numbers: int, words: str = SENTENCE) -> None:
    for number in numbers:
        box(page, number).check()
    outcome(page, "Agreed").check()
    sentence(page).fill(words)


def test_a_decision_is_recorded_by_keyboard_alone(page_of, to_decide, secretary):
    page = page_of(secretary)
    page.goto(MEETING)

    press(page, page.get_by_role("button", name="Open the meeting"), "Enter")
    expect(page.get_by_text("The meeting is open.")).to_be_visible()
    press(page, page.get_by_role("link", name="Record decisions"), "Enter")
    expect(page).to_have_url(re.compile(f"{CONSOLE}$"))
    for number in (13, 14, 16):
        press(page, box(page, number), "Space")
    press(page, outcome(page, "Agreed"), "Space")
    page.keyboard.press("ArrowDown")
    expect(outcome(page, "Deferred to report")).to_be_checked()
    page.keyboard.press("ArrowUp")
    expect(outcome(page, "Agreed")).to_be_checked()
    write(page, sentence(page), SENTENCE)
    expect(preview(page)).to_contain_text("3 elements will be agreed E13 E14 E16")
    press(page, gavel(page), "Enter")

    expect(done(page)).to_be_focused()
    expect(done(page)).to_have_text(f"3/D1 is recorded: {SENTENCE}")
    expect(page).to_have_url(re.compile(f"{CONSOLE}$"))
    assert decisions() == [("3/D1", "agreed", ["E13", "E14", "E16"])]
    assert look_at(page) == []


def test_the_board_and_the_element_follow(page_of, in_session, secretary):
    page = page_of(secretary)
    page.goto(CONSOLE)
    fill_in(page, 13, 14)
    gavel(page).click()
    expect(done(page)).to_be_visible()

    done(page).get_by_role("link", name="3/D1").click()
    expect(page.locator(".ruling .n")).to_have_text(["E13", "E14"])
    page.goto("/wgec/")
    ruling = page.locator(".ruling", has_text=SENTENCE)
    expect(ruling.locator(".n")).to_have_text(["E13", "E14"])
    ruling.get_by_role("link", name="E13, reworded").click()
    expect(page.locator(".stand .status")).to_have_text("Agreed")
    expect(page.locator(".timeline > li").first).to_contain_text(SENTENCE)


def test_a_refusal_keeps_all_that_was_filled_in_and_takes_the_focus(
    page_of, in_session, secretary
):
    page = page_of(secretary)
    page.goto(CONSOLE)
    fill_in(page, 13, 29, words="  Two lines,\n\n“quoted” <b> & more ")
    page.get_by_label("in principle").check()
    page.get_by_label("Basis").select_option("non-objection")
    page.get_by_text("When it was decided").click()
    page.get_by_label("When", exact=True).select_option("day")
    page.get_by_label("Day").fill("2017-05-04")
    tab_to(page, gavel(page))
    page.keyboard.press("Enter")

    expect(refusal(page)).to_be_focused()
    expect(refusal(page)).to_contain_text("E29 is already decided. Say why the group reconsiders")
    expect(page).to_have_url(re.compile(f"{CONSOLE}$"))
    for number in (13, 29):
        expect(box(page, number)).to_be_checked()
    expect(outcome(page, "Agreed")).to_be_checked()
    expect(page.get_by_label("in principle")).to_be_checked()
    expect(page.get_by_label("Basis")).to_have_value("non-objection")
    expect(page.get_by_label("When", exact=True)).to_have_value("day")
    expect(page.get_by_label("Day")).to_have_value("2017-05-04")
    assert sentence(page).input_value().strip() == "Two lines,\n\n“quoted” <b> & more"
    expect(preview(page)).to_contain_text("1 element will be agreed E13")
    assert decisions() == []
    assert look_at(page) == []

    press(page, refusal(page).get_by_role("link"), "Enter")
    expect(reason(page)).to_be_focused()
    expect(reason(page)).to_be_in_viewport()
    page.keyboard.type("Taken up again.")
    press(page, gavel(page), "Enter")
    expect(done(page)).to_be_focused()
    assert decisions() == [("3/D1", "agreed", ["E13", "E29"])]


def test_an_error_leads_to_its_field(page_of, in_session, secretary):
    page = page_of(secretary)
    page.goto(CONSOLE)
    fill_in(page, 13)
    expect(preview(page)).to_contain_text("1 element will be agreed")
    sentence(page).fill("   ")
    gavel(page).click()

    expect(refusal(page)).to_be_focused()
    press(page, refusal(page).get_by_role("link", name="Write the sentence"), "Enter")
    expect(sentence(page)).to_be_focused()


def test_the_preview_follows_and_leaves_the_focus_alone(page_of, in_session, secretary):
    page = page_of(secretary)
    page.goto(CONSOLE)
    tab_to(page, outcome(page, "Agreed"))
    page.keyboard.press("Space")
    expect(preview(page)).to_contain_text("Choose elements and an outcome")

    for number, words in [
        (13, "1 element will be agreed E13"),
        (14, "2 elements will be agreed E13 E14"),
        (15, "3 elements will be agreed E13 E14 E15"),
        (16, "4 elements will be agreed E13 E14 E15 E16"),
    ]:
        box(page, number).press("Space")
        expect(preview(page)).to_contain_text(words)
        expect(box(page, number)).to_be_focused()
    box(page, 1).press("Space")
    expect(preview(page)).to_contain_text("1 is already agreed E1 (2/D1)")
    box(page, 29).press("Space")
    expect(preview(page)).to_contain_text("1 was decided otherwise E29 (not discussed, 2/D4)")
    assert look_at(page) == []
    box(page, 13).press("Space")
    expect(preview(page)).to_contain_text("3 elements will be agreed E14 E15 E16")
    outcome(page, "Rejected").press("Space")
    expect(preview(page)).to_contain_text("3 elements will be rejected")
    expect(outcome(page, "Rejected")).to_be_focused()
    expect(page.locator("#trouble")).to_be_hidden()
    assert decisions() == []


def test_the_gavel_is_in_view_and_what_is_not_needed_is_not(page_of, in_session, secretary):
    page = page_of(secretary)
    page.set_viewport_size({"width": 1280, "height": 720})
    page.goto(CONSOLE)

    fill_in(page, 13)
    expect(preview(page)).to_contain_text("1 element will be agreed E13")
    expect(gavel(page)).to_be_in_viewport(ratio=1)
    page.set_viewport_size({"width": 1280, "height": 900})
    expect(gavel(page)).to_be_in_viewport(ratio=1)
    expect(preview(page)).to_be_in_viewport(ratio=1)
    expect(page.get_by_role("button", name="See what will happen")).to_be_hidden()
    expect(reason(page)).to_be_hidden()
    box(page, 29).check()
    expect(preview(page)).to_contain_text("1 was decided otherwise")
    reason(page).fill("It was taken up again.")
    box(page, 29).uncheck()
    expect(preview(page)).not_to_contain_text("decided otherwise")

    expect(reason(page)).to_have_value("It was taken up again.")
    expect(reason(page)).to_be_visible()


def test_the_gavels_key_says_what_is_missing_wherever_the_focus_is(page_of, in_session, secretary):
    page = page_of(secretary)
    page.goto(CONSOLE)

    page.keyboard.press("Control+Enter")

    expect(outcome(page, "Agreed")).to_be_focused()
    assert decisions() == []


def test_a_double_click_on_the_gavel_records_once(page_of, in_session, secretary):
    page = page_of(secretary)
    page.goto(CONSOLE)
    fill_in(page, 13)
    gavel(page).dblclick()

    expect(done(page)).to_contain_text("3/D1 is recorded")
    page.goto(MEETING)
    expect(page.locator(".ruling")).to_have_count(1)
    assert decisions() == [("3/D1", "agreed", ["E13"])]


def test_going_back_and_reloading_record_nothing_again(page_of, in_session, secretary):
    page = page_of(secretary)
    page.goto(MEETING)
    page.get_by_role("link", name="Record decisions").click()
    fill_in(page, 13)
    gavel(page).click()
    expect(done(page)).to_be_visible()

    page.reload()
    expect(sentence(page)).to_have_value("")
    expect(box(page, 13)).not_to_be_checked()
    page.go_back()
    expect(page.locator(".ruling")).to_have_count(1)
    page.go_forward()
    expect(gavel(page)).to_be_visible()
    assert decisions() == [("3/D1", "agreed", ["E13"])]


def test_all_of_it_works_without_scripts(page_of, in_session, secretary):
    page = page_of(secretary, java_script_enabled=False)
    page.goto(MEETING)
    page.get_by_role("link", name="Record decisions").click()
    box(page, 13).check()
    box(page, 29).check()
    outcome(page, "Agreed").check()

    page.get_by_role("button", name="See what will happen").click()
    expect(preview(page)).to_contain_text("1 element will be agreed E13")
    expect(preview(page)).to_contain_text("1 was decided otherwise E29")
    expect(box(page, 29)).to_be_checked()
    sentence(page).fill(SENTENCE)
    gavel(page).click()
    expect(refusal(page)).to_contain_text("E29 is already decided")
    expect(sentence(page)).to_have_value(SENTENCE)
    expect(page.locator("h1")).to_have_text("Third meeting")
    reason(page).fill("Taken up again.")
    gavel(page).click()
    expect(done(page)).to_contain_text("3/D1 is recorded")
    page.reload()
    expect(done(page)).to_contain_text("3/D1 is recorded")
    assert decisions() == [("3/D1", "agreed", ["E13", "E29"])]


def test_going_back_without_scripts_and_pressing_again_records_nothing_again(
    page_of, in_session, secretary
):
    page = page_of(secretary, java_script_enabled=False)
    page.goto(CONSOLE)
    fill_in(page, 13)
    gavel(page).dblclick()
    expect(done(page)).to_contain_text("3/D1 is recorded")
    page.go_back()

    expect(page.locator("li:has(#e13) .status")).to_have_text("Agreed")
    fill_in(page, 13)
    gavel(page).click()
    expect(refusal(page)).to_contain_text("E13 is already decided. Say why")
    assert decisions() == [("3/D1", "agreed", ["E13"])]


def test_the_second_of_two_sees_what_the_first_just_did(page_of, in_session, secretary):
    first = page_of(secretary)
    second = page_of(MembershipFactory(group=in_session, user__name="Sam Second").user)
    first.goto(CONSOLE)
    second.goto(CONSOLE)
    fill_in(first, 13)
    gavel(first).click()
    expect(done(first)).to_contain_text("3/D1 is recorded")

    fill_in(second, 13, 14, words="As the other heard it")
    with second.expect_response(lambda answer: answer.status == 409):
        gavel(second).click()
    expect(refusal(second)).to_be_focused()
    expect(refusal(second)).to_contain_text(
        "E13 changed since you opened this page: it is agreed and reads “E13, reworded”."
    )
    expect(sentence(second)).to_have_value("As the other heard it")
    expect(box(second, 14)).to_be_checked()
    expect(second.locator("li:has(#e13) .status")).to_have_text("Agreed")
    assert look_at(second) == []

    reason(second).fill("Both were meant.")
    gavel(second).click()
    expect(done(second)).to_contain_text("3/D2 is recorded: As the other heard it")
    assert decisions() == [
        ("3/D1", "agreed", ["E13"]),
        ("3/D2", "agreed", ["E13", "E14"]),
    ]


def test_what_was_typed_is_not_lost_by_a_wrong_click(page_of, in_session, secretary):
    page = page_of(secretary)
    page.goto(CONSOLE)
    asked = []

    def stay(dialog):
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    fill_in(page, 13)
    page.get_by_role("link", name="Documents").click(no_wait_after=True)
    expect(sentence(page)).to_have_value(SENTENCE)
    gavel(page).click()
    expect(done(page)).to_be_visible()
    page.get_by_role("link", name="Documents").click()

    expect(page.locator("h1")).to_have_text("Documents")
    assert asked == ["beforeunload"]


def test_a_broken_line_loses_nothing_and_says_so(page_of, in_session, secretary, complaints):
    page = page_of(secretary)
    page.goto(CONSOLE)
    fill_in(page, 13)
    expect(preview(page)).to_contain_text("1 element will be agreed")
    page.context.set_offline(True)
    gavel(page).click()

    expect(page.locator("#trouble")).to_contain_text("What you wrote is still here")
    expect(page.locator("#trouble")).to_be_in_viewport()
    expect(sentence(page)).to_have_value(SENTENCE)
    assert [complaint for complaint in complaints if "htmx:error" not in complaint] == []
    complaints.clear()
    page.context.set_offline(False)
    gavel(page).click()
    expect(done(page)).to_be_focused()
    expect(page.locator("#trouble")).to_be_hidden()
    assert decisions() == [("3/D1", "agreed", ["E13"])]


# ---- keys


def chosen(page: Page) -> list[str]:
    """The numbers of the elements chosen."""
    boxes = page.locator('input[name="elements"]:checked').all()
    return [box.input_value() for box in boxes]


def test_four_neighbouring_elements_are_agreed_with_at_most_fourteen_keys(
    page_of, in_session, secretary
):
    page = page_of(secretary)
    page.goto(CONSOLE)
    keys = ["j", "x", "Shift+J", "Shift+J", "Shift+J", "a", "b", "3", "q", "1", "Control+Enter"]

    for key in keys:
        page.keyboard.press(key)

    expect(done(page)).to_contain_text(
        "3/D1 is recorded: The Group agreed, in principle, on the following elements of enhanced "
        "cooperation on a non-objection basis"
    )
    assert len(keys) <= 14
    assert decisions() == [("3/D1", "agreed", ["E13", "E14", "E15", "E16"])]
    recorded = Decision.objects.get(meeting__number=3)
    assert recorded.basis == "non-objection"
    assert [q.phrase for q in recorded.qualifiers.all()] == ["in principle"]


def test_what_a_hand_quicker_than_the_answer_chooses_is_for_the_next_decision(
    page_of, in_session, secretary
):
    page = page_of(secretary)
    page.goto(CONSOLE)
    first = ["j", "x", "Shift+J", "a", "Control+Enter"]
    second = ["j", "x", "b", "2", "r", "Control+Enter"]
    third = ["j", "x"]

    # All at once, as no answer could come between.
    page.evaluate(
        """keys => {
          for (const said of keys) {
            const key = said.split("+").at(-1);
            document.activeElement.dispatchEvent(new KeyboardEvent("keydown", {
              key, bubbles: true, cancelable: true, ctrlKey: said.startsWith("Control"),
              shiftKey: said.startsWith("Shift"),
            }));
          }
        }""",
        first + second + third,
    )

    expect(done(page)).to_contain_text("3/D2 is recorded")
    assert decisions() == [("3/D1", "agreed", ["E13", "E14"]), ("3/D2", "rejected", ["E15"])]
    assert chosen(page) == ["16"]
    expect(box(page, 16)).to_be_focused()


def test_after_a_gavel_the_console_is_as_if_it_were_opened_anew(page_of, in_session, secretary):
    """Of itself: the stream, by which it would follow anyway, is not there."""
    page = page_of(secretary)
    page.route("**/wgec/live/*", lambda route: route.abort())
    page.goto(CONSOLE)
    page.locator("#find").fill("reworded")
    expect(box(page, 1)).to_be_hidden()
    fill_in(page, 13, 14, words="Otherwise than the pattern says.")
    page.get_by_label("in principle").check()
    page.get_by_label("Basis").select_option("non-objection")
    page.locator("#amend summary").click()
    page.locator("#amend textarea").first.fill("E13, amended")
    page.get_by_text("When it was decided").click()
    page.get_by_label("When", exact=True).select_option("day")
    page.get_by_label("Day").fill("2017-05-04")
    expect(page.locator("#kept")).to_contain_text("Kept as your draft")
    expect(preview(page)).to_contain_text("E13 as amended")
    page.locator(".panel").evaluate("(panel) => panel.scrollTo(0, panel.scrollHeight)")
    gavel(page).click()
    expect(done(page)).to_contain_text("3/D1 is recorded")
    expect(page.locator("[name=outcome]").first).to_be_in_viewport()

    def shown() -> tuple[list[str], list[str], str]:
        fields = page.evaluate(
            """() => [...new FormData(document.querySelector("form.console"))]
              .filter(([name]) => !["intention", "window", "csrfmiddlewaretoken"].includes(name))
              .map(([name, value]) => `${name}=${value}`)"""
        )
        return fields, page.locator(".choose li").all_inner_texts(), page.locator(
            ".panel"
        ).inner_text()  # fmt: skip

    after = shown()
    page.reload()
    assert after == shown()
    assert decisions() == [("3/D1", "agreed", ["E13", "E14"])]


def test_while_paused_the_agenda_has_the_outcome_of_ones_own_gavel(page_of, in_session, secretary):
    meeting = Meeting.objects.get(group=in_session, number=3)
    by = secretary_of(in_session)
    about = [
        {"title": "Opening"},
        {"question": in_session.questions.get(number=1)},
        {"element": Element.objects.get(group=in_session, number=13)},
        {"element": Element.objects.get(group=in_session, number=14)},
    ]
    there = meeting.agenda.values_list("pk", flat=True)
    arrange_agenda(meeting=meeting, items=[AgendaItem(**a) for a in about], seen=there, by=by)
    page = page_of(secretary)
    page.goto(CONSOLE)
    page.get_by_role("button", name="Pause").click()
    page.locator("#agenda summary").click()
    outcomes = page.locator("#agenda li > :last-child")
    expect(outcomes).to_have_text(["", "", "", ""])

    fill_in(page, 13)
    gavel(page).click()
    expect(outcomes).to_have_text(["", "3/D1", "3/D1", ""])
    fill_in(page, 14, 15)
    gavel(page).click()

    expect(outcomes).to_have_text(["", "3/D1, 3/D2", "3/D1", "3/D2"])
    page.reload()
    expect(outcomes).to_have_text(["", "3/D1, 3/D2", "3/D1", "3/D2"])


def test_between_the_gavel_and_its_answer_nothing_slips_into_it(page_of, in_session, secretary):
    page = page_of(secretary)
    page.goto(CONSOLE)
    fill_in(page, 13)
    expect(preview(page)).to_contain_text("1 element will be agreed")
    with page.expect_response(lambda answer: "do=record" in (answer.request.post_data or "")):
        page.evaluate(
            """() => {
              document.querySelector('button[value="record"]').click();
              const box = document.getElementById("e14").getBoundingClientRect();
              const hit = document.elementFromPoint(box.x + 5, box.y + 5);
              if (hit.closest("form.console")) hit.click();
            }"""
        )

    expect(done(page)).to_contain_text("3/D1 is recorded")
    assert decisions() == [("3/D1", "agreed", ["E13"])]
    assert chosen(page) == []


def test_no_key_is_taken_from_a_text(page_of, in_session, secretary):
    page = page_of(secretary)
    page.goto(CONSOLE)

    sentence(page).click()
    page.keyboard.type("jxadnrwbq/? 1")

    expect(sentence(page)).to_have_value("jxadnrwbq/? 1")
    assert chosen(page) == []
    assert page.locator("dialog[open]").count() == 0
    sentence(page).fill("")


def test_the_keys_are_shown_and_can_be_switched_off(page_of, in_session, secretary):
    page = page_of(secretary)
    page.goto(CONSOLE)

    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys of the console")).to_be_visible()
    assert look_at(page) == []
    page.get_by_label("Single letters are keys").uncheck()
    page.keyboard.press("Escape")
    for key in ["j", "x", "a"]:
        page.keyboard.press(key)
    assert chosen(page) == []
    assert not outcome(page, "Agreed").is_checked()
    page.reload()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.get_by_role("button", name="all keys")).to_be_visible()


def test_an_element_is_found_by_number_or_words_and_what_is_chosen_stays(
    page_of, in_session, secretary
):
    page = page_of(secretary)
    page.goto(CONSOLE)
    box(page, 2).check()

    page.keyboard.press("/")
    page.keyboard.type("e13 reworded")
    expect(page.locator("#found")).to_have_text("shown: 2")
    expect(box(page, 13)).to_be_visible()
    expect(box(page, 2)).to_be_visible()
    expect(box(page, 14)).to_be_hidden()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")

    expect(box(page, 13)).to_be_focused()
    assert decisions() == []


# ---- the sentence, and a slip


def test_the_sentence_writes_itself_until_somebody_writes_another(page_of, in_session, secretary):
    page = page_of(secretary)
    page.goto(CONSOLE)
    box(page, 13).check()
    outcome(page, "Not discussed").check()
    expect(sentence(page)).to_have_value("The Group agreed not to discuss the following elements")
    page.get_by_label("in the interest of time").check()
    usual = "The Group agreed, in the interest of time, not to discuss the following elements"
    expect(sentence(page)).to_have_value(usual)

    sentence(page).fill("Ours.")
    page.get_by_label("Basis").select_option("consensus")
    expect(page.get_by_text("The group’s pattern says:")).to_be_visible()
    expect(sentence(page)).to_have_value("Ours.")
    page.get_by_role("button", name="Take it").click()

    expect(sentence(page)).to_have_value(f"{usual} by consensus")
    expect(page.get_by_text("The group’s pattern says:")).to_be_hidden()


def test_a_slip_is_put_right_with_one_click_and_gavelled_anew(page_of, in_session, secretary):
    page = page_of(secretary)
    page.goto(CONSOLE)
    fill_in(page, 13)
    gavel(page).click()
    expect(done(page)).to_be_focused()

    page.get_by_role("button", name="A slip? Put it right").click()

    expect(page.get_by_text("3/D1 is annulled as a slip.")).to_be_visible()
    expect(box(page, 13)).to_be_checked()
    expect(sentence(page)).to_have_value(SENTENCE)
    box(page, 14).check()
    gavel(page).click()
    expect(done(page)).to_contain_text("3/D2 is recorded")
    assert decisions()[1] == ("3/D2", "agreed", ["E13", "E14"])
