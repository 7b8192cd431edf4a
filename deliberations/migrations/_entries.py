"""The view over all event tables (deliberations.models.entries)."""

NOUNS = (
    "agendaitem", "attendance", "authorship", "contribution", "contributor", "correction",
    "decision", "decisionqualifier", "disposition", "document", "draft", "element", "heading",
    "import", "issue", "lift", "look", "meeting", "membership", "proposal", "qualifier", "question",
    "source", "standing", "statement", "style", "user", "withdrawal", "wording", "workinggroup",
)  # fmt: skip


def view_of(*nouns: str) -> str:
    """The view over the event tables of these nouns, as deliberations.models.entries.view_as_sql."""
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


VIEW = view_of(*NOUNS)
DROP_VIEW = "DROP VIEW deliberations_entry;"
