"""A page: what a report says, in order, before any medium lays it out."""

from __future__ import annotations

from par_index.nouns import Noun

__all__ = ["Entry", "Fact", "Grid", "Page", "Section"]


class Fact(Noun):
    """One labelled line of an entry."""

    label: str
    text: str


class Entry(Noun):
    """One criterion: its code, its title, its points in words, and what there is to say.

    Of a finding: how serious it is, what it is, and the places where it was made.
    """

    code: str
    title: str
    points: str = ""
    facts: tuple[Fact, ...] = ()
    places: tuple[str, ...] = ()


class Grid(Noun):
    """A table whose first column is text and whose other columns are numbers; totals last.

    ``heading`` are the cells that a heading of numbers may fill before it breaks at every word.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    total: tuple[str, ...]
    heading: int = 0


class Section(Noun):
    """A heading over bullets, entries or a grid.

    ``columns`` are the names of an entry's code, title, and points or places, where they are not
    those of the page.
    """

    title: str
    lead: str = ""
    bullets: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()
    grid: Grid | None = None
    is_gap: bool = False
    columns: tuple[str, str, str] | None = None

    @property
    def is_empty(self) -> bool:
        return not (self.bullets or self.entries or self.grid)


class Page(Noun):
    """A whole report: whose, under which set, the headline, the figures, the sections."""

    title: str
    subtitle: str
    particulars: tuple[str, ...]
    headline: str
    figures: tuple[str, ...]
    sections: tuple[Section, ...]
    columns: tuple[str, str, str]
