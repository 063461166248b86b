"""Figures outside a report: reading an option's text, writing another number in its style, and how exact a text is."""

import re
from collections.abc import Callable
from fractions import Fraction

from lemminflect import getInflection, getLemma

from quizapp.facts.amounts import Measuring
from quizapp.facts.fact import Mention, Number, Value
from quizapp.facts.figures import figures_in
from quizapp.facts.nouns import is_plural
from quizapp.facts.numbers import MAGNITUDES, Numeral, in_words, numerals, parse_number, tidy
from quizapp.facts.units import currencies_spoken

Figure = tuple[Number | tuple[Number, Number] | None, str | None, str | None]

_BEFORE = re.compile(
    r"(?:(?:the|an?|about|around|some|nearly|almost|roughly|approximately|more|less|fewer|than|over|under|at|least"
    r"|most|up|to|as|many|much|estimated"
    r"|no|close|just|well|only|exactly|perhaps|all|aged|by|circa|in|of)\s+|~)*",
    re.IGNORECASE,
)
_WORDS_OF = {
    2: "half",
    3: "third",
    4: "quarter",
    5: "fifth",
    6: "sixth",
    7: "seventh",
    8: "eighth",
    9: "ninth",
    10: "tenth",
}
_STEPS = ("thousand", "million", "billion", "trillion")
_SHORT_STEPS = {"mn": "million", "bn": "billion", "tn": "trillion"}
_IN_DIGITS = re.compile(r"^(?P<mantissa>[\d,. \u00a0\u2009\u202f]*\d)(?P<glyph>[½¼¾⅓⅔⅛⅜⅝⅞]?)(?P<rest>.*)$", re.DOTALL)


def parse_figure(text: str) -> Figure | None:
    """Value, unit and noun counted of a text that is one figure, with or without a hedge: "about 4,000", "27 trawlers".

    None for a text that holds none, or several, or that begins with something else; a bare year is a date.
    """
    stripped = text.strip().rstrip(".")
    found = _figures(stripped)
    if len(found) == 1 and _BEFORE.fullmatch(stripped, 0, found[0].start):
        return _number(found[0].value), found[0].unit, found[0].of
    value = parse_number(stripped)
    if not found and value is not None and not re.fullmatch(r"1\d{3}|20\d\d", stripped):
        return value, None, None
    return None


def figure_text(value: Number | tuple[Number, Number], unit: str | None, of: str | None, like: str) -> str:
    """Another value as ``like`` writes its own: the same separators, decimals, magnitude words, words or digits.

    ``unit`` and ``of`` are used where ``like`` holds no figure. "$6.4 million" and 7,100,000 give "$7.1 million".
    """
    found = _figures(like)
    values = value if isinstance(value, tuple) else (value,)
    if not found or found[0].value is None:
        return _plain(values, unit, of)
    mention = found[0]
    text = like[mention.start : mention.end]
    if mention.unit == "fraction":
        return like[: mention.start] + _share(float(values[0]), text) + like[mention.end :]
    held = _number(mention.value)
    old = held if isinstance(held, tuple) else (held,)
    written = list(numerals(text))
    if text.endswith(" zero") and values[0] < 0:
        # The zero of "12 degrees below zero" is where one counts from.
        written = written[:-1]
    if len(written) != len(values) or len(old) != len(values):
        if text.lower() in ("twice", "thrice"):
            return like[: mention.start] + _times(values[0]) + like[mention.end :]
        return _plain(values, unit or mention.unit, of or mention.of)
    for numeral, new, known in reversed(list(zip(written, values, old, strict=True))):
        ratio = numeral.value / float(known) if known else 1
        # A magnitude said once, behind the second number, scales the first as well.
        text = (
            text[: numeral.start]
            + _render(text[numeral.start : numeral.end], numeral, tidy(abs(new) * abs(ratio)))
            + text[numeral.end :]
        )
    return like[: mention.start] + _agreeing(text, values[-1], old[-1], mention.of) + like[mention.end :]


def uncertainty(mention_text: str, hedge: str | None, value: Value) -> float:
    """Half the width of the last digit printed, in the unit of ``value``; 0 for what is exact.

    Decimals and magnitude words are rounded whatever the text says: "6.4 million" is 6.35 to 6.45 million. Other
    numbers are exact unless hedged; then the last digit that is not a closing zero counts: "some 4,000" is good to 500.
    """
    known = value if isinstance(value, tuple) else (value,)
    if any(part is None or not isinstance(part, int | float) for part in known):
        return 0.0
    if "fraction" in (found[0].unit if (found := _figures(mention_text)) else "",):
        return 0.05 if hedge else 0.0
    widths = []
    for numeral, part in zip(numerals(mention_text), known, strict=False):
        ratio = float(part) / numeral.value if numeral.value and isinstance(part, int | float) else 1.0
        widths.append(_half_width(mention_text[numeral.start : numeral.end], numeral, hedge is not None) * abs(ratio))
        # The letter of "£3m" is not part of the numeral.
        if ratio >= 1_000_000 and "." not in mention_text:
            widths[-1] = 0.5 * ratio
    return float(tidy(max(widths, default=0.0)))


def _half_width(text: str, numeral: Numeral, hedged: bool) -> float:
    match = _IN_DIGITS.match(text)
    decimals = re.search(r"\.(\d+)", match["mantissa"]) if match else None
    if decimals:
        return 0.5 * 10.0 ** -len(decimals[1]) * numeral.magnitude
    if text.lower().endswith("dozen"):
        return 6.0 if hedged else 0.0
    # "a hundred" and "two thousand" in words are exact counts as often as not; from a million on they are round.
    if numeral.magnitude >= 1_000_000:
        return 0.5 * numeral.magnitude
    whole = int(numeral.value)
    if not hedged or whole == 0:
        return 0.0
    place = 1
    while whole % (place * 10) == 0:
        place *= 10
    return 0.5 * place


def _figures(text: str) -> list[Mention]:
    return figures_in(Measuring(text, 0, len(text), currencies_spoken(text)), None)


def _number(value: Value) -> Number | tuple[Number, Number] | None:
    if isinstance(value, int | float):
        return value
    if isinstance(value, tuple):
        low, high = value
        return (low, high) if not isinstance(low, str) and not isinstance(high, str) else None
    return None


def _render(text: str, numeral: Numeral, value: Number) -> str:
    if numeral.digits:
        return _in_digits(text, value)
    if re.search(r"dozen", text, re.IGNORECASE) and value % 12 == 0:
        return _cased(
            "a dozen" if value == 12 and text.lower().startswith("a ") else _cased_count(int(value) // 12, "dozen"),
            text,
        )
    if isinstance(value, int) and value < 1_000_000:
        return _cased(in_words(value), text)
    if numeral.magnitude > 1 and (mantissa := tidy(value / numeral.magnitude)) == int(mantissa) and mantissa < 100:
        return _cased(f"{in_words(int(mantissa))} {text.split()[-1]}", text)
    return _in_digits("1 million" if value >= 1_000_000 else "1,000", value)


def _cased_count(count: int, noun: str) -> str:
    return noun if count == 1 else f"{in_words(count)} {noun}"


def _cased(words: str, like: str) -> str:
    return words[0].upper() + words[1:] if like[0].isupper() else words


def _in_digits(text: str, value: Number) -> str:
    match = _IN_DIGITS.match(text)
    if match is None:
        return f"{value:,}"
    mantissa, rest = match["mantissa"], match["rest"]
    decimals = len(mantissa.rpartition(".")[2]) if "." in mantissa else 0
    if rest.strip(" -\u00a0"):
        rest, scale = _scale(rest, value)
    else:
        scale = 1
    if rest != match["rest"]:
        decimals = 0
    shown = float(value) / scale
    needed = len(f"{shown:.3f}".rstrip("0").rpartition(".")[2])
    written = f"{shown:,.{max(decimals, needed)}f}"
    gap = re.search(r"\d([, \u00a0\u2009\u202f])\d{3}", mantissa)
    if gap:
        written = written.replace(",", gap[1])
    elif re.match(r"\d{4}", mantissa) and len(written.partition(".")[0]) <= 5:
        written = written.replace(",", "")
    return written + rest


def _scale(rest: str, value: Number) -> tuple[str, int]:
    """The magnitude word that fits the value, in the manner of ``rest``; none where the value is too small for any."""
    word = rest.strip(" -\u00a0\u2009\u202f").lower()
    long = _SHORT_STEPS.get(word, word)
    if long not in _STEPS:
        return rest, MAGNITUDES.get(long, 12 if long == "dozen" else 1)
    place = _STEPS.index(long)
    while place + 1 < len(_STEPS) and value >= 1000 * MAGNITUDES[_STEPS[place]]:
        place += 1
    while place > 0 and value < MAGNITUDES[_STEPS[place]]:
        place -= 1
    if value < MAGNITUDES[_STEPS[place]] or (_STEPS[place] == "thousand" and long != "thousand"):
        return "", 1
    shown = _STEPS[place]
    if word in _SHORT_STEPS:
        shown = {"million": "m", "billion": "bn", "trillion": "tn"}.get(shown, shown)
    lead = rest[: len(rest) - len(rest.lstrip(" -\u00a0\u2009\u202f"))]
    return lead + shown, MAGNITUDES[_STEPS[place]]


def _share(value: float, like: str) -> str:
    """A share in words, as "two-thirds", "half", "one in four"; by the hundred where no small fraction is it."""
    fraction = Fraction(value).limit_denominator(10)
    ratio = re.match(r"(\S+)( in | out of )(\S+)$", like)
    if abs(float(fraction) - value) > 0.001 or fraction.denominator not in _WORDS_OF:
        return f"{tidy(value * 100):.3g} per cent"
    top, bottom = fraction.numerator, fraction.denominator
    if ratio:
        count: Callable[[int], str] = str if ratio[1].isdigit() else in_words
        return _cased(f"{count(top)}{ratio[2]}{count(bottom)}", like)
    if bottom == 2:
        return _cased("half", like)
    if top == 1:
        return _cased(f"{'one-' if re.match('one', like, re.IGNORECASE) else 'a '}{_WORDS_OF[bottom]}", like)
    return _cased(f"{in_words(top)}{' ' if ' ' in like and '-' not in like else '-'}{_WORDS_OF[bottom]}s", like)


def _times(value: Number) -> str:
    if value == 2:
        return "twice"
    return f"{in_words(int(value)) if isinstance(value, int) and value < 100 else value} times"


def _plain(values: tuple[Number, ...], unit: str | None, of: str | None) -> str:
    numbers = " to ".join(f"{value:,}" for value in values)
    if unit == "percent":
        return f"{numbers} per cent"
    if unit is not None and len(unit) == 3 and unit.isupper():
        return f"{unit} {numbers}"
    noun = of or unit
    if noun is None or unit in ("fraction", "times"):
        return numbers
    return f"{numbers} {_singular(noun) if values[-1] == 1 else _plural(noun)}"


def _agreeing(text: str, new: Number, old: object, of: str | None) -> str:
    """The noun or unit in the number that the new value asks for; what stands hyphened to the number never changes."""
    if (new == 1) == (old == 1):
        return text
    match = (
        re.search(rf"(?<= ){re.escape(of)}(?!\w)", text)
        if of
        else re.search(r"(?<=[\d \u00a0])[a-z]{3,}(?= per | Celsius| Fahrenheit|$)", text)
    )
    if match is None or match[0] in ("percent", "cent", "hertz"):
        return text
    noun = _singular(match[0]) if new == 1 else _plural(match[0])
    return text[: match.start()] + noun + text[match.end() :]


def _singular(noun: str) -> str:
    return getLemma(noun, upos="NOUN")[0] if is_plural(noun) else noun


def _plural(noun: str) -> str:
    if is_plural(noun):
        return noun
    head, gap, last = noun.rpartition(" ")
    forms = getInflection(last, tag="NNS")
    return head + gap + (forms[0] if forms else f"{last}s")
