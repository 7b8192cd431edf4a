"""The synthesis of a meeting: what it decided, as the text that its chair signs.

Its own words (title, introduction, closing) are those of the document that the record holds of the
meeting; all else follows from the acts. Only what is in force stands in the text; what was put
right is told in a note.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from django.db.models import F
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from deliberations import permissions
from deliberations.models import Decision, Document, DocumentKind, Meeting, Question
from deliberations.readings.parts import Part, PartKind, blocks, parts_of
from deliberations.readings.rulings import Note, Ruling, decisions_of, rulings_of


@dataclass
class Section:
    """What was decided in answer to the same questions, mostly to one."""

    questions: list[Question]
    rulings: list[Ruling] = field(default_factory=list)


@dataclass
class Synthesis:
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
    def letterhead(self) -> str:
        return (self.document and self.document.letterhead) or self.meeting.group.name

    @property
    def title(self) -> str:
        if self.document:
            return self.document.title
        return _("Synthesis of meeting %(number)d") % {"number": self.meeting.number}

    @property
    def dated(self) -> date | None:
        """The date of the document: neither that of the meeting nor today."""
        return self.document.dated if self.document else None

    @property
    def introduction(self) -> list[str]:
        return paragraphs(self.document.introduction if self.document else "")

    @property
    def closing(self) -> list[str]:
        return paragraphs(self.document.closing if self.document else "")

    @property
    def text(self) -> str:
        """The whole as plain text: paragraphs and lists with an empty line between."""
        return "\n\n".join(blocks(self.parts())) + "\n"

    def parts(self) -> Iterator[Part]:
        """The text paragraph by paragraph, the same for every format."""
        yield Part(PartKind.LETTERHEAD, self.letterhead)
        yield Part(PartKind.TITLE, self.title)
        if self.dated:
            yield Part(PartKind.DATE, date_format(self.dated, "j F Y"))
        yield from (Part(PartKind.PARAGRAPH, text) for text in self.introduction)
        for section in self.sections:
            if self.titled:
                questions = "\n".join(question.text for question in section.questions)
                yield Part(PartKind.QUESTION, questions)
            for ruling in section.rulings:
                yield from parts_of(ruling)
        yield from (Part(PartKind.CLOSING, text) for text in self.closing)
        for note in self.annulled:
            yield Part(PartKind.NOTE, f"[{note}]", note.decision.reference)


def paragraphs(text: str) -> list[str]:
    """What an empty line parts."""
    found: list[list[str]] = [[]]
    for line in text.splitlines():
        if line.strip():
            found[-1].append(line.rstrip())
        else:
            found.append([])
    return ["\n".join(lines) for lines in found if lines]


def synthesis_of(meeting: Meeting, reader: permissions.Person, *, terms: bool = True) -> Synthesis:
    """The synthesis of a meeting, as the reader may see it. A constant number of queries.

    terms: with the qualifiers of the decisions, which only a page needs beside their sentences.
    """
    recorded = list(decisions_of(meeting, reader, terms=terms))
    rulings, annulled = rulings_of(meeting, recorded, reader)
    document = document_of(meeting, reader)
    return Synthesis(meeting, document, by_question(rulings), annulled, recorded)


def document_of(meeting: Meeting, reader: permissions.Person) -> Document | None:
    """The synthesis that the record holds of the meeting; of several the latest."""
    documents = (
        Document.objects.visible_to(reader)
        .filter(meeting=meeting, kind=DocumentKind.SYNTHESIS)
        .select_related("source")
    )
    return documents.order_by(F("dated").desc(nulls_last=True), "-pk").first()


def by_question(rulings: Iterable[Ruling]) -> list[Section]:
    """The rulings under the questions that they answer, in the order in which those came up."""
    sections: dict[tuple[int, ...], Section] = {}
    for ruling in rulings:
        questions = {d.element.question_id: d.element.question for d in ruling.dispositions}
        found = sorted(questions.values(), key=lambda question: question.number)
        key = tuple(question.number for question in found)
        sections.setdefault(key, Section(found)).rulings.append(ruling)
    return list(sections.values())
