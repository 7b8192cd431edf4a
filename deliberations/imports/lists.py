"""A list below a passage: what belongs to it, what of it is an element, what takes it back."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from deliberations.imports.labels import UNDONE
from deliberations.imports.paragraphs import ITEM, Paragraph, numbers_of, style_of
from deliberations.imports.parts import DISCLAIMER
from deliberations.imports.vocabulary import TAKEN_BACK, TRIGGER, is_lost
from deliberations.imports.words import Said


def is_note(text: str) -> bool:
    return text.startswith("[") and text.endswith("]")


def is_bracketed(text: str) -> bool:
    """Whether an item stands in brackets, or is struck through: "[One]", "{One}", "~~One~~"."""
    return is_note(text) or bool(re.fullmatch(r"\{.+\}|~.+~|.*[✗✘❌].*", text, re.DOTALL))


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
    r"|re-?open(?:ed|s|ing)|reconsider\w*|set aside|(?:went|goes|go) back on|nullif\w+|revisit\w*"
    r"|(?:null and )?void|lapse[ds]?|struck|undone|undid|chang\w+ (?:its|their) minds?)\b",
    re.IGNORECASE,
)
LABELLED = re.compile(
    r"(?:not )?(?:agreed|adopted|approved|accepted|rejected|withdrawn|deferred|open|noted"
    r"|pending|yes|no|for|against|lost|carried|failed|passed"
    r"|(?:alt(?:ernative)?|option|variant|version)\.? ?\w{0,2})\s*(?:[:–—]|-\s)",
    re.IGNORECASE,
)
"""An item that begins with its own outcome, or as one of several."""

HANGING = re.compile(
    r"\b(?:subject to|provided that|on (?:the )?condition|pending|unless|tentative\w*|tbc"
    r"|to be (?:agreed|added|drafted|confirmed|revisited|completed|discussed|decided|determined"
    r"|continued)|on hold|postponed|moved to|merged|next meeting|taken back|could not|majority"
    r"|minority|further (?:discussion|work)|needs? (?:more |further )?(?:work|discussion)"
    r"|(?:to|will) re-?draft)\b"
    r"|\s[→⇒]\s|->|=>|[*†‡¹²³]$"
    r"|,\s*(?:once|if|when|until)\b|[:–—]\s+(?:the )?[A-Z]\w+ to [a-z]+",
    re.IGNORECASE,
)
"""An item that hangs on something, or is told of."""

SAID_BY = re.compile(
    r"(?i:the )?(?:(?:delegat\w+|representatives?) (?:of|from) )?"
    r"(?:chair|secretariat|[A-Z][\w’'-]+)(?: [A-Z][\w’'-]+)?"
    r" (?:said|says|stated|supports|supported|proposed|suggested|asked|requested"
    r"|insisted|objected|recalled|wished)\b|.*\bI (?:can|could|agree|think|support)\b"
)
"""An item that is what somebody said."""

EDITS = re.compile(
    r"(?:delete|strike|replace|insert|add|remove|substitute|change|move)\b"
    r".*(?:[“\"«]|\b(?:paragraph|sentence|word|line|comma|footnote|clause|bracket)s?\b)",
    re.IGNORECASE | re.DOTALL,
)
"""An item that tells how a text is changed."""

GOES_ON = re.compile(
    r"(?:of|than|which|who|whom|whose|and|or|but|nor|because|instead|rather|as well as"
    r"|including|namely|such as)\b",
    re.IGNORECASE,
)
"""An item that goes on with the one before."""

JOINED = re.compile(r"(?:by|with|for|to|from|in|into|on|at)\b")
NAMED = re.compile(r"[A-Z][\w’'-]+:\s")


def goes_on(texts: Sequence[str]) -> bool:
    """Whether an item is perhaps the rest of the one before: "Replace “a”", "by “b”"."""
    joined = [bool(JOINED.match(text)) for text in texts]
    return any(GOES_ON.match(text) for text in texts) or (any(joined) and not all(joined))


def is_taken_back(below: str) -> bool:
    """Whether what stands just below a list may take something of it back."""
    begins = re.match(
        r"(?:(?:the )?(?:vote|motion|proposal|amendment|resolution)s?|however|but"
        r"|nevertheless|nonetheless|although|while|yet|these|this|those"
        r"|the above|they|it|none|not|note|some|several|one|two|the delegation\w*"
        r"|with the exception|\*|the (?:decision|agreement|consensus))\b",
        below,
        re.IGNORECASE,
    )
    # "Subject to confirmation", "The second one was agreed only by ...", "Both are pending".
    if re.match(r"\W*(?:subject to|pending|provided|unless)\b", below, re.IGNORECASE):
        return True
    if re.match(r"(?:both|neither|(?:the )?(?:first|second|third|last|latter|former))\b", below,
                re.IGNORECASE) and (TRIGGER.search(below) or HANGING.search(below)):  # fmt: skip
        return True
    # "However, the Group later accepted it."
    if re.match(r"(?:however|but|later|subsequently)\b", below, re.IGNORECASE) and TRIGGER.search(
        below
    ):
        return True
    # "as members of the bureau": the sentence goes on below its list.
    if re.match(r"[^\W\d_]", below) and below[0].islower():
        return True
    # "or" between two lists: only one of them was agreed.
    if re.match(r"\W*(?:and/)?or\W*$|.*\b(?:could not join|did not join|dis(?:as)?sociat\w+"
                r"|none of (?:the above|these|them))\b",
                below, re.IGNORECASE | re.DOTALL):  # fmt: skip
        return True
    against = (TAKEN_BACK, UNDONE, DISCLAIMER)
    if begins and any(pattern.search(below) for pattern in against):
        return True
    # Whatever speaks of less, but for a heading and for what leads to a list of its own.
    is_heading = len(below) <= 100 and not below.endswith((".", "!", ";"))
    leads = re.search(r"\bthe following\b|:$", below, re.IGNORECASE)
    return not leads and bool(OF_LESS.match(below) if is_heading else OF_LESS.search(below))


OF_LESS = re.compile(
    r"\W*(?:\d{1,2}\W+)?(?:NB\W+|nota bene\W+)?\b(?:not?|never|none|nothing|nobody|neither|except"
    r"|save|only|but|agreed ad|unless|if|could|cannot|alternatively|conditional\w*|provisional\w*"
    r"|tentative\w*|pending|brackets?|bracketed|drafts?|object\w*|oppos\w+|reserv\w+|dissociat\w+"
    r"|disassociat\w+|withdr[ae]w\w*|withdrawal|fell|fail\w*|broke|broken|inadmissible|ruled|wish"
    r"|proposed|moved|confirm\w*|remains? open|left (?:open|to)|defeated|against)\b",
    re.IGNORECASE,
)
"""What just below a list may say that less was agreed."""


DENIED = re.compile(
    r"\bno (?:agreement|consensus)\b|\bnot (?:yet )?(?:been )?agreed\b"
    r"|^(?:that )?(?:not )?to (?:not |reject|defer|withdraw|delete|postpone|discuss|consider)\b"
    r"|^not to\b",
    re.IGNORECASE,
)
"""In an item of a list: that just this one was not agreed, or what else was done with it."""

NO_ELEMENT = re.compile(
    r"^\W*(?i:none|nil|nothing|n/?a|tb[acd]|to be \w+|(?:left )?blank|idem|ibid\w*|ditto|etc"
    r"|and so (?:on|forth)|others?|same (?:as )?(?:above|before|here)|as above|continued)?\W*$"
    r"|^(?i:adjourn\w*)\b"
    r"|^(?i:action|todo|next meeting|venue|date|deadline|contact|see|cf\.?|apologies"
    r"|any other business|aob)\b"
    r"|^(?i:to (?:meet|convene|reconvene|adjourn|resume|continue (?:its|the|their|this)"
    r" (?:work|discussions?|meetings?|consideration)))\b"
    r"|^(?:Mr|Mrs|Ms|Dr|Prof|Amb|H\.E|M|Mme|Sra?)\.? [A-Z]"
    r"|^https?://\S+$|^[A-Z][a-z]+(?: and [A-Z][a-z]+)? (?:to|will) (?:write|draft"
    r"|send|check|contact|prepare|book|update|circulate|review|report|ask|organi[sz]e|post|email"
    r"|follow)\b",
)
"""An item that is a task, a date, an address, or only stands for others."""

TWO_SCRIPTS = re.compile(r"[A-Za-z][\u0370-\u052f]|[\u0370-\u052f][A-Za-z]")
"""A word that looks as another: with a letter of Greek or Cyrillic among those of Latin."""


def doubts_about_items(sentence: str, texts: Sequence[str], *, is_one: bool) -> list[str]:
    """What in the items of a list makes somebody look. is_one: whether it has one outcome."""
    speaks = any(
        LABELLED.match(text)
        or HANGING.search(text)
        or is_lost(text)
        or SAID_BY.match(text)
        or (is_one and TAKEN_BACK.search(text))
        for text in texts
    )
    named = [bool(NAMED.match(text)) for text in texts]
    found = {
        "item-speaks": speaks or (any(named) and not all(named)),
        "item-asks": any(re.search(r"\?\W*$", text) for text in texts),
        "item-brackets": any(re.search(r"\[[^\]]*\]|<[^<>]+>|~[^~]+~", text) for text in texts),
        "item-edits": any(EDITS.match(text) for text in texts),
        "goes-on": goes_on(texts),
        "two-scripts": any(TWO_SCRIPTS.search(text) for text in (sentence, *texts)),
    }
    return [doubt for doubt, is_so in found.items() if is_so]


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
    if any(part.count("“") != part.count("”") or part.count('"') % 2 for part in parts):
        return [], []
    cleaned = [
        re.sub(
            r"^(?:and|or)\s+", "", re.sub(r"\s*(?:[;,]\s*(?:and|or)?|\.)\s*$", "", part)
        ).strip()
        for part in parts
    ]
    cleaned = [re.sub(r"\s*[;,]?\s+and$", "", part) for part in cleaned if part]
    return cleaned, doubts
