"""What the record finds in itself: each thing once, and nothing where all is well."""

from datetime import UTC, datetime

import pytest

from deliberations.models import AgendaItem, Look
from deliberations.operations import close_meeting, publish_meeting
from deliberations.readings.checks import CHECKS
from tests.acts import annul, decide, issue_report, lift, reword, secretary_of, state
from tests.factories import ElementFactory, MeetingFactory, QualifierFactory
from tests.pages import problem, read
from tests.sql import sql

pytestmark = pytest.mark.django_db

PAGE = "/small/checks/"


def found(client) -> dict[str, list[str]]:
    """{check: what it says}, without those that found nothing."""
    checks = client.get("/small/checks.json").json()["checks"]
    assert [check["name"] for check in checks] == [name for name, *_ in CHECKS]
    return {
        check["name"]: [finding["says"] for finding in check["findings"]]
        for check in checks
        if check["findings"]
    }


def test_where_all_is_well_nothing_is_found(meeting, elements, client):
    decide(meeting, elements[0])
    decide(meeting, elements[0], outcome="rejected", reconsiders="We changed our mind.")

    page = read(client.get(PAGE)).one("main")

    assert found(client) == {}
    assert "Nothing was found." in page.texts("p")
    assert len(page.all("li")) == len(CHECKS)


def test_what_was_agreed_is_not_decided_otherwise_without_saying_so(meeting, elements, client):
    decide(meeting, elements[0])
    reword(elements[0], "Another")
    decide(meeting, elements[0], outcome="rejected")

    assert found(client)["otherwise"] == [
        "E1 was agreed; 1/D2 has it “rejected” and reconsiders nothing."
    ]


def test_what_was_agreed_and_is_reworded_is_found(meeting, elements, client):
    decide(meeting, elements[0])
    reword(elements[0], "Another")
    reword(elements[1], "Not yet agreed")
    annul(decide(meeting, elements[2]))
    reword(elements[2], "Never agreed")

    assert found(client) == {"reworded": ["E1 was agreed in an earlier wording than wording 2."]}


def test_what_waits_for_a_report_is_found_until_there_is_one(group, meeting, elements, client):
    decide(meeting, elements[0], elements[1], outcome="deferred")
    sentence = "What %s deferred to the report is in no report that was issued."
    waiting = found(client)

    issue_report(group)

    assert waiting == {"unreported": [sentence % "1/D1"]}
    assert found(client) == {}
    decide(meeting, elements[2], outcome="deferred")
    assert found(client) == {"unreported": [sentence % "1/D2"]}


def test_a_phrase_that_waits_is_found_until_it_is_decided_anew(group, meeting, elements, client):
    phrase = QualifierFactory(group=group, phrase="ad referendum")
    decide(meeting, elements[0], qualifiers=[phrase, group.qualifiers.get(phrase="in principle")])
    waiting = found(client)

    decide(meeting, elements[0], reconsiders="Confirmed by the capitals.")

    assert waiting == {
        "open": ["1/D1 was decided “ad referendum”, and nothing since says otherwise."]
    }
    assert found(client) == {}


def test_a_reservation_is_found_until_it_is_lifted(elements, contributor, client):
    reservation = state(element=elements[0], contributor=contributor)
    state(element=elements[1], contributor=contributor, kind="comment")
    standing = found(client)

    lift(reservation)

    assert standing == {"unlifted": ["Reservation of Anthill on E1: “We can’t live with it.”"]}
    assert found(client) == {}


def test_texts_that_are_all_but_the_same_are_found_where_they_fare_differently(
    group, meeting, client
):
    text = "Governments should cooperate on public policy"
    one, other, third, far = (
        ElementFactory(group=group, question=group.questions.get(), text=words)
        for words in (text, f"{text}.", f"{text}!", "Quite another thing")
    )
    decide(meeting, one, third)
    decide(meeting, other, far, outcome="rejected")

    assert [says.partition(";")[0] for says in found(client)["alike"]] == [
        "E6 is “agreed”, E7 is “rejected”",
        "E7 is “rejected”, E8 is “agreed”",
    ]


def test_an_item_of_a_closed_meeting_without_an_outcome_is_found(group, meeting, elements, client):
    question = group.questions.get()
    AgendaItem.objects.create(meeting=meeting, position=1, title="Opening")
    AgendaItem.objects.create(meeting=meeting, position=2, element=elements[0])
    AgendaItem.objects.create(meeting=meeting, position=3, question=question)
    AgendaItem.objects.create(meeting=meeting, position=4, element=elements[1])
    decide(meeting, elements[0])
    assert found(client) == {}

    sql("SET CONSTRAINTS ALL IMMEDIATE")
    sql("UPDATE deliberations_meeting SET state = 'closed' WHERE id = %s", meeting.pk)

    assert found(client) == {
        "unended": [
            "Item 1 of the agenda, Opening, has no outcome.",
            "Item 4 of the agenda, E2, has no outcome.",
        ]
    }


@pytest.mark.parametrize(
    ("at", "is_found"),
    [
        (datetime(2017, 1, 25, 22, 59, tzinfo=UTC), True),
        (datetime(2017, 1, 25, 23, 0, tzinfo=UTC), False),
        (datetime(2017, 1, 27, 22, 59, tzinfo=UTC), False),
        (datetime(2017, 1, 27, 23, 0, tzinfo=UTC), True),
    ],
)
def test_a_day_is_that_of_the_place_of_the_meeting(at, is_found, meeting, elements, client):
    decide(meeting, elements[0], happened_at=at, known_to="minute")

    day = f"{at.astimezone(meeting.zone).day} Jan 2017"
    said = f"1/D1 is dated {day}; its meeting was held 26–27 Jan 2017."
    assert found(client) == ({"elsewhen": [said]} if is_found else {})


def test_what_is_not_public_is_found_by_the_secretariat_only(
    group, unpublished, elements, contributor, client, clerks_client
):
    decide(unpublished, elements[0], outcome="deferred")
    AgendaItem.objects.create(meeting=unpublished, position=1, element=elements[0])
    state(element=elements[1], contributor=contributor, meeting=unpublished)
    before = client.get(PAGE).content

    close_meeting(meeting=unpublished, by=secretary_of(group))

    assert list(found(clerks_client)) == ["unreported", "unlifted"]
    assert found(client) == {}
    assert b"2/D1" not in before
    publish_meeting(meeting=unpublished, by=secretary_of(group))
    assert found(client) == found(clerks_client)


def test_a_finding_leads_to_what_it_is_about(meeting, elements, client):
    decide(meeting, elements[0], outcome="deferred")

    links = read(client.get(PAGE)).one("main").links()

    assert links == ["/small/meetings/1/decisions/1/"]


def test_another_groups_record_is_not_looked_at(group, client):
    elsewhere = MeetingFactory()
    decide(elsewhere, ElementFactory(group=elsewhere.group), outcome="deferred")

    assert found(client) == {}


# ---- looked at


def test_what_was_looked_at_is_put_aside_for_the_secretariat(
    elements, contributor, client, clerks_client
):
    state(element=elements[0], contributor=contributor)
    state(element=elements[1], contributor=contributor, text="Nor with that.")
    address = read(clerks_client.get(PAGE)).one("main").links()[1]

    refused = clerks_client.post(address, {"reason": ""})
    marked = clerks_client.post(address, {"reason": "It stays."}, follow=True)
    again = clerks_client.post(address, {"reason": "Once more."})

    assert (refused.status_code, again.status_code) == (422, 422)
    page = read(marked).one("main")
    assert page.one("h2", id="check-unlifted").text.endswith("1")
    assert [p for p in page.texts("p") if "“It stays.”" in p]
    assert len(found(clerks_client)["unlifted"]) == 2
    assert "It stays." not in client.get(PAGE).text
    assert "It stays." not in client.get("/small/checks.json").text
    assert "It stays." not in client.get("/small/history/").text


def test_it_can_be_looked_at_again_and_the_history_keeps_both(
    elements, contributor, clerks_client
):
    said = state(element=elements[0], contributor=contributor)
    finding = f"unlifted-{said.pk}"
    clerks_client.post(f"{PAGE}{finding}/look/", {"reason": "It stays."})

    clerks_client.post(f"{PAGE}{finding}/again/")

    assert not Look.objects.exists()
    told = clerks_client.get("/small/history.json?noun=look").json()["entries"]
    assert [(entry["act"], entry["change"]) for entry in told] == [
        ("look_again", "delete"),
        ("mark_looked_at", "insert"),
    ]


def test_what_is_no_longer_found_can_not_be_marked(elements, contributor, clerks_client):
    reservation = state(element=elements[0], contributor=contributor)
    lift(reservation)

    answer = clerks_client.post(f"{PAGE}unlifted-{reservation.pk}/look/", {"reason": "So."})

    assert problem(answer) == (404, "The record does not find that, or no longer.")
