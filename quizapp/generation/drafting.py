"""From a way to ask to a whole question: options, accepted spellings, explanation, evidence, difficulty, identity."""

import math
from dataclasses import dataclass, replace
from random import Random

from quizapp.facts import Fact, Place, parse_date, parse_duration, parse_figure, uncertainty
from quizapp.generation.distractors import draw_distractors
from quizapp.generation.spellings import accepted_spellings, money_spelled, times_spelled
from quizapp.generation.surroundings import Surroundings
from quizapp.generation.targets import Asking
from quizapp.generation.wrongs import Wrong
from quizapp.language import Sentence
from quizapp.questions import Difficulty, Interaction, MapTarget, Option, Question, Topic, framed, question_id
from quizapp.reports import Evidence, Report

TOPICS: dict[str, Topic] = {
    "date": "dates", "duration": "dates", "figure": "figures", "place": "places", "person": "people",
    "organisation": "people", "speech": "speech",
}  # fmt: skip
LETTERS = "abcdefghij"
# Logits by form: picking is easier than recalling.
FORM_DIFFICULTY = {"true_false": -0.8, "choice": 0.0, "map": 0.2, "matching": 0.4, "ordering": 0.6, "numeric": 0.8,
                   "text": 0.6, "cloze": 0.5}  # fmt: skip
DIFFICULTY_ERROR = 1.0


@dataclass(frozen=True, slots=True)
class Setting:
    """What every draft of a report is made in; ``rng`` decides orders and ranks."""

    report: Report
    surroundings: Surroundings
    rng: Random

    def proof(self, sentence: Sentence, others: tuple[Sentence, ...] = ()) -> tuple[Evidence, ...]:
        return tuple(self.report.evidence(one.start, one.end) for one in (sentence, *others))


def finished(question: Question, sentence_start: int, setting: Setting) -> Question:
    """The question with the difficulty and the id that follow from its content."""
    estimate = FORM_DIFFICULTY.get(question.interaction, 0.0)
    estimate += 0.3 * sentence_start / max(1, len(setting.report.text))
    repeated = setting.surroundings.repetitions(question.facts)
    estimate -= 0.2 * min(3, repeated)
    estimate += 0.02 * max(0, len(question.stem.split()) - 12)
    made = replace(question, difficulty=Difficulty(round(estimate, 2), DIFFICULTY_ERROR))
    return replace(made, id=question_id(made))


def explained(evidence: tuple[Evidence, ...]) -> str:
    """The explanation that every question can give: the report's own words."""
    return f"The report says: “{evidence[0].quote}”"


def draft_choice(asking: Asking, setting: Setting) -> Question | None:
    """The question with options to pick from, where enough distractors are provably wrong."""
    wrongs = draw_distractors(asking, setting.surroundings, setting.report, setting.rng)
    if wrongs is None:
        return None
    evidence = setting.proof(asking.sentence, asking.proof)
    explanation = explained(evidence)
    options = [
        Option("", asking.answer, True, explanation, evidence=evidence),
        *(_wrong(w, explanation, evidence, setting) for w in wrongs),
    ]
    if asking.fact.kind in {"date", "figure", "duration"}:
        options = _in_order(options, wrongs, asking)
    else:
        setting.rng.shuffle(options)
    lettered = tuple(replace(option, id=LETTERS[i]) for i, option in enumerate(options))
    return _question("choice", asking, setting, options=lettered)


def _wrong(wrong: Wrong, explanation: str, evidence: tuple[Evidence, ...], setting: Setting) -> Option:
    why, shown = wrong.why(setting.report)
    return Option("", wrong.text, False, why if shown else f"{why} {explanation}", evidence=shown or evidence)


def _in_order(options: list[Option], wrongs: list[Wrong], asking: Asking) -> list[Option]:
    """Options from the lowest to the highest."""

    def rank(option: Option) -> tuple[float, str]:
        if asking.fact.kind == "date":
            return (0.0, parse_date(option.text) or option.text)
        if asking.fact.kind == "duration":
            value = str(parse_duration(option.text))
            return (float("".join(c for c in value if c.isdigit()) or 0), "")
        figure = parse_figure(option.text)
        value_of = figure[0] if figure else None
        return (float(value_of) if isinstance(value_of, int | float) else 0.0, option.text)

    return sorted(options, key=rank)


def draft_typed(asking: Asking, setting: Setting) -> Question | None:
    """The question whose answer is typed: a number, or a name of at most three words."""
    fact = asking.fact
    if fact.mention.unit == "fraction":
        return None
    if fact.kind == "figure" and isinstance(fact.value, int | float):
        if fact.mention.unit and len(fact.mention.unit) == 3 and fact.mention.unit.isupper():
            return _question("text", asking, setting, accepted=money_spelled(fact.text, fact.value))
        tolerance = uncertainty(fact.text, fact.hedge, fact.value)
        return _question("numeric", asking, setting, value=fact.value, tolerance=tolerance)
    if fact.kind == "date" and asking.form == "when" and " which year" in asking.stem.lower():
        return _question("numeric", asking, setting, value=int(str(fact.value)[:4]), tolerance=0)
    if asking.form == "stands-for":
        return _question("text", asking, setting, accepted=(asking.answer,))
    if asking.form == "what-time":
        return _question("text", asking, setting, accepted=times_spelled(asking.answer, str(fact.value)))
    if fact.kind in {"person", "place", "organisation"} and len(asking.answer.split()) <= 3:
        return _question("text", asking, setting, accepted=accepted_spellings(fact, setting.surroundings))
    return None


def draft_map(asking: Asking, setting: Setting) -> Question | None:
    """The question answered by a place on the map, where the place and its neighbours have coordinates."""
    place = asking.fact.value
    if not isinstance(place, Place) or place.latitude is None or place.longitude is None:
        return None
    if place.place_class not in {"city", "country"}:
        return None
    choice = draft_choice(asking, setting)
    if choice is None or choice.key is None:
        return None
    radius = 400.0 if place.place_class == "country" else 75.0
    target = MapTarget(choice.key.id, place.latitude, place.longitude, radius)
    options = tuple(replace(option, correct=option.correct) for option in choice.options)
    return _question("map", asking, setting, options=options, place=target)


def _question(interaction: Interaction, asking: Asking, setting: Setting, **fields: object) -> Question:
    evidence = setting.proof(asking.sentence, asking.proof)
    stem = framed(setting.surroundings.frame, asking.stem) if asking.is_framed else asking.stem
    question = Question(
        id="", interaction=interaction, form=asking.form, stem=stem, topic=TOPICS[asking.fact.kind],
        explanation=explained(evidence), evidence=evidence, facts=(asking.fact.id,),
        **fields,  # type: ignore[arg-type]  # the fields of Question, each call names its own
    )  # fmt: skip
    return finished(question, asking.sentence.start, setting)


def salience(fact: Fact, surroundings: Surroundings, report: Report) -> float:
    """How much a fact matters to its report, from 0: said early, said often, named in the title."""
    mentions = len(surroundings.same_value(fact))
    early = 1.0 - fact.start / max(1, len(report.text))
    titled = fact.text.lower() in report.title.lower()
    return early + 0.5 * math.log2(mentions or 1) + (0.5 if titled else 0.0)
