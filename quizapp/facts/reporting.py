"""Claims without quotation marks: "X said that …" and "according to X, …"."""

from collections.abc import Iterator

from spacy.tokens import Token

from quizapp.facts.claims import Claim, name_beside, speaker_of, subject_of
from quizapp.facts.clues import verb_lemma
from quizapp.facts.quotations import Quotation
from quizapp.facts.speakers import Cast, may_speak
from quizapp.facts.speech_words import CLAIMING, UNREAL
from quizapp.facts.titles import CALENDAR, SAYING
from quizapp.language import Sentence

# Words between a verb and its "that": whom it is told to, and when.
HEARERS = frozenset(("DET", "ADJ", "NOUN", "PROPN", "PRON", "ADP", "NUM", "ADV"))
_TIMES = frozenset(
    "day night morning afternoon evening week month year time moment hour spring summer autumn winter".split()
)
TELLING = frozenset("tell assure inform warn notify remind".split())


def reported_claims(cast: Cast, quotations: list[Quotation]) -> Iterator[Claim]:
    for sentence in cast.reading.sentences:
        for token in sentence.span:
            if token.pos_ != "VERB" or any(quotation.holds(sentence.offset(token)) for quotation in quotations):
                continue
            lemma = verb_lemma(token.text)
            if lemma not in SAYING | CLAIMING or _unreal(token):
                continue
            span = _clause(sentence, token)
            whole = span is not None
            if span is None and lemma in CLAIMING:
                span = _object(token)
            if span is None:
                continue
            start, end = offsets_of(sentence, *span)
            if any(quotation.opens <= start and end <= quotation.closes for quotation in quotations):
                continue
            speaker = speaker_of(cast, sentence, token, quotations)
            if speaker is not None or subject_of(token) is not None:
                yield Claim(
                    start,
                    end,
                    speaker,
                    True,
                    whole and speaker is not None and len(cast.reading.report.text[start:end].split()) > 2,
                )


def _unreal(verb: Token) -> bool:
    """Words like "would say", "did not say": nobody has said it. "deny" is not among the verbs for the same reason."""
    return any(
        child.dep_ in ("aux", "advmod", "mark") and child.lower_ in UNREAL and child.i < verb.i
        for child in verb.children
    )


def _clause_before(sentence: Sentence, verb: Token) -> tuple[int, int] | None:
    """The rest of a sentence that ends in its source: "The bridge will open in May, the mayor said on Monday"."""
    subject = subject_of(verb)
    doc, first, stop = verb.doc, sentence.span.start, sentence.span.end
    while stop > first and doc[stop - 1].is_punct:
        stop -= 1
    if subject is None or not first + 3 < subject.left_edge.i < subject.i < verb.i or stop - verb.i > 8:
        return None
    comma = subject.left_edge.i - 1
    finite = any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in doc[first:comma])
    governs = any(child.dep_ == "ccomp" and child.i > verb.i for child in verb.children)
    if doc[comma].text != "," or not finite or governs or doc[comma - 1].text in ('"', "”"):
        return None
    return first, comma - 1


def _clause(sentence: Sentence, verb: Token) -> tuple[int, int] | None:
    """The first and last token of the clause that a verb of saying governs, or that it was put after a comma."""
    if (before := _clause_before(sentence, verb)) is not None:
        return before
    clauses = [child for child in verb.children if child.dep_ == "ccomp"]
    clause = next((child for child in clauses if child.i > verb.i), clauses[0] if clauses else None)
    if clause is None or clause.i < verb.i:
        told = _after_that(sentence, verb)
        if told is not None:
            return told
    if clause is not None:
        low, high = clause.left_edge.i, clause.right_edge.i
    elif verb.dep_ == "parataxis" and verb.head.i < verb.i:
        low, high = sentence.span.start, verb.left_edge.i - 1
        if verb.right_edge.i + 2 < sentence.span.end:
            return None
    else:
        return None
    span = verb.doc
    # Where a clause was parsed too short, its "that" still says where it begins.
    low = next((i + 1 for i in range(verb.i + 1, low) if span[i].lower_ == "that" and span[i].tag_ == "IN"), low)
    high = _with_quotation(verb, _to_its_verb(sentence, high) if low > verb.i else high, sentence.span.end)
    while low < high and (span[low].is_punct or _joins_clause(span[low])):
        low += 1
    if any(span[i].text == ":" and span[i + 1].text in ('"', "“") for i in range(low, high)):
        return None  # 'told them on 3 May: "We go."' has its words in quotation marks
    while high > low and span[high].is_punct and span[high].text not in '")”':
        high -= 1
    high = _closed(verb, low, high, sentence.span.end)
    for joined in clause.children if clause is not None else ():
        own = any(child.dep_ in ("nsubj", "nsubj:pass") and child.pos_ != "PROPN" for child in joined.children)
        claimed = any(child.dep_ == "ccomp" for child in joined.children)
        if joined.dep_ == "conj" and claimed and not own and verb_lemma(joined.text) in SAYING:
            high = joined.left_edge.i - 1  # "said that rain had fallen and warned that more would come"
    subject = subject_of(verb)
    inside = low <= verb.i <= high or (subject is not None and low <= subject.i <= high)
    head = clause if clause is not None else verb.head
    finite = any(child.dep_ in ("nsubj", "nsubj:pass", "expl") for child in head.children)
    return None if inside or not finite or span[low].pos_ == "CCONJ" else (low, high)


def _after_that(sentence: Sentence, verb: Token) -> tuple[int, int] | None:
    """What follows "told the council that", by the words alone: where the parse has no clause there."""
    doc, place = verb.doc, verb.i + 1
    while place < min(verb.i + 8, sentence.span.end) and doc[place].pos_ in HEARERS and doc[place].lower_ != "that":
        place += 1
    if place + 3 >= sentence.span.end or doc[place].lower_ != "that" or doc[place + 1].pos_ in ("VERB", "AUX"):
        return None
    if doc[place + 1].lower_ in CALENDAR | _TIMES:
        return None  # "told reporters that October"
    if place > verb.i + 1 and verb_lemma(verb.text) not in TELLING and doc[place - 1].tag_ != "NNP":
        return None  # "described the house that stood there"
    high = place + 1
    while high + 1 < sentence.span.end and doc[high + 1].text != ";":
        high += 1
    while high > place and doc[high].is_punct and doc[high].text not in '")”':
        high -= 1
    finite = any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in doc[place + 1 : high + 1])
    return (
        (place + 1, high) if finite and doc[place + 1].pos_ in ("PRON", "DET", "PROPN", "NOUN", "ADJ", "NUM") else None
    )


def _joins_clause(token: Token) -> bool:
    """Whether "that" opens a clause, whatever its tag: "said that smoke could be cut"; not "said that day was cold"."""
    if token.lower_ != "that":
        return False
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    named = following is not None and following.pos_ in ("NOUN", "PROPN", "ADJ", "NUM", "DET")
    return token.tag_ != "DT" or (named and following is not None and following.lower_ not in _TIMES)


def _to_its_verb(sentence: Sentence, high: int) -> int:
    """A clause cut short before its verb goes on: "that a fisherman, [Nils Berg, took them in]"."""
    doc, stop = sentence.span.doc, sentence.span.end
    comma = high + 1
    while comma + 1 < stop and comma < high + 5 and doc[comma + 1].text.istitle():
        comma += 1
    comma += 1 if comma > high + 1 else 0
    if comma + 1 >= stop or doc[high + 1].text != "," or doc[comma].text != ",":
        return high
    if doc[comma + 1].tag_ not in ("VBD", "VBZ", "MD"):
        return high
    while high + 1 < stop and doc[high + 1].text not in (";", "."):
        high += 1
    return high


def _closed(verb: Token, low: int, high: int, stop: int) -> int:
    """The end of a clause with the mark that closes quoted words in it."""
    doc = verb.doc
    marks = [token.text for token in doc[low : high + 1] if token.text in ('"', "“", "”")]
    opened = len(marks) % 2 == 1 and marks[-1] != "”"
    return (
        next((i for i in range(high + 1, min(stop, high + 3)) if doc[i].text in ('"', "”")), high) if opened else high
    )


def _with_quotation(verb: Token, high: int, stop: int) -> int:
    """A clause that ends at a comma before quoted words goes on to their end: 'that when it fell, "they stopped"'."""
    doc = verb.doc
    if high + 2 < stop and doc[high + 1].text == "," and doc[high + 2].text in ('"', "“"):
        return next((i for i in range(high + 3, stop) if doc[i].text in ('"', "”")), high)
    return high


def _object(verb: Token) -> tuple[int, int] | None:
    claimed = next((child for child in verb.children if child.dep_ == "obj" and child.i > verb.i), None)
    return (claimed.left_edge.i, claimed.right_edge.i) if claimed is not None and claimed.pos_ == "NOUN" else None


def offsets_of(sentence: Sentence, low: int, high: int) -> tuple[int, int]:
    doc = sentence.span.doc
    return sentence.offset(doc[low]), sentence.offset(doc[high]) + len(doc[high].text)


def according_claims(cast: Cast, quotations: list[Quotation]) -> Iterator[Claim]:
    for sentence in cast.reading.sentences:
        tokens = list(sentence.span)
        for position, token in enumerate(tokens[:-2]):
            if (
                token.lower_ != "according"
                or tokens[position + 1].lower_ != "to"
                or any(q.holds(sentence.offset(token)) for q in quotations)
            ):
                continue
            source = _source(tokens, position + 2)
            if source is None:
                continue
            if not may_speak(source) or (
                position and tokens[position - 1].lower_ in ("which", "that", "who", "but", "and")
            ):
                continue
            if position > 1 and tokens[position - 1].text == "," and tokens[position - 2].lower_ in ("which", "who"):
                continue
            beside = name_beside(cast, sentence, token.i + 2)
            speaker = beside or cast.speaker(sentence, source)
            begin, end = position, _phrase_end(tokens, source, position)
            quoted = [q for q in quotations if sentence.start <= q.opens and q.closes <= sentence.offset(token)]
            if position and quoted and sentence.offset(token) - quoted[-1].closes < 3:
                yield Claim(quoted[-1].start, quoted[-1].end, speaker, False)
            else:
                yield from _around(sentence, tokens, begin, end, speaker)


def _source(tokens: list[Token], position: int) -> Token | None:
    """The noun that "according to" is followed by."""
    for token in tokens[position : position + 10]:
        if token.pos_ in ("NOUN", "PROPN", "PRON") and token.dep_ not in (
            "compound",
            "nmod:poss",
            "amod",
            "det",
            "nmod:desc",
        ):
            return token
    return None


def _phrase_end(tokens: list[Token], source: Token, position: int) -> int:
    """The position after the attribution: at the next comma or full stop that closes it."""
    last = source.right_edge.i - tokens[0].i
    while last > position + 2 and tokens[min(last, len(tokens) - 1)].is_punct:
        last -= 1
    end = position + 2
    while end < len(tokens) and not (
        tokens[end].text in (",", ".", ";", "—", "–", "!", "?") and (end > last or tokens[end].text != ",")
    ):
        end += 1
    first = next((i for i in range(position + 2, end) if tokens[i].text == ","), end)
    if end + 1 < len(tokens) and tokens[end + 1].tag_ in ("VBD", "VBZ", "MD") and first < end:
        return first  # "According to Weiss, the leader, James Pirie, was ill": what follows the name is the subject
    return end


def _around(sentence: Sentence, tokens: list[Token], begin: int, end: int, speaker: str | None) -> Iterator[Claim]:
    offset = tokens[0].i
    stop = len(tokens)
    while stop > 0 and tokens[stop - 1].is_punct and tokens[stop - 1].text not in '")”':
        stop -= 1
    before = begin
    while before > 0 and tokens[before - 1].is_punct:
        before -= 1
    after = end
    while after < stop and tokens[after].is_punct:
        after += 1
    whole = speaker is not None and (before == 0 or after >= stop)
    if before > 2:
        yield Claim(*offsets_of(sentence, offset, offset + before - 1), speaker, True, whole)
    if stop - after > 2:
        yield Claim(*offsets_of(sentence, offset + after, offset + stop - 1), speaker, True, whole)
