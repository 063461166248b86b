"""What came of it: the end of an attempt, and a learner's progress over all of them."""

from collections import Counter
from collections.abc import Mapping

from quizapp.attempts import Attempt, attempt_ability
from quizapp.engine import Ability, Item, estimate, reachable_error
from quizapp.errors import NotFound
from quizapp.questions import Question, Topic
from quizapp.reports import Report
from quizapp.results import Stretch, stretch_of
from quizapp.store import Store, Work, attempts, bank, people
from quizapp.store.attempts import StoredAttempt
from quizapp.usecases.browsing import TOPICS, measured_once, set_lines
from quizapp.usecases.showing import FEWEST_TO_PLACE, response_shown
from quizapp.usecases.shown import AttemptLine, ProgressShown, ResponseShown, ResultShown, TopicLine
from quizapp.usecases.taking import missed_questions, pool_of

# From so many answers on a topic is placed, before that it is counted.
FEWEST_IN_TOPIC = 8
MORE_QUESTIONS = 10
SHARES = ("", "a tenth", "a fifth", "a third", "two fifths", "half", "three fifths", "two thirds", "four fifths",
          "nine tenths", "all")  # fmt: skip
HEADLINES = ("You have made a start on this report", "You know a good part of this report",
             "You know most of this report", "You know nearly all of this report")  # fmt: skip
TOO_FEW = "Not enough answers yet to say where you stand"


def show_result(store: Store, learner: int, code: str) -> ResultShown:
    """The end page of the learner's own attempt. Raises NotFound, also while the attempt goes on."""
    with store.look() as work:
        stored = attempts.get_attempt(work, code, learner)
        return _result(work, stored, is_own=True)


def show_class_result(store: Store, teacher: int, classroom: int, code: str) -> ResultShown:
    """The end page of an attempt in a class of the teacher's. Raises NotFound."""
    with store.look() as work:
        if people.class_of_teacher(work, classroom, teacher) is None:
            raise NotFound
        stored = attempts.get_class_attempt(work, code, classroom)
        if stored is not None and stored.attempt.learner not in {one.id for one in people.members(work, classroom)}:
            stored = None
        return _result(work, stored, is_own=False)


def _result(work: Work, stored: StoredAttempt | None, is_own: bool) -> ResultShown:
    if stored is None or stored.attempt.finished is None:
        raise NotFound
    attempt = stored.attempt
    learner = people.learner_by_id(work, attempt.learner)
    report = bank.report_of_set(work, attempt.slug)
    questions = bank.questions_by_revision(work, [one.revision for one in attempt.presentations])
    if learner is None or report is None:
        raise NotFound
    stretch = stretch_of_attempt(attempt)
    right, answered = _counted(attempt)
    return ResultShown(
        attempt=attempt.id, title=stored.title, slug=attempt.slug, mode=attempt.mode, finished=attempt.finished,
        headline=_headline(attempt, stretch), explanation=_explanation(attempt, stretch), stretch=stretch,
        right=right, answered=answered, topics=_topics_of_attempt(attempt, questions),
        responses=_responses(attempt, questions, report), missed=len(missed_questions(attempt)),
        more=_more(attempt), is_guest=learner.is_guest, is_own=is_own, learner=learner.name or "A guest",
    )  # fmt: skip


def stretch_of_attempt(attempt: Attempt) -> Stretch | None:
    """Where an attempt places the learner; None while too little was answered, and for a review."""
    if attempt.is_review or len(attempt.measured()) < FEWEST_TO_PLACE:
        return None
    return stretch_of(attempt.items, attempt_ability(attempt))


def _counted(attempt: Attempt) -> tuple[int, int]:
    """Right and all answers; a question that came back counts once, as first answered."""
    if attempt.is_review:
        firsts: dict[str, int] = {}
        for one in attempt.presentations:
            response = attempt.response_to(one.number)
            if response is not None:
                firsts.setdefault(one.question, response.score)
        return sum(firsts.values()), len(firsts)
    measured = attempt.measured()
    return sum(score for _, score in measured), len(measured)


def _headline(attempt: Attempt, stretch: Stretch | None) -> str:
    if attempt.is_review:
        return "What you missed, practised"
    return TOO_FEW if stretch is None else HEADLINES[stretch.band - 1]


def _explanation(attempt: Attempt, stretch: Stretch | None) -> str:
    if attempt.is_review:
        return "Questions that come back show that you learn; they do not move your band."
    answered = len(attempt.measured())
    if stretch is None:
        return f"It takes {FEWEST_TO_PLACE} answers to questions that are new to you; here there were {answered}."
    return (
        f"Your band is most likely {stretch.name}. The dot is the most likely spot; the bar is how far "
        f"{answered} questions can tell: the truth lies within it nine times out of ten."
    )


def _more(attempt: Attempt) -> str:
    """What more questions would do to the bar."""
    if attempt.is_review:
        return ""
    now = attempt_ability(attempt).error
    pool = pool_of(attempt.items)
    gained = 1 / reachable_error(pool, min(MORE_QUESTIONS, len(attempt.items))) ** 2 - 1
    then = 1 / (1 / now**2 + max(0.0, gained)) ** 0.5
    shorter = round((1 - then / now) * 10)
    if shorter < 1:
        return "More questions from this set would hardly make the bar shorter."
    return f"{MORE_QUESTIONS} more questions would make the bar about {SHARES[shorter]} shorter."


def _responses(attempt: Attempt, questions: Mapping[int, Question], report: Report) -> tuple[ResponseShown, ...]:
    return tuple(
        response_shown(questions[one.revision], one, response, report, attempt.slug)
        for one in attempt.presentations
        if (response := attempt.response_to(one.number)) is not None
    )


def _topics_of_attempt(attempt: Attempt, questions: Mapping[int, Question]) -> tuple[TopicLine, ...]:
    topics = {one.question: questions[one.revision].topic for one in attempt.presentations}
    return _topic_lines(list(attempt.items), [(item, score, topics[item.id]) for item, score in attempt.measured()])


def _topic_lines(items: list[Item], measured: list[tuple[Item, int, Topic]]) -> tuple[TopicLine, ...]:
    lines = []
    for topic in TOPICS:
        own = [(item, score) for item, score, label in measured if label == topic]
        if not own:
            continue
        stretch = None
        if len(own) >= FEWEST_IN_TOPIC:
            of_topic = [item for item in items if item.topic == topic] or [item for item, _ in own]
            stretch = stretch_of(of_topic, _ability(own))
        lines.append(TopicLine(topic, sum(score for _, score in own), len(own), stretch))
    return tuple(lines)


def _ability(measured: list[tuple[Item, int]]) -> Ability:
    return estimate([item for item, _ in measured], [score for _, score in measured])


def show_progress(store: Store, learner: int) -> ProgressShown:
    """All that a learner has done. Raises NotFound where there is no such learner."""
    with store.look() as work:
        found = people.learner_by_id(work, learner)
        if found is None:
            raise NotFound
        return _progress(work, found, attempts.attempts_of(work, learner), is_own=True)


def show_class_progress(store: Store, teacher: int, classroom: int, learner: int) -> ProgressShown:
    """What a learner has done in the quizzes of a class of the teacher's. Raises NotFound."""
    with store.look() as work:
        found = {one.id: one for one in people.members(work, classroom)}.get(learner)
        if found is None or people.class_of_teacher(work, classroom, teacher) is None:
            raise NotFound
        return _progress(work, found, attempts.attempts_of(work, learner, classroom=classroom), is_own=False)


def _progress(work: Work, learner: people.StoredLearner, done: list[StoredAttempt], is_own: bool) -> ProgressShown:
    lines = [attempt_line(one) for one in done if one.attempt.responses and (one.attempt.tells or not is_own)]
    curve = tuple(one for one in lines if one.stretch is not None and one.finished is not None)
    tried = {one.attempt.slug for one in done}
    sets = [one for one in bank.all_sets(work) if one.slug in tried]
    topics = _topics_over_all([one.attempt for one in done])
    return ProgressShown(
        learner=learner.name or "Guest", headline=_movement(curve), curve=curve, attempts=tuple(reversed(lines)),
        sets=set_lines(work, sets, [one.attempt for one in done]), topics=topics, weakest=_weakest(topics),
        is_own=is_own,
    )  # fmt: skip


def attempt_line(stored: StoredAttempt) -> AttemptLine:
    attempt = stored.attempt
    right, answered = _counted(attempt)
    return AttemptLine(
        attempt.id, stored.title, attempt.mode, attempt.started, attempt.finished, right, answered,
        stretch_of_attempt(attempt),
    )  # fmt: skip


def _topics_over_all(done: list[Attempt]) -> tuple[TopicLine, ...]:
    measured = [(item, score, _topic(item)) for item, score in measured_once(done)]
    items = list({item.id: item for attempt in done for item in attempt.items}.values())
    return _topic_lines(items, measured)


def _topic(item: Item) -> Topic:
    return next(topic for topic in TOPICS if topic == item.topic)


def _movement(curve: tuple[AttemptLine, ...]) -> str:
    """From which band to which, in a sentence."""
    stretches = [one.stretch for one in curve if one.stretch is not None]
    if not stretches:
        return "Take a quiz to the end, and this page shows where you stand."
    first, last = stretches[0], stretches[-1]
    if len(stretches) == 1 or first.band == last.band:
        return f"Your last quiz places you most likely in {last.name}."
    way = "moved from" if last.band > first.band else "gone from"
    return f"You have {way} {first.name} to {last.name} since your first quiz."


def _weakest(topics: tuple[TopicLine, ...]) -> str:
    """The topic to work on, where one stands out."""
    told = [one for one in topics if one.answered >= FEWEST_TO_PLACE]
    if len(told) < 2:
        return ""
    shares = Counter({one.topic: one.right / one.answered for one in told})
    weakest, share = min(shares.items(), key=lambda pair: pair[1])
    return f"Questions about {weakest} are the ones you miss most." if share < 1 else ""


NO_PROGRESS = ProgressShown("Guest", _movement(()), (), (), (), (), "", True)
"""The progress of somebody who has begun nothing."""
