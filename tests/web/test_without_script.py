"""The whole way without JavaScript, over plain requests: from the start page to the progress of an account."""

import re
from collections.abc import Callable

import pytest
from flask import Flask
from lxml import html

from quizapp.store import Store
from quizapp.usecases.loading import load_folder
from tests.browser import harra
from tests.browser.harra import right_answer, wrong_answer
from tests.web.browser import Browser, Page

Answer = Callable[[html.HtmlElement], dict[str, str]]


@pytest.fixture
def browser(store: Store, app: Flask) -> Browser:
    load_folder(store, harra.FOLDER)
    return Browser(app)


def begin(browser: Browser, mode: str = "practice") -> Page:
    chosen = browser.get(f"/quizzes/{harra.SLUG}")
    return browser.send(chosen, chosen.form("/quizzes", "Start the quiz"), mode=mode)


def question(page: Page) -> str:
    return harra.interaction_of(page.tree.xpath("string(//main)"))


def answer(browser: Browser, page: Page, **given: str) -> Page:
    """Send the form of a question by its button."""
    return browser.send(page, page.form("/questions/", "my answer"), check="yes", **given)


def go_on(browser: Browser, page: Page) -> Page:
    """Follow the feedback's link to what comes next."""
    [link] = page.tree.xpath("//main//a[starts-with(@href, '/attempts/') and not(contains(@href, '#'))]/@href")
    return browser.get(link)


def seek(browser: Browser, interaction: str) -> Page:
    """An assessment at the question of an interaction."""
    page = begin(browser, "assessment")
    while question(page) != interaction:
        page = browser.send(page, page.form("/questions/", "I don’t know"), skip="yes")
    return page


def events(page: Page) -> list[str]:
    items = [item.text_content() for item in page.tree.xpath("//ol[li//button]/li")]
    return [next(event for event in harra.ORDER if event in item) for item in items]


@pytest.mark.parametrize(("answers", "verdict", "right"), [(right_answer, "That is right", 8), (wrong_answer, "", 0)])
def test_a_guest_takes_every_interaction_signs_up_and_keeps_the_result(
    browser: Browser, answers: Answer, verdict: str, right: int
) -> None:
    page = begin(browser)
    asked = []
    while "/questions/" in page.path:
        asked.append(question(page))
        told = answer(browser, page, **answers(page.tree))
        assert told.path.endswith("/feedback")
        assert told.heading == (verdict or "Not this time")
        assert told.tree.xpath("//mark"), f"{asked[-1]}: the report's own words are shown"
        page = go_on(browser, told)
    assert page.path.endswith("/result")
    assert set(asked) == set(harra.TELLING)
    assert f"You got {right} of 8 right" in page.text

    form = browser.get("/sign-up")
    page = browser.send(form, form.form("/sign-up", "Sign up"), name="Nora", password="a boat at dawn")
    assert page.path == "/progress"
    [line] = [row for row in page.tree.xpath("//tr") if harra.TITLE in row.text_content()]
    assert f"{right} of 8" in line.text_content()

    out = browser.send(page, page.form("/sign-out"))
    assert "Nora" not in out.text
    assert harra.TITLE not in browser.get("/progress").tree.xpath("string(//main)")
    form = browser.get("/sign-in?next=/progress")
    back = browser.send(form, form.form("/sign-in"), name="nora", password="a boat at dawn")
    assert back.path == "/progress"
    assert f"{right} of 8" in back.text


def test_an_assessment_goes_from_question_to_question_and_tells_all_at_the_end(browser: Browser) -> None:
    page = begin(browser, "assessment")
    for _ in range(8):
        assert "/questions/" in page.path
        page = answer(browser, page, **right_answer(page.tree))
    assert page.path.endswith("/result")
    assert "You got 8 of 8 right" in page.text
    assert len(page.tree.xpath("//mark")) >= 8


def test_events_are_put_in_order_by_buttons_that_post(browser: Browser) -> None:
    page = seek(browser, "ordering")
    for place, event in enumerate(harra.ORDER):
        while (now := events(page).index(event)) > place:
            before = events(page)
            page = browser.send(page, page.form("/questions/", "my answer"), move=f"{now + 1}-up")
            before[now - 1], before[now] = before[now], before[now - 1]
            assert events(page) == before
            assert f"“{event}” now stands before" in page.text
    answer(browser, page)
    for _ in range(8):
        page = browser.get(page.path.partition("/questions")[0])
        if page.path.endswith("/result"):
            break
        page = browser.send(page, page.form("/questions/", "I don’t know"), skip="yes")
    [line] = [one for one in page.tree.xpath("//details") if harra.TELLING["ordering"] in one.text_content()]
    assert line.get("data-state") == "right"


def test_the_first_event_moves_no_further_up(browser: Browser) -> None:
    page = seek(browser, "ordering")
    before = events(page)
    again = browser.send(page, page.form("/questions/", "my answer"), move="1-up")
    assert events(again) == before
    assert "now stands before" not in again.text


@pytest.mark.parametrize("interaction", sorted(set(harra.TELLING) - {"ordering"}))
def test_nothing_given_is_said_beside_the_question_and_recorded_nowhere(browser: Browser, interaction: str) -> None:
    page = seek(browser, interaction)
    empty = {name: "" for name, _ in page.form("/questions/", "my answer").form_values() if name != "csrf_token"}
    refused = browser.send(page, page.form("/questions/", "my answer"), status=422, check="yes", **empty)
    assert question(refused) == interaction
    assert re.search(r"I don’t know”|Write a number", refused.text)
    assert (refused.tree.findtext(".//title") or "").startswith("Error: ")
    [described] = set(refused.tree.xpath("//main//*[@aria-describedby and contains(@aria-describedby, 'problem')]"))
    assert refused.tree.get_element_by_id("problem") is not None
    assert described.tag in {"input", "fieldset"}
    assert browser.get(page.path.partition("/questions")[0]).path == page.path


def test_what_was_given_stands_there_still_when_a_part_is_missing(browser: Browser) -> None:
    page = seek(browser, "matching")
    given = right_answer(page.tree)
    missing, kept = sorted(given)
    form = page.form("/questions/", "my answer")
    refused = browser.send(page, form, status=422, check="yes", **{missing: "", kept: given[kept]})
    fields = dict(refused.form("/questions/", "my answer").form_values())
    assert (fields[missing], fields[kept]) == ("", given[kept])
