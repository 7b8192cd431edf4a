"""House styles, and which of them an issued document was made in."""

from importlib import import_module

import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
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
        ("deliberations", "0016_tallies"),
    ]

    operations = [
        migrations.CreateModel(
            name="Style",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "number",
                    models.PositiveIntegerField(
                        db_default=0, editable=False, verbose_name="number"
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=200, verbose_name="file")),
                ("content", models.BinaryField(verbose_name="content")),
                (
                    "sha256",
                    models.CharField(
                        db_default="", max_length=64, verbose_name="checksum (SHA-256)"
                    ),
                ),
                (
                    "adopted_at",
                    models.DateTimeField(
                        db_default=deliberations.models.acts.Clock(),
                        editable=False,
                        verbose_name="adopted at",
                    ),
                ),
            ],
            options={
                "verbose_name": "house style",
                "verbose_name_plural": "house styles",
                "ordering": ["group", "number"],
            },
        ),
        migrations.CreateModel(
            name="StyleHistoryevent",
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
                (
                    "number",
                    models.PositiveIntegerField(
                        db_default=0, editable=False, verbose_name="number"
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=200, verbose_name="file")),
                (
                    "sha256",
                    models.CharField(
                        db_default="", max_length=64, verbose_name="checksum (SHA-256)"
                    ),
                ),
                (
                    "adopted_at",
                    models.DateTimeField(
                        db_default=deliberations.models.acts.Clock(),
                        editable=False,
                        verbose_name="adopted at",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="issue",
            name="of_one_group",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="issue",
            name="history_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="issue",
            name="history_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="issue",
            name="history_delete",
        ),
        migrations.AddField(
            model_name="style",
            name="adopted_by",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="adopted by",
            ),
        ),
        migrations.AddField(
            model_name="style",
            name="group",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="styles",
                to="deliberations.workinggroup",
                verbose_name="group",
            ),
        ),
        migrations.AddField(
            model_name="issue",
            name="style",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="issues",
                to="deliberations.style",
                verbose_name="house style",
            ),
        ),
        migrations.AddField(
            model_name="issuehistoryevent",
            name="style",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="deliberations.style",
                verbose_name="house style",
            ),
        ),
        migrations.AddField(
            model_name="stylehistoryevent",
            name="adopted_by",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="adopted by",
            ),
        ),
        migrations.AddField(
            model_name="stylehistoryevent",
            name="group",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="deliberations.workinggroup",
                verbose_name="group",
            ),
        ),
        migrations.AddField(
            model_name="stylehistoryevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="deliberations.style",
            ),
        ),
        migrations.AddConstraint(
            model_name="style",
            constraint=models.UniqueConstraint(
                fields=("group", "number"), name="a_house_style_has_a_number_of_its_own"
            ),
        ),
        migrations.AddIndex(
            model_name="stylehistoryevent",
            index=models.Index(
                fields=["pgh_group_id", "pgh_id"], name="deliberatio_pgh_gro_4830b8_idx"
            ),
        ),
        migrations.AddIndex(
            model_name="stylehistoryevent",
            index=models.Index(
                fields=["pgh_obj", "pgh_id"], name="deliberatio_pgh_obj_86027f_idx"
            ),
        ),
        AddTriggers(
            [
                (
                    "issue",
                    pgtrigger.compiler.Trigger(
                        name="of_one_group",
                        sql=deliberations.models.rules.RuleSql(
                            func='IF (SELECT count(DISTINCT v) FROM (VALUES (NEW."group_id"), ((SELECT r5."group_id" FROM deliberations_meeting r5 WHERE r5.id = NEW."meeting_id")), ((SELECT r5."group_id" FROM deliberations_document r5 WHERE r5.id = NEW."document_id")), ((SELECT r5."group_id" FROM deliberations_style r5 WHERE r5.id = NEW."style_id"))) AS of_group(v)) > 1 THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'all_of_one_group\', TABLE = TG_TABLE_NAME, MESSAGE = \'all of one group\'; END IF; RETURN NEW;',
                            hash="f90e4d100d4850f5b56bbed7e3f24e5175b1d915",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_of_one_group_ec38b",
                            table="deliberations_issue",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "issue",
                    pgtrigger.compiler.Trigger(
                        name="history_insert",
                        sql=deliberations.models.rules.RuleSql(
                            func='INSERT INTO "deliberations_issuehistoryevent" ("dated", "document_id", "docx_sha256", "group_id", "id", "intention", "language", "meeting_id", "number", "pdf_sha256", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "recorded_at", "recorded_by_id", "sha256", "style_id", "title") VALUES (NEW."dated", NEW."document_id", NEW."docx_sha256", NEW."group_id", NEW."id", NEW."intention", NEW."language", NEW."meeting_id", NEW."number", NEW."pdf_sha256", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), NEW."group_id", \'insert\', NEW."meeting_id", NEW."id", NULL, NEW."recorded_at", NEW."recorded_by_id", NEW."sha256", NEW."style_id", NEW."title"); RETURN NULL;',
                            hash="a0a92e79bb8655c9771382e85f6cc4ea8a0e12fa",
                            operation="INSERT",
                            pgid="pgtrigger_history_insert_9ee7a",
                            table="deliberations_issue",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "issue",
                    pgtrigger.compiler.Trigger(
                        name="history_update",
                        sql=deliberations.models.rules.RuleSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "deliberations_issuehistoryevent" ("dated", "document_id", "docx_sha256", "group_id", "id", "intention", "language", "meeting_id", "number", "pdf_sha256", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "recorded_at", "recorded_by_id", "sha256", "style_id", "title") VALUES (NEW."dated", NEW."document_id", NEW."docx_sha256", NEW."group_id", NEW."id", NEW."intention", NEW."language", NEW."meeting_id", NEW."number", NEW."pdf_sha256", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), NEW."group_id", \'update\', NEW."meeting_id", NEW."id", to_jsonb(OLD) - \'parts\' - \'text\' - \'docx\' - \'pdf\', NEW."recorded_at", NEW."recorded_by_id", NEW."sha256", NEW."style_id", NEW."title"); RETURN NULL;',
                            hash="7b38ad21ac17e84be90ef65e8561939e4bf38045",
                            operation="UPDATE",
                            pgid="pgtrigger_history_update_62b6f",
                            table="deliberations_issue",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "issue",
                    pgtrigger.compiler.Trigger(
                        name="history_delete",
                        sql=deliberations.models.rules.RuleSql(
                            func='INSERT INTO "deliberations_issuehistoryevent" ("dated", "document_id", "docx_sha256", "group_id", "id", "intention", "language", "meeting_id", "number", "pdf_sha256", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "recorded_at", "recorded_by_id", "sha256", "style_id", "title") VALUES (OLD."dated", OLD."document_id", OLD."docx_sha256", OLD."group_id", OLD."id", OLD."intention", OLD."language", OLD."meeting_id", OLD."number", OLD."pdf_sha256", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), OLD."group_id", \'delete\', OLD."meeting_id", OLD."id", to_jsonb(OLD) - \'parts\' - \'text\' - \'docx\' - \'pdf\', OLD."recorded_at", OLD."recorded_by_id", OLD."sha256", OLD."style_id", OLD."title"); RETURN NULL;',
                            hash="273c3ab20350f0cab6155d45de578996fc578111",
                            operation="DELETE",
                            pgid="pgtrigger_history_delete_62167",
                            table="deliberations_issue",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "style",
                    pgtrigger.compiler.Trigger(
                        name="tells_the_readers",
                        sql=deliberations.models.rules.RuleSql(
                            declare="DECLARE it record;",
                            func="IF TG_OP = 'DELETE' THEN it := OLD; ELSE it := NEW; END IF; PERFORM pg_notify('record', concat_ws(' ', it.\"group_id\", 'secretariat', pg_current_xact_id())); RETURN NULL;",
                            hash="aa7f7a255ab22b46f795b5244d0af86030fcf27e",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_tells_the_readers_18eb6",
                            table="deliberations_style",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "style",
                    pgtrigger.compiler.Trigger(
                        name="insert_only",
                        sql=deliberations.models.rules.RuleSql(
                            func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'the_record_is_insert_only', TABLE = TG_TABLE_NAME, MESSAGE = 'the record is insert only';",
                            hash="6dffa83d51819cb09b18bff47742249b80f2f328",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_insert_only_8f437",
                            table="deliberations_style",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "style",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=deliberations.models.rules.RuleSql(
                            func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                            hash="f5b893a6aa202cc725df94e37b6c9cd43b6abbc6",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_b79c1",
                            table="deliberations_style",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "style",
                    pgtrigger.compiler.Trigger(
                        name="is_adopted",
                        sql=deliberations.models.rules.RuleSql(
                            declare="DECLARE next_number integer;",
                            func="PERFORM 1 FROM deliberations_workinggroup WHERE id = NEW.group_id FOR NO KEY UPDATE; SELECT COALESCE(max(number), 0) + 1 INTO next_number FROM deliberations_style WHERE group_id = NEW.group_id; IF NEW.number NOT IN (0, next_number) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'numbers_run_without_gap', TABLE = TG_TABLE_NAME, MESSAGE = 'numbers run without gap'; END IF; NEW.number := next_number; NEW.adopted_at := clock_timestamp(); NEW.sha256 := encode(sha256(NEW.content), 'hex'); RETURN NEW;",
                            hash="02660fd29ca0298e3c4f21b7af55fcbd3967ec6c",
                            operation="INSERT",
                            pgid="pgtrigger_is_adopted_5a52b",
                            table="deliberations_style",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "style",
                    pgtrigger.compiler.Trigger(
                        name="history_insert",
                        sql=deliberations.models.rules.RuleSql(
                            func='INSERT INTO "deliberations_stylehistoryevent" ("adopted_at", "adopted_by_id", "group_id", "id", "name", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "sha256") VALUES (NEW."adopted_at", NEW."adopted_by_id", NEW."group_id", NEW."id", NEW."name", NEW."number", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), NEW."group_id", \'insert\', NULL, NEW."id", NULL, NEW."sha256"); RETURN NULL;',
                            hash="90eaae84678047169e000700c65e9fa46d4e04b9",
                            operation="INSERT",
                            pgid="pgtrigger_history_insert_0b417",
                            table="deliberations_style",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "style",
                    pgtrigger.compiler.Trigger(
                        name="history_update",
                        sql=deliberations.models.rules.RuleSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "deliberations_stylehistoryevent" ("adopted_at", "adopted_by_id", "group_id", "id", "name", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "sha256") VALUES (NEW."adopted_at", NEW."adopted_by_id", NEW."group_id", NEW."id", NEW."name", NEW."number", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), NEW."group_id", \'update\', NULL, NEW."id", to_jsonb(OLD) - \'content\', NEW."sha256"); RETURN NULL;',
                            hash="3f5e9cdc78c9295c3513631f927a82486c3449fe",
                            operation="UPDATE",
                            pgid="pgtrigger_history_update_11e35",
                            table="deliberations_style",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "style",
                    pgtrigger.compiler.Trigger(
                        name="history_delete",
                        sql=deliberations.models.rules.RuleSql(
                            func='INSERT INTO "deliberations_stylehistoryevent" ("adopted_at", "adopted_by_id", "group_id", "id", "name", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "sha256") VALUES (OLD."adopted_at", OLD."adopted_by_id", OLD."group_id", OLD."id", OLD."name", OLD."number", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), OLD."group_id", \'delete\', NULL, OLD."id", to_jsonb(OLD) - \'content\', OLD."sha256"); RETURN NULL;',
                            hash="af62796c27eb8ca68575e4d7ad66a973399f2a6b",
                            operation="DELETE",
                            pgid="pgtrigger_history_delete_f4990",
                            table="deliberations_style",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "stylehistoryevent",
                    pgtrigger.compiler.Trigger(
                        name="insert_only",
                        sql=deliberations.models.rules.RuleSql(
                            func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'the_history_is_append_only', TABLE = TG_TABLE_NAME, MESSAGE = 'the history is append only';",
                            hash="11de48c5db64b0264043c4da5dc8129db0541b51",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_insert_only_10202",
                            table="deliberations_stylehistoryevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "stylehistoryevent",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=deliberations.models.rules.RuleSql(
                            func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                            hash="d919b2dc2656ce615266a313986f96740d43c518",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_d51ea",
                            table="deliberations_stylehistoryevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "stylehistoryevent",
                    pgtrigger.compiler.Trigger(
                        name="written_by_its_change",
                        sql=deliberations.models.rules.RuleSql(
                            condition="WHEN (pg_trigger_depth() = 0)",
                            func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'an_entry_is_written_by_its_change', TABLE = TG_TABLE_NAME, MESSAGE = 'an entry is written by its change';",
                            hash="2128f14142b6192e682eda0d18a87c7bbe77dc22",
                            operation="INSERT",
                            pgid="pgtrigger_written_by_its_change_0f68f",
                            table="deliberations_stylehistoryevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ]
        ),
        migrations.RunSQL(
            view_of(*NOUNS, "import", "issue", "look", "style"),
            view_of(*NOUNS, "import", "issue", "look"),
        ),
    ]
