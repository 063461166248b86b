"""All finders together: overlaps settled, speakers given, repeated facts tied, and a fact as a document."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Any

from quizapp.facts.dates import find_dates
from quizapp.facts.durations import find_durations
from quizapp.facts.fact import Fact, Mention, Place, fact_id
from quizapp.facts.figures import find_figures
from quizapp.facts.names import find_names
from quizapp.facts.places import find_places
from quizapp.facts.speech import find_claims, find_speech, speaker_at
from quizapp.language import Reading, Sentence, read
from quizapp.reports import Report

Span = Mention | Fact


def extract_facts(report: Report) -> tuple[Fact, ...]:
    """The facts of a report, in the order of the text."""
    return find_facts(read(report))


def find_facts(reading: Reading) -> tuple[Fact, ...]:
    """The facts of a report that has been read, in the order of the text."""
    amounts = _apart([find_dates(reading), find_durations(reading), find_figures(reading)])
    found_places = find_places(reading)
    people_and_bodies = find_names(reading, found_places)
    names = _names(people_and_bodies, found_places, amounts)
    claims = find_claims(reading, people_and_bodies)
    mentions = [
        replace(mention, speaker=mention.speaker or speaker_at(claims, mention.start, mention.end))
        for mention in [*amounts, *names]
    ]
    mentions += find_speech(reading, people_and_bodies)
    facts: list[Fact] = []
    earlier: dict[Any, str] = {}
    for mention in sorted(mentions, key=lambda mention: (mention.start, -mention.end, mention.kind)):
        sentence = _sentence_of(reading.sentences, mention)
        if sentence is None or mention.start >= mention.end:
            continue
        text = reading.report.text[mention.start : mention.end]
        identity = fact_id(mention.kind, text, mention.start)
        key = _meaning(mention)
        facts.append(Fact(identity, text, (sentence.start, sentence.end), mention, earlier.get(key) if key else None))
        if key:
            earlier.setdefault(key, identity)
    return tuple(facts)


def fact_document(fact: Fact) -> dict[str, Any]:
    """A fact in the shape of the command line's JSON."""
    mention = fact.mention
    document: dict[str, Any] = {
        "id": fact.id, "kind": fact.kind, "text": fact.text, "start": fact.start, "end": fact.end,
        "value": _value_document(mention),
        "sentence": {"start": fact.sentence[0], "end": fact.sentence[1]},
        "speaker": fact.speaker, "hedge": fact.hedge, "same_as": fact.same_as,
    }  # fmt: skip
    match fact.kind:
        case "figure":
            document |= {"unit": mention.unit, "of": mention.of}
        case "date" if mention.part is not None:
            document["part"] = mention.part
        case "speech":
            document["reported"] = bool(mention.reported)
        case "person":
            document |= {
                key: said for key, said in (("title", mention.title), ("role", mention.role)) if said is not None
            }
        case _:
            pass
    return document


def _value_document(mention: Mention) -> Any:
    match mention.value:
        case Place() as place:
            fields = asdict(place)
            fields["class"] = fields.pop("place_class")
            return {key: fields[key] for key in ("name", "class", "country", "latitude", "longitude")}
        case (low, high):
            return [low, high]
        case value:
            return value


def _overlap(one: Mention, other: Mention) -> bool:
    return one.start < other.end and other.start < one.end


def _apart(groups: Sequence[Sequence[Mention]]) -> list[Mention]:
    """Mentions none of which overlap: an earlier group wins over a later one, a longer mention over a shorter."""
    kept: list[Mention] = []
    for group in groups:
        for mention in sorted(group, key=lambda mention: mention.start - mention.end):
            if not any(_overlap(mention, other) and not _holds(mention, other) for other in kept):
                kept.append(mention)
    return kept


def _holds(figure: Mention, date: Mention) -> bool:
    """Whether a date only describes what a figure counts: "seven fifteenth-century maps"."""
    counts = figure.kind == "figure" and figure.of is not None
    inside = figure.start < date.start and date.end < figure.end
    return counts and inside and date.kind == "date" and isinstance(date.value, str) and date.value[4:5] == "/"


def _names(
    people_and_bodies: Sequence[Mention], places: Sequence[Mention], amounts: Sequence[Mention]
) -> list[Mention]:
    """Names none of which overlap; the longer wins, and at equal length what was decided for the whole report."""
    free = [mention for mention in people_and_bodies if not any(_cuts(mention, amount) for amount in amounts)]
    located = [mention for mention in places if not any(_cuts(mention, amount) for amount in amounts)]
    order = sorted([*free, *located], key=lambda mention: (mention.start - mention.end, mention.kind == "place"))
    return _apart([order])


def _cuts(name: Mention, amount: Mention) -> bool:
    """A name may stand inside what a figure counts ("27 Norwegian trawlers"), but not in a date or across an edge."""
    if not _overlap(name, amount):
        return False
    return amount.kind != "figure" or not (amount.start <= name.start and name.end <= amount.end)


def _sentence_of(sentences: Sequence[Sentence], mention: Mention) -> Sentence | None:
    return next((sentence for sentence in sentences if sentence.start <= mention.start < sentence.end), None)


def _meaning(mention: Mention) -> Any:
    """What two facts have in common when one repeats the other, or None where nothing can repeat it."""
    if mention.value is None or mention.kind == "speech":
        return None
    match mention.kind:
        case "figure" | "duration":
            return mention.kind, mention.value, mention.unit, mention.of
        case "date":
            return mention.kind, mention.value, mention.part
        case "place" if isinstance(mention.value, Place):
            return mention.kind, mention.value.name.casefold(), mention.value.country
        case _:
            return mention.kind, str(mention.value).casefold()
