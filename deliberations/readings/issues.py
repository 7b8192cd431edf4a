"""What was issued, and what the record says differently today, by which act."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from difflib import SequenceMatcher
from itertools import zip_longest

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from deliberations import permissions
from deliberations.models import (
    Correction,
    CorrectionKind,
    Decision,
    Element,
    Entry,
    Issue,
    Statement,
)
from deliberations.readings.history import Line, entries_of, named
from deliberations.readings.parts import Layout, Part, PartKind
from deliberations.readings.report import report_of
from deliberations.readings.rulings import Note
from deliberations.readings.said import Said
from deliberations.readings.synthesis import synthesis_of
from deliberations.readings.texts import Text

MOST_ENTRIES = 50
"""Of the history, that explain a difference."""


def parts_in(issue: Issue) -> list[Part]:
    """The paragraphs as they were frozen."""
    return [Part(PartKind(kind), text, of) for kind, text, of in issue.parts]


@dataclass
class Cause:
    """An act since the issue, in words. decision: on whose page it is told."""

    words: str
    decision: Decision
    recorded_at: datetime


@dataclass
class Difference:
    """A paragraph that reads otherwise today; before, after: None where there is none.

    causes: acts of the record; lines: changes of the surroundings, as the history tells them.
    """

    before: Part | None
    after: Part | None
    causes: list[Cause] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)

    @property
    def parts(self) -> list[Part]:
        return [part for part in (self.before, self.after) if part]


@dataclass
class Issued:
    """An issued document, and where the record says otherwise today."""

    issue: Issue
    parts: list[Part]
    differences: list[Difference]

    @property
    def layout(self) -> Layout:
        return Layout(self.parts)


def issued_of(issue: Issue, reader: permissions.Person) -> Issued:
    """A constant number of queries."""
    return Issued(issue, parts_in(issue), list(drift_of(issue, reader)))


def issues_seen(reader: permissions.Person, **of: object) -> QuerySet[Issue]:
    """The issued documents that the reader sees, the newest first."""
    return (
        Issue.objects.visible_to(reader)
        .without_files()
        .filter(**of)
        .among_others()
        .select_related("meeting", "recorded_by")
        .order_by("-number")
    )


# ---- drift


def drift_of(issue: Issue, reader: permissions.Person) -> Iterator[Difference]:
    """What the record would issue differently today, paragraph by paragraph."""
    today = paper_of(issue)
    differences = list(differing(parts_in(issue), list(today.parts())))
    if not differences:
        return
    causes = list(causes_since(issue, today))
    lines = list(edits_since(issue, reader))
    about = subjects_of(lines, reader)
    for difference in differences:
        of = {reference for part in difference.parts for reference in (part.of, part.label)}
        difference.causes = [cause for references, cause in causes if references & of]
        nouns = {noun for part in difference.parts for noun in nouns_of(part)}
        difference.lines = [
            line for line in lines if line.entry.noun in nouns or about.get(line.entry.pk) in of
        ]
        yield difference


def paper_of(issue: Issue, known: datetime | None = None) -> Text:
    """The text as the record tells it now, or told it when `known`, to those it is issued to."""
    if issue.meeting is None:
        return report_of(issue.group, permissions.PublicThen(known=known))
    return synthesis_of(
        issue.meeting, permissions.PublicThen(issue.meeting.pk, known), terms=False
    )


def differing(before: list[Part], after: list[Part]) -> Iterator[Difference]:
    """The paragraphs that differ in kind or words; one that only moved is gone and new."""
    old, new = ([(part.kind, part.text) for part in parts] for parts in (before, after))
    for move, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if move == "equal":
            continue
        for first, second in zip_longest(before[a:b], after[c:d]):
            if first and second and first.kind != second.kind:
                yield Difference(first, None)
                yield Difference(None, second)
            else:
                yield Difference(first, second)


def causes_since(issue: Issue, today: Text) -> Iterator[tuple[set[str], Cause]]:
    """Each act since the issue on the decisions that the text is about, with what it is about."""
    since = issue.recorded_at
    told = set()
    for decision in today.recorded:
        for correction in decision.corrections.all():
            if correction.recorded_at > since:
                both = [d for d in (decision, correction.by_decision) if d]
                told |= {d.pk for d in both}
                cause = Cause(words_of(correction), both[-1], correction.recorded_at)
                yield {d.reference for d in both}, cause
    for ruling in today.rulings:
        if ruling.decision.recorded_at > since and ruling.decision.pk not in told:
            words = _("%(decision)s was recorded") % {"decision": ruling.decision.reference}
            of = {ruling.decision.reference, *(d.element.reference for d in ruling.dispositions)}
            yield of, Cause(words, ruling.decision, ruling.decision.recorded_at)
        for said in ruling.statements:
            yield from said_since(said, ruling.decision, since)


def words_of(correction: Correction) -> str:
    decision, by = correction.decision, correction.by_decision
    if by is None:
        return str(Note("annulled", decision, reason=correction.reason))
    if correction.kind == CorrectionKind.CLERICAL:
        return str(Note("corrects", by, decision, correction.reason))
    return _("%(by)s reconsiders %(decision)s: “%(reason)s”") % {
        "by": by.reference,
        "decision": decision.reference,
        "reason": correction.reason,
    }


def said_since(
    said: Said, decision: Decision, since: datetime
) -> Iterator[tuple[set[str], Cause]]:
    """That the statement was made since then, or lifted."""
    of = {decision.reference}
    words = {
        "kind": said.statement.get_kind_display(),
        "contributor": said.statement.contributor,
    }
    if said.statement.recorded_at > since:
        entered = _("A statement was entered: %(kind)s by %(contributor)s") % words
        yield of, Cause(entered, decision, said.statement.recorded_at)
    if said.lift and said.lift.recorded_at > since:
        lifted = _("A statement was lifted: %(kind)s by %(contributor)s") % words
        yield of, Cause(lifted, decision, said.lift.recorded_at)


OF_ELEMENTS = ("wording", "withdrawal", "proposal")
"""Acts that are no decisions, and change what a report says of an element."""


def edits_since(issue: Issue, reader: permissions.Person) -> Iterator[Line]:
    """What was edited since of the words that are no decision's: the latest entries, latest first.

    Of a report also what was proposed, reworded, withdrawn and said.
    """
    nouns = ["workinggroup", "question", "contributor"]
    if issue.meeting_id is None:
        nouns += ["qualifier", "statement", "lift", *OF_ELEMENTS]
    entries: QuerySet[Entry] = entries_of(issue.group, reader=reader).filter(
        Q(noun="document", meeting=issue.meeting_id) | Q(noun__in=nouns),
        recorded_at__gt=issue.recorded_at,
    )
    names_shown = permissions.names_shown(reader, issue.group)
    for entry in entries[:MOST_ENTRIES]:
        yield named(entry, names_shown=names_shown)


def subjects_of(lines: list[Line], reader: permissions.Person) -> dict[int, str]:
    """{number of the entry: reference of the element or the decision that it is about}."""
    elements, statements = {}, {}
    for entry in (line.entry for line in lines):
        if entry.noun in OF_ELEMENTS:
            elements[entry.pk] = entry.new["element_id"]
        elif entry.noun in {"statement", "lift"}:
            statements[entry.pk] = entry.new["id" if entry.noun == "statement" else "statement_id"]
    found = Element.objects.visible_to(reader).in_bulk(elements.values())
    said = (
        Statement.objects.visible_to(reader)
        .select_related("element", "decision__meeting")
        .in_bulk(statements.values())
    )
    subjects = {number: found[pk].reference for number, pk in elements.items() if pk in found}
    for number, pk in statements.items():
        about = said[pk].element or said[pk].decision if pk in said else None
        if about:
            subjects[number] = about.reference
    return subjects


def nouns_of(part: Part) -> set[str]:
    """Of what the words of a paragraph are that are no act's."""
    match part.kind:
        case PartKind.LETTERHEAD:
            return {"document", "workinggroup"}
        case PartKind.QUESTION:
            return {"question"}
        case PartKind.SAID:
            return {"contributor"}
        case PartKind.NOTE if part.of:
            return {"qualifier"}
    return set() if part.of else {"document"}
