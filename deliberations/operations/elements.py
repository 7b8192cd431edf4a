"""Acts on one element: propose, second, reword, withdraw."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from deliberations.models import (
    Contribution,
    Contributor,
    Element,
    Heading,
    KnownTo,
    Meeting,
    Proposal,
    Question,
    Source,
    Standing,
    Status,
    User,
    Withdrawal,
    Wording,
    WorkingGroup,
    allows,
)
from deliberations.operations.acts import act, refuse_unless_moment_fits
from deliberations.operations.refusals import ElementsChanged, Refused


@dataclass(frozen=True, kw_only=True)
class Proposer:
    """Who puts an element forward: a contributor, or one whom the source does not name (None)."""

    contributor: Contributor | None = None
    contribution: Contribution | None = None
    note: str = ""


def propose_element(
    *,
    group: WorkingGroup,
    question: Question,
    text: str,
    by: User,
    heading: Heading | None = None,
    proposers: tuple[Proposer, ...] = (),
    meeting: Meeting | None = None,
    happened_at: datetime | None = None,
    known_to: str = KnownTo.UNKNOWN,
    source: Source | None = None,
) -> Element:
    """Enter a thing proposed, with its first wording and its proposals.

    proposers: empty where the sources do not say by whom. meeting: for one from the floor.
    """
    refuse_unless_moment_fits(happened_at, known_to)
    with act("propose_element", by=by, group=group):
        element = Element.objects.create(
            group=group, question=question, heading=heading, meeting=meeting, source=source
        )
        moment = {
            "meeting": meeting,
            "happened_at": happened_at,
            "known_to": known_to,
            "source": source,
            "recorded_by": by,
        }
        Wording.objects.create(element=element, text=text, **moment)
        for proposer in proposers:
            Proposal.objects.create(
                element=element,
                contributor=proposer.contributor,
                contribution=proposer.contribution,
                note=proposer.note,
                **moment,
            )
        return element


def add_proposal(
    *,
    element: Element,
    by: User,
    contributor: Contributor | None = None,
    contribution: Contribution | None = None,
    note: str = "",
    meeting: Meeting | None = None,
    happened_at: datetime | None = None,
    known_to: str = KnownTo.UNKNOWN,
    source: Source | None = None,
) -> Proposal:
    """Enter that another contributor puts the element forward too.

    A withdrawn element is thereby proposed again.
    """
    refuse_unless_moment_fits(happened_at, known_to)
    with act("add_proposal", by=by, group=element.group):
        standing = stands(element)
        withdrawal = None
        if standing.status == Status.WITHDRAWN:
            withdrawal = element.withdrawals.latest("id")
        return Proposal.objects.create(
            element=element,
            contributor=contributor,
            contribution=contribution,
            withdrawal=withdrawal,
            note=note,
            meeting=meeting,
            happened_at=happened_at,
            known_to=known_to,
            source=source,
            recorded_by=by,
        )


def reword_element(
    *,
    element: Element,
    text: str,
    reason: str,
    by: User,
    seen_wording: int | None = None,
    meeting: Meeting | None = None,
    happened_at: datetime | None = None,
    known_to: str = KnownTo.UNKNOWN,
    source: Source | None = None,
) -> Wording:
    """Give the element a new wording; it is then proposed again.

    seen_wording: the number of the wording that the person had before them; ElementsChanged when
    there is a newer one.
    """
    refuse_unless_moment_fits(happened_at, known_to)
    with act("reword_element", by=by, group=element.group, reason=reason):
        standing = stands(element)
        if not allows("reword", standing.status):
            raise Refused(
                _("%(element)s is %(status)s. Propose it again, then reword it.")
                % {"element": element, "status": standing.get_status_display()}
            )
        if seen_wording is not None and seen_wording != standing.wording.number:
            raise ElementsChanged(
                [
                    _("%(element)s was reworded meanwhile; it now reads “%(text)s”.")
                    % {"element": element, "text": standing.wording.text}
                ]
            )
        if text == standing.wording.text:
            raise Refused(_("That is the current wording already."))
        return Wording.objects.create(
            element=element,
            text=text,
            reason=reason,
            meeting=meeting,
            happened_at=happened_at,
            known_to=known_to,
            source=source,
            recorded_by=by,
        )


def withdraw_element(
    *,
    element: Element,
    by: User,
    contributor: Contributor | None = None,
    reason: str = "",
    meeting: Meeting | None = None,
    happened_at: datetime | None = None,
    known_to: str = KnownTo.UNKNOWN,
    source: Source | None = None,
) -> Withdrawal:
    """Enter that the proposer takes the element back; possible until the group decides on it."""
    refuse_unless_moment_fits(happened_at, known_to)
    with act("withdraw_element", by=by, group=element.group, reason=reason):
        standing = stands(element)
        if not allows("withdraw", standing.status):
            raise Refused(
                _("%(element)s is %(status)s; only a proposed element can be withdrawn.")
                % {"element": element, "status": standing.get_status_display()}
            )
        return Withdrawal.objects.create(
            element=element,
            contributor=contributor,
            reason=reason,
            meeting=meeting,
            happened_at=happened_at,
            known_to=known_to,
            source=source,
            recorded_by=by,
        )


def stands(element: Element) -> Standing:
    """Where the element stands by all that is recorded."""
    return Standing.objects.select_related("wording").get(element=element, public=False)
