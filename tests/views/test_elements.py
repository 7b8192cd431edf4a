"""One element with its line of time and its wordings, and what programs are told of it."""

from datetime import UTC

import pytest

from deliberations.models import Entry
from deliberations.operations.acts import act
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
from tests.factories import ContributorFactory
from tests.pages import fields_of, problem, read

pytestmark = pytest.mark.django_db

LIST = "/small/elements/"
FIRST = "/small/elements/1/"


def test_the_rejected_element_41_is_told_with_its_history(record, client):
    page = read(client.get("/wgec/elements/41/"))

    assert page.one("h1").text == "Consultation by governments"
    assert page.one("p", class_="stand").text == (
        "Rejected as currently formulated, basis not stated, at the second meeting (2/D5). It may "
        "come back in another wording."
    )
    assert page.one("aside").one("dl").description == {
        "Question": "1: What are the high level characteristics of enhanced cooperation?",
        "Heading": "none stated",
        "Wording": "1 of 1",
        "Proposed by": "not known",
        "Source": "Chair's synthesis of the discussion on high-level characteristics of enhanced "
        "cooperation",
        "Cite as": "WGEC, E41 (wording 1), 2/D5",
    }
    assert "/wgec/elements/?question=1" in page.one("aside").links()
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
