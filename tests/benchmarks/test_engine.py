"""How long one question costs the engine, whatever the size of the bank; run with ``make bench``."""

from random import Random
from time import perf_counter

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from quizapp.engine import PRIOR, RULES, Ability, Pool, Posterior, SimulatedLearner, chance, simulate
from tests.engine.banks import calibrated

SIZES = (500, 5_000, 50_000)
MILLION = 1_000_000
# Twenty on the machine of the reference, and as much again for one that is slower or busy.
STEP_MICROSECONDS = 40.0
SELECTION_MICROSECONDS = 24.0
# The cost of a step may differ by this factor between the smallest bank and the largest, which is a hundred times as
# large: memory is slower than cache, and the plain rule weighs up to 32 items that are nearly as good as the best.
FLAT = 2.0
LENGTH = 20


@pytest.fixture(scope="module")
def pools() -> dict[int, Pool]:
    return {size: Pool.of(calibrated(size)) for size in SIZES}


def attempt(pool: Pool, rule: str, learner: float, rng: Random) -> float:
    """Twenty questions, selected and taken into the estimate."""
    posterior, asked, choose = Posterior.before(), list[str](), RULES[rule]
    for _ in range(LENGTH):
        chosen = choose(pool, Ability(posterior.mean, posterior.error), asked, rng)
        assert chosen is not None
        item = pool.item(chosen)
        posterior = posterior.after(item, rng.random() < chance(item, learner))
        asked.append(chosen)
    return posterior.mean


@pytest.mark.parametrize("rule", RULES)
def test_a_step_costs_the_same_at_every_size(rule: str, pools: dict[int, Pool], benchmark: BenchmarkFixture) -> None:
    medians = {}
    for size, pool in pools.items():
        rng = Random(1)
        spent = sorted(_microseconds(pool, rule, rng) for _ in range(200))
        medians[size] = spent[len(spent) // 2]
    benchmark.extra_info.update({f"microseconds at {size}": round(value, 1) for size, value in medians.items()})
    benchmark.pedantic(attempt, args=(pools[SIZES[-1]], rule, 0.3, Random(1)), rounds=50)
    assert max(medians.values()) < STEP_MICROSECONDS, medians
    assert medians[SIZES[-1]] < FLAT * medians[SIZES[0]], medians


def _microseconds(pool: Pool, rule: str, rng: Random) -> float:
    """One attempt of a random learner, by the step."""
    started = perf_counter()
    attempt(pool, rule, rng.gauss(0, 1), rng)
    return float(1e6 * (perf_counter() - started) / LENGTH)


def test_a_million_items_are_chosen_from_as_quickly(benchmark: BenchmarkFixture) -> None:
    pool, rng = Pool.of(calibrated(MILLION)), Random(1)
    abilities = iter([Ability(rng.gauss(0, 1), 0.3) for _ in range(3_000)])
    answered = [pool.items[position].id for position in pool.whole.order[41][:10].tolist()]

    def choose() -> str | None:
        return RULES["one-of-the-best"](pool, next(abilities), answered, rng)

    benchmark.pedantic(choose, rounds=2_000, warmup_rounds=100)
    assert benchmark.stats.stats.median < SELECTION_MICROSECONDS / 1e6


@pytest.mark.parametrize("size", (200, *SIZES))
def test_laying_out_a_pool(size: int, benchmark: BenchmarkFixture) -> None:
    pool = benchmark.pedantic(Pool.of, args=(calibrated(size),), rounds=3)
    assert RULES["max-information"](pool, PRIOR, [], Random(0)) is not None


@pytest.mark.parametrize(("size", "limit"), [(500, 0.277), (5_000, 0.222)])
def test_a_simulation_of_500_learners(size: int, limit: float, benchmark: BenchmarkFixture) -> None:
    rng = Random(2)
    learners = [SimulatedLearner(f"p{number}", rng.gauss(0, 1)) for number in range(500)]
    arguments = (calibrated(size), learners, 0, LENGTH, None, "max-information")
    result = benchmark.pedantic(simulate, args=arguments, rounds=1)
    benchmark.extra_info.update(rmse=round(result.rmse, 4), coverage90=result.coverage90)
    # The published means of five seeds, .261 and .208, and two or three of their standard deviations.
    assert result.rmse < limit
    assert 0.86 < result.coverage90 < 0.95
