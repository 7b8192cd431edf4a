"""What nobody should send, sent to every address, in every parameter and field.

No answer is an error of ours, a refusal is a sentence, nothing is echoed as it is, and nothing
refused is stored.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import quote, quote_plus, unquote_to_bytes

import pytest
from django.db import transaction
from django.test import Client
from django.urls import Resolver404, resolve

from deliberations import urls
from deliberations.models import AgendaItem
from tests.acts import bring_in, decide, state
from tests.pages import at_once, errors, filled_in, problem, read
from tests.sql import last_entry
from tests.views.bad import BAD, DETOURS, HARD_TEXT, IMAGE, NO_TEXT, SCRIPT

pytestmark = pytest.mark.django_db

PAPER = "The Group agreed on the following elements: Small thing 2."


@pytest.fixture
def things(group, meeting, elements, contributor, unpublished):
    """Something for each address: a decision, a reservation, an agenda."""
    decision = decide(meeting, elements[0])
    items = [
        AgendaItem.objects.create(meeting=meeting, position=number, title=f"Item {number}")
        for number in (1, 2)
    ]
    return {
        "group": group.slug,
        "meeting": str(meeting.number),
        "number": "1",
        "slug": contributor.slug,
        "statement": state(element=elements[0], contributor=contributor),
        "decision": decision,
        "items": items,
        "import": bring_in(meeting, PAPER),
    }


def ask(client: Client, path: str, query: str = "", method: str = "GET", **more: Any) -> Any:
    """Ask for exactly this address, which the client would else put in order."""
    return at_once(
        client.generic(
            method,
            "/",
            PATH_INFO=unquote_to_bytes(path).decode("latin-1"),
            QUERY_STRING=query,
            **more,
        )
    )


def refused_well(answer: Any) -> str:
    """What is wrong with the answer; "" where nothing is."""
    text = answer.content.decode(errors="replace")
    if answer.status_code >= 500:
        return f"{answer.status_code}"
    is_page = answer["Content-Type"].startswith("text/html")
    if (is_page and (SCRIPT in text or IMAGE in text)) or "X-Evil" in answer:
        return "echoes"
    if not re.fullmatch(r"(?!//)/[^\\]*|\?.*", answer.get("Location", "/")):
        return f"leads to {answer['Location']}"
    if is_page and 'class="error-summary"' in text:
        return "" if len(errors(answer)) > 0 else "says nothing"
    if answer.status_code >= 400 and not re.search(r"\w+ .*\w+", problem(answer)[1]):
        return "says nothing"
    return ""


# ---- in the path


def paths() -> Iterator[tuple[str, str, str]]:
    """(route, the place in it, path with a mark at that place) for each place of each route."""
    values = {
        "group": "small",
        "meeting": "1",
        "number": "1",
        "slug": "ant",
        "end": "csv",
        "finding": "open-1",
    }
    for pattern in urls.urlpatterns:
        route = getattr(pattern.pattern, "_route", "<slug:before>/.json")
        places = re.findall(r"<\w+:(\w+)>", route)
        for place in places or ["tail"]:
            path = re.sub(
                r"<\w+:(\w+)>",
                lambda found, place=place: "…" if found[1] == place else values[found[1]],
                route,
            )
            yield route, place, "/" + (path if places else f"{path}…")


def test_every_place_of_every_path_is_asked_with_what_is_no_name_and_no_number(
    things, client_of, stranger
):
    """An address that no route matches is the same for all: it is asked for once for each kind."""
    client, before, wrong, asked = client_of(stranger), last_entry(), {}, set()

    for _route, _place, path in paths():
        for bad in BAD:
            address = path.replace("…", bad)
            kind = (bad, address.endswith(".json"))
            try:
                resolve(unquote_to_bytes(address).decode("utf-8", "replace"))
            except Resolver404:
                if kind in asked:
                    continue
                asked.add(kind)
            if trouble := refused_well(ask(client, address)):
                wrong[address[:80]] = trouble

    assert wrong == {}
    assert last_entry() == before


NO_ADDRESS = [
    "//small/",
    "/small//elements/",
    "/small/./elements/",
    "/small/../small/",
    "/small;a=b/",
    "/small/elements/1;/",
    "/small/elements/01/",
    "/small/elements/+1/",
    "/SMALL/",
    "/small/elements/1/.json/",
    "/small/elements/1.json.json",
    "/.json",
    "//evil.example/.json",
    "//2130706433/x/.json",
    "/small/meetings/1/decisions/1/correct.json",
    "/small/meetings/1/synthesis.txt/",
    "/small/meetings/01/synthesis.txt",
    "/small/meetings/1/decisions/0.pdf",
    "/small/meetings/1/synthesis.docx/",
    "/small/report.txt/",
    "/small/report/issue.json",
    "/small/meetings/01/synthesis.pdf",
    "/static/../wgec/settings.py",
    "/healthz/",
]


def test_a_path_that_is_not_an_address_is_not_there(things, clerks_client):
    answers = {path: ask(clerks_client, path) for path in NO_ADDRESS}

    told = {path: (answer.status_code, refused_well(answer)) for path, answer in answers.items()}
    assert told == dict.fromkeys(NO_ADDRESS, (404, ""))


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("/small/.json", "/small.json"),
        ("/small/elements/.json", "/small/elements.json"),
        ("/small/elements/1/.json", "/small/elements/1.json"),
        ("/small/contributors/ant/.json", "/small/contributors/ant.json"),
        ("/small/contributors/A_1-b/.json", "/small/contributors/A_1-b.json"),
    ],
)
def test_data_asked_for_below_a_page_are_beside_it(things, client, path, address):
    answer = client.get(f"{path}?a=%26&b=2")

    assert (answer.status_code, answer["Location"]) == (301, f"{address}?a=%26&b=2")


def test_without_its_last_slash_an_address_leads_to_itself(things, client):
    answer = client.get("/small/elements/1?a=b")

    assert (answer.status_code, answer["Location"]) == (301, "/small/elements/1/?a=b")


# ---- in the query


UNASKED = ["status__in", "element__group__slug", "order_by", "__proto__", "id", "format"]
PARAMETERS = {
    "/small/elements": [
        "q", "status", "question", "heading", "contributor", "meeting", "sort", "page",
        "after", "before", "more", "at", "known",
    ],
    "/small/history": ["act", "noun", "who", "since", "until", "number", "before"],
    "/small": ["page", "at", "known"],
    "/small/compare": ["from", "to", "known_from", "known_to", "page"],
    "/small/elements/1": ["at", "known", "wording", "against"],
    "/small/meetings/1/decisions/1": ["at", "known"],
    "/small/contributors/ant": ["at", "known"],
    "/small/search": [
        "q", "kind", "status", "meeting", "contributor", "sort", "after", "at", "known",
    ],
    "/small/contributors": ["page"],
    "/small/pictures": ["at", "known"],
    "/small/report": ["at", "known"],
    "/small/meetings/1/synthesis": ["at", "known"],
}  # fmt: skip


def test_all_that_the_forms_of_the_lists_ask_for_is_asked_below(things, client):
    for address in ["/small/elements", "/small/history"]:
        form = read(client.get(f"{address}/?number=1")).one("form", class_="filters")
        fields = {node.attrs["name"] for node in form if node.attrs.get("name")}
        assert fields <= set(PARAMETERS[address])


@pytest.mark.parametrize("address", PARAMETERS)
def test_every_parameter_is_asked_with_what_it_does_not_take(things, client_of, stranger, address):
    client, before, wrong = client_of(stranger), last_entry(), {}

    for name in PARAMETERS[address]:
        for number, bad in enumerate(BAD):
            path = address + ("/" if number % 2 else ".json")
            if trouble := refused_well(ask(client, path, f"{name}={bad}")):
                wrong[f"{path}?{name}={bad}"[:80]] = trouble

    assert wrong == {}
    assert last_entry() == before


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("page=0", "page: a number from 1 to 100000, please."),
        ("page=-1", "page: a number from 1 to 100000, please."),
        ("page=1_0", "page: a number from 1 to 100000, please."),
        (f"page={quote('１２')}", "page: a number from 1 to 100000, please."),
        ("page=1" + "0" * 20, "page: a number from 1 to 100000, please."),
        ("page=1&page=nope", "page: a number from 1 to 100000, please."),
        (
            "status=nope",
            "Status: Select a valid choice. nope is not one of the available choices.",
        ),
        ("sort=wording__text", "Order: Select a valid choice. wording__text is not one of the "
         "available choices."),
        ("question=9", "Question: Select a valid choice. That choice is not one of the available "
         "choices."),
        ("q=%00", "The address holds a character that no text holds (NUL)."),
        ("q=%ED%A0%80", "The address is not readable text (UTF-8)."),
        ("q=%ff", "The address is not readable text (UTF-8)."),
        ("a=%00", "The address holds a character that no text holds (NUL)."),
        (f"q={quote('a\u202eb')}", "Words, or a number: The text holds an invisible mark that "
         "turns the reading direction. Remove it."),
        (f"q={'a' * 201}", "Words, or a number: Ensure this value has at most 200 characters (it "
         "has 201)."),
    ],
)  # fmt: skip
def test_a_parameter_that_can_not_be_is_told_what_is_wrong(things, client, query, sentence):
    page, data = (
        client.get(f"/small/elements/?{query}"),
        client.get(f"/small/elements.json?{query}"),
    )

    assert problem(page) == (400, sentence)
    assert problem(data) == (400, sentence)
    assert data["Content-Type"] == "application/json"


@pytest.mark.parametrize("query", ["since=0", "since=nope", "until=2017-02-30", "year=0&since=0"])
def test_a_day_that_there_is_not_is_told_so(things, client, query):
    status, sentence = problem(client.get(f"/small/history/?{query}"))

    assert (status, sentence.partition(": ")[2]) == (400, "Enter a valid date.")


def test_what_is_not_asked_for_changes_no_answer(things, client):
    plain = client.get("/small/elements.json").json()

    for name in UNASKED:
        assert client.get(f"/small/elements.json?{name}=agreed").json() == plain


def test_of_a_parameter_given_twice_the_last_counts(things, client):
    answer = client.get("/small/elements.json?status=nope&status=agreed")

    assert [element["reference"] for element in answer.json()["elements"]] == ["E1"]


def test_an_address_with_more_parameters_than_a_form_can_have_is_refused(things, client):
    query = "&".join(f"a{number}=1" for number in range(5001))

    assert problem(client.get(f"/small/elements/?{query}")) == (
        400,
        "That is more than a form can hold. Send less at once.",
    )


@pytest.mark.parametrize(
    "rest", ["?at=1+Feb", "elements/99/", "nothing/here/", "meetings/1/record/"]
)
def test_a_problem_within_a_group_leads_on_into_its_record(things, client, rest):
    page = read(client.get(f"/small/{rest}"))

    assert page.one("nav", aria_label="Main").links()[0] == "/small/"
    assert page.one("form", role="search").attrs["action"] == "/small/search/"


def test_a_problem_outside_the_groups_leads_to_no_group(things, client):
    page = read(client.get("/another/elements/1/"))

    assert (page.all("nav"), page.one("main").links()) == ([], ["/"])


# ---- in a form


def forms(things) -> dict[str, str]:
    decision = "/small/meetings/1/decisions/1"
    return {
        "element_propose": "/small/elements/propose/",
        "element_reword": "/small/elements/2/reword/",
        "element_withdraw": "/small/elements/2/withdraw/",
        "element_second": "/small/elements/2/second/",
        "statement_on_element": "/small/elements/2/statement/",
        "meeting_record": "/small/meetings/1/record/",
        "meeting_agenda": "/small/meetings/1/agenda/",
        "meeting_attendance": "/small/meetings/1/attendance/",
        "import_detail": f"/small/import/{things['import'].pk}/",
        "decision_correct": f"{decision}/correct/",
        "decision_annul": f"{decision}/annul/",
        "statement_on_decision": f"{decision}/statement/",
        "statement_lift": f"/small/statements/{things['statement'].pk}/lift/",
    }


FILLED = {
    "text": "Said",
    "reason": "Because",
    "sentence": "So decided.",
    "note": "A note",
    "title": "A title",
    "present": "ant",
    "reconsiders": "Once more",
    "contributor": "ant",
    "kind": "comment",
    "outcome": "rejected",
    "elements": "2",
    "known_to": "minute",
    "day": "2017-01-27",
    "time_of_day": "10:30",
    "meeting": "1",
    "question": "1",
    "proposed_by": "contributor",
    "do": "record",
}


@contextmanager
def undone() -> Iterator[None]:
    """What is accepted here is taken back, that the next can be tried."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def body_of(fields: dict[str, list[str]], bad: str, *names: str) -> str:
    """The form as sent, with the bad value as it is in these fields."""
    rest = [(n, quote_plus(v)) for n, vs in fields.items() for v in vs if n not in names]
    return "&".join(f"{name}={value}" for name, value in [*rest, *((name, bad) for name in names)])


def fields_to_send(client: Client, address: str) -> dict[str, list[str]]:
    """The form as it comes, filled in as far as it has such fields."""
    page = client.get(address)
    names = {node.attrs["name"] for node in read(page).one("main") if node.attrs.get("name")}
    filled = {name: [value] for name, value in FILLED.items() if name in names}
    return {**filled_in(page), **filled}


URLENCODED = "application/x-www-form-urlencoded"
# Alone in each field, since one that is refused for another's sake is not tried.
WORST = ["%00", "9" * 5000, "0001-01-01"]


@pytest.mark.parametrize(
    "name",
    [
        "element_propose", "element_reword", "element_withdraw", "element_second",
        "statement_on_element", "meeting_record", "meeting_agenda", "meeting_attendance",
        "import_detail",
        "decision_correct", "decision_annul", "statement_on_decision", "statement_lift",
    ],
)  # fmt: skip
def test_every_field_of_every_form_is_sent_what_it_does_not_take(things, clerks_client, name):
    address = forms(things)[name]
    fields = fields_to_send(clerks_client, address)
    wrong = {}

    def send(bad: str, *names: str) -> None:
        with undone():
            before = last_entry()
            body = body_of(fields, bad, *names)
            answer = clerks_client.post(address, body, content_type=URLENCODED)
            trouble = refused_well(answer)
            if not trouble and answer.status_code >= 400 and last_entry() != before:
                trouble = "refused, and stored"
            if trouble:
                wrong[f"{', '.join(names)}: {bad[:40]}"] = trouble

    with undone():
        answer = clerks_client.post(address, body_of(fields, ""), content_type=URLENCODED)
        assert answer.status_code in (200, 303), "What is wrong is not in the form itself."
    for bad in set(BAD) - set(DETOURS):
        send(bad, *(set(fields) - {"csrfmiddlewaretoken", "do"}))
    for field in fields:
        for bad in WORST:
            send(bad, field)

    assert wrong == {}


def test_an_item_that_is_none_is_not_taken_up_and_ends_in_no_other_way(things, clerks_client):
    before, meeting = last_entry(), "/small/meetings/1/"
    one, other = (f"item-{item.pk}" for item in things["items"])

    for bad in set(BAD) - set(DETOURS):
        sent = {"take-up/": f"item={bad}", "close/": f"{one}=discussed&{other}={bad}"}
        answers = {
            path: clerks_client.post(meeting + path, body, content_type=URLENCODED)
            for path, body in sent.items()
        }
        assert {path: refused_well(answer) for path, answer in answers.items()} == dict.fromkeys(
            sent, ""
        ), bad
        assert answers["close/"].status_code in (400, 422), bad

    assert last_entry() == before


@pytest.mark.parametrize("bad", [*NO_TEXT, *HARD_TEXT[:4], HARD_TEXT[8]])
def test_a_text_that_can_not_be_read_as_it_was_written_is_not_recorded(things, clerks_client, bad):
    address = "/small/elements/propose/"
    fields = fields_to_send(clerks_client, address)
    before = last_entry()

    answer = clerks_client.post(address, body_of(fields, bad, "text"), content_type=URLENCODED)

    assert answer.status_code == 422
    assert [
        line.partition(":")[0] for line in read(answer).one("ul", class_="errorlist").texts("li")
    ] != []
    assert last_entry() == before


@pytest.mark.parametrize(
    "text",
    [
        "ما هو الصغير؟",
        "小是什么",
        "e\u0301",
        "\u00e9",
        "👩‍👩‍👧‍👦",
        "<b>bold</b> & “so”",
        "{{ 7 }}",
        "a\nb",
        "= 1 + 1",
    ],
)
def test_a_text_of_any_language_is_recorded_as_it_was_written(things, clerks_client, text):
    answer = clerks_client.post(
        "/small/elements/propose/",
        {"text": text, "question": "1", "proposed_by": "unknown", "known_to": "unknown"},
    )

    data = clerks_client.get(answer["Location"].removesuffix("/") + ".json").json()
    assert data["text"] == text
    assert read(clerks_client.get(answer["Location"])).one("h1").text == " ".join(text.split())


BOUNDARY = "multipart/form-data; boundary=x"


@pytest.mark.parametrize(
    ("content_type", "body", "status"),
    [
        ("multipart/form-data", b"--x", 400),
        ("multipart/form-data; boundary=", b"--x", 400),
        ("multipart/form-data; boundary=" + "x" * 300, b"--x", 400),
        (BOUNDARY, b"no part at all", 422),
        (
            BOUNDARY,
            b'--x\r\nContent-Disposition: form-data; name="text"\r\n\r\n\xff\r\n--x--',
            422,
        ),
        (
            BOUNDARY,
            b'--x\r\nContent-Disposition: form-data; name="text"; filename="../x"\r\n\r\n--x--',
            422,
        ),
        ("application/json", b'{"text": "\\ud800"}', 422),
        ("application/json", b"[" * 100_000, 422),
        ("application/xml", b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>", 422),
        (f"{URLENCODED}; charset=bogus", b"text=A", 400),
        (f"{URLENCODED}; charset=utf-7", b"text=+ADw-script+AD4-", 400),
        (f"{URLENCODED}; charset=utf-16", "text=A".encode("utf-16"), 400),
        (URLENCODED, b"&".join(b"a%d=1" % number for number in range(5001)), 400),
        (URLENCODED, b"text=" + b"a" * 10_000_000, 400),
        (URLENCODED, b"text=A&_method=DELETE&question=9", 422),
        (URLENCODED, b"text[]=A&text[__proto__]=B&constructor=C", 422),
        ("", b"text=A", 422),
    ],
)
def test_a_form_that_is_none_is_refused(things, clerks_client, content_type, body, status):
    before = last_entry()

    answer = clerks_client.generic("POST", "/small/elements/propose/", body, content_type)

    assert (answer.status_code, refused_well(answer)) == (status, "")
    assert last_entry() == before


def test_too_long_a_text_is_refused_with_its_form(things, clerks_client):
    """What fits into a form, but not into a field, is not lost."""
    text = "a" * 10_001

    answer = clerks_client.post("/small/elements/propose/", {"text": text, "question": "1"})

    assert answer.status_code == 422
    assert filled_in(answer)["text"] == [text]


def test_a_file_too_many_is_refused(things, clerks_client):
    parts = b"".join(
        b'--x\r\nContent-Disposition: form-data; name="f"; filename="f"\r\n\r\nA\r\n'
        for _ in range(101)
    )

    answer = clerks_client.generic("POST", "/small/elements/propose/", parts + b"--x--", BOUNDARY)

    assert problem(answer) == (400, "That is more than a form can hold. Send less at once.")


# ---- in the headers


def test_the_record_is_only_at_its_own_hosts(things, client):
    assert problem(client.get("/small/", headers={"host": "evil.example"})) == (
        400,
        "The record is not at that host name.",
    )


def test_the_host_that_somebody_else_forwards_is_not_believed(things, client):
    answer = client.get(
        "/small/elements/1",
        headers={"X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "https"},
    )

    assert answer["Location"] == "/small/elements/1/"


HEADERS: list[dict[str, str]] = [
    {"X-HTTP-Method-Override": "DELETE"},
    {"HX-Request": "true", "HX-Target": "../base"},
    {"HX-Request": "true", "HX-Target": "found\x00"},
    {"HX-Request": "true", "HX-Target": SCRIPT},
    {"HX-Request": "true", "HX-Current-URL": "%ff"},
    {"HX-Request": "nope", "HX-Target": "found"},
    {"Accept-Language": "\x00" + "a" * 5000},
    {"Accept": "application/json\x00"},
    {"Cookie": "sessionid=" + "x" * 5000},
    {"Cookie": "sessionid=\xff; csrftoken=\x00; messages=[[nope"},
    {"Range": "bytes=0-1"},
    {"If-None-Match": "*", "If-Modified-Since": "nope"},
    {"Content-Length": "-1"},
    {"Content-Type": "text/html; charset=bogus"},
]


def test_whatever_the_headers_say_is_no_error(things, clerks_client):
    for headers in HEADERS:
        answer = clerks_client.get("/small/elements/", headers=headers)

        if headers.get("If-None-Match") == "*":
            assert (answer.status_code, answer.content) == (304, b"")
            continue
        assert refused_well(answer) == "", headers
        assert answer.status_code == (400 if "bogus" in str(headers) else 200), headers
