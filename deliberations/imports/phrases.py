"""How groups phrase outcomes: a sentence → what it says was decided, or why it says nothing.

Written to miss rather than to misread. A sentence is understood only as a whole: who (the group
itself), what it did, to what; every further word of doubt, time, condition, negation or reported
speech that is not part of a known phrase makes it "not understood".
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

AGREED, DEFERRED, NOT_DISCUSSED, REJECTED, WITHDRAWN = (
    "agreed",
    "deferred",
    "not-discussed",
    "rejected",
    "withdrawn",
)


@dataclass(frozen=True)
class Words:
    """Words of a paragraph, from `start` to `end`, and what they were read as."""

    meaning: str
    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Known:
    """What the reader knows of the group: its names, headings, phrases; nothing is required.

    bodies: what kinds of body the document names above its text: "council".
    """

    names: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    qualifiers: tuple[str, ...] = ()
    questions: tuple[tuple[int, str], ...] = ()
    bodies: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Said:
    """What a sentence says was decided.

    outcomes: one; where the words bear two readings, both. after: where, in the sentence, the list
    that it leads to begins inline; None where it has none. leads: whether it leads to a list.
    meeting: the number of the meeting that it names.
    """

    outcomes: tuple[Words, ...]
    basis: Words | None = None
    qualifiers: tuple[Words, ...] = ()
    heading: Words | None = None
    doubts: tuple[str, ...] = ()
    leads: bool = False
    after: int | None = None
    meeting: int | None = None


@dataclass(frozen=True)
class Unsaid:
    """That a sentence speaks of outcomes and states none, and why: a key of WHY in readings."""

    why: str
    text: str = ""


# ---- words that stand for themselves, wherever they stand in a sentence

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DATE = rf"\d{{1,2}}(?:\s*(?:-|–|to|and)\s*\d{{1,2}})? (?:{MONTHS})(?: \d{{4}})?"

QUALIFIERS = {
    "in principle": r"in principle",
    "ad referendum": r"ad referendum",
    "as currently formulated": r"as (?:currently|presently) (?:formulated|worded|drafted)",
    "without prejudice": r"without prejudice(?: to (?:the )?(?:positions?|views) of [\w ]+)?",
    "pending one delegation": r"pending (?:only )?one delegation",
    "in the interest of time": (
        r"in the interests? of time|(?:for|due to|owing to) (?:the )?(?:a )?lack of time"
        r"|(?:due|owing) to (?:the )?(?:time constraints|constraints of time)"
    ),
}

BASES = {
    "rough-consensus": (
        r"(?:by|with|on the basis of|on a) rough consensus(?: basis)?"
        r"|on a rough-consensus basis"
    ),
    "non-objection": (
        r"on an? (?:non?-objection|no objection) basis|without (?:any )?objections?"
        r"|(?:there being|in the absence of any|in the absence of|as there (?:was|were)"
        r"|there were) no objections?"
    ),
    "silence": r"(?:by|under|through) (?:a |the )?silence procedure",
    "chairs-ruling": (
        r"by (?:a )?(?:ruling of the chair(?:person|man|woman)?|chair(?:person|man)?['’]s ruling)"
    ),
    "vote": (
        r"by (?:a |the )?(?:recorded |roll-call |majority |simple )?vote"
        r"(?: of \d+ (?:to|in favou?r(?: and|,)) \d+(?: against)?)?"
        r"(?:,? with \d+ abstentions?)?"
        r"|by \d+ votes? (?:to|in favou?r(?: and|,)) \d+(?: against)?(?:,? with \d+ abstentions?)?"
    ),
    "consensus": r"by consensus|on (?:a|the basis of) consensus(?: basis)?",
}

# ---- the parts of a sentence

SUBJECT_NOUNS = (
    "group|committee|council|board|commission|assembly|conference|plenary|panel|meeting"
    "|task force|governing body|governors|members|membership"
    "|participants|delegates|delegations|trustees|directors"
)
SUBJECT_KINDS = (
    "working|steering|task|expert|study|plenary|city|town|parish|county|village|district"
)
BODIES = re.compile(
    r"\b(?:group|committee|council|board|commission|assembly|conference|panel|task force)\b",
    re.IGNORECASE,
)
BE = r"(?:be|is|are|was|were|should be)"
ADVERBS = (
    r"also|further|furthermore|finally|then|thus|therefore|again|accordingly|in addition"
    r"|moreover|on the other hand|subsequently|thereupon|next|lastly|unanimously|formally|first"
)
ADVERB = rf"(?:[\s,]*\b(?:{ADVERBS})\b[\s,]*)*"
NOUN = r"[^:]*?"
REPORT = r"(?:its|the)(?: (?:final|chair['’]s))? report(?: to [^,:;.]+)?"
NOT_AS = r"(?:,? but not necessarily as [^:,;.]+)?"
FOLLOWING = r"(?:the following|these)\b"

ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
]
ORDINAL = rf"(?:{'|'.join(ORDINALS)}|\d{{1,3}}(?:st|nd|rd|th))"
MEETING = re.compile(
    rf"\b(?P<ordinal>{ORDINAL})\s+(?:[\w-]+\s+){{0,3}}?(?:meeting|session)\b"
    r"|\bmeeting\s+(?:no\.?\s*)?(?P<number>\d{1,3})\b",
    re.IGNORECASE,
)
INTRO = (
    rf"(?:(?:at|during|in) (?:its|the|this|today['’]s) (?:{ORDINAL} )?"
    r"(?:(?!next|previous|last|prior|earlier|coming|forthcoming|future|upcoming)[\w-]+ ){0,2}?"
    rf"(?:meeting|session)(?:,? (?:held )?on {DATE}| of {DATE}| \({DATE}\))?"
    rf"|on {DATE}"
    r"|(?:after|following)(?: (?:a|an|some|the|further|extensive|careful|lengthy|thorough|brief))*"
    r" (?:discussions?|debate|deliberations?|exchange of views|consideration)"
    r"(?: (?:on|of) (?:the|this) (?:matter|item|issue|question)s?)?"
    r"|in addition|furthermore|moreover|finally|additionally|also|lastly|second|secondly|then"
    r"|third|thirdly|first|firstly|on the other hand|accordingly|therefore|likewise|similarly"
    r"|under (?:agenda )?item \d+"
    r"|(?:on|with regard to|with respect to|as regards|regarding|concerning) [^,:;]{1,80})"
)

MUST_NOT = {
    # Where any of these stands beside the known words, the sentence says less, or something else.
    "negated": r"not|no|non|never|neither|nor|none|without|unable|fail\w*|lack\w*|cannot|except"
    r"|excluding|unless|instead|refus\w*|declin\w*|disagree\w*|object\w*|oppos\w*|divergen\w*"
    r"|\w+n['’]t|exception\w*|apart|other than|save for|reserv\w*|omit\w*|delet\w*"
    r"|remov\w*|drop\w*|dissent\w*|abstain\w*|abstention\w*|rescind\w*|revok\w*|overturn\w*"
    r"|among|inter alia|but|although|though|despite|albeit|gaps?|challenges?|excuses?"
    r"|criticisms?|arguments?",
    "conditional": r"should|would|could|may|might|will|shall|must|can|if|whether|when|once|until"
    r"|provided|subject|condition\w*|pending|bracket\w*|tentativ\w*|provisional\w*|possibl[ey]"
    r"|intend\w*|future|later|yet|still|temporar\w*|understanding|assum\w*|hypothe\w*|stage"
    r"|for now|time being|preliminar\w*|informal\w*|almost|nearly|partial\w*|unless|in case"
    r"|next|further|again|consideration|examination|study|review|reflection|comments?|negotiat\w*"
    r"|options?|drafts?|compilation|background|inventory|inputs?|annex\w*|papers?|documents?"
    r"|interim|purposes?|exercise|trial|pilot|experiment\w*|where possible"
    r"|(?:open|outstanding|unresolved)(?= (?:elements?|items?|points?|proposals?|texts?|questions?"
    r"|paragraphs?|recommendations?|amendments?)\b)|contested|contentious|controversial|disputed"
    r"|upcoming|confirm\w*|to be|starting|completeness|proposed to|seek\w*"
    r"|try\w*|attempt\w*|aim\w*|hope\w*|were to",
    "partial": r"some|several|many|most|few|majority|minority|broad\w*|general(?:ly)?|largely"
    r"|mostly|widespread|certain|one delegation|individual|co-?sponsors?|sub-?group|drafting",
    "reported": r"said|stated|noted|recall\w*|report(?:s|ed)|claim\w*|accord\w*|argued?|suggest\w*"
    r"|asked|request\w*|invit\w*|wonder\w*|felt|thought|previous\w*|earlier|already|last|past"
    r"|ago|(?:19|20)\d\d|propos(?:al by|es|ing)|recommend(?:s|ed) that|believed?|view",
    "basis": r"consensus|objections?|votes?|voted|voting|unanim\w*|acclamation|hum|unopposed"
    r"|majority|show of hands",
    "no-element": r"agenda|minutes|programme of work|work ?(?:plan|programme)|time ?(?:line|table"
    r"|frame)s?|schedule|calendar|next steps?|dates?|deadlines?|participants|attendance|attendees"
    r"|membership|actions?|tasks?|assignments?|venue|host|roadmap|modalit\w+|methods? of work"
    r"|working methods?|rules of procedure|officers?|bureau|elect\w*|appoint\w*|nominat\w*"
    r"|sub-?committees?|sub-?groups?|questions|questionnaire|topics|issues for|apologies"
    r"|responsib\w+|milestones|procedures?|invoices?|payments?|discussions?|speakers|volunteers"
    r"|arrangements?|process\w*|format|structure|approach\w*|way forward|steps|sessions?|meetings?"
    r"|workshops?|follow-up|activities|mandate|terms of reference|composition|plans?|chair\w*"
    r"|members|candidates|representatives|rapporteurs?|facilitators?|apolog\w+",
}
OTHER_THINGS = (
    r"observers?|countries|individuals|persons|people|experts|names?|locations?|venues|places"
    r"|cities|grants?|tenders?|bids?|contracts?|suppliers?|expenditures?|expenses?|costs?|fees"
    r"|budgets?|resignations?|appointments?|homework|to-?dos?|issues?|problems?|press|letters?"
    r"|web ?sites?|publication|liaisons?|secretariat|staff|logistics|invitations?|contributions"
)
"""What a group agrees upon and lists, and is no element; in a sentence, not in a resolution."""

MUST_NOT_STAND = [
    (why, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
    for why, words in [*MUST_NOT.items(), ("no-element", OTHER_THINGS)]
]


def predicate(outcome: str, *patterns: str) -> list[tuple[str, re.Pattern[str]]]:
    return [(outcome, re.compile(pattern, re.IGNORECASE)) for pattern in patterns]


ACCEPT = r"(?:adopt|approve|accept|endorse|include|retain)"
ACCEPTED = r"(?:adopted|approved|accepted|endorsed|included|retained|agreed)"
DECIDED = r"(?:agreed|decided|concluded|resolved)"
GAP = r"[\s,]*"

PREDICATES = [
    # The more exact first. Between the verb and the rest qualifiers were, which are blank by now.
    *predicate(
        NOT_DISCUSSED,
        rf"{DECIDED}{GAP}not to (?:discuss|take up|address|deal with|consider)\s+{FOLLOWING}",
    ),
    *predicate(
        DEFERRED,
        rf"(?:considered|concluded){GAP}{ADVERB}{GAP}that {FOLLOWING}{NOUN}\s(?:should|would|will)"
        rf"{GAP}be (?:incorporated|included|reflected|mentioned|captured) in {REPORT}{NOT_AS}",
        rf"(?:{DECIDED}{GAP}to defer|deferred){GAP}{FOLLOWING}{NOUN}\sto {REPORT}{NOT_AS}",
    ),
    *predicate(
        f"{DEFERRED} or {AGREED}",
        rf"{DECIDED}{GAP}{ADVERB}{GAP}that {FOLLOWING}{NOUN}\s(?:should|would|will){GAP}be"
        rf" (?:incorporated|included|reflected|mentioned|captured) in {REPORT}{NOT_AS}",
        rf"{DECIDED}{GAP}to (?:incorporate|include|reflect){GAP}{FOLLOWING}{NOUN}\sin"
        rf" {REPORT}{NOT_AS}",
    ),
    *predicate(
        REJECTED,
        rf"{DECIDED}{GAP}{ADVERB}{GAP}that {FOLLOWING}{NOUN}{GAP}\bshould not{GAP}be"
        r" (?:considered|included|accepted|adopted|approved|retained)(?: as [^:,;.]+)?",
        rf"{DECIDED}{GAP}not to {ACCEPT}\s+{FOLLOWING}",
        rf"{DECIDED}{GAP}to reject{GAP}{FOLLOWING}",
        rf"rejected{GAP}{FOLLOWING}",
    ),
    *predicate(
        f"{AGREED} or {REJECTED}",
        rf"{DECIDED}{GAP}to (?:{ACCEPT} or reject|reject or {ACCEPT})\s+{FOLLOWING}",
        rf"(?:{ACCEPTED} or rejected|rejected or {ACCEPTED}){GAP}{FOLLOWING}",
    ),
    *predicate(
        f"{REJECTED} or {DEFERRED}",
        rf"(?:{DECIDED}{GAP}to (?:reject or defer|defer or reject)|rejected or deferred"
        rf"|deferred or rejected){GAP}{FOLLOWING}",
    ),
    *predicate(
        AGREED,
        rf"agreed{GAP}(?:on|upon|to)?{GAP}{FOLLOWING}",
        rf"decided{GAP}(?:on|upon){GAP}{FOLLOWING}",
        rf"(?:adopted|approved|accepted|endorsed){GAP}{FOLLOWING}",
        rf"{DECIDED}{GAP}to {ACCEPT}\s+{FOLLOWING}",
        rf"agreed{GAP}{ADVERB}{GAP}that{GAP}{FOLLOWING}{NOUN}\s(?:should|would)?{GAP}"
        rf"(?:be|is|are|were) (?:{ACCEPTED}(?!\s+(?:in|to|for|on|at|by|as)\b)"
        r"|considered as [^:,;.]+)",
        # "... that examples should be:", and the list completes the sentence.
        rf"agreed{GAP}{ADVERB}{GAP}that (?![^,:;]*\b(?:report|paper|text|document|contributions?"
        r"|letter|secretariat|chair|each|its|their)\b)[^,:;]{1,90}? should (?:be|include)"
        rf"(?:{GAP}{FOLLOWING}|(?=\s*:))",
    ),
]
# Words of a predicate that elsewhere would say that nothing was decided.
OF_THE_PREDICATE = re.compile(
    r"\b(?:should not(?=[\s,]*be)|should(?=[\s,]*(?:be|include))"
    r"|(?:would|will)(?=[\s,]*be (?:inc|ref|men|cap))|not to(?= )|but not necessarily as"
    r"|on the other hand|further|again|in addition|next|unanimously)\b",
    re.IGNORECASE,
)
PASSIVE = [
    *predicate(WITHDRAWN, r"(?:was|were|have been|had been) withdrawn"),
    *predicate(AGREED, rf"(?:was|were|have been){GAP}{ACCEPTED}(?: (?:up)?on)?"),
    *predicate(REJECTED, r"(?:was|were|have been) rejected"),
]
PASSIVE_BY = re.compile(
    rf"\s*by (?:the (?:(?:{SUBJECT_KINDS}) )*(?:{SUBJECT_NOUNS})|(?:its|their|the)"
    r" (?:proposers?|proponents?|sponsors?|authors?))",
    re.IGNORECASE,
)
SAID_WHEN = re.compile(rf"(?:[\s,]*{INTRO})?[\s,:.;]*", re.IGNORECASE)
PROPOSED_BY = re.compile(
    r",?\s*which (?:was|were) proposed by single contributors?"
    r"(?:,? (?:but|and) (?:did not get|which did not get|received no|did not find)"
    r" (?:any )?support"
    r"(?: in the room)?)?",
    re.IGNORECASE,
)

TRIGGER = re.compile(
    r"\b(?:agree\w*|disagree\w*|decid\w+|decision|adopt\w*|approv\w+|accept\w*|endors\w+|reject\w*"
    r"|deferr?\w*|postpon\w+|withdr[ae]w\w*|resolv\w+|resolution|consensus|not discuss\w*|tabled"
    r"|took note|takes note|noted|unanim\w+|concluded|considered|carried|carries|consented|passed"
    r"|defeated|declined|in favou?r)\b",
    re.IGNORECASE,
)
NEUTRAL = re.compile(
    r"\b(?:took note|takes? note|noted|welcomed|heard|was informed)\b", re.IGNORECASE
)
CARRIED = re.compile(r"\b(?:deferr?\w*|postpon\w+|held over|carried over|tabled)\b", re.IGNORECASE)

TALLY = re.compile(
    r"\b(?P<one>\d{1,3})\s*(?:votes? |members? )?(?:for|in favou?r|yes|yeas?|ayes?|to)\b\W*"
    r"(?:and )?(?P<other>\d{1,3})\b"
    r"|\b(?:for|in favou?r|yes|yeas?|ayes?)\W{1,3}(?P<ayes>\d{1,3})\b\W*"
    r"(?:against|opposed|no|nays?|noes)\W{1,3}(?P<nays>\d{1,3})\b"
    r"|\bvotes?:?\s(?P<this>\d{1,3})\s*[-–:]\s*(?P<that>\d{1,3})\b",
    re.IGNORECASE,
)


def is_lost(text: str) -> bool:
    """Whether a count of votes in the text does not carry: "3 for, 7 against"."""
    for found in TALLY.finditer(text):
        one, other = (int(number) for number in found.groups() if number)
        if one <= other:
            return True
    return False


DOUBTFUL = {"unanimously": "unanimous", "as amended": "as-amended"}
"""Words of a sentence that is understood, and which doubt about it they are."""

DISCLAIMER = re.compile(
    r"^\W*(?:draft|provisional)(?: minutes)?\W*$"
    r"|nothing is agreed until everything is agreed"
    r"|(?:does|do|did) not (?:necessarily )?(?:reflect|represent|constitute|imply|indicate|mean)"
    r"(?: \w+){0,4} (?:consensus|agreement|agreed|decisions?|views?|positions?|endorsement)"
    r"|(?:has|have) not (?:yet )?been (?:negotiated|agreed|approved|adopted|endorsed|confirmed)"
    r"|not (?:yet )?(?:been )?(?:negotiated|agreed|approved|binding) text"
    r"|without prejudice to (?:the )?(?:positions?|final|outcome)"
    r"|(?:under|on) (?:the|his|her|its|their) (?:own|sole) responsibility"
    r"|responsibility of the (?:co-?)?chairs?\b"
    r"|(?:does|do) not prejudge|for discussion (?:purposes )?only|\bnon-paper\b"
    r"|(?:reserv|object|oppos|dissociat|disassociat)\w*\b[^.]{0,60}\b(?:below|what follows)\b"
    r"|\b(?:proposals?|suggestions?)\b[^.]{0,40}\bfor discussion\b"
    r"|draft minutes|unapproved|unconfirmed|unofficial|subject to (?:approval|confirmation"
    r"|adoption|correction)|not (?:an )?official|to be confirmed (?:at|by|on)",
    re.IGNORECASE,
)

HEADER_DISCLAIMER = re.compile(
    r"\b(?:draft|proposed|provisional|unapproved|zero|preliminary|non-paper|working document)\b",
    re.IGNORECASE,
)
NOT_OF_THIS = re.compile(
    r"\b(?:agenda(?! item)|example|template|sample|proposed|suggested|alternatives?|options?"
    r"|background|histor\w+|previous|last meeting|matters arising|recap|earlier|legend"
    r"|glossary|definitions?"
    r"|draft (?:decisions?|resolutions?|conclusions?|text)|hypothetical|instructions?"
    r"|guidelines?|(?:no|did not (?:reach|find)|without|lack of|not subject to)"
    r" (?:consensus|agreement))\b",
    re.IGNORECASE,
)
"""Of a part heading: what stands below is told of another time, or not yet so."""

WHOLLY_OTHER = re.compile(
    r"\b(?:agenda|template|sample|example|press release|newsletter"
    r"|(?:statement|comments?|views?|position|submission|letter) (?:by|of|from)|liaison"
    r"|comments received|reports? (?:by|from)|reports? of the (?:bureau|sub\w*|secretariat)"
    r"|to be (?:taken|decided|discussed)|other (?:meetings|groups|bodies)"
    r"|(?:no|without|lack of|did not (?:reach|find)) (?:consensus|agreement))\b",
    re.IGNORECASE,
)
"""Of a paper's title: it is no record of the meeting at all."""

OF_PEOPLE_AND_PAPERS = (
    r"(?:list of |agreed )?(?:participants|attend\w+|present|apologies|action (?:items|points)"
    r"|actions?|next (?:steps|meeting)|papers?|speakers?|side events?|news)\b"
)
OF_OTHERS = re.compile(
    r"\b(?:statements?|views?|positions?|comments?|inputs?|submissions?|letters?|updates?"
    r"|presentations?|proposals?|reports?) (?:by|from|on|received)\b"
    r"|\b(?:statements?|views?|positions?) of\b"
    r"|\breports? of the (?:bureau|sub|secretariat|task)|\bliaison|\bpress release"
    r"|\bother (?:meetings|groups|bodies)\b|\bto be (?:taken|decided|discussed)\b"
    r"|\bfor discussion\b|\b(?:annex|appendix|workshop)\b"
    rf"|^\W*{OF_PEOPLE_AND_PAPERS}",
    re.IGNORECASE,
)
"""Of a part heading in the text: what stands below is of somebody else, or no element."""

# ---- part headings and suffixes that carry the disposition

THINGS = (
    r"elements?|items?|proposals?|points?|recommendations?|principles|texts?|paragraphs?"
    r"|amendments?|motions?|conclusions?|propositions|decisions?|resolutions?|standards?"
    r"|requirements?|provisions?|changes|definitions|objectives|goals|measures|statements?"
    r"|characteristics|outcomes|articles|clauses|guidelines"
)
NUMBERS = r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
STATUSES = {
    AGREED: r"agreed(?: (?:up)?on)?|adopted|approved|accepted",
    REJECTED: r"rejected",
    NOT_DISCUSSED: r"not discussed",
    WITHDRAWN: r"withdrawn",
    DEFERRED: r"(?:deferred to|for|to be included in|referred to) (?:the|its) (?:final )?report",
}
TAKEN_BACK = re.compile(
    r"(?:not (?:been )?agreed|did not (?:agree|accept)|no (?:consensus|agreement)|disagree\w*"
    r"|reject\w*|withdr[ae]w\w*|deferr\w*|object(?:ed|s|ions?)|reserv\w+|oppos\w+|bracket\w*"
    r"|dis(?:as)?sociat\w+|contested|disputed|none (?:of|was|were)|no longer)\b",
    re.IGNORECASE,
)
"""What in an item, or just below a list, may take something of it back."""

STATUS_WORD = re.compile(
    r"agree|adopt|approv|accept|reject|withdr|discuss|defer|report\b|consensus|pending|bracket"
    r"|reserv|object|oppos|tbc|tbd|open|confirm|square|support|parked|closed|note|disput|carried"
    r"|fail|lost|lapsed|tabled|amend",
    re.IGNORECASE,
)


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
    if further:
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
            by = PASSIVE_BY.match(masked.left, found.end())
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


def meetings_named(text: str) -> set[int]:
    return {number_of(found) for found in MEETING.finditer(text)}


def number_of(found: re.Match[str]) -> int:
    if found["number"]:
        return int(found["number"])
    ordinal = found["ordinal"].lower()
    return ORDINALS.index(ordinal) + 1 if ordinal in ORDINALS else int(ordinal[:-2])


def said_by_heading(text: str, known: Known) -> Said | None:
    """What a part heading says of the list below it: "Elements agreed in principle"."""
    masked = Masked(text)
    qualifiers = qualifiers_in(masked, known)
    bases = list(basis_in(masked))
    things = "|".join([THINGS, *(re.escape(name) for name in known.headings)])
    for meaning, status in STATUSES.items():
        found = re.fullmatch(
            rf"\s*(?:list of |the )?(?:(?:{things})\s+)?(?:(?:that|which) (?:was|were) )?"
            rf"(?P<status>{status})(?:\s+(?:{things}))?"
            rf"(?:\s+by the (?:{SUBJECT_NOUNS}))?[\s:.]*",
            masked.left,
            re.IGNORECASE,
        )
        if found and len(bases) < 2:
            words = Words(meaning, text[slice(*found.span("status"))], *found.span("status"))
            return Said(
                (words,),
                bases[0] if bases else None,
                tuple(qualifiers),
                heading_in(text, known) if meaning == AGREED else None,
                doubts=("perhaps-not-reached",) if meaning == NOT_DISCUSSED else (),
                leads=True,
            )
    return None


@dataclass(frozen=True)
class Suffix:
    """What stands after an item in brackets: a disposition, or something not understood (None)."""

    said: Said | None
    text: str
    start: int


def suffix_of(text: str, known: Known) -> Suffix | None:
    """The disposition that an item carries itself: "Funding [withdrawn]". None for no suffix."""
    found = re.search(r"\s*(?:\[([^\[\]]{1,60})\]|\(([^()]{1,60})\))\s*[.;]?$", text)
    if found is None or not found.start():
        return suffix_after_dash(text, known)
    inner = found[1] or found[2]
    if found[1] is None and not STATUS_WORD.search(inner):
        return None
    return Suffix(said_by_heading(inner, known), inner, found.start())


def suffix_after_dash(text: str, known: Known) -> Suffix | None:
    """The disposition after a dash or a colon: "Funding: withdrawn", "Funding – not agreed"."""
    found = re.search(r"(?:\s+[-–—]|:)\s+(?P<inner>[a-zA-Z ]{4,40})[.;]?$", text)
    if found is None or not found.start():
        return None
    # "Ben: agreed" may be who spoke; after a colon only what was not agreed counts.
    said = None if found[0].startswith(":") else said_by_heading(found["inner"], known)
    if said is None and not TAKEN_BACK.match(found["inner"]):
        return None
    return Suffix(said, found["inner"], found.start())


SENTENCE = re.compile(r"(?<=[.!?])(?<!\bNo\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\b[A-Z]\.)"
                      r"(?<!\be\.g\.)(?<!\bi\.e\.)\s+(?=[\"“(]?[A-Z])")  # fmt: skip


def sentences_of(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of a paragraph, each with where it begins."""
    at = 0
    for found in SENTENCE.finditer(text):
        yield at, text[at : found.start()]
        at = found.end()
    yield at, text[at:]


def moved(words: Iterable[Words], by: int) -> tuple[Words, ...]:
    return tuple(Words(w.meaning, w.text, w.start + by, w.end + by) for w in words)
