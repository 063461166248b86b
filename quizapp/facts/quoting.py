"""Which quotations are somebody's words, and whose: the verb of saying after them or before them."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from quizapp.facts.claims import Claim, name_beside, speaker_of, tokens_between, told_to_subject
from quizapp.facts.clues import verb_lemma
from quizapp.facts.quotations import Quotation
from quizapp.facts.speakers import Cast, may_speak
from quizapp.facts.speech_words import QUOTING_ONLY
from quizapp.facts.titles import SAYING
from quizapp.language import Sentence

QUOTING = SAYING | QUOTING_ONLY
TERMINATOR = re.compile(r"[.!?…]['\"’”)]*\s|\n")
ABBREVIATED = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Capt|Prof|Rev|Sgt|[A-Z])\.(?=\s)")
ATTRIBUTION_WORDS = 14
# Between two halves of what somebody says; it may tell at length who they are.
DIVIDING_WORDS = 24


def quoted_claims(cast: Cast, quotations: list[Quotation]) -> Iterator[Claim]:
    text = cast.reading.report.text
    previous: tuple[Quotation, str | None] | None = None
    for index, quotation in enumerate(quotations):
        following = quotations[index + 1].opens if index + 1 < len(quotations) else None
        limit = cast.reading.report.passages[quotation.passage].end
        after_end = min(limit, following) if following is not None and following < limit else limit
        floor = cast.reading.report.passages[quotation.passage].start
        if index and quotations[index - 1].passage == quotation.passage:
            floor = quotations[index - 1].closes
        after = _verb_after(cast, quotation, after_end)
        verb = after or _verb_before(cast, quotation, floor)
        if verb is not None:
            beside = _subject_beside(cast, quotation, *after) if after is not None else _subject_before(cast, *verb)
            speaker = beside or speaker_of(cast, *verb, quotations)
        elif previous is not None and _goes_on(text, previous, quotation):
            speaker = previous[1]
        else:
            speaker = None
        uttered = _is_utterance(text, quotation, verb is not None or speaker is not None, cast, floor)
        if uttered or verb is not None:
            previous = (quotation, speaker)
        if uttered:
            yield Claim(quotation.start, quotation.end, speaker, False)


def _subject_beside(cast: Cast, quotation: Quotation, sentence: Sentence, verb: Token) -> str | None:
    """The speaker by the order of the words, which is surer here than the parse: '"…," the officer said'."""
    if told_to_subject(verb):
        return None
    stretch = tokens_between(cast, quotation.closes, sentence.offset(verb))
    between = [token for _, token in stretch if not token.is_punct]
    if not between:
        beside = name_beside(cast, sentence, verb.i + 1)
        if beside is not None:
            return beside
        between = list(verb.doc[verb.i + 1 : min(verb.i + 8, sentence.span.end)])
    subject = _first_noun(cast, sentence, between)
    return cast.speaker(sentence, subject) if subject is not None and may_speak(subject) else None


def _first_noun(cast: Cast, sentence: Sentence, tokens: list[Token]) -> Token | None:
    """The head of the noun phrase that the words begin with."""
    head: Token | None = None
    for token in tokens:
        if token.text == "-" or (head is not None and token.i and token.nbor(-1).text == "-"):
            continue  # "director-general Ann Lee"
        if cast.name_at(sentence.offset(token)) is not None and (head is None or head.pos_ != "PRON"):
            return token
        if head is not None and token.pos_ not in ("NOUN", "PROPN"):
            break
        if token.pos_ in ("NOUN", "PROPN", "PRON"):
            head = token
        elif token.pos_ not in ("DET", "ADJ", "ADV", "NUM", "PART"):
            break
    return head


def _subject_before(cast: Cast, sentence: Sentence, verb: Token) -> str | None:
    """ "Maria Lopez, the agency's head, announced: …": the one person named before a verb after a comma."""
    if verb.i == sentence.span.start or verb.doc[verb.i - 1].text != "," or told_to_subject(verb):
        return None
    people = {
        cast.first_full(name)
        for token in verb.doc[sentence.span.start : verb.i]
        if (name := cast.name_at(sentence.offset(token))) is not None and name.kind == "person"
    }
    return people.pop() if len(people) == 1 else None


def _goes_on(text: str, previous: tuple[Quotation, str | None], quotation: Quotation) -> bool:
    """Whether a quotation that has no verb of its own carries on the one before: '"A," he said. "B."'"""
    if quotation.continued:
        return True
    before = previous[0]
    between = ABBREVIATED.sub("", text[before.closes : quotation.opens])
    if before.passage != quotation.passage:
        return False
    return not between.strip() or (len(between.split()) <= DIVIDING_WORDS and len(TERMINATOR.findall(between)) <= 1)


def _verb_after(cast: Cast, quotation: Quotation, end: int) -> tuple[Sentence, Token] | None:
    text = cast.reading.report.text
    last = text[quotation.closes - 2 : quotation.closes - 1]
    if last not in (",", "?", "!", "…", "—", "-") and text[quotation.closes : quotation.closes + 1] != ",":
        return None
    for count, (sentence, token) in enumerate(tokens_between(cast, quotation.closes, end)):
        if count > ATTRIBUTION_WORDS or token.text in (".", "!", "?", ";"):
            return None
        if (
            verb_lemma(token.text) in QUOTING
            and token.pos_ in ("VERB", "AUX", "PROPN", "NOUN")
            and token.tag_ != "VBG"
            and token.tag_ != "NNS"
        ):
            return sentence, token
    return None


def _verb_before(cast: Cast, quotation: Quotation, floor: int) -> tuple[Sentence, Token] | None:
    text = cast.reading.report.text
    breaks = list(TERMINATOR.finditer(text, floor, quotation.opens))
    # "Mr. Smith said" has a full stop too: a break counts only before a capital or a mark, and not after a title.
    begin = next(
        (
            found.end()
            for found in reversed(breaks)
            if not re.search(r"\b(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|[A-Z])\.\s$", text[: found.end()][-6:])
        ),
        floor,
    )
    verbs = [
        (sentence, token)
        for sentence, token in tokens_between(cast, begin, quotation.opens)
        if token.pos_ in ("VERB", "AUX") and verb_lemma(token.text) in QUOTING
    ]
    if not verbs:
        return None
    lead = text[begin : quotation.opens].rstrip()
    near = (
        lead.endswith((",", ":", "that", "as", "—"))
        or len(text[verbs[-1][0].offset(verbs[-1][1]) : quotation.opens].split()) <= 12
    )
    return verbs[-1] if near else None


def _is_utterance(text: str, quotation: Quotation, attributed: bool, cast: Cast, floor: int) -> bool:
    words = text[quotation.start : quotation.end].split()
    if not words:
        return False
    lead = text[max(floor, quotation.opens - 30) : quotation.opens].rstrip()
    direct = bool(re.search(r"[,:]$", lead)) or not lead or lead[-1] in '.!?”"' or lead.endswith("that")
    if attributed and direct:
        return True
    if len(words) < 3:
        return False
    if all(
        word[0].isupper() or word in ("the", "of", "and", "a", "in", "on", "to", "for")
        for word in words
        if word[0].isalpha()
    ):
        return False  # the title of a work
    if attributed or quotation.continued:
        return True
    ends = text[quotation.end - 1] in ".!?…," or text[quotation.closes - 2] in ",.!?"
    verbs = any(token.pos_ in ("VERB", "AUX") and token.tag_ in ("VBD", "VBZ", "VBP", "MD") for _, token in
                tokens_between(cast, quotation.start, quotation.end))  # fmt: skip
    return verbs and ends and direct
