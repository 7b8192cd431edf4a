"""That every change of every table leaves an entry, with who, which act, when and why."""

from datetime import date
from typing import Any, cast

import pghistory
import pghistory.core
import pgtrigger
import pytest
from django.apps import apps
from django.db import transaction
from django.utils import timezone

from deliberations.models import Entry, Question, User
from deliberations.models.entries import view_as_sql
from deliberations.operations import (
    Refused,
    convene_meeting,
    edit_surroundings,
    remove_surroundings,
)
from tests.acts import decide, everything_happens, secretary_of
from tests.factories import (
    ElementFactory,
    GroupFactory,
    MeetingFactory,
    QuestionFactory,
    UserFactory,
)
from tests.sql import forged_decision, refused, sql

pytestmark = pytest.mark.django_db

EVENT_MODELS: dict[Any, Any] = {
    event.pgh_tracked_model: event
    for event in cast(list[Any], pghistory.core.event_models())
    if event._meta.app_label == "deliberations"
}
MODELS = [
    model
    for model in apps.get_app_config("deliberations").get_models()
    if model._meta.managed and model not in EVENT_MODELS.values()
]


def last_entry(noun: str) -> Any:
    return Entry.objects.filter(noun=noun).latest("id")


@pytest.mark.parametrize("model", MODELS)
def test_every_model_is_tracked(model):
    tracking = {
        str(trigger.operation)
        for tracked, trigger in pgtrigger.registered()
        if tracked is model and str(trigger.name).startswith("history_")
    }

    assert tracking == {"INSERT", "UPDATE", "DELETE"}
    assert EVENT_MODELS[model].pgh_tracked_model is model


def test_the_history_is_read_from_every_event_table():
    """Fails for a table that is not in the view: its migration makes the view anew."""
    [(definition,)] = sql("SELECT pg_get_viewdef('deliberations_entry')")
    events = sorted(EVENT_MODELS.values(), key=lambda event: event._meta.db_table)

    with transaction.atomic():
        sql(view_as_sql(events))
        [(as_declared,)] = sql("SELECT pg_get_viewdef('deliberations_entry')")

    assert definition == as_declared


def test_each_noun_has_entries():
    everything_happens(GroupFactory())

    nouns = set(Entry.objects.order_by().values_list("noun", flat=True).distinct())

    assert nouns == {model._meta.model_name for model in MODELS}


def test_an_entry_says_who_did_what_as_what_why_where():
    meeting = MeetingFactory()
    by = secretary_of(meeting.group)
    element = ElementFactory(group=meeting.group)
    decide(meeting, element)

    decision = decide(meeting, element, by=by, sentence="Agreed.", reconsiders="New facts.")

    entry = last_entry("decision")
    assert entry.context == {
        "act": "record_decision",
        "by": by.pk,
        "name": by.name,
        "role": "secretariat",
        "reason": "New facts.",
    }
    assert (entry.label, entry.object_id, entry.is_outside) == ("insert", decision.pk, False)
    assert (entry.group, entry.meeting) == (meeting.group, meeting)
    assert (entry.old, entry.new["sentence"]) == (None, "Agreed.")
    assert [(entry.session_user,)] == sql("SELECT session_user::text")


def test_the_entries_of_an_act_belong_together():
    meeting = MeetingFactory()
    element = ElementFactory(group=meeting.group)
    decide(meeting, element)
    before = Entry.objects.latest("id").pk

    decide(meeting, element, reconsiders="New facts.")

    entries = Entry.objects.filter(pk__gt=before).order_by("id")
    assert [(entry.noun, entry.label) for entry in entries] == [
        ("decision", "insert"),
        ("disposition", "insert"),
        ("standing", "update"),
        ("standing", "update"),
        ("correction", "insert"),
    ]
    assert len({entry.act_id for entry in entries}) == 1
    assert Entry.objects.get(pk=before).act_id != entries[0].act_id


def test_an_entry_of_a_change_shows_the_row_before_and_after():
    group = GroupFactory()
    by = secretary_of(group)
    meeting = convene_meeting(
        group=group, number=1, starts_on=date(2017, 1, 26), ends_on=date(2017, 1, 27), by=by
    )
    meeting.chair = "The Chair"

    edit_surroundings(thing=meeting, by=by, group=group, reason="Elected today.")

    entry = last_entry("meeting")
    assert (entry.label, entry.context["reason"]) == ("update", "Elected today.")
    assert {key: (entry.old[key], entry.new[key]) for key in entry.new} == {
        **{key: (value, value) for key, value in entry.old.items()},
        "chair": ("", "The Chair"),
    }


def test_an_entry_of_a_deletion_keeps_the_row():
    question = QuestionFactory(text="Why?")

    remove_surroundings(thing=question, by=secretary_of(question.group), group=question.group)

    entry = last_entry("question")
    assert (entry.label, entry.old["text"], entry.group) == ("delete", "Why?", question.group)
    assert not Question.objects.filter(group=question.group).exists()


def test_entries_are_numbered_in_the_order_of_their_writing():
    everything_happens(GroupFactory())

    entries = Entry.objects.order_by("id").values_list("id", "recorded_at")
    numbers = [number for number, _moment in entries]
    moments = [moment for _number, moment in entries]
    assert len(set(numbers)) == len(numbers)
    assert sorted(moments) == moments
    assert timezone.now() > moments[-1] > moments[-2]


def test_what_is_undone_leaves_no_entry():
    meeting = MeetingFactory()
    before = Entry.objects.latest("id").pk

    with refused("a_decision_disposes_of_at_least_one_element"):
        forged_decision(meeting)

    assert list(Entry.objects.filter(pk__gt=before)) == []


def test_an_update_that_changes_nothing_leaves_no_entry():
    meeting = MeetingFactory()
    before = Entry.objects.latest("id").pk

    sql("UPDATE deliberations_meeting SET chair = chair WHERE id = %s", meeting.pk)

    assert list(Entry.objects.filter(pk__gt=before)) == []


# ---- changes made outside the application


@pytest.mark.django_db(transaction=True)
def test_a_change_made_outside_the_application_appears_as_that():
    meeting = MeetingFactory(chair="")
    decide(meeting, ElementFactory(group=meeting.group))

    sql("UPDATE deliberations_meeting SET chair = 'Somebody' WHERE id = %s", meeting.pk)

    entry = last_entry("meeting")
    assert (entry.context, entry.act_id, entry.is_outside) == (None, None, True)
    assert (entry.old["chair"], entry.new["chair"]) == ("", "Somebody")
    assert [(entry.session_user,)] == sql("SELECT session_user::text")


def test_after_an_act_within_a_transaction_nothing_more_counts_as_it():
    """pghistory's context lasts as long as the transaction; an act's ends with the act."""
    meeting = MeetingFactory()
    decide(meeting, ElementFactory(group=meeting.group))

    sql("UPDATE deliberations_meeting SET chair = 'Somebody' WHERE id = %s", meeting.pk)

    assert last_entry("meeting").is_outside


def test_after_a_refused_act_within_a_transaction_nothing_more_counts_as_it():
    meeting = MeetingFactory()
    with pytest.raises(Refused):
        decide(meeting)

    sql("UPDATE deliberations_meeting SET chair = 'Somebody' WHERE id = %s", meeting.pk)

    assert last_entry("meeting").is_outside


def test_only_a_database_user_of_its_own_tells_the_application_from_a_liar():
    """No promise but its limit: whoever may write may also pretend to be an act.

    Who writes past the application as another database user is told from it by session_user.
    """
    meeting = MeetingFactory()

    sql("""SELECT set_config('pghistory.context_metadata', '{"act": "close_meeting"}', true)""")
    sql("UPDATE deliberations_meeting SET chair = 'Somebody' WHERE id = %s", meeting.pk)

    assert last_entry("meeting").context == {"act": "close_meeting"}


@pytest.mark.parametrize("event", EVENT_MODELS.values())
def test_an_entry_is_written_by_its_change_never_by_hand(event):
    everything_happens(GroupFactory())
    columns = ", ".join(
        f'"{field.column}"' for field in event._meta.concrete_fields if field.name != "pgh_id"
    )

    with refused("an_entry_is_written_by_its_change"):
        sql(
            f"INSERT INTO {event._meta.db_table} ({columns})"
            f" SELECT {columns} FROM {event._meta.db_table}"
        )


# ---- what the history must not hold


def test_no_entry_holds_a_password():
    user = User.objects.create_user("ada", "correct horse battery staple", name="Ada")
    first = user.password
    user.set_password("incorrect horse battery staple")
    user.save()

    entries = Entry.objects.filter(noun="user", object_id=user.pk).order_by("id")
    assert [(entry.label, entry.old is None) for entry in entries] == [
        ("insert", True),
        ("update", False),
    ]
    for entry in entries:
        held = {**(entry.old or {}), **entry.new}
        assert held.keys() == {"id", "username", "name", "is_active", "is_admin"}
        assert first not in str(held)


def test_a_changed_password_leaves_an_entry_all_the_same():
    user = UserFactory()

    sql("UPDATE deliberations_user SET password = 'x' WHERE id = %s", user.pk)

    entry = last_entry("user")
    assert (entry.label, entry.object_id) == ("update", user.pk)
    assert entry.old == entry.new


def test_signing_in_is_no_change_of_the_record():
    user = UserFactory()
    before = Entry.objects.latest("id").pk

    sql("UPDATE deliberations_user SET last_login = now() WHERE id = %s", user.pk)

    assert list(Entry.objects.filter(pk__gt=before)) == []
