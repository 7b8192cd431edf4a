"""What the record issues as text is read as the same dispositions."""

from itertools import groupby

import pytest
from django.contrib.auth.models import AnonymousUser
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deliberations.imports.lists import DENIED, NO_ELEMENT, is_bracketed
from deliberations.imports.paragraphs import paragraphs_of
from deliberations.imports.reading import read
from deliberations.imports.statuses import suffix_of
from deliberations.imports.vocabulary import TAKEN_BACK
from deliberations.imports.words import Known, folded
from deliberations.models import (
    Basis,
    Decision,
    Disposition,
    Document,
    DocumentKind,
    Element,
    Heading,
    Meeting,
    Outcome,
    Qualifier,
    Question,
    Wording,
    WorkingGroup,
)
from deliberations.readings.rulings import Ruling
from deliberations.readings.sentences import sentence_for
from deliberations.readings.synthesis import Section, Synthesis, synthesis_of

WGEC = Known(
    names=("Working Group on Enhanced Cooperation",),
    headings=("characteristics", "outcomes"),
    qualifiers=(
        *("in principle", "as currently formulated", "ad referendum", "without prejudice"),
        *("pending one delegation", "in the interest of time"),
    ),
    questions=((1, "What are the high level characteristics of enhanced cooperation?"),),
)


@pytest.mark.django_db
def test_the_paper_of_the_wgec_is_read_as_the_facts_say(record):
    """Its text is issued from the facts: the paper itself is not in the repository."""
    text = synthesis_of(record.meetings.get(number=2), AnonymousUser()).text

    found = read(paragraphs_of(text), WGEC)

    decisions = Decision.objects.filter(meeting__group=record, meeting__number=2)
    assert [
        (
            disposal.outcomes[0].meaning,
            disposal.basis.meaning if disposal.basis else "not-stated",
            [words.meaning for words in disposal.qualifiers],
            disposal.heading.meaning if disposal.heading else None,
            disposal.sentence,
            [item.text for item in disposal.items],
        )
        for disposal in found.disposals
    ] == [
        (
            decision.outcome,
            decision.basis,
            [q.qualifier.phrase for q in decision.qualifications.order_by("position")],
            decision.heading.name if decision.heading else None,
            decision.sentence,
            [d.wording.text for d in decision.dispositions.order_by("position")],
        )
        for decision in decisions.order_by("number")
    ]
    assert sum(len(disposal.items) for disposal in found.disposals) == 41
    assert all(disposal.is_certain for disposal in found.disposals)


# ---- any record


GROUP = WorkingGroup(slug="any", short_name="WGA", name="Working Group on Anything")
MEETING = Meeting(group=GROUP, number=3)
QUESTIONS = [
    Question(group=GROUP, number=number, text=text)
    for number, text in enumerate(("What is small?", "Which of them is large?"), start=1)
]
HEADINGS = [Heading(question=QUESTIONS[0], name=name) for name in ("virtues", "outcomes")]
KNOWN = Known(
    names=(GROUP.name, GROUP.short_name),
    headings=tuple(heading.name for heading in HEADINGS),
    qualifiers=WGEC.qualifiers,
    questions=tuple((question.number, question.text) for question in QUESTIONS),
)


def is_plain(text: str) -> bool:
    """Whether a text says as an item what it says by itself.

    One that ends as "... [withdrawn]", is in brackets or begins as a task says more in a document;
    so it is read.
    """
    last = suffix_of(text, KNOWN)
    says_more = (TAKEN_BACK, DENIED, NO_ELEMENT)
    return not (
        last or is_bracketed(text.strip()) or any(pattern.search(text) for pattern in says_more)
    )


LINE = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "Zs"), max_codepoint=0x2FFF),
    min_size=1,
    max_size=40,
).map(lambda text: " ".join(text.split()))
WORDS = st.sampled_from(
    ["- Not an item", "The Group agreed on the following:", "1. One", "(a) two", "Open;", "Peace"]
)
TEXTS = (
    st.lists(st.one_of(WORDS, LINE), min_size=1, max_size=3)
    .map("\n".join)
    .filter(lambda text: bool(text.strip()) and is_plain(text) and text.strip() == text)
)


@st.composite
def rulings(draw) -> tuple[Ruling, list[str]]:
    """A ruling and its qualifiers, with the sentence that the console would write."""
    outcome = draw(st.sampled_from(Outcome.values))
    basis = draw(st.sampled_from(Basis.values))
    phrases = draw(st.lists(st.sampled_from(WGEC.qualifiers), max_size=2, unique=True))
    qualifiers = [Qualifier(group=GROUP, phrase=phrase) for phrase in phrases]
    heading = draw(st.sampled_from([None, *HEADINGS])) if outcome == Outcome.AGREED else None
    question = draw(st.sampled_from(QUESTIONS))
    sentence = sentence_for(GROUP, outcome, basis=basis, heading=heading, qualifiers=qualifiers)
    decision = Decision(
        meeting=MEETING, outcome=outcome, basis=basis, heading=heading, sentence=sentence
    )
    texts = draw(st.lists(TEXTS, min_size=1, max_size=5, unique_by=folded))
    return Ruling(
        decision,
        [
            Disposition(
                decision=decision,
                element=Element(group=GROUP, question=question),
                wording=Wording(text=text),
            )
            for text in texts
        ],
    ), phrases


def issued(rulings: list[Ruling]) -> str:
    """The text of a synthesis of them, each under its question."""
    sections = []
    for question, of in groupby(rulings, key=question_of):
        sections.append(Section([QUESTIONS[question - 1]], list(of)))
    document = Document(group=GROUP, title="Synthesis", kind=DocumentKind.SYNTHESIS)
    return Synthesis(MEETING, document, sections, []).text


def question_of(ruling: Ruling) -> int:
    return ruling.dispositions[0].element.question.number


def same(text: str) -> str:
    """A text, but for white space and for what holds a list together."""
    return " ".join(text.split()).rstrip(";,. ")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(rulings(), min_size=1, max_size=4))
def test_any_record_is_read_from_its_text_as_the_same_dispositions(made):
    made.sort(key=lambda one: question_of(one[0]))
    text = issued([ruling for ruling, _phrases in made])

    found = read(paragraphs_of(text), KNOWN)

    several = len({question_of(ruling) for ruling, _phrases in made}) > 1
    assert [
        (
            [words.meaning for words in disposal.outcomes],
            disposal.basis.meaning if disposal.basis else "not-stated",
            [words.meaning for words in disposal.qualifiers],
            disposal.heading.meaning if disposal.heading else None,
            [same(item.text) for item in disposal.items],
            disposal.questions,
        )
        for disposal in found.disposals
    ] == [
        (
            [ruling.decision.outcome],
            ruling.decision.basis,
            phrases,
            ruling.decision.heading.name if ruling.decision.heading else None,
            [same(d.wording.text) for d in ruling.dispositions],
            (question_of(ruling),) if several else (),
        )
        for ruling, phrases in made
    ]
