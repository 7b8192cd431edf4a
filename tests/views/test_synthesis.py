"""The synthesis of a meeting as it is asked for: a page, its data, plain text."""

import pytest

from deliberations.models import Document, DocumentKind
from deliberations.operations import publish_meeting
from deliberations.permissions import Role
from tests.acts import annul, correct, decide, lift, state
from tests.factories import GroupFactory, MeetingFactory, MembershipFactory
from tests.pages import Node, problem, read
from tests.papers.reading import words_of
from tests.views.test_queries import MOST_TO_READ, queries

pytestmark = pytest.mark.django_db

AT = "/small/meetings/1/synthesis"
ENDS = ("/", ".json", ".txt", ".docx", ".pdf")


def article(client, address: str = f"{AT}/") -> Node:
    return read(client.get(address)).one("article", class_="document")


def folded(text: str) -> str:
    """The words of a plain text, without the marks of its lists."""
    return " ".join(" ".join(line.removeprefix("- ") for line in text.splitlines()).split())


def test_the_page_of_the_real_one_says_what_its_plain_text_says(record, client):
    text = client.get("/wgec/meetings/2/synthesis.txt").content.decode()

    page = article(client, "/wgec/meetings/2/synthesis/")

    assert page.text == folded(text)
    assert page.one("h1").text == text.splitlines()[2]
    assert page.one("time").attrs["datetime"] == "2017-05-02"
    assert [len(part.all("li")) for part in page.all("section")] == [7, 5, 16, 11, 2]


def test_the_page_says_all_that_the_text_says(group, meeting, elements, contributor, client):
    document = {"group": group, "meeting": meeting, "kind": DocumentKind.SYNTHESIS}
    Document.objects.create(**document, title="The text", introduction="1\n\n2", closing="3")
    decision = correct(decide(meeting, elements[0]), elements[1])
    lift(state(decision=decision, contributor=contributor, text="No <b>way</b>"))
    annul(decide(meeting, elements[2]))

    assert article(client).text == folded(client.get(f"{AT}.txt").content.decode())
    assert "No <b>way</b>" in article(client).text


def test_the_text_is_plain_text_in_utf_8(meeting, elements, client):
    decide(meeting, elements[0], sentence="Décidé à l’unanimité")

    answer = client.get(f"{AT}.txt")

    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert "Décidé à l’unanimité:\n\n- Small thing 1\n" in answer.content.decode()
    assert "Cookie" in answer["Vary"]


def test_the_files_hold_the_text(meeting, elements, client):
    decide(meeting, elements[0], sentence="Décidé à l’unanimité")
    text = folded(client.get(f"{AT}.txt").content.decode())

    word, pdf = client.get(f"{AT}.docx"), client.get(f"{AT}.pdf")

    assert words_of(word) == words_of(pdf) == text
    assert word["Content-Disposition"] == 'attachment; filename="small-1-synthesis.docx"'
    assert pdf["Content-Disposition"] == 'inline; filename="small-1-synthesis.pdf"'
    assert pdf["Content-Type"] == "application/pdf"
    assert ("Cookie" in word["Vary"], "Cookie" in pdf["Vary"]) == (True, True)


def test_the_data_hold_the_parts_and_the_text(meeting, elements, contributor, client):
    decision = correct(decide(meeting, elements[0]), elements[1])
    state(decision=decision, contributor=contributor, text="No.")

    data = client.get(f"{AT}.json").json()

    assert data["text"] == client.get(f"{AT}.txt").content.decode()
    assert (data["meeting"]["number"], data["group"]["slug"]) == (1, "small")
    del data["meeting"], data["group"], data["text"]
    assert data == {
        "letterhead": "Working Group on Small Things",
        "title": "Synthesis of meeting 1",
        "dated": None,
        "introduction": [],
        "sections": [
            {
                "questions": [{"number": 1, "text": "What is small?"}],
                "decisions": [
                    {
                        "reference": "1/D2",
                        "meeting": 1,
                        "number": 2,
                        "outcome": "agreed",
                        "basis": "not-stated",
                        "qualifiers": [],
                        "heading": None,
                        "sentence": "So decided.",
                        "url": "/small/meetings/1/decisions/2/",
                        "elements": [{"reference": "E2", "wording": 1, "text": "Small thing 2"}],
                        "notes": ["1/D2 corrects 1/D1: “A slip of the pen.”"],
                        "statements": [
                            {
                                "contributor": "ant",
                                "kind": "reservation",
                                "text": "No.",
                                "lifted": False,
                            }
                        ],
                    }
                ],
            }
        ],
        "closing": [],
        "annulled": [],
    }


def test_the_page_leads_to_the_decisions_the_text_and_the_data(meeting, elements, client):
    decide(meeting, elements[0])

    links = read(client.get(f"{AT}/")).one("main").links()

    assert links == [
        "/small/meetings/1/",
        f"{AT}.pdf",
        f"{AT}.docx",
        f"{AT}.txt",
        f"{AT}.json",
        "/small/meetings/1/decisions/1/",
    ]


def test_a_meeting_leads_to_its_synthesis_once_it_decided_something(meeting, elements, client):
    def led_to() -> bool:
        return f"{AT}/" in read(client.get("/small/meetings/1/")).one("main").links()

    before = led_to()
    decide(meeting, elements[0])

    assert (before, led_to()) == (False, True)


def test_a_meeting_without_a_decision_has_none(group, meeting, elements, client):
    MeetingFactory(group=GroupFactory(slug="other"), number=7)
    sentence = "The record holds no decision of meeting 1."

    for end in ENDS:
        assert problem(client.get(AT + end)) == (404, sentence)
        assert problem(client.get(f"/small/meetings/7/synthesis{end}")) == (
            404,
            "The group has no meeting 7.",
        )


def test_what_is_not_published_only_the_secretariat_gets(
    group, unpublished, elements, clerk, clerks_client, client_of, client
):
    decide(unpublished, elements[0], sentence="Not yet.")
    delegate = client_of(MembershipFactory(group=group, role=Role.DELEGATE).user)
    addresses = [f"/small/meetings/2/synthesis{end}" for end in ENDS]

    def got(reader) -> list[tuple[int, bool]]:
        answers = [reader.get(address) for address in addresses]
        return [(a.status_code, "Not yet." in words_of(a)) for a in answers]

    assert got(clerks_client) == [(200, True)] * 5
    assert got(client) == got(delegate) == [(404, False)] * 5
    publish_meeting(meeting=unpublished, by=clerk)
    assert got(client) == [(200, True)] * 5


def test_who_edits_the_surroundings_is_led_to_the_documents_own_words_of(
    group, meeting, elements, clerks_client, client
):
    decide(meeting, elements[0])

    def led_to(reader) -> list[str]:
        links = read(reader.get(f"{AT}/")).one("main").links()
        return [link for link in links if link.startswith("/admin/")]

    [new] = led_to(clerks_client)
    form = read(clerks_client.get(new)).one("form", id="document_form")
    chosen = {
        select.attrs["name"]: option.attrs["value"]
        for select in form.all("select")
        for option in select.all("option", selected="")
    }
    assert new.startswith("/admin/deliberations/document/add/?")
    assert (chosen["group"], chosen["meeting"], chosen["kind"]) == (
        str(group.pk),
        str(meeting.pk),
        "synthesis",
    )

    document = Document.objects.create(
        group=group, meeting=meeting, kind=DocumentKind.SYNTHESIS, title="The text"
    )
    assert led_to(clerks_client) == [f"/admin/deliberations/document/{document.pk}/change/"]
    assert led_to(client) == []


def test_the_synthesis_asks_equally_often_for_few_and_for_many(
    group, meeting, elements, clerks_client, many_elements
):
    def asked() -> list[int]:
        return [queries(lambda end=end: clerks_client.get(AT + end)) for end in ENDS]

    lift(state(decision=decide(meeting, elements[0])))
    few = asked()

    many_elements(group, 30)
    for element in group.elements.filter(number__gt=1)[:20]:
        lift(state(decision=decide(meeting, element)))
    decide(meeting, *group.elements.filter(number__gt=22)[:9])

    assert asked() == few
    assert max(few) <= MOST_TO_READ
