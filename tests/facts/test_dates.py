import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.facts.date_wording import date_text
from quizapp.facts.dates import dates_in, parse_date
from quizapp.facts.fact import Mention
from quizapp.reports import Passage, Report


def found(text: str, published: date | None = None) -> list[Mention]:
    report = Report("", text, (Passage(0, len(text), "paragraph"),), published)
    return dates_in(report, [(0, len(text))])


def spans(text: str, published: date | None = None) -> list[tuple[str, object]]:
    return [(text[mention.start : mention.end], mention.value) for mention in found(text, published)]


@pytest.mark.parametrize(
    ("sentence", "span", "value"),
    [
        ("The well ran dry on the 14th of July 1998.", "14th of July 1998", "1998-07-14"),
        ("The bridge opened on Monday, 3 August 1998, in rain.", "Monday, 3 August 1998", "1998-08-03"),
        ("She sailed on August 3rd, 1998.", "August 3rd, 1998", "1998-08-03"),
        ("The file is dated 1998-08-03 throughout.", "1998-08-03", "1998-08-03"),
        ("The plot failed on the fifth of November 1605.", "fifth of November 1605", "1605-11-05"),
        ("Snow fell on Dec. 6, 2024 in the hills.", "Dec. 6, 2024", "2024-12-06"),
        ("The parcel is stamped 25/12/1987.", "25/12/1987", "1987-12-25"),
        ("The mine closed in October 1931.", "October 1931", "1931-10"),
        ("In 1912 weavers walked out.", "1912", "1912"),
        ("The 1926 strike is remembered there.", "1926", "1926"),
        ("Ada Nowak (1867–1934) taught here.", "1867–1934", "1867/1934"),
        ("Prices rose in the early 1960s.", "early 1960s", "1960/1963"),
        ("Prices fell in the mid-1960s.", "mid-1960s", "1964/1966"),
        ("Prices fell in the late 1960s.", "late 1960s", "1967/1969"),
        ("Mills closed in the 1870s and 1880s.", "1870s and 1880s", "1870/1889"),
        ("The canal is of the 19th century.", "19th century", "1801/1900"),
        ("The early twentieth century was loud.", "early twentieth century", "1901/1933"),
        ("A 19th-century barn stands there.", "19th-century", "1801/1900"),
        ("The town burned in the fifth century BC.", "fifth century BC", "-0499/-0400"),
        ("The consul died in 44 BC.", "44 BC", "-0043"),
        ("By AD 79 the harbour had silted up.", "AD 79", "0079"),
        ("They set out in the spring of 1912.", "spring of 1912", "1912-03/1912-05"),
        ("They starved in the winter of 1912.", "winter of 1912", "1912-12/1913-02"),
        ("Staff left in early December 2024.", "early December 2024", "2024-12-01/2024-12-10"),
        ("Staff left in mid-August 2024.", "mid-August 2024", "2024-08-11/2024-08-20"),
        ("Staff left at the end of May 2024.", "end of May 2024", "2024-05-21/2024-05-31"),
        ("Sales rose in the second quarter of 2009.", "second quarter of 2009", "2009-04/2009-06"),
        ("It happened in the first week of June 1944.", "first week of June 1944", "1944-06-01/1944-06-07"),
        ("The fair ran on December 5 and 6, 2024.", "December 5 and 6, 2024", "2024-12-05/2024-12-06"),
        ("The fair ran from 3 to 7 May 1912.", "3 to 7 May 1912", "1912-05-03/1912-05-07"),
        ("The fair ran 3–7 May 1912.", "3–7 May 1912", "1912-05-03/1912-05-07"),
        ("It lasted from 28 April to 3 May 1912.", "28 April to 3 May 1912", "1912-04-28/1912-05-03"),
        ("It was built between 1939 and 1945.", "1939 and 1945", "1939/1945"),
        ("They won in the 1998-99 season.", "1998-99", "1998/1999"),
        ("It snowed from December 2019 to February 2020.", "December 2019 to February 2020", "2019-12/2020-02"),
        ("On Christmas Day 1914 they sang.", "Christmas Day 1914", "1914-12-25"),
    ],
)  # fmt: skip
def test_a_full_date_is_found_with_its_value(sentence: str, span: str, value: str) -> None:
    assert spans(sentence) == [(span, value)]


@pytest.mark.parametrize(
    ("sentence", "span", "value"),
    [
        ("The train left at 6.15 p.m. on 14 July 1998.", "6.15 p.m. on 14 July 1998", "1998-07-14T18:15"),
        ("On 14 July 1998 at about 6.15 p.m. it left.", "14 July 1998 at about 6.15 p.m.", "1998-07-14T18:15"),
        ("The signal came at 09:40 GMT.", "09:40 GMT", "T09:40"),
        ("They ate at noon.", "noon", "T12:00"),
        ("The truce began at midnight on 31 May 1902.", "midnight on 31 May 1902", "1902-05-31T00:00"),
        ("It is open from 9 a.m. to 5 p.m. daily.", "9 a.m. to 5 p.m.", "T09:00/T17:00"),
        ("Callers came between 9 and 11 a.m. as usual.", "9 and 11 a.m.", "T09:00/T11:00"),
        ("They met at six o'clock in the evening.", "six o'clock in the evening", "T18:00"),
        ("They met at half past nine.", "half past nine", None),
        ("He woke at quarter to six in the morning.", "quarter to six in the morning", "T05:45"),
    ],
)  # fmt: skip
def test_a_time_of_day_stands_alone_or_with_its_day(sentence: str, span: str, value: str | None) -> None:
    assert spans(sentence) == [(span, value)]


@pytest.mark.parametrize(
    ("sentence", "span", "part"),
    [
        ("It was empty by the evening of December 5, 2024.", "evening of December 5, 2024", "evening"),
        ("On the night of 28 February 1896 they met.", "night of 28 February 1896", "night"),
        ("On 28 February 1896 in the morning they met.", "28 February 1896 in the morning", "morning"),
    ],
)
def test_a_part_of_a_day_is_kept_beside_the_day(sentence: str, span: str, part: str) -> None:
    [mention] = found(sentence)
    assert (sentence[mention.start : mention.end], mention.part) == (span, part)


@pytest.mark.parametrize(
    ("sentence", "hedge", "value"),
    [
        ("The psalter dates from c. 1450 or so.", "c.", "1450"),
        ("The psalter was bound circa 1460.", "circa", "1460"),
        ("She must reply no later than 5 May 1912.", "no later than", "1912-05-05"),
        ("It was around 6 p.m. when it rained.", "around", "T18:00"),
    ],
)
def test_a_hedge_is_no_part_of_the_span(sentence: str, hedge: str, value: str) -> None:
    [mention] = found(sentence)
    assert (mention.hedge, mention.value) == (hedge, value)


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("It broke on 3 May 1912. It was mended on 9 May.", "9 May", "1912-05-09"),
        ("In 1912 the mill opened. On 12 March it burned.", "12 March", "1912-03-12"),
        ("It began on 3 November 1919. On 4 January it ended.", "4 January", "1920-01-04"),
        ("They came in late February or early March 2020.", "late February", "2020-02-21/2020-02-29"),
        ("It sank on 3 May 1912. Five days later a wreck was seen.", "Five days later", "1912-05-08"),
        ("It sank on 31 December 1912. The next evening they wept.", "next evening", "1913-01-01"),
        ("It sank on 3 May 1912. The following day was calm.", "following day", "1912-05-04"),
        ("It sank on 3 May 1912. The day before, it had snowed.", "day before", "1912-05-02"),
        ("It sank on 3 May 1912. Two years earlier it was new.", "Two years earlier", "1910"),
        ("It sank on 3 May 1912. Two months later it was raised.", "Two months later", "1912-07"),
        ("It sank on 3 May 1912. That October it was raised.", "That October", "1912-10"),
        ("It sank on 3 May 1912. The following March it sailed.", "following March", "1913-03"),
        ("It sank on 3 May 1912. That year was bad.", "That year", "1912"),
        ("It sank on 3 May 1912. The same day another sank.", "same day", "1912-05-03"),
        ("It sank on 3 May 1912. The following Monday they met.", "following Monday", "1912-05-06"),
        ("He died in 1893. A decade later his house fell.", "A decade later", "1903"),
        ("He fell on 1 May 1950 at 5 p.m. Two hours later he died.", "Two hours later", "1950-05-01T19:00"),
    ],
)  # fmt: skip
def test_a_leaning_date_takes_its_value_from_the_date_before_it(text: str, span: str, value: str) -> None:
    assert (span, value) in spans(text)


def test_a_year_since_when_lends_no_year_to_later_days() -> None:
    text = "It was the first win since 1987. The next cup is on 31 December."
    assert ("31 December", None) in spans(text)


PUBLISHED = date(2019, 11, 7)  # a Thursday


@pytest.mark.parametrize(
    ("sentence", "span", "value"),
    [
        ("The bank closed last Friday.", "Friday", "2019-11-01"),
        ("The bank closed on Monday.", "Monday", "2019-11-04"),
        ("The bank closed on Thursday.", "Thursday", "2019-11-07"),
        ("The bank will close on Monday.", "Monday", "2019-11-11"),
        ("The bank closed yesterday.", "yesterday", "2019-11-06"),
        ("The bank closed today.", "today", "2019-11-07"),
        ("The bank closed two weeks ago.", "two weeks ago", "2019-10-24"),
        ("The bank closed three years ago.", "three years ago", "2016"),
        ("The bank closed last month.", "last month", "2019-10"),
        ("The bank closed earlier this year.", "earlier this year", "2019"),
        ("The bank will close next week.", "next week", "2019-11-11/2019-11-17"),
        ("The bank closed last night.", "last night", "2019-11-06"),
        ("The bank closed on 12 December.", "12 December", "2018-12-12"),
        ("The bank will close on 12 December.", "12 December", "2019-12-12"),
        ("The bank closed in March.", "March", "2019-03"),
        ("The bank opened last summer.", "last summer", "2019-06/2019-08"),
    ],
)  # fmt: skip
def test_news_leans_on_the_day_of_publication(sentence: str, span: str, value: str) -> None:
    [(text, settled)] = spans(sentence, PUBLISHED)
    assert (text.removeprefix("last ") if span == "Friday" else text, settled) == (span, value)


@pytest.mark.parametrize(
    "sentence",
    ["The bank closed on Monday.", "The bank closed yesterday.", "It shut on 5 May.", "Two days later it shut."],
)
def test_what_the_text_does_not_settle_has_no_value(sentence: str) -> None:
    [mention] = found(sentence)
    assert mention.value is None


def test_today_in_somebodys_mouth_is_not_the_day_of_publication() -> None:
    assert spans("She wrote: “I resign today.”", PUBLISHED) == [("today", None)]


@pytest.mark.parametrize(
    "sentence",
    [
        "May I come in, he asked.",
        "They may 5 times refuse.",
        "The band would march on for hours.",
        "There were 2024 people at the gate.",
        "A crowd of 1500 people waited.",
        "Flooding struck in 1500 homes.",
        "Between 1500 and 2000 soldiers died.",
        "See page 1912 of the ledger.",
        "The pool is 1,500 m long.",
        "A Boeing 737 and a Peugeot 2008 collided.",
        "Room 1912 is on the left of Highway 1950.",
        "The price rose to 1900.",
        "The score was 3:15 and the odds were 10:30.",
        "She ran the marathon in 2:05:12.",
        "Theresa May spoke, and May will speak again.",
        "He came second and won a second prize.",
        "The Sun sat low over the fall line.",
        "She is in her twenties and he in his mid-thirties.",
        "A midnight blue coat burned with midnight oil.",
        "Every Monday and on most Sundays the choir sings.",
        "Profits fell 5.30 per cent at best.",
        "He was 54 years old and aged 54.",
        "Version 2.0.1 and section 1.2.3 apply.",
        "The fall of Rome was long.",
    ],
)
def test_a_number_or_word_that_only_looks_like_a_date_yields_nothing(sentence: str) -> None:
    assert spans(sentence, PUBLISHED) == []


def test_days_that_do_not_follow_one_another_are_so_many_dates() -> None:
    assert spans("They met on May 3 and 9, 1912.") == [("May 3", "1912-05-03"), ("9, 1912", "1912-05-09")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("6 December 2024", "2024-12-06"),
        ("early December 2024", "2024-12-01/2024-12-10"),
        ("about 1450", "1450"),
        ("1912", "1912"),
        ("in the spring of 1912", "1912-03/1912-05"),
        ("noon", "T12:00"),
        ("6 December", None),
        ("8 hours", None),
        ("Paris", None),
        ("500", None),
    ],
)
def test_a_free_standing_text_is_parsed_as_one_date(text: str, value: str | None) -> None:
    assert parse_date(text) == value


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2024-12-06", "6 December 2024"),
        ("2024-12", "December 2024"),
        ("1912", "1912"),
        ("2024-12-05/2024-12-06", "5 to 6 December 2024"),
        ("1912-04-28/1912-05-03", "28 April to 3 May 1912"),
        ("2024-12-01/2024-12-10", "early December 2024"),
        ("1960/1969", "the 1960s"),
        ("1960/1963", "the early 1960s"),
        ("1801/1900", "the 19th century"),
        ("1939/1945", "1939 to 1945"),
        ("-0043", "44 BC"),
        ("1998-07-14T18:15", "6.15 p.m. on 14 July 1998"),
        ("T12:00", "noon"),
        ("2024-05-31T00:00", "midnight on 31 May 2024"),
    ],
)
def test_a_value_is_written_day_first_and_read_back(value: str, words: str) -> None:
    assert date_text(value) == words
    assert parse_date(words) == value


@settings(max_examples=60, deadline=None)
@given(st.dates(min_value=date(1000, 1, 1), max_value=date(2099, 12, 1)), st.integers(min_value=1, max_value=40))
def test_every_day_and_every_stretch_of_days_reads_back(first: date, length: int) -> None:
    last = first + timedelta(days=length)
    assert parse_date(date_text(first.isoformat())) == first.isoformat()
    stretch = f"{first.isoformat()}/{last.isoformat()}"
    assert parse_date(date_text(stretch)) == stretch


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="May 5,.-–19e\n0sthrfo“:apm", max_size=200))
def test_no_text_is_too_odd_to_read(text: str) -> None:
    mentions = found(text, PUBLISHED)
    assert all(before.end <= after.start for before, after in itertools.pairwise(mentions))
