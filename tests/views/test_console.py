"""The console: choose elements, say what was decided, see what will happen, gavel."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from deliberations.models import Correction, Decision, Meeting, MeetingState, WorkingGroup
from tests.acts import decide, draft, reword, withdraw
from tests.factories import MeetingFactory, QualifierFactory
from tests.pages import errors, fields_of, filled_in, gavel, read, send
from tests.sql import sql

pytestmark = pytest.mark.django_db

CONSOLE = "/small/meetings/1/record/"
FIRST = "/small/meetings/1/decisions/1/"


# ---- the console, with scripts off


def test_a_meeting_that_is_not_in_session_is_opened_from_the_console(group, clerks_client):
    meeting = MeetingFactory(group=group, number=3, state=MeetingState.PLANNED)
    console = "/small/meetings/3/record/"
    page = read(clerks_client.get(console))
    form = page.one("form", id="open")

    opened = clerks_client.post(form.attrs["action"], fields_of(form))

    [button] = page.all("button", form="open")
    assert button.text == "Open the meeting"
    assert (opened.status_code, opened["Location"]) == (303, console)
    meeting.refresh_from_db()
    assert meeting.is_in_session
    assert read(clerks_client.get(console)).all("button", form="open") == []


def test_where_the_group_has_no_qualifiers_it_is_said_where_they_are_added(
    group, meeting, clerks_client
):
    group.qualifiers.all().delete()

    chips = read(clerks_client.get(CONSOLE)).one("fieldset", id="id_qualifiers")

    assert chips.one("p").text == "The group has none yet, as “in principle”. Add one"
    assert chips.links() == [f"/admin/deliberations/qualifier/add/?group={group.pk}"]


def test_the_secretary_chooses_sees_what_will_happen_and_gavels(
    group, stand, meeting, clerks_client
):
    page = clerks_client.get(CONSOLE)
    form = {**filled_in(page), "elements": ["2", "4"], "outcome": "deferred", "sentence": "Later."}

    seen = clerks_client.post(CONSOLE, {**form, "do": "foresee"})
    done = clerks_client.post(CONSOLE, {**filled_in(seen), "do": "record"})

    assert read(page).texts("p", class_="small")[0] == "Will be 1/D1 if gavelled now"
    assert (seen.status_code, done.status_code) == (200, 200)
    assert read(seen).one(id="preview").text == "2 elements will be deferred to report E2 E4"
    assert read(done).one("div", class_="done").text == "1/D1 is recorded: Later."
    assert read(done).one("div", class_="done").links() == [FIRST]
    assert stand(group) == {
        "E1": "proposed",
        "E2": "deferred",
        "E3": "proposed",
        "E4": "deferred",
        "E5": "proposed",
    }


def test_a_decision_is_recorded_as_the_form_says_it(group, meeting, clerk, clerks_client):
    phrase, heading = group.qualifiers.get(), group.questions.get().headings.get()

    gavel(
        clerks_client,
        CONSOLE,
        elements=["3", "1"],
        outcome="rejected",
        basis="vote",
        heading=heading.pk,
        qualifiers=[phrase.pk],
        sentence="Not these,\r\nsaid the group.",
        known_to="minute",
        day="2017-01-27",
        time_of_day="10:30",
    )

    decision = Decision.objects.get(meeting=meeting)
    assert (decision.outcome, decision.basis, decision.heading) == ("rejected", "vote", heading)
    assert decision.sentence == "Not these,\nsaid the group."
    assert [q.qualifier for q in decision.qualifications.all()] == [phrase]
    assert (decision.happened_at, decision.known_to) == (
        datetime(2017, 1, 27, 9, 30, tzinfo=UTC),
        "minute",
    )
    assert [d.element.number for d in decision.dispositions.order_by("position")] == [1, 3]
    assert decision.recorded_by == clerk


def test_the_console_says_where_each_element_stands_the_open_ones_first(
    meeting, elements, clerks_client
):
    decide(meeting, elements[1])
    withdraw(elements[2])

    choices = read(clerks_client.get(CONSOLE)).one("fieldset", class_="choose")

    assert choices.texts("li") == [
        "E1 Small thing 1 Proposed",
        "E4 Small thing 4 Proposed",
        "E5 Small thing 5 Proposed",
        "E2 Small thing 2 Agreed",
        "E3 Small thing 3 Withdrawn",
    ]


def test_what_will_happen_is_told_of_every_kind_of_element(
    group, meeting, elements, clerks_client
):
    decide(meeting, elements[1])
    decide(meeting, elements[2], outcome="rejected")
    withdraw(elements[3])
    form = filled_in(clerks_client.get(CONSOLE))
    reword(elements[4], "Small thing five")

    answer = clerks_client.post(
        CONSOLE,
        {**form, "elements": ["1", "2", "3", "4", "5"], "outcome": "agreed", "do": "foresee"},
    )

    assert [node.text for node in read(answer).one(id="preview") if node.tag in ("p", "li")] == [
        "2 elements will be agreed E1 E5",
        "1 was decided otherwise E3 (rejected, 1/D2)",
        "This decision reconsiders that and will say so: give the reason below.",
        "1 is already agreed E2 (1/D1)",
        "Leave out what is already so, or give the reason why the group decides it again.",
        "1 is withdrawn and can’t be decided on E4",
        "1 changed since you opened this page",
        "E5: proposed, “Small thing five”",
    ]
    assert Decision.objects.filter(meeting=meeting).count() == 2


def test_to_see_what_a_later_meeting_decided_is_to_see_that_it_stays(
    group, meeting, elements, unpublished, clerks_client
):
    decide(unpublished, elements[0])

    seen = send(
        clerks_client, CONSOLE, {"elements": ["1"], "outcome": "rejected", "do": "foresee"}
    )
    refused = gavel(clerks_client, CONSOLE, elements=["1"], reconsiders="We were first.")

    assert read(seen).one(id="preview").text == "1 was decided on by a later meeting E1 (2/D1)"
    assert refused.status_code == 422
    assert errors(refused) == [
        "E1 was decided on by a later meeting. A late entry can only correct."
    ]


def test_with_too_little_nothing_is_foreseen(meeting, clerks_client):
    answer = send(clerks_client, CONSOLE, {"elements": ["1"], "do": "foresee"})

    assert answer.status_code == 200
    assert read(answer).one(id="preview").text == (
        "Choose elements and an outcome to see what will happen."
    )


def test_after_a_decision_the_form_is_a_new_one(meeting, clerks_client):
    before = filled_in(clerks_client.get(CONSOLE))

    after = fields_of(read(gavel(clerks_client, CONSOLE)).one("form", class_="console"))

    assert after["intention"] != before["intention"]
    assert after["seen"] > before["seen"]
    same = before.keys() - {"intention", "seen", "window", "csrfmiddlewaretoken"}
    assert {name: after[name] for name in same} == {name: before[name] for name in same}


def test_a_reconsideration_says_so_at_both_decisions(group, meeting, elements, clerks_client):
    decide(meeting, elements[0], sentence="Agreed first.")

    answer = gavel(
        clerks_client,
        CONSOLE,
        elements=["1"],
        outcome="rejected",
        sentence="Rejected then.",
        reconsiders="New facts.",
    )

    assert answer.status_code == 200
    earlier = read(clerks_client.get(FIRST)).one("p", class_="draft")
    assert earlier.text.startswith("Reconsideration: 1/D2. “New facts.” recorded ")
    later = read(clerks_client.get("/small/meetings/1/decisions/2/"))
    assert later.one("ul", class_="elements").texts("li") == ["E1Small thing 1 was agreed (1/D1)"]
    assert "Reconsiders 1/D1: “New facts.”" in later.texts("p")


# ---- a refused form


FULL: dict[str, Any] = {
    "elements": ["1", "3"],
    "outcome": "rejected",
    "basis": "consensus",
    "sentence": "  Two lines\n\nand a <b>mark</b> & “more” ",
    "reconsiders": "Because of “that”",
    "known_to": "minute",
    "day": "2017-01-27",
    "time_of_day": "10:30",
}


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"elements": []}, "Elements: Choose at least one element."),
        ({"elements": ["1", "77"]}, "Elements: The group has no element E77."),
        ({"elements": ["1", "x"]}, "Elements: “x” is not the number of an element."),
        ({"outcome": []}, "Outcome: Choose the outcome."),
        (
            {"sentence": ""},
            "Sentence, as it will stand in the record: Write the sentence of the decision.",
        ),
        (
            {"sentence": "\n \n"},
            "Sentence, as it will stand in the record: Write the sentence of the decision.",
        ),
        ({"day": ""}, "Day: Give the day, or choose another “when”."),
        ({"time_of_day": ""}, "Time: Give the time, or choose “on a day”."),
        ({"time_of_day": "25:00"}, "Time: Enter a valid time."),
        ({"day": "1066-10-14"}, "Day: That is before there were such groups."),
        ({"elements": ["2"], "reconsiders": ""}, "Why the group reconsiders: E2 is already "
         "decided. Say why the group reconsiders it."),
        ({"elements": ["2", "4"]}, "E4 is withdrawn. Leave it out, or propose it again first."),
    ],
)  # fmt: skip
def test_a_refused_form_says_why_and_keeps_every_keystroke(
    group, meeting, elements, clerks_client, wrong, sentence
):
    decide(meeting, elements[1])
    withdraw(elements[3])
    phrase, heading = group.qualifiers.get(), group.questions.get().headings.get()
    sent = {
        **filled_in(clerks_client.get(CONSOLE)),
        **FULL,
        "heading": str(heading.pk),
        "qualifiers": str(phrase.pk),
        **wrong,
    }

    answer = clerks_client.post(CONSOLE, {**sent, "do": "record"})

    assert answer.status_code == 422
    assert errors(answer) == [sentence]
    assert Decision.objects.filter(meeting=meeting).count() == 1
    kept = {**filled_in(answer), "csrfmiddlewaretoken": sent["csrfmiddlewaretoken"]}
    # What is no element of the group can't stand in the list of its elements.
    sent["elements"] = [number for number in sent["elements"] if number not in ("77", "x")]
    assert kept == {
        name: [value] if isinstance(value, str) else value
        for name, value in sent.items()
        if value != []
    }


def test_a_meeting_not_in_session_decides_nothing(meeting, clerks_client):
    Meeting.objects.filter(pk=meeting.pk).update(state=MeetingState.CLOSED)

    answer = gavel(clerks_client, CONSOLE)

    assert answer.status_code == 422
    assert errors(answer) == [
        "Meeting 1 is closed. What it recorded can be corrected, nothing added."
    ]
    assert read(answer).texts("p", class_="draft") == [
        "The meeting is closed. What it recorded can be corrected on the page of the decision."
    ]


def test_elements_changed_since_the_page_was_opened_are_named_and_nothing_is_recorded(
    meeting, elements, clerks_client
):
    form = {
        **filled_in(clerks_client.get(CONSOLE)),
        "elements": ["1", "2"],
        "outcome": "agreed",
        "sentence": "Both.",
    }
    decide(meeting, elements[0], outcome="rejected")
    reword(elements[1], "Small thing two")
    reword(elements[2], "Not chosen, so of no matter")

    answer = clerks_client.post(CONSOLE, {**form, "do": "record"})

    assert answer.status_code == 409
    assert errors(answer) == [
        "E1 changed since you opened this page: it is rejected and reads “Small thing 1”. "
        "E2 changed since you opened this page: it is proposed and reads “Small thing two”.",
        "Nothing was recorded. Look again, then gavel again.",
    ]
    assert meeting.decisions.count() == 1
    kept = filled_in(answer)
    assert {name: kept[name] for name in ("elements", "outcome", "sentence", "intention")} == {
        "elements": ["2", "1"],  # E1 is no longer open
        "outcome": ["agreed"],
        "sentence": ["Both."],
        "intention": form["intention"],
    }


def test_who_looked_again_can_gavel_again(meeting, elements, clerks_client):
    form = {**filled_in(clerks_client.get(CONSOLE)), "elements": ["1"], "outcome": "agreed"}
    reword(elements[0], "Small thing one")
    refused = clerks_client.post(CONSOLE, {**form, "sentence": "Yes.", "do": "record"})

    answer = clerks_client.post(CONSOLE, {**filled_in(refused), "do": "record"})

    assert (refused.status_code, answer.status_code) == (409, 200)
    assert read(answer).one("div", class_="done").text == "1/D1 is recorded: Yes."
    assert meeting.decisions.get().dispositions.get().wording.text == "Small thing one"


# ---- sent twice


def test_the_same_form_sent_twice_records_once_and_answers_the_same(meeting, clerks_client):
    form = {
        **filled_in(clerks_client.get(CONSOLE)),
        "elements": ["1", "2"],
        "outcome": "agreed",
        "sentence": "Once.",
        "do": "record",
    }

    answers = [clerks_client.post(CONSOLE, form) for _ in range(3)]

    assert [answer.status_code for answer in answers] == [200, 200, 200]
    assert [read(answer).one("div", class_="done").text for answer in answers] == [
        "1/D1 is recorded: Once."
    ] * 3
    assert meeting.decisions.count() == 1


def test_what_was_decided_now_is_the_same_when_it_is_sent_again_later(
    meeting, clerks_client, monkeypatch
):
    form = {
        **filled_in(clerks_client.get(CONSOLE)),
        "elements": ["1"],
        "outcome": "agreed",
        "sentence": "Now.",
        "known_to": "now",
        "do": "record",
    }
    first = clerks_client.post(CONSOLE, form)
    later = timezone.now() + timedelta(minutes=10)
    monkeypatch.setattr("django.utils.timezone.now", lambda: later)

    second = clerks_client.post(CONSOLE, form)

    assert [read(answer).one("div", class_="done").text for answer in (first, second)] == [
        "1/D1 is recorded: Now."
    ] * 2
    decision = meeting.decisions.get()
    assert decision.known_to == "minute"
    assert timedelta(0) <= decision.recorded_at - decision.happened_at < timedelta(minutes=1)


def test_the_same_form_with_another_content_is_refused(meeting, clerks_client):
    form = {
        **filled_in(clerks_client.get(CONSOLE)),
        "elements": ["1"],
        "outcome": "agreed",
        "sentence": "One.",
        "do": "record",
    }
    clerks_client.post(CONSOLE, form)

    answer = clerks_client.post(CONSOLE, {**form, "sentence": "Another."})

    assert answer.status_code == 422
    assert errors(answer) == [
        "This form was sent before with another content and is recorded as 1/D1. Look at that "
        "decision; to record a further one, open the form anew."
    ]
    assert meeting.decisions.get().sentence == "One."


# ---- the console, in place


def piece(answer):
    """The one element of an answer that is no whole page."""
    [node] = [child for child in read(answer).children if child.tag]
    return node


HTMX = {"HX-Request": "true"}


@pytest.mark.parametrize("target", ["console", "div#console"])
def test_in_place_the_console_is_answered_alone(meeting, clerks_client, target):
    headers = {**HTMX, "HX-Target": target}

    done = send(
        clerks_client,
        CONSOLE,
        {"elements": ["1"], "outcome": "agreed", "sentence": "Yes.", "do": "record"},
        **headers,
    )
    refused = send(clerks_client, CONSOLE, {"elements": ["2"], "do": "record"}, **headers)

    assert (done.status_code, refused.status_code) == (200, 422)
    assert [piece(answer).attrs["id"] for answer in (done, refused)] == ["console", "console"]
    assert piece(done).one("div", class_="done").text == "1/D1 is recorded: Yes."
    assert errors(refused) == [
        "Outcome: Choose the outcome.",
        "Sentence, as it will stand in the record: Write the sentence of the decision.",
    ]


GAVEL = {**HTMX, "HX-Target": "div#recorded"}


def test_a_gavel_in_place_is_told_alone_with_what_changed_since_and_what_a_new_form_needs(
    meeting, elements, clerks_client
):
    page = clerks_client.get(CONSOLE)
    form = {**filled_in(page), "elements": ["1"], "outcome": "agreed", "sentence": "Yes."}
    reword(elements[4], "By somebody else meanwhile")

    answers = [
        clerks_client.post(CONSOLE, {**form, "do": "record"}, headers=GAVEL) for _ in range(2)
    ]

    assert read(page).one("form", class_="console").attrs["hx-target"] == "#recorded"
    assert meeting.decisions.count() == 1
    for answer in answers:
        told = read(answer)
        assert answer.status_code == 200
        assert "HX-Retarget" not in answer
        assert len(answer.content) < 3_000
        assert told.one("div", class_="done").text == "1/D1 is recorded: Yes."
        assert told.one(id="changed").texts("li") == [
            "E5 By somebody else meanwhile Proposed",
            "E1 Small thing 1 Agreed",
        ]
        new = {node.attrs["name"]: node.attrs["value"] for node in told.all(hx_swap_oob="true")
               if node.tag == "input"}  # fmt: skip
        now = filled_in(clerks_client.get(CONSOLE))
        assert new.keys() == {"intention", "seen"}
        assert [new["seen"]] == now["seen"]
        assert [new["intention"]] != form["intention"]
        assert told.one(id="preview").text == (
            "Choose elements and an outcome to see what will happen."
        )
        assert told.one(id="kept").text == "Keep as draft"
    ranks = {
        row.text: row.attrs["data-rank"]
        for row in read(clerks_client.get(CONSOLE)).one("fieldset", class_="choose").all("li")
    }
    assert sorted(ranks, key=lambda text: ranks[text]) == list(ranks)
    assert {
        row.text: row.attrs["data-rank"] for row in told.one(id="changed").all("li")
    }.items() < (ranks.items())


def whole_in_its_place(answer):
    """Whether it is the console, and htmx is told to put it there."""
    return answer.get("HX-Retarget") == "#console" and piece(answer).attrs["id"] == "console"


def test_a_form_that_a_gavel_does_not_make_new_is_answered_whole(group, meeting, clerks_client):
    filled = {"elements": ["1"], "outcome": "agreed", "sentence": "Yes.", "do": "record"}
    form = {**filled_in(clerks_client.get(CONSOLE)), **filled}

    refused = clerks_client.post(CONSOLE, {**form, "sentence": ""}, headers=GAVEL)
    floor = clerks_client.post(CONSOLE, {**form, "do": "floor"}, headers=GAVEL)
    QualifierFactory(group=group, phrase="for the time being")
    done = clerks_client.post(CONSOLE, form, headers=GAVEL)

    assert [answer.status_code for answer in (refused, floor, done)] == [422, 200, 200]
    assert [whole_in_its_place(answer) for answer in (refused, floor, done)] == [True] * 3
    # What they hold could not be emptied to a new form; that of the last is one.
    targets = [
        read(answer).one("form", class_="console").attrs["hx-target"]
        for answer in (refused, floor, done)
    ]
    assert targets == ["#console", "#console", "#recorded"]
    assert "for the time being" in read(done).one("form", class_="console").text


def test_with_the_form_of_a_draft_or_of_a_slip_a_gavel_is_answered_whole(
    meeting, elements, clerk, clerks_client
):
    one = draft(meeting, "So far", by=clerk)
    decide(meeting, elements[0])

    for address in [f"{CONSOLE}?draft={one.pk}", f"{CONSOLE}?anew=1"]:
        form = read(clerks_client.get(address)).one("form", class_="console")
        assert form.attrs["hx-target"] == "#console"


@pytest.mark.parametrize("target", ["preview", "div#preview"])
def test_in_place_what_will_happen_is_answered_alone(meeting, clerks_client, target):
    answer = send(
        clerks_client,
        CONSOLE,
        {"elements": ["1"], "outcome": "agreed", "do": "foresee"},
        **HTMX,
        **{"HX-Target": target},
    )

    assert piece(answer).attrs["id"] == "preview"
    assert piece(answer).text == "1 element will be agreed E1"


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"HX-Target": "console"},
        HTMX,
        {**HTMX, "HX-Target": "main"},
        {**HTMX, "HX-Target": "console#"},
        {**HTMX, "HX-Target": "console", "HX-History-Restore-Request": "true"},
    ],
)
def test_what_asks_for_no_piece_of_the_page_gets_the_whole(meeting, clerks_client, headers):
    answer = clerks_client.get(CONSOLE, headers=headers)

    assert piece(answer).tag == "html"


def test_a_piece_is_as_it_is_on_the_page(meeting, elements, clerks_client):
    decide(meeting, elements[0])
    page = read(clerks_client.get(CONSOLE))

    for name in ("console", "preview"):
        answer = clerks_client.get(CONSOLE, headers={**HTMX, "HX-Target": name})

        assert piece(answer).text == page.one(id=name).text


# ---- the sentence, in the group's manner


def test_without_scripts_the_sentence_is_written_when_it_is_asked_what_will_happen(
    group, meeting, clerks_client
):
    heading = group.questions.get().headings.get()
    form = {
        **filled_in(clerks_client.get(CONSOLE)),
        "elements": ["1", "2"],
        "outcome": "agreed",
        "basis": "non-objection",
        "heading": str(heading.pk),
        "qualifiers": str(group.qualifiers.get().pk),
    }

    written = filled_in(clerks_client.post(CONSOLE, {**form, "do": "foresee"}))
    kept = filled_in(
        clerks_client.post(CONSOLE, {**form, "sentence": "In our words.", "do": "foresee"})
    )

    assert written["sentence"] == [
        "The Group agreed, in principle, on the following sizes on a non-objection basis"
    ]
    assert kept["sentence"] == ["In our words."]


def test_the_sentence_follows_the_pattern_of_the_group(group, meeting, clerks_client):
    WorkingGroup.objects.filter(pk=group.pk).update(
        sentence_rejected="Not{qualifiers} these {heading}{basis}"
    )
    form = {
        **filled_in(clerks_client.get(CONSOLE)),
        "elements": ["1"],
        "outcome": "rejected",
        "do": "foresee",
    }

    assert filled_in(clerks_client.post(CONSOLE, form))["sentence"] == ["Not these elements"]


@pytest.mark.parametrize("pattern", ["{", "{0}", "{outcome}", "{heading.x}", "{basis:x}"])
def test_a_pattern_written_past_the_forms_stops_nobody(group, meeting, clerks_client, pattern):
    WorkingGroup.objects.filter(pk=group.pk).update(sentence_rejected=pattern)
    form = {**filled_in(clerks_client.get(CONSOLE)), "outcome": "rejected", "do": "foresee"}

    assert filled_in(clerks_client.post(CONSOLE, form))["sentence"] == [
        "The Group agreed that the following elements should not be considered"
    ]


# ---- a slip of the gavel


def test_a_slip_is_put_right_at_once_and_both_acts_stay(meeting, clerks_client):
    recorded = gavel(clerks_client, CONSOLE, outcome="rejected")
    slip = read(recorded).one("form", class_="put-right").attrs["action"]

    answers = [clerks_client.post(slip, follow=True) for _ in "12"]

    assert [a.redirect_chain for a in answers] == [[(f"{CONSOLE}?anew=1", 303)]] * 2
    anew = filled_in(answers[0])
    assert (anew["elements"], anew["outcome"], anew["sentence"]) == (
        ["1", "2"],
        ["rejected"],
        ["So agreed."],
    )
    decision = Decision.objects.get(meeting=meeting)
    assert [(c.kind, c.reason) for c in decision.corrections.all()] == [
        ("annulment", "A slip of the gavel, put right at once.")
    ]
    assert (
        read(clerks_client.get(FIRST))
        .one("p", class_="draft")
        .text.startswith("Annulment. “A slip of the gavel, put right at once.”")
    )


def test_over_a_slip_nothing_that_was_written_is_lost(group, meeting, elements, clerks_client):
    decide(meeting, elements[0])
    wrote = {
        **FULL,
        "elements": ["1", "2"],
        "qualifiers": [str(group.qualifiers.get().pk)],
        "heading": str(group.questions.get().headings.get().pk),
    }
    slip = read(gavel(clerks_client, CONSOLE, **wrote)).one("form", class_="put-right")

    anew = filled_in(clerks_client.post(slip.attrs["action"], follow=True))

    # E1 is decided, so it stands after E2 in the list; a time is given back with its seconds.
    wrote |= {"elements": ["2", "1"], "time_of_day": "10:30:00"}
    assert {name: anew[name] for name in wrote} == {
        name: value if isinstance(value, list) else [value.strip()]
        for name, value in wrote.items()
    }


def test_what_was_recorded_a_while_ago_is_no_slip(meeting, elements, clerks_client):
    decide(meeting, elements[0])
    sql("SET CONSTRAINTS ALL IMMEDIATE")
    sql("ALTER TABLE deliberations_decision DISABLE TRIGGER USER")
    sql("UPDATE deliberations_decision SET recorded_at = recorded_at - interval '46 seconds'")

    answer = clerks_client.post(f"{FIRST}put-right/", follow=True)

    assert answer.redirect_chain == [(FIRST, 303)]
    assert read(answer).texts("p", class_="error") == [
        "1/D1 was recorded more than 30 seconds ago. Annul it, and say why."
    ]
    assert not Correction.objects.exists()


@pytest.mark.parametrize("number", ["2", "0", "x", "²", "1" * 30])
def test_what_is_no_decision_of_the_meeting_is_not_begun_from(meeting, clerks_client, number):
    answer = clerks_client.get(CONSOLE, {"anew": number})

    assert answer.status_code == 400
    assert f"“{number}” is not the number of a decision" in answer.text
