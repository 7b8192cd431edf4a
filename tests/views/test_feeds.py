"""Feeds and calendars: the public acts, once each, as their specifications have it."""

from datetime import date, datetime
from typing import Any

import pytest
from icalendar import Calendar
from lxml import etree

from deliberations.operations import publish_meeting
from tests.acts import (
    annul,
    correct,
    decide,
    everything_happens,
    lift,
    propose_again,
    reword,
    secretary_of,
    state,
    withdraw,
)
from tests.factories import MeetingFactory
from tests.pages import read
from tests.sql import sql

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
ACTS = ["wording", "proposal", "withdrawal", "decision", "correction", "statement", "lift"]


def long_ago(seconds: int = 46) -> None:
    """What is recorded was recorded so much earlier, past the rules."""
    sql("SET CONSTRAINTS ALL IMMEDIATE")
    for act in ACTS:
        sql(f"ALTER TABLE deliberations_{act} DISABLE TRIGGER USER")
        sql(
            f"UPDATE deliberations_{act} SET recorded_at = recorded_at - %s * interval '1 second'",
            seconds,
        )
        sql(f"ALTER TABLE deliberations_{act} ENABLE TRIGGER USER")
    sql("SET CONSTRAINTS ALL DEFERRED")


def titles(client, address: str = "/small/feed.json") -> list[str]:
    return [item["title"] for item in client.get(address).json()["items"]]


def test_what_happened_is_told_latest_first(meeting, elements, contributor, client):
    reword(elements[1], "Clearer")
    withdraw(elements[2])
    propose_again(elements[2], contributor=contributor)
    decide(meeting, elements[0], elements[1], sentence="Both are agreed.")
    lift(state(element=elements[0], contributor=contributor))
    long_ago()

    assert titles(client) == [
        "E1: what Anthill said is lifted",
        "E1: reservation of Anthill",
        "1/D1: agreed",
        "E3 is also proposed by Anthill",
        "E3 is withdrawn",
        "E2 is reworded",
        *(f"E{number} is proposed" for number in (5, 4, 3, 2, 1)),
    ]
    [decided] = client.get("/small/meetings/1/feed.json").json()["items"]
    assert decided["content_text"] == "Both are agreed.\n• E1 Small thing 1\n• E2 Clearer"
    assert decided["url"] == "http://testserver/small/meetings/1/decisions/1/"


def test_it_waits_until_no_slip_can_be_put_right(meeting, elements, client):
    decide(meeting, elements[0])
    long_ago(44)
    assert titles(client) == []

    long_ago(2)

    assert titles(client)[0] == "1/D1: agreed"


def test_a_slip_put_right_at_once_is_one_entry(meeting, elements, client):
    annul(decide(meeting, elements[0]), reason="A slip.")
    correct(decide(meeting, elements[1]), elements[2], reason="The other one.")
    long_ago()

    annulled, corrected = reversed(client.get("/small/meetings/1/feed.json").json()["items"])

    assert annulled["title"] == "1/D1 was recorded by a slip and annulled at once"
    assert annulled["content_text"] == "A slip."
    assert corrected["title"] == "1/D3: agreed"
    assert corrected["content_text"].splitlines()[-1] == "clerical error, 1/D2: The other one."


def test_what_is_annulled_later_is_an_entry_of_its_own(meeting, elements, client):
    decision = decide(meeting, elements[0])
    long_ago()
    annul(decision, reason="It was no decision.")
    assert titles(client, "/small/meetings/1/feed.json") == ["1/D1: agreed"]

    long_ago()

    assert titles(client, "/small/meetings/1/feed.json") == ["1/D1 is annulled", "1/D1: agreed"]


def test_an_element_and_a_contributor_are_told_what_becomes_of_them(meeting, elements, client):
    decision = decide(meeting, elements[0])
    decide(meeting, elements[1])
    state(decision=decision)
    long_ago()

    of_element = titles(client, "/small/elements/1/feed.json")

    assert [title.partition(" of ")[0] for title in of_element] == [
        "1/D1: reservation",
        "1/D1: agreed",
        "E1 is proposed",
    ]
    assert titles(client, "/small/contributors/ant/feed.json") == of_element


@pytest.mark.parametrize("of", ["", "meetings/1/", "elements/1/", "contributors/ant/"])
def test_what_is_not_public_is_told_to_nobody(
    of, meeting, unpublished, elements, client, clerks_client
):
    decide(unpublished, elements[0])
    long_ago()

    told = [asker.get(f"/small/{of}feed.atom") for asker in (client, clerks_client)]

    assert told[0].content == told[1].content
    assert b"2/D1" not in told[0].content
    publish_meeting(meeting=unpublished, by=secretary_of(meeting.group))
    after = client.get(f"/small/{of}feed.atom").content
    assert (b"2/D1" in after) == (of != "meetings/1/")


def test_what_is_published_late_is_told_as_new(meeting, unpublished, elements, client):
    decide(unpublished, elements[0])
    long_ago()
    decide(meeting, elements[1])
    long_ago()
    publish_meeting(meeting=unpublished, by=secretary_of(meeting.group))

    assert titles(client)[:2] == ["2/D1: agreed", "1/D1: agreed"]


@pytest.mark.parametrize("end", ["atom", "json"])
def test_who_asks_again_is_told_only_what_is_new(end, meeting, elements, client):
    first = client.get(f"/small/feed.{end}")

    again = client.get(f"/small/feed.{end}", headers={"If-None-Match": first["ETag"]})
    long_ago()
    anew = client.get(f"/small/feed.{end}", headers={"If-None-Match": first["ETag"]})

    assert (again.status_code, again.content, anew.status_code) == (304, b"", 200)
    assert "Cookie" not in first.get("Vary", "")


def test_an_entry_keeps_its_name(group, client, settings):
    long_ago()
    [*before] = client.get("/small/feed.json").json()["items"]
    settings.ALLOWED_HOSTS = ["elsewhere"]
    sql("UPDATE deliberations_workinggroup SET slug = 'little' WHERE slug = 'small'")

    after = client.get("/little/feed.json", headers={"Host": "elsewhere"}).json()["items"]

    assert [item["id"] for item in after] == [item["id"] for item in before]
    assert len({item["id"] for item in before}) == 5


# ---- as the specifications have it


def of(node: Any, name: str) -> list[Any]:
    found: list[Any] = node.findall(ATOM + name)
    return found


def instant(node: Any) -> datetime:
    """RFC 4287, 3.3: an RFC 3339 date-time."""
    [moment] = node
    at = datetime.fromisoformat(moment.text)
    assert "T" in moment.text
    assert at.tzinfo is not None
    return at


def assert_is_atom(content: bytes) -> None:
    """The rules of RFC 4287 for what we write; the numbers are its sections."""
    feed = etree.fromstring(content)
    assert feed.tag == f"{ATOM}feed"
    entries = of(feed, "entry")
    for node in [feed, *entries]:
        # 4.1.1, 4.1.2: exactly one each.
        [name], [title] = of(node, "id"), of(node, "title")
        assert name.text.startswith(("urn:uuid:", "http"))
        assert title.text
        assert instant(of(node, "updated")).year >= 1970
        alternates = [a for a in of(node, "link") if a.get("rel", "alternate") == "alternate"]
        assert [a.get("href")[:7] for a in alternates] == ["http://"]
    [author] = of(feed, "author")
    assert of(author, "name")[0].text
    [itself] = [link for link in of(feed, "link") if link.get("rel") == "self"]
    assert itself.get("href").partition("?")[0].endswith("/feed.atom")
    names = [of(entry, "id")[0].text for entry in entries]
    assert len(names) == len(set(names))
    if entries:
        assert instant(of(feed, "updated")) == max(instant(of(e, "updated")) for e in entries)
    for summary in [s for entry in entries for s in of(entry, "summary")]:
        # 3.1.1.2: HTML is escaped, without children.
        assert (summary.get("type"), len(summary)) == ("html", 0)


FEEDS = ["", "meetings/1/", "meetings/7/", "elements/6/", "contributors/ant/", "search/"]
QUERIES = {"search/": "?q=%26+thing"}


@pytest.mark.parametrize("of", FEEDS)
def test_the_feeds_are_atom(of, group, client):
    everything_happens(group, number=7)
    reword(group.elements.get(number=2), "<b>Bold</b> & \x0b ]]> brave")
    long_ago()

    answer = client.get(f"/small/{of}feed.atom{QUERIES.get(of, '')}")

    assert answer["Content-Type"] == "application/atom+xml"
    assert_is_atom(answer.content)


@pytest.mark.parametrize("of", FEEDS)
def test_the_feeds_are_json_feed(of, group, client, django_assert_max_num_queries):
    everything_happens(group, number=7)
    long_ago()

    with django_assert_max_num_queries(12):
        answer = client.get(f"/small/{of}feed.json{QUERIES.get(of, '')}")

    feed = answer.json()
    assert answer["Content-Type"] == "application/feed+json"
    assert feed.pop("version") == "https://jsonfeed.org/version/1.1"
    asked = QUERIES.get(of, "")
    assert feed["feed_url"] == f"http://testserver/small/{of}feed.json{asked}"
    assert feed["home_page_url"] == f"http://testserver/small/{of}{asked}"
    assert client.get(feed["home_page_url"]).status_code == 200
    items = feed.pop("items")
    assert (items == []) == (of == "meetings/1/")
    for item in items:
        assert item.keys() == {"id", "url", "title", "content_text", "date_published"}
        assert datetime.fromisoformat(item["date_published"]).tzinfo
        assert client.get(item["url"]).status_code == 200


def test_a_search_is_followed_by_its_words(group, meeting, elements, unpublished, client):
    reword(elements[0], "A walnut")
    reword(elements[0], "A hazelnut")
    decide(meeting, elements[0], sentence="The element is agreed.")
    decide(meeting, elements[1], sentence="Walnuts are agreed.")
    decide(unpublished, elements[2], sentence="Walnuts in secret.")
    long_ago()

    assert titles(client, "/small/search/feed.json?q=walnut&status=rejected") == [
        "1/D2: agreed",
        "1/D1: agreed",
        "E1 is reworded",
        "E1 is reworded",
        "E1 is proposed",
    ]
    assert titles(client, "/small/search/feed.json") == []
    page = read(client.get("/small/search/?q=walnut&kind=elements"))
    [link] = page.all("link", type="application/atom+xml")
    assert link.attrs["href"] == "/small/search/feed.atom?q=walnut"
    assert link.attrs["href"] in page.one("footer").links()
    assert read(client.get("/small/search/")).all("link", type="application/atom+xml") == []


def test_a_page_leads_to_its_feeds(group, client):
    page = read(client.get("/small/elements/1/"))

    kinds = {"application/atom+xml": "atom", "application/feed+json": "json"}
    for kind, end in kinds.items():
        [link] = page.all("link", type=kind)
        assert link.attrs["href"] == f"/small/elements/1/feed.{end}"
        assert link.attrs["href"] in page.one("footer").links()


# ---- calendars


def test_the_meetings_are_a_calendar(meeting, client):
    MeetingFactory(group=meeting.group, number=2, starts_on=date(2017, 5, 3))

    answer = client.get("/small/meetings.ics")

    calendar = Calendar.from_ical(answer.content)
    first, second = calendar.walk("VEVENT")
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert calendar["VERSION"] == "2.0"
    assert first["SUMMARY"] == "WGS: First meeting"
    assert first["LOCATION"] == "Geneva"
    assert first["URL"] == "http://testserver/small/meetings/1/"
    # The end of a day is the day after it.
    assert [first.decoded(name) for name in ("dtstart", "dtend")] == [
        date(2017, 1, 26),
        date(2017, 1, 28),
    ]
    assert first["UID"] != second["UID"]
    [alone] = Calendar.from_ical(client.get("/small/meetings/1.ics").content).walk("VEVENT")
    assert alone == first
    assert all(len(line) <= 75 for line in answer.content.split(b"\r\n"))
