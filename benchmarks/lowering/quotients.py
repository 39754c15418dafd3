"""Quotients of whole numbers: exact values and exact points, before anything is rounded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from benchmarks.lowering.arithmetic import (
    FALSE,
    Number,
    Relation,
    Test,
    Times,
    Truth,
    Whole,
    is_natural,
)
from benchmarks.lowering.folding import compare, minus, pick, plus, rounded, times

__all__ = ["Either", "Points", "Quotient", "at_each_end", "constant", "either", "merged", "settled"]

_ONE = Whole(1)


@dataclass(frozen=True, slots=True)
class Quotient:
    """``part / whole`` with ``whole`` above 0 wherever it is not ``undefined``."""

    part: Number
    whole: Number = _ONE
    undefined: Test = FALSE

    @property
    def is_natural(self) -> bool:
        return is_natural(self.part)

    def at_least(self, bound: Quotient) -> Test:
        return self._against(">=", bound)

    def above(self, bound: Quotient) -> Test:
        return self._against(">", bound)

    def equals(self, bound: Quotient) -> Test:
        return self._against("==", bound)

    def below(self, bound: Quotient) -> Test:
        return self._against("<", bound)

    def at_most(self, bound: Quotient) -> Test:
        return self._against("<=", bound)

    def _against(self, relation: Relation, bound: Quotient) -> Test:
        first, second = times(self.part, bound.whole), times(bound.part, self.whole)
        return compare(relation, first, second)

    def times(self, factor: Fraction) -> Quotient:
        part = times(Whole(factor.numerator), self.part)
        return _reduced(
            Quotient(part, times(Whole(factor.denominator), self.whole), self.undefined)
        )

    def line(self, slope: Fraction, offset: Fraction) -> Quotient:
        """``slope`` times the value plus ``offset``; whoever asks knows that it is natural."""
        scale = lcm(slope.denominator, offset.denominator)
        rising = times(Whole(abs(int(slope * scale))), self.part)
        level = times(Whole(abs(int(offset * scale))), self.whole)
        if slope < 0:
            part = minus(level, rising, natural=True)
        elif offset < 0:
            part = minus(rising, level, natural=True)
        else:
            part = plus(rising, level)
        return Quotient(part, times(Whole(scale), self.whole), self.undefined)


@dataclass(frozen=True, slots=True)
class Either:
    """Points that a test decides."""

    test: Test
    then: Points
    otherwise: Points


Points = Quotient | Either


def either(test: Test, then: Points, otherwise: Points) -> Points:
    if isinstance(test, Truth):
        return then if test.value else otherwise
    return Either(test, then, otherwise)


def constant(value: Fraction) -> Quotient:
    return Quotient(Whole(value.numerator), Whole(value.denominator))


def at_each_end(points: Points, change: Callable[[Quotient], Points]) -> Points:
    """The same decisions with every end changed."""
    if isinstance(points, Quotient):
        return change(points)
    return either(
        points.test, at_each_end(points.then, change), at_each_end(points.otherwise, change)
    )


def settled(points: Points, scale: int) -> Number:
    """The points in steps of 1/scale, each end rounded half up."""
    if isinstance(points, Either):
        return pick(points.test, settled(points.then, scale), settled(points.otherwise, scale))
    return rounded(times(Whole(scale), points.part), points.whole)


def merged(points: Points) -> Quotient:
    """One quotient for all ends, over a common denominator where they are constants."""
    if isinstance(points, Quotient):
        return points
    then, otherwise = merged(points.then), merged(points.otherwise)
    match then.whole, otherwise.whole:
        case Whole(first), Whole(second):
            common = lcm(first, second)
            one = times(Whole(common // first), then.part)
            other = times(Whole(common // second), otherwise.part)
            return Quotient(pick(points.test, one, other), Whole(common))
    return Quotient(
        pick(points.test, then.part, otherwise.part),
        pick(points.test, then.whole, otherwise.whole),
    )


def _reduced(quotient: Quotient) -> Quotient:
    """2 x a / 4 is a / 2: small numbers stay far from overflow."""
    match quotient.part, quotient.whole:
        case Whole(above), Whole(below):
            value = Fraction(above, below)
            part: Number = Whole(value.numerator)
        case Times(Whole(factor), number), Whole(below):
            value = Fraction(factor, below)
            part = times(Whole(value.numerator), number)
        case _:
            return quotient
    return Quotient(part, Whole(value.denominator), quotient.undefined)
