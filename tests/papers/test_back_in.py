"""What is issued as a file is read as what it was issued from."""

import pytest
from django.contrib.auth.models import AnonymousUser

from deliberations.imports.limited import read_file
from deliberations.imports.paragraphs import paragraphs_of
from deliberations.imports.reading import read
from deliberations.imports.understood import Understood
from deliberations.imports.words import Known
from deliberations.operations import propose_element
from deliberations.papers.pdf import pdf_of
from deliberations.papers.word import docx_of
from deliberations.readings.synthesis import Synthesis, synthesis_of
from tests.acts import decide, secretary_of
from tests.factories import MeetingFactory, QuestionFactory
from tests.imports.test_round_trip import WGEC

pytestmark = pytest.mark.django_db


def back(synthesis: Synthesis, kind: str, known: Known) -> Understood:
    """The synthesis, issued as such a file, as it is understood when it is brought in."""
    file = {"docx": docx_of, "pdf": pdf_of}[kind](synthesis)
    text, _remarks = read_file(file, kind)
    return read(paragraphs_of(text), known)


def dispositions(understood: Understood) -> list[object]:
    return [
        (
            [words.meaning for words in disposal.outcomes],
            disposal.basis.meaning if disposal.basis else "",
            [words.meaning for words in disposal.qualifiers],
            disposal.heading.meaning if disposal.heading else "",
            disposal.sentence,
            [" ".join(item.text.split()) for item in disposal.items],
            disposal.is_certain,
        )
        for disposal in understood.disposals
    ]


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_the_wgecs_synthesis_as_a_file_is_read_as_its_text_is(record, kind):
    synthesis = synthesis_of(record.meetings.get(number=2), AnonymousUser())
    of_the_text = read(paragraphs_of(synthesis.text), WGEC)

    found = back(synthesis, kind, WGEC)

    assert dispositions(found) == dispositions(of_the_text)
    assert sum(len(disposal.items) for disposal in found.disposals) == 41
    assert (found.title, found.dated) == (of_the_text.title, of_the_text.dated)


TEXTS = ["النفاذ الشامل إلى الإنترنت", "透明和问责", "Прозрачность", "Accès (pour tous)"]


def test_elements_in_all_scripts_come_back_from_word():
    meeting = MeetingFactory(state="in-session")
    group = meeting.group
    question = QuestionFactory(group=group)
    sentence = "The Group agreed on the following elements"
    by = secretary_of(group)
    elements = [
        propose_element(group=group, question=question, text=text, by=by) for text in TEXTS
    ]
    decide(meeting, *elements, by=by, sentence=sentence)

    found = back(synthesis_of(meeting, AnonymousUser()), "docx", Known(names=(group.name,)))

    assert [item.text for disposal in found.disposals for item in disposal.items] == TEXTS
