"""Documents in: brought, looked at beside what was understood, recorded one by one."""

import json
from datetime import date
from hashlib import sha256

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from deliberations.models import Decision, Heading, Import, Qualifier, Question
from deliberations.operations import close_meeting
from deliberations.views.papers import DOCX
from tests.acts import bring_in, decide, secretary_of
from tests.factories import MeetingFactory, QuestionFactory
from tests.imports.making import docx_bytes, pdf_bytes
from tests.pages import at_once, errors, fields_of, read

pytestmark = pytest.mark.django_db

LIST = "/small/import/"
NEW = b"The Group agreed on the following elements:\n\n- New\n"
PAPER = """\
The Group agreed, in principle, on the following sizes by consensus:

- Small thing 1
- Something new

The Group took note of the following:

- A speech

The Group rejected the following elements:

- SMALL THING 2!
- Small things 3
"""


def send(client, content: bytes = PAPER.encode(), name: str = "paper.txt", meeting: str = "1"):
    return client.post(LIST, {"meeting": meeting, "file": SimpleUploadedFile(name, content)})


@pytest.fixture
def paper(clerks_client, meeting):
    """The address of the paper as it was brought in."""
    return send(clerks_client)["Location"]


def passages(client, paper):
    return read(client.get(paper)).all("div", class_="passage")


def form_of(client, paper, number: int) -> dict[str, str]:
    """The form of a passage as it comes."""
    form = passages(client, paper)[number].one("form")
    return {name: values[0] for name, values in fields_of(form).items() if values}


def offered_first(client) -> list[str]:
    """The meeting that the form begins with."""
    return fields_of(read(client.get(LIST)).one("form", class_="bring"))["meeting"]


def test_the_meeting_in_session_is_offered_first_then_the_last_that_took_place(
    group, meeting, clerks_client
):
    for number, state, year in ((2, "closed", 2018), (3, "planned", 9000)):
        MeetingFactory(group=group, number=number, starts_on=date(year, 3, 1), state=state)

    in_session = offered_first(clerks_client)
    close_meeting(meeting=meeting, by=secretary_of(group))

    assert (in_session, offered_first(clerks_client)) == (["1"], ["2"])


def test_a_document_is_read_and_nothing_is_recorded(clerks_client, meeting):
    answer = send(clerks_client)

    found = Import.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, f"/small/import/{found.pk}/")
    assert (bytes(found.content), found.text) == (PAPER.encode(), PAPER)
    assert not Decision.objects.filter(meeting=meeting).exists()


def test_the_same_file_again_is_recognised_and_a_changed_one_shows_what_changed(
    clerks_client, paper
):
    assert send(clerks_client, name="again.txt")["Location"] == paper

    changed = PAPER.replace("Something new", "Something newer").encode()
    other = clerks_client.get(send(clerks_client, changed)["Location"])

    assert (read(other).texts("del"), read(other).texts("ins")) == (
        ["Something new"],
        ["Something newer"],
    )


def test_a_word_file_says_that_its_changes_count_as_accepted(clerks_client, meeting):
    data = docx_bytes(xml="<w:p><w:ins><w:r><w:t>Words</w:t></w:r></w:ins></w:p>")

    answer = clerks_client.get(send(clerks_client, data, "paper.docx")["Location"])

    assert read(answer).texts("p", class_="notice")[1:] == [
        "The file has tracked changes: they count as accepted."
    ]


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("paper.txt", b"", "The file is empty."),
        ("paper.exe", b"x", "Bring a file that ends in .txt, .md, .docx or .pdf."),
        ("paper.pdf", b"x", "The file holds something else than its name says."),
        ("paper.docm", b"x", "The file holds macros. Save it as .docx, without them."),
    ],
)
def test_a_bad_file_is_refused_with_a_sentence_and_not_kept(
    clerks_client, meeting, name, content, why
):
    answer = send(clerks_client, content, name)

    assert (answer.status_code, errors(answer)) == (422, [why])
    assert not Import.objects.exists()


def lines_of(client, content: bytes, name: str) -> list[dict[str, str]]:
    """What the page is told while the document is read, and last."""
    file = SimpleUploadedFile(name, content)
    answer = client.post(f"{LIST}read/", {"meeting": "1", "file": file})
    return [json.loads(line) for line in at_once(answer).content.splitlines()]


def test_the_page_is_told_how_far_the_reading_is_and_then_where_to_go(clerks_client, meeting):
    *said, last = lines_of(clerks_client, pdf_bytes(["One"], ["Two"], ["Three"]), "paper.pdf")

    assert [line["says"] for line in said] == [f"Page {n} of 3 is read." for n in (1, 2, 3)]
    assert last == {"address": f"/small/import/{Import.objects.get().pk}/"}


def test_the_page_is_told_why_a_document_is_refused(clerks_client, meeting):
    [line] = lines_of(clerks_client, b"", "paper.txt")

    assert "The file is empty." in line["html"]
    assert ("<html" in line["html"], Import.objects.exists()) == (False, False)


def test_the_words_that_something_was_read_from_are_marked(clerks_client, paper):
    marked = read(clerks_client.get(paper)).texts("mark")

    assert marked[:6] == [
        *("agreed,", "in principle", ", on the following", "sizes", "by consensus"),
        "rejected the following",
    ]


def test_what_is_left_out_of_a_list_stands_in_it_with_the_reason(clerks_client, meeting):
    text = b"The Group agreed on the following elements:\n\n- One\n- Two: withdrawn\n- Three\n"

    rows = read(clerks_client.get(send(clerks_client, text)["Location"])).all("section")

    assert [len(row.all("p", class_="item")) for row in rows] == [3]
    left = rows[0].one("div", class_="understood").all("p", class_="muted")[0].text
    assert left == "¶3 What stands after the item is not understood. “withdrawn”"


def test_a_passage_is_recorded_as_it_was_read(clerks_client, paper, meeting):
    answer = clerks_client.post(paper, {**form_of(clerks_client, paper, 0), "do": "record"})

    decision = Decision.objects.get(meeting=meeting)
    assert answer["Location"] == f"{paper}#p1"
    assert (decision.outcome, decision.basis, str(decision.heading)) == (
        *("agreed", "consensus", "sizes"),
    )
    assert [q.qualifier.phrase for q in decision.qualifications.all()] == ["in principle"]
    texts = [d.wording.text for d in decision.dispositions.order_by("position")]
    assert texts == ["Small thing 1", "Something new"]
    assert decision.source == Import.objects.get().source
    links = read(clerks_client.get("/small/meetings/1/decisions/1/")).one("main").all("a")
    assert [link.text for link in links if link.attrs["href"] == paper] == ["paper.txt"]
    assert "Recorded as 1/D1" in passages(clerks_client, paper)[0].text


def test_the_heading_and_the_qualifiers_are_changed_before_recording(
    clerks_client, paper, meeting, group
):
    Qualifier.objects.create(group=group, phrase="ad referendum", position=9)
    form = {**form_of(clerks_client, paper, 0), "do": "record", "heading": ""}

    clerks_client.post(paper, {**form, "qualifiers": ["ad referendum", "in principle"]})

    decision = Decision.objects.get(meeting=meeting)
    assert decision.heading is None
    qualified = decision.qualifications.order_by("position")
    assert [q.qualifier.phrase for q in qualified] == ["ad referendum", "in principle"]


def test_a_heading_of_another_group_is_none(clerks_client, paper):
    other = Heading.objects.create(question=QuestionFactory(), name="of others")
    form = {**form_of(clerks_client, paper, 0), "do": "record", "heading": str(other.pk)}

    assert clerks_client.post(paper, form).status_code == 422


def test_what_is_left_to_choose_is_said(clerks_client, meeting):
    QuestionFactory(group=meeting.group)
    paper = send(clerks_client, NEW.replace(b"New", b"Small thing 1") + b"- Large thing\n")

    passage = read(clerks_client.get(paper["Location"])).one("div", class_="passage")

    assert passage.texts("p", class_="notice") == [
        "Which question its new elements answer is to be chosen."
    ]


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("paper.docx", docx_bytes(("", "Words")), DOCX),
        ("paper.pdf", pdf_bytes(["Words"]), "application/pdf"),
        ('<b>é".md', b"<script>alert(1)</script>", "application/octet-stream"),
    ],
)
def test_the_file_is_taken_along_as_it_came_and_opened_by_no_browser(
    clerks_client, meeting, name, content, kind
):
    address = send(clerks_client, content, name)["Location"]

    answer = clerks_client.get(f"{address}original/")

    assert (answer.content, answer["Content-Type"]) == (content, kind)
    assert answer["Content-Disposition"].startswith("attachment;")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert sha256(content).hexdigest() in clerks_client.get(address).text


def test_what_is_only_alike_is_chosen_by_the_secretariat(clerks_client, paper, meeting):
    form = {**form_of(clerks_client, paper, 1), "do": "record"}

    refused = clerks_client.post(paper, form)
    assert refused.status_code == 422
    assert not Decision.objects.filter(meeting=meeting).exists()

    form |= {"item-0": "2", "item-1": "out", "outcome": "deferred"}
    clerks_client.post(paper, form)

    decision = Decision.objects.get(meeting=meeting)
    assert decision.outcome == "deferred"
    assert [d.element.number for d in decision.dispositions.all()] == [2]


def test_all_that_is_certain_is_recorded_at_once_and_no_more(clerks_client, paper, meeting):
    for _twice in range(2):
        clerks_client.post(paper, {"do": "certain"})

    assert [d.outcome for d in Decision.objects.filter(meeting=meeting)] == ["agreed"]


def test_a_passage_set_aside_is_recorded_by_nobody_until_it_is_taken_up(
    clerks_client, paper, meeting
):
    key = form_of(clerks_client, paper, 0)["passage"]

    clerks_client.post(paper, {"do": "aside", "passage": key})
    clerks_client.post(paper, {"do": "certain"})
    assert not Decision.objects.filter(meeting=meeting).exists()

    clerks_client.post(paper, {"do": "back", "passage": key})
    clerks_client.post(paper, {"do": "certain"})
    assert Decision.objects.filter(meeting=meeting).count() == 1


def test_new_elements_need_a_question(clerks_client, meeting):
    Question.objects.create(group=meeting.group, number=2, text="What is large?")
    paper = send(clerks_client, b"The Group agreed on the following elements:\n\n- New\n")[
        "Location"
    ]
    form = {**form_of(clerks_client, paper, 0), "do": "record"}

    refused = clerks_client.post(paper, form)

    assert errors(refused) == ["New elements answer: Say which question the new elements answer."]
    [link] = read(refused).one("div", class_="error-summary").all("a")
    assert read(refused).one("select", id=link.attrs["href"][1:]).attrs["name"] == "question"
    assert clerks_client.post(paper, {**form, "question": "2"}).status_code == 303


def test_an_element_decided_before_is_reconsidered_only_with_a_reason(
    clerks_client, paper, meeting, group
):
    decide(meeting, group.elements.get(number=1), outcome="rejected")
    form = {**form_of(clerks_client, paper, 0), "do": "record"}

    assert clerks_client.post(paper, form).status_code == 422
    assert group.elements.count() == 5
    assert clerks_client.post(paper, {**form, "reconsiders": "Why."}).status_code == 303


def test_a_closed_meeting_records_nothing_and_says_so(clerks_client, group):
    closed = MeetingFactory(group=group, number=8, state="closed")
    paper = send(clerks_client, meeting="8")["Location"]

    answer = clerks_client.post(paper, {"do": "certain"})

    assert answer.status_code == 422
    assert "Meeting 8 is closed. It records only in session" in answer.text
    assert not Decision.objects.filter(meeting=closed).exists()
    assert group.elements.count() == 5


def test_what_an_unpublished_meeting_is_said_to_have_decided_stays_with_the_secretariat(
    clerks_client, client, group
):
    MeetingFactory(group=group, number=8, published_at=None)
    clerks_client.post(send(clerks_client, meeting="8")["Location"], {"do": "certain"})

    assert "Something new" in clerks_client.get("/small/elements/").text
    for address in ("/small/elements/", "/small/documents/", "/small/history/", "/small/"):
        public = client.get(address).text
        assert [words for words in ("Something new", "paper.txt") if words in public] == []


def test_a_page_asks_equally_often_for_few_and_for_many_passages(clerks_client, meeting):
    def queries(count: int) -> int:
        lines = "\n\n".join(
            f"The Group agreed on the following elements:\n\n- Size {n}\n- Sort {n}"
            for n in range(count)
        )
        document = bring_in(meeting, lines, by=secretary_of(meeting.group))
        with CaptureQueriesContext(
            connection,
        ) as captured:
            assert clerks_client.get(f"/small/import/{document.pk}/").status_code == 200
        return len(captured)

    queries(1)
    assert queries(2) == queries(29) <= 12
