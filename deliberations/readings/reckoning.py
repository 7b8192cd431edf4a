"""Where elements stood for readers of whom nothing is kept: reckoned from the acts they saw.

The database keeps where elements stand for the public and for the secretariat of today. What the
public could know at a moment, before further meetings were published, is told by its acts alone.
"""

from collections.abc import Iterator
from typing import NamedTuple

from deliberations import permissions
from deliberations.models import (
    Correction,
    CorrectionKind,
    Decision,
    Disposition,
    Proposal,
    Standing,
    Status,
    Withdrawal,
    Wording,
    WorkingGroup,
)
from deliberations.readings.groups import ORDER


class Moved(NamedTuple):
    """An act by which an element stands somewhere. Of two at a place, a decision is the later."""

    place: int
    is_decided: bool
    pk: int
    status: str
    disposition: Disposition | None = None


def reckoned(group: WorkingGroup, reader: permissions.Person) -> list[Standing]:
    """Where each element stands by the acts that the reader sees, in the order of the board; rows
    that are not stored. Five queries.
    """
    in_force = list(dispositions_in_force(group, reader))
    decisions = {disposition.decision_id for disposition in in_force}
    worded = {disposition.wording_id for disposition in in_force}
    last: dict[int, Moved] = {}
    current: dict[int, Wording] = {}
    wordings = (
        Wording.objects.visible_to(reader)
        .filter(element__group=group)
        .select_related("element__question")
        .order_by("element", "number")
    )
    for wording in wordings:
        if wording.decision_id and not {wording.decision_id} & decisions | {wording.pk} & worded:
            continue
        current[wording.element_id] = wording
        move(last, wording.element_id, Moved(wording.place, False, wording.pk, Status.PROPOSED))
    for disposition in in_force:
        place, status = disposition.decision.place, disposition.to_status
        moved = Moved(place, True, disposition.pk, status, disposition)
        move(last, disposition.element_id, moved)
    for element, moved in taken_back(group, reader):
        move(last, element, moved)
    standings = [
        Standing(
            element=wording.element,
            public=True,
            status=last[element].status,
            wording=wording,
            disposition=last[element].disposition,
            place=last[element].place,
        )
        for element, wording in current.items()
    ]
    return sorted(standings, key=rank)


def move(last: dict[int, Moved], element: int, moved: Moved) -> None:
    if element not in last or last[element][:3] < moved[:3]:
        last[element] = moved


def rank(standing: Standing) -> tuple[int, ...]:
    """As the board orders them."""
    disposition: Disposition | None = standing.disposition
    return (
        standing.element.question.number,
        ORDER.index(Status(standing.status)),
        disposition.decision.place if disposition else 0,
        disposition.position if disposition else 0,
        standing.element.number,
    )


def dispositions_in_force(
    group: WorkingGroup, reader: permissions.Person
) -> Iterator[Disposition]:
    put_right = Correction.objects.visible_to(reader).filter(
        kind__in=[CorrectionKind.CLERICAL, CorrectionKind.ANNULMENT]
    )
    in_force = (
        Decision.objects.visible_to(reader)
        .filter(meeting__group=group)
        .exclude(pk__in=put_right.values("decision"))
    )
    yield from (
        Disposition.objects.visible_to(reader)
        .filter(decision__in=in_force)
        .select_related("decision", "wording", "reconsiders__decision__meeting")
    )


def taken_back(group: WorkingGroup, reader: permissions.Person) -> Iterator[tuple[int, Moved]]:
    """(element, act) of what was withdrawn, and proposed again after that."""
    for act in Withdrawal.objects.visible_to(reader).filter(element__group=group):
        yield act.element_id, Moved(act.place, False, act.pk, Status.WITHDRAWN)
    again = Proposal.objects.visible_to(reader).filter(withdrawal__isnull=False)
    for proposal in again.filter(element__group=group):
        moved = Moved(proposal.place, False, proposal.pk, Status.PROPOSED)
        yield proposal.element_id, moved
