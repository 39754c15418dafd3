"""What can move: the unit's own measures, how far, and what has to be reported before it can."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable
from enum import StrEnum
from fractions import Fraction

from par_index.model.measures import By, Can, Kind, Measure
from par_index.model.reasons import InputState
from par_index.nouns import Noun
from par_index.scoring.inputs import Inputs
from par_index.scoring.known import Known
from par_index.scoring.moves import Way, rising_with, unit_of

__all__ = ["Movable", "Shape", "movables", "values_of", "way_of"]

_LEAST_HORIZON = 100
_TIMES = 2
_DAYS = 400


class Shape(StrEnum):
    """What a move is: so many cases, an answer turned to yes, or a day to come."""

    CASES = "cases"
    ANSWER = "answer"
    DAY = "day"


class Movable(Noun):
    """A measure that can move, from ``first`` to ``most``: cases, a single yes, or days.

    ``wholes`` rise with each case. ``unit`` is one case in the measure's own terms, negative where
    it falls.
    """

    id: str
    shape: Shape
    first: int
    most: int
    unit: Fraction = Fraction(1)
    wholes: tuple[str, ...] = ()

    def move(self, amount: int) -> int | bool:
        """The move as a way has it."""
        if self.shape is Shape.ANSWER:
            return True
        return -amount if self.unit < 0 else amount


def movables(
    inputs: Inputs, read: Iterable[str], frozen: Collection[str], horizon: int | None
) -> tuple[dict[str, Movable], tuple[str, ...]]:
    """The measures among these that can move, and those that first have to be reported.

    ``horizon`` is how many cases are looked at where nothing else bounds them; without it, twice
    as many as there are, and a hundred at least.
    """
    found: dict[str, Movable] = {}
    asked: list[str] = []
    for id in read:
        known = inputs[id]
        measure = known.measure
        if id in frozen or measure.by is not By.UNIT or measure.can is Can.FIXED:
            continue
        if measure.kind is Kind.YES_NO:
            if known.answer is False:
                found[id] = Movable(id, Shape.ANSWER, 1, 1)
        elif measure.kind is Kind.DATE:
            if known.state is not InputState.REPORTED:
                found[id] = _day(inputs, known)
        elif measure.can is not None and (measure.kind.is_amount or measure.kind is Kind.PERCENT):
            if known.state is InputState.BLANK:
                asked.append(id)
            elif untold := _untold(inputs, measure):
                asked += untold
            elif (one := _cases(inputs, measure, horizon)) is not None:
                found[id] = one
    return found, tuple(dict.fromkeys(asked))


def _day(inputs: Inputs, known: Known) -> Movable:
    first = inputs.as_of.toordinal() + (known.state is InputState.NOT_YET)
    last = min(first + _DAYS, datetime.date.max.toordinal())
    return Movable(known.measure.id, Shape.DAY, first, last)


def _untold(inputs: Inputs, measure: Measure) -> list[str]:
    """What has to be known before it moves: all that moves, and counts behind printed rates.

    A rate that is printed of something that moves no longer says anything of its counts.
    """
    moving = [measure.id, *rising_with(inputs, measure)]
    around = [one for id in moving for one in inputs.links.rates_over.get(id, ())]
    printed = [
        (part, whole) for part, whole, rate in around if inputs[rate].state is InputState.REPORTED
    ]
    needed = dict.fromkeys([*moving, *(id for pair in printed for id in pair)])
    return [id for id in needed if not inputs[id].value.is_exact]


def _cases(inputs: Inputs, measure: Measure, horizon: int | None) -> Movable | None:
    value, unit = inputs[measure.id].value.low, unit_of(inputs, measure)
    assert value is not None, "it is told"
    wholes = tuple(rising_with(inputs, measure))
    if measure.can is Can.FALL:
        most, unit = int((value - measure.least) / unit), -unit
    elif measure.kind is Kind.PERCENT:
        most = int((1 - value) / unit)
    else:
        most = _rise(inputs, measure, value, unit, horizon)
    return Movable(measure.id, Shape.CASES, 1, most, unit, wholes) if most > 0 else None


def _rise(
    inputs: Inputs, measure: Measure, value: Fraction, unit: Fraction, horizon: int | None
) -> int:
    """Up to the whole where that stays as it is."""
    tops = [inputs[whole].value.high for whole in measure.within]
    known = [top for top in tops if top is not None]
    if horizon is None:
        largest = max([value, *known], default=value)
        horizon = max(_LEAST_HORIZON, int(_TIMES * largest / unit))
    is_bounded = measure.can is Can.RISE and known and not _can_rise(inputs, measure.within)
    return min(horizon, int((min(known) - value) / unit)) if is_bounded else horizon


def _can_rise(inputs: Inputs, wholes: Iterable[str]) -> bool:
    """Whether a whole may rise: by itself, or with new cases of anything within it."""
    if any(inputs[id].measure.can in (Can.RISE, Can.RISE_WITH) for id in wholes):
        return True
    waiting, seen = list(wholes), set(wholes)
    while waiting:
        for part in inputs.parts_of(waiting.pop()):
            if inputs[part].measure.can is Can.RISE_WITH:
                return True
            if part not in seen:
                seen.add(part)
                waiting.append(part)
    return False


def values_of(
    inputs: Inputs, moved: Iterable[tuple[Movable, int]], risen: Iterable[tuple[str, Fraction]] = ()
) -> dict[str, Fraction | bool]:
    """What measures come to after moves, and after ``risen`` wholes rise by so much."""
    values: dict[str, Fraction | bool] = {}

    def add(id: str, amount: Fraction) -> None:
        before = values.get(id)
        if before is None or isinstance(before, bool):
            before = inputs[id].value.low or Fraction(0)
        values[id] = before + amount

    for one, amount in moved:
        if one.shape is Shape.ANSWER:
            values[one.id] = True
        elif one.shape is Shape.DAY:
            values[one.id] = Fraction(amount)
        else:
            for id in (one.id, *one.wholes):
                add(id, amount * one.unit)
    for id, more in risen:
        add(id, more)
    return values


def way_of(moved: Iterable[tuple[Movable, int]]) -> Way:
    return {one.id: one.move(amount) for one, amount in moved}
