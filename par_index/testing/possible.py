"""What can happen: a branch that a set itself rules out asks for no test.

An item that divides by all files received needs a `when_none`; where the whole criterion does not
apply without files, that is never asked. Scoring proves it: with nothing known but what the branch
takes, it already says that something else decides.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from par_index.model.conditions import All, AnyOf, Comparison, Condition, Not
from par_index.model.criteria import Criterion
from par_index.model.measures import Measure
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
from par_index.model.reasons import Branch
from par_index.model.rules import Bands, BestOf, Deduct, Each, FullIf, Proportional, Rule, SumOf
from par_index.model.submission import Value
from par_index.testing.cases import bare_submission
from par_index.testing.parts import Parts
from par_index.testing.targets import Mark, Target
from par_index.testing.views import View

__all__ = ["can_happen"]

_ZERO = Fraction(0)

_ELSEWHERE = (Branch.CONDITION, Branch.GATE)
"""Where something before the rule has decided."""

Measures = Mapping[str, Measure]


class _NotPlainError(Exception):
    """What a branch takes cannot be told in single figures."""


def can_happen(target: Target, criterion: Criterion, parts: Parts) -> bool:
    """Whether any submission can show the target; yes unless the contrary is certain."""
    try:
        ways = list(_ways(target, criterion, parts.criteria.measures))
    except _NotPlainError:
        return True
    return not ways or not all(_is_ruled_out(one, criterion, parts) for one in ways)


def _is_ruled_out(values: Mapping[str, Value], criterion: Criterion, parts: Parts) -> bool:
    view = View(parts, bare_submission(parts.criteria, values), criterion)
    result = view.node(criterion)
    return result.is_decided and result.branch in _ELSEWHERE


def _ways(
    target: Target, criterion: Criterion, measures: Measures
) -> Iterator[Mapping[str, Value]]:
    """The figures that the target takes, one set of them for each way to show it."""
    if target.mark is Mark.OPTION and isinstance(target.of, Amount):
        yield {target.of.measure: target.name}
    elif target.mark is Mark.NONE and criterion.scoring is not None:
        rule = criterion.scoring.rule
        for number in target.items:
            assert isinstance(rule, (SumOf, BestOf))
            rule = rule.items[number - 1].rule
        yield from _undefined(rule, measures)


def _undefined(rule: Rule, measures: Measures) -> Iterator[Mapping[str, Value]]:
    """What makes a rule 0/0."""
    match rule:
        case FullIf(condition):
            wholes = [list(_wholes(one.of, measures)) for one in _comparisons(condition)]
            if any(len(one) != 1 for one in wholes):
                raise _NotPlainError
            yield {whole: _ZERO for one in wholes for whole in one}
        case Proportional(_, _, target) if not isinstance(target, Constant | None):
            raise _NotPlainError
        case Bands(of) | Each(of) | Deduct(of) | Proportional(of):
            yield from ({whole: _ZERO} for whole in _wholes(of, measures))
        case _:
            return


def _comparisons(condition: Condition) -> Iterator[Comparison]:
    """The tests of a condition that must all be 0/0 for it to be so."""
    match condition:
        case Comparison():
            yield condition
        case All(members) | AnyOf(members):
            for member in members:
                yield from _comparisons(member)
        case Not(member):
            yield from _comparisons(member)
        case _:
            raise _NotPlainError


def _wholes(of: Quantity, measures: Measures) -> Iterator[str]:
    """The wholes of which any one, being 0, makes the quantity 0/0."""
    match of:
        case Amount(measure):
            counts = measures[measure].of
            if counts is not None:
                yield counts[1]
        case Ratio(part, Amount(whole)):
            yield from _wholes(part, measures)
            yield whole
        case Sum(terms):
            for term in terms:
                yield from _wholes(term, measures)
        case Difference(first, second) | Days(first, second):
            yield from _wholes(first, measures)
            yield from _wholes(second, measures)
        case Scaled(inner) | MonthsAfter(inner):
            yield from _wholes(inner, measures)
        case Constant() | Choose():
            return
        case Ratio() | Tallied():
            raise _NotPlainError
