"""Plain text as passages: which lines are headings, list items, datelines, and which belong together."""

import re
from datetime import date

from quizapp.reports.report import Passage, PassageKind, Report

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
DATE_LINE = re.compile(
    rf"[*_]{{0,2}}(?:published|posted|updated|dated|date)?(?:\s+on)?:?\s*{WEEKDAY}{FULL_DATE.pattern}[.*_]{{0,3}}", re.IGNORECASE
)
# "NAIROBI, 14 March 2021 — ..." and "(Reuters) -": a place in capitals and a date before a dash open a news story.
DATELINE = re.compile(rf"(?P<line>[A-Z][^\n.!?—–]{{0,60}}?{FULL_DATE.pattern}[^\n.!?—–]{{0,30}}?)\s*(?:—|–|--|\s-\s)\s*", re.IGNORECASE)
BULLET = re.compile(r"(?:[-*•‣▪◦·–]|\(?(?:\d{1,2}|[a-z])[.)])\s+")
CAPTION = re.compile(r"(?:photo|image|picture|figure|fig\.|map|caption|credit|table)\b\s*[\w.]*\s*:", re.IGNORECASE)
TERMINAL = re.compile(r"[.!?…:;,][\"'”’)\]]*$")
HEADING_WORDS = 16
# Lines broken by hand or by a program at a fixed column are at least this long, save the last of a paragraph.
WRAP_COLUMN = 45


def report_from_text(text: str, published: date | None = None) -> Report:
    """The report that a plain text is; a dateline at its beginning gives the publication date unless one is given."""
    passages: list[Passage] = []
    for start, end in _paragraphs(text):
        passages.extend(_passages_of(text, start, end, first=not passages, opening=len(passages) < 3))
    return build_report(text, passages, published)


def build_report(text: str, passages: list[Passage], published: date | None, title: str | None = None) -> Report:
    """A report from passages that are known, with its title and the date of its dateline."""
    heading = next((p for p in passages[:2] if p.kind == "heading"), None)
    if title is None and heading is not None:
        title = text[heading.start : heading.end]
    if title is None:
        first = next((p for p in passages if p.bears_sentences and p.kind != "dateline"), None)
        title = _shorten(text[first.start : first.end]) if first else ""
    if published is None:
        dateline = next((p for p in passages[:4] if p.kind == "dateline"), None)
        published = read_full_date(text[dateline.start : dateline.end]) if dateline else None
    return Report(" ".join(title.split()), text, tuple(passages), published)


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


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Spans of lines that belong together: a blank line parts them, and so does a line that was not wrapped."""
    spans: list[tuple[int, int]] = []
    position = 0
    previous: str | None = None
    for line in text.splitlines(keepends=True):
        content = line.strip()
        start = position + len(line) - len(line.lstrip())
        position += len(line)
        if not content:
            previous = None
            continue
        if previous is not None and _continues(previous, content):
            spans[-1] = (spans[-1][0], start + len(content))
        else:
            spans.append((start, start + len(content)))
        previous = content
    return spans


def _continues(previous: str, line: str) -> bool:
    """Whether a line goes on with the sentence that the line before it broke off."""
    if BULLET.match(line) or CAPTION.match(line):
        return False
    if line[0].islower():
        return True
    return WRAP_COLUMN <= len(previous) <= 120 and not TERMINAL.search(previous) and len(line) > 20 or (
        WRAP_COLUMN <= len(previous) <= 100 and previous[-1] in ",;"
    )


def _passages_of(text: str, start: int, end: int, first: bool, opening: bool) -> list[Passage]:
    content = text[start:end]
    if opening and DATE_LINE.fullmatch(content):
        return [Passage(start, end, "dateline")]
    bullet = BULLET.match(content)
    if bullet and bullet.end() < len(content):
        return [Passage(start + bullet.end(), end, "item")]
    if CAPTION.match(content):
        return [Passage(start, end, "caption")]
    kind: PassageKind = "heading" if _is_heading(content, first) else "paragraph"
    if kind == "heading":
        return [Passage(start, end, kind)]
    return split_dateline(text, start, end)


def _is_heading(content: str, first: bool) -> bool:
    if content.startswith("#"):
        return True
    if re.search(r"[.!?…;,][\"'”’)\]]*$", content):
        return first and len(content.split()) <= HEADING_WORDS and content[-1] in "!?"
    words = len(content.split())
    if content.endswith(":") and words > 6:  # the sentence that opens a list
        return False
    return words <= HEADING_WORDS and "\n" not in content
