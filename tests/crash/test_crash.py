"""Every answer that was acknowledged survives the death of the server, once, and the rest of the record with it."""

import asyncio
import os
import time
from pathlib import Path
from random import Random

from quizapp.store import Store
from tests.crash.record import contradictions, lost_answers
from tests.crash.serving import Server, served
from tests.crash.visitors import Visitor, keep_answering
from tests.made_sets import add_set

# In every run of the tests a few, as many as fit into some seconds; make crash does as many as it is told.
IS_WHOLE = "CRASHES" in os.environ
CYCLES = int(os.environ.get("CRASHES", "3"))
SECONDS = 6.0
LEARNERS = 12
QUESTIONS = 200
POLL = 0.01


async def killed_again_and_again(server: Server, visitors: list[Visitor], rng: Random) -> list[int]:
    """Kill the server and start it again while all answer; how many answers were acknowledged in each cycle."""
    is_over = asyncio.Event()
    playing = [asyncio.create_task(keep_answering(one, is_over)) for one in visitors]
    per_cycle: list[int] = []
    start = time.monotonic()
    while len(per_cycle) < CYCLES and (IS_WHOLE or not per_cycle or time.monotonic() - start < SECONDS):
        before = count_acknowledged(visitors)
        wanted = before + rng.randint(LEARNERS, 4 * LEARNERS)
        while count_acknowledged(visitors) < wanted:
            done, _ = await asyncio.wait(playing, timeout=POLL, return_when=asyncio.FIRST_COMPLETED)
            for one in done:
                one.result()
        server.kill()
        per_cycle.append(count_acknowledged(visitors) - before)
        await asyncio.to_thread(server.start)
    is_over.set()
    await asyncio.gather(*playing)
    return per_cycle


def count_acknowledged(visitors: list[Visitor]) -> int:
    return sum(len(one.acknowledged) for one in visitors)


def test_no_acknowledged_answer_is_lost_or_doubled_when_the_server_is_killed(
    empty_store: Store, database_url: str, tmp_path: Path
) -> None:
    add_set(empty_store, QUESTIONS)
    with served(database_url, tmp_path) as server:
        visitors = [Visitor(server.port, Random(number), is_persistent=True) for number in range(LEARNERS)]
        per_cycle = asyncio.run(killed_again_and_again(server, visitors, Random(1)))
    assert 1 <= len(per_cycle) <= CYCLES
    assert min(per_cycle) >= LEARNERS
    acknowledged = [answer for one in visitors for answer in one.acknowledged]
    assert len({(one.attempt, one.number) for one in acknowledged}) == len(acknowledged)
    assert lost_answers(empty_store, acknowledged) == []
    assert contradictions(empty_store) == []
    print(f"{len(per_cycle)} kills, {len(acknowledged)} answers acknowledged, all of them kept once")
