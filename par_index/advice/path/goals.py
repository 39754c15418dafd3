"""Goals: what has to be certain, as sums of what single criteria give."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from fractions import Fraction

from par_index.advice.path.lab import Given, least_of
from par_index.model.conditions import All, Condition, CriterionAtLeast
from par_index.model.criteria import CriteriaSet, Criterion, Grade
from par_index.nouns import Noun
from par_index.scoring.questions import units_of
from par_index.scoring.results import Result

__all__ = ["Aim", "Goal", "Requirement", "Target", "aims_of", "conditions_of", "units_in"]


class Goal(StrEnum):
    """What is to be reached: so many points, so much of the index, a grade, or all there is."""

    POINTS = "points"
    INDEX = "index"
    GRADE = "grade"
    MOST = "most"


class Target(Noun):
    """A goal with its number: points, a share of the index; or the grade."""

    goal: Goal
    value: Fraction = Fraction(0)
    grade: Grade | None = None


class Requirement(Noun):
    """A condition of a grade: so much of one criterion, or a test that moves may turn."""

    condition: Condition
    key: str
    asks: CriterionAtLeast | None = None


class Aim(Noun):
    """One way to reach a goal: a sum that has to come to ``need``, and requirements beside it.

    ``share`` turns the sum into points less that share of what applies: it comes to 0 just where
    the index comes to the share.
    """

    need: Fraction
    share: Fraction | None = None
    requirements: tuple[Requirement, ...] = ()
    grade: Grade | None = None

    def worth(self, found: Given, top: Fraction, *, extra: bool) -> Fraction:
        """What a leaf brings to the sum."""
        low, applies, may_not = found
        if self.share is None or extra:
            return least_of(found)
        choices = [low - self.share * top] if applies else []
        return min([*choices, Fraction(0)] if may_not or not applies else choices)

    def worth_of(self, result: Result, *, extra: bool) -> Fraction:
        """What a parent brings that is more than a sum."""
        if self.share is None or extra:
            return result.ends[0]
        tops = [top for top in result.tops if top > 0] if result.may_apply else []
        choices = [result.low - self.share * top for top in tops]
        return min([*choices, Fraction(0)] if result.may_not_apply or not tops else choices)


def aims_of(criteria: CriteriaSet, target: Target) -> list[Aim]:
    """The ways to a target: a grade is also reached by a better one that asks for less."""
    if target.goal is Goal.POINTS:
        return [Aim(target.value)] if _is_below_cap(criteria, target.value, is_share=False) else []
    if target.goal is Goal.INDEX:
        below = _is_below_cap(criteria, target.value, is_share=True)
        return [Aim(Fraction(0), target.value)] if below else []
    if target.goal is Goal.MOST or target.grade is None:
        return []
    found: list[Aim] = []
    for number, grade in enumerate(criteria.grades):
        is_asked = grade.id == target.grade.id
        if is_asked or not _asks_more(grade, target.grade):
            found.append(_aim(grade, number))
        if is_asked:
            break
    return found


def _is_below_cap(criteria: CriteriaSet, value: Fraction, *, is_share: bool) -> bool:
    """Whether the cap of the whole set lets so much be, whatever applies."""
    cap = criteria.cap
    if cap is None:
        return True
    if is_share:
        return not cap.of_applicable or value <= cap.amount
    return value <= cap.of(criteria.max_points)


def _asks_more(better: Grade, grade: Grade) -> bool:
    """Whether whoever holds the better grade meets the other's tests as well."""
    if grade.condition is not None or grade.at_least is None:
        return grade.condition is None
    same = better.of_index == grade.of_index and better.at_least is not None
    return same and (better.at_least or Fraction(0)) >= grade.at_least


def _aim(grade: Grade, number: int) -> Aim:
    members: tuple[Condition, ...] = ()
    if grade.condition is not None:
        is_all = isinstance(grade.condition, All) and grade.condition.when_none is None
        members = grade.condition.members if is_all else (grade.condition,)  # type: ignore[union-attr]
    requirements = tuple(
        Requirement(
            one, f"grade {number}.{index}", one if isinstance(one, CriterionAtLeast) else None
        )
        for index, one in enumerate(members)
    )
    if grade.at_least is None:
        return Aim(Fraction(-(10**9)), None, requirements, grade)
    if grade.of_index:
        return Aim(Fraction(0), grade.at_least, requirements, grade)
    return Aim(grade.at_least, None, requirements, grade)


def conditions_of(criteria: CriteriaSet, aims: list[Aim]) -> Iterator[tuple[str, Condition]]:
    """What parents and grades ask, by key; criteria that add up are no such condition."""
    for area in criteria.areas:
        for node in area.nodes():
            if node.components and node.modifiers is not None:
                cap = node.modifiers.cap
                if node.modifiers.gate is not None:
                    yield f"{node.code} if", node.modifiers.gate
                if cap is not None and cap.condition is not None:
                    yield f"{node.code} cap", cap.condition
    for aim in aims:
        for one in aim.requirements:
            if one.asks is None:
                yield one.key, one.condition


def units_in(criteria: CriteriaSet) -> Iterator[tuple[Criterion, bool]]:
    """What the total is the sum of: leaves and parents that do more than add up; extras last."""
    for area in criteria.areas:
        if not area.extra:
            for unit in units_of(area):
                yield unit, False
    for area in criteria.areas:
        for extra in _extras(area):
            for unit in units_of(extra):
                yield unit, True


def _extras(node: Criterion) -> Iterator[Criterion]:
    if node.extra:
        yield node
        return
    for component in node.components:
        yield from _extras(component)
