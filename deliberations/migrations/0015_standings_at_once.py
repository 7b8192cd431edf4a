"""An act asks less often where its elements stand."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations

import deliberations.models.rules
from deliberations.migrations import _standings


class Migration(migrations.Migration):
    dependencies = [("deliberations", "0014_searched")]

    operations = [
        migrations.RunSQL(_standings.FORWARD, _standings.BACKWARD),
        pgtrigger.migrations.RemoveTrigger(model_name="correction", name="moves_the_elements"),
        pgtrigger.migrations.AddTrigger(
            model_name="correction",
            trigger=pgtrigger.compiler.Trigger(
                name="moves_the_elements",
                sql=deliberations.models.rules.RuleSql(
                    condition="WHEN (NEW.kind <> 'reconsideration')",
                    func="PERFORM deliberations_restand(e.element_id) FROM ( SELECT DISTINCT element_id FROM deliberations_disposition WHERE decision_id IN (NEW.decision_id, NEW.by_decision_id) ORDER BY element_id ) e; RETURN NULL;",
                    hash="8973bc52995b5489681d5683e3bdc7610a4a3c12",
                    operation="INSERT",
                    pgid="pgtrigger_moves_the_elements_29a11",
                    table="deliberations_correction",
                    when="AFTER",
                ),
            ),
        ),
    ]
