"""Fields of a mapping, read by hand: the light way, without pydantic, for a unit's own file."""

from __future__ import annotations

import datetime

from par_index.problems import Problems, Span
from par_index.reading.dates import Day, read_date
from par_index.reading.nearest import nearest
from par_index.reading.nodes import Mapping, Node, Scalar, Sequence

__all__ = ["Fields", "read_day"]


class Fields:
    """One mapping whose keys are known. ``family`` is the digit of its problems' codes."""

    def __init__(self, node: Mapping, problems: Problems, family: str) -> None:
        self.node = node
        self.problems = problems
        self.family = family

    def expect(self, required: tuple[str, ...] = (), optional: tuple[str, ...] = ()) -> None:
        """Report keys that are missing or unknown."""
        known = [*required, *optional]
        for key in required:
            if key not in self.node:
                self.problems.add(f"E{self.family}02", self.node.span, key=key)
        for entry in self.node:
            word = entry.key.text
            if word not in known:
                near = self.nearest(word, known)
                self.problems.add(f"E{self.family}01", entry.key.span, found=word, near=near)

    def nearest(self, word: str, known: list[str]) -> str:
        return nearest(word, known)

    def span_of(self, key: str) -> Span:
        """Where the value is, or its key when there is nothing or a block."""
        value = self.node.get(key)
        if isinstance(value, Scalar) and not value.is_blank:
            return value.span
        return self.node.key_span(key)

    def text(self, key: str, *, required: bool = True) -> str | None:
        """The text under a key; None when it is not there or blank, which is reported."""
        value = self.node.get(key)
        if value is None:
            return None
        if not isinstance(value, Scalar):
            self.problems.add(f"E{self.family}08", self.node.key_span(key), key=key)
            return None
        if not value.text.strip():
            if required:
                self.problems.add(f"E{self.family}09", self.node.key_span(key), key=key)
            return None
        return value.text

    def day(self, key: str) -> datetime.date | None:
        """The day under a key; None when it is not there, blank or no day."""
        text = self.text(key, required=key in ("as_of", "date"))
        return None if text is None else read_day(text, self.span_of(key), self.problems)

    def optional_text(self, key: str) -> str:
        return self.text(key, required=False) or ""

    def mapping(self, key: str) -> Mapping | None:
        """The mapping under a key; a blank one is None without a word."""
        value = self._collection(key)
        if value is None or isinstance(value, Mapping):
            return value
        self.problems.add(f"E{self.family}03", self.node.key_span(key), key=key)
        return None

    def mappings(self, key: str) -> list[Mapping]:
        """The list of mappings under a key."""
        value = self._collection(key)
        if value is None:
            return []
        if not isinstance(value, Sequence):
            self.problems.add(f"E{self.family}07", self.node.key_span(key), key=key)
            return []
        found = []
        for item in value.items:
            if isinstance(item, Mapping):
                found.append(item)
            else:
                self.problems.add(f"E{self.family}03", item.span, key=key)
        return found

    def _collection(self, key: str) -> Node | None:
        value = self.node.get(key)
        return None if isinstance(value, Scalar) and value.is_blank else value


def read_day(text: str, span: Span, problems: Problems) -> datetime.date | None:
    """A written day, with a note where it could have been read otherwise."""
    read = read_date(text)
    if isinstance(read, Day):
        if read.note:
            problems.add(read.note, span, found=text, day=read.date)
        return read.date
    problems.add(read.code, span, **read.params)
    return None
