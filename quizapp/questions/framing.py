"""The frame of a stem that is clear only within its story: before it stands the story's title, or what it is about."""

import re
from collections.abc import Sequence

FRAME = re.compile(r"^In (?:“[^”]+”|the story of (?:[^,:]|:\d)+)(?:: |, )")
LONGEST_TITLE = 14
BIDDING = ("Fill in ", "Put ", "Match ")
SMALL = frozenset("a an and as at but by for from in into nor of on or the to with".split())


def titled_frame(heading: str) -> str:
    """The words that say which story by its heading; "" where it is none that a stem can carry."""
    words = heading.strip(" .:").split()
    if not 1 <= len(words) <= LONGEST_TITLE:
        return ""
    if heading.isupper():
        words = [word.lower() if at and word.lower() in SMALL else _capitalised(word) for at, word in enumerate(words)]
    title = re.sub(r"[“”\"]([^“”\"]*)[“”\"]", r"‘\1’", " ".join(words))
    return f"In “{title.replace('“', '‘').replace('”', '’')}”"


def topical_frame(names: Sequence[str]) -> str:
    """The words that say which story by what it is about; "" where nothing names it."""
    return f"In the story of {' and '.join(names)}" if names else ""


def _capitalised(word: str) -> str:
    """ "“LADY" as "“Lady"; what has no vowel ("HMS") stays as it is."""
    return re.sub(
        r"[^\W\d_]+", lambda found: found[0] if not re.search("[AEIOUY]", found[0]) else found[0].capitalize(), word
    )


def framed(frame: str, stem: str) -> str:
    """The stem with the story it belongs to: "In “The Sarn Tunnel”, when did the two headings meet?"."""
    if stem.endswith("?") or stem.startswith(BIDDING):
        return f"{frame}, {stem[0].lower()}{stem[1:]}"
    return f"{frame}: {stem}"


def names_title(frame: str) -> bool:
    """Whether a frame calls its story by its title, not by what it is about."""
    return frame.startswith("In “")


def without_frame(stem: str) -> str:
    """What is asked, without the story that it is asked about."""
    return FRAME.sub("", stem, count=1)


def is_framed(stem: str) -> bool:
    """Whether a stem says which story it is about."""
    return FRAME.match(stem) is not None
