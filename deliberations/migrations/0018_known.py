"""How many elements stood where as the record knew it then, too; a question to the search that says
nothing twice; and the indexes by which a board, and the elements that moved last, are found.
"""

from importlib import import_module

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import deliberations.models.rules
from deliberations.migrations import _known, _standings
from deliberations.migrations._triggers import AddTriggers

SEARCH = import_module("deliberations.migrations.0010_search")
TALLIES = import_module("deliberations.migrations.0016_tallies")
ARABIC, ARTICLE, FOLDED, HAN = SEARCH.ARABIC, SEARCH.ARTICLE, SEARCH.FOLDED, SEARCH.HAN

ASKED = rf"""
CREATE OR REPLACE FUNCTION deliberations_asked(words text) RETURNS tsquery
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    plain text := regexp_replace(lower(words), '{HAN}+', ' ', 'g');
    folded text;
    asked tsquery := '';
    ways tsquery[];
    pairs text;
BEGIN
    {FOLDED}
    ways := ARRAY[websearch_to_tsquery('pg_catalog.simple', folded),
        websearch_to_tsquery('pg_catalog.english', plain),
        websearch_to_tsquery('pg_catalog.french', plain),
        websearch_to_tsquery('pg_catalog.spanish', plain)];
    IF folded <> plain THEN
        ways := ways
            || websearch_to_tsquery('pg_catalog.french', folded)
            || websearch_to_tsquery('pg_catalog.spanish', folded);
    END IF;
    IF plain ~ '[\u0400-\u04ff]' THEN
        ways := ways
            || websearch_to_tsquery('pg_catalog.russian', plain)
            || websearch_to_tsquery('pg_catalog.russian', folded);
    END IF;
    IF plain ~ '{ARABIC}' THEN
        ways := ways || websearch_to_tsquery('pg_catalog.arabic', folded)
            || websearch_to_tsquery(
                'pg_catalog.arabic', regexp_replace(folded, '{ARTICLE}', '\1', 'g'));
    END IF;
    IF folded ~ '[[:alnum:]]{{3}}$' AND folded !~ '"|(^|\s)-|\mor\M' THEN
        ways := ways || to_tsquery('pg_catalog.simple', (
            SELECT string_agg(word[1], ' & ')
            FROM regexp_matches(folded, '[[:alnum:]]+', 'g') word) || ':*');
    END IF;
    -- Languages mostly agree, and what is said twice is looked for twice.
    SELECT COALESCE(string_agg('(' || way || ')', ' | '), '')::tsquery INTO asked
        FROM (SELECT DISTINCT each::text FROM unnest(ways) each WHERE numnode(each) > 0) said(way);
    SELECT string_agg(CASE WHEN length(run[1]) = 1 THEN run[1] || ':*' ELSE (
            SELECT string_agg(substr(run[1], at, 2), ' & ')
            FROM generate_series(1, length(run[1]) - 1) at) END, ' & ')
        INTO pairs FROM regexp_matches(words, '{HAN}+', 'g') run;
    IF pairs IS NOT NULL THEN
        asked := asked && to_tsquery('pg_catalog.simple', pairs);
    END IF;
    RETURN asked;
END;
$$;
"""

# Of a table that is not managed, pgtrigger takes no notice.
RULES = [
    pgtrigger.compiler.Trigger(
        name="is_counted",
        sql=deliberations.models.rules.RuleSql(
            func="PERFORM deliberations_count_more(array_agg(ROW(k.id, k.element_id, k.public, k.status, k.wording_id, k.disposition_id, k.at_from, k.at_to, k.known_from, k.known_to)::deliberations_stay)) FROM come k; RETURN NULL;",
            hash="9d722b1c49a8fea678b68e22bd7ed2358aa8aa97",
            level="STATEMENT",
            operation="INSERT",
            pgid="pgtrigger_is_counted_ea654",
            referencing="REFERENCING NEW TABLE AS come ",
            table="deliberations_stay",
            when="AFTER",
        ),
    ),
    pgtrigger.compiler.Trigger(
        name="is_counted_no_longer",
        sql=deliberations.models.rules.RuleSql(
            func="PERFORM deliberations_count_less(array_agg(ROW(k.id, k.element_id, k.public, k.status, k.wording_id, k.disposition_id, k.at_from, k.at_to, k.known_from, k.known_to)::deliberations_stay)) FROM gone k; RETURN NULL;",
            hash="3da033f90f841888edb8e8072c3ab297bf5e028f",
            level="STATEMENT",
            operation="DELETE",
            pgid="pgtrigger_is_counted_no_longer_93285",
            referencing="REFERENCING OLD TABLE AS gone ",
            table="deliberations_stay",
            when="AFTER",
        ),
    ),
    pgtrigger.compiler.Trigger(
        name="is_counted_anew",
        sql=deliberations.models.rules.RuleSql(
            func="PERFORM deliberations_count_less(array_agg(ROW(k.id, k.element_id, k.public, k.status, k.wording_id, k.disposition_id, k.at_from, k.at_to, k.known_from, k.known_to)::deliberations_stay)) FROM gone k; PERFORM deliberations_count_more(array_agg(ROW(k.id, k.element_id, k.public, k.status, k.wording_id, k.disposition_id, k.at_from, k.at_to, k.known_from, k.known_to)::deliberations_stay)) FROM come k; RETURN NULL;",
            hash="0cd3584289c5339f27307d57ad73510af3470cab",
            level="STATEMENT",
            operation="UPDATE",
            pgid="pgtrigger_is_counted_anew_bb73a",
            referencing="REFERENCING OLD TABLE AS gone  NEW TABLE AS come ",
            table="deliberations_stay",
            when="AFTER",
        ),
    ),
]


class Migration(migrations.Migration):
    dependencies = [("deliberations", "0017_styles")]

    operations = [
        migrations.RunSQL(ASKED, _standings.anew(SEARCH.FORWARD, "deliberations_asked")),
        migrations.RunSQL(_known.FORWARD, _known.BACKWARD),
        migrations.RunSQL(
            [(rule.install_sql, None) for rule in RULES],
            [(rule.install_sql, None) for rule in TALLIES.RULES if rule.name.startswith("is_")],
        ),
        pgtrigger.migrations.RemoveTrigger(model_name="element", name="leaves_its_tallies"),
        pgtrigger.migrations.RemoveTrigger(model_name="element", name="enters_its_tallies"),
        AddTriggers(
            [
                (
                    "element",
                    pgtrigger.compiler.Trigger(
                        name="leaves_its_tallies",
                        sql=deliberations.models.rules.RuleSql(
                            condition='WHEN (OLD."heading_id" IS DISTINCT FROM (NEW."heading_id") OR OLD."question_id" IS DISTINCT FROM (NEW."question_id"))',
                            func="PERFORM deliberations_count_less(array_agg(ROW(k.id, k.element_id, k.public, k.status, k.wording_id, k.disposition_id, k.at_from, k.at_to, k.known_from, k.known_to)::deliberations_stay)) FROM deliberations_stay k WHERE k.element_id = NEW.id; RETURN NEW;",
                            hash="d41804c8206df38313d4de51659b719b655e574b",
                            operation="UPDATE",
                            pgid="pgtrigger_leaves_its_tallies_df4af",
                            table="deliberations_element",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "element",
                    pgtrigger.compiler.Trigger(
                        name="enters_its_tallies",
                        sql=deliberations.models.rules.RuleSql(
                            condition='WHEN (OLD."heading_id" IS DISTINCT FROM (NEW."heading_id") OR OLD."question_id" IS DISTINCT FROM (NEW."question_id"))',
                            func="PERFORM deliberations_count_more(array_agg(ROW(k.id, k.element_id, k.public, k.status, k.wording_id, k.disposition_id, k.at_from, k.at_to, k.known_from, k.known_to)::deliberations_stay)) FROM deliberations_stay k WHERE k.element_id = NEW.id; RETURN NEW;",
                            hash="fee6fc83cca0023879b6c22c85d7af62704b5c1f",
                            operation="UPDATE",
                            pgid="pgtrigger_enters_its_tallies_df7d7",
                            table="deliberations_element",
                            when="AFTER",
                        ),
                    ),
                ),
            ]
        ),
        migrations.AddIndex(
            model_name="decision",
            index=models.Index(
                fields=["meeting", "happened_at"], name="deliberatio_meeting_079c60_idx"
            ),
        ),
        migrations.AddIndex(
            model_name="standing",
            index=models.Index(fields=["place"], name="deliberatio_place_db0d85_idx"),
        ),
    ]
