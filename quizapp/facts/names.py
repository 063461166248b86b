"""People and organisations: all mentions of a name are one kind, decided once for the whole report."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from quizapp.facts.candidates import Candidate, find_candidates
from quizapp.facts.clues import Clues, clues_of
from quizapp.facts.fact import Kind, Mention
from quizapp.facts.lexical import bits_of, capitals_of, is_demonym
from quizapp.facts.speech_words import FEMALE, MALE
from quizapp.facts.titles import (
    CORPORATE_SUFFIXES,
    FUNCTION_WORDS,
    NORDIC_SUFFIX,
    NOT_PEOPLE,
    ORGANISATION_HEADS,
    PLACE_ABBREVIATIONS,
)
from quizapp.language import Reading
from quizapp.language.gazetteer import gazetteer
from quizapp.language.given_names import sex_of_name
from quizapp.language.lexicon import COUNTRY, GIVEN_NAME

# How much each clue speaks for a kind; tuned by hand on reports that are in no test.
WEIGHTS: dict[str, dict[str, float]] = {
    "person": {
        "title": 6.0, "role before": 3.0, "role after": 2.8, "age": 2.5, "lifetime": 2.0, "who": 1.6,
        "given name": 2.6, "given name only": 0.8, "surname only": 0.8, "initial": 2.4, "particle": 1.2,
        "said": 0.9, "human": 1.7, "pronoun": 1.0, "surname of": 3.5, "regnal": 1.5,
        "labelled whole": 0.5, "relative": 3.0,
    },
    "organisation": {
        "head": 4.0, "place-like head": 1.8, "suffix": 5.0, "short form": 2.5, "in brackets": 2.0, "known": 3.4,
        "everyday known": 1.6, "capitals": 1.8, "body before": 3.0, "body after": 2.6, "belongings": 1.4,
        "head of": 1.8, "officer of": 2.4, "told": 1.0, "played": 3.0, "first head": 2.6, "employs": 1.8,
        "team": 8.5, "seats": 3.0, "body beside": 1.5, "body said": 0.6, "organisation noun": 0.8,
    },
    "place": {
        "known place": 3.0, "small place": 1.2, "place noun": 3.0, "surname or place noun": 1.5,
        "place found": 2.5, "in": 0.8, "country": 4.0, "abbreviated place": 6.0,
    },
    "other": {
        "other head": 6.0, "loose bracket": 1.5, "index": 6.0, "ship": 6.0, "thing": 7.5,
        "titled thing": 5.0, "not a name": 6.0, "made by": 5.0, "quoted": 2.5, "demonym": 7.0,
    },
}  # fmt: skip
LABELS = {"PERSON": "person", "ORG": "organisation", "LOC": "place"}
LABEL_WEIGHT = 2.0
# What is said of an abbreviation is said of the name before it.
OF_BODIES = frozenset(("body after", "belongings", "body said", "told", "employs", "body beside", "officer of"))
THE_WEIGHT = -2.5
SMALL_WORDS = frozenset(("of", "and", "the", "for", "&", "on", "in"))
THRESHOLD = 2.4
MARGIN = 0.5
COMPANY_ENDINGS = CORPORATE_SUFFIXES | {part.lower() for part in NORDIC_SUFFIX} | {"&"}
Key = tuple[str, ...]


@dataclass(slots=True)
class Cluster:
    """All mentions with one key, what they say, and the longer name they are short for."""

    key: Key
    mentions: list[Candidate] = field(default_factory=list)
    clues: list[Clues] = field(default_factory=list)
    extra: set[str] = field(default_factory=set)
    kind: str | None = None
    full: "list[Cluster]" = field(default_factory=list)

    def value_at(self, offset: int) -> str:
        """The fullest name for a mention: of two people of one surname, the only one named before it."""
        own = " ".join(self.mentions[0].text.split())
        fuller = {full.value_at(offset): full.mentions[0].start for full in self.full}
        before = [value for value, start in fuller.items() if start < offset]
        return next(iter(fuller)) if len(fuller) == 1 else before[0] if len(before) == 1 else own


def find_names(reading: Reading, places: Sequence[Mention] = ()) -> list[Mention]:
    """People and organisations in order; ``places`` (what the finder of places saw) count as evidence for a place."""
    clusters = _clusters(find_candidates(reading), places)
    longer: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters.values():
        for word in set(cluster.key) if len(cluster.key) > 1 else ():
            longer[word].append(cluster)
    short_forms = _short_forms(reading, clusters)
    for cluster in sorted(clusters.values(), key=lambda cluster: -len(cluster.key)):
        cluster.full = _fuller(cluster, longer[cluster.key[0]], clusters, short_forms)
        if not cluster.full and (body := _body_of_noun(cluster, longer[cluster.key[0]])):
            cluster.full = [body]
            cluster.extra.add("noun of body")
        if cluster.full:
            cluster.extra.add("surname of" if cluster.full[0].kind == "person" else "short form")
        cluster.kind = _kind(cluster)
        if cluster.full and cluster.kind != cluster.full[0].kind:
            cluster.full = []
    mentions = [
        mention
        for cluster in clusters.values()
        if cluster.kind in ("person", "organisation")
        for mention in _mentions(cluster)
    ]
    return sorted(mentions, key=lambda mention: mention.start)


def find_people(reading: Reading) -> list[Mention]:
    """The people of a report; the value is the fullest name it gives."""
    return [mention for mention in find_names(reading) if mention.kind == "person"]


def find_organisations(reading: Reading) -> list[Mention]:
    """The organisations of a report; an abbreviation has the value of the name it stands for."""
    return [mention for mention in find_names(reading) if mention.kind == "organisation"]


def _mentions(cluster: Cluster) -> Iterable[Mention]:
    kind: Kind = "person" if cluster.kind == "person" else "organisation"
    for candidate, clues in zip(cluster.mentions, cluster.clues, strict=True):
        role = clues.role if kind == "person" else None
        title = candidate.title if kind == "person" else None
        value = cluster.value_at(candidate.start)
        if title and not _may_be_titled(value, title):
            value = " ".join(candidate.text.split())
        yield Mention(kind, candidate.start, candidate.end, value, title=title, role=role)


def _may_be_titled(name: str, title: str) -> bool:
    """ "Mrs. Drummond" is not Felix Drummond."""
    sex, words = sex_of_name(name), frozenset(title.lower().split())
    return not ((sex == "m" and words & FEMALE) or (sex == "f" and words & MALE))


def _clusters(candidates: list[Candidate], places: Sequence[Mention]) -> dict[Key, Cluster]:
    located = {(place.start, place.end) for place in places}
    clusters: dict[Key, Cluster] = {}
    for candidate in candidates:
        if not candidate.key:
            continue
        clues = clues_of(candidate)
        if "numbered" in clues.signals:
            continue  # the Boeing of "Boeing 787" is no mention of Boeing
        cluster = clusters.setdefault(candidate.key, Cluster(candidate.key))
        cluster.mentions.append(candidate)
        cluster.clues.append(clues)
        if (candidate.start, candidate.end) in located:
            cluster.extra.add("place found")
    return clusters


def _kind(cluster: Cluster) -> str | None:
    """The kind with the most evidence, or None where two are near or all are weak."""
    scores: dict[str, float] = defaultdict(float)
    signals = frozenset(cluster.extra).union(*(clues.signals for clues in cluster.clues))
    if "noun of body" in signals:
        signals -= {"not a name"}
    if {"title", "role before"} & signals:
        signals -= {"the"}
    for kind, weights in WEIGHTS.items():
        scores[kind] += sum(weight for signal, weight in weights.items() if signal in signals)
    if "the" in signals:
        scores["person"] += THE_WEIGHT * sum("the" in clues.signals for clues in cluster.clues) / len(cluster.clues)
    for clues in cluster.clues:
        if clues.label in LABELS:
            scores[LABELS[clues.label]] += LABEL_WEIGHT / len(cluster.clues)
    best = max(scores, key=lambda kind: scores[kind])
    second = max((score for kind, score in scores.items() if kind != best), default=0.0)
    return best if scores[best] >= THRESHOLD and scores[best] - second >= MARGIN else None


def _fuller(
    cluster: Cluster, longer: list[Cluster], clusters: dict[Key, Cluster], short_forms: dict[Key, Key]
) -> list[Cluster]:
    """The longer name that a name repeats: a surname, a given name, an abbreviation, a company without its "Inc."."""
    key = cluster.key
    if key in short_forms:
        return [clusters[short_forms[key]]]
    people: list[Cluster] = []
    for other in longer:
        if len(other.key) <= len(key) or other.kind is None:
            continue
        if other.kind == "person" and (
            other.key[-len(key) :] == key or (other.key[: len(key)] == key and len(key) == 1)
        ):
            people.append(other)
        elif other.kind == "organisation" and _is_short_for(key, other):
            return [other]
    return [] if len(key) == 1 and bits_of(key[0]) & COUNTRY else people


def _body_of_noun(cluster: Cluster, longer: list[Cluster]) -> Cluster | None:
    """The one body named before "the Alliance" or "the Institute" whose name ends or begins with that noun."""
    noun = cluster.key[0]
    if len(cluster.key) > 1 or noun not in ORGANISATION_HEADS:
        return None
    if not all("the" in clues.signals for clues in cluster.clues):
        return None
    bodies = [
        other
        for other in longer
        if other.kind == "organisation" and (other.key[-1] == noun or (other.key[0] == noun and other.key[1] == "of"))
    ]
    named_before = len(bodies) == 1 and bodies[0].mentions[0].start < cluster.mentions[0].start
    return bodies[0] if named_before and not bodies[0].full else None


def _is_short_for(key: Key, other: Cluster) -> bool:
    rest = other.key[len(key) :]
    begins = other.key[: len(key)] == key
    if begins and all(word in COMPANY_ENDINGS for word in rest):
        return True
    company = other.key[-1] in COMPANY_ENDINGS - {"s"} and "&" not in other.key
    if begins and company and _names_a_company(other.mentions[0].tokens[0]):
        return True  # "Osprey" of "Osprey Paper Inc."
    if len(key) == 1 and len(other.key) == 2 and other.key[0] == key[0] and _is_rare(other.mentions[0].tokens[0]):
        return True  # "Northrop" of "Northrop Grumman"
    # "Revolutionary Guards" of "Iranian Revolutionary Guards".
    return len(key) > 1 and len(other.key) - len(key) == 1 and other.key[1:] == key


def _names_a_company(token: Token) -> bool:
    """Whether the first word of a company's name may stand for it: no place, people or body of its own."""
    word = token.lower_
    common = token.pos_ == "ADJ" or word in ORGANISATION_HEADS | FUNCTION_WORDS
    return not common and token.text not in gazetteer() and not is_demonym(token)


def _is_rare(token: Token) -> bool:
    """Whether a word is no everyday word, place or given name."""
    return (
        capitals_of(token.lower_) in (0, 5, 6)
        and not bits_of(token.lower_) & GIVEN_NAME
        and not is_demonym(token)
        and token.text not in gazetteer()
    )


def _short_forms(reading: Reading, clusters: dict[Key, Cluster]) -> dict[Key, Key]:
    """Abbreviations that stand in brackets after the name whose letters they are."""
    text = reading.report.text
    forms: dict[Key, Key] = {}
    for cluster in clusters.values():
        if len(cluster.key) < 2:
            continue
        for mention in cluster.mentions:
            bracket = re.match(r"\s?\((?:the )?([A-Z][A-Za-z.&-]{1,9})\)", text[mention.end : mention.end + 16])
            if bracket and (_fits(bracket.group(1), mention.text) or _is_foreign(bracket.group(1), cluster)):
                key = (bracket.group(1).lower().replace(".", "").replace("-", ""),)
                if key in clusters:
                    forms[key] = cluster.key
                    said = frozenset().union(*(clues.signals for clues in clusters[key].clues))
                    cluster.extra |= {"in brackets"} | (said & OF_BODIES)
    initials: dict[str, list[Key]] = defaultdict(list)
    for name in clusters:
        if len(name) > 1:
            initials["".join(word[0] for word in name if word not in SMALL_WORDS)].append(name)
    for letters, names in initials.items():
        short = (letters,)
        if short in clusters and short not in forms and len(names) == 1 and clusters[short].mentions[0].text.isupper():
            forms[short] = names[0]
    return forms


def _is_foreign(short: str, cluster: Cluster) -> bool:
    """Whether an abbreviation after a body's name is that of its name in its own tongue: "Bureau of Land (INLB)"."""
    body = any({"head", "suffix", "first head"} & clues.signals for clues in cluster.clues)
    nothing_else = short.lower() not in PLACE_ABBREVIATIONS | NOT_PEOPLE | set(cluster.key)
    return body and nothing_else and len(short) > 2 and short.isupper()


def _fits(short: str, name: str) -> bool:
    """Whether the capitals of an abbreviation come in this order in a name, the first letters the same."""
    letters = [letter.lower() for letter in short if letter.isupper()]
    rest = iter(name.lower())
    return bool(letters) and name[:1].lower() == letters[0] and all(letter in rest for letter in letters)
