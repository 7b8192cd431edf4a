"""What was said of decisions and elements for the record, and what of it nobody lifted."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from deliberations import permissions
from deliberations.models import BEGINNING, Decision, Lift, Meeting, Statement, StatementKind
from deliberations.readings.moments import Moment, counts_from, known_by, moment_of

FOR_THE_RECORD = (
    StatementKind.OBJECTION,
    StatementKind.RESERVATION,
    StatementKind.DISSOCIATION,
)
"""What is minuted also where it was said of an element; support and comments are not."""


@dataclass
class Said:
    """A statement that follows the decision it is about; lifted by a later act, or not."""

    statement: Statement
    lift: Lift | None = None

    def __str__(self) -> str:
        said = _("%(kind)s by %(contributor)s: “%(text)s”") % {
            "kind": capfirst(self.statement.get_kind_display()),
            "contributor": self.statement.contributor,
            "text": self.statement.text,
        }
        if self.lift is None:
            return said
        if not self.lift.reason:
            return _("%(statement)s (later lifted)") % {"statement": said}
        words = {"statement": said, "reason": self.lift.reason}
        return _("%(statement)s (later lifted: “%(reason)s”)") % words


@dataclass
class Kept:
    """A reservation, objection or dissociation that nobody lifted.

    decision: the one it is about, or that which stands in its place; None: it is of its element.
    """

    statement: Statement
    decision: Decision | None = None

    @property
    def about(self) -> str:
        """The reference of what it is about."""
        about = self.decision or self.statement.element
        return about.reference if about else ""

    def __str__(self) -> str:
        return _("%(kind)s by %(contributor)s on %(about)s: “%(text)s”") % {
            "kind": capfirst(self.statement.get_kind_display()),
            "contributor": self.statement.contributor,
            "about": self.about,
            "text": self.statement.text,
        }


def statements_at(
    meeting: Meeting, reader: permissions.Person, known: datetime | None = None
) -> list[Statement]:
    """What was said of its decisions; and at the meeting, for the record, of an element."""
    lifts = known_by(Lift.objects.visible_to(reader), known)
    return list(
        known_by(Statement.objects.visible_to(reader), known)
        .filter(
            Q(decision__meeting=meeting)
            | Q(meeting=meeting, element__isnull=False) & Q(kind__in=FOR_THE_RECORD)
        )
        .select_related("contributor", "meeting", "lift__meeting")
        .annotate(lifted=Exists(lifts.filter(statement=OuterRef("pk"))))
        .order_by("place")
    )


def said_at(statement: Statement, of: dict[int, Decision]) -> datetime:
    """From when on it counts. Of one whose moment is not known: that of the decision it is about,
    or of the last one before it in the record.
    """
    if known := counts_from(statement):
        return known
    if statement.decision_id:
        return moment_of(of[statement.decision_id])
    earlier = [moment_of(d) for d in of.values() if d.place < statement.place]
    return max(earlier, default=BEGINNING)


def lift_by(moment: Moment, statement: Statement, since: datetime) -> Lift | None:
    """The lift of what was said since then, if it had been lifted by the moment (`lifted`)."""
    if not vars(statement)["lifted"]:
        return None
    lift: Lift = statement.lift
    return lift if moment.at is None or (counts_from(lift) or since) <= moment.at else None
