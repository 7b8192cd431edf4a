"""The rules themselves: that they can't be switched off, and that each speaks in a sentence."""

import re
from pathlib import Path

import pgtrigger
import pytest
from django.apps import apps
from django.db import DatabaseError, IntegrityError, transaction
from psycopg import errors

from deliberations.models import REFUSALS, Decision, Entry, Meeting, broken_rule
from deliberations.models.rules import Unignorable
from deliberations.operations import RuleBroken
from tests.acts import decide, everything_happens
from tests.factories import ElementFactory, GroupFactory, MeetingFactory
from tests.sql import as_at_commit, refused, sql

pytestmark = pytest.mark.django_db

TABLES = {
    str(model._meta.model_name): model._meta.db_table
    for model in apps.get_app_config("deliberations").get_models()
    if model._meta.managed
}
EVENT_TABLES = {noun: table for noun, table in TABLES.items() if noun.endswith("historyevent")}
INSERT_ONLY = [
    "correction",
    "decision",
    "decisionqualifier",
    "disposition",
    "issue",
    "lift",
    "proposal",
    "statement",
    "style",
    "wording",
    "withdrawal",
]


def columns_of(table: str) -> list[str]:
    rows = sql(
        # Those that the database makes of others are its own: it lets nobody write them.
        "SELECT column_name FROM information_schema.columns"
        " WHERE table_name = %s AND is_generated = 'NEVER' ORDER BY 1",
        table,
    )
    return [column for (column,) in rows]


def refuse_every_change(table: str, rule: str):
    assert sql(f"SELECT count(*) > 0 FROM {table}") == [(True,)]
    for column in columns_of(table):
        with refused(rule):
            sql(f'UPDATE {table} SET "{column}" = "{column}"')
    with refused(rule):
        sql(f"DELETE FROM {table}")


@pytest.mark.parametrize("noun", INSERT_ONLY)
def test_what_is_recorded_is_never_changed_or_deleted(noun):
    everything_happens(GroupFactory())

    refuse_every_change(TABLES[noun], "the_record_is_insert_only")


@pytest.mark.parametrize("noun", EVENT_TABLES)
def test_the_history_is_never_changed_or_deleted(noun):
    everything_happens(GroupFactory())

    refuse_every_change(TABLES[noun], "the_history_is_append_only")


def test_an_upsert_is_no_way_to_change_what_is_recorded():
    decision = decide(meeting := MeetingFactory(), ElementFactory(group=meeting.group))
    columns = ", ".join(f'"{column}"' for column in columns_of(TABLES["decision"]))
    values = columns.replace('"number"', "0")
    with refused("the_record_is_insert_only"):
        sql(
            f"INSERT INTO deliberations_decision ({columns})"
            f" SELECT {values} FROM deliberations_decision WHERE id = %s"
            " ON CONFLICT (id) DO UPDATE SET sentence = 'Otherwise.'",
            decision.pk,
        )
    with refused("the_record_is_insert_only"):
        sql(
            "MERGE INTO deliberations_decision d USING (SELECT 1) one ON d.id = %s"
            " WHEN MATCHED THEN UPDATE SET sentence = 'Otherwise.'",
            decision.pk,
        )


@pytest.mark.parametrize("noun", ["element", "standing"])
def test_elements_and_standings_are_never_deleted(noun):
    ElementFactory()

    rules = {
        "element": "the_record_is_insert_only",
        "standing": "an_element_stands_where_its_acts_put_it",
    }
    with refused(rules[noun]):
        sql(f"DELETE FROM {TABLES[noun]}")


@pytest.mark.parametrize("noun", TABLES)
def test_no_table_is_ever_emptied(noun):
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        sql(f"TRUNCATE {TABLES[noun]} CASCADE")

    assert broken_rule(refusal.value) == "a_table_of_the_record_is_never_emptied"
    # By its own trigger, not by that of a table to which it would cascade.
    assert isinstance(refusal.value.__cause__, errors.CheckViolation)
    assert refusal.value.__cause__.diag.table_name == TABLES[noun]


def test_every_table_of_acts_is_insert_only():
    guarded = {
        noun
        for noun, table in TABLES.items()
        if "insert_only"
        in {t.name for m, t in pgtrigger.registered() if m._meta.db_table == table}
    }

    assert guarded - EVENT_TABLES.keys() == set(INSERT_ONLY)


# ---- to switch a rule off


def all_triggers() -> list[str]:
    return [f"{model._meta.db_table}:{t.get_pgid(model)}" for model, t in pgtrigger.registered()]


def change_everything(meeting: Meeting, decision: Decision):
    """What each rule that a switch could concern would have to let through."""
    as_at_commit()
    with refused("the_record_is_insert_only"):
        sql("UPDATE deliberations_decision SET sentence = 'Otherwise.'")
    with refused("the_record_is_insert_only"):
        sql("DELETE FROM deliberations_disposition")
    with refused("a_table_of_the_record_is_never_emptied"):
        sql("TRUNCATE deliberations_decision CASCADE")
    with refused("an_element_stands_where_its_acts_put_it"):
        sql("UPDATE deliberations_standing SET status = 'rejected'")
    with refused("what_is_published_stays_published"):
        sql("UPDATE deliberations_meeting SET published_at = NULL WHERE id = %s", meeting.pk)
    with refused("the_history_is_append_only"):
        sql("DELETE FROM deliberations_decisionhistoryevent")
    before = Entry.objects.count()
    sql("UPDATE deliberations_meeting SET chair = 'Somebody' WHERE id = %s", meeting.pk)
    assert Entry.objects.count() == before + 1


def test_no_setting_of_the_session_switches_a_rule_off():
    meeting = MeetingFactory()
    decision = decide(meeting, ElementFactory(group=meeting.group))

    sql("SELECT set_config('pgtrigger.ignore', %s, true)", "{" + ",".join(all_triggers()) + "}")

    change_everything(meeting, decision)


def test_the_library_of_the_triggers_does_not_switch_a_rule_off():
    meeting = MeetingFactory()
    decision = decide(meeting, ElementFactory(group=meeting.group))

    with pgtrigger.ignore():
        change_everything(meeting, decision)


def test_every_trigger_is_of_the_kind_that_asks_no_setting():
    assert [t for _model, t in pgtrigger.registered() if not isinstance(t, Unignorable)] == []
    assert sql("SELECT proname FROM pg_proc WHERE prosrc LIKE '%%pgtrigger.ignore%%'") == []


def test_every_declared_trigger_is_installed_and_no_other():
    declared = {(m._meta.db_table, t.get_pgid(m)) for m, t in pgtrigger.registered()}

    assert declared == set(
        sql(
            "SELECT relname, tgname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid"
            " WHERE NOT tgisinternal AND tgenabled = 'O'"
        )
    )


def test_the_application_can_not_take_itself_for_a_replica():
    """A superuser could: then no rule holds. The embedded server's role is none."""
    if sql("SELECT rolsuper FROM pg_roles WHERE rolname = current_user") == [(True,)]:
        pytest.skip("on this server the tests run as superuser, whom nothing stops")

    with pytest.raises(DatabaseError) as refusal, transaction.atomic():
        sql("SET LOCAL session_replication_role = 'replica'")

    assert isinstance(refusal.value.__cause__, errors.InsufficientPrivilege)


def test_only_a_role_that_owns_nothing_is_kept_from_disabling_a_rule():
    """No promise but its limit: the owner of a table may disable its triggers, ours too.

    Where the application does not own its tables, this fails, and nothing below them can be done.
    """
    decide(meeting := MeetingFactory(), ElementFactory(group=meeting.group))

    as_at_commit()
    sql("ALTER TABLE deliberations_decision DISABLE TRIGGER USER")
    sql("UPDATE deliberations_decision SET sentence = 'Otherwise.'")

    assert set(Decision.objects.values_list("sentence", flat=True)) == {"Otherwise."}


# ---- what a refusal says


def raised_in_the_database() -> set[str]:
    bodies = sql("SELECT prosrc FROM pg_proc WHERE prosrc LIKE '%%check_violation%%'")
    return {rule for (body,) in bodies for rule in re.findall(r"CONSTRAINT = '(\w+)'", body)}


def provoked_by_tests() -> set[str]:
    tests = Path(__file__).parent.parent
    texts = [path.read_text() for path in tests.glob("**/test_*.py")]
    return {rule for text in texts for rule in re.findall(r'refused\(\s*"(\w+)"', text)}


def test_every_sentence_belongs_to_a_rule_that_the_database_keeps():
    assert raised_in_the_database() == REFUSALS.keys()


def test_every_rule_is_provoked_by_a_test():
    assert REFUSALS.keys() - provoked_by_tests() == set()


def test_a_rule_arrives_as_integrity_error_with_its_name():
    ElementFactory()

    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        sql("UPDATE deliberations_standing SET status = 'rejected'")

    assert broken_rule(refusal.value) == "an_element_stands_where_its_acts_put_it"
    assert isinstance(refusal.value.__cause__, errors.CheckViolation)
    assert refusal.value.__cause__.diag.table_name == "deliberations_standing"


def test_a_constraint_arrives_with_its_name_too():
    meeting = MeetingFactory()

    with refused("a_meeting_has_a_number_of_its_own"):
        sql(
            "INSERT INTO deliberations_meeting (group_id, number, starts_on, ends_on, place_name,"
            " chair, time_zone, state, note) VALUES (%s, %s, now(), now(), '', '', 'UTC',"
            " 'planned', '')",
            meeting.group_id,
            meeting.number,
        )


def test_an_error_that_names_no_constraint_breaks_no_rule():
    assert broken_rule(IntegrityError("of some other kind")) == ""


def test_a_rule_that_an_act_breaks_is_refused_with_its_sentence():
    meeting = MeetingFactory()
    elsewhere = ElementFactory()

    with pytest.raises(RuleBroken) as refusal:
        decide(meeting, elsewhere)

    assert refusal.value.rule == "all_of_one_group"
    assert str(refusal.value) == "That belongs to another working group."


def test_a_constraint_that_an_act_breaks_is_refused_with_its_name_as_a_sentence():
    meeting = MeetingFactory()
    element = ElementFactory(group=meeting.group)

    with pytest.raises(RuleBroken) as refusal:
        decide(meeting, element, element)

    assert str(refusal.value) == (
        "The record refuses that: a decision disposes once of an element."
    )
