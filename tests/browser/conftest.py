"""Chromium and a server for it. Where there is no Chromium these tests are left out, and the run says so."""

import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from quizapp.store import open_store
from quizapp.usecases.loading import load_folder
from tests.browser import harra
from tests.browser.server import Server
from tests.browser.site import Site, furnish

NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM = next((found for name in NAMES if (found := shutil.which(name))), None)
MISSING = "browser: left out, as there is no Chromium; install it (apt-get install chromium) to test in it too"
# On CI its lack is a failure: nothing is left out there.
collect_ignore_glob = [] if CHROMIUM or os.environ.get("CI") == "true" else ["test_*.py"]
# Nothing here takes longer than a second or two, also on a slow machine.
PATIENCE = 15_000


def pytest_report_collectionfinish() -> str:
    return f"browser: {CHROMIUM}" if CHROMIUM else MISSING


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The program with its bundled bank, and the small set of these tests behind it."""
    server = Server(tmp_path_factory.mktemp("server"))
    server.flask("prepare")
    store = open_store(server.database)
    load_folder(store, harra.FOLDER)
    store.close()
    server.start()
    yield server
    server.stop()
    log = server.log.read_text(encoding="utf-8")
    assert "Traceback" not in log, log


# For a module and no longer: while Playwright is at work, no other test can run an event loop of its own.
@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    assert CHROMIUM, MISSING
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def open_context(server: Server, chromium: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """A new person's browser, with Playwright's options for a context."""
    opened = []

    def open_one(**options: object) -> BrowserContext:
        context = chromium.new_context(base_url=server.address, **options)  # type: ignore[arg-type]  # handed on
        context.set_default_timeout(PATIENCE)
        opened.append(context)
        return context

    yield open_one
    for context in opened:
        context.close()


@pytest.fixture
def page(open_context: Callable[..., BrowserContext]) -> Page:
    """An empty page of somebody who was never here."""
    return open_context().new_page()


@pytest.fixture(scope="module")
def site(server: Server, chromium: Browser) -> Site:
    """The site with people in it: every page has something to show."""
    return furnish(server, chromium)
