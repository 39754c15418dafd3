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


@dataclass(frozen=True, slots=True)
class Steps:
    """The alternatives of the next step, least first; the one that reaches most, if further."""

    nearest: tuple[NextStep, ...] = ()
    farthest: NextStep | None = None


def find_steps(evaluation: Evaluation, criterion: Criterion, scoring: Scoring) -> Steps:
    """What can be done next, and at most, for one criterion."""
    place = Place(evaluation, criterion, scoring)
    nearest = _better(place)
    if not nearest:
        return Steps()
    way = max(nearest, key=lambda one: (one[1].high, one[1].low))[0]
    farthest = _pursued(place, way)
    top = max(step.high for _, step in nearest)
    further = farthest is not None and farthest.high > top
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
    wholes = [whole for known in movable for whole in known.measure.within]
    if any(inputs[whole].value.high == 0 for whole in wholes):
        return Deadlock.NO_CASES
    return Deadlock.LIMIT


def _better(place: Place) -> list[tuple[Way, NextStep]]:
    """The least ways that earn more for certain; failing that, that may earn more."""
    low, high = place.reach()
    found: list[tuple[Way, NextStep]] = []
    for proposed in islice(proposals(place), ALTERNATIVES):
        kept = _proven(place, proposed)
        if kept is not None and all(kept[0] != other for other, _ in found):
            found.append(kept)
    found.sort(key=lambda one: size_of(one[0]))
    raising = [one for one in found if one[1].low > low]
    wanted = raising or [one for one in found if one[1].high > high]
    # A way that asks for more of the same measures is no alternative.
    return [one for one in wanted if not any(covers(one[0], other) for other, _ in wanted)]


def _pursued(place: Place, way: Way) -> NextStep | None:
    """Step after step from here, the one that leads furthest."""
    for _ in range(_ROUNDS):
        onward = _better(place.after(way))
        if not onward:
            break
        way = add(way, onward[0][0])
    kept = _proven(place, way)
    return None if kept is None else kept[1]


def _proven(place: Place, way: Way) -> tuple[Way, NextStep] | None:
    """A way with what it truly earns: mended where moves disturb each other, then made least."""
    low, high = place.reach()
    for _ in range(_ROUNDS):
        after = place.after(way)
        if not after.evaluation.inputs.contradictory:
            gained = after.reach()
            if gained[0] > low or gained[1] > high:
                way = _least(place, way, gained)
                return way, _step(place, way)
        further = next(iter(proposals(after)), None)
        if not further:
            return None
        way = add(way, further)
    return None


def _least(place: Place, way: Way, promised: tuple[Fraction, Fraction]) -> Way:
    """The way without any move, or any part of one, that its promise does not need."""

    def keeps(other: Way) -> bool:
        after = place.after(other)
        low, high = after.reach()
        possible = not after.evaluation.inputs.contradictory
        return possible and low >= promised[0] and high >= promised[1]

    for id in sorted(way):
        without = {other: move for other, move in way.items() if other != id}
        if without and keeps(without):
            way = without
            continue
        move = way[id]
        kind = place.evaluation.inputs[id].measure.kind
        if kind.is_amount and abs(move) > 1:
            sign, whole = (1 if move > 0 else -1), dict(way)
            least = least_of(partial(_keeps_with, keeps, whole, id, sign), abs(move))
            way = {**way, id: sign * (least or abs(move))}
    return way


def _keeps_with(keeps: Callable[[Way], bool], way: Way, id: str, sign: int, amount: int) -> bool:
    return keeps({**way, id: sign * amount})


def _step(place: Place, way: Way) -> NextStep:
    after = place.after(way)
    result = after.evaluation.result_of(place.criterion, place.scoring)
    why = after.evaluation.why
    ask = [id for id in result.open if why(place.criterion, place.scoring, id).is_missing]
    changes = tuple(changes_of(place.evaluation.inputs, way))
    return NextStep(changes, result.low, result.high, result.reasons, tuple(sorted(ask)))
