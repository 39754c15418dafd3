"""The board: every open item of an assessment, and the whole with some of them at an end."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction

from par_index.advice.pinning import (
    End,
    Figures,
    Links,
    Pinned,
    Pins,
    figures_of,
    grade_alone,
    open_in_tests,
    pinned_result,
)
from par_index.model.assessment import Assessment, Score, Standing
from par_index.model.conditions import Condition
from par_index.model.criteria import Criterion, Grade
from par_index.model.measures import By
from par_index.model.reasons import Input, InputState, Why
from par_index.model.units import reasoned
from par_index.nouns import Noun
from par_index.scoring.conditions import judge
from par_index.scoring.evaluation import Evaluation
from par_index.scoring.known import Known
from par_index.scoring.scores import evaluate

__all__ = ["Board", "Held", "ItemKind", "OpenItem", "Wait"]


class ItemKind(StrEnum):
    """What is open: a criterion's points, or the own tests of a parent's precondition or cap."""

    CRITERION = "criterion"
    GATE = "gate"
    CAP = "cap"


class Wait(Noun):
    """A measure that leaves something open, and why; ``due`` is the last day that serves."""

    measure: str
    why: Why
    due: datetime.date | None = None


class OpenItem(Noun):
    """Something of which more than one outcome is left, with the ends that it may come to.

    ``points`` are those of the criterion at each end, none for tests.
    """

    score: Score
    kind: ItemKind
    waits: tuple[Wait, ...]
    ends: tuple[End, ...]
    points: Mapping[End, Fraction]

    @property
    def code(self) -> str:
        return self.score.code

    @property
    def key(self) -> tuple[str, ItemKind]:
        return self.code, self.kind

    @property
    def measures(self) -> frozenset[str]:
        return frozenset(one.measure for one in self.waits)

    @property
    def least(self) -> End:
        """The end with the fewest points; not applying gives none."""
        return min(self.ends, key=lambda end: (self.points.get(end, Fraction(0)), end is End.MOST))

    @property
    def most(self) -> End:
        return max(
            self.ends, key=lambda end: (self.points.get(end, Fraction(0)), end is not End.OUT)
        )


Held = Sequence[tuple[OpenItem, End]]
"""Items, each with the end it is held at."""


class Board:
    """One assessment to hold items of; the same question is always answered the same."""

    def __init__(self, assessment: Assessment) -> None:
        self.assessment = assessment
        self.criteria = assessment.criteria
        self.links = Links(assessment.criteria)
        self.base = evaluate(assessment.criteria, assessment.submission)
        self.figures = figures_of(self.base)
        self.items = tuple(self._items())

    def held(self, held: Held) -> Pinned:
        """The evaluation with these items at these ends."""
        results, gates, caps = {}, {}, {}
        for item, end in held:
            if item.kind is ItemKind.CRITERION:
                criterion = item.score.criterion
                results[item.code] = pinned_result(self.base.node(criterion), criterion, end)
            elif item.kind is ItemKind.GATE:
                gates[item.code] = end is End.MOST
            else:
                caps[item.code] = end is not End.MOST
        pins = Pins(results, gates, caps)
        return Pinned(self.base, pins, self.links.moved(pins.codes))

    def figures_of(self, evaluation: Evaluation) -> Figures:
        return figures_of(evaluation)

    def figures_with(self, held: Held) -> Figures:
        return figures_of(self.held(held))

    def reaches(self, evaluation: Evaluation, figures: Figures, rung: int) -> Standing:
        """Whether the unit ends at this grade of the ladder or a better one.

        Other units' share of a grade is left aside.
        """
        standings = {
            grade_alone(grade, figures, evaluation) for grade in self.criteria.grades[: rung + 1]
        }
        for sure in (Standing.SURE, Standing.POSSIBLE):
            if sure in standings:
                return sure
        return Standing.IMPOSSIBLE

    # What is open.

    def _items(self) -> Iterator[OpenItem]:
        for score in reasoned(self.assessment.areas):
            result = self.base.node(score.criterion)
            if result.is_decided or not result.may_apply:
                continue
            if not score.components:
                yield self._leaf(score)
            else:
                yield from self._tests(score)

    def _leaf(self, score: Score) -> OpenItem:
        result = self.base.node(score.criterion)
        points, ends = {}, []
        if result.low < result.high:
            points[End.LEAST] = result.low
            ends.append(End.LEAST)
        if not result.points.high_open:
            # A most that is only approached is no end that anything can be held at.
            points[End.MOST] = result.high
            ends.append(End.MOST)
        if result.may_not_apply:
            ends.append(End.OUT)
        inputs = score.because.inputs if score.because else ()
        return OpenItem(score, ItemKind.CRITERION, _waits(inputs), tuple(ends), points)

    def _tests(self, score: Score) -> Iterator[OpenItem]:
        """The own tests of a parent: of its precondition, and of whether its cap acts."""
        modifiers = score.criterion.modifiers
        assert modifiers is not None, "a parent with reasons of its own"
        cap = modifiers.cap.condition if modifiers.cap is not None else None
        for kind, condition in ((ItemKind.GATE, modifiers.gate), (ItemKind.CAP, cap)):
            if condition is None:
                continue
            waits = self.open_tests(condition)
            if waits:
                yield OpenItem(score, kind, waits, (End.LEAST, End.MOST), {})

    def open_tests(self, condition: Condition) -> tuple[Wait, ...]:
        """What leaves the tests of measures in a condition open, while that is undecided."""
        if judge(condition, self.base.inputs, self.base.about).is_decided:
            return ()
        measures = dict.fromkeys(open_in_tests(condition, self.base))
        return tuple(Wait(id, _why(self.base.inputs[id])) for id in measures)

    def grade_waits(self, grade: Grade) -> tuple[Wait, ...]:
        return () if grade.condition is None else self.open_tests(grade.condition)

    def criterion(self, code: str) -> Criterion:
        return self.criteria.by_code[code]


def _waits(inputs: Sequence[Input]) -> tuple[Wait, ...]:
    return tuple(Wait(one.measure, one.why, one.due) for one in inputs if one.why is not None)


def _why(known: Known) -> Why:
    """Why a measure is open where no criterion's points tell until when it serves."""
    if known.measure.by is not By.UNIT:
        return Why(known.measure.by.value)
    if known.state is InputState.NOT_YET:
        return Why.NOT_DUE
    return Why.PRINTED if known.state is InputState.REPORTED else Why.MISSING
