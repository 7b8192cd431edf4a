"""What a document says was decided: its paragraphs → dispositions, each tied to its words."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from deliberations.imports.header import header_of, meeting_of, tell_header, tell_own_words
from deliberations.imports.labels import only_moved, said_by_label, undone_after
from deliberations.imports.lists import (
    DENIED,
    LOST,
    NO_ELEMENT,
    REVERSED,
    Open,
    doubts_about_items,
    is_bracketed,
    is_note,
    is_taken_back,
    parts_of,
    without_list_marks,
)
from deliberations.imports.paragraphs import ASIDE, ITEM, TITLE, Paragraph
from deliberations.imports.phrases import bodies_in, said_in
from deliberations.imports.statuses import Suffix, said_by_heading, suffix_of
from deliberations.imports.surroundings import Surroundings, leads_to_words
from deliberations.imports.understood import Disposal, Item, NotUnderstood, Understood
from deliberations.imports.unreadable import Progress
from deliberations.imports.vocabulary import TRIGGER, is_lost
from deliberations.imports.words import Known, Said, Unsaid, folded, moved, sentences_of


def read(
    paragraphs: Sequence[Paragraph],
    known: Known,
    progress: Progress = lambda done, of: None,
) -> Understood:
    """Understand a whole document. progress: is told every hundred paragraphs."""
    understood = Understood()
    header = header_of(paragraphs)
    tell_header(understood, header)
    if understood.letterhead:
        known = replace(known, names=(*known.names, understood.letterhead))
    above = " ".join(paragraph.text for paragraph in header)
    known = replace(known, bodies=bodies_in(above))
    understood.meeting = meeting_of(header, paragraphs)
    reader = Reader(paragraphs, known, understood)
    reader.read(len(header), progress)
    tell_own_words(understood, paragraphs, len(header), reader.around.parts)
    return understood


class Reader:
    """Goes through the paragraphs once. there: the texts disposed of."""

    def __init__(
        self, paragraphs: Sequence[Paragraph], known: Known, understood: Understood
    ) -> None:
        self.paragraphs = paragraphs
        self.known = known
        self.understood = understood
        self.open: Open | None = None
        self.around = Surroundings(known)
        self.suffixed: list[tuple[Paragraph, Suffix]] = []
        self.there: set[str] = set()

    def read(self, begin: int, progress: Progress) -> None:
        for paragraph in self.paragraphs[:begin]:
            self.around.see_header(paragraph)
        for index in range(begin, len(self.paragraphs)):
            if index % 100 == 0:
                progress(index, len(self.paragraphs))
            self.take(index, self.paragraphs[index])
        self.close()

    def take(self, index: int, paragraph: Paragraph) -> None:
        if paragraph.kind == ITEM and self.open and self.open.takes(paragraph):
            self.open.take(paragraph)
            return
        if paragraph.kind == ITEM and self.take_suffixed(paragraph):
            return
        self.close()
        self.around.see_disclaimer(paragraph)
        if (
            self.around.sees_quoted(paragraph)
            or paragraph.kind == ASIDE
            or is_note(paragraph.text)
        ):
            if TRIGGER.search(paragraph.text):
                self.note(paragraph, "aside")
            if is_note(paragraph.text) and self.understood.disposals:
                self.around.parts.append(paragraph.number)
            return
        if self.around.see_questions(paragraph) or self.take_label(index, paragraph):
            return
        self.around.see_part(paragraph)
        if self.leads(index) and (said := said_by_heading(paragraph.text, self.known)):
            bare = re.fullmatch(r"\w+:?", paragraph.text.strip())
            doubts = ["bare-heading"] if bare else []
            self.open = Open(said, paragraph, paragraph.text, doubts=doubts)
            return
        self.take_sentences(index, paragraph)

    def note(self, paragraph: Paragraph, why: str, text: str = "") -> None:
        self.understood.not_understood.append(NotUnderstood(paragraph.number, why, text))

    def leads(self, index: int) -> bool:
        """Whether a list follows directly, below the paragraph if that is an item itself."""
        if index + 1 >= len(self.paragraphs):
            return False
        here, below = self.paragraphs[index], self.paragraphs[index + 1]
        return below.kind == ITEM and (here.kind != ITEM or below.level > here.level)

    def take_label(self, index: int, paragraph: Paragraph) -> bool:
        labelled = said_by_label(paragraph.text, self.known)
        if labelled is None:
            return False
        said, at, end = labelled
        if isinstance(said, Unsaid):
            self.note(paragraph, said.why, said.text)
            return True
        # "AGREED: the Group agreed on the following:" is a sentence with a word before it.
        text = paragraph.text[at:end].strip()
        if self.leads(index) or text.endswith(":"):
            self.note(paragraph, "label-and-list")
            return True
        undone = undone_after(self.paragraphs, index) or only_moved(self.paragraphs, index)
        if undone:
            self.note(paragraph, "undone", undone)
            return True
        doubts = ["about-a-text"] if len(said.outcomes) > 1 else []
        if re.search(r"\bas (?:amended|modified)\b|\bwith (?:\w+ )?(?:change|amend|edit)", text):
            doubts.append("as-amended")
        self.add(said, paragraph, paragraph.text[:end], [Item(text, paragraph.number)], doubts)
        return True

    def take_suffixed(self, paragraph: Paragraph) -> bool:
        """Whether an item under no sentence carries its disposition itself."""
        suffix = suffix_of(paragraph.text, self.known)
        if suffix is None or (suffix.said is None and self.open is None):
            return False
        if self.open is not None:
            return False
        if suffix.said is None:
            return False
        self.suffixed.append((paragraph, suffix))
        return True

    def take_sentences(self, index: int, paragraph: Paragraph) -> None:
        found = list(sentences_of(paragraph.text))
        waiting: Open | None = None
        for place, (at, sentence) in enumerate(found):
            said = said_in(
                sentence, self.known, meeting=self.understood.meeting, dated=self.understood.dated
            )
            is_last = place == len(found) - 1
            if said is None:
                waiting = None
            elif isinstance(said, Unsaid):
                self.note(paragraph, said.why, said.text)
                waiting = Open(None, paragraph, sentence) if is_last else None
            elif said.after is not None:
                rest = found[place + 1 :]
                self.take_inline(said, paragraph, at, sentence, bool(rest) or self.leads(index))
                return
            elif not (is_last and said.leads and self.leads(index)):
                self.note(paragraph, "no-list", said.outcomes[0].text)
                waiting = None
            else:
                waiting = Open(said, paragraph, sentence, at)
        if waiting and self.leads(index):
            self.open = waiting
        elif self.leads(index) and not waiting:
            # A sentence that is none of ours leads to the list: its items are looked at by
            # themselves only for what they carry.
            self.open = None

    def take_inline(
        self, said: Said, paragraph: Paragraph, at: int, sentence: str, more: bool
    ) -> None:
        """A list that follows the colon in the same paragraph."""
        after = said.after or 0
        parts, doubts = parts_of(sentence[after:])
        if not parts or more:
            self.note(paragraph, "unclear-list" if parts else "no-list", sentence[after:].strip())
            return
        items = [Item(part, paragraph.number) for part in parts]
        self.add(said, paragraph, sentence[:after], items, doubts, at)

    def close(self) -> None:
        """The open list ends."""
        self.close_suffixed()
        opened, self.open = self.open, None
        if opened is None:
            return
        if opened.said is None:
            return
        if not opened.items:
            self.note(opened.paragraph, "no-list", opened.said.outcomes[0].text)
            return
        below = self.below(opened.items[-1].number)
        if lost := LOST.search(below) or (is_lost(below) and re.match(r".{1,60}", below)):
            self.note(opened.paragraph, "undone", lost[0])
            return
        if is_taken_back(below) or self.reversed_after(opened.items[-1].number):
            opened.doubts.append("taken-back")
        if any(re.search(r"[;,]\s+or$", item.text) for item in opened.items):
            opened.doubts.append("one-of")
        items, own = [], []
        for item, text in zip(opened.items, without_list_marks(opened.items), strict=True):
            suffix = suffix_of(text, self.known)
            if is_bracketed(text):
                self.note(item, "bracketed", text)
            elif suffix is None and (denied := DENIED.search(text)):
                self.note(item, "item-denies", denied[0])
            elif suffix is None and (task := NO_ELEMENT.search(text)):
                self.note(item, "no-element", task[0])
            elif suffix is None:
                items.append(Item(text, item.number))
            elif suffix.said is None:
                self.note(item, "suffix", suffix.text)
            else:
                own.append((item, suffix))
        if items:
            self.add(
                opened.said, opened.paragraph, opened.sentence, items, opened.doubts, opened.at
            )
        self.suffixed = own
        self.close_suffixed()

    def below(self, last: int) -> str:
        """What stands just below a list, if neither a note nor a heading; "" for nothing."""
        further = islice(self.paragraphs, last, None)
        below = next((p for p in further if p.kind != ITEM), None)
        return "" if below is None or is_note(below.text) or below.kind == TITLE else below.text

    def reversed_after(self, last: int) -> bool:
        """Whether soon after a list something decided is undone: "decision 1 was suspended"."""
        for paragraph in self.paragraphs[last : last + 3]:
            if paragraph.kind == TITLE or is_note(paragraph.text):
                return False
            if REVERSED.search(paragraph.text):
                return True
        return False

    def close_suffixed(self) -> None:
        """Items that carry their disposition: those with the same one become one disposal."""
        suffixed, self.suffixed = self.suffixed, []
        groups: dict[str, list[tuple[Paragraph, Suffix]]] = {}
        for paragraph, suffix in suffixed:
            groups.setdefault(suffix.text.lower(), []).append((paragraph, suffix))
        for group in groups.values():
            paragraph, suffix = group[0]
            items = [Item(p.text[: s.start].strip(), p.number) for p, s in group]
            if suffix.said:
                at = paragraph.text.rindex(suffix.text)
                self.add(suffix.said, paragraph, suffix.text, items, ["suffix"], at)

    def add(
        self,
        said: Said,
        paragraph: Paragraph,
        sentence: str,
        items: Sequence[Item],
        doubts: Sequence[str],
        at: int = 0,
    ) -> None:
        part = self.around.none_of_this(said, self.understood.meeting)
        if part:
            self.note(paragraph, "part", part)
            return
        texts = [folded(item.text) for item in items]
        is_one = len(said.outcomes) == 1
        about = doubts_about_items(sentence, [item.text for item in items], is_one=is_one)
        doubts = [*doubts, *about]
        if paragraph.number > 1 and leads_to_words(self.paragraphs[paragraph.number - 2]):
            doubts.append("led-to")
        repeated = ["twice"] if len({*texts} - self.there) < len(texts) else []
        self.there |= {*texts}
        meetings = {said.meeting, self.understood.meeting} - {None}
        self.understood.disposals.append(
            Disposal(
                paragraph.number,
                sentence.strip().rstrip(":：").rstrip(),
                moved(said.outcomes, at),
                tuple(items),
                moved([said.basis], at)[0] if said.basis else None,
                moved(said.qualifiers, at),
                moved([said.heading], at)[0] if said.heading else None,
                (*said.doubts, *doubts, *repeated),
                tuple(self.around.disclaimers),
                self.around.questions,
                next(iter(meetings), None),
            )
        )
