"""The record itself, asked of PostgreSQL as the lines that the book of book.py has of it."""

THE_RECORD = """
WITH meeting AS (SELECT * FROM deliberations_meeting WHERE group_id = $1),
element AS (
    SELECT e.*, 'E' || e.number AS reference FROM deliberations_element e
    WHERE group_id IN (SELECT group_id FROM meeting)),
decision AS (
    SELECT d.*, m.number || '/D' || d.number AS reference,
        dense_rank() OVER (ORDER BY d.place) AS order_of_places
    FROM deliberations_decision d JOIN meeting m ON m.id = d.meeting_id),
disposition AS (
    SELECT p.*, d.reference AS of_decision FROM deliberations_disposition p
    JOIN decision d ON d.id = p.decision_id)
SELECT concat_ws(' ', 'meeting', number, state,
    CASE WHEN published_at IS NOT NULL THEN 'public' END) FROM meeting
UNION ALL
SELECT concat(e.reference, ' wording ', w.number, ': ', w.text)
    FROM deliberations_wording w JOIN element e ON e.id = w.element_id
UNION ALL
SELECT concat_ws(' ', e.reference,
    'proposed', (SELECT count(*) FROM deliberations_proposal WHERE element_id = e.id),
    'withdrawn', (SELECT count(*) FROM deliberations_withdrawal WHERE element_id = e.id))
    FROM element e
UNION ALL
SELECT concat_ws(' ', e.reference, 'for', CASE WHEN s.public THEN 'public' ELSE 'all' END,
    'is', s.status, 'in wording', w.number, 'by ' || p.of_decision)
    FROM deliberations_standing s JOIN element e ON e.id = s.element_id
    JOIN deliberations_wording w ON w.id = s.wording_id
    LEFT JOIN disposition p ON p.id = s.disposition_id
UNION ALL
SELECT concat_ws(' ', d.reference, d.outcome,
    CASE WHEN deliberations_in_force(d.id) THEN 'in force' ELSE 'not in force' END,
    'in place', d.order_of_places, 'instead of ' || r.reference)
    FROM decision d LEFT JOIN decision r ON r.id = d.replaces_id
UNION ALL
SELECT concat_ws(' ', p.of_decision, 'disposes', p.position, 'of', e.reference,
    'in wording', w.number, 'from', p.from_status, 'to', p.to_status,
    'reconsiders ' || r.of_decision)
    FROM disposition p JOIN element e ON e.id = p.element_id
    JOIN deliberations_wording w ON w.id = p.wording_id
    LEFT JOIN disposition r ON r.id = p.reconsiders_id
UNION ALL
SELECT concat(c.kind, ' of ', d.reference, ' by ' || b.reference, ': ', c.reason)
    FROM deliberations_correction c JOIN decision d ON d.id = c.decision_id
    LEFT JOIN decision b ON b.id = c.by_decision_id
UNION ALL
SELECT concat_ws(' ', s.kind, 'on', e.reference, d.reference,
    CASE WHEN l.id IS NOT NULL THEN 'lifted' END)
    FROM deliberations_statement s LEFT JOIN element e ON e.id = s.element_id
    LEFT JOIN decision d ON d.id = s.decision_id
    LEFT JOIN deliberations_lift l ON l.statement_id = s.id
    WHERE e.id IS NOT NULL OR d.id IS NOT NULL
"""

LAST = """
SELECT (SELECT coalesce(max(id), 0) FROM deliberations_entry),
    (SELECT coalesce(max(s.place), 0) FROM deliberations_standing s
        JOIN deliberations_element e ON e.id = s.element_id WHERE e.group_id = $1)
"""
"""The last entry of the history; the place up to which the group's record is seen now."""
