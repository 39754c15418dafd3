"""A cheapest path as a table for spreadsheets: a row for each move."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from par_index.advice.path.path import Path
from par_index.nouns import EMPTY, replace
from par_index.rendering.advice.path_words import Words
from par_index.rendering.advice.sheets import Column, cell_number, sheet
from par_index.rendering.voice import Voice

__all__ = ["path_csv"]

_NUMBERS: Final = {"step", "points", "effort"}
_COLUMNS: Final = (
    "step",
    "code",
    "title",
    "measure",
    "label",
    "before",
    "after",
    "task",
    "lead",
    "support",
    "due",
    "points",
    "effort",
)


def path_csv(path: Path, language: str) -> str:
    """Points and effort are those of a whole step, told in its first row alone."""
    words = Words(path, replace(Voice.of(path.before, language), lines=EMPTY))
    columns = [Column(words.say(f"sheet_{name}"), name in _NUMBERS) for name in _COLUMNS]
    return sheet(columns, _rows(words, language))


def _rows(words: Words, language: str) -> Iterator[list[str]]:
    voice = words.voice
    for number, step in enumerate(words.path.steps, start=1):
        for at, move in enumerate(step.moves):
            remedy = words.remedy(move.code) if move.code else None
            texts = (remedy.text, remedy.lead, remedy.support) if remedy else (None, None, None)
            yield [
                str(number),
                move.code,
                words.title(move.code) if move.code else "",
                move.change.measure,
                voice.label(move.change.measure),
                words.value(move, 0),
                words.value(move, 1),
                *(voice.text(text) if text else "" for text in texts),
                words.due(remedy) if remedy else "",
                "" if at else cell_number(step.points, language),
                "" if at else cell_number(step.effort, language),
            ]
