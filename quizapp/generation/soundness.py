"""Which clauses are left unasked although they parse and stand: cut short, undated, or about nobody who is named."""

import re

from quizapp.facts import Fact
from quizapp.generation.clauses import Clause
from quizapp.generation.lacking import lacks_something
from quizapp.generation.lemmas import verb_lemma
from quizapp.generation.phrases import fact_tokens, render
from quizapp.generation.predicates import SUBJECTS
from quizapp.generation.rewriting import NOWHERE
from quizapp.generation.standing import Standing
from quizapp.generation.surroundings import Surroundings
from quizapp.generation.targets import is_demonym
from quizapp.generation.wholeness import is_cut_short

# What moves every day says nothing without its day.
MOVING = frozenset(
    """
    fell fall falls fallen rose rise rises risen dropped drop gained gain lost lose climbed slid plunged tumbled
    increased decreased declined closed close finished ended opened saw had was were is are jumped surged sank
    shed slipped traded posted recorded reported experienced advanced dipped soared retreated rallied
    """.split()
)

# What holds for a while, and so "as of" a month.
STATES = frozenset(
    """
    be have own hold provide offer employ operate serve include contain consist cost need require allow run produce sell
    represent live work stand lie belong know lead head chair use cover remain expect plan want hope believe think
    """.split()
)

HANGING = re.compile(
    r"\bat a time$|\b(?:km|kilomet(?:re|er)s|miles|metres|meters)(?: away)? to the "
    r"(?:north|south|east|west)(?:-?(?:east|west))?(?! of)\b"
)
# Parts of a whole that they do not name.
PARTS = {"shares", "stake", "votes", "seats"}
OF_THE_NEWS = re.compile(
    r"yesterday|today|tonight|tomorrow|\b(?:last|next|this|on)\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day",
    re.IGNORECASE,
)


def is_sound(clause: Clause, standing: Standing, surroundings: Surroundings) -> bool:
    """Whether nothing in the clause is cut short, left over, undated or taken from a quotation."""
    facts = surroundings.within(clause)
    dates = [fact for fact in facts if fact.kind == "date"]
    days = [fact for fact in dates if not _is_compared_with(fact, clause)]
    return (
        not is_cut_short(clause, surroundings)
        and not _is_left_hanging(clause)
        and not lacks_something(clause, surroundings)
        and not (_is_pluperfect(clause) and clause.speaker is None)
        and not (_moves(clause, facts) and surroundings.month is not None and not days)
        and not _moves_by_a_bare_number(clause, facts)
        and not _is_no_state(clause, facts)
        and not _merely_happens(clause, facts, surroundings)
        and not _speaks_of_itself(clause, standing)
        and not _goes_on_still(clause)
        and not any(_is_reckoned(fact) and len(str(fact.value)) == len("2024") for fact in dates)
        and not any(_is_reckoned(fact) for fact in dates if clause.speaker)
        and not any(_is_reckoned_from_afar(fact, surroundings) for fact in dates)
        and not _is_stale(clause, dates, surroundings)
        and len(dates) < 3
        and not _perfect_at_a_time(clause, dates)
        and not _counts_from_elsewhere(clause, facts)
        and not (surroundings.month is not None and not dates and _is_perfect(clause) and clause.speaker is None)
        and (bool(surroundings.frame) or not (standing.is_framed or needs_story(clause, surroundings)))
    )


def _is_left_hanging(clause: Clause) -> bool:
    """ "At a time", "75 kilometres to the south-east", "the hint came hauled up": the rest, or a subject, was cut."""
    kept = {token.i for token in clause.tokens}
    for token in clause.tokens:
        if token.tag_ in {"VBD", "VBZ", "VBP"} and token.dep_ in {"advcl", "ccomp", "parataxis"}:
            acts = any(child.i in kept and child.dep_ in SUBJECTS for child in token.children)
            if token.i != clause.head.i and not acts:
                return True
    return HANGING.search(render(list(clause.tokens))) is not None


def needs_story(clause: Clause, surroundings: Surroundings) -> bool:
    """Whether only the story it is from tells whom or what the clause is about, or as of when a plan stands."""
    if clause.auxiliaries and clause.auxiliaries[0].tag_ == "MD" and clause.speaker is None:
        return True
    if is_described(clause) or any(token.lower_ == "old" and token.nbor(-1).text == "-" for token in clause.tokens):
        return True  # so the report describes it, and of that age somebody was in the story
    if any(
        token.lower_ in PARTS and not any(child.dep_ == "nmod" for child in token.children) for token in clause.tokens
    ):
        return True  # "176,602 shares": in what, the story tells
    return not _names_its_subject(clause, surroundings.within(clause), surroundings.capitalised)


def is_described(clause: Clause) -> bool:
    """ "Is described as …", which the report does: a verb that was put in."""
    return clause.head.lower_ == "described" and clause.sentence.offset(clause.head) == NOWHERE


def _perfect_at_a_time(clause: Clause, dates: list[Fact]) -> bool:
    """ "Markets have fallen on 6 October": no English, once "today" is a date."""
    if not _is_perfect(clause):
        return False
    for fact in dates:
        first = fact_tokens(clause.sentence, fact)[0]
        before = first.nbor(-1).lower_ if first.i else ""
        if before not in {"since", "from", "before", "and", "of", "for"}:
            return True
    return False


def _is_pluperfect(clause: Clause) -> bool:
    return bool(clause.auxiliaries) and clause.auxiliaries[0].lower_ in {"had", "'d"}


def _moves(clause: Clause, facts: list[Fact]) -> bool:
    """Whether the clause tells of a rise or a fall, of prices say."""
    measured = any(
        fact.kind == "figure"
        and (fact.mention.unit in {"percent", "point", "fraction"} or fact.mention.of in {"points", "point"})
        for fact in facts
    )
    return measured and clause.head.lower_ in MOVING


def _moves_by_a_bare_number(clause: Clause, facts: list[Fact]) -> bool:
    """ "Fell 344.65": of what, the clause has lost."""
    bare = [f for f in facts if f.kind == "figure" and f.mention.unit is None and f.mention.of is None]
    objects = {child.i for child in clause.head.children if child.dep_ in {"obj", "obl", "obl:unmarked", "obl:npmod"}}
    return clause.head.lower_ in MOVING and any(
        token.i in objects for fact in bare for token in fact_tokens(clause.sentence, fact)
    )


def _is_no_state(clause: Clause, facts: list[Fact]) -> bool:
    """Whether a present of news is no state that holds "as of" a month, or one that moves every minute."""
    if not clause.lead.startswith("As of"):
        return False
    measured = any(fact.kind == "figure" and fact.mention.unit in {"percent", "point"} for fact in facts)
    points = any(fact.kind == "figure" and fact.mention.of in {"points", "point"} for fact in facts)
    state = verb_lemma(clause.head.text) in STATES or clause.head.tag_ in {"VBN", "VBG"}
    return (
        not (state or clause.head.pos_ in {"NOUN", "ADJ", "PROPN"})
        or (clause.head.lower_ in MOVING and measured)
        or points
    )


def _merely_happens(clause: Clause, facts: list[Fact], surroundings: Surroundings) -> bool:
    """ "A scandal erupted in 2003": an event that nothing but its date tells from others."""
    determiners = [child for child in clause.subject_head.children if child.dep_ == "det"]
    own = [child for child in clause.subject_head.children if child.dep_ not in {"det", "punct"}]
    if not any(one.lower_ in {"a", "an"} for one in determiners) or own:
        return False
    dated = {t.i for fact in facts if fact.kind == "date" for t in fact_tokens(clause.sentence, fact)}
    kept = {token.i for token in clause.tokens}
    beside = [
        child
        for child in clause.head.children
        if child.i in kept
        and child.dep_ in {"obj", "obl", "obl:agent", "xcomp", "ccomp", "advcl"}
        and child.i not in dated
    ]
    return not beside and clause.subject_head.lower_ not in surroundings.frame.lower()


def _goes_on_still(clause: Clause) -> bool:
    """ "Has been fighting": until when, the clause does not say."""
    words = [token.lower_ for token in clause.auxiliaries]
    return clause.head.tag_ == "VBG" and words[:2] in (["has", "been"], ["have", "been"]) and not clause.lead


def _speaks_of_itself(clause: Clause, standing: Standing) -> bool:
    """ "According to the firm, the firm lost …": a speaker who speaks of himself by the same words."""
    if clause.speaker is None:
        return False
    said = render(clause.tokens, standing.replacements)
    if len(clause.speaker.split()) > 1 and clause.speaker.split()[-1] in re.findall(r"[\w-]+", said):
        return True  # "According to Ann Lee, snow imprisoned Ann Lee"
    words = clause.speaker.lower().split()
    if clause.speaker in standing.replacements.values() and " " in clause.speaker:
        return True
    if clause.speaker.lower() in {
        render(clause.subject).lower(),
        render(clause.subject, standing.replacements).lower(),
    }:
        return True
    return len(words) <= 2 and words[0] == "the" and words[-1] == clause.subject_head.lower_


def _is_compared_with(fact: Fact, clause: Clause) -> bool:
    """ "… compared to 2008": no date of the clause's own."""
    first = fact_tokens(clause.sentence, fact)[0]
    doc = first.doc
    return any(token.lower_ in {"compared", "than", "from"} for token in doc[max(0, first.i - 3) : first.i])


def _is_reckoned(fact: Fact) -> bool:
    """Whether a date was worked out from words such as "last year"."""
    return not any(character.isdigit() for character in fact.text)


def _is_reckoned_from_afar(fact: Fact, surroundings: Surroundings) -> bool:
    """Whether "that morning" or "two weeks later" has no date in its own sentence or the one before to count from."""
    if not _is_reckoned(fact) or (surroundings.month is not None and OF_THE_NEWS.search(fact.text)):
        return False
    at = surroundings.positions[fact.sentence[0]]
    first = surroundings.sentences[max(0, at - 1)].start
    told = [one for one in surroundings.by_kind["date"] if first <= one.start < fact.start and not _is_reckoned(one)]
    return not told


def _is_stale(clause: Clause, dates: list[Fact], surroundings: Surroundings) -> bool:
    """Whether a present or a plan of news would be dated twice, or to a time that was already past."""
    if not clause.lead.startswith("As ") or surroundings.published is None:
        return False
    month = surroundings.published.isoformat()[:7]
    return any(
        str(fact.value)[:7] <= month if len(str(fact.value)) >= 7 else str(fact.value) < month[:4] for fact in dates
    )


def _is_perfect(clause: Clause) -> bool:
    return bool(clause.auxiliaries) and clause.auxiliaries[0].lower_ in {"has", "have", "'ve"}


def _counts_from_elsewhere(clause: Clause, facts: list[Fact]) -> bool:
    """Whether a time is counted from something that the clause does not tell ("within a week, …")."""
    first = min(token.i for token in clause.subject)
    for fact in facts:
        if fact.kind == "duration":
            tokens = fact_tokens(clause.sentence, fact)
            before = tokens[0].nbor(-1).lower_ if tokens[0].i else ""
            following = tokens[-1].nbor(1).lower_ if tokens[-1].i + 1 < len(tokens[-1].doc) else ""
            if (
                before in {"within", "inside", "after"}
                and following not in {"of", "at", "in"}
                and (before in {"within", "inside"} or tokens[0].i < first)
            ):
                return True
    return False


def _names_its_subject(clause: Clause, facts: list[Fact], capitalised: frozenset[str]) -> bool:
    """Whether the subject says who or what by a name; a bare "trials" or "survivors" needs two names beside it."""
    subject = {token.i for token in clause.subject}
    named = [fact for fact in facts if fact.kind in {"place", "person", "organisation"} and not is_demonym(fact)]
    tokens = {fact.id: {token.i for token in fact_tokens(clause.sentence, fact)} for fact in named}
    proper = [t for t in clause.subject if t.pos_ == "PROPN" and (not t.is_sent_start or t.text in capitalised)]
    if proper or any(tokens[fact.id] & subject for fact in named):
        return True
    if clause.subject_head.pos_ == "PRON" or clause.subject_head.i in _replaced_subject(clause):
        return True
    if clause.speaker is not None:
        return True
    dated = [fact for fact in facts if fact.kind == "date"]
    return len({str(fact.value) for fact in [*named, *dated]}) >= 2


def _replaced_subject(clause: Clause) -> set[int]:
    """The subject's head where it is definite, and so was put in full by name."""
    definite = any(token.lower_ == "the" and token.head == clause.subject_head for token in clause.subject)
    return {clause.subject_head.i} if definite else set()
