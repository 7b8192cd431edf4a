"""Who gets what: every address × every way of asking × everybody, on what is there, what is not
public, what is another group's, and what there is not."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils.html import escape

from deliberations.models import User, WorkingGroup
from deliberations.permissions import Role
from tests.factories import MembershipFactory, UserFactory
from tests.pages import at_once, problem, read
from tests.sql import last_entry
from tests.views.addresses import TABLE, addresses_of, expected, methods
from tests.views.things import FOREIGN, HIDDEN, OTHER_PARENT, THERE, UNKNOWN, Addresses, things_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def addresses(group, meeting, elements, contributor, unpublished) -> dict[str, Addresses]:
    """{name of the address: {which thing: its address}}; see things.py."""
    return addresses_of(things_of(group, public=meeting, hidden=unpublished))


def routes(resolver: URLResolver) -> Iterator[URLPattern]:
    """All but those of the admin, which has a table of its own."""
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLPattern):
            yield pattern
        elif pattern.namespace != "admin":
            yield from routes(pattern)


def test_every_address_has_its_line_in_the_table(addresses):
    names = {route.name or route.callback.__name__ for route in routes(get_resolver())}

    assert set(TABLE) == names
    assert set(addresses) == names


# ---- the actors


WHO = [
    "stranger",
    "delegate",
    "secretary",
    "secretary elsewhere",
    "admin",
    "deactivated",
    "former",
]


@pytest.fixture
def somebody(group) -> Callable[[str], Any]:
    def called(who: str) -> Any:
        match who:
            case "stranger":
                return AnonymousUser()
            case "delegate":
                return MembershipFactory(group=group, role=Role.DELEGATE).user
            case "secretary":
                return MembershipFactory(group=group).user
            case "secretary elsewhere":
                return MembershipFactory().user
            case "admin":
                return UserFactory(is_admin=True)
            case "deactivated":
                return MembershipFactory(group=group, user__is_active=False).user
            case "former":
                membership = MembershipFactory(group=group)
                membership.delete()
                return User.objects.get(pk=membership.user_id)
        raise ValueError(who)

    return called


# That a form is from here; another for each answer.
TOKEN = re.compile(r'(?<=")[A-Za-z0-9]{64}(?=")')


@pytest.mark.parametrize("who", WHO)
def test_everybody_gets_what_is_theirs_and_only_that(addresses, somebody, client_of, who):
    person = somebody(who)
    client = client_of(person)
    before, wrong = last_entry(), {}

    def ask(method: str) -> None:
        for name, things in addresses.items():
            for which, address in things.items():
                if method not in methods(name) and which != THERE:
                    continue  # refused before anything is looked for
                answer = at_once(client.generic(method, address))
                if answer.status_code != expected(name, method, which, who):
                    wrong[method, address, which] = answer.status_code
                if name == "sign_out" and method == "POST" and isinstance(person, User):
                    client.force_login(person)

    ask("GET")
    assert last_entry() == before, "Reading changed something."
    ask("POST")

    assert wrong == {}
    if who != "secretary":
        assert last_entry() == before


def test_an_address_takes_no_other_way_of_asking_than_its_own(addresses, somebody, client_of):
    client = client_of(somebody("secretary"))
    before, wrong = last_entry(), {}

    for name, things in addresses.items():
        for method in ["PUT", "DELETE", "OPTIONS", "TRACE"]:
            answer = client.generic(method, things[THERE])
            taken = ", ".join(methods(name)).replace("GET", "GET, HEAD")
            sentence = f"This address does not take {method}, only {taken}."
            if (problem(answer), answer["Allow"]) != ((405, sentence), taken):
                wrong[method, things[THERE]] = answer.status_code

    assert wrong == {}
    assert last_entry() == before


def test_to_ask_for_the_head_alone_is_to_read_without_the_body(addresses, somebody, client_of):
    client = client_of(somebody("secretary"))
    before = last_entry()

    for name, things in addresses.items():
        answer = at_once(client.head(things[THERE]))
        status = expected(name, "GET", THERE, "secretary")
        assert (answer.status_code, answer.content) == (status, b""), name

    assert last_entry() == before


@pytest.mark.parametrize("who", ["stranger", "delegate", "secretary elsewhere"])
def test_what_is_not_public_looks_as_what_there_is_not(addresses, somebody, client_of, who):
    client = client_of(somebody(who))

    def told(address: str) -> tuple[int, str, str]:
        """The answer without what it repeats of the address."""
        answer = client.get(address)
        status, sentence = problem(answer)
        frame = answer.content.decode().replace(escape(sentence), "").replace(sentence, "")
        frame = TOKEN.sub("", frame.replace(address, ""))
        return status, re.sub(r"\d+|“.*?”", "…", sentence), frame

    for name, things in addresses.items():
        if "GET" not in methods(name):
            continue
        for which in [HIDDEN, FOREIGN, OTHER_PARENT]:
            if which not in things:
                continue
            # Where the meeting itself is not there, that is what is said; so of another meeting.
            unknown = things[UNKNOWN]
            if "/decisions/" in things[which]:
                meeting = things[which].partition("/decisions/")[0]
                unknown = meeting + "/decisions/" + unknown.partition("/decisions/")[2]
            assert told(things[which]) == told(unknown)


@pytest.mark.parametrize("who", ["stranger", "secretary"])
def test_a_form_from_elsewhere_is_refused(addresses, somebody, who):
    person = somebody(who)
    before = last_entry()

    for name, things in addresses.items():
        client = Client(enforce_csrf_checks=True, raise_request_exception=False)
        if isinstance(person, User):
            client.force_login(person)
        answer = client.post(things[THERE], {"do": "record"})
        assert problem(answer) == (
            403,
            "You signed in or out since this form was made. Go back, reload it, and send it "
            "again.",
        ), name

    assert last_entry() == before


def test_who_may_not_is_told_so_and_offered_to_sign_in(addresses, somebody, client_of):
    address = addresses["element_reword"][THERE]

    stranger, delegate = (
        client_of(somebody(who)).get(address) for who in ("stranger", "delegate")
    )

    sentence = "Only the secretariat of the group does that."
    assert [problem(answer) for answer in (stranger, delegate)] == [(403, sentence)] * 2
    assert read(stranger).one("main").links() == [f"/sign-in/?next={address}", "/small/"]
    assert read(delegate).one("main").links() == ["/small/"]


def test_what_a_form_does_not_ask_for_is_not_taken(addresses, group, somebody, client_of):
    """Status, publication, recorder and place of an element are no fields of any form."""
    client = client_of(somebody("secretary"))

    answer = client.post(
        "/small/elements/propose/",
        {
            "text": "A further thing",
            "question": "1",
            "proposed_by": "unknown",
            "known_to": "unknown",
            "status": "agreed",
            "number": "77",
            "public": "on",
            "published_at": "2017-01-01",
            "recorded_by": "1",
            "recorded_at": "2017-01-01",
            "place": "1",
            "group": "other",
        },
    )

    assert answer["Location"] == "/small/elements/7/"
    data = client.get("/small/elements/7.json").json()
    assert (data["text"], data["status"]) == ("A further thing", "proposed")
    assert data["wordings"][0]["recorded_at"][:4] != "2017"


def test_a_right_lost_is_lost_at_once(group, clerk, client_of):
    client = client_of(clerk)
    before = client.get("/small/meetings/1/record/").status_code
    clerk.memberships.get().delete()

    assert (before, client.get("/small/meetings/1/record/").status_code) == (200, 403)


def test_the_buttons_shown_are_those_that_may_be_pressed(addresses, somebody, client_of):
    """Nobody is offered what they are refused, and the secretary is offered all."""
    pages = ["element_detail", "meeting_detail", "decision_detail", "element_list", "meeting_list"]

    def offered(who: str) -> set[str]:
        client = client_of(somebody(who))
        nodes = [
            node
            for name in pages
            for node in read(client.get(addresses[name][THERE])).one("main")
            if "button" in node.attrs.get("class", "").split() or node.tag == "form"
        ]
        return {
            node.attrs.get("href") or node.attrs.get("action", "")
            for node in nodes
            if node.attrs.get("method") != "get"
        }

    small = WorkingGroup.objects.get(slug="small")
    convening = f"/admin/deliberations/meeting/add/?group={small.pk}"
    assert offered("secretary") == {
        "/small/elements/1/reword/",
        "/small/elements/1/second/",
        "/small/elements/1/statement/",
        "/small/elements/propose/",
        "/small/meetings/1/record/",
        "/small/meetings/1/take-up/",
        "/small/meetings/1/adjourn/",
        "/small/meetings/1/close/",
        "/small/meetings/1/decisions/1/correct/",
        "/small/meetings/1/decisions/1/annul/",
        "/small/meetings/1/decisions/1/statement/",
        convening,
    }
    assert offered("admin") == {convening}
    for who in ["stranger", "delegate", "secretary elsewhere", "deactivated", "former"]:
        assert offered(who) == set()
