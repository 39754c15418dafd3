"""Moves: how measures that can still change may change, in whole numbers."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction

from par_index.model.measures import Can, Kind, Measure
from par_index.model.steps import Change
from par_index.scoring.enclosures import Enclosure, exactly
from par_index.scoring.inputs import Inputs

__all__ = [
    "MANY",
    "Way",
    "add",
    "can_be_less",
    "changes_of",
    "covers",
    "least_of",
    "merge",
    "rising_with",
    "room_of",
    "size_of",
    "unit_of",
    "values_after",
]

MANY = 10**15
"""More cases than any unit has: room without bound, and no step beyond it."""

Way = Mapping[str, int | bool]
"""Moves by measure: so many units more (or fewer), an answer, or a day as its ordinal.

The unit of a count is one case, that of money or a percent the last place it was written with.
"""


def merge(first: Way, second: Way) -> Way:
    """Both ways at once; of two moves of one measure the longer."""
    joined = dict(first)
    for id, move in second.items():
        if id in joined and abs(joined[id]) >= abs(move):
            continue
        joined[id] = move
    return joined


def add(first: Way, second: Way) -> Way:
    """One way after the other: case counts add up, answers and days are replaced."""
    joined = dict(first)
    for id, move in second.items():
        before = joined.get(id, 0)
        counts = not isinstance(move, bool) and not isinstance(before, bool)
        joined[id] = before + move if counts else move
    return joined


def covers(way: Way, other: Way) -> bool:
    """Whether ``way`` asks for all that ``other`` does, and more."""
    return way != other and all(id in way and abs(way[id]) >= abs(other[id]) for id in other)


def size_of(way: Way) -> tuple[int, int, tuple[str, ...]]:
    """Fewest measures first, then fewest cases, then by name: a fixed order of alternatives."""
    return len(way), sum(abs(move) for move in way.values()), tuple(sorted(way))


def can_be_less(measure: Measure) -> bool:
    """Whether a move of the measure is so many units, of which fewer may be enough."""
    return measure.kind.is_amount or measure.kind is Kind.PERCENT


def least_of(good: Callable[[int], bool], most: int) -> int | None:
    """The least number from 1 to ``most`` that is good, where more never stops being good."""
    if most < 1 or not good(most):
        return None
    top = 1
    while top < most and not good(top):
        top *= 2
    top = min(top, most)
    bottom = top // 2
    while top - bottom > 1:
        middle = (top + bottom) // 2
        if good(middle):
            top = middle
        else:
            bottom = middle
    return top


def room_of(inputs: Inputs, measure: Measure) -> int:
    """How far the measure can move, in its units: to its whole, or down to its parts."""
    value, unit = inputs[measure.id].value, unit_of(inputs, measure)
    if measure.can is Can.FALL:
        parts = [inputs[part].value.high for part in inputs.parts_of(measure.id)]
        known = [part for part in parts if part is not None]
        floor = max([measure.least, *known])
        return 0 if value.low is None else int((value.low - floor) / unit)
    if measure.can is Can.RISE_WITH:
        return MANY
    tops = [inputs[whole].value.high for whole in measure.within]
    if measure.kind is Kind.PERCENT:
        tops = [Fraction(1)]
    wholes = [top for top in tops if top is not None]
    if not wholes or value.high is None:
        return MANY
    return int((min(wholes) - value.high) / unit)


def unit_of(inputs: Inputs, measure: Measure) -> Fraction:
    """The step of a measure: one case, or the last place of the money or percent it is told in."""
    if measure.kind is Kind.PERCENT:
        datum = inputs[measure.id].datum
        return Fraction(1, 100 * 10 ** (datum.decimals if datum is not None else 0))
    if measure.kind is not Kind.MONEY:
        return Fraction(1)
    beside = (measure.id, *measure.within, *inputs.parts_of(measure.id))
    data = [inputs[id].datum for id in beside]
    return Fraction(1, 10 ** max([one.decimals for one in data if one is not None], default=0))


def values_after(inputs: Inputs, way: Way) -> Iterator[tuple[str, Enclosure | bool]]:
    """The inputs that a way changes, with the wholes that rise along."""
    risen: dict[str, Fraction] = {}
    for id, move in way.items():
        known = inputs[id]
        if isinstance(move, bool):
            yield id, move
        elif known.measure.kind is Kind.DATE:
            yield id, exactly(Fraction(move))
        else:
            amount = move * unit_of(inputs, known.measure)
            for one in (*rising_with(inputs, known.measure), id):
                risen[one] = risen.get(one, Fraction(0)) + amount
    for id, amount in risen.items():
        yield id, inputs[id].value.plus(exactly(amount))


def rising_with(inputs: Inputs, measure: Measure) -> list[str]:
    """The wholes that each new case raises too, through every level."""
    if measure.can is not Can.RISE_WITH:
        return []
    found: dict[str, None] = {}
    waiting = list(measure.within)
    while waiting:
        whole = waiting.pop()
        if whole not in found:
            found[whole] = None
            waiting.extend(inputs[whole].measure.within)
    return list(found)


def changes_of(inputs: Inputs, way: Way) -> Iterator[Change]:
    after = dict(values_after(inputs, way))
    for id in sorted(way):
        move = way[id]
        measure = inputs[id].measure
        if isinstance(move, bool):
            yield Change(id, answer=move)
        elif measure.kind is Kind.DATE:
            yield Change(id, day=datetime.date.fromordinal(move))
        else:
            yield Change(
                id,
                move * unit_of(inputs, measure),
                before=_single(inputs[id].value),
                after=_single(after[id]),
                wholes=tuple(
                    (whole, _single(inputs[whole].value), _single(after[whole]))
                    for whole in rising_with(inputs, measure)
                ),
            )


def _single(value: Enclosure | bool) -> Fraction | None:
    return value.low if isinstance(value, Enclosure) and value.is_exact else None
