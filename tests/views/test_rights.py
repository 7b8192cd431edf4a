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

from deliberations.models import Entry, MeetingState, User, WorkingGroup
from deliberations.operations import adopt_style, mark_looked_at, propose_element
from deliberations.permissions import Role
from tests.acts import bring_in, decide, issue, secretary_of, state
from tests.factories import (
    ContributorFactory,
    ElementFactory,
    GroupFactory,
    MeetingFactory,
    MembershipFactory,
    UserFactory,
)
from tests.pages import at_once, problem, read
from tests.sql import sql

pytestmark = pytest.mark.django_db

# Which thing an address is of. A meeting is seen by everybody; what it does, once it is published.
THERE, HIDDEN = "there", "hidden"
FOREIGN, OTHER_PARENT, UNKNOWN, NO_GROUP = "foreign", "other parent", "unknown", "no group"


@pytest.fixture
def addresses(group, meeting, elements, contributor, unpublished) -> dict[str, dict[str, str]]:
    """{name of the address: {which thing: its address}}.

    Of the small group: meetings 1 (public), 2 (not), 3 (planned); E6 is from the floor of meeting
    2. Of another group: meeting 4, E9, a contributor, all public.
    """
    by = secretary_of(group)
    question = group.questions.get()
    MeetingFactory(group=group, number=3, state=MeetingState.PLANNED)
    decision = decide(meeting, elements[0])
    statement = state(element=elements[0], contributor=contributor)
    floor = propose_element(
        group=group, question=question, text="From the floor", meeting=unpublished, by=by
    )
    hidden = [decide(unpublished, floor), decide(unpublished, elements[1])]
    hidden_statement = state(element=floor, contributor=contributor)

    other = GroupFactory(slug="other")
    foreign_meeting = MeetingFactory(group=other, number=4)
    foreign_element = ElementFactory.create_batch(9, group=other)[-1]
    ContributorFactory(group=other, slug="bee")
    foreign_decision = decide(foreign_meeting, foreign_element)
    foreign_statement = state(element=foreign_element)

    def entry_of(thing: Any) -> int:
        noun = thing._meta.model_name
        return Entry.objects.get(noun=noun, object_id=thing.pk, label="insert").pk

    of_the_group = {THERE: "/small/", NO_GROUP: "/nope/"}
    of_an_element = {
        THERE: "/small/elements/1/",
        HIDDEN: "/small/elements/6/",
        FOREIGN: "/small/elements/9/",
        UNKNOWN: "/small/elements/99/",
        NO_GROUP: "/nope/elements/1/",
    }
    of_a_meeting = {
        THERE: "/small/meetings/1/",
        FOREIGN: "/small/meetings/4/",
        UNKNOWN: "/small/meetings/99/",
        NO_GROUP: "/nope/meetings/1/",
    }
    # Of a meeting that decided nothing the reader sees, there is none.
    of_a_synthesis = {
        THERE: "/small/meetings/1/synthesis/",
        HIDDEN: "/small/meetings/2/synthesis/",
        UNKNOWN: "/small/meetings/3/synthesis/",
        NO_GROUP: "/nope/meetings/1/synthesis/",
    }
    of_a_decision = {
        THERE: f"/small/meetings/1/decisions/{decision.number}/",
        HIDDEN: f"/small/meetings/2/decisions/{hidden[0].number}/",
        OTHER_PARENT: f"/small/meetings/1/decisions/{hidden[1].number}/",
        FOREIGN: f"/small/meetings/4/decisions/{foreign_decision.number}/",
        UNKNOWN: "/small/meetings/1/decisions/99/",
        NO_GROUP: "/nope/meetings/1/decisions/1/",
    }
    of_a_statement = {
        THERE: f"/small/statements/{statement.pk}/lift/",
        HIDDEN: f"/small/statements/{hidden_statement.pk}/lift/",
        FOREIGN: f"/small/statements/{foreign_statement.pk}/lift/",
        UNKNOWN: "/small/statements/999999999/lift/",
    }
    mark_looked_at(group=group, finding=f"unlifted-{statement.pk}", reason="It was said.", by=by)
    of_a_finding = {
        which: f"/small/checks/unlifted-{number}/"
        for which, number in {
            THERE: statement.pk,
            HIDDEN: hidden_statement.pk,
            FOREIGN: foreign_statement.pk,
            UNKNOWN: 999999999,
        }.items()
    }
    of_a_contributor = {
        THERE: "/small/contributors/ant/",
        FOREIGN: "/small/contributors/bee/",
        UNKNOWN: "/small/contributors/nobody/",
        NO_GROUP: "/nope/contributors/ant/",
    }
    of_an_entry = {
        THERE: f"/small/history/{entry_of(decision)}/",
        HIDDEN: f"/small/history/{entry_of(hidden[0])}/",
        FOREIGN: f"/small/history/{entry_of(foreign_decision)}/",
        UNKNOWN: "/small/history/999999999/",
        NO_GROUP: "/nope/history/1/",
    }

    of_an_import = {
        THERE: f"/small/import/{bring_in(decision.meeting).pk}/",
        HIDDEN: f"/small/import/{bring_in(hidden[0].meeting).pk}/",
        FOREIGN: f"/small/import/{bring_in(foreign_decision.meeting).pk}/",
        UNKNOWN: "/small/import/999999999/",
        NO_GROUP: "/nope/import/1/",
    }

    for _ in range(3):
        issue(foreign_meeting)
        state(decision=foreign_decision)
    of_a_document = {
        THERE: f"/small/documents/{issue(meeting).number}/",
        HIDDEN: f"/small/documents/{issue(unpublished).number}/",
        FOREIGN: "/small/documents/3/",
        UNKNOWN: "/small/documents/999999999/",
        NO_GROUP: "/nope/documents/1/",
    }

    adopt_style(group=group, name="house.docx", content=b"1", by=by)
    for number in (b"1", b"2"):
        adopt_style(group=other, name="other.docx", content=number, by=secretary_of(other))
    of_a_style = {
        THERE: "/small/style/1.docx",
        FOREIGN: "/small/style/2.docx",
        UNKNOWN: "/small/style/999999999.docx",
        NO_GROUP: "/nope/style/1.docx",
    }

    def below(things: dict[str, str], path: str) -> dict[str, str]:
        return {which: address + path for which, address in things.items()}

    pages = {
        "group_list": {THERE: "/groups/"},
        "record": of_the_group,
        "group_compare": below(of_the_group, "compare/"),
        "group_pictures": below(of_the_group, "pictures/"),
        "group_report": below(of_the_group, "report/"),
        "element_list": below(of_the_group, "elements/"),
        "element_detail": of_an_element,
        "meeting_list": below(of_the_group, "meetings/"),
        "meeting_detail": of_a_meeting,
        "meeting_screen": below(of_a_meeting, "screen/"),
        "meeting_synthesis": of_a_synthesis,
        "decision_detail": of_a_decision,
        "contributor_list": below(of_the_group, "contributors/"),
        "statement_list": below(of_the_group, "statements/"),
        "contributor_detail": of_a_contributor,
        "document_list": below(of_the_group, "documents/"),
        "archive_detail": below(of_the_group, "archive/"),
        "document_detail": of_a_document,
        "check_list": below(of_the_group, "checks/"),
        "search": below(of_the_group, "search/"),
        "history_list": below(of_the_group, "history/"),
        "history_entry": of_an_entry,
    }
    return {
        **pages,
        **{
            f"{name}_data": {
                which: f"{address[:-1]}.json"
                for which, address in things.items()
                if which in (THERE, HIDDEN, UNKNOWN)
            }
            for name, things in pages.items()
        },
        "group_compare_table": {
            THERE: "/small/compare.csv?from=1",
            NO_GROUP: "/nope/compare.csv?from=1",
        },
        **{
            f"{noun}_table": below(of_the_group, file)
            for noun, file in {
                "element": "elements.csv",
                "decision": "decisions.xlsx",
                "contributor": "contributors.csv",
                "document": "documents.xlsx",
                "history": "history.csv",
                "search": "search.xlsx",
            }.items()
        },
        "meeting_table": below(of_a_meeting, "decisions.csv"),
        **{
            f"{noun}_feed{name}": {
                which: f"{address}feed.{end}"
                for which, address in things.items()
                if end == "atom" or which in (THERE, HIDDEN, UNKNOWN)
            }
            for noun, things in {
                "group": of_the_group,
                "meeting": of_a_meeting,
                "element": of_an_element,
                "contributor": of_a_contributor,
                "search": below(of_the_group, "search/"),
            }.items()
            for name, end in {"": "atom", "_data": "json"}.items()
        },
        "meeting_list_calendar": below(of_the_group, "meetings.ics"),
        "meeting_calendar": {
            which: f"{address[:-1]}.ics" for which, address in of_a_meeting.items()
        },
        "element_propose": below(of_the_group, "elements/propose/"),
        "element_reword": below(of_an_element, "reword/"),
        "element_withdraw": below(of_an_element, "withdraw/"),
        "element_second": below(of_an_element, "second/"),
        "statement_on_element": below(of_an_element, "statement/"),
        "meeting_record": below(of_a_meeting, "record/"),
        "meeting_script": below(of_a_meeting, "script/"),
        **{
            f"meeting_synthesis_{name}": {
                which: f"{address[:-1]}.{end}" for which, address in of_a_synthesis.items()
            }
            for name, end in {"text": "txt", "docx": "docx", "pdf": "pdf"}.items()
        },
        "meeting_issue": below(of_a_synthesis, "issue/"),
        **{
            f"group_report_{name}": below(of_the_group, f"report.{end}")
            for name, end in {"text": "txt", "docx": "docx", "pdf": "pdf"}.items()
        },
        "group_report_issue": below(of_the_group, "report/issue/"),
        **{
            f"document_{name}": {
                which: f"{address[:-1]}.{end}" for which, address in of_a_document.items()
            }
            for name, end in {"text": "txt", "docx": "docx", "pdf": "pdf"}.items()
        },
        **{
            f"decision_{end}": {
                which: f"{address[:-1]}.{end}" for which, address in of_a_decision.items()
            }
            for end in ("docx", "pdf")
        },
        "decision_correct": below(of_a_decision, "correct/"),
        "decision_annul": below(of_a_decision, "annul/"),
        "statement_on_decision": below(of_a_decision, "statement/"),
        "statement_lift": of_a_statement,
        # Last of what concerns the decision: it takes it out of force.
        "decision_put_right": below(of_a_decision, "put-right/"),
        "check_look": below(of_a_finding, "look/"),
        "check_again": {
            which: f"{address}again/"
            for which, address in of_a_finding.items()
            if which in (THERE, UNKNOWN)
        },
        "archive_public": below(of_the_group, "archive.zip"),
        "archive_whole": below(of_the_group, "archive/whole.zip"),
        "import_list": below(of_the_group, "import/"),
        "import_read": below(of_the_group, "import/read/"),
        "import_detail": of_an_import,
        "import_original": below(of_an_import, "original/"),
        "style_detail": below(of_the_group, "style/"),
        "style_built": below(of_the_group, "style.docx"),
        "style_docx": of_a_style,
        "style_back": below(of_the_group, "style/back/"),
        "meeting_agenda": below(of_a_meeting, "agenda/"),
        "meeting_attendance": below(of_a_meeting, "attendance/"),
        # Of meeting 3, that what is done to it changes nothing for the other lines.
        "meeting_open": below({**of_a_meeting, THERE: "/small/meetings/3/"}, "open/"),
        "meeting_take_up": below({**of_a_meeting, THERE: "/small/meetings/3/"}, "take-up/"),
        "meeting_adjourn": below({**of_a_meeting, THERE: "/small/meetings/3/"}, "adjourn/"),
        "meeting_close": below({**of_a_meeting, THERE: "/small/meetings/3/"}, "close/"),
        "meeting_publish": below({**of_a_meeting, THERE: "/small/meetings/3/"}, "publish/"),
        "healthz": {THERE: "/healthz"},
        "home": {THERE: "/"},
        "to_data": {THERE: "/small/elements/.json"},
        "person_password": {THERE: "/account/password/"},
        "sign_in": {THERE: "/sign-in/"},
        "sign_out": {THERE: "/sign-out/"},
    }


# ---- the table


def for_all(status: int) -> Callable[[str], int]:
    return lambda who: status


def for_the_secretary(status: int, others: int) -> Callable[[str], int]:
    return lambda who: status if who == "secretary" else others


def for_strangers(status: int, others: int) -> Callable[[str], int]:
    """A deactivated user is a stranger, too, whatever session they still have."""
    return lambda who: status if who in ("stranger", "deactivated") else others


NOWHERE = dict.fromkeys([FOREIGN, OTHER_PARENT, UNKNOWN, NO_GROUP], for_all(404))

type Answers = dict[str, Callable[[str], int]]

READ: dict[str, Answers] = {
    "GET": {THERE: for_all(200), HIDDEN: for_the_secretary(200, others=404), **NOWHERE}
}
# What programs fetch is the same for everybody.
FETCH: dict[str, Answers] = {"GET": {THERE: for_all(200), HIDDEN: for_all(404), **NOWHERE}}
DO: dict[str, Answers] = {
    "GET": {
        THERE: for_the_secretary(200, others=403),
        HIDDEN: for_the_secretary(200, others=404),
        **NOWHERE,
    },
    # An empty form.
    "POST": {
        THERE: for_the_secretary(422, others=403),
        HIDDEN: for_the_secretary(422, others=404),
        **NOWHERE,
    },
}
PRESS: dict[str, Answers] = {"POST": {THERE: for_the_secretary(303, others=403), **NOWHERE}}
# An empty form says that nobody was present, or, with no agenda, all there is to say.
SEND: dict[str, Answers] = {"GET": DO["GET"], "POST": PRESS["POST"]}
# Statements have no page and no number of their own, so nobody else learns which there are.
LIFT: dict[str, Answers] = {
    "GET": {
        THERE: for_the_secretary(200, others=403),
        HIDDEN: for_the_secretary(200, others=403),
        FOREIGN: for_the_secretary(404, others=403),
        UNKNOWN: for_the_secretary(404, others=403),
    },
    "POST": {
        THERE: for_the_secretary(422, others=403),
        HIDDEN: for_the_secretary(422, others=403),
        FOREIGN: for_the_secretary(404, others=403),
        UNKNOWN: for_the_secretary(404, others=403),
    },
}
# To anybody but the secretariat, no number of a document says whether there is one.
BROUGHT_IN: dict[str, Answers] = {
    "GET": {
        THERE: for_the_secretary(200, others=403),
        HIDDEN: for_the_secretary(200, others=403),
        FOREIGN: for_the_secretary(404, others=403),
        UNKNOWN: for_the_secretary(404, others=403),
        NO_GROUP: for_all(404),
    },
    "POST": {
        THERE: for_the_secretary(400, others=403),
        HIDDEN: for_the_secretary(400, others=403),
        FOREIGN: for_the_secretary(404, others=403),
        UNKNOWN: for_the_secretary(404, others=403),
        NO_GROUP: for_all(404),
    },
}
# The console answers an empty form with what would happen, nothing; the agenda stays as it is.
CONSOLE: dict[str, Answers] = {
    "GET": DO["GET"],
    "POST": {THERE: for_the_secretary(200, others=403), **NOWHERE},
}

TABLE: dict[str, dict[str, Answers]] = {
    "healthz": {"GET": {THERE: for_all(200)}},
    "home": {"GET": {THERE: for_all(302)}},
    "to_data": {"GET": {THERE: for_all(301)}},
    "sign_in": {
        "GET": {THERE: for_strangers(200, others=302)},
        "POST": {THERE: for_strangers(200, others=302)},
    },
    "sign_out": {"POST": {THERE: for_all(302)}},
    "person_password": {
        "GET": {THERE: for_strangers(403, others=200)},
        "POST": {THERE: for_strangers(403, others=422)},
    },
    "group_list": READ,
    "group_list_data": READ,
    "record": READ,
    "record_data": READ,
    "group_compare": READ,
    "group_compare_data": READ,
    "group_pictures": READ,
    "group_pictures_data": READ,
    "group_compare_table": READ,
    "group_report": READ,
    "group_report_data": READ,
    "group_report_text": READ,
    "group_report_docx": READ,
    "group_report_pdf": READ,
    # Without its intention nothing is issued, and the page says so.
    "group_report_issue": PRESS,
    "element_list": READ,
    "element_list_data": READ,
    **{
        f"{noun}_table": READ
        for noun in (
            "element",
            "decision",
            "meeting",
            "contributor",
            "document",
            "history",
            "search",
        )
    },
    **{
        f"{noun}_feed{end}": FETCH
        for noun in ("group", "meeting", "element", "contributor", "search")
        for end in ("", "_data")
    },
    "meeting_list_calendar": FETCH,
    "meeting_calendar": FETCH,
    "element_propose": DO,
    "element_detail": READ,
    "element_detail_data": READ,
    "element_reword": DO,
    "element_withdraw": DO,
    "element_second": DO,
    "statement_on_element": DO,
    "meeting_list": READ,
    "meeting_list_data": READ,
    "meeting_detail": READ,
    "meeting_detail_data": READ,
    "meeting_open": PRESS,
    "meeting_adjourn": PRESS,
    "meeting_close": SEND,
    "archive_detail": READ,
    "archive_detail_data": READ,
    "archive_public": FETCH,
    "archive_whole": {"GET": DO["GET"]},
    "import_list": DO,
    # What becomes of the form is told in the lines of the answer.
    "import_read": {"POST": {THERE: for_the_secretary(200, others=403), **NOWHERE}},
    "import_detail": BROUGHT_IN,
    "import_original": {"GET": BROUGHT_IN["GET"]},
    "style_detail": DO,
    "style_built": {"GET": DO["GET"]},
    "style_docx": {"GET": BROUGHT_IN["GET"]},
    "style_back": PRESS,
    "meeting_agenda": CONSOLE,
    "meeting_take_up": PRESS,
    "meeting_attendance": SEND,
    "meeting_publish": SEND,
    "meeting_record": CONSOLE,
    "meeting_screen": READ,
    "meeting_screen_data": READ,
    "meeting_script": {"GET": DO["GET"]},
    "meeting_synthesis": READ,
    "meeting_synthesis_data": READ,
    "meeting_synthesis_text": READ,
    "meeting_synthesis_docx": READ,
    "meeting_synthesis_pdf": READ,
    # Without its intention nothing is issued, and the page says so.
    "meeting_issue": {"POST": {**PRESS["POST"], HIDDEN: for_the_secretary(303, others=404)}},
    "document_detail": READ,
    "document_detail_data": READ,
    "document_text": READ,
    "document_docx": READ,
    "document_pdf": READ,
    "decision_detail": READ,
    "decision_detail_data": READ,
    "decision_docx": READ,
    "decision_pdf": READ,
    "decision_correct": DO,
    "decision_annul": DO,
    "decision_put_right": {"POST": {**PRESS["POST"], HIDDEN: for_the_secretary(303, others=404)}},
    "statement_on_decision": DO,
    "statement_lift": LIFT,
    "statement_list": READ,
    "statement_list_data": READ,
    "contributor_list": READ,
    "contributor_list_data": READ,
    "contributor_detail": READ,
    "contributor_detail_data": READ,
    "check_look": LIFT,
    "check_again": {
        "POST": {
            THERE: for_the_secretary(303, others=403),
            UNKNOWN: for_the_secretary(404, others=403),
        }
    },
    "check_list": READ,
    "check_list_data": READ,
    "document_list": READ,
    "document_list_data": READ,
    "search": READ,
    "search_data": READ,
    "history_list": READ,
    "history_list_data": READ,
    "history_entry": READ,
    "history_entry_data": READ,
}


def expected(name: str, method: str, which: str, who: str) -> int:
    answers = TABLE[name].get(method)
    return answers[which](who) if answers else 405


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


def written() -> int:
    """How many changes of the record and its surroundings were ever written."""
    [(number,)] = sql("SELECT last_value FROM deliberations_entry_number")
    return int(number)


@pytest.mark.parametrize("who", WHO)
def test_everybody_gets_what_is_theirs_and_only_that(addresses, somebody, client_of, who):
    person = somebody(who)
    client = client_of(person)
    before, wrong = written(), {}

    def ask(method: str) -> None:
        for name, things in addresses.items():
            for which, address in things.items():
                if method not in TABLE[name] and which != THERE:
                    continue  # refused before anything is looked for
                answer = at_once(client.generic(method, address))
                if answer.status_code != expected(name, method, which, who):
                    wrong[method, address, which] = answer.status_code
                if name == "sign_out" and method == "POST" and isinstance(person, User):
                    client.force_login(person)

    ask("GET")
    assert written() == before, "Reading changed something."
    ask("POST")

    assert wrong == {}
    if who != "secretary":
        assert written() == before


def test_an_address_takes_no_other_way_of_asking_than_its_own(addresses, somebody, client_of):
    client = client_of(somebody("secretary"))
    before, wrong = written(), {}

    for name, things in addresses.items():
        for method in ["PUT", "DELETE", "OPTIONS", "TRACE"]:
            answer = client.generic(method, things[THERE])
            taken = ", ".join(TABLE[name]).replace("GET", "GET, HEAD")
            sentence = f"This address does not take {method}, only {taken}."
            if (problem(answer), answer["Allow"]) != ((405, sentence), taken):
                wrong[method, things[THERE]] = answer.status_code

    assert wrong == {}
    assert written() == before


def test_to_ask_for_the_head_alone_is_to_read_without_the_body(addresses, somebody, client_of):
    client = client_of(somebody("secretary"))
    before = written()

    for name, things in addresses.items():
        answer = at_once(client.head(things[THERE]))
        status = expected(name, "GET", THERE, "secretary")
        assert (answer.status_code, answer.content) == (status, b""), name

    assert written() == before


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
        if "GET" not in TABLE[name]:
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
    before = written()

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

    assert written() == before


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
