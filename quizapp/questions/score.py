"""One scorer for every interaction: 1 where all of an answer is right, else 0.

| interaction | an answer is |
|---|---|
| choice, true_false | the id of the picked option |
| numeric | a number, or text such as "4,000", "4 thousand", "$5m", "40 km" |
| text, cloze | text; days, times and amounts in any usual way of writing them |
| ordering | the option ids, first to last |
| matching | pairs (left id, right id), in any order |
| map | an option id, or (latitude, longitude) in degrees |

None ("I don't know") is 0, and so is anything of another shape: a form says what is wrong with its shape before this is
asked, and a score never fails.
"""

import math
from collections.abc import Collection

from quizapp.questions.amounts import names_another_unit, read_number
from quizapp.questions.days import read_days, read_times
from quizapp.questions.question import MapTarget, Question
from quizapp.questions.spelling import matches

Answer = object
EARTH_RADIUS_KM = 6371.0088
# Python's whole numbers go beyond what can be compared with a fraction.
LARGEST = 1e300


def score(question: Question, answer: Answer, other_names: Collection[str] = ()) -> int:
    """0 or 1. ``other_names`` are the report's other names: a typo that makes one of them is not forgiven."""
    if answer is None:
        return 0
    match question.interaction:
        case "choice" | "true_false":
            return int(question.key is not None and answer == question.key.id)
        case "numeric":
            return int(_near_enough(question, answer))
        case "text" | "cloze":
            return int(isinstance(answer, str) and _is_accepted(answer, question, other_names))
        case "ordering":
            return int(isinstance(answer, list | tuple) and bool(question.order) and tuple(answer) == question.order)
        case "matching":
            return int(_pairs_of(answer) == frozenset(question.pairs) != frozenset())
        case "map":
            return int(question.place is not None and _hits(question.place, answer))


def _is_accepted(answer: str, question: Question, other_names: Collection[str]) -> bool:
    """One of the accepted spellings, or the day, the time or the number that one of them is, written another way."""
    if any(character.isdigit() for character in answer) and all(
        names_another_unit(answer, spelling) for spelling in question.accepted
    ):
        return False
    if matches(answer, question.accepted, other_names):
        return True
    for spelling in question.accepted:
        if read_days(spelling):
            return bool(read_days(spelling) & read_days(answer))
        if read_times(spelling):
            return bool(read_times(spelling) & read_times(answer))
        number = read_number(spelling)
        if number is not None and read_number(answer, spelling) == number:
            return True
    return False


def _near_enough(question: Question, answer: Answer) -> bool:
    number: float | None = None
    if isinstance(answer, str):
        number = read_number(answer, question.stem)
    elif isinstance(answer, int | float) and not isinstance(answer, bool):
        number = answer
    if number is None or question.value is None:
        return False
    tolerance = question.tolerance or 0
    # The bounds are inclusive, whatever binary fractions make of them: 6.45 is within 0.05 of 6.4.
    slack = 1e-9 * max(abs(question.value), abs(tolerance), 1e-9)
    return abs(number) < LARGEST and abs(number - question.value) <= tolerance + slack


def _pairs_of(answer: Answer) -> frozenset[tuple[object, ...]]:
    if not isinstance(answer, list | tuple | set | frozenset):
        return frozenset()
    pairs = [
        tuple(pair) for pair in answer if isinstance(pair, list | tuple) and all(isinstance(end, str) for end in pair)
    ]
    return frozenset(pairs) if len(pairs) == len(answer) == len(set(pairs)) else frozenset()


def _hits(place: MapTarget, answer: Answer) -> bool:
    match answer:
        case str():
            return answer == place.option
        case (int() | float() as latitude, int() | float() as longitude):
            return kilometres_between(latitude, longitude, place.latitude, place.longitude) <= place.radius_km
    return False


def kilometres_between(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Great-circle distance on a sphere of the Earth's mean radius (haversine); no degrees in, infinity out."""
    if not all(abs(degrees) <= 360 for degrees in (latitude, longitude, other_latitude, other_longitude)):
        return math.inf
    north, other_north = math.radians(latitude), math.radians(other_latitude)
    chord = (
        math.sin((other_north - north) / 2) ** 2
        + math.cos(north) * math.cos(other_north) * math.sin(math.radians(other_longitude - longitude) / 2) ** 2
    )
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(min(1.0, max(0.0, chord))))
