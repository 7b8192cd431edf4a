"""A document brought in, as it was understood, passage by passage beside the record."""

from collections import Counter
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from uuid import NAMESPACE_URL, UUID, uuid5

from rapidfuzz import fuzz, process

from deliberations import permissions
from deliberations.imports.paragraphs import Paragraph, paragraphs_of
from deliberations.imports.reading import read
from deliberations.imports.understood import Disposal, Item, Understood
from deliberations.imports.words import WITHDRAWN, Known, folded
from deliberations.models import (
    Decision,
    Heading,
    Import,
    Meeting,
    Qualifier,
    Question,
    Standing,
    Status,
)
from deliberations.readings.import_words import DOUBTS

LIKE = 85
"""From what likeness on, in percent, two texts are shown as near. They are never merged."""


@dataclass
class Match:
    """An item of the document beside the record.

    standing: the element with the same text; None for a new one. near: elements with nearly the
    same text, each with the likeness in percent. exactly: whether not even case differs.
    """

    item: Item
    standing: Standing | None = None
    exactly: bool = True
    near: list[tuple[Standing, int]] = field(default_factory=list)


@dataclass
class Passage:
    """What a passage says was decided. key: also the intention of the decision made of it.

    decision: made of it already. question: that new elements answer; None where it is not clear.
    """

    key: UUID
    disposal: Disposal
    matches: list[Match]
    question: Question | None
    heading: Heading | None
    decision: Decision | None = None
    is_aside: bool = False

    @property
    def is_done(self) -> bool:
        """Whether the record holds it already."""
        if self.disposal.outcomes[0].meaning == WITHDRAWN:
            standings = [match.standing for match in self.matches]
            return all(s is not None and s.status == Status.WITHDRAWN for s in standings)
        return self.decision is not None

    @property
    def is_open(self) -> bool:
        return not self.is_done and not self.is_aside

    @property
    def is_certain(self) -> bool:
        """Whether nothing is left to choose."""
        return self.disposal.is_certain and not self.choices

    @property
    def choices(self) -> list[str]:
        """What the secretariat chooses, as keys of doubts."""
        is_placed = self.question is not None or all(match.standing for match in self.matches)
        is_matched = all(match.exactly and not match.near for match in self.matches)
        return ["placed"] * (not is_placed) + ["matched"] * (not is_matched)

    @property
    def doubts(self) -> list[str]:
        return [str(DOUBTS[doubt]) for doubt in (*self.disposal.doubts, *self.choices)]


@dataclass
class Reading:
    """The whole document. other: the number of another meeting that it names.

    headings, phrases: those of the group, of which what was understood is, or is made to be.
    """

    understood: Understood
    paragraphs: list[Paragraph]
    passages: list[Passage]
    questions: list[Question]
    headings: list[Heading]
    phrases: tuple[str, ...]
    other: int | None = None

    @property
    def certain(self) -> list[Passage]:
        return [passage for passage in self.passages if passage.is_open and passage.is_certain]


def reading_of(
    text: str, kind: str, meeting: Meeting, reader: permissions.Person, aside: list[str]
) -> Reading:
    """Understand a text about a meeting, beside the record as the reader sees it. Six queries."""
    questions = list(Question.objects.visible_to(reader).filter(group=meeting.group))
    headings = list(
        Heading.objects.visible_to(reader)
        .filter(question__group=meeting.group)
        .select_related("question")
    )
    paragraphs = paragraphs_of(text, markdown=kind == "markdown")
    known = known_of(meeting, questions, headings, reader)
    understood = read(paragraphs, known)
    standings = list(
        Standing.objects.visible_to(reader)
        .filter(element__group=meeting.group)
        .select_related("element", "wording")
        .order_by("element__number")
    )
    keys = keys_of(meeting, understood)
    decisions = {
        decision.intention: decision
        for decision in Decision.objects.visible_to(reader)
        .filter(meeting=meeting, intention__in=keys)
        .select_related("meeting")
    }
    held = Elements(standings)
    usual = usual_question(questions, text)
    passages = []
    for key, disposal in zip(keys, understood.disposals, strict=True):
        named = disposal.heading.meaning if disposal.heading else ""
        fitting = [heading for heading in headings if heading.name == named]
        asked = [q for q in questions if q.number in disposal.questions]
        question = asked[0] if len(asked) == 1 else (usual if not asked else None)
        if len(fitting) > 1:
            fitting = [heading for heading in fitting if heading.question == question]
        passages.append(
            Passage(
                key,
                disposal,
                [held.match(item) for item in disposal.items],
                fitting[0].question if fitting else question,
                fitting[0] if fitting else None,
                decisions.get(key),
                str(key) in aside,
            )
        )
    named_meeting = understood.meeting
    return Reading(
        understood,
        paragraphs,
        passages,
        questions,
        headings,
        known.qualifiers,
        named_meeting if named_meeting not in (None, meeting.number) else None,
    )


def read_import(document: Import, reader: permissions.Person) -> Reading:
    return reading_of(
        document.text, document.kind, document.meeting, reader, list(document.set_aside)
    )


def known_of(
    meeting: Meeting,
    questions: list[Question],
    headings: list[Heading],
    reader: permissions.Person,
) -> Known:
    group = meeting.group
    qualifiers = Qualifier.objects.visible_to(reader).filter(group=group)
    return Known(
        names=(group.name, group.short_name),
        headings=tuple(sorted({heading.name for heading in headings})),
        qualifiers=tuple(qualifiers.values_list("phrase", flat=True)),
        questions=tuple((question.number, question.text) for question in questions),
    )


def usual_question(questions: list[Question], text: str) -> Question | None:
    """The question that a document is about: the only one there is, or the only one it quotes."""
    quoted = [q for q in questions if folded(q.text) in folded(text)]
    found = quoted or questions
    return found[0] if len(found) == 1 else None


def keys_of(meeting: Meeting, understood: Understood) -> list[UUID]:
    """A key for each disposal by what it says: in a changed document what stayed has the same."""
    keys = []
    seen: Counter[str] = Counter()
    for disposal in understood.disposals:
        said = "\n".join([disposal.sentence, *(item.text for item in disposal.items)])
        seen[said] += 1
        # By names that an archive takes along, never by ids.
        of = f"{meeting.group.slug}/{meeting.number}"
        keys.append(uuid5(NAMESPACE_URL, f"import:{of}:{seen[said]}:{said}"))
    return keys


class Elements:
    """The elements of a group, to be found by their text."""

    def __init__(self, standings: list[Standing]) -> None:
        self.standings = standings
        self.by_text: dict[str, Standing] = {}
        self.by_letters: dict[str, Standing] = {}
        for standing in standings:
            self.by_text.setdefault(" ".join(standing.wording.text.split()), standing)
            self.by_letters.setdefault(letters(standing.wording.text), standing)
        self.texts = [letters(standing.wording.text) for standing in standings]

    def match(self, item: Item) -> Match:
        """The same text; the same but for case and punctuation; near ones; or none: it is new."""
        if found := self.by_text.get(" ".join(item.text.split())):
            return Match(item, found)
        own = letters(item.text)
        if own and (found := self.by_letters.get(own)):
            return Match(item, found, exactly=False)
        near = process.extract(own, self.texts, scorer=fuzz.ratio, score_cutoff=LIKE, limit=3)
        return Match(item, near=[(self.standings[at], round(score)) for _t, score, at in near])


def letters(text: str) -> str:
    """The words of a text alone."""
    return " ".join("".join(c if c.isalnum() else " " for c in text.casefold()).split())


def changes_between(before: str, after: str) -> tuple[list[str], list[str]]:
    """The paragraphs that a changed document lost, and those that it gained."""
    old = [paragraph.text for paragraph in paragraphs_of(before)]
    new = [paragraph.text for paragraph in paragraphs_of(after)]
    lost, gained = [], []
    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what != "equal":
            lost += old[a:b]
            gained += new[c:d]
    return lost, gained
