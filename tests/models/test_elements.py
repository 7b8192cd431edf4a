"""What the database lets an element, its wordings and its standing be, tried by SQL."""

from typing import Any

import pytest

from deliberations.models import Decision, Element, Meeting, Standing, Wording
from tests.acts import annul, correct, element_at, reword, withdraw
from tests.factories import (
    ElementFactory,
    GroupFactory,
    HeadingFactory,
    MeetingFactory,
    QuestionFactory,
    SourceFactory,
    UserFactory,
)
from tests.sql import (
    as_at_commit,
    forged_decision,
    forged_disposition,
    insert,
    refused,
    sql,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting() -> Meeting:
    return MeetingFactory(number=2)


def standing_of(element: Element) -> tuple[str, str, Any]:
    """Where it stands by all that is recorded: status, text, decision."""
    standing = Standing.objects.get(element=element, public=False)
    decision = standing.disposition and standing.disposition.decision
    return standing.status, standing.wording.text, decision


def forged_wording(element: Element, **values: object) -> int:
    return insert(
        Wording,
        **{
            "element_id": element.pk,
            "text": "Forged.",
            "reason": "",
            "known_to": "unknown",
            "recorded_by_id": UserFactory().pk,
            **values,
        },
    )


def forged_element(**values: object) -> Element:
    """With its wording, so that it is right but for the `values`."""
    question = QuestionFactory()
    pk = insert(Element, **{"group_id": question.group_id, "question_id": question.pk, **values})
    element = Element.objects.get(pk=pk)
    forged_wording(element)
    return element


# ---- the standing


@pytest.mark.parametrize("public", [True, False])
@pytest.mark.parametrize("status", ["agreed", "rejected", "withdrawn", "nowhere"])
def test_no_update_sets_a_status(meeting, public, status):
    element = element_at("deferred", meeting)

    with refused("an_element_stands_where_its_acts_put_it"):
        sql(
            "UPDATE deliberations_standing SET status = %s WHERE element_id = %s AND public = %s",
            status,
            element.pk,
            public,
        )


@pytest.mark.parametrize(
    "change",
    [
        "disposition_id = NULL",
        "disposition_id = (SELECT min(id) FROM deliberations_disposition)",
        "wording_id = (SELECT min(id) FROM deliberations_wording)",
        "place = place + 1",
        "public = NOT public",
        "element_id = (SELECT min(id) FROM deliberations_element)",
    ],
)
def test_no_update_bends_a_standing(meeting, change):
    element_at("agreed", meeting)
    other = element_at(
        "rejected", MeetingFactory(group=meeting.group, number=3, published_at=None)
    )

    with refused("an_element_stands_where_its_acts_put_it"):
        sql(f"UPDATE deliberations_standing SET {change} WHERE element_id = %s", other.pk)


def test_no_insert_gives_a_standing():
    with refused("an_element_stands_where_its_acts_put_it"):
        element = forged_element()
        insert(
            Standing,
            element_id=element.pk,
            public=True,
            status="agreed",
            wording_id=element.wordings.get().pk,
            place=0,
        )


def test_an_element_has_one_standing_for_the_public_and_one_of_all():
    element = ElementFactory()

    assert sorted(element.standings.values_list("public", flat=True)) == [False, True]
    with refused("an_element_has_one_standing_each"):
        sql(
            "INSERT INTO deliberations_standing"
            " (element_id, public, status, wording_id, disposition_id, place)"
            " SELECT element_id, public, status, wording_id, disposition_id, place"
            " FROM deliberations_standing WHERE element_id = %s",
            element.pk,
        )


def test_the_element_itself_has_no_status_to_set():
    assert {field.name for field in Element._meta.fields} == {
        "id", "group", "number", "question", "heading", "meeting", "source",
    }  # fmt: skip


# ---- numbers


def test_elements_of_a_group_are_numbered_one_after_the_other():
    group, other = GroupFactory(), GroupFactory()
    numbers = [ElementFactory(group=group).number for _ in range(3)]

    assert numbers == [1, 2, 3]
    assert ElementFactory(group=other).number == 1


@pytest.mark.parametrize("number", [1, 3, 2_000_000_000])
def test_an_element_takes_no_number_but_the_next(number):
    first = ElementFactory()

    with refused("numbers_run_without_gap"):
        forged_element(group_id=first.group_id, question_id=first.question_id, number=number)


@pytest.mark.parametrize("change", ["number = 2", "group_id = %s", "meeting_id = %s"])
def test_an_element_keeps_number_and_origin_for_good(change):
    element = ElementFactory()
    other = GroupFactory().pk if "group" in change else MeetingFactory(group=element.group).pk

    with refused("numbers_are_for_good"):
        sql(f"UPDATE deliberations_element SET {change.replace('%s', str(other))}")


def test_wordings_of_an_element_are_numbered_one_after_the_other():
    element = ElementFactory(text="One.")
    reword(element, "Two.")

    with refused("numbers_run_without_gap"):
        forged_wording(element, number=2)
    with refused("numbers_run_without_gap"):
        forged_wording(element, number=4)
    assert list(element.wordings.values_list("number", "text")) == [(1, "One."), (2, "Two.")]


# ---- wordings


def test_an_element_has_a_wording():
    question = QuestionFactory()

    with refused("an_element_has_a_wording"):
        insert(Element, group_id=question.group_id, question_id=question.pk)


def test_a_wording_has_a_text():
    element = ElementFactory()

    with refused("a_wording_has_a_text"):
        forged_wording(element, text="")


def test_a_withdrawn_element_is_not_reworded(meeting):
    element = element_at("withdrawn", meeting)

    with refused("only_allowed_transitions"):
        forged_wording(element)


def test_a_reworded_element_is_proposed_again(meeting):
    element = element_at("agreed", meeting)

    reword(element, "Otherwise.")

    assert standing_of(element) == ("proposed", "Otherwise.", None)


def amend(meeting: Meeting, element: Element, outcome: str = "agreed") -> Decision:
    """What an act that agrees an element as amended would write."""
    decision = forged_decision(meeting, outcome=outcome)
    before = Standing.objects.get(element=element, public=False)
    wording = forged_wording(
        element, text="As amended.", decision_id=decision, meeting_id=meeting.pk
    )
    forged_disposition(
        decision,
        element,
        wording_id=wording,
        from_status=before.status,
        reconsiders_id=before.disposition_id,
    )
    return Decision.objects.get(pk=decision)


def test_an_element_agreed_as_amended_is_agreed_in_the_new_wording(meeting):
    element = ElementFactory(group=meeting.group)

    decision = amend(meeting, element)
    as_at_commit()

    assert standing_of(element) == ("agreed", "As amended.", decision)


def test_what_was_agreed_as_amended_and_annulled_reads_as_before(meeting):
    element = ElementFactory(group=meeting.group, text="As proposed.")

    annul(amend(meeting, element))

    assert standing_of(element) == ("proposed", "As proposed.", None)


def test_what_was_agreed_as_amended_keeps_its_wording_when_a_slip_is_put_right(meeting):
    element = ElementFactory(group=meeting.group)

    replacement = correct(amend(meeting, element), element, sentence="Better said.")
    as_at_commit()

    assert standing_of(element) == ("agreed", "As amended.", replacement)


def test_only_what_is_agreed_is_agreed_as_amended(meeting):
    element = ElementFactory(group=meeting.group)

    with refused("a_decision_is_recorded_whole"):
        amend(meeting, element, outcome="rejected")


def test_an_amended_wording_is_agreed_by_its_decision(meeting):
    """Else it would put a withdrawn element forward again, past the rule for that."""
    element = element_at("withdrawn", meeting)
    other = ElementFactory(group=meeting.group)

    with refused("an_amended_wording_is_agreed_by_its_decision"):
        decision = forged_decision(meeting)
        forged_disposition(decision, other)
        forged_wording(element, decision_id=decision, meeting_id=meeting.pk)


def test_a_first_wording_is_the_proposers_own(meeting):
    question = QuestionFactory(group=meeting.group)

    with refused("a_first_wording_is_the_proposers_own"):
        element = insert(Element, group_id=meeting.group_id, question_id=question.pk)
        forged_wording(
            Element.objects.get(pk=element),
            decision_id=forged_decision(meeting),
            meeting_id=meeting.pk,
        )


# ---- of one group


@pytest.mark.parametrize(
    ("column", "factory"),
    [
        ("question_id", QuestionFactory),
        ("meeting_id", MeetingFactory),
        ("source_id", SourceFactory),
    ],
)
def test_an_element_refers_to_its_own_group(column, factory):
    elsewhere = factory().pk
    element = ElementFactory()

    with refused("all_of_one_group"):
        forged_element(group_id=GroupFactory().pk)
    with refused("all_of_one_group"):
        forged_element(**{column: elsewhere})
    if column != "meeting_id":
        with refused("all_of_one_group"):
            sql(f"UPDATE deliberations_element SET {column} = {elsewhere} WHERE id = {element.pk}")


def test_an_element_stands_under_a_heading_of_its_own_question():
    element = ElementFactory()
    heading = HeadingFactory(question__group=element.group)

    with refused("all_of_one_group"):
        sql("UPDATE deliberations_element SET heading_id = %s", heading.pk)


@pytest.mark.parametrize(
    ("column", "factory"), [("meeting_id", MeetingFactory), ("source_id", SourceFactory)]
)
def test_a_wording_refers_to_its_own_group(column, factory):
    elsewhere = factory().pk
    element = ElementFactory()

    with refused("all_of_one_group"):
        forged_wording(element, **{column: elsewhere})


def test_a_withdrawn_element_stands_withdrawn():
    element = ElementFactory(text="As proposed.")

    withdraw(element)

    assert standing_of(element) == ("withdrawn", "As proposed.", None)
