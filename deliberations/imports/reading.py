"""What a document says was decided: its paragraphs → dispositions, each tied to its words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from deliberations.imports.labels import LABEL, MOVED, UNDONE, said_by_label, undone_in
from deliberations.imports.paragraphs import (
    ASIDE,
    ITEM,
    TEXT,
    TITLE,
    Paragraph,
    numbers_of,
    style_of,
)
from deliberations.imports.phrases import (
    DATE,
    DISCLAIMER,
    HEADER_DISCLAIMER,
    NOT_OF_THIS,
    OF_OTHERS,
    OF_PEOPLE_AND_PAPERS,
    TAKEN_BACK,
    TRIGGER,
    WHOLLY_OTHER,
    Known,
    Said,
    Suffix,
    Unsaid,
    Words,
    bodies_in,
    is_lost,
    meetings_named,
    moved,
    said_by_heading,
    said_in,
    sentences_of,
    suffix_of,
)


@dataclass(frozen=True)
class Item:
    """A thing that was disposed of, and the paragraph that names it."""

    text: str
    paragraph: int


@dataclass(frozen=True)
class Disposal:
    """What a passage says the group did to the things it lists.

    sentence: the passage, without the mark before its list. outcomes: one, or the readings that
    the words bear. doubts: why somebody should look, as keys. disclaimers: what the document says
    above that takes weight from it. questions: the numbers of those it stands under.
    """

    paragraph: int
    sentence: str
    outcomes: tuple[Words, ...]
    items: tuple[Item, ...]
    basis: Words | None = None
    qualifiers: tuple[Words, ...] = ()
    heading: Words | None = None
    doubts: tuple[str, ...] = ()
    disclaimers: tuple[Item, ...] = ()
    questions: tuple[int, ...] = ()
    meeting: int | None = None

    @property
    def is_certain(self) -> bool:
        return len(self.outcomes) == 1 and not self.doubts and not self.disclaimers


@dataclass(frozen=True)
class NotUnderstood:
    """A passage that speaks of outcomes and became nothing; why is a key."""

    paragraph: int
    why: str
    text: str = ""


@dataclass
class Understood:
    """A document as it was understood. meeting: None where it names none, or several."""

    letterhead: str = ""
    title: str = ""
    dated: date | None = None
    meeting: int | None = None
    introduction: str = ""
    closing: str = ""
    disposals: list[Disposal] = field(default_factory=list)
    not_understood: list[NotUnderstood] = field(default_factory=list)


def read(paragraphs: Sequence[Paragraph], known: Known) -> Understood:
    """Understand a whole document."""
    understood = Understood()
    header = header_of(paragraphs)
    tell_header(understood, header)
    if understood.letterhead:
        known = replace(known, names=(*known.names, understood.letterhead))
    above = " ".join(paragraph.text for paragraph in header)
    known = replace(known, bodies=bodies_in(above))
    understood.meeting = meeting_of(header, paragraphs)
    reader = Reader(paragraphs, known, understood)
    reader.read(len(header))
    tell_own_words(understood, paragraphs, len(header), reader)
    return understood


# ---- what a document says of itself

ONE_DATE = re.compile(
    rf"\(?(?:[\w ]+, |dated? )?({DATE})\)?\.?|(\d{{4}}-\d{{2}}-\d{{2}})", re.IGNORECASE
)


def header_of(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The lines above the text: short, no sentences, up to the date if there is one."""
    header: list[Paragraph] = []
    for paragraph in paragraphs[:6]:
        text = paragraph.text
        is_line = paragraph.kind in (TEXT, TITLE) and len(text) <= 300
        if not is_line or (text.endswith((".", ":", "?", "!", ";")) and not date_in(text)):
            break
        if said_by_heading(text, Known()) or (paragraph.kind == TITLE and len(header) > 2):
            break
        header.append(paragraph)
        if date_in(text):
            return header
    # Without a date, no more than who and what: further short lines belong to the text.
    return header[:2] if len(header) < len(paragraphs) else header[:1]


def date_in(text: str) -> date | None:
    found = ONE_DATE.fullmatch(text.strip())
    if found is None:
        return None
    written = re.sub(r"^\d{1,2}\s*(?:-|–|to|and)\s*", "", found[1] or found[2])
    for shape in ("%d %B %Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(written, shape).date()  # noqa: DTZ007 - a day, no moment
        except ValueError:
            continue
    return None


def tell_header(understood: Understood, header: Sequence[Paragraph]) -> None:
    lines: list[str] = []
    for text in (p.text for p in header if not date_in(p.text)):
        # A long title is broken in a file: what begins with a small letter goes on with it.
        if lines and text[0].islower():
            lines[-1] = f"{lines[-1]} {text}"
        else:
            lines.append(text)
    understood.dated = next((day for p in header if (day := date_in(p.text))), None)
    if lines:
        understood.title = lines[-1]
        understood.letterhead = lines[0] if len(lines) > 1 else ""


def meeting_of(header: Sequence[Paragraph], paragraphs: Sequence[Paragraph]) -> int | None:
    """The meeting that the document is about: named in its header, or as where it begins."""
    named = {number for p in header for number in meetings_named(p.text)}
    if not named:
        for paragraph in paragraphs[len(header) : len(header) + 3]:
            begins = re.match(r"(?:During|At|In) (?:the|its)[^,.;:]{1,60},", paragraph.text)
            if begins:
                named = meetings_named(begins[0])
                break
    return next(iter(named)) if len(named) == 1 else None


def tell_own_words(
    understood: Understood, paragraphs: Sequence[Paragraph], begin: int, reader: "Reader"
) -> None:
    """What stands before the first disposal and after the last belongs to the document itself."""
    if not understood.disposals:
        return
    used = [d.paragraph for d in understood.disposals]
    used += [item.paragraph for d in understood.disposals for item in d.items]
    used += reader.parts
    first, last = min(used), max(used)
    before = [p.text for p in paragraphs[begin:] if p.number < first]
    after = [p.text for p in paragraphs if p.number > last and p.kind in (TEXT, TITLE)]
    understood.introduction = "\n\n".join(before)
    understood.closing = "\n\n".join(text for text in after if not is_note(text))


def is_note(text: str) -> bool:
    return text.startswith("[") and text.endswith("]")


def is_bracketed(text: str) -> bool:
    """Whether an item stands in brackets, or is struck through: "[One]", "{One}", "~~One~~"."""
    return is_note(text) or bool(re.fullmatch(r"\{.+\}|~~.+~~", text, re.DOTALL))


# ---- passages and their lists


@dataclass
class Open:
    """A passage that waits for its list. said: None where the passage was not understood."""

    said: Said | None
    paragraph: Paragraph
    sentence: str
    at: int = 0
    items: list[Paragraph] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    level: int | None = None
    style: str = ""

    def takes(self, paragraph: Paragraph) -> bool:
        """Whether an item belongs to the list, as one of it or as part of its last item."""
        if self.level is None:
            below = self.paragraph.kind != ITEM or paragraph.level > self.paragraph.level
            return below
        if paragraph.level != self.level:
            return paragraph.level > self.level
        if style_of(paragraph.mark) != self.style:
            return False
        before, now = numbers_of(self.items[-1].mark), numbers_of(paragraph.mark)
        return not now or bool({number + 1 for number in before} & now)

    def take(self, paragraph: Paragraph) -> None:
        if self.level is None:
            self.level, self.style = paragraph.level, style_of(paragraph.mark)
            if numbers_of(paragraph.mark) and 1 not in numbers_of(paragraph.mark):
                self.doubts.append("begins-later")
        elif paragraph.level > self.level:
            last = self.items[-1]
            further = f"{paragraph.mark} {paragraph.text}"
            self.items[-1] = replace(last, text=f"{last.text}\n{further}")
            if "list-in-list" not in self.doubts:
                self.doubts.append("list-in-list")
            return
        self.items.append(paragraph)


class Reader:
    """Goes through the paragraphs once.

    parts: the paragraphs that are questions, or notes. there: the texts disposed of. part, whole:
    the heading that the next paragraphs stand under, and that of the document where it is no
    record at all. of_others: whether that heading is of somebody else, or of no element.
    """

    def __init__(
        self, paragraphs: Sequence[Paragraph], known: Known, understood: Understood
    ) -> None:
        self.paragraphs = paragraphs
        self.known = known
        self.understood = understood
        self.open: Open | None = None
        self.disclaimers: list[Item] = []
        self.questions: tuple[int, ...] = ()
        self.parts: list[int] = []
        self.suffixed: list[tuple[Paragraph, Suffix]] = []
        self.part = self.whole = ""
        self.of_others = False
        self.there: set[str] = set()
        self.quoted = False

    def read(self, begin: int) -> None:
        for paragraph in self.paragraphs[:begin]:
            self.see_disclaimer(paragraph)
            if HEADER_DISCLAIMER.search(paragraph.text):
                self.disclaimers.append(Item(paragraph.text, paragraph.number))
            if WHOLLY_OTHER.search(paragraph.text):
                self.whole = paragraph.text
            if len(paragraph.text) <= 30:
                self.part = paragraph.text
                self.of_others = bool(
                    re.match(OF_PEOPLE_AND_PAPERS, paragraph.text, re.IGNORECASE)
                )
        for index in range(begin, len(self.paragraphs)):
            self.take(index, self.paragraphs[index])
        self.close()

    def take(self, index: int, paragraph: Paragraph) -> None:
        if paragraph.kind == ITEM and self.open and self.open.takes(paragraph):
            self.open.take(paragraph)
            return
        if paragraph.kind == ITEM and self.take_suffixed(paragraph):
            return
        self.close()
        self.see_disclaimer(paragraph)
        if self.sees_quoted(paragraph) or paragraph.kind == ASIDE or is_note(paragraph.text):
            if TRIGGER.search(paragraph.text):
                self.note(paragraph, "aside")
            if is_note(paragraph.text) and self.understood.disposals:
                self.parts.append(paragraph.number)
            return
        if self.see_questions(paragraph) or self.take_label(index, paragraph):
            return
        self.see_part(paragraph)
        if self.leads(index) and (said := said_by_heading(paragraph.text, self.known)):
            bare = re.fullmatch(r"\w+:?", paragraph.text.strip())
            doubts = ["bare-heading"] if bare else []
            self.open = Open(said, paragraph, paragraph.text, doubts=doubts)
            return
        self.take_sentences(index, paragraph)

    def note(self, paragraph: Paragraph, why: str, text: str = "") -> None:
        self.understood.not_understood.append(NotUnderstood(paragraph.number, why, text))

    def see_disclaimer(self, paragraph: Paragraph) -> None:
        if found := DISCLAIMER.search(paragraph.text):
            whole = next(
                sentence
                for at, sentence in sentences_of(paragraph.text)
                if at <= found.start() <= at + len(sentence)
            )
            self.disclaimers.append(Item(whole, paragraph.number))

    def see_part(self, paragraph: Paragraph) -> None:
        """Keep under which part heading the next paragraphs stand."""
        text = paragraph.text
        short = len(text) <= 100 and not text.endswith((".", ":", ";", ",", "?", "!"))
        if paragraph.kind == TITLE or (short and paragraph.kind in (TEXT, ITEM)):
            self.part = text
            self.of_others = bool(OF_OTHERS.search(text))
        elif len(text) <= 100 and text.endswith(":") and NOT_OF_THIS.search(text):
            # "Draft decision:" is one too, where a sentence follows and no list.
            self.part, self.of_others = text, False

    def sees_quoted(self, paragraph: Paragraph) -> bool:
        """Whether a quotation that began above goes on."""
        was, text = self.quoted, paragraph.text
        if "”" in text or "“" in text:
            self.quoted = text.rfind("“") > text.rfind("”")
        return was

    def see_questions(self, paragraph: Paragraph) -> bool:
        """Whether the paragraph is one or more of the group's questions, and nothing else."""
        rest = folded(paragraph.text)
        found = []
        for number, text in sorted(self.known.questions, key=lambda q: -len(q[1])):
            if folded(text) in rest:
                rest = rest.replace(folded(text), " ", 1)
                found.append(number)
        if not found or re.search(r"\w", re.sub(r"\b(?:question|q)\s*\d*\b", "", rest)):
            return False
        self.questions = tuple(sorted(found))
        self.parts.append(paragraph.number)
        return True

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
        undone = self.undone_after(index) or self.only_moved(index, paragraph)
        if undone:
            self.note(paragraph, "undone", undone)
            return True
        doubts = ["about-a-text"] if len(said.outcomes) > 1 else []
        if re.search(r"\bas (?:amended|modified)\b|\bwith (?:\w+ )?(?:change|amend|edit)", text):
            doubts.append("as-amended")
        self.add(said, paragraph, paragraph.text[:end], [Item(text, paragraph.number)], doubts)
        return True

    def undone_after(self, index: int) -> str:
        """What below a resolution says that it did not stand; "" for nothing."""
        below = []
        for paragraph in self.paragraphs[index + 1 : index + 6]:
            if LABEL.match(paragraph.text) or paragraph.kind == TITLE:
                break
            below.append(paragraph.text)
        return undone_in(below)

    def only_moved(self, index: int, paragraph: Paragraph) -> str:
        """What above "Resolved (3), ..." says that it was moved: whether it passed is open."""
        if not paragraph.text.startswith(("Resolved (", "Resolved [", "RESOLVED (")):
            return ""
        for above in reversed(self.paragraphs[max(0, index - 8) : index]):
            if LABEL.match(above.text) or above.kind == TITLE:
                break
            if found := MOVED.search(above.text):
                return found[0]
        return ""

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
        below = next((p for p in self.paragraphs[last:] if p.kind != ITEM), None)
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
        is_none_of_this = self.of_others or NOT_OF_THIS.search(self.part)
        part = self.whole or (self.part if is_none_of_this else "")
        if part:
            self.note(paragraph, "part", part)
            return
        texts = [folded(item.text) for item in items]
        if len(said.outcomes) == 1 and any(TAKEN_BACK.search(item.text) for item in items):
            doubts = [*doubts, "item-speaks"]
        if any(LABELLED.match(item.text) for item in items) and "item-speaks" not in doubts:
            doubts = [*doubts, "item-speaks"]
        if any(item.text.endswith("?") for item in items):
            doubts = [*doubts, "item-asks"]
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
                tuple(self.disclaimers),
                self.questions,
                next(iter(meetings), None),
            )
        )


ALIKE = str.maketrans(
    {**dict.fromkeys("‐‑–—", "-"), **dict.fromkeys("“”„«»", '"'), **dict.fromkeys("‘’", "'")}
)


def folded(text: str) -> str:
    """A text for comparing: case, dashes, quotes and white space do not count."""
    return " ".join(text.casefold().translate(ALIKE).split())


LOST = re.compile(
    r"\b(?:out of order|did not carry|not carried|no quorum|inquorate"
    r"|(?:motion|vote|proposal|resolution) (?:was |is |has )?(?:failed|fails|lost|defeated|denied)"
    r"|(?:this|these|they|it|motion|proposal|resolution) (?:was|were)"
    r" (?:then |later |subsequently )?(?:not (?:agreed|adopted|approved|accepted)|rescinded))\b",
    re.IGNORECASE,
)
"""What just below a list says that none of it stands."""


REVERSED = re.compile(
    r"\b(?:revers(?:ed|es|ing)|suspend(?:ed|s|ing)|annul\w*|revok\w+|rescind\w*|overturn\w*"
    r"|re-?open(?:ed|s|ing)|reconsider\w*|set aside|(?:went|goes|go) back on|nullif\w+)\b",
    re.IGNORECASE,
)
LABELLED = re.compile(
    r"(?:not )?(?:agreed|adopted|approved|accepted|rejected|withdrawn|deferred|open|noted"
    r"|pending)\s*(?:[:–—]|-\s)",
    re.IGNORECASE,
)
"""An item that begins with its own outcome."""


def is_taken_back(below: str) -> bool:
    """Whether what stands just below a list may take something of it back."""
    begins = re.match(
        r"(?:(?:the )?(?:vote|motion|proposal|amendment|resolution)s?|however|but"
        r"|nevertheless|nonetheless|although|while|yet|these|this|those"
        r"|the above|they|it|none|not|note|some|several|one|two|the delegation\w*"
        r"|with the exception)\b",
        below,
        re.IGNORECASE,
    )
    # "as members of the bureau": the sentence goes on below its list.
    if re.match(r"[^\W\d_]", below) and below[0].islower():
        return True
    # "or" between two lists: only one of them was agreed.
    if re.match(r"\W*(?:and/)?or\W*$|.*\b(?:could not join|did not join|dis(?:as)?sociat\w+"
                r"|none of (?:the above|these|them))\b",
                below, re.IGNORECASE | re.DOTALL):  # fmt: skip
        return True
    against = (TAKEN_BACK, UNDONE, DISCLAIMER)
    return bool(begins) and any(pattern.search(below) for pattern in against)


DENIED = re.compile(
    r"\bno (?:agreement|consensus)\b|\bnot (?:yet )?(?:been )?agreed\b"
    r"|^(?:that )?(?:not )?to (?:not |reject|defer|withdraw|delete|postpone|discuss|consider)\b"
    r"|^not to\b",
    re.IGNORECASE,
)
"""In an item of a list: that just this one was not agreed, or what else was done with it."""

NO_ELEMENT = re.compile(
    r"^(?i:action|todo|next meeting|venue|date|deadline|contact|see|cf\.?|apologies"
    r"|any other business|aob)\b"
    r"|^(?i:to (?:meet|convene|reconvene|adjourn|resume|continue (?:its|the|their|this)"
    r" (?:work|discussions?|meetings?|consideration)))\b"
    r"|^(?:Mr|Mrs|Ms|Dr|Prof|Amb|H\.E|M|Mme|Sra?)\.? [A-Z]"
    r"|^https?://\S+$|^[A-Z][a-z]+(?: and [A-Z][a-z]+)? (?:to|will) (?:write|draft"
    r"|send|check|contact|prepare|book|update|circulate|review|report|ask|organi[sz]e|post|email"
    r"|follow)\b",
)
"""An item that is a task, a date, an address."""

LIST_MARK = re.compile(r"\s*(?:[;,](?:\s+(?:and|or))?|\.)$")


def without_list_marks(items: Sequence[Paragraph]) -> list[str]:
    """The texts of a list's items without what only holds the list together: "; and"."""
    texts = [item.text.strip() for item in items]
    if len(texts) < 2 or not all(re.search(r"[;,](?:\s+(?:and|or))?$", t) for t in texts[:-1]):
        return texts
    return [LIST_MARK.sub("", text) for text in texts]


def parts_of(text: str) -> tuple[list[str], list[str]]:
    """The items of a list within a sentence, and the doubts about them; none for no list."""
    text = text.strip()
    lettered = list(re.finditer(r"(?:^|(?<=[\s,;]))\(?(?:[a-z]|\d{1,2}|[ivx]{1,4})\)\s+", text))
    doubts: list[str] = []
    if lettered and lettered[0].start() == 0:
        ends = [found.start() for found in lettered[1:]] + [len(text)]
        parts = [text[found.end() : end] for found, end in zip(lettered, ends, strict=True)]
    elif ";" in text:
        parts = re.split(r";\s*", text)
    elif "," in text or " and " in text:
        parts = re.split(r",\s*(?:and\s+)?|\s+and\s+", text)
        doubts = ["split-at-commas"]
        if any(len(part.split()) > 6 for part in parts):
            return [], []
    else:
        parts, doubts = [text], ["one-item"]
    cleaned = [
        re.sub(
            r"^(?:and|or)\s+", "", re.sub(r"\s*(?:[;,]\s*(?:and|or)?|\.)\s*$", "", part)
        ).strip()
        for part in parts
    ]
    cleaned = [re.sub(r"\s*[;,]?\s+and$", "", part) for part in cleaned if part]
    return cleaned, doubts


def references(understood: Understood) -> Iterator[int]:
    """The paragraphs that something was read from."""
    for disposal in understood.disposals:
        yield disposal.paragraph
        yield from (item.paragraph for item in disposal.items)
