"""Part headings and suffixes that carry the disposition: "Elements agreed", "One [withdrawn]"."""

import re
from dataclasses import dataclass

from deliberations.imports.phrases import Masked, basis_in, heading_in, qualifiers_in
from deliberations.imports.vocabulary import (
    STATUS_WORD,
    STATUSES,
    SUBJECT_NOUNS,
    TAKEN_BACK,
    THINGS,
)
from deliberations.imports.words import AGREED, NOT_DISCUSSED, Known, Said, Words


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
