"""A wrong option with what shows it wrong, and when a value of the report is surely wrong for a question."""

from dataclasses import dataclass
from random import Random

from quizapp.facts import Fact
from quizapp.generation.phrases import fact_tokens
from quizapp.generation.surroundings import Surroundings, meaning
from quizapp.generation.targets import Asking
from quizapp.reports import Evidence, Report

OPTION_COUNT = 4


@dataclass(frozen=True, slots=True)
class Wrong:
    """A distractor, and the place in the report that shows what it really is, where there is one."""

    text: str
    fact: Fact | None = None

    def why(self, report: Report) -> tuple[str, tuple[Evidence, ...]]:
        """Its feedback, and the evidence for it."""
        if self.fact is None:
            return f"The report does not say {self.text} here.", ()
        evidence = report.evidence(*self.fact.sentence)
        if self.fact.kind == "date":
            return f"{capitalised_text(self.text)} is the time of something else: “{evidence.quote}”", (evidence,)
        return f"{capitalised_text(self.text)} stands in the report for something else: “{evidence.quote}”", (evidence,)


def capitalised_text(text: str) -> str:
    return text[0].upper() + text[1:]


def is_near(fact: Fact, asking: Asking) -> bool:
    """Whether a fact stands in the question's own sentence, or is spelled out in its stem."""
    sentence = asking.sentence
    return sentence.start <= fact.start < sentence.end or fact.text.lower() in asking.stem.lower()


def is_apart(other: Fact, asking: Asking, surroundings: Surroundings) -> bool:
    return not is_near(other, asking) and not _is_supported(other, asking, surroundings)


def _is_supported(other: Fact, asking: Asking, surroundings: Surroundings) -> bool:
    """Whether a sentence that gives the other value also speaks of what is asked, so that it might be true as well."""
    kept = {token.i for token in fact_tokens(asking.sentence, asking.fact)}
    asked = meaning([token for token in asking.context if token.i not in kept])
    for fact in surroundings.same_value(other):
        shared = asked & surroundings.content_words(fact.sentence[0])
        if len(shared) >= 3 or len(shared) * 2 > len(asked):
            return True
    return False


def ranked(below: list[Wrong], above: list[Wrong], rng: Random) -> list[Wrong] | None:
    """Distractors around the key at a rank drawn first; None unless every rank could have been drawn."""
    wanted = OPTION_COUNT - 1
    if len(below) < wanted or len(above) < wanted:
        return None
    rank = rng.randrange(OPTION_COUNT)
    return below[:rank] + above[: wanted - rank]
