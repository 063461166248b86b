"""Dates in whole stories: which day a leaning date means once plans, asides and the report's own day are about."""

from datetime import date

import pytest

from quizapp.facts.dates import find_dates
from quizapp.facts.fact import Mention
from quizapp.language import read
from quizapp.reports import Passage, Report


def found(text: str, published: date | None = None) -> dict[str, Mention]:
    passages, place = [], 0
    for paragraph in text.split("\n\n"):
        passages.append(Passage(place, place + len(paragraph), "paragraph"))
        place += len(paragraph) + 2
    mentions = find_dates(read(Report("", text, tuple(passages), published)))
    return {text[mention.start : mention.end]: mention for mention in mentions}


def value(text: str, span: str, published: date | None = None) -> object:
    return found(text, published)[span].value


PUBLISHED = date(2019, 11, 7)  # a Thursday


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        ("The pilot, who has flown the route since the summer of 2011, was unhurt. Flights until next Monday are off.",
         "next Monday", "2019-11-11"),
        ("She has run the bank since the autumn of 2008. A new branch was opened on 20 September.",
         "20 September", "2019-09-20"),
        ("The dam was built in 1956. It burst on Tuesday.", "Tuesday", "2019-11-05"),
        ("He has led the party since the spring of 2014. Results are expected in early February.",
         "early February", "2020-02-01/2020-02-10"),
        ("The firm has until the end of March to answer.", "end of March", "2020-03-21/2020-03-31"),
        ("A hearing opens on Monday.", "Monday", "2019-11-11"),
        ("Growth may slow, in the view of figures released on Tuesday.", "Tuesday", "2019-11-05"),
        ("The set will be shipped in February.", "February", "2020-02"),
        ("The rival has been trying to buy it since December.", "December", "2018-12"),
        ("In January they will pour the first concrete.", "January", "2020-01"),
        ("The barge was due at noon on Monday. It left last Monday.", "last Monday", "2019-11-04"),
        ("The barge struck a pier last Sunday. It was due here on Sunday.", "Sunday", "2019-11-03"),
        ("By Tuesday divers had found the wreck.", "Tuesday", "2019-11-05"),
        ("The council meets on the 19th.", "19th", "2019-11-19"),
        ("The tug was seen off the point on the 30th with two barges.", "30th", "2019-10-30"),
    ],
)  # fmt: skip
def test_news_returns_to_its_own_time(text: str, span: str, expected: str) -> None:
    assert value(text, span, PUBLISHED) == expected


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        ("The walk-out began on 8 May 1926. No one will be sacked before the end of 1930. On 19 May police cleared "
         "the gates.", "19 May", "1926-05-19"),
        ("The mill burned on 3 April 1911. By dusk on the 4th two streets were gone.", "dusk on the 4th", "1911-04-04"),
        ("They marched on 28 April 1645 and reached the river on the 2nd.", "2nd", "1645-05-02"),
        ("The line was cut on 9 June 1903 and reopened on 2 March of the next year.", "2 March of the next year",
         "1904-03-02"),
        ("They came home on 20 May 1934. The rival party had left four days before that.", "four days before that",
         "1934-05-16"),
        ("The fair fell on 6 June 1925, a Saturday.", "Saturday", "1925-06-06"),
        ("They met in 1925. On 6 June, a Saturday, they parted.", "Saturday", "1925-06-06"),
        ("It ran until the last day of April 1925.", "last day of April 1925", "1925-04-30"),
        ("It opened on 4 June 1908. It will report in mid-August, and a vote is due two weeks later.",
         "two weeks later", None),
        ("On Friday, 9 June, they met. The plan takes effect on 1 May 2018.", "Friday, 9 June", "2017-06-09"),
        ("The tower dates from about 1340. Yesterday it fell. Digging had started on 6 May.", "1340", "1340"),
        ("The tower dates from about 1340.\n\nYesterday it fell.\n\nDigging had started on 6 May.", "6 May", None),
        ("They sailed in July 1890. The ice held them until the summer.", "summer", None),
        ("They struck on 4 March 1912. By the end of the month all was quiet.", "end of the month",
         "1912-03-21/1912-03-31"),
        ("They left on 4 March 1912. In late April they landed. Three days later it froze.", "Three days later", None),
    ],
)  # fmt: skip
def test_a_story_lends_its_day_only_to_what_follows_from_it(text: str, span: str, expected: str | None) -> None:
    assert value(text, span) == expected


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        ("The tram left on 3 May 1912 at 4.10 p.m. It was empty when, at 5.30 p.m., it left the rails.", "5.30 p.m.",
         "1912-05-03T17:30"),
        ("The deed was signed on 3 May 1912. The mayor spoke at noon.", "noon", "1912-05-03T12:00"),
        ("On the evening of 5 May 1912 she fell ill. By ten o'clock she was dead.", "ten o'clock", "1912-05-05T22:00"),
        ("The tram left on 3 May 1912 at 4.10 p.m. Divers raised it at 2.20 a.m. in the rain.", "2.20 a.m.", "T02:20"),
        ("It opened on 3 May 1912. It opens every day at 9 a.m. in summer.", "9 a.m.", "T09:00"),
        ("It was closed on 3 May 1912. Boys worked from five in the morning until eight at night.",
         "five in the morning until eight at night", "T05:00/T20:00"),
        ("The boiler burst at ten minutes past three in the morning.", "ten minutes past three in the morning",
         "T03:10"),
        ("They met on 3 May 1912. At nine that evening they parted.", "nine that evening", "1912-05-03T21:00"),
    ],
)  # fmt: skip
def test_a_time_of_day_takes_the_day_that_the_story_has_come_to(text: str, span: str, expected: str) -> None:
    assert value(text, span) == expected


def test_the_dateline_settles_no_time_of_day() -> None:
    text = "CORK, 7 November 2019 - A bus fell into the river at 5.20 p.m. in fog."
    assert value(text, "5.20 p.m.", PUBLISHED) == "T17:20"


@pytest.mark.parametrize(
    ("sentence", "span", "expected"),
    [
        ("The board of 1836 questioned dozens of nurses.", "1836", "1836"),
        ("Between 1996 and 2003 the prints changed hands.", "1996 and 2003", "1996/2003"),
        ("The psalter dates from about 1012 and is whole.", "1012", "1012"),
        ("The hall was raised in the winter of 967-68; it fell.", "winter of 967-68", "0967-12/0968-02"),
    ],
)
def test_a_year_is_seen_by_the_words_around_it(sentence: str, span: str, expected: str) -> None:
    assert value(sentence, span) == expected


def test_a_floor_or_a_regiment_is_no_day() -> None:
    assert found("It broke out on the 5th floor on 3 May 1912. He joined the 4th Hussars.").keys() == {"3 May 1912"}


def values(text: str) -> list[object]:
    return [mention.value for mention in found(text).values()]


def test_a_story_goes_over_new_year() -> None:
    text = "The fever came to the port in October 1871. On 26 January the doctors met. The last case was seen on 3 May."
    assert values(text) == ["1871-10", "1872-01-26", "1872-05-03"]


def test_an_april_after_an_october_is_left_open_unless_the_story_looks_back() -> None:
    assert values("The fever came in October 1871. New cases fell in April.") == ["1871-10", None]
    assert values("The fever came in October 1871. The ship had sailed in April.") == ["1871-10", "1871-04"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The siege began in October 1648. In April the wells ran dry. It ended on 2 June 1649.",
         ["1648-10", "1649-04", "1649-06-02"]),
        ("The siege began in October 1648. In April the wells ran dry. It ended on 2 June 1650.",
         ["1648-10", None, "1650-06-02"]),
        ("The siege began in October 1648. In March the wells ran dry. A relief fleet came on 2 September.",
         ["1648-10", None, None]),
        ("Fog stopped the pits in November 1911. By mid-February stores were bare.\n\nOn 26 January owners had met. "
         "In April a first shaft opened. The rest followed on 3 May 1912.",
         ["1911-11", "1912-02-11/1912-02-20", "1912-01-26", "1912-04", "1912-05-03"]),
    ],
)  # fmt: skip
def test_the_next_full_date_settles_a_year_that_two_might_have(text: str, expected: list[object]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        ("The foundry opened in 1903. By the middle of the decade it cast bells.", "middle of the decade", "1904/1906"),
        ("In the 1930s the canal silted up. At the end of the decade it was shut.", "end of the decade", "1937/1939"),
    ],
)
def test_a_part_of_the_decade_is_of_the_decade_told_last(text: str, span: str, expected: str) -> None:
    assert value(text, span) == expected


def test_this_fall_is_an_autumn_and_a_fall_in_prices_is_none() -> None:
    assert value("A second line opens this fall.", "this fall", PUBLISHED) == "2019-09/2019-11"
    assert found("This fall in prices hurt. Nobody had seen this fall of snow.", PUBLISHED) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The tax came in December 1908. Most paid it before the New Year.", ["1908-12", "1909-01-01"]),
        ("The tax came in June 1908. Nobody had paid it by Christmas.", ["1908-06", "1908-12-25"]),
        ("The tax came in January 1908. Nobody had any money after Christmas.", ["1908-01", None]),
        ("The tax came in June 1908. Another followed in the New Year.", ["1908-06", None]),
        ("The tax came in June 1908. It was on Christmas cards and New Year parties over the Christmas season.",
         ["1908-06"]),
    ],
)  # fmt: skip
def test_feasts_are_days(text: str, expected: list[object]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        ("The pact was signed on 5 June 1950.\n\nThree weeks later the king died.", "Three weeks later", "1950-06-26"),
        ("The pact was signed on 5 June 1950.\n\nA dam burst in the hills. Three weeks afterwards it was rebuilt.",
         "Three weeks afterwards", None),
        ("The pact was signed on 5 June 1950.\n\nA dam burst in the hills. The following day it was rebuilt.",
         "following day", None),
        ("The pact was signed on 5 June 1950.\n\nForty guests drank to it. That evening they danced.",
         "That evening", "1950-06-05"),
        ("The pact was signed on 5 June 1950.\n\nA dam burst.\n\nSheep drowned. That evening it rained.",
         "That evening", None),
        ("The mayor fled. That morning the vault was found open.", "That morning", None),
    ],
)  # fmt: skip
def test_days_are_counted_from_what_was_told_last_or_not_at_all(text: str, span: str, expected: str | None) -> None:
    assert value(text, span) == expected


def test_that_may_only_join_clauses() -> None:
    assert found("On 5 June 1950 she said that day one reforms had begun.").keys() == {"5 June 1950"}


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        ("Rubber lost 2% against Monday's close.", "Monday", "2019-11-04"),
        ("The pianist is well again. In December she plays in Graz.", "December", "2019-12"),
    ],
)
def test_news_tells_of_the_day_gone_and_of_the_month_to_come(text: str, span: str, expected: str) -> None:
    assert value(text, span, PUBLISHED) == expected


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        (
            "The truce began at one minute past midnight on 3 May 1951.",
            "one minute past midnight on 3 May 1951",
            "1951-05-03T00:01",
        ),
        (
            "It fell at ten minutes before noon on 8 June 1940.",
            "ten minutes before noon on 8 June 1940",
            "1940-06-08T11:50",
        ),
        ("The shore is closed from mid-May to late June.", "mid-May to late June", None),
        (
            "At 11:40 p.m. on 3 May 1951 the bell rang; at 1:15 a.m. a band played a march.",
            "1:15 a.m.",
            "1951-05-04T01:15",
        ),
        (
            "The boat had left Arica at 10.20 p.m. on 5 March 2019 and was due to land at 6 a.m.",
            "6 a.m.",
            "2019-03-06T06:00",
        ),
        (
            "The raid began on Sunday 3 March 2013. The house was bought in 1927. The fair opens on 2 June.",
            "2 June",
            "2013-06-02",
        ),
    ],
)
def test_a_night_is_told_on_and_what_is_to_come_follows_the_latest_day(
    text: str, span: str, expected: str | None
) -> None:
    assert value(text, span) == expected


def test_a_weekday_that_no_near_year_has_leaves_the_year_open() -> None:
    assert value("The mill was built in 2011. The vote is on Sunday 22 September.", "Sunday 22 September") is None


def test_a_year_since_something_happened_lends_no_year() -> None:
    text = "It erupted nine times since sailors first drew it in 1774. The study came out on 14 May."
    assert value(text, "14 May") is None
