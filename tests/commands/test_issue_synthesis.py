"""manage.py issue_synthesis: the public's view of a meeting, as a file."""

import io
import json
import re
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from deliberations.models import MeetingState
from tests.acts import decide
from tests.factories import ElementFactory, MeetingFactory

pytestmark = pytest.mark.django_db


def issued(**options) -> str:
    out = io.StringIO()
    call_command("issue_synthesis", **{"group": "wgec", "meeting": 2, **options}, stdout=out)
    return out.getvalue()


def folded(page: str) -> str:
    """The words of a page's body."""
    body = re.sub(r"<[^>]*>", " ", page.partition("<body>")[2])
    for written, meant in {"&#x27;": "'", "&quot;": '"', "&amp;": "&"}.items():
        body = body.replace(written, meant)
    return " ".join(body.split())


def test_the_text_is_that_of_the_page(record, client):
    assert issued() == issued(format="txt")
    assert issued().encode() == client.get("/wgec/meetings/2/synthesis.txt").content


def test_the_data_are_those_of_the_page(record, client):
    assert json.loads(issued(format="json")) == (
        client.get("/wgec/meetings/2/synthesis.json").json()
    )


def test_the_page_stands_alone_and_says_the_same(record):
    page = issued(format="html")

    words = " ".join(line.removeprefix("- ") for line in issued().splitlines())
    assert folded(page) == " ".join(words.split())
    assert re.findall(r"<(?:link|script|img|a)\b", page) == []
    assert ".document {" in page
    assert page.startswith("<!doctype html>")


@pytest.mark.parametrize("format", ["txt", "html", "json"])
def test_the_same_record_gives_the_same_bytes_wherever_they_go(record, tmp_path, format):
    file = tmp_path / "synthesis"

    said = issued(format=format, output=str(file))

    assert said == ""
    assert file.read_bytes() == issued(format=format).encode()


@pytest.mark.parametrize("format", ["docx", "pdf"])
def test_the_files_are_those_of_the_page(record, client, tmp_path, format):
    file = tmp_path / "synthesis"

    issued(format=format, output=str(file))

    assert file.read_bytes() == client.get(f"/wgec/meetings/2/synthesis.{format}").content


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"group": "nope"}, "There is no working group “nope” here."),
        ({"meeting": 99}, "The group has no meeting 99."),
        ({"meeting": -1}, "The group has no meeting -1."),
        ({"meeting": 10**20}, f"The group has no meeting {10**20}."),
        ({"meeting": 5}, "The public record holds no decision of meeting 5."),
        (
            {"output": "no/such/place"},
            "no/such/place can’t be written: No such file or directory.",
        ),
        (
            {"format": "pdf"},
            "A pdf is no text to print: name a file with --output.",
        ),
        ({"output": "."}, ". can’t be written: Is a directory."),
        ({"output": "a\0b"}, "a\0b can’t be written: embedded null byte."),
    ],
)
def test_what_can_not_be_is_told_in_one_sentence(record, tmp_path, monkeypatch, options, sentence):
    monkeypatch.chdir(tmp_path)

    with pytest.raises(CommandError) as refusal:
        issued(**options)

    assert (str(refusal.value), refusal.value.returncode) == (sentence, 1)
    assert list(Path().iterdir()) == []


def test_it_is_the_publics_view(record):
    meeting = MeetingFactory(group=record, number=6, published_at=None)
    decide(meeting, ElementFactory(group=record, question=record.questions.get(number=1)))
    MeetingFactory(group=record, number=7, state=MeetingState.PLANNED)

    for number in (6, 7):
        with pytest.raises(CommandError, match=f"no decision of meeting {number}"):
            issued(meeting=number)
