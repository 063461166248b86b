"""Where a sentence certainly begins and where it cannot, settled before the parser, which decides the rest.

Edited text ends its sentences with a full stop, a question or an exclamation mark, so most of the places where a parser
might split by mistake can be ruled out: within a quotation that goes on in lower case, after "Col.", in "No. 5".
"""

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.util import compile_infix_regex

# Shortened titles that English spelling rules of spaCy do not know; a sentence never ends in one.
TITLES = """
Amb. Ald. Brig. Capt. Cdr. Cllr. Cmdr. Col. Cpl. Det. Fr. Hon. Insp. Lt. Maj. Pres. Pte. Pvt. Sgt. Supt. Sr. Mt. Ft.
""".split()
NEVER_LAST = frozenset(title.lower() for title in TITLES) | frozenset(
    """
    mr. mrs. ms. messrs. dr. prof. gen. adm. gov. rep. sen. rev. st. vs. v. e.g. i.e. cf. viz. ca. approx. fig. vol.
    """.split()
)
# These end a sentence only now and then: in "U.S. Army" and "6 p.m. Monday" they do not.
SOMETIMES_LAST = frozenset(
    """
    u.s. u.s.a. u.k. u.n. e.u. d.c. a.m. p.m. inc. corp. co. ltd. bros. jr. etc. al. ph.d. b.c. a.d. b.c.e. c.e.
    jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. calif. fla. mass. tenn. ave. blvd. rd. dept. univ. est.
    """.split()
)
# A capital on one of these shows that a sentence begins; on another word it may be a name.
OPENING_WORDS = frozenset(
    """
    the a an this that these those he she it they we i you his her its their our my in on at by for from with after
    before during since until when while where although though if as but and or yet however meanwhile there here
    both what who why how which then according another some several many most more about nearly only no
    one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundreds thousands dozens
    """.split()
)
NUMBERED = frozenset(["no.", "nos.", "art.", "sec.", "p.", "pp.", "vol.", "ch.", "fig."])
FINAL = frozenset([".", "!", "?", "…", "...", "?!", "!?", "!!", "??", "....", ".."])
# An opening quote set by mistake after a full stop, with no space between, closes.
CLOSING = frozenset(['"', "”", "“", "’", "'", "''", ")", "]", "»"])
REFERENCE_INFIXES = (r"[.!?,;](?=\[\d)", r"(?<=[.!?,;\]])\[(?=\d)", r"\](?=\[\d)")
# Nothing can begin after a word that ends in none of these.
ENDINGS = frozenset(".!?…*:" + "\"”“’')]»")
OPENING = frozenset(['"', "“", "‘", "'", "``", "(", "[", "«"])


def adapt_tokenizer(nlp: Language) -> None:
    """Keep the full stop of a shortened title within its token; split off references, as in "in 1805.[4]"."""
    for title in TITLES:
        nlp.tokenizer.add_special_case(title, [{"ORTH": title}])  # type: ignore[union-attr]  # it is spaCy's own
    infixes = [*(nlp.Defaults.infixes or ()), *REFERENCE_INFIXES]
    nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer  # type: ignore[union-attr]  # as above


def set_boundaries(doc: Doc) -> Doc:
    """Mark each token that certainly opens a sentence, or certainly does not; leave the others open."""
    numbered = [doc[token.i : token.i + 2] for token in doc[:-2] if _is_number_sign(token)]
    if numbered:
        with doc.retokenize() as retokenizer:
            for span in numbered:
                retokenizer.merge(span)
    before = doc[0].text[-1] if len(doc) else ""
    for token in doc[1:]:
        opens = opens_sentence(token) if before in ENDINGS else False
        if opens is not None:
            token.is_sent_start = opens
        if not token.is_space:
            before = token.text[-1]
    return doc


@Language.factory("quizapp_boundaries")
def create_boundaries(nlp: Language, name: str) -> object:
    """The rules as a part of a pipeline."""
    return set_boundaries


def opens_sentence(token: Token) -> bool | None:
    """True, False, or None where only the grammar can tell."""
    if token.is_space or not _spaced(token) or _is_reference(token):
        return False
    last = _previous(token)
    if last is None:
        return None
    closed = False
    last = _before_references(last)
    while last.text in CLOSING and last.i > 0 and _closes(last):
        closed = True
        last = last.nbor(-1)
    if last.text == ":" or last.text == ";":
        return False
    ends = _ends(last, token)
    if ends is False:
        return False
    first = _first_word(token)
    if first is None or (first.text[0].islower() and first.text.islower()):
        return False if first is not None or token.text in CLOSING else None
    if ends is None or last.text in ("!", "…", "..."):
        return None
    if last.text == "?" and closed:
        return None
    return True if first.text[0].isupper() else None


def _is_number_sign(token: Token) -> bool:
    """Whether "No", "." and a number begin here, which the tokenizer leaves apart."""
    return token.lower_ in ("no", "nos") and token.nbor(1).text == "." and token.nbor(2).text[0].isdigit()


def _previous(token: Token) -> Token | None:
    """The token before, white space aside."""
    for index in range(token.i - 1, -1, -1):
        if not token.doc[index].is_space:
            return token.doc[index]
    return None


def _is_reference(token: Token) -> bool:
    """Whether a reference such as "[17]" begins here."""
    return token.text == "[" and token.i + 2 < len(token.doc) and token.nbor(1).is_digit and token.nbor(2).text == "]"


def _before_references(last: Token) -> Token:
    """The token before the references that encyclopedias set after the full stop."""
    while last.i > 2 and last.text == "]" and _is_reference(last.nbor(-2)):
        last = last.nbor(-3)
    return last


def _spaced(token: Token) -> bool:
    before = token.nbor(-1)
    return bool(before.whitespace_) or before.is_space


def _closes(token: Token) -> bool:
    """Whether a quote stands at the end of what it quotes: nothing between it and the word before."""
    return token.i > 0 and not token.nbor(-1).whitespace_ and not token.nbor(-1).is_space


def _first_word(token: Token) -> Token | None:
    """The first token from here on that is not an opening quote or bracket."""
    for index in range(token.i, min(token.i + 4, len(token.doc))):
        if token.doc[index].text not in OPENING:
            return token.doc[index]
    return None


def _ends(last: Token, following: Token) -> bool | None:
    """Whether a sentence may end with ``last``: yes, no, or None for perhaps."""
    word = last.lower_
    if last.text == "." and last.i > 0 and not last.nbor(-1).whitespace_:
        # The tokenizer splits "Dept." and the like, which it does not know.
        joined = last.nbor(-1).lower_ + "."
        if joined in NEVER_LAST or joined in SOMETIMES_LAST or (len(joined) == 2 and last.nbor(-1).text.isupper()):
            word = joined
    if word in NEVER_LAST or (word in NUMBERED and following.text[0].isdigit()):
        return False
    first = _first_word(following)
    plain = first is not None and first.lower_ in OPENING_WORDS
    if word in SOMETIMES_LAST:
        return plain
    if len(word) == 2 and word[1] == "." and word[0].isalpha():
        return None if plain else False
    if last.text in FINAL:
        return True
    return None if len(word) > 2 and word[-1] in ".!?" else False
