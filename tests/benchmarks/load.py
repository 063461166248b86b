"""Two hundred learners who answer at once, over the loopback, from a server with two workers on each database.

The learners are on the same machine and take their share of it. Exits with 1 where an answer failed or was lost.
"""

import argparse
import asyncio
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import quantiles

from quizapp.store import Store, open_store
from tests.conftest import DATABASES, _database
from tests.crash.record import contradictions, lost_answers
from tests.crash.serving import served
from tests.crash.visitors import Visitor
from tests.made_sets import add_set

QUESTIONS = 200
WORKERS, THREADS = 2, 4
database = contextmanager(_database)


@dataclass(frozen=True, slots=True)
class Load:
    """How many come, how often each answers, how long it may last, and how long each thinks between (in seconds)."""

    learners: int
    answers: int
    seconds: float
    thought: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it; ``waited`` are seconds from an answer to the next question on the screen."""

    spent: float
    waited: list[float]
    errors: list[str]
    lost: list[str]


async def answer_at_once(visitors: list[Visitor], load: Load) -> tuple[float, list[str]]:
    """All begin, then all answer; the seconds that the answering took, and what went wrong."""
    await asyncio.gather(*(one.begin() for one in visitors))
    start = time.perf_counter()
    problems = await asyncio.gather(*(_keep_answering(one, load, start + load.seconds) for one in visitors))
    return time.perf_counter() - start, [problem for one in problems for problem in one]


async def _keep_answering(visitor: Visitor, load: Load, deadline: float) -> list[str]:
    problems = []
    for _ in range(load.answers):
        if load.thought:
            await asyncio.sleep(visitor.rng.uniform(0, 2 * load.thought))
        if time.perf_counter() > deadline or not visitor.has_question:
            break
        try:
            await visitor.answer()
        except (OSError, AssertionError) as error:
            problems.append(repr(error)[:300])
    return problems


def put_under_load(url: str, store: Store, folder: Path, load: Load) -> Outcome:
    add_set(store, QUESTIONS)
    with served(url, folder, WORKERS, THREADS) as server:
        visitors = [Visitor(server.port, Random(number)) for number in range(load.learners)]
        spent, errors = asyncio.run(answer_at_once(visitors, load))
        server.stop()
    acknowledged = [answer for one in visitors for answer in one.acknowledged]
    waited = [seconds for one in visitors for seconds in one.waited]
    return Outcome(spent, waited, errors, [*lost_answers(store, acknowledged), *contradictions(store)])


def describe(kind: str, load: Load, outcome: Outcome) -> str:
    cuts = quantiles(outcome.waited, n=100)
    pace = f"thinking {load.thought:g} s each time" if load.thought else "without a pause"
    return (
        f"{kind}, {load.learners} learners {pace}: {len(outcome.waited)} answers in {outcome.spent:.1f} s, "
        f"{len(outcome.waited) / outcome.spent:.0f} a second; next question after p50 {1000 * cuts[49]:.0f} ms, "
        f"p95 {1000 * cuts[94]:.0f} ms, p99 {1000 * cuts[98]:.0f} ms; "
        f"{len(outcome.errors)} errors, {len(outcome.lost)} lost answers"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--learners", type=int, default=200)
    parser.add_argument("--answers", type=int, default=10, help="answers of each learner, at most")
    parser.add_argument("--seconds", type=float, default=30.0, help="how long each round may last")
    parser.add_argument("--thought", type=float, default=5.0, help="seconds a learner thinks in the second round")
    given = parser.parse_args()
    has_failed = False
    for kind in DATABASES:
        for thought in (0.0, given.thought):
            load = Load(given.learners, given.answers, given.seconds, thought)
            with tempfile.TemporaryDirectory() as name, database(kind, Path(name)) as url:
                store = open_store(url)
                store.migrate()
                outcome = put_under_load(url, store, Path(name), load)
                store.close()
            print(describe(kind, load, outcome), flush=True)
            for problem in (outcome.errors + outcome.lost)[:5]:
                print(f"  {problem}")
            has_failed = has_failed or bool(outcome.errors or outcome.lost)
    return int(has_failed)


if __name__ == "__main__":
    sys.exit(main())
