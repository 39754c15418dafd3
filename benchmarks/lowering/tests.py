"""Conditions as tests over whole numbers: whether they hold, and whether they are undefined."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from benchmarks.facts import fact_name
from benchmarks.lowering.arithmetic import (
    FALSE,
    TRUE,
    Flag,
    IsOption,
    LeafPoints,
    Number,
    Test,
    Whole,
)
from benchmarks.lowering.folding import all_of, any_of, compare, negation, pick, plus, times
from benchmarks.lowering.quotients import Quotient, constant
from benchmarks.lowering.values import InexpressibleError, Quantities
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
from par_index.model.criteria import CriteriaSet, Criterion
from par_index.model.quantities import Amount

__all__ = ["NOT_APPLICABLE", "Judgement", "Judgements", "meets"]

NOT_APPLICABLE = -1_000_000_000
"""Stands for the points of a leaf that does not apply."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """``holds`` says nothing where it is ``undefined``."""

    holds: Test
    undefined: Test = FALSE

    @property
    def is_certain(self) -> Test:
        return all_of(negation(self.undefined), self.holds)


def meets(value: Quotient, bound: Bound) -> Test:
    """Whether a value meets a bound, where the value is defined."""
    assert isinstance(bound.value, Fraction)
    limit = constant(bound.value)
    match bound.relation:
        case Relation.AT_LEAST:
            return value.at_least(limit)
        case Relation.ABOVE:
            return value.above(limit)
        case Relation.AT_MOST | Relation.ON_OR_BEFORE:
            return value.at_most(limit)
        case Relation.BELOW | Relation.BEFORE:
            return value.below(limit)
        case Relation.IS:
            return value.equals(limit)


class Judgements:
    """The conditions of one set; points of other criteria come in steps of 1/scale."""

    def __init__(self, criteria: CriteriaSet, quantities: Quantities) -> None:
        self._criteria = criteria
        self._quantities = quantities
        self._scale = 10**criteria.rounding.places

    def of(self, condition: Condition) -> Judgement:
        judgement = self._of(condition)
        if condition.when_none is None:
            return judgement
        if condition.when_none:
            return Judgement(any_of(judgement.undefined, judgement.holds))
        return Judgement(judgement.is_certain)

    def _of(self, condition: Condition) -> Judgement:
        match condition:
            case Answered(measure):
                return Judgement(Flag(fact_name(measure)))
            case Comparison(Amount(measure), Bound(Relation.IS, str(option))):
                return Judgement(IsOption(fact_name(measure), option))
            case Comparison(of, bound):
                value = self._quantities.of(of)
                return Judgement(meets(value, bound), value.undefined)
            case Not(member):
                inner = self.of(member)
                return replace(inner, holds=negation(inner.holds))
            case All(members):
                return self._joined(members, of_all=True)
            case AnyOf(members):
                return self._joined(members, of_all=False)
            case CriterionFull(code):
                return self._full(self._account(code))
            case CriterionAtLeast(code, points, percent):
                return self._at_least(self._account(code), points, percent=percent)
            case CriterionApplies(code, applies):
                none = self._none(self._account(code))
                return Judgement(negation(none) if applies else none)

    def _joined(self, members: tuple[Condition, ...], *, of_all: bool) -> Judgement:
        """An undefined member drops out; when all do, so does the whole."""
        judged = [self.of(member) for member in members]
        undefined = all_of(*(one.undefined for one in judged))
        if of_all:
            return Judgement(
                all_of(*(any_of(one.undefined, one.holds) for one in judged)), undefined
            )
        return Judgement(any_of(*(one.is_certain for one in judged)), undefined)

    def _account(self, code: str) -> list[Criterion]:
        """The leaves whose points are the criterion's; modifiers of parents are not followed."""
        criterion = self._criteria.by_code[code]
        if any(one.modifiers is not None for one in criterion.nodes()):
            raise InexpressibleError(f"asks about {code}, which has modifiers of its own")
        return [leaf for leaf in criterion.leaves() if not leaf.extra or leaf is criterion]

    def _none(self, leaves: list[Criterion]) -> Test:
        return all_of(*(_does_not_apply(leaf) for leaf in leaves))

    def _full(self, leaves: list[Criterion]) -> Judgement:
        tests = []
        for leaf in leaves:
            full = compare("==", LeafPoints(leaf.code), self._steps(leaf.max_points))
            tests.append(full if len(leaves) == 1 else any_of(_does_not_apply(leaf), full))
        return Judgement(all_of(*tests), self._none(leaves))

    def _at_least(self, leaves: list[Criterion], points: Fraction, *, percent: bool) -> Judgement:
        reached: Number = Whole(0)
        applicable: Number = Whole(0)
        for leaf in leaves:
            none = _does_not_apply(leaf) if len(leaves) > 1 else FALSE
            reached = plus(reached, pick(none, Whole(0), LeafPoints(leaf.code)))
            applicable = plus(applicable, pick(none, Whole(0), self._steps(leaf.max_points)))
        bound = points if percent else points * self._scale
        base: Number = applicable if percent else Whole(1)
        holds = compare(
            ">=",
            times(Whole(bound.denominator), reached),
            times(Whole(bound.numerator), base),
        )
        return Judgement(holds, self._none(leaves))

    def _steps(self, points: Fraction) -> Number:
        steps = points * self._scale
        if steps.denominator != 1:
            raise InexpressibleError(f"a maximum of {points} between two steps of rounding")
        return Whole(int(steps))


def _does_not_apply(leaf: Criterion) -> Test:
    if all(policy.give.value != "exclude" for _, policy in leaf.excuses) and (
        leaf.scoring is None or leaf.scoring.when_none is None
    ):
        return negation(TRUE)
    return compare("==", LeafPoints(leaf.code), Whole(NOT_APPLICABLE))
