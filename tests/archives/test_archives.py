"""The whole record of a group as one archive: it comes back equal, the same bytes each time."""

import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from deliberations.models import (
    AgendaItem,
    Attendance,
    Decision,
    Ending,
    Import,
    Issue,
    Look,
    Meeting,
    MeetingState,
    WorkingGroup,
)
from deliberations.operations import adjourn_meeting, close_meeting, set_passage_aside, take_up
from tests.acts import (
    annul,
    bring_in,
    decide,
    everything_happens,
    issue_report,
    secretary_of,
    state,
)
from tests.factories import MeetingFactory, QuestionFactory

pytestmark = pytest.mark.django_db

type Change = Callable[[str, bytes], tuple[str, bytes]]


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def lived(record: WorkingGroup) -> WorkingGroup:
    """The WGEC after everything happened: at a meeting in session, and at one that is closed."""
    QuestionFactory.reset_sequence(9, force=True)
    meeting = everything_happens(record, number=6)
    by = secretary_of(record)
    further = MeetingFactory(group=record, number=7, published_at=None)
    items = [
        AgendaItem.objects.create(meeting=meeting, position=position, title=title)
        for position, title in ((3, "Next steps"), (5, "Any other business"), (6, "Closing"))
    ]
    document = bring_in(meeting, "Another paper.", by=by, passages=[str(PASSAGE)])
    set_passage_aside(document=document, passage=str(PASSAGE), aside=True, by=by)
    decide(meeting, *record.elements.filter(number__in=[40, 41]), reconsiders="So.", by=by)
    amended = record.elements.get(number=38)
    decide(meeting, amended, reconsiders="So.", amended={amended: (1, "Amended.")}, by=by)
    read = decide(meeting, record.elements.get(number=39), reconsiders="So.", intention=PASSAGE)
    annul(read)
    ended: dict[AgendaItem, Ending | Meeting] = {
        items[0]: Ending.DISCUSSED,
        items[1]: further,
        items[2]: Ending.NOT_REACHED,
        meeting.agenda.get(position=2): Ending.DISCUSSED,
    }
    close_meeting(meeting=meeting, endings=ended, by=by)
    state(element=record.elements.get(number=1))
    issue_report(record)
    take_up(meeting=further, item=further.agenda.get(), by=by)
    adjourn_meeting(meeting=further, by=by)
    return record


PASSAGE = "6c7f3a52-9c7b-5d0e-8a55-d2e8d8f2a001"


def archived(slug: str = "wgec", **options: Any) -> bytes:
    call_command("archive_record", group=slug, output="x.zip", **options)
    return Path("x.zip").read_bytes()


def files_in(archive: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(archive)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def packed(files: dict[str, bytes], sums: bool = True) -> bytes:
    """An archive of these files, with their checksums."""
    if sums:
        lines = [
            f"{hashlib.sha256(content).hexdigest()}  {name}\n"
            for name, content in files.items()
            if name != "SHA256SUMS"
        ]
        files = {**files, "SHA256SUMS": "".join(lines).encode()}
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return into.getvalue()


def loaded(archive: bytes) -> str:
    Path("y.zip").write_bytes(archive)
    out = io.StringIO()
    call_command("load_record", "y.zip", stdout=out)
    return out.getvalue()


def of_another_group(archive: bytes) -> bytes:
    """The same record, of a group with another address."""
    changes = {
        b'"slug": "wgec"': b'"slug": "copy"',
        b"documents/wgec-": b"documents/copy-",
        PASSAGE.encode(): PASSAGE.replace("a001", "a002").encode(),
    }
    files = {}
    for name, content in files_in(archive).items():
        if name == "record.json":
            for before, after in changes.items():
                content = content.replace(before, after)
        if not name.startswith(("tables/", "history", "README")):
            files[name.replace("wgec-", "copy-")] = content
    return packed(files)


def test_the_record_of_an_archive_comes_back_equal(lived):
    archive = of_another_group(archived())

    loaded(archive)

    again = files_in(archived("copy"))
    before = files_in(archive)
    assert again["record.json"].decode() == before["record.json"].decode()
    assert {name: again[name] for name in before if name != "SHA256SUMS"} == {
        name: content for name, content in before.items() if name != "SHA256SUMS"
    }
    call_command("verify_record", stdout=io.StringIO())


def test_what_no_record_file_had_before_comes_back(lived):
    loaded(of_another_group(archived()))

    of = {"meeting__group__slug": "copy", "meeting__number": 6}
    endings = AgendaItem.objects.filter(**of).order_by("position")
    assert list(endings.values_list("position", "ending", "carried_to__number")) == [
        (1, "", None),
        (2, "discussed", None),
        (3, "discussed", None),
        (5, "carried-over", 7),
        (6, "not-reached", None),
    ]
    assert Attendance.objects.filter(**of).count() == 1
    meeting = Meeting.objects.get(group__slug="copy", number=7)
    assert (meeting.state, str(meeting.takes_up)) == (
        MeetingState.IN_SESSION,
        "Any other business",
    )
    issue, original = (Issue.objects.get(group__slug=slug, number=1) for slug in ("copy", "wgec"))
    assert (issue.sha256, issue.pdf_sha256) == (original.sha256, original.pdf_sha256)
    assert issue.document is not None
    [first, second] = Import.objects.filter(group__slug="copy").order_by("pk")
    assert (bytes(first.content), second.text) == (b"A paper.", "Another paper.")
    decision = Decision.objects.get(intention=second.passages[0])
    assert (decision.meeting.group.slug, second.set_aside) == ("copy", second.passages)
    look = Look.objects.get(group__slug="copy")
    said = decision.meeting.decisions.get(number=1).statements.get()
    assert (look.finding, look.reason) == (f"unlifted-{said.pk}", "It was said.")


def test_an_archive_of_what_is_there_changes_nothing(lived):
    assert loaded(archived()) == "y.zip: the record holds all of it already.\n"


def test_the_same_record_gives_the_same_bytes(lived):
    assert archived() == archived()
    assert archived(public=True) == archived(public=True)


def test_an_unpacked_archive_is_loaded_from_its_folder(lived):
    for name, content in files_in(of_another_group(archived())).items():
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_bytes(content)

    call_command("load_record", "record.json", stdout=io.StringIO())

    assert Issue.objects.filter(group__slug="copy").count() == 2


def test_the_public_archive_of_a_record_without_gaps_is_loaded(record):
    loaded(of_another_group(archived(public=True)))

    assert WorkingGroup.objects.get(slug="copy").elements.count() == 41


def test_the_readme_tells_each_table_with_its_rows_and_columns(lived):
    files = files_in(archived())
    readme = files["README.txt"].decode()

    tables = [name for name in files if name.startswith("tables/")]
    assert {name for name in tables if f"\n{name} – " not in f"\n{readme}"} == set()
    for name in tables:
        lines = files[name].decode("utf-8-sig").splitlines()
        head = lines[0].split(",")
        described = readme.partition(f"{name} – ")[2].partition("\ntables/")[0]
        assert {column for column in head if f"    {column} " not in described} == set()
    assert "tables/element.csv – Elements (43)\n" in readme
    sums = files.pop("SHA256SUMS").decode().splitlines()
    assert sums == [f"{hashlib.sha256(files[name]).hexdigest()}  {name}" for name in files]


def test_who_signs_in_and_how_is_in_no_archive(lived):
    names = files_in(archived()).keys()

    assert names & {f"tables/{noun}.csv" for noun in ("user", "membership", "draft")} == set()


def test_every_entry_of_the_history_is_a_line(lived):
    lines = files_in(archived())["history.jsonl"].decode().splitlines()

    entries = [json.loads(line) for line in lines]
    assert entries[0]["act"] == "found_group"
    assert [entry["number"] for entry in entries] == sorted(entry["number"] for entry in entries)
    assert entries[-1]["act"] == "adjourn_meeting"


# ---- what somebody else made


def problems(archive: bytes) -> list[str]:
    before = WorkingGroup.objects.count()
    with pytest.raises(CommandError) as refusal:
        loaded(archive)
    assert WorkingGroup.objects.count() == before
    *lines, last = str(refusal.value).splitlines()
    assert last == "Nothing was loaded."
    return [line.removeprefix("y.zip: ") for line in lines]


@pytest.fixture
def small(record) -> dict[str, bytes]:
    """The files of an archive that could be loaded."""
    return files_in(of_another_group(archived()))


@pytest.mark.parametrize(
    "name",
    ["../record.json", "/etc/passwd", "documents/../x.txt", "x.txt", "documents/a/b.txt"],
)
def test_a_file_that_has_no_place_there_is_refused(small, name):
    assert problems(packed({**small, name: b""})) == [
        f"“{name}” has no place in an archive of a record."
    ]


def test_what_is_not_as_its_checksum_says_is_refused(small):
    changed = {**small, "record.json": small["record.json"].replace(b"Geneva", b"Zurich")}

    assert problems(packed(changed, sums=False)) == [
        "“record.json” has another checksum than it had."
    ]
    assert problems(packed({**small, "history.jsonl": b""}, sums=False)) == [
        "“history.jsonl” is not in the list of its checksums."
    ]


@pytest.mark.parametrize("name", ["record.json", "SHA256SUMS"])
def test_what_an_archive_needs_is_missed(small, name):
    del small[name]

    assert problems(packed(small, sums=False)) == [f"is no archive of a record: it has no {name}."]


def test_a_bomb_is_not_unpacked(small):
    archive = bytearray(packed(small))
    size = len(small["record.json"]).to_bytes(4, "little")
    # The list of contents, where the sizes stand that are believed.
    at = archive.rindex(size)
    archive[at : at + 4] = (4_000_000_001).to_bytes(4, "little")

    assert problems(bytes(archive)) == ["unpacks to more than the record of a group has."]


def test_a_damaged_archive_is_refused(small):
    archive = bytearray(packed(small))
    at = archive.index(b"record.json") + 200
    archive[at : at + 40] = bytes(40)

    assert problems(bytes(archive)) == ["is damaged: it can’t be unpacked."]


def test_an_issued_document_needs_its_files_as_they_were(lived):
    files = files_in(of_another_group(archived()))
    files["documents/copy-document-1.pdf"] = b"Another."
    del files["documents/copy-document-1.docx"]

    assert [
        problem.partition(".")[2].rpartition(": ")[2] for problem in problems(packed(files))
    ] == [
        "“documents/copy-document-1.docx” is not there.",
        "“documents/copy-document-1.pdf” has another checksum.",
    ]
