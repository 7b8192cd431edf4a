"""What contributors say of elements and decisions."""

from datetime import datetime

from django.utils.translation import gettext as _

from deliberations.models import (
    Contributor,
    Decision,
    Element,
    KnownTo,
    Lift,
    Meeting,
    Source,
    Statement,
    User,
)
from deliberations.operations.acts import act, refuse_unless_moment_fits
from deliberations.operations.refusals import Refused


def make_statement(
    *,
    contributor: Contributor,
    kind: str,
    text: str,
    by: User,
    element: Element | None = None,
    decision: Decision | None = None,
    meeting: Meeting | None = None,
    happened_at: datetime | None = None,
    known_to: str = KnownTo.UNKNOWN,
    source: Source | None = None,
) -> Statement:
    """Enter what a contributor said of an element or of a decision. It is theirs, no status."""
    refuse_unless_moment_fits(happened_at, known_to)
    with act("make_statement", by=by, group=contributor.group):
        return Statement.objects.create(
            contributor=contributor,
            kind=kind,
            text=text,
            element=element,
            decision=decision,
            meeting=meeting,
            happened_at=happened_at,
            known_to=known_to,
            source=source,
            recorded_by=by,
        )


def lift_statement(
    *,
    statement: Statement,
    by: User,
    reason: str = "",
    meeting: Meeting | None = None,
    happened_at: datetime | None = None,
    known_to: str = KnownTo.UNKNOWN,
    source: Source | None = None,
) -> Lift:
    """Enter that a reservation or an objection is lifted; the statement stays."""
    refuse_unless_moment_fits(happened_at, known_to)
    with act("lift_statement", by=by, group=statement.contributor.group, reason=reason):
        if not statement.can_be_lifted:
            raise Refused(_("Only a reservation or an objection is lifted."))
        if Lift.objects.filter(statement=statement).exists():
            raise Refused(_("That was lifted already."))
        return Lift.objects.create(
            statement=statement,
            reason=reason,
            meeting=meeting,
            happened_at=happened_at,
            known_to=known_to,
            source=source,
            recorded_by=by,
        )
