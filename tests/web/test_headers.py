"""Headers on every answer, errors and files among them, and pages of errors that tell nothing of the inside."""

import re
from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from sqlalchemy import text
from werkzeug.test import TestResponse

from quizapp import create_app
from quizapp.config import Settings
from quizapp.store import Store
from quizapp.web.limits import limiter
from tests.web.browser import Browser
from tests.web.canaries import SLUG, put_secret_set
from tests.web.cast import OWNERS, Cast, begin, gather, sign_up, store_of, token_of
from tests.web.routes import FORMS, routes_of, things_of, visit_of

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
FORBIDDEN = ("unsafe-inline", "unsafe-eval", "data:", "http:", "https:", "*", "blob:", "nonce-")
INSIDE = "the word that nobody outside may read"
STATIC = ("/static/css/base.css", "/static/css/base.css?v=1", "/bootstrap/static/css/bootstrap.min.css")


@pytest.fixture
def store(empty_store: Store) -> Store:
    put_secret_set(empty_store)
    return empty_store


@pytest.fixture
def failing(app: Flask) -> Flask:
    """The application with a page that breaks."""
    app.config["PROPAGATE_EXCEPTIONS"] = False
    app.add_url_rule("/breaks", "breaks", lambda: 1 / len(INSIDE[:0]))
    return app


def assert_guarded(response: TestResponse, what: str) -> None:
    for name, value in HEADERS.items():
        assert response.headers.get(name) == value, f"{what}: {name}"
    assert {"camera=()", "geolocation=()", "microphone=()"} <= set(
        response.headers["Permissions-Policy"].split(", ")
    ), what
    policy = dict(part.strip().split(" ", 1) for part in response.headers["Content-Security-Policy"].split(";"))
    assert policy["default-src"] == policy["base-uri"] == policy["frame-ancestors"] == "'none'", what
    assert policy["form-action"] == policy["script-src"] == policy["style-src"] == "'self'", what
    assert not [one for one in FORBIDDEN if one in response.headers["Content-Security-Policy"]], what
    assert len(response.headers.getlist("Content-Security-Policy")) == 1
    assert "Access-Control-Allow-Origin" not in response.headers, what
    assert "X-Powered-By" not in response.headers, what


def errors_of(app: Flask, browser: Browser) -> Iterator[tuple[int, str, TestResponse]]:
    """An answer of each kind of error, with its status and what was asked."""
    client, token = browser.client, token_of(browser)
    attempt = begin(browser)
    yield 400, "no token", browser.post("/quizzes", {})
    yield 404, "no page", client.get("/nowhere")  # type: ignore[attr-defined]
    yield 404, "no attempt", client.get("/attempts/nowhere")  # type: ignore[attr-defined]
    yield 404, "no file", client.get("/static/nowhere.css?v=1")  # type: ignore[attr-defined]
    yield 405, "no such method", client.delete("/progress")  # type: ignore[attr-defined]
    yield 409, "nothing missed", nothing_missed(browser, attempt)
    yield 413, "too much", browser.post("/sign-in", {"csrf_token": token, "name": "x" * 300 * 1024})
    yield 422, "no name", browser.post("/sign-in", {"csrf_token": token_of(browser)})
    yield 500, "broken", client.get("/breaks")  # type: ignore[attr-defined]
    yield 302, "moved", client.get(f"/attempts/{attempt}")  # type: ignore[attr-defined]
    yield 200, "options", client.options("/progress")  # type: ignore[attr-defined]


def nothing_missed(browser: Browser, attempt: str) -> TestResponse:
    browser.post(f"/attempts/{attempt}/finish", {"csrf_token": token_of(browser)})
    return browser.post(f"/attempts/{attempt}/practise", {"csrf_token": token_of(browser)})


def test_every_error_carries_the_headers_and_is_kept_nowhere(failing: Flask) -> None:
    seen = set()
    for status, what, response in errors_of(failing, Browser(failing)):
        assert response.status_code == status, what
        assert_guarded(response, what)
        assert response.headers["Cache-Control"] == "no-store", what
        seen.add(status)
    assert {400, 404, 405, 413, 500} <= seen


def test_every_page_of_everybody_carries_the_headers_and_is_kept_nowhere(app: Flask) -> None:
    cast: Cast = gather(app)
    for browser in cast.browsers.values():
        for route in routes_of(app):
            method, endpoint = route.split()
            if "static" in endpoint:
                continue
            for whose in OWNERS:
                visit = visit_of(app, route, things_of(cast, whose, endpoint))
                form = {**FORMS.get(endpoint, {}), "csrf_token": "none"}
                response = browser.client.open(  # type: ignore[attr-defined]
                    visit.path, method=method, data=form if method == "POST" else None
                )
                assert_guarded(response, visit.path)
                assert response.headers["Cache-Control"] == "no-store", visit.path


@pytest.mark.parametrize("path", STATIC)
def test_files_carry_the_headers_and_belong_to_nobody(app: Flask, browser: Browser, path: str) -> None:
    """A file may be kept by every cache on the way: then no cookie may be in it."""
    sign_up(browser, "learner")
    response = browser.client.get(path)  # type: ignore[attr-defined]
    assert response.status_code == 200
    assert_guarded(response, path)
    assert response.headers["Cache-Control"].startswith("public, max-age=")
    assert "Set-Cookie" not in response.headers
    response.close()


@pytest.mark.parametrize(
    "path",
    [
        "/static/../quizapp/config.py", "/static/..%2f..%2fpyproject.toml", "/static/%2e%2e/%2e%2e/pyproject.toml",
        "/static/..%5c..%5cpyproject.toml", "/static//etc/passwd", "/static/%2fetc/passwd", "/static/css", "/static/",
        "/bootstrap/static/../__init__.py", "/static/..%252f..%252fpyproject.toml",
    ],
)  # fmt: skip
def test_no_file_outside_is_served(app: Flask, path: str) -> None:
    response = app.test_client().get(path)
    assert response.status_code in {404, 308}
    assert_guarded(response, path)


def test_a_broken_page_shows_a_number_and_nothing_of_the_inside(
    failing: Flask, browser: Browser, caplog: pytest.LogCaptureFixture
) -> None:
    page = browser.get("/breaks", 500)
    [number] = page.tree.xpath("//b[@class='figures']/text()")
    assert re.fullmatch(r"[0-9A-F]{8}", number)
    assert f"request {number} failed" in caplog.text
    assert "ZeroDivisionError" in caplog.text
    body = page.response.get_data(as_text=True)
    for word in ("ZeroDivision", "Traceback", "File ", ".py", "lambda", "Werkzeug", "Flask", INSIDE, "division"):
        assert word not in body
    again = browser.get("/breaks", 500)
    assert again.tree.xpath("//b[@class='figures']/text()") != [number]


@pytest.mark.parametrize("way", ["nobody", "signed in"])
def test_a_broken_database_is_a_page_with_its_number_too(failing: Flask, browser: Browser, way: str) -> None:
    if way == "signed in":
        sign_up(browser, "learner")
    with store_of(failing).change() as work:
        for table in ("browser", "question_set"):
            work.session.execute(text(f"ALTER TABLE {table} RENAME TO gone_{table}"))
    page = browser.get("/", 500)
    assert_guarded(page.response, way)
    assert page.tree.xpath("//b[@class='figures']/text()")
    assert "question_set" not in page.response.get_data(as_text=True)


def test_an_error_that_the_client_made_shows_no_number(app: Flask, browser: Browser) -> None:
    assert browser.get("/nowhere", 404).tree.xpath("//b[@class='figures']") == []


def test_what_is_refused_for_its_number_carries_the_headers(store: Store, database_url: str) -> None:
    app = create_app(Settings(database_url, "a key for tests"))
    client = app.test_client()
    client.environ_base["REMOTE_ADDR"] = "192.0.2.77"
    token = re.findall(r'name="csrf_token" value="([^"]+)"', client.get("/sign-up").get_data(as_text=True))[0]
    statuses = set()
    for _ in range(32):
        response = client.post("/sign-up", data={"csrf_token": token})
        statuses.add(response.status_code)
    store_of(app).close()
    limiter.enabled = False
    assert statuses == {422, 429}
    assert response.status_code == 429
    assert_guarded(response, "too many")
    assert response.headers["Cache-Control"] == "no-store"
    assert "Too many tries" in response.get_data(as_text=True)


def test_a_method_that_is_refused_is_told_which_are_open(app: Flask) -> None:
    response = app.test_client().delete("/sign-in")
    assert response.status_code == 405
    assert {"GET", "POST"} <= set(response.headers["Allow"].split(", "))


def test_no_page_is_made_for_another_host(app: Flask, open_browser: Callable[[], Browser]) -> None:
    """A link or a redirect made from a forged Host header would lead people away."""
    client = app.test_client()
    for path in ("/", f"/quizzes/{SLUG}", "/classes", "/sign-in", "/nowhere"):
        response = client.get(path, base_url="http://evil.example")
        assert "evil.example" not in response.get_data(as_text=True)
        assert "evil.example" not in str(response.headers)
