"""What stands around the passages of a document, and takes weight from them or places them."""

import re

from deliberations.imports.paragraphs import ITEM, TEXT, TITLE, Paragraph
from deliberations.imports.parts import (
    DISCLAIMER,
    HEADER_DISCLAIMER,
    NOT_OF_THIS,
    OF_OTHERS,
    OF_PEOPLE_AND_PAPERS,
    WHOLLY_OTHER,
)
from deliberations.imports.statuses import said_by_heading
from deliberations.imports.understood import Item
from deliberations.imports.vocabulary import meetings_named
from deliberations.imports.words import Known, Said, folded, sentences_of


class Surroundings:
    """What was seen so far.

    parts: the paragraphs that are questions, or notes. part, whole: the heading that the next
    paragraphs stand under, and that of the document where it is no record at all. of_others:
    whether that heading is of somebody else, or of no element.
    """

    def __init__(self, known: Known) -> None:
        self.known = known
        self.disclaimers: list[Item] = []
        self.questions: tuple[int, ...] = ()
        self.parts: list[int] = []
        self.part = self.whole = ""
        self.of_others = False
        self.quoted = False

    def see_header(self, paragraph: Paragraph) -> None:
        self.see_disclaimer(paragraph)
        if HEADER_DISCLAIMER.search(paragraph.text):
            self.disclaimers.append(Item(paragraph.text, paragraph.number))
        if WHOLLY_OTHER.search(paragraph.text):
            self.whole = paragraph.text
        if len(paragraph.text) <= 30:
            self.part = paragraph.text
            self.of_others = bool(re.match(OF_PEOPLE_AND_PAPERS, paragraph.text, re.IGNORECASE))

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
        short = len(text) <= 100 and not text.endswith((*".:;,?!", "”", '"', "»"))
        short = short and not re.search(r"\bthe following\b.*:\s", text)
        if paragraph.kind == TITLE or (short and paragraph.kind in (TEXT, ITEM)):
            self.part = text
            self.of_others = bool(OF_OTHERS.search(text))
        elif (
            len(text) <= 100
            and text.endswith((":", "?"))
            and NOT_OF_THIS.search(text.rstrip(":?"))
        ):
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

    def none_of_this(self, said: Said, meeting: int | None) -> str:
        """The heading under which what is said is none of this meeting’s dispositions, or "".

        Such as one that says another outcome, or names another meeting.
        """
        heading, named = said_by_heading(self.part, self.known), meetings_named(self.part)
        is_none_of_this = (
            self.of_others
            or bool(NOT_OF_THIS.search(self.part.rstrip(" :?")))
            or bool(heading and not outcomes_of(heading) & outcomes_of(said))
            or bool(meeting and named and meeting not in named)
        )
        return self.whole or (self.part if is_none_of_this else "")


def outcomes_of(said: Said) -> set[str]:
    return {words.meaning for words in said.outcomes}


def leads_to_words(above: Paragraph) -> bool:
    """Whether what stands below may be another's words: "France wished the report to say:"."""
    return above.kind == TEXT and above.text.endswith(":") and len(above.text.split()) > 4
