"""Classes: who is in, what they did in the class's quizzes, and nobody else's business."""

from datetime import UTC, datetime, timedelta

import pytest

from quizapp.errors import NotFound, Rejected
from quizapp.store import Store, people
from quizapp.usecases import accounts, browsing, summing_up, taking, teaching
from quizapp.usecases.taking import Wish

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
SLUG, OTHER = "iran-leaves-syria", "endurance"
CODE = "ABCDEFGHJ"


def person(store: Store, name: str, teacher: bool = False) -> int:
    with store.change() as work:
        learner = people.add_learner(work, NOON)
        people.name_learner(work, learner, name, accounts.key_of_name(name), "no password", None, teacher)
        return learner


def class_of(store: Store, teacher: int, code: str = CODE) -> int:
    classroom = teaching.create_class(store, teacher, "9B", code, NOON)
    teaching.give_quiz(store, teacher, classroom, SLUG, NOON)
    return classroom


def finish(store: Store, learner: int, code: str, slug: str, classroom: int | None) -> None:
    place = taking.begin(store, learner, Wish(slug, "assessment", classroom=classroom), NOON, code, 5)
    while place.number is not None:
        place = taking.submit_answer(store, learner, code, place.number, {"skip": "yes"}, NOON)


def test_a_learner_who_entered_the_code_is_in_the_gradebook(store: Store) -> None:
    teacher, amira = person(store, "Ms Lund", True), person(store, "Amira")
    classroom = class_of(store, teacher)
    assert teaching.join_class(store, amira, " abc def-ghj ", NOON) == "9B"
    assert teaching.join_class(store, amira, CODE, NOON) == "9B"  # twice is once
    page = teaching.show_class(store, teacher, classroom)
    assert [row.name for row in page.rows] == ["Amira"]
    assert page.rows[0].cells == (None,)
    [quiz] = browsing.show_start(store, amira).class_quizzes
    assert (quiz.slug, quiz.done) == (SLUG, False)
    finish(store, amira, "one", SLUG, classroom)
    [cell] = teaching.show_class(store, teacher, classroom).rows[0].cells
    assert cell is not None
    assert cell.stretch is not None
    assert summing_up.show_class_result(store, teacher, classroom, "one").learner == "Amira"
    [quiz] = browsing.show_start(store, amira).class_quizzes
    assert quiz.done


def test_what_a_learner_does_outside_the_class_is_not_the_teachers(store: Store) -> None:
    teacher, amira = person(store, "Ms Lund", True), person(store, "Amira")
    classroom = class_of(store, teacher)
    teaching.join_class(store, amira, CODE, NOON)
    finish(store, amira, "own", SLUG, None)
    finish(store, amira, "other", OTHER, None)
    assert teaching.show_class(store, teacher, classroom).rows[0].cells == (None,)
    assert summing_up.show_class_progress(store, teacher, classroom, amira).attempts == ()
    for code in ("own", "other"):
        with pytest.raises(NotFound):
            summing_up.show_class_result(store, teacher, classroom, code)


def test_another_teacher_sees_nothing_of_a_class(store: Store) -> None:
    teacher, other, amira = person(store, "Ms Lund", True), person(store, "Mr Dahl", True), person(store, "Amira")
    classroom = class_of(store, teacher)
    teaching.join_class(store, amira, CODE, NOON)
    finish(store, amira, "one", SLUG, classroom)
    assert teaching.show_classes(store, other) == ()
    for look in (
        lambda: teaching.show_class(store, other, classroom),
        lambda: teaching.give_quiz(store, other, classroom, OTHER, NOON),
        lambda: teaching.renew_code(store, other, classroom, "BBBBBBBBB", NOON),
        lambda: summing_up.show_class_result(store, other, classroom, "one"),
        lambda: summing_up.show_class_progress(store, other, classroom, amira),
        lambda: summing_up.show_class_progress(store, teacher, classroom, other),
    ):
        with pytest.raises(NotFound):
            look()


def test_a_quiz_that_the_class_was_not_given_cannot_be_taken_for_it(store: Store) -> None:
    teacher, amira, ben = person(store, "Ms Lund", True), person(store, "Amira"), person(store, "Ben")
    classroom = class_of(store, teacher)
    teaching.join_class(store, amira, CODE, NOON)
    with pytest.raises(NotFound):
        taking.begin(store, amira, Wish(OTHER, classroom=classroom), NOON, "one", 1)
    with pytest.raises(NotFound):
        taking.begin(store, ben, Wish(SLUG, classroom=classroom), NOON, "two", 1)


@pytest.mark.parametrize("code", ["", "ABCDEFGH", "ABCDEFGHJJ", "ZZZZZZZZZ", "x" * 5000])
def test_a_code_of_no_class_lets_nobody_in(store: Store, code: str) -> None:
    class_of(store, person(store, "Ms Lund", True))
    with pytest.raises(Rejected, match="No class has this code"):
        teaching.join_class(store, person(store, "Amira"), code, NOON)


def test_a_code_runs_out_and_an_old_one_is_dead(store: Store) -> None:
    teacher, amira = person(store, "Ms Lund", True), person(store, "Amira")
    classroom = class_of(store, teacher)
    with pytest.raises(Rejected):
        teaching.join_class(store, amira, CODE, NOON + timedelta(days=60))
    teaching.renew_code(store, teacher, classroom, "BBBBBBBBB", NOON)
    with pytest.raises(Rejected):
        teaching.join_class(store, amira, CODE, NOON)
    assert teaching.join_class(store, amira, "BBB BBB BBB", NOON) == "9B"


def test_a_class_without_a_name_is_refused(store: Store) -> None:
    with pytest.raises(Rejected, match="Give the class a name"):
        teaching.create_class(store, person(store, "Ms Lund", True), "  ", CODE, NOON)
