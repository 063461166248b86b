"""Double clicks, the back button, reloads, two tabs and a lost connection: nothing is scored twice, nothing is lost."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser import harra
from tests.browser.watching import axe_findings

Open = Callable[..., BrowserContext]
RIGHT = "That is right"


# These leave four questions, three of them with options to pick from: what is missed does not come back before those.
OTHER_TOPICS = ("People", "Figures", "Order of events", "Who said what")


def begin(page: Page, mode: str = "Practice", without: tuple[str, ...] = OTHER_TOPICS) -> None:
    page.goto(f"/quizzes/{harra.SLUG}")
    page.get_by_role("radio", name=mode).check()
    for topic in without:
        page.get_by_role("checkbox", name=topic).uncheck()
    page.get_by_role("button", name="Start the quiz").click()
    expect(page).to_have_url(re.compile(r"/questions/1$"))


def interaction(page: Page) -> str:
    return harra.interaction_of(page.locator("main").inner_text())


def go_to_options(page: Page) -> None:
    """Say "I don't know" until a question has options to pick from."""
    while not page.get_by_role("radio").count():
        number = page.url
        page.get_by_role("button", name="I don’t know").click()
        expect(page).not_to_have_url(number)
        if page.url.endswith("/feedback"):
            page.get_by_role("link", name=re.compile("Next question")).click()
        expect(page).to_have_url(re.compile(r"/questions/\d+$"))


def pick(page: Page, words: dict[str, str]) -> None:
    page.get_by_role("radio", name=words[interaction(page)]).check()


def shown(page: Page) -> tuple[str, list[str]]:
    """The question on a page: where it is, and its words in their order."""
    return page.url, page.locator("main form").first.inner_text().splitlines()


def stop(page: Page, attempt: str) -> tuple[int, int]:
    """Stop an attempt at its question: how many answers were right, and of how many."""
    page.goto(attempt)
    page.get_by_role("button", name="Stop here and see my result").click()
    expect(page).to_have_url(re.compile("/result$"))
    found = re.search(r"(\d+) of (\d+)", page.locator("main").inner_text())
    assert found is not None
    return int(found[1]), int(found[2])


def attempt_of(page: Page) -> tuple[str, int]:
    """The attempt on a page, and how many of its questions came before the one shown."""
    found = re.search(r"(/attempts/[^/]+)/questions/(\d+)", page.url)
    assert found is not None
    return found[1], int(found[2]) - 1


@pytest.mark.parametrize("mode", ["Practice", "Assessment"])
@pytest.mark.parametrize("script", [True, False])
def test_a_double_click_counts_once(open_context: Open, script: bool, mode: str) -> None:
    page = open_context(java_script_enabled=script).new_page()
    begin(page, mode)
    go_to_options(page)
    attempt, before = attempt_of(page)
    pick(page, harra.RIGHT)
    page.get_by_role("button", name=re.compile("my answer")).dblclick()
    expect(page).not_to_have_url(re.compile(f"/questions/{before + 1}$"))
    assert stop(page, attempt) == (1, before + 1)


def test_back_leads_to_the_question_that_waits_and_not_to_one_that_was_answered(page: Page) -> None:
    begin(page)
    go_to_options(page)
    attempt, before = attempt_of(page)
    pick(page, harra.RIGHT)
    page.get_by_role("button", name="Check my answer").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(RIGHT)
    page.get_by_role("link", name=re.compile("Next question")).click()
    expect(page).to_have_url(re.compile(f"/questions/{before + 2}$"))
    waiting = shown(page)
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text(RIGHT)
    page.go_back()
    expect(page).to_have_url(re.compile(f"/questions/{before + 2}$"))
    assert shown(page) == waiting
    assert stop(page, attempt) == (1, before + 1)


def test_a_reload_shows_the_same_question_in_the_same_order(page: Page) -> None:
    begin(page, "Assessment", without=())
    seen = set()
    while "/questions/" in page.url:
        seen.add(interaction(page))
        before = shown(page)
        page.reload()
        assert shown(page) == before
        page.get_by_role("button", name="I don’t know").click()
        expect(page).not_to_have_url(before[0])
    assert seen == set(harra.TELLING)


def test_a_reload_of_the_feedback_scores_nothing_again(page: Page) -> None:
    begin(page)
    go_to_options(page)
    attempt, before = attempt_of(page)
    pick(page, harra.RIGHT)
    page.get_by_role("button", name="Check my answer").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(RIGHT)
    told = page.locator("main").inner_text()
    page.reload()
    assert page.locator("main").inner_text() == told
    assert stop(page, attempt) == (1, before + 1)


def test_of_two_tabs_the_first_answer_counts(page: Page) -> None:
    begin(page)
    go_to_options(page)
    attempt, before = attempt_of(page)
    other = page.context.new_page()
    other.goto(page.url)
    assert shown(other) == shown(page)
    pick(page, harra.RIGHT)
    pick(other, harra.WRONG)
    page.get_by_role("button", name="Check my answer").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(RIGHT)
    other.get_by_role("button", name="Check my answer").click()
    expect(other.get_by_role("heading", level=1)).to_have_text(RIGHT)
    assert stop(other, attempt) == (1, before + 1)


def test_an_answer_given_without_a_connection_is_kept_and_sent_when_it_is_back(page: Page) -> None:
    begin(page)
    go_to_options(page)
    attempt, before = attempt_of(page)
    pick(page, harra.RIGHT)
    page.context.set_offline(True)
    page.get_by_role("button", name="Check my answer").click()
    expect(page.get_by_role("alert")).to_be_visible()
    assert axe_findings(page) == []
    assert attempt_of(page) == (attempt, before)
    expect(page.locator("input[type=radio]:checked")).to_have_count(1)
    page.context.set_offline(False)
    expect(page.get_by_role("heading", level=1)).to_have_text(RIGHT)
    assert stop(page, attempt) == (1, before + 1)
