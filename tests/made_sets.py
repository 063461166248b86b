"""Question sets made up for tests that need many questions, or plain ones, and no English pipeline to load them."""

from random import Random

from quizapp.questions import Option, Question
from quizapp.questions.question import Difficulty, Topic
from quizapp.reports import Evidence, Passage, Report
from quizapp.store import Store, bank

SLUG = "winter"
TOPICS: tuple[Topic, ...] = ("people", "places", "figures", "dates")
LETTERS = "abcd"
# About as long as a report of the bundled bank.
SENTENCE = "The ice held the ship for ten months before it sank. "
TEXT = SENTENCE * 200
REPORT = Report("A winter in the ice", TEXT, (Passage(0, len(TEXT), "paragraph"),))
NAMES = tuple(f"Name {number}" for number in range(40))


def choice_question(slug: str, number: int, rng: Random) -> Question:
    """A question with four options; the place of the right one goes round with the number."""
    options = tuple(
        Option(
            letter,
            f"Answer {letter} of {number}",
            place == right_place(number),
            f"The report says other than {letter}.",
        )
        for place, letter in enumerate(LETTERS)
    )
    return Question(
        id=f"{slug}-{number}", interaction="choice", form="choice", stem=f"What held the ship of number {number}?",
        topic=TOPICS[number % len(TOPICS)], explanation="The report says so.", evidence=(Evidence(0, 7, "The ice"),),
        options=options, difficulty=Difficulty(round(rng.gauss(0.0, 1.0), 2), 0.8), status="published",
    )  # fmt: skip


def right_place(number: int) -> int:
    """Where the right option of that question stands, from 0."""
    return number * 7 // 3 % len(LETTERS)


def add_set(store: Store, questions: int, slug: str = SLUG, position: int = 0) -> None:
    """A set of so many questions, put into the bank as one from a file is."""
    rng = Random(slug)
    made = tuple(choice_question(slug, number, rng) for number in range(questions))
    given = bank.SetFile(slug, REPORT.title, REPORT, None, NAMES, made, {}, f"{slug} {questions}", position)
    with store.change() as work:
        bank.put_set(work, given)
