"""Expressions that name a month or a numbered day: "the 14th of July 1998", "December 5 and 6", "2024-12-06"."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace

from quizapp.facts.calendar_words import (
    DASH,
    DAY,
    HAS_DIGIT,
    LONG_MONTH,
    MONTH,
    ORDINAL_WORD,
    PART,
    WEEKDAY,
    YEAR,
    S,
    month_of,
    ordinal_of,
    weekday_of,
)  # fmt: skip
from quizapp.facts.date_senses import Named, Seen, Settled
from quizapp.facts.date_values import Point
from quizapp.facts.month_patterns import OLD_YEAR, WITH_ERA, month_dates, year_of

_HAS_MONTH = re.compile(rf"\b{MONTH}")
_WEEKDAY_BEFORE = rf"(?:(?P<weekday>{WEEKDAY}),?{S}(?:the{S})?)?"
_JOIN = rf"(?:{DASH}|,?{S}(?:to|and|or|until|till|through|&){S}(?:the{S})?|,{S})"
_DAY_WORD = rf"(?:{DAY}|\b(?:{ORDINAL_WORD})\b)"
_DAY_FIRST = re.compile(
    rf"\b{_WEEKDAY_BEFORE}(?P<days>{DAY}(?:{_JOIN}{DAY}){{0,6}}|"
    rf"(?<=\b[Tt]he\s)(?:{ORDINAL_WORD})(?={S}(?:day{S})?of{S}))"
    rf"{S}?(?:(?:{S}|(?<=\s))?(?:day{S})?of{S})?(?P<month>{MONTH})(?:{OLD_YEAR})?{WITH_ERA}"
)
_MONTH_FIRST = re.compile(
    rf"\b{_WEEKDAY_BEFORE}(?P<month>{MONTH}){S}(?:the{S})?(?P<days>{_DAY_WORD}(?:{_JOIN}{DAY}){{0,6}})(?:{OLD_YEAR})?{WITH_ERA}"
)
_ISO = re.compile(
    r"(?<![\w./-])(?P<year>[12]\d{3})-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|"
    r"3[01])(?![\w-]|[./]\d)"
)
_NUMERIC = re.compile(
    r"(?<![\w./-])(?P<first>\d{1,2})(?P<sep>[./])(?P<second>\d{1,2})(?P=sep)(?P<year>(?:1[0-9]|20)\d\d)(?![\w/-]|\.\d)"
)
_HOLIDAYS = {
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "boxing day": (12, 26),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
}
_FEAST_AFTER = (
    "and|or|but|when|while|as|because|to|for|with|at|on|in|from|after|before|the|a|an|he|she|it|they|we|his|her|its|their|"
    "there|was|were|is|had|has|all|only|that|this|none|nobody|no"
)
"""What follows a feast where it is a time; "Christmas cards" are a thing."""
_HOLIDAY = re.compile(
    rf"\b(?P<name>Christmas{S}Day|Christmas{S}Eve|Boxing{S}Day|New{S}Year['’]s{S}(?:Day|"
    rf"Eve))\b(?:(?:,?{S}(?:of{S}|in{S})?)(?P<year>{YEAR}))?"
)
_FEAST = re.compile(
    rf"\b(?P<lead>(?:[Bb]y|[Bb]efore|[Uu]ntil|[Tt]ill|[Aa]t|[Oo]ver|[Aa]fter|[Ss]ince|[Aa]round|[Dd]uring|[Ff]or|[Oo]f|[Ii]n|"
    rf"[Ii]nto){S}(?:the{S})?)(?:(?<!\bthe\s)(?P<name>Christmas(?:{S}(?P<year>{YEAR}))?)|"
    rf"(?<=\bthe\s)(?P<new>New{S}Year))(?=[.,;:)]|\s?$|{S}(?:{_FEAST_AFTER})\b)"
)
_AFTER_DAY = (
    "with|without|and|but|to|for|in|at|from|until|as|when|while|after|before|because|since|under|through|into|"
    "the|a|an|he|she|it|they|we|his|her|its|their|this|that|there|was|were|had|has|came|went|"
    "near|between|off|outside|inside|aboard|during|over|along|by|just|where|who|or|so|yet|not|no|our|my|still|also|"
    "almost|then|all|some|most|many|only|about|nearly|more|both|half|one|two|three|four|five|six|seven|eight|nine|ten|"
    "[a-z]+ty|[a-z]+teen|two-thirds|three-quarters"
)
"""What may follow "on the 5th" where it is a day; a noun would make it a floor or a meeting."""
_DAY_ALONE = re.compile(
    rf"\b(?:(?:[Oo]n|[Bb]y|[Uu]ntil|[Tt]ill|[Ss]ince|[Ff]rom|[Tt]o|[Bb]efore|[Aa]fter){S}|"
    rf"\b{PART}{S}(?:of|on){S})the{S}(?P<day>\d{{1,2}}(?:st|nd|rd|th))"
    rf"(?:{S}of{S}(?:the|that){S}(?:same{S})?month\b|(?=[,.;:)]|$|{S}(?:\d|(?:{_AFTER_DAY})\b)))"
)
_YEAR_FIRST = re.compile(rf"\b(?P<year>{YEAR}){S}(?P<month>{LONG_MONTH}){S}(?P<day>{DAY})")
_DAY_NUMBER = re.compile(rf"\d+|{ORDINAL_WORD}")
_PLAIN_AFTER = re.compile(
    r"\s{1,2}(?!(?:in|at|of|the|was|were|is|are|and|or|but|by|for|as|when|while|on|with|to|from|after|before|"
    r"had|have|has|saw|because|that|which|who|"
    r"where|until|a|an|his|her|its|their|it|he|she|they|this|would|will|did|so|if|than|inclusive|only|alone|"
    r"respectively|last|next|this|local)\b)[a-z]"
)


def calendar_dates(text: str, start: int, end: int) -> Iterator[Seen]:
    """Every date with a month or in digits, with its weekday; a month alone only where it cannot be a name."""
    piece = text[start:end]
    if HAS_DIGIT.search(piece):
        yield from _in_digits(text, start, end)
    if "Day" in piece or "Eve" in piece:
        yield from _holidays(text, start, end)
    if "Christmas" in piece or "Year" in piece:
        yield from _feasts(text, start, end)
    if not _HAS_MONTH.search(piece):
        return
    for match in _YEAR_FIRST.finditer(text, start, end):
        point = Point(int(match["year"]), month_of(match["month"]), ordinal_of(match["day"]))
        yield Seen(match.start(), match.end(), Named(point))
    for pattern in (_DAY_FIRST, _MONTH_FIRST):
        for match in pattern.finditer(text, start, end):
            yield from _days(text, match, end)
    yield from month_dates(text, start, end)


def _in_digits(text: str, start: int, end: int) -> Iterator[Seen]:
    for match in _ISO.finditer(text, start, end):
        yield Seen(match.start(), match.end(), Named(Point(int(match["year"]), int(match["month"]), int(match["day"]))))
    for match in _NUMERIC.finditer(text, start, end):
        yield from _numeric(match)
    for match in _DAY_ALONE.finditer(text, start, end):
        yield Seen(match.start("day"), match.end(), Named(Point(None, None, ordinal_of(match["day"]))))


def _holidays(text: str, start: int, end: int) -> Iterator[Seen]:
    for match in _HOLIDAY.finditer(text, start, end):
        month, day = _HOLIDAYS[re.sub(r"\s+", " ", match["name"].lower().replace("’", "'"))]
        yield Seen(match.start(), match.end(), Named(Point(int(match["year"]) if match["year"] else None, month, day)))


def _feasts(text: str, start: int, end: int) -> Iterator[Seen]:
    """ "Before the New Year", "over Christmas"; what comes "in the New Year" has no day."""
    for match in _FEAST.finditer(text, start, end):
        name = "name" if match["name"] else "new"
        lead = match["lead"].lower().split()[0]
        day = Point(int(match["year"]) if match["year"] else None, 12, 25) if match["name"] else Point(None, 1, 1)
        loose = lead in ("in", "into", "during", "for", "of") and name == "new"
        yield Seen(match.start(name), match.end(name), Settled(None) if loose else Named(day))


def _numeric(match: re.Match[str]) -> Iterator[Seen]:
    """12/6/2024 may be June or December, so only a number above 12 settles it; full stops always mean day first."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if match["sep"] == "." or first > 12 or first == second:
        day, month = first, second
    elif second > 12:
        day, month = second, first
    else:
        if first and second:
            yield Seen(match.start(), match.end(), Named(Point(None, None, None)))
        return
    if 1 <= month <= 12 and day >= 1 and Point(year, month, day).exists:
        yield Seen(match.start(), match.end(), Named(Point(year, month, day)))


def _days(text: str, match: re.Match[str], limit: int) -> Iterator[Seen]:
    month, year = month_of(match["month"]), year_of(match)
    words = list(_DAY_NUMBER.finditer(match["days"]))
    days = [number for word in words if (number := ordinal_of(word[0])) is not None]
    offset, end = match.start("days"), match.end()
    month_first = match.start("month") < offset
    if month_first and year is None and _counts_something(text, match, words, limit):
        if len(words) == 1:
            return
        days, words = days[:-1], words[:-1]
        end = offset + words[-1].end() + len(_suffix(text, offset + words[-1].end()))
    if not month_first and days != sorted(set(days)):
        offset, days = offset + words[-1].start(), days[-1:]
        words = words[-1:]
        yield _day_seen(offset, end, Point(year, month, days[0]), None)
        return
    weekday = weekday_of(match["weekday"]) if match["weekday"] else None
    if days != sorted(set(days)):
        return
    if len(days) == 1 or _is_run(match["days"], days):
        last = Point(year, month, days[-1]) if len(days) > 1 else None
        seen = _day_seen(match.start(), end, Point(year, month, days[0]), weekday)
        sense = seen.sense
        if isinstance(sense, Named) and (last is None or last.exists):
            yield replace(seen, sense=replace(sense, last=last))
        return
    yield from _apart(
        text,
        match,
        month_first,
        [(w.start(), w.end(), d) for w, d in zip(words, days, strict=True)],
        Point(year, month),
        end,
    )


def _apart(
    text: str, match: re.Match[str], month_first: bool, spots: list[tuple[int, int, int]], of: Point, end: int
) -> Iterator[Seen]:
    """Days that do not follow one another are so many dates: "May 3 and 9"."""
    offset = match.start("days")
    for place, (low, high, day) in enumerate(spots):
        first, final = place == 0, place == len(spots) - 1
        start = match.start() if first and month_first else offset + low
        stop = end if final else offset + high + len(_suffix(text, offset + high))
        yield _day_seen(start, stop, Point(of.year, of.month, day), None)


def _suffix(text: str, place: int) -> str:
    match = re.compile(r"st|nd|rd|th").match(text, place)
    return match[0] if match else ""


def _day_seen(start: int, end: int, point: Point, weekday: int | None) -> Seen:
    return Seen(start, end, Named(point, weekday=weekday))


def _is_run(written: str, days: list[int]) -> bool:
    if re.search(r"[-–—]|\b(?:to|until|till|through)\b", written):
        return True
    return all(after == before + 1 for before, after in itertools.pairwise(days))


def _counts_something(text: str, match: re.Match[str], words: list[re.Match[str]], limit: int) -> bool:
    """ "In May 20 people were hurt"; "on May 5 and 30 ships left": the last number is a count."""
    if (
        not _PLAIN_AFTER.match(text, match.end(), limit)
        or ordinal_of(words[-1][0]) is None
        or not words[-1][0].isdigit()
    ):
        return False
    if text[match.end() - 1].isalpha():
        return False
    if len(words) > 1:
        return True
    before = text[max(0, match.start() - 8) : match.start()]
    return re.search(r"\b(?:[Ii]n|[Ss]ince|[Dd]uring) $", before) is not None
