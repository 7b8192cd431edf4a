"""One decision, and how it is put right."""

from typing import Any

import pytest

from deliberations.models import Correction, Decision
from tests.acts import correct, decide, state
from tests.pages import errors, filled_in, gavel, read, send
from tests.papers.reading import words_of

pytestmark = pytest.mark.django_db

CONSOLE = "/small/meetings/1/record/"
FIRST = "/small/meetings/1/decisions/1/"
HTMX = {"HX-Request": "true"}


def test_a_decision_is_told_with_its_elements_in_the_order_of_its_list(
    group, meeting, elements, client
):
    decide(
        meeting,
        elements[2],
        elements[0],
        sentence="These, in that order.",
        basis="silence",
        heading=group.questions.get().headings.get(),
        qualifiers=[group.qualifiers.get()],
        outcome="deferred",
    )

    page = read(client.get(FIRST))

    assert page.one("h1").text == "Decision 1/D1"
    assert page.one("p", class_="sentence").text == "These, in that order."
    assert page.one("ul", class_="elements").texts("li") == [
        "E3Small thing 3",
        "E1Small thing 1",
    ]
    assert page.one("dl").description == {
        "Decided": "during the meeting of 26–27 Jan 2017",
        "Basis": "silence procedure",
        "Qualifiers": "in principle",
        "Heading": "sizes",
        "Cite as": "WGS, 1/D1",
    }


def test_what_was_said_of_a_decision_stands_with_it(group, meeting, elements, contributor, client):
    decision = decide(meeting, elements[0])
    state(decision=decision, contributor=contributor, text="We can’t live with it.")

    page = read(client.get(FIRST))

    [statement] = page.all("li", class_="statement")
    assert statement.all("div")[0].text == (
        "Reservation by Anthill · when, the sources do not say"
    )
    assert statement.one("p", class_="quote").text == "We can’t live with it."


def test_a_decision_as_data(group, meeting, elements, contributor, client):
    decide(meeting, elements[0], sentence="Wrong.", outcome="rejected", known_to="unknown")
    first = Decision.objects.get(meeting=meeting)
    state(decision=first, contributor=contributor, text="No.")
    second = correct(first, elements[0], sentence="Right.", reason="A slip.")

    def data(number: int, sentence: str, decision: Decision, **more: Any) -> dict[str, Any]:
        return {
            "group": {
                "slug": "small",
                "short_name": "WGS",
                "name": "Working Group on Small Things",
                "url": "/small/",
            },
            "reference": f"1/D{number}",
            "meeting": 1,
            "number": number,
            "outcome": "rejected",
            "basis": "not-stated",
            "qualifiers": [],
            "heading": None,
            "sentence": sentence,
            "url": f"/small/meetings/1/decisions/{number}/",
            "happened_at": None,
            "recorded_at": decision.recorded_at.isoformat(),
            "source": None,
            "dispositions": [
                {
                    "element": "E1",
                    "text": "Small thing 1",
                    "wording": 1,
                    "amended": False,
                    "from": "proposed",
                    "to": "rejected",
                    "reconsiders": None,
                }
            ],
            **more,
        }

    def told(number: int) -> dict[str, Any]:
        found: dict[str, Any] = client.get(f"/small/meetings/1/decisions/{number}.json").json()
        assert found.pop("cite")["url"] == (
            f"http://testserver/small/meetings/1/decisions/{number}/"
        )
        return found

    assert told(1) == data(
        1,
        "Wrong.",
        first,
        known_to="unknown",
        in_force=False,
        corrections=[{"kind": "clerical", "reason": "A slip.", "by": "1/D2"}],
        corrects=[],
        statements=[{"by": "ant", "kind": "reservation", "text": "No."}],
    )
    assert told(2) == data(
        2,
        "Right.",
        second,
        known_to="meeting",
        in_force=True,
        corrections=[],
        corrects=[{"kind": "clerical", "reason": "A slip.", "decision": "1/D1"}],
        statements=[],
    )


# ---- to put right


def test_what_a_decision_disposed_of_comes_first_where_it_is_corrected(
    meeting, elements, clerks_client
):
    decide(meeting, elements[3], elements[1])

    page = read(clerks_client.get(f"{FIRST}correct/"))

    assert page.one("fieldset", id="id_elements").texts("span", class_="n") == [
        "E2",
        "E4",
        "E1",
        "E3",
        "E5",
    ]


def test_a_recorded_decision_is_corrected_by_a_further_act(
    group, stand, meeting, elements, clerks_client, client
):
    decide(meeting, elements[0], elements[1], sentence="Agreed: one and two.")
    page = clerks_client.get(f"{FIRST}correct/")

    answer = clerks_client.post(
        f"{FIRST}correct/",
        {
            **filled_in(page),
            "elements": ["1", "3"],
            "sentence": "Agreed: one and three.",
            "reason": "Two was read for three.",
        },
    )

    assert filled_in(page)["elements"] == ["1", "2"]
    assert filled_in(page)["sentence"] == ["Agreed: one and two."]
    assert (answer.status_code, answer["Location"]) == (303, "/small/meetings/1/decisions/2/")
    assert stand(group) == {
        "E1": "agreed",
        "E2": "proposed",
        "E3": "agreed",
        "E4": "proposed",
        "E5": "proposed",
    }
    wrong, right = read(client.get(FIRST)), read(client.get(answer["Location"]))
    assert wrong.one("p", class_="draft").text.startswith(
        "Clerical error: 1/D2 stands in its place. “Two was read for three.” recorded "
    )
    assert wrong.one("p", class_="sentence").text == "Agreed: one and two."
    assert "Corrects a clerical error in 1/D1: “Two was read for three.”" in right.texts("p")
    assert right.one("p", class_="sentence").text == "Agreed: one and three."


def test_the_correction_says_it_is_recorded(meeting, elements, clerks_client):
    decide(meeting, elements[0])

    answer = send(clerks_client, f"{FIRST}correct/", {"reason": "A slip."})

    assert read(clerks_client.get(answer["Location"])).one("div", class_="messages").text == (
        "The correction is recorded; both decisions stay citable."
    )


def test_a_correction_begins_as_the_decision_was_recorded(group, meeting, clerks_client):
    phrase, heading = group.qualifiers.get(), group.questions.get().headings.get()
    recorded = {
        "elements": ["2", "5"],
        "outcome": "deferred",
        "basis": "vote",
        "heading": str(heading.pk),
        "qualifiers": [str(phrase.pk)],
        "sentence": "As recorded.",
        "known_to": "minute",
        "day": "2017-01-26",
        "time_of_day": "16:45",
    }
    gavel(clerks_client, CONSOLE, **recorded)

    form = filled_in(clerks_client.get(f"{FIRST}correct/"))

    recorded["time_of_day"] = "16:45:00"
    assert {name: form[name] for name in recorded} == {
        name: value if isinstance(value, list) else [value] for name, value in recorded.items()
    }


def test_a_refused_correction_keeps_what_was_filled_in(meeting, elements, clerks_client):
    decide(meeting, elements[0])
    sent = {
        **filled_in(clerks_client.get(f"{FIRST}correct/")),
        "elements": ["4"],
        "sentence": "Otherwise.",
        "outcome": "rejected",
        "basis": "vote",
    }

    answer = clerks_client.post(f"{FIRST}correct/", sent)

    assert answer.status_code == 422
    assert errors(answer) == ["What was wrong: Say what was wrong."]
    kept = filled_in(answer)
    assert {name: kept[name] for name in ("elements", "sentence", "outcome", "basis")} == {
        "elements": ["4"],
        "sentence": ["Otherwise."],
        "outcome": ["rejected"],
        "basis": ["vote"],
    }
    assert meeting.decisions.count() == 1


def test_a_correction_sent_twice_is_recorded_once(meeting, elements, clerks_client):
    decide(meeting, elements[0])
    form = {**filled_in(clerks_client.get(f"{FIRST}correct/")), "reason": "A slip."}

    answers = [clerks_client.post(f"{FIRST}correct/", form) for _ in range(2)]

    assert [answer["Location"] for answer in answers] == ["/small/meetings/1/decisions/2/"] * 2
    assert meeting.decisions.count() == 2


def test_what_is_corrected_is_not_corrected_again(meeting, elements, clerks_client):
    decide(meeting, elements[0])
    send(clerks_client, f"{FIRST}correct/", {"reason": "A slip."})

    answer = send(clerks_client, f"{FIRST}correct/", {"reason": "Another slip."})

    assert answer.status_code == 422
    assert errors(answer) == ["1/D1 was corrected by 1/D2. Correct that one."]


def test_an_annulled_decision_stays_readable_and_its_elements_stand_as_before(
    group, stand, meeting, elements, clerks_client, client
):
    decide(meeting, elements[0], sentence="Never said.")

    answer = send(clerks_client, f"{FIRST}annul/", {"reason": "The chair only asked."})

    assert (answer.status_code, answer["Location"]) == (303, FIRST)
    assert stand(group)["E1"] == "proposed"
    page = read(client.get(FIRST))
    assert page.one("p", class_="draft").text.startswith(
        "Annulment. “The chair only asked.” recorded "
    )
    assert page.one("p", class_="sentence").text == "Never said."


def test_an_annulment_sent_twice_is_recorded_once_and_needs_its_reason(
    meeting, elements, clerks_client
):
    decide(meeting, elements[0])
    form = filled_in(clerks_client.get(f"{FIRST}annul/"))

    refused = clerks_client.post(f"{FIRST}annul/", form)
    answers = [clerks_client.post(f"{FIRST}annul/", {**form, "reason": "None."}) for _ in "12"]

    assert (refused.status_code, errors(refused)) == (
        422,
        ["Why it is annulled: Say why it is annulled."],
    )
    assert [answer["Location"] for answer in answers] == [FIRST, FIRST]
    assert Correction.objects.filter(meeting=meeting).count() == 1


def test_an_empty_form_is_told_what_it_lacks(meeting, elements, clerks_client):
    decide(meeting, elements[0])

    answer = clerks_client.post(f"{FIRST}annul/")

    assert answer.status_code == 422
    assert errors(answer) == [
        "Why it is annulled: Say why it is annulled.",
        "Intention: This field is required.",
    ]


def test_in_place_a_done_act_leads_to_its_page(meeting, elements, clerks_client):
    decide(meeting, elements[0])

    answer = send(clerks_client, f"{FIRST}annul/", {"reason": "None."}, **HTMX)

    assert (answer.status_code, answer["HX-Redirect"], answer.content) == (200, FIRST, b"")


def test_only_what_can_be_put_right_offers_it(meeting, elements, clerks_client, client):
    decision = decide(meeting, elements[0])
    before = read(clerks_client.get(FIRST)).texts("a", class_="button")
    correct(decision, elements[0])

    after = read(clerks_client.get(FIRST)).texts("a", class_="button")

    assert before == ["Correct a clerical error", "Annul", "Enter a statement"]
    assert after == ["Enter a statement"]
    assert read(client.get(FIRST)).texts("a", class_="button") == []


def test_a_decision_is_taken_along_as_an_excerpt(meeting, elements, client):
    decide(meeting, elements[0], sentence="Décidé à l’unanimité")
    at = "/small/meetings/1/decisions/1"

    word, pdf = client.get(f"{at}.docx"), client.get(f"{at}.pdf")

    assert words_of(word) == words_of(pdf)
    assert "Decision 1/D1" in words_of(pdf)
    assert "Décidé à l’unanimité: Small thing 1 Agreed, basis not stated: E1." in words_of(pdf)
    assert word["Content-Disposition"] == 'attachment; filename="small-1-D1.docx"'
    assert pdf["Content-Disposition"] == 'inline; filename="small-1-D1.pdf"'
    assert {f"{at}.docx", f"{at}.pdf"} < set(read(client.get(f"{at}/")).one("main").links())


def test_an_excerpt_of_what_is_not_published_only_the_secretariat_gets(
    unpublished, elements, clerks_client, client
):
    decide(unpublished, elements[0])
    at = "/small/meetings/2/decisions/1"

    def got(reader) -> list[int]:
        return [reader.get(f"{at}.{end}").status_code for end in ("docx", "pdf")]

    assert (got(clerks_client), got(client)) == ([200, 200], [404, 404])


def test_one_goes_from_decision_to_decision_and_back_to_the_meetings(meeting, elements, client):
    for number, element in enumerate(elements[:3], start=1):
        decide(meeting, element, sentence=f"So decided, {number}.")
    at = "/small/meetings/1/decisions"

    first, second, then = (
        read(client.get(f"{at}/{rest}")).one("main") for rest in ("1/", "2/", "2/?at=1")
    )

    [one, two] = (page.one("nav", class_="neighbours") for page in (first, second))
    assert (one.links(), two.links()) == ([f"{at}/2/"], [f"{at}/1/", f"{at}/3/"])
    assert one.text == "1/D2 So decided, 2. →"
    assert then.one("nav", class_="neighbours").links() == []
    assert second.links()[:2] == ["/small/meetings/", "/small/meetings/1/"]
