"""Excerpts: the user's own lines under a place, with carets where the fault is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from par_index.problems import Span
from par_index.rendering.columns import display_width, visible

__all__ = ["Excerpt", "excerpts"]

_WIDTH = 72
"""Cells of a line that are shown; a longer line is cut around its span."""

_LINES = 3
_CUT = "…"


class Excerpt(NamedTuple):
    """Places that one stretch of at most three lines shows, the first of them named."""

    places: tuple[Span, ...]

    @property
    def gutter(self) -> int:
        """Cells that its line numbers need."""
        return max(len(str(place.line)) for place in self.places)

    @property
    def can_be_shown(self) -> bool:
        return any(place.line <= len(place.source.lines) for place in self.places)

    def lines(self, remark: str, gutter: int) -> Iterator[str]:
        """The lines with their numbers; the remark stands after the carets of the first place."""
        source = self.places[0].source
        numbers = [place.line for place in self.places]
        margin = " " * gutter
        for line in range(min(numbers), max(numbers) + 1):
            here = [place for place in self.places if place.line == line]
            view = _View.of(source.line(line), here[0] if here else None)
            yield f"{line:>{gutter}} | {view.text}".rstrip()
            for place in here:
                said = f" {remark}" if remark and place is self.places[0] else ""
                yield f"{margin} | {view.carets(place)}{said}"


def excerpts(places: Sequence[Span]) -> list[Excerpt]:
    """Group the places so that neighbours in one file share an excerpt; the first leads."""
    groups: list[list[Span]] = []
    for place in places:
        for group in groups:
            if _fits(group, place):
                group.append(place)
                break
        else:
            groups.append([place])
    return [Excerpt(tuple(group)) for group in groups]


def _fits(group: Sequence[Span], place: Span) -> bool:
    lines = [one.line for one in (*group, place)]
    return place.source is group[0].source and max(lines) - min(lines) < _LINES


class _View(NamedTuple):
    """A line as shown: the text, and the cell at which each character of the original begins."""

    text: str
    cells: tuple[int, ...]
    first: int
    last: int

    @classmethod
    def of(cls, line: str, place: Span | None) -> _View:
        shown = [visible(character) for character in line]
        cells = tuple(accumulate(map(display_width, shown), initial=0))
        if cells[-1] <= _WIDTH:
            return cls("".join(shown), cells, 0, len(line))
        first = _first_shown(cells, place)
        last = len(line)
        while cells[last] - cells[first] > _WIDTH:
            last -= 1
        head, tail = _CUT if first else "", _CUT if last < len(line) else ""
        text = f"{head}{''.join(shown[first:last])}{tail}"
        offset = cells[first] - len(head)
        return cls(text, tuple(cell - offset for cell in cells), first, last)

    def carets(self, place: Span) -> str:
        """Carets under the place, cut where the shown line ends."""
        start = min(max(place.column - 1, self.first), self.last)
        end = min(max(start + place.width, start), self.last)
        width = max(1, self.cells[end] - self.cells[start])
        return " " * self.cells[start] + "^" * width


def _first_shown(cells: Sequence[int], place: Span | None) -> int:
    """Where to cut a long line so that the place stands well inside what is shown."""
    start = min(place.column - 1, len(cells) - 1) if place else 0
    wanted = cells[start] - _WIDTH // 3
    if wanted <= 0:
        return 0
    wanted = min(wanted, cells[-1] - _WIDTH)
    return next(number for number, cell in enumerate(cells) if cell >= wanted)
