"""Grades: which rungs of the ladder are sure, which possible, which impossible."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from par_index.model.assessment import GradeScore, Standing, Totals
from par_index.model.criteria import Grade
from par_index.nouns import Noun
from par_index.scoring.conditions import About, judge
from par_index.scoring.inputs import Inputs
from par_index.scoring.totals import Interval

__all__ = ["grade_ladder"]


class _Holds(Noun):
    """Whether a grade's own tests may hold, and may fail."""

    yes: bool
    no: bool

    @property
    def surely(self) -> bool:
        return self.yes and not self.no


def grade_ladder(
    grades: Sequence[Grade], totals: Totals, index: Interval, inputs: Inputs, about: About
) -> tuple[GradeScore, ...]:
    """Each grade's standing; none where nothing applies.

    A grade is sure when it holds in every completion and every better one in none; impossible
    when it holds in none, or a better one holds in every completion. Who finds no room in a quota
    may end in the grade that the quota names.
    """
    if index is None:
        return ()
    found = []
    better: list[_Holds] = []
    instead: set[str] = set()
    for grade in grades:
        holds = _holds(grade, totals, index, inputs, about)
        standing = _standing(holds, better)
        if standing is Standing.IMPOSSIBLE and grade.id in instead:
            standing = Standing.POSSIBLE
        found.append(GradeScore(grade, standing))
        better.append(holds)
        if grade.quota is not None and holds.yes:
            instead.add(grade.quota.otherwise)
    return tuple(found)


def _standing(holds: _Holds, better: Sequence[_Holds]) -> Standing:
    if not holds.yes or any(one.surely for one in better):
        return Standing.IMPOSSIBLE
    if holds.surely and not any(one.yes for one in better):
        return Standing.SURE
    return Standing.POSSIBLE


def _holds(
    grade: Grade, totals: Totals, index: tuple[Fraction, Fraction], inputs: Inputs, about: About
) -> _Holds:
    yes, no = True, False
    if grade.at_least is not None:
        low, high = index if grade.of_index else (totals.low, totals.high)
        yes, no = high >= grade.at_least, low < grade.at_least
    if grade.condition is not None:
        verdict = judge(grade.condition, inputs, about)
        yes, no = yes and verdict.yes, no or verdict.no or verdict.none
    if grade.quota is not None:
        # Other units decide whether there is room, so one unit alone is never sure of it.
        no = True
    return _Holds(yes, no)
