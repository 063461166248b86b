"""The words of the English calendar and fragments of patterns made of them; apart because all date patterns share them.

Fragments match at most two characters of space between words, so that no pattern can run away on odd text.
"""

import re

MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""The first month of each season, as in the north; every season has three months."""

PARTS = ("morning", "afternoon", "evening", "night", "dawn", "dusk", "daybreak", "sunrise", "sunset", "nightfall")
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth"
    " eighteenth nineteenth twentieth"
).split()
ORDINAL_VALUES = {word: value for value, word in enumerate(_ORDINALS, start=1)} | {
    f"{tens}{joint}{_ORDINALS[one - 1]}": base + one
    for tens, base in (("twenty", 20), ("thirty", 30))
    for joint in ("-", " ")
    for one in range(1, 10)
} | {"thirtieth": 30}  # fmt: skip
SPOKEN_DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50,
    "sixties": 60, "seventies": 70, "eighties": 80, "nineties": 90,
}  # fmt: skip

S = r"\s{1,2}"
HAS_DIGIT = re.compile(r"\d")
_ABBREVIATED = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"
_LONG = "|".join(MONTH_NAMES)
MONTH = rf"(?:(?:{_LONG}|{_LONG.upper()})\b|{_ABBREVIATED})"
LONG_MONTH = rf"(?:(?:{_LONG})\b)"
WEEKDAY = rf"(?:(?:{'|'.join(WEEKDAY_NAMES)})\b|(?:Mon|Tues|Tue|Wed|Thurs|Thur|Thu|Fri|Sat|Sun)\b\.?)"
LONG_WEEKDAY = rf"(?:{'|'.join(WEEKDAY_NAMES)})\b"
DAY = r"(?<![\d.,:$£€])(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w%]|[.,:]\d)"
YEAR = r"(?:1\d{3}|20\d\d|2100)(?![\w%]|[.,:]\d)"
ERA = r"(?:B\.C\.E\.|B\.C\.|BCE|BC|A\.D\.|AD|C\.E\.|CE)(?!\w)"
SEASON = r"(?:spring|summer|autumn|fall|winter|Spring|Summer|Autumn|Winter)\b"
PART = rf"(?:{'|'.join(PARTS)})\b"
DASH = r"\s?[-–—]\s?"
SLICE = (
    r"(?:[Vv]ery\s)?(?:(?:[Ee]arly|[Mm]id|[Ll]ate)(?:[ -]to[ -](?:mid|late))?(?:\s?[-–]\s?|"
    r"\s)(?:in\s)?(?:the\s)?(?:year\s)?"
    r"|(?:[Mm]iddle|[Ee]nd|[Bb]eginning|[Ss]tart|[Cc]lose)\sof\s(?:the\s)?(?:year\s)?)"
)
"""The part of a month, year, decade or century that comes before it: "early", "mid-", "the end of"."""

HALF = (
    r"(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]inal)[ -](?:half|"
    r"quarter)(?:\s(?:of\s)?(?:the\s)?(?:fiscal\s|financial\s)?(?:year\s)?)"
)
ORDINAL_WORD = "|".join(sorted(ORDINAL_VALUES, key=len, reverse=True))
_MONTH_NUMBERS = {name[:3].lower(): number for number, name in enumerate(MONTH_NAMES, start=1)}
_WEEKDAY_NUMBERS = {name[:3].lower(): number for number, name in enumerate(WEEKDAY_NAMES)}


def month_of(word: str) -> int:
    """ "Sept." -> 9."""
    return _MONTH_NUMBERS[word[:3].lower()]


def weekday_of(word: str) -> int:
    """Monday is 0, as in the standard library."""
    return _WEEKDAY_NUMBERS[word[:3].lower()]


def ordinal_of(word: str) -> int | None:
    """ "14th", "fourteenth" and "14" -> 14."""
    digits = re.match(r"\d+", word)
    return int(digits[0]) if digits else ORDINAL_VALUES.get(re.sub(r"\s+", " ", word.lower()))


def slice_of(words: str | None) -> str | None:
    """Which part of a period the words before it mean: early, mid, late, start or end."""
    if not words:
        return None
    lowered = words.lower().replace("very ", "")
    if re.match(r"early[ -]to[ -]mid", lowered):
        return "first half"
    if re.match(r"mid[ -]to[ -]late", lowered):
        return "second half"
    first = re.match(r"[a-z]+", lowered)
    return {"middle": "mid", "beginning": "start", "close": "end"}.get(first[0], first[0]) if first else None


def share_of(words: str | None) -> str | None:
    """Like ``slice_of``, halves and quarters included: "the second half of"."""
    if words and (match := re.match(r"(first|second|third|fourth|final)[ -](half|quarter)", words.lower())):
        return f"{match[1].replace('final', 'fourth' if match[2] == 'quarter' else 'second')} {match[2]}"
    if words and (
        match := re.match(
            r"(first|second|third|fourth|last|final|opening|closing)\s(week|day\b|few\sdays|"
            r"days|fortnight|half)",
            words.lower(),
        )
    ):
        which = {"final": "last", "opening": "first", "closing": "last"}.get(match[1], match[1])
        return f"{which} {match[2].replace('few ', '')}"
    return None if words and words.lower().startswith(("earlier", "later")) else slice_of(words)


def season_of(word: str) -> str:
    return {"fall": "autumn"}.get(word.lower(), word.lower())


def century_year(words: str) -> int | None:
    number = ordinal_of(words)
    return number if number and 1 <= number <= 21 else None
