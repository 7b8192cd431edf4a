"""Recording what a document was understood to say, by the operations that every page uses."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from deliberations import operations
from deliberations.imports.words import WITHDRAWN
from deliberations.models import (
    Basis,
    Decision,
    Document,
    DocumentKind,
    Element,
    Heading,
    Import,
    KnownTo,
    Meeting,
    Qualifier,
    Question,
    User,
)
from deliberations.operations import Refused
from deliberations.readings.imports import Passage, Reading


class QuestionUnsaid(Refused):
    """New elements answer a question, and none is chosen."""


@dataclass
class Chosen:
    """What of a passage is recorded.

    elements: of each item the element that it is, or None for a new one. reconsiders: why, where
    elements are decided already.
    """

    outcome: str
    sentence: str
    elements: Sequence[tuple[str, Element | None]]
    question: Question | None
    basis: str = Basis.NOT_STATED
    heading: Heading | None = None
    qualifiers: Sequence[str] = ()
    reconsiders: str = ""

    @classmethod
    def as_read(cls, passage: Passage) -> "Chosen":
        """The passage as it was understood. Refused where it is not certain what that is."""
        disposal = passage.disposal
        if len(disposal.outcomes) != 1:
            raise Refused(_("The words bear two readings. Choose one."))
        return cls(
            outcome=disposal.outcomes[0].meaning,
            sentence=disposal.sentence,
            elements=[
                (match.item.text, match.standing.element if match.standing else None)
                for match in passage.matches
            ],
            question=passage.question,
            basis=disposal.basis.meaning if disposal.basis else Basis.NOT_STATED,
            heading=passage.heading,
            qualifiers=[words.meaning for words in disposal.qualifiers],
        )


def record_passage(
    *, document: Import, passage: Passage, chosen: Chosen, by: User
) -> Decision | None:
    """Record a passage: its new elements, then the decision; None where they were withdrawn.

    All of it or nothing. Recorded before, it is the decision that it was.
    """
    meeting = document.meeting
    with transaction.atomic():
        found = Decision.objects.filter(intention=passage.key).first()
        if found is not None:
            return found
        elements = [
            element or propose(text, chosen, document, by) for text, element in chosen.elements
        ]
        if chosen.outcome == WITHDRAWN:
            for element in elements:
                operations.withdraw_element(
                    element=element, by=by, meeting=meeting, source=document.source
                )
            return None
        return operations.record_decision(
            meeting=meeting,
            outcome=chosen.outcome,
            sentence=chosen.sentence,
            elements=elements,
            intention=passage.key,
            basis=chosen.basis,
            heading=chosen.heading,
            qualifiers=qualifiers_named(chosen.qualifiers, meeting, by),
            known_to=KnownTo.MEETING,
            reconsiders=chosen.reconsiders,
            source=document.source,
            by=by,
        )


def propose(text: str, chosen: Chosen, document: Import, by: User) -> Element:
    """A new element. Whose proposal it was, a list does not say: it gets no proposer.

    That of a meeting not yet published becomes public with it.
    """
    if chosen.question is None:
        raise QuestionUnsaid(_("Say which question the new elements answer."))
    meeting = document.meeting
    return operations.propose_element(
        group=meeting.group,
        question=chosen.question,
        text=text,
        heading=chosen.heading if chosen.heading in list_of(chosen.question) else None,
        meeting=None if meeting.published_at else meeting,
        source=document.source,
        by=by,
    )


def list_of(question: Question) -> Sequence[Heading]:
    return list(question.headings.all())


def qualifiers_named(phrases: Sequence[str], meeting: Meeting, by: User) -> list[Qualifier]:
    """The qualifiers with these phrases; what the group's vocabulary lacks is added to it."""
    group = meeting.group
    there: Mapping[str, Qualifier] = {q.phrase: q for q in group.qualifiers.all()}
    found: list[Qualifier] = []
    for phrase in phrases:
        qualifier = there.get(phrase)
        if qualifier is None:
            qualifier = operations.edit_surroundings(
                thing=Qualifier(group=group, phrase=phrase, position=len(there) + len(found) + 1),
                by=by,
                group=group,
            )
        found.append(qualifier)
    return found


def keep_own_words(document: Import, reading: Reading, by: User) -> None:
    """The document's own words become those of the meeting's synthesis, unless it has some."""
    meeting, understood = document.meeting, reading.understood
    if (
        not understood.title
        or Document.objects.filter(meeting=meeting, kind=DocumentKind.SYNTHESIS).exists()
    ):
        return
    operations.edit_surroundings(
        thing=Document(
            group=meeting.group,
            meeting=meeting,
            kind=DocumentKind.SYNTHESIS,
            title=understood.title[:300],
            dated=understood.dated,
            letterhead=understood.letterhead[:300],
            introduction=understood.introduction,
            closing=understood.closing,
            sha256=document.sha256,
            source=document.source,
        ),
        by=by,
        group=meeting.group,
    )
