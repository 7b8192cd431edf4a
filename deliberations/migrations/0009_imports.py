"""Documents brought in to be read."""

import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import deliberations.models.acts
import deliberations.models.history
import deliberations.models.rules
from deliberations.migrations._triggers import AddTriggers

NOUNS = (
    "agendaitem", "attendance", "authorship", "contribution", "contributor", "correction",
    "decision", "decisionqualifier", "disposition", "document", "draft", "element", "heading",
    "lift", "meeting", "membership", "proposal", "qualifier", "question", "source", "standing",
    "statement", "user", "withdrawal", "wording", "workinggroup",
)  # fmt: skip


def view_of(*nouns: str) -> str:
    """The view over the event tables of these nouns (deliberations.models.entries.view_as_sql)."""
    own = (
        "'pgh_id', 'pgh_obj_id', 'pgh_label', 'pgh_created_at', 'pgh_group_id', 'pgh_meeting_id', "
        "'pgh_context', 'pgh_context_id', 'pgh_session_user', 'pgh_old'"
    )
    selects = "\nUNION ALL\n".join(
        f"SELECT pgh_id AS id, '{noun}'::text AS noun, pgh_obj_id AS object_id, "
        "pgh_label AS label, pgh_created_at AS recorded_at, pgh_group_id AS group_id, "
        "pgh_meeting_id AS meeting_id, pgh_context AS context, pgh_context_id AS act_id, "
        "pgh_session_user AS session_user, pgh_old AS old, "
        f"to_jsonb(e) - ARRAY[{own}] AS new FROM deliberations_{noun}historyevent e"
        for noun in sorted(nouns)
    )
    return f"CREATE OR REPLACE VIEW deliberations_entry AS\n{selects};"


class Migration(migrations.Migration):
    dependencies = [
        ("deliberations", "0008_moments"),
    ]

    operations = [
        migrations.CreateModel(
            name="Import",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="file")),
                ("kind", models.CharField(max_length=10, verbose_name="kind")),
                ("sha256", models.CharField(max_length=64, verbose_name="checksum (SHA-256)")),
                ("content", models.BinaryField(verbose_name="content")),
                ("text", models.TextField(verbose_name="text")),
                ("remarks", models.JSONField(default=list, verbose_name="remarks")),
                ("passages", models.JSONField(default=list, verbose_name="passages")),
                ("set_aside", models.JSONField(default=list, verbose_name="set aside")),
                (
                    "brought_at",
                    models.DateTimeField(
                        db_default=deliberations.models.acts.Clock(), verbose_name="brought at"
                    ),
                ),
                (
                    "brought_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="brought by",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="imports",
                        to="deliberations.workinggroup",
                        verbose_name="group",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="imports",
                        to="deliberations.meeting",
                        verbose_name="meeting",
                    ),
                ),
                (
                    "source",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="imported",
                        to="deliberations.source",
                        verbose_name="source",
                    ),
                ),
            ],
            options={
                "verbose_name": "import",
                "verbose_name_plural": "imports",
                "ordering": ["group", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="ImportHistoryevent",
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
                ("name", models.CharField(max_length=200, verbose_name="file")),
                ("kind", models.CharField(max_length=10, verbose_name="kind")),
                ("sha256", models.CharField(max_length=64, verbose_name="checksum (SHA-256)")),
                ("remarks", models.JSONField(default=list, verbose_name="remarks")),
                ("set_aside", models.JSONField(default=list, verbose_name="set aside")),
                (
                    "brought_at",
                    models.DateTimeField(
                        db_default=deliberations.models.acts.Clock(), verbose_name="brought at"
                    ),
                ),
                (
                    "brought_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="brought by",
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
                        to="deliberations.import",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="deliberations.source",
                        verbose_name="source",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="import",
            constraint=models.UniqueConstraint(
                fields=("meeting", "sha256"), name="a_file_is_imported_once_for_a_meeting"
            ),
        ),
        migrations.AddIndex(
            model_name="importhistoryevent",
            index=models.Index(
                fields=["pgh_group_id", "pgh_id"], name="deliberatio_pgh_gro_9250e0_idx"
            ),
        ),
        migrations.AddIndex(
            model_name="importhistoryevent",
            index=models.Index(
                fields=["pgh_obj", "pgh_id"], name="deliberatio_pgh_obj_d2b1f4_idx"
            ),
        ),
        AddTriggers(
            [
                (
                    "import",
                    pgtrigger.compiler.Trigger(
                        name="tells_the_readers",
                        sql=deliberations.models.rules.RuleSql(
                            declare="DECLARE it record;",
                            func="IF TG_OP = 'DELETE' THEN it := OLD; ELSE it := NEW; END IF; PERFORM pg_notify('record', concat_ws(' ', it.\"group_id\", 'secretariat', pg_current_xact_id())); RETURN NULL;",
                            hash="057dde288e12e1fe94633e62ef6f21908afdfce2",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_tells_the_readers_a1559",
                            table="deliberations_import",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "import",
                    pgtrigger.compiler.Trigger(
                        name="of_one_group",
                        sql=deliberations.models.rules.RuleSql(
                            func='IF (SELECT count(DISTINCT v) FROM (VALUES (NEW."group_id"), ((SELECT r5."group_id" FROM deliberations_meeting r5 WHERE r5.id = NEW."meeting_id")), ((SELECT r5."group_id" FROM deliberations_source r5 WHERE r5.id = NEW."source_id"))) AS of_group(v)) > 1 THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'all_of_one_group\', TABLE = TG_TABLE_NAME, MESSAGE = \'all of one group\'; END IF; RETURN NEW;',
                            hash="be70da4736982bda20c383cea40d35f6d24f7427",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_of_one_group_643fa",
                            table="deliberations_import",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "import",
                    pgtrigger.compiler.Trigger(
                        name="stays_in_its_group",
                        sql=deliberations.models.rules.RuleSql(
                            condition='WHEN (OLD."group_id" IS DISTINCT FROM (NEW."group_id"))',
                            func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'all_of_one_group', TABLE = TG_TABLE_NAME, MESSAGE = 'all of one group';",
                            hash="83cd38e9d8b3985c46cc420bb3b3d2546765c30c",
                            operation="UPDATE",
                            pgid="pgtrigger_stays_in_its_group_7039e",
                            table="deliberations_import",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "import",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=deliberations.models.rules.RuleSql(
                            func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                            hash="e6d03d3a22a57185198972ab3c19f72e4db9bdff",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_b1d63",
                            table="deliberations_import",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "import",
                    pgtrigger.compiler.Trigger(
                        name="history_insert",
                        sql=deliberations.models.rules.RuleSql(
                            func='INSERT INTO "deliberations_importhistoryevent" ("brought_at", "brought_by_id", "group_id", "id", "kind", "meeting_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "remarks", "set_aside", "sha256", "source_id") VALUES (NEW."brought_at", NEW."brought_by_id", NEW."group_id", NEW."id", NEW."kind", NEW."meeting_id", NEW."name", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), NEW."group_id", \'insert\', NEW."meeting_id", NEW."id", NULL, NEW."remarks", NEW."set_aside", NEW."sha256", NEW."source_id"); RETURN NULL;',
                            hash="bea6fdb1b2ce4ba7f95de214414ed0278d4caf19",
                            operation="INSERT",
                            pgid="pgtrigger_history_insert_97c70",
                            table="deliberations_import",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "import",
                    pgtrigger.compiler.Trigger(
                        name="history_update",
                        sql=deliberations.models.rules.RuleSql(
                            condition='WHEN (OLD."brought_at" IS DISTINCT FROM (NEW."brought_at") OR OLD."brought_by_id" IS DISTINCT FROM (NEW."brought_by_id") OR OLD."group_id" IS DISTINCT FROM (NEW."group_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."meeting_id" IS DISTINCT FROM (NEW."meeting_id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."remarks" IS DISTINCT FROM (NEW."remarks") OR OLD."set_aside" IS DISTINCT FROM (NEW."set_aside") OR OLD."sha256" IS DISTINCT FROM (NEW."sha256") OR OLD."source_id" IS DISTINCT FROM (NEW."source_id"))',
                            func='INSERT INTO "deliberations_importhistoryevent" ("brought_at", "brought_by_id", "group_id", "id", "kind", "meeting_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "remarks", "set_aside", "sha256", "source_id") VALUES (NEW."brought_at", NEW."brought_by_id", NEW."group_id", NEW."id", NEW."kind", NEW."meeting_id", NEW."name", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), NEW."group_id", \'update\', NEW."meeting_id", NEW."id", to_jsonb(OLD) - \'content\' - \'text\' - \'passages\', NEW."remarks", NEW."set_aside", NEW."sha256", NEW."source_id"); RETURN NULL;',
                            hash="3a6475a144ff0b9432e7798ef38fc468b057078e",
                            operation="UPDATE",
                            pgid="pgtrigger_history_update_29702",
                            table="deliberations_import",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "import",
                    pgtrigger.compiler.Trigger(
                        name="history_delete",
                        sql=deliberations.models.rules.RuleSql(
                            func='INSERT INTO "deliberations_importhistoryevent" ("brought_at", "brought_by_id", "group_id", "id", "kind", "meeting_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "remarks", "set_aside", "sha256", "source_id") VALUES (OLD."brought_at", OLD."brought_by_id", OLD."group_id", OLD."id", OLD."kind", OLD."meeting_id", OLD."name", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), OLD."group_id", \'delete\', OLD."meeting_id", OLD."id", to_jsonb(OLD) - \'content\' - \'text\' - \'passages\', OLD."remarks", OLD."set_aside", OLD."sha256", OLD."source_id"); RETURN NULL;',
                            hash="d04a45e7bcbbbe67bad7c68754063684b40fa7d7",
                            operation="DELETE",
                            pgid="pgtrigger_history_delete_9db71",
                            table="deliberations_import",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "importhistoryevent",
                    pgtrigger.compiler.Trigger(
                        name="insert_only",
                        sql=deliberations.models.rules.RuleSql(
                            func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'the_history_is_append_only', TABLE = TG_TABLE_NAME, MESSAGE = 'the history is append only';",
                            hash="44fe6000d7f56cff7edf5207edf92c0789e186b0",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_insert_only_8fbb9",
                            table="deliberations_importhistoryevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "importhistoryevent",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=deliberations.models.rules.RuleSql(
                            func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                            hash="2ed5fb614412f895a27926baafae2aebbaf96f20",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_e464c",
                            table="deliberations_importhistoryevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "importhistoryevent",
                    pgtrigger.compiler.Trigger(
                        name="written_by_its_change",
                        sql=deliberations.models.rules.RuleSql(
                            condition="WHEN (pg_trigger_depth() = 0)",
                            func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'an_entry_is_written_by_its_change', TABLE = TG_TABLE_NAME, MESSAGE = 'an entry is written by its change';",
                            hash="01702a732627e9afd16ab87c4b0d46d1011e5a67",
                            operation="INSERT",
                            pgid="pgtrigger_written_by_its_change_f81bf",
                            table="deliberations_importhistoryevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ]
        ),
        migrations.RunSQL(view_of(*NOUNS, "import"), view_of(*NOUNS)),
    ]
