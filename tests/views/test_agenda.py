"""The agenda of a meeting: arranged, taken up item by item, and how it ended."""

from typing import Any

import pytest
from django.test import Client

from deliberations.models import AgendaItem, Meeting, MeetingState
from deliberations.operations import arrange_agenda, close_meeting, take_up
from tests.acts import decide
from tests.factories import MeetingFactory
from tests.pages import errors, filled_in, read, send

pytestmark = pytest.mark.django_db

FIRST = "/small/meetings/1/"
AGENDA = f"{FIRST}agenda/"
CLOSE = f"{FIRST}close/"
TAKE_UP = f"{FIRST}take-up/"


@pytest.fixture
def items(meeting, elements) -> list[AgendaItem]:
    """Breakfast, E1, question 1, in this order."""
    question = meeting.group.questions.get()
    make = AgendaItem.objects.create
    return [
        make(meeting=meeting, position=1, title="Breakfast"),
        make(meeting=meeting, position=2, element=elements[0]),
        make(meeting=meeting, position=3, question=question, title="In short"),
    ]


def agenda(meeting: Meeting) -> list[str]:
    """What is recorded."""
    return [
        " ".join(filter(None, [str(item.element or item.question or ""), item.title]))
        for item in meeting.agenda.order_by("position")
    ]


def shown(answer: Any) -> list[str]:
    """What is arranged, as the page shows it."""
    rows = read(answer).one("ol", class_="agenda").all("li")
    return [row.attrs["data-name"] for row in rows if "data-name" in row.attrs]


def step(client: Client, answer: Any, do: str, **filled: str) -> Any:
    """Press a button of the page that was answered, as a browser without scripts does."""
    return client.post(AGENDA, {**filled_in(answer), **filled, "do": do})


# ---- arranged


def test_an_agenda_is_arranged_step_by_step_and_recorded_at_once(meeting, items, clerks_client):
    page = clerks_client.get(AGENDA)
    seen = [shown(page)]
    for do in ["up:2", "down:1", "down:2", "remove:2"]:
        page = step(clerks_client, page, do)
        seen.append(shown(page))
    page = step(clerks_client, page, "add", element="E4", title="Quickly")
    before = agenda(meeting)
    done = step(clerks_client, page, "record")

    breakfast, one, question = "Breakfast", "E1", "Question 1 In short"
    assert seen == [
        [breakfast, one, question],
        [one, breakfast, question],
        [breakfast, one, question],
        [breakfast, question, one],
        [breakfast, one],
    ]
    assert before == [breakfast, one, question]
    assert done["Location"] == FIRST
    assert agenda(meeting) == [breakfast, one, "E4 Quickly"]


def test_the_first_goes_no_further_up_and_the_last_no_further_down(items, clerks_client):
    page = clerks_client.get(AGENDA)

    for do in ["up:1", "down:3", "up:0", "down:9", "remove:99", "up:x", "sideways:1", "", "up"]:
        answer = step(clerks_client, page, do)
        assert (answer.status_code, shown(answer)) == (200, shown(page)), do


@pytest.mark.parametrize(
    ("filled", "name"),
    [
        ({"question": "1"}, "Question 1"),
        ({"element": "E2"}, "E2"),
        ({"element": " e2 "}, "E2"),
        ({"element": "2", "title": "Small, or not"}, "E2 Small, or not"),
        ({"title": "  Any   other business "}, "Any other business"),
        ({"title": "e3:q1: <b>"}, "e3:q1: <b>"),
    ],
)
def test_a_question_an_element_or_a_title_is_added_at_the_end(
    meeting, items, clerks_client, filled, name
):
    page = step(clerks_client, clerks_client.get(AGENDA), "add", **filled)
    assert shown(page)[-1] == name
    assert filled_in(page)["title"] == [""]

    step(clerks_client, page, "record")

    assert agenda(meeting)[3:] == [name]


@pytest.mark.parametrize(
    ("filled", "sentence"),
    [
        ({}, "Question: Choose a question, or give an element or a title."),
        (
            {"question": "1", "element": "E2"},
            "Or an element, by its number: Give a question or an element, not both at once.",
        ),
        (
            {"element": "E99"},
            "Or an element, by its number: The group has no element of that number.",
        ),
        (
            {"title": "a" * 301},
            "Title: Ensure this value has at most 300 characters (it has 301).",
        ),
    ],
)
def test_what_can_not_be_added_is_told_and_what_was_arranged_stays(
    items, clerks_client, filled, sentence
):
    page = step(clerks_client, clerks_client.get(AGENDA), "up:3")

    answer = step(clerks_client, page, "add", **filled)

    assert (answer.status_code, errors(answer)) == (422, [sentence])
    assert shown(answer) == ["Breakfast", "Question 1 In short", "E1"]
    assert {name: filled_in(answer)[name] for name in filled} == {
        name: [value] for name, value in filled.items()
    }


def test_what_is_filled_in_and_not_yet_added_is_recorded_as_well(meeting, items, clerks_client):
    step(clerks_client, clerks_client.get(AGENDA), "record", title="Last")

    assert agenda(meeting)[3:] == ["Last"]


def test_what_another_changed_meanwhile_is_shown_with_what_one_arranged(
    meeting, items, clerk, clerks_client
):
    page = step(clerks_client, clerks_client.get(AGENDA), "up:2")
    page = step(clerks_client, page, "add", title="Mine")
    arrange_agenda(
        meeting=meeting,
        items=[items[0], items[1], AgendaItem(title="Theirs")],
        seen=[item.pk for item in items],
        by=clerk,
    )

    refused = step(clerks_client, page, "record")

    assert refused.status_code == 409
    assert errors(refused) == ["Somebody else changed the agenda meanwhile. Look again."]
    assert shown(refused) == ["E1", "Breakfast", "Mine", "Theirs"]
    assert "added by somebody else" in read(refused).one("ol", class_="agenda").texts("strong")
    assert agenda(meeting) == ["Breakfast", "E1", "Theirs"]
    step(clerks_client, refused, "record")
    assert agenda(meeting) == ["E1", "Breakfast", "Mine", "Theirs"]


def test_an_item_of_another_agenda_is_none_of_this_one(group, meeting, items, clerks_client):
    other = AgendaItem.objects.create(
        meeting=MeetingFactory(group=group, number=2), position=1, title="Elsewhere"
    )

    answer = send(clerks_client, AGENDA, {"items": [str(other.pk)], "do": "record"})

    assert (answer.status_code, errors(answer)) == (422, ["The agenda has no such item."])
    assert agenda(meeting) == ["Breakfast", "E1", "Question 1 In short"]


def test_the_agenda_of_a_closed_meeting_stays_as_it_was(meeting, items, clerk, clerks_client):
    form = filled_in(clerks_client.get(AGENDA))
    close_meeting(meeting=meeting, by=clerk)

    page = read(clerks_client.get(AGENDA))
    answer = clerks_client.post(AGENDA, {**form, "items": [], "do": "record"})

    assert page.one("main").all("form") == []
    assert errors(answer) == ["Meeting 1 is closed; its agenda stays as it was."]
    assert "Arrange the agenda" not in read(clerks_client.get(FIRST)).texts("a")


# ---- taken up


def taken_up(client: Client) -> list[str]:
    return [
        line.one("span", class_="text").text
        for line in read(client.get(FIRST)).one("ol", class_="agenda").all("li")
        if line.attrs.get("aria-current") == "true" and "taken up now" in line.text
    ]


def test_what_is_taken_up_is_marked_for_everybody(meeting, items, clerks_client, client):
    told = [taken_up(client)]
    for item in [items[2].pk, items[1].pk, "nothing"]:
        answer = clerks_client.post(TAKE_UP, {"item": item})
        assert answer["Location"] == f"{FIRST}#agenda"
        told.append(taken_up(client))

    assert told == [[], ["Question 1 In short"], ["E1 Small thing 1"], []]
    assert read(client.get(FIRST)).all("button", name="item") == []


def test_each_item_is_taken_up_by_a_button_that_says_which(meeting, items, clerk, clerks_client):
    take_up(meeting=meeting, item=items[1], by=clerk)

    buttons = read(clerks_client.get(FIRST)).all("button", name="item")

    assert [(button.text, button.attrs["value"]) for button in buttons] == [
        ("Take up Breakfast", str(items[0].pk)),
        ("Leave it E1", "nothing"),
        ("Take up Question 1 In short", str(items[2].pk)),
    ]


def test_what_can_not_be_taken_up_is_refused_with_a_sentence(meeting, items, clerk, clerks_client):
    def said(item: str) -> str:
        answer = clerks_client.post(TAKE_UP, {"item": item}, follow=True)
        return read(answer).one("div", class_="messages").text

    sentences = [said(item) for item in [f"{items[2].pk + 1}", "", "Breakfast"]]
    close_meeting(meeting=meeting, by=clerk)

    assert sentences == ["The agenda has no such item. Look again."] * 3
    assert said(f"{items[0].pk}").startswith("Meeting 1 is closed.")


def test_what_is_taken_up_is_not_removed_from_under_the_room(meeting, items, clerk, clerks_client):
    take_up(meeting=meeting, item=items[0], by=clerk)
    page = step(clerks_client, clerks_client.get(AGENDA), "remove:1")

    answer = step(clerks_client, page, "record")

    assert errors(answer) == [
        "“Breakfast” is taken up. Leave it, or take up another, before you remove it."
    ]
    assert agenda(meeting)[0] == "Breakfast"


def test_a_meeting_that_is_closed_takes_up_nothing_any_more(meeting, items, clerk, client):
    take_up(meeting=meeting, item=items[0], by=clerk)
    close_meeting(meeting=meeting, by=clerk)

    assert taken_up(client) == []
    assert client.get("/small/meetings/1.json").json()["taken_up"] is None


# ---- ended


@pytest.fixture
def later(group) -> Meeting:
    MeetingFactory(group=group, number=3, state=MeetingState.CLOSED)
    return MeetingFactory(group=group, number=2, state=MeetingState.PLANNED)


def asked(answer: Any) -> dict[str, list[str]]:
    """How each item that is asked for may have ended: {item: endings}."""
    return {
        fieldset.one("legend").text: fieldset.texts("label")
        for fieldset in read(answer).one("main").all("fieldset")
    }


def test_a_meeting_is_closed_when_it_is_said_of_each_open_item_how_it_ended(
    meeting, items, elements, later, clerks_client, client
):
    decide(meeting, elements[0], sentence="One is small.")
    AgendaItem.objects.create(meeting=meeting, position=4, title="Dinner")
    AgendaItem.objects.create(meeting=meeting, position=5, element=elements[4])
    page = clerks_client.get(CLOSE)
    dinner, five = list(meeting.agenda.order_by("position"))[3:]

    answer = send(
        clerks_client,
        CLOSE,
        {
            f"item-{items[0].pk}": "discussed",
            f"item-{dinner.pk}": "not-reached",
            f"item-{five.pk}": "2",
        },
    )

    endings = ["discussed", "not reached", "carried over to meeting 2"]
    assert asked(page) == {
        "1 Breakfast": endings,
        "4 Dinner": endings,
        "5 E5 Small thing 5": endings,
    }
    assert filled_in(page).keys() == {"csrfmiddlewaretoken"}
    assert answer["Location"] == FIRST
    told = read(client.get(FIRST)).one("ol", class_="agenda")
    assert told.texts("li") == [
        "1 Breakfast discussed",
        "2 E1 Small thing 1 1/D1",
        "3 Question 1 In short 1/D1",
        "4 Dinner not reached",
        "5 E5 Small thing 5 carried over to meeting 2",
    ]
    assert "/small/meetings/1/decisions/1/" in told.links()
    assert "/small/meetings/2/" in told.links()
    assert agenda(later) == ["E5"]
    data = client.get("/small/meetings/1.json").json()["agenda"]
    assert [(line["outcome"], line["carried_to"]) for line in data] == [
        ("discussed", None),
        (["1/D1"], None),
        (["1/D1"], None),
        ("not-reached", None),
        ("carried-over", 2),
    ]


def test_an_item_of_which_it_is_not_said_is_named_and_the_meeting_stays_open(
    meeting, items, clerks_client
):
    first, last = f"item-{items[0].pk}", f"item-{items[2].pk}"

    answer = send(clerks_client, CLOSE, {first: "discussed", last: "3"})

    assert answer.status_code == 422
    assert errors(answer) == [
        "E1: Say how it ended.",
        "Question 1 In short: Choose one of the endings offered.",
    ]
    assert filled_in(answer)[first] == ["discussed"]
    assert meeting.agenda.exclude(ending="").count() == 0
    assert clerks_client.get("/small/meetings/1.json").json()["state"] == "in-session"


def test_an_item_added_meanwhile_is_asked_for_too(meeting, items, elements, clerks_client):
    decide(meeting, elements[0])
    form = {**filled_in(clerks_client.get(CLOSE)), f"item-{items[0].pk}": "discussed"}
    AgendaItem.objects.create(meeting=meeting, position=4, title="Dinner")

    answer = clerks_client.post(CLOSE, form)

    assert errors(answer) == ["Dinner: Say how it ended."]


def test_a_meeting_without_an_open_item_is_closed_by_one_button(meeting, clerks_client):
    page = clerks_client.get(CLOSE)

    answer = clerks_client.post(CLOSE, filled_in(page))

    assert asked(page) == {}
    assert "No item of its agenda is open." in read(page).texts("p")
    assert answer["Location"] == FIRST
    assert clerks_client.get("/small/meetings/1.json").json()["state"] == "closed"


def test_a_meeting_that_can_not_be_closed_says_so(group, later, clerks_client):
    def told(number: int) -> tuple[list[str], list[str]]:
        address = f"/small/meetings/{number}/close/"
        page = read(clerks_client.get(address)).one("main")
        return page.texts("p", class_="draft"), errors(clerks_client.post(address))

    only = "Only one that is in session or adjourned can be closed."
    assert told(2) == ([f"The meeting is planned. {only}"], ["Meeting 2 is planned."])
    assert told(3) == ([f"The meeting is closed. {only}"], ["Meeting 3 is closed."])


def test_what_an_unpublished_meeting_decided_is_no_outcome_for_the_public(
    group, unpublished, elements, clerk, clerks_client, client
):
    AgendaItem.objects.create(meeting=unpublished, position=1, element=elements[0])
    decide(unpublished, elements[0])

    def outcome(reader: Client) -> Any:
        return reader.get("/small/meetings/2.json").json()["agenda"][0]["outcome"]

    assert [outcome(clerks_client), outcome(client)] == [["2/D1"], None]
