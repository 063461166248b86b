"""Durations of a report: "six months", "three days and six hours", "eight-hour"; ages and dates are not among them.

An amount is whole where ISO 8601 can say it whole: half an hour is PT30M, two and a half years are P2Y6M. A fortnight
is P2W, a night a day, a decade P10Y and a century P100Y.
"""

import re
from collections.abc import Iterator, Sequence

from quizapp.facts.calendar_words import S
from quizapp.facts.dates import relative_spans
from quizapp.facts.duration_values import Length, iso_duration, unit_of
from quizapp.facts.fact import Mention
from quizapp.facts.hedges import hedge_after, hedge_before
from quizapp.facts.loose_durations import AND_A_HALF, NOT_AFTER, SURE_LASTING, Stretch, articled, halves, vague
from quizapp.facts.numbers import Numeral, numerals
from quizapp.language import Reading
from quizapp.reports import Report

_HAS_UNIT = re.compile(
    r"second|sec\b|minute|mins?\b|hour|hrs?\b|day|night|week|month|quarter|year|yrs?\b|decade|centur|"
    r"millennium|some\stime",
    re.IGNORECASE,
)
_UNIT = (
    r"(?P<unit>seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|fortnights?|months?|years?|"
    r"yrs?|decades?|centur(?:y|ies)|millennium|"
    r"(?:(?<=straight\s)|(?<=consecutive\s)|(?<=successive\s))quarters|quarters(?=\sin\sa\srow\b|\srunning\b))"
)
_AFTER_NUMBER = re.compile(
    rf"(?:[-–]|{S})(?:(?:full|whole|more|extra|further|additional|consecutive|straight|successive|long|solid|"
    rf"calendar|working|business|trading|school|extra|short|"
    rf"unbroken|lean|hard|cold|hot|dark|difficult|turbulent|terrible|happy|sleepless|whole){S})?{_UNIT}{NOT_AFTER}",
)
_COMPOUND_JOINT = re.compile(rf"(?:,?{S}and{S}|,{S}|{S})")
_TO = re.compile(rf"(?:-?{S}(?:to|or){S}|-to-|-or-|\s?[-–—]\s?)(?P<about>about{S}|nearly{S})?")
_BETWEEN = re.compile(r"\b(?:[Bb]etween)\s{1,2}(?:about\s|around\s)?$")
_AND = re.compile(rf"{S}and{S}(?:about{S})?")
_AGED = re.compile(r"\b(?:aged?(?:\sof)?|turned|turning)\s{1,2}(?:only\s|about\s|just\s)?$", re.IGNORECASE)
_MEASURING = re.compile(
    r"(?:^|\b(?:for|in|after|within|took|takes?|taking|taken|lasted|lasts?|lasting|spent|spends?|spending|of|was|is|were|are|"
    r"been|by|than|a|an|and|with|served|waited|lived|at|to|until|wait|sentence|some|all) )$|[(,] ?$",
    re.IGNORECASE,
)
_NO_HEDGES = frozenset(("perhaps",))
_NAME_BEFORE = re.compile(r"(?:[$£€#]|\b(?:[Nn]o\.|[Nn]umber|[Dd]ay|[Ww]eek|[Yy]ear|[Pp]age|[Cc]hapter)\s)$")


def find_durations(reading: Reading) -> list[Mention]:
    """Every duration of the report's sentences, in order, none overlapping another."""
    return durations_in(reading.report, [(sentence.start, sentence.end) for sentence in reading.sentences])


def durations_in(report: Report, sentences: Sequence[tuple[int, int]]) -> list[Mention]:
    """The durations of these sentences, with their hedges."""
    return [
        Mention("duration", stretch.start, stretch.end, stretch.value, hedge=_hedge(report.text, stretch, start))
        for start, end in sentences
        for stretch in stretches(report.text, start, end)
    ]


def parse_duration(text: str) -> str | tuple[str, str] | None:
    """The ISO 8601 value of a text that is one duration and nothing else ("8 hours", "five to eight weeks")."""
    stripped = text.strip().rstrip(".")
    padded = f"for {stripped}"
    for whole in (padded, stripped):
        for stretch in stretches(whole, 0, len(whole)) if len(whole) < 160 else ():
            lead = whole[: stretch.start].removeprefix("for ").strip()
            if stretch.end == len(whole) and (
                not lead or hedge_before(f"{lead} ") is not None or lead in ("an", "a", "between")
            ):
                return stretch.value
    return None


def stretches(text: str, start: int, end: int) -> list[Stretch]:
    """The durations of one sentence, the first and longest of those that overlap."""
    if not _HAS_UNIT.search(text, start, end):
        return []
    seen = [
        *_numbered(text, start, end),
        *halves(text, start, end),
        *articled(text, start, end),
        *vague(text, start, end),
    ]
    if not seen:
        return []
    taken = relative_spans(text, start, end)
    kept: list[Stretch] = []
    for stretch in sorted(seen, key=lambda one: (one.start, -one.end)):
        if (kept and stretch.start < kept[-1].end) or any(
            low < stretch.end and stretch.start < high for low, high in taken
        ):
            continue
        kept.append(stretch)
    return kept


def _numbered(text: str, start: int, end: int) -> Iterator[Stretch]:
    counted = [numeral for numeral in numerals(text, start, end) if numeral.value > 0]
    place = 0
    while place < len(counted):
        first = counted[place]
        place += 1
        if _AGED.search(text[max(start, first.start - 20) : first.start]) or _NAME_BEFORE.search(
            text[max(start, first.start - 8) : first.start]
        ):
            continue
        measured = _measured(text, first, start, end)
        if measured is None:
            if place < len(counted) and (pair := _range(text, first, counted[place], start, end)):
                yield pair
                place += 1
            continue
        lengths, stop = [measured[0]], measured[1]
        if place < len(counted) and (pair := _measured_range(text, first, measured, counted[place], start, end)):
            yield pair
            place += 1
            continue
        while place < len(counted):
            joint = _COMPOUND_JOINT.match(text, stop, end)
            more = (
                _measured(text, counted[place], start, end) if joint and joint.end() == counted[place].start else None
            )
            if more is None or not _smaller(more[0][1], lengths[-1][1]):
                break
            lengths.append(more[0])
            stop, place = more[1], place + 1
        if len(lengths) > 1 or not _is_idle_one(text, first, stop, start):
            yield Stretch(first.start, stop, iso_duration(lengths))


def _measured(text: str, numeral: Numeral, start: int, end: int) -> tuple[Length, int] | None:
    """The numeral with the unit after it and where that ends."""
    match = _AFTER_NUMBER.match(text, numeral.end, end)
    if match is None or text[max(0, numeral.start - 1) : numeral.start] in ("-", "–", "/", "."):
        return None
    if (
        numeral.magnitude == 1
        and numeral.digits
        and match["unit"].startswith("second")
        and text[numeral.end] == " "
        and not match["unit"].endswith("s")
    ):
        return None
    unit = match["unit"].lower()
    name = unit_of(unit)
    plural = unit.endswith("s")
    if name == "second" and not plural and numeral.value != 1 and "-" not in match[0]:
        return None
    amount, stop = float(numeral.value), match.end()
    if half := AND_A_HALF.match(text, stop, end):
        amount, stop = amount + (0.5 if half["part"] == "half" else 0.25), half.end()
    if match[0].endswith("-long"):
        stop = match.end()
    return (amount, name), stop


def _range(text: str, first: Numeral, second: Numeral, start: int, end: int) -> Stretch | None:
    """ "Five to eight weeks", "between 60 and 90 days", "18- to 20-hour": the unit is said once."""
    between = _BETWEEN.search(text[max(start, first.start - 24) : first.start])
    joint = _AND.match(text, first.end, end) if between else _TO.match(text, first.end, end)
    if not between and not first.digits and second.digits and first.value > 12:
        # "Cut the week of those under thirteen to 48 hours": who writes a range writes its ends alike.
        return None
    measured = _measured(text, second, start, end) or _after_dash(text, second, start, end)
    if joint is None or joint.end() != second.start or measured is None or first.value >= measured[0][0]:
        return None
    low, high = iso_duration([(float(first.value), measured[0][1])]), iso_duration([measured[0]])
    return Stretch(first.start, measured[1], (low, high)) if low and high else None


def _after_dash(text: str, numeral: Numeral, start: int, end: int) -> tuple[Length, int] | None:
    """The second number of "5-8 weeks", whose dash is a joint and no minus."""
    if text[numeral.start - 1 : numeral.start] not in ("-", "–"):
        return None
    match = _AFTER_NUMBER.match(text, numeral.end, end)
    if match is None:
        return None
    unit = match["unit"].lower()
    return (float(numeral.value), unit_of(unit)), match.end()


def _measured_range(
    text: str, first: Numeral, measured: tuple[Length, int], second: Numeral, start: int, end: int
) -> Stretch | None:
    """ "Six months to two years": each end has its own unit."""
    between = _BETWEEN.search(text[max(start, first.start - 24) : first.start])
    joint = (
        _AND.match(text, measured[1], end) if between else re.compile(rf"{S}(?:to|or){S}").match(text, measured[1], end)
    )
    more = _measured(text, second, start, end) if joint and joint.end() == second.start else None
    if more is None:
        return None
    low, high = iso_duration([measured[0]]), iso_duration([more[0]])
    return Stretch(first.start, more[1], (low, high)) if low and high else None


def _smaller(unit: str, than: str) -> bool:
    order = "second minute hour day week fortnight month quarter year decade century millennium".split()
    return order.index(unit) < order.index(than)


def _is_idle_one(text: str, numeral: Numeral, stop: int, start: int) -> bool:
    """ "One day he left", "one night in May": a moment, no length, unless the words before it measure."""
    if numeral.value != 1 or numeral.digits:
        return False
    unit = text[numeral.end + 1 : stop].lower()
    left = text[max(start, numeral.start - 24) : numeral.start]
    if (
        unit.startswith(("day", "night", "week", "year", "minute", "second", "month", "hour"))
        and "-" not in text[numeral.end : stop]
    ):
        possessive = re.compile(r"['’]s\b").match(text, stop)
        return (possessive is None and SURE_LASTING.search(left) is None) or re.search(
            r"\b(?:number|every|no|"
            r"any)\s$",
            left,
        ) is not None
    return False


def _hedge(text: str, stretch: Stretch, start: int) -> str | None:
    left = text[max(start, stretch.start - 40) : stretch.start]
    found = hedge_before(left)
    if found is None or found.lower() in _NO_HEDGES:
        after = hedge_after(text[stretch.end : stretch.end + 20])
        return after[0] if after and after[0] not in ("odd", "plus", "+") else None
    if found.lower() in ("over", "under", "above", "below") and not _MEASURING.search(left[: -len(found) - 1]):
        # "Find the money over three years" says in what time.
        return None
    return found
