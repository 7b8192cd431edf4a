"""What is read from papers of many shapes, and what must not be."""

import re

import pytest

from deliberations.imports.paragraphs import paragraphs_of
from deliberations.imports.reading import read
from deliberations.imports.understood import Disposal, Understood
from deliberations.imports.words import Known
from tests.imports.papers import PAPERS

KNOWN = Known(headings=("characteristics", "outcomes"))


def understood(text: str, known: Known = KNOWN, **how) -> Understood:
    return read(paragraphs_of(text, **how), known)


def told(disposal: Disposal):
    return (
        " or ".join(words.meaning for words in disposal.outcomes),
        disposal.basis.meaning if disposal.basis else "",
        [words.meaning for words in disposal.qualifiers],
        [item.text for item in disposal.items],
        list(disposal.doubts),
    )


@pytest.mark.parametrize("paper", PAPERS, ids=[paper.name for paper in PAPERS])
def test_a_paper_is_read_as_what_it_says_and_nothing_else(paper):
    found = understood(paper.text, markdown="# " in paper.text)

    assert [told(disposal) for disposal in found.disposals] == paper.expected
    assert [left.why for left in found.not_understood] == paper.left
    assert {bool(disposal.disclaimers) for disposal in found.disposals} <= {paper.disclaimed}


@pytest.mark.parametrize("paper", PAPERS, ids=[paper.name for paper in PAPERS])
def test_what_was_read_is_tied_to_the_words_it_was_read_from(paper):
    paragraphs = paragraphs_of(paper.text, markdown="# " in paper.text)
    for disposal in read(paragraphs, KNOWN).disposals:
        words = [*disposal.outcomes, *disposal.qualifiers]
        words += [w for w in (disposal.basis, disposal.heading) if w]
        text = paragraphs[disposal.paragraph - 1].text
        assert [text[w.start : w.end] for w in words] == [w.text for w in words]
        for item in disposal.items:
            first = re.split(r"\n", item.text)[0]
            assert first in paragraphs[item.paragraph - 1].text
