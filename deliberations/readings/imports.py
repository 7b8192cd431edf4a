"""A document brought in, as it was understood, passage by passage beside the record."""

from collections import Counter
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from uuid import NAMESPACE_URL, UUID, uuid5

from django.utils.translation import gettext_lazy
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

LIKE = 85
"""From what likeness on, in percent, two texts are shown as near. They are never merged."""

UNREADABLE = {
    "empty": gettext_lazy("The file is empty."),
    "too-large": gettext_lazy("The file is too large: at most 20 MB, and four million letters."),
    "unknown-format": gettext_lazy("Bring a file that ends in .txt, .md, .docx or .pdf."),
    "other-content": gettext_lazy("The file holds something else than its name says."),
    "encrypted": gettext_lazy("The file is encrypted. Save it without a password."),
    "encrypted-or-old": gettext_lazy(
        "The file is encrypted, or of a Word before 2007. Save it as .docx without a password."
    ),
    "truncated": gettext_lazy("The end of the file is missing."),
    "damaged": gettext_lazy("The file is damaged and can’t be read."),
    "macros": gettext_lazy("The file holds macros. Save it as .docx, without them."),
    "entities": gettext_lazy("The file holds definitions (entities) that no document needs."),
    "outside": gettext_lazy("The file refers to parts that lie elsewhere. Save it with them."),
    "bomb": gettext_lazy("The file unpacks to more than a document holds."),
    "too-many-pages": gettext_lazy("The file has more than 1,000 pages."),
    "too-much": gettext_lazy("Reading the file takes more time or memory than a document needs."),
    "encoding": gettext_lazy("It can’t be told in which encoding the text is. Save it in UTF-8."),
    "no-text": gettext_lazy("The file holds no text, as where pages are pictures."),
}

REMARKS = {
    "tracked-changes": gettext_lazy("The file has tracked changes: they count as accepted."),
    "struck": gettext_lazy("What is struck through was left out."),
    "pdf": gettext_lazy("In a PDF lines are all there is: paragraphs and lists are put together."),
    "encoding": gettext_lazy("The encoding of the text was found by its letters."),
}

WHY = {
    "unknown": gettext_lazy("Not understood: no phrase that is known."),
    "negated": gettext_lazy("Not understood: a negation or an exception."),
    "conditional": gettext_lazy("Not understood: a condition, a wish, or something to come."),
    "partial": gettext_lazy("Not understood: not the group as a whole."),
    "reported": gettext_lazy("Not understood: told of another time, or by somebody."),
    "basis": gettext_lazy("Not understood: a basis that is not known."),
    "no-element": gettext_lazy("No disposition: what was decided is no element."),
    "neutral": gettext_lazy("No disposition: it was noted."),
    "carried": gettext_lazy("No disposition: put off, but not to the report."),
    "names": gettext_lazy(
        "Not understood: names alone. Are they who agreed, or the title of what was agreed?"
    ),
    "points": gettext_lazy("Not understood: it points to what was agreed, and does not say it."),
    "no-list": gettext_lazy("No list found."),
    "unclear-list": gettext_lazy("Where the list ends is not clear."),
    "label-and-list": gettext_lazy("A resolution with a list: not understood."),
    "another-meeting": gettext_lazy("Told of another meeting."),
    "two-outcomes": gettext_lazy("Not understood: several outcomes in one sentence."),
    "two-bases": gettext_lazy("Not understood: several bases in one sentence."),
    "aside": gettext_lazy("Quoted, or set in: not read."),
    "asked": gettext_lazy("A question."),
    "bracketed": gettext_lazy("In brackets: not agreed."),
    "suffix": gettext_lazy("What stands after the item is not understood."),
    "undone": gettext_lazy("What follows says that it did not stand."),
    "about-a-text": gettext_lazy("A resolution about a text: not understood."),
    "part": gettext_lazy("Stands under a heading that makes it none of this meeting’s decisions."),
    "item-denies": gettext_lazy("It says of itself that it was not agreed: left out of the list."),
    "too-long": gettext_lazy("Too long for a sentence."),
}

DOUBTS = {
    "unanimous": gettext_lazy("It says “unanimously”, a basis that the record does not have."),
    "as-amended": gettext_lazy("“As amended”: the list may have the text from before."),
    "bare-heading": gettext_lazy("A heading of one word: of what, it does not say."),
    "perhaps-not-reached": gettext_lazy("Perhaps it was only not reached."),
    "begins-later": gettext_lazy("The list does not begin at its first."),
    "list-in-list": gettext_lazy("A list within the list is read as part of its item."),
    "suffix": gettext_lazy("Each item says it itself; there is no sentence."),
    "split-at-commas": gettext_lazy("The list was split at commas."),
    "one-item": gettext_lazy("The list has one item."),
    "about-a-text": gettext_lazy("Agreed as it stands, or what it is about?"),
    "item-speaks": gettext_lazy("An item speaks of an outcome itself."),
    "one-of": gettext_lazy("“Or”: perhaps only one of the list."),
    "item-asks": gettext_lazy("An item is a question."),
    "other-body": gettext_lazy("The paper names another body above."),
    "other-things": gettext_lazy("Whether what is listed are elements, it does not say."),
    "further-words": gettext_lazy("The sentence says more, which was not understood."),
    "taken-back": gettext_lazy("What follows the list may take something of it back."),
    "twice": gettext_lazy("An item stands in the document twice."),
}


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
        is_placed = self.question is not None or all(match.standing for match in self.matches)
        is_matched = all(match.exactly and not match.near for match in self.matches)
        return self.disposal.is_certain and is_placed and is_matched

    @property
    def doubts(self) -> list[str]:
        return [str(DOUBTS[doubt]) for doubt in self.disposal.doubts]


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


# ---- for the page


@dataclass
class Piece:
    """Some words of a sentence; meaning: what they were read as, "" for nothing."""

    text: str
    meaning: str = ""


def pieces_of(text: str, disposal: Disposal) -> list[Piece]:
    """A paragraph in pieces, what was read from marked; of words within words the inner ones."""
    words = [*disposal.outcomes, *disposal.qualifiers]
    words += [found for found in (disposal.basis, disposal.heading) if found is not None]
    words.sort(key=lambda found: found.start - found.end)
    meanings = [""] * len(text)
    for found in words:
        for at in range(found.start, min(found.end, len(text))):
            meanings[at] = found.meaning
    pieces: list[Piece] = []
    for letter, meaning in zip(text, meanings, strict=True):
        if pieces and pieces[-1].meaning == meaning:
            pieces[-1].text += letter
        else:
            pieces.append(Piece(letter, meaning))
    return pieces


@dataclass
class Row:
    """Paragraphs of the document, and what was understood of them: a passage, or why not."""

    paragraphs: list[Paragraph]
    passage: Passage | None = None
    pieces: list[Piece] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


def rows_of(reading: Reading) -> list[Row]:
    """The document from its first paragraph to its last, beside what was understood."""
    owner: dict[int, Passage] = {}
    for passage in reversed(reading.passages):
        for item in passage.disposal.items:
            owner[item.paragraph] = passage
    for passage in reading.passages:
        owner[passage.disposal.paragraph] = passage
    left: dict[int, list[str]] = {}
    for found in reading.understood.not_understood:
        words = f" “{found.text}”" if found.text else ""
        left.setdefault(found.paragraph, []).append(f"{WHY[found.why]}{words}")
    # What is left out of a list still stands in it.
    ends = {passage.key: number for number, passage in sorted(owner.items())}
    rows: list[Row] = []
    shown: set[UUID] = set()
    before: Passage | None = None
    for paragraph in reading.paragraphs:
        owned = owner.get(paragraph.number)
        why = left.get(paragraph.number, [])
        of = rows[-1].passage if rows else None
        if of is not None and owned in (None, of) and paragraph.number <= ends[of.key]:
            rows[-1].paragraphs.append(paragraph)
            rows[-1].left.extend(f"¶{paragraph.number} {words}" for words in why)
            owned = of
        elif rows and owned is before and not why and not rows[-1].left:
            rows[-1].paragraphs.append(paragraph)
        elif owned is not None and owned.key not in shown:
            shown.add(owned.key)
            rows.append(Row([paragraph], owned, pieces_of(paragraph.text, owned.disposal), why))
        else:
            rows.append(Row([paragraph], left=why))
        before = owned
    return rows
