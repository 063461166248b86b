"""Rules on the wording of options: 15 to 19 what not to offer, 21 to 24 cues that give the key away."""

import re

from quizapp.checking.case import Case
from quizapp.checking.problem import Finding, Findings
from quizapp.checking.words import BLANK, LEADING_HEDGE, QUOTED, content, stems, tokens, unquoted
from quizapp.facts.fact import Place

ALL_OR_NONE = re.compile(
    r"\b(?:all|none|any|both|neither|either) of (?:the |these |those )?(?:above|below|these|those|them|options|"
    r"answers|previous)\b|"
    r"\b(?:all|none) of (?:the )?above\b|^(?:all|none|neither|both) of (?:these|those|them)$",
    re.IGNORECASE,
)
COMBINATION = re.compile(
    r"\bboth (?:\(?[a-e]\)?|[1-5]) and (?:\(?[a-e]\)?|[1-5])\b|^\(?(?:[A-Ea-e]|[1-5]|I{1,3}|IV)\)?,? (?:and|or|"
    r"&) \(?(?:[A-Ea-e]|[1-5]|I{1,3}|IV)\)?"
    r"(?: only)?$|\b[A-E] and [A-E] only\b|\b(?:options?|answers?) \(?[a-e1-5]\)? (?:and|or) \(?[a-e1-5]\)?",
    re.IGNORECASE,
)
TRUE_STEM = re.compile(
    r"\bwhich (?:one )?(?:of (?:the following|these|the) )?(?:\w+ )?(?:statements?|claims?|"
    r"sentences?)\b.*\b(?:true|correct|false|right|wrong|accurate)\b|"
    r"\bwhich of (?:the following|these) (?:is|are|was|were) (?:true|correct|false|accurate|right|wrong)\b|"
    r"\b(?:what|which) (?:is|are) (?:true|correct|false)\b",
    re.IGNORECASE,
)
FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|did|does|do|will|would|can|could|became|began|said)\b|\w{3,}ed\b", re.IGNORECASE
)
ABSOLUTE = re.compile(
    r"\b(?:always|never|invariably|absolutely|completely|entirely|totally|without exception|"
    r"under no circumstances|in every case|"
    r"everyone|everybody|no one|nobody|everything|impossible)\b",
    re.IGNORECASE,
)
VAGUE = re.compile(
    r"\b(?:often|frequently|usually|sometimes|rarely|seldom|occasionally|generally|typically|many|several|few|"
    r"numerous|various|"
    r"a lot|lots|plenty|most|some(?! (?:\d|an? (?:hundred|thousand|million)|(?:one|two|three|four|five|six|seven|"
    r"eight|nine|ten|"
    r"\w+teen|\w+ty|\w+ty-\w+) ))|hundreds|thousands|dozens|scores|a handful|a couple)\b"
)
PLURAL_VERB = re.compile(r"^(?:who|which|what)\b[^?]{0,60}?\b(?:were|are|have)\b", re.IGNORECASE)


def no_all_or_none(case: Case) -> Findings:
    """15"""
    for option in case.question.options:
        if ALL_OR_NONE.search(option.text):
            yield Finding(f"options.{option.id}.text", f"Replace “{option.text}” with an answer of its own.")


def no_combinations(case: Case) -> Findings:
    """16"""
    for option in case.question.options:
        if case.offers and COMBINATION.search(option.text.strip()):
            yield Finding(f"options.{option.id}.text", f"Replace “{option.text}” with one answer.")


def options_are_no_statements(case: Case) -> Findings:
    """17: no true/false statements as options, nor True and False themselves."""
    if not case.offers or case.question.interaction != "choice":
        return
    texts = [option.text for option in case.question.options]
    sentences = [_is_sentence(text) for text in texts]
    if (
        TRUE_STEM.search(case.question.stem)
        or all(sentences)
        or {text.casefold().strip(".") for text in texts} == {"true", "false"}
    ):
        yield Finding("options", "Ask for one fact: options that are each true or false make several questions of one.")


def _is_sentence(text: str) -> bool:
    """A clause with a subject and a finite verb, not a quotation."""
    if QUOTED.search(text) or len(tokens(text)) < 4 or not text[:1].isupper():
        return False
    verb = FINITE.search(text)
    return verb is not None and verb.start() > 0 and (text.rstrip().endswith(".") or len(tokens(text)) >= 6)


def no_absolutes(case: Case) -> Findings:
    """18"""
    for option in case.question.options if case.offers else ():
        found = ABSOLUTE.search(unquoted(option.text))
        if found:
            yield Finding(f"options.{option.id}.text", f"Take “{found[0]}” out of the option: absolutes are a cue.")


def no_vague_quantities(case: Case) -> Findings:
    """19"""
    for option in case.question.options if case.offers else ():
        text = unquoted(option.text)
        found = VAGUE.search(text[:1].lower() + text[1:])
        if found:
            yield Finding(f"options.{option.id}.text", f"Say how many or how often instead of “{found[0]}”.")


def key_does_not_echo_the_stem(case: Case) -> Findings:
    """21: no word of the stem in the key alone."""
    key = case.question.key
    if not case.offers or key is None:
        return
    echoed = content(case.question.stem) & content(key.text)
    alone = echoed - frozenset().union(*(content(option.text) for option in case.distractors))
    if alone:
        word = next(token for token in tokens(key.text) if content(token) & alone)
        yield Finding(
            "stem", f"Take “{word}” out of the stem or the key, or put it into another option: it gives the key away."
        )


def grammar_gives_nothing_away(case: Case) -> Findings:
    """22: a or an before the answer, singular or plural, tense."""
    key = case.key_index
    if not case.offers or key is None or len(case.question.options) < 3:
        return
    texts = [option.text for option in case.question.options]
    if re.search(r"\b(?:a|an)\s*(?:_{2,}|\?|:|$)", case.question.stem) and len({_vowel(text) for text in texts}) > 1:
        yield Finding("stem", "Write a/an into the options: at the end of the stem it rules some out.")
    if any(not found.is_words for found in case.meanings):
        return
    forms: dict[str, list[object]] = {
        "number": [_plural(text) for text in texts],
        "tense": [_tense(text) for text in texts],
    }
    for what, marks in forms.items():
        if marks[key] is not None and marks.count(marks[key]) == 1 and None not in marks and len(set(marks)) == 2:
            yield Finding("options", f"Put another option into the same {what} as the key: the key alone has it.")


def _vowel(text: str) -> bool:
    return text[:1].casefold() in "aeiou"


def _plural(text: str) -> bool | None:
    """Whether a common noun phrase is plural; None for names and anything else."""
    words = tokens(text)
    if not words or any(word[0].isupper() for word in words[-1:]) or words[0][0].isdigit():
        return None
    head = re.split(r"\b(?:of|in|from|with|for|at|on|by|who|that|which)\b", text)[0].split()
    last = head[-1].casefold() if head else ""
    return (last.endswith("s") and not last.endswith(("ss", "us", "is"))) or last in (
        "people",
        "men",
        "women",
        "children",
        "police",
    )


def _tense(text: str) -> str | None:
    """The form of a verb that begins an option, where it shows."""
    first = text.split()[0] if text.split() else ""
    if not re.fullmatch(r"[a-z]+", first) or len(text.split()) < 2:
        return None
    if first.endswith("ed") and len(first) > 4:
        return "past"
    if first.endswith("ing") and len(first) > 5:
        return "progressive"
    return "infinitive" if first == "to" else "future" if first == "will" else None


def key_is_not_where_options_converge(case: Case) -> Findings:
    """23: a text key is not the one option that shares the most words with the others."""
    key = case.key_index
    options = case.question.options
    if not case.offers or key is None or len(options) < 3 or any(not found.is_words for found in case.meanings):
        return
    words = [content(option.text) for option in options]
    everywhere = frozenset.intersection(*words)
    shared = [
        sum(len((words[one] - everywhere) & words[other]) for other in range(len(options)) if other != one)
        for one in range(len(options))
    ]
    if shared[key] >= 1 and all(shared[key] > count for at, count in enumerate(shared) if at != key):
        yield Finding("options", "Let the distractors share words with one another: the key shares the most of all.")


def no_option_stands_alone(case: Case) -> Findings:
    """24: no option is alone in its kind among three or more."""
    options = case.question.options
    if not case.offers or len(options) < 3:
        return
    texts = [option.text for option in options]
    facts = [case.fact_of_text(text) for text in texts]
    classes = [fact.value.place_class if fact and isinstance(fact.value, Place) else None for fact in facts]
    shapes: dict[str, list[object]] = {
        "with a number": [bool(re.search(r"\d", LEADING_HEDGE.sub("", text))) for text in texts],
        "that is a name": [bool(re.match(r"(?:the )?[A-Z]", text)) for text in texts],
        "in capitals": [bool(re.fullmatch(r"[A-Z]{2,6}", text)) for text in texts],
        "of its class of place": list(classes) if None not in classes else [None],
        "of more than one sentence or line": [len(stems(text)) > 12 for text in texts],
    }
    for what, marks in shapes.items():
        lone = [at for at, mark in enumerate(marks) if marks.count(mark) == 1]
        if len(lone) == 1 and len(marks) > 2:
            yield Finding(
                f"options.{options[lone[0]].id}",
                f"Replace “{texts[lone[0]]}”, or the rest: it is the only option {what}.",
            )


def blank_has_no_article_cue(case: Case) -> Findings:
    """22, for a person: "a ____" tells that the answer begins with a consonant."""
    if case.question.interaction == "cloze" and re.search(
        rf"\b(?:a|an)\s+{BLANK.pattern}", case.question.stem, re.IGNORECASE
    ):
        yield Finding("stem", "See whether a or an before the blank gives too much away.")
