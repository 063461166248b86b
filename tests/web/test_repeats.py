"""The same form sent many times has one effect and one reply, and an old tab never overwrites."""

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from flask import Flask
from werkzeug.datastructures import Headers
from werkzeug.test import TestResponse

from quizapp.store import Store
from tests.web.browser import Browser
from tests.web.canaries import ORDERINGS, SLUG, put_secret_set
from tests.web.cast import (
    PASSWORD,
    answer,
    asked,
    begin,
    dump,
    finish,
    learner_of,
    make_teacher,
    open_class,
    right_answer,
    sign_in,
    sign_up,
    store_of,
    token_of,
    waiting_number,
    wrong_answer,
)

TIMES = 5


@pytest.fixture
def store(empty_store: Store) -> Store:
    put_secret_set(empty_store)
    return empty_store


@pytest.fixture
def code(app: Flask, open_browser: Callable[[], Browser]) -> str:
    """The code of a class."""
    teacher = open_browser()
    make_teacher(app, "teacher")
    sign_in(teacher, "teacher")
    return open_class(teacher, "A class")[1]


def reply(response: TestResponse) -> tuple[int, str]:
    return response.status_code, response.headers.get("Location", "")


def cookie_of(browser: Browser) -> str:
    cookie = browser.client.get_cookie("quizapp")  # type: ignore[attr-defined]
    return f"quizapp={cookie.value}"


def again(app: Flask, cookie: str, path: str, form: Mapping[str, str]) -> TestResponse:
    """The same request once more, with the cookie that it had at first."""
    client = app.test_client(use_cookies=False)
    return client.post(path, data=form, headers=Headers({"Cookie": cookie}))


def at_once(app: Flask, cookie: str, path: str, form: Mapping[str, str]) -> list[tuple[int, str]]:
    """The same request from as many threads, sent at the same moment."""
    barrier = Barrier(TIMES)

    def one(_: int) -> tuple[int, str]:
        barrier.wait(10)
        return reply(again(app, cookie, path, form))

    with ThreadPoolExecutor(TIMES) as threads:
        return list(threads.map(one, range(TIMES)))


def test_an_answer_sent_again_and_again_counts_once(app: Flask, browser: Browser) -> None:
    attempt = begin(browser)
    path, form = f"/attempts/{attempt}/questions/1", {"skip": "yes", "csrf_token": token_of(browser)}
    replies = {reply(browser.post(path, form)) for _ in range(TIMES)}
    assert replies == {(302, f"{path}/feedback")}
    assert len(dump(store_of(app))["response"]) == 1
    assert len(dump(store_of(app))["presentation"]) == 2


def test_an_answer_sent_many_times_at_once_counts_once(app: Flask, browser: Browser) -> None:
    attempt = begin(browser, "assessment")
    for number in range(1, 5):
        path, form = f"/attempts/{attempt}/questions/{number}", {"skip": "yes", "csrf_token": token_of(browser)}
        replies = at_once(app, cookie_of(browser), path, form)
        assert set(replies) == {(302, f"/attempts/{attempt}/questions/{number + 1}")}
        assert len(dump(store_of(app))["response"]) == number
        assert len(dump(store_of(app))["presentation"]) == number + 1


def test_the_end_of_an_attempt_comes_once(app: Flask, browser: Browser) -> None:
    attempt = begin(browser)
    path, form = f"/attempts/{attempt}/finish", {"csrf_token": token_of(browser)}
    assert set(at_once(app, cookie_of(browser), path, form)) == {(302, f"/attempts/{attempt}/result")}
    before = dump(store_of(app))
    assert reply(browser.post(path, form)) == (302, f"/attempts/{attempt}/result")
    assert dump(store_of(app)) == before


def test_a_class_is_joined_once_though_the_code_is_sent_many_times(app: Flask, browser: Browser, code: str) -> None:
    begin(browser)
    form = {"code": code, "csrf_token": token_of(browser)}
    assert set(at_once(app, cookie_of(browser), "/classes/join", form)) == {(302, "/")}
    assert len(dump(store_of(app))["member"]) == 1


def test_a_quiz_is_given_once_though_it_is_sent_many_times(app: Flask, browser: Browser) -> None:
    make_teacher(app, "teacher")
    sign_in(browser, "teacher")
    page = browser.get("/classes")
    path = browser.send(page, page.form("/classes"), name="A class").path
    form = {"slug": SLUG, "csrf_token": token_of(browser)}
    assert set(at_once(app, cookie_of(browser), f"{path}/quizzes", form)) == {(302, path)}
    assert len(dump(store_of(app))["class_quiz"]) == 1


def test_a_guest_signs_up_once_though_the_form_is_sent_many_times(app: Flask, browser: Browser) -> None:
    begin(browser)
    form = {"name": "learner", "password": PASSWORD, "csrf_token": token_of(browser)}
    statuses = {status for status, _ in at_once(app, cookie_of(browser), "/sign-up", form)}
    assert statuses <= {302, 422}
    assert [row["name"] for row in dump(store_of(app))["learner"]] == ["learner"]


def test_a_guest_signs_in_once_though_the_form_is_sent_many_times(
    app: Flask, browser: Browser, open_browser: Callable[[], Browser], code: str
) -> None:
    sign_up(open_browser(), "learner")
    attempt = begin(browser)
    browser.post("/classes/join", {"code": code, "csrf_token": token_of(browser)})
    form = {"name": "learner", "password": PASSWORD, "csrf_token": token_of(browser)}
    assert set(at_once(app, cookie_of(browser), "/sign-in", form)) == {(302, "/")}
    [made] = dump(store_of(app))["attempt"]
    assert (made["code"], made["learner_id"]) == (attempt, learner_of(app, "learner"))
    assert [row["learner_id"] for row in dump(store_of(app))["member"]] == [learner_of(app, "learner")]


def test_a_quiz_started_twice_from_one_page_is_one_attempt(app: Flask, browser: Browser) -> None:
    """Nobody draws first questions until there is an easy one, and a double click leaves nothing half begun."""
    finish(browser, begin(browser))
    form = {"slug": SLUG, "mode": "assessment", "length": "short", "csrf_token": token_of(browser)}
    replies = {reply(browser.post("/quizzes", form)) for _ in range(TIMES)}
    assert len(replies) == 1
    assert len(dump(store_of(app))["attempt"]) == 2


def test_what_was_missed_is_practised_in_one_attempt_though_it_is_sent_twice(app: Flask, browser: Browser) -> None:
    attempt = begin(browser)
    answer(browser, attempt, skip="yes")
    finish(browser, attempt)
    form = {"csrf_token": token_of(browser)}
    replies = {reply(browser.post(f"/attempts/{attempt}/practise", form)) for _ in range(TIMES)}
    assert len(replies) == 1
    assert len(dump(store_of(app))["attempt"]) == 2


def test_an_old_tab_does_not_overwrite_an_answer(app: Flask, browser: Browser) -> None:
    sign_up(browser, "learner")
    learner = learner_of(app, "learner")
    attempt = begin(browser, "assessment")
    old = browser.get(f"/attempts/{attempt}")
    answer(browser, attempt, **wrong_answer(app, learner, attempt, 1))
    before = dump(store_of(app))
    page = browser.send(old, old.form("/questions/1"), check="yes", **right_answer(app, learner, attempt, 1))
    assert page.path == f"/attempts/{attempt}/questions/2"
    assert dump(store_of(app)) == before


@pytest.mark.parametrize("sent", ["answer", "skip", "move"])
def test_an_old_tab_changes_nothing_in_an_attempt_that_is_over(app: Flask, browser: Browser, sent: str) -> None:
    attempt, number = at_an_ordering(app, browser)
    token = token_of(browser)
    finish(browser, attempt)
    before = dump(store_of(app))
    form = {"answer": {"check": "yes", "order": "2,1,3"}, "skip": {"skip": "yes"}, "move": {"move": "1-down"}}[sent]
    response = browser.post(f"/attempts/{attempt}/questions/{number}", {**form, "csrf_token": token})
    assert response.status_code == 302
    assert dump(store_of(app)) == before


def at_an_ordering(app: Flask, browser: Browser) -> tuple[str, int]:
    """An attempt in which a question with things to be ordered waits, and its number."""
    attempt = begin(browser, "assessment", length="long")
    while True:
        if asked(app, attempt)[-1] in ORDERINGS:
            return attempt, waiting_number(app, attempt)
        answer(browser, attempt, skip="yes")


def test_the_order_that_a_tab_shows_is_the_one_that_it_sends(app: Flask, browser: Browser) -> None:
    """Another tab has moved something since: what is recorded is still what stood on the page that was sent."""
    attempt, number = at_an_ordering(app, browser)
    old = browser.get(f"/attempts/{attempt}")
    stood = [one.text_content() for one in old.tree.xpath("//ol[@class='order']/li/span")]
    browser.send(old, old.form(f"/questions/{number}"), move="1-down")
    browser.send(old, old.form(f"/questions/{number}"), check="yes")
    finish(browser, attempt)
    result = browser.get(f"/attempts/{attempt}/result").text
    assert ", then ".join(stood) in result


def test_only_what_is_to_be_ordered_can_be_moved(app: Flask, browser: Browser) -> None:
    attempt, checked = begin(browser, "assessment"), 0
    while waiting_number(app, attempt) < 8:
        number = waiting_number(app, attempt)
        question = asked(app, attempt)[-1]
        if question not in ORDERINGS:
            before = dump(store_of(app))
            browser.post(f"/attempts/{attempt}/questions/{number}", {"move": "1-down", "csrf_token": token_of(browser)})
            assert dump(store_of(app)) == before, question
            checked += 1
        answer(browser, attempt, skip="yes")
    assert checked >= 4
