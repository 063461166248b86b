"""Plain text as passages: which lines are headings, list items, datelines, and which belong together."""

import re
from collections.abc import Iterator
from datetime import date

from quizapp.reports.report import Passage, Report

MONTHS = {
    name: number
    for number, names in enumerate(
        "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|"
        "october oct|november nov|december dec".split("|"),
        start=1,
    )
    for name in names.split()
}
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
FULL_DATE = re.compile(
    rf"\b(?:(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})|"
    rf"(?P<month_first>{MONTH})\.?\s+(?P<day_after>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year_after>\d{{4}})|"
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month_last>{MONTH})\.?,?\s+(?P<year>\d{{4}}))\b",
    re.IGNORECASE,
)
# A date of publication on a line of its own: "*Published 5 March 2025*", "Lima, 3 May 2012, 10:40 GMT".
DATE_LINE = re.compile(
    rf"[*_]{{0,2}}(?:(?:first\s)?(?:published|posted|updated|dated|date|issued)\b)?(?:\son)?:?\s?"
    r"(?P<place>(?:[^\W\d_][\w.'’ -]{1,30},\s){0,2}?)"
    rf"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s)?{FULL_DATE.pattern}"
    r"(?:,?\s(?:at\s)?\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?)?[.*_]{0,3}",
    re.IGNORECASE,
)
# "NAIROBI, 14 March 2021 — ...": a place and a date before a dash open a news story.
DATELINE = re.compile(
    rf"(?P<line>[A-Z][^\n.!?—–]{{0,60}}?{FULL_DATE.pattern}[^\n.!?—–]{{0,30}}?)\s*(?:—|–|--|\s-\s)\s*", re.IGNORECASE
)
BULLET = re.compile(r"(?:[-*+•‣▪◦·–]|\(?(?P<number>\d{1,2}|[a-z])[.)])\s+")
HASHES = re.compile(r"#{1,6}[ \t]+(?=\S)")
# What stands under a picture or a story and is about it: "Photo: …", "Source: …".
CAPTION = re.compile(
    r"[*_]{0,2}(?:photo|image|picture|figure|fig\.|map|caption|credit|table|sources?)\b(?:\s?[\w.]{1,12})?\s?:",
    re.IGNORECASE,
)
TERMINAL = re.compile(r"[.!?…:;,][\"'”’)\]*_]{0,5}\Z")
# A point after these ends no sentence, so the line that it ends goes on: "Dr.", "Gen.", "J.", "U.S."
ABBREVIATION = re.compile(
    r"\b(?:mr|mrs|ms|dr|prof|st|gen|col|lt|maj|capt|sgt|gov|sen|rep|rev|no|vs|[a-z])\.\Z", re.IGNORECASE
)
HEADING_WORDS = 16
# Lines broken by hand or by a program at a fixed column are at least this long, save the last of a paragraph.
WRAP_COLUMN = 45
LONGEST_WRAPPED = 120
FEWEST_LINES = 8
# A text without paragraphs is read in pieces of this many characters: a parser's work grows faster than its text.
LONGEST_PASSAGE = 4_000
SENTENCE_END = re.compile(r"[.!?][\"'”’)]{0,3}(?=\s)")
SPACE = re.compile(r"(?<=\S)\s")
NOT_SPACE = re.compile(r"\S")
WORD = re.compile(r"\w")
LINE_BREAK = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029](?=.)", re.DOTALL)


def report_from_text(text: str, published: date | None = None) -> Report:
    """The report that a plain text is; a dateline at its beginning gives the publication date unless one is given."""
    passages: list[Passage] = []
    for start, end in _paragraphs(text):
        if WORD.search(text, start, end):  # a line of dashes says nothing
            passages.extend(_passages_of(text, start, end, len(passages)))
    return build_report(text, passages, published)


def build_report(text: str, passages: list[Passage], published: date | None, page_title: str | None = None) -> Report:
    """A report from passages that are known. Its title is its first heading, else its page's, else its first words."""
    opening = next((passage for passage in passages if passage.kind not in ("dateline", "caption")), None)
    title = text[opening.start : opening.end] if opening else ""
    if opening is None or opening.kind != "heading":
        title = page_title or _shorten(title)
    if published is None:
        dateline = next((p for p in passages[:4] if p.kind == "dateline"), None)
        published = read_full_date(text[dateline.start : dateline.end]) if dateline else None
    whole = tuple(
        piece
        for passage in passages
        for piece in (_cut(text, passage) if passage.end - passage.start > LONGEST_PASSAGE else (passage,))
        if WORD.search(text, piece.start, piece.end)
    )
    return Report(" ".join(title.split()), text, whole, published)


def _cut(text: str, passage: Passage) -> Iterator[Passage]:
    """A passage, in pieces where it is longer than any paragraph: after a sentence, else between words."""
    start = passage.start
    while passage.end - start > LONGEST_PASSAGE:
        limit = start + LONGEST_PASSAGE
        ends = [found.end() for found in SENTENCE_END.finditer(text, start + LONGEST_PASSAGE // 2, limit)]
        spaces = [found.start() for found in SPACE.finditer(text, start + LONGEST_PASSAGE // 2, limit)]
        end = ends[-1] if ends else spaces[-1] if spaces else limit
        yield Passage(start, start + len(text[start:end].rstrip()), passage.kind)
        following = NOT_SPACE.search(text, end, passage.end)
        start = following.start() if following else passage.end
    if start < passage.end:
        yield Passage(start, passage.end, passage.kind)


def read_full_date(text: str) -> date | None:
    """The first full date (day, month, year) of a text, or None; impossible dates are None."""
    found = FULL_DATE.search(text)
    if found is None:
        return None
    parts = found.groupdict()
    try:
        if parts["iso"]:
            return date.fromisoformat(parts["iso"])
        month = MONTHS[(parts["month_first"] or parts["month_last"]).lower()]
        return date(int(parts["year_after"] or parts["year"]), month, int(parts["day_after"] or parts["day"]))
    except ValueError:
        return None


def split_dateline(text: str, start: int, end: int) -> list[Passage]:
    """A paragraph, in two where it begins with a dateline ("LIMA, 3 May 2012 — ...")."""
    dateline = DATELINE.match(text, start, min(end, start + 120))
    if dateline is None or dateline.end() >= end:
        return [Passage(start, end, "paragraph")]
    return [
        Passage(dateline.start("line"), dateline.end("line"), "dateline"),
        Passage(dateline.end(), end, "paragraph"),
    ]


def _shorten(text: str) -> str:
    words = text.split()
    return " ".join(words[:10]) + ("…" if len(words) > 10 else "")


def is_dateline(content: str, index: int) -> bool:
    """Whether the passage at ``index`` of a report says when it was published."""
    if index > 2 or len(content) > 120:
        return False
    found = DATE_LINE.fullmatch(" ".join(content.split()))
    # "Loss of the Titanic, 15 April 1912" at the very top is a title, "LIMA, 3 May 2012" is not.
    return found is not None and (index > 0 or found["place"].upper() == found["place"])


def is_heading(content: str, first: bool) -> bool:
    """Whether a line of its own is a heading by its looks: short, and without a point at its end."""
    if LINE_BREAK.search(content) or (words := len(content.split())) > HEADING_WORDS:
        return False
    if content.endswith(":"):  # longer ones are the sentence that opens a list
        return words <= 6
    if TERMINAL.search(content[-8:]):
        return first and content[-1] in "!?"
    return True


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Spans of lines that belong together: a blank line parts them, and so does a line that was not wrapped."""
    spans: list[tuple[int, int]] = []
    position = 0
    previous: str | None = None
    in_list = False
    lines = text.splitlines(keepends=True)
    contents = [line.strip() for line in lines]
    column = _wrap_column(contents)
    for line, content in zip(lines, contents, strict=True):
        start = position + len(line) - len(line.lstrip())
        position += len(line)
        if not content:
            previous = None
        elif previous is not None and _continues(previous, content, column, in_list):
            spans[-1] = (spans[-1][0], start + len(content))
            previous = content
        else:
            spans.append((start, start + len(content)))
            previous = content
            in_list = BULLET.match(content) is not None
    return spans


def _wrap_column(lines: list[str]) -> int:
    """How long a line is at least that was broken at its column; shorter than usual where most lines are."""
    lengths = sorted(len(line) for line in lines if line)
    if len(lengths) < FEWEST_LINES:
        return WRAP_COLUMN
    usual = lengths[len(lengths) * 4 // 5]
    # Four in five of a paragraph's lines are about as long as its column allows.
    if sum(length > 0.75 * usual for length in lengths) < 0.6 * len(lengths):
        return WRAP_COLUMN
    return max(20, min(WRAP_COLUMN, int(0.7 * usual)))


def _continues(previous: str, line: str, column: int, in_list: bool) -> bool:
    """Whether a line goes on with the sentence that the line before it broke off."""
    if CAPTION.match(line) or HASHES.match(line) or HASHES.match(previous):
        return False
    ending = previous[-8:]
    unfinished = not TERMINAL.search(ending) or ABBREVIATION.search(ending) is not None
    bullet = BULLET.match(line)
    if bullet is not None:
        # A line that begins with "12. " goes on with "on May" when no list is under way.
        number = bullet["number"]
        is_item = in_list or number is None or not number.isdigit() or int(number) == 1
        return not is_item and unfinished and len(previous) >= column
    if line[0].islower():
        return True
    if not column <= len(previous) <= LONGEST_WRAPPED or not (unfinished or previous[-1] in ",;"):
        return False
    # Had the line's first word fitted in the line before, it would stand there: unless that one was not wrapped.
    # Letters differ in width, hence the tenth.
    return (len(previous) + 1 + len(line.split(maxsplit=1)[0])) * 1.1 >= len(line)


def _passages_of(text: str, start: int, end: int, index: int) -> list[Passage]:
    content = text[start:end]
    if is_dateline(content, index):
        return [Passage(start, end, "dateline")]
    hashes = HASHES.match(content)
    if hashes:
        return [Passage(start + hashes.end(), end, "heading")]
    bullet = BULLET.match(content)
    if bullet and bullet.end() < len(content):
        return [Passage(start + bullet.end(), end, "item")]
    if CAPTION.match(content):
        return [Passage(start, end, "caption")]
    if is_heading(content, first=index == 0):
        return [Passage(start, end, "heading")]
    return split_dateline(text, start, end)
