"""How a page is looked at: what the browser complains of, what axe finds, what lies outside."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Response

HERE = Path(__file__).parent
LAYOUT = (HERE / "layout.js").read_text()
COLOURS = (HERE / "colours.js").read_text()
WIDTHS = (320, 768, 1280)
GUIDELINES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OF_COLOUR = ["color-contrast", "link-in-text-block"]
INLINE = re.compile(
    r"""<style|<[^>]*\sstyle\s*=|<[^>]*\son[a-z]+\s*=|javascript:"""
    # Data in a page is no script: nothing of it is executed.
    r"""|<script(?![^>]*\ssrc=)(?! type="application/ld\+json">)[^>]*>"""
)


def complaints_of(context: BrowserContext, complaints: list[str]) -> BrowserContext:
    """Gather what goes wrong in the pages of the context.

    That a page or an answer to htmx is a refusal (4xx) is the test's business; anything else that
    fails to load is not meant.
    """

    def console(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and "Failed to load resource" not in message.text:
            complaints.append(f"{message.location['url']}: {message.text}")

    def loaded(response: Response) -> None:
        meant = response.request.resource_type in ("document", "fetch", "xhr")
        if response.status >= 400 and not meant:
            complaints.append(f"{response.url}: {response.status}")

    context.on("console", console)
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    context.on("response", loaded)
    return context


def look_at(page: Page) -> list[str]:
    """All that is wrong with the page as it is, at every width, in light and dark."""
    before = page.viewport_size
    # Else what axe sees right after a change of the scheme is a colour on its way to another.
    page.emulate_media(reduced_motion="reduce")
    wrong = [*frame_of(page), *inline_in(page)]
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        wrong += [f"{width} px: {what}" for what in page.evaluate(LAYOUT)]
        if width != 768:
            page.emulate_media(color_scheme="light")
            wrong += [f"{width} px: {what}" for what in axe(page, GUIDELINES)]
            # Of all the rules these alone can find something else in the dark.
            page.emulate_media(color_scheme="dark")
            wrong += [f"{width} px, dark: {what}" for what in axe(page, OF_COLOUR)]
    page.emulate_media(color_scheme="null", reduced_motion="null")
    if before:
        page.set_viewport_size(before)
    return [f"{page.url}: {what}" for what in wrong]


def axe(page: Page, rules: list[str]) -> list[str]:
    """What axe finds against these rules: WCAG 2.2 A and AA, and its own of good practice."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe_script())
        page.evaluate(COLOURS)
    options = {"resultTypes": ["violations"], "runOnly": rules, "preload": False}
    found: list[dict[str, Any]] = page.evaluate(
        "async (options) => (await axe.run(document, options)).violations", options
    )
    return [
        f"{violation['id']}: {node['html'][:160]} {node['failureSummary'][:400]}"
        for violation in found
        for node in violation["nodes"]
    ]


@cache
def axe_script() -> str:
    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()


def frame_of(page: Page) -> list[str]:
    """What every page has once: a language, a title, a heading, a main part."""
    counts = {
        "html[lang]": 1,
        "html[dir]": 1,
        "h1": 1,
        "main": 1,
    }
    return [
        f"{page.locator(selector).count()} × {selector}"
        for selector, count in counts.items()
        if page.locator(selector).count() != count
    ]


def inline_in(page: Page) -> list[str]:
    """Scripts and styles that stand in the page itself, as the policy forbids."""
    return [f"inline: {found}" for found in INLINE.findall(page.content())]
