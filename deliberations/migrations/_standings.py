"""The SQL functions that say where an element stands (deliberations.models.standings).

deliberations_in_force(decision): whether no clerical correction and no annulment took the decision
out of force. A reconsidered decision stays in force: it was right for its time.

deliberations_counts(wording, decision): whether the wording counts. One that a decision agreed as
amended does while that decision or another one about the element in this wording is in force.

deliberations_stands(element, in public, before place): the status of an element after its last act
in force, with its current wording, the disposition that put it there (if a decision did) and the
place of its last act, corrections among them. In public: counting only acts of published meetings
and of none. Before place: counting only acts before that place in the record. No row: no such act.
It goes once through the decisions about the element: one that was decided thirty times is asked
about for each decision more.

deliberations_hides(element, before place, besides meeting): whether the element has acts before
that place that belong to a meeting not published, other than that one.

deliberations_restand(element): writes both standings of the element, and its stays (_stays.py).
What stands there already is updated: an insertion that meets it asks the trigger of the standing
twice.

deliberations_disposed(disposition): the same, without a look at all that was decided about the
element before; it calls deliberations_restand where less does not do. Less does where the decision
is the last in the record and by its moment: then the stay that held until now ends where the
decision's begins, and no other is touched; what it disposes of is the current wording, by the rules,
or the one that it makes so. What it writes as the standing is reckoned anew by the rule of that
table, as always.
"""

from deliberations.migrations._plans import BY_INDEX, BY_ROW
from deliberations.migrations._stays import END

# Tables number their rows by these: they come before them.
SEQUENCES = """
CREATE SEQUENCE deliberations_place;
CREATE SEQUENCE deliberations_entry_number;
"""
DROP_SEQUENCES = "DROP SEQUENCE deliberations_place, deliberations_entry_number;"

FUNCTIONS = f"""
CREATE FUNCTION deliberations_in_force(of_decision bigint) RETURNS boolean
LANGUAGE plpgsql {BY_INDEX} AS $$
BEGIN
    RETURN NOT EXISTS (
        SELECT 1 FROM deliberations_correction
        WHERE decision_id = of_decision AND kind IN ('clerical', 'annulment'));
END;
$$;

CREATE FUNCTION deliberations_counts(of_wording bigint, of_decision bigint) RETURNS boolean
LANGUAGE plpgsql {BY_INDEX} AS $$
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
LANGUAGE plpgsql {BY_ROW} AS $$
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

CREATE FUNCTION deliberations_hides(
    of_element bigint, before_place bigint, besides_meeting bigint) RETURNS boolean
LANGUAGE plpgsql {BY_ROW} AS $$
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
                AND NOT EXISTS (
                SELECT 1 FROM deliberations_correction c
                WHERE c.decision_id = d.id AND c.kind IN ('clerical', 'annulment'))));
END;
$$;

CREATE FUNCTION deliberations_restand(of_element bigint) RETURNS void
LANGUAGE plpgsql {BY_INDEX} AS $$
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

CREATE FUNCTION deliberations_disposed(disposed deliberations_disposition) RETURNS void
LANGUAGE plpgsql {BY_ROW} AS $$
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

DROP_FUNCTIONS = """
DROP FUNCTION deliberations_disposed, deliberations_restand, deliberations_hides,
    deliberations_stands, deliberations_counts, deliberations_in_force;
"""
