"""The search: what is found, how it is told, and where a number leads."""

from datetime import date, timedelta
from urllib.parse import quote

import pytest

from deliberations.models import Decision, Document, DocumentKind
from deliberations.operations import edit_surroundings, file_contribution, propose_element
from deliberations.readings.sought import KINDS, MOST
from tests.acts import decide, issue, reword, secretary_of, state
from tests.factories import MeetingFactory
from tests.pages import Node, problem, read
from tests.sql import sql

pytestmark = pytest.mark.django_db


@pytest.fixture
def put_forward(group):
    """Enter an element with this text."""

    def entered(text: str):
        return propose_element(
            group=group, question=group.questions.get(), text=text, by=secretary_of(group)
        )

    return entered


def found(client, words: str, **more: str) -> list[tuple[str, str]]:
    """(kind, text) of what a search finds."""
    data = client.get("/small/search.json", {"q": words, **more}).json()
    return [(hit["kind"], hit["text"]) for hit in data["found"]]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Cooperation of governments", "cooperate government"),
        ("La coopération renforcée des États", "cooperation etats"),
        ("La coopération renforcée des États", "États coopérations"),
        ("Una cooperación reforzada", "cooperaciones"),
        ("Управление Интернетом", "управления интернет"),
        ("Ёлка", "елка"),
        ("加强合作工作组", "合作工作"),
        ("加强合作工作组", "组"),
        ("والتنمية المستدامة", "التنمية"),
        ("التَّنْمِيَة", "التنمية"),
        ("Technology transfer", "techn"),
        ("Technology transfer", "nothing or transfer"),
        ("Technology transfer", '"technology transfer"'),
    ],
)
def test_a_word_is_found_in_its_other_forms_in_six_languages(client, put_forward, text, words):
    put_forward(text)

    assert found(client, words) == [("elements", text)]


@pytest.mark.parametrize(
    "words", ["合加", "transfer -technology", '"transfer technology"', "?!", "ogy"]
)
def test_what_a_text_does_not_say_is_not_found(client, put_forward, words):
    put_forward("加强合作")
    put_forward("Technology transfer")

    assert found(client, words) == []


def test_everything_is_searched(group, meeting, elements, contributor, client):
    by = secretary_of(group)
    decision = decide(meeting, elements[0], sentence="The gathering agreed on walnuts.")
    state(element=elements[1], contributor=contributor, text="Walnuts are not small.")
    file_contribution(group=group, authors=[contributor], title="On walnuts", by=by)
    document = Document(
        group=group,
        title="Synthesis",
        kind=DocumentKind.SYNTHESIS,
        introduction="It speaks of a walnut.",
    )
    edit_surroundings(thing=document, group=group, by=by)
    reword(elements[2], "A walnut")

    data = client.get("/small/search.json?q=walnut").json()

    assert data["by_kind"] == {
        "elements": 1,
        "decisions": 1,
        "statements": 1,
        "contributors": 0,
        "contributions": 1,
        "documents": 1,
        "issued": 0,
    }
    assert [hit["url"] for hit in data["found"]][:3] == [
        "/small/elements/3/",
        f"/small/meetings/1/decisions/{decision.number}/",
        "/small/elements/2/",
    ]
    assert found(client, "anthill") == [("contributors", "Anthill")]


def test_what_was_issued_is_found_by_its_text_and_said_to_be_superseded(
    meeting, elements, clerks_client, client
):
    decision = decide(meeting, *elements, sentence="Before " * 900 + "the walnut:")
    issue(meeting)
    state(decision=decision, text="Not us.")
    issue(meeting)
    unpublished = MeetingFactory(group=meeting.group, number=3, published_at=None)
    decide(unpublished, elements[0], sentence="A walnut.", reconsiders="Why not.")
    issue(unpublished)

    page = client.get("/small/search/?q=walnuts&kind=issued")

    old, new = read(page).one("ul", class_="hits").all("li")
    assert [old.links(), new.links()] == [["/small/documents/1/"], ["/small/documents/2/"]]
    assert [hit.texts("mark") for hit in (old, new)] == [["walnut"]] * 2
    assert [hit.text.count("superseded") for hit in (old, new)] == [1, 0]
    hits = clerks_client.get("/small/search.json?q=walnuts&kind=issued").json()["found"]
    assert sorted(hit["number"] for hit in hits) == [1, 2, 3]
    assert all(len(hit["text"]) < 4_100 for hit in hits)


def test_an_earlier_wording_is_found_and_said_to_be_one(client, put_forward):
    reword(put_forward("Walnut"), "Hazelnut")

    [hit] = client.get("/small/search.json?q=walnut").json()["found"]
    [hits] = read(client.get("/small/search/?q=walnut")).all("ul", class_="hits")

    assert (hit["text"], hit["wording"], hit["is_current"]) == ("Walnut", 1, False)
    assert hits.texts("p", class_="small") == [
        "in wording 1, no longer the current one, which reads: Hazelnut"
    ]


def test_an_element_is_found_once_in_its_latest_wording_with_the_words(client, put_forward):
    reword(put_forward("Walnut"), "Walnut, cracked")

    assert found(client, "walnut") == [("elements", "Walnut, cracked")]


def test_the_words_looked_for_are_marked_and_the_text_is_text(client, put_forward):
    put_forward("<b>Governments</b> & 加强合作 govern")

    [hit] = read(client.get("/small/search/?q=government 合作")).all("ul", class_="hits")

    assert hit.texts("mark") == ["Governments", "合作", "govern"]
    assert hit.one("bdi").text == "<b>Governments</b> & 加强合作 govern"


def test_of_a_long_text_the_part_about_the_words_is_shown(client, put_forward):
    put_forward("before " * 200 + "walnut " + "after " * 200)

    [hit] = read(client.get("/small/search/?q=walnut")).all("ul", class_="hits")

    shown = hit.one("bdi").text
    assert hit.texts("mark") == ["walnut"]
    assert len(shown) < 340
    assert (shown[0], shown[-1]) == ("…", "…")


def test_who_has_the_word_more_often_comes_first(client, put_forward):
    put_forward("A walnut among so many other things that are said here beside it")
    put_forward("Walnut, walnut")

    assert next(text for _kind, text in found(client, "walnut")) == "Walnut, walnut"


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("E3", "/small/elements/3/"),
        (" e3 ", "/small/elements/3/"),
        ("1/D1", "/small/meetings/1/decisions/1/"),
        ("1/d1", "/small/meetings/1/decisions/1/"),
    ],
)
def test_a_number_leads_there(meeting, elements, client, words, address):
    decide(meeting, elements[0])

    answer = client.get("/small/search/", {"q": words})

    assert (answer.status_code, answer["Location"]) == (302, address)
    typing = {"HX-Request": "true", "HX-Target": "section#found"}
    piece = client.get("/small/search/", {"q": words}, headers=typing)
    assert (piece.status_code, read(piece).all("a")[0].attrs["href"]) == (200, address)
    assert client.get("/small/search.json", {"q": words}).json()["goes_to"] == address


@pytest.mark.parametrize("words", ["E99", "9/D1", "E0"])
def test_a_number_that_there_is_not_is_searched_for_as_a_word(group, client, words):
    assert client.get("/small/search/", {"q": words}).status_code == 200


def test_a_kind_is_read_from_one_place_to_the_next(client, put_forward):
    for number in range(23):
        put_forward(f"Walnut {number}")
    few = read(client.get("/small/search/?q=walnut"))
    first = read(client.get("/small/search/?q=walnut&kind=elements&sort=latest"))
    [following] = [node.attrs["href"] for node in first.all("a", rel="next")]
    put_forward("Walnut 23")
    second = read(client.get(f"/small/search/{following}"))

    assert few.one("nav", class_="kinds").texts("a") == ["All", "Elements 23"]
    shown = [page.one("ul", class_="hits").texts("span", class_="n") for page in (few, first)]
    assert [len(numbers) for numbers in shown] == [5, 20]
    assert second.one("ul", class_="hits").texts("span", class_="n") == ["E8", "E7", "E6"]
    [back] = [node.attrs["href"] for node in second.all("a", rel="prev")]
    numbers = read(client.get(f"/small/search/{back}")).one("ul", class_="hits")
    assert numbers.texts("span", class_="n")[0] == "E28"
    past = read(client.get("/small/search/?q=walnut&kind=elements&after=9.0_1"))
    assert "The list ends before that." in past.one("main").text
    assert problem(client.get("/small/search/?q=walnut&after=E5")) == (
        400,
        "after: that is no place in this list. Begin at its first page.",
    )


def test_what_is_found_divides_and_is_narrowed_down_and_widened(
    group, meeting, elements, contributor, client
):
    decide(meeting, *elements[:2], sentence="Each thing is agreed.")
    decide(meeting, elements[2], outcome="rejected", sentence="No such thing.")
    state(element=elements[4], contributor=contributor, text="A thing of ours.")
    address = "/small/search/?q=thing"

    def numbers(page: Node) -> list[list[str]]:
        return [hits.texts("span", class_="n") for hits in page.all("ul", class_="hits")]

    page = read(client.get(address))
    facets = page.one("nav", class_="facets")
    narrower = {node.text: node.attrs["href"] for node in facets.all("a")}

    assert [" ".join(row.text.split()) for row in facets.all("section")] == [
        "Status agreed 3 rejected 2 proposed 2",
        "Contributor Anthill 2",
        "Meeting Meeting 1 5",
    ]
    narrowed = read(client.get(f"/small/search/{narrower['rejected']}"))
    assert numbers(narrowed) == [["E3"], ["1/D2"]]
    assert numbers(read(client.get(f"/small/search/{narrower['Anthill']}"))) == [["E1"], ["E5"]]
    [chip] = narrowed.one("ul", class_="chips").all("a")
    assert chip.text.startswith("No longer ask for Status: rejected")
    assert numbers(read(client.get(f"/small/search/{chip.attrs['href']}"))) == numbers(page)
    more = "meeting=1&status=agreed&kind=elements&sort=number"
    data = client.get(f"/small/search.json?q=thing&{more}").json()
    assert [hit["reference"] for hit in data["found"]] == ["E1", "E2"]
    assert data["by_kind"]["decisions"] == 1


def test_finds_are_sorted_as_asked(meeting, elements, client):
    decide(meeting, elements[3])
    decide(meeting, elements[1])

    def sorted_by(sort: str) -> list[str]:
        data = client.get(f"/small/search.json?q=thing&kind=elements&sort={sort}").json()
        return [hit["reference"] for hit in data["found"]]

    assert sorted_by("number") == ["E1", "E2", "E3", "E4", "E5"]
    assert sorted_by("latest")[:2] == ["E2", "E4"]


def test_who_asks_the_same_sees_what_they_may_see(unpublished, elements, clerks_client, client):
    decide(unpublished, elements[0], sentence="A walnut.")

    for _ in range(2):
        assert found(clerks_client, "walnut") == [("decisions", "A walnut.")]
        assert found(client, "walnut") == []


def test_a_question_says_nothing_twice(db):
    [(asked,)] = sql("SELECT deliberations_asked('\"internet cooperation\"')::text")

    assert asked == "'internet' <-> 'cooper' | 'internet' <-> 'cooperation'"


def test_more_than_are_looked_at_are_said_to_be_more(client, group, many_elements):
    many_elements(group, MOST + 1)

    page, data = (client.get(f"/small/search{end}?q=many") for end in ("/", ".json"))

    assert "Elements 1000+" in read(page).one("nav", class_="kinds").texts("a")
    assert "More than 1000 of a kind have these words" in read(page).one("main").text
    assert (data.json()["by_kind"]["elements"], data.json()["is_cut"]) == (MOST, True)


def test_a_search_of_then_finds_what_there_was_then(
    group, meeting, elements, contributor, client, clerks_client
):
    second = MeetingFactory(group=group, number=2, starts_on=date(2017, 9, 25))
    decide(meeting, elements[0], sentence="A thing is agreed.", known_to="meeting")
    decide(
        second,
        elements[0],
        outcome="rejected",
        sentence="The thing is not.",
        reconsiders="It was not.",
        known_to="meeting",
    )
    entered = Decision.objects.get(meeting=second).recorded_at - timedelta(microseconds=1)
    reword(elements[1], "A thing put otherwise", meeting=second, known_to="meeting")
    state(element=elements[2], contributor=contributor, text="A thing of ours.")
    file_contribution(
        group=group, authors=[contributor], title="On a thing", by=secretary_of(group)
    )

    def told(query: str) -> tuple[list[str], int | None, dict[str, int]]:
        data = client.get(f"/small/search.json?q=thing&sort=number&{query}").json()
        first, later = data["found"][:2]
        counted = {kind: n for kind, n in data["by_kind"].items() if n}
        return [first["status"], later["text"]], data.get("as_of", {}).get("meeting"), counted

    now = {"elements": 5, "decisions": 2, "statements": 1, "contributions": 1}
    assert told("") == (["rejected", "A thing put otherwise"], None, now)
    assert told("at=1")[0] == ["agreed", "Small thing 2"]
    assert told("at=1")[1:] == (
        1,
        {"elements": 5, "decisions": 1, "statements": 1, "contributions": 1},
    )
    assert told(f"known={quote(entered.isoformat())}") == (
        ["agreed", "Small thing 2"],
        None,
        {"elements": 5, "decisions": 1},
    )
    page = read(client.get("/small/search/?q=thing&at=1"))
    assert "The past: as it stood at the close of the first meeting" in page.one("main").text
    assert "/small/elements/1/?at=1" in page.links()
    assert page.one("div", class_="past").links()[0] == "?q=thing"


def test_the_search_is_in_the_head_of_every_page_of_the_group(group, client):
    form = read(client.get("/small/meetings/")).one("form", role="search")

    assert form.attrs["action"] == "/small/search/"
    assert [node.attrs["name"] for node in form.all("input")] == ["q"]


def test_what_is_searched_is_kept_beside_it_by_the_database_alone(group):
    """Else a search would make the words of each text anew, and could find what is not there."""
    kept = sql(
        "SELECT table_name FROM information_schema.columns WHERE column_name = 'searched'"
        " AND is_generated = 'ALWAYS' AND generation_expression ~ '^deliberations_searched'"
    )
    indexes = sql("SELECT tablename FROM pg_indexes WHERE indexdef ~ 'USING gin \\(searched\\)'")

    those = sorted((kind.model._meta.db_table,) for kind in KINDS)
    assert sorted(kept) == sorted(indexes) == those
