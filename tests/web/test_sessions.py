"""Sessions: a new one at every change of who somebody is, ended on the server, and nothing left in a shared browser."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from lxml import html
from sqlalchemy import update
from werkzeug.test import TestResponse

from quizapp import create_app
from quizapp.config import Settings
from quizapp.store import Store
from quizapp.store.tables import LearnerRow
from tests.conftest import NOON
from tests.web.browser import Browser
from tests.web.canaries import SLUG, put_secret_set
from tests.web.cast import (
    PASSWORD,
    answer,
    begin,
    dump,
    join_class,
    learner_of,
    make_teacher,
    open_class,
    sign_in,
    sign_up,
    store_of,
    token_of,
)

NEW_PASSWORD = "quite another long road"
UNSAFE = (
    "//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example", "\\/evil.example", "evil.example",
    "https://evil.example", "http:evil.example", "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x",
    "@evil.example", "/\t/evil.example", "/\n/evil.example", "\t//evil.example", " //evil.example", "/\x7f/x",
    "//evil.example/..;/", "/progress\\evil.example", "/\x01/evil.example", "/a\r\nSet-Cookie: x=y",
    "", ".", "../x", "?x", "#x",
)  # fmt: skip
SAFE = ("/progress", "/account?x=1", f"/quizzes/{SLUG}?classroom=1", "/classes/1/learners/2", "/%2F%2Fevil.example")


@pytest.fixture
def store(empty_store: Store) -> Store:
    put_secret_set(empty_store)
    return empty_store


def key_of(browser: Browser) -> str:
    """The token that the session holds."""
    with browser.client.session_transaction() as session:  # type: ignore[attr-defined]
        found: str = session["_user_id"]
    return found


def cookie_of(browser: Browser) -> str:
    value: str = browser.client.get_cookie("quizapp").value  # type: ignore[attr-defined]
    return value


def replayed(app: Flask, cookie: str, path: str = "/account") -> TestResponse:
    """What somebody gets who kept a copy of a cookie."""
    return app.test_client(use_cookies=False).get(path, headers={"Cookie": f"quizapp={cookie}"})


def test_a_copied_cookie_works_while_its_session_lasts(app: Flask, browser: Browser) -> None:
    sign_up(browser, "learner")
    assert replayed(app, cookie_of(browser)).status_code == 200


def test_signing_up_and_in_begin_new_sessions_and_end_the_old(app: Flask, browser: Browser) -> None:
    begin(browser)
    keys, cookies = [key_of(browser)], [cookie_of(browser)]
    sign_up(browser, "learner")
    keys.append(key_of(browser))
    cookies.append(cookie_of(browser))
    sign_in(browser, "learner")
    keys.append(key_of(browser))
    assert len(set(keys)) == 3
    assert [replayed(app, one).status_code for one in cookies] == [404, 404]
    assert replayed(app, cookie_of(browser)).status_code == 200
    assert len(dump(store_of(app))["browser"]) == 1


def test_a_session_that_was_foisted_on_somebody_is_not_taken_over(
    app: Flask, browser: Browser, open_browser: Callable[[], Browser]
) -> None:
    attacker = open_browser()
    begin(attacker)
    foisted = cookie_of(attacker)
    browser.client.set_cookie("quizapp", foisted)  # type: ignore[attr-defined]
    sign_up(browser, "victim")
    assert cookie_of(browser) != foisted
    assert replayed(app, foisted).status_code == 404
    assert attacker.client.get("/account").status_code == 404  # type: ignore[attr-defined]


def test_signing_out_ends_the_session_on_the_server_and_clears_the_browser(app: Flask, browser: Browser) -> None:
    sign_up(browser, "learner")
    cookie = cookie_of(browser)
    response = browser.post("/sign-out", {"csrf_token": token_of(browser)})
    assert response.status_code == 302
    assert {'"cache"', '"storage"'} <= set(response.headers["Clear-Site-Data"].split(", "))
    assert replayed(app, cookie).status_code == 404
    assert dump(store_of(app))["browser"] == []
    with browser.client.session_transaction() as session:  # type: ignore[attr-defined]
        assert "_user_id" not in session
    assert "learner" not in browser.get("/").text


def test_signing_out_everywhere_ends_every_session(
    app: Flask, browser: Browser, open_browser: Callable[[], Browser]
) -> None:
    sign_up(browser, "learner")
    others = [open_browser(), open_browser()]
    for other in others:
        sign_in(other, "learner")
    sign_up(stranger := open_browser(), "somebody else")
    page = browser.get("/account")
    assert "3 browsers" in page.text
    response = browser.post("/sign-out-everywhere", {"csrf_token": token_of(browser)})
    assert response.headers["Clear-Site-Data"]
    for one in (browser, *others):
        assert one.client.get("/account").status_code == 404  # type: ignore[attr-defined]
    assert stranger.get("/account").status == 200


def test_a_new_password_ends_every_other_session_and_renews_this_one(
    app: Flask, browser: Browser, open_browser: Callable[[], Browser]
) -> None:
    sign_up(browser, "learner")
    other = open_browser()
    sign_in(other, "learner")
    cookie = cookie_of(browser)
    page = browser.get("/account")
    browser.send(page, page.form("/account/password"), current=PASSWORD, password=NEW_PASSWORD)
    assert other.client.get("/account").status_code == 404  # type: ignore[attr-defined]
    assert replayed(app, cookie).status_code == 404
    assert browser.get("/account").status == 200
    sign_in(open_browser(), "learner", PASSWORD, 422)
    sign_in(open_browser(), "learner", NEW_PASSWORD)


def test_a_password_is_changed_only_by_who_knows_it(app: Flask, browser: Browser) -> None:
    sign_up(browser, "learner")
    before, page = dump(store_of(app)), browser.get("/account")
    browser.send(page, page.form("/account/password"), 422, current="not this one", password=NEW_PASSWORD)
    page = browser.get("/account/erase")
    browser.send(page, page.form("/account/erase"), 422, password="not this one", sure="y")
    assert dump(store_of(app)) == before


def test_a_role_that_is_taken_away_is_gone_at_the_next_request(app: Flask, browser: Browser) -> None:
    make_teacher(app, "teacher")
    sign_in(browser, "teacher")
    classroom, _ = open_class(browser, "A class")
    token = token_of(browser)
    with store_of(app).change() as work:
        work.session.execute(update(LearnerRow).values(is_teacher=False))
    before = dump(store_of(app))
    for path in ("/classes", f"/classes/{classroom}"):
        assert browser.client.get(path).status_code == 404  # type: ignore[attr-defined]
    for path in ("/classes", f"/classes/{classroom}/code", f"/classes/{classroom}/quizzes"):
        assert browser.post(path, {"name": "Another", "slug": SLUG, "csrf_token": token}).status_code == 404
    assert dump(store_of(app)) == before
    assert "Classes" not in [one.text for one in browser.get("/").tree.xpath("//nav//a")]


def test_who_is_erased_is_signed_out_and_gone_from_every_table(app: Flask, browser: Browser) -> None:
    sign_up(browser, "learner", email="learner@example.org")
    answer(browser, begin(browser), skip="yes")
    page = browser.get("/account/erase")
    page = browser.send(page, page.form("/account/erase"), password=PASSWORD, sure="y")
    assert page.path == "/"
    left = dump(store_of(app))
    assert [left[table] for table in ("learner", "browser", "attempt", "presentation", "response")] == [[]] * 5
    assert browser.client.get("/account").status_code == 404  # type: ignore[attr-defined]


@pytest.mark.parametrize(("kind", "days"), [("guest", 90), ("signed in", 30)])
def test_a_session_ends_at_its_time_by_the_servers_clock(app: Flask, browser: Browser, kind: str, days: int) -> None:
    app.config["CLOCK"] = lambda: NOON
    if kind == "guest":
        begin(browser)
    else:
        sign_up(browser, "learner")
    end, cookie = NOON + timedelta(days=days), cookie_of(browser)
    for moment, status in ((-1, 200), (0, 404), (1, 404)):
        app.config["CLOCK"] = lambda moment=moment: end + timedelta(milliseconds=moment)
        assert replayed(app, cookie).status_code == status, moment


def test_a_cookie_that_was_tampered_with_is_nobodys(app: Flask, browser: Browser) -> None:
    sign_up(browser, "learner")
    payload, stamp, signature = cookie_of(browser).rsplit(".", 2)
    forged = create_app(Settings(app.extensions["store"].engine.url.render_as_string(False), "another key"))
    serializer = forged.session_interface.get_signing_serializer(forged)  # type: ignore[attr-defined]
    made = serializer.dumps({"_user_id": key_of(browser), "_fresh": True})
    forged.extensions["store"].close()
    for cookie in (f"{payload[:-2]}xx.{stamp}.{signature}", f"{payload}.{stamp}.{signature[:-2]}xx", made, "x", "..."):
        assert replayed(app, cookie).status_code == 404


@pytest.mark.parametrize("secure", [True, False])
def test_the_cookie_of_the_session_is_for_this_site_and_no_script(
    store: Store, database_url: str, secure: bool
) -> None:
    app = create_app(Settings(database_url, "a key", secure=secure, limits_on=False))
    browser = Browser(app)
    first = browser.client.get("/sign-up", base_url="https://localhost")  # type: ignore[attr-defined]
    token = html.fromstring(first.get_data(as_text=True)).forms[0].fields["csrf_token"]
    then = browser.client.post(  # type: ignore[attr-defined]
        "/sign-up", data={"name": "learner", "password": PASSWORD, "csrf_token": token}, base_url="https://localhost"
    )
    store_of(app).close()
    assert then.status_code == 302
    for response in (first, then):
        [cookie] = response.headers.getlist("Set-Cookie")
        flags = {one.strip() for one in cookie.split(";")[1:]}
        assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= flags
        assert ("Secure" in flags) == secure
        assert not any(one.startswith("Domain") for one in flags)


def landing(browser: Browser, path: str, target: str) -> str:
    """Where somebody is sent who signs in, or chooses colours, with that for ``next``."""
    form = {"name": "teacher", "password": PASSWORD, "theme": "dark", "next": target, "csrf_token": token_of(browser)}
    found: str = browser.post(path, form).headers["Location"]
    return found


def next_offered(browser: Browser, target: str) -> str:
    """What the page to sign in puts in its form for ``next``."""
    page = browser.client.get("/sign-in", query_string={"next": target})  # type: ignore[attr-defined]
    [found] = html.fromstring(page.get_data(as_text=True)).xpath("//form[@action='/sign-in']//@value[../@name='next']")
    return str(found)


def test_nobody_is_sent_to_another_site(app: Flask, browser: Browser) -> None:
    make_teacher(app, "teacher")
    for target in UNSAFE:
        assert next_offered(browser, target) == "", target
        assert landing(browser, "/sign-in", target) == "/", target
        assert landing(browser, "/theme", target) == "/", target


def test_who_signs_in_comes_back_to_the_page_that_asked_for_it(app: Flask, browser: Browser) -> None:
    make_teacher(app, "teacher")
    for target in SAFE:
        assert next_offered(browser, target) == target
        assert landing(browser, "/sign-in", target) == target
        assert landing(browser, "/theme", target) == target


@pytest.mark.parametrize("way", ["sign up", "sign in"])
def test_what_a_guest_did_goes_along(
    app: Flask, browser: Browser, open_browser: Callable[[], Browser], way: str
) -> None:
    make_teacher(app, "teacher")
    sign_in(teacher := open_browser(), "teacher")
    classroom, code = open_class(teacher, "A class")
    if way == "sign in":
        own = open_browser()
        sign_up(own, "learner")
        before = begin(own)
        answer(own, before, skip="yes")
    join_class(browser, code)
    attempt = begin(browser, classroom=str(classroom))
    answer(browser, attempt, skip="yes")
    (sign_up if way == "sign up" else sign_in)(browser, "learner")
    rows = dump(store_of(app))
    identity = learner_of(app, "learner")
    assert {row["learner_id"] for row in rows["attempt"]} == {identity}
    assert len(rows["attempt"]) == (1 if way == "sign up" else 2)
    assert [row["learner_id"] for row in rows["member"]] == [identity]
    assert [row for row in rows["learner"] if row["name"] is None] == []
    assert browser.get(f"/attempts/{attempt}/questions/1/feedback").status == 200
    assert teacher.get(f"/classes/{classroom}/learners/{identity}").heading == "learner"


def test_signing_in_takes_nothing_from_another_account(
    app: Flask, browser: Browser, open_browser: Callable[[], Browser]
) -> None:
    """Somebody who forgot to sign out keeps what is theirs when the next one signs in at the same browser."""
    sign_up(open_browser(), "second")
    sign_up(browser, "first")
    attempt = begin(browser)
    sign_in(browser, "second")
    assert [row["learner_id"] for row in dump(store_of(app))["attempt"]] == [learner_of(app, "first")]
    assert browser.client.get(f"/attempts/{attempt}").status_code == 404  # type: ignore[attr-defined]
