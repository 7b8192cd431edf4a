"""Forms sent more than once: what an intention made is told again, never made twice."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Exists
from django.utils.translation import gettext as _

from deliberations.models import (
    Decision,
    Draft,
    Element,
    Heading,
    KnownTo,
    Meeting,
    Qualifier,
)
from deliberations.operations.acts import NOW
from deliberations.operations.refusals import IntentionTaken


def held_with(intention: UUID, meeting: Meeting) -> tuple[Meeting, bool, bool]:
    """The meeting as it is now, held until the end of the act, and whether there is a decision
    with that intention, or a draft. Asked together: who gavels next waits for each question.
    """
    there = (
        Meeting.objects.select_for_update(no_key=True)
        .annotate(
            is_recorded=Exists(Decision.objects.filter(intention=intention)),
            is_kept=Exists(Draft.objects.filter(intention=intention)),
        )
        .get(pk=meeting.pk)
    )
    there.group = meeting.group
    return there, there.is_recorded, there.is_kept


def made_before(
    intention: UUID, happened_at: datetime | None, known_to: str, content: tuple[object, ...]
) -> Decision | None:
    """The decision this intention already made; IntentionTaken if it said something else."""
    decision = (
        Decision.objects.filter(intention=intention)
        .order_by()
        .select_related("meeting__group")
        .first()
    )
    if decision is None:
        return None
    if content != content_of(decision) or not is_moment_of(decision, happened_at, known_to):
        raise IntentionTaken(
            _(
                "This form was sent before with another content and is recorded as %(decision)s. "
                "Look at that decision; to record a further one, open the form anew."
            )
            % {"decision": decision.reference}
        )
    return decision


def is_moment_of(decision: Decision, happened_at: datetime | None, known_to: str) -> bool:
    """Whether that moment was said of the decision. Sent again, "now" is still the first one."""
    if known_to != NOW:
        return (decision.happened_at, decision.known_to) == (happened_at, known_to)
    return (
        decision.happened_at is not None
        and decision.known_to == KnownTo.MINUTE
        and abs(decision.recorded_at - decision.happened_at) < timedelta(minutes=2)
    )


def content_said(
    meeting: Meeting,
    replaces: Decision | None,
    outcome: str,
    sentence: str,
    basis: str,
    heading: Heading | None,
    qualifiers: Sequence[Qualifier],
    elements: Sequence[Element],
    texts: Mapping[Element, str],
) -> tuple[object, ...]:
    """What a form says, to be compared with what its decision says."""
    return (
        meeting.pk,
        replaces and replaces.pk,
        outcome,
        sentence,
        basis,
        heading and heading.pk,
        [qualifier.pk for qualifier in qualifiers],
        [element.pk for element in elements],
        {element.pk: text for element, text in texts.items()},
    )


def content_of(decision: Decision) -> tuple[object, ...]:
    dispositions = decision.dispositions.order_by("position")
    qualifications = decision.qualifications.order_by("position")
    return (
        decision.meeting_id,
        decision.replaces_id,
        decision.outcome,
        decision.sentence,
        decision.basis,
        decision.heading_id,
        list(qualifications.values_list("qualifier_id", flat=True)),
        list(dispositions.values_list("element_id", flat=True)),
        dict(decision.amended_wordings.order_by().values_list("element_id", "text")),
    )
