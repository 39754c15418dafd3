"""Quantities and conditions as plain functions of a unit's values; None is undefined."""

from __future__ import annotations

import operator
from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from par_index.model.conditions import (
    All,
    Answered,
    AnyOf,
    Bound,
    Comparison,
    Condition,
    CriterionApplies,
    CriterionAtLeast,
    CriterionFull,
    Not,
    Relation,
)
from par_index.model.criteria import CriteriaSet
from par_index.model.measures import Kind
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

__all__ = ["Known", "Numbers", "Reading", "Test", "Value", "as_decimal"]

Known = Mapping[str, Any]
"""A unit's values; a leaf's points stand under its code once they are known."""

Number = Any
Value = Callable[[Known], Number]
Test = Callable[[Known], bool | None]
Numbers = Callable[[Fraction], Number]
"""The kind of number in which to work."""

_COMPARE = {
    Relation.AT_LEAST: operator.ge,
    Relation.ABOVE: operator.gt,
    Relation.AT_MOST: operator.le,
    Relation.ON_OR_BEFORE: operator.le,
    Relation.BELOW: operator.lt,
    Relation.BEFORE: operator.lt,
    Relation.IS: operator.eq,
}


def as_decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)


class Reading:
    """One set, read in one kind of number."""

    def __init__(self, criteria: CriteriaSet, numbers: Numbers) -> None:
        self.criteria = criteria
        self.numbers = numbers

    def value(self, quantity: Quantity) -> Value:
        match quantity:
            case Amount(measure):
                declared = self.criteria.measures[measure]
                if declared.kind is Kind.RATE and declared.of is not None:
                    part, whole = declared.of
                    return self.value(Ratio(Amount(part), Amount(whole), bounded=True))
                return operator.itemgetter(measure)
            case Constant(value):
                constant = self.numbers(value)
                return lambda known: constant
            case Ratio(part, whole):
                return _both(self.value(part), self.value(whole), lambda a, b: a / b if b else None)
            case Difference(first, second) | Days(first, second):
                return _both(self.value(first), self.value(second), operator.sub)
            case Sum(terms):
                values = [self.value(term) for term in terms]
                return lambda known: _sum([value(known) for value in values])
            case Scaled(of, factor):
                constant = self.numbers(factor)
                return _both(self.value(of), lambda known: constant, operator.mul)
            case MonthsAfter(of, months):
                day, number = self.value(of), self.numbers
                return lambda known: number(Fraction(_later(int(day(known)), months)))
            case Tallied(measure, weights):
                return self._tallied(measure, {o: self.numbers(w) for o, w in weights})
            case Choose(measure, values):
                chosen = {option: self.numbers(value) for option, value in values}
                return lambda known: chosen[known[measure]]

    def test(self, condition: Condition) -> Test:
        truth, none = self._test(condition), condition.when_none
        if none is None:
            return truth

        def settled(known: Known) -> bool | None:
            answer = truth(known)
            return none if answer is None else answer

        return settled

    def meets(self, bound: Bound) -> Callable[[Number], bool]:
        compare = _COMPARE[bound.relation]
        limit = bound.value if isinstance(bound.value, str) else self.numbers(bound.value)
        return lambda value: compare(value, limit)

    def _test(self, condition: Condition) -> Test:
        match condition:
            case Answered(measure):
                return operator.itemgetter(measure)
            case Comparison(of, bound):
                value, meets = self.value(of), self.meets(bound)

                def compared(known: Known) -> bool | None:
                    number = value(known)
                    return None if number is None else meets(number)

                return compared
            case Not(member):
                inner = self.test(member)

                def opposite(known: Known) -> bool | None:
                    answer = inner(known)
                    return None if answer is None else not answer

                return opposite
            case All(members):
                return _joined([self.test(member) for member in members], all)
            case AnyOf(members):
                return _joined([self.test(member) for member in members], any)
            case CriterionFull() | CriterionAtLeast() | CriterionApplies():
                return self._about(condition)

    def _about(self, condition: CriterionFull | CriterionAtLeast | CriterionApplies) -> Test:
        asked = self.criteria.by_code[condition.code]
        leaves = [one for one in asked.leaves() if not one.extra or one is asked]

        def answer(known: Known) -> bool | None:
            applying = [leaf for leaf in leaves if known[leaf.code] is not None]
            if isinstance(condition, CriterionApplies):
                return bool(applying) is condition.applies
            if not applying:
                return None
            points = sum(Fraction(known[leaf.code]) for leaf in applying)
            top = sum(leaf.max_points for leaf in applying)
            if isinstance(condition, CriterionFull):
                return all(Fraction(known[leaf.code]) == leaf.max_points for leaf in applying)
            return points >= (condition.points * top if condition.percent else condition.points)

        return answer

    def _tallied(self, measure: str, weights: Mapping[str, Number]) -> Value:
        def mean(known: Known) -> Number:
            tally = known[measure]
            answers = sum(tally[option] for option in weights)
            if not answers:
                return None
            return sum(tally[option] * weight for option, weight in weights.items()) / answers

        return mean


def _both(first: Value, second: Value, work: Callable[[Number, Number], Number]) -> Value:
    def value(known: Known) -> Number:
        one, other = first(known), second(known)
        return None if one is None or other is None else work(one, other)

    return value


def _sum(values: list[Number]) -> Number:
    return None if None in values else sum(values)


def _joined(tests: list[Test], join: Callable[[Sequence[bool]], bool]) -> Test:
    """An undefined member drops out; when all do, so does the whole."""

    def answer(known: Known) -> bool | None:
        answers = [one for test in tests if (one := test(known)) is not None]
        return join(answers) if answers else None

    return answer


def _later(ordinal: int, months: int) -> int:
    day = date.fromordinal(ordinal)
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1])).toordinal()
