"""The record in pictures."""

import re
from collections import Counter
from datetime import date
from urllib.parse import urlsplit

import pytest
from django.utils import translation

from deliberations.operations import Proposer, propose_element
from deliberations.readings.pictures import MOST_COLUMNS, chosen_of
from deliberations.templatetags.pictures import MARKS
from tests.acts import correct, decide, propose_again, secretary_of, state, withdraw
from tests.factories import ContributorFactory, MeetingFactory
from tests.pages import Node, read
from tests.test_look import SHEET

pytestmark = pytest.mark.django_db

PICTURES = "/small/pictures/"


def boxes(page: Node) -> list[str]:
    return [" ".join(g.text.split()) for g in page.one("svg", class_="flow").all("g")]


def rows(page: Node, section: str) -> dict[str, list[str]]:
    """{name: the numbers} of the table of a section."""
    [table] = page.one("section", aria_labelledby=section).all("table")
    return {row.all("a")[0].text: row.texts("td")[1:] for row in table.one("tbody").all("tr")}


@pytest.fixture
def eventful(group, meeting, elements, contributor):
    """Two meetings, a reconsideration, a correction, a withdrawal, a new element."""
    second = MeetingFactory(group=group, number=2, starts_on=date(2017, 3, 1))
    bee = ContributorFactory(group=group, slug="bee", name="Beehive")
    propose_again(elements[0], contributor=bee)
    propose_again(elements[1], contributor=bee)
    decide(meeting, elements[0], elements[1])
    wrong = decide(meeting, elements[2], outcome="rejected")
    correct(wrong, elements[2], outcome="deferred")
    withdraw(elements[3], meeting=second, known_to="meeting")
    new = propose_element(
        group=group,
        question=group.questions.get(),
        text="Later",
        proposers=(Proposer(contributor=bee),),
        meeting=second,
        known_to="meeting",
        by=secretary_of(group),
    )
    decide(second, elements[0], outcome="rejected", reconsiders="On second thoughts.")
    decide(second, new)
    return second


def test_the_flow_of_the_real_record(record, client):
    page = read(client.get("/wgec/pictures/"))

    assert boxes(page) == [
        "41 put forward",
        "12 ● agreed",
        "16 ▷ deferred to report",
        "11 – not discussed",
        "2 ✕ rejected",
    ]
    assert rows(page, "meetings")["Second meeting"] == ["12", "16", "11", "2", "41"]
    flow = client.get("/wgec/pictures.json").json()["flow"]
    assert [stage["title"] for stage in flow["stages"]] == ["Proposed", "Meeting 2"]
    assert [move["elements"] for move in flow["moves"]] == [12, 16, 11, 2]


def test_who_comes_later_and_who_moves_again_is_told(eventful, client):
    assert client.get("/small/pictures.json").json()["flow"] == {
        "stages": [
            {"title": "Proposed", "elements": {"new": 5}},
            {
                "title": "Meeting 1",
                "elements": {"agreed": 2, "deferred": 1, "proposed": 2, "new": 1},
            },
            {
                "title": "Meeting 2",
                "elements": {
                    "agreed": 2,
                    "deferred": 1,
                    "rejected": 1,
                    "proposed": 1,
                    "withdrawn": 1,
                },
            },
        ],
        "moves": [
            told("Proposed", "Meeting 1", "new", "agreed", 2),
            told("Proposed", "Meeting 1", "new", "deferred", 1),
            told("Proposed", "Meeting 1", "new", "proposed", 2),
            told("Meeting 1", "Meeting 2", "agreed", "agreed", 1),
            told("Meeting 1", "Meeting 2", "agreed", "rejected", 1),
            told("Meeting 1", "Meeting 2", "deferred", "deferred", 1),
            told("Meeting 1", "Meeting 2", "proposed", "proposed", 1),
            told("Meeting 1", "Meeting 2", "proposed", "withdrawn", 1),
            told("Meeting 1", "Meeting 2", "new", "agreed", 1),
        ],
    }


def told(before: str, after: str, source: str, target: str, number: int) -> dict[str, object]:
    return {
        "from": before,
        "to": after,
        "from_status": source,
        "to_status": target,
        "elements": number,
    }


@pytest.mark.parametrize("query", ["", "?at=1", "?known=2100-01-01"])
def test_every_number_leads_to_a_list_of_as_many(eventful, client, query):
    page = read(client.get(f"{PICTURES}{query}"))

    counted = 0
    for link in page.one("main").all("a"):
        address = link.attrs["href"]
        number = re.match(r"\d+", link.text)
        if urlsplit(address).path == "/small/elements/" and number:
            data = client.get(address.replace("/elements/?", "/elements.json?")).json()
            assert (address, data["total"]) == (address, int(number[0]))
            counted += 1
    assert counted >= 12


def test_what_several_proposed_counts_for_each(eventful, client):
    page = read(client.get(PICTURES))

    assert rows(page, "contributors") == {
        "Beehive": ["2", "0", "0", "1", "0", "0", "3"],
        "Anthill": ["0", "0", "0", "1", "0", "0", "1"],
    }
    assert rows(page, "meetings") == {
        "First meeting": ["2", "1", "0", "0", "3"],
        "Second meeting": ["1", "0", "0", "1", "2"],
    }


def test_what_is_not_published_is_in_no_picture(
    unpublished, group, elements, contributor, client, clerks_client
):
    decide(unpublished, elements[0], outcome="rejected")
    secret = ContributorFactory(group=group, slug="bee", name="Beehive")
    propose_again(elements[1], contributor=secret, meeting=unpublished)
    state(element=elements[2], contributor=secret, meeting=unpublished)

    assert "Beehive" in rows(read(clerks_client.get(PICTURES)), "contributors")
    page = read(client.get(PICTURES))
    assert boxes(page) == ["5 put forward", "5 ○ proposed"]
    assert rows(page, "contributors") == {"Anthill": ["0", "0", "0", "0", "1", "0", "1"]}
    assert rows(page, "meetings")["Second meeting"] == ["0", "0", "0", "0", "0"]
    assert "Beehive" not in client.get("/small/pictures.json").content.decode()


def test_from_right_to_left_the_flow_runs_the_other_way(record, client):
    with translation.override("ar"):
        page = read(client.get("/wgec/pictures/"))

    frames = page.all("rect", class_="frame")
    first, *later = [int(frame.attrs["x"]) for frame in frames]
    assert all(first > x for x in later)
    assert "◁" in page.one("svg", class_="flow").text


def test_a_group_without_elements_says_so(group, client):
    page = read(client.get(f"{PICTURES}?known=2000-01-01"))

    assert page.all("svg", class_="flow") == []
    assert "The record holds no element yet." in page.texts("p")


def test_the_earlier_of_many_meetings_are_one_step():
    meetings = [MeetingFactory.build(pk=number, number=number) for number in range(1, 11)]
    ways: Counter[tuple[str | None, ...]] = Counter(
        tuple("proposed" if at < moves else "agreed" for at in range(11))
        for moves in range(10)
        if moves != 4
    )

    chosen, unmoved, together = chosen_of(meetings, ways)

    assert [at for _meeting, at in chosen] == [3, 5, 6, 7, 8, 9]
    assert ([m.number for m in unmoved], together, len(chosen)) == ([5], 3, MOST_COLUMNS)


def test_a_status_has_the_same_mark_in_a_picture_as_elsewhere():
    assert dict(re.findall(r'\.([a-z-]+) \{ --c: var\(--\1\); --m: "(.)"; \}', SHEET)) == MARKS
