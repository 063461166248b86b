"""An attempt from its first question to its result, on a real database."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quizapp.attempts import naming_order
from quizapp.errors import Conflict, NotFound
from quizapp.store import Store, bank, people
from quizapp.usecases import browsing, showing, summing_up, taking
from quizapp.usecases.loading import dump_folder, load_folder
from quizapp.usecases.taking import Place, Wish

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
SLUG = "iran-leaves-syria"
BANK = Path(__file__).parent.parent.parent / "questions"


@pytest.fixture
def learner(store: Store) -> int:
    with store.change() as work:
        return people.add_learner(work, NOON)


def begun(store: Store, learner: int, code: str = "one", **wish: object) -> Place:
    return taking.begin(store, learner, Wish(SLUG, **wish), NOON, code, 7)  # type: ignore[arg-type]  # a test's short way


def right_answer(store: Store, learner: int, place: Place) -> dict[str, str]:
    """What the form would send for the right answer: found in the database, as no page tells it."""
    with store.look() as work:
        stored = taking._own(work, place.attempt, learner)
        shown = stored.attempt.presentation(place.number or 0)
        assert shown is not None
        question = bank.questions_by_revision(work, [shown.revision])[shown.revision]
    named = naming_order(question, shown.number, stored.attempt.seed)
    match question.interaction:
        case "numeric":
            return {"answer": str(question.value)}
        case "text" | "cloze":
            return {"answer": question.accepted[0]}
        case "ordering":
            return {"order": ",".join(str(named.index(one) + 1) for one in question.order)}
        case "matching":
            rights = [one.id for one in question.options if one.side == "right"]
            order = [one for one in shown.order if one in rights]
            lefts = [one for one in shown.order if one not in rights]
            pairs = dict(question.pairs)
            return {f"match-{at}": str(order.index(pairs[left]) + 1) for at, left in enumerate(lefts, start=1)}
    assert question.key is not None
    return {"answer": str(shown.order.index(question.key.id) + 1)}


def played(store: Store, learner: int, place: Place, scores: str) -> Place:
    """The attempt after answers that are right (1) or "I don't know" (0), the last one again and again to the end."""
    step = 0
    while place.number is not None:
        wanted = scores[min(step, len(scores) - 1)]
        sent = right_answer(store, learner, place) if wanted == "1" else {"skip": "yes"}
        step += 1
        place = taking.submit_answer(store, learner, place.attempt, place.number, sent, NOON + timedelta(minutes=step))
    return place


def test_a_quiz_goes_from_its_first_question_to_its_result(store: Store, learner: int) -> None:
    place = begun(store, learner)
    assert place == Place("one", 1)
    assert played(store, learner, place, "1").number is None
    result = summing_up.show_result(store, learner, "one")
    assert result.right == result.answered
    assert 8 <= result.answered <= 12
    assert result.stretch is not None
    assert result.stretch.band >= 3
    assert result.missed == 0
    assert all(one.state == "right" and one.proofs for one in result.responses)


def test_who_knows_nothing_ends_in_the_lowest_band(store: Store, learner: int) -> None:
    played(store, learner, begun(store, learner), "0")
    result = summing_up.show_result(store, learner, "one")
    assert result.right == 0
    assert result.stretch is not None
    assert result.stretch.band == 1
    assert result.missed == result.answered


def test_an_answer_sent_twice_counts_once(store: Store, learner: int) -> None:
    place = begun(store, learner)
    sent = right_answer(store, learner, place)
    first = taking.submit_answer(store, learner, "one", 1, sent, NOON)
    again = taking.submit_answer(store, learner, "one", 1, {"skip": "yes"}, NOON)
    assert first == again == Place("one", 2)
    assert showing.show_feedback(store, learner, "one", 1).response.state == "right"


def test_a_question_looked_at_again_is_the_same(store: Store, learner: int) -> None:
    begun(store, learner)
    assert showing.show_question(store, learner, "one", 1) == showing.show_question(store, learner, "one", 1)


def test_what_cannot_be_read_is_not_recorded(store: Store, learner: int) -> None:
    begun(store, learner)
    with pytest.raises(taking.Unreadable):
        taking.submit_answer(store, learner, "one", 1, {}, NOON)
    assert taking.place_of(store, learner, "one") == Place("one", 1)


def test_anothers_attempt_does_not_exist(store: Store, learner: int) -> None:
    begun(store, learner)
    with store.change() as work:
        other = people.add_learner(work, NOON)
    for look in (
        lambda: taking.place_of(store, other, "one"),
        lambda: taking.submit_answer(store, other, "one", 1, {"skip": "yes"}, NOON),
        lambda: taking.stop_here(store, other, "one", NOON),
        lambda: showing.show_question(store, other, "one", 1),
        lambda: showing.show_feedback(store, other, "one", 1),
        lambda: summing_up.show_result(store, other, "one"),
        lambda: taking.practise_missed(store, other, "one", NOON, "two", 1),
    ):
        with pytest.raises(NotFound):
            look()


def test_an_assessment_tells_nothing_before_its_end(store: Store, learner: int) -> None:
    place = begun(store, learner, mode="assessment")
    place = taking.submit_answer(store, learner, "one", 1, {"skip": "yes"}, NOON)
    with pytest.raises(NotFound):
        showing.show_feedback(store, learner, "one", 1)
    with pytest.raises(NotFound):
        summing_up.show_result(store, learner, "one")
    played(store, learner, place, "1")
    assert showing.show_feedback(store, learner, "one", 1).response.state == "wrong"


def test_only_the_topics_chosen_are_asked(store: Store, learner: int) -> None:
    played(store, learner, begun(store, learner, topics=frozenset({"dates"})), "1")
    assert {one.topic for one in summing_up.show_result(store, learner, "one").responses} == {"dates"}


def test_a_retake_draws_questions_that_are_new(store: Store, learner: int) -> None:
    played(store, learner, begun(store, learner, mode="assessment"), "1")
    first = {one.stem for one in summing_up.show_result(store, learner, "one").responses}
    played(store, learner, begun(store, learner, "two", mode="assessment"), "1")
    assert not first & {one.stem for one in summing_up.show_result(store, learner, "two").responses}


def test_what_was_missed_is_practised_and_moves_no_band(store: Store, learner: int) -> None:
    played(store, learner, begun(store, learner, mode="assessment"), "001")
    before = summing_up.show_result(store, learner, "one")
    place = taking.practise_missed(store, learner, "one", NOON, "two", 3)
    played(store, learner, place, "1")
    review = summing_up.show_result(store, learner, "two")
    assert review.stretch is None
    assert (review.right, review.answered) == (before.missed, before.missed)
    line = next(one for one in summing_up.show_progress(store, learner).sets if one.slug == SLUG)
    assert line.stretch == before.stretch


def test_nothing_missed_is_nothing_to_practise(store: Store, learner: int) -> None:
    played(store, learner, begun(store, learner), "1")
    with pytest.raises(Conflict, match="nothing to practise"):
        taking.practise_missed(store, learner, "one", NOON, "two", 3)


def test_stopping_early_says_that_it_is_too_early(store: Store, learner: int) -> None:
    place = begun(store, learner)
    taking.submit_answer(store, learner, "one", place.number or 1, {"skip": "yes"}, NOON)
    assert taking.stop_here(store, learner, "one", NOON) == Place("one", None)
    result = summing_up.show_result(store, learner, "one")
    assert result.stretch is None
    assert "Not enough answers" in result.headline
    assert taking.submit_answer(store, learner, "one", 2, {"skip": "yes"}, NOON) == Place("one", None)
    assert summing_up.show_result(store, learner, "one").answered == 1


def test_an_attempt_is_what_it_was_though_its_questions_are_retired(store: Store, learner: int, tmp_path: Path) -> None:
    played(store, learner, begun(store, learner), "10")
    before = summing_up.show_result(store, learner, "one")
    (tmp_path / SLUG).mkdir()
    for file in (BANK / SLUG).iterdir():
        text = file.read_text(encoding="utf-8").replace("status: published", "status: retired")
        (tmp_path / SLUG / file.name).write_text(text, encoding="utf-8")
    load_folder(store, tmp_path)
    assert summing_up.show_result(store, learner, "one") == before
    with pytest.raises(NotFound):
        begun(store, learner, "two")


def test_the_start_page_lists_what_was_left_open(store: Store, learner: int) -> None:
    assert browsing.show_start(store, None).open_attempts == ()
    place = begun(store, learner)
    taking.submit_answer(store, learner, place.attempt, 1, {"skip": "yes"}, NOON)
    [left] = browsing.show_start(store, learner).open_attempts
    assert (left.attempt, left.number) == ("one", 2)


def test_the_bank_can_be_written_out_and_read_in_again(store: Store, tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    slugs = dump_folder(store, first)
    assert sorted(slugs) == sorted(one.parent.name for one in BANK.glob("*/questions.yaml"))
    assert not any(one.has_changed for one in load_folder(store, first))
    dump_folder(store, second)
    for file in sorted(first.rglob("*.*")):
        assert (second / file.relative_to(first)).read_bytes() == file.read_bytes()
    assert (first / SLUG / "questions.yaml").read_bytes() == (BANK / SLUG / "questions.yaml").read_bytes()


def test_loading_twice_changes_nothing(store: Store) -> None:
    assert not any(one.has_changed for one in load_folder(store, BANK))
