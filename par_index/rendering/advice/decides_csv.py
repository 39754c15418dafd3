"""What decides as a table for spreadsheets: open items, then data that decide several things."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from par_index.advice.decides import Data, Decides, Item
from par_index.rendering.advice.decides_words import Words, codes_of
from par_index.rendering.advice.sheets import Column, cell_number, sheet

__all__ = ["decides_csv"]

_COLUMNS = (
    "row",
    "code",
    "title",
    "why",
    "measures",
    "low",
    "high",
    "least_low",
    "least_high",
    "most_low",
    "most_high",
    "closes",
    "settles",
    "necessary",
    "sufficient",
)
_NUMBERS = ("low", "high", "least", "most", "closes")


def decides_csv(one: Decides, language: str) -> str:
    """Most deciding first; a row of data sums up what rests on it, so rows do not add up."""
    words = Words(one, language)
    columns = [Column(words.say(f"sheet_{name}"), name.startswith(_NUMBERS)) for name in _COLUMNS]
    return sheet(columns, _rows(words))


def _rows(words: Words) -> Iterator[list[str]]:
    for item in words.one.items:
        yield _item(words, item)
    for data in words.one.data:
        if data.is_shared:
            yield _data(words, data)


def _item(words: Words, one: Item) -> list[str]:
    open_, score = one.open, one.open.score
    by_end = {each.end: each for each in one.ends}
    least, most = (by_end[end] for end in (open_.least, open_.most))
    totals = (least.low, least.high, most.low, most.high, one.closes[1])
    has_points = bool(open_.points)
    numbers = (score.low if has_points else None, score.high if has_points else None, *totals)
    titles = {
        name: ", ".join(
            words.voice.text(need.grade.title)
            for need in words.one.grades
            if any(item.key == open_.key for item, _ in getattr(need, name))
        )
        for name in ("necessary", "sufficient")
    }
    return [
        words.say(f"row_{open_.kind}"),
        one.code,
        words.title(open_),
        words.why(open_.waits),
        ", ".join(wait.measure for wait in open_.waits),
        *_numbers(words, numbers),
        "",
        titles["necessary"],
        titles["sufficient"],
    ]


def _data(words: Words, one: Data) -> list[str]:
    labels = words.voice.list(words.voice.label(id) for id in one.measures)
    totals = (None, None, *one.least, *one.most, one.closes)
    return [
        words.say("row_data"),
        codes_of(one.items),
        labels,
        words.why(one.waits),
        ", ".join(one.measures),
        *_numbers(words, totals),
        codes_of(one.settles),
        "",
        "",
    ]


def _numbers(words: Words, values: tuple[Fraction | None, ...]) -> Iterator[str]:
    return (cell_number(value, words.language) for value in values)
