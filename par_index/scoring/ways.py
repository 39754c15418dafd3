"""Ways: joint moves that would make a rule earn more, test by test in whole numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice, product
from typing import assert_never

from par_index.model.criteria import Criterion
from par_index.model.measures import By, Can, Kind, Measure
from par_index.model.reasons import InputState
from par_index.model.rules import (
    All,
    Answered,
    AnyOf,
    Bands,
    Bound,
    Comparison,
    Condition,
    CriterionFull,
    FullIf,
    Not,
    Quantity,
    Scoring,
)
from par_index.scoring.conditions import compare, judge
from par_index.scoring.days import last_day
from par_index.scoring.enclosures import exactly
from par_index.scoring.evaluation import Evaluation
from par_index.scoring.inputs import Inputs, Known
from par_index.scoring.moves import (
    MANY,
    Way,
    least_move,
    merge,
    room_of,
    values_after,
)
from par_index.scoring.quantities import measures_in

__all__ = ["ALTERNATIVES", "Place", "proposals"]

ALTERNATIVES = 64
"""Ways looked at for one criterion; a rule with more real alternatives is not to be met."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where steps are sought: a criterion, the scoring in question, and its evaluation."""

    evaluation: Evaluation
    criterion: Criterion
    scoring: Scoring

    def after(self, way: Way) -> Place:
        inputs = self.evaluation.inputs
        moved = inputs.with_values(dict(values_after(inputs, way)))
        return Place(self.evaluation.with_inputs(moved), self.criterion, self.scoring)

    def reach(self) -> tuple[Fraction, Fraction]:
        result = self.evaluation.result_of(self.criterion, self.scoring)
        return result.low, result.high


def proposals(place: Place) -> Iterator[Way]:
    """Ways to open the gate and to better the rule, as far as measures can move."""
    gate = place.scoring.gate
    gate_ways: list[Way] = [{}] if gate is None else _ways(place, gate, wanted=True)
    # The rule may give its points as it stands, once the gate lets it.
    for rule_way, gate_way in product([{}, *_rule_ways(place)], gate_ways):
        if way := merge(gate_way, rule_way):
            yield way


def _rule_ways(place: Place) -> Iterator[Way]:
    match place.scoring.rule:
        case FullIf(condition, points, otherwise):
            yield from _ways(place, condition, wanted=points > otherwise)
        case Bands(of, steps, _):
            low, _high = place.reach()
            for step in reversed(steps):
                if step.points > low:
                    yield from _comparison_ways(place, of, step.bound, wanted=True)
        case _ as missing:
            assert_never(missing)


def _ways(place: Place, condition: Condition, *, wanted: bool) -> list[Way]:
    """Ways that make a condition come out as wanted; an unknown member is left as it is."""
    inputs, full_of = place.evaluation.inputs, place.evaluation.full_of
    verdict = judge(condition, inputs, full_of)
    if verdict.is_decided and verdict.yes == wanted and not verdict.none:
        return [{}]
    # What is undefined drops out of the rest, and needs no change to do so.
    drops_out: list[Way] = [{}] if verdict.is_decided and verdict.none else []
    return drops_out + _ways_of(place, condition, wanted=wanted)


def _ways_of(place: Place, condition: Condition, *, wanted: bool) -> list[Way]:
    inputs = place.evaluation.inputs
    match condition:
        case All(members) | AnyOf(members):
            if isinstance(condition, All) == wanted:
                return _joint([_ways(place, member, wanted=wanted) for member in members])
            return [way for member in members for way in _ways(place, member, wanted=wanted)]
        case Not(member):
            return _ways(place, member, wanted=not wanted)
        case Answered(measure):
            return _answer_ways(inputs, measure, wanted=wanted)
        case Comparison(of, bound):
            return _comparison_ways(place, of, bound, wanted=wanted)
        case CriterionFull(code):
            return _criterion_ways(place, code) if wanted else []


def _answer_ways(inputs: Inputs, measure: str, *, wanted: bool) -> list[Way]:
    known = inputs[measure]
    if known.answer is None:
        return [{}]
    if wanted and known.measure.by is By.UNIT and known.measure.can is not Can.FIXED:
        return [{measure: True}]
    return []


def _criterion_ways(place: Place, code: str) -> list[Way]:
    """Ways to make another criterion full: those of all its leaves together."""
    ways = []
    for leaf in place.evaluation.criteria.by_code[code].leaves():
        assert leaf.scoring is not None
        memo = place.evaluation.memo
        if leaf.code not in memo:
            memo[leaf.code] = [{}]
            if place.evaluation.leaf(leaf).low < leaf.max_points:
                other = Place(place.evaluation, leaf, leaf.scoring)
                memo[leaf.code] = list(islice(proposals(other), ALTERNATIVES))
        ways.append(memo[leaf.code])
    return _joint(ways)


def _joint(groups: list[list[Way]]) -> list[Way]:
    ways: list[Way] = []
    for combination in product(*groups):
        joined: Way = {}
        for way in combination:
            joined = merge(joined, way)
        ways.append(joined)
        if len(ways) == ALTERNATIVES:
            break
    return ways


def _comparison_ways(place: Place, of: Quantity, bound: Bound, *, wanted: bool) -> list[Way]:
    """Ways of single measures; where none is enough, all that can move together."""
    inputs = place.evaluation.inputs
    ways: list[Way] = []
    movable: list[Measure] = []
    for id in dict.fromkeys(measures_in(of, inputs)):
        known = inputs[id]
        if known.measure.by is not By.UNIT:
            continue
        if known.measure.kind is Kind.DATE:
            if wanted and (day := _last_day(inputs, id, of, bound)) is not None:
                ways.append({id: day})
        # What nobody has reported cannot be raised: it is asked for.
        elif _can_move(known):
            movable.append(known.measure)
    for measure in movable:
        amount = least_move(inputs, measure, of, bound, wanted=wanted)
        if amount is not None:
            ways.append({measure.id: amount})
    if not ways and (together := _together(inputs, movable, of, bound, wanted=wanted)):
        ways.append(together)
    if not ways and not compare(of, bound, inputs).is_decided:
        return [{}]
    return ways


def _can_move(known: Known) -> bool:
    reported = known.state is not InputState.BLANK
    return known.measure.kind.is_amount and known.measure.can is not None and reported


def _together(
    inputs: Inputs, measures: list[Measure], of: Quantity, bound: Bound, *, wanted: bool
) -> Way:
    """All the measures as far as they go, the last one only as far as it must."""
    way: Way = {}
    for measure in measures:
        moved = inputs.with_values(dict(values_after(inputs, way)))
        amount = least_move(moved, measure, of, bound, wanted=wanted)
        if amount is not None:
            return {**way, measure.id: amount}
        room = room_of(moved, measure)
        if 0 < room < MANY and measure.can is not Can.FIXED:
            way = {**way, measure.id: -room if measure.can is Can.FALL else room}
    return {}


def _last_day(inputs: Inputs, id: str, of: Quantity, bound: Bound) -> int | None:
    """The last day to come on which the test can hold, when it still can and not for ever."""
    known = inputs[id]
    if known.state is InputState.REPORTED:
        return None
    first = inputs.as_of.toordinal() + (known.state is InputState.NOT_YET)

    def holds(day: int) -> bool:
        moved = inputs.with_values({id: exactly(Fraction(day))})
        return compare(of, bound, moved).yes

    return last_day(holds, first)
