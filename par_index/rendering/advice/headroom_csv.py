"""Headroom as a table for spreadsheets: a row for each criterion."""

from __future__ import annotations

from typing import Final

from par_index.advice.headroom import Headroom, HeadroomRow, Order, rows_in_order
from par_index.nouns import EMPTY, replace
from par_index.rendering.advice.headroom_words import Words
from par_index.rendering.advice.sheets import Column, cell_number, sheet
from par_index.rendering.voice import Voice

__all__ = ["headroom_csv"]

_NUMBERS: Final = {"low", "high", "maximum", "cases", "gain", "spare", "gone", "unknown"}
_COLUMNS: Final = (
    "area",
    "code",
    "title",
    "outcome",
    "low",
    "high",
    "maximum",
    "cases",
    "gain",
    "next",
    "most",
    "spare",
    "failures",
    "day",
    "gone",
    "unknown",
    "why",
    "ask",
)


def headroom_csv(headroom: Headroom, language: str, order: Order) -> str:
    """Every row; its lines in the unit's file mean nothing there and are left out."""
    voice = replace(Voice.of(headroom.assessment, language), lines=EMPTY)
    words = Words(headroom, voice)
    columns = [Column(words.say(f"column_{name}"), name in _NUMBERS) for name in _COLUMNS]
    return sheet(columns, (_cells(words, row) for row in rows_in_order(headroom.rows, order)))


def _cells(words: Words, row: HeadroomRow) -> list[str]:
    voice, score = words.voice, row.score
    counts = [one.count * one.unit for one in row.spares]
    gains = [step.low - score.low for step in row.steps if step.low > score.low]
    lost = row.gone if row.gone > 0 else None
    cells = {
        "area": voice.text(row.area.title),
        "code": row.code,
        "title": voice.text(row.title),
        "outcome": voice.say(score.outcome),
        "low": cell_number(score.low, voice.language),
        "high": cell_number(score.high, voice.language),
        "maximum": cell_number(score.criterion.max_points, voice.language),
        "cases": cell_number(row.cases, voice.language),
        "gain": cell_number(min(gains, default=None), voice.language),
        "next": words.next(row),
        "most": words.most(row),
        "spare": cell_number(min(counts, default=None), voice.language),
        "failures": voice.list(filter(None, (words.spare(row), words.edge(row)))),
        "day": voice.date(row.last_day) if row.last_day else "",
        "gone": cell_number(None if row.is_unknown else lost, voice.language),
        "unknown": cell_number(lost if row.is_unknown else None, voice.language),
        "why": words.why(row) if lost else "",
        "ask": words.ask(row) if row.ask else "",
    }
    return [cells[name] for name in _COLUMNS]
