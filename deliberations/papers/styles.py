"""The house style of a group: a Word file in which its papers are issued, tried before it is kept.

What a paper says is not the style's: a style that leaves something out, or in which a list is no
list any more, is refused.
"""

import base64
import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from deliberations.imports.limited import Refusal, said_by
from deliberations.imports.paragraphs import paragraphs_of
from deliberations.imports.reading import read
from deliberations.imports.words import Known
from deliberations.operations import Refused
from deliberations.papers import Paper, is_right_to_left
from deliberations.papers.finishing import LEFT_TO_RIGHT, lined
from deliberations.readings.import_words import UNREADABLE
from deliberations.readings.parts import Part, PartKind, blocks

MAX_STYLE = 5 * 2**20
"""Bytes of a style: all that is issued in it holds them too."""


class Unfit(Refused):
    """The style can't be filled in, or says otherwise than the paper; sentences: why."""

    def __init__(self, sentences: Iterable[str]) -> None:
        self.sentences = list(sentences)
        super().__init__(" ".join(self.sentences))


def styled(paper: Paper, style: bytes) -> bytes:
    """The paper as a Word file in the style. Unfit if it is not to be filled in with this one."""
    return base64.b64decode(answered("fill", style, [paper])["files"][0])


def try_out(style: bytes) -> None:
    """Fill in the style with a paper that has everything and with one that has next to nothing,
    and read both back. Unfit if that fails, or if they say anything else.
    """
    refuse_too_large(len(style))
    refuse_unless_the_same(answered("try", style, TRIAL)["texts"])


def refuse_too_large(size: int) -> None:
    """size: in bytes."""
    if size > MAX_STYLE:
        raise Unfit(
            [_("The file is too large for a style: at most 5 MB. Make its pictures small.")]
        )


def answered(asked: str, style: bytes, papers: Iterable[Paper]) -> dict[str, Any]:
    """What the limited process says to it; what it refuses is raised as Unfit."""
    try:
        given = json.dumps(given_for(style, papers)).encode()
        return unrefused(said_by("papers.styling", asked, given))
    except Refusal as refusal:
        return unrefused({"why": refusal.why})


def given_for(style: bytes, papers: Iterable[Paper]) -> dict[str, Any]:
    return {"style": base64.b64encode(style).decode(), "papers": [*map(words_of, papers)]}


def unrefused(said: dict[str, Any]) -> dict[str, Any]:
    if "lost" in said:
        raise Unfit(sentences_of_lost(said["lost"]))
    if "misfit" in said:
        raise Unfit([sentence_of(**said["misfit"])])
    if "why" in said:
        raise Unfit([str(WHY.get(said["why"]) or UNREADABLE[said["why"]])])
    return said


def words_of(paper: Paper) -> list[Any]:
    """As styling.Words has it."""
    return [
        lined(paper.title),
        paper.dated.isoformat() if paper.dated else None,
        get_language() or "en",
        [
            (str(part.kind), lined(part.text), part.of, label_of(part), lined(part.words))
            for part in paper.parts()
        ],
    ]


def label_of(part: Part) -> str:
    """In a text from right to left, too, 2/D5 is not D5/2."""
    turned = part.label and is_right_to_left(part.words)
    return f"{LEFT_TO_RIGHT}{part.label}" if turned else part.label


# ---- why it does not fit

WHY = {
    "too-much": gettext_lazy("Filling in the style takes more time or memory than one needs."),
    "other-content": gettext_lazy("That is no Word file. Bring a style that ends in .docx."),
}

WHERE = {
    "document": gettext_lazy("the text"),
    "header": gettext_lazy("a header"),
    "footer": gettext_lazy("a footer"),
    "footnotes": gettext_lazy("the footnotes"),
}

MISFITS = {
    "name": gettext_lazy(
        "“%(word)s” is nothing of the paper. There are: letterhead, title, date, language, "
        "parts, body."
    ),
    "attribute": gettext_lazy(
        "“.%(word)s” is nothing that a part has. It has: .kind, .text, .of, .label, .words; a "
        "loop has .first, .last, .index, .length."
    ),
    "word": gettext_lazy(
        "“%(word)s” is nothing that a style can say. It can say: for … in, if, elif, else, and "
        "the words of the paper."
    ),
    "unclosed": gettext_lazy("“%(word)s” is begun and not ended: its end%(word)s is missing."),
    "unreadable": gettext_lazy("What stands in braces can’t be read (%(word)s)."),
    "crossed": gettext_lazy(
        "A for or an if does not end where it began, as outside and inside of a table, or lacks "
        "its p. Put each on a line of its own, as {%%p for … %%} and {%%p endfor %%}."
    ),
    "braces": gettext_lazy(
        "Each mark begins and ends in one paragraph: {{ … }} for words, {%%p … %%} for a line "
        "that only steers. Here one does not."
    ),
    "fails": gettext_lazy("It can’t be filled in (%(word)s)."),
    "field": gettext_lazy(
        "The style has a field, %(word)s, that fetches something, or shows something else each "
        "time the document is opened. Take it out; the date of the paper is {{ date }}."
    ),
}


def sentence_of(*, why: str, word: str, where: str, number: int, words: str) -> str:
    said = str(MISFITS[why]) % {"word": word}
    if not number:
        return said
    return _("Paragraph %(number)d of %(where)s, “%(words)s”: %(said)s") % {
        "number": number,
        "where": WHERE.get(where, ""),
        "words": words,
        "said": said,
    }


def sentences_of_lost(lost: Iterable[tuple[str, str]]) -> Iterator[str]:
    """A sentence for each kind of part."""
    first: dict[str, str] = {}
    for kind, text in lost:
        first.setdefault(kind, text)
    for kind, text in first.items():
        yield _(
            "The style leaves out %(kind)s, or puts it elsewhere: “%(words)s” does not stand "
            "where it stands in the paper."
        ) % {"kind": KINDS[PartKind(kind)], "words": text}


MARKS = [
    ("{{ letterhead }}", gettext_lazy("the letterhead of the paper")),
    ("{{ title }}", gettext_lazy("its title")),
    ("{{ date }}", gettext_lazy("its date; empty where it has none")),
    ("{{ language }}", gettext_lazy("its language, as “en”")),
    (
        "{%p for part in body %} … {%p endfor %}",
        gettext_lazy(
            "what stands between, again for each part of the text. The p makes a paragraph vanish "
            "that only steers"
        ),
    ),
    ("{{ part.text }}", gettext_lazy("in there: the words of the part")),
    (
        '{%p if part.kind == "item" %} … {%p elif … %} … {%p endif %}',
        gettext_lazy(
            "in there: only for parts of a kind: paragraph, question, sentence, item, note, said, "
            "closing; in reports also chapter, standing, ruling, element"
        ),
    ),
    (
        "{{ part.label }} {{ part.words }}",
        gettext_lazy(
            "in there: of a ruling or an element its reference, and the rest of its words"
        ),
    ),
    ("{{ part.of }}", gettext_lazy("in there: the decision that the part tells of, as 2/D5")),
]

# ---- the trial

KINDS = {
    PartKind.TITLE: gettext_lazy("the title"),
    PartKind.DATE: gettext_lazy("the date"),
    PartKind.PARAGRAPH: gettext_lazy("the introduction (kind “paragraph”)"),
    PartKind.QUESTION: gettext_lazy("the question (kind “question”)"),
    PartKind.CHAPTER: gettext_lazy("a chapter of a report (kind “chapter”)"),
    PartKind.STANDING: gettext_lazy("a heading of elements in a report (kind “standing”)"),
    PartKind.RULING: gettext_lazy("a decision in a report (kind “ruling”)"),
    PartKind.ELEMENT: gettext_lazy("an element in a report (kind “element”)"),
    PartKind.SENTENCE: gettext_lazy("the sentence of a decision (kind “sentence”)"),
    PartKind.ITEM: gettext_lazy("an element (kind “item”)"),
    PartKind.NOTE: gettext_lazy("a note (kind “note”)"),
    PartKind.SAID: gettext_lazy("a statement (kind “said”)"),
    PartKind.CLOSING: gettext_lazy("the closing (kind “closing”)"),
}
"""What no style leaves out. The letterhead may be a picture."""

# No words of a group: its letters, signs and lines are what a paper may have.
FULL = [
    Part(PartKind.LETTERHEAD, "A group that tries its style"),
    Part(PartKind.TITLE, "Synthesis of a trial"),
    Part(PartKind.DATE, "2 May 2017"),
    Part(PartKind.PARAGRAPH, "The trial has words of its own & signs like <these>."),
    Part(PartKind.QUESTION, "What has a style to keep?"),
    Part(PartKind.SENTENCE, "The Group agreed, in principle, on the following elements:", "1/D1"),
    Part(PartKind.ITEM, "Lists with {{ braces }} and “signs”", "1/D1"),
    Part(PartKind.ITEM, "Больше письмен, 以及其他文字", "1/D1"),
    Part(PartKind.ITEM, "النفاذ الشامل إلى الإنترنت", "1/D1"),
    Part(PartKind.NOTE, "[Corrected by a later decision.]", "1/D1"),
    Part(PartKind.SAID, "A member: a reservation, 1 May 2017: “We wait.”", "1/D1"),
    Part(PartKind.QUESTION, "What else?"),
    Part(PartKind.SENTENCE, "The Group rejected the following elements:", "1/D2"),
    Part(PartKind.ITEM, "Ornaments", "1/D2"),
    Part(PartKind.ITEM, "Further ornaments", "1/D2"),
    Part(PartKind.CLOSING, "The trial ends here."),
]
LEAST = [Part(PartKind.TITLE, "Decision 1/D1")]
REPORT = [
    Part(PartKind.LETTERHEAD, "A group that tries its style"),
    Part(PartKind.TITLE, "Report of a trial"),
    Part(PartKind.CHAPTER, "What was tried"),
    Part(PartKind.STANDING, "Kept"),
    Part(PartKind.RULING, "1/D3 Two things were kept.", "1/D3"),
    Part(PartKind.ELEMENT, "E1 Lists with {{ braces }}", "1/D3"),
    Part(PartKind.ELEMENT, "E2 النفاذ الشامل إلى الإنترنت", "1/D3"),
]


class Sample:
    """A paper for the trial."""

    def __init__(self, parts: list[Part], dated: date | None) -> None:
        self.all, self.dated = parts, dated

    @property
    def title(self) -> str:
        return next(part.text for part in self.all if part.kind == PartKind.TITLE)

    def parts(self) -> list[Part]:
        return self.all


TRIAL = [Sample(FULL, date(2017, 5, 2)), Sample(LEAST, None), Sample(REPORT, None)]


def refuse_unless_the_same(texts: Iterable[str]) -> None:
    """texts: of the papers of the trial, read as documents that are brought in."""
    for paper, text in zip(TRIAL, texts, strict=True):
        if understood(text) != understood("\n\n".join(blocks(paper.parts()))):
            raise Unfit([str(OTHERWISE)])


OTHERWISE = gettext_lazy(
    "Read back, the document does not say what the group decided: keep each sentence a paragraph "
    "of its own, below it each element as one of a list (with a bullet or a number), and add no "
    "words that decide something."
)


def understood(text: str) -> list[object]:
    """What a document is read to have decided."""
    return [
        (
            [words.meaning for words in disposal.outcomes],
            [words.meaning for words in disposal.qualifiers],
            disposal.basis and disposal.basis.meaning,
            disposal.sentence,
            [" ".join(item.text.split()) for item in disposal.items],
        )
        for disposal in read(paragraphs_of(text), Known()).disposals
    ]
