"""Documents issued from the record, frozen."""

from collections.abc import Callable
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

_imports = import_module("deliberations.migrations.0009_imports")
NOUNS: tuple[str, ...] = _imports.NOUNS
view_of: Callable[..., str] = _imports.view_of


class Migration(migrations.Migration):
    dependencies = [
        ("deliberations", "0010_search"),
    ]

    operations = [
        migrations.CreateModel(
            name="Issue",
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
                ("title", models.CharField(max_length=300, verbose_name="title")),
                ("dated", models.DateField(null=True, verbose_name="dated")),
                ("language", models.CharField(max_length=10, verbose_name="language")),
                ("parts", models.JSONField(verbose_name="paragraphs")),
                ("text", models.TextField(verbose_name="text")),
                ("docx", models.BinaryField(verbose_name="DOCX")),
                ("pdf", models.BinaryField(verbose_name="PDF")),
                (
                    "sha256",
                    models.CharField(
                        db_default="", max_length=64, verbose_name="checksum of the text (SHA-256)"
                    ),
                ),
                (
                    "docx_sha256",
                    models.CharField(
                        db_default="", max_length=64, verbose_name="checksum of the DOCX (SHA-256)"
                    ),
                ),
                (
                    "pdf_sha256",
                    models.CharField(
                        db_default="", max_length=64, verbose_name="checksum of the PDF (SHA-256)"
                    ),
                ),
                (
                    "intention",
                    models.UUIDField(editable=False, unique=True, verbose_name="intention"),
                ),
                (
                    "recorded_at",
                    models.DateTimeField(
                        db_default=deliberations.models.acts.Clock(),
                        editable=False,
                        verbose_name="recorded at",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="issues",
                        to="deliberations.document",
                        verbose_name="with the words of",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="issues",
                        to="deliberations.workinggroup",
                        verbose_name="group",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="issues",
                        to="deliberations.meeting",
                        verbose_name="meeting",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="recorded by",
                    ),
                ),
            ],
            options={
                "verbose_name": "issued document",
                "verbose_name_plural": "issued documents",
                "ordering": ["group", "number"],
            },
        ),
        migrations.CreateModel(
            name="IssueHistoryevent",
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
                ("title", models.CharField(max_length=300, verbose_name="title")),
                ("dated", models.DateField(null=True, verbose_name="dated")),
                ("language", models.CharField(max_length=10, verbose_name="language")),
                (
                    "sha256",
                    models.CharField(
                        db_default="", max_length=64, verbose_name="checksum of the text (SHA-256)"
                    ),
                ),
                (
                    "docx_sha256",
                    models.CharField(
                        db_default="", max_length=64, verbose_name="checksum of the DOCX (SHA-256)"
                    ),
                ),
                (
                    "pdf_sha256",
                    models.CharField(
                        db_default="", max_length=64, verbose_name="checksum of the PDF (SHA-256)"
                    ),
                ),
                ("intention", models.UUIDField(editable=False, verbose_name="intention")),
                (
                    "recorded_at",
                    models.DateTimeField(
                        db_default=deliberations.models.acts.Clock(),
                        editable=False,
                        verbose_name="recorded at",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="deliberations.document",
                        verbose_name="with the words of",
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
                    "meeting",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="deliberations.meeting",
                        verbose_name="meeting",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="deliberations.issue",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="recorded by",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="issue",
            constraint=models.UniqueConstraint(
                fields=("group", "number"), name="an_issued_document_has_a_number_of_its_own"
            ),
        ),
        migrations.AddConstraint(
            model_name="issue",
            constraint=models.CheckConstraint(
                condition=models.Q(("text", ""), _negated=True),
                name="an_issued_document_says_something",
            ),
        ),
        migrations.AddIndex(
            model_name="issuehistoryevent",
            index=models.Index(
                fields=["pgh_group_id", "pgh_id"], name="deliberatio_pgh_gro_8992a3_idx"
            ),
        ),
        migrations.AddIndex(
            model_name="issuehistoryevent",
            index=models.Index(
                fields=["pgh_obj", "pgh_id"], name="deliberatio_pgh_obj_bf1660_idx"
            ),
        ),
        AddTriggers(
            [
                (
                    "issue",
                    pgtrigger.compiler.Trigger(
                        name="tells_the_readers",
                        sql=deliberations.models.rules.RuleSql(
                            declare="DECLARE it record;",
                            func="IF TG_OP = 'DELETE' THEN it := OLD; ELSE it := NEW; END IF; PERFORM pg_notify('record', concat_ws(' ', it.\"group_id\", CASE WHEN EXISTS (SELECT FROM deliberations_meeting m WHERE m.id IN (it.\"meeting_id\") AND m.published_at IS NULL) THEN 'secretariat' ELSE 'public' END, pg_current_xact_id())); RETURN NULL;",
                            hash="34db8e8a2f2d2bd279ab18f2a5604844e0b145c3",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_tells_the_readers_c9a0f",
                            table="deliberations_issue",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "issue",
                    pgtrigger.compiler.Trigger(
                        name="of_one_group",
                        sql=deliberations.models.rules.RuleSql(
                            func='IF (SELECT count(DISTINCT v) FROM (VALUES (NEW."group_id"), ((SELECT r5."group_id" FROM deliberations_meeting r5 WHERE r5.id = NEW."meeting_id")), ((SELECT r5."group_id" FROM deliberations_document r5 WHERE r5.id = NEW."document_id"))) AS of_group(v)) > 1 THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'all_of_one_group\', TABLE = TG_TABLE_NAME, MESSAGE = \'all of one group\'; END IF; RETURN NEW;',
                            hash="c533fde08bd7ce838668be993e416a6067a962df",
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
                        name="insert_only",
                        sql=deliberations.models.rules.RuleSql(
                            func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'the_record_is_insert_only', TABLE = TG_TABLE_NAME, MESSAGE = 'the record is insert only';",
                            hash="ca62ac4b9f89d9c8c18aaeb45441b3577dd97c47",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_insert_only_6e5fd",
                            table="deliberations_issue",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "issue",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=deliberations.models.rules.RuleSql(
                            func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                            hash="920536a25cac3f19d8f822c49bcf135491df375f",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_b39a0",
                            table="deliberations_issue",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "issue",
                    pgtrigger.compiler.Trigger(
                        name="is_issued",
                        sql=deliberations.models.rules.RuleSql(
                            declare="DECLARE next_number integer;",
                            func="PERFORM 1 FROM deliberations_workinggroup WHERE id = NEW.group_id FOR NO KEY UPDATE; PERFORM 1 FROM deliberations_meeting WHERE id = NEW.meeting_id FOR SHARE; SELECT COALESCE(max(number), 0) + 1 INTO next_number FROM deliberations_issue WHERE group_id = NEW.group_id; IF NEW.number NOT IN (0, next_number) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'numbers_run_without_gap', TABLE = TG_TABLE_NAME, MESSAGE = 'numbers run without gap'; END IF; NEW.number := next_number; NEW.recorded_at := clock_timestamp(); NEW.sha256 := encode(sha256(convert_to(NEW.text, 'UTF8')), 'hex'); NEW.docx_sha256 := encode(sha256(NEW.docx), 'hex'); NEW.pdf_sha256 := encode(sha256(NEW.pdf), 'hex'); RETURN NEW;",
                            hash="828c407f861ca61562bae07a679a601ab63f9c18",
                            operation="INSERT",
                            pgid="pgtrigger_is_issued_b1afe",
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
                            func='INSERT INTO "deliberations_issuehistoryevent" ("dated", "document_id", "docx_sha256", "group_id", "id", "intention", "language", "meeting_id", "number", "pdf_sha256", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "recorded_at", "recorded_by_id", "sha256", "title") VALUES (NEW."dated", NEW."document_id", NEW."docx_sha256", NEW."group_id", NEW."id", NEW."intention", NEW."language", NEW."meeting_id", NEW."number", NEW."pdf_sha256", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), NEW."group_id", \'insert\', NEW."meeting_id", NEW."id", NULL, NEW."recorded_at", NEW."recorded_by_id", NEW."sha256", NEW."title"); RETURN NULL;',
                            hash="4e4250ffb32646a8d1763ccb9529b25b7a8fbfe9",
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
                            func='INSERT INTO "deliberations_issuehistoryevent" ("dated", "document_id", "docx_sha256", "group_id", "id", "intention", "language", "meeting_id", "number", "pdf_sha256", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "recorded_at", "recorded_by_id", "sha256", "title") VALUES (NEW."dated", NEW."document_id", NEW."docx_sha256", NEW."group_id", NEW."id", NEW."intention", NEW."language", NEW."meeting_id", NEW."number", NEW."pdf_sha256", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), NEW."group_id", \'update\', NEW."meeting_id", NEW."id", to_jsonb(OLD) - \'parts\' - \'text\' - \'docx\' - \'pdf\', NEW."recorded_at", NEW."recorded_by_id", NEW."sha256", NEW."title"); RETURN NULL;',
                            hash="1468d47a8444897acb401acc6a55021fa35f0cf2",
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
                            func='INSERT INTO "deliberations_issuehistoryevent" ("dated", "document_id", "docx_sha256", "group_id", "id", "intention", "language", "meeting_id", "number", "pdf_sha256", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "recorded_at", "recorded_by_id", "sha256", "title") VALUES (OLD."dated", OLD."document_id", OLD."docx_sha256", OLD."group_id", OLD."id", OLD."intention", OLD."language", OLD."meeting_id", OLD."number", OLD."pdf_sha256", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), OLD."group_id", \'delete\', OLD."meeting_id", OLD."id", to_jsonb(OLD) - \'parts\' - \'text\' - \'docx\' - \'pdf\', OLD."recorded_at", OLD."recorded_by_id", OLD."sha256", OLD."title"); RETURN NULL;',
                            hash="e1f6c7aa594ad2aae4127e7b61674098670c29ec",
                            operation="DELETE",
                            pgid="pgtrigger_history_delete_62167",
                            table="deliberations_issue",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "issuehistoryevent",
                    pgtrigger.compiler.Trigger(
                        name="insert_only",
                        sql=deliberations.models.rules.RuleSql(
                            func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'the_history_is_append_only', TABLE = TG_TABLE_NAME, MESSAGE = 'the history is append only';",
                            hash="5e746b8471bdaee0e949d25784f717a9a0ee69ae",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_insert_only_a1d7f",
                            table="deliberations_issuehistoryevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "issuehistoryevent",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=deliberations.models.rules.RuleSql(
                            func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                            hash="468f8ce05a72bd118adf439dbcb0afaeeda8ffad",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_9f870",
                            table="deliberations_issuehistoryevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "issuehistoryevent",
                    pgtrigger.compiler.Trigger(
                        name="written_by_its_change",
                        sql=deliberations.models.rules.RuleSql(
                            condition="WHEN (pg_trigger_depth() = 0)",
                            func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'an_entry_is_written_by_its_change', TABLE = TG_TABLE_NAME, MESSAGE = 'an entry is written by its change';",
                            hash="9030b3b71c95bb93f3085a8c631fd885ec61c4e0",
                            operation="INSERT",
                            pgid="pgtrigger_written_by_its_change_72e9b",
                            table="deliberations_issuehistoryevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ]
        ),
        migrations.RunSQL(view_of(*NOUNS, "import", "issue"), view_of(*NOUNS, "import")),
    ]
