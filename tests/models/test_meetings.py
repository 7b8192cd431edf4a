"""What the database lets a meeting be, and what its publication shows, tried by SQL."""

import pytest
from django.db import IntegrityError, transaction
from psycopg import errors

from deliberations.models import AgendaItem, Attendance, Document, Meeting, MeetingState, Standing
from tests.acts import annul, correct, decide, propose_again, reword, withdraw
from tests.factories import (
    ContributorFactory,
    ElementFactory,
    GroupFactory,
    MeetingFactory,
    QuestionFactory,
    SourceFactory,
)
from tests.sql import as_at_commit, forged_decision, forged_disposition, insert, refused, sql

pytestmark = pytest.mark.django_db


def update(meeting: Meeting, change: str, *parameters: object) -> None:
    sql(f"UPDATE deliberations_meeting SET {change} WHERE id = %s", *parameters, meeting.pk)


def publish(meeting: Meeting) -> None:
    update(meeting, "published_at = now()")


def public(element) -> list[tuple[str, str]]:
    """Where the public sees the element stand; nowhere: []."""
    return list(element.standings.filter(public=True).values_list("status", "wording__text"))


# ---- its state


MOVES = [(before, after) for before in MeetingState for after in MeetingState if before != after]


ALLOWED = {
    ("planned", "in-session"),
    ("in-session", "adjourned"),
    ("adjourned", "in-session"),
    ("in-session", "closed"),
    ("adjourned", "closed"),
}


@pytest.mark.parametrize(("before", "after"), MOVES)
def test_a_meeting_moves_from_planned_to_in_session_to_closed(before, after):
    meeting = MeetingFactory(state=before)

    if (before, after) in ALLOWED:
        update(meeting, "state = %s", after)
    else:
        with refused("a_meeting_moves_from_planned_to_in_session_to_closed"):
            update(meeting, "state = %s", after)


def test_a_meeting_begins_planned():
    group = GroupFactory()

    with refused("a_meeting_moves_from_planned_to_in_session_to_closed"):
        insert(
            Meeting,
            group_id=group.pk,
            number=1,
            starts_on="2017-01-26",
            ends_on="2017-01-27",
            place_name="",
            chair="",
            time_zone="UTC",
            state="in-session",
            note="",
        )


def test_a_meeting_ends_after_it_starts():
    with refused("a_meeting_ends_after_it_starts"):
        update(MeetingFactory(), "ends_on = starts_on - 1")


def test_a_meeting_keeps_its_number_and_its_group():
    meeting = MeetingFactory(number=1)

    with refused("numbers_are_for_good"):
        update(meeting, "number = 2")
    with refused("numbers_are_for_good"):
        update(meeting, "group_id = %s", GroupFactory().pk)


def test_a_meeting_that_did_something_is_not_deleted():
    meeting = MeetingFactory()
    decide(meeting, ElementFactory(group=meeting.group))

    with pytest.raises(IntegrityError) as refusal, transaction.atomic():  # noqa: PT012 it waits
        sql("DELETE FROM deliberations_meeting WHERE id = %s", meeting.pk)
        as_at_commit()

    assert isinstance(refusal.value.__cause__, errors.ForeignKeyViolation)


WORDS = ["author", "url", "sha256", "note", "letterhead", "introduction", "closing"]


@pytest.mark.parametrize(
    ("model", "values"),
    [
        (AgendaItem, {"position": 1, "title": "Opening", "note": ""}),
        (Document, {"title": "T", "kind": "other", **dict.fromkeys(WORDS, "")}),
    ],
)
def test_what_a_meeting_has_is_of_its_group(model, values):
    meeting = MeetingFactory()
    if model is Document:
        values = {**values, "group_id": meeting.group_id}

    with refused("all_of_one_group"):
        insert(model, **values, meeting_id=meeting.pk, source_id=SourceFactory().pk)


def test_an_agenda_takes_up_what_is_of_its_group():
    meeting = MeetingFactory()
    values = {"meeting_id": meeting.pk, "position": 1, "title": "", "note": ""}

    with refused("all_of_one_group"):
        insert(AgendaItem, **values, question_id=QuestionFactory().pk)
    with refused("all_of_one_group"):
        insert(AgendaItem, **values, element_id=ElementFactory().pk)


# ---- its publication


def test_what_is_not_reached_is_carried_over_to_a_later_meeting_of_the_group():
    group = GroupFactory()
    first, second, third = (MeetingFactory(group=group, number=number) for number in (1, 2, 3))
    item = AgendaItem.objects.create(meeting=second, position=1, title="The report")
    carried = "UPDATE deliberations_agendaitem SET ending = %s, carried_to_id = %s WHERE id = %s"

    for meeting in (first, second):
        with refused("an_item_is_carried_over_to_a_later_meeting"):
            sql(carried, "carried-over", meeting.pk, item.pk)
    with refused("all_of_one_group"):
        sql(carried, "carried-over", MeetingFactory(number=9).pk, item.pk)
    for ending, meeting in [("carried-over", None), ("", third.pk), ("not-reached", third.pk)]:
        with refused("what_is_carried_over_says_where_to"):
            sql(carried, ending, meeting, item.pk)
    with refused("an_ending_is_known"):
        sql(carried, "forgotten", None, item.pk)
    sql(carried, "carried-over", third.pk, item.pk)


def test_two_items_of_an_agenda_exchange_their_positions_in_one_statement():
    meeting = MeetingFactory()
    for position in (1, 2):
        AgendaItem.objects.create(meeting=meeting, position=position, title=str(position))

    sql(
        "UPDATE deliberations_agendaitem SET position = 3 - position WHERE meeting_id = %s",
        meeting.pk,
    )

    titles = meeting.agenda.order_by("position").values_list("title", flat=True)
    assert list(titles) == ["2", "1"]
    with refused("an_agenda_item_has_a_position_of_its_own"):
        sql("UPDATE deliberations_agendaitem SET position = 7 WHERE meeting_id = %s", meeting.pk)


def test_a_meeting_takes_up_what_is_on_its_own_agenda():
    meeting, other = MeetingFactory(), MeetingFactory()
    mine = AgendaItem.objects.create(meeting=meeting, position=1, title="Mine")
    theirs = AgendaItem.objects.create(meeting=other, position=1, title="Theirs")

    with refused("all_of_one_group"):
        update(meeting, "takes_up_id = %s", theirs.pk)
    update(meeting, "takes_up_id = %s", mine.pk)


def test_a_contributor_is_present_once_at_a_meeting_of_its_group():
    meeting = MeetingFactory()
    contributor = ContributorFactory(group=meeting.group)
    here = {"meeting_id": meeting.pk}
    insert(Attendance, contributor_id=contributor.pk, **here)

    with refused("a_contributor_is_present_once"):
        insert(Attendance, contributor_id=contributor.pk, **here)
    with refused("all_of_one_group"):
        insert(Attendance, contributor_id=ContributorFactory().pk, **here)


def test_what_is_published_stays_published():
    meeting = MeetingFactory()

    with refused("what_is_published_stays_published"):
        update(meeting, "published_at = NULL")
    with refused("what_is_published_stays_published"):
        update(meeting, "published_at = published_at + interval '1 day'")


def test_the_public_sees_a_decision_from_its_publication_on():
    meeting = MeetingFactory(published_at=None)
    element = ElementFactory(group=meeting.group, text="As proposed.")
    decide(meeting, element)
    assert public(element) == [("proposed", "As proposed.")]

    publish(meeting)

    assert public(element) == [("agreed", "As proposed.")]


def test_the_public_sees_an_element_from_the_floor_from_its_publication_on():
    meeting = MeetingFactory(published_at=None)
    element = ElementFactory(group=meeting.group, meeting=meeting, text="As proposed.")
    reword(element, "Otherwise.")
    assert public(element) == []

    publish(meeting)

    assert public(element) == [("proposed", "Otherwise.")]


@pytest.mark.parametrize(
    ("act", "seen"),
    [
        (lambda element, meeting: reword(element, "B", meeting=meeting), ("proposed", "B")),
        (lambda element, meeting: withdraw(element, meeting=meeting), ("withdrawn", "A")),
        (lambda element, meeting: annul(decide(meeting, element)), ("proposed", "A")),
        (
            lambda element, meeting: correct(
                decide(meeting, element), element, outcome="rejected"
            ),
            ("rejected", "A"),
        ),
    ],
)
def test_the_public_sees_every_act_from_its_publication_on(act, seen):
    meeting = MeetingFactory(published_at=None)
    element = ElementFactory(group=meeting.group, text="A")
    act(element, meeting)
    assert public(element) == [("proposed", "A")]

    publish(meeting)

    assert public(element) == [seen]


def test_the_public_sees_a_proposal_again_from_its_publication_on():
    meeting = MeetingFactory(published_at=None)
    element = ElementFactory(group=meeting.group, text="A")
    withdraw(element)
    propose_again(element, meeting=meeting)
    assert public(element) == [("withdrawn", "A")]

    publish(meeting)

    assert public(element) == [("proposed", "A")]


def test_the_public_sees_what_was_put_forward_reworded_and_decided_at_one_meeting():
    meeting = MeetingFactory(published_at=None)
    element = ElementFactory(group=meeting.group, meeting=meeting)
    reword(element, "Otherwise.", meeting=meeting)
    decide(meeting, element)
    assert public(element) == []

    publish(meeting)

    assert public(element) == [("agreed", "Otherwise.")]


EARLIER_ACTS = {
    "from the floor": lambda element, meeting: None,
    "reworded": lambda element, meeting: reword(element, "Otherwise.", meeting=meeting),
    "decided": lambda element, meeting: decide(meeting, element),
    "withdrawn": lambda element, meeting: [
        withdraw(element, meeting=meeting),
        propose_again(element),
    ],
    "proposed again": lambda element, meeting: [
        withdraw(element),
        propose_again(element, meeting=meeting),
    ],
}


@pytest.mark.parametrize("act", EARLIER_ACTS)
def test_what_is_public_builds_on_what_is_public(act):
    """Else the public would read 'agreed' beside a text that was not, or who reconsidered what."""
    first = MeetingFactory(number=1, published_at=None)
    second = MeetingFactory(number=2, group=first.group, published_at=None)
    live = MeetingFactory(number=3, group=first.group)
    element = ElementFactory(group=first.group, meeting=first if act == "from the floor" else None)
    EARLIER_ACTS[act](element, first)
    with refused("what_is_public_builds_on_what_is_public"):
        forged_disposition(forged_decision(live), element)
    decide(second, element, reconsiders="Better.")

    with refused("what_is_public_builds_on_what_is_public"):
        publish(second)

    publish(first)
    publish(second)
    decide(live, element, reconsiders="Better still.")
    assert Standing.objects.filter(
        element=element, public=True, disposition__decision__meeting=live
    ).exists()


def test_a_decision_annulled_before_publication_holds_no_other_meeting_up():
    first = MeetingFactory(number=1, published_at=None)
    second = MeetingFactory(number=2, group=first.group, published_at=None)
    element = ElementFactory(group=first.group)
    annul(decide(first, element))
    decide(second, element)

    publish(second)

    assert Standing.objects.get(element=element, public=True).status == "agreed"
