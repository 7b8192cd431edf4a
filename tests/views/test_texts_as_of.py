"""The synthesis and the report as of any moment: what was decided by then, what was known then."""

from datetime import UTC, date, datetime, timedelta

import pytest

from deliberations.models import Document, DocumentKind
from deliberations.operations import edit_surroundings
from tests.acts import annul, correct, decide, lift, state
from tests.factories import MeetingFactory
from tests.pages import problem, read
from tests.papers.reading import words_of
from tests.sql import sql
from tests.views.test_queries import MOST_TO_READ, queries
from tests.views.test_synthesis import folded

pytestmark = pytest.mark.django_db

SYNTHESIS = "/small/meetings/1/synthesis"
REPORT = "/small/report"
ENDS = (".txt", ".docx", ".pdf", ".json", "/")


def now() -> str:
    """This instant of the database's clock, as an address says it."""
    [(at,)] = sql("SELECT clock_timestamp()")
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%fZ}"


def text(client, address: str, **moment: str) -> str:
    answer = client.get(f"{address}.txt", moment)
    assert answer.status_code == 200
    return str(answer.content.decode())


@pytest.mark.parametrize("address", [SYNTHESIS, REPORT])
def test_as_the_record_knew_it_every_word_is_that_of_then(
    group, meeting, elements, contributor, clerk, client, address
):
    paper = {"group": group, "introduction": "As the chair saw it."}
    kinds = {
        SYNTHESIS: {"kind": DocumentKind.SYNTHESIS, "meeting": meeting},
        REPORT: {"kind": DocumentKind.REPORT},
    }
    document = Document(**paper, **kinds[address], title="The text")
    edit_surroundings(thing=document, by=clerk, group=group)
    decision = decide(meeting, *elements[:2], sentence="The group agreed on:")
    said = state(decision=decision, contributor=contributor)
    then, known = text(client, address), now()

    correct(decision, elements[2], sentence="The group agreed, rightly, on:")
    annul(decide(meeting, elements[3], sentence="Agreed later."))
    lift(said)
    document.introduction = document.title = "As the group saw it."
    group.name = contributor.name = elements[0].question.text = "Another name"
    later = Document(
        **paper, **kinds[address], title="Later", dated=datetime(2030, 1, 1, tzinfo=UTC)
    )
    for thing in (document, group, contributor, elements[0].question, later):
        edit_surroundings(thing=thing, by=clerk, group=group)

    assert text(client, address, known=known) == then != text(client, address)


def test_by_the_moment_of_the_decision_it_has_what_was_decided_by_then(
    group, meeting, elements, contributor, client
):
    said = datetime(2017, 1, 26, 9, tzinfo=UTC)
    known = {"known_to": "minute", "contributor": contributor}
    first = decide(meeting, elements[0], sentence="First.", happened_at=said, known_to="minute")
    decide(
        meeting,
        elements[1],
        sentence="Second.",
        happened_at=said + timedelta(hours=3),
        known_to="minute",
    )
    objection = state(decision=first, happened_at=said + timedelta(hours=1), **known)
    lift(objection, happened_at=said + timedelta(hours=2), known_to="minute")

    def told(at: str) -> list[tuple[bool, bool, bool]]:
        texts = [text(client, address, at=at) for address in (SYNTHESIS, REPORT)]
        return [("Second." in t, "We can’t" in t, "later lifted" in t) for t in texts]

    assert told("2017-01-26T09:30Z") == [(False, False, False)] * 2
    assert told("2017-01-26T10:30Z") == [(False, True, False)] * 2
    assert told("2017-01-26T11:30Z") == [(False, True, True), (False, False, False)]
    assert told("2017-01-26T12:30Z") == [(True, True, True), (True, False, False)]


def test_at_a_meeting_the_report_is_that_of_its_close(meeting, elements, client):
    later = MeetingFactory(group=meeting.group, number=2, starts_on=date(2017, 5, 3))
    decide(meeting, elements[0], sentence="First.")
    closed = text(client, REPORT)
    decide(later, elements[0], sentence="Then not.", outcome="rejected", reconsiders="Why.")

    assert text(client, REPORT, at="1") == closed
    assert text(client, REPORT, at="2") == text(client, REPORT) != closed


@pytest.mark.parametrize(
    ("address", "back"),
    [(SYNTHESIS, [f"{SYNTHESIS}/"]), (REPORT, [f"{REPORT}/", "/small/meetings/1/"])],
)
def test_the_page_says_that_it_is_the_past_and_leads_back(
    meeting, elements, clerks_client, address, back
):
    decide(meeting, elements[0])
    moment = {"at": "1", "known": "2100-01-01"}

    page = read(clerks_client.get(f"{address}/", moment))

    past = page.one("div", class_="past")
    assert "every word is that of then" in past.text
    assert past.links() == back
    assert page.one("main").texts("button") == ["Show"]
    taken = [link for link in page.one("aside").links() if "at=1&known=2100-01-01" in link]
    assert [link.partition("?")[0] for link in taken[:4]] == [
        f"{address}.{end}" for end in ("pdf", "docx", "txt", "json")
    ]
    file = clerks_client.get(f"{address}.pdf", moment)
    assert file["Content-Disposition"].endswith('-at-1-known-2100-01-01.pdf"')
    assert clerks_client.get(f"{address}.json", moment).json()["as_of"]["meeting"] == 1
    today = read(clerks_client.get(f"{address}/"))
    assert today.all("div", class_="past") == []
    assert today.one("main").texts("button") == ["Show", "Issue it"]


@pytest.mark.parametrize("address", [SYNTHESIS, REPORT])
def test_every_format_is_of_the_same_moment(meeting, elements, client, address):
    decide(meeting, elements[0], sentence="First.")
    known = now()
    decide(meeting, elements[1], sentence="Second.")

    told = [words_of(client.get(address + end, {"known": known})) for end in ENDS]

    assert [("First." in words, "Second." in words) for words in told] == [(True, False)] * 5
    assert told[1] == told[2] == folded(told[0])


def test_before_there_was_anything_there_is_none(meeting, elements, client):
    decide(meeting, elements[0])

    assert problem(client.get(f"{SYNTHESIS}/?known=2001-01-01")) == (
        404,
        "The record held no decision of meeting 1 at that moment.",
    )
    assert problem(client.get(f"{REPORT}/?known=2001-01-01")) == (
        404,
        "The record held no element to report on at that moment.",
    )
    for address in (SYNTHESIS, REPORT):
        for end in ENDS:
            assert problem(client.get(f"{address}{end}?at=99"))[0] == 400


def test_a_past_text_asks_equally_often_for_few_and_for_many(
    group, meeting, elements, clerks_client, many_elements
):
    moment = "?at=1&known=2100-01-01"

    def asked() -> list[int]:
        return [
            queries(lambda at=address + end + moment: clerks_client.get(at))
            for address in (SYNTHESIS, REPORT)
            for end in ENDS
        ]

    lift(state(decision=decide(meeting, elements[0])))
    few = asked()

    many_elements(group, 30)
    for element in group.elements.filter(number__gt=1)[:10]:
        lift(state(decision=decide(meeting, element)))

    assert asked() == few
    assert max(few) <= MOST_TO_READ
