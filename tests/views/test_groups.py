"""The groups of the installation, and the record of one."""

import pytest

from tests.acts import decide, withdraw
from tests.factories import GroupFactory, MembershipFactory, QualifierFactory, QuestionFactory
from tests.pages import problem, read, rulings

pytestmark = pytest.mark.django_db


def numbers(first: int, last: int) -> list[str]:
    return [f"E{number}" for number in range(first, last + 1)]


def test_the_record_tells_in_the_groups_own_sentences_what_became_of_each_element(record, client):
    """The real record of the WGEC, word by word as in the synthesis of 2 May 2017."""
    page = read(client.get("/wgec/"))

    assert rulings(page) == [
        (
            "Agreed",
            "The Group agreed, in principle, on the following characteristics of enhanced "
            "cooperation on a non-objection basis",
            numbers(1, 7),
        ),
        (
            "Agreed",
            "The Group also agreed in principle that outcomes of enhanced cooperation efforts "
            "should include the following",
            numbers(8, 12),
        ),
        (
            "Deferred to report",
            "The Group considered, on the other hand, that the following elements should be "
            "incorporated in its report to the Commission, but not necessarily as "
            "characteristics of enhanced cooperation",
            numbers(13, 28),
        ),
        (
            "Not discussed",
            "In the interest of time, the Group agreed not to discuss the following elements, "
            "which were proposed by single contributors, but did not get support in the room",
            numbers(29, 39),
        ),
        (
            "Rejected",
            "The group finally agreed that the following elements, as currently formulated, "
            "should not be considered as high-level characteristics of enhanced cooperation",
            numbers(40, 41),
        ),
    ]


def test_the_record_counts_what_became_of_the_elements(record, client):
    page = read(client.get("/wgec/"))

    assert page.one("ul", class_="legend").texts("li") == [
        "12 agreed",
        "16 deferred to report",
        "11 not discussed",
        "2 rejected",
        "41 elements proposed in answer to question 1",
    ]
    assert page.one("svg", class_="share").attrs["aria-label"] == (
        "Of 41 elements: 12 agreed, 16 deferred to report, 11 not discussed, 2 rejected"
    )


def test_the_record_tells_on_what_basis_and_with_what_qualifiers_it_was_decided(record, client):
    page = read(client.get("/wgec/"))

    assert [
        ruling.one("header").all("span", class_="muted")[0].text
        for ruling in page.all("section", class_="ruling")
    ] == [
        "in principle, non-objection · 2/D1",
        "in principle, basis not stated · 2/D2",
        "basis not stated · 2/D3",
        "in the interest of time, basis not stated · 2/D4",
        "as currently formulated, basis not stated · 2/D5",
    ]


def test_a_question_without_elements_says_so(record, client):
    page = read(client.get("/wgec/"))

    assert page.one("section", aria_labelledby="question-2").texts("p") == [
        "Question 2 · the record holds no element in answer to it"
    ]


def test_the_meetings_are_a_line_of_time(record, client):
    tape = read(client.get("/wgec/")).one("ol", class_="tape")

    assert tape.texts("li") == [
        "First meeting 30 Sep 2016",
        "Second meeting 26–27 Jan 2017",
        "Third meeting 3–5 May 2017",
        "Fourth meeting 25–27 Sep 2017",
        "Fifth meeting 29–31 Jan 2018",
        "Today the latest record",
    ]
    assert tape.links() == [f"?at={number}" for number in range(1, 6)]


def test_what_is_open_comes_after_what_is_decided(group, meeting, elements, client):
    decide(meeting, elements[2], outcome="rejected", sentence="Not that.")
    decide(meeting, elements[4], elements[1], sentence="Those.")
    withdraw(elements[3])

    assert rulings(read(client.get("/small/"))) == [
        ("Agreed", "Those.", ["E5", "E2"]),
        ("Rejected", "Not that.", ["E3"]),
        ("Proposed", "Proposed, not yet decided on", ["E1"]),
        ("Withdrawn", "Taken back by those who proposed them", ["E4"]),
    ]


def test_a_record_without_questions_says_so(client):
    GroupFactory(slug="new", name="New Group")

    page = read(client.get("/new/"))

    assert page.one("main").texts("p")[-1] == "The record holds no question yet."


def test_who_keeps_an_empty_record_is_told_how_to_begin(client, client_of, admin):
    group = GroupFactory(slug="new")
    secretary = MembershipFactory(group=group).user

    def steps(reader) -> list[str]:
        return read(reader.get("/new/")).one(id="now").texts("li", class_="step")

    assert steps(client) == []
    assert [step.split()[0] for step in steps(client_of(secretary))] == [
        "Write",
        "Bring",
        "Add",
        "Convene",
        "Enter",
    ]
    assert steps(client_of(admin))[0] == "Add the users of its secretariat"


def test_the_home_is_the_record_of_the_only_group(record, client):
    answer = client.get("/")

    assert (answer.status_code, answer["Location"]) == (302, "/wgec/")


def test_the_home_of_several_groups_is_their_list(group, record, client):
    answer = client.get("/", follow=True)

    assert answer.redirect_chain == [("/groups/", 302)]
    assert read(answer).one("main").texts("li") == [
        "WGEC Working Group on Enhanced Cooperation 5 meetings",
        "WGS Working Group on Small Things 1 meeting",
    ]


def test_a_group_that_there_is_not_is_said_to_be_not_there(client):
    assert problem(client.get("/nope/")) == (404, "There is no working group “nope” here.")


def test_a_page_that_there_is_not_is_said_to_be_not_there(record, client):
    assert problem(client.get("/wgec/?page=2")) == (404, "There is no page 2 of this record.")


def test_a_record_of_more_than_a_page_is_told_page_by_page(group, many_elements, client):
    many_elements(group, 200)

    first, second = (read(client.get(f"/small/?page={number}")) for number in (1, 2))

    assert [name for *_, names in rulings(first) for name in names] == numbers(1, 200)
    assert [name for *_, names in rulings(second) for name in names] == numbers(201, 205)
    assert first.one("ul", class_="legend").texts("li")[0] == "205 proposed"
    assert second.one("ul", class_="legend").texts("li")[0] == "205 proposed"
    assert first.one("nav", class_="pages").links() == ["?page=2"]
    assert second.one("nav", class_="pages").links() == ["?page=1"]


# ---- as data


def test_the_groups_as_data(group, client):
    assert client.get("/groups.json").json()["groups"][-1] == {
        "slug": "small",
        "short_name": "WGS",
        "name": "Working Group on Small Things",
        "url": "/small/",
    }


def test_the_record_as_data(group, meeting, elements, client):
    decide(
        meeting,
        elements[0],
        sentence="The first.",
        basis="consensus",
        heading=elements[0].question.headings.get(),
        qualifiers=[group.qualifiers.get()],
    )
    QuestionFactory(group=group, number=2, text="And what is not?")

    def element(number, status, decision):
        return {
            "reference": f"E{number}",
            "number": number,
            "text": f"Small thing {number}",
            "wording": 1,
            "status": status,
            "decision": decision,
            "url": f"/small/elements/{number}/",
        }

    assert client.get("/small.json").json() == {
        "group": {
            "slug": "small",
            "short_name": "WGS",
            "name": "Working Group on Small Things",
            "url": "/small/",
        },
        "page": 1,
        "pages": 1,
        "meetings": [
            {
                "number": 1,
                "starts_on": "2017-01-26",
                "ends_on": "2017-01-27",
                "place": "Geneva",
                "chair": "Chair Woman",
                "time_zone": "Europe/Zurich",
                "state": "in-session",
                "published_at": "2017-05-02T00:00:00+00:00",
                "note": "",
                "url": "/small/meetings/1/",
            }
        ],
        "questions": [
            {
                "number": 1,
                "text": "What is small?",
                "elements": 5,
                "by_status": {"agreed": 1, "proposed": 4},
                "rulings": [
                    {
                        "status": "agreed",
                        "decision": {
                            "reference": "1/D1",
                            "meeting": 1,
                            "number": 1,
                            "outcome": "agreed",
                            "basis": "consensus",
                            "qualifiers": ["in principle"],
                            "heading": "sizes",
                            "sentence": "The first.",
                            "url": "/small/meetings/1/decisions/1/",
                        },
                        "elements": [element(1, "agreed", "1/D1")],
                    },
                    {
                        "status": "proposed",
                        "decision": None,
                        "elements": [element(number, "proposed", None) for number in range(2, 6)],
                    },
                ],
            },
            {
                "number": 2,
                "text": "And what is not?",
                "elements": 0,
                "by_status": {},
                "rulings": [],
            },
        ],
    }


def test_data_keep_the_letters_of_every_language(group, client):
    QualifierFactory(group=group, phrase="по существу")
    question = group.questions.get()
    question.text = "ما هو الصغير؟ 小是什么？"
    question.save()

    answer = client.get("/small.json")

    assert "ما هو الصغير؟ 小是什么？" in answer.content.decode()
    assert answer["Content-Type"] == "application/json"
