"""Clauses with a blank in them to fill in, and which facts of a clause may be restated at all."""

import re
from datetime import date

from spacy.tokens import Token

from quizapp.facts import Fact, Place
from quizapp.generation.clauses import Clause
from quizapp.generation.drafting import TOPICS, Setting, explained, finished
from quizapp.generation.phrases import fact_tokens
from quizapp.generation.spellings import accepted_spellings, money_spelled
from quizapp.generation.standing import Standing
from quizapp.generation.targets import (
    date_precision,
    goes_on,
    hedge_words,
    is_demonym,
    is_given_name_alone,
    is_modifier,
    is_score,
    number_tokens,
    place_noun,
)
from quizapp.generation.wording import statement
from quizapp.questions import Question, framed

BLANK = "____"
STEM_WORDS = 25
# A blank stands late: what comes before it says what is asked.
EARLIEST_BLANK = 0.4


def draft_cloze(clause: Clause, fact: Fact, standing: Standing, setting: Setting) -> Question | None:
    """The clause with the fact blanked out; only names and numbers that nothing else in it repeats."""
    found = _blanked(clause, fact, standing) if is_askable(fact, clause) else None
    if found is None:
        return None
    hint, gone, accepted = found
    tokens = fact_tokens(clause.sentence, fact)
    replaced = dict(standing.replacements)
    replaced[gone[0].i] = BLANK
    replaced.update({token.i: "" for token in gone[1:]})
    if any(token.i in standing.replacements and token not in gone for token in tokens):
        return None
    sentence = statement(clause, replaced)
    before = sentence.partition(BLANK)[0]
    if (
        len(before) < EARLIEST_BLANK * len(sentence)
        or sentence.count(BLANK) != 1
        or before.lower().endswith((" a ", " an "))
    ):
        return None
    if any(re.search(rf"\b{re.escape(spelling.lower())}\b", sentence.lower()) for spelling in accepted):
        return None
    stem = f"Fill in {hint}: {sentence}."
    if len(stem.split()) > STEM_WORDS + 3:
        return None
    if standing.is_framed:
        stem = framed(setting.surroundings.frame, stem)
    evidence = setting.proof(clause.sentence, standing.proof)
    question = Question(
        id="",
        interaction="cloze",
        form="cloze",
        stem=stem,
        topic=TOPICS[fact.kind],
        explanation=explained(evidence),
        evidence=evidence,
        facts=(fact.id,),
        accepted=accepted or accepted_spellings(fact, setting.surroundings),
    )
    return finished(question, clause.start, setting)


def _says_its_kind(tokens: list[Token]) -> bool:
    """Whether the clause calls the place something else already ("the whaling station of …")."""
    before = tokens[0].nbor(-1) if tokens[0].i > 0 else None
    if before is not None and before.pos_ == "NOUN":
        return True  # "named their bay Caledonia"
    return before is not None and before.lower_ == "of" and before.i > 0 and before.nbor(-1).pos_ == "NOUN"


def is_askable(fact: Fact, clause: Clause) -> bool:
    """Whether the fact says something by itself: not the "Iranian" of "Iranian officers", nor "its 6,500"."""
    if fact.kind == "organisation" and _goes_on_as_name(fact, clause):
        return False
    if fact.kind == "figure" and (fact.value == 1 or goes_on(fact_tokens(clause.sentence, fact))):
        return False
    if fact.kind == "figure" and is_score(fact_tokens(clause.sentence, fact)):
        return False
    if fact.kind == "figure":
        return fact.mention.unit is not None or fact.mention.of is not None
    last = fact_tokens(clause.sentence, fact)[-1]
    if fact.kind == "place" and last.is_lower and last.i + 1 < len(last.doc) and last.nbor(1).lower_ == "of":
        return False  # "the Pacific island of Lasi": the name comes behind
    return not is_demonym(fact) and (
        fact.kind not in {"place", "organisation"} or not is_modifier(fact, clause.sentence)
    )


def _goes_on_as_name(fact: Fact, clause: Clause) -> bool:
    """ "The Company of Scotland Trading to Africa", "… and the Indies": more of the name stands beside the fact."""
    tokens = fact_tokens(clause.sentence, fact)
    doc, first, last = tokens[0].doc, tokens[0].i, tokens[-1].i
    after = [one for one in doc[last + 1 : last + 4] if one.lower_ != "the"]
    before = [one for one in doc[max(0, first - 3) : first] if one.lower_ != "the"]
    ahead = len(after) > 1 and after[0].lower_ in {"to", "for", "of"} and after[1].is_title
    behind = (
        len(before) > 1 and before[-1].lower_ in {"and", "of"} and before[-2].is_title and before[-2].pos_ == "PROPN"
    )
    return ahead or behind


def _blanked(clause: Clause, fact: Fact, standing: Standing) -> tuple[str, list[Token], tuple[str, ...]] | None:
    """What kind of thing is to be filled in, the tokens that go, and the spellings where the fact's names do not do."""
    tokens = fact_tokens(clause.sentence, fact)
    if fact.kind == "figure" and isinstance(fact.value, int | float) and hedge_words(fact) is not None:
        if is_money(fact):
            return "an amount of money", tokens, money_spelled(fact.text, fact.value)
        numbers = number_tokens(tokens)
        if not numbers or fact.mention.unit == "fraction":
            return None
        if any(token.text in {"-", "–"} or token.is_currency for token in numbers):
            return None
        return "a number", numbers, _spelled(clause, numbers, fact.value)
    if fact.kind == "date" and isinstance(fact.value, str) and not fact.hedge and not fact.mention.part:
        precision = date_precision(fact.value)
        if precision == "year" and fact.text == fact.value:
            return "a year", tokens, (fact.value,)
        if precision == "day" and re.search(r"\d{4}", fact.text):
            return "a date with its year", tokens, _day_spelled(fact.text, date.fromisoformat(fact.value))
        return None
    if is_given_name_alone(fact):
        return None
    if fact.kind == "person" and fact.value == fact.text and " " in fact.text:
        return "a name", tokens, ()
    if fact.kind == "place" and isinstance(fact.value, Place) and len(tokens) <= 4:
        noun = place_noun(fact.text, fact.value)
        if _follows_its_part(clause, tokens):
            return None  # "Toulouse, ____": whoever knows the one knows the other
        if noun is None or fact.text != fact.value.name or _says_its_kind(tokens):
            return None
        several = {"islands": "a group of islands", "mountains": "a range of mountains", "barracks": "a barracks"}
        return several.get(noun, f"{article(noun)} {noun}"), tokens, ()
    if tokens[0].head.lower_ == "told" or any(token.dep_ == "iobj" for token in tokens):
        return None  # who was told is no news
    if fact.kind == "organisation" and _is_told_by_letters(fact.text, clause):
        return None
    if fact.kind == "organisation" and 1 <= len(tokens) <= 5:
        return "an organisation", tokens, ()
    return None


def _is_told_by_letters(name: str, clause: Clause) -> bool:
    """Whether the clause holds the name's initials too, alone or at the end of others ("USAF", "Air Force")."""
    initials = "".join(word[0] for word in name.split() if word[0].isupper())
    return len(initials) > 1 and any(token.text.isupper() and token.text.endswith(initials) for token in clause.tokens)


def _follows_its_part(clause: Clause, tokens: list[Token]) -> bool:
    """Whether a country or a state stands after its town and a comma."""
    first = tokens[0]
    before = [first.doc[i] for i in range(max(0, first.i - 2), first.i)]
    return len(before) == 2 and before[1].text == "," and before[0].pos_ == "PROPN"


def _day_spelled(text: str, day: date) -> tuple[str, ...]:
    ways = (f"{day.day} {day:%B %Y}", f"{day:%B} {day.day}, {day.year}", f"{day.day} {day:%b %Y}", day.isoformat())
    return tuple(dict.fromkeys([text, *ways]))


def _spelled(clause: Clause, numbers: list[Token], value: float) -> tuple[str, ...]:
    printed = "".join(token.text_with_ws for token in numbers).strip()
    plain = f"{value:,}" if isinstance(value, int) else f"{value:g}"
    return tuple(dict.fromkeys([printed, plain, plain.replace(",", "")]))


def is_money(fact: Fact) -> bool:
    return bool(fact.mention.unit and fact.mention.unit.isupper())


def article(noun: str) -> str:
    return "an" if noun[0] in "aeio" else "a"
