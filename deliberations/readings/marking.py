"""The words that were looked for, marked in the texts in which they were found."""

import re
from collections.abc import Iterable

from django.contrib.postgres.fields import ArrayField
from django.db.models import TextField, Value

from deliberations import permissions
from deliberations.models import WorkingGroup
from deliberations.models.search import Marks

LONGEST = 320
"""Characters shown of a text."""
NEAR = 4000
"""Characters of a longer text, about the words looked for, in which they are marked."""
STEM = 4
"""Letters by which a word is looked for in a long text: its other forms begin with them, too."""

WORD = re.compile(r"[\u3400-\u9fff]+|[^\W\u3400-\u9fff]+")
HAN = re.compile(r"[\u3400-\u9fff]")

type Pieces = list[tuple[str, bool]]
"""A text, or a part of it, as (words, whether they were asked for)."""


def marked(
    texts: list[str], words: str, group: WorkingGroup, reader: permissions.Person
) -> list[Pieces]:
    """Each text, or the part of it around the first of the words, with what to mark.

    The database says which words they are: it knows their stems.
    """
    asked = sorted({part for text in texts for word in WORD.findall(text) for part in of(word)})
    meant = (
        WorkingGroup.objects.visible_to(reader)
        .filter(pk=group.pk)
        .values_list(
            Marks(Value(asked, output_field=ArrayField(TextField())), Value(words)), flat=True
        )
    )
    found = frozenset(meant[0]) if asked else frozenset()
    return [around(in_pieces(text, found)) for text in texts]


def near(text: str, words: str) -> str:
    """Of a long text, so much about the first place where any of the words may be; where there is
    none, its beginning.
    """
    if len(text) <= NEAR:
        return text
    folded = text.casefold()
    stems = {next(iter(of(word))).casefold()[:STEM] for word in WORD.findall(words)}
    found = min((at for at in map(folded.find, stems) if at >= 0), default=0)
    first = max(text.rfind("\n", 0, found) + 1, found - LONGEST)
    return text[first : first + NEAR]


def of(word: str) -> Iterable[str]:
    """What of a word may be marked by itself: of Chinese, pairs of signs, as they are searched."""
    return [word[at : at + 2] for at in range(len(word))] if HAN.match(word) else [word]


def in_pieces(text: str, marked: frozenset[str]) -> Pieces:
    is_marked = [False] * len(text)
    for found in WORD.finditer(text):
        for number, part in enumerate(of(found[0])):
            if part in marked:
                first = found.start() + number
                is_marked[first : first + len(part)] = [True] * len(part)
    pieces: Pieces = []
    for sign, mark in zip(text, is_marked, strict=True):
        if pieces and pieces[-1][1] == mark:
            pieces[-1] = (pieces[-1][0] + sign, mark)
        else:
            pieces.append((sign, mark))
    return pieces


def around(pieces: Pieces) -> Pieces:
    """Of a long text, the part about the first mark, cut between words where there are any."""
    if sum(len(words) for words, _mark in pieces) <= LONGEST:
        return pieces
    lead = ""
    if pieces[0][1] is False:
        lead = pieces.pop(0)[0]
        if len(lead) > LONGEST // 4 and pieces:
            lead = "…" + (lead[-LONGEST // 4 :].partition(" ")[2] or lead[-20:])
    shown: Pieces = [(lead, False)] if lead else []
    left = LONGEST - len(lead)
    for words, mark in pieces:
        shown.append((words[: max(left, 0)], mark))
        left -= len(words)
        if left <= 0:
            break
    if left < 0 or not pieces:
        last, mark = shown[-1]
        cut = last[:LONGEST]
        shown[-1] = ((cut.rpartition(" ")[0] or cut) + "…", mark)
    return shown
