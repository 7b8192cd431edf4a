"""An element is decided once more at the same cost, however often it was before."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations

import deliberations.models.rules
from deliberations.migrations import _disposed


class Migration(migrations.Migration):
    dependencies = [
        ("deliberations", "0018_known"),
    ]

    operations = [
        migrations.RunSQL(_disposed.FORWARD, _disposed.BACKWARD),
        pgtrigger.migrations.RemoveTrigger(
            model_name="disposition",
            name="disposes_by_the_rules",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="disposition",
            name="moves_the_element",
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="disposition",
            trigger=pgtrigger.compiler.Trigger(
                name="disposes_by_the_rules",
                sql=deliberations.models.rules.RuleSql(
                    declare="DECLARE decision deliberations_decision%ROWTYPE; stands record; is_late boolean; current_wording bigint; published timestamptz;",
                    func="SELECT * INTO decision FROM deliberations_decision WHERE id = NEW.decision_id; PERFORM 1 FROM deliberations_element WHERE id = NEW.element_id FOR NO KEY UPDATE; IF decision.recorded_in <> pg_current_xact_id()::text::bigint THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_decision_is_recorded_whole', TABLE = TG_TABLE_NAME, MESSAGE = 'a decision is recorded whole'; END IF; IF NEW.to_status <> decision.outcome THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_disposition_gives_the_outcome_of_its_decision', TABLE = TG_TABLE_NAME, MESSAGE = 'a disposition gives the outcome of its decision'; END IF; IF NOT EXISTS (SELECT 1 FROM deliberations_wording WHERE id = NEW.wording_id AND element_id = NEW.element_id) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_disposition_names_a_wording_of_its_own_element', TABLE = TG_TABLE_NAME, MESSAGE = 'a disposition names a wording of its own element'; END IF; SELECT * INTO stands FROM deliberations_stands(NEW.element_id, false, NULL); is_late := decision.replaces_id IS NULL AND decision.place < stands.place; IF decision.place <= stands.place THEN SELECT * INTO stands FROM deliberations_stands(NEW.element_id, false, decision.place); END IF; IF is_late OR NEW.from_status IS DISTINCT FROM stands.status THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_disposition_starts_where_the_element_stands', TABLE = TG_TABLE_NAME, MESSAGE = 'a disposition starts where the element stands'; END IF; IF (NEW.from_status, NEW.to_status) NOT IN (('agreed', 'agreed'), ('agreed', 'deferred'), ('agreed', 'not-discussed'), ('agreed', 'rejected'), ('deferred', 'agreed'), ('deferred', 'deferred'), ('deferred', 'not-discussed'), ('deferred', 'rejected'), ('not-discussed', 'agreed'), ('not-discussed', 'deferred'), ('not-discussed', 'not-discussed'), ('not-discussed', 'rejected'), ('proposed', 'agreed'), ('proposed', 'deferred'), ('proposed', 'not-discussed'), ('proposed', 'rejected'), ('rejected', 'agreed'), ('rejected', 'deferred'), ('rejected', 'not-discussed'), ('rejected', 'rejected')) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'only_allowed_transitions', TABLE = TG_TABLE_NAME, MESSAGE = 'only allowed transitions'; END IF; IF NEW.reconsiders_id IS DISTINCT FROM stands.disposition_id THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_change_of_a_decided_element_says_what_it_reconsiders', TABLE = TG_TABLE_NAME, MESSAGE = 'a change of a decided element says what it reconsiders'; END IF; SELECT published_at INTO published FROM deliberations_meeting WHERE id = decision.meeting_id; IF published IS NOT NULL AND deliberations_hides( NEW.element_id, decision.place, decision.meeting_id) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'what_is_public_builds_on_what_is_public', TABLE = TG_TABLE_NAME, MESSAGE = 'what is public builds on what is public'; END IF; IF decision.replaces_id IS NULL THEN SELECT w.id INTO current_wording FROM deliberations_wording w WHERE w.element_id = NEW.element_id AND deliberations_counts(w.id, w.decision_id) ORDER BY w.number DESC LIMIT 1; IF NEW.wording_id <> current_wording THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_disposition_names_the_current_wording', TABLE = TG_TABLE_NAME, MESSAGE = 'a disposition names the current wording'; END IF; IF EXISTS ( SELECT 1 FROM deliberations_disposition p JOIN deliberations_decision d ON d.id = p.decision_id JOIN deliberations_meeting later ON later.id = d.meeting_id JOIN deliberations_meeting mine ON mine.id = decision.meeting_id WHERE p.id = NEW.reconsiders_id AND later.number > mine.number) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'an_element_is_not_decided_before_its_last_decision', TABLE = TG_TABLE_NAME, MESSAGE = 'an element is not decided before its last decision'; END IF; END IF; RETURN NEW;",
                    hash="75b42986027481099340bbe00e5122d72cbe86d0",
                    operation="INSERT",
                    pgid="pgtrigger_disposes_by_the_rules_73ac7",
                    table="deliberations_disposition",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="disposition",
            trigger=pgtrigger.compiler.Trigger(
                name="moves_the_element",
                sql=deliberations.models.rules.RuleSql(
                    func="PERFORM deliberations_disposed(NEW); RETURN NULL;",
                    hash="b9a1fcdebc1f40b00b80c5e888630a7656801bb7",
                    operation="INSERT",
                    pgid="pgtrigger_moves_the_element_73d56",
                    table="deliberations_disposition",
                    when="AFTER",
                ),
            ),
        ),
    ]
