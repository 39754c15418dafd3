"""The page of several what-ifs: side by side in a table, then each by itself in short."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from par_index.advice.what_if import WhatIf
from par_index.model.accounts import Outcome
from par_index.model.assessment import Assessment, Score
from par_index.nouns import replace
from par_index.rendering.advice.what_if_words import Words, remark_bullets
from par_index.rendering.columns import visible
from par_index.rendering.grids import column_width
from par_index.rendering.messages.advice_what_if import say_what_if
from par_index.rendering.report.build import particulars
from par_index.rendering.report.headline import headline, index_range
from par_index.rendering.report.page import Entry, Grid, Page, Section

__all__ = ["several_page"]

_TITLE = 26
"""The cells that the titles of criteria have at least, where tables have to be narrow."""
_HEADING = 11
"""As wide as an index between two ends: a name may fill so much before it breaks at every word."""
_GAP = 2
_NONE = "–"


def several_page(what_ifs: Sequence[WhatIf], language: str, width: int | None = None) -> Page:
    """A page for scenarios of one submission, in tables of at most ``width`` cells."""
    several = [Words(one, language) for one in what_ifs]
    voice, before = several[0].old, what_ifs[0].before
    return Page(
        title=before.submission.unit.name,
        subtitle=voice.text(before.criteria.title),
        particulars=particulars(voice, before),
        headline=say_what_if("now", language, what=headline(voice, before)),
        figures=(),
        sections=tuple(one for one in _sections(several, width) if not one.is_empty),
        columns=(
            voice.say("column_code"),
            voice.say("column_criterion"),
            voice.say("column_points"),
        ),
    )


def _sections(several: Sequence[Words], width: int | None) -> Iterator[Section]:
    yield from _tables(several, width)
    yield from map(_section, several)
    yield Section(several[0].say("remarks"), bullets=remark_bullets(several))


# Side by side.


def _tables(several: Sequence[Words], width: int | None) -> Iterator[Section]:
    grid = _grid(several)
    grids = [grid] if width is None else list(_narrowed(grid, width))
    first, count = several[0], str(len(several))
    for number, one in enumerate(grids, start=1):
        name = "several" if len(grids) == 1 else "several_part"
        part, parts = str(number), str(len(grids))
        yield Section(first.say(name, count=count, part=part, parts=parts), grid=one)


def _grid(several: Sequence[Words]) -> Grid:
    """A column for now and for each scenario; a row for each criterion that differs in any."""
    first = several[0]
    before = first.one.before
    moved = {one.code for words in several for one in words.reasoned()}
    rows = [_row(several, score) for code, score in before.by_code.items() if code in moved]
    indexes = [index_range(first.old, side) or _NONE for side in _sides(several)]
    if len(set(indexes)) > 1:
        rows.append((first.say("row_index"), *indexes))
    rows.append((first.say("row_gain"), "", *(words.old.change(_gain(words)) for words in several)))
    names = (words.one.name for words in several)
    header = (first.say("column_criterion"), first.say("column_now"), *names)
    return Grid(header, tuple(rows), _total(several), _HEADING)


def _sides(several: Sequence[Words]) -> list[Assessment]:
    return [several[0].one.before, *(words.one.after for words in several)]


def _gain(words: Words) -> Fraction:
    return words.one.after.shown.low - words.one.before.shown.low


def _row(several: Sequence[Words], before: Score) -> tuple[str, ...]:
    voice = several[0].old
    title = f"{before.code} {voice.text(before.criterion.title)}"
    after = (words.one.after.by_code[before.code] for words in several)
    cells = (_cell(words, before, score) for words, score in zip(several, after, strict=True))
    return (title, _points(several[0], before), *cells)


def _cell(words: Words, before: Score, after: Score) -> str:
    """The points, and what they gain where that is one number."""
    points, gain = _points(words, after), after.low - before.low
    if not gain or after.high - before.high != gain:
        return points
    return words.say("cell", points=points, gain=words.old.change(gain))


def _points(words: Words, score: Score) -> str:
    if score.outcome is Outcome.NOT_APPLICABLE:
        return _NONE
    if score.criterion.extra:
        return words.old.change(score.low, score.high)
    return words.old.span(score.low, score.high)


def _total(several: Sequence[Words]) -> tuple[str, ...]:
    """The totals, of which maximum said once where it is the same for all."""
    first = several[0]
    sides = _sides(several)
    if len({side.total.applicable for side in sides}) > 1:
        return (first.say("row_total"), *map(first.total, sides))
    shown = (first.old.span(side.shown.low, side.shown.high) for side in sides)
    maximum = first.old.amount(sides[0].total.applicable)
    return (first.say("row_total_of", maximum=maximum), *shown)


def _narrowed(grid: Grid, width: int) -> Iterator[Grid]:
    """The same in several tables where one would be too wide; what is now stands in each."""
    columns = list(zip(grid.header, *grid.rows, grid.total, strict=True))
    widths = [_width(column) for column in columns[1:]]
    room = width - _GAP - _TITLE - widths[0]
    chosen: list[int] = []
    used = 0
    for number, wide in enumerate(widths[1:], start=2):
        if chosen and used + wide > room:
            yield _picked(grid, chosen)
            chosen, used = [], 0
        chosen.append(number)
        used += wide
    yield _picked(grid, chosen)


def _width(column: Sequence[str]) -> int:
    name, *cells = column
    return _GAP + column_width(visible(name), cells, _HEADING)


def _picked(grid: Grid, chosen: Sequence[int]) -> Grid:
    """Some of the scenarios, with the rows of what differs in any of these."""

    def of(row: Sequence[str]) -> tuple[str, ...]:
        return tuple(row[number] for number in (0, 1, *chosen))

    rows = (row for row in grid.rows if any(row[number] != row[1] for number in chosen))
    return Grid(of(grid.header), tuple(map(of, rows)), of(grid.total), grid.heading)


# Each by itself.


def _section(words: Words) -> Section:
    """What it sets, what that moves altogether, and what there is to review anew or no more."""
    return Section(
        words.one.name,
        lead=words.headline(),
        bullets=words.settings() or (words.say("no_settings"),),
        entries=tuple(_findings(words)),
        columns=words.finding_columns(),
    )


def _findings(words: Words) -> Iterator[Entry]:
    """Findings under their severity; their module only where there are any."""
    one = words.one
    if not one.appearing and not one.vanishing:
        return
    from par_index.rendering.report.findings import finding_entries

    for name, voice, assessment, findings in (
        ("new_finding", words.new, one.after, one.appearing),
        ("old_finding", words.old, one.before, one.vanishing),
    ):
        for entry in finding_entries(voice, assessment, findings):
            title = words.say(name, title=entry.title)
            yield replace(entry, title=title, facts=())
