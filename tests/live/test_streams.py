"""The streams of a real server: who is told of what, how soon, and at which cost."""

import http.client
import signal
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client

from deliberations.models import Element, Meeting, User
from tests.acts import decide, state
from tests.commands.test_serve import Serving
from tests.factories import ContributorFactory, ElementFactory, GroupFactory, MeetingFactory

pytestmark = pytest.mark.django_db(transaction=True)

SERVE = """
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "wgec.settings"
from django.conf import settings
settings.DATABASES["default"]["NAME"] = os.environ["DATABASE_OF_THE_TEST"]
plain = "django.contrib.staticfiles.storage.StaticFilesStorage"  # nothing was collected
settings.STORAGES["staticfiles"] = {"BACKEND": plain}
import django
django.setup()
from django.core.management import call_command
call_command("serve", port=0)
"""


class Stream:
    """One reader of /<group>/live/."""

    def __init__(
        self,
        address: str,
        user: User | None = None,
        query: str = "",
        group: str = "wgec",
        **headers: str,
    ) -> None:
        self.connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=10)
        if user:
            client = Client()
            client.force_login(user)
            cookie = client.cookies[settings.SESSION_COOKIE_NAME]
            headers["Cookie"] = f"{cookie.key}={cookie.value}"
        self.connection.request("GET", f"/{group}/live/{query}", headers=headers)
        self.response = self.connection.getresponse()
        assert self.response.status == 200
        self.first = [self.next_event()]
        while self.first[-1][0] != "heartbeat":
            self.first.append(self.next_event())

    def next_event(self) -> tuple[str, str]:
        """(its name, its id)"""
        fields: dict[str, str] = {}
        while line := self.response.readline().decode():
            name, _, value = line.strip().partition(": ")
            fields |= {name: value}
            if line == "\n" and "event" in fields:
                return fields["event"], fields["id"]
        return "", ""

    def close(self) -> None:
        self.response.close()
        self.connection.close()


@pytest.fixture
def served(record) -> Iterator[Serving]:
    serving = Serving("-c", SERVE, DATABASE_OF_THE_TEST=connection.settings_dict["NAME"])
    yield serving
    serving.process.kill()
    serving.process.communicate()


@pytest.fixture
def streams(served) -> Iterator:
    """streams(user): one more reader."""
    with ExitStack() as stack:
        yield lambda *who, **more: stack.enter_context(
            closing(Stream(served.address, *who, **more))
        )


def in_session(group, number: int, *, published: bool) -> Meeting:
    more = {} if published else {"published_at": None}
    return MeetingFactory(group=group, number=number, **more)


def proposed(group) -> Element:
    return ElementFactory(group=group, question=group.questions.first())


def test_a_decision_is_told_within_a_second_and_once(record, streams):
    meeting = in_session(record, 9, published=True)
    element = proposed(record)
    stream = streams()

    began = time.monotonic()
    decision = decide(meeting, element)
    told = stream.next_event()

    assert time.monotonic() - began < 1
    assert told == ("change", str(decision.recorded_in))
    statement = state(element=element, contributor=ContributorFactory(group=record))
    assert [stream.next_event()[0], stream.next_event()] == [
        "change",  # of the contributor
        ("change", str(statement.recorded_in)),
    ]


def test_the_public_is_not_told_of_what_is_not_public(record, secretary, delegate, streams):
    secret, public = in_session(record, 8, published=False), in_session(record, 9, published=True)
    one, other = proposed(record), proposed(record)
    readers = [streams(who) for who in (None, delegate, secretary)]

    hidden = decide(secret, one)
    shown = decide(public, other)

    told = ("change", str(shown.recorded_in))
    assert [reader.next_event() for reader in readers] == [
        told,
        told,
        ("change", f"{hidden.recorded_in}s"),
    ]
    assert readers[2].next_event() == told


def test_who_comes_back_is_told_what_they_missed_and_nothing_twice(record, secretary, streams):
    secret, public = in_session(record, 8, published=False), in_session(record, 9, published=True)
    elements = [proposed(record) for _ in range(4)]
    first = streams()
    began = first.first[0][1]
    watching = streams(secretary)
    ids = [str(decide(public, element).recorded_in) for element in elements[:3]]
    hidden = decide(secret, elements[3]).recorded_in
    while watching.next_event()[1] != f"{hidden}s":
        pass  # The server heard of all of it.

    told = [("change", number) for number in ids]
    now = ("heartbeat", ids[2])
    assert streams(**{"Last-Event-ID": ids[0]}).first == [*told[1:], now]
    assert streams(**{"Last-Event-ID": ids[2]}).first == [now]
    assert streams(query=f"?after={began}").first == [*told, now]
    unknown = [("resync", ids[2]), now]
    assert streams(**{"Last-Event-ID": "1"}).first == unknown
    assert streams(query="?after=0.abcdef12").first == unknown
    assert streams(secretary, query=f"?after={ids[2]}").first == [
        ("change", f"{hidden}s"),
        ("heartbeat", f"{hidden}s"),
    ]


def test_a_page_is_told_what_changed_since_it_was_fetched(record, streams):
    public = in_session(record, 9, published=True)
    element = proposed(record)
    # Of a page as old as the server's listening it can't tell what it missed.
    while streams(query="?age=0").first[0][0] == "resync":
        pass
    following = streams()
    number = str(decide(public, element).recorded_in)
    # Until the server itself was told, which takes it a moment.
    while following.next_event() != ("change", number):
        pass

    assert streams(query="?age=0").first == [("change", number), ("heartbeat", number)]
    assert streams(query="?age=60000").first == [("resync", number), ("heartbeat", number)]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_server_stops_at_once_with_streams_open(served, streams, number):
    readers = [streams() for _ in range(20)]

    code, seconds, said = served.stop(number)

    assert (code, said) == (0, "")
    assert seconds < 2
    assert [reader.next_event() for reader in readers] == [("", "")] * 20


def test_thirty_readers_cost_one_connection_to_the_database(record, secretary, streams):
    readers = [streams(who) for who in [None, secretary] * 15]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT application_name FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        connections = [name for (name,) in cursor.fetchall()]

    assert connections.count("wgec live") == 1
    assert len(connections) <= 2
    assert len(readers) == 30


def test_when_the_database_cut_off_the_listener_the_pages_look_again(record, streams):
    meeting = in_session(record, 9, published=True)
    element = proposed(record)
    stream = streams()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND application_name = 'wgec live'"
        )
        assert cursor.fetchall() == [(True,)]

    assert stream.next_event()[0] == "resync"
    decision = decide(meeting, element)
    assert stream.next_event() == ("change", str(decision.recorded_in))


def test_who_has_left_is_not_told_on(record, secretary, streams):
    """What a stream was opened with holds for its life; a new one is looked up anew."""
    secret = in_session(record, 8, published=False)
    element = proposed(record)
    secretary.memberships.all().delete()
    stream = streams(secretary)
    decide(secret, element)
    ContributorFactory(group=record)

    assert not stream.next_event()[1].endswith("s")


def test_there_are_streams_of_groups_only(served):
    assert served.status_of("/no-such-group/live/") == 404
    assert served.status_of("/wgec/live") == 404


def test_a_group_may_be_called_live(served):
    GroupFactory(slug="live")

    assert served.status_of("/live/") == 200
    with closing(Stream(served.address, group="live")) as stream:
        assert stream.first[0][0] == "heartbeat"
