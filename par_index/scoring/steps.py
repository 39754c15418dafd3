"""Next steps: the least whole change, of measures that can still move, that earns more.

A step is proposed by solving each test of a rule in whole numbers, and accepted only when scoring
the changed inputs proves that it earns more: its promise is a computed score, not a formula.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from functools import partial
from itertools import islice

from par_index.model.measures import By, Can, Measure
from par_index.model.reasons import Branch, Truth
from par_index.model.steps import Deadlock, NextStep
from par_index.model.walking import measures_in_rules
from par_index.nouns import Noun
from par_index.scoring.causes import why_open
from par_index.scoring.evaluation import Evaluation, Subject
from par_index.scoring.moves import (
    Way,
    add,
    can_be_less,
    changes_of,
    covers,
    least_of,
    size_of,
)
from par_index.scoring.trials import Place, Reach
from par_index.scoring.ways import ALTERNATIVES, proposals

__all__ = ["Steps", "find_steps", "why_stuck"]

_ROUNDS = 4


class Steps(Noun):
    """The alternatives of the next step, least first; the one that reaches most, if further."""

    nearest: tuple[NextStep, ...] = ()
    farthest: NextStep | None = None


_Found = tuple[Way, Reach]
"""A way with what it makes of its criterion."""


def find_steps(evaluation: Evaluation, subject: Subject) -> Steps:
    """What can be done next, and at most, for one criterion."""
    place = Place(evaluation, subject)
    found = _better(place)
    # A way that asks for more of the same measures is no alternative.
    nearest = [one for one in found if not any(covers(one[0], other) for other, _ in found)]
    if not nearest:
        return Steps()
    best = max(found, key=lambda one: one[1][::-1])
    pursued = _pursued(place, best[0]) if best[1][0] < subject.criterion.max_points else None
    farthest = pursued if pursued is not None and pursued[1][1] > best[1][1] else best
    further = farthest[1][1] > max(high for _, (_, high) in nearest)
    return Steps(
        tuple(_step(place, way) for way, _ in nearest),
        _step(place, farthest[0]) if further else None,
    )


def why_stuck(evaluation: Evaluation, subject: Subject) -> Deadlock:
    """Why a leaf that lost points has no step: what its failing tests read cannot move."""
    inputs = evaluation.inputs
    result = evaluation.result_of(subject)
    excused = result.branch in (Branch.CONDITION, Branch.GROUND)
    # An excuse decides without the rule.
    read = result.used if excused else set(measures_in_rules(subject.criterion))
    measures = [inputs[id] for id in result.used if id in read]
    if measures and all(known.measure.by is not By.UNIT for known in measures):
        return Deadlock.OTHERS
    # A value that is held against no bound (so many days late) tells as much as a test that fails.
    failing = [one for one in result.reasons if one.truth is Truth.NO or one.bound is None]
    if any(isinstance(term, datetime.date) for reason in failing for term in reason.terms):
        return Deadlock.PAST_DUE
    movable = [known for known in measures if known.measure.can not in (None, Can.FIXED)]
    if not movable:
        own = [known.measure for known in measures if known.measure.by is By.UNIT]
        said = bool(own) and all(measure.can is Can.FIXED for measure in own)
        return Deadlock.FIXED if said else Deadlock.UNSAID
    only_rise = all(known.measure.can is Can.RISE for known in movable)
    wholes = [whole for known in movable for whole in known.measure.within]
    if only_rise and any(inputs[whole].value.high == 0 for whole in wholes):
        return Deadlock.NO_CASES
    return (
        Deadlock.UNSAID if any(_is_unsaid(known.measure) for known in measures) else Deadlock.LIMIT
    )


def _is_unsaid(measure: Measure) -> bool:
    """Whether it is an amount of the unit's own that nothing is said of: it may still change."""
    is_own = measure.by is By.UNIT and not measure.last_year_of
    return is_own and measure.kind.is_amount and measure.can is None and not measure.of


def _better(place: Place) -> list[_Found]:
    """Ways that earn more for certain, least first; failing that, ways that may earn more."""
    low, high = place.reach()
    found: list[_Found] = []
    for proposed in islice(proposals(place), ALTERNATIVES):
        for kept in _proven(place, proposed):
            if all(kept[0] != other for other, _ in found):
                found.append(kept)
    found.sort(key=lambda one: size_of(one[0]))
    raising = [one for one in found if one[1][0] > low]
    return raising or [one for one in found if one[1][1] > high]


def _pursued(place: Place, way: Way) -> _Found | None:
    """Step after step from here, the one that leads furthest."""
    for _ in range(_ROUNDS):
        onward = _leap(place.after(way))
        if onward is None:
            break
        way = add(way, onward)
    return max(_proven(place, way), key=lambda one: one[1][1], default=None)


def _leap(place: Place) -> Way | None:
    """The proposal that leads furthest from here, however much it asks for."""
    best, chosen = place.reach()[::-1], None
    for proposed in islice(proposals(place), ALTERNATIVES):
        reached = place.reach_after(proposed)
        if reached is not None and reached[::-1] > best:
            best, chosen = reached[::-1], proposed
    return chosen


def _proven(place: Place, way: Way) -> list[_Found]:
    """A way with what it truly earns: mended where moves disturb each other, then made least.

    Least for all that it earns, and least for earning more at all.
    """
    before = place.reach()
    for _ in range(_ROUNDS):
        promised = place.reach_after(way)
        if promised is not None:
            raises = promised[0] > before[0]
            if raises or promised[1] > before[1]:
                whole = _least(place, way, partial(_holds, promised))
                any_more = _least(place, whole, partial(_gains, before, raises))
                found = [(one, place.reach_after(one)) for one in (any_more, whole)]
                return [(one, reach) for one, reach in found if reach is not None]
        further = next(iter(proposals(place.after(way))), None)
        if not further:
            return []
        way = add(way, further)
    return []


def _least(place: Place, way: Way, is_enough: Callable[[Reach], bool]) -> Way:
    """The way without any move, or any part of one, that is not needed to be enough."""

    def keeps(other: Way) -> bool:
        reached = place.reach_after(other)
        return reached is not None and is_enough(reached)

    for id in sorted(way):
        without = {other: move for other, move in way.items() if other != id}
        if without and keeps(without):
            way = without
            continue
        move = way[id]
        if can_be_less(place.evaluation.inputs[id].measure) and abs(move) > 1:
            sign = 1 if move > 0 else -1
            least = least_of(partial(_keeps_with, keeps, way, id, sign), abs(move))
            way = {**way, id: sign * (least or abs(move))}
    return way


def _holds(promised: Reach, got: Reach) -> bool:
    return got[0] >= promised[0] and got[1] >= promised[1]


def _gains(before: Reach, raises: bool, got: Reach) -> bool:
    return got[0] > before[0] if raises else got[1] > before[1]


def _keeps_with(keeps: Callable[[Way], bool], way: Way, id: str, sign: int, amount: int) -> bool:
    return keeps({**way, id: sign * amount})


def _step(place: Place, way: Way) -> NextStep:
    after = place.after(way)
    result = after.evaluation.result_of(place.subject)
    ask = [id for id in result.open if why_open(after, id).is_missing]
    changes = tuple(changes_of(place.evaluation.inputs, way))
    return NextStep(changes, *result.ends, result.reasons, tuple(sorted(ask)))
