"""Acts on what contributors say."""

from datetime import date

import pytest

from tests.acts import decide, lift, state
from tests.factories import MeetingFactory
from tests.pages import errors, filled_in, read, send

pytestmark = pytest.mark.django_db

FIRST = "/small/elements/1/"


def test_what_somebody_said_of_an_element_is_entered_and_changes_no_status(
    group, elements, clerks_client, stand
):
    answer = send(
        clerks_client,
        f"{FIRST}statement/",
        {
            "contributor": "ant",
            "kind": "reservation",
            "text": "Not in these words.",
            "meeting": "1",
            "known_to": "meeting",
        },
    )

    assert (answer.status_code, answer["Location"]) == (303, FIRST)
    [said] = read(clerks_client.get(FIRST)).all("li", class_="statement")
    assert said.all("div")[0].text == (
        "Reservation by Anthill · during the meeting of 26–27 Jan 2017"
    )
    assert said.one("p", class_="quote").text == "Not in these words."
    assert stand(group)["E1"] == "proposed"


def test_what_somebody_said_of_a_decision_is_entered(meeting, elements, clerks_client):
    decide(meeting, elements[0], sentence="So decided.")
    address = "/small/meetings/1/decisions/1/"
    form = read(clerks_client.get(f"{address}statement/"))

    answer = send(
        clerks_client,
        f"{address}statement/",
        {
            "contributor": "ant",
            "kind": "dissociation",
            "text": "Without us.",
            "known_to": "unknown",
        },
    )

    assert form.one("p", class_="quote").text == "“So decided.”"
    assert answer["Location"] == address
    [said] = read(clerks_client.get(address)).all("li", class_="statement")
    assert said.one("p", class_="quote").text == "Without us."


@pytest.mark.parametrize(
    ("kind", "offered"),
    [
        ("reservation", True),
        ("objection", True),
        ("comment", False),
        ("support", False),
        ("dissociation", False),
    ],
)
def test_only_a_reservation_or_an_objection_is_offered_to_be_lifted(
    elements, contributor, clerks_client, kind, offered
):
    state(element=elements[0], contributor=contributor, kind=kind)

    [said] = read(clerks_client.get(FIRST)).all("li", class_="statement")
    assert ("Enter that it is lifted" in said.texts("a")) == offered


@pytest.mark.parametrize("of", ["element", "decision"])
def test_a_reservation_is_lifted_and_stays_readable(
    meeting, elements, contributor, clerks_client, of
):
    decision = decide(meeting, elements[0])
    about = {"element": elements[0]} if of == "element" else {"decision": decision}
    statement = state(contributor=contributor, text="Not so.", **about)
    page = FIRST if of == "element" else "/small/meetings/1/decisions/1/"

    answer = send(
        clerks_client,
        f"/small/statements/{statement.pk}/lift/",
        {"reason": "We looked again.", "known_to": "day", "day": "2017-05-03"},
    )

    assert (answer.status_code, answer["Location"]) == (303, page)
    [said] = read(clerks_client.get(page)).all("li", class_="statement")
    assert said.all("div")[0].text == (
        "Reservation by Anthill, later lifted · when, the sources do not say, lifted: 3 May 2017"
    )
    assert said.texts("p")[:2] == ["Not so.", "“We looked again.”"]
    assert "Enter that it is lifted" not in said.texts("a")


def test_what_is_lifted_is_not_lifted_again(elements, contributor, clerks_client):
    statement = state(element=elements[0], contributor=contributor)
    lift(statement)

    answer = send(
        clerks_client,
        f"/small/statements/{statement.pk}/lift/",
        {"reason": "Twice.", "known_to": "unknown"},
    )

    assert answer.status_code == 422
    assert errors(answer) == ["That was lifted already."]
    assert filled_in(answer)["reason"] == ["Twice."]


def test_all_that_was_said_is_listed_by_kind_with_who_said_it_and_of_what(
    meeting, elements, contributor, client
):
    decision = decide(meeting, elements[0])
    lift(state(element=elements[1], contributor=contributor, meeting=meeting, text="Not so."))
    state(decision=decision, contributor=contributor, kind="comment", text="Well.")

    every, reservations, none = (
        read(client.get(f"/small/statements/{q}")).one("main")
        for q in ("", "?kind=reservation", "?kind=objection")
    )

    assert sorted(every.texts("p", class_="quote")) == ["Not so.", "Well."]
    [said] = reservations.all("li", class_="statement")
    assert said.links() == ["/small/contributors/ant/", "/small/elements/2/"]
    assert said.all("div")[0].text.startswith("Reservation by Anthill on E2 ·")
    assert said.all("div")[0].text.endswith(", later lifted")
    assert "The record holds none of this kind." in none.texts("p")


def test_what_was_said_is_listed_as_of_a_moment(group, meeting, elements, client):
    second = MeetingFactory(group=group, number=2, starts_on=date(2017, 9, 25))
    first = state(element=elements[0], meeting=meeting, known_to="meeting")
    state(element=elements[1], meeting=second, known_to="meeting")
    lift(first, meeting=second, known_to="meeting")

    now, then, unknown = (
        client.get(f"/small/statements.json{q}").json()["statements"]
        for q in ("", "?at=1", "?known=2000-01-01")
    )

    assert [(said["element"], said["lifted"]) for said in now] == [("E2", False), ("E1", True)]
    assert [(said["element"], said["lifted"]) for said in then] == [("E1", False)]
    assert unknown == []


def test_a_contributor_of_the_past_has_lifted_nothing_yet(
    group, meeting, elements, contributor, client
):
    second = MeetingFactory(group=group, number=2, starts_on=date(2017, 9, 25))
    said = state(element=elements[0], contributor=contributor, meeting=meeting, known_to="meeting")
    lift(said, meeting=second, known_to="meeting")

    then, today = (client.get(f"/small/contributors/ant/{q}") for q in ("?at=1", ""))

    assert b"Reservation" in then.content
    assert (b"later lifted" in then.content, b"later lifted" in today.content) == (False, True)


def test_a_search_for_a_kind_of_statement_leads_to_those(group, client):
    for typed in ("reservation", "Reservations"):
        found = read(client.get("/small/search/", {"q": typed})).one("main")
        assert "/small/statements/?kind=reservation" in found.links()
