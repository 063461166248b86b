"""What comes next in an attempt: the question that tells most, what was missed before, or the end."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from random import Random

from quizapp.attempts.attempt import Attempt, Presentation
from quizapp.engine import Ability, Pool, best_gain, estimate, select, stop_reason
from quizapp.questions import Question

# After so many other questions a missed one comes back, each once, and so many in one attempt: the rest waits for the
# end, where what was missed can be practised.
RETURNING_AFTER = 3
MOST_RETURNING = 4


@dataclass(frozen=True, slots=True)
class Next:
    """The question to show, and whether this learner has answered it before."""

    question: str
    is_repeat: bool


@dataclass(frozen=True, slots=True)
class Stop:
    """The end, and why: "target-error", "max-items", "nothing-left"."""

    reason: str


def attempt_ability(attempt: Attempt) -> Ability:
    """The ability that the attempt's first answers show; the prior before any."""
    measured = attempt.measured()
    return estimate([item for item, _ in measured], [score for _, score in measured])


def advance(
    attempt: Attempt,
    pool: Pool,
    seen: Collection[str] = (),
    exposure: Mapping[str, float] | None = None,
) -> Next | Stop:
    """What follows the last answer. ``seen`` are the questions that the learner answered in earlier attempts."""
    asked = [one.question for one in attempt.presentations]
    fresh = list(dict.fromkeys(asked))
    missed = _missed(attempt) if attempt.mode == "practice" and len(asked) - len(fresh) < MOST_RETURNING else []
    if missed and len(asked) - missed[0][1] >= RETURNING_AFTER:
        return Next(missed[0][0], True)
    ability = attempt_ability(attempt)
    rng = Random(f"{attempt.seed} {len(asked)}")
    reason = _reason(attempt, pool, ability, fresh)
    chosen = None if reason else select(pool, ability, fresh, rng, barred=seen, exposure=exposure)
    if chosen is not None:
        return Next(chosen, attempt.is_review or chosen in seen)
    if missed:
        return Next(missed[0][0], True)
    return Stop(reason or "nothing-left")


def _reason(attempt: Attempt, pool: Pool, ability: Ability, fresh: list[str]) -> str | None:
    """Why no new question is asked, or None; a review ends only when all has been asked."""
    left = pool.left(fresh)
    if attempt.is_review:
        return None if left else "nothing-left"
    return stop_reason(ability, len(fresh), left, attempt.rules, best_gain(pool, ability, fresh))


def _missed(attempt: Attempt) -> list[tuple[str, int]]:
    """The questions missed once and not shown again yet, each with the number it was shown under."""
    shown: dict[str, list[int]] = {}
    for one in attempt.presentations:
        shown.setdefault(one.question, []).append(one.number)
    found = []
    for question, numbers in shown.items():
        response = attempt.response_to(numbers[0])
        if len(numbers) == 1 and response is not None and response.score == 0:
            found.append((question, numbers[0]))
    return sorted(found, key=lambda one: one[1])


def is_settled(attempt: Attempt) -> bool:
    """Whether no question waits for an answer."""
    return attempt.current is None


def present(question: Question, number: int, revision: int, is_repeat: bool, seed: int, now: datetime) -> Presentation:
    """The question as it will be shown: options of an ordering and the right side of a matching are mixed.

    The options of the others stand as reviewed: numbers and dates in order, keys spread over the letters.
    """
    rng = Random(f"{seed} {number} {question.id}")
    return Presentation(number, question.id, revision, tuple(_arranged(question, rng)), is_repeat, now)


def naming_order(question: Question, number: int, seed: int) -> tuple[str, ...]:
    """By which place the form of a presentation names each thing to be ordered: by chance, and always the same.

    It knows nothing of the right order, and what another tab has moved since does not change it.
    """
    ids = [option.id for option in question.options]
    Random(f"names {seed} {number} {question.id}").shuffle(ids)
    return tuple(ids)


def _arranged(question: Question, rng: Random) -> list[str]:
    ids = [option.id for option in question.options]
    if question.interaction == "ordering":
        right = list(question.order)
        while len(ids) > 1:
            rng.shuffle(ids)
            if ids != right:
                break
        return ids
    if question.interaction == "matching":
        lefts = [option.id for option in question.options if option.side == "left"]
        rights = [option.id for option in question.options if option.side == "right"]
        rng.shuffle(rights)
        return lefts + rights
    return ids
