"""When two written answers are the same answer: one normalisation, and one slip of the finger.

The normalisation, in this order: Unicode NFKC; case folded; diacritics dropped; apostrophes dropped; "&" read as "and";
every other mark of punctuation, hyphens and dashes among them, read as a space; white space collapsed; a leading
"the", "a" or "an" dropped. A point, comma or colon between two digits is kept.
"""

import re
import unicodedata
from collections.abc import Collection

TYPO_LENGTH = 6
# Letters whose stroke or ligature Unicode does not take apart.
UNDECOMPOSED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
)
APOSTROPHES = re.compile(r"['’‘ʼʻ`´ʾʿ]")
# A mark between two digits belongs to the number: 6.4, 4,000, 18:15.
PUNCTUATION = re.compile(r"(?:(?<!\d)[.,:]|[.,:](?!\d)|[^\w.,:]|_)")
ARTICLE = re.compile(r"^(?:the|an?) (?=\w)")
# What stands before a name, or after it, and is no part of it.
TITLES = (
    "mr mrs ms miss dr doctor prof professor sir dame lord lady captain capt colonel col general gen major admiral "
    "commander lieutenant lt sergeant judge justice president minister prime senator councillor mayor reverend rev "
    "father sister king queen prince princess saint st ambassador inspector field marshal"
).split()
TITLE = re.compile(rf"^(?:(?:{'|'.join(TITLES)}) )+(?=\w)")
# "In 1909" where 1909 is asked for.
LEADING = re.compile(r"^(?:in|on|at|by|from|to) (?:the )?(?=\w)")
HONOURS = re.compile(r"(?: (?:qc|kc|mp|obe|cbe|phd|md|jr|sr))+$")


def normalise(text: str) -> str:
    """The form in which written answers are compared; see the module."""
    folded = APOSTROPHES.sub("", unicodedata.normalize("NFKC", text).casefold())
    marks = unicodedata.normalize("NFD", folded.translate(UNDECOMPOSED))
    plain = unicodedata.normalize("NFC", "".join(mark for mark in marks if unicodedata.category(mark) != "Mn"))
    spaced = PUNCTUATION.sub(" ", plain.replace("&", " and "))
    return ARTICLE.sub("", " ".join(spaced.split()), count=1)


def untitled(normalised: str) -> str:
    """A name without the titles before it and the letters after it."""
    return HONOURS.sub("", TITLE.sub("", normalised))


def matches(given: str, accepted: Collection[str], other_names: Collection[str] = ()) -> bool:
    """Whether a written answer is one of the accepted ones, allowing one typo in a word of six letters or more.

    A typo is a letter too many, missing, wrong, or swapped with its neighbour. It is not forgiven where the word it
    makes belongs to one of ``other_names`` (other people and places of the report), nor in a word with a digit.
    """
    answer = normalise(given)
    if not answer:
        return False
    right = [normalise(spelling) for spelling in accepted]
    if answer in right:
        return True
    if LEADING.sub("", answer) in right or untitled(answer) in {untitled(spelling) for spelling in right}:
        return True
    words_only = not any(character.isdigit() for character in answer)
    if words_only and answer.replace(" ", "") in {spelling.replace(" ", "") for spelling in right}:
        return True
    rivals = {normalise(name) for name in other_names} - set(right)
    if answer in rivals:
        return False
    words_of_rivals = {word for name in rivals for word in name.split()}
    return any(_one_typo(answer.split(), spelling.split(), words_of_rivals) for spelling in right)


def _one_typo(given: list[str], right: list[str], words_of_rivals: Collection[str]) -> bool:
    differing = [(mine, theirs) for mine, theirs in zip(given, right, strict=False) if mine != theirs]
    if len(given) != len(right) or len(differing) != 1:
        return False
    mine, theirs = differing[0]
    if len(theirs) < TYPO_LENGTH or mine in words_of_rivals or any(letter.isdigit() for letter in mine + theirs):
        return False
    return within_one_edit(mine, theirs)


def within_one_edit(first: str, second: str) -> bool:
    """Whether the Damerau-Levenshtein distance is at most 1: insertion, deletion, substitution, swap of neighbours."""
    if len(first) > len(second):
        first, second = second, first
    if len(second) - len(first) > 1:
        return False
    start = next((index for index, letter in enumerate(first) if letter != second[index]), len(first))
    if len(first) < len(second):
        return first[start:] == second[start + 1 :]
    swapped = first[start + 1 : start + 2] + first[start : start + 1]
    return first[start + 1 :] == second[start + 1 :] or (
        swapped == second[start : start + 2] and first[start + 2 :] == second[start + 2 :]
    )
