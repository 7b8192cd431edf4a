"""Pages and files as of a moment, where a moment has a meaning; where it has none, they say so."""

import csv
from datetime import UTC, datetime
from io import StringIO
from typing import Any

import pytest

from deliberations.models import AgendaItem
from deliberations.operations import add_proposal, edit_surroundings, file_contribution
from tests.acts import annul, correct, decide, everything_happens
from tests.factories import ContributorFactory
from tests.pages import problem, read
from tests.papers.reading import words_of
from tests.views.test_queries import PAGES
from tests.views.test_texts_as_of import now

pytestmark = pytest.mark.django_db

MEETING = "/small/meetings/1"
DECISION = f"{MEETING}/decisions/1"
CONTRIBUTORS = "/small/contributors"


def test_a_decision_is_taken_along_as_it_was_known_before_it_was_corrected(
    group, meeting, elements, clerk, client
):
    before = now()
    decision = decide(meeting, elements[0], sentence="Heard wrongly.")
    known, name = now(), group.name
    correct(decision, elements[1], sentence="Heard rightly.", reason="A slip.")
    group.name = "Another name"
    edit_surroundings(thing=group, by=clerk, group=group)

    for end in ("docx", "pdf"):
        file = client.get(f"{DECISION}.{end}", {"known": known})
        then, today = words_of(file), words_of(client.get(f"{DECISION}.{end}"))
        assert ("A slip." in then, "A slip." in today) == (False, True)
        assert (name in then, name in today) == (True, False)
        assert ("The past: as the record knew it on" in then, "The past" in today) == (True, False)
        assert file["Content-Disposition"].split("small-1-D1")[1].startswith("-known-2")
        assert problem(client.get(f"{DECISION}.{end}", {"known": before}))[0] == 404
    page = read(client.get(f"{DECISION}/", {"known": known}))
    links = page.one("aside").links()
    assert [link.partition("?")[2] for link in links if ".pdf" in link or ".docx" in link] == [
        f"known={known}"
    ] * 2


def test_a_decision_that_is_taken_along_as_of_a_day_names_the_day(record, client):
    file = client.get("/wgec/meetings/2/decisions/1.docx", {"at": "2017-02-01"})

    past = "The past: as it stood at the end of 1 February 2017, as is known today."
    assert past in words_of(file)


def test_a_meeting_tells_its_decisions_as_they_were_known(
    meeting, elements, clerks_client, client
):
    AgendaItem.objects.create(meeting=meeting, position=1, element=elements[0])
    slip = decide(meeting, elements[0], sentence="First.")
    known = now()
    annul(slip, reason="None was taken.")
    decide(meeting, elements[1], sentence="Second.")

    def told(**moment: str) -> tuple[list[str], list[Any]]:
        data = client.get(f"{MEETING}.json", moment).json()
        return [d["sentence"] for d in data["decisions"]], [i["outcome"] for i in data["agenda"]]

    assert told() == (["First.", "Second."], [None])
    assert told(known=known) == (["First."], [["1/D1"]])
    page = read(clerks_client.get(f"{MEETING}/", {"known": known}))
    assert "None was taken." not in page.text
    assert page.one("div", class_="past").links() == [f"{MEETING}/"]
    assert page.one("main").all("form") == page.one("main").all("ul", class_="acts") == []
    assert f"/small/elements/1/?known={known}" in page.one("main").links()
    assert read(clerks_client.get(f"{MEETING}/")).one("main").all("ul", class_="acts")


def test_the_outcome_of_a_meeting_is_not_told_before_it_was(meeting, elements, client):
    decide(
        meeting,
        elements[0],
        happened_at=datetime(2017, 1, 26, 12, tzinfo=UTC),
        known_to="minute",
    )

    page = read(client.get(f"{MEETING}/?at=2017-01-26T11:59Z"))

    assert "At that moment the record held no decision of this meeting." in page.texts("p")


def test_the_contributors_are_those_of_then_with_what_they_had_put_forward(
    group, meeting, elements, contributor, clerk, client
):
    known = now()
    ContributorFactory(group=group, slug="bee", name="Bee")
    add_proposal(element=elements[2], contributor=contributor, by=clerk)
    file_contribution(
        group=group, title="Late", authors=[contributor], question=group.questions.get(), by=clerk
    )

    def table(**moment: str) -> list[tuple[str, str, str]]:
        file = client.get(f"{CONTRIBUTORS}.csv", moment).content.decode("utf-8-sig")
        return [
            (row["contributor"], row["contributions"], row["elements proposed"])
            for row in csv.DictReader(StringIO(file))
        ]

    assert table() == [("Anthill", "1", "2"), ("Bee", "0", "0")]
    assert table(known=known) == [("Anthill", "0", "1")]
    data = client.get(f"{CONTRIBUTORS}.json", {"known": known}).json()
    assert [c["proposals"] for c in data["contributors"]] == [1]
    assert data["as_of"]["known"]
    page = read(client.get(f"{CONTRIBUTORS}/", {"known": known}))
    assert page.one("div", class_="past").links()[0] == f"{CONTRIBUTORS}/"
    assert page.one("tbody").links() == [f"{CONTRIBUTORS}/ant/?known={known}"]


def test_a_page_shows_the_past_or_says_that_it_has_none(group, client):
    everything_happens(group, number=7)
    refused = []
    for address in {page.partition("?")[0] for page in PAGES} - {"/small/compare/"}:
        answer = client.get(address, {"at": "7"})
        if answer.status_code == 400:
            assert problem(answer)[1].startswith("at: this is a page of today alone."), address
            refused.append(address)
        else:
            assert read(answer).all("div", class_="past"), address
    assert sorted(refused) == REFUSED


REFUSED = [
    "/groups/",
    "/small/archive/",
    "/small/checks/",
    "/small/contributors/ant/feed.json",
    "/small/documents/",
    "/small/documents/1/",
    "/small/elements/6/feed.json",
    "/small/feed.atom",
    "/small/history/",
    "/small/meetings.ics",
    "/small/meetings/",
    "/small/meetings/7/feed.atom",
    "/small/meetings/7/screen/",
    "/small/search/feed.atom",
]
