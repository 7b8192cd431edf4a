"""The SQL functions that say where an element stands. Migrations run this text; a change of it is a
new constant and a new migration.

deliberations_in_force(decision): whether no clerical correction and no annulment took the decision
out of force. A reconsidered decision stays in force: it was right for its time.

deliberations_counts(wording, decision): whether the wording counts. One that a decision agreed as
amended does while that decision or another one about the element in this wording is in force.

deliberations_stands(element, in public, before place): the status of an element after its last act
in force, with its current wording, the disposition that put it there (if a decision did) and the
place of its last act, corrections among them. In public: counting only acts of published meetings
and of none. Before place: counting only acts before that place in the record. No row: no such act.

deliberations_hides(element, before place, besides meeting): whether the element has acts before
that place that belong to a meeting not published, other than that one.

deliberations_restand(element): writes both standings of the element.
"""

STANDS = """
CREATE SEQUENCE deliberations_place;
CREATE SEQUENCE deliberations_entry_number;

CREATE FUNCTION deliberations_in_force(of_decision bigint) RETURNS boolean
LANGUAGE plpgsql AS $$
BEGIN
    RETURN NOT EXISTS (
        SELECT 1 FROM deliberations_correction
        WHERE decision_id = of_decision AND kind IN ('clerical', 'annulment'));
END;
$$;

CREATE FUNCTION deliberations_counts(of_wording bigint, of_decision bigint) RETURNS boolean
LANGUAGE plpgsql AS $$
BEGIN
    RETURN of_decision IS NULL OR deliberations_in_force(of_decision) OR EXISTS (
        SELECT 1 FROM deliberations_disposition
        WHERE wording_id = of_wording AND deliberations_in_force(decision_id));
END;
$$;

CREATE FUNCTION deliberations_stands(
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
    ), corrected AS (
        SELECT max(c.place) AS place FROM deliberations_correction c
        JOIN deliberations_meeting m ON m.id = c.meeting_id
        JOIN deliberations_disposition p ON p.decision_id IN (c.decision_id, c.by_decision_id)
        WHERE p.element_id = of_element AND c.kind IN ('clerical', 'annulment')
            AND (NOT in_public OR m.published_at IS NOT NULL)
            AND (before_place IS NULL OR c.place < before_place)
    ), acts AS (
        SELECT 'proposed' AS status, NULL::bigint AS disposition_id, w.place, 0 AS rank, w.id
        FROM wordings w
        UNION ALL
        SELECT p.to_status, p.id, d.place, 1, p.id FROM deliberations_disposition p
        JOIN deliberations_decision d ON d.id = p.decision_id
        JOIN deliberations_meeting m ON m.id = d.meeting_id
        WHERE p.element_id = of_element AND deliberations_in_force(d.id)
            AND (NOT in_public OR m.published_at IS NOT NULL)
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
        a.disposition_id, greatest(a.place, (SELECT c.place FROM corrected c))
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

CREATE FUNCTION deliberations_hides(
    of_element bigint, before_place bigint, besides_meeting bigint) RETURNS boolean
LANGUAGE plpgsql AS $$
BEGIN
    RETURN EXISTS (
        SELECT 1 FROM deliberations_meeting m
        WHERE m.published_at IS NULL AND m.id <> besides_meeting AND m.id IN (
            SELECT e.meeting_id FROM deliberations_element e WHERE e.id = of_element
            UNION ALL
            SELECT w.meeting_id FROM deliberations_wording w
            WHERE w.element_id = of_element AND w.place < before_place
            UNION ALL
            SELECT w.meeting_id FROM deliberations_withdrawal w
            WHERE w.element_id = of_element AND w.place < before_place
            UNION ALL
            SELECT p.meeting_id FROM deliberations_proposal p
            WHERE p.element_id = of_element AND p.place < before_place
                AND p.withdrawal_id IS NOT NULL
            UNION ALL
            SELECT d.meeting_id FROM deliberations_disposition p
            JOIN deliberations_decision d ON d.id = p.decision_id
            WHERE p.element_id = of_element AND d.place < before_place
                AND deliberations_in_force(d.id)));
END;
$$;
"""

RESTAND = """
CREATE FUNCTION deliberations_restand(of_element bigint) RETURNS void
LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
    PERFORM 1 FROM deliberations_element WHERE id = of_element FOR NO KEY UPDATE;
    INSERT INTO deliberations_standing AS standing
        (element_id, public, status, wording_id, disposition_id, place)
    SELECT of_element, in_public, s.status, s.wording_id, s.disposition_id, s.place
    FROM (VALUES (false), (true)) readers(in_public),
        LATERAL deliberations_stands(of_element, in_public, NULL) s
    ON CONFLICT (element_id, public) DO UPDATE SET
        status = excluded.status, wording_id = excluded.wording_id,
        disposition_id = excluded.disposition_id, place = excluded.place
    WHERE (standing.status, standing.wording_id, standing.disposition_id, standing.place)
        IS DISTINCT FROM
        (excluded.status, excluded.wording_id, excluded.disposition_id, excluded.place);
END;
$$;
"""

FORWARD = STANDS + RESTAND

BACKWARD = """
DROP FUNCTION deliberations_restand, deliberations_hides, deliberations_stands, deliberations_counts,
    deliberations_in_force;
DROP SEQUENCE deliberations_place, deliberations_entry_number;
"""
