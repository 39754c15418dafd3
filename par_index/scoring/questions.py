"""Questions about criteria: full, so many points, applicable; as conditions ask them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

from par_index.model.accounts import Basis
from par_index.model.conditions import (
    AboutCriterion,
    CriterionApplies,
    CriterionAtLeast,
    CriterionFull,
)
from par_index.model.criteria import CriteriaSet, Criterion
from par_index.model.reasons import Reason
from par_index.nouns import replace
from par_index.scoring.conditions import Verdict, weakest
from par_index.scoring.modifiers import Tops
from par_index.scoring.results import Result

__all__ = ["Questions", "units_of"]


def units_of(criterion: Criterion) -> Iterator[Criterion]:
    """The highest nodes that are not plain sums: leaves, and parents with modifiers."""
    if not criterion.components or criterion.modifiers is not None:
        yield criterion
        return
    for component in criterion.components:
        if criterion.extra or not component.extra:
            yield from units_of(component)


class Questions:
    """Answers what conditions ask, over what each criterion may give."""

    def __init__(self, criteria: CriteriaSet, node: Callable[[Criterion], Result]) -> None:
        self._criteria = criteria
        self._node = node

    def answer(self, question: AboutCriterion) -> Verdict:
        """What may come of the question, with what leaves it open."""
        criterion = self._criteria.by_code[question.code]
        match question:
            case CriterionFull():
                verdict = self._is_full(criterion)
            case CriterionAtLeast(_, points, percent):
                verdict = self._has(criterion, points, percent=percent)
            case CriterionApplies(_, applies):
                verdict = self._applies(criterion, applies=applies)
        result = self._node(criterion)
        verdict = replace(verdict, used=result.used)
        reason = Reason(verdict.truth, code=question.code, question=question)
        verdict = replace(verdict, reasons=(reason,))
        if verdict.is_decided:
            return verdict
        units = [self._node(unit) for unit in units_of(criterion)]
        return replace(verdict, open=result.open.union(*(unit.open for unit in units)))

    def _is_full(self, criterion: Criterion) -> Verdict:
        """Whether it holds all points it can; undefined when it does not apply."""
        units = [(self._node(unit), _tops(unit, self._node(unit))) for unit in units_of(criterion)]
        reaching = [one.may_apply and _reaches(one, tops[0]) for one, tops in units]
        yes = any(reaching) and all(
            reaches or one.may_not_apply for reaches, (one, _) in zip(reaching, units, strict=True)
        )
        short = [one.basis for one, tops in units if one.may_apply and one.low < tops[1]]
        none = all(one.may_not_apply for one, _ in units)
        # One part that is not full is enough for the contrary, so the firmest of them decides.
        is_short = bool(short) and not yes
        basis = _firmest(short) if is_short else weakest([one.basis for one, _ in units])
        return Verdict(yes, bool(short), none, basis)

    def _has(self, criterion: Criterion, points: Fraction, *, percent: bool) -> Verdict:
        result = self._node(criterion)
        least, most = points, points
        if percent:
            tops = _tops(criterion, result)
            least, most = points * tops[0], points * tops[1]
        yes = result.may_apply and _reaches(result, least)
        no = result.may_apply and result.low < most
        return Verdict(yes, no, result.may_not_apply, result.basis)

    def _applies(self, criterion: Criterion, *, applies: bool) -> Verdict:
        result = self._node(criterion)
        yes, no = result.may_apply, result.may_not_apply
        return Verdict(*((yes, no) if applies else (no, yes)), basis=result.basis)


def _tops(criterion: Criterion, result: Result) -> Tops:
    """The least and greatest maximum, where it applies: a leaf has but one."""
    if criterion.components:
        return result.tops
    return criterion.max_points, criterion.max_points


def _reaches(result: Result, points: Fraction) -> bool:
    """Whether it may have so many points; an open upper end is never reached."""
    return result.high > points or (result.high == points and not result.points.high_open)


def _firmest(bases: list[Basis]) -> Basis:
    return min(bases, key=lambda basis: basis.weakness)
