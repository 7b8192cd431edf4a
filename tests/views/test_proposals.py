"""The acts on an element that are no decisions: it is proposed, reworded, withdrawn."""

from typing import Any

import pytest

from tests.acts import (
    decide,
    reword,
    withdraw,
)
from tests.factories import ContributorFactory
from tests.pages import errors, filled_in, read, send

pytestmark = pytest.mark.django_db

LIST = "/small/elements/"
FIRST = "/small/elements/1/"


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
