"""Every page, for everyone, at every width, in light and dark: nothing that anybody can't read."""

from collections.abc import Iterable, Iterator

import pytest
from django.db import connection
from django.urls import URLPattern, reverse
from playwright.sync_api import Page

from deliberations.models import AgendaItem, Entry, Import, Statement, User, WorkingGroup
from deliberations.urls import urlpatterns
from tests import databases
from tests.browser.looking import look_at
from tests.browser.stage import EVENTFUL, everything_happened
from tests.factories import MembershipFactory

NOT_PAGES = {
    "healthz",
    "sign_out",
    "meeting_open",
    "meeting_adjourn",
    "meeting_take_up",
    "meeting_issue",
    "meeting_synthesis_text",
    "group_report_text",
    "group_report_docx",
    "group_report_pdf",
    "group_report_issue",
    "document_text",
    "document_docx",
    "document_pdf",
    "group_compare_table",
    "meeting_synthesis_docx",
    "meeting_synthesis_pdf",
    "decision_docx",
    "decision_pdf",
    "archive_public",
    "archive_whole",
    "import_original",
    "import_read",
    "style_back",
    "style_built",
    "style_docx",
    "decision_put_right",
    "check_again",
    "element_table",
    "decision_table",
    "meeting_table",
    "contributor_table",
    "document_table",
    "history_table",
    "search_table",
    "group_feed",
    "meeting_feed",
    "search_feed",
    "element_feed",
    "contributor_feed",
    "meeting_list_calendar",
    "meeting_calendar",
}
FURTHER = [
    "/wgec/elements/28/",
    "/wgec/elements/?status=deferred&sort=-number",
    "/wgec/elements/?q=nothing+like+it",
    "/wgec/search/?q=cooperation",
    "/wgec/meetings/2/",
    "/wgec/meetings/2/synthesis/",
    "/wgec/meetings/5/",
    "/wgec/meetings/2/decisions/3/",
    "/wgec/history/?act=outside",
    "/wgec/?at=1",
    "/wgec/compare/?from=1&to=2",
    "/wgec/pictures/?at=2",
    "/wgec/report/?at=2&known=2100-01-01",
]
PROBLEMS = {
    "/wgec/elements/?page=x": 400,
    "/wgec/meetings/3/record/": 403,
    "/wgec/elements/999/": 404,
    "/no/such/place": 404,
}


@pytest.fixture(scope="module", autouse=True)
def onlooker(base_url, django_db_blocker) -> Iterator[User]:
    """A secretary. The pages are only read here, so the stage is set once."""
    with django_db_blocker.unblock():
        group = WorkingGroup.objects.get(slug="wgec")
        try:
            everything_happened(group)
            yield MembershipFactory(group=group, user__name="Sekai Secretary").user
        finally:
            connection.close()
            databases.copy(databases.original(), connection.settings_dict["NAME"])


def addresses(*, public: bool) -> list[str]:
    """An address of each page of the record (a page also answers as data), or of each form."""
    numbers = {
        "element": EVENTFUL,
        "decision": 1,
        "document": 1,
        "import": Import.objects.latest("pk").pk,
        "history": Entry.objects.filter(noun="decision").latest("pk").pk,
        "statement": Statement.objects.filter(lift=None).latest("pk").pk,
    }
    urls = {url.name: url for url in urlpatterns if url.name}
    return [
        reverse(name, kwargs=arguments(url, numbers))
        for name, url in urls.items()
        if name not in NOT_PAGES
        and not name.endswith("_data")
        and (f"{name}_data" in urls) == public
    ]


def arguments(url: URLPattern, numbers: dict[str, int]) -> dict[str, str | int]:
    """Where there is something to be seen at such an address."""
    noun, _, rest = str(url.name).partition("_")
    noun = rest.removeprefix("on_") if rest.startswith("on_") else noun
    known: dict[str, str | int] = {
        "group": "wgec",
        "meeting": 3,
        "slug": "cis",
        "number": numbers.get(noun, 0),
        # Of a closed meeting, without an outcome.
        "finding": f"unended-{AgendaItem.objects.get(meeting__number=1, position=1).pk}",
    }
    return {name: known[name] for name in url.pattern.regex.groupindex}


def wrong_with(page: Page, paths: Iterable[str], status: int = 200) -> list[str]:
    wrong = []
    for path in paths:
        response = page.goto(path)
        assert response
        if response.status != status:
            wrong.append(f"{path}: {response.status}")
        wrong += look_at(page)
    return wrong


def test_the_pages_for_the_public(page):
    assert wrong_with(page, [*addresses(public=True), *FURTHER]) == []


def test_the_pages_for_the_secretariat(page_of, onlooker):
    assert wrong_with(page_of(onlooker), addresses(public=True)) == []


def test_the_forms_of_the_secretariat(page_of, onlooker):
    forms = [path for path in addresses(public=False) if path not in ("/", "/sign-in/")]

    assert (
        wrong_with(
            page_of(onlooker), ["/wgec/meetings/2/record/", "/wgec/meetings/2/close/", *forms]
        )
        == []
    )


def test_the_way_in_and_what_is_refused(page):
    assert wrong_with(page, ["/sign-in/"]) == []
    for path, status in PROBLEMS.items():
        assert wrong_with(page, [path], status) == []


def test_the_page_of_a_failure(page, monkeypatch):
    def fails(*_):
        raise ZeroDivisionError

    monkeypatch.setattr("deliberations.views.documents.find_group", fails)

    assert wrong_with(page, ["/wgec/documents/"], 500) == []
