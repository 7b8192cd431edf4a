"""The screen in the room: what it shows, in which order, and to whom."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client

from deliberations.models import AgendaItem, Draft, Meeting, MeetingState, User
from deliberations.operations import show_draft, take_up
from deliberations.permissions import Role
from deliberations.readings import screen as reading
from tests.acts import annul, correct, decide, draft, reword
from tests.factories import ElementFactory, MeetingFactory, MembershipFactory, QualifierFactory
from tests.pages import Node, read
from tests.views.test_queries import MOST_TO_READ, queries

pytestmark = pytest.mark.django_db

SCREEN = "/small/meetings/1/screen/"
UNPUBLISHED = "/small/meetings/2/screen/"


@pytest.fixture
def delegates_client(group, client_of) -> Client:
    client: Client = client_of(MembershipFactory(group=group, role=Role.DELEGATE).user)
    return client


def shown(client: Client, address: str = SCREEN) -> Node:
    return read(client.get(address)).one(id="now")


def on_screen(
    meeting: Meeting, clerk: User, sentence: str = "To be agreed.", **content: Any
) -> Draft:
    return show_draft(draft=draft(meeting, sentence, by=clerk, **content), shown=True, by=clerk)


def taking_up(meeting: Meeting, clerk: User, **what: Any) -> AgendaItem:
    position = meeting.agenda.count() + 1
    item = AgendaItem.objects.create(meeting=meeting, position=position, **what)
    take_up(meeting=meeting, item=item, by=clerk)
    return item


def lines(screen: Node) -> list[str]:
    return [line for ul in screen.all("ul", class_="lines") for line in ul.texts("li")]


# ---- where nothing happens


@pytest.mark.parametrize("state", MeetingState)
def test_before_anything_the_screen_says_which_meeting_it_is_and_how_it_stands(
    group, client, state
):
    year = datetime.now(tz=UTC).year + 1
    MeetingFactory(
        group=group, number=3, state=state, starts_on=date(year, 5, 3), place_name="Geneva"
    )

    screen = shown(client, "/small/meetings/3/screen/")

    assert screen.one("h1").text == "Third meeting"
    assert screen.texts("p", class_="terms") == [
        "Working Group on Small Things",
        f"{str(state.label).capitalize()} · 3–4 May {year} · Geneva",
    ]


def test_the_screen_is_a_picture_without_anything_to_press(meeting, clerk, clerks_client):
    on_screen(meeting, clerk, elements=["1"])

    page = read(clerks_client.get(SCREEN))

    assert [node.tag for node in page.one("body") if node.tag in ("a", "nav", "form")] == []
    assert [node for node in page.all("button") if "hidden" not in node.attrs] == []
    assert "hidden" in page.one(id="live").attrs
    assert len(page.one("main").all("h1")) == 1


# ---- what is taken up


def test_an_element_taken_up_is_shown_in_its_present_wording_and_where_it_stands(
    meeting, elements, clerk, client, monkeypatch
):
    monkeypatch.setattr(reading, "SECONDS", 0)
    reword(elements[1], "Small thing, reworded", meeting=meeting)
    decide(meeting, elements[1], outcome="deferred")
    taking_up(meeting, clerk, title="In plain words", element=elements[1])

    screen = shown(client)

    assert screen.one("h1").text == "Small thing, reworded"
    assert screen.one("p", class_="marks").text == "E2 Deferred to report 1/D1"
    assert screen.one("p", class_="terms").text == "In plain words"
    assert screen.one("p", class_="where").text == "WGS · First meeting Item 1"


def test_a_question_taken_up_is_shown_with_how_many_elements_stand_where(
    group, meeting, elements, clerk, client, monkeypatch
):
    monkeypatch.setattr(reading, "SECONDS", 0)
    decide(meeting, *elements[:2])
    taking_up(meeting, clerk, question=group.questions.get())

    screen = shown(client)

    assert screen.one("h1").text == "What is small?"
    assert screen.one("p", class_="marks").text == "Question 1"
    assert screen.one("ul", class_="shares").texts("li") == ["2 agreed", "3 proposed"]


def test_anything_else_taken_up_is_shown_by_its_title(meeting, clerk, client):
    taking_up(meeting, clerk, title="Other business")

    assert shown(client).one("h1").text == "Other business"


def test_a_meeting_that_is_adjourned_says_so_instead_of_what_it_took_up(
    group, meeting, clerk, client
):
    taking_up(meeting, clerk, title="Other business")
    Meeting.objects.filter(pk=meeting.pk).update(state=MeetingState.ADJOURNED)

    screen = shown(client)

    assert screen.one("h1").text == "First meeting"
    assert "Adjourned" in screen.text


# ---- the draft


def test_the_draft_is_shown_as_one_with_all_that_is_chosen_so_far(
    group, meeting, clerk, clerks_client
):
    heading, phrase = group.questions.get().headings.get(), group.qualifiers.get()
    taking_up(meeting, clerk, title="Other business")
    on_screen(
        meeting,
        clerk,
        "The Group agreed, in principle, on these.",
        outcome=["agreed"],
        basis=["consensus"],
        heading=[str(heading.pk)],
        qualifiers=[str(phrase.pk)],
        elements=["3", "1"],
    )

    screen = shown(clerks_client)

    assert screen.one("p", class_="marks").text == "Draft not decided yet Agreed"
    assert screen.one("h1").text == "The Group agreed, in principle, on these."
    assert screen.one("p", class_="terms").text == "in principle, consensus"
    assert lines(screen) == ["E1 Small thing 1", "E3 Small thing 3"]


def test_an_element_that_is_amended_is_shown_with_what_the_amendment_changes(
    meeting, clerk, clerks_client
):
    amended: dict[str, Any] = {
        "amended-1-1": ["Tiny thing 1"],
        "amended-2-1": ["Small thing 2"],
        "amended-3-1": [" "],
    }
    on_screen(meeting, clerk, outcome=["agreed"], elements=["1", "2", "3"], **amended)

    screen = shown(clerks_client)

    assert (screen.texts("del"), screen.texts("ins")) == (["Small"], ["Tiny"])
    assert lines(screen) == ["E1 SmallTiny thing 1", "E2 Small thing 2", "E3 Small thing 3"]


def test_a_draft_that_is_kept_back_is_not_on_the_screen(meeting, clerk, clerks_client):
    one = on_screen(meeting, clerk, "Not yet.")
    show_draft(draft=one, shown=False, by=clerk)

    assert shown(clerks_client).one("h1").text == "First meeting"


BROKEN: list[Any] = [
    {},
    [],
    "sentence",
    7,
    None,
    {"sentence": "So", "elements": "1", "outcome": {"agreed": 1}, "basis": 3},
    {"sentence": [None], "elements": [None, 1, {"a": 2}], "qualifiers": [[]]},
    {"elements": ["99", "-1", "x", "²", "9" * 500, ""], "qualifiers": ["99999", "9999999999"]},
    {"outcome": ["withdrawn"], "basis": ["by shouting"], "heading": ["nope"]},
    {"outcome": ["nope"], "amended-1-1": ["Alone"], "amended-": ["x"]},
    {"sentence": [], "outcome": [], "basis": [], "elements": []},
]


@pytest.mark.parametrize("content", BROKEN, ids=range(len(BROKEN)))
def test_a_draft_that_can_not_be_understood_is_shown_as_nothing_chosen_yet(
    meeting, clerk, clerks_client, content
):
    one = on_screen(meeting, clerk)
    if content is None:
        content = {"sentence": ["\n"]}
    Draft.objects.filter(pk=one.pk).update(content=content)

    screen = shown(clerks_client)

    assert screen.one("p", class_="marks").text == "Draft not decided yet"
    assert screen.one("h1").text == "The sentence is not written yet"
    assert screen.one("p", class_="terms").text == "basis not stated"
    assert lines(screen) == []
    assert clerks_client.get("/small/meetings/1/screen.json").json()["shows"] == "draft"


def test_an_element_of_another_group_is_not_in_a_draft(group, meeting, clerk, clerks_client):
    other = QualifierFactory(phrase="elsewhere")
    ElementFactory.create_batch(9)
    on_screen(meeting, clerk, elements=["1", "9"], qualifiers=[str(other.pk)])

    screen = shown(clerks_client)

    assert lines(screen) == ["E1 Small thing 1"]
    assert screen.one("p", class_="terms").text == "basis not stated"


@pytest.mark.parametrize("ending", ["/", ".json"])
def test_nobody_else_sees_anything_of_a_draft(
    meeting, clerk, clerks_client, delegates_client, client, ending
):
    address = f"/small/meetings/1/screen{ending}"
    headers = {"HX-Request": "true", "HX-Target": "now"} if ending == "/" else {}
    before = [c.get(address, headers=headers).content for c in (client, delegates_client)]
    on_screen(meeting, clerk, "A canary.", outcome=["agreed"], elements=["1"])

    assert b"A canary." in clerks_client.get(address, headers=headers).content
    assert [c.get(address, headers=headers).content for c in (client, delegates_client)] == before


# ---- what was just gavelled


def test_what_was_gavelled_is_shown_with_its_number(group, meeting, elements, clerk, client):
    taking_up(meeting, clerk, title="Other business")
    decide(meeting, elements[4])
    decide(
        meeting,
        elements[2],
        elements[0],
        outcome="rejected",
        sentence="The Group rejected these.",
        basis="vote",
        qualifiers=[group.qualifiers.get()],
    )

    screen = shown(client)

    assert screen.one("p", class_="where").text == "WGS · First meeting 1/D2"
    assert screen.one("p", class_="marks").text == "Rejected"
    assert screen.one("h1").text == "The Group rejected these."
    assert screen.one("p", class_="terms").text == "in principle, vote"
    assert lines(screen) == ["E3 Small thing 3", "E1 Small thing 1"]
    assert 80 < int(screen.attrs["data-seconds"]) <= 90


def test_what_was_gavelled_makes_room_after_a_while(meeting, elements, clerk, client, monkeypatch):
    taking_up(meeting, clerk, title="Other business")
    decide(meeting, elements[0], sentence="So decided.")
    before = shown(client).one("h1").text
    monkeypatch.setattr(reading, "SECONDS", 0)

    screen = shown(client)

    assert (before, screen.one("h1").text) == ("So decided.", "Other business")
    assert "data-seconds" not in screen.attrs


def test_what_was_gavelled_makes_room_for_what_is_taken_up_then(meeting, elements, clerk, client):
    taking_up(meeting, clerk, title="First item")
    decide(meeting, elements[0], sentence="So decided.")
    take_up(meeting=meeting, item=None, by=clerk)
    before = shown(client).one("h1").text
    taking_up(meeting, clerk, title="Second item")

    assert (before, shown(client).one("h1").text) == ("So decided.", "Second item")


def test_what_is_drafted_next_comes_before_what_was_gavelled(
    meeting, elements, clerk, clerks_client
):
    decide(meeting, elements[0])
    on_screen(meeting, clerk, "The next one.")

    assert shown(clerks_client).one("h1").text == "The next one."


def test_what_was_annulled_or_put_right_is_not_on_the_screen(meeting, elements, client):
    annul(decide(meeting, elements[0], sentence="A slip."))
    after_a_slip = shown(client).one("h1").text
    correct(decide(meeting, elements[1], sentence="Wrong."), elements[1], sentence="Right.")

    assert (after_a_slip, shown(client).one("h1").text) == ("First meeting", "Right.")


def test_what_another_meeting_gavelled_is_not_on_this_screen(
    group, meeting, elements, client, clerk
):
    decide(MeetingFactory(group=group, number=4), elements[0])

    assert shown(client).one("h1").text == "First meeting"


# ---- what is not public


@pytest.mark.parametrize("taken_up", ["", "Other business"])
def test_what_an_unpublished_meeting_decides_is_shown_to_its_secretariat_only(
    group, unpublished, elements, clerk, clerks_client, delegates_client, client, taken_up
):
    if taken_up:
        taking_up(unpublished, clerk, title=taken_up)
    decide(unpublished, elements[0], sentence="A canary.")

    assert shown(clerks_client, UNPUBLISHED).one("h1").text == "A canary."
    for reader in (client, delegates_client):
        assert shown(reader, UNPUBLISHED).one("h1").text == (taken_up or "Second meeting")
        assert "A canary." not in reader.get("/small/meetings/2/screen.json").content.decode()


def test_a_screen_nobody_signed_in_at_says_what_it_lacks(group, clerks_client, client):
    MeetingFactory(group=group, number=2, published_at=None)
    words = "Sign in to show what is not published"

    links = {
        who: read(answer).texts("a")
        for who, answer in (
            ("nobody", client.get(UNPUBLISHED)),
            ("the secretary", clerks_client.get(UNPUBLISHED)),
            ("of what is public", client.get(SCREEN)),
        )
    }

    assert links == {"nobody": [words], "the secretary": [], "of what is public": []}


def test_an_element_that_is_not_public_is_not_on_the_screen_of_the_public(
    group, unpublished, clerk, clerks_client, delegates_client, client
):
    floor = ElementFactory(
        group=group, question=group.questions.get(), meeting=unpublished, text="A canary"
    )
    taking_up(unpublished, clerk, element=floor)

    assert shown(clerks_client, UNPUBLISHED).one("h1").text == "A canary"
    for reader in (client, delegates_client):
        assert shown(reader, UNPUBLISHED).one("h1").text == "Second meeting"


def test_the_elements_of_a_question_are_counted_as_the_reader_sees_them(
    group, unpublished, elements, clerk, clerks_client, client, monkeypatch
):
    monkeypatch.setattr(reading, "SECONDS", 0)
    decide(unpublished, elements[0])
    taking_up(unpublished, clerk, question=group.questions.get())

    def counted(reader: Client) -> list[str]:
        return shown(reader, UNPUBLISHED).one("ul", class_="shares").texts("li")

    assert counted(clerks_client) == ["1 agreed", "4 proposed"]
    assert counted(client) == ["5 proposed"]


# ---- how it is served


def test_the_picture_is_fetched_alone_where_the_record_changed(meeting, elements, client):
    decide(meeting, elements[0])

    piece = client.get(SCREEN, headers={"HX-Request": "true", "HX-Target": "div#now"})

    assert piece.content.decode().strip().startswith('<div id="now"')
    assert piece.content.decode().strip() in client.get(SCREEN).content.decode()


def test_the_longer_the_text_the_smaller_its_type(meeting, clerk, clerks_client):
    def size(sentence: str, *elements: str) -> int:
        on_screen(meeting, clerk, sentence, elements=list(elements))
        classes = shown(clerks_client).attrs["class"].split()
        return next(int(name[1:]) for name in classes if name[1:].isdigit())

    sizes = [
        size("Agreed."),
        size("The Group agreed on the following. " * 4),
        size("The Group agreed on the following. " * 5, "1", "2", "3", "4", "5"),
        size("The Group agreed on the following. " * 60, "1", "2", "3", "4", "5"),
    ]

    assert sizes[0] == 1
    assert sizes == sorted(set(sizes))
    assert sizes[-1] == len(reading.SIZES)


def test_the_screen_as_data_says_what_it_shows(group, meeting, elements, clerk, clerks_client):
    def data() -> dict[str, Any]:
        found: dict[str, Any] = clerks_client.get("/small/meetings/1/screen.json").json()
        return found

    nothing = data()
    taking_up(meeting, clerk, element=elements[0], title="One")
    item = data()
    decide(meeting, elements[1])
    decision = data()
    on_screen(meeting, clerk, "So", elements=["1"], **{"amended-1-1": ["Tiny thing 1"]})

    assert nothing["meeting"]["number"] == 1
    assert [d["shows"] for d in (nothing, item, decision)] == ["meeting", "item", "decision"]
    assert item["item"] == {
        "position": 1,
        "title": "One",
        "question": None,
        "element": {
            "reference": "E1",
            "number": 1,
            "text": "Small thing 1",
            "wording": 1,
            "status": "proposed",
            "decision": None,
            "url": "/small/elements/1/",
        },
        "by_status": {},
    }
    assert decision["decision"]["reference"] == "1/D1"
    assert decision["decision"]["elements"] == [
        {"reference": "E2", "text": "Small thing 2", "amends": None}
    ]
    assert data()["draft"] == {
        "outcome": None,
        "sentence": "So",
        "terms": "basis not stated",
        "elements": [{"reference": "E1", "text": "Tiny thing 1", "amends": "Small thing 1"}],
    }


def test_the_screen_asks_equally_often_for_few_and_for_many(
    group, meeting, clerk, clerks_client, many_elements
):
    many_elements(group, 30)
    phrases = [str(q.pk) for q in [group.qualifiers.get(), *QualifierFactory.create_batch(3)]]

    def asked() -> int:
        return queries(lambda: clerks_client.get(SCREEN))

    def drafted(number: int) -> int:
        chosen = [str(n) for n in range(1, number + 1)]
        on_screen(meeting, clerk, elements=chosen, qualifiers=phrases[:number])
        return asked()

    two, sixteen = drafted(2), drafted(16)
    meeting.drafts.update(on_screen=False)
    things = list(group.elements.order_by("number"))
    decide(meeting, *things[:2])
    decided_two = asked()
    decide(meeting, *things[2:20], qualifiers=[group.qualifiers.get()])

    assert two == sixteen <= MOST_TO_READ
    assert decided_two == asked() <= MOST_TO_READ
