"""What is right is in no byte that is sent before its release: every page, header, cookie and export is searched."""

import json
import re
from collections import Counter
from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import text, update
from werkzeug.test import TestResponse

from quizapp.attempts import present
from quizapp.questions import from_document, to_document
from quizapp.store import Store
from quizapp.store.tables import ResponseRow, RevisionRow
from tests.conftest import NOON
from tests.web.browser import Browser
from tests.web.canaries import (
    ORDERINGS,
    SLUG,
    TYPED,
    every_byte,
    hidden,
    number_of,
    put_secret_set,
    secret_questions,
    told,
)
from tests.web.cast import (
    PASSWORD,
    answer,
    asked,
    begin,
    dump,
    finish,
    is_over,
    join_class,
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
from tests.web.routes import addresses


@pytest.fixture
def store(empty_store: Store) -> Store:
    put_secret_set(empty_store)
    return empty_store


class Watch:
    """Looks at whatever is sent, and holds it against what has been released."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.released: set[int] = set()
        self.seen = 0

    def look(self, response: TestResponse, path: str) -> set[int]:
        sent = every_byte(self.app, response)
        response.close()
        self.seen += 1
        assert hidden(sent) == [], path
        assert told(sent) <= self.released, f"{path} tells of {sorted(told(sent) - self.released)}"
        return told(sent)

    def walk(self, browser: Browser, attempt: str, classroom: int, learner: int) -> set[int]:
        """Open every page there is; the questions that were told of somewhere."""
        found: set[int] = set()
        for path in addresses(self.app, "GET", attempt, classroom, learner):
            found |= self.look(browser.client.get(path), path)  # type: ignore[attr-defined]
        return found

    def poke(self, browser: Browser, attempt: str, classroom: int, learner: int) -> None:
        """Post to every form what is no answer, and look at what comes back."""
        token = token_of(browser)
        waiting = asked(self.app, attempt)[-1]
        for path in addresses(self.app, "POST", attempt, classroom, learner):
            sent = {"move": "1-down", "order": "none", "csrf_token": token}
            if waiting not in ORDERINGS:
                sent["check"] = "yes"
            if not path.endswith(("/quizzes", "/classes", "/code", "/practise")):
                self.look(browser.post(path, sent), path)


@pytest.mark.parametrize("mode", ["practice", "assessment"])
def test_nothing_right_is_sent_before_its_release(app: Flask, open_browser: Callable[[], Browser], mode: str) -> None:
    learner, stranger, teacher = open_browser(), open_browser(), open_browser()
    make_teacher(app, "teacher")
    sign_in(teacher, "teacher")
    classroom, code = open_class(teacher, "A class")
    sign_up(learner, "learner")
    identity = learner_of(app, "learner")
    join_class(learner, code)
    attempt = begin(learner, mode, classroom=str(classroom))
    watch = Watch(app)
    while not is_over(app, attempt):
        for browser in (learner, stranger, teacher):
            watch.walk(browser, attempt, classroom, identity)
        watch.poke(learner, attempt, classroom, identity)
        number, question = waiting_number(app, attempt), asked(app, attempt)[-1]
        # Who typed the right words sees them again as their own: only picked answers are right in an assessment.
        give = wrong_answer if number % 2 or (mode == "assessment" and question in TYPED) else right_answer
        given = give(app, identity, attempt, number)
        sent = {**given, "check": "yes", "csrf_token": token_of(learner)}
        if mode == "practice":
            watch.released.add(question)
        path = f"/attempts/{attempt}/questions/{number}"
        watch.look(learner.post(path, sent), path)
    # What was looked for is really told once it may be: the search finds what there is.
    watch.released = set(asked(app, attempt))
    assert len(watch.released) >= 8
    assert watch.walk(learner, attempt, classroom, identity) == watch.released
    assert watch.walk(teacher, attempt, classroom, identity) == watch.released
    assert watch.walk(stranger, attempt, classroom, identity) == set()


def test_a_question_looks_the_same_whatever_is_right(app: Flask, browser: Browser) -> None:
    """The key is moved in the database while the question waits, and the page stays what it was."""
    seen: set[str] = set()
    attempt = begin(browser, "assessment", length="long")
    while not is_over(app, attempt):
        number, question = waiting_number(app, attempt), asked(app, attempt)[-1]
        path = f"/attempts/{attempt}/questions/{number}"
        [row] = [one for one in dump(store_of(app))["question_revision"] if number_of(one["key"]) == question]
        before = plain(browser, path)
        with store_of(app).change() as work:
            moved = update(RevisionRow).where(RevisionRow.id == row["id"]).values(document=turned(row["document"]))
            work.session.execute(moved)
        assert turned(row["document"]) != row["document"]
        assert plain(browser, path) == before, row["document"]["interaction"]
        seen.add(row["document"]["interaction"])
        answer(browser, attempt, skip="yes")
    assert len(seen) == 8


def turned(document: dict[str, object]) -> dict[str, object]:
    """The same question where another answer is right, with other feedback and another difficulty."""
    found = json.loads(json.dumps(document))
    options = found["options"] or []
    if found["interaction"] in {"choice", "true_false", "map"}:
        marks = [one["correct"] for one in options]
        for one, mark in zip(options, marks[1:] + marks[:1], strict=True):
            one["correct"] = mark
    if found["place"]:
        found["place"]["option"] = next(one["id"] for one in options if one["correct"])
    if found["order"]:
        found["order"] = found["order"][1:] + found["order"][:1]
    if found["pairs"]:
        rights = [right for _, right in found["pairs"]]
        found["pairs"] = [
            [left, right] for (left, _), right in zip(found["pairs"], rights[1:] + rights[:1], strict=True)
        ]
    if found["accepted"]:
        found["accepted"] = ["quite another word"]
    if found["value"] is not None:
        found["value"], found["tolerance"] = 12, 0
    for one in options:
        one["why"] = "It is otherwise."
    return {**found, "explanation": "It is otherwise.", "difficulty": {"estimate": -2.0, "error": 0.2}}


def plain(browser: Browser, path: str) -> tuple[str, list[tuple[str, str]]]:
    """A page and its headers without the tokens that are new each time."""
    page = browser.get(path)
    body = re.sub(r'(name="csrf_token" value=)"[^"]*"', r"\1", page.response.get_data(as_text=True))
    return body, [
        (name, value) for name, value in page.response.headers if name not in {"Set-Cookie", "Content-Length"}
    ]


def test_the_order_of_what_can_be_picked_says_nothing() -> None:
    checked = 0
    for question in secret_questions():
        if question.interaction == "ordering":
            continue
        other = from_document(turned(to_document(question)))
        for seed in range(50):
            shown, again = (present(one, 1, 1, False, seed, NOON).order for one in (question, other))
            assert shown == again
            checked += 1
    assert checked == 500


def test_a_mixed_order_leans_to_no_side() -> None:
    """Only the right order itself is never shown at first, so that leaving it as it stands is never right."""
    [ordering] = [one for one in secret_questions() if number_of(one.id) == 10]
    counts = Counter(present(ordering, 1, 1, False, seed, NOON).order for seed in range(3000))
    assert ordering.order not in counts
    assert len(counts) == 5
    # Six hundred each are expected; five standard deviations are 110.
    assert all(490 < count < 710 for count in counts.values())


def test_no_page_tells_before_the_end_whether_an_answer_was_right(app: Flask, browser: Browser) -> None:
    """All scores of an assessment under way are turned round in the database, and no page changes.

    The question's own page is not among them: how sure the quiz is of a band is told there on purpose.
    """
    sign_up(browser, "learner")
    attempt = begin(browser, "assessment", length="long")
    for _ in range(10):
        number = waiting_number(app, attempt)
        give = right_answer if number % 3 else wrong_answer
        answer(browser, attempt, **give(app, learner_of(app, "learner"), attempt, number))
    assert not is_over(app, attempt)
    pages = ("/", "/progress", f"/quizzes/{SLUG}", "/account")
    before = [plain(browser, path) for path in pages]
    export = browser.client.get("/account/export").get_data()  # type: ignore[attr-defined]
    with store_of(app).change() as work:
        work.session.execute(update(ResponseRow).values(score=1 - ResponseRow.score))
    for path, page in zip(pages, before, strict=True):
        assert plain(browser, path) == page, path
    assert browser.client.get("/account/export").get_data() == export  # type: ignore[attr-defined]


def test_what_was_missed_is_not_practised_before_an_assessment_is_over(app: Flask, browser: Browser) -> None:
    attempt = begin(browser, "assessment")
    answer(browser, attempt, skip="yes")
    token, before = token_of(browser), dump(store_of(app))
    assert browser.post(f"/attempts/{attempt}/practise", {"csrf_token": token}).status_code == 404
    assert dump(store_of(app)) == before
    finish(browser, attempt)
    assert browser.post(f"/attempts/{attempt}/practise", {"csrf_token": token}).status_code == 302


def test_no_page_holds_a_password_or_the_token_of_a_browser(app: Flask, browser: Browser) -> None:
    sign_up(browser, "learner", email="learner@example.org")
    attempt = begin(browser)
    [row] = [one for one in dump(store_of(app))["learner"] if one["name"] == "learner"]
    with browser.client.session_transaction() as session:  # type: ignore[attr-defined]
        token = session["_user_id"]
    [kept] = dump(store_of(app))["browser"]
    assert kept["token"] != token
    looked = 0
    for path in addresses(app, "GET", attempt, 1, row["id"]):
        body = browser.client.get(path).get_data(as_text=True)  # type: ignore[attr-defined]
        assert not [one for one in (row["password"], PASSWORD, token, kept["token"]) if one in body], path
        looked += 1
    assert looked >= 15
    assert PASSWORD not in str(dump(store_of(app)))


def test_a_log_of_what_broke_holds_nothing_that_was_typed(
    app: Flask, browser: Browser, caplog: pytest.LogCaptureFixture
) -> None:
    app.config["PROPAGATE_EXCEPTIONS"] = False
    page = browser.get("/sign-in")
    with store_of(app).change() as work:
        work.session.execute(text("ALTER TABLE learner RENAME COLUMN email TO mail"))
    browser.send(page, page.form("/sign-in"), 500, name="typed by mistake", password="the secret word")
    assert "failed" in caplog.text and "learner" in caplog.text
    assert "typed by mistake" not in caplog.text
    assert "the secret word" not in caplog.text
