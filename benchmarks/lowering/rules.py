"""Rules as points that tests decide, exact and not yet rounded."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import reduce
from itertools import pairwise

from benchmarks.facts import fact_name, scale_of
from benchmarks.lowering.arithmetic import FALSE, Fact, Test, Whole
from benchmarks.lowering.quotients import Points, Quotient, at_each_end, constant, either, merged
from benchmarks.lowering.tests import Judgements, meets
from benchmarks.lowering.values import Quantities, total
from par_index.model.conditions import Comparison
from par_index.model.criteria import CriteriaSet
from par_index.model.measures import Kind
from par_index.model.quantities import Ratio
from par_index.model.rules import (
    Bands,
    BestOf,
    Deduct,
    Each,
    FullIf,
    Given,
    Item,
    Proportional,
    Rule,
    Share,
    Step,
    StepPoints,
    SumOf,
)

__all__ = ["Rules"]

_NOTHING = constant(Fraction(0))


class Rules:
    """The rules of one set. Each gives its points, and where it is 0/0."""

    def __init__(self, criteria: CriteriaSet, quantities: Quantities, tests: Judgements) -> None:
        self._criteria = criteria
        self._quantities = quantities
        self._tests = tests

    def of(self, rule: Rule) -> tuple[Points, Test]:
        match rule:
            case FullIf(condition, points, otherwise):
                judged = self._tests.of(condition)
                met = either(judged.holds, constant(points), constant(otherwise))
                return met, judged.undefined
            case Bands():
                return self._bands(rule)
            case Proportional():
                return self._proportional(rule)
            case Each(of, points, each):
                value = self._quantities.of(of)
                earned = value.times(each)
                within = _at_most(earned, points)
                return within if value.is_natural else _at_least(
                    within, Fraction(0)
                ), value.undefined
            case Deduct(of, points, each, floor):
                value = self._quantities.of(of)
                left: Points = total([constant(points), value.times(-each)])
                if not value.is_natural:
                    left = _at_most(left, points)
                return _at_least(left, floor), value.undefined
            case Given(measure):
                natural = self._criteria.measures[measure].least >= 0
                fact = Fact(fact_name(measure), natural)
                return Quotient(fact, Whole(scale_of(Kind.POINTS))), FALSE
            case SumOf(items):
                return total([merged(self._item(item)) for item in items]), FALSE
            case BestOf(items):
                return reduce(_better, [self._item(item) for item in items]), FALSE

    def _item(self, item: Item) -> Points:
        points, undefined = self.of(item.rule)
        if undefined == FALSE:
            return points
        assert item.when_none is not None
        assert item.when_none.points is not None, "an item has points where it is 0/0"
        return either(undefined, constant(item.when_none.points), points)

    def _bands(self, rule: Bands) -> tuple[Points, Test]:
        value = self._quantities.of(rule.of)
        met = [self._tests.of(Comparison(rule.of, step.bound)).holds for step in rule.steps]
        if rule.interpolate:
            ends = _lines(value, rule.steps)
            points: Points = constant(_fixed(rule.otherwise))
        else:
            ends = [_ending(value, step.points) for step in rule.steps]
            points = _ending(value, rule.otherwise)
        for test, end in zip(reversed(met), reversed(ends), strict=True):
            points = either(test, end, points)
        return points, value.undefined

    def _proportional(self, rule: Proportional) -> tuple[Points, Test]:
        value = self._quantities.of(rule.of)
        reached = value
        if rule.target is not None:
            reached = self._quantities.of(Ratio(rule.of, rule.target, bounded=False))
        points: Points = _share(reached, rule.points)
        if rule.floor is not None:
            points = either(meets(value, rule.floor), points, _NOTHING)
        return points, reached.undefined


def _share(value: Quotient, maximum: Fraction) -> Points:
    """maximum x min(1, value), never below 0."""
    within = value.times(maximum)
    positive = within if value.is_natural else either(value.below(_NOTHING), _NOTHING, within)
    return either(value.at_least(constant(Fraction(1))), constant(maximum), positive)


def _at_most(points: Points, most: Fraction) -> Points:
    top = constant(most)
    return at_each_end(points, lambda end: either(end.at_least(top), top, end))


def _at_least(points: Points, least: Fraction) -> Points:
    bottom = constant(least)
    return at_each_end(points, lambda end: either(end.below(bottom), bottom, end))


def _ending(value: Quotient, points: StepPoints) -> Points:
    return _share(value, points.maximum) if isinstance(points, Share) else constant(points)


def _lines(value: Quotient, steps: Sequence[Step]) -> Sequence[Points]:
    """The best knot's points, then the line from each knot to the one before it."""
    knots = [(_knot(step), _fixed(step.points)) for step in steps]
    ends: list[Points] = [constant(knots[0][1])]
    for (near, many), (far, few) in pairwise(knots):
        slope = (many - few) / (near - far)
        ends.append(value.line(slope, few - slope * far))
    return ends


def _knot(step: Step) -> Fraction:
    assert isinstance(step.bound.value, Fraction)
    return step.bound.value


def _fixed(points: StepPoints) -> Fraction:
    assert isinstance(points, Fraction), "lines join fixed points"
    return points


def _better(first: Points, second: Points) -> Points:
    one, other = merged(first), merged(second)
    return either(one.at_least(other), one, other)
