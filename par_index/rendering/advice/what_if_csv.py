"""What-ifs as a table for spreadsheets: a row for each criterion that differs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from par_index.advice.what_if import Difference, WhatIf
from par_index.model.assessment import Assessment
from par_index.rendering.advice.sheets import Column, cell_number, sheet
from par_index.rendering.messages.advice_what_if import say_what_if
from par_index.rendering.messages.report import say
from par_index.rendering.numbers import rounded_percent

__all__ = ["what_if_csv"]

_COLUMNS = (
    "scenario",
    "row",
    "code",
    "title",
    "outcome_before",
    "low_before",
    "high_before",
    "outcome_after",
    "low_after",
    "high_after",
    "low_gain",
    "high_gain",
)
_NUMBERS = ("low", "high")

_Ends = tuple[Fraction | None, Fraction | None]


def what_if_csv(what_ifs: Sequence[WhatIf], language: str) -> str:
    """For each scenario the total, the index in percent, then whatever differs.

    A row may be of an area, which sums up the rows of its criteria.
    """
    columns = [
        Column(say_what_if(f"sheet_{name}", language), name.startswith(_NUMBERS))
        for name in _COLUMNS
    ]
    return sheet(columns, ([one.name, *row] for one in what_ifs for row in _rows(one, language)))


def _rows(one: WhatIf, language: str) -> Iterator[list[str]]:
    before, after = one.before.shown, one.after.shown
    yield _row("total", language, (before.low, before.high), (after.low, after.high))
    yield _row("index", language, _index(one.before), _index(one.after))
    yield from (_of_difference(difference, language) for difference in one.differences)


def _of_difference(one: Difference, language: str) -> list[str]:
    before, after = one.before, one.after
    kind = "criterion" if after.because is not None else "sum"
    row = _row(kind, language, (before.low, before.high), (after.low, after.high))
    row[1:3] = [one.code, after.criterion.title.into(language)]
    row[3], row[6] = say(before.outcome, language), say(after.outcome, language)
    return row


def _row(kind: str, language: str, before: _Ends, after: _Ends) -> list[str]:
    gains = (
        None if old is None or new is None else new - old
        for old, new in zip(before, after, strict=True)
    )
    name = say_what_if(f"row_{kind}", language)
    old, new, gained = (
        [cell_number(end, language) for end in ends] for ends in (before, after, gains)
    )
    return [name, "", "", "", *old, "", *new, *gained]


def _index(assessment: Assessment) -> _Ends:
    """In percent, as the set rounds it."""
    rounding = assessment.criteria.rounding

    def percent(value: Fraction | None) -> Fraction | None:
        if value is None:
            return None
        return rounded_percent(value, rounding.index_places, rounding.index_mode)

    return percent(assessment.index_low), percent(assessment.index_high)
