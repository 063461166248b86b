"""The parts of a long sentence as sentences of their own: the sides of a semicolon, the coordinated, the main clause.

The parse of a long sentence goes wrong where the punctuation is still plain, so the words are cut by the punctuation
and each part is parsed alone; a part counts only where it proves to be a whole sentence.
"""

from itertools import pairwise

from spacy.tokens import Token

from quizapp.facts import Fact
from quizapp.generation.predicates import FINITE, SUBJECTS
from quizapp.generation.rewriting import Rewritten, Words, cuts_a_fact, rewrite
from quizapp.generation.shortening import belongs_to_the_next, shorten
from quizapp.generation.trimming import SCOPING
from quizapp.language import Sentence

BREAKS = {";", ":", "—", "–"}
QUOTES = {'"', "“", "”", "‘", "``", "''"}
# A part that opens with one of these holds only under a condition, or in a comparison.
CONDITIONAL = frozenset("if unless whether though although than until once lest or nor not except provided".split())
# What changes whose claim something is, and how sure it is, wherever it stands.
CLAIMS = frozenset(
    """
    said says say told reportedly allegedly apparently supposedly according claimed claims insisted believed thought
    perhaps maybe possibly probably
    """.split()
)
HEDGES = CLAIMS | frozenset("if unless not rather except nor or hardly".split())
# Asides and additions behind a comma that open with these can go.
OPENING_ASIDES = {"WP", "WDT", "WP$", "WRB", "VBN", "VBG", "DT", "NNP", "CD", "JJ", "NN", "RB", "VBD"}
OPENING_TAILS = {"WP", "WDT", "WP$", "WRB", "VBG", "VBN"}
TAIL_WORDS = frozenset("after before when while with including a an then aged some where and but".split())
FRONT_WORDS = {"when", "while", "after", "before", "as", "with", "having", "being"}
MOST_VARIANTS = 6
SHORTEST = 3


def say_in_parts(sentence: Sentence, facts: tuple[Fact, ...]) -> list[Rewritten]:
    """The parts of a sentence that are whole sentences, none where the sentence is simple."""
    tokens = _tokens(sentence)
    pieces = _pieces(sentence, tokens)
    variants: list[Words] = [one for piece in pieces for one in _variants(piece, is_part=len(piece) < len(tokens))]
    variants.extend(with_comma for piece in pieces for with_comma in _with_front_comma(sentence, piece, facts))
    kept = [one for one in variants if not cuts_a_fact(sentence, one, facts)]
    return [one for one in _rewritten(sentence, kept) if one is not None]


def say_shorter(sentence: Sentence, facts: tuple[Fact, ...], speech: tuple[Fact, ...]) -> list[Rewritten]:
    """The sentence in fewer words, each way that is a whole sentence; for one that states nothing as it stands."""
    tokens = _said_first(sentence, speech) or _tokens(sentence)
    pieces = [piece for piece in _pieces(sentence, tokens) if piece[0].lower_ not in CONDITIONAL]
    sure = [piece for piece in pieces if not any(token.lower_ in CLAIMS for token in piece)]
    many = [one for one in shorten(sentence, sure, facts) if not cuts_a_fact(sentence, one, facts)]
    return [one for one in _rewritten(sentence, many) if one is not None]


def _said_first(sentence: Sentence, speech: tuple[Fact, ...]) -> list[Token]:
    """The words before ", the ministry said on Tuesday", which stay its claim; none where only "she" said so."""
    for said in speech:
        words = [token for token in _tokens(sentence) if said.start <= sentence.offset(token) < said.end]
        rest = [token for token in _tokens(sentence) if sentence.offset(token) >= said.end]
        if not said.mention.reported or not said.speaker or not words or words[0].i != sentence.span.start:
            continue
        if len(rest) > 2 and rest[0].text == "," and rest[1].pos_ != "PRON":
            return words
    return []


def _tokens(sentence: Sentence) -> list[Token]:
    """The words of a sentence less what ends it; none of a question."""
    tokens = list(sentence.span)
    while tokens and tokens[-1].is_punct and tokens[-1].text not in {*QUOTES, "%"}:
        tokens.pop()
    return [] if any(token.text == "?" for token in sentence.span) else tokens


def _pieces(sentence: Sentence, tokens: list[Token]) -> list[list[Token]]:
    if not tokens:
        return []
    return [joined for piece in _broken(tokens) for joined in _uncoordinated(sentence, piece)]


def _rewritten(sentence: Sentence, many: list[Words]) -> list[Rewritten | None]:
    return [one if one is not None and is_complete(one) else None for one in rewrite(sentence, many)]


def is_complete(sentence: Sentence) -> bool:
    """Whether words parse as one sentence with subject and finite verb, and nothing in it hangs loose."""
    root = sentence.span.root
    auxiliaries = [child for child in root.children if child.dep_ in {"aux", "aux:pass", "cop"} and child.i < root.i]
    first = auxiliaries[0] if auxiliaries else root
    subjects = [child for child in root.children if child.dep_ in SUBJECTS]
    loose = any(child.dep_ in {"parataxis", "dep", "orphan", "dislocated", "mark"} for child in root.children)
    bare = first.i > 0 and first == root and root.tag_ in {"VBD", "VBN"} and first.nbor(-1).pos_ in {"NOUN", "PROPN"}
    return (len(subjects) == 1 or (not subjects and bare)) and not loose and first.tag_ in {*FINITE, "MD", "VBN"}


def _broken(tokens: list[Token]) -> list[list[Token]]:
    """The pieces between semicolons, colons and a single dash, less those with quotation marks."""
    breaks = [at for at, token in enumerate(tokens) if token.text in BREAKS and not _in_brackets(tokens, at)]
    dashes = [at for at in breaks if tokens[at].text in {"—", "–"}]
    if len(dashes) > 1:
        breaks = [at for at in breaks if at not in dashes]
    edges = [-1, *breaks, len(tokens)]
    pieces = [tokens[start + 1 : end] for start, end in pairwise(edges)]
    if len(pieces) > 1 and any(token.lower_ in HEDGES for token in pieces[0]):
        pieces = pieces[:1]  # what follows may be what somebody said
    return [piece for piece in pieces if len(piece) >= SHORTEST and not any(token.text in QUOTES for token in piece)]


def _in_brackets(tokens: list[Token], at: int) -> bool:
    opened = sum(token.text in {"(", "["} for token in tokens[:at])
    return opened > sum(token.text in {")", "]"} for token in tokens[:at])


def _uncoordinated(sentence: Sentence, piece: list[Token]) -> list[list[Token]]:
    """The piece, or its halves about ", and" or ", but" where each proves a whole sentence."""
    joints = [
        at for at in range(SHORTEST, len(piece) - SHORTEST)
        if piece[at].text == "," and piece[at + 1].lower_ in {"and", "but"} and not _in_brackets(piece, at)
    ]  # fmt: skip
    if not joints or piece[0].lower_ in CONDITIONAL or any(token.lower_ in HEDGES for token in piece):
        return [piece]
    sides: list[Words] = [side for at in joints for side in (piece[:at], piece[at + 2 :])]
    tried = _rewritten(sentence, [_main(side) for side in sides])
    whole = [at for index, at in enumerate(joints) if tried[2 * index] is not None and tried[2 * index + 1] is not None]
    if not whole:
        return [piece]
    edges = [-2, *whole, len(piece)]
    return [piece[start + 2 : end] for start, end in pairwise(edges)]


def _main(words: Words) -> Words:
    """The words less the first aside before a finite verb, for a trial parse."""
    without = _without_asides(list(words))  # type: ignore[arg-type]  # no word is put in yet
    return without[0] if without else words


def _variants(piece: list[Token], is_part: bool) -> list[list[Token]]:
    """The piece in fewer words: without the asides before its verb, without its front, without its tail."""
    if piece[0].lower_ in CONDITIONAL:
        return []
    found: list[list[Token]] = [piece] if is_part or _has_two_subjects(piece) else []
    found.extend(_without_asides(piece))
    found.extend(_without_inner_front(piece))
    for one in list(found) or [piece]:
        found.extend(_without_front(one))
    for one in list(found) or [piece]:
        found.extend(_without_tail(one))
    distinct = {tuple(token.i for token in one): one for one in found if len(one) >= SHORTEST}
    return list(distinct.values())[:MOST_VARIANTS]


def _with_front_comma(sentence: Sentence, piece: list[Token], facts: tuple[Fact, ...]) -> list[Words]:
    """The piece with the comma that helps to tell a date in front from the subject ("On 4 May riot police …")."""
    if piece[0].pos_ != "ADP" or piece[0].lower_ in CONDITIONAL:
        return []
    for at in range(1, min(14, len(piece) - SHORTEST)):
        place = sentence.offset(piece[at])
        ends = any(fact.kind == "date" and fact.start <= place < fact.end <= place + len(piece[at]) for fact in facts)
        if piece[at].is_punct or piece[at].pos_ == "VERB":
            return []
        following = piece[at + 1]
        if ends and belongs_to_the_next(piece[at]):
            return []  # "during the 1971 war"
        if ends and following.pos_ in {"DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM", "VERB"}:
            front: list[Token | str] = [*piece[: at + 1], ","]
            rest = piece[at + 1 :]
            return [[*front, *rest], *([*front, *shorter] for shorter in _without_tail(rest))]
    return []


def _without_asides(piece: list[Token]) -> list[list[Token]]:
    """The piece less what stands between two commas right before a finite verb; several ways where in doubt."""
    for end in range(len(piece) - 2, 2, -1):
        if piece[end].text not in {",", ")"} or not _begins_finite(piece, end + 1):
            continue
        starts = [at for at in range(1, end - 1) if piece[at].text == "," and _opens_aside(piece, at)]
        if piece[end + 1].tag_ in {"VBN", "JJ"}:  # perhaps no finite verb: then there must be no other
            starts = [at for at in starts if _can_end_here(piece, at, end)]
        if starts:
            return [piece[:at] + piece[end + 1 :] for at in starts]
    return []


def _can_end_here(piece: list[Token], at: int, end: int) -> bool:
    """Whether a participle behind the second comma may be the verb: no other is there, nor is an "of …" taken out."""
    if any(token.tag_ in FINITE for token in piece[at:end]):
        return False
    return piece[at + 1].lower_ != "of" or piece[at - 1].pos_ == "PROPN"


def _has_two_subjects(piece: list[Token]) -> bool:
    """Whether the parse gave one verb two subjects, a slip that a second reading mends."""
    subjects = [token.head.i for token in piece if token.dep_ in SUBJECTS]
    return len(set(subjects)) < len(subjects)


def _without_inner_front(piece: list[Token]) -> list[list[Token]]:
    """The piece less the aside after a phrase in front ("In May, when it rained, the dam broke")."""
    commas = [at for at, token in enumerate(piece) if token.text == ","]
    if piece[0].pos_ != "ADP" or len(commas) < 2 or piece[0].lower_ in {"of", "without", "unlike", "according"}:
        return []
    first, *later = commas
    after = piece[first + 1]
    if after.tag_ not in OPENING_TAILS and after.pos_ != "ADP":
        return []
    return [piece[: first + 1] + piece[at + 1 :] for at in later[:2]]


def _begins_finite(piece: list[Token], at: int) -> bool:
    while at < len(piece) and piece[at].tag_ == "RB":
        at += 1
    if at >= len(piece):
        return False
    token = piece[at]
    return token.tag_ in {*FINITE, "MD"} or (token.tag_ in {"VBN", "JJ"} and token.lower_.endswith("ed"))


def _opens_aside(piece: list[Token], at: int) -> bool:
    before, after = piece[at - 1], piece[at + 1]
    nominal = before.pos_ in {"NOUN", "PROPN", "NUM"} or before.text == ")" or before.text[0].isupper()
    return nominal and (after.tag_ in OPENING_ASIDES or after.lower_ in {"of", "in", "with", "by", "now"})


def _without_front(piece: list[Token]) -> list[list[Token]]:
    """What follows a participle or a clause of time before the subject, at each comma that may end it."""
    first = piece[0]
    if first.tag_ not in {"VBN", "VBG"} and first.lower_ not in FRONT_WORDS:
        return []
    if any(token.lower_ in SCOPING for token in piece[:4]):
        return []
    return [piece[at + 1 :] for at in range(1, len(piece) - SHORTEST) if piece[at].text == ","][:3]


def _without_tail(piece: list[Token]) -> list[list[Token]]:
    """The piece less what a comma adds at its end, where that neither hedges nor denies it."""
    cut = []
    cleft = any(one.lower_ == "it" and one.nbor(1).lower_ in {"was", "is"} for one in piece[:-1])
    for at in range(SHORTEST, len(piece) - 1):
        if piece[at].text != "," or any(token.lower_ in HEDGES for token in piece[at:]):
            continue
        after = piece[at + 1]
        relative = after.pos_ == "ADP" and at + 2 < len(piece) and piece[at + 2].tag_ in {"WDT", "WP"}
        measured = after.pos_ == "NUM" and any(
            token.lower_ in {"after", "before", "late"} for token in piece[at : at + 5]
        )
        if cleft and any(token.tag_ in {"WP", "WDT"} for token in piece[at:]):
            continue
        some = (
            at + 3 < len(piece)
            and piece[at + 2].lower_ == "of"
            and piece[at + 3].lower_ in {"them", "it", "whom", "which"}
        )
        if (
            some
            or after.tag_ in OPENING_TAILS
            or after.lower_ in TAIL_WORDS
            or relative
            or measured
            or _is_absolute(piece, at)
        ):
            cut.append(piece[:at])
    return cut


def _is_absolute(piece: list[Token], at: int) -> bool:
    """Whether a comma adds a subject with "having" ("…, the pilot having been taken ill")."""
    words = [token.lower_ for token in piece[at + 1 : at + 6]]
    if "having" not in words:
        return False
    return all(
        token.pos_ in {"DET", "ADJ", "NOUN", "PROPN", "PRON"} for token in piece[at + 1 :][: words.index("having")]
    )
