"""Next steps: the least whole change, of measures that can still move, that earns more.

A step is proposed by solving each test of a rule in whole numbers, and accepted only when scoring
the changed inputs proves that it earns more: its promise is a computed score, not a formula.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from itertools import islice

from par_index.model.criteria import Criterion
from par_index.model.measures import By, Can
from par_index.model.reasons import Truth
from par_index.model.rules import (
    Scoring,
)
from par_index.model.steps import Deadlock, NextStep
from par_index.scoring.evaluation import Evaluation
from par_index.scoring.moves import (
    Way,
    add,
    changes_of,
    covers,
    least_of,
    size_of,
)
from par_index.scoring.ways import ALTERNATIVES, Place, proposals

__all__ = ["Steps", "find_steps", "why_stuck"]

_ROUNDS = 4
_Reach = tuple[Fraction, Fraction]
"""The low and the high end of what a criterion gives."""


@dataclass(frozen=True, slots=True)
class Steps:
    """The alternatives of the next step, least first; the one that reaches most, if further."""

    nearest: tuple[NextStep, ...] = ()
    farthest: NextStep | None = None


def find_steps(evaluation: Evaluation, criterion: Criterion, scoring: Scoring) -> Steps:
    """What can be done next, and at most, for one criterion."""
    place = Place(evaluation, criterion, scoring)
    found = _better(place)
    # A way that asks for more of the same measures is no alternative.
    nearest = [one for one in found if not any(covers(one[0], other) for other, _ in found)]
    if not nearest:
        return Steps()
    way, best = max(found, key=lambda one: (one[1].high, one[1].low))
    pursued = _pursued(place, way) if best.low < criterion.max_points else None
    farthest = pursued if pursued is not None and pursued.high > best.high else best
    further = farthest.high > max(step.high for _, step in nearest)
    return Steps(tuple(step for _, step in nearest), farthest if further else None)


def why_stuck(evaluation: Evaluation, criterion: Criterion, scoring: Scoring) -> Deadlock:
    """Why a leaf that lost points has no step: what its failing tests read cannot move."""
    inputs = evaluation.inputs
    result = evaluation.result_of(criterion, scoring)
    measures = [inputs[id] for id in result.used]
    if measures and all(known.measure.by is not By.UNIT for known in measures):
        return Deadlock.OTHERS
    failing = [reason for reason in result.reasons if reason.truth is Truth.NO]
    if any(isinstance(term, datetime.date) for reason in failing for term in reason.terms):
        return Deadlock.PAST_DUE
    movable = [known for known in measures if known.measure.can not in (None, Can.FIXED)]
    if not movable:
        return Deadlock.FIXED
    only_rise = all(known.measure.can is Can.RISE for known in movable)
    wholes = [whole for known in movable for whole in known.measure.within]
    if only_rise and any(inputs[whole].value.high == 0 for whole in wholes):
        return Deadlock.NO_CASES
    return Deadlock.LIMIT


def _better(place: Place) -> list[tuple[Way, NextStep]]:
    """Ways that earn more for certain, least first; failing that, ways that may earn more."""
    low, high = place.reach()
    found: list[tuple[Way, NextStep]] = []
    for proposed in islice(proposals(place), ALTERNATIVES):
        for kept in _proven(place, proposed):
            if all(kept[0] != other for other, _ in found):
                found.append(kept)
    found.sort(key=lambda one: size_of(one[0]))
    raising = [one for one in found if one[1].low > low]
    return raising or [one for one in found if one[1].high > high]


def _pursued(place: Place, way: Way) -> NextStep | None:
    """Step after step from here, the one that leads furthest."""
    for _ in range(_ROUNDS):
        onward = _better(place.after(way))
        if not onward:
            break
        way = add(way, onward[-1][0])
    return max((step for _, step in _proven(place, way)), key=lambda step: step.high, default=None)


def _proven(place: Place, way: Way) -> list[tuple[Way, NextStep]]:
    """A way with what it truly earns: mended where moves disturb each other, then made least.

    Least for all that it earns, and least for earning more at all.
    """
    low, high = place.reach()
    for _ in range(_ROUNDS):
        after = place.after(way)
        if not after.evaluation.inputs.contradictory:
            promised = after.reach()
            raises = promised[0] > low
            if raises or promised[1] > high:
                whole = _least(place, way, partial(_holds, promised))
                any_more = _least(place, whole, partial(_gains, (low, high), raises))
                return [(one, _step(place, one)) for one in (any_more, whole)]
        further = next(iter(proposals(after)), None)
        if not further:
            return []
        way = add(way, further)
    return []


def _least(place: Place, way: Way, is_enough: Callable[[_Reach], bool]) -> Way:
    """The way without any move, or any part of one, that is not needed to be enough."""

    def keeps(other: Way) -> bool:
        after = place.after(other)
        return not after.evaluation.inputs.contradictory and is_enough(after.reach())

    for id in sorted(way):
        without = {other: move for other, move in way.items() if other != id}
        if without and keeps(without):
            way = without
            continue
        move = way[id]
        if place.evaluation.inputs[id].measure.kind.is_amount and abs(move) > 1:
            sign = 1 if move > 0 else -1
            least = least_of(partial(_keeps_with, keeps, way, id, sign), abs(move))
            way = {**way, id: sign * (least or abs(move))}
    return way


def _holds(promised: _Reach, got: _Reach) -> bool:
    return got[0] >= promised[0] and got[1] >= promised[1]


def _gains(before: _Reach, raises: bool, got: _Reach) -> bool:
    return got[0] > before[0] if raises else got[1] > before[1]


def _keeps_with(keeps: Callable[[Way], bool], way: Way, id: str, sign: int, amount: int) -> bool:
    return keeps({**way, id: sign * amount})


def _step(place: Place, way: Way) -> NextStep:
    after = place.after(way)
    result = after.evaluation.result_of(place.criterion, place.scoring)
    why = after.evaluation.why
    ask = [id for id in result.open if why(place.criterion, place.scoring, id).is_missing]
    changes = tuple(changes_of(place.evaluation.inputs, way))
    return NextStep(changes, result.low, result.high, result.reasons, tuple(sorted(ask)))
