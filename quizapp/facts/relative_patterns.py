"""Expressions that say when only in relation to another date: "five days later", "the next evening", "last Friday"."""

import re
from collections.abc import Iterator

from quizapp.facts.calendar_words import HALF, LONG_MONTH, LONG_WEEKDAY, PART, SLICE, S, month_of, share_of, weekday_of
from quizapp.facts.date_senses import Named, Seen, Settled, Shift, Turn, Unit, Weekday
from quizapp.facts.date_values import Point
from quizapp.facts.numbers import numeral_at

UNITS = r"(?:second|minute|hour|day|night|week|fortnight|month|year|decade|century|centurie)"
_COUNTED = re.compile(
    rf"\b(?P<count>\d{{1,5}}|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|"
    rf"fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|"
    rf"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|"
    rf"eight|nine))?|(?:a|one|two|three){S}hundred|"
    rf"a{S}thousand|half{S}an?))[ \s](?:full{S}|more{S}|short{S})?(?P<unit>{UNITS})s?(?P<half>{S}and{S}a{S}half)?"
    rf"{S}(?P<way>later|earlier|ago|afterwards?|previously|beforehand|hence|before(?=\s?[.,;:)—–]|$)|"
    rf"after(?=\s?[.,;:)—–]|$)|from{S}now|on(?=\s?,)|(?:before|after|earlier{S}than){S}that(?=\s?[.,;:)—–]|$|{S}(?:he|she|it|they|we|the|an?|"
    rf"his|her|its|their|[A-Z]\w+)\b))\b",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    rf"\b(?:several|a{S}few|many|a{S}couple{S}of|some){S}(?:more{S})?{UNITS}s{S}(?:later|earlier|ago|"
    rf"before(?=\s?[.,;)])|afterwards)\b",
    re.IGNORECASE,
)
_OTHER_NUMBER = re.compile(r"\b(?P<low>\w+)\s(?:or|to)\s{1,2}$")
_PART_OF_NUMBER = re.compile(r"(?:\d[.,]|[-–—$£€])$")
# "For two weeks afterwards" says how long.
_HOW_LONG = re.compile(r"\bfor\s{1,2}(?:about\s|nearly\s|almost\s)?$")
_IN_SMALLER = {
    "night": (1, "day"), "week": (7, "day"), "fortnight": (14, "day"),
    "decade": (10, "year"), "century": (100, "year"), "centurie": (100, "year"),
}  # fmt: skip
TURNS: dict[str, Turn] = {
    "last": "last", "next": "next", "this": "this", "that": "that", "same": "that", "following": "following",
    "previous": "previous", "preceding": "previous", "coming": "next",
}  # fmt: skip
_THE_TURN = re.compile(
    rf"\b(?P<lead>(?:[Tt]he|[Oo]n|[Bb]y|[Uu]ntil|[Tt]hat{S}very|[Tt]hat|[Vv]ery|[Aa]nd|[Oo]ver|[Ii]n|"
    rf"[Dd]uring){S})(?:the{S})?(?P<turn>very{S}next|next|following|previous|preceding|same|coming)"
    rf"{S}(?:few{S})?(?P<what>day|week|month|year|decade|century|weekend|{PART}|{LONG_WEEKDAY}|{LONG_MONTH})"
    rf"(?P<more>{S}(?:morning|afternoon|evening|night)\b)?(?!\w|['’]s{S}(?:worth|notice)|-)"
)
_THAT = re.compile(
    rf"\b(?P<slice>[Ee]arlier{S}|[Ll]ater{S}|{SLICE}|{HALF})?(?P<turn>[Tt]his|[Tt]hat|[Ll]ast|[Nn]ext){S}(?:same{S})?"
    rf"(?P<what>week|month|year|decade|century|weekend|{PART}|day|{LONG_WEEKDAY})\b(?P<more>{S}(?:morning|"
    rf"afternoon|evening|night)\b)?(?!['’]?-|{S}(?:long|old|one)\b)"
)
_END_OF_UNIT = re.compile(
    r"\b(?:[Bb]y|[Aa]t|[Bb]efore|[Uu]ntil|[Tt]ill|[Ss]ince|[Ff]rom|[Tt]owards?|[Ii]n)\s{1,2}the\s{1,2}"
    r"(?P<slice>(?:very\s)?(?:end|beginning|start|middle|close)\sof\s)the\s(?P<what>month|year|decade)\b(?!['’-])"
)
_NEAR = re.compile(
    rf"\b(?P<slice>[Ee]arlier{S}|[Ll]ater{S}|[Ee]arly{S}|[Ll]ate{S})?(?P<word>[Tt]oday|[Yy]esterday|[Tt]omorrow|"
    rf"[Tt]onight|[Tt]he{S}day{S}(?:before|after){S}(?:yesterday|tomorrow))\b"
    rf"(?P<more>{S}(?:morning|afternoon|evening|night)\b)?"
)
_DAY_BEFORE = re.compile(
    rf"\b(?P<lead>[Tt]he{S})(?P<unit>day|night|evening|morning|week|month|"
    rf"year){S}(?P<way>before|after)(?=\s?[.,;:)—–]|\s?$)"
)
_WEEKDAY_ALONE = re.compile(
    rf"\b(?P<slice>[Ee]arly{S}(?:on{S})?|[Ll]ate{S}(?:on{S})?)?(?P<name>{LONG_WEEKDAY})(?:{S}(?P<more>morning|"
    rf"afternoon|evening|night|lunchtime)\b|{S}(?P<back>last|next|week)\b(?!{S}(?:\w+day|week|month|year|spring|"
    rf"summer|autumn|winter|night)\b))?"
)
_NAME_BEFORE = re.compile(
    r"(?:\b(?:Black|Good|Ash|Palm|Easter|Holy|Bloody|Super|Cyber|Maundy|Whit|Sheffield|"
    r"Plymouth|Ruby|Man|Blue|Happy|Shrove)\s{1,2}|-)$"
)
_NAME_AFTER = re.compile(
    r"\s{1,2}(?:Times|Night|Mail|Telegraph|Post|Agreement|Review|Club|Market|Herald)\b|"
    r"['’]s\s(?:Child|child)"
)
_EACH = re.compile(r"\b(?:[Ee]very|[Ee]ach|[Mm]ost|[Oo]n\smost|[Ss]ome|[Aa]ny|one|[Aa]lternate)\s{1,2}$")
_FROM_NOW = ("ago", "hence")


def relative_dates(text: str, start: int, end: int) -> Iterator[Seen]:
    """The leaning dates of a sentence; what they lean on is found by settling."""
    piece = text[start:end].lower()
    if any(
        word in piece
        for word in ("ago", "later", "earlier", "before", "after", "previously", "hence", "from now", " on,")
    ):
        yield from _counted_dates(text, start, end)
    if any(word in piece for word in ("next", "following", "previous", "preceding", "same", "coming")):
        yield from _turned_dates(text, start, end)
    if "this" in piece or "that" in piece or "last" in piece or "next" in piece:
        yield from _pointed_dates(text, start, end)
    if any(f"of the {unit}" in piece for unit in ("month", "year", "decade")):
        for match in _END_OF_UNIT.finditer(text, start, end):
            yield Seen(match.start("slice"), match.end(), Unit(match["what"], "that", share_of(match["slice"])))
    if "to" in piece or "yesterday" in piece or "before" in piece or "after" in piece:
        for match in _NEAR.finditer(text, start, end):
            yield _near(text, match, start)
    if "day" in piece:
        for match in _WEEKDAY_ALONE.finditer(text, start, end):
            if (seen := _weekday(text, match, start, end)) is not None:
                yield seen


def _counted_dates(text: str, start: int, end: int) -> Iterator[Seen]:
    for match in _COUNTED.finditer(text, start, end):
        if (seen := _counted(text, match, start)) is not None:
            yield seen
    for match in _VAGUE.finditer(text, start, end):
        yield Seen(match.start(), match.end(), Settled(None))
    for match in _DAY_BEFORE.finditer(text, start, end):
        sign = -1 if match["way"] == "before" else 1
        unit, part = match["unit"], None
        if unit not in ("day", "week", "month", "year"):
            unit, part = "day", unit
        yield Seen(match.start("unit"), match.end(), Shift(sign, unit, False), day_part=part)


def _turned_dates(text: str, start: int, end: int) -> Iterator[Seen]:
    for match in _THE_TURN.finditer(text, start, end):
        turn = TURNS[match["turn"].lower().split()[-1]]
        if match["turn"] == "next" and not re.search(r"\bthe\b", match[0][: match.start("turn") - match.start()], re.I):
            # "Until next Tuesday" leans on the day of publication.
            continue
        if turn == "next" and match["lead"].lower().split()[0] not in ("that",):
            # "The next day" leans on the text; "next week" without an article on the publication.
            turn = "following"
        if seen := _unit(match, turn, match.start("turn")):
            yield seen


def _pointed_dates(text: str, start: int, end: int) -> Iterator[Seen]:
    for match in _THAT.finditer(text, start, end):
        turn = TURNS[match["turn"].lower()]
        if not match["slice"] and re.search(
            r"\bthe\s{1,2}$", text[max(start, match.start() - 5) : match.start()], re.IGNORECASE
        ):
            continue
        if turn == "last" and re.search(
            r"\b(?:at|of\sthe|"
            r"the\svery)\s{1,2}$",
            text[max(start, match.start() - 9) : match.start()],
            re.IGNORECASE,
        ):
            continue
        if seen := _unit(match, turn, match.start("slice") if match["slice"] else match.start("turn")):
            yield seen


def _counted(text: str, match: re.Match[str], start: int) -> Seen | None:
    left = text[max(start, match.start() - 12) : match.start()]
    way = " ".join(match["way"].lower().split())
    if other := _OTHER_NUMBER.search(left):
        if numeral_at(other["low"], 0):
            # "Five or six days later" is not settled.
            return Seen(match.start() - len(left) + other.start(), match.end(), Settled(None))
        return None
    if _PART_OF_NUMBER.search(left) or (_HOW_LONG.search(left) and way not in ("later", "ago")):
        return None
    moved = _moved_by(match["count"].lower(), match["unit"].lower(), match["half"] is not None)
    if moved is None:
        return Seen(match.start(), match.end(), Settled(None))
    sign = 1 if way in ("later", "afterward", "afterwards", "after", "after that", "hence", "from now", "on") else -1
    return Seen(match.start(), match.end(), Shift(int(sign * moved[0]), moved[1], way in ("ago", "hence", "from now")))


def _moved_by(words: str, unit: str, and_a_half: bool) -> tuple[float, str] | None:
    """How many minutes, hours, days, months or years; None where half of a unit is no whole number of smaller ones."""
    halves = {"hour": (30, "minute"), "year": (6, "month"), "decade": (5, "year"), "century": (50, "year")}
    if words.startswith("half"):
        return halves.get(unit)
    numeral = None if words in ("a", "an") else numeral_at(words, 0)
    count = float(numeral.value) if numeral else 1.0
    if and_a_half:
        size = halves.get(unit)
        return ((2 * count + 1) * size[0], size[1]) if size else None
    factor, smaller = _IN_SMALLER.get(unit, (1, unit))
    return count * factor, smaller


def _unit(match: re.Match[str], turn: Turn, begin: int) -> Seen | None:
    what, more = match["what"], match["more"].strip() if match["more"] else None
    named = match.groupdict().get("slice")
    part = share_of(named)
    if part and what not in ("year", "month"):
        begin, part = match.start("turn") if not re.match(r"[Ee]arli|[Ll]ate", named or "") else begin, None
    if what[0].isupper():
        if what.lower().endswith("day"):
            return Seen(begin, match.end(), Weekday(weekday_of(what), turn), day_part=more)
        return Seen(begin, match.end(), Named(Point(None, month_of(what)), turn=turn))
    if what in ("week", "month", "year", "decade", "century", "weekend"):
        if more:
            return None
        return Seen(begin, match.end(), Unit(what, turn, part))
    if what == "day":
        if turn in ("last", "next") and match.re is _THAT:
            return None
        return Seen(begin, match.end(), Unit("day", turn), day_part=more)
    if turn == "next" and match.re is _THAT:
        # "Next morning" without an article still follows what was told.
        turn = "following"
    return Seen(begin, match.end(), Unit("day", turn), day_part=what)


def _near(text: str, match: re.Match[str], start: int) -> Seen:
    word, more = " ".join(match["word"].lower().split()), match["more"].strip() if match["more"] else None
    count = {
        "today": 0,
        "tonight": 0,
        "yesterday": -1,
        "tomorrow": 1,
        "the day before yesterday": -2,
        "the day after tomorrow": 2,
    }.get(word)
    begin = match.start("word") + (4 if word.startswith("the ") else 0)
    return Seen(begin, match.end(), Shift(count or 0, "day", True), day_part="night" if word == "tonight" else more)


def _weekday(text: str, match: re.Match[str], start: int, end: int) -> Seen | None:
    left = text[max(start, match.start() - 12) : match.start()]
    if (
        _NAME_BEFORE.search(left)
        or _EACH.search(left)
        or (_NAME_AFTER.match(text, match.end(), end) and not match["more"])
    ):
        return None
    if re.compile(r"s\b").match(text, match.end("name"), end):
        return None
    back, turn = match["back"], None
    if back in ("last", "next"):
        turn = TURNS[back]
    stop = match.end() if back != "week" else match.end("name")
    more = "afternoon" if match["more"] == "lunchtime" else match["more"]
    return Seen(match.start("name"), stop, Weekday(weekday_of(match["name"]), turn), day_part=more)
