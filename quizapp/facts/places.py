"""Places of a report, each with where it is; decides which of all places of one name is meant."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from math import log10
from typing import cast

from quizapp.facts.fact import Mention, Place, PlaceClass
from quizapp.facts.place_evidence import PLACE, after_comma, place_score
from quizapp.facts.place_nouns import KINDS_OF_PLACE
from quizapp.facts.place_patterns import kind_listed
from quizapp.facts.place_repeats import is_a_thing, names_of_things, repeats, republics_for_regions, short_for
from quizapp.facts.place_sightings import Sighting, sightings
from quizapp.language import Reading, gazetteer
from quizapp.language.gazetteer import Entry

TRUSTED = 3.5
# Of all mentions of countries, and how many; below it a report is about no one country.
MAIN_COUNTRY_SHARE = 0.75
MAIN_COUNTRY_LEAST = 4
# How far on, in tokens, a place says where the one before it is.
REACH = 14
CALLED_AFTER_CITIES = frozenset(("airport", "base", "crossing", "district"))
HOLDING = frozenset("in of on serves serving".split())
MOVING = frozenset("from to at between and or than via for by with after before until ; : who".split())
# A country that the report names weighs as much as ten times the people.
WEIGHT_OF_NAMED_COUNTRY = 1.0
LEAST_KNOWN_CITY = 15_000
CITY_BEFORE_REGION = 50_000
FAME_OF_REGION = 5.8
FAME_OF_LANDMARK = 6.0
# Marks in the counts what lies inside a country: "Atlanta" makes a state of Georgia, "the U.S." does not.
INSIDE = "inside "
WORDS_OF_STATES = frozenset("state senator representative governor congressman congresswoman legislature".split())


def find_places(reading: Reading) -> list[Mention]:
    """Countries, demonyms, cities, regions and named places of a report, in order; no two overlap."""
    return [mention for mention, _ in scored_places(reading)]


def scored_places(reading: Reading) -> list[tuple[Mention, float]]:
    """The same, each with the weight of its evidence: 2 is just enough, 4 and more is sure."""
    things = names_of_things(reading)
    seen = [(one, place_score(one)) for sentence in reading.sentences for one in sightings(sentence)]
    trusted = {one.name for one, score in seen if score >= TRUSTED}
    kept: dict[Sighting, float] = {}
    longer: dict[str, Sighting] = {}
    for one, score in seen:
        weight = score + 2 if 0 < score < TRUSTED and one.name in trusted else score
        if weight >= PLACE and not is_a_thing(one, things):
            kept[short_for(one, longer)] = weight
            first_words, _, last_word = one.name.rpartition(" ")
            if first_words:
                longer[last_word] = one
    own = republics_for_regions(list(kept))
    kept = {own.get(one, one): weight for one, weight in kept.items()}
    again = [one for one in repeats(reading, list(kept)) if not is_a_thing(one, things)]
    kept |= dict.fromkeys(again, PLACE)
    countries = named_countries(list(kept))
    ordered = sorted(kept, key=lambda one: one.start)
    together: dict[int, list[Sighting]] = defaultdict(list)
    for one in ordered:
        together[one.sentence.start].append(one)
    values = _agreeing([place_of(one, countries, together[one.sentence.start]) for one in ordered])
    return [
        (Mention("place", one.start, one.end, value), kept[one]) for one, value in zip(ordered, values, strict=True)
    ]


def _agreeing(values: Sequence[Place]) -> list[Place]:
    """One value for all mentions of a place that no list holds: what any of them tells."""
    told: dict[str, Place] = {}
    for value in values:
        key = value.name.casefold()
        known = told.setdefault(key, value)
        told[key] = replace(
            known, place_class=known.place_class or value.place_class, country=known.country or value.country
        )
    return [value if value.latitude is not None else told[value.name.casefold()] for value in values]


def named_countries(places: Sequence[Sighting]) -> Counter[str]:
    """How often a report names each country, by its name, its people, or a region or great city of one meaning."""
    named: Counter[str] = Counter()
    for seen in places:
        entries = gazetteer().lookup(seen.known) if seen.known else ()
        countries = {entry.country for entry in entries if entry.place_class != "city" or entry.population > 200_000}
        if len(countries) == 1 and (country := countries.pop()):
            named[country] += 1
            if all(entry.place_class != "country" for entry in entries):
                named[INSIDE + country] += 1
    return named


def place_of(seen: Sighting, countries: Counter[str], places: Sequence[Sighting] = ()) -> Place:
    """The place meant: of all with this name the one whose country the report is about, else the best known."""
    said = seen.place_class or class_said_beside(seen)
    entries = gazetteer().lookup(seen.known) if seen.known else ()
    beside = _beside(seen)
    entry = max(entries, key=lambda entry: _likelihood(entry, entries, said, countries, beside), default=None)
    other = entry is not None and entry.place_class == "city" and said not in (None, "city")
    listed = kind_listed(list(seen.sentence.span), seen.first, seen.last)
    if entry is None or (other and (seen.how == "noun" or listed)):
        return Place(seen.name, said, _country_around(seen, places, beside) or _main_country(seen, countries))
    if seen.how == "known" and seen.name != seen.known:
        return Place(seen.name, "region", entry.country)  # "East Antarctica"
    name = seen.name if seen.how == "noun" else entry.name
    return Place(
        name, seen.place_class or cast(PlaceClass, entry.place_class), entry.country, entry.latitude, entry.longitude
    )


def _likelihood(
    entry: Entry, rivals: Sequence[Entry], said: PlaceClass | None, countries: Counter[str], beside: Entry | None
) -> float:
    weight = _fame(entry, rivals)
    if entry.country and countries[entry.country]:
        weight += WEIGHT_OF_NAMED_COUNTRY
    if said is not None and said == entry.place_class:
        weight += 4
    namesakes = [rival.country for rival in rivals if rival.place_class == "country"]
    if entry.place_class == "region" and namesakes and countries[INSIDE + str(entry.country)]:
        weight += 0 if any(countries[str(country)] for country in namesakes) else 4
    if beside is not None and beside.country == entry.country and beside.name != entry.name:
        weight += 4
    return weight


def _fame(entry: Entry, rivals: Sequence[Entry]) -> float:
    """The logarithm of a city's people, and what is worth as much in other places."""
    match entry.place_class:
        case "city":
            return log10(max(entry.population, LEAST_KNOWN_CITY))
        case "country":
            return 8.0
        case "region":
            # A region gives way to the city it is called after: "Aleppo" alone is the city.
            namesakes = [
                city.population for city in rivals if city.place_class == "city" and city.country == entry.country
            ]
            return log10(max(namesakes)) - 0.5 if max(namesakes, default=0) > CITY_BEFORE_REGION else FAME_OF_REGION
    return FAME_OF_LANDMARK


def class_said_beside(seen: Sighting) -> PlaceClass | None:
    """ "the village of X", "the city X"; "Flint, X" and "an X senator" are a state."""
    tokens = list(seen.sentence.span)
    after = tokens[seen.last].lower_ if seen.last < len(tokens) else ""
    if after in WORDS_OF_STATES:
        return "region"
    if kind := kind_listed(tokens, seen.first, seen.last):
        return kind
    comma = seen.first - 1
    if comma > 0 and tokens[comma].text == "," and comma > 1 and tokens[comma - 1].text in gazetteer():
        listed = seen.last < len(tokens) and tokens[seen.last].lower_ in ("and", "or")
        return None if listed else "region"
    place = seen.first - 1
    while place >= 0 and tokens[place].lower_ in ("of", "the"):
        place -= 1
    if 0 <= place < seen.first and (place < seen.first - 1 or tokens[place].lower_ in ("city", "village", "town")):
        return KINDS_OF_PLACE.get(tokens[place].lower_)
    return None


def _beside(seen: Sighting) -> Entry | None:
    """The country or region after a comma, "Paris, Texas", or whose possessive stands before, "Russia's X"."""
    tokens = list(seen.sentence.span)
    wide = [entry for entry in after_comma(seen, tokens) if entry.place_class in ("region", "country")]
    if not wide and seen.first > 1 and tokens[seen.first - 1].text in ("'s", "’s"):
        wide = list(gazetteer().lookup(tokens[seen.first - 2].text))
    return wide[0] if wide else None


def _main_country(seen: Sighting, countries: Counter[str]) -> str | None:
    """The country that the report is nearly all about; waters lie between countries."""
    counts = Counter({country: count for country, count in countries.items() if not country.startswith(INSIDE)})
    most = counts.most_common(1) if seen.place_class != "water" else []
    sure = (country for country, count in most if count >= max(MAIN_COUNTRY_SHARE * counts.total(), MAIN_COUNTRY_LEAST))
    return next(sure, None)


def _country_around(seen: Sighting, places: Sequence[Sighting], beside: Entry | None) -> str | None:
    """The country of a place that no list holds: of what stands beside it, or of the wider place that follows."""
    if beside is not None:
        return beside.country
    if seen.place_class == "water":
        return None  # waters lie between countries
    if seen.how == "noun" and seen.place_class in CALLED_AFTER_CITIES and (own := _country_of_stem(seen.name)):
        return own
    after = [other for other in places if other.start >= seen.end and other.known and other.how != "demonym"]
    if not after or not _leads_to(seen, after[0]):
        return None
    countries = {entry.country for entry in gazetteer().lookup(after[0].known or "")[:1]}
    return next(iter(countries), None)


def _country_of_stem(name: str) -> str | None:
    """Where the city is that a name begins with, if all cities of that name are in one country."""
    words = name.split()
    for last in range(len(words) - 1, 0, -1):
        if entries := gazetteer().lookup(" ".join(words[:last])):
            countries = {entry.country for entry in entries}
            return countries.pop() if len(countries) == 1 else None
    return None


def _leads_to(seen: Sighting, wider: Sighting) -> bool:
    """Whether the place after a place holds it: "on the Swedish island of Gotland", "is a tunnel in Valais"."""
    between = list(seen.sentence.span[seen.last : wider.first])
    within = any(token.lower_ in HOLDING for token in between) or [token.text for token in between] == [","]
    return within and len(between) <= REACH and not any(token.lower_ in MOVING for token in between)
