"""The report of a group as it is asked for, issued, superseded, and where it differs today."""

from uuid import uuid4

import pytest

from deliberations.models import Document, DocumentKind, Issue
from deliberations.operations import edit_surroundings
from tests.acts import annul, correct, decide, issue, issue_report, lift, reword, state
from tests.factories import GroupFactory
from tests.pages import problem, read
from tests.papers.reading import words_of
from tests.views.test_issues import differences
from tests.views.test_queries import MOST_TO_READ, queries
from tests.views.test_synthesis import article, folded

pytestmark = pytest.mark.django_db

AT = "/small/report"
ENDS = ("/", ".json", ".txt", ".docx", ".pdf")


def press(client, **fields):
    return client.post(f"{AT}/issue/", {"intention": str(uuid4()), **fields})


@pytest.fixture
def decision(meeting, elements):
    return decide(meeting, *elements[:2], sentence="The group agreed on:")


# ---- read


def test_the_page_and_the_files_say_all_that_the_text_says(
    group, decision, elements, contributor, client
):
    Document.objects.create(
        group=group, kind=DocumentKind.REPORT, title="The report", introduction="1\n\n2"
    )
    state(decision=decision, contributor=contributor, text="No <b>way</b>")
    annul(decide(decision.meeting, elements[2]))
    text = folded(client.get(f"{AT}.txt").content.decode())

    word, pdf = client.get(f"{AT}.docx"), client.get(f"{AT}.pdf")

    assert article(client, f"{AT}/").text == words_of(word) == words_of(pdf) == text
    assert word["Content-Disposition"] == 'attachment; filename="small-report.docx"'
    assert pdf["Content-Disposition"] == 'inline; filename="small-report.pdf"'
    assert all("Cookie" in answer["Vary"] for answer in (word, pdf, client.get(f"{AT}.txt")))


def test_each_reference_leads_to_what_it_is_of(decision, client):
    links = article(client, f"{AT}/").links()

    assert links[:2] == ["/small/meetings/1/decisions/1/", "/small/elements/1/"]
    assert [client.get(link).status_code for link in links] == [200] * 6


def test_the_data_hold_where_each_element_stands_and_the_text(
    decision, elements, contributor, client
):
    decision = correct(decision, elements[1], reason="A slip.")
    state(decision=decision, contributor=contributor, text="No.")

    data = client.get(f"{AT}.json").json()

    assert data["text"] == client.get(f"{AT}.txt").content.decode()
    [question] = data["questions"]
    agreed, still_open = question["standings"]
    assert agreed == {
        "status": "agreed",
        "decisions": [
            {
                "reference": "1/D2",
                "sentence": "The group agreed on:",
                "basis": "not-stated",
                "qualifiers": [],
                "url": "/small/meetings/1/decisions/2/",
                "elements": [{"reference": "E2", "wording": 1, "text": "Small thing 2"}],
                "notes": ["1/D2 corrects 1/D1: “A slip.”"],
            }
        ],
        "elements": [],
    }
    assert [e["reference"] for e in still_open["elements"]] == ["E1", "E3", "E4", "E5"]
    assert data["reservations"] == [
        {"about": "1/D2", "contributor": "ant", "kind": "reservation", "text": "No."}
    ]


def test_the_record_and_the_documents_lead_to_it(group, client):
    for page in ("/small/", "/small/documents/"):
        assert f"{AT}/" in read(client.get(page)).one("main").links()


def test_a_group_without_elements_has_none(client):
    GroupFactory(slug="empty")

    for end in ENDS:
        answer = client.get(f"/empty/report{end}")
        assert problem(answer) == (404, "The record holds no element to report on.")
    assert "/empty/report/" not in read(client.get("/empty/documents/")).links()


def test_it_asks_equally_often_for_few_and_for_many(
    group, meeting, elements, clerks_client, many_elements
):
    def asked() -> list[int]:
        return [queries(lambda end=end: clerks_client.get(AT + end)) for end in ENDS]

    lift(state(decision=decide(meeting, elements[0])))
    few = asked()

    many_elements(group, 30)
    for element in group.elements.filter(number__gt=1)[:20]:
        state(decision=decide(meeting, element))

    assert asked() == few
    assert max(few) <= MOST_TO_READ


# ---- issued


def test_the_secretary_issues_what_the_public_reads(
    group, decision, unpublished, elements, clerks_client, client
):
    decide(unpublished, elements[2], sentence="Not yet.")
    files = {end: client.get(f"{AT}.{end}").content for end in ("txt", "docx", "pdf")}

    answer = press(clerks_client)

    assert (answer.status_code, answer["Location"]) == (303, "/small/documents/1/")
    assert {end: client.get(f"/small/documents/1.{end}").content for end in files} == files
    assert "Not yet." in clerks_client.get(f"{AT}.txt").content.decode()
    page = read(client.get("/small/documents/1/"))
    assert page.one("article").text == article(client, f"{AT}/").text
    assert page.one("aside").description["Issued from"].startswith("the whole record")
    assert press(clerks_client)["Location"] == f"{AT}/"
    assert "word for word. Nothing new was issued." in read(clerks_client.get(f"{AT}/")).text


def test_without_its_intention_nothing_is_issued(decision, clerks_client):
    assert press(clerks_client, intention="")["Location"] == f"{AT}/"
    assert not Issue.objects.exists()


def test_a_newer_report_supersedes_the_older_and_no_synthesis(decision, elements, client):
    issue_report(decision.meeting.group)
    issue(decision.meeting)
    assert "superseded" not in read(client.get("/small/documents/")).text

    decide(decision.meeting, elements[2])
    issue_report(decision.meeting.group)

    data = [client.get(f"/small/documents/{number}.json").json() for number in (1, 2, 3)]
    assert [(d["supersedes"], d["superseded_by"]) for d in data] == [
        (None, 3),
        (None, None),
        (1, None),
    ]
    listed = read(client.get(f"{AT}/")).one("aside").texts("li")[:2]
    assert [("superseded" in line) for line in listed] == [False, True]


# ---- drift


def test_what_changed_since_is_told_paragraph_by_paragraph_with_its_act(
    group, decision, elements, contributor, client
):
    said = state(element=elements[3], contributor=contributor, text="Not us.")
    issue_report(group)
    assert differences(client) == []

    decide(decision.meeting, elements[2], sentence="Agreed later:")
    reword(elements[4], "Smaller thing 5")
    lift(said)

    found = dict(differences(client))
    assert found["1/D2 Agreed later:"] == ["1/D2 was recorded"]
    assert found["E3 Small thing 3"] == ["1/D2 was recorded"]
    assert found["E5 SmallSmaller thing 5"] == ["wording"]
    assert found["Reservation by Anthill on E4: “Not us.”"] == ["lifting"]


def test_an_edited_introduction_names_the_entry_of_the_history(group, decision, clerk, client):
    paper = Document(
        group=group, title="Report", kind=DocumentKind.REPORT, introduction="As the chair saw it."
    )
    edit_surroundings(thing=paper, by=clerk, group=group)
    issue_report(group)

    paper.introduction = "As the group saw it."
    edit_surroundings(thing=paper, by=clerk, group=group)

    assert differences(client) == [("As the chairgroup saw it.", ["document"])]


def test_what_is_not_public_is_neither_issued_nor_drift(
    group, decision, elements, unpublished, client
):
    issue_report(group)

    decide(unpublished, elements[2], sentence="In confidence.")
    state(decision=decision, meeting=unpublished, text="In confidence.")

    answers = [client.get(at) for at in (f"{AT}/", "/small/documents/1/", f"{AT}.json")]
    assert not any("In confidence." in answer.text for answer in answers)
    assert client.get("/small/documents/1.json").json()["differs"] == []
