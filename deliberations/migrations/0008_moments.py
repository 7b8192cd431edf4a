"""Where each element stood at any moment, on both clocks, kept by the triggers of the acts."""

import pgtrigger.compiler
from django.db import migrations, models

import deliberations.models.rules
from deliberations.migrations import _functions, _stays
from deliberations.migrations._triggers import AddTriggers

RESTAND_AS_BEFORE = _functions.RESTAND.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")

# Of a table that is not managed, pgtrigger takes no notice.
RULES = [
    pgtrigger.compiler.Trigger(
        name="never_emptied",
        sql=deliberations.models.rules.RuleSql(
            func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
            hash="919084954ef50088a5cf8aaf2593b18ecd16d721",
            level="STATEMENT",
            operation="TRUNCATE",
            pgid="pgtrigger_never_emptied_b0e5e",
            table="deliberations_stay",
            when="BEFORE",
        ),
    ),
    pgtrigger.compiler.Trigger(
        name="follows_from_the_acts",
        sql=deliberations.models.rules.RuleSql(
            condition="WHEN (pg_trigger_depth() = 0)",
            func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'an_element_stands_where_its_acts_put_it', TABLE = TG_TABLE_NAME, MESSAGE = 'an element stands where its acts put it';",
            hash="044b205628efc86db9b8956d6d06e38f62217748",
            operation="INSERT OR UPDATE OR DELETE",
            pgid="pgtrigger_follows_from_the_acts_a77b5",
            table="deliberations_stay",
            when="BEFORE",
        ),
    ),
]


class Migration(migrations.Migration):
    dependencies = [("deliberations", "0007_synthesis")]

    operations = [
        migrations.CreateModel(
            name="Stay",
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
                ("at_from", models.DateTimeField(verbose_name="decided from")),
                ("at_to", models.DateTimeField(verbose_name="decided until")),
                ("known_from", models.DateTimeField(verbose_name="known from")),
                ("known_to", models.DateTimeField(verbose_name="known until")),
            ],
            options={
                "verbose_name": "stay",
                "verbose_name_plural": "stays",
                "db_table": "deliberations_stay",
                "ordering": ["element__group", "element__number"],
                "managed": False,
            },
        ),
        migrations.RunSQL(
            "".join([_stays.TABLE, _stays.FUNCTIONS, _stays.SETTINGS, _stays.FILL]),
            RESTAND_AS_BEFORE + _stays.RESTAND_SETTINGS + _stays.BACKWARD,
        ),
        migrations.RunSQL([(rule.install_sql, None) for rule in RULES], migrations.RunSQL.noop),
        AddTriggers(
            [
                (
                    "meeting",
                    pgtrigger.compiler.Trigger(
                        name="reaches_into_the_past",
                        sql=deliberations.models.rules.RuleSql(
                            condition='WHEN (OLD."ends_on" IS DISTINCT FROM (NEW."ends_on") OR OLD."published_at" IS DISTINCT FROM (NEW."published_at") OR OLD."time_zone" IS DISTINCT FROM (NEW."time_zone"))',
                            func="PERFORM deliberations_restay_anew(e.element_id) FROM ( SELECT id AS element_id FROM deliberations_element WHERE meeting_id = NEW.id UNION SELECT element_id FROM deliberations_wording WHERE meeting_id = NEW.id UNION SELECT element_id FROM deliberations_withdrawal WHERE meeting_id = NEW.id UNION SELECT element_id FROM deliberations_proposal WHERE meeting_id = NEW.id UNION SELECT p.element_id FROM deliberations_disposition p JOIN deliberations_decision d ON d.id = p.decision_id WHERE d.meeting_id = NEW.id ORDER BY element_id ) e; RETURN NULL;",
                            hash="7bad95cb227677695aba3673a4bbe7575ab84352",
                            operation="UPDATE",
                            pgid="pgtrigger_reaches_into_the_past_9e52f",
                            table="deliberations_meeting",
                            when="AFTER",
                        ),
                    ),
                )
            ]
        ),
    ]
