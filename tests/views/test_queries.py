"""How often a page asks the database: the same for a few elements and for many."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from deliberations.models import AgendaItem
from deliberations.operations import note_attendance
from tests.acts import decide, everything_happens, lift, secretary_of, state
from tests.factories import ContributorFactory, QualifierFactory
from tests.pages import filled_in

pytestmark = pytest.mark.django_db

MOST_TO_READ = 12
MOST_TO_RECORD = 25
MOST_WHILE_HELD = 4
MOST_FOR_A_GAVEL = 15
MOST_BYTES = 3_000


def queries(ask) -> int:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        answer = ask()
    assert answer.status_code == 200
    return len(captured)


@pytest.fixture
def of_everything(group):
    """A meeting of the small group at which everything happened once, for E6 and E7."""
    return everything_happens(group, number=7)


PAGES = [
    "/small/",
    "/small/elements/",
    "/small/elements/?sort=recent",
    "/small/elements/?q=thing&status=proposed&question=1&contributor=ant&sort=recent",
    "/small/elements/6/",
    "/small/?at=7&known=2100-01-01",
    "/small/pictures/",
    "/small/report/",
    "/small/report/?at=7&known=2100-01-01",
    "/small/meetings/7/synthesis/?at=7&known=2100-01-01",
    "/small/pictures/?at=7&known=2100-01-01",
    "/small/compare/?from=2017-01-01&to=7&known_from=2100-01-01",
    "/small/elements/?at=7&status=rejected",
    "/small/elements/6/?at=7",
    "/small/contributors/ant/?at=7",
    "/small/contributors/?at=7&known=2100-01-01",
    "/small/meetings/7/?at=7&known=2100-01-01",
    "/small/meetings/",
    "/small/meetings/7/",
    "/small/meetings/7/screen/",
    "/small/meetings/7/decisions/1/",
    "/small/meetings/7/decisions/1/?at=7&known=2100-01-01",
    "/small/contributors/",
    "/small/statements/",
    "/small/statements/?at=7&known=2100-01-01&kind=reservation",
    "/small/contributors/ant/",
    "/small/documents/",
    "/small/documents/1/",
    "/small/archive/",
    "/small/meetings/7/synthesis/",
    "/small/search/?q=thing",
    "/small/search/?q=thing&kind=elements",
    "/small/checks/",
    "/small/history/",
    "/small/history/?act=record_decision",
    "/small/feed.atom",
    "/small/meetings/7/feed.atom",
    "/small/elements/6/feed.json",
    "/small/contributors/ant/feed.json",
    "/small/search/feed.atom?q=thing",
    "/small/meetings.ics",
    "/groups/",
]


@pytest.mark.parametrize("who", ["stranger", "clerk"])
def test_a_page_asks_equally_often_for_few_and_for_many(
    request, group, of_everything, many_elements, client_of, monkeypatch, who
):
    # Else the feeds tell of nothing yet, or, where the machine is slow, of what came first.
    monkeypatch.setattr("deliberations.readings.feeds.WAIT", timedelta(0))
    client = client_of(request.getfixturevalue(who))
    few = {address: queries(lambda at=address: client.get(at)) for address in PAGES}

    many_elements(group, 41)
    decide(of_everything, *group.elements.filter(number__gt=7)[:20])
    decide(of_everything, *group.elements.filter(number__gt=27)[:10], outcome="rejected")
    everything_happens(group, number=8)

    assert {address: queries(lambda at=address: client.get(at)) for address in PAGES} == few
    # A feed is the public's, whoever asks for it: to keep a session out of it takes two more.
    pages = [address for address in PAGES if who == "stranger" or "/feed." not in address]
    assert {address: few[address] for address in pages if few[address] > MOST_TO_READ} == {}


def test_a_decision_asks_equally_often_however_much_is_said_of_it(
    group, meeting, elements, clerks_client
):
    address = "/small/meetings/1/decisions/1/"
    phrases = [group.qualifiers.get(), *QualifierFactory.create_batch(3, group=group)]
    decision = decide(meeting, *elements, qualifiers=phrases)
    state(decision=decision)
    few = queries(lambda: clerks_client.get(address))

    for _ in range(3):
        lift(state(decision=decision))

    assert queries(lambda: clerks_client.get(address)) == few <= MOST_TO_READ


@pytest.mark.parametrize("who", ["stranger", "clerk"])
def test_the_history_of_an_element_is_asked_equally_often_however_long_it_is(
    request, group, meeting, elements, client_of, who
):
    client = client_of(request.getfixturevalue(who))
    decide(meeting, elements[0])
    decide(meeting, elements[0], outcome="rejected", reconsiders="No.")
    short = queries(lambda: client.get("/small/elements/1/"))

    for outcome in ["agreed", "deferred", "rejected", "agreed"]:
        decide(meeting, elements[0], outcome=outcome, reconsiders="On second thoughts.")

    assert queries(lambda: client.get("/small/elements/1/")) == short
    assert short <= MOST_TO_READ


@pytest.mark.parametrize("page", ["agenda", "close", "attendance"])
def test_a_form_of_a_meeting_asks_equally_often_for_few_and_for_many(
    group, meeting, many_elements, clerks_client, page
):
    def noted(number: int) -> None:
        at = meeting.agenda.count()
        for element in group.elements.order_by("number")[at : at + number]:
            AgendaItem.objects.create(meeting=meeting, position=element.number, element=element)
        present = [a.contributor for a in meeting.attendances.all()]
        more = ContributorFactory.create_batch(number, group=group)
        note_attendance(meeting=meeting, present=[*present, *more], by=secretary_of(group))

    many_elements(group, 20)
    noted(2)
    few = queries(lambda: clerks_client.get(f"/small/meetings/1/{page}/"))

    noted(12)

    assert queries(lambda: clerks_client.get(f"/small/meetings/1/{page}/")) == few <= MOST_TO_READ


def test_data_ask_as_often_as_their_page(group, of_everything, client):
    for address in PAGES:
        if "?" in address or not address.endswith("/"):
            continue
        data = address.removesuffix("/") + ".json"
        assert queries(lambda at=data: client.get(at)) <= MOST_TO_READ


@pytest.mark.parametrize("decided", [False, True])
def test_a_decision_is_recorded_with_equally_many_for_two_elements_and_for_sixteen(
    group, meeting, many_elements, clerks_client, decided
):
    many_elements(group, 36)
    if decided:
        decide(meeting, *group.elements.order_by("number")[:18], outcome="rejected")
    console = "/small/meetings/1/record/"

    def recording(first: int, last: int) -> int:
        form: dict[str, Any] = {
            **filled_in(clerks_client.get(console)),
            "elements": [str(number) for number in range(first, last + 1)],
            "outcome": "agreed",
            "sentence": "All of them.",
            "reconsiders": "On second thoughts." if decided else "",
            "heading": str(group.questions.get().headings.get().pk),
            "qualifiers": str(group.qualifiers.get().pk),
            "do": "record",
        }
        return queries(lambda: clerks_client.post(console, form))

    two, sixteen = recording(1, 2), recording(3, 18)

    assert two == sixteen
    assert two <= MOST_TO_RECORD
    recorded = meeting.decisions.filter(outcome="agreed").order_by("number")
    assert [decision.dispositions.count() for decision in recorded] == [2, 16]


def test_what_will_happen_is_asked_equally_often(group, meeting, many_elements, clerks_client):
    many_elements(group, 36)
    console = "/small/meetings/1/record/"
    form = filled_in(clerks_client.get(console))
    headers = {"HX-Request": "true", "HX-Target": "preview"}

    def foreseeing(last: int) -> int:
        chosen = {"elements": [str(number) for number in range(1, last + 1)], "outcome": "agreed"}
        return queries(
            lambda: clerks_client.post(
                console, {**form, **chosen, "do": "foresee"}, headers=headers
            )
        )

    assert foreseeing(2) == foreseeing(30) <= MOST_TO_READ


def test_the_console_asks_equally_often_for_few_and_for_many(
    group, meeting, many_elements, clerks_client
):
    console = "/small/meetings/1/record/"
    few = queries(lambda: clerks_client.get(console))

    many_elements(group, 60)

    assert queries(lambda: clerks_client.get(console)) == few <= MOST_TO_READ


def test_a_gavel_asks_little_while_it_holds_its_group(group, meeting, elements, clerks_client):
    """Whoever gavels next in the group waits for that."""
    console = "/small/meetings/1/record/"
    form = {
        **filled_in(clerks_client.get(console)),
        "elements": ["1", "2"],
        "outcome": "agreed",
        "sentence": "Both.",
        "do": "record",
    }
    with CaptureQueriesContext(connection) as captured:
        answer = clerks_client.post(
            console, form, headers={"HX-Request": "true", "HX-Target": "div#recorded"}
        )

    asked = [query["sql"] for query in captured]
    held = next(at for at, query in enumerate(asked) if "FOR NO KEY UPDATE" in query)
    last = max(at for at, query in enumerate(asked) if "INSERT INTO" in query)
    assert meeting.decisions.count() == 1
    assert last - held <= MOST_WHILE_HELD
    assert len(asked) <= MOST_FOR_A_GAVEL
    # However many elements there are: only those it decides are told.
    assert len(answer.content) <= MOST_BYTES
