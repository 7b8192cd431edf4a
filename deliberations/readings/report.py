"""The report of a group: where each of its elements stands, by which decision and in which words,
over all meetings; and who keeps a reservation.

Its own words (title, introduction, closing) are those of the report that the record holds of the
group as a whole; all else follows from the acts.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from deliberations import permissions
from deliberations.models import (
    Basis,
    CorrectionKind,
    Decision,
    DecisionQualifier,
    Disposition,
    Document,
    DocumentKind,
    Lift,
    Question,
    Standing,
    Statement,
    Status,
    WorkingGroup,
)
from deliberations.readings.groups import in_order
from deliberations.readings.moments import NOW, Moment, known_by, standings_at, taken_by
from deliberations.readings.parts import Part, PartKind
from deliberations.readings.reckoning import reckoned
from deliberations.readings.rulings import (
    Note,
    Ruling,
    corrected_by,
    give_corrections,
    in_the_place,
    taken_up_again,
)
from deliberations.readings.said import FOR_THE_RECORD, Kept, lift_by, said_at
from deliberations.readings.texts import Text, put_back, words_of


@dataclass
class Chapter:
    """The elements of a question that stand alike: by decisions, or by none."""

    status: str
    rulings: list[Ruling] = field(default_factory=list)
    undecided: list[Standing] = field(default_factory=list)

    @property
    def label(self) -> str:
        if self.status == Status.PROPOSED:
            return _("Still open")
        return capfirst(str(Status(self.status).label))

    @property
    def number(self) -> int:
        """How many elements it has."""
        return sum(len(ruling.dispositions) for ruling in self.rulings) + len(self.undecided)

    @property
    def sentence(self) -> str:
        """Under which they stand that stand by no decision."""
        if self.status == Status.WITHDRAWN:
            return _("Taken back by those who proposed them:")
        return _("Proposed, not yet decided on:")


@dataclass
class Answered:
    """What became of the elements proposed in answer to a question."""

    question: Question
    chapters: list[Chapter] = field(default_factory=list)


@dataclass
class Report(Text):
    """The text, in its order."""

    working_group: WorkingGroup
    document: Document | None
    answers: list[Answered]
    kept: list[Kept]
    annulled: list[Note]
    recorded: list[Decision]

    @property
    def group(self) -> WorkingGroup:
        return self.working_group

    @property
    def is_there(self) -> bool:
        """Whether there is anything to tell its reader."""
        return bool(self.document or self.answers or self.annulled)

    @property
    def rulings(self) -> list[Ruling]:
        """A decision that answers several questions has one for each."""
        return [r for answer in self.answers for c in answer.chapters for r in c.rulings]

    @property
    def untitled(self) -> str:
        return _("Report of the group")

    def told(self) -> Iterator[Part]:
        for answer in self.answers:
            yield Part(PartKind.QUESTION, answer.question.text)
            for chapter in answer.chapters:
                yield Part(PartKind.STANDING, chapter.label)
                for ruling in chapter.rulings:
                    yield from labelled(ruling)
                if chapter.undecided:
                    yield Part(PartKind.SENTENCE, chapter.sentence)
                for standing in chapter.undecided:
                    of = standing.element.reference
                    yield Part(PartKind.ELEMENT, f"{of} {standing.wording.text}", of)
        if self.kept:
            yield Part(PartKind.CHAPTER, _("Reservations, objections and dissociations"))
        yield from (Part(PartKind.SAID, str(kept), kept.about) for kept in self.kept)

    def around(self) -> Iterator[Any]:
        yield from super().around()
        yield from (answer.question for answer in self.answers)
        yield from (kept.statement.contributor for kept in self.kept)
        for ruling in self.rulings:
            yield from (q.qualifier for q in ruling.decision.qualifications.all())


def labelled(ruling: Ruling) -> Iterator[Part]:
    """A decision with its elements, each under its reference, and what is told beside it."""
    of = ruling.decision.reference
    yield Part(PartKind.RULING, f"{of} {ruling.sentence}", of)
    for disposition in ruling.dispositions:
        text = f"{disposition.element.reference} {disposition.wording.text}"
        yield Part(PartKind.ELEMENT, text, of)
    if unsaid := terms_unsaid(ruling.decision):
        yield Part(PartKind.NOTE, f"[{'; '.join(unsaid)}]", of)
    yield from (Part(PartKind.NOTE, f"[{note}]", of) for note in ruling.notes)


def terms_unsaid(decision: Decision) -> list[str]:
    """The qualifiers and the basis, as far as the sentence does not say them itself."""
    sentence = folded(decision.sentence)
    phrases = [q.qualifier.phrase for q in decision.qualifications.all()]
    unsaid = [phrase for phrase in phrases if folded(phrase) not in sentence]
    basis = str(decision.get_basis_display())
    if decision.basis != Basis.NOT_STATED and folded(basis) not in sentence:
        unsaid.append(_("basis: %(basis)s") % {"basis": basis})
    return unsaid


def folded(text: str) -> str:
    return " ".join(text.casefold().split())


# ---- from the record


def report_of(group: WorkingGroup, reader: permissions.Person, moment: Moment = NOW) -> Report:
    """The report of a group as it stands, or stood, as the reader may see it. A constant number of
    queries.
    """
    # First: what is recorded between the two is then no decision that the second does not know.
    standings = standings_of(group, reader, moment)
    decisions = decisions_in(group, reader, moment.known)
    of = {decision.pk: decision for decision in decisions}
    taken = taken_by(moment, decisions)
    report = Report(
        group,
        words_of(DocumentKind.REPORT, reader, moment.known, group=group, meeting=None),
        answered(standings, of),
        list(kept_of(group, reader, moment, of)),
        annulled=[
            Note("annulled", decision, reason=correction.reason)
            for decision in taken
            for correction in decision.corrections.all()
            if correction.kind == CorrectionKind.ANNULMENT
        ],
        recorded=taken,
    )
    put_back(report.around(), moment.known, reader)
    return report


def standings_of(
    group: WorkingGroup, reader: permissions.Person, moment: Moment
) -> list[Standing]:
    """Where each element stands or stood, in the order of the text."""
    if isinstance(reader, permissions.PublicThen) and reader.known:
        # What was published since is in all that is kept beside the acts.
        return reckoned(group, reader)
    return list(
        in_order(
            standings_at(moment, reader)
            .filter(element__group=group)
            .select_related(
                "element__question",
                "wording",
                "disposition__wording",
                "disposition__reconsiders__decision__meeting",
            )
        )
    )


def decisions_in(
    group: WorkingGroup, reader: permissions.Person, known: datetime | None
) -> list[Decision]:
    """All decisions of the group in the order of the record, with their corrections."""
    decisions = list(
        known_by(Decision.objects.visible_to(reader), known)
        .filter(meeting__group=group)
        .select_related("meeting")
        .prefetch_related(DecisionQualifier.with_phrases())
        .order_by("meeting__number", "place", "number")
    )
    give_corrections(decisions, Q(meeting__group=group), reader, known)
    return decisions


def answered(standings: list[Standing], of: dict[int, Decision]) -> list[Answered]:
    """By question, then by where they stand, then by decision."""
    answers = []
    for question, members in groupby(standings, key=lambda s: s.element.question):
        answer = Answered(question)
        for status, alike in groupby(members, key=lambda s: s.status):
            chapter = Chapter(status)
            for decision, by_it in groupby(alike, key=lambda s: decision_of(s, of)):
                if decision is None:
                    chapter.undecided += by_it
                else:
                    chapter.rulings.append(ruling_of(decision, by_it, of))
            answer.chapters.append(chapter)
        answers.append(answer)
    return answers


def decision_of(standing: Standing, of: dict[int, Decision]) -> Decision | None:
    disposition: Disposition | None = standing.disposition
    return of[disposition.decision_id] if disposition else None


def ruling_of(
    decision: Decision, standings: Iterator[Standing], of: dict[int, Decision]
) -> Ruling:
    """The decision with the elements that still stand by it."""
    dispositions = []
    for standing in standings:
        if disposition := standing.disposition:  # of these there is always one
            disposition.element = standing.element
            dispositions.append(disposition)
    again = taken_up_again(decision, of, dispositions)
    return Ruling(decision, dispositions, [*corrected_by(decision, of), *again])


def kept_of(
    group: WorkingGroup, reader: permissions.Person, moment: Moment, of: dict[int, Decision]
) -> Iterator[Kept]:
    """What stands of what was said for the record, of decisions in force and of elements."""
    stands_for = in_the_place(of)
    lifts = known_by(Lift.objects.visible_to(reader), moment.known)
    statements = (
        known_by(Statement.objects.visible_to(reader), moment.known)
        .filter(contributor__group=group, kind__in=FOR_THE_RECORD)
        .select_related("contributor", "element", "meeting", "lift__meeting")
        .annotate(lifted=Exists(lifts.filter(statement=OuterRef("pk"))))
        .order_by("place")
    )
    for statement in statements:
        decision = of.get(stands_for(statement.decision_id or 0))
        if statement.decision_id and (decision is None or decision.put_right):
            continue
        since = said_at(statement, of)
        if lift_by(moment, statement, since) is None and (moment.at is None or since <= moment.at):
            yield Kept(statement, decision)
