"""Wrong options that are wrong for a known reason: the report's own values first, then neighbours in kind and in scale.

Where an option stands among the others is drawn before the distractors are, so that no place gives the key away.
"""

from random import Random

from quizapp.generation.amount_distractors import other_counts, wrong_durations, wrong_figures
from quizapp.generation.date_distractors import other_times, wrong_dates
from quizapp.generation.name_distractors import wrong_people, wrong_places
from quizapp.generation.surroundings import Surroundings
from quizapp.generation.targets import Asking
from quizapp.generation.wrongs import Wrong
from quizapp.reports import Report


def draw_distractors(asking: Asking, surroundings: Surroundings, report: Report, rng: Random) -> list[Wrong] | None:
    """Two or three distractors; those of dates and numbers make the key's rank as drawn. None: too few."""
    fact = asking.fact
    match fact.kind:
        case "date":
            return wrong_dates(fact, asking, surroundings, report, rng)
        case "figure":
            return wrong_figures(fact, asking, surroundings, rng)
        case "duration":
            return wrong_durations(fact, rng)
        case "place":
            return wrong_places(fact, asking, surroundings, rng)
        case "person":
            return wrong_people(fact, asking, surroundings, rng)
        case _:
            return None


def draw_falsehoods(asking: Asking, surroundings: Surroundings, report: Report, rng: Random) -> list[Wrong] | None:
    """What makes a claim false: the distractors that options have, and near ones where too few are for options."""
    drawn = draw_distractors(asking, surroundings, report, rng)
    if drawn is not None:
        return drawn
    if asking.fact.kind == "figure":
        return other_counts(asking.fact, asking, surroundings)
    return other_times(asking.fact, surroundings) if asking.fact.kind == "date" else None
