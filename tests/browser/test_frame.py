"""What every page has around its content: for keyboards, for slow lines, for paper."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.hands import tab_to

pytestmark = pytest.mark.django_db(transaction=True)

PAGES = [
    "/wgec/",
    "/wgec/elements/",
    "/wgec/elements/41/",
    "/wgec/meetings/2/",
    "/wgec/meetings/2/decisions/1/",
    "/wgec/contributors/",
    "/wgec/history/?act=convene_meeting",
]
# The calendar of a date has a ring of the browser's own, which no script can see.
FOCUSED = """() => {
  const node = document.activeElement, box = node.getBoundingClientRect();
  const rings = [node, node.closest("li")].filter(Boolean).map((n) => getComputedStyle(n));
  return {
    node: node === document.body ? "" : `${node.localName} “${node.textContent.trim()}”`,
    ring: node.type === "date"
      || rings.some((s) => s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2),
    inView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    covered: node.matches("input, button, summary, a") && box.width > 0
      && !node.contains(document.elementFromPoint(box.left + 3, box.top + box.height / 2))
      && !document.elementFromPoint(box.left + 3, box.top + box.height / 2)?.contains(node),
  };
}"""


@pytest.fixture(autouse=True)
def the_record(record):
    """Each of these reads it."""


def focused(page: Page) -> Iterator[dict]:
    """Each place that Tab leads to, until it leaves the page."""
    while True:
        page.keyboard.press("Tab")
        place = page.evaluate(FOCUSED)
        if not place["node"]:
            return
        yield place


@pytest.mark.parametrize("path", PAGES)
def test_whoever_tabs_sees_where_they_are(page, path):
    page.goto(path)
    places = list(focused(page))

    assert len(places) > 8
    assert [place for place in places if not place["ring"]] == []
    assert [place for place in places if not place["inView"] or place["covered"]] == []


def test_the_first_key_leads_past_the_frame(page):
    page.goto("/wgec/elements/")
    skip = page.get_by_role("link", name="Skip to the content")
    page.keyboard.press("Tab")

    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()
    tab_to(page, page.get_by_label("Words, or a number"), at_most=1)


@pytest.mark.parametrize("path", ["/wgec/", "/wgec/elements/41/"])
def test_the_first_view_weighs_little(new_context, path):
    """At most 60 kB over the wire, with all it loads."""
    page = new_context().new_page()
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    sizes: dict[str, int] = {}
    network.on(
        "Network.loadingFinished",
        lambda loaded: sizes.update({loaded["requestId"]: loaded["encodedDataLength"]}),
    )
    loaded: list[str] = []
    page.on("requestfinished", lambda request: loaded.append(request.url))
    page.goto(path)
    # All of it is there: also the script that says so once it follows the record.
    expect(page.get_by_text("Live: this page follows the record")).to_be_visible()

    # The browser's own picture in a field for dates comes over no wire.
    sizes = {request: size for request, size in sizes.items() if size}
    assert len(sizes) == len(loaded) >= 4
    assert sum(sizes.values()) <= 60_000


def test_what_does_not_change_is_never_asked_for_again(page):
    page.goto("/wgec/")
    loaded = page.evaluate(
        """async () => Promise.all(
          performance.getEntriesByType("resource").filter((e) => e.name.includes("/static/"))
            .map(async (e) => [e.name, (await fetch(e.name)).headers.get("cache-control")]))"""
    )

    assert len(loaded) >= 3
    assert [name for name, how in loaded if "immutable" not in (how or "")] == []


@pytest.mark.parametrize(
    "address", ["", "meetings/2/", "elements/1/", "elements/", "compare/?from=1&to=2", "archive/"]
)
def test_on_paper_nothing_is_left_that_only_a_click_makes_useful(page: Page, address):
    page.goto(f"/wgec/{address}")
    on_screen = page.locator(
        "a:visible:is([href*='.json'], [href*='.csv'], [href*='.xlsx'], [href*='.docx'],"
        " [href*='.zip'], [href*='.ics'], [href^='#entry'], .button), button:visible"
    )
    assert on_screen.count() > 0

    page.emulate_media(media="print")

    expect(on_screen).to_have_count(0)
