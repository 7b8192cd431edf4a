"""The page of the house style: brought by the secretariat, tried out, and used from then on."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from docx import Document

from deliberations.models import Issue, Style
from deliberations.papers.word import docx_of, style_built_in
from deliberations.readings.synthesis import synthesis_of
from tests.acts import decide
from tests.pages import errors, fields_of, read
from tests.papers.test_styles import changed

pytestmark = pytest.mark.django_db

PAGE = "/small/style/"
OURS = changed(("{{ title }}", "House of Small Things: {{ title }}"))


def bring(client, content: bytes = OURS, name: str = "house.docx", **more):
    return client.post(PAGE, {"file": SimpleUploadedFile(name, content)}, **more)


def title_of(file: bytes) -> str:
    return next(
        p.text for p in Document(BytesIO(file)).paragraphs if p.style and p.style.name == "Title"
    )


@pytest.fixture
def synthesis(meeting, elements):
    decide(meeting, *elements[:2], sentence="The Group agreed on the following elements:")
    return "/small/meetings/1/synthesis"


def test_the_built_in_style_is_taken_along_changed_and_brought_back(
    clerks_client, client, synthesis
):
    start = clerks_client.get("/small/style.docx")
    answer = bring(clerks_client, start.content, "start.docx")

    assert start.content == style_built_in()
    assert (answer.status_code, answer["Location"]) == (303, PAGE)
    bring(clerks_client)

    files = [client.get(at).content for at in (f"{synthesis}.docx",)]
    assert [title_of(file) for file in files] == ["House of Small Things: Synthesis of meeting 1"]
    excerpt = client.get("/small/meetings/1/decisions/1.docx").content
    assert title_of(excerpt) == "House of Small Things: Decision 1/D1"
    report = client.get("/small/report.docx").content
    assert title_of(report) == "House of Small Things: Report of the group"
    own = clerks_client.get("/small/style/2.docx")
    assert (own.content, own["Content-Disposition"]) == (
        *(OURS, 'attachment; filename="small-style-2.docx"'),
    )


def test_without_a_style_the_file_is_as_it_was_before_there_were_any(
    clerks_client, meeting, synthesis, clerk
):
    before = clerks_client.get(f"{synthesis}.docx").content
    bring(clerks_client)

    clerks_client.post(f"{PAGE}back/")

    assert clerks_client.get(f"{synthesis}.docx").content == before
    assert before == docx_of(synthesis_of(meeting, clerk))
    shown = read(clerks_client.get(PAGE)).one("main")
    assert "In force: the built-in style." in shown.text
    assert [style.is_built_in for style in Style.objects.order_by("number")] == [False, True]


def test_an_issued_document_keeps_its_file_and_its_style(
    clerks_client, client, synthesis, meeting
):
    bring(clerks_client)
    form = read(clerks_client.get(f"{synthesis}/")).one("form", action=f"{synthesis}/issue/")
    sent = {name: values[0] for name, values in fields_of(form).items()}
    clerks_client.post(f"{synthesis}/issue/", sent)
    clerks_client.post(f"{PAGE}back/")

    issue = Issue.objects.select_related("style").get()
    file = client.get("/small/documents/1.docx").content
    call_command("verify_record")
    assert (issue.style and issue.style.number, bytes(issue.docx)) == (1, file)
    assert title_of(file).startswith("House of Small Things")
    assert "1. house.docx" in clerks_client.get("/small/documents/1/").text
    assert "house" not in client.get("/small/documents/1/").text
    [entry] = [
        e for e in client.get("/small/history.json").json()["entries"] if "issued" in str(e)
    ]
    assert "style" not in str(entry)


@pytest.mark.parametrize(
    ("content", "name", "why"),
    [
        (OURS, "house.doc", "Bring a Word file that ends in .docx, without macros."),
        (OURS, "house.docm", "Bring a Word file that ends in .docx, without macros."),
        (b"", "house.docx", "That is no Word file. Bring a style that ends in .docx."),
        (
            b"x" * (5 * 2**20 + 1),
            "house.docx",
            "The file is too large for a style: at most 5 MB. Make its pictures small.",
        ),
        (
            changed(("{%p for part in body %}", "{%p fo part in body %}")),
            "house.docx",
            "Paragraph 6 of the text, “{%p fo part in body %}”: “fo” is nothing that a style can "
            "say. It can say: for … in, if, elif, else, and the words of the paper.",
        ),
    ],
)
def test_what_does_not_fit_is_refused_and_not_kept(clerks_client, meeting, content, name, why):
    answer = bring(
        clerks_client, content, name, headers={"HX-Request": "true", "HX-Target": "div#bring"}
    )

    assert (answer.status_code, errors(answer)) == (422, [why])
    assert "<html" not in answer.text
    assert not Style.objects.exists()


def test_the_same_style_again_changes_nothing(clerks_client, meeting):
    assert clerks_client.post(f"{PAGE}back/", follow=True).redirect_chain
    bring(clerks_client)

    assert errors(bring(clerks_client)) == ["That style is in force already. Nothing was changed."]
    assert Style.objects.count() == 1


def test_a_paper_that_can_not_be_filled_in_is_read_without_the_style_and_not_issued(
    clerks_client, client, synthesis, group, clerk
):
    """A style that comes to grief on one paper alone; here one that was never tried out."""
    Style.objects.create(group=group, name="x.docx", content=b"No Word file.", adopted_by=clerk)

    assert title_of(client.get(f"{synthesis}.docx").content) == "Synthesis of meeting 1"
    form = read(clerks_client.get(f"{synthesis}/")).one("form", action=f"{synthesis}/issue/")
    sent = {name: values[0] for name, values in fields_of(form).items()}
    answer = clerks_client.post(f"{synthesis}/issue/", sent, follow=True)
    assert "That is no Word file. Bring a style that ends in .docx." in answer.text
    assert not Issue.objects.exists()
