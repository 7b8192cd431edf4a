"""The record as it stood at a moment, and as it was known at another."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from urllib.parse import quote

import pytest

from deliberations.models import Meeting
from deliberations.operations import open_meeting, publish_meeting
from tests.acts import annul, correct, decide, reword, secretary_of, state, withdraw
from tests.factories import MeetingFactory
from tests.pages import problem, read

pytestmark = pytest.mark.django_db

AT_2 = {"agreed": 12, "deferred": 16, "not-discussed": 11, "rejected": 2}


def by_status(client: Any, address: str) -> Any:
    return client.get(address).json()["questions"][0]["by_status"]


def just_before(moment: datetime) -> str:
    return quote((moment - timedelta(microseconds=1)).isoformat())


@pytest.fixture
def second(group) -> Meeting:
    """A second meeting of the small group, half a year later."""
    return MeetingFactory(group=group, number=2, starts_on=date(2017, 9, 25))


def test_the_real_record_stood_at_its_meetings_as_its_papers_say(record, client):
    assert by_status(client, "/wgec.json?at=1") == {"proposed": 41}
    assert by_status(client, "/wgec.json?at=2") == AT_2
    assert by_status(client, "/wgec.json?at=5") == AT_2 == by_status(client, "/wgec.json")


def test_what_a_later_meeting_decides_changes_no_earlier_moment(record, client):
    by = secretary_of(record)
    before = [client.get(f"/wgec{page}.json?at={n}").json() for page in ASKED for n in (1, 2)]
    third = open_meeting(meeting=Meeting.objects.get(group=record, number=3), by=by)
    third = publish_meeting(meeting=third, by=by)
    for known_to in ("now", "meeting"):
        deferred = record.elements.filter(standings__status="deferred", standings__public=True)
        decide(third, *deferred[:5], outcome="agreed", reconsiders="Found.", known_to=known_to)

    after = [client.get(f"/wgec{page}.json?at={n}").json() for page in ASKED for n in (1, 2)]
    for told in (*before, *after):  # the meetings are told as they are today
        told.pop("meetings", None)
    assert after == before
    assert by_status(client, "/wgec.json?at=3")["agreed"] == 22


ASKED = ["", "/elements", "/elements/17", "/contributors/apc"]


def test_a_decision_reads_as_it_was_known_before_it_was_corrected(
    meeting, second, elements, client
):
    wrong = decide(meeting, elements[0], outcome="rejected")
    right = correct(wrong, elements[0], outcome="agreed")
    decide(second, elements[1], known_to="meeting")
    before = just_before(right.recorded_at)
    address = "/small/meetings/1/decisions/1"

    def told(query: str) -> tuple[bool, int]:
        data = client.get(f"{address}.json{query}").json()
        return data["in_force"], len(data["corrections"])

    def listed(query: str) -> list[str]:
        lines = client.get(f"/small/decisions.csv{query}").content.decode().splitlines()[1:]
        return [",".join(line.split(",")[column] for column in (0, 7)) for line in lines]

    assert (told(""), told(f"?known={before}")) == ((False, 1), (True, 0))
    page = read(client.get(f"{address}/?known={before}")).one("main")
    assert ("stands in its place" in page.text, "The past:" in page.text) == (False, True)
    assert f"{address}/" in page.one("div", class_="past").links()
    assert problem(client.get(f"/small/meetings/1/decisions/2/?known={before}")) == (
        404,
        "The record holds no decision 1/D2 as of that moment.",
    )
    assert client.get("/small/meetings/2/decisions/1/?at=1").status_code == 404
    assert listed(f"?known={before}") == ["1/D1,yes"]
    assert listed("?at=1") == ["1/D1,no", "1/D2,yes"]
    assert listed("") == ["1/D1,no", "1/D2,yes", "2/D1,yes"]


def test_a_correction_counts_from_when_it_was_recorded(group, meeting, second, elements, client):
    wrong = decide(meeting, elements[0], outcome="rejected")
    right = correct(wrong, elements[0], outcome="agreed")
    entered = right.corrects.get().recorded_at

    for at in ("", "at=1&", "at=2&"):
        address = f"/small.json?{at}known="
        assert by_status(client, address + just_before(entered)) == {"rejected": 1, "proposed": 4}
        assert by_status(client, address + quote(entered.isoformat())) == (
            {"agreed": 1, "proposed": 4}
        )
    element = client.get(f"/small/elements/1.json?known={just_before(entered)}").json()
    assert (element["status"], element["decision"]) == ("rejected", "1/D1")
    [decision] = [e for e in element["timeline"] if e["event"] == "disposition"]
    assert decision["corrected"] == []


def test_an_annulled_decision_stays_where_the_record_knew_it(meeting, elements, client):
    annulment = annul(decide(meeting, elements[0], outcome="rejected"))

    known = just_before(annulment.recorded_at)
    assert by_status(client, f"/small.json?at=1&known={known}") == {"rejected": 1, "proposed": 4}
    assert by_status(client, "/small.json?at=1") == {"proposed": 5}


def test_of_meetings_on_one_day_the_lower_number_is_first(group, meeting, elements, client):
    same_days = MeetingFactory(group=group, number=2)
    decide(meeting, elements[0])
    decide(same_days, elements[1])

    assert by_status(client, "/small.json?at=1") == {"agreed": 1, "proposed": 4}
    assert by_status(client, "/small.json?at=2") == {"agreed": 2, "proposed": 3}


def test_what_a_meeting_decided_after_its_days_is_of_its_close(group, meeting, elements, client):
    decide(meeting, elements[0], known_to="minute", happened_at=datetime(2017, 3, 1, tzinfo=UTC))

    assert by_status(client, "/small.json?at=1") == {"agreed": 1, "proposed": 4}
    assert by_status(client, "/small.json?at=2017-02-28") == {"proposed": 5}
    assert by_status(client, "/small.json?at=2017-03-01") == {"agreed": 1, "proposed": 4}


def test_another_date_of_a_meeting_moves_what_is_known_only_to_it(meeting, elements, client):
    decide(meeting, elements[0])
    assert by_status(client, "/small.json?at=2017-02-01") == {"agreed": 1, "proposed": 4}

    meeting.refresh_from_db()
    meeting.ends_on = date(2017, 2, 3)
    meeting.save()

    assert by_status(client, "/small.json?at=2017-02-01") == {"proposed": 5}
    assert by_status(client, "/small.json?at=1") == {"agreed": 1, "proposed": 4}


def test_an_element_reads_as_it_did(group, meeting, second, elements, client):
    decide(meeting, elements[0])
    reword(elements[0], "Small thing, clearer", meeting=second, known_to="meeting")
    decide(second, elements[0], outcome="rejected")

    page = read(client.get("/small/elements/1/?at=1"))

    assert page.one("h1").text == "Small thing 1"
    assert "Agreed" in page.one("p", class_="stand").text
    assert [li.attrs.get("id") for li in page.one("ol", class_="timeline").all("li")] == [
        "decision-1-1",
        "wording-1",
    ]
    then, now = (client.get(f"/small/elements/1.json{q}").json() for q in ("?at=1", ""))
    assert (then["text"], then["wording"], then["status"]) == ("Small thing 1", 1, "agreed")
    assert (now["text"], now["wording"], now["status"]) == ("Small thing, clearer", 2, "rejected")
    assert then["as_of"] == {"at": "2017-01-27T22:59:59.999999+00:00", "known": None, "meeting": 1}
    assert "as_of" not in now


def test_a_list_and_a_contributor_are_of_that_moment(group, meeting, second, elements, client):
    decide(meeting, elements[0])
    withdraw(elements[1], meeting=second, known_to="meeting")
    state(element=elements[0], contributor=group.contributors.get(slug="ant"), meeting=second)
    decide(second, elements[0], outcome="rejected", reconsiders="No.")

    agreed = client.get("/small/elements.json?status=agreed&at=1").json()
    assert [e["reference"] for e in agreed["elements"]] == ["E1"]
    assert client.get("/small/elements.json?status=withdrawn&at=1").json()["total"] == 0
    assert client.get("/small/elements.json?sort=recent&at=2").json()["total"] == 5
    then, now = (client.get(f"/small/contributors/ant.json{q}").json() for q in ("?at=1", ""))
    assert (then["proposed"][0]["status"], now["proposed"][0]["status"]) == ("agreed", "rejected")
    assert (len(then["statements"]), len(now["statements"])) == (0, 1)


@pytest.mark.parametrize(
    "address",
    [
        "/wgec/",
        "/wgec/elements/",
        "/wgec/elements/41/",
        "/wgec/contributors/apc/",
        "/wgec/meetings/2/",
    ],
)
def test_a_page_says_that_it_shows_the_past_and_how_to_come_back(record, client, address):
    now, then = read(client.get(address)), read(client.get(f"{address}?at=2"))

    assert now.all(class_="past") == []
    past = then.one(class_="past")
    assert past.text.startswith(
        "The past: as it stood at the close of the second meeting (26–27 Jan 2017), as is known"
    )
    assert past.links()[0] == address
    assert then.all(id="live") == []


def test_one_travels_along_the_line_of_meetings(record, client):
    tape = read(client.get("/wgec/?at=1&known=2100-01-01&page=1")).one("ol", class_="tape")

    assert tape.one("li", aria_current="step").text == "First meeting 30 Sep 2016"
    assert tape.links() == [
        *(f"?at={number}&known=2100-01-01" for number in range(2, 6)),
        "/wgec/",
    ]


def test_links_to_elements_stay_in_the_past(record, client):
    page = read(client.get("/wgec/?at=2"))

    [first, *_rest] = [a for a in page.one("main").links() if a.startswith("/wgec/elements/")]
    assert first == "/wgec/elements/?question=1&status=agreed&at=2"
    assert page.all("ul", class_="elements")[0].links()[0].endswith("/?at=2")


def test_of_what_the_sources_do_not_date_the_page_says_so(record, client):
    said = read(client.get("/wgec/?at=1")).texts("p", class_="muted")

    assert any(
        text.startswith("The sources do not say when 41 of these elements were") for text in said
    )


def test_before_it_was_recorded_an_element_is_not_there(group, elements, client):
    status, sentence = problem(client.get("/small/elements/1/?known=2017-01-01"))

    assert (status, sentence) == (404, "The record holds no E1 as of that moment.")
    assert client.get("/small.json?known=2017-01-01").json()["questions"][0]["elements"] == 0


@pytest.mark.parametrize("page", ["", "elements/", "elements/1/", "contributors/ant/"])
@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("at=99", "at: The group has no meeting 99."),
        ("at=nope", "at: a meeting’s number, a day (2017-03-01) or an instant with its time zone "
         "(2017-03-01T12:00Z), please."),
        ("at=2017-02-30", "at: a meeting’s number, a day (2017-03-01) or an instant with its time "
         "zone (2017-03-01T12:00Z), please."),
        ("known=2017-03-01T12:00", "known: a day (2017-03-01) or an instant with its time zone "
         "(2017-03-01T12:00Z), please."),
        ("known=2", "known: a day (2017-03-01) or an instant with its time zone "
         "(2017-03-01T12:00Z), please."),
    ],
)  # fmt: skip
def test_a_moment_that_can_not_be_is_told_what_is_wrong(group, client, page, query, sentence):
    assert problem(client.get(f"/small/{page}?{query}")) == (400, sentence)


@pytest.mark.parametrize(
    "instant",
    ["2017-01-27T10:30Z", "2017-01-27T11:30+01:00", "2017-01-27T11:30%2B01:00",
     "2017-01-27T10:30:00.000000Z"],
)  # fmt: skip
def test_an_instant_is_itself_in_any_zone(group, meeting, elements, client, instant):
    moment = datetime(2017, 1, 27, 10, 30, tzinfo=UTC)
    decide(meeting, elements[0], known_to="minute", happened_at=moment)

    told = client.get(f"/small.json?at={instant}").json()
    assert told["as_of"]["at"] == moment.isoformat()
    assert told["questions"][0]["by_status"] == {"agreed": 1, "proposed": 4}


def test_what_is_not_published_is_of_no_moment(
    group, elements, unpublished, client, clerks_client
):
    decided = decide(unpublished, elements[0], known_to="now")
    reword(elements[1], "A word that is not out", meeting=unpublished)
    known = quote(decided.recorded_at.isoformat())

    for query in ("at=2", f"known={known}", "at=2100-01-01", "at=2&known=2100-01-01"):
        assert by_status(client, f"/small.json?{query}") == {"proposed": 5}
        assert by_status(clerks_client, f"/small.json?{query}") == {"agreed": 1, "proposed": 4}
        assert "not out" not in client.get(f"/small/elements/2/?{query}").text
    assert (
        client.get("/small.json?at=2").json()["as_of"]["at"] == "2017-01-27T22:59:59.999999+00:00"
    )

    publish_meeting(meeting=unpublished, by=secretary_of(group))

    assert by_status(client, f"/small.json?known={known}") == {"agreed": 1, "proposed": 4}


@pytest.mark.parametrize("address", ["/wgec/", "/wgec/elements/41/"])
def test_one_travels_to_any_day_without_writing_an_address(record, client, address):
    form = read(client.get(address)).one("main").one("form", action=address, method="get")
    then = read(client.get(address, {"at": "2017-02-01", "known": ""}))

    assert [field.attrs["name"] for field in form.all("input")] == ["at", "known"]
    assert then.one(class_="past").text.startswith(
        "The past: as it stood at the end of 1 Feb 2017, as is known today."
    )
    assert then.one("input", name="at").attrs["value"] == "2017-02-01"


def test_the_board_says_which_meetings_the_record_lacks(record, client):
    today, second, compared = (
        read(client.get(f"/wgec/{rest}")).one("main") for rest in ("", "?at=2", "compare/?from=2")
    )

    told = (
        "Held, but what they decided is not recorded here yet: Third meeting, Fourth meeting, "
        "Fifth meeting"
    )
    assert (told in today.texts("p"), "not recorded here" in second.text) == (True, False)
    assert told in compared.texts("p")


def test_the_board_at_a_meeting_and_the_meeting_lead_to_each_other(record, client):
    board, meeting, first = (
        read(client.get(f"/wgec/{rest}")).one("main").links()
        for rest in ("?at=2", "meetings/2/", "meetings/1/")
    )

    assert "/wgec/meetings/2/" in board
    assert {"/wgec/?at=2", "/wgec/compare/?from=1&to=2"} < set(meeting)
    assert ("/wgec/?at=1" in first, any("compare" in link for link in first)) == (True, False)
