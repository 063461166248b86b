"""Days and times as people type them into a box: "17th May 2000", "5/17/2000", "2000-05-17"; "3.40 a.m.", "15:40"."""

import re
from collections.abc import Iterable
from datetime import date

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
          "december")  # fmt: skip
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )?"
NAME = r"(?P<name>[a-z]{3,9})\.?"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
SPELLED = (
    re.compile(rf"{WEEKDAY}(?:the )?{DAY}(?: of)? {NAME},? (?P<year>\d{{4}})"),
    re.compile(rf"{WEEKDAY}{NAME} (?:the )?{DAY},? (?P<year>\d{{4}})"),
)
ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
NUMBERED = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
CLOCK = re.compile(r"(\d{1,2})(?:[.:h](\d\d))?(?::\d\d)? ?(?:(a|p)\.? ?m\.?)?(?: o[’']clock)?")
NOON = re.compile(r"(?:(?:12|twelve)(?: o[’']clock)? )?(?:at )?(?:noon|midday)")
MIDNIGHT = re.compile(r"(?:(?:12|twelve)(?: o[’']clock)? )?(?:at )?midnight")
HOURS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
# "Nine o'clock", "half past nine", "quarter to ten".
SPOKEN = re.compile(
    rf"(?:(?P<part>half|(?:a )?quarter) (?P<side>past|to) )?(?P<hour>{'|'.join(HOURS)}|\d{{1,2}})(?: o[’']clock)?"
)
HALF_OF_DAY = re.compile(r" (?:(?P<before>in the morning)|(?:in the (?:afternoon|evening)|at night))$")


def read_days(text: str) -> frozenset[date]:
    """The days that a text may mean: none where it is no day, two where 3/4/2024 is 3 April or 4 March."""
    plain = " ".join(text.casefold().split()).removeprefix("on ").strip(" .")
    for form in SPELLED:
        found = form.fullmatch(plain)
        if found:
            months = [
                at for at, month in enumerate(MONTHS, start=1) if month.startswith(found["name"].removesuffix("t"))
            ]
            return _days((int(found["year"]), month, int(found["day"])) for month in months)
    found = ISO.fullmatch(plain)
    if found:
        year, month, day = (int(part) for part in found.groups())
        return _days([(year, month, day)])
    found = NUMBERED.fullmatch(plain)
    if found:
        one, other, year = (int(part) for part in found.groups())
        return _days([(year, other, one), (year, one, other)])
    return frozenset()


def _days(parts: Iterable[tuple[int, int, int]]) -> frozenset[date]:
    days = set()
    for year, month, day in parts:
        try:
            days.add(date(year, month, day))
        except ValueError:
            continue
    return frozenset(days)


def read_times(text: str) -> frozenset[int]:
    """The minutes of the day that a text may mean: none where it is no time, two where "3.40" is of either half."""
    plain = " ".join(text.casefold().split()).removeprefix("at ").strip(" .")
    if NOON.fullmatch(plain):
        return frozenset({720})
    if MIDNIGHT.fullmatch(plain):
        return frozenset({0})
    half = HALF_OF_DAY.search(plain)
    if half is not None:
        # "9.40 in the evening" is 9.40 p.m., but what is at night may be of either half
        told = read_times(plain[: half.start()])
        if plain.endswith("at night"):
            return told
        return frozenset(minute for minute in told if (minute < 720) == (half["before"] is not None))
    return _of_clock(plain) or _spoken(plain)


def _of_clock(plain: str) -> frozenset[int]:
    found = CLOCK.fullmatch(plain)
    if found is None or not (found[2] or found[3] or plain.endswith("clock")):
        return frozenset()
    hour, minute = int(found[1]), int(found[2] or 0)
    if hour > 24 or minute > 59 or (found[3] and not 1 <= hour <= 12):
        return frozenset()
    if found[3]:
        return frozenset({(hour % 12 + (12 if found[3] == "p" else 0)) * 60 + minute})
    return frozenset({hour % 24 * 60 + minute} | ({(hour + 12) % 24 * 60 + minute} if 1 <= hour <= 12 else set()))


def _spoken(plain: str) -> frozenset[int]:
    found = SPOKEN.fullmatch(plain)
    if found is None or not (found["part"] or plain.endswith("clock")):
        return frozenset()
    hour = HOURS.index(found["hour"]) + 1 if found["hour"] in HOURS else int(found["hour"])
    if not 1 <= hour <= 12:
        return frozenset()
    past = 0 if not found["part"] else 30 if found["part"] == "half" else 15
    if found["side"] == "to" and past == 30:
        return frozenset()
    minute = hour * 60 + (-past if found["side"] == "to" else past)
    return frozenset({minute % 1440, (minute + 720) % 1440})
