"""Ways: joint moves that would make a rule earn more, test by test in whole numbers."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import islice, product
from typing import assert_never

from par_index.model.conditions import (
    All,
    Answered,
    AnyOf,
    Bound,
    Comparison,
    Condition,
    CriterionApplies,
    CriterionAtLeast,
    CriterionFull,
    Not,
    Relation,
)
from par_index.model.criteria import Criterion, Give, RoundingPlace
from par_index.model.measures import By, Can, Kind, Measure
from par_index.model.quantities import Quantity, Ratio
from par_index.model.reasons import InputState
from par_index.model.rules import (
    Bands,
    BestOf,
    Deduct,
    Each,
    FullIf,
    Given,
    Proportional,
    Rule,
    Share,
    SumOf,
)
from par_index.scoring.conditions import compare, judge
from par_index.scoring.days import last_day
from par_index.scoring.enclosures import exactly
from par_index.scoring.evaluation import Subject
from par_index.scoring.inputs import Inputs
from par_index.scoring.known import Known
from par_index.scoring.moves import (
    MANY,
    Way,
    can_be_less,
    merge,
    room_of,
    values_after,
)
from par_index.scoring.quantities import measures_in
from par_index.scoring.trials import Place, least_move

__all__ = ["ALTERNATIVES", "proposals"]

ALTERNATIVES = 64
"""Ways looked at for one criterion; a rule with more real alternatives is not to be met."""


def proposals(place: Place) -> Iterator[Way]:
    """Ways to let the rule act, to lift the cap and to better the rule, as far as measures move."""
    outer_ways = _joint(list(_outer_ways(place)))
    # The rule may give its points as it stands, once the gate lets it.
    for rule_way, outer_way in product([{}, *_inner_ways(place)], outer_ways):
        if way := merge(outer_way, rule_way):
            yield way


def _outer_ways(place: Place) -> Iterator[list[Way]]:
    """Ways to open the gate, and those out of each excuse that acts and leaves no points."""
    now = place.evaluation
    if (gate := place.subject.modifiers.gate) is not None:
        yield _ways(place, gate, wanted=True)
    for _, policy in place.subject.criterion.excuses:
        excuse = policy.condition if policy.give is Give.ZERO else None
        if excuse is not None and judge(excuse, now.inputs, now.about).is_certain:
            yield _ways(place, excuse, wanted=False)


def _inner_ways(place: Place) -> Iterator[Way]:
    """Ways behind the gate: those of the rule or of the components, and out of a cap."""
    subject, modifiers = place.subject, place.subject.modifiers
    if modifiers.cap is not None and modifiers.cap.condition is not None:
        yield from _ways(place, modifiers.cap.condition, wanted=False)
    if subject.scoring is not None:
        low, _high = place.reach()
        yield from _rule_ways(place, subject.scoring.rule, low)
    elif modifiers.minimum is not None:
        for leaf in subject.criterion.leaves():
            yield from _leaf_ways(place, leaf)


def _rule_ways(place: Place, rule: Rule, low: Fraction | None) -> Iterator[Way]:
    """Ways to more points than ``low``, where they are the criterion's own."""
    match rule:
        case FullIf(condition, points, otherwise):
            yield from _ways(place, condition, wanted=points > otherwise)
        case Bands(of, steps):
            for step in reversed(steps):
                if isinstance(step.points, Share):
                    yield from _ways_toward(place, of, _nearly(place, step.points.maximum))
                if low is None or isinstance(step.points, Share) or step.points > low:
                    yield from _comparison_ways(place, of, step.bound, wanted=True)
            if isinstance(rule.otherwise, Share):
                yield from _ways_toward(place, of, _nearly(place, rule.otherwise.maximum))
        case Proportional(of, points, target, floor):
            if floor is not None:
                yield from _comparison_ways(place, of, floor, wanted=True)
            quotient = of if target is None else Ratio(of, target, bounded=False)
            yield from _ways_toward(place, quotient, _nearly(place, points))
        case Each(of, points, each):
            yield from _ways_toward(place, of, [Bound(Relation.AT_LEAST, points / each)])
        case Deduct(of):
            yield from _ways_toward(place, of, [Bound(Relation.AT_MOST, Fraction(0))])
        case Given():
            return
        case SumOf(items) | BestOf(items):
            for item in items:
                yield from _rule_ways(place, item.rule, None)
        case _ as missing:
            assert_never(missing)


def _nearly(place: Place, points: Fraction) -> list[Bound]:
    """The whole of it; failing that, so near that rounding gives all the points."""
    rounding = place.evaluation.criteria.rounding
    half = Fraction(1, 2 * 10**rounding.places)
    whole = Bound(Relation.AT_LEAST, Fraction(1), percent=True)
    if rounding.at is not RoundingPlace.LEAF or points <= half:
        return [whole]
    return [whole, Bound(Relation.AT_LEAST, 1 - half / points, percent=True)]


def _ways_toward(place: Place, of: Quantity, bounds: list[Bound]) -> Iterator[Way]:
    """Ways to the first bound in reach; failing all, as far as each measure goes."""
    for bound in bounds:
        if ways := [way for way in _comparison_ways(place, of, bound, wanted=True) if way]:
            yield from ways
            return
    inputs = place.evaluation.inputs
    for measure in _movable(inputs, of):
        room = room_of(inputs, measure)
        amount = room if 0 < room < MANY else min(room, 1)
        if amount and measure.can is not Can.FIXED:
            yield {measure.id: -amount if measure.can is Can.FALL else amount}


def _ways(place: Place, condition: Condition, *, wanted: bool) -> list[Way]:
    """Ways that make a condition come out as wanted; an unknown member is left as it is."""
    inputs, about = place.evaluation.inputs, place.evaluation.about
    verdict = judge(condition, inputs, about)
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
            return _joint(_leaves_ways(place, code)) if wanted else []
        case CriterionAtLeast(code):
            if not wanted:
                return []
            alternatives = _leaves_ways(place, code)
            return [way for ways in alternatives for way in ways] + _joint(alternatives)
        case CriterionApplies():
            return []


def _answer_ways(inputs: Inputs, measure: str, *, wanted: bool) -> list[Way]:
    known = inputs[measure]
    if known.answer is None:
        return [{}]
    if wanted and known.measure.by is By.UNIT and known.measure.can is not Can.FIXED:
        return [{measure: True}]
    return []


def _leaves_ways(place: Place, code: str) -> list[list[Way]]:
    """Ways to better another criterion, leaf by leaf; a leaf that is full needs none."""
    leaves = place.evaluation.criteria.by_code[code].leaves()
    return [list(_leaf_ways(place, leaf)) for leaf in leaves]


def _leaf_ways(place: Place, leaf: Criterion) -> list[Way]:
    memo = place.evaluation.memo
    if leaf.code not in memo:
        memo[leaf.code] = [{}]
        if place.evaluation.node(leaf).low < leaf.max_points:
            other = Place(place.evaluation, Subject(leaf, leaf.scoring))
            memo[leaf.code] = list(islice(proposals(other), ALTERNATIVES))
    return memo[leaf.code]


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
    if wanted:
        for id in _dates(inputs, of):
            if (day := _last_day(inputs, id, of, bound)) is not None:
                ways.append({id: day})
    movable = _movable(inputs, of)
    for measure in movable:
        amount = least_move(inputs, measure, of, bound, wanted=wanted)
        if amount is not None:
            ways.append({measure.id: amount})
    if (
        not ways
        and len(movable) > 1
        and (together := _together(inputs, movable, of, bound, wanted=wanted))
    ):
        ways.append(together)
    if not ways and not compare(of, bound, inputs).is_decided:
        return [{}]
    return ways


def _dates(inputs: Inputs, of: Quantity) -> list[str]:
    """The days a quantity reads that are the unit's and still to come."""
    found = dict.fromkeys(measures_in(of, inputs))
    return [id for id in found if inputs[id].measure.kind is Kind.DATE and _is_own(inputs[id])]


def _movable(inputs: Inputs, of: Quantity) -> list[Measure]:
    """The measures a quantity reads that can move in units.

    What nobody has reported cannot be raised: it is asked for.
    """
    return [
        known.measure
        for known in (inputs[id] for id in dict.fromkeys(measures_in(of, inputs)))
        if can_be_less(known.measure)
        and known.measure.can is not None
        and known.state is not InputState.BLANK
        and _is_own(known)
    ]


def _is_own(known: Known) -> bool:
    return known.measure.by is By.UNIT and known.measure.can is not Can.FIXED


def _together(
    inputs: Inputs, measures: list[Measure], of: Quantity, bound: Bound, *, wanted: bool
) -> Way:
    """All the measures as far as they go, the last one only as far as it must."""
    way: Way = {}
    if len(measures) < 2:
        return way
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
