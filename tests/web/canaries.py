"""A set with every interaction whose secrets hold canaries, and what looks for them in an answer of the server.

A canary of a question is told only after its answer; a hidden one (ids, tolerances, difficulties) is told to nobody.
"""

import re

from flask import Flask
from werkzeug.test import TestResponse

from quizapp.questions import Question, from_document
from quizapp.reports import Report, report_from_text
from quizapp.store import Store, bank
from quizapp.store.bank import SetFile

SLUG, TITLE = "orchard", "An orchard by the river"
# Questions whose answer is typed, and those whose answer is an order.
TYPED, ORDERINGS = {6, 7, 8}, {9, 10}
# No page has these words otherwise; the number of the question follows the first.
CANARY, HIDDEN = "kanarie", "geheim"
VALUE, TOLERANCE = 731073, 4180.5
TEXT = f"""{TITLE}

The orchard was planted by the river in the spring. Forty trees stood there in rows.

A storm came in the third year, and the wall fell. The gardener built it again with the help of the village.
"""
QUOTE = "The gardener built it again with the help of the village."
REPORT: Report = report_from_text(TEXT)
AT = REPORT.text.index(QUOTE)
MAP_PINS = {f"{HIDDEN}key12": (60.39, 5.32), f"{HIDDEN}a12": (55.97, -3.17), f"{HIDDEN}b12": (59.91, 10.75)}
SECRET_NUMBERS = (str(TOLERANCE), "4,180.5", "0.7310731", "0.5310731", "7310.731")


def secret_questions() -> tuple[Question, ...]:
    """Twelve questions, numbered from 1, two for each topic; every interaction is among them."""
    return tuple(from_document(one) for one in (*map(_choice, range(1, 6)), *_typed(), *_arranged(), _map(12)))


def _document(number: int, interaction: str, topic: str, stem: str, **answers: object) -> dict[str, object]:
    return {
        "id": f"{HIDDEN}{number:02}", "interaction": interaction, "form": f"{HIDDEN}form", "stem": stem,
        "topic": topic, "status": "published", "explanation": f"{CANARY}{number} is why it is so.",
        "evidence": [{"start": AT, "end": AT + len(QUOTE), "quote": QUOTE}],
        "facts": [f"{HIDDEN}fact"], "difficulty": {"estimate": 0.7310731, "error": 0.5310731}, **answers,
    }  # fmt: skip


def _option(number: int, letter: str, text: str, correct: bool = False, **more: object) -> dict[str, object]:
    identity = f"{HIDDEN}{'key' if correct else letter}{number}"
    return {"id": identity, "text": text, "correct": correct, "why": f"{CANARY}{number} speaks of {text}.", **more}


def _choice(number: int) -> dict[str, object]:
    if number == 5:
        options = [_option(5, "a", "True"), _option(5, "b", "False", True)]
        return _document(5, "true_false", "people", "The gardener left the village.", options=options)
    topic = ("people", "places", "figures", "dates")[number - 1]
    texts = [f"Alder {number}", f"Birch {number}", f"Cedar {number}", f"Damson {number}"]
    options = [_option(number, "abcd"[at], text, at == number - 1) for at, text in enumerate(texts)]
    return _document(number, "choice", topic, f"Which tree stood in row {number}?", options=options)


def _typed() -> tuple[dict[str, object], ...]:
    return (
        _document(6, "numeric", "figures", "How many apples were there?", value=VALUE, tolerance=TOLERANCE),
        _document(7, "text", "dates", "What did the gardener plant?", accepted=[f"{CANARY}7", f"{CANARY}7 tree"]),
        _document(8, "cloze", "speech", "The wall fell in the year of ____.", accepted=[f"{CANARY}8"]),
    )


def _arranged() -> tuple[dict[str, object], ...]:
    events = [_option(9, "abcd"[at], f"Event {text}") for at, text in enumerate(("one", "two", "three", "four"))]
    turned = [_option(10, "abc"[at], f"Deed {text}") for at, text in enumerate(("one", "two", "three"))]
    sides = [_option(11, "abc"[at], f"Left {at}", side="left") for at in range(3)]
    sides += [_option(11, "xyz"[at], f"Right {at}", side="right") for at in range(3)]
    pairs = [[f"{HIDDEN}a11", f"{HIDDEN}y11"], [f"{HIDDEN}b11", f"{HIDDEN}z11"], [f"{HIDDEN}c11", f"{HIDDEN}x11"]]
    stem = "Put these in order, the earliest first."
    return (
        _document(9, "ordering", "sequence", stem, options=events, order=[f"{HIDDEN}{one}9" for one in "cadb"]),
        _document(10, "ordering", "sequence", f"{stem[:-1]} of all.", options=turned,
                  order=[f"{HIDDEN}{one}10" for one in "bca"]),
        _document(11, "matching", "speech", "Who said what?", options=sides, pairs=pairs),
    )  # fmt: skip


def _map(number: int) -> dict[str, object]:
    options = [_option(number, "a", "Leith"), _option(number, "k", "Bergen", True), _option(number, "b", "Oslo")]
    place = {"option": f"{HIDDEN}key{number}", "latitude": 60.39, "longitude": 5.32, "radius_km": 7310.731}
    return _document(number, "map", "places", "Where was the ship?", options=options, place=place)


def put_secret_set(store: Store) -> None:
    """The set in the bank, as one from a file is put there."""
    made = secret_questions()
    pins = {f"{HIDDEN}12": MAP_PINS}
    with store.change() as work:
        bank.put_set(work, SetFile(SLUG, TITLE, REPORT, None, (), made, pins, "the first", 0))


def number_of(question: str) -> int:
    """The number of a question by its id."""
    return int(question.removeprefix(HIDDEN))


def every_byte(app: Flask, response: TestResponse) -> str:
    """All that was sent: the body, the headers, and what is inside the cookie of the session."""
    sent = [response.get_data(as_text=True), str(response.headers)]
    serializer = app.session_interface.get_signing_serializer(app)  # type: ignore[attr-defined]
    for cookie in response.headers.getlist("Set-Cookie"):
        value = cookie.partition("=")[2].partition(";")[0]
        if cookie.startswith("quizapp=") and value:
            sent.append(str(serializer.loads(value)))
    return "\n".join(sent).casefold()


def told(text: str) -> set[int]:
    """The numbers of the questions whose canaries are in what was sent."""
    found = {int(number) for number in re.findall(rf"{CANARY}(\d+)", text)}
    return found | ({6} if str(VALUE) in text or f"{VALUE:,}" in text else set())


def hidden(text: str) -> list[str]:
    """What should be told to nobody and is in what was sent."""
    return re.findall(rf"{HIDDEN}\w*", text) + [one for one in SECRET_NUMBERS if one in text]
