"""Writing values into a unit's file where they stand: comments, order and quotes are kept.

The file has been read without a problem, and so have the values; here only its text is cut and
joined, at the places that a parser gives.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

import yaml

from par_index.reading.characters import composed
from par_index.reading.nodes import Entry, Mapping, Node, Scalar

__all__ = ["rewrite"]

_BOM = b"\xef\xbb\xbf"
_LINE_BREAK = re.compile(r"\r\n|\n|\r")
_PLAIN = re.compile(r"-?\w[\w./%()-]*(?:,[\w./%()-]+)*(?: \w[\w./%()-]*(?:,[\w./%()-]+)*)*")
_PLAIN_IN_BRACES = re.compile(r"-?\w[\w./%()-]*(?: \w[\w./%()-]*)*")
_CODE = re.compile(r"[0-9]+(?:\.[0-9]+)+")
_QUOTED = str.maketrans({"\\": "\\\\", '"': '\\"'})
_ESCAPES = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
_ESCAPED = re.compile("[\n\r\t]")
_DETAILS = ("quote", "said")
_STEP = "  "


def rewrite(data: bytes, changes: Iterable[Entry], last_year: Iterable[Entry] = ()) -> bytes:
    """A unit's file with values changed where they stand.

    A measure that is not there is added at the end of its block, ``data:`` or ``last_year:``, in
    the order of the changes; one that is to be blank is not.
    """
    start = len(_BOM) if data.startswith(_BOM) else 0
    text = data[start:].decode("utf-8")
    top = yaml.compose(text, yaml.BaseLoader)
    assert isinstance(top, yaml.MappingNode), "the file has been read"
    writer = _Writer(text)
    writer.change(top, "data", changes)
    writer.change(top, "last_year", last_year)
    return data[:start] + writer.written.encode("utf-8")


class _Cut(NamedTuple):
    """Characters that give way to others."""

    start: int
    end: int
    text: str


class _Writer:
    """Gathers what is to be cut out of one text and put in."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._cuts: list[_Cut] = []
        found = _LINE_BREAK.search(text)
        self._break = found[0] if found else "\n"

    @property
    def written(self) -> str:
        parts, done = [], 0
        for cut in sorted(self._cuts, key=lambda cut: cut.start):
            parts += [self._text[done : cut.start], cut.text]
            done = max(done, cut.end)
        return "".join([*parts, self._text[done:]])

    def change(self, top: yaml.MappingNode, block: str, changes: Iterable[Entry]) -> None:
        data = _values_of(top).get(block)
        there = _values_of(data) if isinstance(data, yaml.MappingNode) else {}
        in_braces = bool(top.flow_style)
        if isinstance(data, yaml.MappingNode):
            in_braces = in_braces or bool(data.flow_style)
        new: list[tuple[str, Node]] = []
        for entry in changes:
            id = entry.key.text
            if id in there:
                self._set(there[id], entry.value, in_braces=in_braces)
            elif not _is_blank(entry.value):
                new.append((id, entry.value))
        if not new:
            return
        if isinstance(data, yaml.MappingNode):
            self._append(data, new)
            return
        self._begin(block, top, data, new)

    # Values that stand there.

    def _set(self, node: yaml.Node, value: Node, *, in_braces: bool) -> None:
        """Put a value in place of what stands under a key."""
        if isinstance(node, yaml.MappingNode):
            self._set_within(node, value)
        elif isinstance(value, Mapping):
            options = [(one.key.text, one.value) for one in value]
            self._replace(node, "" if _is_blank(value) else _braced(options))
        else:
            assert isinstance(node, yaml.ScalarNode) and isinstance(value, Scalar)
            text = _scalar(value.text, node.style, in_braces=in_braces)
            self._replace(node, text, in_braces=in_braces)

    def _set_within(self, node: yaml.MappingNode, value: Node) -> None:
        """The value among the words beside it, or the numbers of a tally one by one."""
        there, in_braces = _values_of(node), bool(node.flow_style)
        is_detailed = any(key in there for key in _DETAILS)
        if "value" in there:
            self._set(there["value"], value, in_braces=in_braces)
        elif isinstance(value, Mapping) and not is_detailed:
            given = [(one.key.text, one.value) for one in value]
            for option, number in given:
                if option in there:
                    self._set(there[option], number, in_braces=in_braces)
            if new := [one for one in given if one[0] not in there]:
                self._append(node, new)
        elif not _is_blank(value):
            self._prepend(node, "value", value)
        elif not is_detailed:
            for number_there in there.values():
                self._set(number_there, value, in_braces=in_braces)

    def _replace(self, node: yaml.Node, text: str, *, in_braces: bool = False) -> None:
        start, end = node.start_mark.index, node.end_mark.index
        end = start + len(self._text[start:end].rstrip())
        if start == end:
            if text:
                self._fill(start, text)
        elif text or in_braces:
            self._cut(start, end, text)
        else:
            self._cut(len(self._text[:start].rstrip(" ")), end, "")

    def _fill(self, place: int, text: str) -> None:
        """Write where nothing stands; in braces there may be no colon yet."""
        before = self._text[:place].rstrip()
        colon = "" if before.endswith(":") else ":"
        self._cut(place, place, f"{colon} {text}")

    # Values that do not.

    def _prepend(self, node: yaml.MappingNode, key: str, value: Node) -> None:
        in_braces = bool(node.flow_style)
        written = f"{key}: {_written(value, in_braces=in_braces)}"
        if not in_braces:
            first = node.value[0][0].start_mark
            place, after = first.index, self._break + " " * first.column
        else:
            place, after = node.start_mark.index + 1, ", " if node.value else ""
        self._cut(place, place, written + after)

    def _append(self, node: yaml.MappingNode, new: list[tuple[str, Node]]) -> None:
        in_braces = bool(node.flow_style)
        entries = [f"{_key(key)}: {_written(value, in_braces=in_braces)}" for key, value in new]
        if in_braces:
            last = _end_of(node.value[-1][1]) if node.value else node.start_mark.index + 1
            lead = ", " if node.value else ""
            if self._text[last - 1] == ":":
                lead = f" {lead}"
            self._cut(last, last, lead + ", ".join(entries))
        else:
            indent = " " * node.value[0][0].start_mark.column
            self._add_lines(_end_of(node.value[-1][1]), [indent + one for one in entries])

    def _begin(
        self,
        block: str,
        top: yaml.MappingNode,
        data: yaml.Node | None,
        new: list[tuple[str, Node]],
    ) -> None:
        """Write the first values of a block."""
        if top.flow_style:
            if data is None:
                last = _end_of(top.value[-1][1])
                self._cut(last, last, f", {block}: {_braced(new)}")
            else:
                self._replace(data, _braced(new))
            return
        column = " " * top.value[0][0].start_mark.column
        lines = [f"{column}{_STEP}{_key(key)}: {_written(one)}" for key, one in new]
        if data is None:
            self._add_lines(_end_of(top.value[-1][1]), [f"{column}{block}:", *lines])
        else:
            self._replace(data, "")
            self._add_lines(data.end_mark.index, lines)

    def _add_lines(self, end: int, lines: list[str]) -> None:
        """Write lines below the one that ends a value, and below what is said beside it."""
        text = self._text
        is_whole_line = end > 0 and text[end - 1] in "\r\n"
        if is_whole_line:
            self._cut(end, end, "".join(line + self._break for line in lines))
            return
        found = _LINE_BREAK.search(text, end)
        place = found.start() if found else len(text)
        self._cut(place, place, "".join(self._break + line for line in lines))

    def _cut(self, start: int, end: int, text: str) -> None:
        self._cuts.append(_Cut(start, end, text))


def _values_of(node: yaml.MappingNode) -> dict[str, yaml.Node]:
    return {composed(key.value): value for key, value in node.value}


def _end_of(node: yaml.Node) -> int:
    """Where a value really ends: the end of a block is where the next thing begins."""
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(node, yaml.MappingNode) else last
    return int(node.end_mark.index)


def _is_blank(value: Node) -> bool:
    """Whether it says that something is not reported."""
    if isinstance(value, Scalar):
        return not value.text.strip()
    return isinstance(value, Mapping) and all(_is_blank(one.value) for one in value)


def _written(value: Node, *, in_braces: bool = False) -> str:
    if isinstance(value, Mapping):
        return _braced([(one.key.text, one.value) for one in value])
    assert isinstance(value, Scalar), "what has been read is a value"
    return _scalar(value.text, None, in_braces=in_braces)


def _braced(entries: list[tuple[str, Node]]) -> str:
    parts = (f"{_key(key)}: {_written(value, in_braces=True)}".rstrip() for key, value in entries)
    return f"{{{', '.join(parts)}}}"


def _key(text: str) -> str:
    """A key; one that looks like a code is quoted, as codes are."""
    return _scalar(text, '"' if _CODE.fullmatch(text) else None, in_braces=True)


def _scalar(text: str, style: str | None, *, in_braces: bool) -> str:
    """A text in the quotes of the one before it, or in none where it needs none."""
    if not text.strip():
        return ""
    if style == "'" and not _ESCAPED.search(text):
        return "'" + text.replace("'", "''") + "'"
    plain = _PLAIN_IN_BRACES if in_braces else _PLAIN
    if style != '"' and plain.fullmatch(text):
        return text
    return f'"{_ESCAPED.sub(lambda found: _ESCAPES[found[0]], text.translate(_QUOTED))}"'
