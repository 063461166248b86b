"""The English pipeline: reading a report into sentences with tags, dependencies and names."""

from quizapp.language.english import likely_english
from quizapp.language.gazetteer import Entry, Gazetteer, distance_km, gazetteer
from quizapp.language.given_names import Sex, sex_of_name
from quizapp.language.pipeline import pipeline
from quizapp.language.reading import Reading, Sentence, read
from quizapp.language.second import parse_again

__all__ = [
    "Entry",
    "Gazetteer",
    "Reading",
    "Sentence",
    "Sex",
    "distance_km",
    "gazetteer",
    "likely_english",
    "parse_again",
    "pipeline",
    "read",
    "sex_of_name",
]
