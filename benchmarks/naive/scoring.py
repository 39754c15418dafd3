"""Rules as plain functions of a unit's values, and leaves with all that acts around a rule."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from itertools import pairwise

from benchmarks.facts import Values
from benchmarks.lanes import Case, Lane, Leaves
from benchmarks.lowering.tests import NOT_APPLICABLE
from benchmarks.naive.reading import Known, Number, Numbers, Reading, Value, as_decimal
from par_index.exact import RoundingMode, round_exact
from par_index.model.criteria import Criterion, Give
from par_index.model.quantities import Ratio
from par_index.model.rules import (
    Bands,
    BestOf,
    Deduct,
    Each,
    FullIf,
    Given,
    Item,
    Portion,
    Proportional,
    Rule,
    Share,
    StepPoints,
    SumOf,
)

__all__ = ["naive_lanes"]

Round = Callable[[Number], Number]

_CERTAIN = Context(prec=20)
_CENT = Decimal("0.01")


def naive_lanes(case: Case) -> list[Lane]:
    """The same scorer in decimals of 28 digits, which are Python's own, and in fractions."""
    return [
        _lane("plain Python, Decimal", case, as_decimal, _round_decimal),
        _lane("plain Python, Fraction", case, Fraction, _round_fraction),
    ]


def _lane(name: str, case: Case, numbers: Numbers, rounded: Round) -> Lane:
    scorer = _Scorer(Reading(case.criteria, numbers), rounded)
    leaves = [(leaf.code, scorer.leaf(leaf)) for leaf in _asked_first(case)]

    def score(known: Known) -> Known:
        points = dict(known)
        for code, leaf in leaves:
            points[code] = leaf(points)
        return points

    def read(points: Known) -> Leaves:
        return {code: _steps(points[code], case.program.scale) for code in case.codes}

    return Lane(name, "points", [_known(unit, numbers) for unit in case.units], score, read)


def _asked_first(case: Case) -> list[Criterion]:
    """The leaves in an order in which each knows what it asks about."""
    by_code = {leaf.code: leaf for leaf in case.criteria.leaves()}
    return [by_code[code] for code in case.codes]


def _known(unit: Values, numbers: Numbers) -> Known:
    return {id: _number(value, numbers) for id, value in unit.items()}


def _number(value: object, numbers: Numbers) -> Number:
    match value:
        case datetime.date():
            return numbers(Fraction(value.toordinal()))
        case Fraction():
            return numbers(value)
        case Mapping():
            return {option: numbers(count) for option, count in value.items()}
    return value


def _steps(points: Number, scale: int) -> int:
    return NOT_APPLICABLE if points is None else int(points * scale)


def _round_decimal(points: Decimal) -> Decimal:
    """A quotient's last digits are guesses: they go before a half is looked for."""
    return _CERTAIN.plus(points).quantize(_CENT, ROUND_HALF_UP)


def _round_fraction(points: Fraction) -> Fraction:
    return round_exact(points, 2, RoundingMode.HALF_UP)


class _Scorer:
    def __init__(self, reading: Reading, rounded: Round) -> None:
        self._reading = reading
        self._number = reading.numbers
        self._rounded = rounded

    def leaf(self, leaf: Criterion) -> Value:
        """Whether it applies, the gate, 0/0, the rule, and what bounds its points."""
        assert leaf.scoring is not None
        scoring, modifiers = leaf.scoring, leaf.scoring.modifiers
        rule = self._bounded(leaf, self.rule(scoring.rule))
        gate = None if modifiers.gate is None else self._reading.test(modifiers.gate)
        failed = self._number(modifiers.if_not.of(leaf.max_points))
        none = scoring.when_none.points if scoring.when_none is not None else None
        none = None if none is None else self._number(none)
        excuses = [
            (self._reading.test(policy.condition), self._excuse(leaf, policy.give))
            for _, policy in leaf.excuses
            if policy.condition is not None
        ]
        rounded = self._rounded

        def points(known: Known) -> Number:
            for excused, given in excuses:
                if excused(known):
                    return given
            if gate is not None and not gate(known):
                return failed
            found = rule(known)
            return none if found is None else rounded(found)

        return points

    def rule(self, rule: Rule) -> Value:
        match rule:
            case FullIf():
                return self._full_if(rule)
            case Bands():
                return self._bands(rule)
            case Proportional():
                return self._proportional(rule)
            case Each(of, points, each):
                return self._linear(self._reading.value(of), Fraction(0), each, Fraction(0), points)
            case Deduct(of, points, each, floor):
                return self._linear(self._reading.value(of), points, -each, floor, points)
            case Given(measure):
                return lambda known: known[measure]
            case SumOf(items):
                values = [self._item(item) for item in items]
                return lambda known: sum(value(known) for value in values)
            case BestOf(items):
                values = [self._item(item) for item in items]
                return lambda known: max(value(known) for value in values)

    def _item(self, item: Item) -> Value:
        rule = self.rule(item.rule)
        if item.when_none is None or item.when_none.points is None:
            return rule
        none = self._number(item.when_none.points)

        def points(known: Known) -> Number:
            found = rule(known)
            return none if found is None else found

        return points

    def _full_if(self, rule: FullIf) -> Value:
        test = self._reading.test(rule.condition)
        full, less = self._number(rule.points), self._number(rule.otherwise)

        def points(known: Known) -> Number:
            truth = test(known)
            return None if truth is None else full if truth else less

        return points

    def _linear(
        self, of: Value, start: Fraction, each: Fraction, least: Fraction, most: Fraction
    ) -> Value:
        base, slope = self._number(start), self._number(each)
        bottom, top = self._number(least), self._number(most)

        def points(known: Known) -> Number:
            value = of(known)
            return None if value is None else max(bottom, min(top, base + value * slope))

        return points

    def _proportional(self, rule: Proportional) -> Value:
        share = self._share(rule.points)
        of = self._reading.value(rule.of)
        whole = Ratio(rule.of, rule.target, bounded=False) if rule.target is not None else rule.of
        reached = self._reading.value(whole)
        enough = None if rule.floor is None else self._reading.meets(rule.floor)
        nothing = self._number(Fraction(0))

        def points(known: Known) -> Number:
            value = reached(known)
            if value is not None and enough is not None and not enough(of(known)):
                return nothing
            return None if value is None else share(value)

        return points

    def _bands(self, rule: Bands) -> Value:
        of = self._reading.value(rule.of)
        tests = [self._reading.meets(step.bound) for step in rule.steps]
        ends = self._lines(rule) if rule.interpolate else [self._end(s.points) for s in rule.steps]
        last = self._end(rule.otherwise)

        def points(known: Known) -> Number:
            value = of(known)
            if value is None:
                return None
            for meets, end in zip(tests, ends, strict=True):
                if meets(value):
                    return end(value)
            return last(value)

        return points

    def _end(self, points: StepPoints) -> Callable[[Number], Number]:
        if isinstance(points, Share):
            return self._share(points.maximum)
        fixed = self._number(points)
        return lambda value: fixed

    def _share(self, maximum: Fraction) -> Callable[[Number], Number]:
        top, one = self._number(maximum), self._number(Fraction(1))
        nothing = self._number(Fraction(0))
        return lambda value: top * max(nothing, min(one, value))

    def _lines(self, rule: Bands) -> Sequence[Callable[[Number], Number]]:
        """The best knot's points, then the line from each knot to the one before it."""
        ends = [self._end(rule.steps[0].points)]
        for better, worse in pairwise(rule.steps):
            near, far = Fraction(better.bound.value), Fraction(worse.bound.value)
            many, few = better.points, worse.points
            assert isinstance(many, Fraction), "lines join fixed points"
            assert isinstance(few, Fraction), "lines join fixed points"
            slope = (many - few) / (near - far)
            ends.append(self._line(self._number(slope), self._number(few - slope * far)))
        return ends

    def _line(self, slope: Number, start: Number) -> Callable[[Number], Number]:
        return lambda value: start + slope * value

    def _excuse(self, leaf: Criterion, give: Give) -> Number:
        points = {Give.FULL: leaf.max_points, Give.ZERO: Fraction(0)}
        return None if give is Give.EXCLUDE else self._number(points[give])

    def _bounded(self, leaf: Criterion, rule: Value) -> Value:
        """Minimum, then floor, then cap."""
        assert leaf.scoring is not None
        modifiers = leaf.scoring.modifiers
        if modifiers.minimum is None and modifiers.floor is None and modifiers.cap is None:
            return rule

        def amount(portion: Portion | None) -> Number:
            return None if portion is None else self._number(portion.of(leaf.max_points))

        least, floor = amount(modifiers.minimum), amount(modifiers.floor)
        top = amount(modifiers.cap.to) if modifiers.cap else None
        nothing = self._number(Fraction(0))
        condition = modifiers.cap.condition if modifiers.cap else None
        acts = None if condition is None else self._reading.test(condition)

        def points(known: Known) -> Number:
            found = rule(known)
            if found is None:
                return None
            if least is not None and found < least:
                found = nothing
            if floor is not None:
                found = max(floor, found)
            if top is not None and (acts is None or acts(known)):
                found = min(top, found)
            return found

        return points
