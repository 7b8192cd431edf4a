"""The act of the group: record what it decided."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from deliberations.models import (
    Basis,
    Correction,
    CorrectionKind,
    Decision,
    DecisionQualifier,
    Disposition,
    Element,
    Heading,
    KnownTo,
    Meeting,
    Qualifier,
    Source,
    Standing,
    User,
    Wording,
)
from deliberations.operations.acts import (
    act,
    moment_said,
    refuse_unless_in_session,
    refuse_unless_moment_fits,
)
from deliberations.operations.consequences import (
    foresee,
    refuse_unless_amendments_fit,
    refuse_what_can_not_be,
    standings_in_order,
)
from deliberations.operations.drafts import NOT_SEEN, Seen, let_go
from deliberations.operations.intentions import content_said, held_with, made_before


def record_decision(
    *,
    meeting: Meeting,
    outcome: str,
    sentence: str,
    elements: Sequence[Element],
    intention: UUID,
    by: User,
    basis: str = Basis.NOT_STATED,
    heading: Heading | None = None,
    qualifiers: Sequence[Qualifier] = (),
    happened_at: datetime | None = None,
    known_to: str = KnownTo.MEETING,
    reconsiders: str = "",
    seen: int | None = None,
    source: Source | None = None,
    amended: Mapping[Element, tuple[int, str]] | None = None,
    draft: Seen = NOT_SEEN,
) -> Decision:
    """Enter in the record what the group just decided.

    elements: in the order of the list under the sentence; each is disposed of in its current
    wording. intention: made with the form; the same one again returns the decision it made.
    reconsiders: why decided elements are decided again; needed when there are any. seen: the place
    in the record up to which the person has seen it; ElementsChanged if one was touched since.
    known_to: as the model's, or NOW. amended: of each element agreed as amended, the number of the
    wording that was amended, and its new text. draft: what the person had before them of the draft
    that this decision was.
    """
    refuse_unless_moment_fits(happened_at, known_to)
    with act("record_decision", by=by, group=meeting.group, reason=reconsiders):
        amended = dict(amended or {})
        texts = {element: text for element, (_number, text) in amended.items()}
        content = content_said(
            meeting, None, outcome, sentence, basis, heading, qualifiers, elements, texts
        )
        meeting, is_recorded, is_kept = held_with(intention, meeting)
        if is_recorded and (earlier := made_before(intention, happened_at, known_to, content)):
            return earlier
        happened_at, known_to = moment_said(happened_at, known_to)
        refuse_unless_in_session(meeting)
        known = foresee(meeting=meeting, outcome=outcome, elements=elements, seen=seen)
        refuse_what_can_not_be(known, reconsiders)
        refuse_unless_amendments_fit(known, amended)
        if is_kept:
            let_go(intention, by, draft)
        decision = Decision.objects.create(
            meeting=meeting,
            outcome=outcome,
            sentence=sentence,
            basis=basis,
            heading=heading,
            intention=intention,
            happened_at=happened_at,
            known_to=known_to,
            source=source,
            recorded_by=by,
        )
        qualify(decision, qualifiers)
        wordings = amend(decision, texts)
        dispose(decision, standings_in_order(known, elements), wordings)
        state_reconsiderations(decision, known.already_decided, reconsiders, by)
        return decision


def qualify(decision: Decision, qualifiers: Sequence[Qualifier]) -> None:
    DecisionQualifier.objects.bulk_create(
        DecisionQualifier(decision=decision, qualifier=qualifier, position=position)
        for position, qualifier in enumerate(qualifiers, start=1)
    )


def amend(decision: Decision, texts: Mapping[Element, str]) -> dict[int, Wording]:
    """The wordings in which the decision agrees elements as amended: {element id: wording}."""
    return {
        element.pk: Wording.objects.create(
            element=element,
            text=text,
            decision=decision,
            meeting=decision.meeting,
            happened_at=decision.happened_at,
            known_to=decision.known_to,
            source=decision.source,
            recorded_by=decision.recorded_by,
        )
        for element, text in texts.items()
    }


def dispose(
    decision: Decision, standings: Sequence[Standing], amended: Mapping[int, Wording]
) -> None:
    """One disposition for each element, in order, from where it stands to the outcome.

    In its current wording, or in that of `amended`.
    """
    Disposition.objects.bulk_create(
        Disposition(
            decision=decision,
            element_id=standing.element_id,
            wording=amended.get(standing.element_id, standing.wording),
            position=position,
            from_status=standing.status,
            to_status=decision.outcome,
            reconsiders_id=standing.disposition_id,
        )
        for position, standing in enumerate(standings, start=1)
    )


def state_reconsiderations(
    decision: Decision, already_decided: Sequence[Standing], reason: str, by: User
) -> None:
    """One correction for each earlier decision that this one reconsiders."""
    earlier = {
        standing.disposition.decision_id for standing in already_decided if standing.disposition
    }
    for decision_id in sorted(earlier):
        Correction.objects.create(
            meeting=decision.meeting,
            decision_id=decision_id,
            kind=CorrectionKind.RECONSIDERATION,
            by_decision=decision,
            reason=reason,
            happened_at=decision.happened_at,
            known_to=decision.known_to,
            recorded_by=by,
        )
