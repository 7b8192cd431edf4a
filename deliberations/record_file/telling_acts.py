"""The acts of a record as a record file has them, in the order in which they were recorded."""

from collections.abc import Callable, Iterator
from heapq import merge
from operator import itemgetter
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from deliberations.models import (
    AgendaItem,
    Decision,
    Disposition,
    Document,
    Import,
    Issue,
    Lift,
    Look,
    Statement,
    Wording,
    WorkingGroup,
)
from deliberations.permissions import Person
from deliberations.readings.checks import ABOUT
from deliberations.record_file import shape
from deliberations.record_file.plain import told
from deliberations.record_file.rows import Rows
from deliberations.record_file.tables import Values, name_of

AT_ONCE = 500
"""So many acts of a kind are in memory at a time."""

type Say = Callable[[Any], Values]


class Acts:
    """What a group did, as the reader sees it.

    keys: by which a statement is referred to: {its id: its key}. passages: the keys of what was
    read from the documents brought in. referred: the statements that something refers to.
    """

    def __init__(self, group: WorkingGroup, reader: Person) -> None:
        self.group = group
        self.rows = Rows(group, reader)
        statements = self.rows.statements().values_list("pk", flat=True)
        self.keys = {pk: f"statement-{at}" for at, pk in enumerate(statements, start=1)}
        imports = self.rows.seen(Import).filter(group=group).values_list("passages", flat=True)
        self.passages = {key for passages in imports for key in passages}
        documents = self.rows.seen(Document).filter(group=group)
        self.documents = set(documents.values_list("pk", flat=True))
        self.referred = set(self.rows.lifts().values_list("statement", flat=True))
        self.referred |= {
            pk
            for look in self.looked()
            for pk in ids_in(look)
            if ABOUT[check_of(look)] is Statement
        }

    def in_order(self) -> Iterator[Values]:
        """Each as an object of the file; proposals that came with an element are part of it."""
        element: Values | None = None
        for _entered, act in merge(*self.kinds(), key=itemgetter(0)):
            if element is not None and act["act"] == "add_proposal" and came_with(element, act):
                proposer = told(shape.PROPOSER, act)
                element["proposed_by"] = (*element["proposed_by"], proposer)
                continue
            if element is not None:
                yield told(shape.ACTS["propose_element"], element)
            element = act if act["act"] == "propose_element" else None
            if element is None:
                yield told(shape.ACTS[act["act"]], act)
        if element is not None:
            yield told(shape.ACTS["propose_element"], element)

    def kinds(self) -> list[Iterator[tuple[int, Values]]]:
        rows = self.rows
        kinds: list[tuple[QuerySet[Any], Say]] = [
            (rows.wordings().filter(decision=None), self.wording),
            (rows.proposals(), lambda row: {"act": "add_proposal", **rows.proposal(row)}),
            (rows.withdrawals(), lambda row: {"act": "withdraw_element", **rows.withdrawal(row)}),
            (rows.decisions(), self.decision),
            (rows.annulments(), self.annulment),
            (rows.statements(), self.statement),
            (rows.lifts(), self.lift),
            (rows.issues(), self.issue),
        ]
        return [entered(found, say) for found, say in kinds]

    def wording(self, row: Wording) -> Values:
        element = row.element
        if row.number > 1:
            named = {"element": element.reference, "wording": row.number}
            return {"act": "reword_element", **named, **self.rows.wording(row)}
        return {
            "act": "propose_element",
            "element": element.reference,
            "question": element.question.number,
            "heading": name_of(element.heading),
            "text": row.text,
            "proposed_by": (),
            **self.rows.moment(row),
        }

    def decision(self, row: Decision) -> Values:
        values = self.rows.decision(row)
        asked = {one.element.question.number for one in row.dispositions.all()}
        if asked == {values["question"]}:
            values["question"] = None
        passage = str(row.intention)
        return {
            "act": "correct_decision" if row.replaces else "record_decision",
            "decision": row.reference,
            **values,
            "passage": passage if passage in self.passages else None,
        }

    def annulment(self, row: Any) -> Values:
        decision = row.decision.reference
        return {"act": "annul_decision", "decision": decision, **self.rows.annulment(row)}

    def statement(self, row: Statement) -> Values:
        key = self.keys[row.pk] if row.pk in self.referred else None
        return {"act": "make_statement", "key": key, **self.rows.statement(row)}

    def lift(self, row: Lift) -> Values:
        key = self.keys[row.statement_id]
        return {"act": "lift_statement", "statement": key, **self.rows.lift(row)}

    def issue(self, row: Issue) -> Values:
        values = self.rows.issue(row)
        for end, key in (("txt", "text"), ("docx", "docx"), ("pdf", "pdf")):
            name = f"documents/{self.group.slug}-document-{row.number}.{end}"
            values[key] = {"file": name, "sha256": values[key]}
        words = row.document if row.document_id in self.documents else None
        paragraphs = (dict(zip(("kind", "text", "of"), part, strict=True)) for part in row.parts)
        return {
            "act": "issue_document",
            "document": row.number,
            **values,
            "words_of": words
            and told(shape.WORDS_OF, {"title": words.title, "dated": words.dated}),
            "paragraphs": [told(shape.PARAGRAPH, paragraph) for paragraph in paragraphs],
        }

    # ---- what was looked at

    def looked(self) -> QuerySet[Look]:
        return self.rows.seen(Look).filter(group=self.group).order_by("pk")

    def looks(self) -> Iterator[Values]:
        """What is no more can't be named, and was looked at for nothing."""
        for look in self.looked():
            model = ABOUT[check_of(look)]
            rows = self.rows.seen(model).select_related(*BESIDE[model]).in_bulk(ids_in(look))
            if len(rows) == len(ids_in(look)):
                of = tuple(self.named(rows[pk]) for pk in ids_in(look))
                values = {"check": check_of(look), "of": of, "reason": look.reason}
                yield told(shape.LOOK, values)

    def named(self, row: Any) -> str:
        match row:
            case Decision():
                return row.reference
            case Wording():
                return f"{row.element.reference}/{row.number}"
            case Disposition():
                return f"{row.element.reference} {row.decision.reference}"
            case AgendaItem():
                return f"{row.meeting.number}.{row.position}"
        return self.keys[row.pk]


BESIDE: dict[Any, tuple[str, ...]] = {
    Decision: ("meeting",),
    Wording: ("element",),
    Disposition: ("element", "decision__meeting"),
    AgendaItem: ("meeting",),
    Statement: ("contributor",),
}


def check_of(look: Look) -> str:
    return look.finding.partition("-")[0]


def ids_in(look: Look) -> list[int]:
    return [int(pk) for pk in look.finding.split("-")[1:]]


def came_with(element: Values, proposal: Values) -> bool:
    same = ("element", "meeting", "when", "source")
    return all(element[name] == proposal[name] for name in same)


def entered(rows: QuerySet[Any], say: Say) -> Iterator[tuple[int, Values]]:
    """Each with the number of the entry that its recording left in the history."""
    events: Any = rows.model._meta.get_field("events").related_model
    entries = events._default_manager.filter(pgh_obj=OuterRef("pk"), pgh_label="insert")
    ordered = rows.annotate(entered=Subquery(entries.values("pgh_id")[:1])).order_by("entered")
    for row in ordered.iterator(chunk_size=AT_ONCE):
        yield vars(row)["entered"], say(row)
