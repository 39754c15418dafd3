"""The page of a diff: the whole, areas, criteria, data, findings, how it was compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from par_index.advice.diff import Diff, Ends, Parts, Row, RowKind
from par_index.rendering.advice.diff_words import Words
from par_index.rendering.report.page import Grid, Page, Section

__all__ = ["diff_page"]


def diff_page(one: Diff, language: str) -> Page:
    """Only what differs; sections without content are left out."""
    words = Words(one, language)
    voice = words.new
    return Page(
        title=words.say("title"),
        subtitle=words.subtitle(),
        particulars=tuple(words.particulars()),
        headline=words.headline(),
        figures=tuple(words.figures()),
        sections=tuple(section for section in _sections(words) if not section.is_empty),
        columns=(
            voice.say("column_code"),
            voice.say("column_criterion"),
            words.say("column_points"),
        ),
    )


def _sections(words: Words) -> Iterator[Section]:
    one, voice = words.one, words.new
    yield from _areas(words)
    for name, kinds in (
        ("changed", (RowKind.BOTH, RowKind.GROUP)),
        ("new", (RowKind.NEW,)),
        ("dropped", (RowKind.DROPPED,)),
    ):
        rows = [row for row in one.rows if row.kind in kinds and row.score.because is not None]
        title = words.say(name, criteria=voice.tally(len(rows)))
        lead = "" if name == "changed" else words.say(f"{name}_lead")
        yield Section(title, lead, entries=tuple(map(words.entry, rows)))
    data = tuple(map(words.data, one.data))
    yield Section(words.say("data", count=voice.number(len(data))), bullets=data)
    left = tuple(map(words.left, one.carried.left if one.carried else ()))
    title = words.say("left", count=voice.number(len(left)))
    yield Section(title, words.say("left_lead"), bullets=left)
    yield from _findings(words)
    yield Section(words.say("notes"), bullets=tuple(words.notes()))


def _areas(words: Words) -> Iterator[Section]:
    """Areas that differ, and the total; of two sets also whose doing it is."""
    one = words.one
    codes = {area.code for area in one.before.areas} | {area.code for area in one.after.areas}
    rows = [row for row in one.rows if row.score.code in codes]
    if not rows:
        return
    before, after = one.before.shown, one.after.shown
    sides = words.old.span(before.low, before.high), words.new.span(after.low, after.high)
    change = words.pair((after.low - before.low, after.high - before.high))
    yield _grid(
        words,
        ("areas", "before", "after", "change"),
        [
            (
                words.span(words.old, row.before),
                words.span(words.new, row.after),
                words.pair(row.parts.change),
            )
            for row in rows
        ],
        rows,
        (*sides, change),
    )
    if one.is_of_two:
        whole = one.total
        yield _grid(
            words,
            ("areas_parts", "rules", "data", "change"),
            [tuple(map(words.pair, _three(row.parts))) for row in rows],
            rows,
            tuple(map(words.pair, _three(whole))),
        )


def _three(parts: Parts) -> tuple[Ends, Ends, Ends]:
    return parts.rules, parts.data, parts.change


def _grid(
    words: Words,
    names: tuple[str, ...],
    cells: Sequence[tuple[str, ...]],
    rows: Sequence[Row],
    total: tuple[str, ...],
) -> Section:
    """A table of areas; what two numbers in a cell are stands above it."""
    title, *columns = names
    header = [words.say("column_area"), *(words.say(f"column_{name}") for name in columns)]
    titles = [
        (words.new if row.after is not None else words.old).text(row.score.criterion.title)
        for row in rows
    ]
    grid = Grid(
        tuple(header),
        tuple((title, *cell) for title, cell in zip(titles, cells, strict=True)),
        (words.say("row_total"), *total),
    )
    # A change of both ends by the same is one number, which needs no word.
    has_pairs = any(";" in cell for row in (*grid.rows, grid.total) for cell in row[1:])
    lead = words.say("areas_lead") if has_pairs and title == "areas" else ""
    return Section(words.say(title), lead, grid=grid)


def _findings(words: Words) -> Iterator[Section]:
    """What there is to review anew, and what no more; its module only where there is any."""
    one = words.one
    if not one.appearing and not one.vanishing:
        return
    from par_index.rendering.messages.findings import say
    from par_index.rendering.report.findings import finding_entries, is_serious

    severity, finding, places = (
        say(f"column_{name}", words.language) for name in ("severity", "finding", "places")
    )
    for name, voice, side, findings in (
        ("appearing", words.new, one.after, one.appearing),
        ("vanishing", words.old, one.before, one.vanishing),
    ):
        yield Section(
            words.say(name),
            entries=finding_entries(voice, side, findings),
            is_gap=name == "appearing" and is_serious(findings),
            columns=(severity, finding, places),
        )
