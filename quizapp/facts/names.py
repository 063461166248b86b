"""People and organisations: all mentions of a name are one kind, decided once for the whole report."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from quizapp.facts.candidates import Candidate, find_candidates
from quizapp.facts.clues import clues_of
from quizapp.facts.fact import Kind, Mention
from quizapp.facts.lexical import capitals_of
from quizapp.facts.short_names import Cluster, Key, acts, body_of_noun, fuller_names, short_forms_of
from quizapp.facts.speech_words import FEMALE, MALE
from quizapp.language import Reading
from quizapp.language.gazetteer import gazetteer
from quizapp.language.given_names import sex_of_name

# How much each clue speaks for a kind; tuned by hand on reports that are in no test.
WEIGHTS: dict[str, dict[str, float]] = {
    "person": {
        "title": 6.0, "role before": 3.0, "role after": 2.8, "age": 2.5, "lifetime": 2.0, "who": 1.6,
        "given name": 2.6, "given name only": 0.8, "surname only": 0.8, "initial": 2.4, "particle": 1.2,
        "said": 0.9, "human": 1.7, "pronoun": 1.0, "surname of": 3.5, "regnal": 1.5,
        "labelled whole": 0.5, "relative": 3.0, "member": 2.4, "newly named": 2.6, "family": 2.4,
    },
    "organisation": {
        "head": 4.0, "place-like head": 1.8, "suffix": 5.0, "short form": 2.5, "in brackets": 2.0, "known": 3.4,
        "everyday known": 1.6, "capitals": 1.8, "body before": 3.0, "body after": 2.6, "belongings": 1.4,
        "head of": 1.8, "officer of": 2.4, "told": 1.0, "played": 3.0, "first head": 2.6, "employs": 1.8,
        "team": 8.5, "seats": 3.0, "body beside": 1.5, "body said": 0.6, "organisation noun": 0.8,
        "trades": 4.0, "employer": 4.0, "journal": 6.5,
    },
    "place": {
        "known place": 3.0, "small place": 1.2, "place noun": 3.0, "surname or place noun": 1.5,
        "place found": 2.5, "in": 0.8, "country": 4.0, "ground": 3.0, "abbreviated place": 6.0,
    },
    "other": {
        "other head": 6.0, "loose bracket": 1.5, "index": 6.0, "ship": 6.0, "thing": 7.5,
        "titled thing": 5.0, "machine": 4.0, "not a name": 6.0, "made by": 5.0, "quoted": 2.5, "demonym": 7.0,
    },
}  # fmt: skip
LABELS = {"PERSON": "person", "ORG": "organisation", "LOC": "place"}
LABEL_WEIGHT = 2.0
THE_WEIGHT = -2.5
THRESHOLD = 2.4
MARGIN = 0.5
# How often a word has a capital that is a name before it is anything else, of 6.
MOSTLY = 4


def find_names(reading: Reading, places: Sequence[Mention] = ()) -> list[Mention]:
    """People and organisations in order; ``places`` (what the finder of places saw) count as evidence for a place."""
    clusters = _clusters(find_candidates(reading), places)
    longer: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters.values():
        for word in set(cluster.key) if len(cluster.key) > 1 else ():
            longer[word].append(cluster)
    short_forms = short_forms_of(reading, clusters)
    for cluster in sorted(clusters.values(), key=lambda cluster: -len(cluster.key)):
        cluster.full = fuller_names(cluster, longer[cluster.key[0]], clusters, short_forms)
        if not cluster.full and (body := body_of_noun(cluster, longer[cluster.key[0]])):
            cluster.full = [body]
            cluster.extra.add("noun of body")
        if cluster.full:
            cluster.extra.add("surname of" if cluster.full[0].kind == "person" else "short form")
            if cluster.full[0].kind == "person" and (cluster.mentions[0].text not in gazetteer() or acts(cluster)):
                # A surname that no list of places holds, or that speaks.
                cluster.extra |= {"borne"}
        if cluster.key in short_forms:
            cluster.extra.add("in brackets of")
        cluster.kind = _kind(cluster)
        if cluster.full and cluster.kind != cluster.full[0].kind:
            cluster.full = []
    for cluster in clusters.values():
        _learn_from_surname(cluster, clusters)
    mentions = [
        mention
        for cluster in clusters.values()
        if cluster.kind in ("person", "organisation")
        for mention in _mentions(cluster)
    ]
    return sorted(mentions, key=lambda mention: mention.start)


def _learn_from_surname(cluster: Cluster, clusters: dict[Key, Cluster]) -> None:
    """A whole name that nothing tells of is a person's where its last word alone is one elsewhere: "Roald Amundsen"."""
    family = clusters.get(cluster.key[-1:])
    if len(cluster.key) == 1 or cluster.kind is not None or capitals_of(cluster.key[0]) < MOSTLY:
        return
    if family is None or family.kind != "person" or family.full:
        return
    cluster.extra.add("family")
    cluster.kind = _kind(cluster)
    if cluster.kind == "person":
        family.full = [cluster]


def find_people(reading: Reading) -> list[Mention]:
    """The people of a report; the value is the fullest name it gives."""
    return [mention for mention in find_names(reading) if mention.kind == "person"]


def find_organisations(reading: Reading) -> list[Mention]:
    """The organisations of a report; an abbreviation has the value of the name it stands for."""
    return [mention for mention in find_names(reading) if mention.kind == "organisation"]


def _mentions(cluster: Cluster) -> Iterable[Mention]:
    kind: Kind = "person" if cluster.kind == "person" else "organisation"
    for candidate, clues in zip(cluster.mentions, cluster.clues, strict=True):
        if kind == "person" and "the" in clues.signals and len(cluster.key) == 1:
            continue  # "the Halvard" is a ship, whoever Halvard is
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
    if "first head" in signals:
        signals -= {"labelled whole"}
    if "in brackets of" in signals:
        signals -= {"place found", "country", "abbreviated place"}
    if "body after" in signals and not signals & {"title", "role before", "age"}:
        signals -= {"given name"}  # "Marine Nordic, the ferry operator"
    if "borne" in signals:
        signals -= {"place found", "country", "abbreviated place"}
    if "short form" in signals and len(cluster.key) > 1:
        signals -= {"demonym"}
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
