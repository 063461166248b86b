"""Questions about who said what, from quoted words whose speaker the report names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random
from typing import TypeVar

from quizapp.facts import Fact
from quizapp.generation.drafting import LETTERS, Setting, explained, finished
from quizapp.generation.spellings import accepted_spellings
from quizapp.questions import Option, Question, Side, framed
from quizapp.reports import Evidence

SAYING = re.compile(
    r"\b(?:said|says|told|added|adds|announced|stated|declared|answered|replied|explained|insisted|warned|recalled|recalls|"
    r"admitted|conceded|argued|argues|noted|remarked|complained|promised|predicted|observed|joked|boasted|testified|"
    r"protested|wrote|writes)\b"
)
WRITING = re.compile(r"\b(?:wrote|writes)\b")
PRONOUN = re.compile(r"\b(?:he|she)\b", re.IGNORECASE)
NAME = r"[A-Z][\w’'.-]+(?: (?:[a-z]{1,3} )?[A-Z][\w’'.-]+){0,3}"
# "a retired geologist, Héctor Lozano, told …", and "admitted the digger driver, Kent Mortensen".
PUT_BETWEEN = re.compile(rf"(?:an?|the|one) (?:[a-z-]+ ){{1,4}}?[a-z-]+, {NAME},(?: \d+,)? [a-z]+")
NAMED_AFTER = re.compile(rf"[a-z]+ (?:an?|the|one|its|their|his|her) (?:[a-z-]+ ){{0,4}}?[a-z-]+, {NAME}")
T = TypeVar("T")
FEWEST_WORDS, MOST_WORDS = 3, 24
# So many words, quoted within another's sentence, are surely one speaker's own.
FEWEST_WITHIN = 4
NEXT_WORDS = 160
REACH = 120


@dataclass(frozen=True, slots=True)
class Saying:
    """Quoted words, the person who said them, and the sentences that show it; ``verb`` is how a question has it."""

    fact: Fact
    person: Fact
    verb: str
    proof: tuple[Evidence, ...]


def draft_quotes(setting: Setting) -> list[Question]:
    """One question for each quotation, and one that matches speakers with their words where three of them speak."""
    spoken = _sayings(setting)
    drafts = [draft for saying in spoken if (draft := _who_said(saying, spoken, setting)) is not None]
    matching = _match_speakers(spoken, setting)
    return [*drafts, matching] if matching else drafts


def _sayings(setting: Setting) -> list[Saying]:
    """Quoted words with the person who said them; nobody whom the report does not name."""
    people = [fact for fact in setting.surroundings.facts if fact.kind == "person" and fact.same_as is None]
    found: list[Saying] = []
    quotes = [fact for fact in setting.surroundings.by_kind.get("speech", ()) if not fact.mention.reported]
    for at, fact in enumerate(quotes):
        words = str(fact.value or "").split()
        speakers = [person for person in people if fact.speaker and str(person.value) in fact.speaker]
        if len(speakers) != 1 or not FEWEST_WORDS <= len(words) <= MOST_WORDS:
            continue
        if any(mark in str(fact.value) for mark in "[]()") or set(words) & set(str(speakers[0].value).split()):
            continue
        before = found[-1] if found and at and found[-1].fact is quotes[at - 1] else None
        saying = _saying(fact, speakers[0], before, setting)
        if saying is not None:
            found.append(saying)
    return found


def _saying(fact: Fact, person: Fact, before: Saying | None, setting: Setting) -> Saying | None:
    """The words with what proves whose they are: a name or a pronoun beside them, or the quotation before them."""
    own = setting.report.evidence(*fact.sentence)
    whole = str(fact.value)[0].isupper()
    if whole and _is_first_half(fact, setting):
        return None
    if not whole:
        broken = before is not None and before.fact.sentence == fact.sentence
        if str(fact.value).split()[0].lower() in {"him", "her", "them", "it", "us", "me"}:
            return None  # half of a verb's phrase
        if broken or len(str(fact.value).split()) < FEWEST_WITHIN or not _names_beside(fact, person, setting):
            return None
        return Saying(fact, person, "used the words", (own,))
    for side in _sides(fact, setting.report.text):
        if SAYING.search(side[1]) is None or "said to" in side[1]:
            continue
        verb = "wrote" if WRITING.search(side[1]) else "said"
        if str(person.value).split()[-1] in re.findall(r"[^\s,:]+", side[1]):
            return Saying(fact, person, verb, (setting.report.evidence(*_around(fact, person, setting)),))
        pronoun = PRONOUN.search(side[1])
        referent = setting.surroundings.referents.get(side[0] + pronoun.start()) if pronoun else None
        if referent is not None and referent.name == person.value:
            return Saying(
                fact, person, verb, (own, setting.report.evidence(referent.sentence.start, referent.sentence.end))
            )
    goes_on = before is not None and before.person is person and fact.start - before.fact.end < NEXT_WORDS
    if before is None or not goes_on or "\n" in setting.report.text[before.fact.end : fact.start]:
        return None  # only words that name their speaker beside them prove who spoke
    return Saying(fact, person, before.verb, (own, *before.proof))


def _around(fact: Fact, person: Fact, setting: Setting) -> tuple[int, int]:
    """From the words to the end of the sentence that names their speaker, where the words are sentences themselves."""
    surname = str(person.value).split()[-1]
    ends = [
        one.sentence[1] for one in setting.surroundings.same_value(person)
        if one.sentence[0] >= fact.sentence[0] and one.start - fact.end < REACH and surname in one.text
    ]  # fmt: skip
    return fact.sentence[0], max([fact.sentence[1], *ends[:1]])


def _is_first_half(fact: Fact, setting: Setting) -> bool:
    """Whether the same sentence goes on quoting in small letters: "Glass," she wrote, "is sand"."""
    spoken = setting.surroundings.by_sentence.get(fact.sentence[0], ())
    later = [one for one in spoken if one.kind == "speech" and not one.mention.reported and one.start > fact.end]
    return any(str(one.value)[:1].islower() for one in later)


def _sides(fact: Fact, text: str) -> Iterator[tuple[int, str]]:
    """The words of the same sentence right after and right before a quotation, each with its offset."""
    start = fact.end + len(text[fact.end : fact.end + 120]) - len(text[fact.end : fact.end + 120].lstrip(" ,.!?\"”’'"))
    after = re.split(r"[.;](?=\s)|\n", text[start : fact.end + 120])[0]
    pieces = re.split(r",(?=\s)(?! [a-z]+ [A-Z])", after)
    yield start, pieces[0]
    if len(pieces) > 1 and (PUT_BETWEEN.match(after) or NAMED_AFTER.match(after)):
        yield start, ",".join(pieces[:3])
    before = re.split(r"[.;!?]\s|\n", text[max(0, fact.start - 120) : fact.start])[-1]
    yield fact.start - len(before), before


def _names_beside(fact: Fact, person: Fact, setting: Setting) -> bool:
    """Whether the sentence around the words names the one who uses them and nobody else."""
    people = {f.value for f in setting.surroundings.by_sentence.get(fact.sentence[0], ()) if f.kind == "person"}
    return people == {person.value}


def quoted(fact: Fact) -> str:
    return "“" + str(fact.value).strip(" ,.;:") + "”"


def _who_said(saying: Saying, spoken: list[Saying], setting: Setting) -> Question | None:
    fact, person, evidence, frame = saying.fact, saying.person, saying.proof, setting.surroundings.frame
    others = {str(other.person.value): other for other in spoken if other.person.value != person.value}
    colon = " " if saying.verb == "used the words" else ": "
    stem = f"Who {saying.verb}{colon}{quoted(fact)}?"
    question = Question(
        id="", interaction="text", form="who-said", topic="speech",
        stem=stem if not frame or set(frame.split()) & set(str(person.value).split()) else framed(frame, stem),
        explanation=explained(evidence), evidence=evidence, facts=(fact.id,),
        accepted=accepted_spellings(person, setting.surroundings),
    )  # fmt: skip
    if len(others) >= 2:
        options = [Option("", str(person.value), True, explained(evidence), evidence=evidence)]
        for name, other in _alike(list(others.items()), str(person.value), setting.rng):
            why = f"{name} said something else: {quoted(other.fact)}."
            options.append(Option("", name, False, why, evidence=other.proof[:1]))
        setting.rng.shuffle(options)
        lettered = tuple(replace(option, id=LETTERS[i]) for i, option in enumerate(options))
        question = replace(question, interaction="choice", accepted=(), options=lettered)
    elif len(str(person.value).split()) > 3:
        return None
    return finished(question, fact.start, setting)


def _sample(values: list[T], count: int, rng: Random) -> list[T]:
    return rng.sample(values, min(count, len(values)))


def _alike(others: list[tuple[str, Saying]], key: str, rng: Random) -> list[tuple[str, Saying]]:
    """Up to three others, one of them with a name at least as long as the key's where there is one."""
    rng.shuffle(others)
    others.sort(key=lambda one: len(one[0]) < len(key))
    return [*others[:1], *_sample(others[1:], 2, rng)]


def _match_speakers(spoken: list[Saying], setting: Setting) -> Question | None:
    by_person = {str(one.person.value): one for one in reversed(spoken) if one.verb != "used the words"}
    if len(by_person) < 3:
        return None
    chosen = sorted(_sample(list(by_person.items()), 4, setting.rng), key=lambda one: one[0])
    said = [saying for _, saying in chosen]
    order = list(range(len(said)))
    setting.rng.shuffle(order)
    evidence = tuple(dict.fromkeys(quote for one in said for quote in one.proof))
    left = [_part(LETTERS[i], name, "left", said[i]) for i, (name, _) in enumerate(chosen)]
    right = [_part(LETTERS[len(said) + place], quoted(said[i].fact), "right", said[i]) for place, i in enumerate(order)]
    pairs = tuple((LETTERS[i], LETTERS[len(said) + order.index(i)]) for i in range(len(said)))
    question = Question(
        id="", interaction="matching", form="match-speakers", stem="Match each person with the words they said.",
        topic="speech", explanation=explained(evidence), evidence=evidence, facts=tuple(one.fact.id for one in said),
        options=(*left, *right), pairs=pairs,
    )  # fmt: skip
    return finished(question, said[0].fact.start, setting)


def _part(letter: str, text: str, side: Side, said: Saying) -> Option:
    return Option(letter, text, why=explained(said.proof), side=side, evidence=said.proof)
