"""Which facts of a sound clause are worth asking for: not what the title tells, nor what has a second answer."""

import re

from quizapp.facts import Fact, Place, parse_figure
from quizapp.generation.clauses import Clause
from quizapp.generation.lemmas import verb_lemma
from quizapp.generation.phrases import fact_tokens
from quizapp.generation.standing import Standing
from quizapp.generation.surroundings import Surroundings, meaning, stem_of
from quizapp.generation.targets import lasts_no_longer, without_kind
from quizapp.language import gazetteer, sex_of_name
from quizapp.questions import kilometres_between

# Kilometres: what lies nearer to the middle of a city may belong to it.
A_CITY_ACROSS = 15.0
TAKING_TWO = {"collide", "meet", "marry", "merge", "differ"}
SLIGHT = {"nsubj", "nsubj:pass", "aux", "aux:pass", "punct", "cop", "advmod", "mark", "cc", "compound:prt"}
COMPLETE = frozenset("cost weigh measure total".split())
# "Mont Serein", "Cape Rell": names of the land.
LANDFORMS = frozenset(
    "mont mount monte lake lac cape cap fort port isle île ile river rio río sierra cerro pic piz puy punta point bay "
    "loch ben glen val villa castle camp".split()
)
# What anybody does: asked alone, it is not worth knowing.
TRIVIAL = frozenset(
    """
    look watch wait smile laugh nod sit stand come go turn walk speak talk sleep wake eat
    """.split()
)
# A city stands for its government where it does one of these.
GOVERNING = frozenset(
    "recall accuse demand protest ask insist agree refuse warn impose sign order send say reject break declare "
    "recognise recognize offer promise deny announce expel summon want".split()
)
# What is told, found or shown must stand beside these.
TELLING = frozenset("report announce say tell state note find show reveal confirm claim declare".split())
COMMON = frozenset("Sun Times Post Star Mirror Globe World Independent Church Crown".split())


def says_enough(clause: Clause, fact: Fact) -> bool:
    """Whether a clause says more than the fact: "spent $2.5 million" alone does not tell for what."""
    if verb_lemma(clause.head.text) in TELLING and not _tells_what(clause):
        return False  # "doctors reported on 14 March": what?
    if _stands_for_a_government(clause, fact):
        return False  # "Nairobi recalled its envoy"
    if fact.kind == "person" and _is_merely_so(clause):
        return False  # "who was gracious?"
    if fact.kind in {"person", "organisation", "place"}:
        told = {child.dep_ for child in clause.head.children if child in clause.tokens} - SLIGHT
        if not told and clause.head.pos_ in {"VERB", "AUX"}:
            return False  # "Ann Lee volunteered": for what?
    if fact.kind == "person" and verb_lemma(clause.head.text) in TRIVIAL and not _tells_more(clause):
        return False  # "who looked at the flames?"
    if fact.kind == "figure" and fact.value == 2 and verb_lemma(clause.head.text) in TAKING_TWO:
        return False  # "two ships collided": how many else?
    if fact.kind == "figure" and fact.mention.unit == "year" and _is_old_at_no_time(clause):
        return False  # "Gandhi was 60 years old": when?
    if fact.kind == "figure" and fact.mention.unit == "percent" and _is_bare_object(clause, fact):
        return False  # "demanded 15 per cent": of what?
    if fact.kind != "figure" or fact.mention.unit is None or not lasts_no_longer(clause):
        return True
    if verb_lemma(clause.head.text) in COMPLETE:
        return True
    own = {token.i for token in fact_tokens(clause.sentence, fact)}
    kept = {token.i for token in clause.tokens}
    if fact.mention.unit in {"fraction", "percent"} and clause.head.doc[max(own) + 1 : max(own) + 2].text == "of":
        return True
    beside = [child for child in clause.head.children if child.i in kept and child.dep_ not in SLIGHT]
    return clause.speaker is not None or any(not own & {token.i for token in clause.branch(child)} for child in beside)


def _stands_for_a_government(clause: Clause, fact: Fact) -> bool:
    """Whether a city is the subject of what only a government does."""
    if not isinstance(fact.value, Place) or fact.value.place_class != "city":
        return False
    subject = {token.i for token in clause.subject}
    acts = bool(subject & {token.i for token in fact_tokens(clause.sentence, fact)})
    return acts and verb_lemma(clause.head.text) in GOVERNING


def _is_merely_so(clause: Clause) -> bool:
    """Whether an adjective alone is said of somebody, without a measure or a number."""
    kept = {token.i for token in clause.tokens}
    copular = any(token.dep_ == "cop" for token in clause.auxiliaries)
    beside = [child for child in clause.head.children if child.i in kept and child.dep_ not in SLIGHT]
    return copular and clause.head.pos_ == "ADJ" and not beside


def _tells_what(clause: Clause) -> bool:
    """Whether a verb of telling has what is told beside it, or what it is told of."""
    kept = {token.i for token in clause.tokens}
    passive = any(token.dep_ == "aux:pass" for token in clause.auxiliaries)
    return passive or any(
        child.i in kept and child.dep_ in {"obj", "ccomp", "xcomp", "iobj", "obl:arg", "parataxis", "nsubj:pass"}
        for child in clause.head.children
    )


def _tells_more(clause: Clause) -> bool:
    """Whether the clause has a number or a name beside its subject, or two phrases."""
    subject = {token.i for token in clause.subject}
    kept = {token.i for token in clause.tokens}
    beside = [child for child in clause.head.children if child.i in kept and child.dep_ not in SLIGHT]
    return len(beside) > 1 or any(
        token.i not in subject and (token.pos_ in {"NUM", "PROPN"} or token.like_num) for token in clause.tokens
    )


def is_told_again(clause: Clause, fact: Fact, surroundings: Surroundings) -> bool:
    """Whether another sentence tells the same of somebody, so that the fact is not the only answer."""
    verb = stem_of(clause.head)
    others = [
        f for f in surroundings.within(clause) if f.kind in {"place", "person", "organisation"} and f.id != fact.id
    ]
    return any(
        mention.sentence[0] != clause.sentence.start and verb in surroundings.content_words(mention.sentence[0])
        for other in others
        if other.value != fact.value
        for mention in surroundings.same_value(other)
    )


def is_surely_a_body(fact: Fact) -> bool:
    """Whether an organisation's name is no common word with a capital ("the Sun")."""
    return fact.text not in COMMON


def is_a_surname(place: Fact, surroundings: Surroundings) -> bool:
    """Whether somebody of the report bears a place's name: "Louth pleaded guilty" after "Dennis Louth"."""
    people = surroundings.by_kind.get("person", ())
    return any(str(person.value).endswith(f" {place.text}") for person in people)


def is_in_title(fact: Fact, title: str) -> bool:
    """Whether a name is what the whole report is about, or a value is told in its title: no learner need think."""
    years = re.findall(r"\b\d{4}\b", title)
    if fact.kind == "duration" and len(years) == 2 and fact.value == f"P{abs(int(years[1]) - int(years[0]))}Y":
        return True  # "A bank and its times, 1868-1931"
    if fact.kind == "figure" and _is_told_by_number(fact, title):
        return True
    if fact.kind not in {"person", "place", "organisation"}:
        return re.search(rf"\b{re.escape(fact.text.lower())}\b", title.lower()) is not None
    name = fact.value.name if isinstance(fact.value, Place) else str(fact.value or fact.text)
    short = without_kind(fact.text)
    return name in title or short in title or (fact.kind == "person" and name.split()[-1] in title.split())


def _is_told_by_number(fact: Fact, title: str) -> bool:
    """Whether the title has the figure's number, in figures or in words ("Ferry fire leaves nine dead")."""
    words = re.findall(r"(?<![\w-])(?:\d+(?:[.,]\d+)*|[A-Za-z]+(?:-[A-Za-z]+)*)", title)
    figures = [
        parse_figure(word.lower()) for word in words if word[0].isdigit() or word.lower() not in {"a", "an", "one"}
    ]
    return any(figure is not None and figure[0] == fact.value for figure in figures)


def tells_title(clause: Clause, fact: Fact, standing: Standing, title: str) -> bool:
    """Whether most of what a framed clause says beside the fact stands in the title before it."""
    own = {token.i for token in fact_tokens(clause.sentence, fact)}
    told = meaning([token for token in clause.tokens if token.i not in own])
    words = {re.sub(r"(?:ing|ed|es|s|e)$", "", word) for word in re.findall(r"\w+", title.lower())}
    return standing.is_framed and bool(told) and len(told & words) * 2 > len(told)


def is_surely_a_person(fact: Fact, surroundings: Surroundings) -> bool:
    """Whether a name is a person's beyond the pipeline's word: a title, a role, or a given name says so."""
    if str(fact.value).split()[0].lower() in LANDFORMS or "&" in str(fact.value):
        return False  # "Ackroyd & Lunn" is a firm
    if str(fact.value) in surroundings.shared_surnames:
        return False  # "Mrs Verhagen" and her husband
    if any(entry.place_class in {"country", "region"} for entry in gazetteer().lookup(str(fact.value))):
        return False  # "Nova Scotia has thanked Boston"
    return any(
        one.mention.title or one.mention.role or sex_of_name(str(one.value)) is not None
        for one in surroundings.same_value(fact)
    )


def is_part_of_a_city(fact: Fact, surroundings: Surroundings) -> bool:
    """Whether a town may be a part of another that the report names near by ("Tempelhof", of Berlin)."""
    place = fact.value
    if not isinstance(place, Place) or place.place_class != "city" or place.latitude is None or place.longitude is None:
        return False
    for other in (one.value for one in surroundings.by_kind["place"]):
        if not isinstance(other, Place) or other.name == place.name or not _is_city_too(other):
            continue
        if other.latitude is None or other.longitude is None:
            continue
        if kilometres_between(place.latitude, place.longitude, other.latitude, other.longitude) < A_CITY_ACROSS:
            return True
    return False


def _is_city_too(place: Place) -> bool:
    """Whether a place is a city, or a region that has its name from one ("Berlin")."""
    return any(entry.place_class == "city" for entry in gazetteer().lookup(place.name))


def is_of_a_named_land(fact: Fact, surroundings: Surroundings) -> bool:
    """Whether a region's country is told of elsewhere too, so that it is no namesake ("North Sydney")."""
    place = fact.value
    if not isinstance(place, Place) or place.place_class != "region":
        return True
    lands = [one.value.country for one in surroundings.by_kind["place"] if isinstance(one.value, Place)
             and one.value.name != place.name and one.value.country]  # fmt: skip
    return not lands or place.country in lands


def _is_bare_object(clause: Clause, fact: Fact) -> bool:
    """Whether a percentage is all that a verb acts on, and nothing says of what it is one."""
    tokens = fact_tokens(clause.sentence, fact)
    heads = [token for token in tokens if token.head == clause.head and token.dep_ == "obj"]
    return bool(heads) and not any(child.dep_ in {"nmod", "acl"} for child in heads[0].children)


def _is_old_at_no_time(clause: Clause) -> bool:
    """Whether all that is said of somebody is an age, and not when."""
    copular = any(token.dep_ == "cop" for token in clause.auxiliaries)
    return (
        copular
        and clause.head.lower_ in {"old", "years"}
        and not any(t.like_num and len(t.text) == 4 for t in clause.tokens)
    )
