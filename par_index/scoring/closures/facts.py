"""Facts: the known values of one submission as plain numbers, one slot for each measure."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from par_index.model.criteria import CriteriaSet
from par_index.model.measures import Kind, Measure
from par_index.model.submission import Tally
from par_index.scoring.enclosures import Enclosure
from par_index.scoring.known import Known

__all__ = ["FINE", "Facts", "Fn", "Slots", "fact_from", "fact_of", "number_of"]

FINE = 10**6
"""Shares and points are counted in millionths, so that almost all of them are whole numbers."""

_FINE_KINDS = (Kind.PERCENT, Kind.POINTS)

Facts = list[Any]
"""Whole numbers (a fraction where one is needed), answers, options and tallies by slot; None is
unknown. The last slot remembers leaves that others ask about."""

Fn = Any
"""A closure over facts. What it returns is said where it is made."""


class Slots:
    """Where each measure of a set stands among the facts."""

    def __init__(self, criteria: CriteriaSet) -> None:
        self.measures = criteria.measures
        self.ids = tuple(criteria.measures)
        self._numbers: Mapping[str, int] = {id: number for number, id in enumerate(self.ids)}

    def __getitem__(self, id: str) -> int:
        return self._numbers[id]

    def scale(self, id: str) -> int:
        """How many units of its fact make one of the measure."""
        return FINE if self.measures[id].kind in _FINE_KINDS else 1

    def facts(self, known: Mapping[str, Known]) -> Facts:
        """Everything that is known for certain."""
        return [*(fact_of(known[id]) for id in self.ids), {}]

    def changed(self, facts: Facts, known: Mapping[str, Known]) -> Facts:
        """The same facts but for a few measures."""
        other = facts.copy()
        other[-1] = {}
        for id, one in known.items():
            other[self[id]] = fact_of(one)
        return other


def fact_of(known: Known) -> object:
    """One measure's fact; None while it is open."""
    match known.measure.kind:
        case Kind.YES_NO | Kind.CHOICE:
            return known.answer
        case Kind.TALLY:
            return _whole_tally(known.tally)
        case Kind.RATE:
            return None
        case kind:
            return number_of(known.value, fine=kind in _FINE_KINDS)


def _whole_tally(tally: Tally | None) -> Mapping[str, int | Fraction] | None:
    """The answers of each option as plain numbers."""
    if tally is None:
        return None
    return {id: n.numerator if n.denominator == 1 else n for id, n in tally.items()}


def fact_from(measure: Measure, value: Enclosure | bool) -> object:
    """A value that a measure would have as a fact; None while it is open."""
    if isinstance(value, bool):
        return value
    return number_of(value, fine=measure.kind in _FINE_KINDS)


def number_of(value: Enclosure, *, fine: bool) -> int | Fraction | None:
    """An exact value as a fact."""
    if not value.is_exact or value.low is None:
        return None
    scaled = value.low * FINE if fine else value.low
    return scaled.numerator if scaled.denominator == 1 else scaled
