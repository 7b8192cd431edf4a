"""manage.py verify_record: reckons from the acts what the record keeps beside them, and compares.

Nothing is repaired. Exit: 0 nothing differs, 1 something does, 2 it could not be checked.
"""

# ruff: noqa: S608 - the queries hold only names of our own tables

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from django.apps import apps
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from deliberations import permissions
from deliberations.models import Entry, Issue, Tally
from deliberations.models.entries import HISTORY_COLUMNS
from deliberations.readings.issues import differing, paper_of, parts_in
from deliberations.readings.parts import blocks
from deliberations.readings.texts import Text, put_back
from wgec.database.moment import at_one_moment

BLOCK = Tally.BLOCK
OF = "g.slug || ': E' || e.number"
READERS = "CROSS JOIN (VALUES (false), (true)) readers(public)"
ELEMENTS = "deliberations_element e JOIN deliberations_workinggroup g ON g.id = e.group_id"
DISPOSITIONS = (
    "deliberations_disposition p JOIN deliberations_decision d ON d.id = p.decision_id"
    " JOIN deliberations_meeting m ON m.id = d.meeting_id"
    " JOIN deliberations_workinggroup g ON g.id = m.group_id"
)
KNOWN = "deliberations_known(e.id, readers.public) known(at)"
RECKONED = f"""
    SELECT e.id, readers.public, known.at, s.status, s.wording_id, s.disposition_id, s.at_from,
        s.at_to
    FROM deliberations_element e {READERS}
    CROSS JOIN LATERAL {KNOWN}
    CROSS JOIN LATERAL deliberations_stays(e.id, readers.public, known.at) s
"""
KEPT = f"""
    SELECT e.id, readers.public, known.at, k.status, k.wording_id, k.disposition_id, k.at_from,
        k.at_to
    FROM deliberations_element e {READERS}
    CROSS JOIN LATERAL {KNOWN}
    JOIN deliberations_stay k ON k.element_id = e.id AND k.public = readers.public
        AND k.known_from <= known.at AND k.known_to > known.at
"""
# What is kept from, or until, a moment at which nothing became known.
OUT_OF_TIME = """
    SELECT k.element_id FROM deliberations_stay k
    WHERE k.known_from NOT IN (SELECT deliberations_known(k.element_id, k.public))
        OR k.known_to NOT IN (SELECT deliberations_known(k.element_id, k.public)
            UNION SELECT max(known_to) FROM deliberations_stay WHERE known_to > now())
"""

COUNTED = f"""
    SELECT e.group_id, k.public, e.question_id, COALESCE(e.heading_id, 0), k.status,
        COALESCE(d.id, 0), COALESCE(d.place, 0), (COALESCE(p.position, e.number) - 1) / {BLOCK},
        k.at_from, k.at_to, k.known_from, k.known_to, count(*)
    FROM deliberations_stay k JOIN deliberations_element e ON e.id = k.element_id
    LEFT JOIN deliberations_disposition p ON p.id = k.disposition_id
    LEFT JOIN deliberations_decision d ON d.id = p.decision_id
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
"""
TALLIED = """
    SELECT group_id, public, question_id, heading_id, status, decision_id, place, block, at_from,
        at_to, known_from, known_to, number FROM deliberations_tally
"""

CHECKS: list[tuple[Any, str]] = [
    (
        gettext_lazy("%(what)s stands elsewhere than its acts put it."),
        f"""
        SELECT DISTINCT {OF} FROM {ELEMENTS} {READERS}
        LEFT JOIN LATERAL deliberations_stands(e.id, readers.public, NULL) s ON true
        LEFT JOIN deliberations_standing k
            ON k.element_id = e.id AND k.public = readers.public
        WHERE (s.status, s.wording_id, s.disposition_id, s.place)
            IS DISTINCT FROM (k.status, k.wording_id, k.disposition_id, k.place)
        """,
    ),
    (
        gettext_lazy("%(what)s is kept to have stood elsewhere than its acts put it then."),
        f"""
        SELECT DISTINCT {OF} FROM {ELEMENTS} WHERE e.id IN (
            SELECT id FROM (({RECKONED}) EXCEPT ({KEPT})) missing
            UNION SELECT id FROM (({KEPT}) EXCEPT ({RECKONED})) unfounded
            UNION {OUT_OF_TIME})
        """,
    ),
    (
        gettext_lazy("The elements of %(what)s are counted otherwise than they stood."),
        f"""
        SELECT DISTINCT g.slug FROM deliberations_workinggroup g WHERE g.id IN (
            SELECT group_id FROM (({TALLIED}) EXCEPT ({COUNTED})) unfounded
            UNION SELECT group_id FROM (({COUNTED}) EXCEPT ({TALLIED})) missing)
        """,
    ),
    (
        gettext_lazy("The decisions of %(what)s are not numbered without gap."),
        """
        SELECT g.slug || ', ' || m.number FROM deliberations_decision d
        JOIN deliberations_meeting m ON m.id = d.meeting_id
        JOIN deliberations_workinggroup g ON g.id = m.group_id
        GROUP BY g.slug, m.number HAVING min(d.number) <> 1 OR max(d.number) <> count(*)
        """,
    ),
    (
        gettext_lazy("The elements of %(what)s are not numbered without gap."),
        f"""
        SELECT g.slug FROM {ELEMENTS}
        GROUP BY g.slug HAVING min(e.number) <> 1 OR max(e.number) <> count(*)
        """,
    ),
    (
        gettext_lazy("The wordings of %(what)s are not numbered without gap."),
        f"""
        SELECT {OF} FROM {ELEMENTS} LEFT JOIN deliberations_wording w ON w.element_id = e.id
        GROUP BY g.slug, e.number
        HAVING min(w.number) IS DISTINCT FROM 1 OR max(w.number) <> count(*)
        """,
    ),
    (
        gettext_lazy("The issued documents of %(what)s are not numbered without gap."),
        """
        SELECT g.slug FROM deliberations_issue i
        JOIN deliberations_workinggroup g ON g.id = i.group_id
        GROUP BY g.slug HAVING min(i.number) <> 1 OR max(i.number) <> count(*)
        """,
    ),
    (
        gettext_lazy("%(what)s disposes of an element in a wording of another."),
        f"""
        SELECT g.slug || ': ' || m.number || '/D' || d.number FROM {DISPOSITIONS}
        JOIN deliberations_wording w ON w.id = p.wording_id WHERE w.element_id <> p.element_id
        """,
    ),
    (
        gettext_lazy("%(what)s gives an element another status than its outcome."),
        f"""
        SELECT g.slug || ': ' || m.number || '/D' || d.number FROM {DISPOSITIONS}
        WHERE p.to_status <> d.outcome
        """,
    ),
    (
        gettext_lazy("%(what)s disposes of nothing."),
        """
        SELECT g.slug || ': ' || m.number || '/D' || d.number FROM deliberations_decision d
        JOIN deliberations_meeting m ON m.id = d.meeting_id
        JOIN deliberations_workinggroup g ON g.id = m.group_id
        WHERE NOT EXISTS (
            SELECT 1 FROM deliberations_disposition p WHERE p.decision_id = d.id)
        """,
    ),
]

FOR_GOOD = (
    "correction", "decision", "decisionqualifier", "disposition", "issue", "lift", "proposal",
    "statement", "style", "withdrawal", "wording",
)  # fmt: skip
"""What never changes once it is recorded: the nouns of the insert-only tables."""


class Command(BaseCommand):
    help = _("Reckon from the acts what the record keeps beside them, and compare.")

    def handle(self, **options: Any) -> None:
        try:
            with at_one_moment():
                found = list(findings())
        except DatabaseError as trouble:
            raise CommandError(
                _("The record could not be checked: %(why)s") % {"why": str(trouble).strip()},
                returncode=2,
            ) from trouble
        for sentence in found:
            self.stdout.write(sentence)
        if found:
            told = ngettext("%(number)d difference.", "%(number)d differences.", len(found))
            raise CommandError(told % {"number": len(found)}, returncode=1)
        self.stdout.write(_("Nothing differs: the record is what its acts make of it."))


def findings() -> Iterator[str]:
    """A sentence for each thing that is not as it follows from the acts."""
    for sentence, query in CHECKS:
        for what in first_column(query):
            yield str(sentence) % {"what": what}
    for noun in FOR_GOOD:
        yield from changed_since_entered(noun)
    for issue in Issue.objects.select_related("group", "meeting__group", "document"):
        yield from not_as_issued(issue)


def first_column(query: str) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return [row[0] for row in cursor.fetchall()]


def changed_since_entered(noun: str) -> Iterator[str]:
    """Rows that are not what the history saw enter, and those that it saw and are gone."""
    model: Any = apps.get_model("deliberations", noun)
    event = model._meta.get_field("events").related_model
    held = {field.column for field in event._meta.fields}
    unheld = [field.column for field in model._meta.fields if field.column not in held]
    # What the database makes of a row by itself, to find it by, follows from the rest of it.
    made = f"""
        ARRAY(SELECT attname::text FROM pg_attribute
            WHERE attrelid = '{model._meta.db_table}'::regclass AND attgenerated <> '')
    """
    query = f"""
        SELECT COALESCE(t.id, e.pgh_obj_id) FROM {model._meta.db_table} t
        FULL JOIN (SELECT * FROM {event._meta.db_table} WHERE pgh_label = 'insert') e
            ON e.pgh_obj_id = t.id
        WHERE to_jsonb(t) - {array(unheld)} - {made}
            IS DISTINCT FROM to_jsonb(e) - {array(HISTORY_COLUMNS)}
        ORDER BY 1
    """
    for pk in first_column(query):
        yield _("The %(noun)s with the id %(pk)d is not what the history saw enter.") % {
            "noun": model._meta.verbose_name,
            "pk": pk,
        }


def array(columns: Any) -> str:
    return f"ARRAY[{', '.join(repr(str(column)) for column in columns)}]::text[]"


# ---- issued documents


def not_as_issued(issue: Issue) -> Iterator[str]:
    what = {"number": issue.number, "group": issue.group.slug}
    contents = [
        ("text", issue.text.encode(), issue.sha256),
        ("DOCX", bytes(issue.docx), issue.docx_sha256),
        ("PDF", bytes(issue.pdf), issue.pdf_sha256),
    ]
    for name, content, checksum in contents:
        if sha256(content).hexdigest() != checksum:
            yield _("%(group)s, document %(number)d: the %(name)s has another checksum.") % {
                **what,
                "name": name,
            }
    parts = parts_in(issue)
    if "\n\n".join(blocks(parts)) + "\n" != issue.text:
        yield _("%(group)s, document %(number)d: its text is not that of its paragraphs.") % what
    if was_taken_over(issue):
        return
    with translation.override(issue.language):
        then = list(as_it_was_told(issue).parts())
    for difference in differing(parts, then):
        yield _(
            "%(group)s, document %(number)d: it says “%(before)s”, where the record of its "
            "moment says “%(after)s”."
        ) % {
            **what,
            "before": difference.before.text if difference.before else "",
            "after": difference.after.text if difference.after else "",
        }


def was_taken_over(issue: Issue) -> bool:
    """Whether it was issued elsewhere: what the record told there, its history here can't say."""
    entered = Entry.objects.filter(noun="issue", object_id=issue.pk, label="insert")
    return entered.filter(context__act="take_over_issue").exists()


def as_it_was_told(issue: Issue) -> Text:
    """What would have been issued at that moment, by the acts and by the history of the rest."""
    paper = paper_of(issue, known=issue.recorded_at)
    paper.document = issue.document
    known = issue.recorded_at
    meeting = issue.meeting.pk if issue.meeting else None
    put_back(paper.around(), known, permissions.PublicThen(meeting, known))
    return paper
