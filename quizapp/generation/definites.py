"""Which bridge "the bridge" is: what says so in the phrase itself, by a name before it, or within the story alone."""

import re
from collections import Counter

from spacy.tokens import Token

from quizapp.facts.lexical import is_role
from quizapp.generation.filling import Filling
from quizapp.generation.introductions import introduced_before, things_of
from quizapp.generation.kinds import FIRMS, GENERIC, KINDS, PEOPLE, SHIPS, THINGS, TIMES, UNIQUE, is_abstract
from quizapp.generation.phrases import fact_tokens, render
from quizapp.generation.surroundings import Surroundings

INTRODUCING = {"nmod", "nmod:poss", "compound", "acl", "acl:relcl", "flat", "nmod:desc", "appos", "nmod:unmarked"}
# Parts and sides of something, which another sentence names: "the crown" of the dome, "the weight" of the hoard.
RELATIONAL = frozenset(
    """
    crown floor face name weight fabric wall walls roof top bottom foot side edge margin place method remedy
    cure formula price cost size shape colour color length height depth width value title cover inside outside
    interior exterior expense garrison catch finds remains contents pictures frames arms ribs signal couplings
    rudder mast hull threat stock fire crowd leak summit rim core tip tail head body skin surface flow blast
    explosion
    """.split()
)
# A kind of undertaking, of which only an earlier sentence tells which.
UNDERTAKINGS = frozenset(
    """
    project scheme programme program proposal measure measures initiative facility study trial experiment supply
    supplies favourites favorites pack solution system network event survey inquiry case climax test sample
    venture undertaking enterprise
    """.split()
)
STUDIES = frozenset("study trial experiment survey".split())
# Of many in many places: "the last patient" of the country that another sentence tells of.
CASES = frozenset("patient case victim survivor death".split())
SIDES = frozenset("countries nations sides men women teams companies parties powers states firms pair brothers".split())
ORDINALS = {"first", "second", "third", "final", "last"}
# These a story may be about: once told of, they are clear.
TOLD_OF = frozenset("deal plan offer appointment work announcement".split())
ABSTRACT_ENDING = re.compile(r"(?:(?:ment|ness|ity|ance|ence|ism|tion|sion)s?|ing)$")
CONCRETE = frozenset(
    """
    painting drawing carving wing ring string ceiling landing crossing lightning railing lining
    government parliament apartment department station population foundation university city facility entrance
    ambulance community building ceiling clothing furniture hospital capital canal cathedral battery gallery cemetery
    machinery material animal metal audience equipment instrument monument document settlement
    """.split()
)


def is_introduced(determiner: Token, filling: Filling) -> bool:
    """Whether "the …" says itself which one is meant; "the bridge" becomes the one bridge that the report names."""
    noun = determiner.head
    children = [child for child in noun.children if child.i in filling.kept and child.dep_ not in {"case", "punct"}]
    if noun.lower_ in UNIQUE or _is_named(noun, filling):
        return True
    defining = {child.dep_ for child in children} & INTRODUCING
    if noun.lower_ in UNDERTAKINGS and defining == {"nmod"} and _stands_somewhere(noun):
        defining = set()  # "leads the project at the university"
    if noun.lower_ in GENERIC:  # "the Lancashire town", "the Syrian officer" point back all the same
        defining -= {"compound", "nmod:desc"}
    elif any(child.dep_ == "amod" and (child.pos_ == "PROPN" or child.text[0].isupper()) for child in children):
        return True
    if defining:
        return True
    if noun.lower_ in SIDES and any(child.dep_ == "nummod" for child in children):
        return False  # "the two countries": which, the sentence before says
    if noun.i == determiner.i:
        return False
    if any(token.lower_ == noun.lower_ and token.i < determiner.i for token in filling.clause.tokens):
        return True
    return _put_by_name(determiner, children, filling) or (
        _is_clear_in_story(noun, children, filling.surroundings, filling.offset(noun)) and filling.lean_on_story()
    )


def _stands_somewhere(noun: Token) -> bool:
    """Whether what follows a noun only says where it is, not which it is."""
    after = [child for child in noun.children if child.dep_ == "nmod"]
    return all(one.lower_ in {"at", "in", "on"} for child in after for one in child.children if one.dep_ == "case")


def _bodies_of_title(surroundings: Surroundings) -> set[str]:
    """The organisations that the story's title names."""
    bodies = surroundings.by_kind.get("organisation", ())
    return {str(fact.value) for fact in bodies if re.search(rf"\b{re.escape(fact.text)}\b", surroundings.frame)}


def _is_named(noun: Token, filling: Filling) -> bool:
    return noun.pos_ == "PROPN" or any(
        noun.i in {one.i for one in fact_tokens(filling.clause.sentence, fact)}
        for fact in filling.facts
        if fact.kind != "figure"
    )


def _put_by_name(determiner: Token, children: list[Token], filling: Filling) -> bool:
    """Whether a name, an apposition or the noun's introduction says which one; it is put in the noun's place."""
    noun = determiner.head
    referent = filling.surroundings.referents.get(filling.offset(noun))
    full = _named_by_noun(noun, filling) if len(children) == 1 else None
    if full is None and referent is not None and referent.name not in filling.replaced.values():
        full = referent.name
        filling.proof.append(referent.sentence)
    if full is not None:
        filling.replaced[determiner.i] = full
        filling.replaced[noun.i] = ""
        return True
    apposed = _apposed_name(noun, filling.kept)
    if apposed is not None:
        filling.replaced[noun.i] = f"{noun.text} {apposed}"
        return True
    introduction = introduced_before(noun, filling.offset(noun), filling.surroundings.introductions)
    if introduction is None or any(child.dep_ not in {"det", "amod", "compound", "case"} for child in children):
        return False
    filling.replaced[determiner.i] = introduction.text if _modified(noun) else introduction.plain
    filling.replaced.update({child.i: "" for child in children if child.dep_ in {"amod", "compound"}} | {noun.i: ""})
    filling.proof.append(introduction.sentence)
    return True


def _named_by_noun(noun: Token, filling: Filling) -> str | None:
    """What "the bridge" or "the minister" is called, where one name before stands out."""
    things: Counter[str] = Counter()
    people: set[str] = set()
    for named in filling.surroundings.named_by(noun.lower_):
        if named.start >= filling.offset(noun):
            break
        if named.is_person:
            people.add(named.text)
        else:
            things[named.text] += 1
    if people:
        return people.pop() if len(people) == 1 and not things else None
    ranked = things.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < 3 * ranked[1][1]):
        return None
    return ranked[0][0]


def _apposed_name(noun: Token, kept: frozenset[int]) -> str | None:
    """The name that the text sets beside a noun and the clause left out: "The lander, Vikram, …"."""
    names = [
        child for child in noun.children if child.dep_ == "appos" and child.pos_ == "PROPN" and child.i not in kept
    ]
    if len(names) != 1 or any(child.dep_ == "conj" for child in names[0].children):
        return None
    return render([token for token in names[0].subtree if token.pos_ == "PROPN"])


def _modified(noun: Token) -> bool:
    return any(child.dep_ in {"amod", "compound"} for child in noun.children)


def _is_clear_in_story(noun: Token, children: list[Token], surroundings: Surroundings, offset: int) -> bool:
    """Whether who knows which story it is knows which one is meant: the story has no second one of the kind."""
    word = noun.lower_
    mentions = surroundings.introductions.get(word, ())
    told = any(one.start < offset for one in mentions) or word in surroundings.frame.lower()
    if noun.pos_ != "NOUN" or noun.tag_ not in {"NN", "NNS"} or word in TIMES:
        return False
    if is_abstract(word) and not (word in TOLD_OF and told):
        return False
    if any(child.tag_ in {"JJR", "JJS", "RBR", "RBS"} for child in children):
        return False  # "the longest": of what, another sentence says
    if noun.tag_ == "NN" and re.search(rf"\b{re.escape(word)}s\b", surroundings.frame.lower()):
        return False  # "the light", of "Four lights on one rock"
    if noun.tag_ == "NN" and things_of(mentions + surroundings.introductions.get(f"{word}s", ())) > 1:
        return False
    ordinals = {child.lower_ for child in children} & ORDINALS
    if ordinals and word not in PEOPLE and not (word in CASES and ordinals & {"last", "final"}):
        return True  # "the first patient": of those of the story
    if word in PEOPLE or is_role(word):
        people = {one.text for one in surroundings.named_by(word) if one.is_person}
        return len(people) <= 1 and bool(people or any(one.start < offset for one in mentions))
    for kind in KINDS:
        if word in kind:
            brought = sum(things_of(surroundings.introductions.get(other, ())) for other in kind)
            return brought == 1 or (
                brought == 0 and (kind is SHIPS or (kind is FIRMS and len(_bodies_of_title(surroundings)) == 1))
            )
    if word in STUDIES:
        told = told or any(surroundings.introductions.get(other) for other in STUDIES - {word})
    return told or not (
        word in THINGS | UNDERTAKINGS | RELATIONAL or (ABSTRACT_ENDING.search(word) and word not in CONCRETE)
    )
