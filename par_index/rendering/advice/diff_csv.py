"""A diff as a table for spreadsheets: the total, the index, a row for whatever differs."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from par_index.advice.diff import Diff, Parts, Row
from par_index.model.assessment import Score
from par_index.rendering.advice.diff_words import Words
from par_index.rendering.advice.sheets import Column, cell_number, sheet
from par_index.rendering.messages.report import say

__all__ = ["diff_csv"]

_COLUMNS = (
    "row",
    "old",
    "new",
    "title",
    "outcome_before",
    "low_before",
    "high_before",
    "outcome_after",
    "low_after",
    "high_after",
    "low_rules",
    "high_rules",
    "low_data",
    "high_data",
    "low_change",
    "high_change",
)
_NUMBERS = ("low", "high")


def diff_csv(one: Diff, language: str) -> str:
    """Points exactly, with both parts; a row may be of an area, which sums up its criteria."""
    words = Words(one, language)
    columns = [Column(words.say(f"sheet_{name}"), name.startswith(_NUMBERS)) for name in _COLUMNS]
    return sheet(columns, _rows(words))


def _rows(words: Words) -> Iterator[list[str]]:
    one = words.one
    yield _cells(words, words.say("row_total"), one.total)
    if one.index is not None:
        index = Parts(*(_percent(ends) for ends in _sides(one.index)))
        yield _cells(words, words.say("row_index"), index)
    for row in one.rows:
        yield _row(words, row)


def _row(words: Words, row: Row) -> list[str]:
    kind = "criterion" if row.score.because is not None else "sum"
    cells = _cells(words, words.say(f"row_{kind}"), row.parts)
    voice = words.new if row.after is not None else words.old
    cells[1] = row.before.code if row.before else ""
    cells[2] = row.after.code if row.after else ""
    cells[3] = voice.text(row.score.criterion.title)
    cells[4], cells[7] = (_outcome(words, one) for one in (row.before, row.after))
    return cells


def _outcome(words: Words, score: Score | None) -> str:
    return "" if score is None else say(score.outcome, words.language)


def _cells(words: Words, name: str, parts: Parts) -> list[str]:
    def shown(ends: tuple[Fraction, Fraction]) -> list[str]:
        return [cell_number(end, words.language) for end in ends]

    before, _, after = _sides(parts)
    both = [*shown(parts.rules), *shown(parts.data), *shown(parts.change)]
    return [name, "", "", "", "", *shown(before), "", *shown(after), *both]


def _sides(parts: Parts) -> tuple[tuple[Fraction, Fraction], ...]:
    return parts.before, parts.middle, parts.after


def _percent(ends: tuple[Fraction, Fraction]) -> tuple[Fraction, Fraction]:
    return ends[0] * 100, ends[1] * 100
