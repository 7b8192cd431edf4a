"""Convening, opening, adjourning, closing and publishing meetings; their agenda, who was there."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from deliberations.models import AgendaItem, Ending, Entry, Meeting, MeetingState
from deliberations.operations import (
    AgendaChanged,
    MeetingNotInSession,
    Refused,
    RuleBroken,
    adjourn_meeting,
    arrange_agenda,
    close_meeting,
    convene_meeting,
    note_attendance,
    open_meeting,
    publish_meeting,
    take_up,
    without_outcome,
)
from tests.acts import annul, decide, secretary_of
from tests.factories import (
    ContributorFactory,
    ElementFactory,
    GroupFactory,
    MeetingFactory,
    QuestionFactory,
    SourceFactory,
)

pytestmark = pytest.mark.django_db

DAYS: dict[str, Any] = {"starts_on": date(2017, 1, 26), "ends_on": date(2017, 1, 27)}


def test_a_meeting_is_planned_when_it_is_convened():
    group = GroupFactory(time_zone="Europe/Zurich")

    meeting = convene_meeting(
        group=group,
        number=2,
        place_name="Geneva",
        chair="The Chair",
        by=secretary_of(group),
        **DAYS,
    )

    assert (meeting.state, meeting.published_at) == (MeetingState.PLANNED, None)
    assert (meeting.place_name, meeting.chair) == ("Geneva", "The Chair")
    assert meeting.time_zone == "Europe/Zurich"


def test_a_number_is_given_once():
    meeting = MeetingFactory(number=2)

    with pytest.raises(RuleBroken) as refusal:
        convene_meeting(group=meeting.group, number=2, by=secretary_of(meeting.group), **DAYS)

    assert refusal.value.rule == "a_meeting_has_a_number_of_its_own"


def test_a_meeting_is_opened_then_closed():
    meeting = MeetingFactory(state=MeetingState.PLANNED)
    by = secretary_of(meeting.group)

    assert open_meeting(meeting=meeting, by=by).state == MeetingState.IN_SESSION
    assert close_meeting(meeting=meeting, by=by).state == MeetingState.CLOSED
    assert Meeting.objects.get(pk=meeting.pk).state == MeetingState.CLOSED


@pytest.mark.parametrize(
    ("act", "state", "sentence"),
    [
        (open_meeting, MeetingState.IN_SESSION, "Meeting 2 is in session."),
        (open_meeting, MeetingState.CLOSED, "Meeting 2 is closed."),
        (adjourn_meeting, MeetingState.PLANNED, "Meeting 2 is planned."),
        (adjourn_meeting, MeetingState.ADJOURNED, "Meeting 2 is adjourned."),
        (adjourn_meeting, MeetingState.CLOSED, "Meeting 2 is closed."),
        (close_meeting, MeetingState.PLANNED, "Meeting 2 is planned."),
        (close_meeting, MeetingState.CLOSED, "Meeting 2 is closed."),
    ],
)
def test_a_meeting_moves_in_no_other_way(act, state, sentence):
    meeting = MeetingFactory(number=2, state=state)

    with pytest.raises(Refused) as refusal:
        act(meeting=meeting, by=secretary_of(meeting.group))

    assert str(refusal.value) == sentence


def test_a_published_meeting_has_the_moment_since_when():
    meeting = MeetingFactory(published_at=None)
    before = timezone.now()

    publish_meeting(meeting=meeting, by=secretary_of(meeting.group))

    assert Meeting.objects.filter(
        pk=meeting.pk, published_at__range=(before, timezone.now())
    ).exists()


def test_publishing_what_is_published_changes_nothing():
    meeting = MeetingFactory(published_at=None)
    by = secretary_of(meeting.group)
    first = publish_meeting(meeting=meeting, by=by).published_at
    before = Entry.objects.latest("id")

    again = publish_meeting(meeting=meeting, by=by).published_at

    assert (again, Entry.objects.latest("id")) == (first, before)


def test_a_meeting_that_builds_on_an_unpublished_one_waits_for_it():
    first = MeetingFactory(number=1, published_at=None)
    second = MeetingFactory(number=2, group=first.group, published_at=None)
    element = ElementFactory(group=first.group)
    decide(first, element)
    decide(second, element, reconsiders="New facts.")

    with pytest.raises(RuleBroken) as refusal:
        publish_meeting(meeting=second, by=secretary_of(first.group))

    assert str(refusal.value) == (
        "An element decided on here has earlier acts of a meeting that is not published. Publish "
        "that meeting first."
    )


def test_an_adjourned_meeting_decides_nothing_until_it_is_opened_again():
    meeting = MeetingFactory(number=2)
    element, by = ElementFactory(group=meeting.group), secretary_of(meeting.group)

    assert adjourn_meeting(meeting=meeting, by=by).state == MeetingState.ADJOURNED
    with pytest.raises(MeetingNotInSession) as refusal:
        decide(meeting, element)
    assert str(refusal.value) == "Meeting 2 is adjourned. Open it again, then record."

    assert open_meeting(meeting=meeting, by=by).state == MeetingState.IN_SESSION
    assert decide(meeting, element).reference == "2/D1"


def test_an_adjourned_meeting_can_be_closed():
    meeting = MeetingFactory(state=MeetingState.ADJOURNED)

    close_meeting(meeting=meeting, by=secretary_of(meeting.group))

    assert Meeting.objects.get(pk=meeting.pk).state == MeetingState.CLOSED


# ---- how the agenda ended


def on_the_agenda(meeting: Meeting, *titles: str) -> list[AgendaItem]:
    first = meeting.agenda.count() + 1
    return [
        AgendaItem.objects.create(meeting=meeting, position=position, title=title)
        for position, title in enumerate(titles, start=first)
    ]


def agenda(meeting: Meeting) -> list[tuple[int, str]]:
    return [(item.position, str(item)) for item in meeting.agenda.order_by("position")]


def endings(meeting: Meeting) -> list[str]:
    return list(meeting.agenda.order_by("position").values_list("ending", flat=True))


def test_what_is_carried_over_ends_the_agenda_of_the_later_meeting():
    meeting = MeetingFactory(number=1)
    later = MeetingFactory(number=2, group=meeting.group, state=MeetingState.PLANNED)
    question = QuestionFactory(group=meeting.group, number=1)
    element = ElementFactory(group=meeting.group)
    source = SourceFactory(group=meeting.group)
    on_the_agenda(later, "Breakfast")
    make = AgendaItem.objects.create
    items = [
        make(meeting=meeting, position=1, title="Opening"),
        make(meeting=meeting, position=2, question=question, title="In short"),
        make(meeting=meeting, position=3, element=element, note="If time allows", source=source),
        make(meeting=meeting, position=4, title="Dinner"),
    ]

    close_meeting(
        meeting=meeting,
        endings=dict(
            zip(items, [Ending.DISCUSSED, later, later, Ending.NOT_REACHED], strict=True)
        ),
        by=secretary_of(meeting.group),
    )

    assert endings(meeting) == ["discussed", "carried-over", "carried-over", "not-reached"]
    assert [item.carried_to for item in meeting.agenda.order_by("position")] == [
        None,
        later,
        later,
        None,
    ]
    carried = later.agenda.order_by("position").values_list(
        "position", "title", "question", "element", "ending", "note", "source"
    )
    assert list(carried) == [
        (1, "Breakfast", None, None, "", "", None),
        (2, "In short", question.pk, None, "", "", None),
        (3, "", None, element.pk, "", "If time allows", source.pk),
    ]


def test_an_item_that_was_decided_on_needs_no_other_ending():
    meeting = MeetingFactory()
    one, other, third = ElementFactory.create_batch(3, group=meeting.group)
    make = AgendaItem.objects.create
    make(meeting=meeting, position=1, element=one)
    undecided = make(meeting=meeting, position=2, element=other)
    make(meeting=meeting, position=3, question=one.question)
    annulled = make(meeting=meeting, position=4, element=third)
    decide(meeting, one)
    annul(decide(meeting, third))

    assert list(without_outcome(meeting)) == [undecided, annulled]


@pytest.mark.parametrize("said", [["Opening"], ["Opening", "Dinner", "Decided"]])
def test_a_meeting_is_closed_only_with_the_ending_of_each_open_item(said):
    meeting = MeetingFactory()
    element = ElementFactory(group=meeting.group)
    items = on_the_agenda(meeting, "Opening", "Dinner")
    items.append(
        AgendaItem.objects.create(meeting=meeting, position=3, element=element, title="Decided")
    )
    decide(meeting, element)

    with pytest.raises(Refused) as refusal:
        close_meeting(
            meeting=meeting,
            endings={item: Ending.DISCUSSED for item in items if item.title in said},
            by=secretary_of(meeting.group),
        )

    assert str(refusal.value) == (
        "The agenda or its outcomes changed meanwhile. Say of each item how it ended."
    )
    assert Meeting.objects.get(pk=meeting.pk).is_in_session
    assert endings(meeting) == ["", "", ""]


@pytest.mark.parametrize(
    ("number", "state", "sentence"),
    [
        (3, MeetingState.CLOSED, "Meeting 3 is closed; it takes up nothing more."),
        (1, MeetingState.PLANNED, "What is not reached is carried over to a later meeting."),
    ],
)
def test_an_item_is_carried_over_to_a_later_meeting_that_is_not_closed(number, state, sentence):
    meeting = MeetingFactory(number=2)
    other = MeetingFactory(number=number, group=meeting.group, state=state)
    [item] = on_the_agenda(meeting, "Opening")

    with pytest.raises(Refused) as refusal:
        close_meeting(meeting=meeting, endings={item: other}, by=secretary_of(meeting.group))

    assert str(refusal.value) == sentence
    assert Meeting.objects.get(pk=meeting.pk).is_in_session
    assert (agenda(other), endings(meeting)) == ([], [""])


# ---- arranging it


def arrange(meeting: Meeting, *items: AgendaItem, seen: list[AgendaItem]) -> None:
    arrange_agenda(
        meeting=meeting,
        items=items,
        seen=[item.pk for item in seen],
        by=secretary_of(meeting.group),
    )


def test_an_agenda_is_moved_removed_from_and_added_to_in_one_act():
    meeting = MeetingFactory()
    one, two, three = on_the_agenda(meeting, "One", "Two", "Three")

    arrange(meeting, three, AgendaItem(title="New"), one, seen=[one, two, three])

    assert agenda(meeting) == [(1, "Three"), (2, "New"), (3, "One")]
    assert set(meeting.agenda.values_list("pk", flat=True)) > {one.pk, three.pk}
    latest = Entry.objects.latest("id")
    written = Entry.objects.filter(act_id=latest.act_id)
    assert (latest.context or {})["act"] == "arrange_agenda"
    assert sorted(written.values_list("noun", "label")) == [
        ("agendaitem", "delete"),
        ("agendaitem", "insert"),
        ("agendaitem", "update"),
        ("agendaitem", "update"),
    ]


def test_an_agenda_is_put_in_another_order_with_equally_many_statements_however_long_it_is():
    def statements(length: int) -> int:
        meeting = MeetingFactory()
        items = on_the_agenda(meeting, *(f"Item {number}" for number in range(length)))
        secretary_of(meeting.group)
        with CaptureQueriesContext(connection) as captured:
            arrange(meeting, *reversed(items), seen=items)
        assert agenda(meeting)[0] == (1, f"Item {length - 1}")
        return len(captured)

    assert statements(2) == statements(12)


def test_an_agenda_that_another_changed_meanwhile_is_not_overwritten():
    meeting = MeetingFactory()
    one, two = on_the_agenda(meeting, "One", "Two")
    arrange(meeting, one, two, AgendaItem(title="Theirs"), seen=[one, two])

    with pytest.raises(AgendaChanged) as refusal:
        arrange(meeting, two, one, seen=[one, two])

    assert str(refusal.value) == "Somebody else changed the agenda meanwhile. Look again."
    assert agenda(meeting) == [(1, "One"), (2, "Two"), (3, "Theirs")]


def test_the_agenda_of_a_closed_meeting_is_not_arranged():
    meeting = MeetingFactory(number=2, state=MeetingState.CLOSED)

    with pytest.raises(Refused) as refusal:
        arrange(meeting, AgendaItem(title="Late"), seen=[])

    assert str(refusal.value) == "Meeting 2 is closed; its agenda stays as it was."


# ---- taking up


def test_an_item_is_taken_up_then_another_then_none():
    meeting = MeetingFactory()
    by = secretary_of(meeting.group)

    for item in [*on_the_agenda(meeting, "One", "Two"), None]:
        take_up(meeting=meeting, item=item, by=by)
        assert Meeting.objects.get(pk=meeting.pk).takes_up == item


def test_to_take_up_what_is_taken_up_changes_nothing():
    meeting = MeetingFactory()
    by, [item] = secretary_of(meeting.group), on_the_agenda(meeting, "One")
    take_up(meeting=meeting, item=item, by=by)
    before = Entry.objects.latest("id")

    take_up(meeting=meeting, item=item, by=by)

    assert Entry.objects.latest("id") == before


@pytest.mark.parametrize(
    "state", [MeetingState.PLANNED, MeetingState.ADJOURNED, MeetingState.CLOSED]
)
def test_only_a_meeting_in_session_takes_up_anything(state):
    meeting = MeetingFactory(state=state)
    [item] = on_the_agenda(meeting, "One")

    with pytest.raises(MeetingNotInSession):
        take_up(meeting=meeting, item=item, by=secretary_of(meeting.group))

    assert Meeting.objects.get(pk=meeting.pk).takes_up is None


def test_what_is_taken_up_is_removed_only_while_it_is_not_discussed():
    meeting = MeetingFactory()
    by, [item] = secretary_of(meeting.group), on_the_agenda(meeting, "One")
    take_up(meeting=meeting, item=item, by=by)

    with pytest.raises(Refused) as refusal:
        arrange(meeting, seen=[item])
    adjourn_meeting(meeting=meeting, by=by)
    arrange(meeting, seen=[item])

    assert str(refusal.value) == (
        "“One” is taken up. Leave it, or take up another, before you remove it."
    )
    assert agenda(meeting) == []
    assert Meeting.objects.get(pk=meeting.pk).takes_up is None


# ---- who was there


def test_to_note_who_was_present_writes_only_what_changed():
    meeting = MeetingFactory()
    by = secretary_of(meeting.group)
    ant, bee, cat = (ContributorFactory(group=meeting.group, name=n) for n in ("A", "B", "C"))
    note_attendance(meeting=meeting, present=[ant, bee], by=by)
    before = Entry.objects.latest("id").pk

    note_attendance(meeting=meeting, present=[bee, cat], by=by)

    assert [str(a) for a in meeting.attendances.order_by("contributor__name")] == ["B", "C"]
    written = Entry.objects.filter(id__gt=before).order_by("id")
    assert list(written.values_list("noun", "label")) == [
        ("attendance", "delete"),
        ("attendance", "insert"),
    ]
    note_attendance(meeting=meeting, present=[cat, bee], by=by)
    assert written.count() == 2


def test_who_is_of_another_group_was_not_present():
    meeting = MeetingFactory()

    with pytest.raises(RuleBroken) as refusal:
        note_attendance(
            meeting=meeting, present=[ContributorFactory()], by=secretary_of(meeting.group)
        )

    assert refusal.value.rule == "all_of_one_group"
