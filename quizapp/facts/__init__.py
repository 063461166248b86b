"""What a report states: facts, each with the exact characters that prove it."""

from quizapp.facts.date_wording import date_text, duration_text
from quizapp.facts.dates import find_dates, parse_date
from quizapp.facts.durations import find_durations, parse_duration
from quizapp.facts.extract import extract_facts, fact_document, find_facts
from quizapp.facts.fact import Fact, Kind, Mention, Number, Place, PlaceClass, Value, fact_id
from quizapp.facts.figure_texts import figure_text, parse_figure, uncertainty
from quizapp.facts.figures import find_figures
from quizapp.facts.names import find_names, find_organisations, find_people
from quizapp.facts.places import find_places
from quizapp.facts.speech import find_speech

__all__ = [
    "Fact",
    "Kind",
    "Mention",
    "Number",
    "Place",
    "PlaceClass",
    "Value",
    "date_text",
    "duration_text",
    "extract_facts",
    "fact_document",
    "fact_id",
    "figure_text",
    "find_dates",
    "find_durations",
    "find_facts",
    "find_figures",
    "find_names",
    "find_organisations",
    "find_people",
    "find_places",
    "find_speech",
    "parse_date",
    "parse_duration",
    "parse_figure",
    "uncertainty",
]
