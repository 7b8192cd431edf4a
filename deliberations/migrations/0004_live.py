"""The record tells its readers that it changed (deliberations.models.live)."""

from django.db import migrations
from pgtrigger.compiler import Trigger

from deliberations.migrations._triggers import AddTriggers
from deliberations.models.rules import RuleSql


class Migration(migrations.Migration):
    dependencies = [("deliberations", "0003_sentences")]

    operations = [
        AddTriggers(
            [
                (
                    "agendaitem",
                    Trigger(
                        name="tells_the_readers",
                        sql=RuleSql(
                            declare="DECLARE it record;",
                            func="IF TG_OP = 'DELETE' THEN it := OLD; ELSE it := NEW; END IF; PERFORM pg_notify('record', concat_ws(' ', (SELECT r5.\"group_id\" FROM deliberations_meeting r5 WHERE r5.id = it.\"meeting_id\"), CASE WHEN EXISTS (SELECT FROM deliberations_meeting m WHERE m.id IN ((SELECT r7.\"meeting_id\" FROM deliberations_element r7 WHERE r7.id = it.\"element_id\")) AND m.published_at IS NULL) THEN 'secretariat' ELSE 'public' END, pg_current_xact_id())); RETURN NULL;",
                            hash="7de066d5fe34b3633dac797c9651b6a3ae3d4c79",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_tells_the_readers_43fc1",
                            table="deliberations_agendaitem",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "contributor",
                    Trigger(
                        name="tells_the_readers",
                        sql=RuleSql(
                            declare="DECLARE it record;",
                            func="IF TG_OP = 'DELETE' THEN it := OLD; ELSE it := NEW; END IF; PERFORM pg_notify('record', concat_ws(' ', it.\"group_id\", 'public', pg_current_xact_id())); RETURN NULL;",
                            hash="3b943ffda405943b2fe55f0ba4fd034ededd3182",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_tells_the_readers_2d00d",
                            table="deliberations_contributor",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "correction",
                    Trigger(
                        name="tells_the_readers",
                        sql=RuleSql(
                            declare="DECLARE it record;",
                            func="IF TG_OP = 'DELETE' THEN it := OLD; ELSE it := NEW; END IF; PERFORM pg_notify('record', concat_ws(' ', (SELECT r5.\"group_id\" FROM deliberations_meeting r5 WHERE r5.id = it.\"meeting_id\"), CASE WHEN EXISTS (SELECT FROM deliberations_meeting m WHERE m.id IN (it.\"meeting_id\") AND m.published_at IS NULL) THEN 'secretariat' ELSE 'public' END, pg_current_xact_id())); RETURN NULL;",
                            hash="bf2bc7686a80f508f0a0a4a84614b4ecc575a720",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_tells_the_readers_d3858",
                            table="deliberations_correction",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "decision",
                    Trigger(
                        name="tells_the_readers",
                        sql=RuleSql(
                            declare="DECLARE it record;",
                            func="IF TG_OP = 'DELETE' THEN it := OLD; ELSE it := NEW; END IF; PERFORM pg_notify('record', concat_ws(' ', (SELECT r5.\"group_id\" FROM deliberations_meeting r5 WHERE r5.id = it.\"meeting_id\"), CASE WHEN EXISTS (SELECT FROM deliberations_meeting m WHERE m.id IN (it.\"meeting_id\") AND m.published_at IS NULL) THEN 'secretariat' ELSE 'public' END, pg_current_xact_id())); RETURN NULL;",
                            hash="611f16d94856739e3037c0f3e3389c9f61308a1e",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_tells_the_readers_ce4f1",
                            table="deliberations_decision",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "document",
                    Trigger(
                        name="tells_the_readers",
                        sql=RuleSql(
                            declare="DECLARE it record;",
                            func="IF TG_OP = 'DELETE' THEN it := OLD; ELSE it := NEW; END IF; PERFORM pg_notify('record', concat_ws(' ', it.\"group_id\", CASE WHEN EXISTS (SELECT FROM deliberations_meeting m WHERE m.id IN (it.\"meeting_id\") AND m.published_at IS NULL) THEN 'secretariat' ELSE 'public' END, pg_current_xact_id())); RETURN NULL;",
                            hash="4ae2ce344a608c609a7ddf29e9316cde34a75f87",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_tells_the_readers_6fbc8",
                            table="deliberations_document",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "element",
                    Trigger(
                        name="tells_the_readers",
                        sql=RuleSql(
                            declare="DECLARE it record;",
                            func="IF TG_OP = 'DELETE' THEN it := OLD; ELSE it := NEW; END IF; PERFORM pg_notify('record', concat_ws(' ', it.\"group_id\", CASE WHEN EXISTS (SELECT FROM deliberations_meeting m WHERE m.id IN (it.\"meeting_id\") AND m.published_at IS NULL) THEN 'secretariat' ELSE 'public' END, pg_current_xact_id())); RETURN NULL;",
                            hash="8de6304fe342ea629f18d4af718772607f044aaf",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_tells_the_readers_3b6a7",
                            table="deliberations_element",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "heading",
                    Trigger(
                        name="tells_the_readers",
                        sql=RuleSql(
                            declare="DECLARE it record;",
                            func="IF TG_OP = 'DELETE' THEN it := OLD; ELSE it := NEW; END IF; PERFORM pg_notify('record', concat_ws(' ', (SELECT r5.\"group_id\" FROM deliberations_question r5 WHERE r5.id = it.\"question_id\"), 'public', pg_current_xact_id())); RETURN NULL;",
                            hash="81081afb85c33dd1e6fb72ad4acef3b40605c80b",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_tells_the_readers_df96f",
                            table="deliberations_heading",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "lift",
                    Trigger(
                        name="tells_the_readers",
                        sql=RuleSql(
                            declare="DECLARE it record;",
                            func='IF TG_OP = \'DELETE\' THEN it := OLD; ELSE it := NEW; END IF; PERFORM pg_notify(\'record\', concat_ws(\' \', (SELECT (SELECT r5."group_id" FROM deliberations_contributor r5 WHERE r5.id = r18."contributor_id") FROM deliberations_statement r18 WHERE r18.id = it."statement_id"), CASE WHEN EXISTS (SELECT FROM deliberations_meeting m WHERE m.id IN (it."meeting_id", (SELECT r7."meeting_id" FROM deliberations_statement r7 WHERE r7.id = it."statement_id"), (SELECT (SELECT r7."meeting_id" FROM deliberations_element r7 WHERE r7.id = r16."element_id") FROM deliberations_statement r16 WHERE r16.id = it."statement_id"), (SELECT (SELECT r7."meeting_id" FROM deliberations_decision r7 WHERE r7.id = r17."decision_id") FROM deliberations_statement r17 WHERE r17.id = it."statement_id")) AND m.published_at IS NULL) THEN \'secretariat\' ELSE \'public\' END, pg_current_xact_id())); RETURN NULL;',
                            hash="5737b99b36d06d4e6fe43afaca5dbcbefb670b6d",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_tells_the_readers_40c06",
                            table="deliberations_lift",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "meeting",
                    Trigger(
                        name="tells_the_readers",
                        sql=RuleSql(
                            declare="DECLARE it record;",
                            func="IF TG_OP = 'DELETE' THEN it := OLD; ELSE it := NEW; END IF; PERFORM pg_notify('record', concat_ws(' ', it.\"group_id\", 'public', pg_current_xact_id())); RETURN NULL;",
                            hash="db71ea061cbb10702e9d9af015deb073f18094fc",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_tells_the_readers_a8fb5",
                            table="deliberations_meeting",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "proposal",
                    Trigger(
                        name="tells_the_readers",
                        sql=RuleSql(
                            declare="DECLARE it record;",
                            func="IF TG_OP = 'DELETE' THEN it := OLD; ELSE it := NEW; END IF; PERFORM pg_notify('record', concat_ws(' ', (SELECT r5.\"group_id\" FROM deliberations_element r5 WHERE r5.id = it.\"element_id\"), CASE WHEN EXISTS (SELECT FROM deliberations_meeting m WHERE m.id IN (it.\"meeting_id\", (SELECT r7.\"meeting_id\" FROM deliberations_element r7 WHERE r7.id = it.\"element_id\")) AND m.published_at IS NULL) THEN 'secretariat' ELSE 'public' END, pg_current_xact_id())); RETURN NULL;",
                            hash="48d7142a5e65f92d7dc048824afc8bc3fddf76ad",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_tells_the_readers_18b0c",
                            table="deliberations_proposal",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "question",
                    Trigger(
                        name="tells_the_readers",
                        sql=RuleSql(
                            declare="DECLARE it record;",
                            func="IF TG_OP = 'DELETE' THEN it := OLD; ELSE it := NEW; END IF; PERFORM pg_notify('record', concat_ws(' ', it.\"group_id\", 'public', pg_current_xact_id())); RETURN NULL;",
                            hash="4691dd46214a45626e24464d6fce31fdf14f52bf",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_tells_the_readers_73885",
                            table="deliberations_question",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "statement",
                    Trigger(
                        name="tells_the_readers",
                        sql=RuleSql(
                            declare="DECLARE it record;",
                            func='IF TG_OP = \'DELETE\' THEN it := OLD; ELSE it := NEW; END IF; PERFORM pg_notify(\'record\', concat_ws(\' \', (SELECT r5."group_id" FROM deliberations_contributor r5 WHERE r5.id = it."contributor_id"), CASE WHEN EXISTS (SELECT FROM deliberations_meeting m WHERE m.id IN (it."meeting_id", (SELECT r7."meeting_id" FROM deliberations_element r7 WHERE r7.id = it."element_id"), (SELECT r7."meeting_id" FROM deliberations_decision r7 WHERE r7.id = it."decision_id")) AND m.published_at IS NULL) THEN \'secretariat\' ELSE \'public\' END, pg_current_xact_id())); RETURN NULL;',
                            hash="9c7a50568cc1c5dad26944399059f5b1c2e1c61c",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_tells_the_readers_65afe",
                            table="deliberations_statement",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "withdrawal",
                    Trigger(
                        name="tells_the_readers",
                        sql=RuleSql(
                            declare="DECLARE it record;",
                            func="IF TG_OP = 'DELETE' THEN it := OLD; ELSE it := NEW; END IF; PERFORM pg_notify('record', concat_ws(' ', (SELECT r5.\"group_id\" FROM deliberations_element r5 WHERE r5.id = it.\"element_id\"), CASE WHEN EXISTS (SELECT FROM deliberations_meeting m WHERE m.id IN (it.\"meeting_id\", (SELECT r7.\"meeting_id\" FROM deliberations_element r7 WHERE r7.id = it.\"element_id\")) AND m.published_at IS NULL) THEN 'secretariat' ELSE 'public' END, pg_current_xact_id())); RETURN NULL;",
                            hash="10a71134d8238f0a52c1d7b05bb83c290efa62c0",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_tells_the_readers_fdea4",
                            table="deliberations_withdrawal",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "wording",
                    Trigger(
                        name="tells_the_readers",
                        sql=RuleSql(
                            declare="DECLARE it record;",
                            func="IF TG_OP = 'DELETE' THEN it := OLD; ELSE it := NEW; END IF; PERFORM pg_notify('record', concat_ws(' ', (SELECT r5.\"group_id\" FROM deliberations_element r5 WHERE r5.id = it.\"element_id\"), CASE WHEN EXISTS (SELECT FROM deliberations_meeting m WHERE m.id IN (it.\"meeting_id\", (SELECT r7.\"meeting_id\" FROM deliberations_element r7 WHERE r7.id = it.\"element_id\")) AND m.published_at IS NULL) THEN 'secretariat' ELSE 'public' END, pg_current_xact_id())); RETURN NULL;",
                            hash="2ce50377bba7b1fc044f614e1c1e94682c79a7fd",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_tells_the_readers_52460",
                            table="deliberations_wording",
                            when="AFTER",
                        ),
                    ),
                ),
            ]
        )
    ]
