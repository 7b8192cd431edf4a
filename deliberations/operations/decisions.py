"""The act of the group: record what it decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Exists
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from deliberations.models import (
    DECIDED,
    Basis,
    Correction,
    CorrectionKind,
    Decision,
    DecisionQualifier,
    Disposition,
    Draft,
    Element,
    Heading,
    KnownTo,
    Meeting,
    Outcome,
    Qualifier,
    Source,
    Standing,
    User,
    Wording,
    allows,
)
from deliberations.operations.acts import (
    NOW,
    act,
    moment_said,
    refuse_unless_in_session,
    refuse_unless_moment_fits,
)
from deliberations.operations.drafts import NOT_SEEN, Seen, let_go
from deliberations.operations.refusals import (
    ElementsChanged,
    IntentionTaken,
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
