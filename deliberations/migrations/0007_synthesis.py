"""The words of a synthesis that are its own: above the title, before and after the decisions."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import deliberations.models.rules
from deliberations.migrations._triggers import AddTriggers


class Migration(migrations.Migration):
    dependencies = [
        ("deliberations", "0006_plans"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="document",
            name="history_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="document",
            name="history_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="document",
            name="history_delete",
        ),
        migrations.AddField(
            model_name="document",
            name="closing",
            field=models.TextField(
                blank=True,
                help_text="Stands after the decisions, as a signature does.",
                verbose_name="closing",
            ),
        ),
        migrations.AddField(
            model_name="document",
            name="introduction",
            field=models.TextField(
                blank=True,
                help_text="Stands before the decisions. An empty line begins a paragraph.",
                verbose_name="introduction",
            ),
        ),
        migrations.AddField(
            model_name="document",
            name="letterhead",
            field=models.CharField(
                blank=True,
                help_text="Empty: the name of the group.",
                max_length=300,
                verbose_name="line above the title",
            ),
        ),
        migrations.AddField(
            model_name="documenthistoryevent",
            name="closing",
            field=models.TextField(
                blank=True,
                help_text="Stands after the decisions, as a signature does.",
                verbose_name="closing",
            ),
        ),
        migrations.AddField(
            model_name="documenthistoryevent",
            name="introduction",
            field=models.TextField(
                blank=True,
                help_text="Stands before the decisions. An empty line begins a paragraph.",
                verbose_name="introduction",
            ),
        ),
        migrations.AddField(
            model_name="documenthistoryevent",
            name="letterhead",
            field=models.CharField(
                blank=True,
                help_text="Empty: the name of the group.",
                max_length=300,
                verbose_name="line above the title",
            ),
        ),
        AddTriggers(
            [
                (
                    "document",
                    pgtrigger.compiler.Trigger(
                        name="history_insert",
                        sql=deliberations.models.rules.RuleSql(
                            func='INSERT INTO "deliberations_documenthistoryevent" ("author", "closing", "dated", "group_id", "id", "introduction", "kind", "letterhead", "meeting_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "sha256", "source_id", "title", "url") VALUES (NEW."author", NEW."closing", NEW."dated", NEW."group_id", NEW."id", NEW."introduction", NEW."kind", NEW."letterhead", NEW."meeting_id", NEW."note", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), NEW."group_id", \'insert\', NEW."meeting_id", NEW."id", NULL, NEW."sha256", NEW."source_id", NEW."title", NEW."url"); RETURN NULL;',
                            hash="212728a0a674154b080cc8eda010ff0b252f4375",
                            operation="INSERT",
                            pgid="pgtrigger_history_insert_b8846",
                            table="deliberations_document",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "document",
                    pgtrigger.compiler.Trigger(
                        name="history_update",
                        sql=deliberations.models.rules.RuleSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "deliberations_documenthistoryevent" ("author", "closing", "dated", "group_id", "id", "introduction", "kind", "letterhead", "meeting_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "sha256", "source_id", "title", "url") VALUES (NEW."author", NEW."closing", NEW."dated", NEW."group_id", NEW."id", NEW."introduction", NEW."kind", NEW."letterhead", NEW."meeting_id", NEW."note", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), NEW."group_id", \'update\', NEW."meeting_id", NEW."id", to_jsonb(OLD), NEW."sha256", NEW."source_id", NEW."title", NEW."url"); RETURN NULL;',
                            hash="af4af6c2575aa28913b0bdbb967a62d0603054e5",
                            operation="UPDATE",
                            pgid="pgtrigger_history_update_b0b99",
                            table="deliberations_document",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "document",
                    pgtrigger.compiler.Trigger(
                        name="history_delete",
                        sql=deliberations.models.rules.RuleSql(
                            func='INSERT INTO "deliberations_documenthistoryevent" ("author", "closing", "dated", "group_id", "id", "introduction", "kind", "letterhead", "meeting_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "sha256", "source_id", "title", "url") VALUES (OLD."author", OLD."closing", OLD."dated", OLD."group_id", OLD."id", OLD."introduction", OLD."kind", OLD."letterhead", OLD."meeting_id", OLD."note", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), OLD."group_id", \'delete\', OLD."meeting_id", OLD."id", to_jsonb(OLD), OLD."sha256", OLD."source_id", OLD."title", OLD."url"); RETURN NULL;',
                            hash="fabc152f50a390c72aedf91f9cf9e2703e33370f",
                            operation="DELETE",
                            pgid="pgtrigger_history_delete_7d841",
                            table="deliberations_document",
                            when="AFTER",
                        ),
                    ),
                ),
            ]
        ),
    ]
