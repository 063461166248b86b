"""Rules on what a stem leans on: 30 and 31 words of elsewhere, 32 the text itself; 35 and 36 what needs care."""

import re
from collections.abc import Iterator

from quizapp.checking.case import Case
from quizapp.checking.problem import Finding, Findings
from quizapp.checking.words import WEEKDAYS, tokens, unquoted
from quizapp.questions import is_framed, without_frame
from quizapp.questions.days import MONTHS

PERSONAL = frozenset("he him his himself she her hers herself".split())
NEUTRAL = frozenset("it its itself they them their theirs themselves".split())
# Words that open a sentence without naming anything.
OPENING = frozenset(
    """
    in on at by from to for with of as since during after before until about between who what when where which how why
    whom whose did does do was were is are has had have the a an and but
    """.split()
)
SPEAKING = frozenset("i me my mine we us our ours you your yours".split())
POINTING = re.compile(
    r"\b(?:this|these|those)\s+[a-z]+|\b(?:the former|the latter|the same [a-z]+)\b|\bthat (?:man|woman|officer|"
    r"building|place|city|town)\b",
    re.IGNORECASE,
)
# What points at the options below.
LISTED = re.compile(r"\bthese (?:events|people|places|words|statements|dates|figures)\b", re.IGNORECASE)
LOCATIVE = re.compile(
    r"\bhere\b|\b(?:in|from|near|out|over|up|down)\s+there\b|"
    r"(?<!\bwas )(?<!were )(?<!\bare )(?<!\bis )\bthere(?=\s*[?.,;]|\s+(?:on|in|at|by|after|before)\b|$)",
    re.IGNORECASE,
)
# Nouns that, bare and definite, stand for someone or something named earlier.
ANAPHORIC = (
    "officer|official|officials|officers|man|woman|boy|girl|couple|spokesman|spokeswoman|spokesperson|colonel|commander|director|"
    "scientist|scientists|researcher|researchers|author|authors|professor|witness|witnesses|victim|victims|suspect|suspects|driver|pilot|"
    "passenger|company|firm|agency|group|building|base|ship|vessel|boat|aircraft|plane|train|town|city|village|district|area|region|"
    "site|place|attack|incident|operation|meeting|event|ceremony|organisation|organization|team|crew"
)
BARE_DEFINITE = re.compile(rf"\b[Tt]he ({ANAPHORIC})\b(?!['’-])(?P<after>[^,.?;]*)")
ANY_DEFINITE = re.compile(
    r"\b[Tt]he ([a-z]+)\b(?=\s*(?:[,.?;]|$|(?:was|were|is|are|has|had|have|did|do|does|will|would|could|can)\b))"
)
# What makes a bare definite a description of its own: "the officer who", "the base south of Lima".
COMPLEMENT = re.compile(
    r"^\s+(?:of|in|at|on|near|from|for|that|who|whom|whose|which|where|with|by|to|between|against|south|north|"
    r"east|west|called|named|"
    r"known|responsible|behind|aboard|outside|inside|under|over|around|about|carrying|involved|[A-Z])\b|^\s+[A-Z]|"
    r"^\s+\w+(?:ed|ing)\s+(?:by|in|at|on|from|to)\b"
)

WEEKDAY = "|".join(WEEKDAYS)
MONTH = "|".join(MONTHS)
PERIOD = (
    r"(?:day|night|morning|afternoon|evening|week|weekend|month|year|decade|spring|summer|autumn|fall|winter|time|"
    rf"{MONTH}|{WEEKDAY})"
)
RELATIVE_DATE = re.compile(
    rf"\b(?:yesterday|today|tomorrow|tonight|nowadays|recently|lately)\b|\b(?:last|next|this|that) {PERIOD}\b|"
    rf"\bthe (?:next|following|previous|same|preceding|other) {PERIOD}\b|"
    r"\b(?:\w+ )(?:minutes|hours|days|weeks|months|years|day|week|month|year|decades) (?:later|earlier|ago)\b|\bago\b|"
    r"\b(?:earlier|later) (?:this|that|in the day)\b|\bat the time\b(?! of)|\bat that time\b|"
    r"\bthe day before\b(?= *[,?.]|$)|\b(?:soon|shortly) afterwards?\b",
    re.IGNORECASE,
)
# So long ago that the day of the report makes no difference.
GEOLOGICAL = re.compile(r"\b(?:million|billion) years (?:ago|earlier)\b", re.IGNORECASE)
LONE_WEEKDAY = re.compile(
    rf"\b(?:on|since|until|by|before|after|last|next|this) (?:{WEEKDAY})\b(?P<after>[^?.;]*)", re.IGNORECASE
)
WITH_DATE = re.compile(
    rf"^,?\s*(?:the )?\d|^,?\s*(?:{MONTH})\b|^ (?:morning|afternoon|evening|night),? (?:of )?(?:\d|{MONTH})|^ [A-Z]",
    re.IGNORECASE,
)
ABOUT_THE_TEXT = re.compile(
    r"\baccording to (?:the|this) (?:text|article|passage|story|author|writer|document|news(?: report| story)?|"
    r"source text)\b|"
    r"\baccording to (?:the|this) report(?=\s*[,?.]|$)|\b(?:in|by) (?:the|this) (?:text|article|passage|story above)\b|"
    r"\b(?:the|this) (?:text|article|passage) (?:says?|states?|mentions?|describes?|gives?|reports?)\b|"
    r"\b(?:mentioned|stated|described|named|given) (?:in (?:the|this) (?:text|article|passage|report|story)|above|"
    r"here)\b",
    re.IGNORECASE,
)
CHANGING = re.compile(
    r"\b(?:currently|at present|presently|at the moment|as of now|so far|to date|nowadays|still|now)\b", re.IGNORECASE
)
CHANGING_SURELY = re.compile(
    r"\b(?:currently|at present|presently|at the moment|as of now|so far|to date)\b", re.IGNORECASE
)
PRESENT_HOLDER = re.compile(r"^(?:who|which|what) (?:is|are|heads?|leads?|owns?|runs?)\b", re.IGNORECASE)
DATED = re.compile(rf"\b\d{{4}}\b|\b(?:{MONTH})\b")
DELICATE = re.compile(
    r"\b(?:victims?|killed|murdered|shot dead|stabbed|raped|abused|assaulted|kidnapped|missing (?:girl|boy|woman|"
    r"man)|died|suicide|accused|"
    r"alleged(?:ly)?|suspected|suspects?|charged with|arrested|convicted of|guilty)\b",
    re.IGNORECASE,
)


def _texts(case: Case) -> Iterator[tuple[str, str]]:
    """What a learner reads without its surroundings: the stem, and options that are events."""
    yield "stem", unquoted(without_frame(case.question.stem))
    if case.question.interaction in ("ordering", "matching"):
        for option in case.question.options:
            yield f"options.{option.id}.text", unquoted(option.text)


def nothing_is_unresolved(case: Case) -> Findings:
    """30: no pronoun without its noun before it, no bare "the officer" unless the stem says which story it is from."""
    for field, text in _texts(case):
        found = _pronoun(
            text, frozenset(w for fact in case.own_facts if fact.kind == "person" for w in tokens(fact.text))
        )
        if found:
            yield Finding(field, f"Name what “{found}” stands for.")
        for definite in () if is_framed(case.question.stem) else BARE_DEFINITE.finditer(text):
            before = text[: definite.start()].casefold()
            if (
                definite[1].casefold().rstrip("s") not in before
                and not COMPLEMENT.search(definite["after"])
                and not _in_apposition(text, definite)
            ):
                yield Finding(field, f"Say which: “the {definite[1]}” is not introduced.")


def _pronoun(text: str, people: frozenset[str]) -> str | None:
    words = tokens(text)
    named = False
    nouns = False
    for at, word in enumerate(words):
        folded = word.casefold()
        if folded in SPEAKING and word != "US" and not (word == "I" and at and words[at - 1][0].isupper()):
            return word
        if folded in PERSONAL and not named:
            return word
        if folded in NEUTRAL and not nouns and not _expletive(words, at):
            return word
        named = (
            named
            or (at > 0 and word[0].isupper())
            or word in people
            or folded in ("who", "whose", "man", "woman", "person", "officer", "official")
        )
        nouns = (
            nouns
            or (word[0].isupper() and (at > 0 or folded not in OPENING))
            or (at > 0 and words[at - 1].casefold() in ("the", "a", "an", "many", "which", "what", "two"))
        )
        nouns = nouns or folded in ("people", "who", "residents")
    found = LISTED.search(text)
    text = text if found is None else text[: found.start()] + text[found.end() :]
    found = POINTING.search(text) or LOCATIVE.search(text)
    return found[0] if found else None


def _expletive(words: tuple[str, ...], at: int) -> bool:
    """ "How long did it take …", "it was announced that …"."""
    following = [word.casefold() for word in words[at + 1 : at + 5]]
    return words[at].casefold() == "it" and (
        following[:1] == ["take"] or following[:1] == ["cost"] or "that" in following
    )


def _in_apposition(text: str, definite: re.Match[str]) -> bool:
    """A name just before ("Ana Ruiz, the director, …")."""
    return re.search(r"[A-Z]\w*,\s*$", text[: definite.start()]) is not None


def definites_are_introduced(case: Case) -> Findings:
    """30, for a person: other bare definites."""
    for field, text in _texts(case):
        for definite in ANY_DEFINITE.finditer(text):
            if definite[1] not in text[: definite.start()].casefold() and not BARE_DEFINITE.match(
                text, definite.start()
            ):
                yield Finding(field, f"See that “the {definite[1]}” is clear without the report.")


def dates_are_absolute(case: Case) -> Findings:
    """31: no date that needs another, in the stem or an option."""
    texts = [("stem", unquoted(case.question.stem))]
    texts += [(f"options.{option.id}.text", unquoted(option.text)) for option in case.question.options]
    for field, text in texts:
        found = RELATIVE_DATE.search(GEOLOGICAL.sub(" ", text))
        if found:
            yield Finding(field, f"Give the date instead of “{found[0].strip()}”.")
            continue
        lone = LONE_WEEKDAY.search(text)
        if lone and not WITH_DATE.search(lone["after"]) and not _dated_before(text, lone.start()):
            yield Finding(field, "Give the date with the weekday.")


def _dated_before(text: str, start: int) -> bool:
    return DATED.search(text[max(0, start - 25) : start]) is not None


def text_is_not_mentioned(case: Case) -> Findings:
    """32"""
    found = ABOUT_THE_TEXT.search(case.question.stem)
    if found:
        yield Finding("stem", f"Ask without “{found[0]}”: name who says so, or nobody.")


def changing_facts_are_dated(case: Case) -> Findings:
    """35: "currently" needs a date."""
    found = CHANGING_SURELY.search(unquoted(case.question.stem))
    if found and not DATED.search(case.question.stem):
        yield Finding("stem", f"Say as of when instead of “{found[0]}”.")


def changing_facts_may_need_a_date(case: Case) -> Findings:
    """35, for a person: the present tense, "now", "still"."""
    text = unquoted(case.question.stem)
    if (
        not DATED.search(text)
        and not CHANGING_SURELY.search(text)
        and (CHANGING.search(text) or PRESENT_HOLDER.search(text))
    ):
        yield Finding("stem", "See whether the answer may change: give the date and the source.")


def people_are_spared(case: Case) -> Findings:
    """36, for a person: victims and accusations."""
    key = case.question.key
    asked = " ".join([case.question.stem, *case.key_texts, key.text if key else ""])
    found = DELICATE.search(unquoted(asked))
    if found:
        yield Finding("stem", f"See that nobody is hurt by this question: “{found[0]}”.")
