"""An account as a table: a row for the unit, each node and each structure line."""

from __future__ import annotations

from collections.abc import Iterator

from par_index.model.criteria import Criterion
from par_index.rendering.advice.sheets import Column, cell_number, sheet
from par_index.rendering.review.account_words import Words
from par_index.review.account.account import Account, AccountColumn
from par_index.review.account.tree import ROOT

__all__ = ["account_csv"]


def account_csv(account: Account, language: str) -> str:
    """For a spreadsheet; points are numbers that add up there."""
    words = Words(account, language)
    columns = [
        Column(words.say("sheet_kind")),
        Column(words.say("sheet_code")),
        Column(words.say("sheet_title")),
    ]
    for column in account.columns:
        name = words.column(column)
        columns.append(Column(words.say("sheet_points", column=name), is_number=True))
        columns.append(Column(words.say("sheet_maximum", column=name), is_number=True))
    columns.append(Column(words.say("sheet_why")))
    return sheet(columns, _rows(words))


def _rows(words: Words) -> Iterator[list[str]]:
    account = words.account
    yield [words.say("row_unit"), "", account.state.unit.name, *_cells(words, ROOT), ""]
    yield from _structure(words, ROOT, words.say("whole_structure"))
    for area in account.criteria.areas:
        yield from _node(words, area, "row_area")


def _node(words: Words, criterion: Criterion, kind: str) -> Iterator[list[str]]:
    code = criterion.code
    why = "; ".join(words.move(move) for move in words.account.of(code))
    if not criterion.components and kind != "row_area":
        kind = "row_leaf"
    yield [words.say(kind), code, words.title(code), *_cells(words, code), why]
    yield from _structure(words, code, words.title(code))
    for component in criterion.components:
        yield from _node(words, component, "row_parent")


def _cells(words: Words, code: str) -> Iterator[str]:
    for column in words.account.columns:
        node = column.tree.nodes.get(code)
        yield cell_number(None if node is None else node.points, words.language)
        yield cell_number(None if node is None else node.applicable, words.language)


def _structure(words: Words, code: str, title: str) -> Iterator[list[str]]:
    """What the node's modifiers make of its sum, in every column, where they ever do."""

    def adjustment(column: AccountColumn) -> str:
        node = column.tree.nodes.get(code)
        return cell_number(None if node is None else node.adjustment, words.language)

    columns = words.account.columns
    if any(code in one.tree.nodes and one.tree.nodes[code].adjustment for one in columns):
        cells = [cell for one in columns for cell in (adjustment(one), "")]
        yield [words.say("row_structure"), code, title, *cells, ""]
