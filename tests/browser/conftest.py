"""The browser: an installed Chromium, else Playwright's own; without one, its tests are left out
and the run says so (with WGEC_BROWSER=required it fails)."""

import os
import shutil
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

HERE = Path(__file__).parent
# First the one without windows, as Playwright's own is: it opens a page in a third of the time.
COMMANDS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
INSTALL = "apt-get install chromium, or .venv/bin/playwright install chromium"
FLAGS = ["--disable-gpu", "--disable-quic", "--disable-sync"]
LONGEST = "test_looks.py"


@cache
def chromium() -> str | None:
    """The browser's path; a CHROMIUM that is set but not there counts as none."""
    if named := os.environ.get("CHROMIUM"):
        return shutil.which(named)
    return next(filter(None, map(shutil.which, COMMANDS)), None) or playwrights_own()


def playwrights_own() -> str | None:
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def pytest_configure(config):
    if os.environ.get("WGEC_BROWSER") == "required" and chromium() is None:
        raise pytest.UsageError(f"A browser is required and there is none: {INSTALL}")


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(items):
    in_browser = [item for item in items if HERE in item.path.parents]
    for item in in_browser:
        item.add_marker("browser")
        if chromium() is None:
            item.add_marker(pytest.mark.skip(reason="no browser is installed"))
    yield
    # Last: once Playwright runs, an event loop does too, and Django's guard against the ORM in
    # one is off for the rest of the process. Of these the longest first: begun in the end, they
    # would keep one worker alone.
    items.sort(key=lambda item: (HERE in item.path.parents, item.path.name != LONGEST))


def pytest_terminal_summary(terminalreporter):
    left_out = [
        report
        for report in terminalreporter.getreports("skipped")
        if "browser" in report.keywords and chromium() is None
    ]
    if left_out:
        tests = "1 test" if len(left_out) == 1 else f"{len(left_out)} tests"
        terminalreporter.write_line(f"No browser: {tests} left out. To install one: {INSTALL}")


@pytest.fixture(scope="session", autouse=True)
def orm_beside_playwright():
    """Playwright's event loop runs in the thread of the tests, where Django refuses the ORM."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        yield


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    return {**browser_type_launch_args, "executable_path": chromium(), "args": FLAGS}


@pytest.fixture(scope="session", autouse=True)
def no_folder_left_behind(_pw_artifacts_folder):
    """Playwright's plugin forgets its folder in a worker, and Python complains at the end."""
    yield
    _pw_artifacts_folder.cleanup()


# The fixtures below need Django and the project; those above must do without (tests/test_frame.py
# runs them where there is neither), so they are imported where they are used.


@pytest.fixture(scope="session")
def base_url(django_db_setup, orm_beside_playwright, tmp_path_factory):
    """The record as it is served: by uvicorn, static files collected under hashed names."""
    from tests.browser.serving import served

    with served(tmp_path_factory.mktemp("static")) as address:
        yield address


@pytest.fixture
def complaints():
    """What the browser complained of so far, on any page. A test that means one removes it."""
    return []


@pytest.fixture
def new_context(new_context, complaints):
    """As Playwright's. What the browser complains of fails the test in the end."""
    from tests.browser.looking import complaints_of

    def watched(**options):
        return complaints_of(new_context(**options), complaints)

    yield watched
    assert complaints == []


@pytest.fixture
def page_of(new_context, base_url):
    """A browser in which that person is signed in: page_of(secretary)."""
    from tests.browser.serving import sign_in

    def signed_in(user, **options):
        context = new_context(**options)
        sign_in(context, user, base_url)
        return context.new_page()

    return signed_in
