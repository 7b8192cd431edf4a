"""What a decision would do to the elements chosen for it, and what can not be decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from deliberations.models import DECIDED, Element, Meeting, Outcome, Standing, allows
from deliberations.operations.refusals import (
    ElementsChanged,
    NothingChosen,
    ReconsidersUnsaid,
    Refused,
)


@dataclass(frozen=True)
class Consequences:
    """What a decision would do to the elements chosen, each in one of the lists.

    changing: become what the outcome says. confirmed: stand there already, by an earlier decision.
    reconsidered: were decided otherwise. withdrawn, later: can't be decided (withdrawn; decided by
    a later meeting). since: besides, those changed since `seen`.
    """

    outcome: Outcome
    changing: list[Standing]
    confirmed: list[Standing]
    reconsidered: list[Standing]
    withdrawn: list[Standing]
    later: list[Standing]
    since: list[Standing]

    @property
    def already_decided(self) -> list[Standing]:
        return [*self.confirmed, *self.reconsidered]


def foresee(
    *,
    meeting: Meeting,
    outcome: str,
    elements: Sequence[Element],
    seen: int | None = None,
) -> Consequences:
    """Say what recording `outcome` for `elements` would do, without doing it. One query.

    seen: the place in the record up to which the person has seen it; None: all of it.
    """
    standings = standings_of(elements)
    known = Consequences(Outcome(outcome), [], [], [], [], [], [])
    for standing in standings:
        if outcome not in allows("decide", standing.status):
            known.withdrawn.append(standing)
        elif decided_later(standing, meeting):
            known.later.append(standing)
        elif standing.status not in DECIDED:
            known.changing.append(standing)
        elif standing.status == outcome:
            known.confirmed.append(standing)
        else:
            known.reconsidered.append(standing)
        if seen is not None and standing.place > seen:
            known.since.append(standing)
    return known


def standings_of(elements: Sequence[Element]) -> list[Standing]:
    """Where the elements stand by all that is recorded, in the order given. One query."""
    # The order that they have by themselves reads further tables.
    standings = (
        Standing.objects.filter(element__in=[element.pk for element in elements], public=False)
        .order_by()
        .select_related("element", "wording", "disposition__decision__meeting")
    )
    found = {standing.element_id: standing for standing in standings}
    return [found[element.pk] for element in elements]


def decided_later(standing: Standing, meeting: Meeting) -> bool:
    disposition = standing.disposition
    return disposition is not None and disposition.decision.meeting.number > meeting.number


def refuse_what_can_not_be(known: Consequences, reconsiders: str) -> None:
    """Nothing is skipped silently: what can't be decided refuses the whole act, by name."""
    if known.since:
        raise ElementsChanged([change_of(standing) for standing in known.since])
    if known.withdrawn:
        raise Refused(
            ngettext(
                "%(elements)s is withdrawn. Leave it out, or propose it again first.",
                "%(elements)s are withdrawn. Leave them out, or propose them again first.",
                len(known.withdrawn),
            )
            % {"elements": named(known.withdrawn)}
        )
    if known.later:
        raise Refused(
            ngettext(
                "%(elements)s was decided on by a later meeting. A late entry can only correct.",
                "%(elements)s were decided on by a later meeting. A late entry can only correct.",
                len(known.later),
            )
            % {"elements": named(known.later)}
        )
    if known.already_decided and not reconsiders:
        raise ReconsidersUnsaid(
            ngettext(
                "%(elements)s is already decided. Say why the group reconsiders it.",
                "%(elements)s are already decided. Say why the group reconsiders them.",
                len(known.already_decided),
            )
            % {"elements": named(known.already_decided)}
        )
    if not known.changing and not known.already_decided:
        raise NothingChosen(_("Choose at least one element."))


def refuse_unless_amendments_fit(
    known: Consequences, amended: Mapping[Element, tuple[int, str]]
) -> None:
    """A group amends what it agrees, and says something else by it."""
    if amended and known.outcome != Outcome.AGREED:
        raise Refused(_("Only what is agreed is amended. Leave the texts as they are."))
    wordings = {
        standing.element: standing.wording
        for standing in [*known.changing, *known.already_decided]
    }
    for element, (number, text) in amended.items():
        if element not in wordings:
            raise Refused(_("%(element)s is amended but not decided on.") % {"element": element})
        if number != wordings[element].number:
            raise Refused(
                _("%(element)s was reworded meanwhile. Amend its current wording.")
                % {"element": element}
            )
        if text == wordings[element].text:
            raise Refused(_("That is the current wording of %(element)s.") % {"element": element})


def change_of(standing: Standing) -> str:
    """What changed with an element, as a sentence."""
    return _(
        "%(element)s changed since you opened this page: it is %(status)s and reads “%(text)s”."
    ) % {
        "element": standing.element,
        "status": standing.get_status_display(),
        "text": standing.wording.text,
    }


def named(standings: Sequence[Standing]) -> str:
    return ", ".join(str(standing.element) for standing in standings)


def standings_in_order(known: Consequences, elements: Sequence[Element]) -> list[Standing]:
    found = {s.element_id: s for s in [*known.changing, *known.already_decided]}
    return [found[element.pk] for element in elements]
