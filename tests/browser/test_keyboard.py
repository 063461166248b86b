"""A quiz by keyboard alone, from the start page to the progress that outlasts a restart of the server."""

import re

from playwright.sync_api import Page, expect

from tests.browser import harra
from tests.browser.keyboard import Keyboard
from tests.browser.server import Server
from tests.browser.watching import watch

MOST_QUESTIONS = 20
REPORT = "Iran left Syria in the last days of Assad's rule"


def answer_somehow(keyboard: Keyboard, page: Page, number: int) -> None:
    """An answer to whatever question the bundled bank asks, each time by another way of the keyboard."""
    if page.locator("input[name=order]").count():
        keyboard.tab_to("Move down")
        keyboard.press("Enter")
        keyboard.enter("Check my answer")
    elif page.locator("select[name^=match]").count():
        for left in page.locator("label:has(+ select)").all_inner_texts():
            keyboard.tab_to(f"select {left}")
            keyboard.press("ArrowDown")
        keyboard.enter("Check my answer")
    elif page.get_by_role("radio").count():
        ways = {0: ["1"], 1: ["b"], 2: ["Tab", "Space", "ArrowDown"]}
        keyboard.press(*ways[number % 3])
        expect(page.get_by_role("radio").nth(0 if number % 3 == 0 else 1)).to_be_checked()
        keyboard.enter()
    elif number % 2:
        keyboard.enter("I don’t know")
    else:
        keyboard.type("4")
        keyboard.enter()


def test_a_guest_takes_a_quiz_signs_up_and_finds_it_after_a_restart(page: Page, server: Server) -> None:
    seen = watch(page.context, server.address)
    keyboard = Keyboard(page)
    page.goto("/")
    expect(page.get_by_role("heading", level=1)).to_have_text(REPORT)
    keyboard.enter("Start the quiz")
    for number in range(MOST_QUESTIONS):
        if page.url.endswith("/result"):
            break
        expect(page).to_have_url(re.compile(r"/questions/\d+$"))
        answer_somehow(keyboard, page, number)
        expect(page).to_have_url(re.compile(r"/feedback$"))
        assert keyboard.focused.startswith("h1 "), "the verdict is where the reader must look"
        keyboard.enter()
    expect(page).to_have_url(re.compile(r"/result$"))
    count = re.search(r"You got (\d+ of \d+) right", " ".join(page.locator("main").inner_text().split()))
    assert count is not None

    keyboard.enter("Sign up and keep it")
    keyboard.tab_to("input User name")
    keyboard.type("Nora of the keys")
    keyboard.tab_to("input Password")
    keyboard.type("nothing but keys")
    keyboard.enter()
    expect(page).to_have_url(re.compile(r"/progress$"))
    expect(page.get_by_role("row", name=REPORT)).to_contain_text(count[1])

    server.restart()
    page.goto("/")
    keyboard.enter("My progress")
    expect(page.get_by_role("row", name=REPORT)).to_contain_text(count[1])
    assert seen.heard == []


def test_every_interaction_is_answered_rightly_by_keyboard(page: Page) -> None:
    keyboard = Keyboard(page)
    page.goto(f"/quizzes/{harra.SLUG}")
    keyboard.enter("Start the quiz")
    seen = []
    while not page.url.endswith("/result"):
        seen.append(harra.interaction_of(page.locator("main").inner_text()))
        keyboard.answer_rightly()
        assert keyboard.focused == "h1 That is right", seen
        keyboard.enter()
    assert sorted(seen) == sorted(harra.TELLING)
    expect(page.locator("main")).to_contain_text("8 of 8 right")


def test_the_focus_is_where_the_reader_must_look(page: Page) -> None:
    keyboard = Keyboard(page)
    page.goto(f"/quizzes/{harra.SLUG}")
    keyboard.enter("Start the quiz")
    while not page.url.endswith("/result"):
        typed = harra.interaction_of(page.locator("main").inner_text()) in {"numeric", "text", "cloze"}
        assert keyboard.focused.startswith("input " if typed else "h1 "), page.locator("main").inner_text()
        keyboard.answer_rightly()
        keyboard.enter()


def test_single_keys_can_be_turned_off_and_stay_off(page: Page) -> None:
    keyboard = Keyboard(page)
    page.goto(f"/quizzes/{harra.SLUG}")
    keyboard.enter("Start the quiz")
    while not page.get_by_role("radio").count():
        keyboard.answer_rightly()
        keyboard.enter()
    keyboard.press("1")
    expect(page.get_by_role("radio").first).to_be_checked()
    keyboard.tab_to("single keys")
    keyboard.press("Space")
    page.reload()
    expect(page.get_by_role("radio").first).to_be_visible()
    keyboard.press("1", "a", "Enter")
    expect(page.locator("input[type=radio]:checked")).to_have_count(0)
    assert re.search(r"/questions/\d+$", page.url)
