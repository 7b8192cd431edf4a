"""Lines that carry their label: "RESOLUTION: ...", "AGREED: ...": what they say, and of what."""

import re
from collections.abc import Sequence

from deliberations.imports.beside import MUST_NOT_STAND
from deliberations.imports.paragraphs import TITLE, Paragraph
from deliberations.imports.vocabulary import CARRIED, TAKEN_BACK, is_lost
from deliberations.imports.words import AGREED, REJECTED, Known, Said, Unsaid, Words

LABEL = re.compile(
    r"(?:\[?\d{1,2}:\d{2}(?::\d{2})?\]?\s+)?(?:<[\w|-]{1,30}>\s+)?"
    r"(?:(?P<label>RESOLUTION|RESOLVED|AGREED|Resolved(?=:\s+[Tt]hat\b))"
    r"(?:\s+(?:#|No\.?\s*)?\d[\d./-]*)?\s*:"
    r"|(?P<dashed>RESOLUTION)(?:\s+(?:#|No\.?\s*)?\d[\d./-]*)?\s+[–—-]\s"
    r"|(?P<numbered>Resolved|RESOLVED)\s+[(\[]\d[\d./-]*[)\]],?)"
    r"\s*(?P<text>\S.*?)"
    # What a bot adds: who said it, and when.
    r"(?:\s+\(@?[\w.:|-]{1,40}, \d{1,2}:\d{2}(?::\d{2})?\))?$",
    re.DOTALL,
)
NOT_ITSELF = re.compile(
    r"(?:to |that |we )?(?P<verb>reject|defer|declin|postpon|withdraw|table|drop|abandon|close|"
    r"delet|remov|revert|not |rescind|revok|overturn|repeal|reopen|re-open|suspend|cancel|keep|"
    r"wontfix|adjourn|undo)\w*",
    re.IGNORECASE,
)
NO_RESOLUTION = re.compile(
    r"(?:none|nothing|no|yes|ok(?:ay)?|tb[acd]|n/?a|see|pending|by|open|unresolved|done|same"
    r"|approved|accepted|agreed|adopted|carried|passed|unanimous\w*|motion|vote|proposal to"
    r"|whether|fixed|duplicate|invalid|to (?:disagree|meet|continue|discuss|come)"
    r"|we (?:meet|should)|recommend|request|ask|invite|thank|meet|send|call|revisit|discuss"
    r"|continue|wait|poll|punt|park|leave (?:it|this|that|as)"
    r"|move (?:\w+ )?to (?:the )?next|at risk|\[[^\]]*\]$|of|than|which|and|or|but|try"
    r"|(?:the )?(?:editors?|authors?|(?:co-?)?chairs?|secretariat|rapporteurs?|staff)"
    r" (?:to|will|shall))\b",
    re.IGNORECASE,
)
"""How a text begins that is no resolution, or only says that there was one."""

SOMEBODY_DOES = re.compile(
    r"(?!(?:We|The|This|That|All|Each|Every|It|They|These|Those|Proposal|Motion)\b)"
    r"[A-Z][\w.’'-]*(?:(?:, | and | & )[A-Z][\w.’'-]*)*"
    r"\s+(?:to|will|shall|takes?|volunteers?|is to)\s+[a-z]"
)
LINKS = re.compile(
    r"\([^()]*\)|@[\w.-]+|[\[\]<>]|\b(?:and|or|with|from|for|of|the|to|in|on|at|by|y|e|et"
    r"|de|da|del|der|di|du|dos|la|le|el|al|bin|ben|ibn|van|von|zu|secretariat|presidency|moderator"
    r"|delegations?)\b"
)
"""What stands between names, or in one."""
EVERYBODY = re.compile(
    r"(?:all|everyone|everybody|both|most|some|many|half|nobody)"
    r"(?: (?:present|members?|delegat\w+|participants|agree\w*|of us|but\b.*|except\b.*))*$",
    re.IGNORECASE,
)
POINTS = re.compile(
    r"(?:as|with|without|in principle|per|under|after|before|see|\d)\b"
    r"|(?:the )?(?:option|item|para(?:graph)?|section|article|clause|point|issue|ticket|version"
    r"|draft|alternative|variant|slide|page|line|text|wording|language|formulation|proposal"
    r"|suggestion)s?\b(?: (?!(?:be|is|are|was|were|stays?|goes|reads?|should|must)\b)\S+){0,4}$"
    r"|\S+(?: \S+)?[’']s? (?:text|wording|language|version|formulation|proposal|suggestion)\W*$",
    re.IGNORECASE,
)
"""What only points to that which was agreed: "option B", "as proposed", "Ana’s text"."""
SPEAKS = re.compile(
    r"(?:[A-Z][\w.’'-]*,? (?:and )?){1,3}(?:agree|disagree|accept|support|oppose|object|concur"
    r"|second|approve|confirm|abstain|insist|propose|suggest)(?:s|d|ed)?\b"
)


def names_alone(what: str) -> bool:
    """Whether a text may be a list of those who agreed: it has no word but names.

    A title may have none either ("Internet Governance Forum"): then it is not told which.
    """
    if EVERYBODY.match(what.strip(" .!")):
        return True
    # "Ana and Ben as editors"
    without_role = re.sub(r"\bas (?:an? |the )?[\w-]+(?: [\w-]+)?\W*$", " ", what)
    words = re.findall(r"[^\W\d_][\w’'-]*", LINKS.sub(" ", without_role))
    if not any(word[0].islower() or not word[0].isupper() for word in words):
        return True
    parts = re.split(r"\s*(?:[,;&/+]|\b(?:and|or)\b)\s*", what.strip(" .!"))
    parts = [part for part in parts if part]
    return len(parts) > 1 and all(re.fullmatch(r"[^\W\d_][\w.’'-]*", part) for part in parts)


HANGS = re.compile(
    r"\b(?:if|unless|until|provided|subject to|pending|whether|tentative\w*|provisional\w*"
    r"|in principle only|for now|next (?:week|call|meeting|time)|later|tbc|tbd|to be confirmed"
    r"|come back|straw poll|said|says|modulo|maybe|perhaps|possibly|probably|as (?:a|the) basis"
    r"|for (?:a|one|two|three|\d+) (?:day|week|month|year)s?)\b",
    re.IGNORECASE,
)
DENIES = re.compile(
    r"\b(?:do|does|did|will|would|is|are|was|were|has|have|had)(?: \w+)? ?n[o'’]t\b|n['’]t\b"
    r"|\blet['’]s not\b|\b(?:is|are|was|were) not\b|\bno change\b|\b(?:no|without) consensus\b",
    re.IGNORECASE,
)
UNDONE = re.compile(
    r"\b(?:fail(?:s|ed)?|defeated|not carried|was lost|is lost|were lost|tabled|vetoed|lost"
    r"|did not pass|does not pass|not adopted|not approved|rescinded|withdrawn?|objections?"
    r"|i object|objects? to|objected|declined|denied|deferred|postponed|tied|no quorum|inquorate"
    r"|objecting|dissenting|unmerged|straw poll|scratch|strike that|come back|take it back"
    r"|not resolved|not agreed"
    r"|\w+n['’]t (?:think )?(?:we )?(?:agree|resolve)\w*|premature|out of order"
    r"|(?:was|is) (?:not a|no) (?:resolution|decision)|hold on|disagree\w*"
    r"|(?:not have|without|lacked?) (?:a )?quorum)\b"
    r"|(?:^|>\s*|:\s*)(?:-1\b|s/[^/]+/)",
    re.IGNORECASE,
)
UNDOES = re.compile(
    r"\b(?:rescind|revert|reverse|undo|overturn|annul|withdraw)\w* (?:the |that |this |our )?"
    r"(?:\w+ )?(?:resolution|decision)",
    re.IGNORECASE,
)
"""In a resolution: that it takes back one before it."""
MOVED = re.compile(r"\b(?:moved|motion|proposed|introduced|draft|tabled)\b", re.IGNORECASE)


def said_by_label(text: str, known: Known) -> tuple[Said | Unsaid, int, int] | None:
    """What a line as "RESOLUTION: ..." says, and from where to where the text is that it is about.

    Such a text is agreed as it stands, or not understood: one that itself tells of an outcome, a
    condition, a count, or somebody's task becomes nothing.
    """
    found = LABEL.match(text)
    if found is None:
        return None
    what, (at, end) = found["text"], found.span("text")
    name = next(name for name in ("label", "dashed", "numbered") if found[name])
    label = Words(AGREED, found[name], *found.span(name))
    if why := why_not(what):
        return why, at, end
    if verb := NOT_ITSELF.match(what):
        other = {"reject": REJECTED, "declin": REJECTED}.get(verb["verb"].lower(), "")
        rest = what[verb.end() :]
        if not other or re.search(r"\b(?:and|but|then|accept|adopt|approve)\b", rest):
            return Unsaid("about-a-text", verb[0]), at, end
        return Said((label, Words(other, verb[0], verb.start() + at, verb.end() + at))), at, end
    return Said((label,)), at, end


def why_not(what: str) -> Unsaid | None:
    """Why the text of a resolution is none, or says more than itself."""
    no_element = next(pattern for name, pattern in MUST_NOT_STAND if name == "no-element")
    for why, pattern, at_start in (
        ("no-element", no_element, False),
        ("no-element", SOMEBODY_DOES, True),
        ("negated", DENIES, False),
        ("unknown", NO_RESOLUTION, True),
        ("conditional", HANGS, False),
        ("points", POINTS, True),
        ("reported", SPEAKS, True),
    ):
        if wrong := (pattern.match(what) if at_start else pattern.search(what)):
            return Unsaid(why, wrong[0])
    if len(what.split()) < 2 and what.isascii():
        return Unsaid("unknown", what)
    if names_alone(what):
        return Unsaid("names", what[:60])
    begins = NOT_ITSELF.match(what)
    rest = what[begins.end() :] if begins else what
    for pattern in (TAKEN_BACK, UNDONE, CARRIED):
        if wrong := pattern.search(rest):
            return Unsaid("two-outcomes", wrong[0])
    counted = re.search(r"\d+ (?:for|against|in favou?r|yes|no)\b|\([+-]?\d+\s*[,:/]", what)
    if counted or "?" in what[-2:] or re.search(r"\bconsensus\b", what, re.IGNORECASE):
        return Unsaid("basis", what[:60])
    return None


def undone_in(texts: Sequence[str]) -> str:
    """What the texts below a resolution say against it; "" for nothing."""
    for text in texts:
        if found := UNDONE.search(text):
            return found[0].strip()
        if is_lost(text):
            return text[:60]
    return ""


def undone_after(paragraphs: Sequence[Paragraph], index: int) -> str:
    """What below a resolution says that it did not stand; "" for nothing."""
    below = []
    for paragraph in paragraphs[index + 1 : index + 6]:
        if LABEL.match(paragraph.text) or paragraph.kind == TITLE:
            break
        below.append(paragraph.text)
    later = (p.text for p in paragraphs[index + 1 : index + 6] if LABEL.match(p.text))
    undoes = next((found for text in later if (found := UNDOES.search(text))), None)
    return undone_in(below) or (undoes[0] if undoes else "")


def only_moved(paragraphs: Sequence[Paragraph], index: int) -> str:
    """What above "Resolved (3), ..." says that it was moved: whether it passed is open."""
    if not paragraphs[index].text.startswith(("Resolved (", "Resolved [", "RESOLVED (")):
        return ""
    for above in reversed(paragraphs[max(0, index - 8) : index]):
        if LABEL.match(above.text) or above.kind == TITLE:
            break
        if found := MOVED.search(above.text):
            return found[0]
    return ""
