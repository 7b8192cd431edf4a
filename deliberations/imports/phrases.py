"""How groups phrase outcomes: a sentence → what it says was decided, or why it says nothing.

Written to miss rather than to misread. A sentence is understood only as a whole: who (the group
itself), what it did, to what; every further word of doubt, time, condition, negation or reported
speech that is not part of a known phrase makes it "not understood".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from deliberations.imports.beside import MUST_NOT_STAND
from deliberations.imports.vocabulary import (
    ADVERB,
    BASES,
    BODIES,
    CARRIED,
    DATE,
    DOUBTFUL,
    FOLLOWING,
    INTRO,
    NEUTRAL,
    NUMBERS,
    OF_THE_PREDICATE,
    PASSIVE,
    PASSIVE_BY,
    PREDICATES,
    PROPOSED_BY,
    QUALIFIERS,
    SAID_WHEN,
    SUBJECT_KINDS,
    SUBJECT_NOUNS,
    THINGS,
    TRIGGER,
    WITHDRAWN_BY,
    is_lost,
    meetings_named,
)
from deliberations.imports.words import AGREED, WITHDRAWN, Known, Said, Unsaid, Words


@dataclass
class Masked:
    """A sentence in which what is understood is blanked, letter by letter, so that places stay."""

    text: str
    left: str = field(default="")

    def __post_init__(self) -> None:
        self.left = self.left or self.text

    def blank(self, start: int, end: int) -> None:
        self.left = self.left[:start] + " " * (end - start) + self.left[end:]

    def take(self, meaning: str, pattern: str) -> Words | None:
        found = re.search(rf"(?<![\w-])(?:{pattern})(?![\w-])", self.left, re.IGNORECASE)
        if found is None:
            return None
        self.blank(*found.span())
        return Words(meaning, self.text[found.start() : found.end()], *found.span())


def qualifiers_in(masked: Masked, known: Known) -> list[Words]:
    """In the order of the sentence; the group's own phrases before the usual ones."""
    patterns = {phrase: re.escape(phrase) for phrase in sorted(known.qualifiers, key=len)[::-1]}
    own = {phrase.lower(): phrase for phrase in known.qualifiers}
    found = [words for p, at in patterns.items() if (words := masked.take(p, at))]
    for phrase, pattern in QUALIFIERS.items():
        if words := masked.take(own.get(phrase, phrase), pattern):
            found.append(words)
    found.sort(key=lambda words: words.start)
    for one, other in pairwise(found):
        if re.fullmatch(r"[\s,]*(?:and)?[\s,]*", masked.text[one.end : other.start]):
            masked.blank(one.end, other.start)
    return found


def basis_in(masked: Masked) -> Iterator[Words]:
    for basis, pattern in BASES.items():
        if words := masked.take(basis, pattern):
            yield words


def subject_pattern(known: Known) -> str:
    names = "".join(rf"|(?:the )?{re.escape(name)}" for name in known.names if len(name) > 1)
    return (
        rf"(?:(?:the|this) (?:(?:{SUBJECT_KINDS}) )*(?:{SUBJECT_NOUNS})"
        r"(?: of (?:directors|trustees|governors|regents|ministers))?"
        rf"|(?:the )?WG{names})(?![\w-])"
    )


def said_in(
    sentence: str, known: Known, *, meeting: int | None = None, dated: date | None = None
) -> Said | Unsaid | None:
    """What a sentence says was decided; None where it does not even speak of outcomes.

    meeting, dated: of the document, where it says so; what is told of another is not of this.
    """
    if not TRIGGER.search(sentence):
        return None
    if len(sentence) > 2000:
        return Unsaid("too-long", sentence[:200])
    # What stands after a colon is a list, or its first item, and is not read as the sentence.
    head, colon, tail = at_the_colon(sentence)
    if neutral := NEUTRAL.search(head):
        return Unsaid("neutral", neutral[0])
    if "?" in head:
        return Unsaid("asked", "?")
    if head.lstrip()[:1] in "\"“”«'‘„":
        return Unsaid("reported", head.strip()[:1])
    if not re.search(rf"\b{FOLLOWING}|\bshould (?:be|include)\b", head, re.IGNORECASE):
        return unsaid(head)
    masked = Masked(head + colon)
    qualifiers = qualifiers_in(masked, known)
    bases = list(basis_in(masked))
    if found := PROPOSED_BY.search(masked.left):
        masked.blank(*found.span())
    understood = active(masked, known) or passive(masked, known)
    if understood is None:
        return unsaid(masked.left)
    outcome, free, intro = understood
    start, end = outcome.start, outcome.end
    if as_what := re.search(r"considered as ([^,:;.]+)$", outcome.text):
        names = "|".join([THINGS, *(re.escape(name) for name in known.headings)])
        if outcome.meaning == AGREED and not re.search(names, as_what[1], re.IGNORECASE):
            return Unsaid("unknown", as_what[0])
    if re.match(r"adopted|approved|endorsed", outcome.text, re.IGNORECASE):
        # To approve a draft decision is to decide; to agree upon a draft is not.
        for draft in re.finditer(r"\bdraft (?=(?:decision|resol|recomm|concl|standard)\w+\W*$)",
                                 masked.left, re.IGNORECASE):  # fmt: skip
            masked.blank(*draft.span())
    named = meetings_named(head)
    if len(named) > 1 or (named and meeting and named != {meeting}):
        return Unsaid("another-meeting", intro.strip(" ,"))
    years = {int(year) for year in re.findall(r"\b(?:19|20)\d\d\b", intro)}
    if dated and years - {dated.year}:
        return Unsaid("another-meeting", intro.strip(" ,"))
    for text in (masked.left, free):
        for why, pattern in MUST_NOT_STAND:
            if wrong := pattern.search(text):
                return Unsaid(why, wrong[0])
    if other := TRIGGER.search(masked.left):
        return Unsaid("two-outcomes", other[0])
    if is_lost(head):
        return Unsaid("undone", head[outcome.end :].strip()[:60])
    if len(bases) > 1:
        return Unsaid("two-bases", " / ".join(words.text for words in bases))
    outcomes = tuple(
        Words(meaning, outcome.text, start, end) for meaning in outcome.meaning.split(" or ")
    )
    doubts = [doubt for word, doubt in DOUBTFUL.items() if word in head.lower()]
    # "by a vote short of two thirds", "by rough consensus of those present".
    last = max([w.end for w in (*qualifiers, *bases) if w.start >= end], default=len(masked.left))
    if not SAID_WHEN.fullmatch(masked.left, last) and masked.left[end:last].strip():
        doubts.append("further-words")
    return Said(
        outcomes,
        bases[0] if bases else None,
        tuple(qualifiers),
        heading_in(head, known) if AGREED in outcome.meaning else None,
        doubts=tuple(doubts + doubts_about(masked.text, masked.left, known)),
        leads=bool(colon) or bool(re.search(FOLLOWING, head, re.IGNORECASE)),
        after=len(head) + 1 if colon and tail.strip() else None,
        meeting=next(iter(named), None),
    )


def bodies_in(text: str) -> frozenset[str]:
    return frozenset(found.lower() for found in BODIES.findall(text))


def doubts_about(text: str, left: str, known: Known) -> list[str]:
    """What of a sentence that is understood makes it less than certain.

    Of the things that follow: whether they are such as an element may be. Of the words left: that
    some stand behind a comma, or say more than of what the things are.
    """
    subject = re.search(subject_pattern(known), text, re.IGNORECASE)
    named = bodies_in(subject[0]) if subject else frozenset()
    following = re.search(rf"{FOLLOWING}(?P<things>[^,:;.]*)", text, re.IGNORECASE)
    # In the minutes of a council, what "the committee agreed" is perhaps told of another.
    doubts = ["other-body"] if known.bodies and named - known.bodies else []
    names = "|".join([THINGS, *(re.escape(name) for name in known.headings)])
    if following:
        things = re.match(
            rf"\s*(?:{NUMBERS}\s+)?(?:[\w-]+\s+){{0,2}}?(?:{names})\b",
            following["things"],
            re.IGNORECASE,
        )
        bare = re.match(r"\s*(?:$|(?:should|was|were|ha[vds]|be|is|are|as|at|in|to|on|by)\b)",
                        following["things"], re.IGNORECASE)  # fmt: skip
        if not things and not bare:
            doubts.append("other-things")
    rest = re.sub(r"\bas amended\b|\([^()]*\)", " ", left, flags=re.IGNORECASE)
    further = re.search(
        # "agreed the following elements are difficult": what is said of them is the sentence.
        r",\s*[^\s,:;.]|\b(?:is|are|was|were|has|have|had|remains?|needs?|requires?|deserves?)\b",
        rest.strip(" ,.:;"),
    )
    # "for ballot", "in part", "as a basis for its work": said of the things, and not known.
    aside = re.search(
        rf"(?:{names})\s+(?:for|in|with|to|before|after|as (?:an? |needing|working|wg))\s*\w",
        left,
        re.IGNORECASE,
    )
    if further or (following and aside):
        doubts.append("further-words")
    return doubts


def at_the_colon(sentence: str) -> tuple[str, str, str]:
    """What stands before the first colon, the colon, what stands after. Not that of 7:30."""
    found = re.search(r":(?=\s|$)|：", sentence)
    if found is None:
        return sentence, "", ""
    return sentence[: found.start()], found[0], sentence[found.end() :]


def active(masked: Masked, known: Known) -> tuple[Words, str, str] | None:
    """The outcome of "The Group agreed ...", its free words, and how the sentence begins."""
    begins = re.match(
        rf"(?P<intro>(?:[\s,]*{INTRO}\s*,)*)[\s,]*"
        rf"(?:(?P<subject>{subject_pattern(known)})[\s,]*(?:has |have )?{ADVERB}[\s,]*"
        rf"(?:(?:discussed|reviewed|examined|debated) and {ADVERB}[\s,]*)?"
        rf"|it was{ADVERB}[\s,]+(?=agreed|decided))",
        masked.left,
        re.IGNORECASE,
    )
    if begins is None:
        return None
    for meaning, pattern in PREDICATES:
        found = pattern.match(masked.left, begins.end())
        if found:
            words = Words(meaning, masked.text[slice(*found.span())], *found.span())
            free = OF_THE_PREDICATE.sub(" ", found[0])
            masked.blank(begins.end("intro"), begins.end())
            masked.blank(*found.span())
            blank_intro(masked, begins.end("intro"))
            return words, free, begins["intro"]
    return None


def blank_intro(masked: Masked, end: int) -> None:
    """What begins a sentence is known by heart, but for "On ...": those words are looked at."""
    for found in re.finditer(rf"[\s,]*{INTRO}\s*,", masked.left[:end], re.IGNORECASE):
        if not re.match(
            rf"[\s,]*(?:on (?!{DATE})|with re|as re|regarding|concerning)", found[0], re.IGNORECASE
        ):
            masked.blank(*found.span())


def passive(masked: Masked, known: Known) -> tuple[Words, str, str] | None:
    """The outcome of "The following elements were agreed ..."."""
    begins = re.match(
        rf"(?P<intro>(?:[\s,]*{INTRO}\s*,)*)[\s,]*{FOLLOWING}[^:;.]{{0,80}}?\s(?=was|were|ha[vds])",
        masked.left,
        re.IGNORECASE,
    )
    if begins is None:
        return None
    for meaning, pattern in PASSIVE:
        found = pattern.match(masked.left, begins.end())
        if found:
            by = PASSIVE_BY.match(masked.left, found.end()) or (
                meaning == WITHDRAWN and WITHDRAWN_BY.match(masked.left, found.end())
            )
            end = by.end() if by else found.end()
            masked.blank(found.start(), end)
            if not SAID_WHEN.fullmatch(masked.left, end):
                # "withdrawn from the market", "agreed upon by some", "agreed between the two".
                return None
            words = Words(meaning, masked.text[found.start() : end], found.start(), end)
            blank_intro(masked, begins.end("intro"))
            return words, "", begins["intro"]
    return None


def unsaid(left: str) -> Unsaid:
    """Why a sentence that speaks of outcomes is not understood, as far as that is known."""
    for why in ("negated", "conditional", "reported", "partial"):
        pattern = next(pattern for name, pattern in MUST_NOT_STAND if name == why)
        if found := pattern.search(left):
            return Unsaid(why, found[0])
    if found := CARRIED.search(left):
        return Unsaid("carried", found[0])
    return Unsaid("unknown")


def heading_in(head: str, known: Known) -> Words | None:
    """The one heading of the group that the sentence names; none where it names several."""
    found = [
        Words(name, head[m.start() : m.end()], *m.span())
        for name in known.headings
        if (m := re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", head, re.IGNORECASE))
    ]
    return found[0] if len(found) == 1 else None
