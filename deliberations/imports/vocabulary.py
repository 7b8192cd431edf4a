"""The words of groups, as patterns: subjects, predicates, bases, what must not stand beside."""

import re

from deliberations.imports.words import AGREED, DEFERRED, NOT_DISCUSSED, REJECTED, WITHDRAWN

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
    "|task force|governing body|governors|members|membership|senate|synod|congress"
    "|participants|delegates|delegations|trustees|directors"
)
SUBJECT_KINDS = (
    "working|steering|task|expert|study|plenary|city|town|parish|county|village|district"
    "|works|academic|general|executive|faculty"
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


def meetings_named(text: str) -> set[int]:
    return {number_of(found) for found in MEETING.finditer(text)}


def number_of(found: re.Match[str]) -> int:
    if found["number"]:
        return int(found["number"])
    ordinal = found["ordinal"].lower()
    return ORDINALS.index(ordinal) + 1 if ordinal in ORDINALS else int(ordinal[:-2])


INTRO = (
    rf"(?:(?:at|during|in) (?:its|the|this|today['’]s) (?:{ORDINAL} )?"
    r"(?:(?!next|previous|last|prior|earlier|coming|forthcoming|future|upcoming)[\w-]+ ){0,2}?"
    rf"(?:meeting|session)(?:,? (?:held )?on {DATE}| of {DATE}| \({DATE}\))?"
    rf"|on {DATE}"
    r"|(?:after|following)(?: (?:a|an|some|the|further|extensive|careful|lengthy|thorough|brief))*"
    r" (?:discussions?|debate|deliberations?|exchange of views|consideration)"
    r"(?: (?:on|of) (?:the|this) (?:matter|item|issue|question)s?)?"
    r"|having (?:considered|discussed|examined|debated)"
    r" (?:the|this) (?:matter|item|issue|question)s?"
    r"|in addition|furthermore|moreover|finally|additionally|also|lastly|second|secondly|then"
    r"|third|thirdly|first|firstly|on the other hand|accordingly|therefore|likewise|similarly"
    r"|under (?:agenda )?item \d+"
    r"|(?:on|with regard to|with respect to|as regards|regarding|concerning) [^,:;]{1,80})"
)


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
        rf"(?:adopted|approved|accepted|endorsed|consented to){GAP}{FOLLOWING}",
        rf"passed{GAP}{FOLLOWING}(?=\s+(?:\w+\s+)?(?:resolutions?|motions?)\b)",
        rf"{DECIDED}{GAP}to {ACCEPT}\s+{FOLLOWING}",
        rf"(?:agreed|resolved){GAP}{ADVERB}{GAP}that{GAP}{FOLLOWING}{NOUN}\s(?:should|would)?{GAP}"
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
    *predicate(AGREED, rf"(?:was|were|have been){GAP}(?:{ACCEPTED}(?: (?:up)?on)?|passed)"),
    *predicate(REJECTED, r"(?:was|were|have been) rejected"),
]
PASSIVE_BY = re.compile(rf"\s*by the (?:(?:{SUBJECT_KINDS}) )*(?:{SUBJECT_NOUNS})", re.IGNORECASE)
WITHDRAWN_BY = re.compile(
    r"\s*by (?:its|their|the) (?:proposers?|proponents?|sponsors?|authors?)", re.IGNORECASE
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
    r"|dis(?:as)?sociat\w+|contested|disputed|none (?:of|was|were)|no longer"
    r"|deleted|struck (?:out|from))\b",
    re.IGNORECASE,
)
"""What in an item, or just below a list, may take something of it back."""

STATUS_WORD = re.compile(
    r"agree|adopt|approv|accept|reject|withdr|discuss|defer|report\b|consensus|pending|bracket"
    r"|reserv|object|oppos|tbc|tbd|open|confirm|square|support|parked|closed|note|disput|carried"
    r"|fail|lost|lapsed|tabled|amend|delet|remov|struck|proposal|unanim|: (?:no|yes)\b",
    re.IGNORECASE,
)
