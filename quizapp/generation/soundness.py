"""Which clauses are left unasked although they parse and stand: a strict reader finds them cut short or undated."""

import re

from quizapp.facts import Fact, Place
from quizapp.generation.clauses import Clause
from quizapp.generation.lemmas import verb_lemma
from quizapp.generation.phrases import fact_tokens
from quizapp.generation.standing import Standing
from quizapp.generation.surroundings import Surroundings, meaning, stem_of
from quizapp.generation.targets import is_demonym, lasts_no_longer, without_kind
from quizapp.language import sex_of_name

SLIGHT = {"nsubj", "nsubj:pass", "aux", "aux:pass", "punct", "cop", "advmod", "mark", "cc", "compound:prt"}
GIVING = frozenset(
    "give award pay offer send grant show tell teach hand lend deny allow fine charge make elect".split()
)
TYING = (
    "in addition", "as a result", "for example", "for instance", "in fact", "at the same time", "on the other hand",
    "by contrast", "in contrast", "in response", "in turn", "of course", "in particular", "in return", "as such",
)  # fmt: skip
COMPLETE = frozenset("cost weigh measure total".split())
MONTH_NAMES = frozenset("january february march april may june july august september october november december".split())
QUOTES = {'"', "“", "”", "‘"}
# Words that leave a reader asking "than what?", "from where?", "besides what?".
INCOMPLETE = frozenset(
    """
    away further farther among amongst instead also too however therefore moreover meanwhile initially
    originally previously similar respectively else versus likewise alike then
    """.split()
)
# What moves every day says nothing without its day.
MOVING = frozenset(
    """
    fell fall falls fallen rose rise rises risen dropped drop gained gain lost lose climbed slid plunged tumbled
    increased decreased declined closed close finished ended opened saw had was were is are jumped surged sank
    shed slipped traded posted recorded reported experienced advanced dipped soared retreated rallied
    """.split()
)
REPORTING = frozenset(
    """
    said says told tells stated states confirmed confirms announced announces reported reports revealed showed
    shows found believed believes estimated estimates warned warns insisted claimed claims argued noted
    explained agreed predicted concluded acknowledged admitted declared discovered proved recounted wrote
    learned
    """.split()
)


def is_sound(clause: Clause, standing: Standing, surroundings: Surroundings) -> bool:
    """Whether nothing in the clause is cut short, left over, undated or taken from a quotation."""
    facts = surroundings.within(clause)
    dates = [fact for fact in facts if fact.kind == "date"]
    days = [fact for fact in dates if not _is_compared_with(fact, clause)]
    return (
        not _crosses_a_break(clause)
        and _ends_where_the_text_does(clause)
        and not any(token.lower_ in INCOMPLETE for token in clause.tokens)
        and not (_is_pluperfect(clause) and clause.speaker is None)
        and not (_moves(clause, facts) and surroundings.month is not None and not days)
        and not any(_is_reckoned(fact) for fact in dates if clause.speaker)
        and not _is_stale(clause, dates, surroundings)
        and len(dates) < 3
        and _takes_its_clause(clause)
        and not _ties_on(clause)
        and not _may_go_on(clause, surroundings)
        and not _perfect_at_a_time(clause, dates)
        and not _gives_twice(clause)
        and not _stops_in_a_list(clause, surroundings)
        and not _loses_its_day(clause)
        and not _counts_from_elsewhere(clause, facts)
        and not _compares(clause)
        and not _runs_on(clause)
        and not (surroundings.month is not None and not dates and _is_perfect(clause) and clause.speaker is None)
        and (bool(surroundings.frame) or not (standing.is_framed or needs_story(clause, surroundings)))
    )


def needs_story(clause: Clause, surroundings: Surroundings) -> bool:
    """Whether only the story it is from tells whom or what the clause is about, or as of when a plan stands."""
    if clause.auxiliaries and clause.auxiliaries[0].tag_ == "MD" and clause.speaker is None:
        return True
    return not _names_its_subject(clause, surroundings.within(clause), surroundings.capitalised)


def _ties_on(clause: Clause) -> bool:
    """Whether the clause opens by pointing at the sentence before it ("In addition, …")."""
    opening = " ".join(token.lower_ for token in clause.tokens[:5])
    return any(opening.startswith(words) for words in TYING) and not opening.startswith(
        ("as a result of", "as part of")
    )


def _perfect_at_a_time(clause: Clause, dates: list[Fact]) -> bool:
    """ "Markets have fallen on 6 October": no English, once "today" is a date."""
    if not _is_perfect(clause):
        return False
    for fact in dates:
        first = fact_tokens(clause.sentence, fact)[0]
        before = first.nbor(-1).lower_ if first.i else ""
        if before not in {"since", "by", "until", "from", "before", "to", "between", "and", "of", "for"}:
            return True
    return False


def _stops_in_a_list(clause: Clause, surroundings: Surroundings) -> bool:
    """Whether the text goes on with ", NAME, and …" after the clause: half of those who did it would be left out."""
    whole = surroundings.sentences[surroundings.positions[clause.sentence.start]]
    last = clause.tokens[-1]
    end = clause.sentence.offset(last) + len(last.text) - whole.start
    if end <= 0:
        return False
    rest = whole.span.text[end:]
    if last.pos_ == "NOUN" and re.match(r", (?:an?|the|some|\d+) [^,;:]{2,60} and \w", rest):
        return True  # "with a rope, an adze and food"
    following = re.match(r", (?P<aside>[^,;:]{2,60}), and (?P<next>\w+)", rest)
    if following is None:
        return False
    at = following.start("next") + end + whole.span.start_char
    token = next((token for token in whole.span if token.idx == at), None)
    return token is not None and token.pos_ in {"DET", "PRON", "PROPN", "ADJ", "NOUN", "NUM"}


def _may_go_on(clause: Clause, surroundings: Surroundings) -> bool:
    """Whether the clause ends in "before two tugs" while the text goes on ", waiting for the tide, hauled …"."""
    last = clause.tokens[-1]
    kept = {token.i for token in clause.tokens}
    cases = [
        child for token in clause.tokens[-4:] for child in token.children if child.dep_ == "case" and child.i in kept
    ]
    if not any(case.lower_ in {"before", "after", "until", "since", "while"} for case in cases):
        return False
    whole = surroundings.sentences[surroundings.positions[clause.sentence.start]]
    end = clause.sentence.offset(last) + len(last.text)
    rest = [token for token in whole.span if whole.offset(token) >= end]
    return len(rest) > 2 and rest[0].text == "," and any(token.tag_ in {"VBD", "VBZ", "VBP"} for token in rest)


def _crosses_a_break(clause: Clause) -> bool:
    """Whether the clause was put together over a semicolon, a colon, a quotation mark, or a bracket and its words."""
    doc = clause.head.doc
    kept = {token.i for token in clause.tokens}
    first, last = clause.tokens[0].i, clause.tokens[-1].i
    for token in doc[first : last + 1]:
        if token.text in QUOTES or token.text in {";", ":", "—"}:
            return True
        if token.text == "(" and not (token.i + 2 <= last and doc[token.i + 2].text == ")" and token.i + 1 not in kept):
            return True
    return False


def _ends_where_the_text_does(clause: Clause) -> bool:
    """Whether the clause was not cut off before words that belong to it ("expects the bridge" "to last")."""
    last = clause.tokens[-1]
    if last.i + 1 >= len(last.doc) or last.nbor(1).is_sent_start:
        return True
    following = last.nbor(1)
    if following.tag_ == "TO":
        return False
    return following.is_punct or following.dep_ in {"cc", "mark"} or following.tag_ in {"WRB", "WDT", "WP", "CC"}


def _is_pluperfect(clause: Clause) -> bool:
    return bool(clause.auxiliaries) and clause.auxiliaries[0].lower_ in {"had", "'d"}


def _moves(clause: Clause, facts: list[Fact]) -> bool:
    """Whether the clause tells of a rise or a fall, of prices say."""
    measured = any(
        fact.kind == "figure" and (fact.mention.unit in {"percent", "point"} or fact.mention.of in {"points", "point"})
        for fact in facts
    )
    return measured and clause.head.lower_ in MOVING


def _is_compared_with(fact: Fact, clause: Clause) -> bool:
    """ "… compared to 2008": no date of the clause's own."""
    first = fact_tokens(clause.sentence, fact)[0]
    doc = first.doc
    return any(token.lower_ in {"compared", "than", "from"} for token in doc[max(0, first.i - 3) : first.i])


def _is_reckoned(fact: Fact) -> bool:
    """Whether a date was worked out from words such as "last year"."""
    return not any(character.isdigit() for character in fact.text)


def _is_stale(clause: Clause, dates: list[Fact], surroundings: Surroundings) -> bool:
    """Whether a present or a plan of news would be dated twice, or to a time that was already past."""
    if not clause.lead.startswith("As ") or surroundings.published is None:
        return False
    month = surroundings.published.isoformat()[:7]
    return any(
        str(fact.value)[:7] <= month if len(str(fact.value)) >= 7 else str(fact.value) < month[:4] for fact in dates
    )


def _takes_its_clause(clause: Clause) -> bool:
    """Whether a verb that is followed by a clause is one that reports."""
    kept = {token.i for token in clause.tokens}
    clausal = any(child.dep_ == "ccomp" and child.i in kept for child in clause.head.children)
    return not clausal or clause.head.lower_ in REPORTING


def _runs_on(clause: Clause) -> bool:
    """Whether a name is followed by a relative clause without its comma: a second statement in the first."""
    kept = {token.i for token in clause.tokens}
    return any(
        token.dep_ == "acl:relcl" and token.head.pos_ == "PROPN" and token.head.i in kept for token in clause.tokens
    )


def _is_perfect(clause: Clause) -> bool:
    return bool(clause.auxiliaries) and clause.auxiliaries[0].lower_ in {"has", "have", "'ve"}


def _compares(clause: Clause) -> bool:
    """Whether a comparative ("a cheaper rival") has lost what it compares with."""
    words = {token.lower_ for token in clause.tokens}
    return "than" not in words and any(
        token.tag_ in {"JJR", "RBR"} and token.lower_ not in {"more", "less", "fewer"} for token in clause.tokens
    )


def says_enough(clause: Clause, fact: Fact) -> bool:
    """Whether a clause about a figure says what it was for: "spent $2.5 million" alone does not."""
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


def is_in_title(fact: Fact, title: str) -> bool:
    """Whether a name is what the whole report is about, or a value is told in its title: no learner need think."""
    if fact.kind not in {"person", "place", "organisation"}:
        return re.search(rf"\b{re.escape(fact.text.lower())}\b", title.lower()) is not None
    name = fact.value.name if isinstance(fact.value, Place) else str(fact.value or fact.text)
    short = without_kind(fact.text)
    return name in title or short in title or (fact.kind == "person" and name.split()[-1] in title.split())


def tells_title(clause: Clause, fact: Fact, standing: Standing, title: str) -> bool:
    """Whether most of what a framed clause says beside the fact stands in the title before it."""
    own = {token.i for token in fact_tokens(clause.sentence, fact)}
    told = meaning([token for token in clause.tokens if token.i not in own])
    words = {re.sub(r"(?:ing|ed|es|s|e)$", "", word) for word in re.findall(r"\w+", title.lower())}
    return standing.is_framed and bool(told) and len(told & words) * 2 > len(told)


def _gives_twice(clause: Clause) -> bool:
    """Whether a passive has an object too, which only verbs of giving have: the parse has run two clauses together."""
    kept = {token.i for token in clause.tokens}
    passive = any(token.dep_ == "aux:pass" for token in clause.auxiliaries)
    taken = any(child.dep_ in {"obj", "iobj"} and child.i in kept for child in clause.head.children)
    return passive and taken and verb_lemma(clause.head.text) not in GIVING


def _loses_its_day(clause: Clause) -> bool:
    """Whether the clause hangs on a date outside it ("… since 1973, when the quays fell silent")."""
    if clause.head.dep_ not in {"acl:relcl", "advcl"}:
        return False
    first = min((token.i for token in clause.head.subtree), default=clause.head.i)
    doc = clause.head.doc
    before = [doc[i] for i in range(max(0, first - 3), first) if not doc[i].is_punct]
    return bool(before) and (before[-1].like_num or before[-1].lower_ in MONTH_NAMES)


def _counts_from_elsewhere(clause: Clause, facts: list[Fact]) -> bool:
    """Whether a time is counted from something that the clause does not tell ("within a week, …")."""
    first = min(token.i for token in clause.subject)
    for fact in facts:
        if fact.kind == "duration":
            tokens = fact_tokens(clause.sentence, fact)
            before = tokens[0].nbor(-1).lower_ if tokens[0].i else ""
            following = tokens[-1].nbor(1).lower_ if tokens[-1].i + 1 < len(tokens[-1].doc) else ""
            if (
                before in {"within", "after"}
                and following not in {"of", "at", "in"}
                and (before == "within" or tokens[0].i < first)
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


def is_surely_a_person(fact: Fact, surroundings: Surroundings) -> bool:
    """Whether a name is a person's beyond the pipeline's word: a title, a role, or a given name says so."""
    return any(
        one.mention.title or one.mention.role or sex_of_name(str(one.value)) is not None
        for one in surroundings.same_value(fact)
    )
