"""Elements: the list and its filters, one with its line of time, and the acts on one."""

from datetime import UTC
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser

from deliberations.models import Entry
from deliberations.operations.acts import act
from deliberations.readings.lists import MOST, Asked, contributor_facet
from deliberations.readings.moments import NOW
from tests.acts import (
    annul,
    correct,
    decide,
    lift,
    propose_again,
    reword,
    secretary_of,
    state,
    withdraw,
)
from tests.factories import ContributorFactory, HeadingFactory, QuestionFactory
from tests.pages import errors, fields_of, filled_in, problem, read, send

pytestmark = pytest.mark.django_db

LIST = "/small/elements/"
FIRST = "/small/elements/1/"


def listed(client, query: str = "") -> list[str]:
    return read(client.get(f"{LIST}?{query}")).one(id="found").texts("span", class_="n")


def numbers(*given: int) -> list[str]:
    return [f"E{number}" for number in given]


# ---- the list


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
        "No element fits. Ask for less, or show all.",
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


# ---- one element


def test_the_rejected_element_41_is_told_with_its_history(record, client):
    page = read(client.get("/wgec/elements/41/"))

    assert page.one("h1").text == "Consultation by governments"
    assert page.one("p", class_="stand").text == (
        "Rejected as currently formulated, basis not stated, at the second meeting (2/D5). It may "
        "come back in another wording."
    )
    assert page.one("aside").one("dl").description == {
        "Question": "1",
        "Heading": "none stated",
        "Wording": "1 of 1",
        "Proposed by": "not known",
        "Source": "Chair's synthesis of the discussion on high-level characteristics of enhanced "
        "cooperation",
        "Cite as": "WGEC, E41 (wording 1), 2/D5",
    }
    [rejected, proposed] = page.one("ol", class_="timeline").all("li")
    assert rejected.all("div")[0].text == (
        "Rejected, as currently formulated, basis not stated · during the meeting of "
        "26–27 Jan 2017 · 2/D5"
    )
    assert rejected.one("p", class_="quote").text == (
        "“The group finally agreed that the following elements, as currently formulated, should "
        "not be considered as high-level characteristics of enhanced cooperation”"
    )
    assert proposed.all("div")[0].text == (
        "Proposed in answer to question 1 · by whom and when the sources do not say"
    )
    assert page.one("nav", class_="neighbours").texts("a") == ["← E40 Effective communication"]


def test_a_reading_of_it_stands_with_the_element_and_changes_no_status(record, client):
    """On 27 January 2017 a member counted it as consensus; the synthesis has it in the report."""
    page = read(client.get("/wgec/elements/28/"))

    assert page.one("p", class_="stand").one("span", class_="status").text == "Deferred to report"
    [said] = page.all("li", class_="statement")
    assert said.all("div")[0].text == "Comment by Anriette Esterhuysen · 27 Jan 2017"
    assert said.one("p", class_="quote").text == (
        "Counts “Consideration of under-represented groups” among examples: “We have some "
        "consensus on characteristics of enhanced cooperation, e.g.:”"
    )
    assert said.texts("p")[-1].startswith("Its author’s reading; it changes no status. Source: ")


def test_all_that_happened_to_an_element_is_told_latest_first(
    group, meeting, elements, contributor, client
):
    element = elements[0]
    decide(meeting, element, sentence="Agreed.", basis="consensus")
    reword(element, "Small thing one", meeting=meeting, reason="Words, not figures.")
    wrong = decide(meeting, element, sentence="Rejected.", outcome="rejected")
    correct(wrong, element, sentence="Deferred.", outcome="deferred", reason="Misheard.")
    said = state(element=element, contributor=contributor, text="Never.")
    lift(said, meeting=meeting, reason="We looked again.")

    page = read(client.get(FIRST))

    timeline = page.one("ol", class_="timeline")
    during = "during the meeting of 26–27 Jan 2017"
    assert [item.all("div")[0].text for item in timeline.all("li")] == [
        "Reservation by Anthill, later lifted · when, the sources do not say, lifted: when, the "
        "sources do not say",
        f"Deferred to report, basis not stated · {during} · 1/D3 · wording 2",
        f"Rejected, basis not stated · {during} · 1/D2 · wording 2",
        "Reworded · wording 2, first meeting · when, the sources do not say",
        f"Agreed, consensus · {during} · 1/D1 · wording 1",
        "Proposed in answer to question 1 · by Anthill · when, the sources do not say",
    ]
    assert timeline.texts("p", class_="quote") == [
        "Never.",
        "“Deferred.”",
        "“Rejected.”",
        "Small thing 1one",
        "“Agreed.”",
        "Small thing 1",
    ]
    [rewording] = [node for node in timeline.all("p") if node.all("ins")]
    assert (rewording.one("del").text, rewording.one("ins").text) == ("1", "one")
    assert timeline.one("li", class_="superseded").texts("p", class_="small")[0] == (
        "Corrected, clerical error: 1/D3 stands in its place. “Misheard.” Both stay citable."
    )
    assert "“We looked again.”" in timeline.texts("p", class_="small")


def test_an_annulled_decision_is_told_as_such_in_the_line_of_time(meeting, elements, client):
    annul(decide(meeting, elements[0]), reason="Only a question of the chair.")

    page = read(client.get(FIRST))

    assert page.one("p", class_="stand").text == "Proposed Not yet decided on."
    assert page.one("li", class_="superseded").texts("p", class_="small")[0] == (
        "Annulled. “Only a question of the chair.” Both stay citable."
    )


def test_a_withdrawn_element_says_by_whom_and_why(group, elements, contributor, client):
    withdraw(elements[0], contributor=contributor, reason="It was a misprint.")

    page = read(client.get(FIRST))

    assert page.one("p", class_="stand").text == (
        "Withdrawn Taken back by who proposed it; another contributor may take it up."
    )
    [withdrawn] = page.all("li", class_="withdrawn")
    assert withdrawn.all("div")[0].text == ("Withdrawn by Anthill · when, the sources do not say")
    assert withdrawn.one("p", class_="quote").text == "“It was a misprint.”"


def test_what_was_changed_outside_the_application_stands_in_the_history_as_that(
    group, elements, client
):
    element = elements[0]
    element.heading = group.questions.get().headings.get()
    element.save()
    entry = Entry.objects.get(noun="element", object_id=element.pk, label="update")

    [edit] = read(client.get(FIRST)).all("li", id=f"entry-{entry.pk}")

    at = f"{entry.recorded_at.astimezone(UTC):%-d %b %Y, %H:%M} UTC"
    assert edit.all("div")[0].text == (
        f"Changed outside the application · {at}, database user “{entry.session_user}” · "
        f"entry {entry.pk}"
    )
    assert edit.one("p", class_="quote").text == "heading: – → sizes"


def test_the_neighbours_of_an_element_are_a_step_away(elements, client):
    assert [
        read(client.get(f"{LIST}{n}/")).one("nav", class_="neighbours").text for n in (1, 3)
    ] == [
        "E2 Small thing 2 →",
        "← E2 Small thing 2 E4 Small thing 4 →",
    ]


def test_each_act_links_to_its_entry_in_the_history(meeting, elements, client):
    decide(meeting, elements[0])
    entries = [
        link
        for link in read(client.get(FIRST)).one("ol", class_="timeline").links()
        if "/history/" in link
    ]

    told = [read(client.get(entry)).all("div", class_="head")[0].text for entry in entries]

    assert len(entries) == 2
    assert ["Recorded a decision: decision 1/D1" in told[0], "wording E1, 1" in told[1]] == [
        True,
        True,
    ]


def test_everything_told_has_a_place_of_its_own_that_is_linked_to(
    group, meeting, elements, contributor, clerks_client
):
    withdrawal = withdraw(elements[0], contributor=contributor)
    again = propose_again(elements[0], contributor=contributor)
    decision = decide(meeting, elements[0])
    on_it = state(decision=decision, contributor=contributor)
    reword(elements[0], "Small thing one")

    timeline = read(clerks_client.get(FIRST)).one("ol", class_="timeline")

    anchors = [item.attrs["id"] for item in timeline.all("li")]
    assert anchors == [
        "wording-2",
        f"statement-{on_it.pk}",
        "decision-1-1",
        f"proposal-{again.pk}",
        f"withdrawal-{withdrawal.pk}",
        "wording-1",
    ]
    assert [link for link in timeline.links() if link.startswith("#")] == [
        f"#{anchor}" for anchor in anchors
    ]
    assert [
        event["anchor"] for event in clerks_client.get("/small/elements/1.json").json()["timeline"]
    ] == anchors


def test_what_is_said_of_a_decision_on_it_stands_with_the_element(
    meeting, elements, contributor, client
):
    both = decide(meeting, elements[0], elements[1])
    state(decision=both, contributor=contributor)
    state(decision=decide(meeting, elements[2]), contributor=contributor)

    [said] = read(client.get(FIRST)).all("li", class_="statement")

    assert said.all("div")[0].text == (
        "Reservation by Anthill on 1/D1 · when, the sources do not say"
    )
    data = client.get("/small/elements/1.json").json()["timeline"]
    assert [event["on"] for event in data if event["event"] == "statement"] == ["1/D1"]


def test_what_is_said_of_an_unpublished_decision_is_not_told(
    unpublished, elements, contributor, client, clerks_client
):
    state(decision=decide(unpublished, elements[0]), contributor=contributor, text="Secret.")

    assert b"Secret." in clerks_client.get(FIRST).content
    for address in (FIRST, "/small/elements/1.json"):
        assert b"Secret." not in client.get(address).content


def test_both_sides_of_a_reconsideration_name_each_other(meeting, elements, client):
    decide(meeting, elements[0])
    decide(meeting, elements[0], outcome="rejected", reconsiders="On second thoughts.")

    later, earlier, _proposed = read(client.get(FIRST)).one("ol", class_="timeline").all("li")

    assert "reconsiders 1/D1" in later.all("div")[0].text
    assert earlier.texts("p", class_="small")[0] == "Reconsidered by 1/D2."


def test_a_correction_says_when_and_by_whom_it_was_recorded(meeting, elements, client):
    annulment = annul(decide(meeting, elements[0]))

    lines = read(client.get(FIRST)).one("li", class_="superseded").texts("p", class_="small")

    at = f"{annulment.recorded_at:%-d %b %Y, %H:%M} UTC"
    assert lines[1] == f"The correction: recorded {at} by the secretariat"


def test_a_decision_that_amends_shows_what_it_changed(meeting, elements, client):
    decide(meeting, elements[0], amended={elements[0]: (1, "Small thing one")})

    [item] = read(client.get(FIRST)).all("li", id="decision-1-1")

    assert item.texts("p", class_="quote")[-1] == "As amended: Small thing 1one"
    assert (item.one("del").text, item.one("ins").text) == ("1", "one")


def test_edits_of_what_surrounds_an_element_are_folded_away(group, elements, contributor, client):
    admin = secretary_of(group)
    with act("edit_surroundings", by=admin, group=group, reason="A typing error."):
        contributor.name = "Ant hill"
        contributor.save()
    contributor.country = "CH"
    contributor.save()
    elsewhere = ContributorFactory(group=group, slug="bee", name="Beehive")
    with act("edit_surroundings", by=admin, group=group):
        elsewhere.name = "Bee hive"
        elsewhere.save()

    page = read(client.get(FIRST))

    folded = page.one("details", class_="edits")
    assert folded.one("summary").text == "1 edit of what surrounds it"
    assert folded.texts("p", class_="quote") == ["name: Anthill → Ant hill"]
    [outside] = page.all("li", class_="outside")
    assert outside.one("p", class_="quote").text == "country: – → CH"
    assert outside.one("strong").text == "Changed outside the application"
    assert "Bee hive" not in page.text


@pytest.mark.parametrize(
    ("query", "heading", "told"),
    [
        ("wording=1", "Wording 1", "Small thing 1"),
        ("wording=2&against=", "Wording 2", "Small thing one"),
        ("wording=3&against=1", "Wording 3 against wording 1", "SmallSmallest thing 1one"),
        ("wording=1&against=3", "Wording 1 against wording 3", "SmallestSmall thing one1"),
        ("against=2", "Wording 3 against wording 2", "SmallSmallest thing one"),
    ],
)
def test_any_two_wordings_are_read_side_by_side(elements, client, query, heading, told):
    reword(elements[0], "Small thing one")
    reword(elements[0], "Smallest thing one")

    text = read(client.get(f"{FIRST}?{query}")).one("section", id="text")

    assert (text.one("h2").text, text.one("p").text) == (heading, told)


def test_a_wording_is_chosen_by_a_form_that_keeps_the_moment(meeting, elements, client):
    assert read(client.get(FIRST)).all(id="text") == []
    reword(elements[0], "Small thing one", meeting=meeting, known_to="meeting")

    form = read(client.get(f"{FIRST}?at=1&wording=2&against=1")).one("form", class_="wordings")

    assert fields_of(form) == {"at": ["1"], "wording": ["2"], "against": ["1"]}
    assert form.links() == [f"{FIRST}?at=1", f"{FIRST}?wording=2&against=1&at=1#text"]


def test_a_wording_that_is_not_there_is_said(group, unpublished, elements, client, clerks_client):
    reword(elements[0], "Secret.", meeting=unpublished)

    assert clerks_client.get(f"{FIRST}?wording=2").status_code == 200
    for query in ("wording=2", "against=2", "wording=99"):
        assert problem(client.get(f"{FIRST}?{query}"))[0] == 404
    assert problem(client.get(f"{FIRST}?wording=2")) == (404, "E1 has no wording 2.")
    assert problem(client.get(f"{FIRST}?against=x")) == (
        400,
        "against: a number from 1 on, please.",
    )


def test_an_element_is_cited_by_an_address_that_reads_so_for_ever(meeting, elements, client):
    decide(meeting, elements[0])
    cited = client.get("/small/elements/1.json").json()["cite"]
    decide(meeting, elements[0], outcome="rejected", reconsiders="On second thoughts.")

    page = read(client.get(cited["url"]))

    assert page.one("p", class_="stand").one("span", class_="status").text == "Agreed"
    assert read(client.get(FIRST)).one("p", class_="stand").all("span")[0].text == "Rejected"
    assert page.one("details", class_="cite").one("pre").text == " ".join(cited["bibtex"].split())


def test_an_element_as_data(group, meeting, elements, contributor, client):
    decision = decide(meeting, elements[0], sentence="Agreed.", basis="consensus")
    wording = elements[0].wordings.get()
    entries = {
        e.noun: e.pk
        for e in Entry.objects.filter(group=group, label="insert").order_by("-pk")
        if (e.noun, e.object_id) in {("decision", decision.pk), ("wording", wording.pk)}
    }

    told = client.get("/small/elements/1.json").json()
    assert told.pop("cite").keys() == {"in_words", "bibtex", "url"}
    assert told == {
        "group": {
            "slug": "small",
            "short_name": "WGS",
            "name": "Working Group on Small Things",
            "url": "/small/",
        },
        "reference": "E1",
        "number": 1,
        "text": "Small thing 1",
        "wording": 1,
        "status": "agreed",
        "decision": "1/D1",
        "url": "/small/elements/1/",
        "question": {"number": 1, "text": "What is small?"},
        "heading": None,
        "proposed_by": [{"contributor": "ant", "contribution": None}],
        "wordings": [
            {
                "number": 1,
                "text": "Small thing 1",
                "reason": "",
                "happened_at": None,
                "known_to": "unknown",
                "recorded_at": wording.recorded_at.isoformat(),
                "source": None,
            }
        ],
        "timeline": [
            {
                "event": "disposition",
                "entry": entries["decision"],
                "anchor": "decision-1-1",
                "decision": "1/D1",
                "from": "proposed",
                "to": "agreed",
                "wording": 1,
                "sentence": "Agreed.",
                "basis": "consensus",
                "qualifiers": [],
                "corrected": [],
                "reconsiders": None,
                "reconsidered_by": [],
                "happened_at": None,
                "known_to": "meeting",
                "recorded_at": decision.recorded_at.isoformat(),
                "source": None,
            },
            {
                "event": "wording",
                "entry": entries["wording"],
                "anchor": "wording-1",
                "wording": 1,
                "text": "Small thing 1",
                "happened_at": None,
                "known_to": "unknown",
                "recorded_at": wording.recorded_at.isoformat(),
                "source": None,
            },
        ],
        "edits": [],
    }


def test_the_list_as_data(group, client):
    data = client.get("/small/elements.json?q=2").json()

    assert data == {
        "group": {
            "slug": "small",
            "short_name": "WGS",
            "name": "Working Group on Small Things",
            "url": "/small/",
        },
        "total": 1,
        "previous": None,
        "next": None,
        "by": {
            "status": {"proposed": 1},
            "question": {"1": 1},
            "heading": {},
            "contributor": {},
            "meeting": {},
        },
        "elements": [
            {
                "reference": "E2",
                "number": 2,
                "text": "Small thing 2",
                "wording": 1,
                "status": "proposed",
                "decision": None,
                "url": "/small/elements/2/",
            }
        ],
    }


# ---- the acts


def test_an_element_is_entered_with_who_proposed_it(group, clerks_client, stand):
    answer = send(
        clerks_client,
        f"{LIST}propose/",
        {
            "text": "A further thing",
            "question": "1",
            "heading": group.questions.get().headings.get().pk,
            "proposed_by": "contributor",
            "contributor": "ant",
            "known_to": "day",
            "day": "2017-01-26",
        },
    )

    assert (answer.status_code, answer["Location"]) == (303, "/small/elements/6/")
    page = read(clerks_client.get("/small/elements/6/"))
    assert page.one("h1").text == "A further thing"
    facts = page.one("aside").one("dl").description
    assert (facts["Heading"], facts["Proposed by"]) == ("sizes", "Anthill")
    assert page.one("ol", class_="timeline").all("div")[0].text == (
        "Proposed in answer to question 1 · by Anthill · 26 Jan 2017"
    )


def test_several_are_entered_one_after_the_other(group, clerks_client, stand):
    heading = str(group.questions.get().headings.get().pk)
    alike = {"heading": heading, "contributor": "ant", "known_to": "day", "day": "2017-01-26"}

    first = send(clerks_client, f"{LIST}propose/", {"text": "One", **alike, "again": "yes"})
    form = filled_in(clerks_client.get(first["Location"]))
    second = clerks_client.post(first["Location"], {**form, "text": "Two"})

    assert {name: form[name] for name in ("text", *alike)} == {
        name: [value] for name, value in {"text": "", **alike}.items()
    }
    assert (first.status_code, second["Location"]) == (303, "/small/elements/7/")
    assert [
        read(clerks_client.get(f"/small/elements/{number}/")).one("h1").text for number in (6, 7)
    ] == [
        "One",
        "Two",
    ]


@pytest.mark.parametrize(
    ("proposed_by", "told"),
    [("unnamed", "one contributor, not named"), ("unknown", "not known")],
)
def test_who_is_not_named_is_not_made_up(group, clerks_client, proposed_by, told):
    send(
        clerks_client,
        f"{LIST}propose/",
        {"text": "Somebody’s", "proposed_by": proposed_by, "known_to": "unknown"},
    )

    facts = read(clerks_client.get("/small/elements/6/")).one("aside").one("dl").description
    assert facts["Proposed by"] == told


REFUSED = [
    ("propose/", {"text": ""}, "Text: Write the text of the element."),
    ("propose/", {"question": "7"}, "In answer to: Select a valid choice. That choice is not one "
     "of the available choices."),
    ("propose/", {"contributor": ""}, "Contributor: Choose the contributor, or say that none is "
     "named."),
    ("propose/", {"proposed_by": "unnamed"}, "Contributor: Choose none, or say that a contributor "
     "proposed it."),
    ("propose/", {"known_to": "meeting", "meeting": ""}, "At the meeting: Choose the meeting, or "
     "another “when”."),
    ("1/reword/", {"reason": ""}, "Why it is reworded: Say why it is reworded."),
    ("1/reword/", {"text": "Small thing 1"}, "That is the current wording already."),
    ("1/withdraw/", {"known_to": "day", "day": ""}, "Day: Give the day, or choose another "
     "“when”."),
    ("1/second/", {"contributor": "ant"}, "The record refuses that: a contributor proposes an "
     "element once."),
    ("1/statement/", {"text": ""}, "What was said: Write what was said."),
    ("1/statement/", {"contributor": ""}, "By: Choose who said it."),
]  # fmt: skip
FULL: dict[str, Any] = {
    "text": " Some\n\ntext, <i>so</i> ",
    "reason": "Because & “so”",
    "note": "A note\nof two lines",
    "proposed_by": "contributor",
    "contributor": "ant",
    "kind": "objection",
    "meeting": "1",
    "known_to": "minute",
    "day": "2017-01-26",
    "time_of_day": "09:05",
}


@pytest.mark.parametrize(("address", "wrong", "sentence"), REFUSED)
def test_a_refused_act_says_why_and_keeps_every_keystroke(
    elements, clerks_client, address, wrong, sentence
):
    form = filled_in(clerks_client.get(LIST + address))
    known = {name for name in FULL if name in form or name == "proposed_by"}
    sent = {**form, **{name: FULL[name] for name in known & (form.keys())}, **wrong}

    answer = clerks_client.post(LIST + address, sent)

    assert answer.status_code == 422
    assert errors(answer) == [sentence]
    kept = {**filled_in(answer), "csrfmiddlewaretoken": form["csrfmiddlewaretoken"]}
    chosen_from = {"question": "7"}  # what can't be chosen can't stay chosen
    assert {name: kept[name] for name in sent if chosen_from.get(name) != sent[name]} == {
        name: [value] if isinstance(value, str) else value
        for name, value in sent.items()
        if chosen_from.get(name) != value
    }


def test_a_rewording_is_proposed_again(meeting, elements, clerks_client, stand):
    decide(meeting, elements[0])

    answer = send(
        clerks_client,
        f"{FIRST}reword/",
        {"text": "Small thing one", "reason": "Words.", "known_to": "unknown"},
    )

    assert answer["Location"] == FIRST
    page = read(clerks_client.get(FIRST))
    assert page.one("h1").text == "Small thing one"
    assert page.one("p", class_="stand").text == "Proposed Not yet decided on."


def test_a_rewording_of_what_was_reworded_meanwhile_says_so_and_can_be_sent_again(
    elements, clerks_client
):
    form = {
        **filled_in(clerks_client.get(f"{FIRST}reword/")),
        "text": "My wording",
        "reason": "Better.",
        "known_to": "unknown",
    }
    reword(elements[0], "Their wording")

    refused = clerks_client.post(f"{FIRST}reword/", form)
    kept = filled_in(refused)
    again = clerks_client.post(f"{FIRST}reword/", kept)

    assert refused.status_code == 409
    assert errors(refused) == ["E1 was reworded meanwhile; it now reads “Their wording”."]
    assert (kept["text"], kept["reason"]) == (["My wording"], ["Better."])
    assert again.status_code == 303
    assert list(elements[0].wordings.order_by("number").values_list("text", flat=True)) == [
        "Small thing 1",
        "Their wording",
        "My wording",
    ]


def test_what_is_withdrawn_can_be_taken_up_by_another(group, elements, clerks_client, stand):
    ContributorFactory(group=group, slug="bee", name="Beehive")

    send(clerks_client, f"{FIRST}withdraw/", {"contributor": "ant", "known_to": "unknown"})
    withdrawn = stand(group)["E1"]
    send(clerks_client, f"{FIRST}second/", {"contributor": "bee", "known_to": "unknown"})

    assert (withdrawn, stand(group)["E1"]) == ("withdrawn", "proposed")
    facts = read(clerks_client.get(FIRST)).one("aside").one("dl").description
    assert facts["Proposed by"] == "AnthillBeehive"


def test_what_is_decided_is_not_withdrawn(meeting, elements, clerks_client):
    decide(meeting, elements[0])

    answer = send(clerks_client, f"{FIRST}withdraw/", {"known_to": "unknown"})

    assert answer.status_code == 422
    assert errors(answer) == ["E1 is agreed; only a proposed element can be withdrawn."]


def test_only_what_an_element_allows_is_offered(meeting, elements, clerks_client):
    decide(meeting, elements[1])
    withdraw(elements[2])

    def offered(number: int) -> list[str]:
        return read(clerks_client.get(f"{LIST}{number}/")).one("ul", class_="acts").texts("li")

    further = ["Enter a further proposal", "Enter a statement"]
    assert [offered(number) for number in (1, 2, 3)] == [
        ["Reword", "Enter a withdrawal", *further],
        ["Reword", *further],
        further,
    ]


def test_the_page_of_an_act_leads_back_without_changing_anything(elements, clerks_client):
    page = read(clerks_client.get(f"{FIRST}reword/"))

    assert page.one("main").one("p", class_="actions").links() == [FIRST]
    assert page.one("p", class_="stand").text == "Small thing 1 Proposed"


@pytest.mark.django_db(transaction=True)
def test_who_puts_an_element_forward_later_is_told_later(group, elements, clerks_client):
    """Each act is recorded in a transaction of its own here, as they are."""
    ContributorFactory(group=group, slug="bee", name="Beehive")

    send(
        clerks_client,
        f"{FIRST}second/",
        {"contributor": "bee", "note": "We, too.", "known_to": "unknown"},
    )

    timeline = read(clerks_client.get(FIRST)).one("ol", class_="timeline")
    assert [item.all("div")[0].text for item in timeline.all("li")] == [
        "Proposed, too by Beehive · when, the sources do not say",
        "Proposed in answer to question 1 · by Anthill · when, the sources do not say",
    ]
    assert timeline.texts("p", class_="quote") == ["“We, too.”"]
