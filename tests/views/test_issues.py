"""Issuing from the page of the synthesis; the page of an issued document, and its drift."""

import json
from hashlib import sha256
from uuid import uuid4

import pytest

from deliberations.models import Document, DocumentKind, Issue
from deliberations.operations import edit_surroundings, publish_meeting
from tests.acts import annul, correct, decide, issue, lift, secretary_of, state
from tests.pages import filled_in, read

pytestmark = pytest.mark.django_db

SYNTHESIS = "/small/meetings/1/synthesis/"
BUTTON = f"{SYNTHESIS}issue/"


@pytest.fixture
def decision(meeting, elements):
    return decide(meeting, *elements[:2], sentence="The group agreed on:")


def differences(client, address: str = "/small/documents/1/") -> list[tuple[str, list[str]]]:
    """What the page says reads otherwise, each with what it names as the cause."""
    drift = read(client.get(address)).all("ol", class_="drift")
    return [
        (item.one("p").text, item.texts("a"))
        for item in (drift[0].all("li") if drift else [])
        if item.all("p")
    ]


def press(client, **fields):
    return client.post(BUTTON, {"intention": str(uuid4()), **fields})


# ---- issuing


def test_the_secretary_issues_what_the_page_shows(group, decision, clerks_client, client):
    form = filled_in(clerks_client.get(SYNTHESIS))
    text = client.get("/small/meetings/1/synthesis.txt").content

    answer = clerks_client.post(BUTTON, {"intention": form["intention"][0]})
    again = clerks_client.post(BUTTON, {"intention": form["intention"][0]})

    assert (answer.status_code, answer["Location"]) == (303, "/small/documents/1/")
    assert again["Location"] == answer["Location"]
    assert client.get("/small/documents/1.txt").content == text
    assert Issue.objects.count() == 1


def test_the_files_are_those_that_were_issued_for_good(group, decision, clerks_client, client):
    files = {
        end: client.get(f"/small/meetings/1/synthesis.{end}").content for end in ("docx", "pdf")
    }
    press(clerks_client)
    annul(decision)

    data = client.get("/small/documents/1.json").json()
    for end, content in files.items():
        answer = client.get(f"/small/documents/1.{end}")
        assert answer.content == content
        assert data[f"{end}_sha256"] == sha256(content).hexdigest()
    assert data["sha256"] == sha256(data["text"].encode()).hexdigest()
    assert data["text"].encode() == client.get("/small/documents/1.txt").content


def test_without_its_intention_nothing_is_issued(decision, clerks_client):
    for fields in ({"intention": ""}, {"intention": "no uuid"}):
        answer = press(clerks_client, **fields)
        assert answer["Location"] == SYNTHESIS

    assert "Nothing was issued: open the page anew" in read(clerks_client.get(SYNTHESIS)).text
    assert not Issue.objects.exists()


def test_the_same_once_more_is_refused_in_words(decision, clerks_client):
    press(clerks_client)

    answer = press(clerks_client)

    assert answer["Location"] == SYNTHESIS
    page = read(clerks_client.get(SYNTHESIS)).text
    assert "Document 1 says the same, word for word. Nothing new was issued." in page
    assert Issue.objects.count() == 1


def test_the_button_is_the_secretariats(decision, clerks_client, client, delegate, client_of):
    def buttons(reader) -> list[str]:
        return read(reader.get(SYNTHESIS)).one("main").texts("button")

    assert buttons(clerks_client) == ["Show", "Issue it"]
    assert buttons(client) == buttons(client_of(delegate)) == ["Show"]


def test_it_names_who_issued_it_to_those_of_the_group_only(decision, clerk, clerks_client, client):
    issue(decision.meeting, by=clerk)

    def by(reader) -> str:
        return read(reader.get("/small/documents/1/")).one("aside").description["Issued by"]

    assert by(clerks_client) == clerk.name
    assert by(client) == "the secretariat"


# ---- one after the other


def test_a_newer_issue_supersedes_the_older_and_both_say_so(decision, client):
    issue(decision.meeting)
    assert "Superseded" not in read(client.get("/small/documents/1/")).text

    state(decision=decision)
    issue(decision.meeting)

    old, new = (read(client.get(f"/small/documents/{number}/")) for number in (1, 2))
    assert old.one("p", class_="superseded").links() == ["/small/documents/2/"]
    assert new.all("p", class_="superseded") == []
    assert new.one("aside").description["Supersedes"] == "document 1"
    for listing in ("/small/documents/", SYNTHESIS):
        assert read(client.get(listing)).text.count("superseded") == 1
    data = [client.get(f"/small/documents/{number}.json").json() for number in (1, 2)]
    assert [(d["supersedes"], d["superseded_by"]) for d in data] == [(None, 2), (1, None)]


def test_what_is_issued_is_listed(decision, client):
    issue(decision.meeting)

    assert "/small/documents/1/" in read(client.get("/small/documents/")).links()
    assert "/small/documents/1/" in read(client.get(SYNTHESIS)).links()
    [listed] = client.get("/small/documents.json").json()["issued"]
    assert (listed["number"], listed["meeting"]) == (1, 1)


def test_of_an_unpublished_meeting_it_is_seen_once_that_is_published(
    group, unpublished, elements, clerks_client, client
):
    decide(unpublished, elements[0])
    issue(unpublished)
    addresses = [f"/small/documents/1{end}" for end in ("/", ".json", ".txt", ".docx", ".pdf")]

    assert [client.get(at).status_code for at in addresses] == [404] * 5
    assert [clerks_client.get(at).status_code for at in addresses] == [200] * 5
    assert client.get("/small/documents.json").json()["issued"] == []
    publish_meeting(meeting=unpublished, by=secretary_of(group))

    assert [client.get(at).status_code for at in addresses] == [200] * 5


# ---- drift


def test_while_the_record_says_the_same_nothing_differs(decision, client):
    issue(decision.meeting)

    assert differences(client) == []
    assert "word for word as this today" in read(client.get("/small/documents/1/")).text


def test_a_corrected_decision_is_told_paragraph_by_paragraph(decision, elements, client):
    issue(decision.meeting)

    correct(decision, *elements[:3], sentence="The group agreed, in principle, on:")

    [section] = client.get("/small/meetings/1/synthesis.json").json()["sections"]
    [note] = section["decisions"][0]["notes"]
    assert differences(client) == [
        ("The group agreed, in principle, on:", [note]),
        ("Small thing 3", [note]),
        (f"[{note}]", [note]),
    ]
    assert read(client.get("/small/documents/1/")).one("ol", class_="drift").texts("ins")[0] == (
        ", in principle,"
    )


def test_an_annulled_and_a_new_decision_and_what_was_said_name_their_acts(
    decision, meeting, elements, client
):
    other = decide(meeting, elements[2], sentence="Agreed too:")
    said = state(decision=other, text="Not us.")
    issue(meeting)

    annul(decision, reason="None.")
    decide(meeting, elements[3], sentence="Agreed later:")
    lift(said)

    found = dict(differences(client))
    annulled = "1/D1 was annulled: “None.”"
    assert found["The group agreed on:"] == [annulled]
    assert found[f"[{annulled}]"] == [annulled]
    assert found["Agreed later:"] == ["1/D3 was recorded"]
    [lifted] = [causes for words, causes in found.items() if "Not us." in words]
    assert lifted == [f"A statement was lifted: reservation by {said.contributor}"]
    assert not any("Agreed too" in words for words in found)


def test_an_edited_introduction_names_the_entry_of_the_history(decision, clerk, client):
    paper = Document(
        group=decision.meeting.group,
        title="Synthesis",
        kind=DocumentKind.SYNTHESIS,
        meeting=decision.meeting,
        introduction="As the chair saw it.",
    )
    edit_surroundings(thing=paper, by=clerk, group=paper.group)
    issue(decision.meeting)

    paper.introduction = "As the group saw it."
    edit_surroundings(thing=paper, by=clerk, group=paper.group)

    assert differences(client) == [
        ("As the chairgroup saw it.", ["document"]),
    ]
    [difference] = client.get("/small/documents/1.json").json()["differs"]
    [entry] = difference["entries"]
    assert client.get(f"/small/history/{entry}/").status_code == 200


def test_what_is_not_public_is_no_drift(decision, unpublished, client):
    """A statement at a meeting that is not published changes nothing for anybody."""
    issue(decision.meeting)
    state(decision=decision, meeting=unpublished, text="In confidence.")

    answers = [client.get(f"/small/documents/1{end}") for end in ("/", ".json")]

    assert json.loads(answers[1].content)["differs"] == []
    assert not any("In confidence." in answer.text for answer in answers)
