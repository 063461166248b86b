"""What templates need worked out: the numbers in their drawings, and the words for dates, topics and steps."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from string import ascii_uppercase

from quizapp.questions import Topic
from quizapp.results import Stretch
from quizapp.usecases.shown import AttemptLine, Steps

TOPIC_NAMES: Mapping[Topic, str] = {
    "people": "People",
    "places": "Places",
    "figures": "Figures",
    "dates": "Dates",
    "sequence": "Order of events",
    "speech": "Who said what",
}
BLANK = "____"
# A line never begins with these.
CLINGING = ",.;:!?)%’”"
# More dots than this would run into one another on a telephone.
MOST_DOTS = 24


@dataclass(frozen=True, slots=True)
class StepBox:
    """A question of an attempt, drawn: where it begins and how wide it is; "" as a state is sure to come."""

    state: str
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class StepBar:
    """All questions of an attempt in a row of ``width``."""

    width: float
    boxes: tuple[StepBox, ...]


def step_bar(steps: Steps) -> StepBar:
    """Done, now, sure to come, and "maybe" for those that the quiz may do without."""
    last = max(steps.most, steps.number)
    # The gap keeps its size on the screen, however many boxes share the line.
    gap = min(0.05 * max(last, 10), 3)
    boxes = []
    for number in range(1, last + 1):
        state = "maybe" if number > steps.least else ""
        if number <= steps.number:
            state = "now" if number == steps.number else "done"
        boxes.append(StepBox(state, 10 * (number - 1), round(10 - gap, 2)))
    return StepBar(round(10 * last - gap, 2), tuple(boxes))


def step_words(steps: Steps) -> str:
    """ "Question 6 of 8 to 12": no more is promised than is known."""
    least, most = max(steps.least, steps.number), max(steps.most, steps.number)
    return f"Question {steps.number} of {least}" + (f" to {most}" if most > least else "")


def scale_stretch(stretch: Stretch) -> str:
    """The path of a stretch on a scale 100 wide and 20 high; its round ends stay on the scale."""
    return f"M{_on_scale(stretch.low):g} 10H{max(_on_scale(stretch.high), _on_scale(stretch.low) + 0.01):g}"


def scale_dot(stretch: Stretch) -> str:
    """The path of the likeliest place on the same scale: a line of no length, drawn round."""
    return f"M{_on_scale(stretch.likely):g} 10h.01"


def _on_scale(place: float) -> float:
    return round(min(max(place, 2.0), 98.0), 1)


@dataclass(frozen=True, slots=True)
class Curve:
    """Ability over attempts on a square of 100: paths, the dates below it, and the whole in a sentence."""

    ribbon: str
    line: str
    dots: tuple[str, ...]
    dates: tuple[str, ...]
    label: str


def ability_curve(lines: Sequence[AttemptLine]) -> Curve | None:
    """The curve through the attempts that have a stretch, evenly spaced; None where fewer than two of them have."""
    shown = [(line, line.stretch) for line in lines if line.stretch is not None]
    if len(shown) < 2:
        return None
    places = [round(100 * index / (len(shown) - 1), 1) for index in range(len(shown))]
    stretches = [stretch for _, stretch in shown]
    upper = [f"{x:g} {100 - stretch.high:g}" for x, stretch in zip(places, stretches, strict=True)]
    likely = [f"{x:g} {100 - stretch.likely:g}" for x, stretch in zip(places, stretches, strict=True)]
    lower = [f"{x:g} {100 - stretch.low:g}" for x, stretch in zip(places, stretches, strict=True)]
    dots = likely if len(likely) <= MOST_DOTS else likely[-1:]
    first, last = shown[0], shown[-1]
    return Curve(
        ribbon=f"M{'L'.join(upper + lower[::-1])}Z",
        line=f"M{'L'.join(likely)}",
        dots=tuple(f"M{place}h.01" for place in dots),
        dates=tuple(_short_day(shown[index][0].started) for index in _even_indices(len(shown))),
        label=(
            f"{len(shown)} quizzes. After the first, {day_words(first[0].started)}: most likely {first[1].name}. "
            f"After the last, {day_words(last[0].started)}: most likely {last[1].name}."
        ),
    )


def _even_indices(count: int) -> list[int]:
    """Two to four of so many places, the first and the last among them, all equally far apart."""
    parts = next((parts for parts in (3, 2) if (count - 1) % parts == 0), 1)
    return [index * (count - 1) // parts for index in range(parts + 1)]


@dataclass(frozen=True, slots=True)
class Cloze:
    """A sentence with a blank: what to do, and the words before and after it; ``tail`` is what clings to the blank."""

    lead: str
    before: str
    tail: str
    after: str


def cloze_parts(stem: str) -> Cloze:
    """A cloze stem taken apart. "Fill in a number: They saved ____ boats." leads with "Fill in a number"."""
    found = re.match(r"(?P<lead>.*?\bfill in [^:]*):\s+(?=.*____)", stem, re.IGNORECASE | re.DOTALL)
    sentence = stem[found.end() :] if found else stem
    before, _, rest = sentence.partition(BLANK)
    after = rest.lstrip(CLINGING)
    return Cloze(found["lead"] if found else "Fill in what is missing", before, rest.removesuffix(after), after)


def match_given(given: str, left: str) -> str:
    """What was picked for ``left`` in an answer such as "1-3,2-1", or "" where nothing was."""
    pairs = dict(pair.split("-", 1) for pair in given.split(",") if "-" in pair)
    return pairs.get(left, "")


def letter(place: int) -> str:
    """A for the first place, as on maps."""
    return ascii_uppercase[place - 1]


def topic_name(topic: Topic) -> str:
    return TOPIC_NAMES[topic]


def machine_time(moment: datetime) -> str:
    """What a <time> says to programs."""
    return f"{_utc(moment):%Y-%m-%dT%H:%M:%SZ}"


def day_words(moment: datetime) -> str:
    """ "5 December 2024", in UTC."""
    at = _utc(moment)
    return f"{at.day} {at:%B %Y}"


def moment_words(moment: datetime) -> str:
    """ "5 December 2024 at 16:40 UTC"."""
    return f"{day_words(moment)} at {_utc(moment):%H:%M} UTC"


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def _short_day(moment: datetime) -> str:
    at = _utc(moment)
    return f"{at.day} {at:%b}"


DRAWING: Mapping[str, Callable[..., object]] = {
    "ability_curve": ability_curve,
    "cloze_parts": cloze_parts,
    "day_words": day_words,
    "letter": letter,
    "machine_time": machine_time,
    "match_given": match_given,
    "moment_words": moment_words,
    "scale_dot": scale_dot,
    "scale_stretch": scale_stretch,
    "step_bar": step_bar,
    "step_words": step_words,
    "topic_name": topic_name,
}
