"""Further acts about recorded decisions: put a clerical error right, annul."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID, uuid5

from django.db import connection
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from deliberations.models import (
    Correction,
    CorrectionKind,
    Decision,
    Disposition,
    Element,
    Heading,
    KnownTo,
    Qualifier,
    Source,
    User,
    Wording,
    allows,
)
from deliberations.models.acts import Clock
from deliberations.operations.acts import act, held, moment_said, refuse_unless_moment_fits
from deliberations.operations.decisions import content_said, made_before, qualify
from deliberations.operations.refusals import IntentionTaken, NothingChosen, Refused


def correct_decision(
    *,
    decision: Decision,
    reason: str,
    outcome: str,
    sentence: str,
    elements: Sequence[Element],
    basis: str,
    intention: UUID,
    by: User,
    heading: Heading | None = None,
    qualifiers: Sequence[Qualifier] = (),
    happened_at: datetime | None = None,
    known_to: str = KnownTo.MEETING,
    source: Source | None = None,
) -> Decision:
    """Put right a clerical error: enter what the group really decided, in the place of `decision`.

    The new decision has the next number of the same meeting and counts from the same moment; the
    earlier one stays readable and citable. It works after the meeting is closed, too.
    """
    refuse_unless_moment_fits(happened_at, known_to)
    with act("correct_decision", by=by, group=decision.meeting.group, reason=reason):
        content = content_said(
            decision.meeting, decision, outcome, sentence, basis, heading, qualifiers, elements, {}
        )
        if earlier := made_before(intention, happened_at, known_to, content):
            return earlier
        happened_at, known_to = moment_said(happened_at, known_to)
        meeting = held(decision.meeting)
        refuse_unless_in_force(decision)
        if not elements:
            raise NothingChosen(_("Choose at least one element; to take back all, annul."))
        replacement = Decision.objects.create(
            meeting=meeting,
            outcome=outcome,
            sentence=sentence,
            basis=basis,
            heading=heading,
            intention=intention,
            replaces=decision,
            happened_at=happened_at,
            known_to=known_to,
            source=source,
            recorded_by=by,
        )
        qualify(replacement, qualifiers)
        dispose_in_place(replacement, decision, elements)
        Correction.objects.create(
            meeting=meeting,
            decision=decision,
            kind=CorrectionKind.CLERICAL,
            by_decision=replacement,
            reason=reason,
            recorded_by=by,
        )
        return replacement


def annul_decision(
    *, decision: Decision, reason: str, intention: UUID, by: User, source: Source | None = None
) -> Correction:
    """Take a decision out of force: what was recorded was no decision of the group.

    Its elements stand where they stood before it. The same intention again changes nothing.
    """
    with act("annul_decision", by=by, group=decision.meeting.group, reason=reason):
        if earlier := annulled_before(intention, decision):
            return earlier
        return annulled(decision, reason, intention, by, source)


def annulled_before(intention: UUID, decision: Decision) -> Correction | None:
    """What this intention annulled; IntentionTaken if that was another decision."""
    earlier = Correction.objects.filter(intention=intention).select_related("decision").first()
    if earlier is not None and earlier.decision != decision:
        raise IntentionTaken(
            _("This form was sent before and annulled another decision. Open the form anew.")
        )
    return earlier


def annulled(
    decision: Decision, reason: str, intention: UUID, by: User, source: Source | None = None
) -> Correction:
    meeting = held(decision.meeting)
    refuse_unless_in_force(decision)
    return Correction.objects.create(
        meeting=meeting,
        decision=decision,
        kind=CorrectionKind.ANNULMENT,
        reason=reason,
        intention=intention,
        source=source,
        recorded_by=by,
    )


SLIP = timedelta(seconds=30)
"""How long a slip of the gavel can be put right without more words."""
ON_ITS_WAY = timedelta(seconds=15)
"""What a click at the last moment may take to arrive."""


def put_right(*, decision: Decision, by: User) -> Correction:
    """Annul what was gavelled by a slip, at once. Both acts stay in the record.

    The same once more changes nothing. Refused when it is no longer at once.
    """
    reason = _("A slip of the gavel, put right at once.")
    with act("put_right", by=by, group=decision.meeting.group, reason=reason):
        intention = uuid5(decision.intention, "put right")
        if earlier := Correction.objects.filter(intention=intention, decision=decision).first():
            return earlier
        just_now = Clock() - (SLIP + ON_ITS_WAY)
        if not Decision.objects.filter(pk=decision.pk, recorded_at__gte=just_now).exists():
            raise Refused(
                _("%(decision)s was recorded more than 30 seconds ago. Annul it, and say why.")
                % {"decision": decision.reference}
            )
        return annulled(decision, reason, intention, by)


def refuse_unless_in_force(decision: Decision) -> None:
    correction = (
        Correction.objects.filter(
            decision=decision, kind__in=[CorrectionKind.CLERICAL, CorrectionKind.ANNULMENT]
        )
        .select_related("by_decision__meeting")
        .first()
    )
    if correction is None:
        return
    if correction.by_decision is None:
        raise Refused(_("%(decision)s is annulled already.") % {"decision": decision.reference})
    raise Refused(
        _("%(decision)s was corrected by %(by)s. Correct that one.")
        % {"decision": decision.reference, "by": correction.by_decision.reference}
    )


def dispose_in_place(
    replacement: Decision, decision: Decision, elements: Sequence[Element]
) -> None:
    """Dispose of the elements from where they stood before the place of the corrected decision.

    An element keeps the wording in which the corrected decision disposed of it; one that was left
    out by mistake is disposed of in the wording it had then.
    """
    wordings = dict(decision.dispositions.values_list("element_id", "wording_id"))
    before = standings_before(elements, decision.place)
    refuse_withdrawn([element for element in elements if not can_be_decided(before, element)])
    Disposition.objects.bulk_create(
        Disposition(
            decision=replacement,
            element=element,
            wording_id=wordings.get(element.pk) or wording_then(element, decision),
            position=position,
            from_status=before[element.pk][0],
            to_status=replacement.outcome,
            reconsiders_id=before[element.pk][1],
        )
        for position, element in enumerate(elements, start=1)
    )


def can_be_decided(before: dict[int, tuple[str, int | None]], element: Element) -> bool:
    status, _disposition = before[element.pk]
    return bool(allows("decide", status))


def refuse_withdrawn(withdrawn: Sequence[Element]) -> None:
    if withdrawn:
        raise Refused(
            ngettext(
                "%(elements)s was withdrawn then; the group can’t have decided on it. Leave it "
                "out.",
                "%(elements)s were withdrawn then; the group can’t have decided on them. Leave "
                "them out.",
                len(withdrawn),
            )
            % {"elements": ", ".join(map(str, withdrawn))}
        )


def wording_then(element: Element, decision: Decision) -> int:
    """The id of the wording the element had when the decision was recorded."""
    wording = (
        Wording.objects.filter(element=element, place__lte=decision.place)
        .order_by("-number")
        .first()
    )
    if wording is None:
        raise Refused(
            _("%(element)s was not yet proposed then; it can't have been decided on.")
            % {"element": element}
        )
    return wording.pk


def standings_before(elements: Sequence[Element], place: int) -> dict[int, tuple[str, int | None]]:
    """{element id: (status, disposition id)} before that place in the record. One query."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT e.id, s.status, s.disposition_id FROM unnest(%s::bigint[]) AS e(id),"
            " LATERAL deliberations_stands(e.id, false, %s) s",
            [[element.pk for element in elements], place],
        )
        found = {pk: (status, disposition) for pk, status, disposition in cursor.fetchall()}
    for element in elements:
        if element.pk not in found:
            raise Refused(
                _("%(element)s was not yet proposed then; it can't have been decided on.")
                % {"element": element}
            )
    return found
