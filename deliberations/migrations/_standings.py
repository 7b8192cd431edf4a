"""The SQL functions of _functions.py and _stays.py that say where an element stands, with less to do
for each act. Migration 0015 runs this text; a change of it is a new constant and a new migration.

Whether a decision is in force is asked within the query, not by a function for each decision about
the element: an element that was decided thirty times has been asked about some hundred times for
one decision more. What stands there already is updated: an insertion that meets it asks the trigger
of the standing twice. What is known of its stays is made once, not for what ends and for what begins.
"""

from deliberations.migrations import _functions, _stays
from deliberations.migrations._stays import END

IN_FORCE = """NOT EXISTS (
                SELECT 1 FROM deliberations_correction c
                WHERE c.decision_id = d.id AND c.kind IN ('clerical', 'annulment'))"""

STANDS = f"""
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
        WHERE p.element_id = of_element AND {IN_FORCE}
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

CREATE OR REPLACE FUNCTION deliberations_hides(
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
                AND {IN_FORCE}));
END;
$$;
"""

RESTAND = """
CREATE OR REPLACE FUNCTION deliberations_restand(of_element bigint) RETURNS void
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
    stands record;
BEGIN
    PERFORM 1 FROM deliberations_element WHERE id = of_element FOR NO KEY UPDATE;
    FOR stands IN
        SELECT in_public, s.* FROM (VALUES (false), (true)) readers(in_public),
            LATERAL deliberations_stands(of_element, in_public, NULL) s
    LOOP
        UPDATE deliberations_standing kept SET
            status = stands.status, wording_id = stands.wording_id,
            disposition_id = stands.disposition_id, place = stands.place
        WHERE kept.element_id = of_element AND kept.public = stands.in_public
            AND (kept.status, kept.wording_id, kept.disposition_id, kept.place)
                IS DISTINCT FROM
                (stands.status, stands.wording_id, stands.disposition_id, stands.place);
        IF NOT FOUND AND NOT EXISTS (SELECT 1 FROM deliberations_standing kept
                WHERE kept.element_id = of_element AND kept.public = stands.in_public) THEN
            INSERT INTO deliberations_standing
                (element_id, public, status, wording_id, disposition_id, place)
            VALUES (of_element, stands.in_public, stands.status, stands.wording_id,
                stands.disposition_id, stands.place);
        END IF;
    END LOOP;
    PERFORM deliberations_restay(of_element, in_public, known)
        FROM (SELECT in_public, max(known) AS known
            FROM (VALUES (false), (true)) readers(in_public),
                LATERAL deliberations_known(of_element, in_public) changes(known)
            GROUP BY in_public) latest;
END;
$$;
"""

RESTAY = f"""
CREATE OR REPLACE FUNCTION deliberations_restay(
    of_element bigint, in_public boolean, known timestamptz) RETURNS void
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
    stays deliberations_stay[];
BEGIN
    SELECT array_agg(ROW(NULL, of_element, in_public, s.status, s.wording_id, s.disposition_id,
            s.at_from, s.at_to, known, '{END}')::deliberations_stay)
        INTO stays FROM deliberations_stays(of_element, in_public, known) s;
    UPDATE deliberations_stay kept SET known_to = known
    WHERE kept.element_id = of_element AND kept.public = in_public AND kept.known_to = '{END}'
        AND kept.known_from < known
        AND NOT EXISTS (
            SELECT 1 FROM unnest(stays) s
            WHERE (s.status, s.wording_id, s.at_from, s.at_to)
                = (kept.status, kept.wording_id, kept.at_from, kept.at_to)
                AND s.disposition_id IS NOT DISTINCT FROM kept.disposition_id);
    -- What the same instant brought before, in another call.
    DELETE FROM deliberations_stay kept
    WHERE kept.element_id = of_element AND kept.public = in_public AND kept.known_to = '{END}'
        AND kept.known_from = known;
    INSERT INTO deliberations_stay (element_id, public, status, wording_id, disposition_id,
        at_from, at_to, known_from, known_to)
    SELECT s.element_id, s.public, s.status, s.wording_id, s.disposition_id, s.at_from, s.at_to,
        s.known_from, s.known_to
    FROM unnest(stays) s
    WHERE NOT EXISTS (
        SELECT 1 FROM deliberations_stay kept
        WHERE kept.element_id = of_element AND kept.public = in_public
            AND kept.known_to = '{END}' AND kept.at_from = s.at_from);
END;
$$;
"""

SETTINGS = _stays.RESTAND_SETTINGS + _stays.settings(
    "deliberations_stands(bigint, boolean, bigint)",
    "deliberations_hides(bigint, bigint, bigint)",
    "deliberations_restay(bigint, boolean, timestamptz)",
)


def anew(text: str, name: str) -> str:
    """The function of that name in a text, to take the place of another."""
    start = text.rindex("CREATE", 0, text.index(f"FUNCTION {name}("))
    made = text[start : text.index("$$;", start) + len("$$;")]
    return made.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION") + "\n"


FORWARD = STANDS + RESTAND + RESTAY + SETTINGS
BACKWARD = (
    anew(_functions.STANDS, "deliberations_stands")
    + anew(_functions.STANDS, "deliberations_hides")
    + anew(_stays.FUNCTIONS, "deliberations_restand")
    + anew(_stays.FUNCTIONS, "deliberations_restay")
    + SETTINGS
)
