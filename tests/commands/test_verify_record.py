"""manage.py verify_record: what somebody changed past all rules is found and named."""

import io

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from deliberations.models import Document, DocumentKind, Issue
from deliberations.operations import edit_surroundings, publish_meeting
from tests.acts import (
    correct,
    decide,
    everything_happens,
    issue,
    issue_report,
    lift,
    secretary_of,
    state,
)
from tests.factories import ElementFactory, GroupFactory, MeetingFactory
from tests.sql import as_at_commit, sql

pytestmark = pytest.mark.django_db

SOUND = "Nothing differs: the record is what its acts make of it."


def verified() -> list[str]:
    """What it says; the last line is how it ends."""
    out = io.StringIO()
    try:
        call_command("verify_record", stdout=out)
    except CommandError as end:
        return [*out.getvalue().splitlines(), f"{end.returncode}: {end}"]
    return out.getvalue().splitlines()


def triggers_off(noun: str) -> None:
    """As the owner of the tables could; until the end of the test."""
    as_at_commit()
    sql(f"ALTER TABLE deliberations_{noun} DISABLE TRIGGER USER")


@pytest.fixture
def meeting():
    """Meeting 1 of the group “bent”: E1 and E2 agreed, E3 open; document 1 issued."""
    group = GroupFactory(slug="bent")
    meeting = MeetingFactory(group=group, number=1)
    elements = [ElementFactory(group=group, text=f"Thing {n}") for n in (1, 2, 3)]
    decide(meeting, *elements[:2], sentence="Agreed:")
    issue(meeting)
    return meeting


# ---- what is sound


def test_the_record_as_loaded_is_sound(record):
    issue(record.meetings.get(number=2))

    assert verified() == [SOUND]


def test_where_everything_happened_all_is_sound(db):
    group = GroupFactory()
    everything_happens(group, number=1)
    hidden = everything_happens(group, number=2, published_at=None)
    issue_report(group)
    assert verified() == [SOUND]

    publish_meeting(meeting=hidden, by=secretary_of(group))
    issue_report(group)
    everything_happens(group, number=3)
    assert verified() == [SOUND]


def test_what_changed_since_is_no_difference(meeting):
    """A document is held against the record, and the surroundings, of its own moment."""
    group, by = meeting.group, secretary_of(meeting.group)
    paper = Document(
        group=group,
        title="Synthesis",
        kind=DocumentKind.SYNTHESIS,
        meeting=meeting,
        introduction="As it was.",
    )
    edit_surroundings(thing=paper, by=by, group=group)
    decision = meeting.decisions.get()
    said = state(decision=decision)
    hidden = MeetingFactory(group=group, number=2, published_at=None)
    state(decision=decision, meeting=hidden, text="Not known then.")
    issue(meeting)
    issue_report(group)

    paper.introduction = "As it is."
    edit_surroundings(thing=paper, by=by, group=group)
    for thing in (said.contributor, group, group.questions.first()):
        for name in ("name", "text"):
            if hasattr(thing, name):
                setattr(thing, name, "Another")
        edit_surroundings(thing=thing, by=by, group=group)
    publish_meeting(meeting=hidden, by=by)
    correct(decision, *group.elements.all()[:1], sentence="Otherwise:")
    lift(said)

    assert verified() == [SOUND]


# ---- what is bent


WHERE_E1 = (
    "WHERE element_id = (SELECT id FROM deliberations_element WHERE group_id = %s AND number = 1)"
)
OF_THE_GROUP = "WHERE meeting_id IN (SELECT id FROM deliberations_meeting WHERE group_id = %s)"

BENT: dict[str, tuple[str, str, str]] = {
    # what was done: (table, statement, sentence)
    "a standing was set": (
        "standing",
        f"UPDATE deliberations_standing SET status = 'rejected' {WHERE_E1}",
        "bent: E1 stands elsewhere than its acts put it.",
    ),
    "a standing is gone": (
        "standing",
        f"DELETE FROM deliberations_standing {WHERE_E1} AND public",
        "bent: E1 stands elsewhere than its acts put it.",
    ),
    "a stay was set": (
        "stay",
        f"UPDATE deliberations_stay SET status = 'rejected' {WHERE_E1}",
        "bent: E1 is kept to have stood elsewhere than its acts put it then.",
    ),
    "a stay is gone": (
        "stay",
        f"DELETE FROM deliberations_stay {WHERE_E1} AND public",
        "bent: E1 is kept to have stood elsewhere than its acts put it then.",
    ),
    "a stay was made up": (
        "stay",
        "INSERT INTO deliberations_stay (element_id, public, status, wording_id, at_from, at_to,"
        " known_from, known_to) SELECT element_id, public, 'rejected', wording_id, at_from, at_to,"
        f" known_from - interval '2 days', known_from - interval '1 day' FROM deliberations_stay"
        f" {WHERE_E1} AND public LIMIT 1",
        "bent: E1 is kept to have stood elsewhere than its acts put it then.",
    ),
    "a tally was set": (
        "tally",
        "UPDATE deliberations_tally SET number = number + 1 WHERE group_id = %s",
        "The elements of bent are counted otherwise than they stood.",
    ),
    "a tally is gone": (
        "tally",
        "DELETE FROM deliberations_tally WHERE group_id = %s AND public",
        "The elements of bent are counted otherwise than they stood.",
    ),
    "a decision has another number": (
        "decision",
        f"UPDATE deliberations_decision SET number = 2 {OF_THE_GROUP}",
        "The decisions of bent, 1 are not numbered without gap.",
    ),
    "an element has another number": (
        "element",
        "UPDATE deliberations_element SET number = 4 WHERE group_id = %s AND number = 3",
        "The elements of bent are not numbered without gap.",
    ),
    "a wording has another number": (
        "wording",
        f"UPDATE deliberations_wording SET number = 2 {WHERE_E1}",
        "The wordings of bent: E1 are not numbered without gap.",
    ),
    "a document has another number": (
        "issue",
        "UPDATE deliberations_issue SET number = 7 WHERE group_id = %s",
        "The issued documents of bent are not numbered without gap.",
    ),
    "a disposition names the wording of another": (
        "disposition",
        "UPDATE deliberations_disposition SET wording_id = (SELECT max(w.id) FROM"
        " deliberations_wording w JOIN deliberations_element e ON e.id = w.element_id"
        f" WHERE e.number = 2 AND e.group_id = %s) {WHERE_E1}",
        "bent: 1/D1 disposes of an element in a wording of another.",
    ),
    "a disposition gives another status": (
        "disposition",
        f"UPDATE deliberations_disposition SET to_status = 'rejected' {WHERE_E1}",
        "bent: 1/D1 gives an element another status than its outcome.",
    ),
    "a decision disposes of nothing": (
        "disposition",
        "UPDATE deliberations_disposition p SET position = position + 100,"
        " decision_id = (SELECT min(id) FROM deliberations_decision)"
        " FROM deliberations_decision d WHERE d.id = p.decision_id AND d.meeting_id IN"
        " (SELECT id FROM deliberations_meeting WHERE group_id = %s)",
        "bent: 1/D1 disposes of nothing.",
    ),
    "a sentence was edited": (
        "decision",
        f"UPDATE deliberations_decision SET sentence = 'Forged:' {OF_THE_GROUP}",
        "bent, document 1: it says “Agreed:”, where the record of its moment says “Forged:”.",
    ),
    "the text of a document was edited": (
        "issue",
        "UPDATE deliberations_issue SET text = 'Forged.' WHERE group_id = %s",
        "bent, document 1: the text has another checksum.",
    ),
    "and its checksum, too": (
        "issue",
        "UPDATE deliberations_issue SET text = 'Forged.',"
        " sha256 = encode(sha256('Forged.'), 'hex') WHERE group_id = %s",
        "bent, document 1: its text is not that of its paragraphs.",
    ),
    "a DOCX was exchanged": (
        "issue",
        "UPDATE deliberations_issue SET docx = 'Forged.' WHERE group_id = %s",
        "bent, document 1: the DOCX has another checksum.",
    ),
    "a PDF was exchanged": (
        "issue",
        "UPDATE deliberations_issue SET pdf = 'Forged.' WHERE group_id = %s",
        "bent, document 1: the PDF has another checksum.",
    ),
    "a paragraph was added": (
        "issue",
        """UPDATE deliberations_issue SET parts = parts || '[["note", "Forged.", ""]]'"""
        " WHERE group_id = %s",
        "bent, document 1: it says “Forged.”, where the record of its moment says “”.",
    ),
}


@pytest.mark.parametrize("what", BENT)
def test_what_was_bent_past_all_rules_is_found(meeting, what):
    table, statement, sentence = BENT[what]
    triggers_off(table)
    sql(statement, *[meeting.group_id] * statement.count("%s"))

    *found, end = verified()
    assert sentence in found
    assert end == f"1: {len(found)} difference{'s' if len(found) > 1 else ''}."


def test_a_report_that_tells_what_the_acts_do_not_is_found(meeting):
    issue_report(meeting.group)
    triggers_off("disposition")
    sql(
        f"UPDATE deliberations_disposition SET to_status = 'rejected' {WHERE_E1}", meeting.group_id
    )

    assert (
        "bent, document 2: it says “Agreed”, where the record of its moment says “Rejected”."
        in verified()
    )


INSERT_ONLY = [
    "correction", "decision", "decisionqualifier", "disposition", "issue", "lift", "proposal",
    "statement", "withdrawal", "wording",
]  # fmt: skip
CALLED = {"decisionqualifier": "qualification", "issue": "issued document", "lift": "lifting"}


def test_of_what_is_for_good_every_change_is_found(db):
    """Whatever it is of the row: here that from which nothing else is reckoned."""
    everything_happens(GroupFactory(), number=1)
    expected = []
    for noun in INSERT_ONLY:
        triggers_off(noun)
        column = "position" if noun in {"decisionqualifier", "disposition"} else "recorded_by_id"
        another = "(SELECT min(id) FROM deliberations_user)"
        value = "position + 7" if column == "position" else another
        [(pk,)] = sql(f"SELECT max(id) FROM deliberations_{noun}")
        sql(f"UPDATE deliberations_{noun} SET {column} = {value} WHERE id = {pk}")
        name = CALLED.get(noun, noun)
        expected.append(f"The {name} with the id {pk} is not what the history saw enter.")

    assert verified() == [*expected, "1: 10 differences."]


def test_what_was_deleted_is_found(meeting):
    pk = state(decision=meeting.decisions.get()).pk
    triggers_off("statement")
    sql(f"DELETE FROM deliberations_statement WHERE id = {pk}")

    assert verified() == [
        f"The statement with the id {pk} is not what the history saw enter.",
        "1: 1 difference.",
    ]


def test_what_can_not_be_checked_is_said_so(meeting):
    with transaction.atomic():
        sql("ALTER TABLE deliberations_issue RENAME TO away")
        [said] = verified()
        transaction.set_rollback(True)

    assert said.startswith("2: The record could not be checked: relation")
    assert Issue.objects.count() == 1
    assert connection.in_atomic_block
