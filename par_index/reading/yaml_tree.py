"""From parse events to nodes, without recursion: a stack of what is still open.

Only events are used. Composing or constructing would resolve aliases, guess types and, in the C
parser, overflow the stack on a file of nothing but brackets.
"""

from __future__ import annotations

import re
from typing import TypeVar

import yaml

from par_index.problems import Owner, Problems, Source, Span
from par_index.reading.characters import composed, note_unseen
from par_index.reading.limits import YAML_DEPTH, YAML_VALUES
from par_index.reading.nodes import Mapping, Node, Scalar, Sequence
from par_index.reading.places import Mark, Places, excerpt, line_and_column
from par_index.reading.yaml_keys import close_mapping

__all__ = ["Top", "Tree"]

Top = TypeVar("Top", Mapping, Sequence)
"""What a file holds: `key: value` lines, or a list."""

_COLON = re.compile(r" *:")
_COMMENT_UNMEANT = re.compile(r"\s+(#[^\s#].*?)\s*$")
_PROPERTY = {sign: re.compile(rf"{sign}[^\s,\[\]{{}}]*") for sign in "&!"}
_FIRST_KEYS = {
    Owner.SUBMISSION: "`schema`, `criteria`, `unit`, `as_of`",
    Owner.EXTERNAL: "`schema`, `criteria`, `unit`, `by`",
    Owner.SCENARIO: "`schema`, `scenarios`",
    Owner.MAPPING: "`schema`, `criteria`, `measures`",
    Owner.EFFORT: "`schema`, `criteria`, `measures`",
}
_FIRST_KEYS_OF_CRITERIA = "`schema` / `code`"
_FIRST_OF_LIST = "`- name: …`"


class _Open:
    """A list or mapping whose end has not come; a mapping's keys and values alternate."""

    __slots__ = ("after_key", "children", "flow", "is_mapping", "span")

    def __init__(self, span: Span, flow: bool, is_mapping: bool) -> None:
        self.span = span
        self.flow = flow
        self.is_mapping = is_mapping
        self.children: list[Node] = []
        self.after_key: Span | None = None

    @property
    def expects_key(self) -> bool:
        return self.is_mapping and len(self.children) % 2 == 0


class Tree:
    """Grows from events, one document, and keeps what is wrong with it.

    ``take`` answers False when nothing after the event can be used; ``finish`` gives the
    mapping, or the list, at the top, if that is what it is.
    """

    def __init__(self, source: Source) -> None:
        self.problems = Problems()
        self._source = source
        self._places = Places()
        self._open: list[_Open] = []
        self._top: Node | None = None
        self._documents = 0
        self._values = 0

    @property
    def open_bracket(self) -> Span | None:
        """The innermost ``[`` or ``{`` that has not been closed."""
        return next((it.span for it in reversed(self._open) if it.flow), None)

    def take(self, event: yaml.Event) -> bool:
        """Add one event."""
        match event:
            case yaml.DocumentStartEvent():
                return self._start_document(event)
            case yaml.AliasEvent():
                return self._add_alias(event)
            case yaml.ScalarEvent():
                self._note_properties(event)
                return self._add(self._scalar(event))
            case yaml.CollectionStartEvent():
                self._note_properties(event)
                return self._start(event)
            case yaml.CollectionEndEvent():
                return self._add(self._closed(self._open.pop()), counts=False)
        return True

    def finish(self, wanted: type[Top], *, whole: bool) -> Top | None:
        """What is at the top; ``whole`` is False when reading had to stop before the end."""
        while self._open:
            self._closed(self._open.pop())
        self._places.tell(self.problems)
        if not whole:
            return None
        top = self._top
        if top is None or (isinstance(top, Scalar) and top.plain and top.is_blank):
            keys = _FIRST_KEYS.get(self._source.owner, _FIRST_KEYS_OF_CRITERIA)
            first = keys if wanted is Mapping else _FIRST_OF_LIST
            self.problems.add("E101", Span(self._source), keys=first)
        elif not isinstance(top, wanted):
            self.problems.add("E118" if wanted is Mapping else "E801", top.span)
        return top if isinstance(top, wanted) else None

    def _start_document(self, event: yaml.DocumentStartEvent) -> bool:
        span = self._span(event.start_mark, width=3)
        self._documents += 1
        if self._documents > 1:
            self.problems.add("E106", span)
            return False
        if self._source.line(span.line).startswith("%", span.column - 1):
            self.problems.add("E125", self._span(event.start_mark), found="%")
        return True

    def _add_alias(self, event: yaml.AliasEvent) -> bool:
        written = f"*{event.anchor}"
        span = self._span(event.start_mark, width=len(written))
        self._places.note("E107", span, cause=event.anchor, found=excerpt(written))
        return self._add(Scalar(written, span))

    def _add(self, node: Node, *, counts: bool = True) -> bool:
        """Put a node where it belongs: under its parent, or at the top."""
        parent = self._open[-1] if self._open else None
        if counts and not self._counted(node.span):
            return False
        if parent is None:
            self._top = node
        else:
            parent.children.append(node)
            if parent.expects_key:
                parent.after_key = None
        return True

    def _counted(self, span: Span) -> bool:
        """Count a value that begins here; False when there are too many."""
        if self._open and self._open[-1].expects_key:
            return True
        self._values += 1
        if self._values > YAML_VALUES:
            self.problems.add("E117", span, limit=YAML_VALUES)
            return False
        return True

    def _start(self, event: yaml.CollectionStartEvent) -> bool:
        span = self._span(event.start_mark)
        if len(self._open) >= YAML_DEPTH:
            self.problems.add("E110", span, limit=YAML_DEPTH)
            return False
        if not self._counted(span):
            return False
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        self._open.append(_Open(span, bool(event.flow_style), is_mapping))
        return True

    def _closed(self, it: _Open) -> Node:
        if not it.is_mapping:
            return Sequence(tuple(it.children), it.span)
        pairs = tuple(zip(it.children[::2], it.children[1::2], strict=False))
        return close_mapping(
            pairs, it.span, flow=it.flow, problems=self.problems, places=self._places
        )

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        parent = self._open[-1] if self._open else None
        span, after = self._span(event.start_mark, event.end_mark), self._span(event.end_mark)
        plain = not event.style
        if plain and not event.value and parent and not parent.expects_key and parent.after_key:
            # The parsers place a missing value differently; right after its key is one place.
            span = after = parent.after_key
        if parent and parent.expects_key:
            parent.after_key = self._past_colon(after)
        if plain:
            self._look_for_lost_text(after)
        elif event.style == '"':
            note_unseen(event.value, span, self._places, moving=False)
        return Scalar(composed(event.value), span, plain)

    def _look_for_lost_text(self, after: Span) -> None:
        """``phòng #1``: YAML takes what follows `` #`` for a comment."""
        line = self._source.line(after.line)
        if match := _COMMENT_UNMEANT.match(line, after.column - 1):
            span = Span(self._source, after.line, match.start(1) + 1, len(match[1]))
            self.problems.add("W101", span, dropped=excerpt(match[1]))

    def _note_properties(self, event: yaml.NodeEvent) -> None:
        """Anchors and tags, at their own place when they stand on the node's first line."""
        anchor: str | None = event.anchor
        tag: str | None = getattr(event, "tag", None)
        for sign, name, code in (("&", anchor, "E107"), ("!", tag, "E109")):
            if name is None:
                continue
            start = self._span(event.start_mark)
            match = _PROPERTY[sign].search(self._source.line(start.line), start.column - 1)
            if match:
                start = Span(self._source, start.line, match.start() + 1, len(match[0]))
            found = excerpt(match[0] if match else name)
            self._places.note(code, start, cause=name, found=found)

    def _past_colon(self, after: Span) -> Span:
        match = _COLON.match(self._source.line(after.line), after.column - 1)
        return Span(self._source, after.line, match.end() + 1) if match else after

    def _span(self, start: Mark | None, end: Mark | None = None, width: int = 1) -> Span:
        """The place of a mark; up to ``end``, or to the end of the first line if later."""
        line, column = line_and_column(start)
        if end is not None:
            last, after = line_and_column(end)
            if last != line:
                after = len(self._source.line(line).rstrip()) + 1
            width = max(after - column, 1)
        return Span(self._source, line, column, width)
