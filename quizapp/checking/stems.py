"""Rules on the form of stems: 20 negation, 25 one question, 26 blanks, 27 length, 29 wording, 33 answers, 38 ease."""

import re

from quizapp.checking.case import Case
from quizapp.checking.problem import Finding, Findings
from quizapp.checking.words import BLANK, WH_WORDS, contains_words, stem, stems, tokens, unquoted
from quizapp.questions import normalise, without_frame
from quizapp.questions.days import MONTHS

NEGATION = re.compile(
    r"\b(?:not|cannot|neither|nor|never|nobody|no one|nothing|none|except|excluding|least likely)\b|n['’]t\b",
    re.IGNORECASE,
)
NEGATED_STATEMENT = re.compile(r"\bno\b(?!\. ?\d)", re.IGNORECASE)
# A second question begins where one of these comes after "and", "or", a semicolon or a comma.
SECOND_QUESTION = re.compile(
    r"(?:\b(?:and|or|but)|[;,] and|;)\s+(?:(?:in|at|on|by|for|to|from|with|of|about)\s+)?"
    r"(?:who|whom|whose|what|which|when|where|why|how (?:many|much|long|far|old|did|was|were))\b",
    re.IGNORECASE,
)
IMPERATIVE = re.compile(
    r"^(?:according to [^,]+, )?(?:name|give|state|find|locate|mark|show|click|point|put|order|arrange|sort|match|"
    r"pair)\b",
    re.IGNORECASE,
)
WORD_LIMIT = 25
LATE = 1 / 3
TYPED_WORDS = 3
HARDEST_GRADE = 18.0


def stem_is_not_negative(case: Case) -> Findings:
    """20: no negation outside quotations; in a statement, no "no" either."""
    text = unquoted(case.question.stem)
    found = (
        NEGATION.search(text) or (case.question.interaction == "true_false" and NEGATED_STATEMENT.search(text)) or None
    )
    if found:
        yield Finding("stem", f"Ask without “{found[0]}”: negative stems are misread.")


def stem_asks_one_thing(case: Case) -> Findings:
    """25: a question with one wh-word, a statement, or a sentence with one blank."""
    interaction, stem_text = case.question.interaction, without_frame(case.question.stem).strip()
    text = unquoted(stem_text)
    if interaction == "cloze":
        blanks = len(BLANK.findall(stem_text))
        if blanks != 1:
            yield Finding("stem", f"Leave one blank (____) in the sentence, not {blanks}.")
        return
    if interaction == "true_false":
        if "?" in text:
            yield Finding("stem", "Write a statement that is true or false, not a question.")
        return
    if interaction in ("ordering", "matching"):
        if interaction == "ordering" and not 3 <= len(case.question.options) <= 5:
            yield Finding("options", "Ask for the order of three to five events.")
        return
    if text.count("?") > 1 or SECOND_QUESTION.search(text):
        yield Finding("stem", "Ask one question: this stem asks two.")
    asks = any(word.casefold() in WH_WORDS for word in tokens(text))
    if not asks and not IMPERATIVE.match(text):
        yield Finding("stem", "Ask with one wh-word: who, what, which, when, where, how.")
    elif asks and not stem_text.endswith("?") and not IMPERATIVE.match(text):
        yield Finding("stem", "End the question with a question mark.")


def blank_is_late_in_a_cloze(case: Case) -> Findings:
    """26: no blank elsewhere, and not in the first third of its sentence."""
    found = BLANK.search(case.question.stem)
    if found is None:
        return
    if case.question.interaction != "cloze":
        yield Finding("stem", "Ask with a wh-word instead of a blank, or make this a cloze question.")
        return
    before = len(tokens(case.question.stem[: found.start()]))
    after = len(tokens(case.question.stem[found.end() :]))
    if before < LATE * (before + after):
        yield Finding("stem", "Put the blank later in the sentence, or blank out a later name or number.")


def stem_is_short(case: Case) -> Findings:
    """27, for a person."""
    count = len(without_frame(case.question.stem).split())
    if count > WORD_LIMIT:
        yield Finding("stem", f"Shorten the stem to {WORD_LIMIT} words: it has {count}.")


def wording_is_clean(case: Case) -> Findings:
    """29, for a person: slips that make a stem unclear."""
    text = without_frame(case.question.stem)
    doubled = re.search(r"\b([a-z]+) \1\b", text)
    if doubled and doubled[1] not in ("had", "that"):
        yield Finding("stem", f"Take out one “{doubled[1]}”.")
    if (
        re.search(r"\s[,.;:?!]|\(\s|\s\)|,,", text)
        or text.count("(") != text.count(")")
        or text.count("“") != text.count("”")
    ):
        yield Finding("stem", "Mend the punctuation of the stem.")
    if not re.match(r"[\"'“‘(\d]*[A-Z0-9_]", case.question.stem) and text:
        yield Finding("stem", "Begin the stem with a capital.")
    if case.question.interaction in ("text", "cloze"):
        shortest = min((len(tokens(spelling)) for spelling in case.question.accepted), default=0)
        if shortest > TYPED_WORDS:
            yield Finding("accepted", f"Offer options instead: more than {TYPED_WORDS} words are hard to type exactly.")


def stem_holds_no_answer(case: Case) -> Findings:
    """33: the answer does not stand in the stem."""
    question = case.question
    words = stems(question.stem)
    if question.interaction == "numeric" and question.value is not None:
        if any(_is_number(word, question.value) and not _in_date(at, words) for at, word in enumerate(words)):
            yield Finding("stem", "Take the answer out of the stem.")
        return
    told = [text for text in case.key_texts if contains_words(words, stems(text))]
    # "Which came first, the ferry or the bridge?" names all its options.
    every = case.offers and all(contains_words(words, stems(option.text)) for option in question.options)
    if told and not every:
        yield Finding("stem", f"Take “{told[0]}” out of the stem: it is the answer.")


def _is_number(word: str, value: float) -> bool:
    return re.fullmatch(r"\d+(?:\.\d+)?", word) is not None and float(word) == value


def _in_date(at: int, words: tuple[str, ...]) -> bool:
    """Whether the number at a place belongs to a date."""
    months = {stem(month) for month in MONTHS}
    return (
        bool(months & set(words[max(0, at - 2) : at + 2])) or re.fullmatch(r"1[5-9]\d\d|20\d\d", words[at]) is not None
    )


def stem_is_readable(case: Case) -> Findings:
    """38: Flesch-Kincaid grade at most 18; names, numbers and quotations count as one syllable a word.

    Kincaid, Fishburne, Rogers and Chissom (1975): 0.39 words per sentence + 11.8 syllables per word - 15.59.
    """
    words = tokens(without_frame(case.question.stem))
    if len(words) < 5:
        return
    syllables = sum(1 if word[0].isupper() or word[0].isdigit() else _syllables(word) for word in words)
    sentences = max(1, len(re.findall(r"[.!?](?:\s|$)", case.question.stem)))
    grade = 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59
    if grade > HARDEST_GRADE:
        yield Finding("stem", f"Use shorter words and fewer of them: the stem reads at grade {grade:.0f}.")


def _syllables(word: str) -> int:
    folded = normalise(word)
    groups = len(re.findall(r"[aeiouy]+", folded))
    return max(1, groups - (folded.endswith(("e", "ed", "es")) and not folded.endswith(("le", "ted", "ded"))))
