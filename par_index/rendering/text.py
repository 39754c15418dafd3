"""Reports for a terminal: wrapped to its width, with colour only where it is wanted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from par_index.model.assessment import Assessment
from par_index.rendering.columns import display_width, fit, visible, wrap
from par_index.rendering.grids import GridLayout
from par_index.rendering.ink import Ink, paint
from par_index.rendering.report.build import build_page
from par_index.rendering.report.headline import headline_of_unit
from par_index.rendering.report.page import Entry, Fact, Grid, Page, Section
from par_index.rendering.voice import Voice

__all__ = ["lay_out", "render_text"]

_GAP = "  "
_NARROWEST = 40
"""Below this a table would be all breaks; a narrower terminal wraps by itself."""


def render_text(
    assessment: Assessment, *, language: str, width: int = 80, color: bool = False, detail: int = 1
) -> str:
    """The report as text. ``detail`` 0 is the headline alone, 1 the report, 2 with every input."""
    voice = Voice.of(assessment, language)
    if detail == 0:
        return visible(headline_of_unit(voice, assessment)) + "\n"
    page = build_page(voice, assessment, with_trace=detail > 1, with_facts=detail > 1)
    return lay_out(page, width=width, color=color)


def lay_out(page: Page, *, width: int, color: bool) -> str:
    """Any page as text."""
    layout = _Layout(max(width, _NARROWEST), color)
    return "\n".join(line.rstrip() for line in layout.page(page)) + "\n"


class _Layout:
    """Lines of one page at one width."""

    def __init__(self, width: int, color: bool) -> None:
        self.width = width
        self.color = color

    def page(self, page: Page) -> Iterator[str]:
        yield from self._painted(self._wrapped(page.title), Ink.BOLD)
        yield from self._wrapped(page.subtitle)
        if page.particulars:
            yield from self._painted(self._wrapped(" · ".join(page.particulars)), Ink.FAINT)
        yield ""
        yield from self._painted(self._wrapped(page.headline), Ink.BOLD)
        for figure in page.figures:
            yield from self._wrapped(figure)
        for section in page.sections:
            yield ""
            yield from self._section(section)

    def _section(self, section: Section) -> Iterator[str]:
        ink = Ink.RED if section.is_gap else Ink.BOLD
        yield from self._painted(self._wrapped(section.title), ink)
        if section.lead:
            yield from self._wrapped(section.lead, _GAP)
        for bullet in section.bullets:
            yield from self._wrapped(bullet, f"{_GAP}• ", f"{_GAP}  ")
        if section.entries:
            yield from self._entries(section.entries)
        if section.grid:
            yield from self._grid(section.grid)

    def _entries(self, entries: Sequence[Entry]) -> Iterator[str]:
        """Titles start in one column after the codes; places and facts hang below them."""
        widest = max(display_width(visible(entry.code)) for entry in entries)
        indent = _GAP + " " * widest + _GAP
        for entry in entries:
            title = f"{entry.title} ({entry.points})" if entry.points else entry.title
            head = _GAP + fit(visible(entry.code), widest) + _GAP
            first, *others = self._wrapped(title, head, indent)
            yield first.replace(head, paint(head, Ink.BOLD, color=self.color), 1)
            yield from others
            for place in entry.places:
                yield from self._wrapped(place, f"{_GAP * 2}• ", _GAP * 3)
            for fact in entry.facts:
                yield from self._fact(fact)

    def _fact(self, fact: Fact) -> Iterator[str]:
        lead = f"{_GAP * 2}{visible(fact.label)}:"
        first, *others = self._wrapped(fact.text, f"{lead} ", _GAP * 4)
        yield first.replace(lead, paint(lead, Ink.FAINT, color=self.color), 1)
        yield from others

    def _grid(self, grid: Grid) -> Iterator[str]:
        layout = GridLayout(grid, self.width)
        yield from self._painted(layout.header(), Ink.FAINT)
        for row in grid.rows:
            yield from layout.row(row)
        yield from self._painted(layout.row(grid.total), Ink.BOLD)

    def _wrapped(self, text: str, first: str = "", rest: str | None = None) -> list[str]:
        rest = first if rest is None else rest
        return wrap(visible(text), self.width, first=first, rest=rest)

    def _painted(self, lines: Iterator[str] | list[str], ink: Ink) -> Iterator[str]:
        return (paint(line, ink, color=self.color) for line in lines)
