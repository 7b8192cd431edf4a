"""What a meeting needs while it is on: drafts, attendance, how the agenda ended, adjourning."""

import django.db.models.constraints
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

BEFORE = (
    "agendaitem", "authorship", "contribution", "contributor", "correction", "decision",
    "decisionqualifier", "disposition", "document", "element", "heading", "lift", "meeting",
    "membership", "proposal", "qualifier", "question", "source", "standing", "statement", "user",
    "withdrawal", "wording", "workinggroup",
)  # fmt: skip
NEW = ("attendance", "draft")


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
        ("deliberations", "0004_live"),
    ]

    operations = [
        migrations.CreateModel(
            name="Attendance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
            ],
            options={
                "verbose_name": "attendance",
                "verbose_name_plural": "attendances",
                "ordering": ["meeting", "contributor__name"],
            },
        ),
        migrations.CreateModel(
            name="AttendanceHistoryevent",
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Draft",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "intention",
                    models.UUIDField(editable=False, unique=True, verbose_name="intention"),
                ),
                (
                    "kept_since",
                    models.DateTimeField(
                        db_default=deliberations.models.acts.Clock(), verbose_name="kept since"
                    ),
                ),
                ("on_screen", models.BooleanField(default=False, verbose_name="on the screen")),
                ("content", models.JSONField(verbose_name="content")),
                ("version", models.PositiveIntegerField(default=1, verbose_name="version")),
                (
                    "saved_at",
                    models.DateTimeField(
                        db_default=deliberations.models.acts.Clock(), verbose_name="saved at"
                    ),
                ),
            ],
            options={
                "verbose_name": "draft",
                "verbose_name_plural": "drafts",
                "ordering": ["meeting", "pk"],
            },
        ),
        migrations.CreateModel(
            name="DraftHistoryevent",
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
                ("intention", models.UUIDField(editable=False, verbose_name="intention")),
                (
                    "kept_since",
                    models.DateTimeField(
                        db_default=deliberations.models.acts.Clock(), verbose_name="kept since"
                    ),
                ),
                ("on_screen", models.BooleanField(default=False, verbose_name="on the screen")),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="agendaitem",
            name="of_one_group",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="agendaitem",
            name="history_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="agendaitem",
            name="history_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="agendaitem",
            name="history_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="meeting",
            name="moves_forward",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="meeting",
            name="history_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="meeting",
            name="history_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="meeting",
            name="history_delete",
        ),
        migrations.RemoveConstraint(
            model_name="agendaitem",
            name="an_agenda_item_has_a_position_of_its_own",
        ),
        migrations.RemoveConstraint(
            model_name="meeting",
            name="a_meeting_state_is_known",
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="carried_to",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="deliberations.meeting",
                verbose_name="carried over to",
            ),
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="ending",
            field=models.CharField(
                blank=True,
                choices=[
                    ("discussed", "discussed"),
                    ("not-reached", "not reached"),
                    ("carried-over", "carried over"),
                ],
                editable=False,
                max_length=12,
                verbose_name="ending",
            ),
        ),
        migrations.AddField(
            model_name="agendaitemhistoryevent",
            name="carried_to",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="deliberations.meeting",
                verbose_name="carried over to",
            ),
        ),
        migrations.AddField(
            model_name="agendaitemhistoryevent",
            name="ending",
            field=models.CharField(
                blank=True,
                choices=[
                    ("discussed", "discussed"),
                    ("not-reached", "not reached"),
                    ("carried-over", "carried over"),
                ],
                editable=False,
                max_length=12,
                verbose_name="ending",
            ),
        ),
        migrations.AddField(
            model_name="meeting",
            name="takes_up",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="deliberations.agendaitem",
                verbose_name="taken up",
            ),
        ),
        migrations.AddField(
            model_name="meetinghistoryevent",
            name="takes_up",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="deliberations.agendaitem",
                verbose_name="taken up",
            ),
        ),
        migrations.AlterField(
            model_name="meeting",
            name="state",
            field=models.CharField(
                choices=[
                    ("planned", "planned"),
                    ("in-session", "in session"),
                    ("adjourned", "adjourned"),
                    ("closed", "closed"),
                ],
                default="planned",
                max_length=12,
                verbose_name="state",
            ),
        ),
        migrations.AlterField(
            model_name="meetinghistoryevent",
            name="state",
            field=models.CharField(
                choices=[
                    ("planned", "planned"),
                    ("in-session", "in session"),
                    ("adjourned", "adjourned"),
                    ("closed", "closed"),
                ],
                default="planned",
                max_length=12,
                verbose_name="state",
            ),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.UniqueConstraint(
                deferrable=django.db.models.constraints.Deferrable["IMMEDIATE"],
                fields=("meeting", "position"),
                name="an_agenda_item_has_a_position_of_its_own",
            ),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ending__in", ["", "discussed", "not-reached", "carried-over"])
                ),
                name="an_ending_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("carried_to__isnull", False), ("ending", "carried-over")),
                    models.Q(
                        models.Q(("ending", "carried-over"), _negated=True),
                        ("carried_to__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="what_is_carried_over_says_where_to",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["planned", "in-session", "adjourned", "closed"])
                ),
                name="a_meeting_state_is_known",
            ),
        ),
        migrations.AddField(
            model_name="attendance",
            name="contributor",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="attendances",
                to="deliberations.contributor",
                verbose_name="contributor",
            ),
        ),
        migrations.AddField(
            model_name="attendance",
            name="meeting",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="attendances",
                to="deliberations.meeting",
                verbose_name="meeting",
            ),
        ),
        migrations.AddField(
            model_name="attendancehistoryevent",
            name="contributor",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="deliberations.contributor",
                verbose_name="contributor",
            ),
        ),
        migrations.AddField(
            model_name="attendancehistoryevent",
            name="meeting",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="deliberations.meeting",
                verbose_name="meeting",
            ),
        ),
        migrations.AddField(
            model_name="attendancehistoryevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="deliberations.attendance",
            ),
        ),
        migrations.AddField(
            model_name="draft",
            name="keeper",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="kept by",
            ),
        ),
        migrations.AddField(
            model_name="draft",
            name="meeting",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="drafts",
                to="deliberations.meeting",
                verbose_name="meeting",
            ),
        ),
        migrations.AddField(
            model_name="drafthistoryevent",
            name="keeper",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="kept by",
            ),
        ),
        migrations.AddField(
            model_name="drafthistoryevent",
            name="meeting",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="deliberations.meeting",
                verbose_name="meeting",
            ),
        ),
        migrations.AddField(
            model_name="drafthistoryevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="deliberations.draft",
            ),
        ),
        migrations.AddConstraint(
            model_name="attendance",
            constraint=models.UniqueConstraint(
                fields=("meeting", "contributor"), name="a_contributor_is_present_once"
            ),
        ),
        migrations.AddIndex(
            model_name="attendancehistoryevent",
            index=models.Index(
                fields=["pgh_group_id", "pgh_id"], name="deliberatio_pgh_gro_a3485a_idx"
            ),
        ),
        migrations.AddIndex(
            model_name="attendancehistoryevent",
            index=models.Index(
                fields=["pgh_obj", "pgh_id"], name="deliberatio_pgh_obj_bd9505_idx"
            ),
        ),
        migrations.AddConstraint(
            model_name="draft",
            constraint=models.UniqueConstraint(
                condition=models.Q(("on_screen", True)),
                fields=("meeting",),
                name="the_screen_shows_one_draft",
            ),
        ),
        migrations.AddIndex(
            model_name="drafthistoryevent",
            index=models.Index(
                fields=["pgh_group_id", "pgh_id"], name="deliberatio_pgh_gro_033438_idx"
            ),
        ),
        migrations.AddIndex(
            model_name="drafthistoryevent",
            index=models.Index(
                fields=["pgh_obj", "pgh_id"], name="deliberatio_pgh_obj_cfd50b_idx"
            ),
        ),
        AddTriggers(
            [
                (
                    "agendaitem",
                    pgtrigger.compiler.Trigger(
                        name="of_one_group",
                        sql=deliberations.models.rules.RuleSql(
                            func='IF (SELECT count(DISTINCT v) FROM (VALUES ((SELECT r5."group_id" FROM deliberations_meeting r5 WHERE r5.id = NEW."meeting_id")), ((SELECT r5."group_id" FROM deliberations_question r5 WHERE r5.id = NEW."question_id")), ((SELECT r5."group_id" FROM deliberations_element r5 WHERE r5.id = NEW."element_id")), ((SELECT r5."group_id" FROM deliberations_meeting r5 WHERE r5.id = NEW."carried_to_id")), ((SELECT r5."group_id" FROM deliberations_source r5 WHERE r5.id = NEW."source_id"))) AS of_group(v)) > 1 THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'all_of_one_group\', TABLE = TG_TABLE_NAME, MESSAGE = \'all of one group\'; END IF; RETURN NEW;',
                            hash="1745810c8121e584cee3fdd354e48ce703281962",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_of_one_group_00468",
                            table="deliberations_agendaitem",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "agendaitem",
                    pgtrigger.compiler.Trigger(
                        name="carried_forward",
                        sql=deliberations.models.rules.RuleSql(
                            condition="WHEN (NEW.carried_to_id IS NOT NULL)",
                            func="IF NOT EXISTS ( SELECT 1 FROM deliberations_meeting later, deliberations_meeting mine WHERE later.id = NEW.carried_to_id AND mine.id = NEW.meeting_id AND later.number > mine.number) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'an_item_is_carried_over_to_a_later_meeting', TABLE = TG_TABLE_NAME, MESSAGE = 'an item is carried over to a later meeting'; END IF; RETURN NEW;",
                            hash="8995fae7d12d0cf98a6fffd7cec1139c993270b6",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_carried_forward_592ea",
                            table="deliberations_agendaitem",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "agendaitem",
                    pgtrigger.compiler.Trigger(
                        name="history_insert",
                        sql=deliberations.models.rules.RuleSql(
                            func='INSERT INTO "deliberations_agendaitemhistoryevent" ("carried_to_id", "element_id", "ending", "id", "meeting_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "position", "question_id", "source_id", "title") VALUES (NEW."carried_to_id", NEW."element_id", NEW."ending", NEW."id", NEW."meeting_id", NEW."note", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), (SELECT r5."group_id" FROM deliberations_meeting r5 WHERE r5.id = NEW."meeting_id"), \'insert\', (SELECT r7."meeting_id" FROM deliberations_element r7 WHERE r7.id = NEW."element_id"), NEW."id", NULL, NEW."position", NEW."question_id", NEW."source_id", NEW."title"); RETURN NULL;',
                            hash="4bdeb43223df8a82b4fa2088ca53cbe76450acac",
                            operation="INSERT",
                            pgid="pgtrigger_history_insert_bab3a",
                            table="deliberations_agendaitem",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "agendaitem",
                    pgtrigger.compiler.Trigger(
                        name="history_update",
                        sql=deliberations.models.rules.RuleSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "deliberations_agendaitemhistoryevent" ("carried_to_id", "element_id", "ending", "id", "meeting_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "position", "question_id", "source_id", "title") VALUES (NEW."carried_to_id", NEW."element_id", NEW."ending", NEW."id", NEW."meeting_id", NEW."note", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), (SELECT r5."group_id" FROM deliberations_meeting r5 WHERE r5.id = NEW."meeting_id"), \'update\', (SELECT r7."meeting_id" FROM deliberations_element r7 WHERE r7.id = NEW."element_id"), NEW."id", to_jsonb(OLD), NEW."position", NEW."question_id", NEW."source_id", NEW."title"); RETURN NULL;',
                            hash="c0b168d399cbfa1eece8dcb8b6e38dd92c6a4eb8",
                            operation="UPDATE",
                            pgid="pgtrigger_history_update_6c4ce",
                            table="deliberations_agendaitem",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "agendaitem",
                    pgtrigger.compiler.Trigger(
                        name="history_delete",
                        sql=deliberations.models.rules.RuleSql(
                            func='INSERT INTO "deliberations_agendaitemhistoryevent" ("carried_to_id", "element_id", "ending", "id", "meeting_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "position", "question_id", "source_id", "title") VALUES (OLD."carried_to_id", OLD."element_id", OLD."ending", OLD."id", OLD."meeting_id", OLD."note", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), (SELECT r5."group_id" FROM deliberations_meeting r5 WHERE r5.id = OLD."meeting_id"), \'delete\', (SELECT r7."meeting_id" FROM deliberations_element r7 WHERE r7.id = OLD."element_id"), OLD."id", to_jsonb(OLD), OLD."position", OLD."question_id", OLD."source_id", OLD."title"); RETURN NULL;',
                            hash="e084687ee05c9de796369885014c0ebd3bcfe3de",
                            operation="DELETE",
                            pgid="pgtrigger_history_delete_37888",
                            table="deliberations_agendaitem",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "meeting",
                    pgtrigger.compiler.Trigger(
                        name="takes_up_its_own",
                        sql=deliberations.models.rules.RuleSql(
                            func="IF (SELECT count(DISTINCT v) FROM (VALUES (NEW.\"id\"), ((SELECT r7.\"meeting_id\" FROM deliberations_agendaitem r7 WHERE r7.id = NEW.\"takes_up_id\"))) AS of_group(v)) > 1 THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'all_of_one_group', TABLE = TG_TABLE_NAME, MESSAGE = 'all of one group'; END IF; RETURN NEW;",
                            hash="36b946a04cda8879bfd09dbfd7de003178dfedd3",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_takes_up_its_own_0480b",
                            table="deliberations_meeting",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "meeting",
                    pgtrigger.compiler.Trigger(
                        name="moves_forward",
                        sql=deliberations.models.rules.RuleSql(
                            condition='WHEN (OLD."state" IS DISTINCT FROM (NEW."state"))',
                            func="IF (OLD.state, NEW.state) NOT IN (('planned', 'in-session'), ('in-session', 'adjourned'), ('adjourned', 'in-session'), ('in-session', 'closed'), ('adjourned', 'closed')) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_meeting_moves_from_planned_to_in_session_to_closed', TABLE = TG_TABLE_NAME, MESSAGE = 'a meeting moves from planned to in session to closed'; END IF; RETURN NEW;",
                            hash="f7a18bab37dde32882302a303c0b405a558c1733",
                            operation="UPDATE",
                            pgid="pgtrigger_moves_forward_ae37a",
                            table="deliberations_meeting",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "meeting",
                    pgtrigger.compiler.Trigger(
                        name="history_insert",
                        sql=deliberations.models.rules.RuleSql(
                            func='INSERT INTO "deliberations_meetinghistoryevent" ("chair", "ends_on", "group_id", "id", "note", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "place_name", "published_at", "source_id", "starts_on", "state", "takes_up_id", "time_zone") VALUES (NEW."chair", NEW."ends_on", NEW."group_id", NEW."id", NEW."note", NEW."number", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), NEW."group_id", \'insert\', NULL, NEW."id", NULL, NEW."place_name", NEW."published_at", NEW."source_id", NEW."starts_on", NEW."state", NEW."takes_up_id", NEW."time_zone"); RETURN NULL;',
                            hash="c1c47e8615cb71929c2c038ffd69c194f810a2eb",
                            operation="INSERT",
                            pgid="pgtrigger_history_insert_dd171",
                            table="deliberations_meeting",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "meeting",
                    pgtrigger.compiler.Trigger(
                        name="history_update",
                        sql=deliberations.models.rules.RuleSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "deliberations_meetinghistoryevent" ("chair", "ends_on", "group_id", "id", "note", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "place_name", "published_at", "source_id", "starts_on", "state", "takes_up_id", "time_zone") VALUES (NEW."chair", NEW."ends_on", NEW."group_id", NEW."id", NEW."note", NEW."number", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), NEW."group_id", \'update\', NULL, NEW."id", to_jsonb(OLD), NEW."place_name", NEW."published_at", NEW."source_id", NEW."starts_on", NEW."state", NEW."takes_up_id", NEW."time_zone"); RETURN NULL;',
                            hash="29d1e447853964f6c0acd3530e146a4f9561c6ea",
                            operation="UPDATE",
                            pgid="pgtrigger_history_update_d9166",
                            table="deliberations_meeting",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "meeting",
                    pgtrigger.compiler.Trigger(
                        name="history_delete",
                        sql=deliberations.models.rules.RuleSql(
                            func='INSERT INTO "deliberations_meetinghistoryevent" ("chair", "ends_on", "group_id", "id", "note", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "place_name", "published_at", "source_id", "starts_on", "state", "takes_up_id", "time_zone") VALUES (OLD."chair", OLD."ends_on", OLD."group_id", OLD."id", OLD."note", OLD."number", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), OLD."group_id", \'delete\', NULL, OLD."id", to_jsonb(OLD), OLD."place_name", OLD."published_at", OLD."source_id", OLD."starts_on", OLD."state", OLD."takes_up_id", OLD."time_zone"); RETURN NULL;',
                            hash="ff1b3db261be6b8382dc03b4dd33e4ce107bf9a3",
                            operation="DELETE",
                            pgid="pgtrigger_history_delete_2030f",
                            table="deliberations_meeting",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "attendance",
                    pgtrigger.compiler.Trigger(
                        name="tells_the_readers",
                        sql=deliberations.models.rules.RuleSql(
                            declare="DECLARE it record;",
                            func="IF TG_OP = 'DELETE' THEN it := OLD; ELSE it := NEW; END IF; PERFORM pg_notify('record', concat_ws(' ', (SELECT r5.\"group_id\" FROM deliberations_meeting r5 WHERE r5.id = it.\"meeting_id\"), CASE WHEN EXISTS (SELECT FROM deliberations_meeting m WHERE m.id IN (it.\"meeting_id\") AND m.published_at IS NULL) THEN 'secretariat' ELSE 'public' END, pg_current_xact_id())); RETURN NULL;",
                            hash="ca22ccab7c8d21b29adc7ee8edd49addd3bcb094",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_tells_the_readers_ab27d",
                            table="deliberations_attendance",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "attendance",
                    pgtrigger.compiler.Trigger(
                        name="of_one_group",
                        sql=deliberations.models.rules.RuleSql(
                            func='IF (SELECT count(DISTINCT v) FROM (VALUES ((SELECT r5."group_id" FROM deliberations_meeting r5 WHERE r5.id = NEW."meeting_id")), ((SELECT r5."group_id" FROM deliberations_contributor r5 WHERE r5.id = NEW."contributor_id"))) AS of_group(v)) > 1 THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'all_of_one_group\', TABLE = TG_TABLE_NAME, MESSAGE = \'all of one group\'; END IF; RETURN NEW;',
                            hash="9f1aaa92af0a64fcc15e0a06c373c6ed4a7bda25",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_of_one_group_ebf5e",
                            table="deliberations_attendance",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "attendance",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=deliberations.models.rules.RuleSql(
                            func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                            hash="7b10c05d3bd5b41811fa71328e0798862c85d3d2",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_017fb",
                            table="deliberations_attendance",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "attendance",
                    pgtrigger.compiler.Trigger(
                        name="history_insert",
                        sql=deliberations.models.rules.RuleSql(
                            func='INSERT INTO "deliberations_attendancehistoryevent" ("contributor_id", "id", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old") VALUES (NEW."contributor_id", NEW."id", NEW."meeting_id", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), (SELECT r5."group_id" FROM deliberations_meeting r5 WHERE r5.id = NEW."meeting_id"), \'insert\', NEW."meeting_id", NEW."id", NULL); RETURN NULL;',
                            hash="51fb8966c0ad11e67d34bdfc9b41b3eb30704834",
                            operation="INSERT",
                            pgid="pgtrigger_history_insert_6411c",
                            table="deliberations_attendance",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "attendance",
                    pgtrigger.compiler.Trigger(
                        name="history_update",
                        sql=deliberations.models.rules.RuleSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "deliberations_attendancehistoryevent" ("contributor_id", "id", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old") VALUES (NEW."contributor_id", NEW."id", NEW."meeting_id", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), (SELECT r5."group_id" FROM deliberations_meeting r5 WHERE r5.id = NEW."meeting_id"), \'update\', NEW."meeting_id", NEW."id", to_jsonb(OLD)); RETURN NULL;',
                            hash="ce166ff35854487f1c67f53300b0b3a6e2f2a949",
                            operation="UPDATE",
                            pgid="pgtrigger_history_update_bd0b4",
                            table="deliberations_attendance",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "attendance",
                    pgtrigger.compiler.Trigger(
                        name="history_delete",
                        sql=deliberations.models.rules.RuleSql(
                            func='INSERT INTO "deliberations_attendancehistoryevent" ("contributor_id", "id", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old") VALUES (OLD."contributor_id", OLD."id", OLD."meeting_id", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), (SELECT r5."group_id" FROM deliberations_meeting r5 WHERE r5.id = OLD."meeting_id"), \'delete\', OLD."meeting_id", OLD."id", to_jsonb(OLD)); RETURN NULL;',
                            hash="d0c980ac6d8dc26e88cc47dc5889b6a0ea3b3a0e",
                            operation="DELETE",
                            pgid="pgtrigger_history_delete_8ea62",
                            table="deliberations_attendance",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "attendancehistoryevent",
                    pgtrigger.compiler.Trigger(
                        name="insert_only",
                        sql=deliberations.models.rules.RuleSql(
                            func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'the_history_is_append_only', TABLE = TG_TABLE_NAME, MESSAGE = 'the history is append only';",
                            hash="3dabdba441d6c0eca3fae30690d2050e8305e610",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_insert_only_ad13c",
                            table="deliberations_attendancehistoryevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "attendancehistoryevent",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=deliberations.models.rules.RuleSql(
                            func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                            hash="e339ddcc4be1c9f55061e63121c1c184da6e1c4c",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_8ad60",
                            table="deliberations_attendancehistoryevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "attendancehistoryevent",
                    pgtrigger.compiler.Trigger(
                        name="written_by_its_change",
                        sql=deliberations.models.rules.RuleSql(
                            condition="WHEN (pg_trigger_depth() = 0)",
                            func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'an_entry_is_written_by_its_change', TABLE = TG_TABLE_NAME, MESSAGE = 'an entry is written by its change';",
                            hash="9c1466ac07483375440f718d29aae57bb954be83",
                            operation="INSERT",
                            pgid="pgtrigger_written_by_its_change_2d5c9",
                            table="deliberations_attendancehistoryevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "draft",
                    pgtrigger.compiler.Trigger(
                        name="tells_the_readers",
                        sql=deliberations.models.rules.RuleSql(
                            declare="DECLARE it record;",
                            func="IF TG_OP = 'DELETE' THEN it := OLD; ELSE it := NEW; END IF; PERFORM pg_notify('record', concat_ws(' ', (SELECT r5.\"group_id\" FROM deliberations_meeting r5 WHERE r5.id = it.\"meeting_id\"), 'secretariat', pg_current_xact_id())); RETURN NULL;",
                            hash="1d524b878b20182c04ec6220d890d0317d3c8b24",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_tells_the_readers_e7fae",
                            table="deliberations_draft",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "draft",
                    pgtrigger.compiler.Trigger(
                        name="stays_in_its_group",
                        sql=deliberations.models.rules.RuleSql(
                            condition='WHEN (OLD."meeting_id" IS DISTINCT FROM (NEW."meeting_id"))',
                            func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'all_of_one_group', TABLE = TG_TABLE_NAME, MESSAGE = 'all of one group';",
                            hash="5ed4327b4874b5ff7d7fc52fc357112ae32589cf",
                            operation="UPDATE",
                            pgid="pgtrigger_stays_in_its_group_e4eb2",
                            table="deliberations_draft",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "draft",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=deliberations.models.rules.RuleSql(
                            func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                            hash="52fd9051ed97632cdf7109713da8102c7a9b49c2",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_d5ebf",
                            table="deliberations_draft",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "draft",
                    pgtrigger.compiler.Trigger(
                        name="history_insert",
                        sql=deliberations.models.rules.RuleSql(
                            func='INSERT INTO "deliberations_drafthistoryevent" ("id", "intention", "keeper_id", "kept_since", "meeting_id", "on_screen", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old") VALUES (NEW."id", NEW."intention", NEW."keeper_id", NEW."kept_since", NEW."meeting_id", NEW."on_screen", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), (SELECT r5."group_id" FROM deliberations_meeting r5 WHERE r5.id = NEW."meeting_id"), \'insert\', NEW."meeting_id", NEW."id", NULL); RETURN NULL;',
                            hash="70362f78b6694c680ceffe17b745ab61ba24985d",
                            operation="INSERT",
                            pgid="pgtrigger_history_insert_c202c",
                            table="deliberations_draft",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "draft",
                    pgtrigger.compiler.Trigger(
                        name="history_update",
                        sql=deliberations.models.rules.RuleSql(
                            condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."intention" IS DISTINCT FROM (NEW."intention") OR OLD."keeper_id" IS DISTINCT FROM (NEW."keeper_id") OR OLD."kept_since" IS DISTINCT FROM (NEW."kept_since") OR OLD."meeting_id" IS DISTINCT FROM (NEW."meeting_id") OR OLD."on_screen" IS DISTINCT FROM (NEW."on_screen"))',
                            func='INSERT INTO "deliberations_drafthistoryevent" ("id", "intention", "keeper_id", "kept_since", "meeting_id", "on_screen", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old") VALUES (NEW."id", NEW."intention", NEW."keeper_id", NEW."kept_since", NEW."meeting_id", NEW."on_screen", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), (SELECT r5."group_id" FROM deliberations_meeting r5 WHERE r5.id = NEW."meeting_id"), \'update\', NEW."meeting_id", NEW."id", to_jsonb(OLD) - \'content\' - \'version\' - \'saved_at\'); RETURN NULL;',
                            hash="4d2c512fbf8fa40f0eefcd3977ea5272d2c0321a",
                            operation="UPDATE",
                            pgid="pgtrigger_history_update_4a70c",
                            table="deliberations_draft",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "draft",
                    pgtrigger.compiler.Trigger(
                        name="history_delete",
                        sql=deliberations.models.rules.RuleSql(
                            func='INSERT INTO "deliberations_drafthistoryevent" ("id", "intention", "keeper_id", "kept_since", "meeting_id", "on_screen", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old") VALUES (OLD."id", OLD."intention", OLD."keeper_id", OLD."kept_since", OLD."meeting_id", OLD."on_screen", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), (SELECT r5."group_id" FROM deliberations_meeting r5 WHERE r5.id = OLD."meeting_id"), \'delete\', OLD."meeting_id", OLD."id", to_jsonb(OLD) - \'content\' - \'version\' - \'saved_at\'); RETURN NULL;',
                            hash="0236c2e552df099859903932b76a6d1bcba3159a",
                            operation="DELETE",
                            pgid="pgtrigger_history_delete_05613",
                            table="deliberations_draft",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "drafthistoryevent",
                    pgtrigger.compiler.Trigger(
                        name="insert_only",
                        sql=deliberations.models.rules.RuleSql(
                            func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'the_history_is_append_only', TABLE = TG_TABLE_NAME, MESSAGE = 'the history is append only';",
                            hash="c1969b0052f33fcf5e4b253903575b17660aa979",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_insert_only_853d1",
                            table="deliberations_drafthistoryevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "drafthistoryevent",
                    pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=deliberations.models.rules.RuleSql(
                            func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                            hash="a1abac74321b24513f3a123665db0b2598202933",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_512ff",
                            table="deliberations_drafthistoryevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "drafthistoryevent",
                    pgtrigger.compiler.Trigger(
                        name="written_by_its_change",
                        sql=deliberations.models.rules.RuleSql(
                            condition="WHEN (pg_trigger_depth() = 0)",
                            func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'an_entry_is_written_by_its_change', TABLE = TG_TABLE_NAME, MESSAGE = 'an entry is written by its change';",
                            hash="163665f2160fbc6f337bce151b4f44edea2ec00f",
                            operation="INSERT",
                            pgid="pgtrigger_written_by_its_change_a834f",
                            table="deliberations_drafthistoryevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ]
        ),
        migrations.RunSQL(view_of(*BEFORE, *NEW), view_of(*BEFORE)),
    ]
