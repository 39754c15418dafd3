"""Closures for rules: what a leaf gives, finished by its modifiers and its rounding."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from operator import eq, ge, gt, le, lt
from typing import Any, assert_never

from par_index.model.conditions import Bound, Relation
from par_index.model.quantities import Amount, Quantity, Ratio
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
from par_index.nouns import Noun
from par_index.scoring.closures.conditions import Ask, compile_bound, compile_condition
from par_index.scoring.closures.facts import Facts, Slots
from par_index.scoring.closures.quantities import Expression, compile_quantity

__all__ = ["Compiled", "Finish", "Maker"]

_SCALE = 10_000

_HOLDS = {
    Relation.AT_LEAST: ge,
    Relation.ABOVE: gt,
    Relation.AT_MOST: le,
    Relation.ON_OR_BEFORE: le,
    Relation.BELOW: lt,
    Relation.BEFORE: lt,
    Relation.IS: eq,
}

Finish = Callable[[Any, Any], Any]
"""From points as a numerator and a denominator to what the leaf gives."""

Points = Callable[[Facts], Any]


class Compiled(Noun):
    """A rule over facts and the slots it reads."""

    points: Points
    slots: tuple[int, ...]


class Maker(Noun):
    """Compiles rules of one set."""

    slots: Slots
    ask: Ask

    def rule(self, rule: Rule, finish: Finish, none: Any) -> Compiled:
        """The rule; ``none`` is what 0/0 gives. Raises `UncompilableError`."""
        match rule:
            case FullIf(condition, points, otherwise):
                test, read = compile_condition(condition, self.slots, self.ask)
                return Compiled(
                    _choice(test, _of(points, finish), _of(otherwise, finish), none), read
                )
            case Bands(interpolate=True):
                return self._interpolated(rule, finish, none)
            case Bands():
                return self._bands(rule, finish, none)
            case Proportional():
                return self._proportional(rule, finish, none)
            case Each(of, points, each):
                return self._line(of, each, Fraction(0), Fraction(0), points, finish, none)
            case Deduct(of, points, each, floor):
                return self._line(of, -each, points, floor, points, finish, none)
            case Given(measure, points):
                least = min(Fraction(0), self.slots.measures[measure].least)
                return self._line(
                    Amount(measure), Fraction(1), Fraction(0), least, points, finish, none
                )
            case SumOf(items):
                return self._sum([self._item(item) for item in items], finish)
            case BestOf(items):
                return self._best([self._item(item) for item in items], finish)
            case _ as missing:
                assert_never(missing)

    def _item(self, item: Item) -> Compiled:
        none = item.when_none.points if item.when_none is not None else None
        return self.rule(item.rule, _scaled, None if none is None else _of(none, _scaled))

    def _sum(self, items: Sequence[Compiled], finish: Finish) -> Compiled:
        each = [item.points for item in items]
        read = tuple(slot for item in items for slot in item.slots)

        def points(facts: Facts) -> Any:
            total = sum([one(facts) for one in each])
            return finish(total.numerator, total.denominator * _SCALE)

        return Compiled(points, read)

    def _best(self, items: Sequence[Compiled], finish: Finish) -> Compiled:
        each = [item.points for item in items]
        read = tuple(slot for item in items for slot in item.slots)

        def points(facts: Facts) -> Any:
            best = max([one(facts) for one in each])
            return finish(best.numerator, best.denominator * _SCALE)

        return Compiled(points, read)

    def _bands(self, rule: Bands, finish: Finish, none: Any) -> Compiled:
        if isinstance(rule.steps[0].bound.value, str):
            assert isinstance(rule.of, Amount)
            return self._options(rule.of.measure, rule, finish)
        value = compile_quantity(rule.of, self.slots)
        steps = [_step(step.bound, self._given(step.points, value, finish)) for step in rule.steps]
        otherwise = self._given(rule.otherwise, value, finish)
        return Compiled(_first_met(value, steps, otherwise, none), value.slots)

    def _given(self, points: StepPoints, value: Expression, finish: Finish) -> Any:
        """Points of a step: a constant, or a closure where they follow the value."""
        if not isinstance(points, Share):
            return _of(points, finish)
        zero = Fraction(0)
        return _clamped(value, points.maximum, zero, zero, points.maximum, finish, None)

    def _options(self, measure: str, rule: Bands, finish: Finish) -> Compiled:
        table = {}
        for step in rule.steps:
            assert isinstance(step.points, Fraction)
            table[step.bound.value] = _of(step.points, finish)
        assert isinstance(rule.otherwise, Fraction)
        slot, otherwise = self.slots[measure], _of(rule.otherwise, finish)
        return Compiled(lambda facts: table.get(facts[slot], otherwise), (slot,))

    def _interpolated(self, rule: Bands, finish: Finish, none: Any) -> Compiled:
        value = compile_quantity(rule.of, self.slots)
        steps = []
        above: Step | None = None
        for step in rule.steps:
            line = _between(value, above, step, finish)
            steps.append(_step(step.bound, line))
            above = step
        otherwise = self._given(rule.otherwise, value, finish)
        return Compiled(_first_met(value, steps, otherwise, none), value.slots)

    def _proportional(self, rule: Proportional, finish: Finish, none: Any) -> Compiled:
        of = rule.of if rule.target is None else Ratio(rule.of, rule.target, bounded=False)
        value = compile_quantity(of, self.slots)
        zero = Fraction(0)
        share = _clamped(value, rule.points, zero, zero, rule.points, finish, none)
        if rule.floor is None:
            return Compiled(share, value.slots)
        test, read = compile_bound(rule.of, rule.floor, self.slots)
        nothing = _of(Fraction(0), finish)

        def points(facts: Facts) -> Any:
            reaches = test(facts)
            if reaches is False:
                # 0/0 of the whole goes before the floor: there is nothing to fall short with.
                return none if _is_zero(value, facts) else nothing
            return share(facts)

        return Compiled(points, (*value.slots, *read))

    def _line(
        self,
        of: Quantity,
        slope: Fraction,
        offset: Fraction,
        least: Fraction,
        most: Fraction,
        finish: Finish,
        none: Any,
    ) -> Compiled:
        value = compile_quantity(of, self.slots)
        line = _clamped(value, slope, offset, least, most, finish, none)
        return Compiled(line, value.slots)


def _scaled(number: Any, over: Any) -> Any:
    """Points of an item in small units: a whole number nearly always, exact in any case."""
    points, rest = divmod(number * _SCALE, over)
    return Fraction(number * _SCALE, over) if rest else points


def _of(points: Fraction, finish: Finish) -> Any:
    return finish(points.numerator, points.denominator)


def _is_zero(value: Expression, facts: Facts) -> bool:
    return not isinstance(value.over, int) and value.over(facts) == 0


def _choice(test: Any, met: Any, missed: Any, none: Any) -> Points:
    def points(facts: Facts) -> Any:
        truth = test(facts)
        if truth:
            return met
        return none if truth is None else missed

    return points


_Step = tuple[Callable[[Any, Any], Any], int, int, Any]
"""A comparison, what to multiply its two sides with, and the points: a constant or a closure."""


def _step(bound: Bound, points: Any) -> _Step:
    assert isinstance(bound.value, Fraction)
    return _HOLDS[bound.relation], bound.value.denominator, bound.value.numerator, points


def _first_met(value: Expression, steps: Sequence[_Step], otherwise: Any, none: Any) -> Points:
    """The points of the first step that the value meets."""
    read = value.read

    def points(facts: Facts) -> Any:
        number, over = read(facts)
        if not over:
            return none
        for holds, times, against, given in steps:
            if holds(number * times, against * over):
                return given(facts) if callable(given) else given
        return otherwise(facts) if callable(otherwise) else otherwise

    return points


def _clamped(
    value: Expression,
    slope: Fraction,
    offset: Fraction,
    least: Fraction,
    most: Fraction,
    finish: Finish,
    none: Any,
) -> Points:
    """``slope`` times the value plus ``offset``, between ``least`` and ``most``."""
    read = value.read
    common = slope.denominator * offset.denominator
    up, start = int(slope * common), int(offset * common)
    bottom, top = _of(least, finish), _of(most, finish)
    low, low_of = least.numerator, least.denominator
    high, high_of = most.numerator, most.denominator

    def points(facts: Facts) -> Any:
        number, over = read(facts)
        if not over:
            return none
        given, under = number * up + start * over, over * common
        if given * high_of >= high * under:
            return top
        if given * low_of <= low * under:
            return bottom
        return finish(given, under)

    return points


def _between(value: Expression, above: Step | None, below: Step, finish: Finish) -> Any:
    """The straight line up from a knot; at and beyond the best one just its points."""
    assert isinstance(below.points, Fraction)
    if above is None:
        return _of(below.points, finish)
    assert isinstance(above.points, Fraction)
    start, end = below.bound.value, above.bound.value
    assert isinstance(start, Fraction) and isinstance(end, Fraction)
    slope = (above.points - below.points) / (end - start)
    ends = sorted((above.points, below.points))
    return _clamped(value, slope, below.points - slope * start, ends[0], ends[1], finish, None)
