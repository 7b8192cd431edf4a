"""A paper as PDF: tagged (PDF/UA-1), its fonts embedded, whatever is installed on the machine."""

import json
from datetime import UTC, date, datetime
from functools import cache
from importlib.resources import files
from pathlib import Path

import typst
from django.utils.translation import get_language

from deliberations.papers import Paper, directed

LAYOUT = Path(__file__).with_name("paper.typ")


def pdf_of(paper: Paper) -> bytes:
    dated = paper.dated
    data = {
        "title": paper.title,
        "language": (get_language() or "en").partition("-")[0],
        "dated": dated and [dated.year, dated.month, dated.day],
        "parts": [
            {
                "kind": part.kind,
                "label": part.label,
                "lines": part.words.splitlines(),
                "rtl": turned,
                "right": on_the_right,
            }
            for part, turned, on_the_right in directed(paper.parts())
        ],
    }
    # The words go as data: what looks like a command of the typesetter is set as it is written.
    compiler = typst.Compiler(LAYOUT, font_paths=fonts(), sys_inputs={"paper": json.dumps(data)})
    written = compiler.compile(
        format="pdf",
        pdf_standards="ua-1",
        # Without one it is the time of the writing.
        timestamp=datetime(*(dated or date(1980, 1, 1)).timetuple()[:3], tzinfo=UTC),
    )
    assert isinstance(written, bytes)  # noqa: S101 - one file where the format is PDF
    return written


@cache
def fonts() -> typst.Fonts:
    """Read once: those for Arabic and Chinese are large, and the machine's own must not count."""
    folders = [str(files("fontpkg_amiri") / "files"), str(files("noto_cjk_sans_otc"))]
    return typst.Fonts(include_system_fonts=False, font_paths=folders)
