import pytest
from django.core.management import call_command

from tests.sql import sql

pytestmark = pytest.mark.django_db

RELATIONS = "SELECT relname FROM pg_class WHERE relname LIKE 'deliberations%' ORDER BY relname"
FUNCTIONS = "SELECT proname FROM pg_proc WHERE proname LIKE 'deliberations%' ORDER BY proname"
BEFORE_THE_FIRST_RELEASE = [
    "0001_initial", "0002_entries", "0003_sentences", "0004_live", "0005_in_the_room",
    "0006_plans", "0007_synthesis", "0008_moments", "0009_imports", "0010_search", "0011_issues",
    "0012_checks", "0013_issues_found", "0014_searched", "0015_standings_at_once", "0016_tallies",
    "0017_styles", "0018_known", "0019_disposed",
]  # fmt: skip


def test_what_the_migrations_make_they_take_away_and_make_again():
    made = sql(RELATIONS), sql(FUNCTIONS)

    call_command("migrate", "deliberations", "zero", verbosity=0)
    left = sql(RELATIONS), sql(FUNCTIONS)
    call_command("migrate", verbosity=0)

    assert left == ([], [])
    assert (sql(RELATIONS), sql(FUNCTIONS)) == made


def test_a_database_made_before_the_first_release_goes_on_as_it_is():
    sql("DELETE FROM django_migrations WHERE app = 'deliberations'")
    sql(
        "INSERT INTO django_migrations (app, name, applied)"
        " SELECT 'deliberations', name, now() FROM unnest(%s::text[]) name",
        BEFORE_THE_FIRST_RELEASE,
    )
    entries = sql("SELECT count(*) FROM deliberations_entry")

    call_command("migrate", verbosity=0)

    assert sql("SELECT count(*) FROM deliberations_entry") == entries
