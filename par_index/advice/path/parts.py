"""Parts: the tests and amounts that a leaf's rule is made of, each of one quantity.

Along one moving measure a part changes in one direction only, between the places where a test of
the same quantity turns. So where all parts are the same at both ends of a stretch they are the same
all along it, and so is what the leaf gives.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import assert_never

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
    Proportional,
    Rule,
    Scoring,
    Share,
    SumOf,
    WhenNone,
)
from par_index.model.walking import measures_in_quantity
from par_index.nouns import Noun

__all__ = ["Moving", "Part", "is_monotone", "parts_of", "tests_of"]

_APART = WhenNone(Fraction(-(10**9)))
"""What 0/0 is told as: something that no rule gives."""


class Part(Noun):
    """One test or amount; ``is_gradual``: it can have many values, not just hold or fail."""

    of: Quantity
    scoring: Scoring
    is_gradual: bool = False


def parts_of(leaf: Criterion) -> list[Part]:
    """All parts of a leaf: of its rule, its gate and cap, and whether it applies."""
    assert leaf.scoring is not None, "a leaf"
    found = list(_rule_parts(leaf.scoring.rule))
    modifiers = leaf.scoring.modifiers
    conditions = [modifiers.gate, modifiers.cap.condition if modifiers.cap else None]
    conditions += [policy.condition for _, policy in leaf.excuses]
    for condition in conditions:
        if condition is not None:
            found += tests_of(condition)
    return found


def tests_of(condition: Condition) -> Iterator[Part]:
    """The comparisons of a condition; answers turn once and for all, criteria are asked apart."""
    match condition:
        case Comparison(of, bound):
            yield _test(Comparison(of, bound), of)
        case All(members) | AnyOf(members):
            for member in members:
                yield from tests_of(member)
        case Not(member):
            yield from tests_of(member)
        case Answered() | CriterionFull() | CriterionAtLeast() | CriterionApplies():
            return


def _test(condition: Comparison, of: Quantity) -> Part:
    rule = FullIf(condition, Fraction(1), Fraction(0))
    return Part(of, Scoring(rule, _APART))


def _rule_parts(rule: Rule) -> Iterator[Part]:
    match rule:
        case FullIf(condition):
            yield from tests_of(condition)
        case Bands(of, steps, otherwise, interpolate):
            for step in steps:
                yield _test(Comparison(of, step.bound), of)
            points = [otherwise, *(step.points for step in steps)]
            if interpolate or any(isinstance(one, Share) for one in points):
                yield Part(of, Scoring(rule, _APART), is_gradual=True)
        case Proportional(of, _, target, floor):
            if floor is not None:
                yield _test(Comparison(of, floor), of)
            quotient = of if target is None else Ratio(of, target, bounded=False)
            yield Part(quotient, Scoring(rule, _APART), is_gradual=True)
        case Each(of) | Deduct(of):
            yield Part(of, Scoring(rule, _APART), is_gradual=True)
        case SumOf(items) | BestOf(items):
            for item in items:
                yield from _rule_parts(item.rule)
        case Given():
            return
        case _ as missing:
            assert_never(missing)


class Moving(Noun):
    """Measures that change together, and the rates among all measures, which are quotients."""

    measures: frozenset[str]
    rates: frozenset[str]


def is_monotone(of: Quantity, moving: Moving) -> bool:
    """Whether a quantity only rises, or only falls, as these measures change by so much each."""
    match of:
        case Amount() | Constant() | Tallied() | Choose():
            return True
        case Ratio(part, whole):
            reading = [one for one in (part, whole) if _reads(one, moving)]
            if len(reading) > 1:
                return all(_is_linear(one, moving) for one in reading)
            return all(is_monotone(one, moving) for one in reading)
        case Sum(terms):
            return _all_linear_or_one(terms, moving)
        case Difference(first, second) | Days(first, second):
            return _all_linear_or_one((first, second), moving)
        case Scaled(of=inner) | MonthsAfter(of=inner):
            return is_monotone(inner, moving)


def _all_linear_or_one(terms: Iterable[Quantity], moving: Moving) -> bool:
    reading = [one for one in terms if _reads(one, moving)]
    if all(_is_linear(one, moving) for one in reading):
        return True
    return len(reading) == 1 and is_monotone(reading[0], moving)


def _is_linear(of: Quantity, moving: Moving) -> bool:
    match of:
        case Amount(measure):
            return measure not in moving.rates
        case Constant():
            return True
        case Sum(terms):
            return all(_is_linear(one, moving) for one in terms)
        case Difference(first, second, unsigned):
            return not unsigned and _is_linear(first, moving) and _is_linear(second, moving)
        case Days(first, second):
            return _is_linear(first, moving) and _is_linear(second, moving)
        case Scaled(of=inner):
            return _is_linear(inner, moving)
        case Ratio() | MonthsAfter() | Tallied() | Choose():
            return False


def _reads(of: Quantity, moving: Moving) -> bool:
    return any(id in moving.measures for id in measures_in_quantity(of))
