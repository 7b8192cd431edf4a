"""Reading a record file: what is refused, where, and in which words. Nothing here needs a database
but the zones and tables of the models."""

import json
import re
from copy import deepcopy
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deliberations.record_file import Malformed, read_record, read_record_file
from deliberations.record_file.shape import ACTS, RECORD

ROOT = Path(__file__).parent.parent
README = (ROOT / "fixtures/README.md").read_text()
EXAMPLE: dict[str, Any] = json.loads(re.findall(r"```json\n(.*?)```", README, re.DOTALL)[0])


def problems_of(content: Any) -> list[str]:
    """What is wrong with a file of that content, or of those bytes, without its name."""
    raw = content if isinstance(content, bytes) else json.dumps(content).encode()
    try:
        read_record(raw, "x.json")
    except Malformed as malformed:
        return [problem.removeprefix("x.json: ") for problem in malformed.problems]
    return []


def example(change: str = "", value: Any = ...) -> dict[str, Any]:
    """The example of the README, with one place changed: `acts[0].text`; `...` removes it."""
    content = deepcopy(EXAMPLE)
    if change:
        *path, last = (
            int(step) if step.isdigit() else step for step in re.findall(r"[\w/-]+", change)
        )
        inner: Any = content
        for step in path:
            inner = inner[step]
        if value is ...:
            del inner[last]
        else:
            inner[last] = value
    return content


# ---- what is well


def test_the_example_of_the_readme_is_well_formed():
    assert problems_of(EXAMPLE) == []


def test_the_record_of_the_wgec_is_well_formed():
    content = read_record_file(ROOT / "fixtures/wgec.json")

    assert [act["element"] for act in content["acts"] if act["act"] == "propose_element"] == [
        f"E{number}" for number in range(1, 42)
    ]


def test_every_source_of_the_wgec_is_used():
    text = (ROOT / "fixtures/wgec.json").read_text()

    sources = json.loads(text)["sources"]

    assert {key for key in sources if f'"source": "{key}"' not in text} == set()


def test_the_readme_names_every_name_of_the_shape():
    parts = {"sources", "contributors"}
    names: set[str] = set()

    def collect(kind: Any) -> None:
        for name, key in getattr(kind, "keys", {}).items():
            names.add(name)
            collect(key.kind)
        if hasattr(kind, "kind"):
            collect(kind.kind)

    collect(RECORD)
    for act, thing in ACTS.items():
        names.add(act)
        collect(thing)

    assert {name for name in names | parts if not re.search(rf"\b{name}\b", README)} == set()


def test_what_is_left_out_is_not_known():
    content = read_record(json.dumps(EXAMPLE).encode(), "x.json")

    assert content["meetings"][0]["chair"] == ""
    assert content["sources"]["minutes"]["author"] == ""
    assert content["acts"][0]["when"] == "unknown"
    assert content["acts"][3]["source"] == "minutes"
    assert "meeting" not in content["acts"][3]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2026-03-03T16:40", datetime(2026, 3, 3, 16, 40)),  # noqa: DTZ001 - its zone comes later
        ("2026-03-03T15:40Z", datetime(2026, 3, 3, 15, 40, tzinfo=UTC)),
        ("2026-03-03", date(2026, 3, 3)),
        ("meeting", "meeting"),
        ("unknown", "unknown"),
    ],
)
def test_a_moment_is_kept_as_exactly_as_it_is_written(written, read):
    content = read_record(json.dumps(example("acts[3].when", written)).encode(), "x.json")

    assert content["acts"][3]["when"] == read


def test_a_byte_order_mark_is_read_over():
    assert problems_of(b"\xef\xbb\xbf" + json.dumps(EXAMPLE).encode()) == []


# ---- what is no JSON


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (b"", "is not JSON: line 1, column 1: Expecting value."),
        (b'{\n  "a": 1,,\n}', "is not JSON: line 2, column 10: "),
        (b'{"a": \x00}', "is not JSON: line 1, column 7: "),
        (b'{\n"a": "\xff"}', "line 2 is not text in UTF-8."),
        (b'{"a": NaN}', "holds a number that is none (NaN, Infinity) or far too long."),
        (b"9" * 5000, "holds a number that is none (NaN, Infinity) or far too long."),
        (b"[" * 100_000, "is nested too deeply."),
        (b"[]", "expected an object, found a list."),
        (b"null", "expected an object, found null."),
    ],
)
def test_what_is_no_json_is_said_with_line_and_column(raw, problem):
    [found] = problems_of(raw)

    assert found.startswith(problem)


def test_a_file_that_is_not_there_is_said():
    with pytest.raises(Malformed, match=r"^nowhere\.json: No such file or directory\.$"):
        read_record_file(Path("nowhere.json"))


def test_a_name_that_stands_twice_is_refused():
    raw = json.dumps(EXAMPLE).replace('"slug": "wgx"', '"slug": "wgx", "slug": "wgy"')

    assert problems_of(raw.encode()) == ["group.slug: stands there twice."]


# ---- values


@pytest.mark.parametrize(
    ("place", "value", "problem"),
    [
        ("group.name", 7, "expected a text, found a number."),
        ("group.name", None, "expected a text, found null."),
        ("group.name", True, "expected a text, found true or false."),
        ("group.name", " ", "is empty. Leave it out where nothing is known."),
        ("group.name", "x" * 301, "is 301 characters long; at most 300 fit."),
        ("group.name", "a\0b", "The text holds a control character. Remove it."),
        ("group.name", "a\ud800b", "The text holds half a character. Type it again there."),
        ("group.slug", "a b", "“a b” is not a name for addresses, as “icc-basis” is."),
        (
            "group.time_zone",
            "Mars",
            "“Mars” is not the name of a time zone, as Europe/Zurich is.",
        ),
        (
            "group.sentence_agreed",
            "On {what}",
            "“{what}” is no place of a sentence. The places are {qualifiers}, {heading} and "
            "{basis}.",
        ),
        ("questions[0].number", "1", "expected a whole number, found a text."),
        ("questions[0].number", 1.0, "expected a whole number, found a number."),
        ("questions[0].number", True, "expected a whole number, found true or false."),
        ("questions[0].number", 0, "is not a number from 1 to 999999999."),
        ("questions[0].number", 10**20, "is not a number from 1 to 999999999."),
        ("questions", [], "is empty."),
        ("questions", {}, "expected a list, found an object."),
        ("meetings[0].published", 1, "expected true or false, found a number."),
        ("meetings[0].first_day", "2.3.2026", "“2.3.2026” is not a day as in “2017-01-27”."),
        ("meetings[0].first_day", "2026-02-30", "“2026-02-30” is not a day as in “2017-01-27”."),
        ("meetings[0].first_day", "0000-01-01", "“0000-01-01” is not a day as in “2017-01-27”."),
        ("meetings[0].first_day", 2026, "expected a day as in “2017-01-27”, found a number."),
        ("meetings[0].first_day", "2026-03-04", None),
        (
            "sources.minutes.url",
            "javascript:alert(1)",
            "“javascript:alert(1)” is not an address that begins with http:// or https://.",
        ),
        (
            "contributors.ada.kind",
            "persn",
            "“persn” is not one of: person, delegation, organisation. Is “person” meant?",
        ),
        (
            "acts[3].when",
            "2026-03-03T25:00",
            "“2026-03-03T25:00” says no moment: write a minute (“2017-01-27T16:40”), a day "
            "(“2017-01-27”), “meeting” or “unknown”.",
        ),
        (
            "acts[3].when",
            None,
            "expected a moment, found null.",
        ),
        ("acts[0].element", "41", "“41” is not an element, as “E41” is."),
        ("acts[3].decision", "1/5", "“1/5” is not a decision, as “2/D5” is."),
        ("acts[3].elements", [], "is empty."),
        ("acts[1]", "E2", "expected an object, found a text."),
        (
            "version",
            2,
            "2 is not a version this program reads (1).",
        ),
        ("format", "xml", "“xml” is not one of: record of a working group."),
    ],
)
def test_a_value_of_another_kind_is_said_at_its_place(place, value, problem):
    found = problems_of(example(place, value))

    if problem is None:
        assert found == ["meetings[0].last_day: is before the first day."]
    else:
        assert found == [f"{place}: {problem}"]


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("acts[0].txt", "text"),
        ("meetings[0].agenda[0].questions", "question"),
        ("contributers", "contributors"),
    ],
)
def test_an_unknown_name_is_refused_with_the_nearest_known_one(place, name):
    assert problems_of(example(place, "x")) == [f"{place}: is not known here. Is “{name}” meant?"]


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("group.slug", "slug"),
        ("meetings[0].last_day", "last_day"),
        ("acts[3].sentence", "sentence"),
    ],
)
def test_what_is_needed_is_not_left_out(place, name):
    assert problems_of(example(place)) == [
        f"{place.rpartition('.')[0]}: “{name}” is missing.",
    ]


def test_an_act_says_what_it_is():
    assert problems_of(example("acts[5].act")) == ["acts[5]: “act” is missing."]
    assert problems_of(example("acts[5].act", "lift")) == [
        "acts[5].act: “lift” is not one of: propose_element, add_proposal, reword_element, "
        "withdraw_element, record_decision, correct_decision, annul_decision, make_statement, "
        "lift_statement, issue_document."
    ]


# ---- references


@pytest.mark.parametrize(
    ("place", "value", "problem"),
    [
        ("group.source", "minute", "“minute” is not one of the file's sources (minutes)."),
        ("acts[0].question", 7, "7 is not one of the file's questions (1)."),
        ("acts[4].meeting", 2, "2 is not one of the file's meetings (1)."),
        ("acts[4].contributor", "bob", "“bob” is not one of the file's contributors (ada)."),
        ("acts[2].element", "E3", "“E3” is not one of the file's elements (E1, E2)."),
        ("acts[4].on", "E3", "“E3” is not one of the file's elements (E1, E2)."),
        ("acts[4].on", "1/D2", "“1/D2” is not one of the file's decisions (1/D1)."),
        ("acts[3].qualifiers[0]", "tout", "“tout” is not one of the file's qualifiers"),
        (
            "acts[0].proposed_by[0].contribution",
            "A paper",
            "“A paper” is not one of the file's contributions (there are none).",
        ),
        ("acts[5].statement", "x", "“x” is not one of the file's statements (ada-on-true)."),
        ("meetings[0].agenda[0].question", 2, "2 is not one of the file's questions (1)."),
    ],
)
def test_what_is_referred_to_stands_in_the_file(place, value, problem):
    [found] = problems_of(example(place, value))

    assert found.startswith(f"{place}: {problem}")


def test_a_thing_that_can_not_be_read_is_not_also_said_to_be_missing():
    assert problems_of(example("questions[0].number", "one")) == [
        "questions[0].number: expected a whole number, found a text."
    ]


# ---- what must fit together


@pytest.mark.parametrize(
    ("place", "value", "problem"),
    [
        (
            "acts[1].element",
            "E3",
            "acts[1].element: elements are numbered in the order of their proposal: expected E2.",
        ),
        (
            "acts[2].wording",
            3,
            "acts[2].wording: wordings are numbered in their order: expected 2.",
        ),
        (
            "meetings[0].state",
            "planned",
            "acts[3].decision: meeting 1 is planned; only one in session or closed has decided.",
        ),
        (
            "acts[3].heading",
            "outcomes",
            "acts[3].heading: “outcomes” is not a heading of question 1 (qualities).",
        ),
        (
            "acts[0].heading",
            "outcomes",
            "acts[0].heading: “outcomes” is not a heading of question 1 (qualities).",
        ),
        ("acts[3].elements", ["E1", "E2", "E1"], "acts[3].elements[2]: stands there twice."),
        ("meetings[0].last_day", "2026-01-01", "meetings[0].last_day: is before the first day."),
        (
            "meetings[0].agenda[0]",
            {"note": "x"},
            "meetings[0].agenda[0]: needs a title, a question or an element: what is it about?",
        ),
        (
            "contributors.ada.affiliation",
            "ada",
            "contributors.ada.affiliation: leads back to itself.",
        ),
        (
            "acts[2].when",
            "meeting",
            None,
        ),
    ],
)
def test_what_does_not_fit_together_is_said(place, value, problem):
    content = example(place, value)
    if place == "acts[1].element":
        content["acts"][3]["elements"] = ["E1"]

    assert problems_of(content) == ([problem] if problem else [])


def test_known_only_to_a_meeting_needs_the_meeting():
    content = example("acts[2].when", "meeting")
    del content["acts"][2]["meeting"]

    assert problems_of(content) == [
        "acts[2].when: “meeting” says which one only together with “meeting”."
    ]


def test_decisions_are_numbered_in_their_meeting():
    content = example()
    content["acts"].append({**content["acts"][3], "decision": "1/D3", "reconsiders": "Why not"})
    content["acts"].append({**content["acts"][3], "decision": "9/D1"})

    assert problems_of(content) == [
        "acts[6].decision: decisions are numbered in their order: expected 1/D2.",
        "acts[7].decision: 9 is not one of the file's meetings.",
    ]


def test_an_act_follows_those_it_is_about():
    content = example()
    content["acts"].reverse()

    assert problems_of(content) == [
        "acts[0].statement: is made only later in the file.",
        "acts[1].on: 1/D1 is recorded only later in the file.",
        "acts[2].elements: E1 is proposed only later in the file.",
        "acts[3].element: E1 is proposed only later in the file.",
        "acts[4].element: elements are numbered in the order of their proposal: expected E1.",
        "acts[5].element: elements are numbered in the order of their proposal: expected E3.",
    ]


def test_a_correction_stands_in_the_place_of_an_earlier_decision():
    content = example()
    correction = {**content["acts"][3], "act": "correct_decision", "reason": "A slip."}
    content["acts"].append({**correction, "decision": "1/D2", "corrects": "1/D2"})

    assert problems_of(content) == ["acts[6].corrects: 1/D2 is recorded only later in the file."]


def test_a_decision_on_elements_of_several_questions_says_whose_heading_it_names():
    content = example()
    content["questions"].append({"number": 2, "text": "And bad?"})
    content["acts"][1]["question"] = 2

    assert problems_of(content) == [
        "acts[3].heading: the elements answer several questions: say with “question” of which "
        "one it is a heading."
    ]
    content["acts"][3]["question"] = 1
    assert problems_of(content) == []


@pytest.mark.parametrize("part", ["questions", "meetings"])
def test_a_number_is_given_once(part):
    content = example()
    content[part].append(content[part][0])

    assert problems_of(content) == [f"{part}[1].number: stands there twice."]


def test_contributors_contributions_and_documents_have_names_of_their_own():
    content = example()
    content["contributors"]["lovelace"] = content["contributors"]["ada"]
    content["contributions"] = [{"title": "A paper"}] * 2
    content["documents"] = [{"title": "Report", "kind": "report"}] * 2

    assert problems_of(content) == [
        "contributions[1].title: stands there twice.",
        "documents[1].title: stands there twice.",
        "contributors.lovelace.name: stands there twice.",
    ]


# ---- all of it


def test_all_problems_are_told_together():
    content = example("group.name", 7)
    content["meetings"][0]["first_day"] = "soon"
    content["acts"][1]["question"] = 3

    assert problems_of(content) == [
        "group.name: expected a text, found a number.",
        "meetings[0].first_day: “soon” is not a day as in “2017-01-27”.",
        "acts[1].question: 3 is not one of the file's questions (1).",
    ]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
PLACES = [
    "group",
    "group.time_zone",
    "sources.minutes",
    "questions[0]",
    "questions[0].headings",
    "meetings[0].agenda[0]",
    "contributors.ada",
    "contributors",
    "qualifiers",
    "acts",
    "acts[0].proposed_by",
    "acts[0].question",
    "acts[2].wording",
    "acts[3].decision",
    "acts[3].elements",
    "acts[3].when",
    "acts[4].on",
]


@settings(deadline=None)  # the machine may be busy
@given(place=st.sampled_from(PLACES), value=JSON)
def test_whatever_stands_in_a_file_the_answer_is_a_list_of_sentences(place, value):
    for problem in problems_of(example(place, value)):
        assert problem.isprintable()
        assert problem.endswith((".", "?"))
