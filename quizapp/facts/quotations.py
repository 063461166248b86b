"""The words between quotation marks, paired within their passage; apart from who says them."""

import re
from dataclasses import dataclass

from quizapp.language import Reading

PAIRS = {"“": "”", "«": "»", "„": "“"}
DOUBLE = re.compile(r'[“”«»„"]')
# A straight mark opens before a word and after a space; inches and closing marks follow one.
DOUBLE_OPEN = re.compile(r'[“«„]|(?<![^\s(\[—–:-])"(?=\S)')
SINGLE_OPEN = re.compile(r"(?<![\w.,!?])['‘](?=[A-Z])")
SINGLE_CLOSE = re.compile(r"(?<=[.,!?…])['’](?!\w)")


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words said are ``start:end``; the marks stand at ``opens`` and before ``closes``."""

    opens: int
    start: int
    end: int
    closes: int
    passage: int
    continued: bool = False

    def holds(self, offset: int) -> bool:
        return self.opens <= offset < self.closes


def find_quotations(reading: Reading) -> list[Quotation]:
    """Quotations in order; one left open ends with its paragraph and goes on where the next opens or closes one."""
    text = reading.report.text
    found: list[Quotation] = []
    carried = False
    for index, passage in enumerate(reading.report.passages):
        if not passage.bears_sentences:
            continue
        position = passage.start
        if carried and (ending := _end_of_carried(text, passage.start, passage.end)) is not None:
            found.append(_trimmed(text, (passage.start, passage.start, ending, ending + 1), index, True))
            position = ending + 1
        continued, carried = carried, False
        while (opens := _next_open(text, position, passage.end)) is not None:
            closes = _close(text, opens, passage.end, text[opens])
            carried = closes is None
            end = passage.end if closes is None else closes - 1
            position = passage.end if closes is None else closes
            goes_on = continued and opens == passage.start
            found.append(_trimmed(text, (opens, opens + 1, end, position), index, goes_on))
    return [quotation for quotation in found if quotation.start < quotation.end]


def _end_of_carried(text: str, start: int, end: int) -> int | None:
    """Where a quotation that the paragraph before left open is closed, if the first mark here closes one."""
    first = DOUBLE.search(text, start, end)
    if first is None or first.start() == start or first.group() in PAIRS:
        return None
    return first.start() if not text[first.start() - 1].isspace() else None


def _next_open(text: str, start: int, end: int) -> int | None:
    double = DOUBLE_OPEN.search(text, start, end)
    single = SINGLE_OPEN.search(text, start, end)
    if single is None or (double is not None and double.start() < single.start()):
        return double.start() if double else None
    if SINGLE_CLOSE.search(text, single.end(), end):
        return single.start()
    return double.start() if double else None


def _close(text: str, opens: int, end: int, mark: str) -> int | None:
    """The position after the closing mark."""
    if mark in "'‘":
        found = SINGLE_CLOSE.search(text, opens + 1, end)
        return found.end() if found else None
    closing = text.find(PAIRS.get(mark, mark), opens + 1, end)
    return closing + 1 if closing >= 0 else None


def _trimmed(text: str, places: tuple[int, int, int, int], passage: int, continued: bool) -> Quotation:
    opens, start, end, closes = places
    while start < end and text[start].isspace():
        start += 1
    # The comma before "he said" belongs to the sentence around.
    while end > start and (text[end - 1].isspace() or text[end - 1] == ","):
        end -= 1
    return Quotation(opens, start, end, closes, passage, continued)
