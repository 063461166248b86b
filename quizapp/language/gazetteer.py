"""Places of the world with their coordinates, from the shipped file; apart because it knows nothing of English texts.

Names are matched with their case and diacritics, as the file spells them; where the data come from is told in
``data/README.md``.
"""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import Protocol

PLACES_FILE = Path(__file__).parent / "data" / "places.tsv.gz"
EARTH_RADIUS_KM = 6371.0088
# A distractor should be about as well known as its key: a city at least a fifth as large, or large in itself.
NEIGHBOUR_SHARE = 0.2
LARGE_CITY = 100_000
# Nearer than this a city is a suburb.
SUBURB_KM = 20.0


class Located(Protocol):
    """Anything with a name, a country and degrees; a `Place` and an `Entry` both are."""

    @property
    def name(self) -> str: ...
    @property
    def country(self) -> str | None: ...
    @property
    def latitude(self) -> float | None: ...
    @property
    def longitude(self) -> float | None: ...


@dataclass(frozen=True, slots=True)
class Entry:
    """A place as the gazetteer knows it; ``names`` begins with ``name``, ``population`` is 0 where nobody counted."""

    name: str
    names: tuple[str, ...]
    place_class: str
    country: str | None
    latitude: float | None
    longitude: float | None
    population: int
    demonyms: tuple[str, ...]


def distance_km(one: Located, other: Located) -> float | None:
    """Great-circle distance by the haversine formula; None where either has no coordinates."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    return great_circle_km(one.latitude, one.longitude, other.latitude, other.longitude)


def great_circle_km(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    north = sin(radians(other_latitude - latitude) / 2) ** 2
    east = sin(radians(other_longitude - longitude) / 2) ** 2
    across = cos(radians(latitude)) * cos(radians(other_latitude)) * east
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(north + across)))


def entry_of(line: str) -> Entry:
    names, place_class, country, latitude, longitude, population, demonyms = line.split("\t")
    spelled = tuple(names.split("|"))
    return Entry(
        spelled[0],
        spelled,
        place_class,
        country or None,
        float(latitude) if latitude else None,
        float(longitude) if longitude else None,
        int(population) if population else 0,
        tuple(demonyms.split("|")) if demonyms else (),
    )


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The file's lines as they are, best known first, and the lines of each name; entries are made when asked for."""

    lines: tuple[str, ...]
    lines_by_name: dict[str, tuple[int, ...]]
    lines_by_demonym: dict[str, int]
    longest_name: int

    def __contains__(self, name: str) -> bool:
        return name in self.lines_by_name

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """Every place of this name: countries and well-known places first, then regions, then cities by size."""
        return tuple(entry_of(self.lines[line]) for line in self.lines_by_name.get(name, ()))

    def demonym(self, word: str) -> Entry | None:
        """The country or region whose people, language or things are called this: Iran for "Iranian"."""
        line = self.lines_by_demonym.get(word)
        return None if line is None else entry_of(self.lines[line])

    def countries(self) -> tuple[Entry, ...]:
        return tuple(self.of_class("country"))

    def of_class(self, place_class: str) -> Iterator[Entry]:
        mark = f"\t{place_class}\t"
        return (entry_of(line) for line in self.lines if mark in line)

    def near(self, place: Located, place_class: str, count: int) -> tuple[Entry, ...]:
        """The nearest other places of a class, those of the same country first; empty for a place without coordinates.

        Of cities only those about as well known, so that a capital is not set beside its suburbs.
        """
        known = [entry.population for entry in self.lookup(place.name) if entry.country == place.country]
        population = max(known, default=0)
        least = min(population * NEIGHBOUR_SHARE, LARGE_CITY) if population else LARGE_CITY
        ranked = []
        for entry in self.of_class(place_class):
            if place_class == "city" and 0 < entry.population < least:
                break  # cities stand in the file by size
            away = distance_km(place, entry)
            if away is not None and place.name not in entry.names and (place_class != "city" or away > SUBURB_KM):
                ranked.append((place_class != "country" and entry.country != place.country, away, entry.name, entry))
        ranked.sort(key=lambda row: row[:3])
        return tuple(row[3] for row in ranked[:count])


@cache
def gazetteer() -> Gazetteer:
    """The shipped gazetteer, read once a process."""
    return read_gazetteer(gzip.decompress(PLACES_FILE.read_bytes()).decode("utf-8"))


def read_gazetteer(text: str) -> Gazetteer:
    lines = tuple(text.splitlines())
    by_name: dict[str, tuple[int, ...]] = {}
    by_demonym: dict[str, int] = {}
    longest = 1
    for number, line in enumerate(lines):
        names, _, rest = line.partition("\t")
        for name in names.split("|"):
            by_name[name] = (*by_name.get(name, ()), number)
            longest = max(longest, name.count(" ") + 1)
        if not rest.endswith("\t"):
            for demonym in rest.rpartition("\t")[2].split("|"):
                by_demonym.setdefault(demonym, number)
    return Gazetteer(lines, by_name, by_demonym, longest)
