"""Rules that concern a bank: 3 its report, 13 and 14 where keys stand, 33 questions that tell, 37 duplicates."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quizapp.checking.case import Case
from quizapp.checking.words import contains_words, content, stems
from quizapp.questions import Question, without_frame
from quizapp.reports import Report

# Chi-square at one in a hundred, by degrees of freedom (any statistics table).
CRITICAL = {1: 6.63, 2: 9.21, 3: 11.34, 4: 13.28, 5: 15.09}
ENOUGH = 20
ALIKE = 0.8
TELLING = 0.6


class SetFinding(NamedTuple):
    """What a rule says of the question at ``position``, or of the whole set where that is None."""

    rule: int
    position: int | None
    field: str
    message: str


def report_is_unchanged(sha256: str, report: Report | None) -> Iterator[SetFinding]:
    """3: the report is the one the questions were made from; one that names no hash stands by its quotes."""
    if report is not None and sha256 and sha256 != report.sha256:
        yield SetFinding(
            3, None, "sha256", "Look at every question again: the report has changed since they were made."
        )


def keys_are_spread(cases: Sequence[Case]) -> Iterator[SetFinding]:
    """13 and 14: positions of keys, and ranks of keys among values, are uniform; judged from 20 questions on."""
    places: dict[tuple[int, int], Counter[int]] = defaultdict(Counter)
    for case in cases:
        question, key = case.question, case.key_index
        if key is None or question.interaction not in ("choice", "true_false"):
            continue
        values = question.interaction == "choice" and all(not found.is_words for found in case.meanings)
        places[(14 if values else 13, len(question.options))][key] += 1
    for (rule, size), counts in sorted(places.items()):
        total = sum(counts.values())
        expected = total / size
        spread = sum((counts[place] - expected) ** 2 / expected for place in range(size))
        if total >= ENOUGH and spread > CRITICAL.get(size - 1, 3.0 * size):
            tally = ", ".join(str(counts[place]) for place in range(size))
            what = "rank among the values" if rule == 14 else "position"
            yield SetFinding(
                rule,
                None,
                "questions",
                f"Spread the key's {what} evenly: of {total} questions it stands {tally} times at each.",
            )


def no_question_tells(cases: Sequence[Case]) -> Iterator[SetFinding]:
    """33: no stem holds another's answer together with what the other asks, unless the two are enemies."""
    said = [stems(without_frame(case.question.stem)) for case in cases]
    told = [_told(case) for case in cases]
    holders: dict[str, set[int]] = defaultdict(set)
    for at, words in enumerate(told):
        for word in words:
            holders[word].add(at)
    for at, case in enumerate(cases):
        asked = content(without_frame(case.question.stem))
        telling: set[int] = set()
        for answer in sorted({stems(text) for text in case.key_texts} | _number(case.question)):
            for other in sorted(
                set.intersection(*(holders.get(word, set()) for word in answer)) - {at} if answer else ()
            ):
                if _enemies(case.question, cases[other].question) or not contains_words(said[other], answer):
                    continue
                rest = asked - set(answer)
                if other not in telling and len(rest) > 1 and len(rest & told[other]) >= TELLING * len(rest):
                    telling.add(other)
                    message = (
                        f"Make this and question {cases[other].question.id} enemies: its stem gives the answer away."
                    )
                    yield SetFinding(33, at, "enemies", message)


def _told(case: Case) -> frozenset[str]:
    """The words that a learner sees of a question: of its stem, and of its key if it is answered."""
    return frozenset(stems(without_frame(case.question.stem))) | frozenset(
        word for text in case.key_texts for word in stems(text)
    )


def _number(question: Question) -> set[tuple[str, ...]]:
    if question.interaction != "numeric" or question.value is None:
        return set()
    return {(str(int(question.value)) if question.value % 1 == 0 else str(question.value),)}


def _enemies(one: Question, other: Question) -> bool:
    return other.id in one.enemies or one.id in other.enemies


def no_question_is_asked_twice(cases: Sequence[Case]) -> Iterator[SetFinding]:
    """37: no two stems alike with the same answer, unless they are enemies of different interactions."""
    words = [content(without_frame(case.question.stem)) for case in cases]
    answers = [_answer(case.question) for case in cases]
    kin: dict[str, list[int]] = defaultdict(list)
    for at, case in enumerate(cases):
        earlier: set[int] = set()
        for word in words[at] or {""}:
            earlier.update(kin[word])
            kin[word].append(at)
        for other in sorted(earlier):
            twin = cases[other].question
            alike = (
                len(words[at] & words[other]) >= ALIKE * len(words[at] | words[other]) and answers[at] & answers[other]
            )
            same_stem = stems(without_frame(case.question.stem)) == stems(
                twin.stem
            ) and case.question.interaction not in (
                "ordering",
                "matching",
            )
            forgiven = _enemies(case.question, twin) and case.question.interaction != twin.interaction
            if (alike or same_stem) and not forgiven:
                yield SetFinding(37, at, "stem", f"Keep one of this and question {twin.id}: they ask the same.")
                break


def _answer(question: Question) -> frozenset[str]:
    """What may be compared of two answers."""
    texts = {option.id: option.text for option in question.options}
    match question.interaction:
        case "numeric":
            return frozenset(number for words in _number(question) for number in words)
        case "text" | "cloze":
            return frozenset(" ".join(stems(text)) for text in question.accepted)
        case "ordering" | "matching":
            return frozenset({" ".join(sorted(" ".join(stems(text)) for text in texts.values()))})
    key = question.key
    words = stems(key.text) if key else ()
    # A choice of "4,000 soldiers" and a number typed 4,000 answer alike.
    return frozenset({" ".join(words), *(words[:1] if words and words[0][0].isdigit() else ())})
