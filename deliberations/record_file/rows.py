"""The acts of a group as the record holds them, each with what a record file says of it."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Prefetch, QuerySet

from deliberations.models import (
    Act,
    Correction,
    CorrectionKind,
    Decision,
    DecisionQualifier,
    Disposition,
    Issue,
    KnownTo,
    Lift,
    Meeting,
    Proposal,
    Statement,
    Withdrawal,
    Wording,
    WorkingGroup,
)
from deliberations.permissions import Person, visible
from deliberations.record_file.tables import Values, name_of


class Rows:
    """The acts of a group, kind by kind in the order of the record, with what they refer to.

    reader: whose record it is; None: all that there is.
    """

    def __init__(self, group: WorkingGroup, reader: Person | None = None) -> None:
        self.group, self.reader = group, reader

    def seen(self, model: type[Any]) -> QuerySet[Any]:
        rows: QuerySet[Any] = model._default_manager.all()
        return rows if self.reader is None else visible(rows, self.reader)

    def acts(self, model: type[Any], *joined: str, **condition: Any) -> QuerySet[Any]:
        rows = self.seen(model).filter(**condition).order_by("place", "pk")
        return rows.select_related("meeting", "source", *joined)

    def wordings(self) -> QuerySet[Wording]:
        """Also those that decisions agreed as amended, which are told with them."""
        joined = ("element__question", "element__heading")
        return self.acts(Wording, *joined, element__group=self.group)

    def proposals(self) -> QuerySet[Proposal]:
        joined = ("element", "contributor", "contribution")
        return self.acts(Proposal, *joined, element__group=self.group)

    def withdrawals(self) -> QuerySet[Withdrawal]:
        return self.acts(Withdrawal, "element", "contributor", element__group=self.group)

    def decisions(self) -> QuerySet[Decision]:
        """Each with its phrases, elements and amended texts, and the corrections that it is."""
        amended = self.seen(Wording).select_related("element")
        qualifiers = self.seen(DecisionQualifier).select_related("qualifier")
        dispositions = self.seen(Disposition).select_related("element__question")
        return self.acts(
            Decision, "heading__question", "replaces__meeting", meeting__group=self.group
        ).prefetch_related(
            Prefetch("qualifications", qualifiers.order_by("position")),
            Prefetch("dispositions", dispositions.order_by("position")),
            Prefetch("amended_wordings", amended.order_by("place", "pk")),
            Prefetch("corrects", self.seen(Correction).order_by("pk")),
        )

    def annulments(self) -> QuerySet[Correction]:
        annulled = {"meeting__group": self.group, "kind": CorrectionKind.ANNULMENT}
        return self.acts(Correction, "decision__meeting", **annulled)

    def statements(self) -> QuerySet[Statement]:
        joined = ("contributor", "element", "decision__meeting")
        return self.acts(Statement, *joined, contributor__group=self.group)

    def lifts(self) -> QuerySet[Lift]:
        return self.acts(Lift, statement__contributor__group=self.group)

    def issues(self) -> QuerySet[Issue]:
        """Without their files."""
        rows = self.seen(Issue).filter(group=self.group).order_by("number")
        return rows.select_related("meeting", "document").defer("text", "docx", "pdf")

    def moment(self, act: Act) -> Values:
        """Meeting, moment and source of an act."""
        return {
            "meeting": name_of(act.meeting),
            "when": self.when(act),
            "source": name_of(act.source),
        }

    def when(self, act: Act) -> datetime | date | str:
        if act.happened_at is None:
            return str(act.known_to)
        there = act.happened_at.astimezone(self.zone(act.meeting))
        return there.date() if act.known_to == KnownTo.DAY else there

    def zone(self, meeting: Meeting | None) -> ZoneInfo:
        return meeting.zone if meeting is not None else ZoneInfo(self.group.time_zone)

    def wording(self, row: Wording) -> Values:
        return {"text": row.text, "reason": row.reason, **self.moment(row)}

    def proposal(self, row: Proposal) -> Values:
        return {
            "element": row.element.reference,
            "contributor": name_of(row.contributor),
            "contribution": name_of(row.contribution),
            "note": row.note,
            **self.moment(row),
        }

    def withdrawal(self, row: Withdrawal) -> Values:
        return {
            "element": row.element.reference,
            "contributor": name_of(row.contributor),
            "reason": row.reason,
            **self.moment(row),
        }

    def decision(self, row: Decision) -> Values:
        reason = next((correction.reason for correction in row.corrects.all()), "")
        return {
            "outcome": row.outcome,
            "sentence": row.sentence,
            "basis": row.basis,
            "qualifiers": tuple(name_of(one.qualifier) for one in row.qualifications.all()),
            "heading": name_of(row.heading),
            "question": row.heading.question.number if row.heading else None,
            "elements": tuple(one.element.reference for one in row.dispositions.all()),
            "amended": tuple(
                {"element": w.element.reference, "wording": w.number, "text": w.text}
                for w in row.amended_wordings.all()
            ),
            "corrects": name_of(row.replaces),
            "reason": reason,
            "reconsiders": "" if row.replaces else reason,
            "when": self.when(row),
            "source": name_of(row.source),
        }

    def annulment(self, row: Correction) -> Values:
        return {"reason": row.reason, "source": name_of(row.source)}

    def statement(self, row: Statement) -> Values:
        return {
            "on": name_of(row.element or row.decision),
            "contributor": name_of(row.contributor),
            "kind": row.kind,
            "text": row.text,
            **self.moment(row),
        }

    def lift(self, row: Lift) -> Values:
        return {"reason": row.reason, **self.moment(row)}

    def issue(self, row: Issue) -> Values:
        return {
            "title": row.title,
            "meeting": name_of(row.meeting),
            "dated": row.dated,
            "language": row.language,
            "text": row.sha256,
            "docx": row.docx_sha256,
            "pdf": row.pdf_sha256,
        }
