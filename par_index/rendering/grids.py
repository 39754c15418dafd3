"""Grids in a terminal: a column of text that wraps, and columns of numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from par_index.rendering.columns import display_width, fit, visible, wrap
from par_index.rendering.report.page import Grid

__all__ = ["GridLayout"]

_GAP = "  "


class GridLayout:
    """Column widths of one grid: numbers get what they need, the text column what is left."""

    def __init__(self, grid: Grid, width: int) -> None:
        title, *names = grid.header
        rows = (*grid.rows, grid.total)
        self._title = visible(title)
        self._headings = [visible(name).split() for name in names]
        self._numbers = [
            max(map(display_width, (*words, *cells)))
            for words, cells in zip(
                self._headings, zip(*(row[1:] for row in rows), strict=True), strict=True
            )
        ]
        taken = sum(self._numbers) + len(_GAP) * (len(self._numbers) + 1)
        widest = max(display_width(visible(row[0])) for row in (grid.header, *rows))
        self._text = min(widest, width - taken)

    def header(self) -> Iterator[str]:
        """Headings broken at every word, their last lines level."""
        depth = max(map(len, self._headings))
        raised = [[""] * (depth - len(words)) + words for words in self._headings]
        for number, words in enumerate(zip(*raised, strict=True), start=1):
            yield self._line(self._title if number == depth else "", words)

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
