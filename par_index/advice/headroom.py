"""Headroom: in whole cases, how far each criterion is from more points, and from fewer."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum
from fractions import Fraction

from par_index.model.accounts import Outcome
from par_index.model.assessment import Assessment, Score
from par_index.model.criteria import CriteriaSet, Criterion
from par_index.model.measures import By, Can, Kind
from par_index.model.reasons import Branch, InputState, LimitKind
from par_index.model.steps import Change, Deadlock, NextStep, Shortfall
from par_index.model.text import Text
from par_index.model.units import lack_of, reasoned, total_of, units_in
from par_index.nouns import Noun, replace
from par_index.scoring.scores import evaluate
from par_index.scoring.spares import Spare, spares_of

__all__ = [
    "Headroom",
    "HeadroomArea",
    "HeadroomRow",
    "Order",
    "headroom",
    "nodes_named",
    "rows_in_order",
]

_NONE = Fraction(0)
_KNOWN = (Deadlock.FIXED, Deadlock.PAST_DUE, Deadlock.OTHERS, Deadlock.LIMIT)


class Order(StrEnum):
    """How rows follow each other: as the set has them, or the fewest cases to more points first."""

    AREA = "area"
    NEAREST = "nearest"


class HeadroomRow(Noun):
    """One criterion: the way up, the room before points are lost, and what cannot come back.

    ``spares`` are alternatives, each with all else as it is. ``last_day`` is the last day on which
    what is not done yet still earns. ``gone`` are points that no step brings back and nothing open
    can bring; ``deadlock`` says why where there is no step at all, ``stuck`` are the reported
    amounts and answers that are in the way, with how each can move. ``is_safe``: it has all its
    points, and all that they rest on is settled. ``under`` is a parent whose closed gate or cap
    decides instead: then there is nothing to say of steps and spares.
    """

    area: Criterion
    score: Score
    shortfall: Shortfall | None = None
    spares: tuple[Spare, ...] = ()
    last_day: datetime.date | None = None
    gone: Fraction = _NONE
    stuck: tuple[tuple[str, Can | None], ...] = ()
    is_safe: bool = False
    under: str = ""

    @property
    def code(self) -> str:
        return self.score.code

    @property
    def title(self) -> Text:
        return self.score.criterion.title

    @property
    def steps(self) -> tuple[NextStep, ...]:
        """Alternatives of the next step that earns more."""
        return self.shortfall.steps if self.shortfall else ()

    @property
    def farthest(self) -> NextStep | None:
        """The step that reaches most, where that is further than the next."""
        return self.shortfall.farthest if self.shortfall else None

    @property
    def ask(self) -> tuple[str, ...]:
        """Measures to report first."""
        return self.shortfall.ask if self.shortfall else ()

    @property
    def deadlock(self) -> Deadlock | None:
        return self.shortfall.deadlock if self.shortfall else None

    @property
    def is_unknown(self) -> bool:
        """Whether it is only not known how what is gone could come back."""
        return self.gone > 0 and self.deadlock not in _KNOWN

    @property
    def cases(self) -> Fraction | None:
        """The fewest cases that earn more; none where no step is a matter of cases."""
        counts = [_cases_of(step.changes) for step in self.steps]
        return min((one for one in counts if one is not None), default=None)


class HeadroomArea(Noun):
    """An area with its rows, in the order of the set."""

    area: Criterion
    rows: tuple[HeadroomRow, ...]


class Headroom(Noun):
    """All rows of one assessment, and how many points stand where.

    ``regain`` is what the steps can bring at most, ``open`` what hangs on what is still unknown,
    ``gone`` what is lost for good, ``unknown`` what no way back is known of; no unit of account
    counts for more than it can hold. ``codes`` are those that were asked about, none for all.
    """

    assessment: Assessment
    areas: tuple[HeadroomArea, ...]
    codes: tuple[str, ...] = ()
    regain: Fraction = _NONE
    open: Fraction = _NONE
    gone: Fraction = _NONE
    unknown: Fraction = _NONE

    @property
    def rows(self) -> tuple[HeadroomRow, ...]:
        return tuple(row for area in self.areas for row in area.rows)


def headroom(assessment: Assessment, codes: Collection[str] = ()) -> Headroom:
    """The headroom of every leaf, and of parents that cost points of their own.

    ``codes`` are criteria or parents to look at, all below them too; they have to be the set's.
    """
    criteria = assessment.criteria
    wanted = nodes_named(criteria, codes)
    evaluation = evaluate(criteria, assessment.submission)
    shortfalls = {one.code: one for one in assessment.shortfalls}
    under = _held_back(assessment.areas, shortfalls)
    areas = []
    for area in assessment.areas:
        rows = []
        for score in reasoned([area]):
            is_leaf = not score.components
            if score.code not in wanted or not (is_leaf or score.code in shortfalls):
                continue
            spares: tuple[Spare, ...] = ()
            if is_leaf and score.outcome is not Outcome.NOT_APPLICABLE and score.code not in under:
                spares = tuple(spares_of(evaluation, score.criterion))
            row = _row(criteria, area.criterion, score, shortfalls.get(score.code), spares)
            rows.append(replace(row, under=under.get(score.code, "")))
        if rows:
            areas.append(HeadroomArea(area.criterion, tuple(rows)))
    return _summed(assessment, tuple(areas), tuple(codes))


def _held_back(areas: Iterable[Score], lacking: Collection[str]) -> dict[str, str]:
    """Nodes below a parent that lacks points by a closed gate or a cap, with the highest such."""
    found: dict[str, str] = {}
    for score in reasoned(areas):
        because = score.because
        assert because is not None, "a node with reasons of its own"
        capped = any(limit.kind is LimitKind.CAP for limit in because.limits)
        if score.code in lacking and (because.branch is Branch.GATE or capped):
            for below in score.nodes():
                if below is not score:
                    found.setdefault(below.code, score.code)
    return found


def nodes_named(criteria: CriteriaSet, codes: Collection[str]) -> frozenset[str]:
    """The codes of what is named and of all below it; of the whole set where nothing is."""
    starts = [criteria.by_code[code] for code in codes] if codes else criteria.areas
    return frozenset(node.code for start in starts for node in start.nodes())


def rows_in_order(rows: Iterable[HeadroomRow], order: Order) -> tuple[HeadroomRow, ...]:
    """Rows as the set has them, or those with the fewest cases to more points first."""
    if order is Order.AREA:
        return tuple(rows)

    def key(row: HeadroomRow) -> tuple[int, Fraction, Fraction]:
        rank = 0 if row.cases is not None else 1 if row.steps else 2
        return rank, row.cases or _NONE, min((Fraction(s.count) for s in row.spares), default=_NONE)

    return tuple(sorted(rows, key=key))


def _row(
    criteria: CriteriaSet,
    area: Criterion,
    score: Score,
    shortfall: Shortfall | None,
    spares: tuple[Spare, ...],
) -> HeadroomRow:
    dues = [one.due for one in score.because.inputs if one.due] if score.because else []
    steps = shortfall.steps if shortfall else ()
    dues += [change.day for step in steps for change in step.changes if change.day is not None]
    gone, stuck = _NONE, tuple[tuple[str, Can | None], ...]()
    if shortfall is not None:
        gone = shortfall.lost + shortfall.open - shortfall.recoverable
        stuck = _stuck(criteria, score) if gone > 0 else ()
    return HeadroomRow(
        area,
        score,
        shortfall,
        spares,
        min(dues, default=None),
        gone,
        stuck,
        shortfall is None and not spares and _is_settled(criteria, score),
    )


def _stuck(criteria: CriteriaSet, score: Score) -> tuple[tuple[str, Can | None], ...]:
    """The unit's own figures and answers that a score rests on, with how each can move."""
    inputs = score.because.inputs if score.because else ()
    measures = [criteria.measures[one.measure] for one in inputs if one.state is not _BLANK]
    return tuple((one.id, one.can) for one in measures if one.by is By.UNIT and one.of is None)


_BLANK = InputState.BLANK


def _is_settled(criteria: CriteriaSet, score: Score) -> bool:
    """Whether nothing that a score rests on can move: fixed, a day that has come, or of others."""
    if score.outcome is not Outcome.SCORED or score.because is None or score.criterion.extra:
        return False
    if score.low < score.criterion.max_points:
        # Below a parent that has all it can hold, what a leaf lacks is no shortfall.
        return False
    inputs = score.because.inputs
    for one in inputs:
        measure = criteria.measures[one.measure]
        if one.state is _BLANK and measure.of is not None:
            continue
        settled = (
            measure.can is Can.FIXED
            or measure.by is not By.UNIT
            or bool(measure.last_year_of)
            or (measure.kind is Kind.DATE and one.state is InputState.REPORTED)
            or measure.of is not None
        )
        if not settled:
            return False
    return bool(inputs)


def _cases_of(changes: Iterable[Change]) -> Fraction | None:
    """How many cases a step asks for; none where it asks for an answer or a day."""
    amounts = [change.amount for change in changes]
    return sum(map(abs, amounts), start=_NONE) if amounts and all(amounts) else None


def _summed(
    assessment: Assessment, areas: tuple[HeadroomArea, ...], codes: tuple[str, ...]
) -> Headroom:
    rows = [row for area in areas for row in area.rows]
    units = [list(reasoned([unit])) for unit in units_in(assessment.areas)]
    counted = [unit for unit in units if not unit[0].criterion.extra]

    def most(points: Mapping[str, Fraction]) -> Fraction:
        return total_of(counted, points)

    def lost(*, unknown: bool) -> Fraction:
        gone = {row.code: row.gone for row in rows if row.is_unknown is unknown}
        return total_of(counted, gone, lack_of)

    short = {row.code: row.shortfall for row in rows if row.shortfall is not None}
    return Headroom(
        assessment,
        areas,
        codes,
        most({code: max(one.recoverable - one.open, _NONE) for code, one in short.items()}),
        most({code: one.open for code, one in short.items()}),
        lost(unknown=False),
        lost(unknown=True),
    )
