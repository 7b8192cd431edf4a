"""The decisions of a meeting that are in force, each with what is told beside it: what it puts
right or takes up again, and what was said of it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Prefetch, Q
from django.utils.translation import gettext as _

from deliberations import permissions
from deliberations.models import (
    Correction,
    CorrectionKind,
    Decision,
    DecisionQualifier,
    Disposition,
    Meeting,
    Statement,
)
from deliberations.readings.moments import NOW, Moment, known_by, taken_by
from deliberations.readings.said import Said, lift_by, said_at, statements_at

ENDS = tuple(".:;!?…。：；！？؟؛।")


@dataclass
class Note:
    """That a decision is not, or not only, as it was recorded first.

    other: the one that it corrects or takes up again, or by which it was taken up again, on these
    elements. reason: "" where none is stated of just that.
    """

    kind: str
    decision: Decision
    other: Decision | None = None
    reason: str = ""
    elements: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        words = {
            "corrects": _("%(decision)s corrects %(other)s"),
            "reconsiders": _("%(decision)s reconsiders %(other)s on %(elements)s"),
            "reconsidered": _("%(decision)s was reconsidered by %(other)s on %(elements)s"),
            "annulled": _("%(decision)s was annulled"),
        }
        said = words[self.kind] % {
            "decision": self.decision.reference,
            "other": self.other.reference if self.other else "",
            "elements": ", ".join(self.elements),
        }
        if not self.reason:
            return said
        return _("%(words)s: “%(reason)s”") % {"words": said, "reason": self.reason}


@dataclass
class Ruling:
    """A decision in force, with its elements in the order of its list."""

    decision: Decision
    dispositions: list[Disposition]
    notes: list[Note] = field(default_factory=list)
    statements: list[Said] = field(default_factory=list)

    @property
    def sentence(self) -> str:
        """The sentence, with a colon before its list unless it ends in a mark of its own."""
        sentence = self.decision.sentence.rstrip()
        return sentence if sentence.endswith(ENDS) else f"{sentence}:"


def rulings_of(
    meeting: Meeting,
    decisions: list[Decision],
    reader: permissions.Person,
    moment: Moment = NOW,
) -> tuple[list[Ruling], list[Note]]:
    """The rulings in the order of the record, and what was annulled; of the decisions of a
    meeting, as `decisions_of` gives them, those taken by the moment. As the reader may see it.
    """
    of = {decision.pk: decision for decision in decisions}
    taken = taken_by(moment, decisions)
    rulings = {
        decision.pk: Ruling(decision, list(decision.dispositions.all()))
        for decision in taken
        if not decision.put_right
    }
    tell_corrections(rulings, of)
    tell_statements(rulings, of, statements_at(meeting, reader, moment.known), moment)
    annulled = [
        Note("annulled", decision, reason=correction.reason)
        for decision in taken
        for correction in decision.corrections.all()
        if correction.kind == CorrectionKind.ANNULMENT
    ]
    return list(rulings.values()), annulled


def decisions_of(
    meeting: Meeting,
    reader: permissions.Person,
    *,
    terms: bool = True,
    known: datetime | None = None,
) -> list[Decision]:
    """All decisions of the meeting; that which corrects stands at the place of the corrected.

    terms: with their qualifiers, of which the text says nothing beside the sentence. known: as
    the record knew them then.
    """
    dispositions = (
        Disposition.objects.visible_to(reader)
        .select_related("element__question", "wording", "reconsiders__decision__meeting")
        .order_by("position")
    )
    decisions = list(
        known_by(Decision.objects.visible_to(reader), known)
        .filter(meeting=meeting)
        .select_related("meeting__group", "heading", "source")
        .prefetch_related(
            *([DecisionQualifier.with_phrases()] if terms else []),
            Prefetch("dispositions", dispositions),
        )
        .order_by("place", "number")
    )
    give_corrections(decisions, Q(decision__meeting=meeting) | Q(meeting=meeting), reader, known)
    return decisions


def give_corrections(
    decisions: list[Decision], those: Q, reader: permissions.Person, known: datetime | None
) -> None:
    """Give each decision its `corrections` and what it `corrects`, as if fetched before, by one
    query for both. those: which corrections are of the decisions, or by them.
    """
    of, by = defaultdict(list), defaultdict(list)
    corrections = (
        known_by(Correction.objects.visible_to(reader), known)
        .filter(those)
        .select_related("decision__meeting", "by_decision__meeting")
        .order_by("place")
    )
    for correction in corrections:
        of[correction.decision_id].append(correction)
        by[correction.by_decision_id].append(correction)
    for decision in decisions:
        fetched = decision.__dict__.setdefault("_prefetched_objects_cache", {})
        fetched |= {"corrections": of[decision.pk], "corrects": by[decision.pk]}


def corrected_by(decision: Decision, of: dict[int, Decision]) -> Iterator[Note]:
    """What the decision stands in the place of; of a correction of a correction, both."""
    for at in replaced_by(decision, of):
        for correction in at.corrects.all():
            if correction.kind == CorrectionKind.CLERICAL:
                yield Note("corrects", at, correction.decision, correction.reason)


def replaced_by(decision: Decision, of: dict[int, Decision]) -> Iterator[Decision]:
    """The decision itself, the one it replaces, the one that that replaced."""
    at: Decision | None = decision
    while at is not None:
        yield at
        at = of.get(at.replaces_id or 0)


def taken_up_again(
    decision: Decision, of: dict[int, Decision], dispositions: Iterable[Disposition]
) -> Iterator[Note]:
    """Which earlier decisions the decision reconsiders by these of its dispositions.

    The reason stands with the decision as it was recorded first.
    """
    reasons = {
        correction.decision_id: correction.reason
        for at in replaced_by(decision, of)
        for correction in at.corrects.all()
        if correction.kind == CorrectionKind.RECONSIDERATION
    }
    notes: dict[int, Note] = {}
    for disposition in dispositions:
        if disposition.reconsiders is not None:
            earlier = disposition.reconsiders.decision
            # What it took up again may have been corrected since, by which it is known here.
            reason = reasons.get(earlier.pk) or reasons.get(earlier.replaces_id or 0, "")
            note = Note("reconsiders", decision, earlier, reason)
            elements = notes.setdefault(earlier.pk, note).elements
            elements.append(disposition.element.reference)
    yield from notes.values()


def tell_corrections(rulings: dict[int, Ruling], of: dict[int, Decision]) -> None:
    """Tell with each what it puts right or takes up again, and by what of its meeting it was.

    What a later meeting took up again, the synthesis of that one tells.
    """
    stands_for = in_the_place(of)
    for ruling in rulings.values():
        again = list(taken_up_again(ruling.decision, of, ruling.dispositions))
        ruling.notes += [*corrected_by(ruling.decision, of), *again]
        for note in again:
            earlier = rulings.get(stands_for(note.other.pk)) if note.other else None
            if earlier is not None:
                told = Note("reconsidered", earlier.decision, ruling.decision)
                told.elements = note.elements
                earlier.notes.append(told)


def in_the_place(of: dict[int, Decision]) -> Callable[[int], int]:
    """Which decision stands in the place of another: itself, unless it was corrected."""
    replaced = {d.replaces_id: d.pk for d in of.values() if d.replaces_id}

    def stands_for(pk: int) -> int:
        while pk in replaced:
            pk = replaced[pk]
        return pk

    return stands_for


def tell_statements(
    rulings: dict[int, Ruling],
    of: dict[int, Decision],
    statements: Iterable[Statement],
    moment: Moment,
) -> None:
    """Put each after its decision, or what stands in its place; or after the element's last."""
    stands_for = in_the_place(of)
    last = {d.element_id: ruling for ruling in rulings.values() for d in ruling.dispositions}
    for statement in statements:
        if statement.decision_id:
            ruling = rulings.get(stands_for(statement.decision_id))
        else:
            ruling = last.get(statement.element_id or 0)
        if ruling is None:
            continue
        since = said_at(statement, of)
        if moment.at is None or since <= moment.at:
            ruling.statements.append(Said(statement, lift_by(moment, statement, since)))
