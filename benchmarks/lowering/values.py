"""Quantities as quotients of whole numbers."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import reduce
from math import lcm

from benchmarks.facts import fact_name, later_name, option_name, scale_of
from benchmarks.lowering.arithmetic import FALSE, Fact, IsOption, Number, Whole, is_natural
from benchmarks.lowering.folding import any_of, compare, minus, pick, plus, times
from benchmarks.lowering.quotients import Quotient, constant
from par_index.model.criteria import CriteriaSet
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

__all__ = ["InexpressibleError", "Quantities", "total"]


class InexpressibleError(Exception):
    """What the peers' languages cannot say; the leaf is left out of every lane and named."""


class Quantities:
    """The quantities of one set. ``deadlines`` are the days some months later they ask for."""

    def __init__(self, criteria: CriteriaSet) -> None:
        self._measures = criteria.measures
        self.deadlines: dict[tuple[str, int], None] = {}

    def of(self, quantity: Quantity) -> Quotient:
        match quantity:
            case Amount(measure):
                return self._amount(self._measures[measure])
            case Constant(value):
                return constant(value)
            case Ratio(part, whole):
                return _over(self.of(part), self.of(whole))
            case Sum(terms):
                return total([self.of(term) for term in terms])
            case Difference(first, second, unsigned):
                return _difference(self.of(first), self.of(second), natural=unsigned)
            case Days(first, second):
                return _difference(self.of(first), self.of(second), natural=False)
            case Scaled(of, factor):
                return self.of(of).times(factor)
            case MonthsAfter(Amount(measure), months):
                self.deadlines[measure, months] = None
                return Quotient(Fact(later_name(measure, months)))
            case MonthsAfter():
                raise InexpressibleError("months after a day that is not a measure")
            case Tallied(measure, weights):
                return _tallied(measure, weights)
            case Choose(measure, values):
                return _chosen(measure, values)

    def _amount(self, measure: Measure) -> Quotient:
        if measure.kind is Kind.RATE:
            assert measure.of is not None
            part, whole = (self._amount(self._measures[id]) for id in measure.of)
            return _over(part, whole)
        fact = Fact(fact_name(measure.id), natural=measure.least >= 0)
        return Quotient(fact, Whole(scale_of(measure.kind)))


def total(terms: Sequence[Quotient]) -> Quotient:
    """The sum, over a common denominator where the denominators are constants."""
    return reduce(_sum, terms)


def _sum(first: Quotient, second: Quotient) -> Quotient:
    one, other, whole = _alike(first, second)
    return Quotient(plus(one, other), whole, any_of(first.undefined, second.undefined))


def _difference(first: Quotient, second: Quotient, *, natural: bool) -> Quotient:
    one, other, whole = _alike(first, second)
    part = minus(one, other, natural=natural)
    return Quotient(part, whole, any_of(first.undefined, second.undefined))


def _alike(first: Quotient, second: Quotient) -> tuple[Number, Number, Number]:
    """Both parts over one whole."""
    match first.whole, second.whole:
        case Whole(one), Whole(other):
            whole = lcm(one, other)
            parts = (
                times(Whole(whole // one), first.part),
                times(Whole(whole // other), second.part),
            )
            return *parts, Whole(whole)
        case one, other if one == other:
            return first.part, second.part, one
    return (
        times(first.part, second.whole),
        times(second.part, first.whole),
        times(first.whole, second.whole),
    )


def _over(part: Quotient, whole: Quotient) -> Quotient:
    """``part / whole``; nothing where the whole is 0. A negative whole gives its sign away."""
    above, below = times(part.part, whole.whole), times(whole.part, part.whole)
    undefined = any_of(part.undefined, whole.undefined, compare("==", whole.part, Whole(0)))
    if not is_natural(below):
        is_negative = compare("<", below, Whole(0))
        above = pick(is_negative, minus(Whole(0), above), above)
        below = pick(is_negative, minus(Whole(0), below, natural=True), below)
    return Quotient(above, below, undefined)


def _tallied(measure: str, weights: Sequence[tuple[str, Fraction]]) -> Quotient:
    scale = lcm(*(weight.denominator for _, weight in weights))
    answers: Number = Whole(0)
    weighted: Number = Whole(0)
    for option, weight in weights:
        count = Fact(option_name(measure, option))
        answers = plus(answers, count)
        weighted = plus(weighted, times(Whole(int(weight * scale)), count))
    nobody = compare("==", answers, Whole(0))
    return Quotient(weighted, times(Whole(scale), answers), nobody)


def _chosen(measure: str, values: Sequence[tuple[str, Fraction]]) -> Quotient:
    scale = lcm(*(value.denominator for _, value in values))
    *others, (_, last) = values
    part: Number = Whole(int(last * scale))
    for option, value in reversed(others):
        part = pick(IsOption(fact_name(measure), option), Whole(int(value * scale)), part)
    return Quotient(part, Whole(scale), FALSE)
