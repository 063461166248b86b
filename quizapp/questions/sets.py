"""Question sets as YAML text: safe to read from strangers, pleasant to read for people, the same bytes on every round.

Aliases, tags and deep nesting are refused before anything is built. Every question and field remembers its line.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from quizapp.errors import Rejected
from quizapp.questions.codec import read_question, to_document
from quizapp.questions.fields import FieldProblem, Fields
from quizapp.questions.question import Question

SET_KEYS = ("title", "report", "sha256", "questions")
# Only these hold anything but text: an option "1969" or "True" is a text, quoted or not.
TYPED_KEYS = (
    "correct",
    "value",
    "tolerance",
    "start",
    "end",
    "latitude",
    "longitude",
    "radius_km",
    "estimate",
    "error",
    "salience",
)
FLOWING_KEYS = ("order", "facts", "enemies", "difficulty")
DEFAULTS: dict[str, object] = {"why": "", "correct": False, "explanation": "", "salience": 0, "status": None}
SIZE_LIMIT = 5 * 1024 * 1024
DEPTH_LIMIT = 12
# The writer breaks a line after the word that crosses this column, and lists are set in by two.
LINE_WIDTH = 100


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """Questions on one report; ``report`` is its file beside the set's, ``sha256`` that of the text it had.

    Both are "" in a set that has no report. ``lines`` gives the line of each question's fields, where the set was read
    from a file; see `line_of`.
    """

    title: str
    report: str
    sha256: str
    questions: tuple[Question, ...]
    lines: tuple[Mapping[str, int], ...] = field(default=(), compare=False)
    head_lines: Mapping[str, int] = field(default_factory=dict, compare=False)

    def line_of(self, index: int, path: str = "") -> int:
        """The line of a field of the question at ``index``, or of what holds the field; 1 where none is known."""
        if index >= len(self.lines):
            return 1
        return _line(self.lines[index], path)

    def line_of_set(self, path: str) -> int:
        """The line of a field of the set itself."""
        return self.head_lines.get(path, 1)


def _line(lines: Mapping[str, int], path: str) -> int:
    while path and path not in lines:
        path = path.rpartition(".")[0]
    return lines.get(path, 1)


def load_set(text: str, filename: str) -> QuestionSet:
    """The set in a file's text; raises Rejected with every problem as ``filename:line: field: what to do``."""
    node = _compose(text, filename)
    if not isinstance(node, yaml.MappingNode):
        raise Rejected([f"{filename}:1: write a mapping with title, report and questions."])
    problems: list[FieldProblem] = []
    lines: dict[str, int] = {}
    document = _mapping(node, "", lines, problems)
    located = [f"{filename}:{_line(lines, problem.field)}: {problem}" for problem in problems]
    problems.clear()
    fields = Fields(document, "", problems, SET_KEYS)
    title, report, sha256 = fields.text("title"), fields.text("report", ""), fields.text("sha256", "")
    located += [f"{filename}:{_line(lines, problem.field)}: {problem}" for problem in problems]
    questions, lines_of_questions = [], []
    items = document.get("questions")
    if not isinstance(items, list):
        raise Rejected([*located, f"{filename}:{_line(lines, 'questions')}: questions: list the questions here."])
    for index, item in enumerate(items):
        prefix = f"questions.{index}"
        own = {
            path[len(prefix) + 1 :]: line
            for path, line in lines.items()
            if path == prefix or path.startswith(f"{prefix}.")
        }
        question, met = read_question(item)
        located += [f"{filename}:{_line(own, problem.field)}: {problem}" for problem in met]
        questions.append(question)
        lines_of_questions.append(own)
    first: dict[str, int] = {}
    for question, own in zip(questions, lines_of_questions, strict=True):
        if first.setdefault(question.id, own[""]) != own[""]:
            located.append(
                f"{filename}:{own['']}: id: give an id of its own: line {first[question.id]} has {question.id} already."
            )
    if located:
        raise Rejected(located)
    head_lines = {name: lines[name] for name in SET_KEYS if name in lines}
    return QuestionSet(title, report, sha256, tuple(questions), tuple(lines_of_questions), head_lines)


def _compose(text: str, filename: str) -> yaml.Node | None:
    if len(text) > SIZE_LIMIT:
        raise Rejected([f"{filename}:1: split the file: it is over 5 MB."])
    try:
        depth = 0
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            line = event.start_mark.line + 1 if event.start_mark else 1
            if isinstance(event, yaml.AliasEvent):
                raise Rejected([f"{filename}:{line}: write it out: aliases (*name) are not read."])
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > DEPTH_LIMIT:
                raise Rejected([f"{filename}:{line}: lift this up: it lies too deep."])
        return yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise Rejected([f"{filename}:{line}: write valid YAML: {error.problem}."]) from error
    except (yaml.YAMLError, UnicodeEncodeError) as error:
        raise Rejected([f"{filename}:1: write valid YAML without control characters."]) from error


def _mapping(
    node: yaml.MappingNode, path: str, lines: dict[str, int], problems: list[FieldProblem]
) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in node.value:
        name = key.value if isinstance(key, yaml.ScalarNode) else "?"
        at = f"{path}.{name}" if path else name
        lines[at] = key.start_mark.line + 1
        if name in found:
            problems.append(FieldProblem(at, "write this field once."))
        found[name] = _value(value, at, name in TYPED_KEYS, lines, problems)
    return found


def _value(node: yaml.Node, path: str, typed: bool, lines: dict[str, int], problems: list[FieldProblem]) -> object:
    lines.setdefault(path, node.start_mark.line + 1)
    match node:
        case yaml.MappingNode():
            return _mapping(node, path, lines, problems)
        case yaml.SequenceNode():
            return _sequence(node, path, lines, problems)
        case yaml.ScalarNode():
            return _scalar(node, typed)
    return None


def _sequence(node: yaml.SequenceNode, path: str, lines: dict[str, int], problems: list[FieldProblem]) -> list[object]:
    items = []
    for index, item in enumerate(node.value):
        at = f"{path}.{index}"
        lines[at] = item.start_mark.line + 1
        value = _value(item, at, False, lines, problems)
        if path.endswith(".options"):
            # An option's problems name it by its id, else by the letter that its place gives it.
            name = value.get("id") if isinstance(value, dict) else None
            _rename(lines, at, f"{path}.{name or chr(ord('a') + index % 26)}")
        items.append(value)
    return items


def _rename(lines: dict[str, int], old: str, new: str) -> None:
    for path in [path for path in lines if path == old or path.startswith(f"{old}.")]:
        lines[new + path[len(old) :]] = lines.pop(path)


def _scalar(node: yaml.ScalarNode, typed: bool) -> object:
    # The C parser calls the plain style "", the Python one None.
    plain = not node.style
    if plain and node.tag == "tag:yaml.org,2002:null":
        return None
    if plain and typed and node.tag in ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:int", "tag:yaml.org,2002:float"):
        return _typed(node)
    return str(node.value)


def _typed(node: yaml.ScalarNode) -> object:
    loader: Any = yaml.SafeLoader("")
    try:
        return loader.construct_object(node)
    except ValueError:
        return str(node.value)


class _Flowing(list[object]):
    """A list that is written on one line."""


class _FlowingMapping(dict[str, object]):
    """A mapping that is written on one line."""


class _Writer(yaml.SafeDumper):
    """Block style with lists set in under their key."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def _write_text(writer: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    # These break lines in YAML, and only double quotation marks keep them as they are.
    style = '"' if any(mark in text for mark in "\x85\u2028\u2029") else None
    return writer.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Writer.add_representer(str, _write_text)
_Writer.add_representer(
    _Flowing, lambda writer, items: writer.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=True)
)
_Writer.add_representer(
    _FlowingMapping,
    lambda writer, items: writer.represent_mapping("tag:yaml.org,2002:map", items.items(), flow_style=True),
)


def dump_set(questions: QuestionSet) -> str:
    """The set as YAML text; fields that say nothing are left out."""
    head = {"title": questions.title, "report": questions.report, "sha256": questions.sha256}
    parts = [_dump({name: value for name, value in head.items() if value})]
    if not questions.questions:
        return parts[0] + "questions: []\n"
    parts.append("questions:\n")
    for question in questions.questions:
        document = {
            name: _layout(name, value) for name, value in to_document(question).items() if not _silent(name, value)
        }
        lines = _dump([document]).removesuffix("\n").split("\n")
        parts.append("".join(f"  {line}\n" if line else "\n" for line in lines))
    return parts[0] + parts[1] + "\n".join(parts[2:])


def _dump(value: object) -> str:
    return yaml.dump(
        value, Dumper=_Writer, allow_unicode=True, sort_keys=False, width=LINE_WIDTH, default_flow_style=False
    )


def _silent(name: str, value: object) -> bool:
    return value is None or value == [] or (name in DEFAULTS and value == DEFAULTS[name])


def _layout(name: str, value: object) -> object:
    if name in FLOWING_KEYS:
        return (
            _FlowingMapping(value) if isinstance(value, dict) else _Flowing(value) if isinstance(value, list) else value
        )
    if name == "pairs" and isinstance(value, list):
        return [_Flowing(pair) for pair in value]
    if name == "options" and isinstance(value, list):
        return [{key: _layout(key, part) for key, part in option.items() if not _silent(key, part)} for option in value]
    return value
