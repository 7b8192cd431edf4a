"""How many elements stand where, at any moment, kept by the triggers of the stays."""

import pgtrigger.compiler
from django.db import migrations, models

import deliberations.models.rules
from deliberations.migrations import _tallies
from deliberations.migrations._triggers import AddTriggers

# Of a table that is not managed, pgtrigger takes no notice.
RULES = [
    pgtrigger.compiler.Trigger(
        name="never_emptied",
        sql=deliberations.models.rules.RuleSql(
            func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
            hash="fa715e7e961fccbb57fc415e9a72f962b8c85a4f",
            level="STATEMENT",
            operation="TRUNCATE",
            pgid="pgtrigger_never_emptied_001cf",
            table="deliberations_tally",
            when="BEFORE",
        ),
    ),
    pgtrigger.compiler.Trigger(
        name="follows_from_the_acts",
        sql=deliberations.models.rules.RuleSql(
            condition="WHEN (pg_trigger_depth() = 0)",
            func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'an_element_stands_where_its_acts_put_it', TABLE = TG_TABLE_NAME, MESSAGE = 'an element stands where its acts put it';",
            hash="a3ecb521e02faacd68b2cf47f2b43d4b15c4aca7",
            operation="INSERT OR UPDATE OR DELETE",
            pgid="pgtrigger_follows_from_the_acts_c4e5f",
            table="deliberations_tally",
            when="BEFORE",
        ),
    ),
    pgtrigger.compiler.Trigger(
        name="is_counted",
        sql=deliberations.models.rules.RuleSql(
            func="PERFORM deliberations_count_more(array_agg(ROW(k.id, k.element_id, k.public, k.status, k.wording_id, k.disposition_id, k.at_from, k.at_to, k.known_from, k.known_to)::deliberations_stay)) FROM come k WHERE k.known_to = '9999-12-31 00:00+00'; RETURN NULL;",
            hash="cca3c0f14ad2556a40bea3a8d358f9a252625f4e",
            level="STATEMENT",
            operation="INSERT",
            pgid="pgtrigger_is_counted_ea654",
            referencing="REFERENCING NEW TABLE AS come ",
            table="deliberations_stay",
            when="AFTER",
        ),
    ),
    pgtrigger.compiler.Trigger(
        name="is_counted_no_longer",
        sql=deliberations.models.rules.RuleSql(
            func="PERFORM deliberations_count_less(array_agg(ROW(k.id, k.element_id, k.public, k.status, k.wording_id, k.disposition_id, k.at_from, k.at_to, k.known_from, k.known_to)::deliberations_stay)) FROM gone k WHERE k.known_to = '9999-12-31 00:00+00'; RETURN NULL;",
            hash="9325130cc528114c792fd96033a99c3ff310e900",
            level="STATEMENT",
            operation="DELETE",
            pgid="pgtrigger_is_counted_no_longer_93285",
            referencing="REFERENCING OLD TABLE AS gone ",
            table="deliberations_stay",
            when="AFTER",
        ),
    ),
    pgtrigger.compiler.Trigger(
        name="is_counted_anew",
        sql=deliberations.models.rules.RuleSql(
            func="PERFORM deliberations_count_less(array_agg(ROW(k.id, k.element_id, k.public, k.status, k.wording_id, k.disposition_id, k.at_from, k.at_to, k.known_from, k.known_to)::deliberations_stay)) FROM gone k WHERE k.known_to = '9999-12-31 00:00+00'; PERFORM deliberations_count_more(array_agg(ROW(k.id, k.element_id, k.public, k.status, k.wording_id, k.disposition_id, k.at_from, k.at_to, k.known_from, k.known_to)::deliberations_stay)) FROM come k WHERE k.known_to = '9999-12-31 00:00+00'; RETURN NULL;",
            hash="3319196e610040ae6b67e25d8977dee015d7f14e",
            level="STATEMENT",
            operation="UPDATE",
            pgid="pgtrigger_is_counted_anew_bb73a",
            referencing="REFERENCING OLD TABLE AS gone  NEW TABLE AS come ",
            table="deliberations_stay",
            when="AFTER",
        ),
    ),
]


class Migration(migrations.Migration):
    dependencies = [("deliberations", "0015_standings_at_once")]

    operations = [
        migrations.CreateModel(
            name="Tally",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public", models.BooleanField(verbose_name="public")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("proposed", "proposed"),
                            ("agreed", "agreed"),
                            ("deferred", "deferred to report"),
                            ("not-discussed", "not discussed"),
                            ("rejected", "rejected"),
                            ("withdrawn", "withdrawn"),
                        ],
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                ("place", models.BigIntegerField(verbose_name="place of the decision")),
                ("block", models.IntegerField(verbose_name="part of its list")),
                ("at_from", models.DateTimeField(verbose_name="decided from")),
                ("at_to", models.DateTimeField(verbose_name="decided until")),
                ("number", models.IntegerField(verbose_name="how many")),
            ],
            options={
                "verbose_name": "tally",
                "verbose_name_plural": "tallies",
                "db_table": "deliberations_tally",
                "ordering": ["group", "question", "status", "place", "block"],
                "managed": False,
            },
        ),
        migrations.RunSQL(
            "".join([_tallies.TABLE, _tallies.FUNCTIONS, _tallies.FILL]),
            _tallies.BACKWARD,
        ),
        migrations.RunSQL(
            [(rule.install_sql, None) for rule in RULES],
            [(rule.uninstall_sql, None) for rule in RULES],
        ),
        AddTriggers(
            [
                (
                    "element",
                    pgtrigger.compiler.Trigger(
                        name="leaves_its_tallies",
                        sql=deliberations.models.rules.RuleSql(
                            condition='WHEN (OLD."heading_id" IS DISTINCT FROM (NEW."heading_id") OR OLD."question_id" IS DISTINCT FROM (NEW."question_id"))',
                            func="PERFORM deliberations_count_less(array_agg(ROW(k.id, k.element_id, k.public, k.status, k.wording_id, k.disposition_id, k.at_from, k.at_to, k.known_from, k.known_to)::deliberations_stay)) FROM deliberations_stay k WHERE k.known_to = '9999-12-31 00:00+00' AND k.element_id = NEW.id; RETURN NEW;",
                            hash="25626e11443245248831912933c9a847bafc5ddf",
                            operation="UPDATE",
                            pgid="pgtrigger_leaves_its_tallies_df4af",
                            table="deliberations_element",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "element",
                    pgtrigger.compiler.Trigger(
                        name="enters_its_tallies",
                        sql=deliberations.models.rules.RuleSql(
                            condition='WHEN (OLD."heading_id" IS DISTINCT FROM (NEW."heading_id") OR OLD."question_id" IS DISTINCT FROM (NEW."question_id"))',
                            func="PERFORM deliberations_count_more(array_agg(ROW(k.id, k.element_id, k.public, k.status, k.wording_id, k.disposition_id, k.at_from, k.at_to, k.known_from, k.known_to)::deliberations_stay)) FROM deliberations_stay k WHERE k.known_to = '9999-12-31 00:00+00' AND k.element_id = NEW.id; RETURN NEW;",
                            hash="225f131fc0a8dffc6778a9edc55d64b86cf74535",
                            operation="UPDATE",
                            pgid="pgtrigger_enters_its_tallies_df7d7",
                            table="deliberations_element",
                            when="AFTER",
                        ),
                    ),
                ),
            ]
        ),
    ]
