"""The chair's script: what there is to say, item by item, and who gets it."""

from typing import Any

import pytest

from deliberations.models import AgendaItem, Ending, Meeting, MeetingState
from deliberations.operations import close_meeting, take_up
from deliberations.permissions import Role
from tests.acts import annul, decide, reword, withdraw
from tests.factories import ElementFactory, MeetingFactory, MembershipFactory
from tests.pages import Node, problem, read
from tests.views.test_queries import MOST_TO_READ, queries

pytestmark = pytest.mark.django_db

SCRIPT = "/small/meetings/1/script/"


def item(meeting: Meeting, **what: Any) -> AgendaItem:
    position = meeting.agenda.count() + 1
    return AgendaItem.objects.create(meeting=meeting, position=position, **what)


def passages(client, address: str = SCRIPT) -> list[Node]:
    """From the opening to the closing."""
    return read(client.get(address)).one(id="now").all("section", class_="passage")


def said(passage: Node) -> list[str]:
    return passage.texts("p", class_="say")


def test_the_chair_opens_and_closes_the_meeting_in_words(meeting, clerks_client):
    item(meeting, title="Other business")

    opening, _other, closing = passages(clerks_client)

    assert opening.one("p", class_="cue").text == "Chair: Chair Woman"
    assert said(opening) == [
        "I open the first meeting of the Working Group on Small Things. "
        "There is 1 item on our agenda."
    ]
    assert said(closing) == [
        "We have come to the end of our agenda. I thank all of you. "
        "The first meeting of the Working Group on Small Things is closed."
    ]


def test_a_chair_that_is_not_stated_is_not_named(group, clerks_client):
    MeetingFactory(group=group, number=3)

    opening, closing = passages(clerks_client, "/small/meetings/3/script/")

    assert opening.all("p", class_="cue") == []
    assert "There are" not in opening.text + closing.text
    page = read(clerks_client.get("/small/meetings/3/script/"))
    assert "The meeting has no agenda yet." in page.texts("p")


def test_an_element_is_put_to_the_room_in_the_manner_of_the_group(
    group, meeting, elements, clerks_client
):
    group.sentence_agreed = "The Group of small things agreed{qualifiers} on these {heading}"
    group.save()
    elements[0].heading = group.questions.get().headings.get()
    elements[0].save()
    reword(elements[0], "Small thing, reworded")
    item(meeting, element=elements[0], title="One", note="In the morning.")

    _opening, one, _closing = passages(clerks_client)

    assert one.one("h2").text == "1 E1 One"
    assert one.one("p", class_="text").text == "Small thing, reworded"
    assert one.texts("p", class_="cue") == [
        "In the morning.",
        "Proposed wording 2 Proposed by Anthill",
        "If there are none, gavel:",
    ]
    assert said(one) == [
        "We take up E1, “Small thing, reworded”. Are there any objections to agreeing to it?",
        "The Group of small things agreed on these sizes: E1, “Small thing, reworded”. "
        "It is so decided.",
    ]


def test_what_an_earlier_meeting_decided_is_put_to_the_room_as_a_reconsideration(
    group, meeting, elements, clerks_client
):
    decide(meeting, elements[1], outcome="rejected")
    item(MeetingFactory(group=group, number=3), element=elements[1])

    _opening, one, _closing = passages(clerks_client, "/small/meetings/3/script/")

    assert one.texts("p", class_="cue") == [
        "Rejected by 1/D1 wording 1 By whom it was proposed is not known",
        "If there are none, gavel; it reconsiders 1/D1, so say why:",
    ]


def test_a_question_is_put_to_the_room_with_what_of_it_is_open(
    group, meeting, elements, clerks_client
):
    decide(MeetingFactory(group=group, number=3), elements[1])
    withdraw(elements[2])
    item(meeting, question=group.questions.get())

    _opening, question, _closing = passages(clerks_client)

    assert question.one("h2").text == "1 Question 1"
    assert question.one("p", class_="text").text == "What is small?"
    assert question.one("ul", class_="elements").texts("li") == [
        "E1 Small thing 1",
        "E4 Small thing 4",
        "E5 Small thing 5",
    ]
    assert said(question) == [
        "We take up question 1. 3 elements are open:",
        "Are there any objections to agreeing to them?",
        "The Group agreed on the following elements. It is so decided.",
    ]


def test_where_there_is_nothing_to_gavel_the_floor_is_opened(
    group, meeting, elements, clerks_client
):
    decide(MeetingFactory(group=group, number=3), *elements[:4])
    withdraw(elements[4])
    item(meeting, question=group.questions.get())
    item(meeting, title="Other business")
    item(meeting, element=elements[4])

    assert [said(passage) for passage in passages(clerks_client)[1:-1]] == [
        ["We take up question 1. No element in answer to it is open. I open the floor."],
        ["We come to “Other business”. I open the floor."],
        ["E5 was withdrawn by who proposed it. There is nothing to decide on it."],
    ]


def test_what_is_decided_shows_the_decision_and_is_not_put_to_the_room_again(
    group, meeting, elements, clerks_client
):
    item(meeting, element=elements[0])
    item(meeting, question=group.questions.get())
    annul(decide(meeting, elements[0], sentence="A slip."))
    decide(meeting, elements[0], sentence="The Group agreed on it.")

    _opening, element, question, _closing = passages(clerks_client)

    for passage in (element, question):
        decided = passage.texts("p", class_="decided")
        assert decided == ["Agreed 1/D2 The Group agreed on it."]
        assert said(passage) == []
    assert question.texts("p", class_="cue") == ["Still open:"]
    assert len(question.one("ul", class_="elements").all("li")) == 4


def test_how_an_item_ended_is_said_in_words(group, meeting, clerk, clerks_client):
    later = MeetingFactory(group=group, number=4, state=MeetingState.PLANNED)
    items = [item(meeting, title=title) for title in ("One", "Two", "Three")]
    ends: list[Ending | Meeting] = [Ending.DISCUSSED, Ending.NOT_REACHED, later]
    endings = dict(zip(items, ends, strict=True))
    close_meeting(meeting=meeting, endings=endings, by=clerk)

    ended = passages(clerks_client)[1:-1]

    assert [passage.texts("p", class_="decided") for passage in ended] == [
        ["Discussed"],
        ["Not reached"],
        ["Carried over to the fourth meeting"],
    ]
    assert [said(passage) for passage in ended] == [[], [], []]


def test_what_is_taken_up_is_marked(meeting, clerk, clerks_client):
    item(meeting, title="One")
    take_up(meeting=meeting, item=item(meeting, title="Two"), by=clerk)

    titles = [passage.one("h2").text for passage in passages(clerks_client)]

    assert titles == ["Opening", "1 One", "2 Two taken up now", "Closing"]
    now = read(clerks_client.get(SCRIPT)).one(id="now")
    assert now.attrs["data-latest"] == "Item 2 is taken up."


def test_the_script_of_an_unpublished_meeting_tells_what_it_did(
    group, unpublished, elements, clerks_client
):
    floor = ElementFactory(
        group=group, question=group.questions.get(), meeting=unpublished, text="From the floor"
    )
    item(unpublished, element=floor)
    item(unpublished, element=elements[0])
    decide(unpublished, elements[0], sentence="So decided.")

    _opening, one, two, _closing = passages(clerks_client, "/small/meetings/2/script/")

    assert one.one("p", class_="text").text == "From the floor"
    assert two.texts("p", class_="decided") == ["Agreed 2/D1 So decided."]


def test_only_those_who_record_get_the_script_and_are_led_there(
    group, meeting, clerks_client, client_of, client
):
    delegate = client_of(MembershipFactory(group=group, role=Role.DELEGATE).user)

    def led_to(reader) -> list[str]:
        links = read(reader.get("/small/meetings/1/")).one("main").links()
        return [link for link in links if link.endswith(("/screen/", "/script/"))]

    assert led_to(clerks_client) == ["/small/meetings/1/screen/", SCRIPT]
    for reader in (delegate, client):
        assert problem(reader.get(SCRIPT)) == (
            403,
            "Only the secretariat of the group does that.",
        )
        assert led_to(reader) == []


def test_the_script_is_fetched_alone_where_the_record_changed(meeting, clerks_client):
    item(meeting, title="Other business")

    piece = clerks_client.get(SCRIPT, headers={"HX-Request": "true", "HX-Target": "div#now"})

    assert piece.content.decode().strip().startswith('<div id="now"')
    assert "<html" not in piece.content.decode()


def test_the_script_asks_equally_often_for_few_and_for_many(
    group, meeting, elements, clerks_client, many_elements
):
    item(meeting, element=elements[0])
    item(meeting, question=group.questions.get())
    decide(meeting, elements[1])
    few = queries(lambda: clerks_client.get(SCRIPT))

    many_elements(group, 30)
    for element in group.elements.filter(number__gt=1)[:20]:
        item(meeting, element=element)
    decide(meeting, *group.elements.filter(number__gt=10)[:9])

    assert queries(lambda: clerks_client.get(SCRIPT)) == few <= MOST_TO_READ
