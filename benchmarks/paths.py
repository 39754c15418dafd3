"""Paths: how long the cheapest way to the next grade takes, against assessing the unit once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.page import race_table
from benchmarks.timing import Contestant, race
from par_index.advice.path.goals import Goal, Target
from par_index.advice.path.path import Verdict, path
from par_index.assessing import assess
from par_index.model.assessment import Standing
from par_index.model.criteria import CriteriaSet
from par_index.model.submission import Submission
from par_index.reading.library import Library
from par_index.reading.submissions import read_submission

__all__ = ["path_table"]

_ASSESS = "assess"


def path_table(unit: Path, rounds: int) -> str:
    """One unit that has been read, in a process that is warm."""
    criteria, submission = read_submission(unit.read_bytes(), unit.name, Library())
    times = race(_contestants(criteria, submission), rounds)
    return race_table(times, _ASSESS, "one unit, warm")


def _contestants(criteria: CriteriaSet, submission: Submission) -> Iterator[Contestant]:
    yield Contestant(_ASSESS, "the whole assessment", lambda: assess(criteria, submission))
    goal = _next_grade(criteria, submission)
    yield Contestant(
        "path", _told(criteria, submission, goal), lambda: _path(criteria, submission, goal)
    )
    yield Contestant(
        "path, with its curve",
        "the most points for every effort as well",
        lambda: path(criteria, submission, goal, curve=True),
    )


def _path(criteria: CriteriaSet, submission: Submission, goal: Target) -> object:
    return path(criteria, submission, goal)


def _next_grade(criteria: CriteriaSet, submission: Submission) -> Target:
    """The grade above the one that is certain; the most there is where there are no grades."""
    grades = assess(criteria, submission).grades
    if len(grades) < 2:
        return Target(Goal.MOST)
    certain = max(n for n, one in enumerate(grades) if one.standing is not Standing.IMPOSSIBLE)
    return Target(Goal.GRADE, grade=grades[max(certain - 1, 0)].grade)


def _told(criteria: CriteriaSet, submission: Submission, goal: Target) -> str:
    found = path(criteria, submission, goal)
    proven = "proven" if found.verdict in (Verdict.CHEAPEST, Verdict.THERE) else found.verdict
    name = goal.grade.id if goal.grade else "the most"
    return f"to `{name}`, {len(found.steps)} steps, {proven}"
