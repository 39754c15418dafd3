"""How few and how many points can come of a rule, whatever is reported: for checks and remarks."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import assert_never

from par_index.model.criteria import Criterion, Give
from par_index.model.measures import Measure
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
    Share,
    SumOf,
)

__all__ = ["least_of", "least_of_rule", "most_of_rule"]

_ZERO = Fraction(0)


def least_of_rule(rule: Rule, measures: Mapping[str, Measure]) -> Fraction:
    """The fewest points a rule by itself can give."""
    match rule:
        case FullIf(_, points, otherwise):
            return min(points, otherwise)
        case Bands(_, steps, otherwise):
            outcomes = (*(step.points for step in steps), otherwise)
            return min(_ZERO if isinstance(one, Share) else one for one in outcomes)
        case Proportional() | Each():
            return _ZERO
        case Deduct(floor=floor):
            return floor
        case Given(measure):
            return measures[measure].least
        case SumOf(items):
            return sum((_least_of_item(item, measures) for item in items), start=_ZERO)
        case BestOf(items):
            return max(_least_of_item(item, measures) for item in items)
        case _ as missing:
            assert_never(missing)


def most_of_rule(rule: Rule) -> Fraction:
    """The most points a rule by itself can give."""
    match rule:
        case FullIf(_, points, otherwise):
            return max(points, otherwise)
        case Bands(_, steps, otherwise):
            outcomes = (*(step.points for step in steps), otherwise)
            return max(one.maximum if isinstance(one, Share) else one for one in outcomes)
        case Proportional() | Each() | Deduct() | Given():
            return rule.points
        case SumOf(items):
            return sum((_most_of_item(item) for item in items), start=_ZERO)
        case BestOf(items):
            return max(_most_of_item(item) for item in items)
        case _ as missing:
            assert_never(missing)


def least_of(criterion: Criterion, measures: Mapping[str, Measure]) -> Fraction:
    """The fewest points a criterion can come to, after everything that acts on them."""
    if criterion.scoring is None:
        parts = (least_of(component, measures) for component in criterion.components)
        return _after(sum(parts, start=_ZERO), criterion.modifiers, criterion.max_points)
    scoring = criterion.scoring
    least = _after(least_of_rule(scoring.rule, measures), scoring.modifiers, criterion.max_points)
    if scoring.when_none is not None and scoring.when_none.points is not None:
        least = min(least, scoring.when_none.points)
    for _, policy in criterion.excuses:
        if policy.give is not Give.EXCLUDE:
            least = min(least, criterion.max_points if policy.give is Give.FULL else _ZERO)
    return least


def _least_of_item(item: Item, measures: Mapping[str, Measure]) -> Fraction:
    least = least_of_rule(item.rule, measures)
    if item.when_none is not None and item.when_none.points is not None:
        return min(least, item.when_none.points)
    return least


def _most_of_item(item: Item) -> Fraction:
    most = most_of_rule(item.rule)
    if item.when_none is not None and item.when_none.points is not None:
        return max(most, item.when_none.points)
    return most


def _after(least: Fraction, modifiers: Modifiers | None, maximum: Fraction) -> Fraction:
    if modifiers is None:
        return least
    if modifiers.minimum is not None and least < modifiers.minimum.of(maximum):
        least = _ZERO
    if modifiers.floor is not None:
        least = max(least, modifiers.floor.of(maximum))
    if modifiers.cap is not None and modifiers.cap.condition is not None:
        least = min(least, modifiers.cap.to.of(maximum))
    if modifiers.gate is not None:
        least = min(least, modifiers.if_not.of(maximum))
    return least
