"""Next steps: the least whole change, of measures that can still move, that earns more.

A step is proposed by solving each test of a rule in whole numbers, and accepted only when scoring
the changed inputs proves that it earns more: its promise is a computed score, not a formula.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice, product
from typing import assert_never

from par_index.model.criteria import Criterion
from par_index.model.measures import By, Can, Kind
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
from par_index.model.steps import Deadlock, NextStep
from par_index.scoring.conditions import compare, judge
from par_index.scoring.evaluation import Evaluation
from par_index.scoring.inputs import Inputs
from par_index.scoring.moves import (
    Way,
    add,
    changes_of,
    covers,
    least_move,
    merge,
    size_of,
    values_after,
)
from par_index.scoring.quantities import measures_in

__all__ = ["Steps", "find_steps", "why_stuck"]

_ALTERNATIVES = 64
"""Ways looked at for one criterion; a rule with more real alternatives is not to be met."""
_ROUNDS = 4


@dataclass(frozen=True, slots=True)
class _Place:
    """Where steps are sought: a criterion, the scoring in question, and its evaluation."""

    evaluation: Evaluation
    criterion: Criterion
    scoring: Scoring

    def after(self, way: Way) -> _Place:
        inputs = self.evaluation.inputs
        moved = inputs.with_values(dict(values_after(inputs, way)))
        return _Place(self.evaluation.with_inputs(moved), self.criterion, self.scoring)

    def reach(self) -> tuple[Fraction, Fraction]:
        result = self.evaluation.result_of(self.criterion, self.scoring)
        return result.low, result.high


@dataclass(frozen=True, slots=True)
class Steps:
    """The alternatives of the next step, least first; the one that reaches most, if further."""

    nearest: tuple[NextStep, ...] = ()
    farthest: NextStep | None = None


def find_steps(evaluation: Evaluation, criterion: Criterion, scoring: Scoring) -> Steps:
    """What can be done next, and at most, for one criterion."""
    place = _Place(evaluation, criterion, scoring)
    low, high = place.reach()
    found: list[tuple[Way, NextStep]] = []
    for way in islice(_proposals(place), _ALTERNATIVES):
        if all(way != other for other, _ in found) and (step := _promise(place, way)):
            found.append((way, step))
    found.sort(key=lambda one: size_of(one[0]))
    raising = [one for one in found if one[1].low > low]
    opening = [one for one in found if one[1].high > high]
    wanted = raising or opening
    if not wanted:
        return Steps()
    # A way that asks for more of the same measures is no alternative.
    least = [step for way, step in wanted if not any(covers(way, other) for other, _ in wanted)]
    farthest = max((step for _, step in wanted), key=lambda step: (step.high, step.low))
    further = farthest.high > max(step.high for step in least)
    return Steps(tuple(least), farthest if further else None)


def why_stuck(evaluation: Evaluation, criterion: Criterion, scoring: Scoring) -> Deadlock:
    """Why no step exists, for the measures that decide the rule."""
    inputs = evaluation.inputs
    used = evaluation.result_of(criterion, scoring).used
    measures = [inputs[id] for id in used]
    if measures and all(known.measure.by is not By.UNIT for known in measures):
        return Deadlock.OTHERS
    if any(known.measure.kind is Kind.DATE for known in measures):
        return Deadlock.PAST_DUE
    movable = [known for known in measures if known.measure.can in (Can.RISE, Can.RISE_WITH)]
    if not movable:
        return Deadlock.FIXED
    wholes = [whole for known in movable for whole in known.measure.within]
    if any(inputs[whole].value.high == 0 for whole in wholes):
        return Deadlock.NO_CASES
    return Deadlock.LIMIT


def _promise(place: _Place, way: Way) -> NextStep | None:
    """What the way truly earns, mended where joint moves disturb each other."""
    before = place.reach()
    for _ in range(_ROUNDS):
        after = place.after(way)
        low, high = after.reach()
        if low > before[0] or high > before[1]:
            result = after.evaluation.result_of(place.criterion, place.scoring)
            ask = tuple(
                sorted(
                    id
                    for id in result.open
                    if after.evaluation.why(place.criterion, place.scoring, id).is_missing
                )
            )
            changes = tuple(changes_of(place.evaluation.inputs, way))
            return NextStep(changes, low, high, result.reasons, ask)
        further = next(iter(_proposals(after)), None)
        if not further:
            return None
        way = add(way, further)
    return None


def _proposals(place: _Place) -> Iterator[Way]:
    """Ways to open the gate and to better the rule, as far as measures can move."""
    gate = place.scoring.gate
    gate_ways: list[Way] = [{}] if gate is None else _ways(place, gate, wanted=True)
    # The rule may give its points as it stands, once the gate lets it.
    for rule_way, gate_way in product([{}, *_rule_ways(place)], gate_ways):
        if way := merge(gate_way, rule_way):
            yield way


def _rule_ways(place: _Place) -> Iterator[Way]:
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


def _ways(place: _Place, condition: Condition, *, wanted: bool) -> list[Way]:
    """Ways that make a condition come out as wanted; an unknown member is left as it is."""
    inputs, full_of = place.evaluation.inputs, place.evaluation.full_of
    verdict = judge(condition, inputs, full_of)
    if verdict.is_decided and verdict.yes == wanted and not verdict.none:
        return [{}]
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


def _criterion_ways(place: _Place, code: str) -> list[Way]:
    """Ways to make another criterion full: those of all its leaves together."""
    ways = []
    for leaf in place.evaluation.criteria.by_code[code].leaves():
        assert leaf.scoring is not None
        other = _Place(place.evaluation, leaf, leaf.scoring)
        result = place.evaluation.leaf(leaf)
        ways.append([{}] if result.low == leaf.max_points else list(_proposals(other)))
    return _joint(ways)


def _joint(groups: list[list[Way]]) -> list[Way]:
    ways: list[Way] = []
    for combination in product(*groups):
        joined: Way = {}
        for way in combination:
            joined = merge(joined, way)
        ways.append(joined)
        if len(ways) == _ALTERNATIVES:
            break
    return ways


def _comparison_ways(place: _Place, of: Quantity, bound: Bound, *, wanted: bool) -> list[Way]:
    inputs = place.evaluation.inputs
    ways: list[Way] = []
    for id in dict.fromkeys(measures_in(of, inputs)):
        known = inputs[id]
        if known.measure.by is not By.UNIT:
            continue
        # What nobody has reported cannot be raised: it is asked for.
        if known.state is InputState.BLANK and known.measure.kind is not Kind.DATE:
            continue
        if known.measure.kind is Kind.DATE:
            ways.extend(_date_ways(place, id))
        elif known.measure.kind.is_amount and known.measure.can is not None:
            amount = least_move(inputs, known.measure, of, bound, wanted=wanted)
            if amount is not None:
                ways.append({id: amount})
    if not ways and not compare(of, bound, inputs).is_decided:
        return [{}]
    return ways


def _date_ways(place: _Place, id: str) -> list[Way]:
    known = place.evaluation.inputs[id]
    if known.state is InputState.REPORTED:
        return []
    due = place.evaluation.due(place.criterion, place.scoring, id)
    return [] if due is None else [{id: due}]
