"""Dates of a report: each expression with the value that its text, its neighbours or the day of publication settle."""

import re
from collections.abc import Sequence, Set
from datetime import date

from quizapp.facts.clock_times import clock_times
from quizapp.facts.date_joining import joined
from quizapp.facts.date_patterns import calendar_dates
from quizapp.facts.date_senses import Hour, Named, Season, Seen, Shift, Unit
from quizapp.facts.date_settling import anchor_of, settle
from quizapp.facts.date_surroundings import Anchor, Surroundings
from quizapp.facts.date_values import Point
from quizapp.facts.fact import Mention
from quizapp.facts.period_patterns import period_dates
from quizapp.facts.relative_patterns import relative_dates
from quizapp.facts.year_patterns import year_dates
from quizapp.language import Reading, Sentence
from quizapp.reports import Report

_LEAD = re.compile(
    r"(?:(?:on|in|at|by|the|about|around|circa|c\.|from|since|until|during|roughly|approximately|"
    r"nearly|almost|between)\s+)+",
    re.IGNORECASE,
)
_PAST_AS_PRESENT = frozenset("burst hit cut set put let shut hurt cost read spread split beat cast shed quit".split())
_BESIDE = re.compile(r"\(|\b(?:since|from|of|born|founded|dated)(?:\s(?:on|in|the|early|late|mid))*\s$", re.IGNORECASE)
_REACH = 2500
"""How far ahead the next full date may bound a year."""
_BARE_YEAR = re.compile(r"(?:1\d|20)\d\d")


def find_dates(reading: Reading) -> list[Mention]:
    """Every date of the report's sentences, in order, none overlapping another."""
    ahead = frozenset(sentence.start for sentence in reading.sentences if _foretells(sentence))
    return dates_in(reading.report, [(sentence.start, sentence.end) for sentence in reading.sentences], ahead)


def _foretells(sentence: Sentence) -> bool:
    """Whether a sentence has a verb and none in the past; "has sunk" is past."""
    tags = {token.tag_ for token in sentence.span}
    if "MD" not in tags and any(token.lower_ in _PAST_AS_PRESENT and token.pos_ == "VERB" for token in sentence.span):
        return False
    if "VBD" in tags or tags.isdisjoint(("MD", "VBZ", "VBP")):
        return False
    perfect = any(token.lower_ in ("has", "have", "’ve", "'ve") for token in sentence.span)
    return "MD" in tags or not (perfect and "VBN" in tags)


def dates_in(
    report: Report, sentences: Sequence[tuple[int, int]], foretelling: Set[int] = frozenset()
) -> list[Mention]:
    """The dates of these sentences; headings and captions lend their years but have no mentions of their own.

    ``foretelling`` are the starts of sentences that tell nothing of the past.
    """
    anchors: list[Anchor] = []
    found: list[Mention] = []
    read = _read(report, sentences)
    full = [(seen.start, point) for *_, seens in read for seen in seens if (point := _full(report.text, seen))]
    years = frozenset(year for *_, seens in read for seen in seens if (year := _year_with_month(seen)) is not None)
    before, adrift, doubted = 0, False, False
    for start, end, counts, seens in read:
        for place, seen in enumerate(seens):
            around = Surroundings(
                report.text,
                start,
                end,
                report.published,
                tuple(anchors[-12:]),
                *_year_ahead(report.text, seens, place),
                before=before,
                foretells=start in foretelling,
                adrift=adrift,
                years=years,
                bound=next((point for begin, point in full if seen.start < begin < seen.start + _REACH), None),
                doubted=doubted,
            )
            value = settle(seen, around)
            adrift = adrift or (report.published is None and value is None and _counts_from_now(seen))
            if counts:
                found.append(Mention("date", seen.start, seen.end, value, hedge=seen.hedge, part=seen.day_part))
            if (anchor := anchor_of(seen, value, around)) is not None:
                anchors.append(anchor)
            doubted = (doubted and not _has_year(seen)) or (value is None and _lacks_year(seen))
        before = start
    return found


def _read(report: Report, sentences: Sequence[tuple[int, int]]) -> list[tuple[int, int, bool, list[Seen]]]:
    """The bounds of each sentence or heading, whether its dates count, and what was seen in it."""
    stretches = [(start, end, True) for start, end in sentences]
    stretches += [(passage.start, passage.end, False) for passage in report.passages if not passage.bears_sentences]
    return [(start, end, counts, dates_seen(report.text, start, end)) for start, end, counts in sorted(stretches)]


def _counts_from_now(seen: Seen) -> bool:
    match seen.sense:
        case Shift(from_publication=from_publication):
            return from_publication
        case Unit(turn=turn) | Season(turn=turn) | Named(turn=turn):
            return turn in ("last", "next")
    return False


def _has_year(seen: Seen) -> bool:
    return isinstance(seen.sense, Named) and seen.sense.first.year is not None


def _lacks_year(seen: Seen) -> bool:
    return isinstance(seen.sense, Named) and seen.sense.first.year is None and seen.sense.first.month is not None


def _full(text: str, seen: Seen) -> Point | None:
    """The year and month of a date that the story comes to; "since May 1872" is no such date."""
    if _year_with_month(seen) is None or not isinstance(seen.sense, Named):
        return None
    return None if _BESIDE.search(text[max(0, seen.start - 40) : seen.start]) else seen.sense.first


def _year_with_month(seen: Seen) -> int | None:
    return seen.sense.first.year if isinstance(seen.sense, Named) and seen.sense.first.month else None


def dates_seen(text: str, start: int, end: int) -> list[Seen]:
    """The expressions of one sentence, joined where they are one date, before anything settles them."""
    seens: list[Seen] = []
    for pattern in (calendar_dates, period_dates, year_dates, clock_times, relative_dates):
        seens.extend(pattern(text, start, end))
    return joined(text, seens, start, end) if seens else []


def parse_date(text: str, published: date | None = None) -> str | None:
    """The ISO value of a text that is one date and nothing else; None where it is no date or is not settled."""
    stripped = text.strip().rstrip(".,;") if not re.search(r"\b[ap]\.\s?m\.$", text.strip()) else text.strip()
    if len(stripped) > 120:
        return None
    lead = _LEAD.match(stripped)
    bare = stripped[lead.end() :] if lead else stripped
    if _BARE_YEAR.fullmatch(bare):
        return bare
    for whole in (stripped, f"in the {bare}", f"at {bare}", f"in {bare}"):
        seens = dates_seen(whole, 0, len(whole))
        if len(seens) == 1 and seens[0].end == len(whole) and _is_lead(whole[: seens[0].start]):
            return settle(seens[0], Surroundings(whole, 0, len(whole), published, ()))
    return None


def _is_lead(words: str) -> bool:
    return not words or _LEAD.fullmatch(words) is not None


def _year_ahead(text: str, seens: Sequence[Seen], place: int) -> tuple[int | None, bool]:
    """The year of the next full date, and whether it is said for both: "late February or early March 2020"."""
    for other in seens[place + 1 : place + 4]:
        if isinstance(other.sense, Named) and other.sense.first.year and other.sense.first.month:
            gap = text[seens[place].end : other.start]
            return other.sense.first.year, re.fullmatch(
                r",?\s(?:and|or|to|until|through)\s(?:the\s|"
                r"on\s|in\s)*",
                gap,
            ) is not None
    return None, False


def relative_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where a number of days or years is part of a date ("five days later") and so no duration."""
    return [(seen.start, seen.end) for seen in dates_seen(text, start, end) if isinstance(seen.sense, Shift | Hour)]
