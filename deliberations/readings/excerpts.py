"""A single decision, taken out of the record: with what is told beside it, and how to cite it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from deliberations import permissions
from deliberations.models import CorrectionKind, Decision, WorkingGroup
from deliberations.readings.citing import sitting
from deliberations.readings.moments import NOW, Moment
from deliberations.readings.parts import Part, PartKind, parts_of
from deliberations.readings.rulings import Note, Ruling, decisions_of, rulings_of
from deliberations.readings.screen import terms
from deliberations.readings.texts import put_back


@dataclass
class Excerpt:
    """The text, in its order. A decision that is in force no more says so."""

    ruling: Ruling
    moment: Moment = NOW

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
        yield Part(PartKind.DATE, ", ".join(sitting(meeting)))
        yield from parts_of(self.ruling)
        yield Part(PartKind.NOTE, self.facts)
        if self.moment.is_past:
            yield Part(PartKind.NOTE, self.past)

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

    @property
    def past(self) -> str:
        """That this is the decision of then, and not what is told of it today."""
        moment = self.moment
        at, known = told(moment.at, moment.day), told(moment.known, moment.known_day)
        if not known:
            return _("The past: as it stood %(at)s, as is known today.") % {"at": at}
        if not at:
            return _("The past: as the record knew it %(known)s.") % {"known": known}
        return _("The past: as it stood %(at)s, as the record knew it %(known)s.") % {
            "at": at,
            "known": known,
        }

    def around(self) -> Iterator[Any]:
        """The things of the surroundings whose words the text has."""
        decision = self.ruling.decision
        yield from (decision.meeting.group, decision.meeting)
        yield from (said.statement.contributor for said in self.ruling.statements)
        yield from (q.qualifier for q in decision.qualifications.all())


def told(instant: datetime | None, day: date | None) -> str:
    """An instant in words: where a day was said, that it is its end."""
    if day:
        return _("at the end of %(day)s") % {"day": date_format(day, "j F Y")}
    if instant:
        return _("on %(at)s UTC") % {"at": date_format(instant.astimezone(UTC), "j F Y, H:i")}
    return ""


def excerpt_of(decision: Decision, reader: permissions.Person, moment: Moment = NOW) -> Excerpt:
    """The excerpt of a decision that was there at the moment, as the reader may see it and as the
    record knew it then. A constant number of queries.
    """
    recorded = decisions_of(decision.meeting, reader, known=moment.known)
    rulings, _annulled = rulings_of(decision.meeting, recorded, reader, moment)
    ruling = next((r for r in rulings if r.decision.pk == decision.pk), None)
    if ruling is None:
        found = next(d for d in recorded if d.pk == decision.pk)
        ruling = Ruling(found, list(found.dispositions.all()), list(ended(found)))
    excerpt = Excerpt(ruling, moment)
    put_back(excerpt.around(), moment.known, reader)
    return excerpt


def ended(decision: Decision) -> Iterator[Note]:
    """Why the decision is in force no more."""
    for correction in decision.corrections.all():
        if correction.kind == CorrectionKind.ANNULMENT:
            yield Note("annulled", decision, reason=correction.reason)
        elif correction.kind == CorrectionKind.CLERICAL and correction.by_decision:
            yield Note("corrects", correction.by_decision, decision, correction.reason)
