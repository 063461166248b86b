"""Reading a document field by field: every value that is not of its kind becomes a problem, and reading goes on."""

import difflib
import math
from collections.abc import Collection, Mapping
from typing import NamedTuple

Document = Mapping[str, object]


class FieldProblem(NamedTuple):
    """What to do about one field; ``field`` is a path such as ``options.b.text``."""

    field: str
    message: str

    def __str__(self) -> str:
        return f"{self.field}: {self.message}"


class Fields:
    """One mapping of a document and its path; values that cannot be had are noted in the list all parts share."""

    __slots__ = ("document", "path", "problems")

    def __init__(self, document: object, path: str, problems: list[FieldProblem], known: Collection[str]) -> None:
        self.path = path
        self.problems = problems
        self.document: Document = {}
        if not isinstance(document, Mapping):
            self.note("", "write it as a mapping of names to values.")
            return
        self.document = {str(name): value for name, value in document.items()}
        for name in self.document.keys() - set(known):
            close = difflib.get_close_matches(name, known, 1)
            self.note(name, f"take out this field, which nothing reads{f' (is it {close[0]}?)' if close else ''}.")

    def at(self, name: str) -> str:
        return ".".join(part for part in (self.path, name) if part)

    def note(self, name: str, message: str) -> None:
        self.problems.append(FieldProblem(self.at(name), message))

    def given(self, name: str) -> bool:
        return self.document.get(name) not in (None, [], ())

    def text(self, name: str, default: str | None = None) -> str:
        """A text that is not blank, or the default; a number counts as the text it is written as."""
        value = self.document.get(name)
        if value is None and default is not None:
            return default
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            self.note(name, "give a text here.")
            return ""
        text = str(value)
        if not text.strip() and default is None:
            self.note(name, "give a text here.")
        elif any(0xD800 <= ord(character) <= 0xDFFF for character in text):
            self.note(name, "take out the characters that are not text.")
            return ""
        return text

    def number(self, name: str, default: int | float | None = None) -> int | float:
        """A finite number, or the default."""
        value = self.document.get(name)
        if value is None and default is not None:
            return default
        if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < 1e300 or math.isnan(value):
            self.note(name, "give a number here, in digits without separators.")
            return 0
        return value

    def whole(self, name: str, default: int) -> int:
        value = self.number(name, default)
        if value % 1:
            self.note(name, "give a whole number here.")
        return int(value)

    def choice(self, name: str, allowed: tuple[str, ...], default: str | None = None) -> str:
        value = self.document.get(name, default)
        value = default if value is None else value
        if value not in allowed:
            self.note(name, f"give one of {', '.join(allowed)}.")
            return allowed[0]
        return str(value)

    def flag(self, name: str) -> bool:
        value = self.document.get(name)
        if value not in (None, True, False) or (isinstance(value, int | float) and not isinstance(value, bool)):
            self.note(name, "give true or false here.")
        return value is True

    def items(self, name: str) -> list[object]:
        value = self.document.get(name)
        if value is None:
            return []
        if not isinstance(value, list | tuple):
            self.note(name, "give a list here.")
            return []
        return list(value)

    def texts(self, name: str) -> tuple[str, ...]:
        items = {str(index): item for index, item in enumerate(self.items(name))}
        listed = Fields(items, self.at(name), self.problems, items)
        return tuple(listed.text(index) for index in items)
