"""Requirements of a grade: what has to hold beside its points, and what adds up to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from par_index.advice.path.choices import Truths
from par_index.advice.path.goals import Requirement
from par_index.advice.path.lab import Given, given
from par_index.model.criteria import CriteriaSet, Criterion
from par_index.nouns import Noun
from par_index.scoring.conditions import judge
from par_index.scoring.evaluation import Evaluation
from par_index.scoring.questions import units_of

__all__ = ["Asking", "is_met"]

_NONE = Fraction(0)


class Asking(Noun):
    """A requirement with the nodes that add up to it; none where it is a test of its own."""

    one: Requirement
    units: Mapping[str, Criterion]

    @classmethod
    def of(cls, criteria: CriteriaSet, one: Requirement) -> Asking:
        units = {}
        if one.asks is not None:
            asked = criteria.by_code[one.asks.code]
            units = {unit.code: unit for unit in units_of(asked)}
        return cls(one, units)

    @property
    def need(self) -> Fraction:
        if self.one.asks is None:
            return Fraction(1)
        return _NONE if self.one.asks.percent else self.one.asks.points

    def worth(self, low: Fraction, top: Fraction) -> Fraction:
        assert self.one.asks is not None, "a sum"
        return low - self.one.asks.points * top if self.one.asks.percent else low

    def of_leaf(self, found: Given, code: str) -> Fraction:
        if code not in self.units:
            return _NONE
        low, applies, _ = found
        return self.worth(low, self.units[code].max_points) if applies else _NONE

    def of_parent(self, evaluation: Evaluation, unit: Criterion) -> Fraction:
        result = evaluation.node(unit)
        return self.worth(result.low, result.tops[1]) if result.may_apply else _NONE

    def at_rest(self, evaluation: Evaluation, moved: set[str], touched: set[str]) -> Fraction:
        """What no move bears on."""
        total = _NONE
        if self.one.asks is None:
            if self.one.key in moved:
                return total
            verdict = _judged(evaluation, self.one)
            return Fraction(is_met(verdict))
        for code, unit in self.units.items():
            if unit.components and code not in touched:
                total += self.of_parent(evaluation, unit)
            elif not unit.components and code not in moved:
                total += self.of_leaf(given(evaluation.node(unit)), code)
        return total

    def above(self, after: Evaluation, parents: Sequence[str]) -> Fraction:
        units = [unit for code, unit in self.units.items() if unit.components and code in parents]
        return sum((self.of_parent(after, unit) for unit in units), start=_NONE)

    def most(self, touched: set[str], parents: Sequence[str]) -> Fraction:
        if self.one.asks is None:
            return Fraction(self.one.key in touched)
        units = [unit for code, unit in self.units.items() if code in touched or code in parents]
        return sum((self.worth(one.max_points, one.max_points) for one in units), start=_NONE)


def _judged(evaluation: Evaluation, one: Requirement) -> Truths:
    verdict = judge(one.condition, evaluation.inputs, evaluation.about)
    return verdict.yes, verdict.no, verdict.none


def is_met(truths: Truths) -> bool:
    """Certainly holds, or certainly asks nothing."""
    yes, no, none = truths
    return not no and yes + none == 1
