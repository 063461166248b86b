"""Which item comes next: golden sequences, and what may never happen whatever the bank."""

from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.engine import PRIOR, RULES, Ability, Item, Pool, Posterior, information, max_information, select
from quizapp.engine.pool import LISTED
from quizapp.errors import Rejected
from tests.engine.banks import calibrated, four_options, item

TOPICS = ("people", "places", "figures")
SCORES = (1, 1, 0, 1, 0, 0, 1, 1, 0, 1)


def mixed(size: int = 40) -> list[Item]:
    """Three topics, difficulties from -2 up by tenths, and enemies: q0 and q1, q10 and q11, q20 and q21, …"""
    return [
        Item(f"q{n}", TOPICS[n % 3], -2.0 + 0.1 * n, 0.5, 1.0, 0.25, frozenset({f"q{n + 1}"} if n % 10 == 0 else ()))
        for n in range(size)
    ]


@pytest.mark.parametrize(
    ("rule", "sequence", "mean", "error"),
    [
        ("one-of-the-best", "q16 q26 q24 q19 q20 q15 q5 q10 q18 q8", -0.312639, 0.677262),
        ("max-information", "q17 q19 q21 q18 q16 q15 q12 q13 q14 q11", -0.363396, 0.671053),
    ],
)
def test_a_seed_and_answers_give_this_sequence(rule: str, sequence: str, mean: float, error: float) -> None:
    pool, rng, posterior, asked = Pool.of(mixed()), Random(7), Posterior.before(), list[str]()
    for score in SCORES:
        chosen = RULES[rule](pool, posterior.ability, asked, rng)
        assert chosen is not None
        asked.append(chosen)
        posterior = posterior.after(pool.item(chosen), score)
    assert asked == sequence.split()
    assert (posterior.mean, posterior.error) == pytest.approx((mean, error), abs=1e-6)


@pytest.mark.parametrize("rule", RULES)
def test_an_empty_pool_has_nothing_to_ask(rule: str) -> None:
    assert RULES[rule](Pool.of([]), PRIOR, [], Random(0)) is None


@pytest.mark.parametrize("rule", RULES)
def test_one_item_is_asked_once(rule: str) -> None:
    pool = Pool.of([item("only")])
    assert RULES[rule](pool, PRIOR, [], Random(0)) == "only"
    assert RULES[rule](pool, PRIOR, ["only"], Random(0)) is None
    assert pool.left(["only"]) == 0


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("answered", ["a", "b"])
def test_enemies_keep_each_other_out_whichever_names_the_other(rule: str, answered: str) -> None:
    pool = Pool.of([Item("a", "t", 0.0, 0.0, enemies=frozenset({"b"})), item("b", topic="t")])
    assert RULES[rule](pool, PRIOR, [answered], Random(0)) is None
    assert pool.left([answered]) == 0


@pytest.mark.parametrize("rule", RULES)
def test_an_answered_item_that_left_the_bank_still_keeps_its_enemies_out(rule: str) -> None:
    pool = Pool.of([Item("a", "t", 0.0, 0.0, enemies=frozenset({"retired"})), item("b", topic="t")])
    assert {RULES[rule](pool, PRIOR, ["retired"], Random(seed)) for seed in range(20)} == {"b"}
    assert pool.left(["retired"]) == 1


@pytest.mark.parametrize("rule", RULES)
def test_barred_items_wait_until_nothing_else_is_left(rule: str) -> None:
    pool = Pool.of(four_options(20, topics=2))
    barred = [f"q{number}" for number in range(20) if number != 3]
    assert RULES[rule](pool, PRIOR, [], Random(0), barred=barred) == "q3"
    assert RULES[rule](pool, PRIOR, ["q3"], Random(0), barred=barred) in barred


def test_two_items_of_one_id_are_refused() -> None:
    with pytest.raises(Rejected, match="twin"):
        Pool.of([item("twin"), item("other"), item("twin", 1.0)])


def test_an_item_is_found_by_its_id() -> None:
    bank = four_options(5)
    assert Pool.of(bank).item("q3") is bank[3]
    with pytest.raises(KeyError):
        Pool.of(bank).item("q9")


def test_topics_are_filled_evenly() -> None:
    pool, rng, asked = Pool.of(four_options(60, topics=5)), Random(1), list[str]()
    for count in range(1, 31):
        asked.append(select(pool, PRIOR, asked, rng) or "")
        drawn = Counter(pool.item(id).topic for id in asked)
        assert max(drawn.values()) - min(drawn[topic] for topic in pool.topics) <= 1, count


def test_topics_are_filled_by_their_weights() -> None:
    pool, rng, asked = Pool.of(four_options(60, topics=3)), Random(1), list[str]()
    weights = {"topic 0": 3.0, "topic 1": 1.0}
    for _ in range(12):
        asked.append(select(pool, PRIOR, asked, rng, weights=weights) or "")
    assert Counter(pool.item(id).topic for id in asked) == {"topic 0": 9, "topic 1": 3}


def test_a_topic_that_runs_dry_leaves_its_place_to_the_others() -> None:
    bank = [*four_options(10), item("only", topic="rare")]
    pool, rng, asked = Pool.of(bank), Random(1), list[str]()
    while chosen := select(pool, PRIOR, asked, rng):
        asked.append(chosen)
    assert sorted(asked) == sorted(one.id for one in bank)


@pytest.mark.parametrize(("size", "fewest", "most"), [(500, 10, 10), (80, 8, 8), (20, 5, 5), (9, 5, 5)])
def test_one_of_five_to_ten_is_drawn(size: int, fewest: int, most: int) -> None:
    pool = Pool.of(four_options(size))
    drawn = {select(pool, PRIOR, [], Random(seed)) for seed in range(300)}
    assert fewest <= len(drawn) <= most


def test_an_item_far_from_the_ability_is_not_drawn_for_variety() -> None:
    pool = Pool.of([item("near"), item("too hard", 4.0), item("too easy", -4.0)])
    assert {select(pool, PRIOR, [], Random(seed)) for seed in range(50)} == {"near"}


def test_a_large_bank_leaves_what_was_shown_too_often() -> None:
    pool = Pool.of(calibrated(10_000))
    crowd = {id: 0.2 for seed in range(300) if (id := select(pool, PRIOR, [], Random(seed)))}
    drawn = {select(pool, PRIOR, [], Random(seed), exposure=crowd) for seed in range(300)}
    assert len(crowd) == 10 and drawn.isdisjoint(crowd)
    assert select(pool, PRIOR, [], Random(0), exposure=dict.fromkeys(pool.positions, 1.0)) is not None


def test_a_small_bank_has_no_cap() -> None:
    pool = Pool.of(calibrated(500))
    everything = dict.fromkeys(pool.positions, 1.0)
    assert select(pool, PRIOR, [], Random(3), exposure=everything) == select(pool, PRIOR, [], Random(3))


@pytest.mark.parametrize("rule", RULES)
def test_what_lies_beyond_the_list_is_still_found(rule: str) -> None:
    bank = calibrated(LISTED + 40)
    pool = Pool.of(bank)
    listed = [bank[position].id for position in pool.whole.order[41].tolist()]
    rest = [one for one in bank if one.id not in set(listed)]
    best = sorted(rest, key=lambda one: -information(one, 0.05))[:10]
    chosen = RULES[rule](pool, Ability(0.05, 1.0), listed, Random(2))
    assert chosen in ({one.id for one in best} if rule != "max-information" else {best[0].id})
    everything = [one.id for one in bank]
    assert RULES[rule](pool, PRIOR, everything, Random(0)) is None
    assert RULES[rule](pool, PRIOR, everything[1:], Random(0)) == everything[0]


banks = st.lists(
    st.builds(
        lambda difficulty, slope, guessing, topic, enemies: (difficulty, slope, guessing, topic, enemies),
        st.floats(-6, 6),
        st.floats(0.3, 3),
        st.sampled_from([0.0, 0.25, 0.5]),
        st.sampled_from(TOPICS),
        st.frozensets(st.integers(0, 29), max_size=2),
    ),
    max_size=30,
)
Rows = list[tuple[float, float, float, str, frozenset[int]]]


def made(rows: Rows) -> list[Item]:
    return [
        Item(f"q{number}", topic, difficulty, 0.0, slope, guessing, frozenset(f"q{enemy}" for enemy in enemies))
        for number, (difficulty, slope, guessing, topic, enemies) in enumerate(rows)
    ]


def may_be_asked(bank: list[Item], answered: list[str]) -> list[Item]:
    """By brute force: neither answered nor an enemy of what was, in either direction."""
    named = {enemy for one in bank if one.id in answered for enemy in one.enemies}
    return [one for one in bank if one.id not in answered and one.id not in named and one.enemies.isdisjoint(answered)]


@given(banks, st.floats(-6, 6), st.integers(0, 10))
def test_max_information_is_what_brute_force_finds(rows: Rows, ability: float, count: int) -> None:
    bank = made(rows)
    answered = [one.id for one in bank[:count]]
    left = may_be_asked(bank, answered)
    pool = Pool.of(bank)
    chosen = max_information(pool, Ability(ability, 0.5), answered, Random(0))
    assert (chosen is None) == (not left)
    if chosen is not None:
        most = max(information(one, ability) for one in left)
        assert information(pool.item(chosen), ability) == pytest.approx(most, rel=1e-9)


@given(banks, st.floats(-6, 6), st.integers(0, 5), st.frozensets(st.integers(0, 29)))
def test_whatever_may_be_asked_is_asked_and_nothing_else(
    rows: Rows, ability: float, seed: int, seen: frozenset[int]
) -> None:
    bank, asked, rng = made(rows), list[str](), Random(seed)
    pool, barred = Pool.of(bank), frozenset(f"q{number}" for number in seen)
    while True:
        left = {one.id for one in may_be_asked(bank, asked)}
        assert pool.left(asked) == len(left)
        chosen = select(pool, Ability(ability, 0.5), asked, rng, barred=barred)
        if chosen is None:
            assert not left
            break
        assert chosen in left
        assert chosen not in barred or left <= barred
        asked.append(chosen)
