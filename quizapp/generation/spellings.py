"""Which ways of writing an answer are right: a name as the report has it and shorter, a sum, a time of day."""

import re

from quizapp.facts import Fact, Place
from quizapp.generation.surroundings import Surroundings
from quizapp.generation.targets import is_demonym, without_kind
from quizapp.language import gazetteer

FIRM = re.compile(r",? (?:Inc|Ltd|Limited|plc|PLC|LLC|Corp|Corporation|Co|AG|GmbH|S\.A|N\.V)\.?$")
SHORTEST_NAME = 3
CURRENCIES = {"£": "pounds", "€": "euros", "$": "dollars", "¥": "yen", "₹": "rupees"}
SCALED = 1_000
# What stands before a surname instead of a first name.
LONGEST_TITLE = 2
# "European" is no short form of a commission, nor "Legislative" of a council.
ADJECTIVE = re.compile(r"(?:an|al|ive|ic|ern|ish|ese|ary|ous|ed)$")
FOR_FIRST_NAMES = {"sir", "dame", "king", "queen", "pope", "saint", "st", "emperor", "empress", "tsar"}
FEWEST_INITIALS = 3
NAMES_OF_TWO_FAMILIES = 3
SPOKEN_TIMES = {(12, 0): ("noon", "midday", "12 noon"), (0, 0): ("midnight", "12 midnight")}
# Words between a place's name and its kind that many leave out: the Aswan (High) Dam.
BETWEEN = frozenset("high old new great grand royal upper lower central international national memorial".split())


def accepted_spellings(fact: Fact, surroundings: Surroundings) -> tuple[str, ...]:
    """The names by which the report calls it, the fullest first, and those by which anybody would."""
    name = fact.value.name if isinstance(fact.value, Place) else str(fact.value)
    texts = [fact.text, name] if isinstance(fact.value, Place) else [name, fact.text]
    texts += [other.text for other in surroundings.same_value(fact) if not is_demonym(other)]
    if isinstance(fact.value, Place) and fact.value.place_class == "country":
        texts += [other for entry in gazetteer().lookup(name)[:1] for other in entry.names]
    if fact.kind in {"place", "organisation"} and " " in fact.text:
        texts += _shorter(fact.text)
    if fact.kind == "organisation":
        texts += _of_a_body(name, fact.text)
    if fact.kind == "person":
        texts = [text for text in texts if text not in surroundings.shared_surnames]
        texts += _of_a_person(name, fact, surroundings)
    return tuple(dict.fromkeys(text for text in texts if text))


def _of_a_body(name: str, text: str) -> list[str]:
    """Its initials, and a firm without its "Ltd"."""
    initials = "".join(word[0] for word in name.split() if word[0].isupper() and "." not in name)
    told = [initials] if len(initials) >= FEWEST_INITIALS and " " in name else []
    return [*told, FIRM.sub("", text)]


def _of_a_person(name: str, fact: Fact, surroundings: Surroundings) -> list[str]:
    """The surname, with and without a title, where one alone bears it; the first name where one alone does."""
    words = name.split()
    surname, texts = words[-1], []
    others = {word for other in surroundings.by_kind["person"] if other.value != fact.value
              for word in str(other.value).split()}  # fmt: skip
    if not re.fullmatch(r"[IVX]+", surname) and "of" not in words:
        if surname not in surroundings.shared_surnames:
            texts.append(surname)
            if words[-2:-1] and words[-2][0].islower():
                texts.append(f"{words[-2]} {surname}")  # "da Maia" for Manuel da Maia
        titles = (one.mention.title for one in surroundings.same_value(fact))
        texts += [f"{title} {surname}" for title in titles if title and _goes_with_surname(title)]
    if len(words) == NAMES_OF_TWO_FAMILIES and words[1] not in others and words[1][0].isupper():
        texts.append(" ".join(words[:2]))  # "Rosa Quispe" for Rosa Quispe Mamani
    if len(words) > 1 and len(words[0]) >= SHORTEST_NAME and words[0] not in others:
        texts.append(words[0])  # "Kurushima", of whoever writes the family's name first
    if fact.mention.title:
        texts.append(f"{fact.mention.title} {name}")  # "King Mohammed VI"
    if fact.mention.role and " " not in fact.mention.role:
        texts += [f"{fact.mention.role} {name}", f"{fact.mention.role} {surname}"]  # "her captain, Henry Kendall"
    return texts


def _goes_with_surname(title: str) -> bool:
    """ "Colonel Dibo", but never "Sir Shackleton"."""
    return len(title.split()) <= LONGEST_TITLE and title.lower() not in FOR_FIRST_NAMES


def _shorter(name: str) -> list[str]:
    """ "Aleppo" for "Aleppo province", "Thornby Council" for "Thornby Town Council": the stem says the kind itself."""
    short = without_kind(name)
    *rest, last = name.split()
    if short == name or len(short) < SHORTEST_NAME or gazetteer().demonym(short) is not None or ADJECTIVE.search(short):
        return []
    kind = [f"{rest[0]} {last}"] if rest[1:] and rest[-1].lower() in BETWEEN else []
    return [short, f"{short} {last}", *kind]


def money_spelled(text: str, value: float) -> tuple[str, ...]:
    """A sum of money as the report prints it, in figures, and with its currency in words ("350,000 pounds")."""
    sign = text[0] if not text[0].isalnum() else ""
    whole = float(value).is_integer()
    figures = f"{value:,.0f}" if whole else f"{value:,.2f}"
    if text.endswith((" pence", " cents", "p")):
        return (text,)
    ways = [text, f"{sign}{figures}", f"{sign}{figures.replace(',', '')}"]
    if not whole and value < SCALED:
        ways.append(f"{sign}{value:g}")
    if sign in CURRENCIES:
        ways += [f"{text.removeprefix(sign)} {CURRENCIES[sign]}", f"{figures} {CURRENCIES[sign]}"]
    return tuple(dict.fromkeys(ways))


def times_spelled(answer: str, value: str) -> tuple[str, ...]:
    """The ways to write a time of day: as the report does, by the clock of twelve hours and of twenty-four."""
    hour, minute = (int(part) for part in value.partition("T")[2].split(":")[:2])
    half, of_twelve = ("a" if hour < 12 else "p"), (hour + 11) % 12 + 1
    bare = [f"{of_twelve} {half}.m.", f"{of_twelve}{half}m", f"{of_twelve} {half}m"] if minute == 0 else []
    if (hour, minute) in SPOKEN_TIMES:
        bare = [*SPOKEN_TIMES[hour, minute], *bare]
    ways = [f"{of_twelve}{mark}{minute:02d}{space}{half}{dot}m{dot}"
            for mark in ".:" for space in (" ", "") for dot in (".", "")]  # fmt: skip
    clock = [f"{hour:02d}:{minute:02d}", f"{hour}:{minute:02d}", f"{hour}.{minute:02d}"]
    return tuple(dict.fromkeys([answer, *bare, *ways, *clock]))
