"""What a document says of itself: whose it is, its title, its day, its meeting, its own words."""

import re
from collections.abc import Sequence
from datetime import date, datetime

from deliberations.imports.lists import is_note
from deliberations.imports.paragraphs import TEXT, TITLE, Paragraph
from deliberations.imports.statuses import said_by_heading
from deliberations.imports.understood import Understood
from deliberations.imports.vocabulary import DATE, meetings_named
from deliberations.imports.words import Known

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
    understood: Understood, paragraphs: Sequence[Paragraph], begin: int, parts: Sequence[int]
) -> None:
    """What stands before the first disposal and after the last belongs to the document itself.

    parts: the paragraphs in between that are questions, or notes.
    """
    if not understood.disposals:
        return
    used = [d.paragraph for d in understood.disposals]
    used += [item.paragraph for d in understood.disposals for item in d.items]
    used += parts
    first, last = min(used), max(used)
    before = [p.text for p in paragraphs[begin:] if p.number < first]
    after = [p.text for p in paragraphs if p.number > last and p.kind in (TEXT, TITLE)]
    understood.introduction = "\n\n".join(before)
    understood.closing = "\n\n".join(text for text in after if not is_note(text))
