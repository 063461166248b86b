"""How fast and in how much memory: the targets for one core, after the pipeline has been loaded."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from quizapp.facts import extract_facts
from quizapp.generation import generate_questions
from quizapp.language import pipeline
from quizapp.reports import report_from_bytes, report_from_text
from tests.benchmarks.long_reports import long_report
from tests.nasty import REPEATED

ROOT = Path(__file__).parent.parent.parent
FACTS_SECONDS = 1.5
QUESTIONS_SECONDS = 4.0
MEGABYTES = 500
READING_SECONDS = 0.2
# A hundred times the words may take a hundred times as long, and half as much again for what memory costs.
SLACK = 1.5
LENGTHS = (500, 5_000, 50_000)


@pytest.fixture(scope="module", autouse=True)
def _loaded() -> None:
    pipeline()
    extract_facts(report_from_text(long_report(200)))


def test_facts_of_5_000_words(benchmark: BenchmarkFixture) -> None:
    report = report_from_text(long_report(5_000))
    facts = benchmark.pedantic(extract_facts, args=(report,), rounds=5)
    assert len(facts) > 300
    assert benchmark.stats.stats.min < FACTS_SECONDS


def test_questions_on_5_000_words(benchmark: BenchmarkFixture) -> None:
    report = report_from_text(long_report(5_000))
    drafts = benchmark.pedantic(generate_questions, args=(report,), rounds=3)
    assert drafts
    assert benchmark.stats.stats.min < QUESTIONS_SECONDS


@pytest.mark.parametrize("make", [extract_facts, generate_questions], ids=["facts", "questions"])
def test_time_grows_with_the_words(make, benchmark: BenchmarkFixture) -> None:  # type: ignore[no-untyped-def]  # two shapes
    reports = {words: report_from_text(long_report(words)) for words in LENGTHS}
    seconds = {}
    for words in LENGTHS[:2]:
        seconds[words] = min(_seconds(make, reports[words]) for _ in range(3))
    benchmark.pedantic(make, args=(reports[LENGTHS[2]],), rounds=1)
    seconds[LENGTHS[2]] = benchmark.stats.stats.min
    per_word = {words: spent / words for words, spent in seconds.items()}
    assert per_word[50_000] < SLACK * per_word[5_000], seconds
    assert per_word[5_000] < SLACK * per_word[500], seconds


def _seconds(make, report) -> float:  # type: ignore[no-untyped-def]  # two shapes
    start = time.perf_counter()
    make(report)
    return time.perf_counter() - start


@pytest.mark.parametrize("words", LENGTHS)
def test_memory_stays_small(words: int, benchmark: BenchmarkFixture) -> None:
    program = (
        "import json, resource\n"
        "from quizapp.generation import generate_questions\n"
        "from quizapp.reports import report_from_text\n"
        "from tests.benchmarks.long_reports import long_report\n"
        f"drafts = generate_questions(report_from_text(long_report({words})))\n"
        "print(json.dumps([len(drafts), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss]))\n"
    )
    command = [sys.executable, "-c", program]
    run = benchmark.pedantic(
        subprocess.run, args=(command,), kwargs={"cwd": ROOT, "capture_output": True, "check": True}, rounds=1
    )
    drafts, peak = json.loads(run.stdout)
    # Linux counts kilobytes, macOS bytes.
    megabytes = peak / (1024 * 1024 if sys.platform == "darwin" else 1024)
    benchmark.extra_info["megabytes"] = round(megabytes)
    assert drafts and megabytes < MEGABYTES


@pytest.mark.parametrize("piece", REPEATED)
def test_plain_text_of_one_piece_is_read_at_once(piece: str, benchmark: BenchmarkFixture) -> None:
    text = piece * (64 * 1024 // len(piece))
    benchmark.pedantic(report_from_text, args=(text,), rounds=2)
    assert benchmark.stats.stats.min < READING_SECONDS


def test_a_page_of_five_megabytes_is_read_in_seconds(benchmark: BenchmarkFixture) -> None:
    page = ("<div><p>The ice closed in on 3 May 1915.</p></div>" * 100_000)[: 5 * 1024 * 1024].encode()
    benchmark.pedantic(report_from_bytes, args=(page, "ice.html"), rounds=1)
    assert benchmark.stats.stats.min < 10
