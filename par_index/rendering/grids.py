"""Grids in a terminal: a column of text that wraps, and columns of numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from par_index.rendering.columns import display_width, fit, visible, wrap
from par_index.rendering.report.page import Grid

__all__ = ["GridLayout", "column_width"]

_GAP = "  "


def column_width(name: str, cells: Iterable[str], heading: int = 0) -> int:
    """The cells of a column of numbers: it breaks no word and no number."""
    widest = max(map(display_width, (*name.split(), *cells)), default=0)
    return max(widest, min(display_width(name), heading))


class GridLayout:
    """Column widths of one grid: numbers get what they need, the text column what is left."""

    def __init__(self, grid: Grid, width: int) -> None:
        title, *names = map(visible, grid.header)
        rows = (*grid.rows, grid.total)
        columns = zip(*(row[1:] for row in rows), strict=True)
        self._title = title
        self._numbers = [
            column_width(name, cells, grid.heading)
            for name, cells in zip(names, columns, strict=True)
        ]
        self._headings = [
            wrap(name, width) for name, width in zip(names, self._numbers, strict=True)
        ]
        taken = sum(self._numbers) + len(_GAP) * (len(self._numbers) + 1)
        widest = max(display_width(visible(row[0])) for row in (grid.header, *rows))
        self._text = min(widest, width - taken)

    def header(self) -> Iterator[str]:
        """Headings broken to the width of their columns, their last lines level."""
        depth = max(map(len, self._headings))
        raised = [[""] * (depth - len(lines)) + lines for lines in self._headings]
        for number, lines in enumerate(zip(*raised, strict=True), start=1):
            yield self._line(self._title if number == depth else "", lines)

    def row(self, row: Sequence[str]) -> Iterator[str]:
        first, *others = wrap(visible(row[0]), self._text)
        yield self._line(first, row[1:])
        for line in others:
            yield f"{_GAP}{line}"

    def _line(self, text: str, cells: Sequence[str]) -> str:
        padded = [
            fit(cell, width, right=True) for cell, width in zip(cells, self._numbers, strict=True)
        ]
        return _GAP.join([f"{_GAP}{fit(text, self._text)}", *padded])
