"""The pages of taking a quiz, as a browser without script sees them."""

from collections.abc import Callable

from tests.web.browser import Browser, Page

SLUG = "iran-leaves-syria"


def begin(browser: Browser, **given: str) -> Page:
    page = browser.get(f"/quizzes/{SLUG}")
    return browser.send(page, page.form("/quizzes", "Start"), **given)


def question_form(page: Page):  # type: ignore[no-untyped-def]  # lxml's form
    return page.form(page.path, "I don’t know")


def test_a_quiz_starts_in_one_click_from_the_start_page(browser: Browser) -> None:
    page = browser.get("/")
    page = browser.send(page, page.form("/quizzes", "Start"))
    assert page.path.endswith("/questions/1")
    assert "Question 1 of 8 to 12" in page.text


def test_every_set_of_the_bank_is_on_the_start_page_with_its_questions(browser: Browser) -> None:
    page = browser.get("/")
    for words in ("Iran left Syria", "Garthwick council", "The ship under the ice", "67 questions", "70 questions"):
        assert words in page.text


def test_feedback_shows_the_sentence_that_proves_it_within_its_paragraph(browser: Browser) -> None:
    page = begin(browser, mode="practice")
    page = browser.send(page, question_form(page), skip="yes")
    assert page.path.endswith("/questions/1/feedback")
    [marked, *_] = page.tree.xpath("//blockquote//mark")
    paragraph = marked.xpath("ancestor::p")[0].text_content()
    assert marked.text_content() in paragraph
    link = page.tree.xpath("//figcaption//a/@href")[0]
    report = browser.get(link.partition("#")[0])
    assert " ".join(paragraph.split()) in report.text
    assert report.tree.xpath(f"//*[@id='{link.partition('#')[2]}']")


def test_an_assessment_says_nothing_until_its_end(browser: Browser) -> None:
    page = begin(browser, mode="assessment")
    for number in range(2, 4):
        page = browser.send(page, question_form(page), skip="yes")
        assert page.path.endswith(f"/questions/{number}")
    browser.get(page.path.rpartition("/")[0] + "/1/feedback", 404)
    page = browser.send(page, page.form("/finish", "Stop here"))
    assert page.path.endswith("/result")
    assert "Every question, with its evidence" in page.text


def test_nothing_picked_is_said_beside_the_question_and_nothing_is_lost(browser: Browser) -> None:
    page = begin(browser, mode="assessment")
    again = browser.send(page, question_form(page), 422, answer="", check="yes")
    assert again.heading == page.heading
    assert "I don’t know" in again.tree.xpath("//*[@id='problem']")[0].text_content()
    assert browser.get(page.path).heading == page.heading


def test_the_back_button_leads_to_the_question_that_waits(browser: Browser) -> None:
    first = begin(browser, mode="assessment")
    second = browser.send(first, question_form(first), skip="yes")
    assert browser.get(first.path).path == second.path
    assert browser.get(first.path.replace("/1", "/9")).path == second.path
    again = browser.send(first, question_form(first), skip="yes")
    assert again.path == second.path


def test_save_and_leave_keeps_the_place(browser: Browser) -> None:
    page = begin(browser, mode="assessment")
    page = browser.send(page, question_form(page), skip="yes")
    start = browser.get("/")
    assert "Question 2" in start.text
    [link] = [one for one in start.tree.xpath("//main//a/@href") if one.startswith("/attempts/")]
    assert browser.get(link).path == page.path


def test_two_people_have_nothing_of_each_other(open_browser: Callable[[], Browser]) -> None:
    one, other = open_browser(), open_browser()
    page = begin(one)
    other.get(page.path, 404)
    begin(other)
    other.get(page.path, 404)


def test_who_has_begun_nothing_has_no_progress_and_is_not_written_down(browser: Browser) -> None:
    page = browser.get("/progress")
    assert "Take a quiz to the end" in page.text
    assert not page.response.headers.getlist("Set-Cookie") or "quizapp" in page.response.headers["Set-Cookie"]


def test_an_unknown_set_attempt_or_report_is_not_there(browser: Browser) -> None:
    for path in ("/quizzes/nothing", "/reports/nothing", "/attempts/nothing", "/attempts/a/questions/1",
                 "/attempts/a/questions/99999999999999999999", "/nothing"):  # fmt: skip
        assert "nothing here" in browser.get(path, 404).text


def test_colours_are_remembered_and_lead_back(browser: Browser) -> None:
    page = browser.get("/help")
    page = browser.send(page, page.form("/theme", "Dark"), theme="dark")
    assert page.path == "/help"
    assert page.tree.get("data-bs-theme") == "dark"
    page = browser.send(page, page.form("/theme", "Dark"), theme="device")
    assert page.tree.get("data-bs-theme") is None


def test_what_was_missed_is_practised_from_the_result(browser: Browser) -> None:
    page = begin(browser, mode="assessment")
    page = browser.send(page, question_form(page), skip="yes")
    page = browser.send(page, page.form("/finish", "Stop here"))
    assert "Not enough answers yet" in page.heading
    page = browser.send(page, page.form("/practise", "Practise"))
    assert "You missed this one before" in page.text
    for _ in range(2):  # missed again, it comes back once more
        page = browser.send(page, question_form(page), skip="yes")
        page = browser.get(page.tree.xpath("//main//a[contains(@class, 'btn-primary')]/@href")[0])
    assert page.path.endswith("/result")
    assert "do not move your band" in page.text
