"""Slopes: which way a criterion's points go when some measures move together, and nothing else.

What is said here is said of the rule as it is written, for values that are known: a slope is a
proof that halving finds the first value that makes a difference. Where there is none, every value
has to be tried.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from itertools import pairwise

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
from par_index.model.quantities import Amount, Constant, Difference, Quantity, Ratio, Scaled, Sum
from par_index.model.rules import (
    Bands,
    BestOf,
    Deduct,
    Each,
    FullIf,
    Given,
    Modifiers,
    Proportional,
    Rule,
    Share,
    StepPoints,
    SumOf,
)
from par_index.model.walking import codes_of, measures_in_quantity, measures_of
from par_index.scoring.evaluation import Subject
from par_index.scoring.inputs import Inputs
from par_index.scoring.quantities import enclose

__all__ = ["Slopes"]

_LOWER = (Relation.AT_LEAST, Relation.ABOVE)


class Slopes:
    """The slopes of one move: each of ``moved`` goes up by the same amount, or down (``sign``).

    A slope is 1 where more of the move never means less, -1 where it never means more, 0 where it
    means nothing, None where neither can be said.
    """

    def __init__(self, inputs: Inputs, moved: Iterable[str], sign: int) -> None:
        self._inputs = inputs
        self._criteria: CriteriaSet = inputs.criteria
        self._moved = frozenset(moved)
        self._sign = sign

    def of(self, subject: Subject) -> int | None:
        """The slope of the points of a leaf, its modifiers and its being applicable included."""
        criterion, scoring = subject.criterion, subject.scoring
        if scoring is None:
            return None
        for _, policy in criterion.excuses:
            if policy.condition is not None and self._condition(policy.condition) != 0:
                return None
        return _together([self._rule(scoring.rule), self._modifiers(scoring.modifiers)])

    def _touches(self, id: str) -> bool:
        of = self._criteria.measures[id].of or ()
        return id in self._moved or any(one in self._moved for one in of)

    def _modifiers(self, around: Modifiers) -> int | None:
        gate = 0 if around.gate is None else self._condition(around.gate)
        if gate and around.if_not.amount > 0:
            return None
        cap = around.cap.condition if around.cap else None
        capped = 0 if cap is None else self._condition(cap)
        return _together([gate, _turned(capped)])

    def _rule(self, rule: Rule) -> int | None:
        match rule:
            case FullIf(condition, points, otherwise):
                slope = self._condition(condition)
                return slope if points >= otherwise else _turned(slope)
            case Bands():
                return self._bands(rule)
            case Proportional(of, _, target, floor):
                if target is not None and any(map(self._touches, measures_in_quantity(target))):
                    return None
                slope = self._quantity(of)
                return slope if floor is None else _together([slope, _held(slope, floor)])
            case Each(of):
                return self._quantity(of)
            case Deduct(of):
                return _turned(self._quantity(of))
            case Given(measure):
                return self._sign if measure in self._moved else 0
            case SumOf(items) | BestOf(items):
                return _together([self._rule(item.rule) for item in items])

    def _bands(self, rule: Bands) -> int | None:
        """Of a ladder that only goes down, each rung easier to reach than the one above it."""
        slope = self._quantity(rule.of)
        if slope == 0:
            return 0
        ends = [_ends(step.points, step.bound) for step in rule.steps]
        ends.append(_ends(rule.otherwise, None))
        falls = all(above[0] >= below[1] for above, below in pairwise(ends))
        shares = any(low != high for low, high in ends)
        if not falls or (shares and any(one.bound.relation not in _LOWER for one in rule.steps)):
            return None
        return _together([_held(slope, step.bound) for step in rule.steps])

    def _condition(self, condition: Condition) -> int | None:
        match condition:
            case Comparison(of, bound):
                return _held(self._quantity(of), bound)
            case All(members) | AnyOf(members):
                return _together([self._condition(one) for one in members])
            case Not(member):
                return _turned(self._condition(member))
            case Answered():
                return 0
            case CriterionFull(code) | CriterionAtLeast(code) | CriterionApplies(code):
                return None if self._is_of_moved(code) else 0

    def _is_of_moved(self, code: str) -> bool:
        """Whether a criterion, or one that it asks about in turn, may read what moves."""
        nodes = list(self._criteria.by_code[code].nodes())
        asks = any(True for node in nodes for _ in codes_of(node))
        return asks or any(self._touches(id) for node in nodes for id in measures_of(node))

    def _quantity(self, of: Quantity) -> int | None:
        if not any(map(self._touches, measures_in_quantity(of))):
            return 0
        match of:
            case Amount(id):
                rate = self._criteria.measures[id].of
                if id in self._moved or rate is None:
                    return self._sign
                return self._ratio(Amount(rate[0]), Amount(rate[1]))
            case Ratio(part, whole):
                return self._ratio(part, whole)
            case Sum(terms):
                return _together([self._quantity(one) for one in terms])
            case Difference(first, second):
                return _together([self._quantity(first), _turned(self._quantity(second))])
            case Scaled(inner, factor):
                slope = self._quantity(inner)
                return slope if factor > 0 else _turned(slope)
            case _:
                return None

    def _ratio(self, part: Quantity, whole: Quantity) -> int | None:
        above, below = self._quantity(part), self._quantity(whole)
        base = enclose(whole, self._inputs)
        if above is None or below is None or base.low is None or base.low <= 0:
            return None
        if below == 0:
            return above
        if below < 0 and not self._stays_positive(whole):
            # The whole may come down to nothing, of which there is no share.
            return None
        if above == 0:
            return -below if _is_never_negative(part, self._criteria) else None
        if below < 0:
            return None
        # A part that rises with its whole, case by case, is an ever greater share of it.
        plain = isinstance(part, Amount) and isinstance(whole, Amount)
        return 1 if plain and above > 0 and self._lies_within(part, whole) else None

    def _stays_positive(self, whole: Quantity) -> bool:
        """Whether what lies within a plain whole keeps it from coming down to nothing."""
        if not isinstance(whole, Amount):
            return False
        parts = [self._inputs[id].value.low for id in self._inputs.parts_of(whole.measure)]
        least = [self._criteria.measures[whole.measure].least, *(one for one in parts if one)]
        return max(least) > 0

    def _lies_within(self, part: Quantity, whole: Quantity) -> bool:
        assert isinstance(part, Amount) and isinstance(whole, Amount), "plain amounts"
        waiting = list(self._criteria.measures[part.measure].within)
        while waiting:
            one = waiting.pop()
            if one == whole.measure:
                return True
            waiting.extend(self._criteria.measures[one].within)
        return False


def _ends(points: StepPoints, bound: Bound | None) -> tuple[Fraction, Fraction]:
    """The least and the most that a rung gives to what meets its own bound."""
    if not isinstance(points, Share):
        return points, points
    least = Fraction(0)
    if bound is not None and isinstance(bound.value, Fraction):
        least = min(max(bound.value, Fraction(0)), Fraction(1))
    return points.maximum * least, points.maximum


def _held(slope: int | None, bound: Bound) -> int | None:
    """The slope of a test: more of what is held against a least bound can only help."""
    if slope == 0 or bound.relation in _LOWER:
        return slope
    return _turned(slope) if bound.relation.is_upper else None


def _turned(slope: int | None) -> int | None:
    return None if slope is None else -slope


def _together(slopes: Iterable[int | None]) -> int | None:
    """The slope of what rises with each of them; none where two of them pull apart."""
    found = set(slopes) - {0}
    if not found:
        return 0
    return found.pop() if len(found) == 1 else None


def _is_never_negative(of: Quantity, criteria: CriteriaSet) -> bool:
    match of:
        case Amount(id):
            return criteria.measures[id].least >= 0
        case Constant(value):
            return value >= 0
        case Sum(terms):
            return all(_is_never_negative(one, criteria) for one in terms)
        case Difference(_, _, unsigned):
            return unsigned
        case Scaled(inner, factor):
            return factor >= 0 and _is_never_negative(inner, criteria)
        case Ratio(part, whole):
            return _is_never_negative(part, criteria) and _is_never_negative(whole, criteria)
        case _:
            return False
