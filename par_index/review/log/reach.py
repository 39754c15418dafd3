"""Reach: what a leaf can come to for any unit, and which points its rule can give at all."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Final, assert_never

from par_index.exact import round_exact
from par_index.model.criteria import CriteriaSet, Criterion, RoundingPlace
from par_index.model.measures import Kind, Measure
from par_index.model.quantities import Amount, Days, Difference, Quantity, Sum
from par_index.model.rules import (
    Bands,
    BestOf,
    Deduct,
    Each,
    FullIf,
    Given,
    Item,
    Modifiers,
    Proportional,
    Rule,
    Scoring,
    Share,
    SumOf,
    WhenNone,
)
from par_index.model.submission import Submission, Unit
from par_index.problems import Owner, Source
from par_index.scoring.evaluation import Evaluation
from par_index.scoring.inputs import Inputs
from par_index.scoring.modifiers import within_limits

__all__ = ["Reach", "points_given"]

_ZERO: Final = Fraction(0)
_MOST_VALUES: Final = 200
"""More than this is no list that anybody would look at."""

Values = frozenset[Fraction] | None
"""The points that a rule can give; None for any number in between."""


class Reach:
    """The ends of every leaf of a set, found by scoring a unit that has told nothing."""

    def __init__(self, criteria: CriteriaSet) -> None:
        bare = Submission(
            criteria.id,
            Unit("", "", criteria.tier),
            criteria.ends,
            {},
            {},
            {},
            Source("", Owner.SUBMISSION),
        )
        self._evaluation = Evaluation(criteria, bare, Inputs.of(criteria, bare))

    def of(self, leaf: Criterion) -> tuple[Fraction, Fraction]:
        """The least and the most that the leaf can come to."""
        result = self._evaluation.node(leaf)
        return result.ends


def points_given(criteria: CriteriaSet, leaf: Criterion) -> Values:
    """The points that one of the branches of a leaf gives; None where its rule gives any number."""
    assert leaf.scoring is not None, "only leaves have points of their own"
    values = _Branches(criteria.measures).of_scoring(leaf.scoring, leaf.max_points)
    if values is None or len(values) > _MOST_VALUES:
        return None
    rounding = criteria.rounding
    if rounding.at is not RoundingPlace.LEAF:
        return values
    return frozenset(round_exact(value, rounding.places, rounding.mode) for value in values)


class _Branches:
    """What rules over some measures can give."""

    def __init__(self, measures: Mapping[str, Measure]) -> None:
        self._measures = measures

    def of_scoring(self, scoring: Scoring, top: Fraction) -> Values:
        values = self._of_rule(scoring.rule)
        if values is None:
            return None
        given = _limited(values, scoring.modifiers, top) | _of_none(scoring.when_none)
        if scoring.modifiers.gate is not None:
            given |= {scoring.modifiers.if_not.of(top)}
        return given

    def _of_rule(self, rule: Rule) -> Values:
        match rule:
            case FullIf(_, points, otherwise):
                return frozenset({points, otherwise})
            case Bands(_, steps, otherwise, interpolate):
                gives = [*(step.points for step in steps), otherwise]
                if interpolate or any(isinstance(one, Share) for one in gives):
                    return None
                return frozenset(one for one in gives if isinstance(one, Fraction))
            case Each(of, points, each):
                return _stepped(_ZERO, points, each) if self._is_whole(of) else None
            case Deduct(of, points, each, floor):
                if not self._is_whole(of):
                    return None
                return _stepped(floor, points, each, downwards=True)
            case Proportional() | Given():
                return None
            case SumOf(items):
                return _sums([self._of_item(item) for item in items])
            case BestOf(items):
                found = [self._of_item(item) for item in items]
                if any(one is None for one in found):
                    return None
                return frozenset().union(*(one for one in found if one is not None))
            case _ as missing:
                assert_never(missing)

    def _of_item(self, item: Item) -> Values:
        values = self._of_rule(item.rule)
        return None if values is None else values | _of_none(item.when_none)

    def _is_whole(self, of: Quantity) -> bool:
        """Whether only whole numbers can be counted."""
        match of:
            case Amount(measure):
                return self._measures[measure].kind is Kind.COUNT
            case Sum(terms):
                return all(map(self._is_whole, terms))
            case Difference(first, second):
                return self._is_whole(first) and self._is_whole(second)
            case Days():
                return True
            case _:
                return False


def _limited(
    values: Iterable[Fraction], modifiers: Modifiers, top: Fraction
) -> frozenset[Fraction]:
    """With the limits, and where one of them hangs on a condition, without it."""
    return frozenset(
        within_limits(value, modifiers, top, caps=caps)
        for value in values
        for caps in (True, False)
    )


def _of_none(policy: WhenNone | None) -> frozenset[Fraction]:
    return frozenset() if policy is None or policy.points is None else frozenset({policy.points})


def _stepped(low: Fraction, high: Fraction, step: Fraction, *, downwards: bool = False) -> Values:
    """So much for each one counted, with the end where it stops."""
    if step <= 0 or (high - low) / step > _MOST_VALUES:
        return None
    count = int((high - low) / step)
    begin, sign = (high, -1) if downwards else (low, 1)
    return frozenset({low, high, *(begin + sign * step * number for number in range(count + 1))})


def _sums(parts: list[Values]) -> Values:
    sums = frozenset({_ZERO})
    for part in parts:
        if part is None or len(part) * len(sums) > _MOST_VALUES**2:
            return None
        sums = frozenset(a + b for a, b in itertools.product(sums, part))
    return sums
