"""The SQL that lets an element stand where a further decision puts it, without a look at all that was
decided about it before. Migration 0019 runs this text; a change of it is a new constant and a new
migration.

deliberations_disposed(disposition): the same as deliberations_restand(element), which it calls where
less does not do. Less does where the decision is the last in the record and by its moment: then the
stay that held until now ends where the decision's begins, and no other is touched; what it disposes
of is the current wording, by the rules, or the one that it makes so. What it writes as the standing
is reckoned anew by the rule of that table, as always.

deliberations_stands goes once through the decisions about the element, no longer through the
corrections of all groups; and no function of a standing is planned as if the tables stayed as small
as they were when a connection first asked.
"""

from deliberations.migrations import _standings, _stays
from deliberations.migrations._stays import END

DISPOSED = f"""
CREATE FUNCTION deliberations_disposed(disposed deliberations_disposition) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    decision record;
    ended deliberations_stay[];
BEGIN
    SELECT d.place, d.recorded_at, d.replaces_id, m.published_at IS NOT NULL AS published,
            deliberations_moment(d.happened_at, d.meeting_id, d.recorded_at) AS moment
        INTO decision FROM deliberations_decision d
        JOIN deliberations_meeting m ON m.id = d.meeting_id WHERE d.id = disposed.decision_id;
    IF decision.replaces_id IS NULL THEN
        SELECT array_agg(k) INTO ended FROM deliberations_stay k
        WHERE k.element_id = disposed.element_id AND k.known_to = '{END}' AND k.at_to = '{END}'
            AND (NOT k.public OR decision.published)
            AND k.at_from <= decision.moment AND k.known_from < decision.recorded_at;
    END IF;
    -- Of each of the readers who are told of it.
    IF cardinality(ended) IS DISTINCT FROM 1 + decision.published::integer THEN
        PERFORM deliberations_restand(disposed.element_id);
        RETURN;
    END IF;
    UPDATE deliberations_standing kept SET
        status = disposed.to_status, wording_id = disposed.wording_id,
        disposition_id = disposed.id, place = decision.place
    WHERE kept.element_id = disposed.element_id AND (NOT kept.public OR decision.published);
    UPDATE deliberations_stay kept SET known_to = decision.recorded_at
    WHERE kept.id IN (SELECT k.id FROM unnest(ended) k);
    INSERT INTO deliberations_stay (element_id, public, status, wording_id, disposition_id,
        at_from, at_to, known_from, known_to)
    SELECT k.element_id, k.public, k.status, k.wording_id, k.disposition_id, k.at_from,
        decision.moment, decision.recorded_at, k.known_to
    FROM unnest(ended) k WHERE k.at_from < decision.moment
    UNION ALL
    SELECT k.element_id, k.public, disposed.to_status, disposed.wording_id, disposed.id,
        decision.moment, k.at_to, decision.recorded_at, k.known_to
    FROM unnest(ended) k;
END;
$$;
"""

STANDS = """
CREATE OR REPLACE FUNCTION deliberations_stands(
    of_element bigint, in_public boolean, before_place bigint,
    OUT status text, OUT wording_id bigint, OUT disposition_id bigint, OUT place bigint)
RETURNS SETOF record
LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    WITH wordings AS (
        SELECT w.id, w.number, w.place FROM deliberations_wording w
        LEFT JOIN deliberations_meeting m ON m.id = w.meeting_id
        WHERE w.element_id = of_element
            AND (NOT in_public OR w.meeting_id IS NULL OR m.published_at IS NOT NULL)
            AND deliberations_counts(w.id, w.decision_id)
    ), disposed AS (
        SELECT p.id, p.to_status, d.place, d.meeting_id, ended.place AS ended,
            ended.meeting_id AS ended_in, began.place AS began, began.meeting_id AS began_in
        FROM deliberations_disposition p
        JOIN deliberations_decision d ON d.id = p.decision_id
        LEFT JOIN deliberations_correction ended ON ended.decision_id = d.id
            AND ended.kind IN ('clerical', 'annulment')
        LEFT JOIN deliberations_correction began ON began.decision_id = d.replaces_id
            AND began.by_decision_id = d.id AND began.kind = 'clerical'
        WHERE p.element_id = of_element
    ), acts AS (
        SELECT 'proposed' AS status, NULL::bigint AS disposition_id, w.place, 0 AS rank, w.id
        FROM wordings w
        UNION ALL
        SELECT p.to_status, p.id, p.place, 1, p.id FROM disposed p
        JOIN deliberations_meeting m ON m.id = p.meeting_id
        WHERE p.ended IS NULL AND (NOT in_public OR m.published_at IS NOT NULL)
        UNION ALL
        SELECT 'withdrawn', NULL, w.place, 0, w.id FROM deliberations_withdrawal w
        LEFT JOIN deliberations_meeting m ON m.id = w.meeting_id
        WHERE w.element_id = of_element
            AND (NOT in_public OR w.meeting_id IS NULL OR m.published_at IS NOT NULL)
        UNION ALL
        SELECT 'proposed', NULL, p.place, 0, p.id FROM deliberations_proposal p
        LEFT JOIN deliberations_meeting m ON m.id = p.meeting_id
        WHERE p.element_id = of_element AND p.withdrawal_id IS NOT NULL
            AND (NOT in_public OR p.meeting_id IS NULL OR m.published_at IS NOT NULL)
    )
    SELECT a.status::text,
        (SELECT w.id FROM wordings w ORDER BY w.number DESC LIMIT 1),
        a.disposition_id,
        greatest(a.place, (
            SELECT max(c.place) FROM (
                SELECT p.ended AS place, p.ended_in AS meeting_id FROM disposed p
                    WHERE p.ended IS NOT NULL
                UNION ALL
                SELECT p.began, p.began_in FROM disposed p WHERE p.began IS NOT NULL) c
            JOIN deliberations_meeting m ON m.id = c.meeting_id
            WHERE (NOT in_public OR m.published_at IS NOT NULL)
                AND (before_place IS NULL OR c.place < before_place)))
    FROM acts a
    WHERE (before_place IS NULL OR a.place < before_place)
        AND EXISTS (SELECT 1 FROM wordings)
        AND (NOT in_public OR NOT EXISTS (
            SELECT 1 FROM deliberations_element e
            JOIN deliberations_meeting m ON m.id = e.meeting_id
            WHERE e.id = of_element AND m.published_at IS NULL))
    ORDER BY a.place DESC, a.rank DESC, a.id DESC LIMIT 1;
END;
$$;
"""

# As migration 0006 has them, and why. In a table of one page it costs as little to read all of an
# index as to look for a row: the rows are made dear, so that a plan that is kept looks for them.
PLANS = {"cpu_tuple_cost": "1", "cpu_index_tuple_cost": "1", "enable_mergejoin": "off"}
PLANNED = (
    "deliberations_stands(bigint, boolean, bigint)",
    "deliberations_hides(bigint, bigint, bigint)",
    "deliberations_stays(bigint, boolean, timestamptz)",
    "deliberations_known(bigint, boolean)",
    "deliberations_restay(bigint, boolean, timestamptz)",
    "deliberations_disposed(deliberations_disposition)",
    "deliberations_count_more(deliberations_stay[])",
    "deliberations_count_less(deliberations_stay[])",
)


def plans(change: str) -> str:
    return "".join(
        f"ALTER FUNCTION {function} {change.format(name=name, value=value)};"
        for function in PLANNED
        for name, value in PLANS.items()
    )


AS_BEFORE = _stays.settings("deliberations_stands(bigint, boolean, bigint)")
FORWARD = "".join(
    [
        DISPOSED,
        _stays.settings("deliberations_disposed(deliberations_disposition)"),
        STANDS,
        AS_BEFORE,
        plans("SET {name} TO {value}"),
    ]
)
BACKWARD = "".join(
    [
        plans("RESET {name}"),
        "DROP FUNCTION deliberations_disposed;",
        _standings.anew(_standings.STANDS, "deliberations_stands"),
        AS_BEFORE,
    ]
)
