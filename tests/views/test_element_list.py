"""The list of the elements: its filters, its pages, what it counts."""

import pytest
from django.contrib.auth.models import AnonymousUser

from deliberations.readings.lists import MOST, Asked, contributor_facet
from deliberations.readings.moments import NOW
from tests.acts import (
    decide,
    propose_again,
    reword,
    withdraw,
)
from tests.factories import ContributorFactory, HeadingFactory, QuestionFactory
from tests.pages import problem, read

pytestmark = pytest.mark.django_db

LIST = "/small/elements/"


def listed(client, query: str = "") -> list[str]:
    return read(client.get(f"{LIST}?{query}")).one(id="found").texts("span", class_="n")


def numbers(*given: int) -> list[str]:
    return [f"E{number}" for number in given]


def test_the_list_tells_of_each_element_where_it_stands(meeting, elements, client):
    decide(meeting, elements[1])
    withdraw(elements[2])

    page = read(client.get(LIST))

    assert page.one("ul", class_="elements").texts("li") == [
        "E1 Small thing 1 Proposed",
        "E2 Small thing 2 Agreed",
        "E3 Small thing 3 Withdrawn",
        "E4 Small thing 4 Proposed",
        "E5 Small thing 5 Proposed",
    ]
    assert page.one(id="found").texts("p")[0] == "5 elements · take along: JSON · CSV · XLSX"


@pytest.fixture
def many_kinds(group, meeting, elements, unpublished):
    """E2 agreed at meeting 1, E3 rejected; E4 reworded; E5 under a heading of question 2."""
    decide(meeting, elements[1])
    decide(meeting, elements[2], outcome="rejected")
    reword(elements[3], "Quite another thing")
    second = QuestionFactory(group=group, number=2)
    elements[4].question = second
    elements[4].heading = HeadingFactory(question=second, name="shapes")
    elements[4].save()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", numbers(1, 2, 3, 4, 5)),
        ("q=thing", numbers(1, 2, 3, 4, 5)),
        ("q=QUITE+another", numbers(4)),
        ("q=Small+thing+4", []),  # so it read once
        ("q=3", numbers(3)),
        ("q=e3", numbers(3)),
        ("q=%25", []),
        ("q=_", []),
        ("status=proposed", numbers(1, 4, 5)),
        ("status=agreed", numbers(2)),
        ("status=withdrawn", []),
        ("question=1", numbers(1, 2, 3, 4)),
        ("question=2", numbers(5)),
        ("heading=shapes", numbers(5)),
        ("contributor=ant", numbers(1)),
        ("meeting=1", numbers(2, 3)),
        ("meeting=2", []),
        ("meeting=1&status=rejected&q=thing", numbers(3)),
        ("sort=-number", numbers(5, 4, 3, 2, 1)),
        ("sort=status", numbers(2, 1, 4, 5, 3)),
        ("sort=recent", numbers(4, 3, 2, 5, 1)),
    ],
)
def test_the_list_can_be_asked_for_less_and_in_another_order(many_kinds, client, query, found):
    listed_ = listed(client, query)
    data = client.get(f"/small/elements.json?{query}").json()

    if query == "sort=recent":  # of what was entered with the group, the order is that of entry
        listed_, found = listed_[:3], found[:3]
        data["elements"] = data["elements"][:3]
    assert listed_ == found
    assert [element["reference"] for element in data["elements"]] == found


def test_the_list_says_how_many_fit_and_what_was_asked(many_kinds, client):
    page = read(client.get(f"{LIST}?status=proposed&q=thing&sort=-number"))

    assert (
        page.one(id="found").texts("p")[0]
        == "3 elements as asked for · take along: JSON · CSV · XLSX"
    )
    assert page.one("main").one("input", name="q").attrs["value"] == "thing"
    chosen = [option.text for option in page.all("option") if "selected" in option.attrs]
    assert chosen == ["proposed", "any", "any", "any", "any", "by number, last first"]
    assert page.one(id="found").one("p").links() == [
        "/small/elements.json?status=proposed&q=thing&sort=-number",
        "/small/elements.csv?status=proposed&q=thing&sort=-number",
        "/small/elements.xlsx?status=proposed&q=thing&sort=-number",
    ]


def test_where_nothing_fits_that_is_said(group, client):
    page = read(client.get(f"{LIST}?q=nothing+of+the+kind"))

    assert page.one(id="found").texts("p") == [
        "0 elements as asked for · take along: JSON · CSV · XLSX",
        "No element fits all of that. Take a filter away, or show all elements.",
    ]


def walked(client, address: str, rel: str = "next") -> list[list[str]]:
    """What each page lists, as one goes on by its own links."""
    pages = []
    while address:
        page = read(client.get(address))
        pages.append(page.one(id="found").texts("span", class_="n"))
        address = LIST + "".join(a.attrs["href"] for a in page.all("a", rel=rel))
        address = address if "?" in address else ""
    return pages


@pytest.mark.parametrize("sort", ["", "-number", "status", "recent"])
@pytest.mark.parametrize("at", ["", "&at=1"])
def test_a_long_list_is_walked_from_end_to_end_and_back(
    group, meeting, many_elements, client, sort, at
):
    many_elements(group, 100)
    decide(meeting, *group.elements.filter(number__in=range(3, 106, 2)))
    asked = f"{LIST}?q=many&sort={sort}{at}"
    whole = [
        row.split(",")[0] for row in lines(client, f"/small/elements.csv?q=many&sort={sort}{at}")
    ]

    there = walked(client, asked)
    last = read(client.get(asked)).one("a", rel="next").attrs["href"]
    back = walked(client, f"{LIST}{last}", "prev")

    assert [len(page) for page in there] == [50, 50]
    assert [number for page in there for number in page] == whole
    assert back == there[::-1]
    assert f"sort={sort}" in last


def lines(client, address: str) -> list[str]:
    content = b"".join(client.get(address)).decode("utf-8-sig")
    return content.splitlines()[1:]


def test_what_enters_a_list_shifts_no_page_of_it(group, many_elements, client):
    many_elements(group, 60)
    second = read(client.get(f"{LIST}?sort=-number")).one("a", rel="next").attrs["href"]
    before = listed(client, second[1:])

    many_elements(group, 3)

    assert listed(client, second[1:]) == before == numbers(*range(15, 0, -1))


def test_a_page_by_its_number_leads_to_where_it_begins(group, many_elements, client):
    many_elements(group, 100)

    answer = client.get(f"{LIST}?q=many&page=2")

    assert (answer.status_code, answer["Location"]) == (302, f"{LIST}?q=many&after=E55")
    assert listed(client, "q=many&after=E55") == numbers(*range(56, 106))
    assert listed(client, "q=many&page=1") == numbers(*range(6, 56))
    assert problem(client.get(f"{LIST}?q=many&page=3")) == (
        404,
        "There is no page 3 of this list.",
    )


@pytest.mark.parametrize(
    "place",
    ["41", "E", "E1,E2", "E-1", "agreed,E1", "E9999999999", "E٣", ","],
)
def test_a_place_that_is_none_is_told_so(group, client, place):
    for name in ("after", "before"):
        assert problem(client.get(f"{LIST}?{name}={place}")) == (
            400,
            f"{name}: that is no place in this list. Begin at its first page.",
        )


def facets(client, query: str) -> dict[str, list[str]]:
    found = read(client.get(f"{LIST}?{query}")).one("nav", class_="facets").all("section")
    return {section.one("h2").text: section.texts("li") for section in found}


def test_it_says_how_many_of_each_there_are_under_the_other_filters(many_kinds, client):
    assert facets(client, "") == {
        "Status": ["agreed 1", "rejected 1", "proposed 3"],
        "Question": ["Question 1 4", "Question 2 1"],
        "Heading": ["shapes 1"],
        "Proposed by": ["Anthill 1"],
        "Decided at": ["Meeting 1 2"],
    }
    assert facets(client, "status=proposed&question=1") == {
        "Status": ["agreed 1", "rejected 1", "proposed 2"],
        "Question": ["Question 1 2", "Question 2 1"],
        "Proposed by": ["Anthill 1"],
    }
    assert facets(client, "meeting=1&contributor=ant") == {
        "Proposed by": ["Anthill 0"],
        "Decided at": ["Meeting 1 0"],
    }


def test_a_choice_leads_to_as_many_as_it_says(many_kinds, client):
    for query in ("", "status=proposed", "question=1&sort=-number"):
        nav = read(client.get(f"{LIST}?{query}")).one("nav", class_="facets")
        for choice in nav.all("li"):
            if not choice.all("a", aria_current="true"):
                [there] = choice.links()
                assert len(listed(client, there[1:])) == int(choice.text.split()[-1])


def test_what_is_asked_for_is_a_chip_each_that_takes_it_away(many_kinds, client):
    page = read(client.get(f"{LIST}?q=thing&status=proposed&question=1&sort=-number&after=E9"))

    chips = page.one("ul", class_="chips")
    assert chips.texts("li") == [
        "No longer ask for Words, or a number: “thing” ×",
        "No longer ask for Status: proposed ×",
        "No longer ask for Question: 1 ×",
        "ask for all",
    ]
    assert chips.links() == [
        "?status=proposed&question=1&sort=-number",
        "?q=thing&question=1&sort=-number",
        "?q=thing&status=proposed&sort=-number",
        LIST,
    ]


def test_many_choices_are_shown_when_asked_for(group, client):
    for number in range(12):
        nest = ContributorFactory(group=group, name=f"Nest {number}", slug=f"nest-{number}")
        propose_again(group.elements.get(number=2), contributor=nest)

    proposers = facets(client, "")["Proposed by"]

    assert (len(proposers), proposers[-1]) == (9, "5 more")
    assert len(facets(client, "more=contributor")["Proposed by"]) == 13


def test_of_very_many_it_is_not_counted_who_proposed_them_and_that_is_said(group):
    asked = Asked("", "", None, "", None, None, "")

    few, many = (
        contributor_facet(group, asked, NOW, AnonymousUser(), "Proposed by", "", total)
        for total in (MOST, MOST + 1)
    )

    assert ([(c.label, c.number) for c in few.choices], few.note) == ([("Anthill", 1)], "")
    assert (many.choices, many.note) == ([], f"Counted where {MOST} elements or fewer fit.")


def test_in_place_the_list_is_answered_alone(many_kinds, client):
    headers = {"HX-Request": "true", "HX-Target": "section#found"}

    answer = client.get(f"{LIST}?status=agreed", headers=headers)

    [piece] = [node for node in read(answer).children if node.tag]
    assert piece.attrs["id"] == "found"
    assert piece.text == read(client.get(f"{LIST}?status=agreed")).one(id="found").text
