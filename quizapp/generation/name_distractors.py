"""Places and people that are surely wrong: of the key's kind, from the report first, then neighbours of a place."""

import re
from random import Random

from quizapp.facts import Fact, Place
from quizapp.generation.surroundings import Surroundings
from quizapp.generation.targets import Asking, is_demonym, place_noun
from quizapp.generation.worth import is_surely_a_person
from quizapp.generation.wrongs import OPTION_COUNT, Wrong, is_apart
from quizapp.language import Entry, gazetteer, sex_of_name

WARRING = re.compile(
    r"\b(?:capitulate|surrender|command|besiege|march|attack|retreat|defeat|invade|storm|garrison|troops|soldiers|army)",
    re.IGNORECASE,
)
COMMANDING = frozenset(
    """
    colonel general captain major admiral commander lieutenant marshal commandant governor brigadier commodore sergeant
    officer king queen emperor prince duke count earl baron lord sultan shah tsar khan leader president chief warlord
    corporal soldier knight regent viceroy
    """.split()
)
THRONES = {"king", "queen", "emperor", "empress", "pope", "tsar", "sultan", "shah", "kaiser"}
# Fewer people than this, and hardly anyone has heard of it.
LEAST_PEOPLE = {"country": 3_000_000, "city": 100_000}


def wrong_places(fact: Fact, asking: Asking, surroundings: Surroundings, rng: Random) -> list[Wrong] | None:
    place = fact.value
    if not isinstance(place, Place):
        return None
    found: dict[str, Wrong] = {}
    noun = place_noun(fact.text, place)
    for other in surroundings.near(fact):
        value = other.value
        if not isinstance(value, Place) or value.place_class != place.place_class:
            continue
        if place.place_class == "region" and value.country != place.country:
            continue  # nobody takes Europe for Antarctica
        if value.name == place.name or not is_apart(other, asking, surroundings) or is_demonym(other):
            continue
        if place_noun(other.text, value) == noun and not _mentioned_together(other, fact, surroundings):
            found.setdefault(value.name, Wrong(value.name if other.text.isupper() else other.text, other))
    for entry in _neighbours(place, surroundings) if len(found) < OPTION_COUNT - 1 else ():
        if entry.name.lower() not in asking.stem.lower():
            found.setdefault(entry.name, Wrong(entry.name))
    return _chosen(list(found.values()), asking.answer, rng)


def _neighbours(place: Place, surroundings: Surroundings) -> list[Entry]:
    """Places of the same kind near by that a learner may have heard of."""
    if place.latitude is None or place.place_class not in LEAST_PEOPLE:
        return []
    named = surroundings.place_names
    near = [
        entry
        for entry in gazetteer().near(place, place.place_class, 40)
        if entry.population >= LEAST_PEOPLE[place.place_class] and entry.name not in named
        and (place.place_class == "country" or entry.country == place.country)
        and re.fullmatch(r"[A-Z][a-z]+(?: [A-Z][a-z]+)?", entry.name)
    ]  # fmt: skip
    return sorted(near, key=lambda entry: -entry.population)[:6]


def _mentioned_together(one: Fact, other: Fact, surroundings: Surroundings) -> bool:
    """Whether any sentence names both; what is said of one may then hold for the other too."""
    return bool(
        {fact.sentence for fact in surroundings.same_value(one)}
        & {fact.sentence for fact in surroundings.same_value(other)}
    )


def wrong_people(fact: Fact, asking: Asking, surroundings: Surroundings, rng: Random) -> list[Wrong] | None:
    found: dict[str, Wrong] = {}
    for other in surroundings.near(fact):
        name = str(other.value or "")
        if not name or other.value == fact.value or not is_surely_a_person(other, surroundings):
            continue
        if name.split()[-1] in re.findall(r"\w+", asking.stem):
            continue  # nobody is "Irons's superior" himself
        if not is_apart(other, asking, surroundings) or _reigns(other) != _reigns(fact):
            continue
        if _is_ruled_out(other, asking.stem) or _is_no_soldier(other, asking.stem, surroundings):
            continue
        if _shares_word(name, str(fact.value)) or name.lower() in asking.stem.lower():
            continue
        found.setdefault(name, Wrong(name, other))
    found = {name: wrong for name, wrong in found.items() if (" " in name) == (" " in asking.answer)}
    return _chosen(list(found.values()), asking.answer, rng)


def _is_ruled_out(person: Fact, stem: str) -> bool:
    """Whether "his" or "her" in the stem tells that it was not this person."""
    words = set(stem.lower().split())
    sex = sex_of_name(str(person.value))
    return bool(sex == "f" and words & {"his", "him", "he"}) or bool(sex == "m" and words & {"her", "she", "hers"})


def _is_no_soldier(person: Fact, stem: str, surroundings: Surroundings) -> bool:
    """Whether a deed of war is asked for and the report knows the person by another calling than command."""
    if not WARRING.search(stem):
        return False
    known = [one.mention for one in surroundings.same_value(person)]
    titles = {word for one in known for word in (one.title or "").lower().split()}
    roles = {word for one in known for word in (one.role or "").lower().split()}
    return not (titles | roles) & COMMANDING and bool(roles)


def _reigns(person: Fact) -> bool:
    """Whether a name shows on its face that it is a monarch's or a pope's."""
    title = (person.mention.title or "").lower()
    return bool(re.search(r" [IVX]+$", str(person.value))) or title in THRONES


def _shares_word(one: str, other: str) -> bool:
    return bool(set(one.lower().split()) & set(other.lower().split()))


def _chosen(candidates: list[Wrong], key: str, rng: Random) -> list[Wrong] | None:
    """Up to three of the candidates; how long the key is among them is drawn too."""
    unique = {wrong.text.lower(): wrong for wrong in candidates if wrong.text.lower() != key.lower()}
    pool = [wrong for wrong in unique.values() if not _contains(wrong.text, key)]
    if len(pool) < 2:
        return None
    wanted = min(OPTION_COUNT - 1, len(pool))
    rng.shuffle(pool)
    pool.sort(key=lambda wrong: wrong.fact is None)
    longer = [wrong for wrong in pool if len(wrong.text) > len(key)]
    shorter = [wrong for wrong in pool if len(wrong.text) <= len(key)]
    count = min(rng.randrange(wanted + 1), len(longer))
    if 0.8 * len(key) > max((len(w.text) for w in pool), default=0):
        return None
    picked = (longer[: max(count, 1 if not _has_long(shorter, key) else count)] + shorter)[:wanted]
    return picked if len(picked) >= 2 else None


def _has_long(wrongs: list[Wrong], key: str) -> bool:
    return any(len(wrong.text) * 1.2 >= len(key) for wrong in wrongs)


def _contains(one: str, other: str) -> bool:
    a, b = one.lower(), other.lower()
    return a in b or b in a
