"""The longer name that a name of the report is short for: a surname, an abbreviation, a company without its ending."""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from spacy.tokens import Token

from quizapp.facts.candidates import Candidate
from quizapp.facts.clues import Clues
from quizapp.facts.lexical import bits_of, capitals_of, is_demonym
from quizapp.facts.titles import (
    COMPANY_NOUNS,
    CORPORATE_SUFFIXES,
    FUNCTION_WORDS,
    NORDIC_SUFFIX,
    NOT_PEOPLE,
    ORGANISATION_HEADS,
    PLACE_ABBREVIATIONS,
)
from quizapp.language import Reading
from quizapp.language.gazetteer import gazetteer
from quizapp.language.lexicon import COUNTRY, GIVEN_NAME

# What is said of an abbreviation is said of the name before it.
OF_BODIES = frozenset(("body after", "belongings", "body said", "told", "employs", "body beside", "officer of"))
SMALL_WORDS = frozenset(("of", "and", "the", "for", "&", "on", "in"))
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


def fuller_names(
    cluster: Cluster, longer: list[Cluster], clusters: dict[Key, Cluster], short_forms: dict[Key, Key]
) -> list[Cluster]:
    """The longer name that a name repeats: a surname, a given name, an abbreviation, a company without its "Inc."."""
    key = cluster.key
    if key in short_forms:
        return [clusters[short_forms[key]]]
    people: list[Cluster] = []
    if any("newly named" in clues.signals for clues in cluster.clues):
        return []
    for other in longer:
        if len(other.key) <= len(key) or other.kind is None:
            continue
        if (
            other.kind == "person"
            and not _lends_its_name(cluster, other)
            and (
                (other.key[-len(key) :] == key and other.key[-len(key) - 1] != "of")
                or (other.key[: len(key)] == key and len(key) == 1)
                or _is_first_surname(key, other)
            )
        ):
            people.append(other)
        elif other.kind == "organisation" and (_is_short_for(key, other) or _employs_as(cluster, other)):
            return [other]
    return [] if len(key) == 1 and bits_of(key[0]) & COUNTRY and not acts(cluster) else people


def _employs_as(cluster: Cluster, company: Cluster) -> bool:
    """ "Meridian, which employs 3,000", of Meridian Terminals, though towns are called so too."""
    employs = any("employer" in clues.signals for clues in cluster.clues)
    return employs and company.key[: len(cluster.key)] == cluster.key and company.key[-1] in COMPANY_NOUNS


def acts(cluster: Cluster) -> bool:
    """Whether a name that is a country's does what people do wherever it stands."""
    return all(clues.signals & {"said", "human", "title", "age", "who"} for clues in cluster.clues)


def _is_first_surname(key: Key, person: Cluster) -> bool:
    """ "Quispe" of "Rosa Quispe Mamani": of two surnames the first is the one that is used."""
    return len(key) == 1 and len(person.key) == 3 and person.key[1] == key[0] and not bits_of(key[0]) & GIVEN_NAME


def _lends_its_name(cluster: Cluster, person: Cluster) -> bool:
    """Whether what was named before is only called after the person: "the probe was named after Ada Quill"."""
    earlier = cluster.mentions[0].start < person.mentions[0].start
    return earlier and all("namesake" in clues.signals for clues in person.clues)


def body_of_noun(cluster: Cluster, longer: list[Cluster]) -> Cluster | None:
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
    company = other.key[-1] in (COMPANY_ENDINGS | COMPANY_NOUNS) - {"s"} and "&" not in other.key
    if begins and company and _names_a_company(other.mentions[0].tokens[0]):
        return True  # "Osprey" of "Osprey Paper Inc."
    if len(key) == 1 and len(other.key) == 2 and other.key[0] == key[0] and _is_rare(other.mentions[0].tokens[0]):
        return True  # "Northrop" of "Northrop Grumman"
    of_a_place = " ".join(key).title() in gazetteer()
    if begins and len(key) > 1 and len(rest) == 1 and rest[0] in ORGANISATION_HEADS and not of_a_place:
        return True  # "the North British" of "North British Railway"
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


def short_forms_of(reading: Reading, clusters: dict[Key, Cluster]) -> dict[Key, Key]:
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
            if "of" in name[2:-1] and name[name.index("of") - 1] in ORGANISATION_HEADS:
                # "TSB" of "Transportation Safety Board of Canada".
                initials["".join(word[0] for word in name[: name.index("of")] if word not in SMALL_WORDS)].append(name)
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
