"""Drafts in the console: kept, shown, taken over, conflicting, and never public."""

from uuid import uuid4

import pytest

from deliberations.models import Draft
from tests.acts import decide, draft, reword
from tests.factories import MembershipFactory
from tests.pages import errors, fields_of, filled_in, read, send
from tests.sql import sql

pytestmark = pytest.mark.django_db

CONSOLE = "/small/meetings/1/record/"
IN_PLACE = {"HX-Request": "true", "HX-Target": "div#kept"}


@pytest.fixture
def colleague(group, client_of):
    """Another of the secretariat."""
    return client_of(MembershipFactory(group=group, user__name="Anna Colleague").user)


def composed(client, **fields):
    """The console with something composed in it, not yet sent."""
    return {
        **filled_in(client.get(CONSOLE)),
        "elements": ["2", "4"],
        "outcome": "agreed",
        "sentence": "The Group agreed, so far",
        **fields,
    }


def composing(answer):
    """The fields of the form that composes, where there are others."""
    return fields_of(read(answer).one("form", class_="console"))


def test_a_draft_that_is_opened_says_what_would_happen(meeting, elements, clerks_client):
    decide(meeting, elements[3], outcome="rejected")
    clerks_client.post(CONSOLE, {**composed(clerks_client), "do": "keep"})

    page = read(clerks_client.get(f"{CONSOLE}?draft={Draft.objects.get().pk}"))

    assert page.one(id="preview").texts("strong") == [
        "1 element will be agreed",
        "1 was decided otherwise",
    ]
    [line] = page.one("section", class_="drafts").texts("li")
    assert line.startswith("The Group agreed, so far E2 E4 ")


@pytest.mark.parametrize(
    "nonsense", [{"outcome": ["x"]}, {"elements": ["x", "99"]}, {"elements": []}]
)
def test_of_a_draft_that_says_too_little_nothing_is_foreseen(
    meeting, clerk, clerks_client, nonsense
):
    one = draft(meeting, "So", clerk, **{"outcome": ["agreed"], "elements": ["2"], **nonsense})

    page = read(clerks_client.get(f"{CONSOLE}?draft={one.pk}"))

    assert page.one(id="preview").all("strong") == []


def test_what_is_composed_is_kept_and_opened_again(meeting, clerk, clerks_client):
    phrase = meeting.group.qualifiers.get()

    kept = clerks_client.post(
        CONSOLE, {**composed(clerks_client, qualifiers=[phrase.pk], basis="vote"), "do": "keep"}
    )

    assert kept.status_code == 200
    one = Draft.objects.get()
    assert (one.keeper, one.meeting, one.sentence) == (clerk, meeting, "The Group agreed, so far")
    assert read(kept).one(id="kept").text.startswith("Kept as your draft, saved ")
    again = clerks_client.get(f"{CONSOLE}?draft={one.pk}")
    form = filled_in(again)
    assert form["elements"] == ["2", "4"]
    assert form["qualifiers"] == [str(phrase.pk)]
    assert (form["outcome"], form["basis"]) == (["agreed"], ["vote"])
    assert form["sentence"] == ["The Group agreed, so far"]
    assert form["intention"] == [str(one.intention)]
    assert form["version"] == ["1"]


def test_a_draft_is_gavelled_as_any_decision_and_is_gone(meeting, clerks_client):
    kept = clerks_client.post(CONSOLE, {**composed(clerks_client), "do": "keep"})

    done = clerks_client.post(CONSOLE, {**filled_in(kept), "do": "record"})

    assert (
        "1/D1 is recorded: The Group agreed, so far" in read(done).one("div", class_="done").text
    )
    assert not Draft.objects.exists()
    assert composing(done)["sentence"] == [""]


def test_an_empty_form_is_not_worth_keeping(meeting, clerks_client):
    answer = send(clerks_client, CONSOLE, {"do": "keep"})

    assert answer.status_code == 200
    assert not Draft.objects.exists()


def test_in_place_only_what_says_that_it_is_kept_is_answered(meeting, clerks_client):
    form = {**composed(clerks_client), "do": "keep"}

    answer = clerks_client.post(CONSOLE, form, headers=IN_PLACE)

    page = read(answer)
    assert page.one(id="kept").one(name="version").attrs["value"] == "1"
    assert not page.all("form")


def test_kept_in_place_after_it_was_gavelled_changes_nothing(meeting, elements, clerks_client):
    form = composed(clerks_client)
    clerks_client.post(CONSOLE, {**form, "do": "record"})

    late = clerks_client.post(CONSOLE, {**form, "do": "keep"}, headers=IN_PLACE)
    by_hand = clerks_client.post(CONSOLE, {**form, "do": "keep"})

    assert (late.status_code, late.content) == (204, b"")
    assert by_hand.status_code == 422
    assert "This draft is recorded as 1/D1." in read(by_hand).one(id="kept").text
    assert not Draft.objects.exists()


def test_the_drafts_of_a_meeting_stand_in_its_console_with_whose_they_are_since_when(
    meeting, clerk, clerks_client, colleague
):
    colleague.post(CONSOLE, {**composed(colleague, sentence="Of the colleague"), "do": "show"})
    clerks_client.post(CONSOLE, {**composed(clerks_client, sentence="Of mine"), "do": "keep"})

    [theirs, mine] = read(clerks_client.get(CONSOLE)).one("section", class_="drafts").all("li")

    assert theirs.text.startswith("Of the colleague E2 E4 Anna Colleague, since ")
    assert theirs.text.endswith("on the screen in the room")
    assert mine.text.startswith(f"Of mine E2 E4 {clerk}, since ")
    assert mine.links() == [f"{CONSOLE}?draft={Draft.objects.get(keeper=clerk).pk}"]


def test_a_draft_is_shown_in_the_room_and_kept_back(meeting, clerks_client):
    shown = clerks_client.post(CONSOLE, {**composed(clerks_client), "do": "show"})
    assert Draft.objects.get().on_screen
    assert "on the screen in the room" in read(shown).one(id="kept").text

    clerks_client.post(CONSOLE, {**filled_in(shown), "do": "hide"})

    assert not Draft.objects.get().on_screen


def test_a_draft_is_discarded(meeting, clerks_client):
    kept = clerks_client.post(CONSOLE, {**composed(clerks_client), "do": "keep"})

    gone = clerks_client.post(CONSOLE, {**filled_in(kept), "do": "discard"})

    assert read(gone).one("div", class_="done").text == (
        "The draft is discarded. It was no decision."
    )
    assert not Draft.objects.exists()
    assert filled_in(gone).get("elements") is None


def test_the_second_of_two_in_one_draft_sees_both_texts_and_overwrites_nothing(
    meeting, clerk, clerks_client, colleague
):
    kept = clerks_client.post(CONSOLE, {**composed(clerks_client), "do": "keep"})
    one = Draft.objects.get()
    theirs = colleague.get(f"{CONSOLE}?draft={one.pk}")
    assert f"A draft of {clerk}, since " in read(theirs).one(id="kept").text

    taken = colleague.post(
        CONSOLE, {**filled_in(theirs), "sentence": "As Anna has it", "do": "take-over"}
    )
    mine = {**filled_in(kept), "sentence": "As the clerk has it", "elements": ["2"]}
    late = clerks_client.post(CONSOLE, {**mine, "do": "keep"})
    gavelled = clerks_client.post(CONSOLE, {**mine, "do": "record"})

    assert taken.status_code == 200
    assert (late.status_code, gavelled.status_code) == (409, 409)
    conflict = read(late).one(id="kept")
    assert conflict.one(role="alert").one("strong").text == (
        "This draft is with Anna Colleague now. Take it over to go on with it."
    )
    assert conflict.texts("dt") == ["Elements", "Sentence"]
    assert conflict.texts("dd") == [
        "here: E2",
        "there: E2, E4",
        "here: As the clerk has it",
        "there: As Anna has it",
    ]
    assert errors(gavelled) == ["Nothing was recorded. Look at both, then gavel."]
    assert filled_in(gavelled)["sentence"] == ["As the clerk has it"]
    assert Draft.objects.get().sentence == "As Anna has it"
    assert not meeting.decisions.exists()

    back = clerks_client.post(CONSOLE, {**filled_in(late), "do": "take-over"})
    assert back.status_code == 200
    now = Draft.objects.get()
    assert (now.keeper, now.sentence) == (clerk, "As the clerk has it")


def test_two_drafts_of_one_element_conflict_at_the_second_gavel(meeting, clerks_client, colleague):
    first = composed(clerks_client)
    second = composed(colleague, outcome="rejected", sentence="Rejected.")
    for client, form in [(clerks_client, first), (colleague, second)]:
        client.post(CONSOLE, {**form, "do": "keep"})

    done = clerks_client.post(CONSOLE, {**first, "do": "record"})
    late = colleague.post(CONSOLE, {**second, "do": "record"})

    assert (done.status_code, late.status_code) == (200, 409)
    assert "E2 changed since you opened this page" in errors(late)[0]
    assert "E4 changed since you opened this page" in errors(late)[0]
    assert meeting.decisions.count() == 1
    assert Draft.objects.get().sentence == "Rejected."


def test_a_draft_may_be_wrong_but_not_unreadable(meeting, clerks_client):
    half = composed(clerks_client, day="2017-02-31", known_to="day", elements=["999"])
    assert clerks_client.post(CONSOLE, {**half, "do": "keep"}).status_code == 200

    for bad in ["Null\0character", "half \ufffd", "turned \u202e"]:
        answer = clerks_client.post(CONSOLE, {**half, "sentence": bad, "do": "keep"})
        assert answer.status_code == 422
        assert "Not kept as a draft:" in read(answer).one(id="kept").text
    long = clerks_client.post(CONSOLE, {**half, "sentence": "x" * 100_001, "do": "keep"})
    assert "That is more than a draft can hold." in read(long).one(id="kept").text
    assert Draft.objects.get().sentence == "The Group agreed, so far"


def test_a_draft_whose_content_is_nonsense_still_opens(meeting, clerk, clerks_client):
    one = draft(meeting, "So far", by=clerk)
    for content in [
        '{"elements": ["x"], "outcome": ["never"], "heading": ["y"], "qualifiers": [""]}',
        '{"sentence": [], "basis": [], "day": ["0000"]}',
        "{}",
    ]:
        sql("UPDATE deliberations_draft SET content = %s WHERE id = %s", content, one.pk)

        assert clerks_client.get(f"{CONSOLE}?draft={one.pk}").status_code == 200


@pytest.mark.parametrize("asked", ["0", "x", "999999999", "9" * 30, "²"])
def test_a_draft_that_is_gone_is_said_to_be(meeting, clerks_client, asked):
    page = read(clerks_client.get(CONSOLE, {"draft": asked}))

    assert "That draft is gone" in page.one(id="console").text


def test_no_public_place_has_a_draft(group, meeting, clerk, client):
    one = draft(meeting, "Unheard-of words", by=clerk)

    for address in [
        "/small/",
        "/small/meetings/1/",
        "/small/meetings/1.json",
        "/small/history/",
        "/small/history.json",
        f"{CONSOLE}?draft={one.pk}",
    ]:
        answer = client.get(address)
        assert "Unheard-of" not in answer.content.decode(), address


def test_agreed_as_amended_is_composed_foreseen_and_recorded(meeting, elements, clerks_client):
    reword(elements[1], "Second, reworded")
    form = composed(clerks_client)
    seen = clerks_client.post(CONSOLE, {**form, "do": "foresee"})
    texts = read(seen).one(id="amend").all("textarea")
    assert [(text.attrs["name"], text.text) for text in texts] == [
        ("amended-2-2", "Second, reworded"),
        ("amended-4-1", "Small thing 4"),
    ]

    amended = {**filled_in(seen), "amended-4-1": "Small thing four"}
    foreseen = clerks_client.post(CONSOLE, {**amended, "do": "foresee"})
    done = clerks_client.post(CONSOLE, {**filled_in(foreseen), "do": "record"})

    assert "E4 as amended: Small thing 4four" in read(foreseen).one(id="preview").text
    assert done.status_code == 200
    decision = meeting.decisions.get()
    assert [(d.element.reference, d.wording.text) for d in decision.dispositions.all()] == [
        ("E2", "Second, reworded"),
        ("E4", "Small thing four"),
    ]
    [wording] = decision.amended_wordings.all()
    assert (wording.element, wording.number) == (elements[3], 2)
    assert "Small thing four" in clerks_client.get("/small/elements/4/").content.decode()
    page = read(clerks_client.get("/small/meetings/1/decisions/1/"))
    assert page.one("ul", class_="elements").texts("li") == [
        "E2Second, reworded",
        "E4Small thing four as amended: Small thing 4four",
    ]
    assert [ins.text for ins in page.all("ins")] == ["four"]
    data = clerks_client.get("/small/meetings/1/decisions/1.json").json()
    assert [d["amended"] for d in data["dispositions"]] == [False, True]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"amended-2-1": " "}, "E2: Write its text as amended."),
        (
            {"amended-2-1": "Otherwise", "outcome": "rejected"},
            "Only what is agreed is amended. Leave the texts as they are.",
        ),
    ],
)
def test_an_amendment_that_can_not_be_is_refused(meeting, clerks_client, fields, said):
    refused = clerks_client.post(CONSOLE, {**composed(clerks_client, **fields), "do": "record"})

    assert refused.status_code == 422
    assert errors(refused) == [said]
    assert not meeting.decisions.exists()


def test_a_text_begun_before_a_rewording_is_not_taken_for_an_amendment(
    meeting, elements, clerks_client
):
    form = composed(clerks_client, **{"amended-2-1": "Small thing 2", "amended-4-1": "Four!"})
    for element in (elements[1], elements[3]):
        reword(element, f"{element}, reworded")
    seen_anew = filled_in(clerks_client.get(CONSOLE))["seen"]

    refused = clerks_client.post(CONSOLE, {**form, "seen": seen_anew, "do": "record"})

    assert errors(refused) == ["E4 was reworded meanwhile. Amend its current wording."]
    assert not meeting.decisions.exists()


def test_an_amendment_sent_twice_is_one_and_with_another_text_is_another_intention(
    meeting, clerks_client
):
    form = {**composed(clerks_client), "amended-2-1": "Otherwise", "do": "record"}

    first, again = (clerks_client.post(CONSOLE, form) for _ in range(2))
    other = clerks_client.post(CONSOLE, {**form, "amended-2-1": "Quite otherwise"})

    assert (first.status_code, again.status_code, other.status_code) == (200, 200, 422)
    assert meeting.decisions.count() == 1
    assert "recorded as 1/D1" in errors(other)[0]


# ---- from the floor


def test_an_element_from_the_floor_is_entered_and_chosen_and_nothing_composed_is_lost(
    group, meeting, clerks_client
):
    form = composed(
        clerks_client,
        **{"floor-text": "From the floor", "floor-question": "1", "floor-contributor": "ant"},
    )

    answer = clerks_client.post(CONSOLE, {**form, "do": "element"})

    assert read(answer).one("div", class_="done").text == "E6 is entered."
    after = filled_in(answer)
    assert sorted(after["elements"]) == ["2", "4", "6"]
    assert (after["sentence"], after["floor-text"]) == (["The Group agreed, so far"], [""])
    new = group.elements.get(number=6)
    assert (new.meeting, new.proposals.get().contributor.slug) == (meeting, "ant")
    done = clerks_client.post(CONSOLE, {**after, "do": "record"})
    assert done.status_code == 200


def test_what_others_changed_is_not_taken_as_seen_with_an_element_from_the_floor(
    meeting, elements, clerks_client
):
    form = composed(clerks_client, **{"floor-text": "New", "floor-question": "1"})
    reword(elements[1], "Reworded by somebody else")

    entered = clerks_client.post(CONSOLE, {**form, "do": "element"})
    done = clerks_client.post(CONSOLE, {**filled_in(entered), "do": "record"})

    assert done.status_code == 409


@pytest.mark.parametrize("on", ["E2", "e2", "2", "1/D1", "1/d1"])
def test_a_statement_from_the_floor_is_on_an_element_or_a_decision(
    meeting, elements, clerks_client, on
):
    decision = decide(meeting, elements[0])
    form = composed(
        clerks_client,
        **{
            "said-on": on,
            "said-contributor": "ant",
            "said-kind": "reservation",
            "said-text": "We reserve.",
        },
    )

    answer = clerks_client.post(CONSOLE, {**form, "do": "statement"})

    thing = decision if "/" in on else elements[1]
    assert read(answer).one("div", class_="done").text == f"The statement on {thing} is entered."
    statement = thing.statements.get()
    assert (statement.kind, statement.meeting) == ("reservation", meeting)
    assert filled_in(answer)["sentence"] == ["The Group agreed, so far"]


@pytest.mark.parametrize(
    ("do", "fields", "said"),
    [
        ("element", {"floor-question": "1"}, "Text: Write the text of the element."),
        ("statement", {"said-on": "E99"}, "On: The group has no element or decision “E99”."),
        ("statement", {"said-on": "all"}, "On: The group has no element or decision “all”."),
        ("statement", {"said-on": "E2"}, "By: Choose who said it."),
    ],
)
def test_what_is_wrong_from_the_floor_is_said_and_all_is_kept(
    meeting, clerks_client, do, fields, said
):
    answer = clerks_client.post(CONSOLE, {**composed(clerks_client, **fields), "do": do})

    assert answer.status_code == 422
    assert said in read(answer).one("section", class_="floor").text
    assert filled_in(answer)["sentence"] == ["The Group agreed, so far"]


def test_the_next_item_of_the_agenda_is_taken_up_and_its_elements_come_first(
    meeting, elements, clerks_client
):
    meeting.agenda.create(position=1, title="Opening")
    meeting.agenda.create(position=2, element=elements[3])

    opened = clerks_client.post(CONSOLE, {**composed(clerks_client), "do": "next-item"})
    then = clerks_client.post(CONSOLE, {**filled_in(opened), "do": "next-item"})

    assert "Item 1 of 2: Opening" in read(opened).one("p", class_="taken-up").text
    assert "Item 2 of 2: E4" in read(then).one("p", class_="taken-up").text
    choices = read(then).one("fieldset", class_="choose").texts("li")
    assert choices[0] == "E4 Small thing 4 Proposed"
    assert filled_in(then)["sentence"] == ["The Group agreed, so far"]


def test_any_item_of_the_agenda_is_taken_up_beside_the_list(meeting, elements, clerks_client):
    meeting.agenda.create(position=1, title="Opening")
    wanted = meeting.agenda.create(position=2, element=elements[3])
    meeting.agenda.create(position=3, element=elements[1])
    form = {**composed(clerks_client), "item": str(wanted.pk)}

    then = clerks_client.post(CONSOLE, form)

    assert "Item 2 of 3: E4" in read(then).one("p", class_="taken-up").text
    assert read(then).one("details", id="agenda").texts("li") == [
        "1 Take up Opening",
        "2 E4 Small thing 4 taken up now",
        "3 Take up E2 Small thing 2",
    ]
    assert filled_in(then)["sentence"] == ["The Group agreed, so far"]
    assert read(then).all(class_="error-summary") == []
    gone = clerks_client.post(CONSOLE, {**form, "item": "999999999"})
    assert gone.status_code == 422
    assert "The agenda has no such item. Look again." in read(gone).text
    meeting.refresh_from_db()
    assert meeting.takes_up == wanted


def test_what_is_open_stands_in_the_order_of_the_agenda(meeting, elements, clerks_client):
    meeting.agenda.create(position=1, element=elements[4])
    meeting.agenda.create(position=2, element=elements[1])

    choices = read(clerks_client.get(CONSOLE)).one("fieldset", class_="choose").texts("li")

    assert [choice.split()[0] for choice in choices[:5]] == ["E5", "E2", "E1", "E3", "E4"]


def test_a_form_of_a_strange_intention_is_answered(meeting, clerks_client):
    for strange in ["", "x", str(uuid4())]:
        form = {**composed(clerks_client), "intention": strange, "version": "7", "window": "x"}
        for do in ("keep", "take-over", "hide", "discard", "show", "nonsense"):
            answer = clerks_client.post(CONSOLE, {**form, "do": do})
            assert answer.status_code in (200, 409, 422), (strange, do)
