"""What a page shows, as plain values: no field says more than its page may tell, so none can leak."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from quizapp.maps import MapPicture
from quizapp.questions import Interaction, Topic
from quizapp.results import Stretch

Mode = Literal["practice", "assessment"]
State = Literal["right", "wrong"]


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to pick; ``value`` is its place as shown, from "1", and says nothing about the question file."""

    value: str
    text: str


@dataclass(frozen=True, slots=True)
class Steps:
    """Where an attempt stands: the number of this question, and how few and how many there will be."""

    number: int
    least: int
    most: int
    sureness: str


@dataclass(frozen=True, slots=True)
class QuestionShown:
    """A question as it is asked. ``choices`` are in the order shown; ``rights`` are what matching picks from.

    ``given`` is what was sent and could not be read (``problem`` says why), ``stem`` of a cloze holds ``____``.
    """

    attempt: str
    number: int
    interaction: Interaction
    stem: str
    choices: tuple[Choice, ...]
    rights: tuple[Choice, ...]
    picture: MapPicture | None
    steps: Steps
    mode: Mode
    title: str
    is_repeat: bool = False
    given: str = ""
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Proof:
    """A sentence of a report within its paragraph."""

    report: str
    slug: str
    paragraph: int
    paragraphs: int
    before: str
    marked: str
    after: str


@dataclass(frozen=True, slots=True)
class ResponseShown:
    """What was answered, what is right, why, and the evidence. ``yours`` is empty for "I don't know"."""

    number: int
    stem: str
    state: State
    yours: str
    right: str
    why: str
    note: str
    proofs: tuple[Proof, ...]
    topic: Topic


@dataclass(frozen=True, slots=True)
class FeedbackShown:
    """The page after an answer in practice."""

    attempt: str
    response: ResponseShown
    steps: Steps
    title: str
    wonder: str
    is_last: bool


@dataclass(frozen=True, slots=True)
class TopicLine:
    """A topic with the stretch that its answers allow, or only their count while they are fewer than eight."""

    topic: Topic
    right: int
    answered: int
    stretch: Stretch | None


@dataclass(frozen=True, slots=True)
class ResultShown:
    """The end page. ``stretch`` is None where too little was answered to say; ``missed`` can be practised."""

    attempt: str
    title: str
    slug: str
    mode: Mode
    finished: datetime | None
    headline: str
    explanation: str
    stretch: Stretch | None
    right: int
    answered: int
    topics: tuple[TopicLine, ...]
    responses: tuple[ResponseShown, ...]
    missed: int
    more: str
    is_guest: bool
    is_own: bool
    learner: str


@dataclass(frozen=True, slots=True)
class SetLine:
    """A question set in a list."""

    slug: str
    title: str
    summary: str
    questions: int
    stretch: Stretch | None
    tried: bool


@dataclass(frozen=True, slots=True)
class OpenAttempt:
    """An attempt that was left before its end."""

    attempt: str
    title: str
    number: int


@dataclass(frozen=True, slots=True)
class ClassQuiz:
    """A quiz that a teacher gave to a class of the learner's."""

    classroom: int
    class_name: str
    slug: str
    title: str
    done: bool


@dataclass(frozen=True, slots=True)
class StartShown:
    """The start page."""

    newest: SetLine | None
    sets: tuple[SetLine, ...]
    open_attempts: tuple[OpenAttempt, ...]
    class_quizzes: tuple[ClassQuiz, ...]


@dataclass(frozen=True, slots=True)
class SetShown:
    """The page where a quiz is chosen: topics with their number of questions, and what the lengths promise."""

    line: SetLine
    topics: tuple[tuple[Topic, int], ...]
    short_promise: str
    long_promise: str


@dataclass(frozen=True, slots=True)
class AttemptLine:
    """An attempt in a list of them."""

    attempt: str
    title: str
    mode: Mode
    started: datetime
    finished: datetime | None
    right: int
    answered: int
    stretch: Stretch | None


@dataclass(frozen=True, slots=True)
class ProgressShown:
    """What a learner has done and how it went, oldest attempt first in ``curve``, newest first in ``attempts``."""

    learner: str
    headline: str
    curve: tuple[AttemptLine, ...]
    attempts: tuple[AttemptLine, ...]
    sets: tuple[SetLine, ...]
    topics: tuple[TopicLine, ...]
    weakest: str
    is_own: bool


@dataclass(frozen=True, slots=True)
class ParagraphShown:
    """A paragraph of a report; ``kind`` is that of its passage."""

    kind: str
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class ReportShown:
    """A whole report."""

    slug: str
    title: str
    paragraphs: tuple[ParagraphShown, ...]


@dataclass(frozen=True, slots=True)
class ClassLine:
    """A class in a teacher's list; its code lets learners in until ``code_until``."""

    classroom: int
    name: str
    code: str
    code_until: datetime
    learners: int


@dataclass(frozen=True, slots=True)
class GradebookRow:
    """A learner of a class: for each quiz of the class the newest attempt, or None where none was begun."""

    learner: int
    name: str
    cells: tuple[AttemptLine | None, ...]


@dataclass(frozen=True, slots=True)
class ClassShown:
    """A teacher's class with what its learners did in its quizzes; ``sets`` are those that can still be given."""

    line: ClassLine
    quizzes: tuple[SetLine, ...]
    rows: tuple[GradebookRow, ...]
    sets: tuple[SetLine, ...]


@dataclass(frozen=True, slots=True)
class AccountShown:
    """A learner's account; ``classes`` are the names of those joined."""

    name: str
    email: str
    is_guest: bool
    is_teacher: bool
    classes: tuple[str, ...]
    browsers: int
