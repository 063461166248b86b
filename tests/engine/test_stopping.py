"""When an attempt ends, and what a bank can reach."""

import pytest

from quizapp.engine import (
    Ability,
    Item,
    Pool,
    Rules,
    best_gain,
    default_rules,
    information,
    predicted_gain,
    reachable_error,
    stop_reason,
    until_known_rules,
)
from tests.engine.banks import four_options, item

RULES = Rules(8, 12, 0.65)


@pytest.mark.parametrize(
    ("error", "answered", "left", "gain", "reason"),
    [
        (0.90, 0, 40, 0.05, None),
        (0.60, 7, 40, 0.05, None),  # sure already, but before the least
        (0.60, 8, 40, 0.05, "target-error"),
        (0.65, 8, 40, 0.05, "target-error"),
        (0.66, 8, 40, 0.05, None),
        (0.66, 12, 40, 0.05, "max-items"),
        (0.60, 12, 40, 0.05, "target-error"),
        (0.66, 12, 0, 0.0, "max-items"),
        (0.66, 9, 0, 0.0, "nothing-left"),
        (0.66, 9, 40, 0.0009, "nothing-left"),
        (0.66, 5, 40, 0.0009, None),  # before the least, worth or not
        (0.90, 0, 0, 0.0, "nothing-left"),
        (0.90, 3, 0, 0.0, "nothing-left"),
    ],
)
def test_the_first_reason_that_holds_ends_it(
    error: float, answered: int, left: int, gain: float, reason: str | None
) -> None:
    assert stop_reason(Ability(0.0, error), answered, left, RULES, gain) == reason


def test_without_a_target_only_length_and_worth_end_it() -> None:
    assert stop_reason(Ability(0.0, 0.01), 10, 5, Rules(8, 12, None), 0.01) is None


def test_the_gain_is_as_worked_by_hand() -> None:
    # 1 / 0.5² = 4 and an information of 1/4: .5 - 1 / sqrt(4.25) = .0149.
    assert predicted_gain(Ability(0.0, 0.5), item("q")) == pytest.approx(0.014929, abs=1e-6)


def test_the_best_gain_is_of_the_best_item_left() -> None:
    pool, ability = Pool.of(four_options(20, topics=3)), Ability(0.3, 0.7)
    best = max(pool.items, key=lambda one: information(one, 0.3))
    assert best_gain(pool, ability, []) == pytest.approx(predicted_gain(ability, best))
    assert best_gain(pool, ability, [best.id]) < best_gain(pool, ability, [])
    assert best_gain(pool, ability, [one.id for one in pool.items]) == 0.0


def test_questions_all_far_too_easy_are_not_worth_asking() -> None:
    pool = Pool.of([item(f"q{number}", -9.0, guessing=0.25) for number in range(20)])
    ability = Ability(1.0, 0.7)
    assert stop_reason(ability, 8, 12, RULES, best_gain(pool, ability, [])) == "nothing-left"


def test_reachable_error_is_as_worked_by_hand() -> None:
    # Eight items of information 1/4 at the prior mean: 1 / sqrt(1 + 2).
    pool = Pool.of([item(f"q{number}") for number in range(8)] + [item("far", 3.0)])
    assert reachable_error(pool, 8) == pytest.approx(3**-0.5)
    assert reachable_error(pool, 0) == 1.0
    assert reachable_error(pool, 99) == reachable_error(pool, 9) < reachable_error(pool, 8)
    assert reachable_error(Pool.of([]), 5) == 1.0


def test_enemies_do_not_add_up() -> None:
    pair = Pool.of([Item("a", "t", 0.0, 0.0, enemies=frozenset({"b"})), item("b")])
    assert reachable_error(pair, 2) == reachable_error(Pool.of([item("a")]), 1)


def test_the_short_rules_ask_what_the_bank_can_reach() -> None:
    assert default_rules(Pool.of(four_options(60))) == Rules(8, 12, 0.65)
    assert default_rules(Pool.of(four_options(60, error=0.8))) == Rules(8, 12, 0.68)
    assert default_rules(Pool.of(four_options(5))).most == 5
    assert default_rules(Pool.of([])) == Rules(0, 0, 1.0)


def test_the_long_rules_ask_for_more() -> None:
    for size in (20, 60, 200):
        pool = Pool.of(four_options(size))
        short, long = default_rules(pool), until_known_rules(pool)
        assert long.target_error is not None and short.target_error is not None
        assert long.target_error < short.target_error
        assert short.most < long.most <= min(size, 40)
