"""What the look promises: it turns with the reading direction, can be read, stays small, and needs
nothing that the content security policy forbids."""

import re
from itertools import product
from pathlib import Path

import pytest

from deliberations.models import Status

ROOT = Path(__file__).parent.parent
STATIC = ROOT / "deliberations" / "static" / "deliberations"
SHEET = re.sub(
    r"/\*.*?\*/",
    "",
    "".join(
        (STATIC / name).read_text()
        for name in (
            "record.css",
            "console.css",
            "meetings.css",
            "screen.css",
            "search.css",
            "script.css",
            "synthesis.css",
            "report.css",
            "compare.css",
            "imports.css",
            "elements.css",
            "pictures.css",
            "facets.css",
        )
    ),
    flags=re.DOTALL,
)
COLOURS = {
    name: (light, dark)
    for name, light, dark in reversed(
        re.findall(r"--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)", SHEET)
    )
}
INKS = ["ink", "muted", "accent", *(status.value for status in Status)]
GROUNDS = ["paper", "sheet", "accent-wash", "agreed-wash", "deferred-wash", "rejected-wash"]

SIDE = re.compile(r"\b(left|right|top|bottom)\b")
SIZE = re.compile(r"(min-|max-)?(width|height)")
BOXES = {"margin", "padding", "inset", "border-width", "border-style", "border-color"}
VALUE = re.compile(r"(?:[^\s()]|\((?:[^()]|\([^()]*\))*\))+")


def physical(sheet: str) -> list[tuple[str, str]]:
    """The declarations that would not turn with the reading direction."""
    return [
        (name, value)
        for name, value in re.findall(r"([-a-z]+)\s*:\s*([^;{}]+);", sheet)
        if SIDE.search(name) or SIDE.search(value) or SIZE.fullmatch(name) or lopsided(name, value)
    ]


def lopsided(name: str, value: str) -> bool:
    """Whether a shorthand gives the left and the right side different values."""
    sides = VALUE.findall(value)
    return name in BOXES and len(sides) == 4 and sides[1] != sides[3]


@pytest.mark.parametrize(
    "declaration",
    [
        ("margin-left", "1rem"),
        ("text-align", "right"),
        ("max-width", "100%"),
        ("padding", "0 calc(1rem + 2px) 0 0"),
    ],
)
def test_a_physical_declaration_is_found(declaration):
    assert physical("a { {}: {}; color: red; }".replace("{}: {}", ": ".join(declaration))) == [
        declaration
    ]


def test_nothing_is_on_the_left_or_the_right():
    assert physical(SHEET) == []


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_is_readable_on_every_ground(scheme):
    at = ["light", "dark"].index(scheme)
    pairs = [*product(INKS, GROUNDS), ("paper", "accent"), ("paper", "ink")]

    assert [
        (ink, ground)
        for ink, ground in pairs
        if contrast(COLOURS[ink][at], COLOURS[ground][at]) < 4.5
    ] == []


def test_the_screen_in_the_room_is_readable_from_the_last_row():
    screen = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", (STATIC / "screen.css").read_text()))

    assert [ink for ink in INKS if contrast(screen[ink], screen["paper"]) < 7] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_edge_of_a_field_is_seen(scheme):
    at = ["light", "dark"].index(scheme)

    assert [
        ground
        for ground in ("paper", "sheet")
        if contrast(COLOURS["edge"][at], COLOURS[ground][at]) < 3
    ] == []


def test_every_status_has_its_mark_and_its_colour():
    marks = dict(re.findall(r'\.([a-z-]+) \{ --c: var\(--\1\); --m: "(.)"; \}', SHEET))

    assert marks == {
        Status.PROPOSED: "○",
        Status.AGREED: "●",
        Status.DEFERRED: "▷",
        Status.NOT_DISCUSSED: "–",
        Status.REJECTED: "✕",
        Status.WITHDRAWN: "↩",
    }


def test_the_sheet_and_the_script_stay_small():
    assert (STATIC / "record.css").stat().st_size <= 19_500
    assert (STATIC / "console.css").stat().st_size <= 3_000
    assert (STATIC / "screen.css").stat().st_size <= 4_000
    assert (STATIC / "script.css").stat().st_size <= 2_500
    assert (STATIC / "search.css").stat().st_size <= 2_000
    assert (STATIC / "synthesis.css").stat().st_size <= 3_500
    assert (STATIC / "report.css").stat().st_size <= 2_000
    assert (STATIC / "compare.css").stat().st_size <= 1_000
    assert (STATIC / "pictures.css").stat().st_size <= 2_500
    assert (STATIC / "elements.css").stat().st_size <= 1_500
    assert (STATIC / "facets.css").stat().st_size <= 1_500
    assert (STATIC / "record.js").stat().st_size <= 4_000
    assert (STATIC / "console.js").stat().st_size <= 10_000
    assert (STATIC / "gavelled.js").stat().st_size <= 2_500
    assert (STATIC / "composing.js").stat().st_size <= 6_500
    assert (STATIC / "meetings.css").stat().st_size <= 3_000
    assert (STATIC / "agenda.js").stat().st_size <= 4_000
    assert (STATIC / "attendance.js").stat().st_size <= 2_000
    assert (STATIC / "imports.js").stat().st_size <= 2_000
    assert (STATIC / "imports.css").stat().st_size <= 3_000
    assert (STATIC / "live.js").stat().st_size <= 6_500
    assert (STATIC / "screen.js").stat().st_size <= 2_500


def test_no_template_holds_a_style_or_a_script_of_its_own():
    """A script element of exactly this type is a block of data: no browser executes it."""
    forbidden = re.compile(
        r"""<style|\sstyle=|\son[a-z]+=|javascript:|hx-on|["']js:"""
        r"""|<script(?![^>]*\ssrc=)(?! type="application/ld\+json">)"""
    )

    assert [
        (path.relative_to(ROOT).as_posix(), found)
        for path in sorted((ROOT / "templates").rglob("*.html"))
        for found in forbidden.findall(path.read_text())
    ] == []


def test_the_page_of_a_failure_needs_nothing_that_may_have_failed():
    page = (ROOT / "templates" / "500.html").read_text()

    assert re.findall(r"{[{%]", page) == []
    assert re.findall(r'"/static/deliberations/([^"]+)"', page) == ["record.css"]
