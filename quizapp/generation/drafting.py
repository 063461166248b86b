"""From a way to ask to a whole question: options, accepted spellings, explanation, evidence, difficulty, identity."""

import math
import re
from dataclasses import dataclass, replace
from random import Random

from quizapp.facts import Fact, Place, parse_date, parse_duration, parse_figure, uncertainty
from quizapp.generation.distractors import draw_distractors
from quizapp.generation.surroundings import Surroundings
from quizapp.generation.targets import Asking, is_demonym, without_kind
from quizapp.generation.wrongs import Wrong
from quizapp.language import Sentence, gazetteer
from quizapp.questions import Difficulty, Interaction, MapTarget, Option, Question, Topic, framed, question_id
from quizapp.reports import Evidence, Report

TOPICS: dict[str, Topic] = {
    "date": "dates", "duration": "dates", "figure": "figures", "place": "places", "person": "people",
    "organisation": "people", "speech": "speech",
}  # fmt: skip
FIRM = re.compile(r",? (?:Inc|Ltd|Limited|plc|PLC|LLC|Corp|Corporation|Co|AG|GmbH|S\.A|N\.V)\.?$")
SHORTEST_NAME = 3
CURRENCIES = {"£": "pounds", "€": "euros", "$": "dollars", "¥": "yen", "₹": "rupees"}
SCALED = 1_000
# What stands before a surname instead of a first name.
LONGEST_TITLE = 2
# "European" is no short form of a commission, nor "Legislative" of a council.
ADJECTIVE = re.compile(r"(?:an|al|ive|ic|ern|ish|ese|ary|ous|ed)$")
FOR_FIRST_NAMES = {"sir", "dame", "king", "queen", "pope", "saint", "st", "emperor", "empress", "tsar"}
FEWEST_INITIALS = 3
LETTERS = "abcdefghij"
SPOKEN_TIMES = {(12, 0): ("noon", "midday", "12 noon"), (0, 0): ("midnight", "12 midnight")}
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
        return _question("text", asking, setting, accepted=_times_spelled(asking.answer, str(fact.value)))
    if fact.kind in {"person", "place", "organisation"} and len(asking.answer.split()) <= 3:
        return _question("text", asking, setting, accepted=accepted_spellings(fact, setting.surroundings))
    return None


def money_spelled(text: str, value: float) -> tuple[str, ...]:
    """A sum of money as the report prints it, in figures, and with its currency in words ("350,000 pounds")."""
    sign = text[0] if not text[0].isalnum() else ""
    whole = float(value).is_integer()
    figures = f"{value:,.0f}" if whole else f"{value:,.2f}"
    if text.endswith((" pence", " cents", "p")):
        return (text,)
    ways = [text, f"{sign}{figures}", f"{sign}{figures.replace(',', '')}"]
    if not whole and value < SCALED:
        ways.append(f"{sign}{value:g}")
    if sign in CURRENCIES:
        ways += [f"{text.removeprefix(sign)} {CURRENCIES[sign]}", f"{figures} {CURRENCIES[sign]}"]
    return tuple(dict.fromkeys(ways))


def _shorter(name: str) -> list[str]:
    """ "Aleppo" for "Aleppo province", "Thornby Council" for "Thornby Town Council": the stem says the kind itself."""
    short = without_kind(name)
    last = name.split()[-1]
    if short == name or len(short) < SHORTEST_NAME or gazetteer().demonym(short) is not None or ADJECTIVE.search(short):
        return []
    return [short, f"{short} {last}"]


def _times_spelled(answer: str, value: str) -> tuple[str, ...]:
    """The ways to write a time of day: as the report does, by the clock of twelve hours and of twenty-four."""
    hour, minute = (int(part) for part in value.partition("T")[2].split(":")[:2])
    half, of_twelve = ("a" if hour < 12 else "p"), (hour + 11) % 12 + 1
    bare = [f"{of_twelve} {half}.m.", f"{of_twelve}{half}m", f"{of_twelve} {half}m"] if minute == 0 else []
    if (hour, minute) in SPOKEN_TIMES:
        bare = [*SPOKEN_TIMES[hour, minute], *bare]
    ways = [f"{of_twelve}{mark}{minute:02d}{space}{half}{dot}m{dot}"
            for mark in ".:" for space in (" ", "") for dot in (".", "")]  # fmt: skip
    clock = [f"{hour:02d}:{minute:02d}", f"{hour}:{minute:02d}", f"{hour}.{minute:02d}"]
    return tuple(dict.fromkeys([answer, *bare, *ways, *clock]))


def accepted_spellings(fact: Fact, surroundings: Surroundings) -> tuple[str, ...]:
    """The names by which the report calls it, the fullest first."""
    name = fact.value.name if isinstance(fact.value, Place) else str(fact.value)
    texts = [fact.text, name] if isinstance(fact.value, Place) else [name, fact.text]
    for other in surroundings.same_value(fact):
        if not is_demonym(other):
            texts.append(other.text)
    if fact.kind in {"place", "organisation"} and " " in fact.text:
        texts += _shorter(fact.text)
    initials = "".join(word[0] for word in name.split() if word[0].isupper() and "." not in name)
    if fact.kind == "organisation" and len(initials) >= FEWEST_INITIALS and " " in name:
        texts.append(initials)
    if fact.kind == "organisation" and (firm := FIRM.sub("", fact.text)) != fact.text:
        texts.append(firm)
    if fact.kind == "person":
        surname = name.split()[-1]
        if surname not in surroundings.shared_surnames and not re.fullmatch(r"[IVX]+", surname):
            texts.append(surname)
            if (particle := name.split()[-2:-1]) and particle[0].islower():
                texts.append(f"{particle[0]} {surname}")  # "da Maia" for Manuel da Maia
            titles = (one.mention.title for one in surroundings.same_value(fact))
            texts += [f"{title} {surname}" for title in titles if title and _goes_with_surname(title)]
            if len(name.split()) == 3 and any(one.text == name.split()[1] for one in surroundings.same_value(fact)):
                texts.append(" ".join(name.split()[:2]))  # "Rosa Quispe" for Rosa Quispe Mamani
        if fact.mention.title:
            texts.append(f"{fact.mention.title} {name}")  # "King Mohammed VI"
    return tuple(dict.fromkeys(text for text in texts if text))


def _goes_with_surname(title: str) -> bool:
    """ "Colonel Dibo", but never "Sir Shackleton"."""
    return len(title.split()) <= LONGEST_TITLE and title.lower() not in FOR_FIRST_NAMES


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
