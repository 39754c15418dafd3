"""Pace as a table for spreadsheets: a row for each rung of a criterion, and for each way to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from par_index.advice.pace import Pace, PaceRow
from par_index.advice.rungs import Rung
from par_index.advice.trials import Need
from par_index.nouns import EMPTY, replace
from par_index.rendering.advice.pace_words import Words
from par_index.rendering.advice.sheets import Column, cell_number, sheet
from par_index.rendering.voice import Voice

__all__ = ["pace_csv"]

_TEXTS: Final = {"area", "code", "title", "state", "measure", "label", "note"}
_COLUMNS: Final = (
    "area",
    "code",
    "title",
    "maximum",
    "low_before",
    "high_before",
    "low_after",
    "high_after",
    "points",
    "state",
    "measure",
    "label",
    "now",
    "final",
    "more",
    "coming",
    "note",
)


def pace_csv(pace: Pace, language: str) -> str:
    """Every rung; a criterion without any has one row. Lines of the unit's file are left out."""
    words = Words(pace, replace(Voice.of(pace.before, language), lines=EMPTY))
    columns = [Column(words.say(f"column_{name}"), name not in _TEXTS) for name in _COLUMNS]
    return sheet(columns, (cells for row in pace.rows for cells in _rows(words, row)))


def _rows(words: Words, row: PaceRow) -> Iterator[list[str]]:
    if not row.rungs:
        yield _cells(words, row, None, None)
    for rung in row.rungs:
        for need in rung.needs or (rung.wanted or rung.most,):
            yield _cells(words, row, rung, need)


def _cells(words: Words, row: PaceRow, rung: Rung | None, need: Need | None) -> list[str]:
    voice = words.voice
    numbers = {
        "maximum": row.before.criterion.max_points,
        "low_before": row.before.low,
        "high_before": row.before.high,
        "low_after": row.after.low,
        "high_after": row.after.high,
        "points": rung.points if rung else None,
        "now": need.lever.now if need else None,
        "final": need.final if need else None,
        "more": need.more if need else None,
        "coming": need.lever.coming if need else None,
    }
    cells = {name: cell_number(value, voice.language) for name, value in numbers.items()}
    cells |= {
        "area": voice.text(row.area.title),
        "code": row.code,
        "title": voice.text(row.title),
        "state": words.say(f"state_{rung.state}") if rung else "",
        "measure": need.lever.measure if need else "",
        "label": voice.label(need.lever.measure) if need else "",
        "note": _note(words, row, rung, need),
    }
    return [cells[name] for name in _COLUMNS]


def _note(words: Words, row: PaceRow, rung: Rung | None, need: Need | None) -> str:
    if rung is None:
        return next((fact.text for fact in words.facts(row)), "")
    if rung.needs and need is not None:
        return words.need(need)
    return next(words.rung(row, rung), "")
