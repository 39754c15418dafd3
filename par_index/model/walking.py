"""Walking rules: which measures they read, whatever anyone reports."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from par_index.model.criteria import Criterion
from par_index.model.rules import (
    All,
    Amount,
    Answered,
    AnyOf,
    Bands,
    Comparison,
    Condition,
    Constant,
    CriterionFull,
    Days,
    Difference,
    FullIf,
    MonthsAfter,
    Not,
    Quantity,
    Ratio,
    Scaled,
    Scoring,
    Sum,
)

__all__ = ["measures_of"]


def measures_of(criterion: Criterion) -> Iterator[str]:
    """Every measure that decides a leaf, in reading order; some more than once."""
    policy = criterion.not_applicable
    if policy is not None and policy.condition is not None:
        yield from _in_condition(policy.condition)
    if criterion.scoring is not None:
        yield from _in_scoring(criterion.scoring)
    for reading in criterion.readings:
        yield from _in_scoring(reading.scoring)


def _in_scoring(scoring: Scoring) -> Iterator[str]:
    if scoring.gate is not None:
        yield from _in_condition(scoring.gate)
    match scoring.rule:
        case FullIf(condition):
            yield from _in_condition(condition)
        case Bands(of):
            yield from _in_quantity(of)
        case _ as missing:
            assert_never(missing)


def _in_condition(condition: Condition) -> Iterator[str]:
    match condition:
        case Answered(measure):
            yield measure
        case Comparison(of):
            yield from _in_quantity(of)
        case CriterionFull():
            return
        case All(members) | AnyOf(members):
            for member in members:
                yield from _in_condition(member)
        case Not(member):
            yield from _in_condition(member)


def _in_quantity(quantity: Quantity) -> Iterator[str]:
    match quantity:
        case Amount(measure):
            yield measure
        case Constant():
            return
        case Ratio(first, second) | Difference(first, second) | Days(first, second):
            yield from _in_quantity(first)
            yield from _in_quantity(second)
        case Sum(terms):
            for term in terms:
                yield from _in_quantity(term)
        case Scaled(of) | MonthsAfter(of):
            yield from _in_quantity(of)
