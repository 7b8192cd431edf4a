"""manage.py issue_report: the report of a group as the public sees it, as a file, and issued."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from deliberations.models import Issue
from tests.acts import decide
from tests.commands.test_issue_synthesis import folded
from tests.factories import ElementFactory, GroupFactory, MeetingFactory, UserFactory

pytestmark = pytest.mark.django_db


def done(command: str = "issue_report", **options) -> str:
    out = io.StringIO()
    call_command(command, **{"group": "wgec", **options}, stdout=out)
    return out.getvalue()


def test_what_it_writes_is_what_the_page_gives(record, client, tmp_path):
    moment = {"at": "2", "known": "2100-01-01"}
    for form in ("txt", "json", "docx", "pdf"):
        file = tmp_path / form
        assert done(format=form, output=str(file), **moment) == ""
        page = client.get(f"/wgec/report.{form}", moment)
        if form == "json":
            assert json.loads(file.read_text()) == page.json()
        else:
            assert file.read_bytes() == page.content

    assert done().encode() == client.get("/wgec/report.txt").content
    assert done(at="1") != done()


def test_the_page_stands_alone_and_says_the_same(record):
    page = done(format="html")

    words = " ".join(line.removeprefix("- ") for line in done().splitlines())
    assert folded(page) == " ".join(words.split())
    assert ".document .referenced" in page
    assert "<a " not in page


def test_the_synthesis_of_a_moment_is_that_of_its_page(record, client):
    moment = {"at": "2017-01-27", "known": "2100-01-01"}

    written = done("issue_synthesis", meeting=2, **moment)

    assert written.encode() == client.get("/wgec/meetings/2/synthesis.txt", moment).content


def test_it_issues_by_the_hand_of_the_secretariat(record, secretary, client):
    assert done(issue=True, by=secretary.username).startswith("Issued as document 1, SHA-256 ")
    assert done("issue_synthesis", meeting=2, issue=True, by=secretary.username).startswith(
        "Issued as document 2"
    )

    report, synthesis = Issue.objects.order_by("number")
    meeting = record.meetings.get(number=2)
    assert (report.meeting, synthesis.meeting, report.recorded_by) == (None, meeting, secretary)
    assert report.text == done()
    assert bytes(report.pdf) == client.get("/wgec/report.pdf").content
    with pytest.raises(CommandError, match="Document 1 says the same, word for word"):
        done(issue=True, by=secretary.username)


def test_before_publication_it_issues_what_the_public_will_read(record, secretary):
    meeting = MeetingFactory(group=record, number=6, published_at=None)
    decide(meeting, ElementFactory(group=record), sentence="Soon.")

    done("issue_synthesis", meeting=6, issue=True, by=secretary.username)

    assert "Soon." in Issue.objects.get().text
    with pytest.raises(CommandError, match="no decision of meeting 6"):
        done("issue_synthesis", meeting=6)
    assert "Soon." not in done()


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"group": "nope"}, "There is no working group “nope” here."),
        ({"group": "empty"}, "The public record holds no element to report on."),
        ({"issue": True}, "Say with --by who issues it: a username."),
        ({"issue": True, "by": "nobody"}, "Say with --by who issues it: a username."),
        ({"issue": True, "by": "stranger"}, "Only the secretariat of the group does that."),
        (
            {"issue": True, "by": "stranger", "known": "2017-01-01"},
            "What is issued is what the record says now: leave out --at and --known.",
        ),
        ({"at": "99"}, "at: The group has no meeting 99."),
        (
            {"known": "soon"},
            "known: a day (2017-03-01) or an instant with its time zone (2017-03-01T12:00Z), "
            "please.",
        ),
    ],
)
def test_what_can_not_be_is_told_in_one_sentence(record, options, sentence):
    UserFactory(username="stranger")
    GroupFactory(slug="empty")

    with pytest.raises(CommandError) as refusal:
        done(**options)

    assert str(refusal.value) == sentence
    assert not Issue.objects.exists()
