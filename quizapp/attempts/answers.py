"""From what a form sends to an answer that can be scored, and from an answer to words.

A form names options by their place as shown, so that nothing of the question file reaches the page.
"""

from collections.abc import Mapping

from quizapp.attempts.attempt import Presentation
from quizapp.questions import Question, read_number

LONGEST_ANSWER = 200
NOTHING = "Answer first, or choose “I don’t know”."


class Unreadable(Exception):
    """What was sent is no answer to this question; ``problem`` says what to do."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem


def read_answer(
    question: Question, presentation: Presentation, sent: Mapping[str, str], named: tuple[str, ...] | None = None
) -> object:
    """The answer as the scorer takes it; an order names places in ``named``, else as shown. Raises Unreadable."""
    match question.interaction:
        case "choice" | "true_false" | "map":
            return _picked(presentation.order, sent.get("answer", ""))
        case "numeric":
            text = _typed(sent)
            if read_number(text, question.stem) is None:
                raise Unreadable("Write a number, such as 4,000 or 4 thousand.")
            return text
        case "text" | "cloze":
            return _typed(sent)
        case "ordering":
            return list(arrangement(named or presentation.order, sent.get("order", ""), presentation.order))
        case "matching":
            return _matched(question, presentation, sent)


def _picked(order: tuple[str, ...], value: str) -> str:
    if not value:
        raise Unreadable("Pick one of the answers, or choose “I don’t know”.")
    if not (value.isascii() and value.isdigit() and len(value) < 3 and 1 <= int(value) <= len(order)):
        raise Unreadable("Pick one of the answers shown.")
    return order[int(value) - 1]


def _typed(sent: Mapping[str, str]) -> str:
    text = "".join(character for character in sent.get("answer", "") if character.isprintable()).strip()
    if not text:
        raise Unreadable(NOTHING)
    if len(text) > LONGEST_ANSWER:
        raise Unreadable(f"Write a shorter answer: at most {LONGEST_ANSWER} characters.")
    return text


def arrangement(order: tuple[str, ...], sent: str, standing: tuple[str, ...]) -> tuple[str, ...]:
    """The option ids in the order sent, which names places in ``order`` ("2,1,3"); as they stand where it names others.

    ``order`` is by what the form names them, see `naming_order`.
    """
    values = sent.split(",") if sent else []
    wanted = [str(place) for place in range(1, len(order) + 1)]
    if sorted(values) != sorted(wanted):
        return standing
    return tuple(order[int(value) - 1] for value in values)


def moved(order: tuple[str, ...], move: str) -> tuple[str, ...]:
    """The order after "2-up" or "1-down"; unchanged where there is nowhere to go."""
    place, _, way = move.partition("-")
    if not (place.isascii() and place.isdigit() and len(place) < 3) or way not in {"up", "down"}:
        return order
    at = int(place) - 1
    other = at - 1 if way == "up" else at + 1
    if not (0 <= at < len(order) and 0 <= other < len(order)):
        return order
    ids = list(order)
    ids[at], ids[other] = ids[other], ids[at]
    return tuple(ids)


def _matched(question: Question, presentation: Presentation, sent: Mapping[str, str]) -> list[list[str]]:
    sides = {option.id: option.side for option in question.options}
    lefts = [one for one in presentation.order if sides.get(one) == "left"]
    rights = [one for one in presentation.order if sides.get(one) == "right"]
    pairs = []
    for place, left in enumerate(lefts, start=1):
        value = sent.get(f"match-{place}", "")
        if not (value.isascii() and value.isdigit() and len(value) < 3 and 1 <= int(value) <= len(rights)):
            raise Unreadable("Pick a partner for each, or choose “I don’t know”.")
        pairs.append([left, rights[int(value) - 1]])
    return pairs


def words_of(question: Question, answer: object) -> str:
    """An answer in words, for the page that comes after it; empty for "I don't know"."""
    texts = {option.id: option.text for option in question.options}
    match answer:
        case str() if question.interaction in {"choice", "true_false", "map"}:
            return texts.get(answer, answer)
        case str():
            return answer
        case list() if question.interaction == "ordering":
            return ", then ".join(texts.get(str(one), "") for one in answer)
        case list() if question.interaction == "matching":
            return "; ".join(f"{texts.get(left, '')}: {texts.get(right, '')}" for left, right in answer)
        case int() | float():
            return f"{answer:,}"
    return ""


def right_answer(question: Question) -> str:
    """The right answer in words."""
    match question.interaction:
        case "choice" | "true_false" | "map":
            return question.key.text if question.key else ""
        case "numeric":
            value = question.value or 0
            return f"{value:,}" if value >= 10_000 or isinstance(value, float) else str(value)
        case "text" | "cloze":
            return question.accepted[0]
        case "ordering":
            return words_of(question, list(question.order))
        case "matching":
            return words_of(question, [list(pair) for pair in question.pairs])
