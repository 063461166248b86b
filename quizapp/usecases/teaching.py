"""A teacher's classes: a code that lets learners in, quizzes given, and what came of them."""

from datetime import datetime, timedelta

from quizapp.errors import Conflict, NotFound, Rejected
from quizapp.store import Store, Taken, Work, attempts, bank, people
from quizapp.store.attempts import StoredAttempt
from quizapp.usecases.accounts import clean_name
from quizapp.usecases.browsing import set_lines
from quizapp.usecases.shown import AttemptLine, ClassLine, ClassShown, GradebookRow
from quizapp.usecases.summing_up import attempt_line

# Without letters and digits that are taken for one another: 31 signs, so that eight are 39.6 bits and nine 44.6.
CODE_SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ2345678"
CODE_LENGTH = 9
LONGEST_NAME = 60
CODE_LASTS = timedelta(days=60)
UNKNOWN_CODE = "No class has this code now. Check it with your teacher: it has nine letters and digits."


def show_classes(store: Store, teacher: int) -> tuple[ClassLine, ...]:
    with store.look() as work:
        return tuple(_line(one) for one in people.classes_of_teacher(work, teacher))


def create_class(store: Store, teacher: int, name: str, code: str, now: datetime) -> int:
    """A new class; ``code`` is drawn from CODE_SIGNS. Raises Rejected, Conflict where the code is taken."""
    name = clean_name(name)
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise Rejected([f"Give the class a name of at most {LONGEST_NAME} characters."])
    try:
        with store.change() as work:
            return people.add_class(work, teacher, name, code, now, now + CODE_LASTS)
    except Taken as error:
        raise Conflict("Try again: the code that was drawn is another class's.") from error


def renew_code(store: Store, teacher: int, classroom: int, code: str, now: datetime) -> None:
    """Another code for a class of the teacher's. Raises NotFound, Conflict where the code is taken."""
    try:
        with store.change() as work:
            _own(work, teacher, classroom)
            people.renew_code(work, classroom, code, now + CODE_LASTS)
    except Taken as error:
        raise Conflict("Try again: the code that was drawn is another class's.") from error


def join_class(store: Store, learner: int, code: str, now: datetime) -> str:
    """Enter a class by its code; its name. Raises Rejected where no class has it, or it has run out."""
    wanted = "".join(sign for sign in code.upper() if sign.isalnum())
    with store.change() as work:
        found = people.class_by_code(work, wanted, now)
        if found is None or len(wanted) != CODE_LENGTH:
            raise Rejected([UNKNOWN_CODE])
        people.join_class(work, found.id, learner, now)
        return found.name


def give_quiz(store: Store, teacher: int, classroom: int, slug: str, now: datetime) -> str:
    """Give a set to a class of the teacher's; its title. Raises NotFound."""
    with store.change() as work:
        _own(work, teacher, classroom)
        found = bank.set_by_slug(work, slug)
        if found is None or not found.count:
            raise NotFound
        people.give_quiz(work, classroom, found.id, now)
        return found.title


def show_class(store: Store, teacher: int, classroom: int) -> ClassShown:
    """A class of the teacher's with its gradebook. Raises NotFound."""
    with store.look() as work:
        found = _own(work, teacher, classroom)
        sets = {one.id: one for one in bank.all_sets(work)}
        given = [sets[one] for one in people.quizzes_given(work, classroom) if one in sets]
        done = attempts.attempts_in_class(work, classroom)
        rows = tuple(
            GradebookRow(
                one.id,
                one.name or f"Guest {one.id}",
                tuple(_cell(done, one.id, quiz.id) for quiz in given),
            )
            for one in people.members(work, classroom)
        )
        others = [one for one in sets.values() if one not in given]
        return ClassShown(_line(found), set_lines(work, given, []), rows, set_lines(work, others, []))


def _cell(done: list[StoredAttempt], learner: int, set_id: int) -> AttemptLine | None:
    """The newest attempt of a learner on a quiz."""
    own = [one for one in done if one.attempt.learner == learner and one.set_id == set_id]
    return attempt_line(own[-1]) if own else None


def _own(work: Work, teacher: int, classroom: int) -> people.StoredClass:
    found = people.class_of_teacher(work, classroom, teacher)
    if found is None:
        raise NotFound
    return found


def _line(found: people.StoredClass) -> ClassLine:
    code = found.code
    return ClassLine(found.id, found.name, f"{code[:3]} {code[3:6]} {code[6:]}", found.code_until, found.learners)
