"""Rules on what is true: 5 one option and no more, 6 no distractor that the report supports."""

from quizapp.checking.case import Case
from quizapp.checking.problem import Finding, Findings
from quizapp.checking.words import contains_words, content, stems
from quizapp.facts.fact import Fact
from quizapp.questions import normalise

ALIKE = 0.8
PERHAPS = 0.6
SUPPORT_WORDS = 3


def one_option_is_true(case: Case) -> Findings:
    """5: one option is marked as right, and no other says the same; pairs have one solution."""
    question = case.question
    if question.interaction in ("choice", "true_false", "map"):
        marked = sum(option.correct for option in question.options)
        if marked != 1:
            yield Finding("options", f"Mark exactly one option as correct, not {marked}.")
    if question.interaction == "matching" and len({right for _, right in question.pairs}) < len(question.pairs):
        yield Finding("pairs", "Give every pair a right side of its own.")
    key = question.key
    if not case.offers or key is None:
        return
    for at, option in enumerate(question.options):
        if not option.correct and any(_also_true(fact, option.text, key.text, case) for fact in case.key_facts):
            yield Finding(f"options.{option.id}", f"Replace “{option.text}”: the report makes it as true as the key.")
        elif (
            not option.correct
            and case.key_index is not None
            and case.meanings[at].overlaps(case.meanings[case.key_index])
        ):
            yield Finding(f"options.{option.id}", f"Replace “{option.text}”: it can be true when the key is.")


def _also_true(fact: Fact, text: str, key: str, case: Case) -> bool:
    """Whether a distractor is another name of the key's fact."""
    if fact.kind not in ("person", "organisation", "place") or normalise(text) == normalise(key):
        return False
    named = case.fact_of_text(text)
    if named is None or named.kind != fact.kind:
        return False
    return named.id == fact.same_as or named.same_as in (fact.id, fact.same_as or fact.id)


def evidence_names_no_distractor(case: Case) -> Findings:
    """5, for a person: a distractor of the key's kind stands in the key's own evidence."""
    if not case.offers or case.key_index is None:
        return
    evidence = stems(case.evidence_text)
    for option in case.distractors:
        if contains_words(evidence, stems(option.text)):
            yield Finding(
                f"options.{option.id}", f"See that “{option.text}” is false: the evidence of the key names it too."
            )


def no_sentence_supports_a_distractor(case: Case) -> Findings:
    """6: no sentence beside the evidence says of a distractor what the stem says of the key."""
    for name, text, share in _supported(case):
        if share >= ALIKE:
            yield Finding(f"options.{name}", f"Replace “{text}”: a sentence of the report makes it true.")


def no_sentence_may_support_a_distractor(case: Case) -> Findings:
    """6, for a person: a sentence comes near to supporting a distractor."""
    for name, text, share in _supported(case):
        if PERHAPS <= share < ALIKE:
            yield Finding(
                f"options.{name}",
                f"See that “{text}” is false: a sentence of the report names it with words of the stem.",
            )


def _supported(case: Case) -> list[tuple[str, str, float]]:
    ground = case.ground
    asked = content(case.question.stem)
    if not case.offers or ground is None or case.report is None or len(asked) < SUPPORT_WORDS:
        return []
    spans = [(proof.start, proof.end) for proof in case.question.evidence]
    found = []
    for option in case.distractors:
        words = content(option.text) or frozenset(stems(option.text))
        shares = [
            len((asked - words) & held) / max(1, len(asked - words))
            for start, end, held in ground.sentences
            if words <= held and not any(start < stop and begin < end for begin, stop in spans)
        ]
        if shares and len(asked - words) >= SUPPORT_WORDS:
            found.append((option.id, option.text, max(shares)))
    return found
