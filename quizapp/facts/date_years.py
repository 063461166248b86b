"""Which year a date without one belongs to: the story's, the day of publication's, or the one its weekday tells."""

from datetime import date

from quizapp.facts.date_senses import Named, Seen
from quizapp.facts.date_surroundings import NEAR, Anchor, Surroundings
from quizapp.facts.date_values import Point

# So many months earlier than the date before it, a date is doubtfully, or surely, of the next year.
DOUBTFUL, SURELY_NEXT = 5, 8
# So many characters on, "will" may speak of what follows another day.
_FAR = 5 * NEAR


def year_for(named: Named, seen: Seen, around: Surroundings) -> int | None:
    """The year, or None where the text does not settle it; a weekday that is said decides between neighbours."""
    if named.turn is not None:
        return _turned_year(named, around)
    year = _year_told(named, seen, around)
    if named.weekday is None or named.first.day is None:
        return year
    near = {year} if year is not None else set(around.years)
    fitting = {
        other
        for one in near
        for other in (one - 1, one, one + 1)
        if (day := named.first.in_year(other).to_date()) is not None and day.weekday() == named.weekday
    }
    if year in fitting:
        return year
    return fitting.pop() if len(fitting) == 1 else None if year is not None and not fitting else year


def _year_told(named: Named, seen: Seen, around: Surroundings) -> int | None:
    point, published, near = named.first, around.published, around.narrative()
    if around.is_quoted(seen.start) and near is None and published is None:
        return None
    if around.year_ahead is not None and around.shares_year:
        return around.year_ahead
    if published is None:
        if near is None or near.point.year is None:
            return around.year_ahead
        if around.adrift and (around.foretells or not around.same_paragraph(near)):
            return None
        if near.point.month in (1, 2) and around.text.startswith("Christmas", seen.start):
            # The Christmas told of in January may be the one just gone.
            return None
        if around.is_foretold(seen) or (around.foretells and _latest(near, around) is not near):
            return _year_to_come(point, _latest(near, around), seen, around)
        return _rolled(point, near.point, around)
    ahead = around.is_ahead(seen)
    guess = _year_near(point, published, ahead, around.is_surely_ahead(seen))
    if near is None or near.point.year is None:
        return guess
    if near.point.year != published.year:
        return guess if ahead or not _goes_on(near, seen, around) else _rolled(point, near.point, around)
    return guess if abs(guess - published.year) <= 1 else published.year


def _goes_on(near: Anchor, seen: Seen, around: Surroundings) -> bool:
    """Whether news still tells of another year: close behind a day of it, or in the paragraph of a bare year."""
    if near.point.month is None or near.span is not None:
        return around.same_paragraph(near)
    return seen.start - near.place < NEAR


def _latest(near: Anchor, around: Surroundings) -> Anchor:
    """The last day or month that has been told of, though the text has turned to earlier years since."""
    told = [near, *(a for a in around.anchors if a.point.month and not (a.foretold or a.aside or a.dateline))]
    return max(told, key=lambda anchor: (anchor.point.year or 0, anchor is near))


def _year_to_come(point: Point, near: Anchor, seen: Seen, around: Surroundings) -> int | None:
    """What "will" speaks of comes after the story's last date, where that is of the latest year the report tells."""
    year, month = near.point.year, near.point.month
    if year is None or month is None or point.month is None or seen.start - near.place > _FAR:
        return None
    if any(
        anchor.point.year is not None and anchor.point.year > year and not anchor.foretold for anchor in around.anchors
    ):
        return None
    return year + ((point.month, point.day or 31) < (month, near.point.day or 1))


def _turned_year(named: Named, around: Surroundings) -> int | None:
    published, month = around.published, named.first.month or 1
    latest = around.narrative() or around.latest()
    if named.turn in ("that", "following", "previous"):
        if latest is None or latest.point.year is None:
            return around.published.year if around.published and named.turn == "that" else None
        year, other = latest.point.year, latest.point.month
        if named.turn == "that":
            return year
        if named.of_year and latest.span is not None:
            year = latest.span
        if named.turn == "following":
            return year + 1 if named.of_year or other is None or month <= other else year
        return year - 1 if named.of_year or other is None or month >= other else year
    if published is None:
        return None
    if named.of_year:
        return published.year + {"last": -1, "this": 0, "next": 1}.get(named.turn or "", 0)
    if named.turn == "last" and 0 < (published.month - month) % 12 <= 2:
        # In October "last September" may be the one just gone or the year before's.
        return None
    if named.turn == "last":
        return published.year - (month >= published.month)
    if named.turn == "next":
        return published.year + (month <= published.month)
    return published.year


def _rolled(point: Point, near: Point, around: Surroundings) -> int | None:
    """The story's year; a January told after a November belongs to the next, unless a "had" looks back.

    An April told after an October may be either's: None, unless the next full date of the text settles it.
    """
    if near.year is None or near.month is None or point.month is None:
        return near.year
    fallen = near.month - point.month
    if fallen < DOUBTFUL and not around.doubted:
        return near.year
    if around.looks_back:
        return near.year if fallen >= DOUBTFUL else None
    bounded = _bounded(point, near, around.bound)
    if fallen >= SURELY_NEXT:
        return near.year + 1
    return bounded if fallen > 0 or bounded == near.year else None


def _bounded(point: Point, near: Point, bound: Point | None) -> int | None:
    """The one year, of the story's and the next, in which the date lies before the full date that follows it."""
    if bound is None or bound.year is None or near.year is None or point.month is None:
        return None
    limit = (bound.year, bound.month or 12, bound.day or 31)
    if (near.year, near.month or 1, near.day or 1) >= limit:
        return None
    if (near.year + 1, point.month, point.day or 1) > limit:
        return near.year
    return near.year + 1 if bound.year == near.year + 1 else None


def _year_near(point: Point, published: date, future: bool, surely: bool) -> int:
    """The year that puts a date on its side of the day of publication."""
    month, day = point.month or 1, point.day
    ahead = (month, day or published.day) > (published.month, published.day)
    same = month == published.month and (day is None or day == published.day)
    if future:
        behind = published.month - month >= (1 if surely else 2)
        return published.year if ahead or same else published.year + behind
    return published.year - (ahead and not same)
