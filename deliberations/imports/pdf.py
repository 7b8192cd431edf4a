"""A PDF → its text, page by page, without what stands on every page."""

import io
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pypdf

from deliberations.imports.unreadable import MAX_PAGES, MAX_TEXT, Progress, Unreadable

ON_A_PAGE = 100_000
"""Letters: in the smallest print a page has a tenth of them."""
PAGE = re.compile(rb"/Type\s*/Page\b")


def pdf_text(data: bytes, progress: Progress) -> tuple[str, list[str]]:
    if b"%%EOF" not in data[-2048:]:
        raise Unreadable("truncated")
    # What it holds, whatever it says to hold; a file that was saved again holds old pages too.
    if len(PAGE.findall(data)) > 4 * MAX_PAGES:
        raise Unreadable("too-many-pages")
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            raise Unreadable("encrypted")
        # What the root says: to count the pages, all of them would be read.
        pages: Any = reader.root_object["/Pages"].get_object()
        count = int(pages["/Count"])
        if max(count, len(pages.get("/Kids", []))) > MAX_PAGES:
            raise Unreadable("too-many-pages")
        found: list[str] = []
        letters = 0
        for number, page in enumerate(reader.pages, start=1):
            if number > MAX_PAGES:
                raise Unreadable("too-many-pages")
            progress(number, count)
            found.append(page.extract_text())
            letters += len(found[-1])
            if len(found[-1]) > ON_A_PAGE:
                raise Unreadable("bomb")
            if letters > MAX_TEXT:
                raise Unreadable("too-large")
    except (Unreadable, MemoryError):
        raise
    except Exception:  # pypdf raises whatever it stumbles over in a damaged file.
        raise Unreadable("damaged") from None
    return "\n".join(without_running_lines(found)), ["pdf"]


PAGE_NUMBER = re.compile(r"\W*(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\W*", re.IGNORECASE)


def without_running_lines(pages: list[str]) -> Iterator[str]:
    """The pages without their numbers, and without what stands at the edge of most of them."""
    lines = [[line.rstrip() for line in page.splitlines() if line.strip()] for page in pages]
    edges = Counter(edge for page in lines for edge in {*page[:1], *page[-1:]})
    running = {edge for edge, count in edges.items() if count > max(2, len(pages) // 2)}
    for page in lines:
        while page and (page[0] in running or PAGE_NUMBER.fullmatch(page[0])):
            page.pop(0)
        while page and (page[-1] in running or PAGE_NUMBER.fullmatch(page[-1])):
            page.pop()
        yield "\n".join(page)
