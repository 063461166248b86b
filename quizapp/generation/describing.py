"""What a report sets right beside a name: whom it calls a security guard, how old somebody is, what letters stand for.

These need no parse of the sentence around them, so they hold where the sentence itself is too long to be asked about.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from quizapp.facts import Fact
from quizapp.generation.roles import LEANING
from quizapp.generation.surroundings import Surroundings
from quizapp.generation.targets import NAMED_NOUNS, Asking
from quizapp.generation.worth import is_surely_a_person
from quizapp.language import Sentence
from quizapp.reports import Report

# A role that one alone can hold in a story; others many may hold.
OFFICES = frozenset(
    """
    mayor minister president governor chancellor king queen emperor treasurer superintendent chairman chairwoman
    archbishop pope
    """.split()
)
# Of whom or of what, another sentence tells: "its director", "her brother".
RELATIONAL = frozenset(
    """
    brother sister son daughter father mother wife husband widow grandson granddaughter cousin uncle aunt nephew niece
    friend colleague partner predecessor successor deputy assistant author owner leader head director founder member
    fellow rival neighbour neighbor child parent boss lover heir consort client victim suspect native builder organiser
    organizer operator manager coach captain president chairman chairwoman spokesman spokeswoman consultant officer
    chief editor maker company firm one man woman boy girl
    """.split()
)
NOMINAL = {"NOUN", "PROPN", "ADJ", "ADP", "DET", "CCONJ", "PUNCT", "NUM", "PART"}
HALF_TITLES = {"prime", "vice", "first", "attorney", "lieutenant"}
AGED = re.compile(r"\d+-year-old\s+")
SHORT_WORDS = {"of", "the", "for", "and", "in", "on", "to"}
# What stands before "'s", at the beginning of nothing longer: "the STA", "Boeing", "Ann Lee".
OWNER = r"(?<![\w’'-] )(?<!\bof )[A-Z][\w&-]+(?: [A-Z][\w&-]+){0,3}"
MOST_ROLE_WORDS = 5
REACH = 70
OLDEST = 120


def ask_descriptions(surroundings: Surroundings, report: Report) -> list[Asking]:
    """A question for each role, age and abbreviation that stands beside a name; none where no title says the story."""
    if not surroundings.frame:
        return []
    people = [
        fact for fact in surroundings.by_kind.get("person", ())
        if fact.same_as is None and fact.value and is_surely_a_person(fact, surroundings)
        and not set(str(fact.value).split()) & set(re.findall(r"\w+", surroundings.frame))
    ]  # fmt: skip
    described = [
        (fact, role) for fact in people
        if (role := _role_beside(fact, report.text)) is not None and _is_nominal(role, fact, surroundings)
    ]  # fmt: skip
    heads = [str(fact.mention.role or "").lower().split()[-1:] for fact in surroundings.by_kind.get("person", ())
             if fact.same_as is None]  # fmt: skip
    asked = [
        _asking("described", f"Who is described as {_quoting(role)}?", str(fact.value), fact, surroundings, role)
        for fact, role in described
        if heads.count([role.lower().split()[-1]]) < 2 and " " in str(fact.value)
    ]
    aged = [
        _asking("how-old", f"What age in years is given for {fact.value}?", str(age.value), age, surroundings)
        for fact in people
        if (age := _age_beside(fact, surroundings)) is not None
    ]
    return [*asked, *_owned(people, surroundings, report.text), *aged, *_abbreviations(surroundings, report.text)]


def _owned(people: list[Fact], surroundings: Surroundings, text: str) -> list[Asking]:
    """Who is called the colleague, the minister or the finance director of whom; nobody whom another is called too."""
    found = [
        (fact, told) for fact in people
        if " " in str(fact.value) and (told := _owned_role(fact, surroundings, text)) is not None
    ]  # fmt: skip
    askings = [
        replace(_asking("described", f"Who is described as {words}?", str(fact.value), fact, surroundings), proof=proof)
        for fact, (words, proof) in found
    ]
    stems = Counter(one.stem for one in askings)
    return [one for one in askings if stems[one.stem] == 1]


def _owned_role(person: Fact, surroundings: Surroundings, text: str) -> tuple[str, tuple[Sentence, ...]] | None:
    """ "The STA's chairwoman, Joyce Rotich" by its owner; "Its finance director" where whose is certain."""
    role = person.mention.role
    if not role or LEANING.search(role) or not role.islower():
        return None
    before = text[max(0, person.start - REACH - len(role)) : person.start]
    tail = rf"(?P<words>(?:[a-z-]+ ){{0,2}}?{re.escape(role)}),? $"
    found = re.search(rf"(?P<owner>\b(?:[Tt]he )?{OWNER}[’']s?) {tail}", before)
    if found is not None:
        owner = str(found["owner"])
        owner = f"t{owner[1:]}" if owner.startswith("The ") else owner
        return f"“{owner} {found['words']}”", ()
    found = re.search(rf"\b(?P<owner>[Ii]ts|[Tt]heir|[Hh]is|[Hh]er) {tail}", before)
    referent = surroundings.referents.get(person.start - len(before) + found.start()) if found else None
    if found is None or referent is None or referent.is_common or referent.name == person.value:
        return None
    return f"{referent.name}'s “{found['words']}”", (referent.sentence,)


def _asking(form: str, stem: str, answer: str, fact: Fact, surroundings: Surroundings, role: str = "") -> Asking:
    sentence = surroundings.sentence_of(fact)
    context = tuple(token for token in sentence.span if token.text in role.split()[-1:])
    return Asking(form, stem, answer, fact, sentence, context, (), True)


def _quoting(role: str) -> str:
    """The role with the report's own words in quotation marks: "a “security guard”"."""
    article, _, words = role.partition(" ")
    return f"{article} “{words}”"


def _is_nominal(role: str, person: Fact, surroundings: Surroundings) -> bool:
    """Whether the words name what somebody is: no verb got in ("said chief inspector"), and nobody else's owner."""
    words = set(role.split()[1:])
    tokens = [token for token in surroundings.sentence_of(person).span if token.text in words]
    owned = re.search(r"\w[’']s?\s", role) is not None  # "USAF's chief of staff" takes no article
    head = [token for token in tokens if token.text == role.split()[-1]]
    if head and head[-1].pos_ not in {"NOUN", "PROPN"}:
        return False
    return not owned and all(token.pos_ in NOMINAL for token in tokens)


def _role_beside(person: Fact, text: str) -> str | None:
    """ "a security guard", "the finance minister": the words before or after the name, with the article they need."""
    role = person.mention.role
    if not role or LEANING.search(role) or "," in role:
        return None
    found = _role_after(person, role, text) or _role_before(person, role, text)
    if found is None:
        return None
    article, words = found
    words = AGED.sub("", words)
    head = re.split(r"\s+(?:of|for|at|in|to|on|from|with)\s+", words)[0].split()[-1].lower()
    bare = head == words.split()[-1].lower()
    after = text[text.find(words, max(0, person.start - REACH)) + len(words) :]
    if article == "the" and re.match(r",? (?:who|that|whose) ", after):
        return None  # "the nephrologist at Pune who planned it": not the only one at Pune
    if words.lower() in HALF_TITLES or (bare and head in RELATIONAL):
        return None
    if len(words.split()) > MOST_ROLE_WORDS or LEANING.search(words):
        return None
    if not article:
        article = "the" if head in OFFICES else "a"
    if article != "the":
        article = "an" if words[0].lower() in "aeio" else "a"
    return f"{article} {words}"


def _role_after(person: Fact, role: str, text: str) -> tuple[str, str] | None:
    """ "Josef Kranz, a security guard": the article, and the role with what stands between."""
    after = text[person.end : person.end + REACH + len(role)]
    found = re.match(rf",(?: (?:aged )?\d+,)? (an?|the) ((?:[\w’'-]+ ){{0,2}}?{re.escape(role)})(?![\w-])", after)
    return (found[1], found[2]) if found else None


def _role_before(person: Fact, role: str, text: str) -> tuple[str, str] | None:
    """ "the mayor, Annika Thorsen", "the historian Gaetano Salvemini", "Transport minister Lucía Farías"."""
    start = person.start - (len(person.mention.title) + 1 if person.mention.title else 0)
    before = text[max(0, start - REACH - len(role)) : start]
    tail = rf"(?P<words>(?:[\w’'-]+ ){{0,2}}?{re.escape(role)})(?P<comma>,?) $"
    found = re.search(rf"\b(?P<article>[Aa]n?|[Tt]he|[Oo]ne) {tail}", before) or re.search(
        rf"(?P<article>)(?:^|[.!?”\"]\s+|\n|[a-z] ){tail}", before, re.IGNORECASE
    )
    if found is None:
        return None
    article, words = found["article"].lower(), found["words"]
    if article in {"a", "an", "one"}:
        return "a", words
    if article == "the":
        return ("the" if found["comma"] else "a"), words
    if found["comma"] or len(words.split()) > len(role.split()) + 1:
        return None
    if re.search(r"[.!?”\"]\s+$|^$|\n$", before[: found.start("words")]):
        return "", words[0].lower() + words[1:]
    return "", role


def _age_beside(person: Fact, surroundings: Surroundings) -> Fact | None:
    """The age behind a name and a comma: "Colin Baird, 53,", "Segundo Vargas, the 67-year-old boatman"."""
    for fact in surroundings.by_sentence.get(person.sentence[0], ()):
        beside = fact.kind == "figure" and fact.mention.unit == "year" and 0 < fact.start - person.end <= len(", aged ")
        told = fact.text == str(fact.value) or fact.text.endswith("-year-old")
        if beside and told and isinstance(fact.value, int) and fact.value < OLDEST:
            return fact
    return None


def _abbreviations(surroundings: Surroundings, text: str) -> Iterator[Asking]:
    """ "the Marren Wildlife Trust (MWT)": what the letters stand for."""
    for fact in surroundings.by_kind.get("organisation", ()):
        found = re.match(r" \(([A-Z][A-Za-z]{2,6})\)", text[fact.end : fact.end + 10])
        words = [word for word in re.split(r"[\s-]+", fact.text) if word.lower() not in SHORT_WORDS]
        if found is None or "".join(word[0] for word in words).upper() != found[1].upper():
            continue
        if len(words) > 1 and words[-1].lower() in NAMED_NOUNS | {"programme", "administration", "organisation"}:
            stem = f"What does the abbreviation “{found[1]}” stand for?"
            yield _asking("stands-for", stem, fact.text, fact, surroundings)
