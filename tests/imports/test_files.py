"""Files of others: what is read from each kind, and that no bad one does harm."""

import json
import subprocess
import sys
import time

import pytest

from deliberations.imports.files import kind_of, text_of
from deliberations.imports.limited import MAX_BYTES, PATIENCE, ROOT, Refusal, read_file
from deliberations.imports.paragraphs import paragraphs_of
from deliberations.imports.unreadable import Unreadable
from tests.imports.hostile import COSTLY
from tests.imports.making import assembled, docx_bytes, pdf_bytes, with_parts
from tests.imports.test_reading import told, understood

SENTENCE = "The Group agreed on the following elements:"
AGREED: tuple[str, str, list[str], list[str], list[str]] = (
    "agreed",
    "",
    [],
    ["Élan", "Two words"],
    [],
)
TEXT = f"{SENTENCE}\n\n- Élan\n- Two words\n"
WORD = docx_bytes(("", SENTENCE), ("List Bullet", "Élan"), ("List Bullet", "Two words"))
PDF = pdf_bytes([SENTENCE, "- Élan", "- Two words", "1"])


def here(data: bytes, kind: str) -> tuple[str, list[str]]:
    """The text of a file that does no harm, read without a process of its own."""
    return text_of(data, kind, lambda done, of: None)


@pytest.mark.parametrize(
    ("reader", "kind", "data", "remarks"),
    [
        (here, "text", TEXT.encode(), []),
        (here, "text", TEXT.encode("utf-8-sig"), []),
        (here, "text", TEXT.encode("utf-16"), []),
        (read_file, "text", TEXT.encode("cp1252"), ["encoding:cp1252"]),
        (here, "text", TEXT.replace("\n", "\r\n").encode(), []),
        (here, "markdown", f"# Outcome\n\n**{SENTENCE}**\n\n* Élan\n* Two words\n".encode(), []),
        (read_file, "docx", WORD, []),
        (read_file, "pdf", PDF, ["pdf"]),
    ],
)
def test_each_format_says_the_same(reader, kind, data, remarks):
    text, found = reader(data, kind)

    assert [told(d) for d in understood(text, markdown=kind == "markdown").disposals] == [AGREED]
    assert found == remarks


def run(text: str, strike: bool = False) -> str:
    struck = "<w:rPr><w:strike/></w:rPr>" if strike else ""
    return f'<w:r>{struck}<w:t xml:space="preserve">{text}</w:t></w:r>'


def test_tracked_changes_count_as_accepted_and_that_is_said():
    xml = (
        f"<w:p>{run('The Group ')}<w:del><w:r><w:delText>did not agree</w:delText></w:r></w:del>"
        f"<w:ins>{run('agreed')}</w:ins>{run(' on the following elements: ')}{run('not ', True)}"
        f"{run('(a) salt; (b) soup.')}</w:p>"
    )

    text, remarks = here(docx_bytes(xml=xml), "docx")

    assert text == "The Group agreed on the following elements: (a) salt; (b) soup."
    assert remarks == ["struck", "tracked-changes"]


def test_the_numbers_that_word_counts_are_kept_and_tables_and_quotations_are_set_apart():
    blocks = [("Heading 1", "Outcome"), ("", SENTENCE), ("List Number", "One")]
    blocks += [("List Number", "Two"), ("List Number 2", "Deeper"), ("Quote", SENTENCE)]

    text, _remarks = here(docx_bytes(*blocks), "docx")

    marks = [(p.kind, p.mark, p.text) for p in paragraphs_of(text)]
    assert marks == [
        ("title", "", "Outcome"),
        ("text", "", SENTENCE),
        ("item", "1.", "One"),
        ("item", "2.", "Two"),
        ("item", "1.", "Deeper"),
        ("aside", "", SENTENCE),
    ]


def test_what_stands_on_every_page_and_its_number_are_no_part_of_the_text():
    pages = [["A paper", f"Words of {n}", f"Page {n} of 4"] for n in range(1, 5)]

    text, _remarks = here(pdf_bytes(*pages), "pdf")

    assert text.split("\n") == ["Words of 1", "Words of 2", "Words of 3", "Words of 4"]


ENTITIES = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
LAUGHS = b"<!DOCTYPE a [" + b"".join(
    b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10 if n else b"ha") for n in range(9)
) + b"]><a>&l8;</a>"  # fmt: skip
HIDDEN = b'<?xml version="1.0" encoding="utf-7"?>+ADwAIQ-DOCTYPE a [+ADwAIQ-ENTITY x "y">]><a/>'
NUMBERED = (
    b'<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    b'<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="one"/></w:abstractNum>'
    b'<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
)
TEMPLATE = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="r1" Type="http://schemas.example/attachedTemplate"'
    b' Target="http://192.0.2.1/x.dotm" TargetMode="External"/></Relationships>'
)
PAGES = b"<< /Type /Pages /Kids [%s] /Count 1 >>"
CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
LOCKED = b"/Encrypt << /Filter /Standard /V 1 /R 2 /O (%s) /U (%s) /P -4 >> /ID [(a) (a)]" % (
    *(b"x" * 32, b"y" * 32),
)

BAD = {
    "nothing": ("text", b"", "empty"),
    "only spaces": ("text", b" \n\t\n", "empty"),
    "bytes that are no text": ("text", bytes(range(256)) * 40, "encoding"),
    "a PDF named text": ("text", PDF, "other-content"),
    "a text named PDF": ("pdf", TEXT.encode(), "other-content"),
    "a Word file named PDF": ("pdf", WORD, "other-content"),
    "a page of the web named Word": ("docx", b"<!doctype html><p>x", "other-content"),
    "a spreadsheet named Word": ("docx", with_parts(WORD, **{"../x": b""}), "damaged"),
    "an encrypted Word file": ("docx", b"\xd0\xcf\x11\xe0" + b"x" * 512, "encrypted-or-old"),
    "half a Word file": ("docx", WORD[: len(WORD) // 2], "damaged"),
    "a zip bomb": (
        "docx",
        with_parts(WORD, **{"word/media/x.bin": b"\0" * 2**27}),
        "bomb",
    ),
    "a bomb of elements": (
        "docx",
        with_parts(WORD, **{"word/document.xml": b"<a>" + b"<b/>" * 2**23 + b"</a>"}),
        "bomb",
    ),
    "entities": ("docx", with_parts(WORD, **{"word/document.xml": ENTITIES}), "entities"),
    "a billion laughs": ("docx", with_parts(WORD, **{"word/styles.xml": LAUGHS}), "entities"),
    "a template elsewhere": (
        "docx",
        with_parts(WORD, **{"word/_rels/settings.xml.rels": TEMPLATE}),
        "outside",
    ),
    "macros": ("docx", with_parts(WORD, **{"word/vbaProject.bin": b"x"}), "macros"),
    "a template elsewhere, in other quotes": (
        "docx",
        with_parts(WORD, **{"word/_rels/settings.xml.rels": TEMPLATE.replace(b'"', b"'")}),
        "outside",
    ),
    "entities in other letters": (
        "docx",
        with_parts(WORD, **{"word/document.xml": HIDDEN}),
        "damaged",
    ),
    "a number of a list that is none": (
        "docx",
        with_parts(WORD, **{"word/numbering.xml": NUMBERED}),
        "damaged",
    ),
    "a path upwards": ("docx", with_parts(WORD, **{"../../tmp/x.xml": b"<a/>"}), "damaged"),
    "a path from the root": ("docx", with_parts(WORD, **{"/etc/x.xml": b"<a/>"}), "damaged"),
    "no document in it": ("docx", with_parts(WORD, **{"word/document.xml": b""}), "damaged"),
    "half a PDF": ("pdf", PDF[:-60], "truncated"),
    "a PDF that is none": ("pdf", b"%PDF-1.7\nnothing\n%%EOF", "damaged"),
    "a hundred thousand pages": ("pdf", pdf_bytes(["a"], count=100_000), "too-many-pages"),
    "thirty thousand pages that say they are one": (
        "pdf",
        pdf_bytes(*[["a"]] * 30_000, count=1),
        "too-many-pages",
    ),
    "pages that say nothing of what they are": (
        "pdf",
        pdf_bytes(*[["a"]] * 30_000, count=1).replace(b"/Type /Page /", b"/Tope /Page /"),
        "too-many-pages",
    ),
    "an encrypted PDF": ("pdf", assembled([CATALOG, PAGES % b""], LOCKED), "encrypted"),
    "pages within themselves": ("pdf", assembled([CATALOG, PAGES % b"2 0 R"]), "damaged"),
    "a PDF of pictures": ("pdf", pdf_bytes([]), "no-text"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_for_what_it_is(name):
    kind, data, why = BAD[name]
    with pytest.raises(Unreadable) as unreadable:
        text_of(data, kind, lambda done, of: None)

    assert unreadable.value.why == why


MEASURE = f"""
import json, re, resource, sys
sys.path.insert(0, {str(ROOT)!r})
from deliberations.imports.limited import Refusal, read_file
data = sys.stdin.buffer.read()
try:
    why = read_file(data, sys.argv[1]) and ""
except Refusal as refusal:
    why = refusal.why
there = resource.getrusage(resource.RUSAGE_CHILDREN)
here = re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())
print(json.dumps([why, there.ru_utime + there.ru_stime, there.ru_maxrss + int(here[1])]))
"""
"""In a small process: what a large one had in memory counts as its children's, too."""


def measured(data: bytes, kind: str) -> tuple[str, float, int]:
    """(what the file is refused for or "", seconds of computing, KiB at most)."""
    call = [sys.executable, "-I", "-c", MEASURE, kind]
    done = subprocess.run(call, input=data, capture_output=True, check=True)
    refused_for, seconds, kib = json.loads(done.stdout)
    return refused_for, seconds, kib


@pytest.fixture(scope="module")
def to_begin_with() -> float:
    """Seconds of computing on this machine, as busy as it is, until the reading begins."""
    return max(measured(b"A paper.", "text")[1] for _ in range(3))


@pytest.mark.parametrize("name", COSTLY)
def test_a_costly_file_takes_no_more_than_patience_allows_and_200_mib(name, to_begin_with):
    kind, make, why = COSTLY[name]

    refused_for, seconds, kib = measured(make(), kind)

    # What is too much for one machine another may just read, within the same bounds.
    assert refused_for in {why, ""} if why == "too-much" else refused_for == why
    # Of computing: by the clock, what else runs here would count too.
    assert (seconds - to_begin_with < PATIENCE + 0.3, kib < 200 * 1024) == (True, True)


def test_what_is_too_large_is_not_even_looked_at():
    with pytest.raises(Refusal) as refused:
        read_file(bytes(MAX_BYTES + 1), "text")

    assert refused.value.why == "too-large"


def test_what_nobody_sees_parts_no_word_and_turns_none_round():
    text = f"The Group\u200b did n\u00adot agree \u202eon\u202c {'x' * 9}\n".encode()

    assert here(text, "text")[0] == f"The Group did not agree on\u202c {'x' * 9}\n"


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("minutes.exe", "unknown-format"),
        ("minutes", "unknown-format"),
        ("minutes.pdf.html", "unknown-format"),
        ("minutes.docm", "macros"),
        ("../../etc/passwd", "unknown-format"),
        ("minutes.txt\x00.pdf\x00", "unknown-format"),
    ],
)
def test_a_name_is_only_asked_for_its_ending(name, why):
    with pytest.raises(Unreadable) as refused:
        kind_of(name)

    assert refused.value.why == why


def test_the_process_that_reads_reaches_no_network_no_file_and_no_other_process():
    """Tried from within, after it has limited itself."""
    tries = """
import socket, os
def fails(act):
    try: act()
    except OSError: return True
    except MemoryError: return True
    return False
from deliberations.imports import limited
limited.limit(limited.address_space())
print([fails(lambda: socket.socket()), fails(lambda: open("/etc/passwd")),
       fails(lambda: open("/dev/shm/x", "w")), fails(lambda: bytearray(160 * 2**20))])
"""
    call = f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{tries}"
    done = subprocess.run([sys.executable, "-I", "-c", call], capture_output=True, check=True)

    assert done.stdout.split() == [b"[True,", b"True,", b"True,", b"True]"]


def test_two_hundred_pages_are_read_with_progress_in_less_than_twenty_seconds():
    page = [SENTENCE, *(f"- Element {n} with some more words in it" for n in range(45))]
    data = pdf_bytes(*[[f"Page {n} begins.", *page] for n in range(200)])
    seen: list[tuple[int, int]] = []
    begin = time.monotonic()

    text, _remarks = read_file(data, "pdf", lambda done, of: seen.append((done, of)))
    found = understood(text)

    assert time.monotonic() - begin < 20
    assert seen == [(number, 200) for number in range(1, 201)]
    assert len(found.disposals) == 200
