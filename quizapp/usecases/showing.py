"""The pages of an attempt under way: the question that waits, and the feedback on the last."""

from collections.abc import Mapping
from dataclasses import replace

from quizapp.attempts import Attempt, Presentation, Response, attempt_ability, naming_order, right_answer, words_of
from quizapp.engine import expected_share
from quizapp.errors import NotFound
from quizapp.maps import MapPicture, Pin, draw_map
from quizapp.questions import Question, normalise, without_frame
from quizapp.reports import Evidence, Report
from quizapp.results import BAND_NAMES, Stretch, stretch_of
from quizapp.store import Store, attempts, bank
from quizapp.store.attempts import StoredAttempt
from quizapp.usecases.shown import Choice, FeedbackShown, Proof, QuestionShown, ResponseShown, Steps

MOST_PROOFS = 2
# Fewer answers than these place nobody.
FEWEST_TO_PLACE = 5
TENTHS = (
    "hardly ever", "one time in ten", "two times in ten", "three times in ten", "four times in ten", "half the time",
    "six times in ten", "seven times in ten", "eight times in ten", "nine times in ten", "nearly always",
)  # fmt: skip


def show_question(
    store: Store, learner: int, code: str, number: int, given: str = "", problem: str | None = None
) -> QuestionShown:
    """A question of the learner's attempt as it is asked. Raises NotFound where it was not presented there."""
    with store.look() as work:
        stored, shown = _presented(attempts.get_attempt(work, code, learner), number)
        question = bank.questions_by_revision(work, [shown.revision])[shown.revision]
        pins = bank.pins_of_question(work, stored.set_id, shown.question) if question.interaction == "map" else {}
    texts = {option.id: option.text for option in question.options}
    sides = {option.id: option.side for option in question.options}
    order = [one for one in shown.order if sides.get(one) != "right"]
    named = naming_order(question, number, stored.attempt.seed) if question.interaction == "ordering" else order
    return QuestionShown(
        attempt=code,
        number=number,
        interaction=question.interaction,
        stem=asked(question.stem),
        choices=tuple(Choice(str(named.index(one) + 1), texts[one]) for one in order),
        rights=_choices([one for one in shown.order if sides.get(one) == "right"], texts),
        picture=_picture(pins, question, order),
        steps=steps_of(stored.attempt, number),
        mode=stored.attempt.mode,
        title=stored.title,
        is_repeat=shown.is_repeat,
        given=given,
        problem=problem,
    )


def asked(stem: str) -> str:
    """A stem without the story it names: the page says that above it."""
    bare = without_frame(stem)
    return f"{bare[0].upper()}{bare[1:]}"


def _choices(order: list[str], texts: dict[str, str]) -> tuple[Choice, ...]:
    return tuple(Choice(str(place), texts[one]) for place, one in enumerate(order, start=1))


def _presented(stored: StoredAttempt | None, number: int) -> tuple[StoredAttempt, Presentation]:
    shown = stored.attempt.presentation(number) if stored else None
    if stored is None or shown is None:
        raise NotFound
    return stored, shown


def steps_of(attempt: Attempt, number: int) -> Steps:
    """How far an attempt is: a missed question that comes back makes it one longer."""
    repeats = 0 if attempt.is_review else sum(one.is_repeat for one in attempt.presentations)
    least, most = max(attempt.rules.least + repeats, number), max(attempt.rules.most + repeats, number)
    answered = len(attempt.measured())
    if attempt.is_review:
        sureness = "What you missed, once more"
    elif not attempt.tells:
        sureness = "Your result comes at the end"
    elif answered < FEWEST_TO_PLACE:
        sureness = "Too early to say where you stand"
    else:
        sureness = _sureness(stretch_of(attempt.items, attempt_ability(attempt)))
    return Steps(number, least, most, sureness)


def _sureness(stretch: Stretch) -> str:
    bands = stretch.high_band - stretch.low_band + 1
    return {1: "Sure to one band", 2: "Sure to two bands"}.get(bands, "Not yet sure of your band")


def show_feedback(store: Store, learner: int, code: str, number: int) -> FeedbackShown:
    """What became of an answer; in an assessment only once it is over. Raises NotFound."""
    with store.look() as work:
        stored, shown = _presented(attempts.get_attempt(work, code, learner), number)
        response = stored.attempt.response_to(number)
        if response is None or (stored.attempt.mode == "assessment" and stored.attempt.finished is None):
            raise NotFound
        question = bank.questions_by_revision(work, [shown.revision])[shown.revision]
        report = bank.report_of_set(work, stored.attempt.slug)
    if report is None:
        raise NotFound
    return FeedbackShown(
        attempt=code,
        response=response_shown(question, shown, response, report, stored.attempt.slug),
        steps=steps_of(stored.attempt, number),
        title=stored.title,
        wonder=_why_asked(stored.attempt, shown, question),
        is_last=stored.attempt.finished is not None,
    )


def response_shown(
    question: Question, shown: Presentation, response: Response, report: Report, slug: str
) -> ResponseShown:
    """An answer with what is right, why, and the report's own words."""
    picked = next((one for one in question.options if one.id == response.answer), None)
    yours = words_of(question, response.answer)
    evidence = question.evidence
    why = question.explanation
    if picked is not None and not picked.correct:
        why, evidence = picked.why or why, picked.evidence or evidence
    return ResponseShown(
        number=shown.number,
        stem=asked(question.stem),
        state="right" if response.score else "wrong",
        yours=yours,
        right=right_answer(question),
        why=why,
        note=_note(question, response),
        proofs=proofs_of(evidence, report, slug),
        topic=question.topic,
    )


def _note(question: Question, response: Response) -> str:
    """A word on an answer that was taken though it is written another way."""
    if question.interaction not in {"text", "cloze"} or not response.score or not isinstance(response.answer, str):
        return ""
    if normalise(response.answer) in {normalise(one) for one in question.accepted}:
        return ""
    return f"Your spelling is close enough. The usual one is {question.accepted[0]}."


def proofs_of(evidence: tuple[Evidence, ...], report: Report, slug: str) -> tuple[Proof, ...]:
    """The evidence, each within its paragraph; two at most, and none twice."""
    paragraphs = [one for one in report.passages if one.kind in {"paragraph", "item", "caption", "dateline"}]
    found: list[Proof] = []
    for one in dict.fromkeys(evidence):
        for number, passage in enumerate(paragraphs, start=1):
            if passage.start <= one.start < passage.end and len(found) < MOST_PROOFS:
                end = min(one.end, passage.end)
                found.append(
                    Proof(
                        report.title, slug, number, len(paragraphs), report.text[passage.start : one.start],
                        report.text[one.start : end], report.text[end : passage.end],
                    )
                )  # fmt: skip
    return tuple(found)


def _why_asked(attempt: Attempt, shown: Presentation, question: Question) -> str:
    """What was known before the question, and what the engine looked for."""
    if attempt.is_review or shown.is_repeat:
        return "You missed this question before, so it came back. A question that comes back does not move your band."
    before = [one for one in attempt.responses if one.number < shown.number]
    earlier = replace(attempt, responses=tuple(before))
    ability = attempt_ability(earlier)
    answered = len(earlier.measured())
    if answered:
        stretch = stretch_of(attempt.items, ability)
        known = f"After {_count(answered)} your band was most likely {BAND_NAMES[stretch.band - 1]}."
    else:
        known = "Nothing was known about you yet."
    item = next(one for one in attempt.items if one.id == shown.question)
    share = TENTHS[round(expected_share([item], ability.mean) * 10)]
    return (
        f"{known} We looked for a question that tells most about you, and took turns between the topics: this one is "
        f"about {question.topic}. Learners where you stood get it right {share}."
    )


def _count(answers: int) -> str:
    return "one answer" if answers == 1 else f"{answers} answers"


def _picture(pins: Mapping[str, tuple[float, float]], question: Question, order: list[str]) -> MapPicture | None:
    """The map of a map question, lettered as the list beside it; None where a place has no coordinates."""
    if question.interaction != "map" or not order or any(one not in pins for one in order):
        return None
    texts = {option.id: option.text for option in question.options}
    return draw_map([Pin(str(place), texts[one], *pins[one]) for place, one in enumerate(order, start=1)])


def tells_at_once(store: Store, learner: int, code: str) -> bool:
    """Whether feedback follows each answer; in an assessment it waits for the end. Raises NotFound."""
    with store.look() as work:
        standing = attempts.standing_of(work, code, learner)
    if standing is None:
        raise NotFound
    return standing.mode == "practice"
