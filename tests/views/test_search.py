"""The search: what is found, how it is told, and where a number leads."""

import pytest

from deliberations.models import Document, DocumentKind
from deliberations.operations import edit_surroundings, file_contribution, propose_element
from tests.acts import decide, issue, reword, secretary_of, state
from tests.factories import MeetingFactory
from tests.pages import problem, read

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


def test_a_kind_is_read_by_the_page(client, put_forward):
    for number in range(23):
        put_forward(f"Walnut {number}")

    page = read(client.get("/small/search/?q=walnut&kind=elements&page=2"))
    few = read(client.get("/small/search/?q=walnut"))

    assert len(page.one("ul", class_="hits").all("li")) == 3
    assert len(few.one("ul", class_="hits").all("li")) == 5
    assert few.one("nav", class_="kinds").texts("a") == ["All", "Elements 23"]
    assert problem(client.get("/small/search/?q=walnut&kind=elements&page=3")) == (
        404,
        "There is no page 3 of this list.",
    )


def test_the_search_is_in_the_head_of_every_page_of_the_group(group, client):
    form = read(client.get("/small/meetings/")).one("form", role="search")

    assert form.attrs["action"] == "/small/search/"
    assert [node.attrs["name"] for node in form.all("input")] == ["q"]


def test_the_index_is_what_the_search_asks(group):
    """The words of an index and of a search are made by the same fields in the same order."""
    from deliberations.models.search import Searched
    from deliberations.readings.search import KINDS

    indexed = {
        index.name: [
            getattr(field, "name", "") for field in index.expressions[0].source_expressions
        ]
        for kind in KINDS
        for index in kind.model._meta.indexes
        if index.expressions and isinstance(index.expressions[0], Searched)
    }

    assert indexed == {
        f"{kind.model._meta.model_name}_is_searched": list(kind.fields) for kind in KINDS
    }
