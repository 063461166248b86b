"""Texts made to do harm: markup in all that is stored, and characters that break databases or deceive readers."""

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import quote

import pytest
from flask import Flask
from lxml import html

from quizapp.questions import Question
from quizapp.reports import report_from_text
from quizapp.store import Store, bank
from quizapp.store.bank import SetFile
from tests.web.browser import Browser, Page
from tests.web.canaries import HIDDEN, MAP_PINS, QUOTE, SLUG, TEXT, TYPED, put_secret_set, secret_questions
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
    waiting_number,
    wrong_answer,
)
from tests.web.routes import addresses

# Characters that are no white space and no control characters, and show nothing.
UNSEEN = "\u00ad\u034f\u061c\u115f\u1160\u17b4\u180e\u200b\u200d\u202e\u2060\u2800\u3164\ufe0f\uffa0\U000e0041"
LOOKALIKES = (
    "Anna Lind",
    "ANNA LIND",
    " anna  lind ",
    "Ａｎｎａ Lind",
    "Anna\u00a0Lind",
    "anna lınd".replace("ı", "i"),
)


@pytest.fixture
def store(empty_store: Store) -> Store:
    put_secret_set(empty_store)
    return empty_store


def test_an_answer_is_compared_without_what_cannot_be_seen(app: Flask, browser: Browser) -> None:
    sign_up(browser, "learner")
    attempt = begin(browser, "assessment", length="long")
    checked = 0
    while not is_over(app, attempt):
        number = waiting_number(app, attempt)
        given = right_answer(app, learner_of(app, "learner"), attempt, number)
        if asked(app, attempt)[-1] in TYPED:
            typed = given["answer"]
            answer(browser, attempt, answer=f"\u200b{typed[:2]}\u2060{typed[2:]}\ufeff")
            assert dump(store_of(app))["response"][-1]["score"] == 1
            assert dump(store_of(app))["response"][-1]["answer"] == f'"{typed}"'
            checked += 1
        else:
            answer(browser, attempt, skip="yes")
    assert checked


@pytest.mark.parametrize("unseen", UNSEEN, ids=[f"U+{ord(one):04X}" for one in UNSEEN])
def test_no_name_holds_what_cannot_be_seen(app: Flask, browser: Browser, unseen: str) -> None:
    for name in (f"Anna{unseen}Lind", f"Anna{unseen}", unseen * 3):
        page = browser.get("/sign-up")
        page = browser.send(page, page.form("/sign-up"), 422, name=name, password=PASSWORD)
        assert page.tree.xpath("//*[@id='name-error']"), name
    assert dump(store_of(app))["learner"] == []


def test_names_that_look_the_same_are_the_same(app: Flask, open_browser: Callable[[], Browser]) -> None:
    sign_up(open_browser(), LOOKALIKES[0])
    for name in LOOKALIKES:
        browser = open_browser()
        page = browser.get("/sign-up")
        assert "taken" in browser.send(page, page.form("/sign-up"), 422, name=name, password=PASSWORD).text, name
        assert sign_in(browser, name).path == "/"
    assert len(dump(store_of(app))["learner"]) == 1


def harmful(field: str) -> str:
    """Markup that would run, and says from which field it came."""
    return f"'\"><pwned onclick=pwned()>{field}</pwned>{{{{31337*31337}}}}"


FROM_FILES = ("title", "heading", "paragraph", "stem", "option", "feedback", "explanation", "accepted")
FROM_PEOPLE = ("learner", "teacher", "class")


def harmful_set() -> SetFile:
    """The small set with markup in each of its texts; its slug too, which is a folder's name."""
    first = TEXT.replace("An orchard", f"{harmful('heading')} orchard").replace(
        "Forty", f"{harmful('paragraph')} Forty"
    )
    report = report_from_text(first)
    at = report.text.index(QUOTE)
    proof = report.evidence(at, at + len(QUOTE))
    made = tuple(replace(_harmful_question(one), evidence=(proof,)) for one in secret_questions())
    pins = {f"{HIDDEN}12": MAP_PINS}
    return SetFile('"><pwned onclick=pwned()>', harmful("title"), report, None, (), made, pins, "harmful", 0)


def _harmful_question(question: Question) -> Question:
    options = tuple(replace(one, why=harmful("feedback")) for one in question.options)
    if question.interaction != "true_false":
        options = tuple(replace(one, text=f"{one.text} {harmful('option')}") for one in options)
    accepted = tuple(harmful("accepted") for _ in question.accepted)
    stem = f"{question.stem} {harmful('stem')}"
    return replace(question, stem=stem, options=options, accepted=accepted, explanation=harmful("explanation"))


def assert_inert(page: Page) -> None:
    body = page.response.get_data(as_text=True)
    assert "<pwned" not in body, page.path
    assert not page.tree.xpath("//pwned | //@*[starts-with(name(), 'on')]"), page.path
    for script in page.tree.xpath("//script"):
        assert script.get("src").startswith("/static/js/") and not (script.text or "").strip()
    for link in page.tree.xpath("//@href | //@src | //@action | //@formaction | //@data-connection"):
        assert link.startswith(("/", "#")) and not link.startswith("//"), f"{page.path}: {link}"
    assert "982007569" not in body, f"{page.path}: a template was run"


def test_markup_in_everything_that_is_stored_is_inert_on_every_page(
    app: Flask, open_browser: Callable[[], Browser]
) -> None:
    given = harmful_set()
    with store_of(app).change() as work:
        bank.put_set(work, given)
    learner, teacher = open_browser(), open_browser()
    make_teacher(app, harmful("teacher"))
    sign_in(teacher, harmful("teacher"))
    classroom, code = open_class(teacher, harmful("class"))
    sign_up(learner, harmful("learner"), email="<pwned/onclick=pwned()>@example.org")
    identity = learner_of(app, harmful("learner"))
    join_class(learner, code)
    page = teacher.get(f"/classes/{classroom}")
    teacher.send(page, page.form("/quizzes"), slug=given.slug)
    page = learner.get(f"/quizzes/{quote(given.slug)}?classroom={classroom}")
    attempt = learner.send(page, page.form("/quizzes"), length="long").path.split("/")[2]
    seen, opened = "", set[str]()
    while not is_over(app, attempt):
        for browser in (learner, teacher):
            for path in addresses(app, "GET", attempt, classroom, identity, given.slug):
                response = browser.client.get(path)  # type: ignore[attr-defined]
                if response.mimetype == "text/html" and response.status_code in {200, 404}:
                    text = response.get_data(as_text=True)
                    page = Page(path, response.status_code, response, html.fromstring(text))
                    assert_inert(page)
                    seen += f"{page.tree.text_content()} {' '.join(page.tree.xpath('//@aria-label'))}"
                    opened.add(path)
        number = waiting_number(app, attempt)
        give = right_answer if asked(app, attempt)[-1] in TYPED else wrong_answer
        answer(learner, attempt, **give(app, identity, attempt, number))
    assert len(opened) > 25
    for field in (*FROM_FILES, *FROM_PEOPLE):
        assert harmful(field) in seen, f"the {field} was shown nowhere"
    assert "<pwned/onclick=pwned()>@example.org" in seen


def test_markup_that_is_sent_back_is_inert(app: Flask, browser: Browser) -> None:
    """What could not be read stands in the form again; an address stands in the page's own forms."""
    given = harmful("answer")
    page = browser.get("/sign-in")
    assert_inert(browser.send(page, page.form("/sign-in"), 422, name=given, password=PASSWORD, next=given))
    page = browser.get("/sign-up")
    assert_inert(browser.send(page, page.form("/sign-up"), 422, name=given, password="short", email=given))
    assert_inert(browser.get(f"/nowhere/{quote(given)}?{quote(given)}", 404))
    assert_inert(browser.get(f"/quizzes/{SLUG}?classroom={quote(given)}"))
    attempt = begin(browser, length="long")
    while asked(app, attempt)[-1] != 6:
        answer(browser, attempt, skip="yes")
    page = browser.get(f"/attempts/{attempt}")
    again = browser.send(page, page.form("/questions/"), 422, answer=given, check="yes")
    assert_inert(again)
    assert again.form("/questions/").fields["answer"] == given
    finish(browser, attempt)
