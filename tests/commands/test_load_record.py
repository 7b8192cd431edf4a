"""Loading a record file: by operations, all or nothing, and never twice."""

import io
import json
import re
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from deliberations import operations
from deliberations.models import (
    Contribution,
    Contributor,
    Correction,
    Decision,
    Document,
    Element,
    Entry,
    KnownTo,
    Lift,
    Meeting,
    MeetingState,
    Source,
    Standing,
    User,
    WorkingGroup,
)
from deliberations.record_file import load_record, read_record

ROOT = Path(__file__).parent.parent.parent
WGEC = ROOT / "fixtures/wgec.json"
README = (ROOT / "fixtures/README.md").read_text()

pytestmark = pytest.mark.django_db


@pytest.fixture
def example() -> Any:
    """The small record of the README."""
    return json.loads(re.findall(r"```json\n(.*?)```", README, re.DOTALL)[0])


@pytest.fixture
def load(tmp_path, monkeypatch):
    """Loads a content, or a file; what the command said."""
    monkeypatch.chdir(tmp_path)

    def load(content: Any) -> str:
        file = content
        if not isinstance(content, Path):
            file = Path("x.json")
            file.write_text(json.dumps(content))
        out = io.StringIO()
        call_command("load_record", str(file), stdout=out)
        return out.getvalue()

    return load


def entries() -> int:
    return Entry.objects.count()


def refusal_of(load: Any, content: Any) -> list[str]:
    """The problems told when a load is refused, having made sure that nothing was loaded."""
    before = entries()
    with pytest.raises(CommandError) as refused:
        load(content)
    assert entries() == before
    *problems, last = str(refused.value).split("\n")
    assert last == "Nothing was loaded."
    return problems


# ---- once


def test_a_second_load_changes_nothing_and_says_so(record, load):
    before = entries()

    assert load(WGEC) == f"{WGEC}: the record holds all of it already.\n"
    assert entries() == before


def test_a_second_load_needs_few_queries(record, load, django_assert_max_num_queries):
    with django_assert_max_num_queries(30):
        load(WGEC)


def test_every_act_is_loaded_once(load, example):
    example["acts"] += LATER_ACTS
    load(example)
    before = entries()

    assert load(example) == "x.json: the record holds all of it already.\n"
    assert entries() == before


def test_what_was_added_is_loaded(load, example, meeting_in_session):
    load(example)
    example["acts"] += LATER_ACTS
    example["contributors"]["bob"] = {"name": "Bob", "kind": "person", "affiliation": "eve"}
    example["contributors"]["eve"] = {"name": "Eve", "kind": "organisation"}

    assert load(example) == (
        "x.json: loaded 2 contributors, 1 proposal, 1 element, 1 withdrawal, 3 decisions, "
        "1 correction.\n"
    )
    assert str(Contributor.objects.get(slug="bob").affiliation) == "Eve"


def test_another_proposer_of_a_loaded_element_is_added(load, example):
    load(example)
    example["contributors"]["bob"] = {"name": "Bob", "kind": "person"}
    example["acts"][0]["proposed_by"].append({"contributor": "bob"})

    assert load(example) == "x.json: loaded 1 contributor, 1 proposal.\n"
    assert load(example) == "x.json: the record holds all of it already.\n"


def test_an_author_of_a_loaded_contribution_is_added(load, example):
    example["contributions"] = [{"title": "A paper"}]
    load(example)
    example["contributions"][0]["authors"] = ["ada"]

    assert load(example) == "x.json: loaded 1 authorship.\n"


def test_a_meeting_moves_on_with_its_file(load, example):
    example["meetings"].append({"number": 2, "first_day": "2026-04-01", "last_day": "2026-04-01"})
    load(example)
    example["meetings"][1] |= {"state": "in-session", "published": True}

    assert load(example) == "x.json: loaded 2 steps of meetings.\n"
    meeting = Meeting.objects.get(group__slug="wgx", number=2)
    assert (meeting.state, meeting.is_published) == (MeetingState.IN_SESSION, True)


@pytest.mark.django_db(transaction=True)
def test_two_loads_at_once_load_once(example):
    raw = json.dumps(example).encode()

    def load_it(_number: int) -> int:
        try:
            return load_record(read_record(raw, "x.json"), "x.json").made.total()
        finally:
            connection.close()

    with ThreadPoolExecutor() as pool:
        assert sorted(pool.map(load_it, range(3))) == [0, 0, 17]


# ---- every act

LATER_ACTS: list[dict[str, Any]] = [
    {
        "act": "add_proposal",
        "element": "E2",
        "contributor": "ada",
        "note": "In the hall.",
        "meeting": 1,
        "when": "meeting",
    },
    {"act": "propose_element", "element": "E3", "question": 1, "text": "Withdrawn"},
    {"act": "withdraw_element", "element": "E3", "contributor": "ada", "reason": "Too much."},
    {
        "act": "record_decision",
        "decision": "1/D2",
        "outcome": "rejected",
        "sentence": "The group rejected",
        "elements": ["E2"],
        "reconsiders": "It slept on it.",
    },
    {
        "act": "correct_decision",
        "decision": "1/D3",
        "corrects": "1/D2",
        "outcome": "deferred",
        "sentence": "The group deferred",
        "elements": ["E2"],
        "reason": "Misheard.",
    },
    {
        "act": "record_decision",
        "decision": "1/D4",
        "outcome": "not-discussed",
        "sentence": "The group did not discuss",
        "elements": ["E1"],
        "reconsiders": "No time.",
    },
    {"act": "annul_decision", "decision": "1/D4", "reason": "That was no decision."},
]


@pytest.fixture
def meeting_in_session(example):
    """Closed after the later acts: decisions need it open."""
    example["meetings"][0]["state"] = "in-session"


@pytest.fixture
def whole(load, example, meeting_in_session) -> WorkingGroup:
    example["acts"] += LATER_ACTS
    load(example)
    return WorkingGroup.objects.get(slug="wgx")


def test_the_acts_of_a_file_make_the_record_they_would_make_live(whole):
    standings = Standing.objects.filter(element__group=whole, public=True)

    assert list(
        standings.order_by("element__number").values_list(
            "element__number", "status", "wording__text"
        )
    ) == [
        (1, "agreed", "Short and whole"),
        (2, "deferred", "True"),
        (3, "withdrawn", "Withdrawn"),
    ]
    corrections = Correction.objects.filter(meeting__group=whole).order_by("pk")
    assert [(str(one.decision), one.kind, one.reason) for one in corrections] == [
        ("1/D1", "reconsideration", "It slept on it."),
        ("1/D2", "clerical", "Misheard."),
        ("1/D1", "reconsideration", "No time."),
        ("1/D4", "annulment", "That was no decision."),
    ]


def test_a_minute_is_of_the_time_zone_of_the_meeting(whole):
    decision = Decision.objects.get(meeting__group=whole, number=1)

    assert decision.known_to == KnownTo.MINUTE
    assert decision.happened_at == datetime(2026, 3, 3, 15, 40, tzinfo=UTC)


def test_a_lifted_reservation_stays(whole):
    lift = Lift.objects.get(statement__contributor__group=whole)

    assert (lift.statement.kind, str(lift.statement.decision)) == ("reservation", "1/D1")
    assert lift.known_to == KnownTo.DAY
    assert lift.happened_at == datetime(2026, 3, 5, tzinfo=ZoneInfo("Africa/Tunis"))


def test_what_stands_in_no_file_is_empty(whole):
    decision = Decision.objects.get(meeting__group=whole, number=2)

    assert (decision.basis, decision.heading, decision.source, decision.known_to) == (
        "not-stated",
        None,
        None,
        KnownTo.MEETING,
    )


# ---- refusals


def test_a_malformed_file_loads_nothing_and_tells_twenty_problems(load, example):
    example["acts"] = [{"act": "propose_element"}] * 8

    problems = refusal_of(load, example)

    assert problems[0] == "x.json: acts[0]: “element” is missing."
    assert (len(problems), problems[-1]) == (21, "… and 4 more.")


def test_what_an_operation_refuses_is_told_with_its_place_and_loads_nothing(load, example):
    example["acts"][3]["elements"] = ["E1"]
    example["acts"].append(
        {"act": "withdraw_element", "element": "E1", "when": "2026-03-04"},
    )

    assert refusal_of(load, example) == [
        "x.json: acts[6]: E1 is agreed; only a proposed element can be withdrawn."
    ]
    assert not WorkingGroup.objects.filter(slug="wgx").exists()


def test_a_moment_in_the_future_is_refused(load, example):
    example["acts"][4]["when"] = "2199-01-01"

    assert refusal_of(load, example) == [
        "x.json: acts[4]: The record refuses that: statement is not of the future."
    ]


def test_a_group_does_not_take_an_address_of_the_site(load, example):
    example["group"]["slug"] = "admin"

    [problem] = refusal_of(load, example)

    assert problem.startswith("x.json: group: The record refuses that")


CONTRADICTIONS = [
    ("E12 reads otherwise", ["acts", 11, "text"], "Technology", "Technology transfer"),
    ("2/D1 has another outcome", ["acts", 41, "outcome"], "rejected", "agreed"),
    ("2/D1 is qualified otherwise", ["acts", 41, "qualifiers"], [], "in principle"),
    ("2/D5 had one element", ["acts", 45, "elements"], ["E41"], "E40, E41"),
    ("2/D1 is known to the day", ["acts", 41, "when"], "2017-01-26", "meeting"),
    ("2/D2 has another source", ["acts", 42, "source"], "compilation", "synthesis"),
    ("E13 answers another question", ["acts", 12, "question"], 2, "1"),
    ("meeting 3 was another day", ["meetings", 2, "first_day"], "2017-05-02", "2017-05-03"),
    ("question 1 reads otherwise", ["questions", 0, "text"], "What?", None),
    ("a source is of another day", ["sources", "synthesis", "dated"], "2017-05-03", "2017-05-02"),
    ("no checksum", ["documents", 0, "sha256"], "0" * 64, None),
]


@pytest.mark.parametrize(
    ("path", "value", "recorded"),
    [contradiction[1:] for contradiction in CONTRADICTIONS],
    ids=[contradiction[0] for contradiction in CONTRADICTIONS],
)
def test_a_file_that_contradicts_the_record_is_refused(record, load, path, value, recorded):
    content = json.loads(WGEC.read_text())
    inner = content
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value

    problems = refusal_of(load, content)

    place = re.sub(r"\.(\d+)", r"[\1]", ".".join(map(str, path)))
    [problem] = problems
    assert problem.startswith(f"x.json: {place}: contradicts the record, which has “")
    if recorded is not None:
        assert problem.endswith(f"“{recorded}”.")


def test_a_number_taken_in_the_record_by_something_else_is_a_contradiction(load, example):
    load(example)
    group = WorkingGroup.objects.get(slug="wgx")
    operations.propose_element(
        group=group,
        question=group.questions.get(),
        text="From the floor",
        by=User.objects.get(username="loader"),
    )
    example["acts"].append(
        {"act": "propose_element", "element": "E3", "question": 1, "text": "Kind"}
    )

    assert refusal_of(load, example) == [
        "x.json: acts[6].text: contradicts the record, which has “From the floor”."
    ]


# ---- the record moved on


def test_what_the_secretariat_did_since_is_no_contradiction(record, load, secretary):
    meeting = Meeting.objects.get(group=record, number=3)
    operations.open_meeting(meeting=meeting, by=secretary)
    operations.reword_element(
        element=Element.objects.get(group=record, number=41),
        text="Consultation",
        reason="Shorter",
        by=secretary,
    )
    operations.make_statement(
        contributor=Contributor.objects.get(group=record, slug="cuba"),
        kind="support",
        text="We support it.",
        element=Element.objects.get(group=record, number=1),
        by=secretary,
    )

    assert load(WGEC) == f"{WGEC}: the record holds all of it already.\n"


def edit(thing: Any, by: User, **values: Any) -> None:
    for name, value in values.items():
        setattr(thing, name, value)
    operations.edit_surroundings(thing=thing, by=by, group=WorkingGroup.objects.get(slug="wgec"))


def test_what_was_edited_since_stays_and_is_told(record, load, secretary):
    edit(Meeting.objects.get(group=record, number=3), secretary, place_name="Geneva, room XX")
    edit(Source.objects.get(group=record, key="cis-inputs"), secretary, author="Many")

    assert load(WGEC) == (
        f"{WGEC}: the record holds all of it already.\n"
        f"{WGEC}: sources.cis-inputs.author: changed in the record since, to “Many”.\n"
        f"{WGEC}: meetings[2].place: changed in the record since, to “Geneva, room XX”.\n"
    )


def test_what_was_edited_since_stays_though_the_file_was_edited_too(record, load, secretary):
    edit(Source.objects.get(group=record, key="compilation"), secretary, author="Many")
    content = json.loads(WGEC.read_text())
    content["sources"]["compilation"]["author"] = "Several"

    assert load(content) == (
        "x.json: the record holds all of it already.\n"
        "x.json: sources.compilation.author: changed in the record since, to “Many”.\n"
    )


def test_what_the_file_does_not_say_the_record_may_know(record, load, secretary):
    edit(Contributor.objects.get(group=record, slug="cuba"), secretary, note="Speaks Spanish")

    assert load(WGEC) == f"{WGEC}: the record holds all of it already.\n"


def test_details_that_the_file_bettered_are_edited_by_the_load(record, load, secretary):
    operations.open_meeting(meeting=Meeting.objects.get(group=record, number=3), by=secretary)
    content = json.loads(WGEC.read_text())
    content["meetings"][2]["note"] = "More is known."
    content["contributors"]["apc"]["source"] = "compilation"

    assert load(content) == "x.json: loaded 2 details brought up to date.\n"
    meeting = Meeting.objects.get(group=record, number=3)
    assert (meeting.note, meeting.state) == ("More is known.", MeetingState.IN_SESSION)
    assert (
        str(Contributor.objects.get(group=record, slug="apc").source)
        == (content["sources"]["compilation"]["title"])
    )
    assert load(content) == "x.json: the record holds all of it already.\n"
    # The earlier file has no say any more.
    assert load(WGEC).startswith(f"{WGEC}: the record holds all of it already.\n")


def test_the_own_words_of_a_document_are_details_too(record, load):
    content = json.loads(WGEC.read_text())
    content["documents"][0] |= {"introduction": "One.\n\nTwo.", "closing": "The Chair"}

    assert load(content) == "x.json: loaded 2 details brought up to date.\n"
    synthesis = Document.objects.get(group=record, kind="synthesis")
    assert (synthesis.introduction, synthesis.closing) == ("One.\n\nTwo.", "The Chair")
    entry = Entry.objects.filter(noun="document", object_id=synthesis.pk).latest("id")
    assert ((entry.old or {})["closing"], entry.new["closing"]) == ("", "The Chair")


def test_what_was_renamed_since_is_still_known(record, load, secretary):
    edit(Contributor.objects.get(group=record, slug="apc"), secretary, slug="the-apc")
    edit(Contributor.objects.get(group=record, slug="anriette-esterhuysen"), secretary, slug="ae")
    edit(Source.objects.get(group=record, key="synthesis"), secretary, key="chairs-synthesis")
    edit(
        Contribution.objects.get(group=record, title="Proposals for a UN mechanism"),
        secretary,
        title="A mechanism",
    )

    first, *told = load(WGEC).splitlines()

    assert first == f"{WGEC}: the record holds all of it already."
    assert {line.removeprefix(f"{WGEC}: ").split(":")[0] for line in told} >= {
        "contributors.apc",
        "contributors.anriette-esterhuysen",
        "sources.synthesis",
        "contributions[5]",
    }


def test_what_was_removed_since_stays_away(record, load, secretary):
    icann = Contributor.objects.get(group=record, slug="icann")
    operations.remove_surroundings(thing=icann, by=secretary, group=record)

    assert load(WGEC) == (
        f"{WGEC}: the record holds all of it already.\n"
        f"{WGEC}: contributors.icann: removed in the record since.\n"
    )


def test_a_new_act_of_what_was_removed_is_refused_with_its_place(record, load, secretary):
    icann = Contributor.objects.get(group=record, slug="icann")
    operations.remove_surroundings(thing=icann, by=secretary, group=record)
    content = json.loads(WGEC.read_text())
    content["acts"].append(
        {
            "act": "make_statement",
            "on": "E1",
            "contributor": "icann",
            "kind": "support",
            "text": "Yes",
        }
    )

    assert refusal_of(load, content) == ["x.json: acts[48]: “icann” is no longer in the record."]


def test_the_loader_whom_an_admin_stopped_loads_nothing(record, load, admin):
    loader = User.objects.get(username="loader")
    loader.is_active = False
    operations.edit_people(thing=loader, by=admin)
    content = json.loads(WGEC.read_text())
    content["qualifiers"].append("on the last day")

    assert refusal_of(load, content) == [
        "x.json: qualifiers[6]: You may not do that in this group."
    ]


# ---- what it says


def test_a_load_tells_what_it_loaded(load, example):
    assert load(example) == (
        "x.json: loaded 1 working group, 1 source, 1 qualifier, 1 question, 1 heading, 1 meeting, "
        "1 contributor, 2 elements, 1 wording, 1 decision, 1 statement, 1 lifting, "
        "1 agenda item, 3 steps of meetings.\n"
    )


def test_on_a_terminal_the_count_stays_on_one_line(load, example, tmp_path):
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    (tmp_path / "x.json").write_text(json.dumps(example))
    out = Terminal()
    call_command("load_record", "x.json", stdout=out)

    assert out.getvalue().startswith("\rx.json: 0 of 17\rx.json: 1 of 17\r")
    assert out.getvalue().count("\n") == 1


def test_quiet_says_nothing(load, example, tmp_path):
    (tmp_path / "x.json").write_text(json.dumps(example))
    out = io.StringIO()
    call_command("load_record", "x.json", quiet=True, stdout=out)

    assert out.getvalue() == ""
