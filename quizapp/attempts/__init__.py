"""A learner at work: an attempt, what was shown in it, what was answered, and what comes next."""

from quizapp.attempts.answers import Unreadable, arrangement, moved, read_answer, right_answer, words_of
from quizapp.attempts.attempt import Attempt, Mode, Presentation, Response
from quizapp.attempts.play import Next, Stop, advance, attempt_ability, is_settled, naming_order, present

__all__ = [
    "Attempt",
    "Mode",
    "Next",
    "Presentation",
    "Response",
    "Stop",
    "Unreadable",
    "advance",
    "arrangement",
    "attempt_ability",
    "is_settled",
    "moved",
    "naming_order",
    "present",
    "read_answer",
    "right_answer",
    "words_of",
]
