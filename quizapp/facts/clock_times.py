"""Times of day: "6.15 p.m.", "09:40 GMT", "noon"; apart because they stand alone as well as beside a date."""

import re
from collections.abc import Iterator
from dataclasses import replace

from quizapp.facts.calendar_words import HAS_DIGIT, S
from quizapp.facts.date_senses import Hour, Seen
from quizapp.facts.numbers import ONES, TEENS, TENS

ANY_HOUR = "?"
"""The time of a clock face that does not say whether it is morning or evening is "?" before hours and minutes."""

_WORDS = {word: value for word, value in (ONES | TEENS).items() if value <= 12}
_NUMBERS = ONES | TEENS | TENS
_NUMBER_WORD = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_HOUR_WORD = "|".join(sorted(_WORDS, key=len, reverse=True))
_ZONE = (
    r"(?:(?:GMT|UTC|BST|CET|CEST|EST|EDT|ET|CST|CDT|CT|MST|MDT|PST|PDT|PT|IST|JST|AEST|AEDT|MSK|EET|EEST|"
    r"WAT|CAT|EAT|SAST|HKT|Z)\b)"
)
_HALF = r"(?:[ap]\.\s?m\b\.?|[ap]m\b|[AP]\.\s?M\b\.?|[AP]M\b)"
_CLOCK = re.compile(
    rf"(?<![\w.,:$£€/-])(?P<hour>2[0-4]|1\d|0?\d)(?:[:.](?P<minute>[0-5]\d)(?:[:.](?P<second>[0-5]\d))?)?"
    rf"(?:\s?(?P<half>{_HALF})|(?P<sharp>\s?o['’]clock\b))?(?:\s(?P<zone>{_ZONE}))?(?![\w%:])"
)
_MILITARY = re.compile(
    rf"(?<![\w.,:$£€/-])(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?:\s?(?P<zone>{_ZONE})|"
    rf"(?P<hours>{S}h(?:ou)?rs?\b|h\b))"
)
_SPOKEN = re.compile(
    rf"\b(?:(?P<past>half|(?:a{S})?quarter|twenty(?:-five)?|ten|five)(?:{S}minutes)?{S}(?P<way>past|to|before|"
    rf"after){S})?(?P<hour>{_HOUR_WORD})"
    rf"(?P<sharp>{S}o['’]clock\b)?(?:{S}(?P<half>{_HALF}))?",
    re.IGNORECASE,
)
_OF_DAY = re.compile(
    rf"(?<![\w.,:$£€/-])(?P<hour>{_HOUR_WORD}|1[0-2]|[1-9])(?={S}(?:in{S}the{S}(?:morning|afternoon|evening)|"
    rf"at{S}night|(?P<that>(?:that|the{S}(?:next|following|previous|same)){S}(?:morning|afternoon|evening|night)))\b)",
    re.IGNORECASE,
)
_AT_ABOUT = re.compile(
    rf"\bat{S}(?:about|around|exactly|nearly){S}(?P<hour>{_HOUR_WORD})(?=[,.;)]|$|{S}(?:and|or|but|the|he|she|they|it|on|"
    rf"when|until|that)\b(?!{S}(?:a{S}half|quarters?)))"
)
_MINUTES_FROM = re.compile(
    rf"\b(?P<minutes>{_NUMBER_WORD}|[1-5]?\d){S}minutes?{S}(?P<way>past|after|before|to){S}$", re.IGNORECASE
)
"""What moves noon or midnight: "one minute after midnight"."""
_NOON = re.compile(
    rf"\b(?P<word>noon|midday|midnight|twelve noon|12 noon|12 midnight)\b(?!{S}(?:blue|mass|sun|"
    rf"oil|snack|meal)\b|[-'’])(?:{S}(?P<zone>{_ZONE}))?"
)
_NOON_LEAD = re.compile(
    r"(?:\b(?:at|by|before|after|until|till|from|to|around|about|since|past|towards?|nearly|almost|about|near|"
    r"of|between|and|the|local|each|every|exactly|"
    r"precisely|through|it was)\s{1,2})$|^[\W]*$",
    re.IGNORECASE,
)
_AT = re.compile(
    r"\b(?:at|by|until|till|from|to|since|before|after|around|about|between|and|approximately|exactly|precisely|"
    r"nearly|almost|past|scheduled|for|circa)\s{1,2}$",
    re.IGNORECASE,
)
_AT_SURE = re.compile(
    r"\b(?:at|by|until|till|since|before|after|(?:at|by|until|from)\s(?:about|around|"
    r"approximately|exactly|precisely|nearly|almost))\s{1,2}$",
    re.IGNORECASE,
)
_MEASURED = re.compile(
    r"\s?(?:[%°×x]|per\b|percent|point|million|billion|thousand|km|k?m\b|kg|mm|cm|feet|met(?:re|er)|mile|inch|"
    r"degree|second|minute|hour|time|goal|kilo|ton|lit|"
    r"gram|pound|dollar|euro|magnitude)",
    re.IGNORECASE,
)
_AT_DOTTED = re.compile(r"\b(?:[Aa]t|[Uu]ntil|[Bb]y|[Aa]t about|[Aa]t around)\s{1,2}$")
_PRICED = re.compile(r"\b(?:price|rate|closed|opened|finish\w*|trad\w+|stood|valued|level|index|points?|ended)\b")
_DOTTED_HALF = re.compile(r"[ap]\.\s?m\.", re.IGNORECASE)


def clock_times(text: str, start: int, end: int) -> Iterator[Seen]:
    """Every time of day; bare figures only with a word before them that goes with time."""
    piece = text[start:end].lower()
    if HAS_DIGIT.search(piece):
        for match in _CLOCK.finditer(text, start, end):
            if (seen := _clock(text, match, start, end)) is not None:
                yield seen
        yield from _military(text, start, end)
    if (
        "clock" in piece
        or "half past" in piece
        or "quarter" in piece
        or "minutes past" in piece
        or "minutes to" in piece
        or "m." in piece
        or " pm" in piece
        or " am" in piece
    ):
        for match in _SPOKEN.finditer(text, start, end):
            if (seen := _spoken(match)) is not None:
                yield seen
    if "morning" in piece or "afternoon" in piece or "evening" in piece or "night" in piece:
        yield from _of_day(text, start, end)
    if "at about" in piece or "at around" in piece or "at exactly" in piece or "at nearly" in piece:
        for match in _AT_ABOUT.finditer(text, start, end):
            time = f"{ANY_HOUR}{_WORDS[match['hour'].lower()]:02}:00"
            yield Seen(match.start("hour"), match.end(), Hour(), time=time)
    if "noon" in piece or "midday" in piece or "midnight" in piece:
        for match in _NOON.finditer(text, start, end):
            if _NOON_LEAD.search(text[max(start, match.start() - 16) : match.start()]):
                yield _noon(text, match, start)


def _noon(text: str, match: re.Match[str], start: int) -> Seen:
    """Noon, midnight, or the minutes before or after it."""
    hour, begin, minute = 0 if "midnight" in match["word"] else 12, match.start(), 0
    if moved := _MINUTES_FROM.search(text[max(start, begin - 32) : begin]):
        begin -= len(moved[0])
        words = moved["minutes"].lower()
        minute = _NUMBERS[words] if words in _NUMBERS else int(words)
        minute = -minute if moved["way"].lower() in ("before", "to") else minute
    hours, minutes = divmod((hour * 60 + minute) % (24 * 60), 60)
    return Seen(begin, match.end(), Hour(), time=f"{hours:02}:{minutes:02}")


def _of_day(text: str, start: int, end: int) -> Iterator[Seen]:
    """ "Six in the morning", "at ten that night": the part of the day makes a bare number an hour."""
    for match in _OF_DAY.finditer(text, start, end):
        left = text[max(start, match.start() - 24) : match.start()]
        if (_AT if match["that"] is None else _AT_SURE).search(left):
            hour = _WORDS.get(match["hour"].lower()) or int(match["hour"])
            yield Seen(match.start(), match.end(), Hour(), time=f"{ANY_HOUR}{hour:02}:00")


def _military(text: str, start: int, end: int) -> Iterator[Seen]:
    for match in _MILITARY.finditer(text, start, end):
        yield Seen(
            match.start(),
            match.end("zone") if match["zone"] else match.end(),
            Hour(),
            time=f"{match['hour']}:{match['minute']}",
        )


def in_half(time: str, half: str) -> str:
    """A time of the clock face in the morning ("am") or the afternoon ("pm")."""
    hour, minute = int(time.lstrip(ANY_HOUR)[:2]), time.lstrip(ANY_HOUR)[2:]
    if half == "am":
        hour = 0 if hour == 12 else hour
    elif hour < 12:
        hour += 12
    return f"{hour:02}{minute}"


def with_part(seen: Seen, part: str) -> Seen:
    """ "Six o'clock in the evening": the part of the day says which six it is, and has then been said."""
    if seen.time is None:
        return replace(seen, day_part=part)
    if not seen.time.startswith(ANY_HOUR):
        return seen
    hour = int(seen.time[1:3])
    if part in ("morning", "dawn", "daybreak", "sunrise"):
        half = "am"
    elif part == "night":
        half = "pm" if 6 <= hour <= 11 else "am"
    else:
        half = "pm"
    return replace(seen, time=in_half(seen.time, half))


def _clock(text: str, match: re.Match[str], start: int, end: int) -> Seen | None:
    hour = int(match["hour"])
    if match["half"] is not None or match["sharp"] is not None:
        return _half_or_sharp(text, match, hour)
    dotted = text[match.end("hour")] == "." if match["minute"] else False
    if match["minute"] is None or hour > 23 or (match["second"] is not None and dotted):
        return None
    time = f"{hour:02}:{match['minute']}"
    if match["zone"]:
        return Seen(match.start(), match.end(), Hour(), time=time)
    left = text[max(start, match.start() - 24) : match.start()]
    if _MEASURED.match(text, match.end(), end) or not (_AT_SURE if dotted else _AT).search(left):
        return None
    if dotted and (
        hour == 0 or not _AT_DOTTED.search(left) or _PRICED.search(text[max(start, match.start() - 60) : match.start()])
    ):
        return None
    known = hour >= 13 or match["hour"].startswith("0")
    return Seen(match.start(), match.end(), Hour(), time=time if known else ANY_HOUR + time)


def _half_or_sharp(text: str, match: re.Match[str], hour: int) -> Seen | None:
    """ "6.15 p.m." and "11 o'clock"; a full stop that ends the sentence is not part of "6.15 pm."."""
    half, stop = match["half"], match.end()
    if hour > 24 or (half is not None and hour == 0):
        return None
    time = f"{hour:02}:{match['minute'] or '00'}"
    if hour <= 12:
        time = in_half(time, "am" if half[0] in "aA" else "pm") if half is not None else ANY_HOUR + time
    if half is not None and match["zone"] is None and text[stop - 1] == "." and not _DOTTED_HALF.fullmatch(half):
        stop -= 1
    return Seen(match.start(), stop, Hour(), time=time)


def _spoken(match: re.Match[str]) -> Seen | None:
    if (
        match["sharp"] is None
        and match["half"] is None
        and (match["past"] is None or match["way"] not in ("past", "to"))
    ):
        return None
    hour, minute = _WORDS[match["hour"].lower()], 0
    if match["past"]:
        word = match["past"].lower().split()[-1]
        if (
            match["sharp"] is None
            and match["half"] is None
            and (word not in ("half", "quarter") or (word == "half" and match["way"] != "past"))
            and "minutes" not in match[0].lower()
        ):
            return None
        minute = {"half": 30, "quarter": 15, "twenty": 20, "twenty-five": 25, "ten": 10, "five": 5}[word]
        if match["way"] in ("to", "before"):
            hour, minute = (hour - 2) % 12 + 1, 60 - minute
    time = f"{hour:02}:{minute:02}"
    half = match["half"]
    start = match.start()
    if match["past"] and match["past"].lower().startswith("a "):
        start += 2
    stop = match.end()
    return Seen(start, stop, Hour(), time=in_half(time, "am" if half[0] in "aA" else "pm") if half else ANY_HOUR + time)
