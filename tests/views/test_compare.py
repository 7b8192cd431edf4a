"""What changed between two moments."""

import csv
from datetime import date, timedelta
from io import StringIO
from urllib.parse import quote

import pytest

from deliberations.models import Meeting
from deliberations.operations import open_meeting, propose_element, publish_meeting
from deliberations.templatetags.record import changed
from tests.acts import annul, correct, decide, reword, secretary_of, withdraw
from tests.factories import MeetingFactory
from tests.pages import problem, read

pytestmark = pytest.mark.django_db


@pytest.fixture
def second(group) -> Meeting:
    return MeetingFactory(group=group, number=2, starts_on=date(2017, 9, 25))


@pytest.fixture
def changes(group, meeting, second, elements):
    """Of each kind one between the close of meeting 1 and that of meeting 2."""
    at_second = {"meeting": second, "known_to": "meeting"}
    decide(meeting, elements[0], elements[4])
    decide(second, elements[0], outcome="rejected", reconsiders="No.", sentence="Not that.")
    reword(elements[1], "Small thing 2, clearer", **at_second)
    withdraw(elements[2], **at_second)
    decide(second, elements[4], reconsiders="Still.", sentence="That still.")
    propose_element(
        group=group,
        question=group.questions.get(),
        text="New",
        by=secretary_of(group),
        **at_second,
    )


def lines(answer) -> list[str]:
    return [li.text for li in read(answer).one("main").all("li") if li.all("span", class_="n")]


def test_all_that_changed_is_told_with_the_decision(changes, client):
    page = client.get("/small/compare/?from=1&to=2")

    assert lines(page) == [
        "E1 Small thing 1",
        "E3 Small thing 3",
        "E6 New",
        "E5 Small thing 5",
        "E2 Small thing 2, clearer wording 1 → 2",
    ]
    assert [header.text for header in read(page).all("header", class_="move")] == [
        "Agreed →to Rejected basis not stated · 2/D1",
        "Proposed →to Withdrawn by who proposed them",
        "not there →to Proposed by no decision",
        "Agreed →to Agreed basis not stated · 2/D2",
        "Proposed →to Proposed by no decision",
    ]
    assert read(page).texts("p", class_="sentence") == ["Not that.", "That still."]
    assert read(page).one("ins").text == ", clearer"


def test_the_same_as_data_and_as_a_table(changes, client):
    data = client.get("/small/compare.json?from=1&to=2").json()
    file = client.get("/small/compare.csv?from=1&to=2").content.decode("utf-8-sig")
    table = list(csv.DictReader(StringIO(file)))

    assert data["counts"] == {
        "moved": 1, "withdrawn": 1, "new": 1, "decided-again": 1, "reworded": 1
    }  # fmt: skip
    assert (data["from"]["meeting"], data["to"]["meeting"], data["reworded"]) == (1, 2, 1)
    assert [{k: str(v) for k, v in row.items()} for row in data["changes"]] == table
    assert table[0] == {
        "element": "E1",
        "change": "moved",
        "from_status": "agreed",
        "to_status": "rejected",
        "decision": "2/D1",
        "from_wording": "1",
        "to_wording": "1",
        "from_text": "Small thing 1",
        "to_text": "Small thing 1",
        "corrected": "",
    }


def test_backwards_it_is_the_other_way_round(changes, client):
    data = client.get("/small/compare.json?from=2&to=1").json()

    assert data["counts"] == {"moved": 2, "gone": 1, "decided-again": 1, "reworded": 1}
    assert {(row["element"], row["from_status"], row["to_status"]) for row in data["changes"]} >= {
        ("E1", "rejected", "agreed"),
        ("E3", "withdrawn", "proposed"),
        ("E6", "proposed", ""),
    }


def test_what_was_put_right_is_told_between_two_moments_of_recording(meeting, elements, client):
    wrong = decide(meeting, elements[0], outcome="rejected", sentence="A slip.")
    known = (wrong.recorded_at + timedelta(microseconds=1)).isoformat()
    correct(wrong, elements[0], outcome="agreed", reason="Heard wrongly.")

    page = read(client.get(f"/small/compare/?from=1&known_from={quote(known)}&to=1"))
    assert page.one("ul", class_="papers").text.startswith(
        "1/D1: clerical error, 1/D2 stands in its place. “Heard wrongly.” E1 · recorded"
    )
    [row] = client.get(f"/small/compare.json?from=1&known_from={quote(known)}&to=1").json()[
        "changes"
    ]
    assert (row["from_status"], row["to_status"], row["corrected"]) == (
        "rejected", "agreed", "1/D1"
    )  # fmt: skip
    assert client.get("/small/compare.json?from=1&to=1").json()["corrections"] == []


def test_where_nothing_changed_it_says_so(record, client):
    page = read(client.get("/wgec/compare/?from=2&to=4"))

    assert page.texts("p", role="status")[-1] == (
        "Nothing changed between these two moments: every element stands where it stood, in the "
        "same wording."
    )
    assert client.get("/wgec/compare.json?from=2").json()["counts"] == {}


def test_the_second_meeting_decided_on_all_that_was_proposed(record, client):
    data = client.get("/wgec/compare.json?from=1&to=2").json()

    assert data["counts"] == {"moved": 41}
    assert {row["from_status"] for row in data["changes"]} == {"proposed"}


def test_without_a_moment_the_page_asks_for_one(group, client):
    assert read(client.get("/small/compare/")).texts("p", role="status")[-1].startswith("Say from")
    assert problem(client.get("/small/compare.csv")) == (
        400, "from: the moment to compare from, please."
    )  # fmt: skip
    assert problem(client.get("/small/compare/?from=nope"))[1].startswith("from: a meeting’s")
    assert problem(client.get("/small/compare/?from=1&known_to=2"))[1].startswith(
        "known_to: a day"
    )
    assert problem(client.get("/small/compare/?from=1&page=2")) == (
        404, "There is no page 2 of this comparison."
    )  # fmt: skip


def test_what_is_not_published_is_in_no_comparison(
    group, meeting, elements, unpublished, client, clerks_client
):
    annul(decide(unpublished, elements[0], sentence="Kept back."), reason="Kept back, too.")
    decide(unpublished, elements[1], sentence="Kept back.")
    asked = "?from=2017-01-01&known_from=2017-01-02&to=2"
    pages = [f"/small/compare{form}{asked}" for form in ("/", ".json", ".csv")]

    assert all("Kept back" not in client.get(page).text for page in pages)
    assert client.get(pages[1]).json()["counts"] == {"new": 5}
    assert client.get(pages[1]).json()["corrections"] == []
    assert "Kept back" in clerks_client.get(pages[0]).text
    assert len(clerks_client.get(pages[1]).json()["corrections"]) == 1


def test_a_cell_is_no_formula(group, second, client):
    propose_element(
        group=group, question=group.questions.get(), text="=1+1", by=secretary_of(group),
        meeting=second, known_to="meeting",
    )  # fmt: skip

    assert ",'=1+1," in client.get("/small/compare.csv?from=1&to=2").text


def test_a_change_in_chinese_is_told_by_character():
    assert changed("加强合作的特点", "加强国际合作的特点") == "加强<ins>国际</ins>合作的特点"
    assert changed("Common goods", "Common good") == "Common <del>goods</del><ins>good</ins>"


def test_decisions_of_the_third_meeting_are_what_changed_since_the_second(record, client):
    by = secretary_of(record)
    third = open_meeting(meeting=Meeting.objects.get(group=record, number=3), by=by)
    publish_meeting(meeting=third, by=by)
    chosen = record.elements.filter(standings__status="deferred", standings__public=True)[:3]
    decide(third, *chosen, outcome="agreed", reconsiders="Found.", known_to="now")

    for to in ("&to=3", "", "&to=5"):
        assert client.get(f"/wgec/compare.json?from=2{to}").json()["counts"] == {"moved": 3}


def test_without_a_moment_it_offers_the_meetings_one_after_the_other(group, second, client):
    page = read(client.get("/small/compare/")).one("main")

    offered = [link for link in page.links() if link.startswith("?from")]
    assert offered == ["?from=1&to=2", "?from=2"]
    assert "from the first meeting to the second meeting" in page.text
