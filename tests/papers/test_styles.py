"""The house style: what a paper says stays what it says, and no style does harm."""

import base64
import random
import resource
import zipfile
from io import BytesIO
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from deliberations.imports.limited import read_file
from deliberations.imports.paragraphs import paragraphs_of
from deliberations.imports.reading import read
from deliberations.papers.styles import (
    FULL,
    REPORT,
    TRIAL,
    Sample,
    Unfit,
    given_for,
    refuse_unless_the_same,
    try_out,
    unrefused,
)
from deliberations.papers.styling import answer
from deliberations.papers.word import docx_of, style_built_in
from deliberations.readings.synthesis import synthesis_of
from tests.imports.making import with_parts
from tests.imports.test_files import ENTITIES, TEMPLATE
from tests.imports.test_round_trip import WGEC
from tests.papers.test_back_in import dispositions

OWN = style_built_in()
PAPER = Sample(FULL, None)


def changed(*changes: tuple[str, str], header: str = "", footer: str = "") -> bytes:
    """The built-in style with lines replaced by others (by none, for "")."""
    word = Document(BytesIO(OWN))
    for old, new in changes:
        [line] = [p for p in word.paragraphs if p.text == old]
        if new:
            line.runs[0].text = new
        else:
            line._p.getparent().remove(line._p)
    if header:
        word.sections[0].header.paragraphs[0].text = header
    if footer:
        word.sections[0].footer.paragraphs[0].text = footer
    return saved(word)


def saved(word: Any) -> bytes:
    out = BytesIO()
    word.save(out)
    return out.getvalue()


def try_here(style: bytes) -> None:
    """As try_out, for a style that does no harm: without a process of its own."""
    refuse_unless_the_same(unrefused(answer("try", given_for(style, TRIAL)))["texts"])


def looks(file: bytes) -> list[tuple[Any, ...]]:
    """Of each paragraph: its style, its words, whether it runs from right to left."""
    return [
        (p.style and p.style.name, p.text, p._p.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None)
        for p in Document(BytesIO(file)).paragraphs
    ]


def test_the_style_to_start_from_makes_what_is_made_without_one():
    try_out(OWN)

    assert looks(docx_of(PAPER, OWN)) == looks(docx_of(PAPER))
    assert any(turned for _style, _text, turned in looks(docx_of(PAPER)))


def test_the_same_paper_in_the_same_style_is_the_same_file():
    style = changed(("{{ title }}", "Our {{ title }}"), header="The house of {{ letterhead }}")
    file = docx_of(PAPER, style)

    assert docx_of(PAPER, style) == file
    times = {entry.date_time for entry in zipfile.ZipFile(BytesIO(file)).infolist()}
    assert times == {(1980, 1, 1, 0, 0, 0)}
    [header] = Document(BytesIO(file)).sections[0].header.paragraphs
    assert header.text == "The house of A group that tries its style"
    assert looks(file)[1] == ("Title", "Our Synthesis of a trial", False)


@pytest.mark.django_db
def test_the_wgecs_synthesis_in_a_house_style_is_read_as_its_text_is(record):
    synthesis = synthesis_of(record.meetings.get(number=2), AnonymousUser())
    word = Document(BytesIO(changed(("{{ letterhead }}", ""), footer="{{ letterhead }}")))
    word.styles["List Bullet"].font.name = "Arial"
    word.styles["Title"].font.all_caps = True
    style = saved(word)
    try_out(style)

    text, _remarks = read_file(docx_of(synthesis, style), "docx")

    found = dispositions(read(paragraphs_of(text), WGEC))
    assert found == dispositions(read(paragraphs_of(synthesis.text), WGEC))
    assert len(found) > 3


def test_a_logo_and_a_mark_that_word_parts_among_runs_are_kept():
    word = Document(BytesIO(OWN))
    [line] = [p for p in word.paragraphs if p.text == "{{ title }}"]
    line.runs[0].text = "{{ ti"
    line.add_run("tle }").bold = True
    line.add_run("}")
    word.paragraphs[0].insert_paragraph_before().add_run().add_picture(picture())
    style = saved(word)
    try_out(style)

    made = Document(BytesIO(docx_of(PAPER, style)))

    assert len(made.inline_shapes) == 1
    assert "Synthesis of a trial" in [p.text for p in made.paragraphs]


def picture() -> BytesIO:
    return BytesIO(
        base64.b64decode(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5E"
            "rkJggg=="
        )
    )


def body(line: str) -> tuple[str, str]:
    """The line with the text of a note replaced, which is in a loop."""
    return ('{%p elif part.kind == "note" %}', line)


MISTAKES = {
    "a word of no paper": (
        changed(("{{ title }}", "{{ titel }}")),
        "Paragraph 2 of the text, “{{ titel }}”: “titel” is nothing of the paper. There are: "
        "letterhead, title, date, language, parts, body.",
    ),
    "a word that no part has": (
        changed(("{{ date }}", "{{ body.texts }}")),
        "Paragraph 4 of the text, “{{ body.texts }}”: “.texts” is nothing that a part has.",
    ),
    "an instruction mistyped": (
        changed(("{%p for part in body %}", "{%p fo part in body %}")),
        "Paragraph 6 of the text, “{%p fo part in body %}”: “fo” is nothing that a style can say.",
    ),
    "a loop without an end": (changed(("{%p endfor %}", "")), "endfor is missing."),
    "braces not closed": (
        changed(("{{ title }}", "{{ title")),
        "Paragraph 2 of the text, “{{ title”: Each mark begins and ends in one paragraph",
    ),
    "in the header": (
        changed(header="{{ secretary }}"),
        "Paragraph 1 of a header, “{{ secretary }}”: “secretary” is nothing of the paper.",
    ),
    "no notes": (
        changed(body('{%p elif part.kind == "none" %}')),
        "The style leaves out a note (kind “note”), or puts it elsewhere: “[Corrected by a later "
        "decision.]” does not stand where it stands in the paper.",
    ),
    "another thing decided": (
        changed(
            ("{{ letterhead }}", "The Group rejected the following elements: (a) one; (b) two.")
        ),
        "Read back, the document does not say what the group decided",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_style_that_does_not_fit_is_told_where_and_why(name):
    style, why = MISTAKES[name]

    with pytest.raises(Unfit) as unfit:
        try_here(style)

    [sentence] = unfit.value.sentences
    assert why in sentence


def test_a_list_that_is_none_any_more_is_refused():
    word = Document(BytesIO(OWN))
    [item] = [p for p in word.paragraphs if p.style and p.style.name == "List Bullet"]
    item.style = word.styles["Body Text"]

    with pytest.raises(Unfit, match="each element as one of a list"):
        try_here(saved(word))


def with_xml(xml: str) -> bytes:
    """The style with a paragraph more, as Word writes it."""
    word = Document(BytesIO(OWN))
    word.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}>{xml}</w:p>"))
    return saved(word)


def field(*parts: str) -> bytes:
    text = "".join(f"<w:r><w:instrText>{part}</w:instrText></w:r>" for part in parts)
    return with_xml(f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{text}')


LOOPS = "".join("{% for p" + str(n) + " in parts %}" for n in range(15))
DEEP = "{% if title %}" * 20_000
HOSTILE = {
    "nothing": b"",
    "a text": b"{{ title }}",
    "a hundred megabytes": b"PK\x03\x04" + b"\0" * 100 * 2**20,
    "half a file": OWN[: len(OWN) // 2],
    "noise": b"PK\x03\x04" + random.Random(1).randbytes(4000),
    "a zip bomb": with_parts(OWN, **{"word/media/x.bin": b"\0" * 2**27}),
    "a bomb of elements": with_parts(
        OWN, **{"word/document.xml": b"<a>" + b"<b/>" * 2**22 + b"</a>"}
    ),
    "entities": with_parts(OWN, **{"word/document.xml": ENTITIES}),
    "macros": with_parts(OWN, **{"word/vbaProject.bin": b"x"}),
    "a control": with_parts(OWN, **{"word/activeX/activeX1.xml": b"<a/>"}),
    "a program in it": with_parts(OWN, **{"word/embeddings/oleObject1.bin": b"x"}),
    "a template elsewhere": with_parts(OWN, **{"word/_rels/settings.xml.rels": TEMPLATE}),
    "a template elsewhere, in other quotes": with_parts(
        OWN,
        **{"word/_rels/settings.xml.rels": TEMPLATE.replace(b'"External"', b"'External'")},
    ),
    "a field in small letters": field(" includetext x.docx "),
    "a field that fetches": field(' INCLUDEPICTURE "http://192.0.2.1/x.png" '),
    "a field that runs, in pieces": field(" DD", "EAUTO c:\\\\x "),
    "a date of today": with_xml('<w:fldSimple w:instr=" DATE "/>'),
    "another file": with_parts(
        OWN,
        **{
            "word/document.xml": zipfile.ZipFile(BytesIO(OWN))
            .read("word/document.xml")
            .replace(b"<w:sectPr", b'<w:altChunk r:id="x"/><w:sectPr')
        },
    ),
    "a class": changed(("{{ title }}", "{{ title.__class__ }}")),
    "a class by its key": changed(("{{ title }}", '{{ title["__class__"] }}')),
    "a class by a filter": changed(("{{ title }}", '{{ title|attr("__class__") }}')),
    "a call": changed(("{{ title }}", "{{ title.upper() }}")),
    "a range": changed(("{{ title }}", "{% for a in range(999999999) %}a{% endfor %}")),
    "arithmetic": changed(("{{ title }}", "{{ 9**9**9**9 }}")),
    "a long text": changed(("{{ title }}", '{{ "a" * 9999999999 }}')),
    "a macro that calls itself": changed(
        ("{{ title }}", "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}")
    ),
    "an include": changed(("{{ title }}", '{% include "/etc/passwd" %}')),
    "an import": changed(("{{ title }}", '{% import "os" as os %}')),
    "raw XML": changed(("{{ title }}", "{{ title|safe }}")),
    "loops that never end": changed(("{{ title }}", LOOPS + "a" + "{% endfor %}" * 15)),
    "a very deep condition": changed(("{{ title }}", DEEP + "a" + "{% endif %}" * 20_000)),
    "braces without end": changed(("{{ title }}", "{{" * 100_000)),
    "tags without end": changed(("{{ title }}", "{%p " * 100_000)),
}


HEAVY = {
    "a hundred megabytes", "a bomb of elements", "loops that never end", "a very deep condition",
}  # fmt: skip
"""What only the limits of the process refuse."""


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_style_is_refused_with_a_sentence_in_no_time(name):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with pytest.raises(Unfit) as unfit:
        (try_out if name in HEAVY else try_here)(HOSTILE[name])
    after = resource.getrusage(resource.RUSAGE_CHILDREN)

    [sentence] = unfit.value.sentences
    assert (sentence[-1], len(sentence) < 400) == (".", True)
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 2.5


def test_what_stands_in_a_paper_is_never_taken_for_a_style():
    words = ["{{ 7 }} {% if %} {_{ &amp; <w:t>", "a\x01b\ufffe\nc\td"]
    paper = Sample([*FULL[:3], *(FULL[5]._replace(text=text) for text in words)], None)

    assert [text for _style, text, _turned in looks(docx_of(paper, OWN))][3:] == [
        "{{ 7 }} {% if %} {_{ &amp; <w:t>",
        "a�b�\nc\td",
    ]


def test_a_report_in_the_style_to_start_from_is_what_it_is_without_one():
    """References stay from left to right before a text from right to left."""

    def runs(file: bytes) -> list[tuple[str, bool | None]]:
        paragraphs = Document(BytesIO(file)).paragraphs
        return [(run.text, run.font.rtl) for p in paragraphs for run in p.runs if run.text]

    report = Sample(REPORT, None)

    assert looks(docx_of(report, OWN)) == looks(docx_of(report))
    assert runs(docx_of(report, OWN)) == runs(docx_of(report))
