"""manage.py import_synthesis: a document in, what it says was decided out."""

import io

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.management import CommandError, call_command

from deliberations.models import Decision, Element, Heading, Import, Question
from deliberations.readings.synthesis import synthesis_of
from tests.acts import secretary_of
from tests.factories import GroupFactory, MeetingFactory, QuestionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def paper(record, tmp_path):
    """The chair's paper of the WGEC, from its facts."""
    file = tmp_path / "paper.txt"
    file.write_text(synthesis_of(record.meetings.get(number=2), AnonymousUser()).text)
    return file


@pytest.fixture
def meeting(record):
    """The second of another group that knows the question and nothing else."""
    group = GroupFactory(slug="anew")
    text = record.questions.get(number=1).text
    question = QuestionFactory(group=group, number=1, text=text)
    Heading.objects.create(question=question, name="characteristics")
    return MeetingFactory(group=group, number=2)


def told(file, **options) -> str:
    out = io.StringIO()
    options = {"group": "anew", "meeting": 2, **options}
    call_command("import_synthesis", str(file), **options, stdout=out, stderr=io.StringIO())
    return out.getvalue()


def test_a_paper_is_told_and_nothing_of_it_is_kept(paper, meeting):
    lines = told(paper).splitlines()

    assert next(line[6:] for line in lines if "✓" in line) == (
        "✓ agreed · non-objection · in principle · characteristics · “The Group agreed, in "
        "principle, on the following characteristics of enhanced cooperation on a non-objection "
        "basis”"
    )
    assert sum(line.startswith("       new") for line in lines) == 41
    assert (Import.objects.count(), meeting.group.elements.count()) == (0, 0)


def test_the_record_it_came_from_knows_all_its_elements(paper, record):
    lines = told(paper, group="wgec").splitlines()

    found = [line.split()[0] for line in lines if line.startswith("       E")]
    assert found == [f"E{number}" for number in range(1, 42)]


def test_a_paper_recorded_in_an_empty_group_is_issued_with_the_same_words(paper, meeting):
    by = secretary_of(meeting.group)

    told(paper, record=True, by=by.username)
    told(paper, record=True, by=by.username)

    assert synthesis_of(meeting, AnonymousUser()).text == paper.read_text()
    decisions = Decision.objects.filter(meeting=meeting).order_by("number")
    assert [d.outcome for d in decisions] == [
        *("agreed", "agreed", "deferred", "not-discussed", "rejected"),
    ]
    assert {d.source.imported.sha256 for d in decisions if d.source} == {
        Import.objects.get().sha256
    }
    assert Element.objects.filter(group=meeting.group).count() == 41


def test_what_is_not_certain_is_left(meeting, tmp_path):
    Question.objects.create(group=meeting.group, number=2, text="Another?")
    file = tmp_path / "paper.md"
    file.write_text("# Results\n\nThe Group agreed on the following elements:\n\n- One\n")

    lines = told(file, record=True, by=secretary_of(meeting.group).username).splitlines()

    assert lines[-1] == "Left to be looked at on the page: 1."
    assert not Decision.objects.filter(meeting=meeting).exists()


@pytest.mark.parametrize(
    ("name", "content", "options", "why"),
    [
        ("a.txt", b"", {}, "The file is empty."),
        ("a.exe", b"x", {}, "Bring a file that ends in .txt, .md, .docx or .pdf."),
        ("a.txt", b"x", {"meeting": 9}, "There is no meeting 9 of a group “anew” here."),
        ("a.txt", b"x", {"record": True}, "Say with --by whose act the recording is: a username."),
    ],
)
def test_what_can_not_be_read_or_recorded_is_told(meeting, tmp_path, name, content, options, why):
    file = tmp_path / name
    file.write_bytes(content)

    with pytest.raises(CommandError, match=why.replace(".", r"\.")):
        told(file, **options)


def test_a_closed_meeting_records_nothing_more(paper, meeting):
    for state in ("closed",):
        meeting.state = state
        meeting.save()

    with pytest.raises(CommandError, match="Meeting 2 is closed"):
        told(paper, record=True, by=secretary_of(meeting.group).username)

    assert not meeting.group.elements.exists()
