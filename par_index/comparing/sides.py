"""Sides: what a quantity comes to by reported values alone, and what is blank in it."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Callable, Mapping
from fractions import Fraction

from par_index.model.measures import Measure
from par_index.model.quantities import (
    Amount,
    Choose,
    Constant,
    Days,
    Difference,
    MonthsAfter,
    Quantity,
    Ratio,
    Scaled,
    Sum,
    Tallied,
)
from par_index.model.submission import Datum
from par_index.nouns import Noun

__all__ = ["Side", "side_of"]

_ZERO = Fraction(0)


class Side(Noun):
    """``value`` is there when everything is reported and defined; days are ordinals.

    ``known`` is the sum of the terms that are reported, where the rest is blank.
    """

    value: Fraction | None = None
    known: Fraction | None = None
    blank: tuple[str, ...] = ()


def side_of(quantity: Quantity, data: Mapping[str, Datum], measures: Mapping[str, Measure]) -> Side:
    """What one side of a check comes to."""

    def side(part: Quantity) -> Side:
        return side_of(part, data, measures)

    match quantity:
        case Amount(measure):
            return _amount(measure, data)
        case Constant(value):
            return Side(value)
        case Sum(terms):
            return _sum(
                [side(term) for term in terms], all(_only_adds(one, measures) for one in terms)
            )
        case Scaled(of, factor):
            return _joined([side(of)], lambda value: value * factor)
        case Ratio(part, whole):
            return _joined([side(part), side(whole)], _share)
        case Difference(first, second) | Days(first, second):
            return _joined([side(first), side(second)], lambda a, b: a - b)
        case MonthsAfter(of, months):
            return _joined([side(of)], lambda day: _months_after(day, months))
        case Tallied(measure, weights):
            return _tallied(measure, weights, data)
        case Choose(measure, values):
            return _chosen(measure, values, data)


def _amount(measure: str, data: Mapping[str, Datum]) -> Side:
    datum = data.get(measure)
    value = None if datum is None else datum.value
    if isinstance(value, datetime.date):
        return Side(Fraction(value.toordinal()))
    if isinstance(value, Fraction):
        return Side(value)
    return Side(blank=(measure,))


def _only_adds(term: Quantity, measures: Mapping[str, Measure]) -> bool:
    """Whether a term that is blank can only make a sum greater."""
    return isinstance(term, Amount) and measures[term.measure].least >= 0


def _sum(sides: list[Side], only_adds: bool) -> Side:
    blank = tuple(dict.fromkeys(id for side in sides for id in side.blank))
    values = [side.value for side in sides if side.value is not None]
    total = sum(values, start=_ZERO)
    if len(values) == len(sides):
        return Side(total)
    return Side(known=total if values and only_adds else None, blank=blank)


def _joined(sides: list[Side], join: Callable[..., Fraction | None]) -> Side:
    values = [side.value for side in sides]
    if None in values:
        return Side(blank=tuple(dict.fromkeys(id for side in sides for id in side.blank)))
    return Side(join(*values))


def _share(part: Fraction, whole: Fraction) -> Fraction | None:
    return part / whole if whole else None


def _months_after(day: Fraction, months: int) -> Fraction:
    start = datetime.date.fromordinal(int(day))
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return Fraction(start.replace(year=year, month=month + 1, day=min(start.day, last)).toordinal())


def _tallied(
    measure: str, weights: tuple[tuple[str, Fraction], ...], data: Mapping[str, Datum]
) -> Side:
    datum = data.get(measure)
    tally = None if datum is None else datum.value
    if not isinstance(tally, Mapping):
        return Side(blank=(measure,))
    counted = sum((tally.get(option, _ZERO) for option, _ in weights), start=_ZERO)
    points = sum((tally.get(option, _ZERO) * weight for option, weight in weights), start=_ZERO)
    return Side(_share(points, counted))


def _chosen(
    measure: str, values: tuple[tuple[str, Fraction], ...], data: Mapping[str, Datum]
) -> Side:
    datum = data.get(measure)
    chosen = None if datum is None else datum.value
    if not isinstance(chosen, str):
        return Side(blank=(measure,))
    return Side(dict(values)[chosen])
