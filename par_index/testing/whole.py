"""The whole set: its grades, and what bounds its total."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Final

from par_index.model.assessment import GradeScore, Standing
from par_index.model.criteria import CriteriaSet
from par_index.testing.cases import Trial
from par_index.testing.targets import Mark, Target
from par_index.testing.views import View

__all__ = ["SET", "set_targets"]

SET: Final = ""
"""Stands for the set where a target has the code of its criterion."""

_TOTALS = ("total", "total_low", "total_high", "index", "grades")


def set_targets(criteria: CriteriaSet) -> Iterator[Target]:
    """Each grade held for sure, and each bound of the total acting and not acting."""
    bounds = (
        (criteria.cap, Mark.CAPPED, Mark.NOT_CAPPED, _lowered),
        (criteria.floor, Mark.RAISED, Mark.NOT_RAISED, _raised),
    )
    for bound, acting, idle, acts in bounds:
        if bound is not None:
            yield Target(SET, acting, partial(_acts, acts, True))
            yield Target(SET, idle, partial(_acts, acts, False))
    for grade in criteria.grades:
        yield Target(SET, Mark.GRADE, partial(_reaches, grade.id), name=grade.id)


def _lowered(trial: Trial) -> bool:
    one = trial.assessment
    beside = one.extras.points if one.extras is not None else 0
    return one.totals.points < one.account.points + beside


def _raised(trial: Trial) -> bool:
    one = trial.assessment
    beside = one.extras.points if one.extras is not None else 0
    return one.totals.points > one.account.points + beside


def _acts(acts: Callable[[Trial], bool], wanted: bool, view: View) -> bool:
    """Whether a test that says something of the total shows a bound acting, or idle."""
    trial = view.trial
    if trial is None or not any(trial.test.expects(key) for key in _TOTALS):
        return False
    totals = trial.assessment.totals
    return totals.low == totals.high and acts(trial) is wanted


def _reaches(id: str, view: View) -> bool:
    """Whether a test names the grade and the unit has it, as surely as one unit alone can."""
    trial = view.trial
    if trial is None or not _names(trial, id):
        return False
    ladder = trial.assessment.grades
    place = next(number for number, one in enumerate(ladder) if one.grade.id == id)
    return _is_held(ladder[place], ladder[:place])


def _names(trial: Trial, id: str) -> bool:
    values = [one.value for one in trial.test.expect if one.key == "grades"]
    named = any(isinstance(value, Mapping) and id in value for value in values)
    return named and bool(trial.assessment.grades)


def _is_held(score: GradeScore, better: Sequence[GradeScore]) -> bool:
    """Sure; or, with a quota that other units share, possible where no better one is."""
    if score.grade.quota is None:
        return score.standing is Standing.SURE
    open_above = any(one.standing is not Standing.IMPOSSIBLE for one in better)
    return score.standing is Standing.POSSIBLE and not open_above
