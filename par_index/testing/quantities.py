"""Quantities as authors wrote them: what kind they are, and where choices stand in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import assert_never

from par_index.model.measures import Kind, Measure
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
    SumOf,
)
from par_index.testing.sites import comparisons_in

__all__ = ["choices_in", "is_share", "is_whole"]

Measures = Mapping[str, Measure]


def is_whole(of: Quantity, measures: Measures) -> bool:
    """Whether the quantity comes in whole numbers only."""
    match of:
        case Amount(measure):
            return measures[measure].kind is Kind.COUNT
        case Sum(terms):
            return all(is_whole(term, measures) for term in terms)
        case Difference(first, second):
            return is_whole(first, measures) and is_whole(second, measures)
        case Days():
            return True
        case _:
            return False


def is_share(of: Quantity, measures: Measures) -> bool:
    """Whether the quantity is one that is written in percent."""
    match of:
        case Amount(measure):
            return measures[measure].kind in (Kind.PERCENT, Kind.RATE)
        case Ratio() | Tallied():
            return True
        case Difference(first):
            return is_share(first, measures)
        case Scaled(inner):
            return is_share(inner, measures)
        case _:
            return False


def choices_in(rule: Rule) -> Iterator[Choose]:
    """Numbers that differ by option, each once."""
    found = dict.fromkeys(choose for of in _quantities(rule) for choose in _chosen_in(of))
    yield from found


def _quantities(rule: Rule) -> Iterator[Quantity]:
    match rule:
        case FullIf(condition):
            yield from (one.of for one in comparisons_in(condition))
        case Bands(of) | Each(of) | Deduct(of):
            yield of
        case Proportional(of, _, target):
            yield of
            if target is not None:
                yield target
        case Given():
            return
        case SumOf(items) | BestOf(items):
            for item in items:
                yield from _quantities(item.rule)
        case _ as missing:
            assert_never(missing)


def _chosen_in(of: Quantity) -> Iterator[Choose]:
    match of:
        case Choose():
            yield of
        case Ratio(first, second) | Difference(first, second) | Days(first, second):
            yield from _chosen_in(first)
            yield from _chosen_in(second)
        case Sum(terms):
            for term in terms:
                yield from _chosen_in(term)
        case Scaled(inner) | MonthsAfter(inner):
            yield from _chosen_in(inner)
        case Amount() | Constant() | Tallied():
            return
        case _ as missing:
            assert_never(missing)
