"""The page of an account: columns, why each step differs, areas, every criterion that moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby

from par_index.rendering.messages.review_log import say_log
from par_index.rendering.numbers import number
from par_index.rendering.report.page import Entry, Fact, Grid, Page, Section
from par_index.rendering.review.account_words import Words
from par_index.rendering.review.standing import particulars, standing_sections
from par_index.review.account.account import Account, AccountColumn
from par_index.review.account.agreeing import agreement_of
from par_index.review.account.tree import ROOT, kids_of

__all__ = ["account_page"]

_HEADING = 11
_COLUMNS = 4
"""Columns of points that stand beside the names of areas in a terminal."""


def account_page(account: Account, language: str) -> Page:
    """All of it; sections without content are left out."""
    words = Words(account, language)
    sections = [*_sections(words), *standing_sections(account.state, account.criteria, language)]
    return Page(
        title=account.state.unit.name,
        subtitle=words.voice.text(account.criteria.title),
        particulars=particulars(account.state, language),
        headline=words.headline(),
        figures=tuple(_figures(words)),
        sections=tuple(one for one in sections if not one.is_empty),
        columns=(
            say_log("column_code", language),
            say_log("column_criterion", language),
            say_log("column_points", language),
        ),
    )


def _figures(words: Words) -> Iterator[str]:
    account, language = words.account, words.language
    low, high = account.columns[-1].span
    if low != high:
        yield words.say("span", span=words.voice.span(low, high))
    if account.criteria.grades:
        first, last = (words.grade(account.columns[at]) for at in (0, -1))
        yield words.say("grades", claimed=first, final=last)
    agreement = agreement_of(account.state)
    if agreement.seen:
        yield words.say(
            "agreement",
            seen=number(agreement.seen, language),
            agreed=number(agreement.agreed, language),
            gap=words.voice.amount(agreement.gap),
        )
    yield say_log("no_proof", language)
    yield words.say("adds_up")


def _sections(words: Words) -> Iterator[Section]:
    yield Section(words.say("summary"), grid=_summary(words))
    for step in range(1, len(words.account.columns)):
        grid = _causes(words, step)
        if grid.rows:
            yield Section(words.step(step), grid=grid)
    yield from _areas(words)
    yield Section(words.say("leaves"), entries=tuple(_leaves(words)))
    yield Section(words.say("structure_section"), entries=tuple(_structure(words)))


def _summary(words: Words) -> Grid:
    account = words.account
    rows = []
    for step, column in enumerate(account.columns):
        change = words.change(account.difference(step)) if step else "–"
        root = column.tree.root
        points, maximum = words.voice.amount(root.points), words.voice.amount(root.applicable)
        rows.append((words.column(column), points, maximum, words.index(column), change))
    first, last = account.columns[0].tree.root, account.columns[-1].tree.root
    names = ("name", "points", "maximum", "index", "change")
    header = tuple(words.say(f"column_{name}") for name in names)
    total = (words.say("change_in_all"), "–", "–", "–", words.change(last.points - first.points))
    return Grid(header, tuple(rows), total, _HEADING)


def _causes(words: Words, step: int) -> Grid:
    """The points of one step by what moved them; the structure comes last."""
    account = words.account
    rows = [
        (words.cause(*key), words.change(points))
        for key, points in account.by_cause(step).items()
        if points
    ]
    structure = account.structure_of(step)
    if structure:
        rows.append((words.say("structure"), words.change(structure)))
    total = (words.say("total"), words.change(account.difference(step)))
    return Grid((words.say("column_why"), words.say("column_change")), tuple(rows), total)


def _areas(words: Words) -> Iterator[Section]:
    """Every area in every column, so many columns in one table as can be read."""
    account = words.account
    parts = [
        account.columns[begin : begin + _COLUMNS]
        for begin in range(0, len(account.columns), _COLUMNS)
    ]
    for number_, columns in enumerate(parts, start=1):
        title = words.say(
            "areas" if len(parts) == 1 else "areas_part", part=str(number_), parts=str(len(parts))
        )
        yield Section(title, grid=_areas_in(words, columns))


def _areas_in(words: Words, columns: Sequence[AccountColumn]) -> Grid:
    account = words.account
    rows = []
    for area in account.criteria.areas:
        if not area.extra:
            cells = (words.points_of(column, area.code) for column in columns)
            rows.append((f"{area.code} {words.voice.text(area.title)}", *cells))
    extras = [one.code for one in kids_of(account.criteria, None) if one.extra]
    if extras:
        sums = (
            sum(
                (column.tree.nodes[code].points for code in extras if code in column.tree.nodes),
                start=Fraction(0),
            )
            for column in columns
        )
        rows.append((words.say("extras"), *map(words.change, sums)))
    header = (words.say("column_area"), *map(words.column, columns))
    total = (words.say("whole"), *(words.points_of(column) for column in columns))
    return Grid(header, tuple(rows), total, _HEADING)


def _leaves(words: Words) -> Iterator[Entry]:
    account = words.account
    moved = {move.code for move in account.moves}
    in_order = [code for code in account.columns[-1].column.values if code in moved]
    for code in dict.fromkeys((*in_order, *sorted(moved))):
        told = (words.points_of(column, code) for column in account.columns)
        points = " → ".join(one for one, _ in groupby(told))
        facts = tuple(
            Fact(words.column(account.columns[move.step]), words.move(move))
            for move in account.of(code)
        )
        yield Entry(code, words.title(code), points, facts)


def _structure(words: Words) -> Iterator[Entry]:
    account = words.account
    for code in dict.fromkeys(one.code for one in account.structure):
        facts = tuple(
            Fact(words.column(account.columns[one.step]), words.change(one.difference))
            for one in account.structure
            if one.code == code
        )
        title = words.title(code) if code != ROOT else words.say("whole_structure")
        yield Entry(code or "–", title, facts=facts)
