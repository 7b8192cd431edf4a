"""Contributors: who proposed what, and what became of it."""

from typing import Any

import pytest

from deliberations.operations import add_proposal, file_contribution
from tests.acts import decide, state
from tests.factories import ContributorFactory
from tests.pages import problem, read

pytestmark = pytest.mark.django_db

ANT = "/small/contributors/ant/"


def test_the_contributors_are_listed_by_name_with_what_they_put_forward(record, client):
    rows = read(client.get("/wgec/contributors/")).one("tbody").all("tr")

    assert len(rows) == 18
    assert [cell.text for cell in rows[5].children if cell.tag] == [
        "Cuba",
        "0",
        "1",
        "delegation",
        "government",
        "Cuba",
    ]
    assert [row.one("th").text for row in rows[:3]] == ["Anriette Esterhuysen APC", "APC", "APIG"]


def test_a_letter_with_a_stroke_is_sorted_beside_the_one_without(group, client):
    names = ["Đoko", "Dora", "łoś", "Losa", "Øde", "Œuvre", "Per", "Zoë", "Æbel", "Afa"]
    for name in names:
        ContributorFactory(group=group, name=name)

    rows = read(client.get("/small/contributors/")).one("tbody").all("tr")

    told = [row.one("th").text for row in rows]
    assert told == [
        "Æbel", "Afa", "Anthill", "Đoko", "Dora", "łoś", "Losa", "Øde", "Œuvre", "Per", "Zoë",
    ]  # fmt: skip


@pytest.fixture
def active(group, meeting, elements, contributor, clerk):
    """Anthill proposed E1 and E3, filed a paper, said something; Bee belongs to it."""
    ContributorFactory(group=group, slug="bee", name="Bee", kind="person", affiliation=contributor)
    add_proposal(element=elements[2], contributor=contributor, by=clerk)
    file_contribution(
        group=group,
        title="On small things",
        authors=[contributor],
        question=group.questions.get(),
        by=clerk,
    )
    decide(meeting, elements[2])
    state(element=elements[1], contributor=contributor, kind="support", text="Yes.")


def test_a_contributor_is_told_with_what_became_of_what_it_proposed(active, client):
    page = read(client.get(ANT))

    assert page.one("h1").text == "Anthill"
    assert page.one("ul", class_="elements").texts("li") == [
        "E1 Small thing 1 Proposed",
        "E3 Small thing 3 Agreed",
    ]
    [paper] = page.one("ul", class_="papers").all("li")
    assert paper.one("div").text == "On small things date not known"
    assert paper.one("p").text == "Anthill · in answer to Question 1 · No source stated"
    [said] = page.all("li", class_="statement")
    assert said.one("div").text == "Support on E2 · when, the sources do not say"
    assert page.one("dl").description == {
        "Kind": "organisation",
        "Stakeholder group": "not stated",
        "Country": "not stated",
        "People": "Bee",
    }


def test_who_proposed_nothing_by_the_sources_is_said_to_have(record, client):
    page = read(client.get("/wgec/contributors/apc/"))

    assert (
        "The sources do not name this contributor as the proposer of any element."
        in page.texts("p")
    )


def test_a_contributor_as_data(active, client):
    assert client.get("/small/contributors/ant.json").json() == {
        "group": {
            "slug": "small",
            "short_name": "WGS",
            "name": "Working Group on Small Things",
            "url": "/small/",
        },
        "slug": "ant",
        "name": "Anthill",
        "short_name": "ANT",
        "kind": "organisation",
        "stakeholder_group": "not-stated",
        "country": None,
        "affiliation": None,
        "url": ANT,
        "proposed": [
            {
                "reference": f"E{number}",
                "number": number,
                "text": f"Small thing {number}",
                "wording": 1,
                "status": status,
                "decision": decision,
                "url": f"/small/elements/{number}/",
            }
            for number, status, decision in [(1, "proposed", None), (3, "agreed", "1/D1")]
        ],
        "contributions": [
            {
                "title": "On small things",
                "authors": ["ant"],
                "question": 1,
                "meeting": None,
                "dated": None,
                "url": "",
                "note": "",
                "source": None,
            }
        ],
        "statements": [{"kind": "support", "text": "Yes.", "element": "E2", "decision": None}],
    }


def test_the_list_of_contributors_as_data(active, client):
    def contributor(
        slug: str, name: str, short_name: str, kind: str, **more: Any
    ) -> dict[str, Any]:
        return {
            "slug": slug,
            "name": name,
            "short_name": short_name,
            "kind": kind,
            "stakeholder_group": "not-stated",
            "country": None,
            "url": f"/small/contributors/{slug}/",
            **more,
        }

    assert client.get("/small/contributors.json").json() == {
        "group": {
            "slug": "small",
            "short_name": "WGS",
            "name": "Working Group on Small Things",
            "url": "/small/",
        },
        "total": 2,
        "page": 1,
        "pages": 1,
        "contributors": [
            contributor(
                "ant",
                name="Anthill",
                short_name="ANT",
                kind="organisation",
                affiliation=None,
                proposals=2,
            ),
            contributor(
                "bee", name="Bee", short_name="", kind="person", affiliation="ant", proposals=0
            ),
        ],
    }


def test_a_contributor_that_there_is_not_is_not_there(group, client):
    assert problem(client.get("/small/contributors/nobody/")) == (
        404,
        "There is no contributor “nobody”.",
    )


def test_many_contributors_are_told_page_by_page(group, client):
    ContributorFactory.create_batch(100, group=group)

    assert len(read(client.get("/small/contributors/")).one("tbody").all("tr")) == 100
    second = read(client.get("/small/contributors/?page=2"))
    assert len(second.one("tbody").all("tr")) == 1
    assert second.one("nav", class_="pages").text == "Previous Page 2 of 2"


def test_contributors_are_sorted_as_people_do(group, client):
    for name in ("Zambia", "Édouard", "eBay", "Österreich", "Oman"):
        ContributorFactory(group=group, name=name)

    listed = client.get("/small/contributors.json").json()["contributors"]

    assert [contributor["name"] for contributor in listed] == [
        "Anthill", "eBay", "Édouard", "Oman", "Österreich", "Zambia",
    ]  # fmt: skip
