"""Walking rules: what they read, whatever anyone reports."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from par_index.model.checks import Check, Comparing, Expecting
from par_index.model.conditions import (
    All,
    Answered,
    AnyOf,
    Comparison,
    Condition,
    CriterionApplies,
    CriterionAtLeast,
    CriterionFull,
    Not,
)
from par_index.model.criteria import Criterion
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
    Scoring,
    SumOf,
)

__all__ = [
    "codes_in",
    "codes_of",
    "measures_in_check",
    "measures_in_condition",
    "measures_in_quantity",
    "measures_in_rules",
    "measures_of",
    "quantities_in_rule",
]


def measures_of(criterion: Criterion) -> Iterator[str]:
    """Every measure that a node itself reads, in reading order; some more than once."""
    for condition in _conditions_around(criterion):
        yield from measures_in_condition(condition)
    for scoring in _scorings(criterion):
        yield from _measures_in_scoring(scoring)


def measures_in_rules(criterion: Criterion) -> Iterator[str]:
    """Those of them that its rules and its modifiers read, not whether it applies."""
    if criterion.modifiers is not None:
        for condition in _gates(criterion.modifiers):
            yield from measures_in_condition(condition)
    for scoring in _scorings(criterion):
        yield from _measures_in_scoring(scoring)


def codes_of(criterion: Criterion) -> Iterator[str]:
    """Every other criterion that a node itself asks about."""
    for condition in _conditions_around(criterion):
        yield from codes_in(condition)
    for scoring in _scorings(criterion):
        for condition in (*_conditions_in_rule(scoring.rule), *_gates(scoring.modifiers)):
            yield from codes_in(condition)


def codes_in(condition: Condition) -> Iterator[str]:
    """Every criterion a condition asks about."""
    match condition:
        case CriterionFull(code) | CriterionAtLeast(code) | CriterionApplies(code):
            yield code
        case All(members) | AnyOf(members):
            for member in members:
                yield from codes_in(member)
        case Not(member):
            yield from codes_in(member)
        case Answered() | Comparison():
            return


def measures_in_quantity(quantity: Quantity) -> Iterator[str]:
    """Every measure a quantity names; some more than once."""
    match quantity:
        case Amount(measure) | Tallied(measure) | Choose(measure):
            yield measure
        case Constant():
            return
        case Ratio(first, second) | Difference(first, second) | Days(first, second):
            yield from measures_in_quantity(first)
            yield from measures_in_quantity(second)
        case Sum(terms):
            for term in terms:
                yield from measures_in_quantity(term)
        case Scaled(of) | MonthsAfter(of):
            yield from measures_in_quantity(of)


def measures_in_check(check: Check) -> Iterator[str]:
    """Every measure a cross-check reads; some more than once."""
    match check.test:
        case Comparing(_, left, right, explained_by=explaining):
            yield from measures_in_quantity(left)
            yield from measures_in_quantity(right)
            yield from explaining
        case Expecting(expect, given):
            for condition in (given, expect):
                if condition is not None:
                    yield from measures_in_condition(condition)


def quantities_in_rule(rule: Rule) -> Iterator[Quantity]:
    """Every quantity that a rule holds against something, or multiplies, as it stands there."""
    match rule:
        case FullIf(condition):
            yield from _quantities_in_condition(condition)
        case Bands(of) | Each(of) | Deduct(of) | Proportional(of):
            yield of
        case SumOf(items) | BestOf(items):
            for item in items:
                yield from quantities_in_rule(item.rule)
        case Given():
            return
        case _ as missing:
            assert_never(missing)


def _quantities_in_condition(condition: Condition) -> Iterator[Quantity]:
    match condition:
        case Comparison(of):
            yield of
        case All(members) | AnyOf(members):
            for member in members:
                yield from _quantities_in_condition(member)
        case Not(member):
            yield from _quantities_in_condition(member)
        case Answered() | CriterionFull() | CriterionAtLeast() | CriterionApplies():
            return


def _scorings(criterion: Criterion) -> Iterator[Scoring]:
    if criterion.scoring is not None:
        yield criterion.scoring
    for reading in criterion.readings:
        yield reading.scoring


def _conditions_around(criterion: Criterion) -> Iterator[Condition]:
    for _, policy in criterion.excuses:
        if policy.condition is not None:
            yield policy.condition
    if criterion.modifiers is not None:
        yield from _gates(criterion.modifiers)


def _gates(modifiers: Modifiers) -> Iterator[Condition]:
    if modifiers.gate is not None:
        yield modifiers.gate
    if modifiers.cap is not None and modifiers.cap.condition is not None:
        yield modifiers.cap.condition


def _conditions_in_rule(rule: Rule) -> Iterator[Condition]:
    match rule:
        case FullIf(condition):
            yield condition
        case SumOf(items) | BestOf(items):
            for item in items:
                yield from _conditions_in_rule(item.rule)
        case Bands() | Proportional() | Each() | Deduct() | Given():
            return
        case _ as missing:
            assert_never(missing)


def _measures_in_scoring(scoring: Scoring) -> Iterator[str]:
    for condition in _gates(scoring.modifiers):
        yield from measures_in_condition(condition)
    yield from _measures_in_rule(scoring.rule)


def _measures_in_rule(rule: Rule) -> Iterator[str]:
    match rule:
        case FullIf(condition):
            yield from measures_in_condition(condition)
        case Bands(of) | Each(of) | Deduct(of):
            yield from measures_in_quantity(of)
        case Proportional(of, _, target):
            yield from measures_in_quantity(of)
            if target is not None:
                yield from measures_in_quantity(target)
        case Given(measure):
            yield measure
        case SumOf(items) | BestOf(items):
            for item in items:
                yield from _measures_in_rule(item.rule)
        case _ as missing:
            assert_never(missing)


def measures_in_condition(condition: Condition) -> Iterator[str]:
    """Every measure a condition reads; some more than once."""
    match condition:
        case Answered(measure):
            yield measure
        case Comparison(of):
            yield from measures_in_quantity(of)
        case CriterionFull() | CriterionAtLeast() | CriterionApplies():
            return
        case All(members) | AnyOf(members):
            for member in members:
                yield from measures_in_condition(member)
        case Not(member):
            yield from measures_in_condition(member)
