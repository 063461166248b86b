"""Web pages as blocks of text, read in one pass without building a tree: neither depth nor length can stall it."""

import re

from lxml import etree

from quizapp.reports.blocks import Block
from quizapp.reports.report import PassageKind

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
NOT_READ = frozenset(
    "script style noscript template nav footer aside svg math pre iframe object video audio canvas button select "
    "textarea label dialog td th".split()
)
# Text inside these goes on in the line that it stands in; every other tag begins a block.
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark q s samp small span strike strong sub "
    "sup time tt u var wbr img input link meta area map param source track".split()
)
KINDS: dict[str, PassageKind] = {
    **dict.fromkeys(HEADINGS, "heading"), "li": "item", "figcaption": "caption", "caption": "caption", "dt": "heading",
}  # fmt: skip
# "[3]", "[a]" and the like in a sentence of an encyclopedia point to its notes.
NOTE = re.compile(r"\[(?:\d{1,3}|[a-z]|citation needed|note \d{1,2})\]")


class _Walk:
    """What lxml tells about tags and text as it reads; ``open`` holds the kind and the name of every open tag."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.title = ""
        self.open: list[tuple[PassageKind, str]] = []
        self.line: list[str] = []
        self.unread = 0

    def start(self, name: str, attributes: object) -> None:
        kind = self.open[-1][0] if self.open else "paragraph"
        if name == "br":
            self.line.append("\n")
        elif name not in INLINE:
            self._close_line()
        # A page laid out as a table holds its paragraphs in cells; what stands in a cell by itself is a table's.
        if name == "p" and self.open and self.open[-1][1] in ("td", "th"):
            self.unread -= 1
            self.open[-1] = (kind, "div")
        self.unread += name in NOT_READ
        self.open.append((KINDS.get(name, kind), name))

    def end(self, name: str) -> None:
        if not self.open:
            return
        if name not in INLINE and name != "br":
            self._close_line()
        self.unread -= self.open.pop()[1] in NOT_READ

    def data(self, text: str) -> None:
        if self.open and self.open[-1][1] == "title":
            self.title += text
        elif self.unread == 0:
            self.line.append(text)

    def close(self) -> None:
        self._close_line()

    def _close_line(self) -> None:
        text = NOTE.sub("", "".join(self.line))
        if text.strip():
            self.blocks.append((self.open[-1][0] if self.open else "paragraph", text))
        self.line.clear()


def read_html(source: str) -> tuple[list[Block], str | None]:
    """The blocks of a page that hold its text, and its title; menus, tables and scripts are left out."""
    walk = _Walk()
    parser = etree.HTMLParser(target=walk, encoding="utf-8", no_network=True, huge_tree=True)
    # A page without a tag is a line of text; libxml2 refuses an empty one.
    parser.feed(f"<html>{source}".encode())
    parser.close()
    return walk.blocks, " ".join(walk.title.split()) or None
