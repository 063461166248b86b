"""Markdown as blocks of text; tables and code are left out, raw HTML is read as HTML."""

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from quizapp.reports.blocks import Block
from quizapp.reports.html import read_html
from quizapp.reports.report import PassageKind

# Looking for links and emphasis takes the square of a paragraph's length; no paragraph that people write is this long.
LONGEST_MARKED_UP = 4_000
# Some writers put a title and a date between lines of dashes before the text.
FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?P<fields>(?:(?!---|\.\.\.)[^\n]*\n){1,100}?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
FRONT_FIELD = re.compile(r"^(?P<name>title|date):[ \t]*[\"']?(?P<value>[^\n\"']+)", re.MULTILINE | re.IGNORECASE)


def read_markdown(source: str) -> list[Block]:
    """The blocks of a Markdown text."""
    blocks: list[Block] = []
    front = FRONT_MATTER.match(source.replace("\r\n", "\n")) if source.startswith("---") else None
    if front:
        source = source.replace("\r\n", "\n")[front.end() :]
        fields = {found["name"].lower(): found["value"] for found in FRONT_FIELD.finditer(front["fields"])}
        if "title" in fields:
            blocks.append(("heading", fields["title"]))
        if "date" in fields:
            blocks.append(("caption", fields["date"].partition("T")[0]))
    # Indented text is a paragraph here: reports are not programs.
    parser = MarkdownIt("commonmark").disable("code")
    parser.core.ruler.disable("inline")
    environment: dict[str, object] = {}
    return [*blocks, *_blocks(parser, parser.parse(source, environment), environment)]


def _blocks(parser: MarkdownIt, tokens: list[Token], environment: dict[str, object]) -> Iterator[Block]:
    kinds: list[PassageKind] = ["paragraph"]
    for token in tokens:
        if token.type == "list_item_open":
            kinds.append("item")
        elif token.type == "heading_open":
            kinds.append("heading")
        elif token.type in ("list_item_close", "heading_close"):
            kinds.pop()
        elif token.type == "html_block":
            yield from read_html(token.content)[0]
        elif token.type == "inline":
            yield kinds[-1], _text(parser, _without_table(token.content), environment)


def _without_table(content: str) -> str:
    """A paragraph up to the first line of a table, which is the line before its dashes."""
    lines = content.split("\n")
    rules = (
        at for at, line in enumerate(lines) if at and "|" in lines[at - 1] and "-" in line and not line.strip("|:- \t")
    )
    return "\n".join(lines[: next(rules, len(lines) + 1) - 1])


def _text(parser: MarkdownIt, content: str, environment: dict[str, object]) -> str:
    """What a reader sees of a paragraph: no marks of emphasis, no addresses of links, no pictures."""
    if len(content) > LONGEST_MARKED_UP:
        return content
    tokens: list[Token] = []
    parser.inline.parse(content, parser, environment, tokens)
    return "".join(_visible(token) for token in tokens)


def _visible(token: Token) -> str:
    match token.type:
        case "text" | "text_special" | "code_inline":
            return token.content
        case "softbreak" | "hardbreak":
            return "\n"
        case "html_inline" if token.content.lower().startswith("<br"):
            return "\n"
        case _:
            return ""
