"""When something happened: as exactly as is known, and no more."""

from datetime import UTC, datetime

import pytest

from tests.acts import decide
from tests.pages import errors, gavel, read, send

pytestmark = pytest.mark.django_db

CONSOLE = "/small/meetings/1/record/"
FIRST = "/small/meetings/1/decisions/1/"


def test_a_decision_known_only_to_the_meeting_shows_its_days_and_no_time(record, client):
    page = read(client.get("/wgec/meetings/2/decisions/3/"))

    decided = page.one("dl").all("dd")[0]
    assert decided.text == "during the meeting of 26–27 Jan 2017"
    assert decided.one("time").attrs == {"datetime": "2017-01-26/2017-01-27"}


def test_a_decision_known_to_the_minute_shows_the_time_of_the_meetings_own_zone(
    meeting, clerks_client, client
):
    gavel(clerks_client, CONSOLE, known_to="minute", day="2017-01-27", time_of_day="10:30")

    decided = read(client.get(FIRST)).one("dl").all("dd")[0]
    assert decided.text == "27 Jan 2017, 10:30 Europe/Zurich"
    assert decided.one("time").attrs == {"datetime": "2017-01-27T10:30:00+01:00"}


def test_a_decision_known_to_the_day_shows_the_day_of_the_meetings_own_zone(
    meeting, clerks_client, client
):
    gavel(clerks_client, CONSOLE, known_to="day", day="2017-07-01")

    decided = read(client.get(FIRST)).one("dl").all("dd")[0]
    assert decided.text == "1 Jul 2017"
    assert meeting.decisions.get().happened_at == datetime(2017, 6, 30, 22, tzinfo=UTC)


def test_when_it_was_recorded_is_told_in_utc(meeting, elements, clerk, clerks_client, client):
    decision = decide(meeting, elements[0])
    at = f"{decision.recorded_at.astimezone(UTC):%-d %b %Y, %H:%M} UTC"

    def told(reader) -> str:
        return read(reader.get(FIRST)).one("aside").texts("p", class_="muted")[0]

    entry = told(client).partition(" · entry ")[2]
    assert told(client) == f"No source stated · recorded {at} by the secretariat · entry {entry}"
    assert told(clerks_client) == f"No source stated · recorded {at} by {clerk} · entry {entry}"


def test_a_day_is_that_of_the_group_where_there_was_no_meeting(
    group, elements, contributor, clerks_client, client
):
    """In Auckland a day begins when in UTC it is still the day before."""
    group.time_zone = "Pacific/Auckland"
    group.save()

    send(
        clerks_client,
        "/small/elements/1/statement/",
        {
            "contributor": "ant",
            "kind": "comment",
            "text": "Said by mail.",
            "known_to": "day",
            "day": "2017-01-27",
        },
    )

    [statement] = read(client.get("/small/elements/1/")).all("li", class_="statement")
    assert statement.all("div")[0].text == "Comment by Anthill · 27 Jan 2017"
    [event, _first] = client.get("/small/elements/1.json").json()["timeline"]
    assert (event["happened_at"], event["known_to"]) == ("2017-01-27", "day")


def test_a_time_is_that_of_the_meeting_not_of_the_group(
    group, meeting, elements, contributor, clerks_client, client
):
    group.time_zone = "America/New_York"
    group.save()

    send(
        clerks_client,
        "/small/elements/1/statement/",
        {
            "contributor": "ant",
            "kind": "comment",
            "text": "Said in Geneva.",
            "meeting": "1",
            "known_to": "minute",
            "day": "2017-01-27",
            "time_of_day": "10:30",
        },
    )

    [statement] = read(client.get("/small/elements/1/")).all("li", class_="statement")
    assert statement.all("div")[0].text == "Comment by Anthill · 27 Jan 2017, 10:30 Europe/Zurich"
    [event, _first] = client.get("/small/elements/1.json").json()["timeline"]
    assert (event["happened_at"], event["known_to"]) == ("2017-01-27T09:30:00+00:00", "minute")


@pytest.mark.parametrize(
    ("day", "time"), [("2017-03-26", "02:30"), ("2017-10-29", "02:30"), ("2017-10-29", "02:00")]
)
def test_a_time_that_is_there_twice_or_not_at_all_is_refused(meeting, clerks_client, day, time):
    answer = gavel(clerks_client, CONSOLE, known_to="minute", day=day, time_of_day=time)

    assert answer.status_code == 422
    assert errors(answer) == [
        "Time: The clocks change then, and that time is there twice or not at all."
    ]
    assert meeting.decisions.count() == 0


@pytest.mark.parametrize("time", ["01:59", "03:00"])
def test_a_time_beside_the_change_of_the_clocks_is_taken(meeting, clerks_client, time):
    gavel(clerks_client, CONSOLE, known_to="minute", day="2017-03-26", time_of_day=time)

    assert meeting.decisions.get().happened_at.astimezone(meeting.zone).strftime("%H:%M") == time


@pytest.mark.parametrize("day", ["2199-12-31", "2100-02-28"])
def test_a_day_that_is_to_come_is_refused(meeting, clerks_client, day):
    answer = gavel(clerks_client, CONSOLE, known_to="day", day=day)

    assert answer.status_code == 422
    assert errors(answer) == ["The record refuses that: decision is not of the future."]
