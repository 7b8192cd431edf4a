"""A single decision, taken out of the record: with what is told beside it, and how to cite it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from deliberations import permissions
from deliberations.models import CorrectionKind, Decision, WorkingGroup
from deliberations.readings.parts import Part, PartKind, parts_of
from deliberations.readings.rulings import Note, Ruling, decisions_of, rulings_at
from deliberations.readings.screen import terms


@dataclass
class Excerpt:
    """The text, in its order. A decision that is in force no more says so."""

    ruling: Ruling

    @property
    def group(self) -> WorkingGroup:
        return self.ruling.decision.meeting.group

    @property
    def title(self) -> str:
        return _("Decision %(reference)s") % {"reference": self.ruling.decision.reference}

    @property
    def dated(self) -> date:
        """The day on which it entered the record: the one date that every decision has."""
        return self.ruling.decision.recorded_at.astimezone(UTC).date()

    def parts(self) -> Iterator[Part]:
        meeting = self.ruling.decision.meeting
        yield Part(PartKind.LETTERHEAD, meeting.group.name)
        yield Part(PartKind.TITLE, self.title)
        days = dict.fromkeys(date_format(d, "j F Y") for d in (meeting.starts_on, meeting.ends_on))
        told = [str(meeting), meeting.place_name, " – ".join(days)]
        yield Part(PartKind.DATE, ", ".join(word for word in told if word))
        yield from parts_of(self.ruling)
        yield Part(PartKind.NOTE, self.facts)

    @property
    def facts(self) -> str:
        """What the sentence need not say: on what terms, on which elements, since when."""
        decision = self.ruling.decision
        phrases = [q.qualifier.phrase for q in decision.qualifications.all()]
        outcome, agreed_terms = str(decision.get_outcome_display()), terms(phrases, decision.basis)
        elements = ", ".join(d.element.reference for d in self.ruling.dispositions)
        return _("%(outcome)s: %(elements)s. Recorded on %(day)s.") % {
            "outcome": capfirst(", ".join(word for word in (outcome, agreed_terms) if word)),
            "elements": elements,
            "day": date_format(self.dated, "j F Y"),
        }


def excerpt_of(decision: Decision, reader: permissions.Person) -> Excerpt:
    """The excerpt of a decision that the reader may see. A constant number of queries."""
    rulings, _annulled = rulings_at(decision.meeting, reader)
    for ruling in rulings:
        if ruling.decision.pk == decision.pk:
            return Excerpt(ruling)
    found = next(d for d in decisions_of(decision.meeting, reader) if d.pk == decision.pk)
    return Excerpt(Ruling(found, list(found.dispositions.all()), list(ended(found))))


def ended(decision: Decision) -> Iterator[Note]:
    """Why the decision is in force no more."""
    for correction in decision.corrections.all():
        if correction.kind == CorrectionKind.ANNULMENT:
            yield Note("annulled", decision, reason=correction.reason)
        elif correction.kind == CorrectionKind.CLERICAL and correction.by_decision:
            yield Note("corrects", correction.by_decision, decision, correction.reason)
