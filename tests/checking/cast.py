"""A small report, its facts, and one good question for each interaction: what the rules are tried on."""

from dataclasses import replace
from datetime import date

from quizapp.facts.fact import Fact, Mention, Place, Value, fact_id
from quizapp.questions import Difficulty, MapTarget, Option, Question
from quizapp.reports import Evidence, Report, report_from_text

TEXT = """Ferry service returns to the Sound of Harra

The island of Harra lost its only ferry on 14 March 2019, when the Maid of Orrin ran aground off Skarvik. \
About 340 passengers were taken off by fishing boats.

The council of Orrin County bought a second-hand ship, the Solan, for $6.4 million on 3 June 2020. Captain \
Edda Lund took the Solan from Bergen to Skarvik in 31 hours. Engineer Tomas Reid rebuilt its engines at Leith, \
and harbour master Ada Quill widened the quay.

"The island breathes again," said Edda Lund. According to Tomas Reid, at least 120 welds were renewed. "We had \
no time to lose," said Ada Quill.

The first crossing took place on 9 September 2020. In 2021 the Solan carried 48,200 passengers, and 51,900 in \
2022. A new terminal opened at Skarvik on 2 May 2023. Most of the freight still goes through Leith.
"""
REPORT: Report = report_from_text(TEXT, date(2023, 6, 1))


def span(quote: str) -> Evidence:
    start = REPORT.text.index(quote)
    return Evidence(start, start + len(quote), quote)


def _fact(kind: str, text: str, value: Value, **more: object) -> Fact:
    place = span(text)
    mention = Mention(kind, place.start, place.end, value, **more)  # type: ignore[arg-type]
    start = REPORT.text.rfind("\n", 0, place.start) + 1
    return Fact(fact_id(mention.kind, text, place.start), text, (start, place.end), mention)


LOSS = _fact("date", "14 March 2019", "2019-03-14")
PASSENGERS = _fact("figure", "340 passengers", 340, of="passengers", hedge="About")
PRICE = _fact("figure", "$6.4 million", 6_400_000, unit="USD")
PURCHASE = _fact("date", "3 June 2020", "2020-06-03")
PASSAGE = _fact("duration", "31 hours", "PT31H")
WELDS = _fact("figure", "120 welds", 120, of="welds", hedge="at least", speaker="Tomas Reid")
LUND = _fact("person", "Edda Lund", "Edda Lund", title="Captain")
REID = _fact("person", "Tomas Reid", "Tomas Reid", title="Engineer")
QUILL = _fact("person", "Ada Quill", "Ada Quill", role="harbour master")
CROSSING = _fact("date", "9 September 2020", "2020-09-09")
OPENING = _fact("date", "2 May 2023", "2023-05-02")
CARRIED = _fact("figure", "48,200 passengers", 48_200, of="passengers")
BERGEN = _fact("place", "Bergen", Place("Bergen", "city", "NO", 60.39, 5.32))
LEITH = _fact("place", "Leith", Place("Leith", "city", "GB", 55.97, -3.17))
SKARVIK = _fact("place", "Skarvik", Place("Skarvik", "city", "GB", 60.1, -1.3))
FACTS = (
    LOSS,
    PASSENGERS,
    PRICE,
    PURCHASE,
    PASSAGE,
    WELDS,
    LUND,
    REID,
    QUILL,
    CROSSING,
    OPENING,
    CARRIED,
    BERGEN,
    LEITH,
    SKARVIK,
)

LOST = "The island of Harra lost its only ferry on 14 March 2019, when the Maid of Orrin ran aground off Skarvik."
BOUGHT = "The council of Orrin County bought a second-hand ship, the Solan, for $6.4 million on 3 June 2020."
SAILED = "Captain Edda Lund took the Solan from Bergen to Skarvik in 31 hours."
BREATHES = '"The island breathes again," said Edda Lund.'
RENEWED = "According to Tomas Reid, at least 120 welds were renewed."
NO_TIME = '"We had no time to lose," said Ada Quill.'
CROSSED = "The first crossing took place on 9 September 2020."
YEARS = "In 2021 the Solan carried 48,200 passengers, and 51,900 in 2022."
OPENED = "A new terminal opened at Skarvik on 2 May 2023."


def ask(interaction: str, form: str, stem: str, topic: str, quote: str, *facts: Fact, **answers: object) -> Question:
    return Question(
        id=f"{interaction}-{form}",
        interaction=interaction,
        form=form,
        stem=stem,
        topic=topic,
        explanation=f"The report says: {quote}",  # type: ignore[arg-type]
        evidence=(span(quote),),
        facts=tuple(fact.id for fact in facts),
        difficulty=Difficulty(0.0, 1.0),
        **answers,  # type: ignore[arg-type]
    )


def options(*texts: str, key: int) -> tuple[Option, ...]:
    return tuple(
        Option("abcde"[at], text, at == key, f"This is what happened with {text} as it is told.")
        for at, text in enumerate(texts)
    )


WHEN = ask(
    "choice",
    "when",
    "When did the Maid of Orrin run aground off Skarvik?",
    "dates",
    LOST,
    LOSS,
    options=options("14 March 2019", "3 June 2020", "9 September 2020", key=0),
)
HOW_MANY = ask(
    "choice",
    "how many",
    "About how many people did fishing boats take off the Maid of Orrin?",
    "figures",
    "About 340 passengers were taken off by fishing boats.",
    PASSENGERS,
    options=options("260", "340", "420", key=1),
)
WHO_SAID = ask(
    "choice",
    "who said",
    "Who said that “the island breathes again”?",
    "speech",
    BREATHES,
    LUND,
    options=options("Edda Lund", "Tomas Reid", "Ada Quill", key=0),
)
HOW_LONG = ask(
    "choice",
    "how long",
    "How long did Captain Edda Lund take from Bergen to Skarvik in the Solan?",
    "figures",
    SAILED,
    PASSAGE,
    options=options("19 hours", "25 hours", "31 hours", key=2),
)
TRUE_FALSE = ask(
    "true_false",
    "statement",
    "The council of Orrin County bought the Solan on 3 June 2020.",
    "dates",
    BOUGHT,
    PURCHASE,
    options=(
        Option("true", "True", True, "It did so that day."),
        Option("false", "False", False, "It was that very day."),
    ),
)
FALSEHOOD = ask(
    "true_false",
    "swap",
    "The council of Orrin County bought the Solan on 9 September 2020.",
    "dates",
    BOUGHT,
    PURCHASE,
    options=(
        Option("true", "True", False, "That was the first crossing."),
        Option("false", "False", True, "It was on 3 June."),
    ),
)
NUMERIC = ask(
    "numeric",
    "how many",
    "How many million dollars did the council of Orrin County pay for the Solan?",
    "figures",
    BOUGHT,
    PRICE,
    value=6.4,
    tolerance=0.05,
)
WELDED = ask(
    "numeric",
    "claim",
    "According to Tomas Reid, at least how many welds were renewed?",
    "figures",
    RENEWED,
    WELDS,
    value=120,
    tolerance=0,
)
TYPED = ask(
    "text", "who", "Who took the Solan from Bergen to Skarvik?", "people", SAILED, LUND, accepted=("Edda Lund", "Lund")
)
CLOZE = ask(
    "cloze", "cloze", "A new terminal opened at ____ on 2 May 2023.", "places", OPENED, SKARVIK, accepted=("Skarvik",)
)
ORDERING = ask(
    "ordering",
    "timeline",
    "Put these events in order, the earliest first.",
    "sequence",
    LOST,
    LOSS,
    PURCHASE,
    CROSSING,
    OPENING,
    options=(
        Option("a", "A new terminal opened at Skarvik.", evidence=(span(OPENED),)),
        Option("b", "The Maid of Orrin ran aground.", evidence=(span(LOST),)),
        Option("c", "The Solan was bought.", evidence=(span(BOUGHT),)),
        Option("d", "The first crossing of the Solan took place.", evidence=(span(CROSSED),)),
    ),
    order=("b", "c", "d", "a"),
)
MATCHING = ask(
    "matching",
    "who said what",
    "Who said what about the new ferry?",
    "speech",
    BREATHES,
    LUND,
    QUILL,
    options=(
        Option("a", "Edda Lund", side="left", evidence=(span(BREATHES),)),
        Option("b", "Ada Quill", side="left", evidence=(span(NO_TIME),)),
        Option("c", "“We had no time to lose”", side="right"),
        Option("d", "“The island breathes again”", side="right"),
    ),
    pairs=(("a", "d"), ("b", "c")),
)
MAP = ask(
    "map",
    "where",
    "From where did Edda Lund bring the Solan in 31 hours?",
    "places",
    SAILED,
    BERGEN,
    options=options("Bergen", "Leith", "Orrin", key=0),
    place=MapTarget("a", 60.39, 5.32, 40.0),
)
GOOD = (
    WHEN,
    HOW_MANY,
    WHO_SAID,
    HOW_LONG,
    TRUE_FALSE,
    FALSEHOOD,
    NUMERIC,
    WELDED,
    TYPED,
    CLOZE,
    ORDERING,
    MATCHING,
    MAP,
)


def texts(question: Question, *texts: str, key: int) -> Question:
    """The question with other options."""
    return replace(question, options=options(*texts, key=key))


def stem(question: Question, text: str) -> Question:
    return replace(question, stem=text)


def one_option(question: Question, at: int, **changes: object) -> Question:
    changed = [replace(option, **changes) if n == at else option for n, option in enumerate(question.options)]  # type: ignore[arg-type]
    return replace(question, options=tuple(changed))
