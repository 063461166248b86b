"""What people say, quoted and reported, with who says it; and how far a claim reaches over other facts."""

import re
from collections.abc import Sequence

from quizapp.facts.claims import Claim
from quizapp.facts.fact import Mention
from quizapp.facts.interruptions import interrupted_claims
from quizapp.facts.names import find_names
from quizapp.facts.quotations import find_quotations
from quizapp.facts.quoting import quoted_claims
from quizapp.facts.reporting import according_claims, reported_claims
from quizapp.facts.speakers import cast_of
from quizapp.language import Reading

MARKS = re.compile(r"[\"“”«»„]")


def find_claims(reading: Reading, names: Sequence[Mention]) -> list[Claim]:
    """Every stretch of the report that somebody says, in order."""
    cast = cast_of(reading, names)
    quotations = find_quotations(reading)
    claims = [*quoted_claims(cast, quotations), *reported_claims(cast, quotations), *according_claims(cast, quotations)]
    claims += interrupted_claims(cast, quotations)
    told = {(claim.start, claim.end) for claim in claims if claim.speaker is not None}
    claims = [claim for claim in claims if claim.speaker is not None or (claim.start, claim.end) not in told]
    return sorted(set(claims), key=lambda claim: (claim.start, -claim.end))


def find_speech(reading: Reading, names: Sequence[Mention] | None = None) -> list[Mention]:
    """The words said, with their speaker where the text settles who that is."""
    names = find_names(reading) if names is None else names
    return [
        Mention("speech", claim.start, claim.end, _words(reading.report.text[claim.start : claim.end], claim.reported),
                speaker=claim.speaker, reported=claim.reported)
        for claim in find_claims(reading, names)
        if claim.whole
    ]  # fmt: skip


def speaker_at(claims: Sequence[Claim], start: int, end: int) -> str | None:
    """Who says the characters: the speaker of the narrowest claim around them that has one."""
    around = [claim for claim in claims if claim.start <= start and end <= claim.end and claim.speaker is not None]
    return min(around, key=lambda claim: claim.end - claim.start).speaker if around else None


def _words(text: str, reported: bool) -> str:
    return " ".join((MARKS.sub("", text) if reported else text).split())
