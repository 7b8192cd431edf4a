"""What the secretariat looked at of all that the record finds in itself."""

from importlib import import_module

import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import deliberations.models.acts
import deliberations.models.history
import deliberations.models.rules
from deliberations.migrations._triggers import AddTriggers

IMPORTS = import_module("deliberations.migrations.0009_imports")
NOUNS, view_of = IMPORTS.NOUNS, IMPORTS.view_of


class Migration(migrations.Migration):
    dependencies = [
        ("deliberations", "0011_issues"),
    ]

    operations = [
        migrations.CreateModel(
            name="Look",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("finding", models.CharField(max_length=60, verbose_name="finding")),
                ("reason", models.TextField(verbose_name="reason")),
                (
                    "looked_at",
                    models.DateTimeField(
                        db_default=deliberations.models.acts.Clock(),
                        editable=False,
                        verbose_name="looked at",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="looks",
                        to="deliberations.workinggroup",
                        verbose_name="group",
                    ),
                ),
                (
                    "looked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="looked at by",
                    ),
                ),
            ],
            options={
                "verbose_name": "second look",
                "verbose_name_plural": "second looks",
                "ordering": ["group", "pk"],
            },
        ),
        migrations.CreateModel(
            name="LookHistoryevent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_id",
                    models.BigIntegerField(
                        db_default=deliberations.models.history.NextNumber(
                            "deliberations_entry_number"
                        ),
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("pgh_group_id", models.BigIntegerField(null=True)),
                ("pgh_meeting_id", models.BigIntegerField(null=True)),
                (
                    "pgh_session_user",
                    models.TextField(db_default=deliberations.models.history.SessionUser()),
                ),
                ("pgh_old", models.JSONField(null=True)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("finding", models.CharField(max_length=60, verbose_name="finding")),
                ("reason", models.TextField(verbose_name="reason")),
                (
                    "looked_at",
                    models.DateTimeField(
                        db_default=deliberations.models.acts.Clock(),
                        editable=False,
                        verbose_name="looked at",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="deliberations.workinggroup",
                        verbose_name="group",
                    ),
                ),
                (
                    "looked_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="looked at by",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="deliberations.look",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="look",
            constraint=models.UniqueConstraint(
                fields=("group", "finding"), name="a_finding_is_marked_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="look",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True), name="a_look_has_a_reason"
            ),
        ),
        migrations.AddIndex(
            model_name="lookhistoryevent",
            index=models.Index(
                fields=["pgh_group_id", "pgh_id"], name="deliberatio_pgh_gro_a48100_idx"
            ),
        ),
        migrations.AddIndex(
            model_name="lookhistoryevent",
            index=models.Index(
                fields=["pgh_obj", "pgh_id"], name="deliberatio_pgh_obj_73b87c_idx"
            ),
        ),
        AddTriggers(
            [
                (
                    "look",
                    pgtrigger.compiler.Trigger(
                        name="tells_the_readers",
                        sql=deliberations.models.rules.RuleSql(
                            declare="DECLARE it record;",
                            func="IF TG_OP = 'DELETE' THEN it := OLD; ELSE it := NEW; END IF; PERFORM pg_notify('record', concat_ws(' ', it.\"group_id\", 'secretariat', pg_current_xact_id())); RETURN NULL;",
                            hash="fa48f750cdb1552735f51ba99717867e835e114e",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_tells_the_readers_b49ca",
                            table="deliberations_look",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "look",
                    pgtrigger.compiler.Trigger(
                        name="stays_in_its_group",
                        sql=deliberations.models.rules.RuleSql(
                            condition='WHEN (OLD."group_id" IS DISTINCT FROM (NEW."group_id"))',
                            func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'all_of_one_group', TABLE = TG_TABLE_NAME, MESSAGE = 'all of one group';",
                            hash="d47719a8470ce1ea5998b6d01491a3d6c7011dbe",
                            operation="UPDATE",
                            pgid="pgtrigger_stays_in_its_group_3f38a",
                            table="deliberations_look",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "look",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=deliberations.models.rules.RuleSql(
                            func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                            hash="ae3bbd499a066163de55c993e78a73166f1b5035",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_e9bcd",
                            table="deliberations_look",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "look",
                    pgtrigger.compiler.Trigger(
                        name="history_insert",
                        sql=deliberations.models.rules.RuleSql(
                            func='INSERT INTO "deliberations_lookhistoryevent" ("finding", "group_id", "id", "looked_at", "looked_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "reason") VALUES (NEW."finding", NEW."group_id", NEW."id", NEW."looked_at", NEW."looked_by_id", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), NEW."group_id", \'insert\', NULL, NEW."id", NULL, NEW."reason"); RETURN NULL;',
                            hash="32752759ab0691dc8b710dde9c3c3d8c725b0c41",
                            operation="INSERT",
                            pgid="pgtrigger_history_insert_b8a69",
                            table="deliberations_look",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "look",
                    pgtrigger.compiler.Trigger(
                        name="history_update",
                        sql=deliberations.models.rules.RuleSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "deliberations_lookhistoryevent" ("finding", "group_id", "id", "looked_at", "looked_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "reason") VALUES (NEW."finding", NEW."group_id", NEW."id", NEW."looked_at", NEW."looked_by_id", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), NEW."group_id", \'update\', NULL, NEW."id", to_jsonb(OLD), NEW."reason"); RETURN NULL;',
                            hash="93f40600a526cbb457538632128830eac001501b",
                            operation="UPDATE",
                            pgid="pgtrigger_history_update_7799d",
                            table="deliberations_look",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "look",
                    pgtrigger.compiler.Trigger(
                        name="history_delete",
                        sql=deliberations.models.rules.RuleSql(
                            func='INSERT INTO "deliberations_lookhistoryevent" ("finding", "group_id", "id", "looked_at", "looked_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "reason") VALUES (OLD."finding", OLD."group_id", OLD."id", OLD."looked_at", OLD."looked_by_id", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), OLD."group_id", \'delete\', NULL, OLD."id", to_jsonb(OLD), OLD."reason"); RETURN NULL;',
                            hash="20dfad8df77d25e8010d6b7f91d038241dc2eeb6",
                            operation="DELETE",
                            pgid="pgtrigger_history_delete_4e12f",
                            table="deliberations_look",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "lookhistoryevent",
                    pgtrigger.compiler.Trigger(
                        name="insert_only",
                        sql=deliberations.models.rules.RuleSql(
                            func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'the_history_is_append_only', TABLE = TG_TABLE_NAME, MESSAGE = 'the history is append only';",
                            hash="5e8cc20448e181ad1ea86f50feb981cd6bab59f7",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_insert_only_1da99",
                            table="deliberations_lookhistoryevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "lookhistoryevent",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=deliberations.models.rules.RuleSql(
                            func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                            hash="2c76ab251312d13a71704317eaddeb8b8fa3507d",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_bb584",
                            table="deliberations_lookhistoryevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "lookhistoryevent",
                    pgtrigger.compiler.Trigger(
                        name="written_by_its_change",
                        sql=deliberations.models.rules.RuleSql(
                            condition="WHEN (pg_trigger_depth() = 0)",
                            func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'an_entry_is_written_by_its_change', TABLE = TG_TABLE_NAME, MESSAGE = 'an entry is written by its change';",
                            hash="edc9996cc9d724913980c4c6f99f61c9ab868d5d",
                            operation="INSERT",
                            pgid="pgtrigger_written_by_its_change_a71f5",
                            table="deliberations_lookhistoryevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ]
        ),
        migrations.RunSQL(
            view_of(*NOUNS, "import", "issue", "look"), view_of(*NOUNS, "import", "issue")
        ),
    ]
