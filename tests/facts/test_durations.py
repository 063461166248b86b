import pytest

from quizapp.facts.date_wording import duration_text
from quizapp.facts.durations import durations_in, parse_duration
from quizapp.reports import Passage, Report


def spans(text: str) -> list[tuple[str, object]]:
    report = Report("", text, (Passage(0, len(text), "paragraph"),))
    return [(text[mention.start : mention.end], mention.value) for mention in durations_in(report, [(0, len(text))])]


@pytest.mark.parametrize(
    ("sentence", "span", "value"),
    [
        ("The repairs took six months.", "six months", "P6M"),
        ("The trial ran for seven and a half months.", "seven and a half months", "P7M15D"),
        ("Exports shrank for five consecutive quarters.", "five consecutive quarters", "P15M"),
        ("Orders rose four quarters in a row.", "four quarters", "P12M"),
        ("A fortnight-long truce held.", "fortnight-long", "P2W"),
        ("The voyage lasted three days and six hours.", "three days and six hours", "P3DT6H"),
        ("An eight-hour wait followed.", "eight-hour", "PT8H"),
        ("They were owed three months' salary.", "three months", "P3M"),
        ("They were owed one month’s salary.", "one month", "P1M"),
        ("He slept for a fortnight.", "a fortnight", "P2W"),
        ("The speech ran to half an hour.", "half an hour", "PT30M"),
        ("It was two and a half years late.", "two and a half years", "P2Y6M"),
        ("She stayed a year and a half.", "a year and a half", "P1Y6M"),
        ("Healing takes five to eight weeks.", "five to eight weeks", ("P5W", "P8W")),
        ("Healing takes between 60 and 90 days.", "60 and 90 days", ("P60D", "P90D")),
        ("The town endured 18- to 20-hour blackouts.", "18- to 20-hour", ("PT18H", "PT20H")),
        ("Sentences run from six months to two years.", "six months to two years", ("P6M", "P2Y")),
        ("The ordinance held boys to 54 hours a week.", "54 hours", "PT54H"),
        ("It was laid down in 1906, a month before the bank failed.", "a month", "P1M"),
        ("The fever lasts a day or two.", "a day or two", ("P1D", "P2D")),
        ("It cut the shift of those under fourteen to 36 hours.", "36 hours", "PT36H"),
        ("The drought went on for a decade.", "a decade", "P10Y"),
        ("Their decade-long quarrel ended.", "decade-long", "P10Y"),
        ("The lake lay still for half a century.", "half a century", "P50Y"),
        ("Nobody spoke for some time.", "some time", None),
        ("Nobody spoke for years.", "years", None),
        ("Nobody spoke for several minutes.", "several minutes", None),
        ("The shop shut for a day.", "a day", "P1D"),
        ("It took 1 hour, 5 minutes and 3 seconds.", "1 hour, 5 minutes and 3 seconds", "PT1H5M3S"),
        ("A 90-second film was shown.", "90-second", "PT90S"),
        ("They spent two nights on a roof.", "two nights", "P2D"),
        ("Twelve hours a day is too much.", "Twelve hours", "PT12H"),
    ],
)  # fmt: skip
def test_a_duration_is_found_with_its_value(sentence: str, span: str, value: object) -> None:
    assert spans(sentence) == [(span, value)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Five days later it snowed.",
        "The comet moved by 2.5 seconds of arc and the mark lay 20 minutes of latitude north.",
        "Three quarters of the crop was lost.",
        "He left two years ago.",
        "An hour later the rain stopped.",
        "He was 54 years old, a 44-year-old said.",
        "Aged 54, she retired; a 200-year-old oak fell.",
        "The car did 90 kilometres an hour, twice a year.",
        "He walks four miles a day, seven days a week.",
        "The Six-Day War and the Seven Years' War differ.",
        "They own two second homes.",
        "One day he left.",
        "It is 2,000 light years away.",
        "He came second on the first day.",
        "On day 3 he rested.",
    ],
)
def test_an_age_a_rate_or_a_date_is_no_duration(sentence: str) -> None:
    assert spans(sentence) == []


def test_a_hedge_is_kept_beside_a_duration() -> None:
    text = "It took more than two years."
    [mention] = durations_in(Report("", text, ()), [(0, len(text))])
    assert (text[mention.start : mention.end], mention.hedge) == ("two years", "more than")


def test_over_a_stretch_of_years_is_no_hedge() -> None:
    text = "They must find the money over three years, though it took over six weeks, or nine weeks or so."
    report = Report("", text, (Passage(0, len(text), "paragraph"),))
    assert [mention.hedge for mention in durations_in(report, [(0, len(text))])] == [None, "over", "or so"]


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        ("8 hours", "PT8H", "8 hours"),
        ("three days and six hours", "P3DT6H", "3 days and 6 hours"),
        ("five to eight weeks", ("P5W", "P8W"), "5 to 8 weeks"),
        ("about two years", "P2Y", "2 years"),
        ("a decade", "P10Y", "10 years"),
        ("one day", "P1D", "1 day"),
    ],
)  # fmt: skip
def test_a_free_standing_duration_is_parsed_and_written(text: str, value: str | tuple[str, str], words: str) -> None:
    assert parse_duration(text) == value
    assert duration_text(value) == words
    assert parse_duration(words) == value


def test_what_is_no_duration_is_not_parsed() -> None:
    assert parse_duration("4,000 people") is None
