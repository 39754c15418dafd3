"""What a YAML text says once it is read: texts, lists and mappings, each with its place.

Nothing is typed here. ``no``, ``010`` and ``538.531`` stay the text that was written; what they
mean is decided by the kind of the field they fill.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from par_index.nouns import Noun
from par_index.problems import Span

__all__ = ["Entry", "Mapping", "Node", "Scalar", "Sequence"]


class Scalar(Noun):
    """One text in NFC. ``plain`` is written without quotes; the span is its first line."""

    text: str
    span: Span
    plain: bool = True

    @property
    def is_blank(self) -> bool:
        return self.text == ""


class Sequence(Noun):
    """A list. The span is its first character."""

    items: tuple[Node, ...]
    span: Span


class Entry(Noun):
    """One ``key: value`` of a mapping."""

    key: Scalar
    value: Node


class Mapping:
    """Entries in written order, each key once. ``flow`` is written ``{...}``."""

    __slots__ = ("_by_key", "entries", "flow", "span")
    __match_args__ = ("entries", "span", "flow")

    def __init__(self, entries: tuple[Entry, ...], span: Span, flow: bool = False) -> None:
        self.entries = entries
        self.span = span
        self.flow = flow
        self._by_key = {entry.key.text: entry for entry in reversed(entries)}

    def __contains__(self, key: str) -> bool:
        return key in self._by_key

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys in written order."""
        return tuple(entry.key.text for entry in self.entries)

    def get(self, key: str) -> Node | None:
        """The value under a key; None when the key is not written."""
        entry = self._by_key.get(key)
        return entry.value if entry else None

    def key_span(self, key: str) -> Span:
        """Where a key is written; the mapping's own place when it is not."""
        entry = self._by_key.get(key)
        return entry.key.span if entry else self.span


Node: TypeAlias = Scalar | Sequence | Mapping
