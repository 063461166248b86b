"""Which given names are men's and which are women's, so that "she" is not taken for a man."""

from functools import cache
from pathlib import Path
from typing import Literal

GIVEN_NAMES_FILE = Path(__file__).parent / "data" / "given_names.tsv"

Sex = Literal["m", "f"]


@cache
def _given_names() -> dict[str, Sex]:
    rows = (line.split("\t") for line in GIVEN_NAMES_FILE.read_text(encoding="utf-8").splitlines())
    return {name: "f" if sex == "f" else "m" for sex, name in rows}


def sex_of_name(name: str) -> Sex | None:
    """The sex that a full name's first word tells, None where it tells nothing."""
    words = name.split()
    return _given_names().get(words[0].lower()) if len(words) > 1 else None
