"""What goes with every answer: what a browser may do with it, who may keep it."""

import re
from typing import Any

import pytest

from tests.acts import decide
from tests.pages import crawled, problem, read

pytestmark = pytest.mark.django_db

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
    "object-src": "'none'",
}


def policy_of(answer: Any) -> dict[str, str]:
    parts = answer["Content-Security-Policy"].split("; ")
    return dict(part.split(" ", 1) for part in parts)


@pytest.fixture
def answers(group, meeting, elements, clerk, clerks_client, client_of, stranger, silent_database):
    """One of each kind: pages, data, a redirect, and every sort of problem."""
    decide(meeting, elements[0])
    reader = client_of(stranger)
    answers = {
        "page": reader.get("/small/"),
        "page of the signed-in": clerks_client.get("/small/meetings/1/record/"),
        "piece": reader.get(
            "/small/elements/", headers={"HX-Request": "true", "HX-Target": "found"}
        ),
        "data": reader.get("/small.json"),
        "redirect": reader.get("/"),
        "done": clerks_client.post("/small/meetings/1/publish/"),
        "refused": clerks_client.post("/small/elements/propose/"),
        "bad": reader.get("/small/elements/?page=0"),
        "bad host": reader.get("/small/", headers={"host": "evil.example"}),
        "forbidden": reader.get("/small/meetings/1/record/"),
        "not there": reader.get("/small/elements/99/"),
        "no address": reader.get("/small/nowhere/at/all"),
        "no way of asking": reader.post("/small/"),
        "too large": clerks_client.post("/small/elements/propose/", {"text": "a" * 3_000_000}),
        "sign in": reader.get("/sign-in/"),
        "health": reader.get("/healthz"),
    }
    with silent_database():
        answers["error"] = reader.get("/small/")
        answers["error as data"] = reader.get("/small.json")
    return answers


def test_every_answer_allows_nothing_but_our_own_files(answers):
    assert {kind: policy_of(answer) for kind, answer in answers.items()} == dict.fromkeys(
        answers, POLICY
    )


def test_every_answer_is_for_no_frame_no_guess_and_no_other_site(answers):
    names = ["X-Frame-Options", "X-Content-Type-Options", "Referrer-Policy"]

    told = {kind: tuple(answer[name] for name in names) for kind, answer in answers.items()}

    assert told == dict.fromkeys(answers, ("DENY", "nosniff", "same-origin"))


def test_the_answers_have_the_status_that_they_say(answers):
    assert {kind: answer.status_code for kind, answer in answers.items()} == {
        "page": 200,
        "page of the signed-in": 200,
        "piece": 200,
        "data": 200,
        "redirect": 302,
        "done": 303,
        "refused": 422,
        "bad": 400,
        "bad host": 400,
        "forbidden": 403,
        "not there": 404,
        "no address": 404,
        "no way of asking": 405,
        "too large": 400,
        "sign in": 200,
        "health": 200,
        "error": 500,
        "error as data": 500,
    }


def test_no_page_has_a_script_or_a_style_of_its_own(answers):
    for kind, answer in answers.items():
        if not answer["Content-Type"].startswith("text/html") or not answer.content:
            continue
        for node in read(answer):
            assert "style" not in node.attrs, kind
            assert not any(name.startswith("on") for name in node.attrs), kind
            assert node.tag != "style", kind
            # Data of this type is no script: no browser executes it.
            is_data = node.attrs.get("type") == "application/ld+json"
            assert node.tag != "script" or is_data or (node.attrs["src"] and not node.text), kind


def test_an_error_is_a_page_or_data_of_its_own(answers):
    assert problem(answers["error"])[1].startswith("Something went wrong on our side.")
    assert problem(answers["error as data"]) == (
        500,
        "Something went wrong on our side. What was recorded before is safe.",
    )


PROBLEMS = {
    "/small/elements/99.json": (404, "The group has no element E99."),
    "/nope.json": (404, "There is no working group “nope” here."),
    "/nope/at/all.json": (404, "There is nothing at this address."),
    "/small.json?page=2": (404, "There is no page 2 of this record."),
    "/small/elements.json?page=0": (400, "page: a number from 1 to 100000, please."),
}


@pytest.mark.parametrize("address", PROBLEMS)
def test_a_problem_with_data_is_told_as_data(group, client, address):
    answer = client.get(address)

    assert answer["Content-Type"] == "application/json"
    assert set(answer.json()) == {"status", "title", "problem"}
    assert problem(answer) == PROBLEMS[address]


def test_nobody_keeps_what_the_signed_in_are_answered(group, meeting, elements, clerks_client):
    decide(meeting, elements[0])
    further = ["/small/elements/1/reword/", "/small/elements/99/", "/small.json", "/healthz"]
    without = re.compile(r"/history/\d+|\?")
    answers = crawled(clerks_client, "/", *further, within="/small/", without=without)
    answers["sent"] = clerks_client.post("/small/elements/propose/")
    answers["done"] = clerks_client.post("/small/meetings/1/publish/")
    answers["refused"] = clerks_client.post("/small/")

    assert {a: answer["Cache-Control"] for a, answer in answers.items()} == dict.fromkeys(
        answers, "private, no-store"
    )


def test_a_store_knows_on_what_an_answer_depends(group, client):
    def vary(address: str) -> set[str]:
        return set(client.get(address)["Vary"].split(", "))

    for address in ["/small/", "/small/elements/", "/small/elements/1/", "/small.json"]:
        assert vary(address) >= {"Cookie", "HX-Request", "HX-Target"}
    assert vary("/nope/") >= {"Cookie"}


@pytest.mark.parametrize("address", ["/small/", "/small/meetings/1/", "/small/elements/1.json"])
def test_who_looks_again_and_finds_nothing_new_is_told_so_in_a_few_bytes(
    group, meeting, elements, client, address
):
    first = client.get(address)
    again = client.get(address, headers={"If-None-Match": first["ETag"]})
    decide(meeting, elements[0])
    changed = client.get(address, headers={"If-None-Match": first["ETag"]})

    assert (again.status_code, again.content) == (304, b"")
    assert changed.status_code == 200
    assert changed["ETag"] != first["ETag"]


def test_a_page_read_before_signing_out_is_not_shown_after_it(group, clerk, client_of):
    """Not even by the browser's own history: it was told to keep nothing."""
    client = client_of(clerk)

    assert client.get("/small/meetings/1/record/")["Cache-Control"] == "private, no-store"
    client.post("/sign-out/")
    assert client.get("/small/meetings/1/record/").status_code == 403
