"""Lists as tables: the list as it is asked for, whole, and nothing in it that runs."""

import csv
from io import StringIO

import pytest

from deliberations.operations import propose_element
from tests.acts import decide, secretary_of

pytestmark = pytest.mark.django_db

HEADS = ["element", "text", "wording", "status", "decision", "question", "heading"]


def rows(client, address: str) -> list[list[str]]:
    answer = client.get(address)
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    return list(csv.reader(StringIO(answer.content.decode("utf-8-sig"))))


def test_the_list_is_taken_along_as_it_is_asked_for(meeting, elements, client):
    decide(meeting, elements[1])

    assert rows(client, "/small/elements.csv?status=agreed") == [
        HEADS,
        ["E2", "Small thing 2", "1", "agreed", "1/D1", "1", ""],
    ]
    assert [row[0] for row in rows(client, "/small/elements.csv?sort=-number")] == [
        "element",
        *(f"E{number}" for number in range(5, 0, -1)),
    ]


def test_it_is_the_whole_list_and_not_a_page_of_it(many_elements, group, client):
    many_elements(group, 60)

    assert len(rows(client, "/small/elements.csv")) == 1 + group.elements.count()


def test_its_link_asks_for_what_the_page_asks_for(group, client):
    page = client.get("/small/elements/?status=proposed&page=1").content.decode()

    assert 'href="/small/elements.csv?status=proposed"' in page


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(1)", "\t=1"])
def test_no_cell_is_a_formula(group, client, text):
    propose_element(group=group, question=group.questions.get(), text=text, by=secretary_of(group))

    assert rows(client, "/small/elements.csv")[-1][1] == f"'{text}"


def test_what_is_not_public_is_in_no_table(group, unpublished, client, clerks_client):
    propose_element(
        group=group,
        question=group.questions.get(),
        text="From the floor",
        meeting=unpublished,
        by=secretary_of(group),
    )

    assert len(rows(client, "/small/elements.csv")) == 6
    assert rows(clerks_client, "/small/elements.csv")[-1][1] == "From the floor"


def test_a_filter_that_there_is_not_is_told_so(group, client):
    assert client.get("/small/elements.csv?status=nope").status_code == 400
