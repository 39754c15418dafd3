"""The improvement plan: a row for each criterion that lacks points, and what it could bring."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction

from par_index.advice.aims import Goal, first_goal, goals_of
from par_index.advice.standing import Standing, standing_of
from par_index.model.accounts import Outcome
from par_index.model.assessment import Assessment, Score
from par_index.model.criteria import Criterion, Remedy
from par_index.model.steps import Deadlock, NextStep, Shortfall
from par_index.model.text import Text
from par_index.model.units import lack_of, reasoned, total_of, units_in
from par_index.nouns import EMPTY, Noun, replace

__all__ = [
    "Gain",
    "Order",
    "Plan",
    "PlanArea",
    "PlanRow",
    "RowKind",
    "Shared",
    "plan",
    "rows_in_order",
]

_NONE = Fraction(0)


class RowKind(StrEnum):
    """What a row asks of the unit: to do more, to report, to wait, or nothing any more."""

    REGAIN = "regain"
    REPORT = "report"
    WAIT = "wait"
    GONE = "gone"


class Order(StrEnum):
    """How rows follow each other: by area as the set has them, or most points first."""

    AREA = "area"
    GAIN = "gain"


class Gain(Noun):
    """Points that the steps bring for certain, and at most."""

    certain: Fraction
    possible: Fraction


class PlanRow(Noun):
    """One criterion below its maximum, with what is to be done about it.

    ``goals`` are alternatives that reach all the points of ``gain``; ``first`` is a nearer goal.
    ``ask`` are measures to report. ``due_day`` is the last day that still earns. ``is_shared``: the
    same task stands in another row.
    """

    area: Criterion
    score: Score
    shortfall: Shortfall
    kind: RowKind
    gain: Gain
    now: Standing
    goals: tuple[Goal, ...]
    first: Goal | None = None
    ask: tuple[str, ...] = ()
    due_day: datetime.date | None = None
    is_shared: bool = False

    @property
    def code(self) -> str:
        return self.score.code

    @property
    def title(self) -> Text:
        return self.score.criterion.title

    @property
    def task(self) -> Text | None:
        return self._remedy.text

    @property
    def lead(self) -> Text | None:
        return self._remedy.lead

    @property
    def support(self) -> Text | None:
        return self._remedy.support

    @property
    def due(self) -> Text | None:
        return self._remedy.due

    @property
    def deadlock(self) -> Deadlock | None:
        """Why nothing can be regained."""
        return self.shortfall.deadlock if self.kind is RowKind.GONE else None

    @property
    def is_unknown(self) -> bool:
        """Whether it is only not known how anything could be regained."""
        return self.deadlock in (Deadlock.UNSAID, Deadlock.NO_CASES)

    @property
    def _remedy(self) -> Remedy:
        return self.score.criterion.remedy or Remedy()


class PlanArea(Noun):
    """An area with its rows, in the order of the set."""

    area: Criterion
    rows: tuple[PlanRow, ...]


class Shared(Noun):
    """Measures that a row moves and others rest on: what their rows promise may not add up.

    ``met`` are criteria that have their points by them now.
    """

    measures: tuple[str, ...]
    codes: tuple[str, ...]
    met: tuple[str, ...] = ()


class Plan(Noun):
    """The rows of one assessment.

    ``gone`` are those that nothing can be done about, last those of which it is not known whether
    anything can. ``gains`` are the most that the rows of each
    kind may bring together, ``total`` that of all but ``gone``, bonus and penalty left out; these
    are ``extras``. Of what is gone, ``gains`` are the points lost. No unit of account counts for
    more than it can still hold, but each row is worked out by itself: see ``shared``.
    """

    assessment: Assessment
    areas: tuple[PlanArea, ...]
    gone: tuple[PlanRow, ...]
    gains: Mapping[RowKind, Fraction] = EMPTY
    total: Fraction = _NONE
    extras: Fraction = _NONE
    shared: tuple[Shared, ...] = ()

    @property
    def rows(self) -> tuple[PlanRow, ...]:
        """Everything there is still to do, in the order of the set."""
        return tuple(row for area in self.areas for row in area.rows)

    @property
    def is_additive(self) -> bool:
        """Whether the gains of all rows add up to what they may bring together."""
        each = sum((row.gain.possible for row in self.rows), start=_NONE)
        return not self.shared and each == self.total + self.extras


def plan(assessment: Assessment) -> Plan:
    """The improvement plan of an assessment: one row for each of its shortfalls."""
    shortfalls = {one.code: one for one in assessment.shortfalls}
    rows = [
        _row(assessment, area.criterion, score, shortfalls[score.code])
        for area in assessment.areas
        for score in reasoned([area])
        if score.code in shortfalls
    ]
    todo = _marked([row for row in rows if row.kind is not RowKind.GONE])
    lost = [row for row in rows if row.kind is RowKind.GONE]
    gone = tuple(sorted(lost, key=lambda row: row.is_unknown))
    units = [list(reasoned([unit])) for unit in units_in(assessment.areas)]
    counted = [unit for unit in units if not unit[0].criterion.extra]
    extras = [unit for unit in units if unit[0].criterion.extra]
    gains = {kind: _most(counted, [row for row in todo if row.kind is kind]) for kind in RowKind}
    gains[RowKind.GONE] = total_of(units, {row.code: row.shortfall.lost for row in gone}, lack_of)
    return Plan(
        assessment,
        tuple(
            PlanArea(area.criterion, kept)
            for area in assessment.areas
            if (kept := tuple(row for row in todo if row.area is area.criterion))
        ),
        gone,
        gains,
        _most(counted, todo),
        _most(extras, todo),
        tuple(_shared(assessment, todo)),
    )


def rows_in_order(rows: Iterable[PlanRow], order: Order) -> tuple[PlanRow, ...]:
    """Rows as the set has them, or those that may bring most first."""
    if order is Order.AREA:
        return tuple(rows)
    return tuple(sorted(rows, key=lambda row: (-row.gain.possible, -row.gain.certain)))


def _row(assessment: Assessment, area: Criterion, score: Score, shortfall: Shortfall) -> PlanRow:
    criteria, submission = assessment.criteria, assessment.submission
    goals = goals_of(score, shortfall, criteria.measures)
    because = score.because
    steps = [goal.step for goal in goals if goal.step is not None]
    dues = [one.due for one in because.inputs if one.due] if because else []
    dues += [change.day for step in steps for change in step.changes if change.day is not None]
    ask = [*shortfall.ask, *(id for step in steps for id in step.ask)]
    return PlanRow(
        area,
        score,
        shortfall,
        _kind(score, shortfall),
        _gain(score, shortfall),
        standing_of(score, criteria, submission),
        goals,
        first_goal(score, shortfall, criteria.measures),
        tuple(dict.fromkeys(ask)),
        min(dues, default=None),
    )


def _kind(score: Score, shortfall: Shortfall) -> RowKind:
    if score.outcome is Outcome.PENDING:
        return RowKind.WAIT
    if score.outcome is Outcome.MISSING:
        return RowKind.REPORT
    if shortfall.recoverable > 0:
        return RowKind.REGAIN
    # Without the counts behind a printed rate no step can be worked out.
    return RowKind.REPORT if shortfall.ask else RowKind.GONE


def _gain(score: Score, shortfall: Shortfall) -> Gain:
    promised = max((step.low - score.low for step in _steps(shortfall)), default=_NONE)
    certain = min(max(promised, _NONE), shortfall.recoverable)
    return Gain(certain, shortfall.recoverable)


def _steps(shortfall: Shortfall) -> tuple[NextStep, ...]:
    farthest = () if shortfall.farthest is None else (shortfall.farthest,)
    return (*shortfall.steps, *farthest)


def _most(units: Sequence[Sequence[Score]], rows: Iterable[PlanRow]) -> Fraction:
    return total_of(units, {row.code: row.gain.possible for row in rows})


def _marked(rows: Sequence[PlanRow]) -> list[PlanRow]:
    """Rows that share their task with another say so."""
    tasks = [row.task for row in rows]
    return [
        replace(row, is_shared=row.task is not None and tasks.count(row.task) > 1) for row in rows
    ]


def _shared(assessment: Assessment, rows: Sequence[PlanRow]) -> Iterable[Shared]:
    """What several rows rest on, by measures that one of them moves."""
    moved: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for step in _steps(row.shortfall):
            for change in step.changes:
                for id in (change.measure, *(whole for whole, _, _ in change.wholes)):
                    moved[id].add(row.code)
    wanting = {row.code for row in rows}
    met = [
        leaf
        for leaf in assessment.leaves()
        if leaf.outcome is Outcome.SCORED and leaf.low > 0 and leaf.code not in wanting
    ]
    groups: dict[tuple[tuple[str, ...], tuple[str, ...]], list[str]] = defaultdict(list)
    for id in assessment.criteria.measures:
        if id in moved:
            codes = tuple(r.code for r in rows if r.code in moved[id] or _reads(r.score, id))
            kept = tuple(leaf.code for leaf in met if _reads(leaf, id))
            if len(codes) + len(kept) > 1:
                groups[codes, kept].append(id)
    for (codes, kept), measures in groups.items():
        yield Shared(tuple(measures), codes, kept)


def _reads(score: Score, measure: str) -> bool:
    inputs = score.because.inputs if score.because else ()
    return any(one.measure == measure for one in inputs)
