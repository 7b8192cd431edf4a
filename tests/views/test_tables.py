"""Lists as tables: the list as it is asked for, whole, and nothing in it that runs."""

import csv
import tracemalloc
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import date
from hashlib import sha512
from io import BytesIO, StringIO
from typing import Any

import pytest
from openpyxl import load_workbook

from deliberations.models import Document, DocumentKind
from deliberations.operations import file_contribution, propose_element
from deliberations.views.tables import (
    AT_ONCE,
    MOST_LETTERS,
    Columns,
    Table,
    table_answer,
    write_xlsx,
)
from tests.acts import annul, decide, everything_happens, secretary_of
from tests.factories import QualifierFactory, SourceFactory
from tests.pages import awaited, read
from tests.papers.reading import lines_of_xlsx

pytestmark = pytest.mark.django_db

ENDS = ["csv", "xlsx"]
HEADS = ["element", "text", "wording", "status", "decision", "question", "heading"]


def rows(client, address: str) -> list[list[Any]]:
    """As a spreadsheet opens it; what is empty as ""."""
    answer = client.get(address)
    assert answer.status_code == 200
    file = address.partition("?")[0].removeprefix("/").replace("/", "-")
    assert answer["Content-Disposition"].endswith(f'.{file.rpartition(".")[2]}"')
    if ".xlsx" in address:
        lines = lines_of_xlsx(answer.content)
        return [["" if cell is None else cell for cell in line] for line in lines]
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    return list(csv.reader(StringIO(answer.content.decode("utf-8-sig"))))


def told(lines: list[list[Any]]) -> list[dict[str, Any]]:
    heads, *others = lines
    return [dict(zip(heads, line, strict=True)) for line in others]


@pytest.mark.parametrize("end", ENDS)
def test_the_list_is_taken_along_as_it_is_asked_for(end, meeting, elements, client):
    decide(meeting, elements[1])

    found = rows(client, f"/small/elements.{end}?status=agreed")
    assert found[0] == HEADS
    assert [[str(cell) for cell in line] for line in found[1:]] == [
        ["E2", "Small thing 2", "1", "agreed", "1/D1", "1", ""]
    ]
    assert [row[0] for row in rows(client, f"/small/elements.{end}?sort=-number")] == [
        "element",
        *(f"E{number}" for number in range(5, 0, -1)),
    ]


@pytest.mark.parametrize("end", ENDS)
def test_it_is_the_whole_list_and_not_a_page_of_it(end, many_elements, group, client):
    many_elements(group, 60)

    assert len(rows(client, f"/small/elements.{end}")) == 1 + group.elements.count()


LISTS = {
    "/small/elements/": ("/small/elements", "status=proposed"),
    "/small/history/": ("/small/history", "noun=element"),
    "/small/search/": ("/small/search", "q=thing"),
    "/small/contributors/": ("/small/contributors", ""),
    "/small/documents/": ("/small/documents", ""),
    "/small/meetings/": ("/small/decisions", ""),
    "/small/meetings/1/": ("/small/meetings/1/decisions", ""),
    "/small/compare/": ("/small/compare", "from=2016-01-01"),
}


@pytest.mark.parametrize("listed", LISTS)
def test_a_page_leads_to_its_tables_as_it_is_asked_for(listed, meeting, elements, client):
    decide(meeting, elements[0])
    address, query = LISTS[listed]
    asked = f"?{query}" if query else ""

    links = read(client.get(f"{listed}{asked}{'&' if query else '?'}page=1")).one("main").links()

    for end in ENDS:
        assert f"{address}.{end}{asked}" in links
        assert len(rows(client, f"{address}.{end}{asked}")) > 0


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(1)", "\t=1"])
def test_no_cell_is_a_formula(text, group, client):
    propose_element(group=group, question=group.questions.get(), text=text, by=secretary_of(group))

    assert rows(client, "/small/elements.csv")[-1][1] == f"'{text}"
    file = client.get("/small/elements.xlsx").content
    cell = load_workbook(BytesIO(file)).active["B7"]
    # A text that is known as such needs no mark.
    assert (cell.value, cell.data_type) == (text, "s")


@pytest.mark.parametrize("end", ENDS)
def test_decisions_are_told_with_all_that_qualifies_them(end, group, meeting, elements, client):
    phrases = [QualifierFactory(group=group, phrase=phrase) for phrase in ("one", "two")]
    decide(meeting, elements[2], elements[0], qualifiers=phrases, sentence="So be it.")
    annul(decide(meeting, elements[1]))

    first, second = told(rows(client, f"/small/decisions.{end}"))

    assert {name: first[name] for name in ("decision", "qualifiers", "elements", "in force")} == {
        "decision": "1/D1",
        "qualifiers": "one; two",
        "elements": "E3; E1",
        "in force": "yes",
    }
    assert (second["decision"], second["in force"]) == ("1/D2", "no")
    assert told(rows(client, f"/small/meetings/1/decisions.{end}")) == [first, second]


@pytest.mark.parametrize("end", ENDS)
def test_documents_contributions_and_sources_are_one_list(end, group, contributor, client):
    Document.objects.create(
        group=group, title="Synthesis", kind=DocumentKind.SYNTHESIS, dated=date(2017, 5, 2)
    )
    file_contribution(group=group, title="Paper", authors=[contributor], by=secretary_of(group))
    SourceFactory(group=group, title="Mail")

    found = told(rows(client, f"/small/documents.{end}"))

    assert [(row["kind"], row["title"], row["by"]) for row in found] == [
        ("synthesis", "Synthesis", ""),
        ("contribution", "Paper", "Anthill"),
        ("source", "Mail", ""),
    ]
    assert str(found[0]["dated"])[:10] == "2017-05-02"


@pytest.mark.parametrize("end", ENDS)
def test_contributors_and_finds_and_entries_are_lists(end, meeting, elements, client):
    decide(meeting, elements[0])

    [ant] = told(rows(client, f"/small/contributors.{end}"))
    found = told(rows(client, f"/small/search.{end}?q=thing"))
    entries = told(rows(client, f"/small/history.{end}?noun=decision"))

    assert (ant["contributor"], str(ant["elements proposed"])) == ("Anthill", "1")
    assert {row["found"] for row in found} == {f"E{number}" for number in range(1, 6)}
    assert [(row["thing"], row["who"]) for row in entries] == [
        ("decision 1/D1", "the secretariat")
    ]


def test_what_is_not_public_is_in_no_table(group, unpublished, client, clerks_client):
    everything_happens(group, number=3, published_at=None)

    for name in ("elements", "decisions", "documents", "history", "search"):
        address = f"/small/{name}.csv?q=first" if name == "search" else f"/small/{name}.csv"
        assert len(rows(client, address)) < len(rows(clerks_client, address)), name
    assert len(rows(client, "/small/meetings/3/decisions.csv")) == 1
    assert len(rows(clerks_client, "/small/meetings/3/decisions.csv")) > 1


@pytest.mark.parametrize("end", ENDS)
def test_a_filter_that_there_is_not_is_told_so(end, group, client):
    assert client.get(f"/small/elements.{end}?status=nope").status_code == 400
    assert client.get(f"/small/history.{end}?act=nope").status_code == 400


def test_the_same_table_is_the_same_file(group, client):
    first, second = (client.get("/small/elements.xlsx").content for _ in range(2))

    assert first == second


def test_a_text_longer_than_a_cell_is_cut_and_says_so():
    file = BytesIO()
    write_xlsx(Table("long", {"text": str}, ["x" * (MOST_LETTERS + 1)]), file)

    [_heads, [cell]] = lines_of_xlsx(file.getvalue())
    assert (len(cell), cell[-1]) == (MOST_LETTERS, "…")


def long_table(end: str, rows: Iterable[str]) -> Any:
    columns: Columns = {"text": str, "number": len}
    return table_answer(Table("long", columns, rows), end)


@pytest.mark.parametrize("end", ENDS)
def test_a_long_table_is_read_from_the_disk_as_it_is_sent(end):
    """By a server that asks for one part after the other, and by one that does not."""
    rows = [sha512(b"%d" % number).hexdigest() for number in range(20_000)]

    async def sent(answer: Any) -> list[bytes]:
        return [part async for part in answer]

    parts = awaited(sent(long_table(end, rows)))
    with closing(long_table(end, rows)) as answer:
        whole = b"".join(answer)

    assert b"".join(parts) == whole
    assert max(map(len, parts)) < AT_ONCE < len(whole)
    assert int(answer["Content-Length"]) == len(whole)
    lines = (
        list(csv.reader(StringIO(whole.decode("utf-8-sig"))))
        if end == "csv"
        else lines_of_xlsx(whole)
    )
    assert [line[0] for line in lines[1:]] == rows


def test_no_row_of_a_long_table_is_kept_in_memory():
    def rows() -> Iterator[str]:
        for number in range(100_000):
            yield f"{number:0200d}"

    tracemalloc.start()
    try:
        with closing(long_table("csv", rows())) as answer:
            parts = sum(len(part) for part in answer)
        _now, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert parts > 20_000_000
    assert most < 2 * AT_ONCE


@pytest.mark.parametrize("end", ENDS)
def test_what_goes_wrong_in_the_middle_of_a_table_is_no_short_file(end):
    """It is raised before there is an answer, so that there is another one, of 500."""

    def rows() -> Iterator[str]:
        yield "x" * 3 * AT_ONCE
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        long_table(end, rows())


def test_a_reader_that_went_away_leaves_no_file_open():
    async def begun_and_left(answer: Any) -> None:
        parts = aiter(answer)
        await anext(parts)
        await parts.aclose()

    answer = long_table("csv", ["x" * 3 * AT_ONCE])
    awaited(begun_and_left(answer))

    assert answer.file_to_stream.closed
