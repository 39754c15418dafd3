"""Sides: what a quantity comes to by reported values alone, and what is blank in it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from fractions import Fraction

from par_index.exact import months_later, printed_bounds
from par_index.model.measures import Kind, Measure
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

    ``known`` is the sum of the terms that are reported, where the rest is blank. A printed
    percentage stands for all that prints so, hence either of them for all that lies from ``below``
    under it to ``above`` over it.
    """

    value: Fraction | None = None
    known: Fraction | None = None
    blank: tuple[str, ...] = ()
    below: Fraction = _ZERO
    above: Fraction = _ZERO

    @property
    def low(self) -> Fraction | None:
        """The least that the value, or what is known of it, stands for."""
        value = self.known if self.value is None else self.value
        return None if value is None else value - self.below

    @property
    def high(self) -> Fraction | None:
        value = self.known if self.value is None else self.value
        return None if value is None else value + self.above


def side_of(quantity: Quantity, data: Mapping[str, Datum], measures: Mapping[str, Measure]) -> Side:
    """What one side of a check comes to."""

    def side(part: Quantity) -> Side:
        return side_of(part, data, measures)

    match quantity:
        case Amount(measure):
            return _amount(measures[measure], data) or _by_counts(measures[measure], data)
        case Constant(value):
            return Side(value)
        case Sum(terms):
            only_adds = all(_only_adds(one, measures) for one in terms)
            return _sum([side(term) for term in terms], only_adds=only_adds)
        case Scaled(of, factor):
            return _scaled(side(of), factor)
        case Ratio(part, whole):
            return _joined([side(part), side(whole)], _share)
        case Difference(first, second) | Days(first, second):
            taken = _scaled(side(second), Fraction(-1))
            return _sum([side(first), taken], only_adds=False)
        case MonthsAfter(of, months):
            return _joined([side(of)], lambda day: months_later(day, months))
        case Tallied(measure, weights):
            return _tallied(measure, weights, data)
        case Choose(measure, values):
            return _chosen(measure, values, data)


def _amount(measure: Measure, data: Mapping[str, Datum]) -> Side | None:
    datum = data.get(measure.id)
    value = None if datum is None else datum.value
    if isinstance(value, datetime.date):
        return Side(Fraction(value.toordinal()))
    if datum is None or not isinstance(value, Fraction):
        return None
    if measure.kind not in (Kind.RATE, Kind.PERCENT):
        return Side(value)
    low, high, _ = printed_bounds(value, datum.decimals)
    return Side(value, below=value - low, above=high - value)


def _by_counts(measure: Measure, data: Mapping[str, Datum]) -> Side:
    """A rate that is not stated, where both of its counts are."""
    counts = [data[id].value for id in measure.of or () if id in data]
    if len(counts) == 2 and all(isinstance(one, Fraction) for one in counts) and counts[1]:
        part, whole = counts
        assert isinstance(part, Fraction) and isinstance(whole, Fraction)
        return Side(part / whole)
    return Side(blank=(measure.id,))


def _only_adds(term: Quantity, measures: Mapping[str, Measure]) -> bool:
    """Whether a term that is blank can only make a sum greater."""
    return isinstance(term, Amount) and measures[term.measure].least >= 0


def _sum(sides: list[Side], *, only_adds: bool) -> Side:
    blank = tuple(dict.fromkeys(id for side in sides for id in side.blank))
    values = [side.value for side in sides if side.value is not None]
    total = sum(values, start=_ZERO)
    below = sum((side.below for side in sides), start=_ZERO)
    above = sum((side.above for side in sides), start=_ZERO)
    if len(values) == len(sides):
        return Side(total, below=below, above=above)
    known = total if values and only_adds else None
    return Side(known=known, blank=blank, below=below, above=above)


def _scaled(side: Side, factor: Fraction) -> Side:
    ends = (side.below * abs(factor), side.above * abs(factor))
    below, above = ends if factor >= 0 else reversed(ends)
    value = None if side.value is None else side.value * factor
    return Side(value, blank=side.blank, below=below, above=above)


def _joined(sides: list[Side], join: Callable[..., Fraction | None]) -> Side:
    values = [side.value for side in sides]
    if None in values:
        return Side(blank=tuple(dict.fromkeys(id for side in sides for id in side.blank)))
    return Side(join(*values))


def _share(part: Fraction, whole: Fraction) -> Fraction | None:
    return part / whole if whole else None


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
