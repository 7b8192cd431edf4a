"""What a role that serves the record may do to its tables.

No test can make a role: the embedded server lets nobody. One that each server has, and that owns
nothing here, stands for it.
"""

import pytest
from django.core.management import CommandError, call_command

from tests.sql import sql

pytestmark = pytest.mark.django_db

ROLE = "pg_monitor"
RIGHTS = ("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "TRIGGER", "REFERENCES")


@pytest.fixture
def allowed():
    call_command("allow_role", ROLE)


def rights_to(table: str) -> list[str]:
    asked = ", ".join(f"has_table_privilege('{ROLE}', '{table}', '{right}')" for right in RIGHTS)
    [has] = sql(f"SELECT {asked}")
    return [right for right, may in zip(RIGHTS, has, strict=True) if may]


@pytest.mark.parametrize("noun", ["decision", "disposition", "wording", "issue", "withdrawal"])
def test_what_is_recorded_is_added_to_only(allowed, noun):
    assert rights_to(f"deliberations_{noun}") == ["SELECT", "INSERT"]
    assert rights_to(f"deliberations_{noun}historyevent") == ["SELECT", "INSERT"]


def test_the_history_of_what_is_edited_is_added_to_only(allowed):
    assert rights_to("deliberations_source") == ["SELECT", "INSERT", "UPDATE", "DELETE"]
    assert rights_to("deliberations_sourcehistoryevent") == ["SELECT", "INSERT"]


def test_an_element_is_moved_but_not_deleted(allowed):
    assert rights_to("deliberations_element") == ["SELECT", "INSERT", "UPDATE"]
    assert rights_to("deliberations_standing") == ["SELECT", "INSERT", "UPDATE"]


def test_what_the_triggers_reckon_is_written_by_whoever_records(allowed):
    for table in ("stay", "tally"):
        assert rights_to(f"deliberations_{table}") == ["SELECT", "INSERT", "UPDATE", "DELETE"]


def test_what_migrate_writes_is_read_only(allowed):
    for table in ("deliberations_entry", "django_migrations", "django_content_type"):
        assert rights_to(table) == ["SELECT"]


def test_people_sign_in(allowed):
    assert rights_to("django_session") == ["SELECT", "INSERT", "UPDATE", "DELETE"]


def test_all_can_be_read_and_numbered(allowed):
    unread = sql(
        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"
        " AND relkind IN ('r', 'v') AND NOT has_table_privilege(%s, oid, 'SELECT')"
        " OR relnamespace = 'public'::regnamespace AND relkind = 'S'"
        " AND NOT has_sequence_privilege(%s, oid, 'USAGE')",
        ROLE,
        ROLE,
    )
    assert unread == []


def test_what_was_granted_before_is_taken_back():
    sql(f"GRANT ALL ON deliberations_decision TO {ROLE}")

    call_command("allow_role", ROLE)

    assert rights_to("deliberations_decision") == ["SELECT", "INSERT"]


def test_a_role_that_is_not_there_is_to_be_made_first():
    with pytest.raises(CommandError, match="has no role “nobody”"):
        call_command("allow_role", "nobody")


def test_no_grant_holds_the_owner_of_the_tables():
    [(owner,)] = sql("SELECT current_user")
    with pytest.raises(CommandError, match=f"“{owner}” owns the tables"):
        call_command("allow_role", owner)
