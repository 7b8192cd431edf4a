"""Meetings: the list, one with its agenda and decisions, and the acts on one."""

from datetime import date
from typing import Any

import pytest

from deliberations.models import AgendaItem, Document, DocumentKind, MeetingState
from deliberations.operations import note_attendance, take_up
from tests.acts import correct, decide
from tests.factories import ContributorFactory, MeetingFactory
from tests.pages import errors, filled_in, read, rulings, send

pytestmark = pytest.mark.django_db

FIRST = "/small/meetings/1/"
SECOND = "/small/meetings/2/"


def pressed(client, address: str) -> Any:
    """The page after its button was pressed."""
    return client.post(address, follow=True)


def said(answer) -> str:
    return read(answer).one("div", class_="messages").text


# ---- the list


def test_the_meetings_are_listed_with_how_much_they_decided(record, client):
    assert read(client.get("/wgec/meetings/")).one("main").texts("li") == [
        "1 First meeting, 30 Sep 2016, Geneva closed · 0 decisions",
        "2 Second meeting, 26–27 Jan 2017, Geneva closed · 5 decisions",
        "3 Third meeting, 3–5 May 2017, Geneva held; its decisions are not recorded here yet · 0 "
        "decisions",
        "4 Fourth meeting, 25–27 Sep 2017, Palais des Nations, room XXVI, Geneva held; its "
        "decisions are not recorded here yet · 0 decisions",
        "5 Fifth meeting, 29–31 Jan 2018, Palais des Nations, Geneva held; its decisions are not "
        "recorded here yet · 0 decisions",
    ]


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        (date(2017, 1, 26), date(2017, 1, 26), "26 Jan 2017"),
        (date(2017, 1, 26), date(2017, 1, 27), "26–27 Jan 2017"),
        (date(2017, 1, 30), date(2017, 2, 1), "30 Jan – 1 Feb 2017"),
        (date(2017, 12, 30), date(2018, 1, 2), "30 Dec 2017 – 2 Jan 2018"),
    ],
)
def test_the_days_of_a_meeting_are_told_as_shortly_as_they_can_be(
    group, client, first, last, told
):
    MeetingFactory(group=group, number=11, starts_on=first, ends_on=last)

    page = read(client.get("/small/meetings/11/"))

    assert page.one("h1").text == "Meeting 11"
    assert page.one("dl").description["Dates"] == told


def test_only_the_secretariat_is_told_that_a_meeting_is_not_published(
    group, meeting, unpublished, clerks_client, client
):
    def told(reader) -> list[str]:
        return read(reader.get("/small/meetings/")).one("main").texts("span", class_="small")

    assert told(clerks_client) == [
        "in session · 0 decisions",
        "in session · 0 decisions · not published",
    ]
    assert told(client) == ["in session · 0 decisions", "in session · 0 decisions"]
    notice = "Not published: only the secretariat sees what this meeting decides."
    assert read(clerks_client.get(SECOND)).texts("p", class_="draft") == [notice]
    assert read(client.get(SECOND)).texts("p", class_="draft") == []


# ---- one meeting


def test_a_meeting_is_told_with_its_agenda_its_decisions_and_its_documents(record, client):
    page = read(client.get("/wgec/meetings/2/"))

    assert page.one("h1").text == "Second meeting"
    assert page.one("dl").description == {
        "Dates": "26–27 Jan 2017",
        "Place": "Geneva",
        "Chair": "Benedicto Fonseca Filho",
        "Time zone": "Europe/Zurich",
    }
    assert page.one("ol", class_="agenda").texts("li") == [
        "1 Question 1 An initial discussion. 2/D1, 2/D2, 2/D3, 2/D4, 2/D5",
        "2 Question 2 On the afternoon of 27 January. how it ended is not stated",
    ]
    assert [(status, len(names)) for status, _sentence, names in rulings(page)] == [
        ("Agreed", 7),
        ("Agreed", 5),
        ("Deferred to report", 16),
        ("Not discussed", 11),
        ("Rejected", 2),
    ]
    assert page.one("ul", class_="plain").texts("li") == [
        "Chair's synthesis of the discussion on high-level characteristics of enhanced "
        "cooperation 2 May 2017"
    ]
    assert page.one("ol", class_="tape").one("li", aria_current="step").text == (
        "Second meeting 26–27 Jan 2017"
    )


def test_what_the_sources_do_not_give_is_said(group, meeting, client):
    page = read(client.get(FIRST))

    assert page.one("ol", class_="agenda").texts("li") == ["The sources do not give it."]
    assert page.one("ul", class_="plain").texts("li") == ["None in the record."]
    assert "The record holds no decision of this meeting." in page.texts("p")


def test_a_corrected_decision_stands_beside_its_correction(meeting, elements, client):
    wrong = decide(meeting, elements[0], sentence="Wrong.")
    correct(wrong, elements[0], sentence="Right.", reason="A slip.")

    page = read(client.get(FIRST))

    [first, second] = page.all("section", class_="ruling")
    assert "superseded" in first.attrs["class"].split()
    assert first.texts("p", class_="small") == ["Clerical error: 1/D2. “A slip.”"]
    assert second.texts("p", class_="small") == ["Corrects 1/D1"]


def test_a_meeting_as_data(group, meeting, elements, contributor, clerk, client):
    decide(meeting, elements[1], elements[0], sentence="Both.")
    AgendaItem.objects.create(
        meeting=meeting, position=1, question=group.questions.get(), note="First."
    )
    AgendaItem.objects.create(meeting=meeting, position=2, element=elements[0], title="One")
    third = AgendaItem.objects.create(meeting=meeting, position=3, title="Breakfast")
    take_up(meeting=meeting, item=third, by=clerk)
    note_attendance(meeting=meeting, present=[contributor], by=clerk)
    Document.objects.create(
        group=group,
        meeting=meeting,
        title="Synthesis",
        kind=DocumentKind.SYNTHESIS,
        dated=date(2017, 5, 2),
    )

    assert client.get("/small/meetings/1.json").json() == {
        "group": {
            "slug": "small",
            "short_name": "WGS",
            "name": "Working Group on Small Things",
            "url": "/small/",
        },
        "number": 1,
        "starts_on": "2017-01-26",
        "ends_on": "2017-01-27",
        "place": "Geneva",
        "chair": "Chair Woman",
        "time_zone": "Europe/Zurich",
        "state": "in-session",
        "published_at": "2017-05-02T00:00:00+00:00",
        "note": "",
        "url": "/small/meetings/1/",
        "source": None,
        "agenda": [
            {
                "position": 1,
                "title": "",
                "question": 1,
                "element": None,
                "note": "First.",
                "outcome": ["1/D1"],
                "carried_to": None,
            },
            {
                "position": 2,
                "title": "One",
                "question": None,
                "element": "E1",
                "note": "",
                "outcome": ["1/D1"],
                "carried_to": None,
            },
            {
                "position": 3,
                "title": "Breakfast",
                "question": None,
                "element": None,
                "note": "",
                "outcome": None,
                "carried_to": None,
            },
        ],
        "taken_up": 3,
        "present": ["ant"],
        "decisions": [
            {
                "reference": "1/D1",
                "meeting": 1,
                "number": 1,
                "outcome": "agreed",
                "basis": "not-stated",
                "qualifiers": [],
                "heading": None,
                "sentence": "Both.",
                "url": "/small/meetings/1/decisions/1/",
                "elements": ["E2", "E1"],
            }
        ],
        "documents": [
            {
                "title": "Synthesis",
                "kind": "synthesis",
                "author": "",
                "dated": "2017-05-02",
                "meeting": 1,
                "url": "",
                "sha256": "",
                "note": "",
                "source": None,
            }
        ],
    }


def test_the_list_of_meetings_as_data(group, meeting, client):
    data = client.get("/small/meetings.json").json()

    assert set(data) == {"group", "meetings"}
    assert [one["url"] for one in data["meetings"]] == ["/small/meetings/1/"]


# ---- the acts


def test_a_meeting_is_opened_adjourned_opened_again_and_closed(group, clerks_client):
    MeetingFactory(group=group, number=3, state=MeetingState.PLANNED)
    third = "/small/meetings/3/"

    def offered() -> list[str]:
        return read(clerks_client.get(third)).one("ul", class_="acts").texts("li")

    offers = [offered()]
    opened = pressed(clerks_client, f"{third}open/")
    offers.append(offered())
    adjourned = pressed(clerks_client, f"{third}adjourn/")
    offers.append(offered())
    states = [clerks_client.get("/small/meetings/3.json").json()["state"]]
    pressed(clerks_client, f"{third}open/")
    states.append(clerks_client.get("/small/meetings/3.json").json()["state"])
    closed = pressed(clerks_client, f"{third}close/")

    assert offers == [
        ["Open the meeting"],
        ["Record decisions", "Adjourn the meeting", "Close the meeting"],
        ["Open the meeting again", "Close the meeting"],
    ]
    assert states == ["adjourned", "in-session"]
    assert opened.redirect_chain == [(third, 303)]
    assert [said(opened), said(adjourned), said(closed)] == [
        "The meeting is open.",
        "The meeting is adjourned.",
        "The meeting is closed.",
    ]
    assert read(closed).all("ul", class_="acts") == []
    assert group.meetings.get(number=3).state == "closed"


def test_what_does_not_fit_the_meeting_is_refused_with_a_sentence(group, meeting, clerks_client):
    answer = pressed(clerks_client, f"{FIRST}open/")

    assert said(answer) == "Meeting 1 is in session."
    assert group.meetings.get(number=1).state == "in-session"


def test_to_publish_a_meeting_is_offered_once(group, unpublished, clerks_client, client):
    before = read(clerks_client.get(SECOND)).one("ul", class_="acts").texts("li")
    published = pressed(clerks_client, f"{SECOND}publish/")
    at = group.meetings.get(number=2).published_at
    again = pressed(clerks_client, f"{SECOND}publish/")

    assert before == [
        "Record decisions",
        "Adjourn the meeting",
        "Close the meeting",
        "Publish its decisions",
    ]
    assert said(published) == said(again) == "What the meeting decides is public."
    assert read(again).one("ul", class_="acts").texts("li") == [
        "Record decisions",
        "Adjourn the meeting",
        "Close the meeting",
    ]
    assert group.meetings.get(number=2).published_at == at
    page = read(clerks_client.get(f"{SECOND}publish/")).one("main")
    assert "Everybody sees it already. To publish it again changes nothing." in page.texts("p")


def test_what_becomes_public_is_said_before_it_is_published(
    group, unpublished, elements, clerks_client
):
    decide(unpublished, elements[0])

    page = read(clerks_client.get(f"{SECOND}publish/")).one("main")

    assert page.one("h1").text == "Publish what meeting 2 decided"
    assert page.texts("p", class_="muted") == [
        "Everybody will see the 1 decision that it recorded. What it records from then on is "
        "public at once. That can’t be taken back."
    ]
    assert group.meetings.get(number=2).published_at is None


def test_in_place_a_button_leads_to_the_page_of_the_meeting(group, meeting, clerks_client):
    answer = clerks_client.post(f"{FIRST}adjourn/", headers={"HX-Request": "true"})

    assert (answer.status_code, answer["HX-Redirect"]) == (200, FIRST)


def test_that_a_meeting_is_adjourned_is_told_wherever_its_state_is(group, meeting, clerks_client):
    pressed(clerks_client, f"{FIRST}adjourn/")

    [line] = read(clerks_client.get("/small/meetings/")).one("main").texts("li")
    page = read(clerks_client.get(FIRST))
    assert line.endswith("adjourned · 0 decisions")
    assert page.one("main").texts("p", class_="muted")[0] == "26–27 Jan 2017 · Geneva · adjourned"
    tape = read(clerks_client.get("/small/")).one("ol", class_="tape")
    assert tape.texts("li")[0] == "First meeting 26–27 Jan 2017 · adjourned"


# ---- who was there

ATTENDANCE = f"{FIRST}attendance/"


@pytest.fixture
def bee(group):
    return ContributorFactory(
        group=group, slug="bee", name="Beehive", stakeholder_group="government"
    )


def present(client) -> dict[str, list[str]]:
    """Who was present, as the page of the meeting tells it: {stakeholder group: names}."""
    told: dict[str, list[str]] = {}
    for node in read(client.get(FIRST)).one("dl", class_="present"):
        if node.tag == "dt":
            told[node.text] = []
        elif node.tag == "dd":
            told[next(reversed(told))].append(node.text)
    return told


def test_who_was_present_is_noted_and_told_by_stakeholder_group(
    meeting, contributor, bee, clerks_client, client
):
    before = read(client.get(FIRST)).texts("p", class_="muted")

    answer = send(clerks_client, ATTENDANCE, {"present": ["ant", "bee"]})

    assert "Not noted." in before
    assert answer["Location"] == FIRST
    assert present(client) == {"Government · 1": ["Beehive"], "Not stated · 1": ["Anthill"]}
    assert "2 noted" in read(client.get(FIRST)).texts("p", class_="muted")


def test_those_who_may_be_present_are_listed_by_stakeholder_group_with_those_noted_ticked(
    meeting, contributor, bee, clerk, clerks_client
):
    note_attendance(meeting=meeting, present=[bee], by=clerk)

    page = clerks_client.get(ATTENDANCE)

    listed = [
        (fieldset.one("legend").text, fieldset.texts("li"))
        for fieldset in read(page).one("form", class_="attendance").all("fieldset")
    ]
    assert listed == [("Government", ["Beehive"]), ("Not stated", ["Anthill"])]
    assert filled_in(page)["present"] == ["bee"]


def test_two_who_note_at_once_undo_nothing_of_each_other(
    meeting, contributor, bee, clerk, clerks_client
):
    note_attendance(meeting=meeting, present=[bee], by=clerk)
    form = filled_in(clerks_client.get(ATTENDANCE))
    note_attendance(meeting=meeting, present=[bee, contributor], by=clerk)

    clerks_client.post(ATTENDANCE, {**form, "present": []})

    assert clerks_client.get("/small/meetings/1.json").json()["present"] == ["ant"]


def test_nobody_is_present_who_is_no_contributor_of_the_group(meeting, contributor, clerks_client):
    ContributorFactory(slug="wasp")

    answer = send(clerks_client, ATTENDANCE, {"present": ["ant", "wasp"]})

    assert answer.status_code == 422
    assert errors(answer) == ["Present: There is no contributor “wasp”."]
    assert filled_in(answer)["present"] == ["ant"]
    assert meeting.attendances.count() == 0
