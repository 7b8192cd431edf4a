"""The synthesis of a meeting: what it decided, as the text that its chair signs.

Its own words (title, introduction, closing) are those of the document that the record holds of the
meeting; all else follows from the acts. Only what is in force stands in the text; what was put
right is told in a note.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from deliberations import permissions
from deliberations.models import (
    Decision,
    Document,
    DocumentKind,
    Meeting,
    Question,
    WorkingGroup,
)
from deliberations.readings.moments import NOW, Moment, taken_by
from deliberations.readings.parts import Part, PartKind, parts_of
from deliberations.readings.rulings import Note, Ruling, decisions_of, rulings_of
from deliberations.readings.texts import Text, put_back, words_of


@dataclass
class Section:
    """What was decided in answer to the same questions, mostly to one."""

    questions: list[Question]
    rulings: list[Ruling] = field(default_factory=list)


@dataclass
class Synthesis(Text):
    """The text, in its order. document: whose words it has; None while the record holds none.

    titled: whether the sections stand under their questions, as they do where there are several.
    annulled: what was recorded, and was no decision. recorded: all decisions, in force or not.
    """

    meeting: Meeting
    document: Document | None
    sections: list[Section]
    annulled: list[Note]
    recorded: list[Decision] = field(default_factory=list)

    @property
    def is_there(self) -> bool:
        """Whether there is anything to tell its reader."""
        return bool(self.document or self.sections or self.annulled)

    @property
    def titled(self) -> bool:
        return len(self.sections) > 1

    @property
    def rulings(self) -> list[Ruling]:
        return [ruling for section in self.sections for ruling in section.rulings]

    @property
    def group(self) -> WorkingGroup:
        return self.meeting.group

    @property
    def untitled(self) -> str:
        return _("Synthesis of meeting %(number)d") % {"number": self.meeting.number}

    def told(self) -> Iterator[Part]:
        for section in self.sections:
            if self.titled:
                questions = "\n".join(question.text for question in section.questions)
                yield Part(PartKind.QUESTION, questions)
            for ruling in section.rulings:
                yield from parts_of(ruling)

    def around(self) -> Iterator[Any]:
        yield from super().around()
        for section in self.sections:
            yield from section.questions
            for ruling in section.rulings:
                yield from (said.statement.contributor for said in ruling.statements)


def synthesis_of(
    meeting: Meeting,
    reader: permissions.Person,
    *,
    terms: bool = True,
    moment: Moment = NOW,
) -> Synthesis:
    """The synthesis of a meeting, as the reader may see it, as of a moment. A constant number of
    queries.

    terms: with the qualifiers of the decisions, which only a page needs beside their sentences.
    """
    recorded = decisions_of(meeting, reader, terms=terms, known=moment.known)
    rulings, annulled = rulings_of(meeting, recorded, reader, moment)
    document = words_of(DocumentKind.SYNTHESIS, reader, moment.known, meeting=meeting)
    synthesis = Synthesis(
        meeting, document, by_question(rulings), annulled, taken_by(moment, recorded)
    )
    put_back(synthesis.around(), moment.known, reader)
    return synthesis


def by_question(rulings: Iterable[Ruling]) -> list[Section]:
    """The rulings under the questions that they answer, in the order in which those came up."""
    sections: dict[tuple[int, ...], Section] = {}
    for ruling in rulings:
        questions = {d.element.question_id: d.element.question for d in ruling.dispositions}
        found = sorted(questions.values(), key=lambda question: question.number)
        key = tuple(question.number for question in found)
        sections.setdefault(key, Section(found)).rulings.append(ruling)
    return list(sections.values())
