"""What broke the YAML, in the terms of somebody who types it.

A parser tells where it stopped and, in its own terms, why. Here that becomes a code, and the
place is looked up in the text again, since a fault often lies before the point where a parser
stumbles over it.
"""

from __future__ import annotations

import re

import yaml

from par_index.nouns import Noun
from par_index.problems import Problems, Source, Span
from par_index.reading.limits import KEY_CHARACTERS
from par_index.reading.places import Mark, line_and_column

__all__ = ["explain"]

_KEY_WITHOUT_SPACE = re.compile(r" *(?:- +)*[^\s:#\"'\[{\-][^:]*?(?=:[^ ])")
_NO_KEY = re.compile(r"(?:^[ -]*|[\[{,] *)$")
_SEARCHED_FOR_COLON = 1024
"""Characters after which YAML itself no longer takes a text for a key."""

_BEGINS_RESERVED = re.compile(
    r"while (scanning (an (anchor|alias)|a (tag|directive|block scalar)|for the next token)"
    r"|parsing a (tag|node|block node))"
)
_EXCERPT = 20


class _Fault(Noun):
    """A parser's complaint, beside the text where it stopped."""

    doing: str
    reason: str
    start: Span
    stop: Span
    bracket: Span | None

    @property
    def line(self) -> str:
        return self.stop.source.line(self.stop.line)

    @property
    def before(self) -> str:
        return self.line[: self.stop.column - 1]

    @property
    def sign(self) -> str:
        """The character at which the parser stopped; empty at the end of a line."""
        return self.line[self.stop.column - 1 : self.stop.column]


def explain(
    error: yaml.MarkedYAMLError, source: Source, bracket: Span | None, problems: Problems
) -> None:
    """Add the Problem for a fault of syntax; ``bracket`` is the innermost one still open."""
    start = _place(error.context_mark or error.problem_mark, source)
    stop = _place(error.problem_mark or error.context_mark, source)
    fault = _Fault(error.context or "", error.problem or "", start, stop, bracket)
    code, span = _named(fault)
    shown = source.line(span.line)[span.column - 1 :]
    match code:
        case "E114":
            problems.add(code, span, *_other_tabs(span))
        case "E116":
            problems.add(code, span, found=shown[:_EXCERPT].rstrip())
        case "E119":
            problems.add(code, span, length=span.width, limit=KEY_CHARACTERS)
        case "E121" | "E122" | "E125":
            problems.add(code, span, found=shown[:1])
        case _:
            problems.add(code, span)


def _named(fault: _Fault) -> tuple[str, Span]:
    """The code and the place: the surest sign first."""
    stop = fault.stop
    if "quoted scalar" in fault.doing:
        return _quote(fault)
    if fault.line.startswith("%"):
        return "E125", Span(stop.source, stop.line)
    if fault.sign == "\t" or "\t" in _indent(fault.line):
        tab = fault.line.index("\t") if fault.sign != "\t" else stop.column - 1
        return "E114", Span(stop.source, stop.line, tab + 1)
    if fault.sign == ":" and _NO_KEY.search(fault.before):
        return "E112", stop
    if fault.reason == "could not find expected ':'":
        return _key(fault.start)
    if fault.reason.startswith("mapping values"):
        return _colon(fault)
    if fault.doing.startswith("while parsing a flow"):
        return _bracket(fault)
    if _BEGINS_RESERVED.match(fault.doing):
        return "E125", stop if "node" in fault.doing else fault.start
    if not fault.before.strip() and _breaks_indentation(fault):
        return "E123", _to_line_end(stop)
    if fault.reason.endswith("are not allowed here"):
        return "E125", stop
    return "E116", _to_line_end(stop)


def _quote(fault: _Fault) -> tuple[str, Span]:
    if fault.reason.startswith("found unexpected") or not fault.sign:
        return "E121", fault.start
    stop = fault.stop
    backslash = fault.line.rfind("\\", 0, stop.column)
    if backslash < 0:
        return "E116", Span(stop.source, stop.line)
    return "E126", Span(stop.source, stop.line, backslash + 1, 2)


def _key(start: Span) -> tuple[str, Span]:
    """A line that should begin with a key and has no colon, or none near enough."""
    text = start.source.line(start.line)[start.column - 1 :]
    key = text.partition(": ")[0].rstrip()
    if len(key) > _SEARCHED_FOR_COLON:
        return "E119", Span(start.source, start.line, start.column, len(key))
    return "E124", _to_line_end(start)


def _colon(fault: _Fault) -> tuple[str, Span]:
    """A colon where a value is being read: a second one, or a key taken for text."""
    stop = fault.stop
    if ": " in fault.before:
        return "E115", stop
    first = Span(stop.source, stop.line, len(_indent(fault.line)) + 1)
    if stop.column - first.column > _SEARCHED_FOR_COLON:
        return _key(first)
    previous = stop.line - 1
    while previous > 1 and not stop.source.line(previous).strip():
        previous -= 1
    text = stop.source.line(previous)
    above = Span(stop.source, previous, len(_indent(text)) + 1)
    if _KEY_WITHOUT_SPACE.match(text) or (text.strip() and not re.search(r":|^ *-", text)):
        return "E124", _to_line_end(above)
    return "E123", _to_line_end(first)


def _bracket(fault: _Fault) -> tuple[str, Span]:
    """Something unexpected between brackets, or after one that never closed."""
    at_end = not fault.sign or "stream end" in fault.reason
    if fault.bracket and (at_end or fault.sign in "]}" or fault.bracket.line < fault.stop.line):
        return "E122", fault.bracket
    if fault.sign == ":":
        return "E115", fault.stop
    return ("E125", fault.stop) if fault.sign in "-?" else ("E116", _to_line_end(fault.stop))


def _breaks_indentation(fault: _Fault) -> bool:
    """Whether a line is at fault by where it begins, not by what it says."""
    if "document start" not in fault.reason:
        return fault.sign not in "]}"
    lines = (line for line in fault.stop.source.lines if not re.match(r"\s*(#|---|$)", line))
    return next(lines, "").startswith(" ")


def _other_tabs(tab: Span) -> list[Span]:
    """The other lines that are indented with Tab: mended by the same act."""
    return [
        Span(tab.source, number, _indent(line).index("\t") + 1)
        for number, line in enumerate(tab.source.lines, 1)
        if number != tab.line and "\t" in _indent(line)
    ]


def _place(mark: Mark | None, source: Source) -> Span:
    """The place of a mark; past the last word of the text when the mark is beyond it."""
    line, column = line_and_column(mark)
    while line > 1 and not source.line(line).strip():
        line -= 1
        column = len(source.line(line)) + 1
    return Span(source, line, column)


def _to_line_end(span: Span) -> Span:
    width = len(span.source.line(span.line).rstrip()) - span.column + 1
    return Span(span.source, span.line, span.column, max(width, 1))


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" \t"))]
