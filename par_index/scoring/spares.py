"""Spares: how far one reported count can move before a criterion holds fewer points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from fractions import Fraction
from functools import partial

from par_index.model.criteria import CriteriaSet, Criterion
from par_index.model.measures import By, Can, Measure
from par_index.model.reasons import InputState
from par_index.model.walking import codes_of, measures_in_rules
from par_index.nouns import Noun
from par_index.scoring.enclosures import exactly
from par_index.scoring.evaluation import Evaluation, Subject
from par_index.scoring.known import Known
from par_index.scoring.moves import MANY, least_of, unit_of
from par_index.scoring.slopes import Slopes

__all__ = ["Failure", "Spare", "first_loss", "loses_with", "spares_of"]

_TRIED = 300
"""So many values are tried one by one where no slope tells where to look."""


class Failure(StrEnum):
    """How a case fails: it leaves what counts, joins what counts against, or is new and neither."""

    LEAVES = "leaves"
    JOINS = "joins"
    NEW = "new"


class Spare(Noun):
    """How many more failures of one kind the points of a leaf bear, all else as it is.

    ``count`` are units of the measure (cases; of money the last place it is told in, ``unit``);
    ``after`` is its value with all of them, ``low`` what one more would leave.
    """

    code: str
    measure: str
    failure: Failure
    count: int
    unit: Fraction
    value: Fraction
    after: Fraction
    low: Fraction


def spares_of(evaluation: Evaluation, leaf: Criterion) -> Iterator[Spare]:
    """Every way in which a leaf's points can be lost by one amount that can still move.

    A whole number is proven: so many cost nothing, one more does. Where neither a slope nor trying
    finds one, nothing is said.
    """
    for id in _amounts_read(evaluation, leaf):
        known = evaluation.inputs[id]
        value = known.value.low
        if value is None or not _may_fail(known):
            continue
        unit = unit_of(evaluation.inputs, known.measure)
        for sign in (-1, 1):
            first = _first(evaluation, leaf, known.measure, sign)
            if first is None:
                continue
            lost = _moved(evaluation, leaf, id, value + sign * first * unit)
            assert lost is not None, "a loss has been scored"
            yield Spare(
                leaf.code,
                id,
                _kind(evaluation, leaf, id, sign),
                first - 1,
                unit,
                value,
                value + sign * (first - 1) * unit,
                lost,
            )


def first_loss(
    evaluation: Evaluation, leaf: Criterion, id: str, sign: int, most: int
) -> int | None:
    """The least number of cases, up to ``most`` and tried one by one, that costs points."""
    value = evaluation.inputs[id].value.low
    assert value is not None, "a reported count"
    return next(
        (
            count
            for count in range(1, most + 1)
            if loses_with(evaluation, leaf, id, value + sign * count)
        ),
        None,
    )


def loses_with(evaluation: Evaluation, leaf: Criterion, id: str, value: Fraction) -> bool:
    """Whether the leaf would hold fewer points with this value."""
    low = _moved(evaluation, leaf, id, value)
    return low is not None and low < evaluation.node(leaf).ends[0]


def _moved(evaluation: Evaluation, leaf: Criterion, id: str, value: Fraction) -> Fraction | None:
    """What the leaf would hold; None where the values could not all be true, or it is out."""
    moved = evaluation.inputs.with_values({id: exactly(value)})
    if moved.contradictory:
        return None
    result = evaluation.with_inputs(moved).result_of(Subject(leaf, leaf.scoring))
    return result.ends[0] if result.may_apply else None


def _amounts_read(evaluation: Evaluation, leaf: Criterion) -> Sequence[str]:
    """The amounts that a leaf's points hang on, those behind a rate among them."""
    measures = evaluation.criteria.measures
    found: dict[str, None] = {}
    for node in _asked(evaluation.criteria, leaf):
        for id in measures_in_rules(node):
            for one in (id, *(measures[id].of or ())):
                if measures[one].kind.is_amount:
                    found[one] = None
    return list(found)


def _asked(criteria: CriteriaSet, leaf: Criterion) -> Iterator[Criterion]:
    """The leaf, and what it asks about, which may ask in turn."""
    seen: set[str] = set()
    waiting = [leaf]
    while waiting:
        node = waiting.pop()
        if node.code not in seen:
            seen.add(node.code)
            yield node
            waiting.extend(node.components)
            waiting.extend(criteria.by_code[code] for code in codes_of(node))


def _may_fail(known: Known) -> bool:
    measure = known.measure
    is_own = measure.by is By.UNIT and not measure.last_year_of and measure.can is not Can.FIXED
    told = (InputState.REPORTED, InputState.INFERRED)
    return is_own and known.state in told and known.value.is_exact


def _first(evaluation: Evaluation, leaf: Criterion, measure: Measure, sign: int) -> int | None:
    """The least number of units that costs points, proven to be the first."""
    room = _room(evaluation, measure, sign)
    slope = Slopes(evaluation.inputs, [measure.id], sign).of(Subject(leaf, leaf.scoring))
    if slope is None:
        return _tried(evaluation, leaf, measure, sign, room)
    if slope >= 0:
        return None
    return least_of(partial(_loses, evaluation, leaf, measure, sign), room)


def _tried(
    evaluation: Evaluation, leaf: Criterion, measure: Measure, sign: int, room: int
) -> int | None:
    loses = partial(_loses, evaluation, leaf, measure, sign)
    return next((count for count in range(1, min(room, _TRIED) + 1) if loses(count)), None)


def _loses(
    evaluation: Evaluation, leaf: Criterion, measure: Measure, sign: int, count: int
) -> bool:
    inputs = evaluation.inputs
    value = inputs[measure.id].value.low
    assert value is not None, "a reported amount"
    return loses_with(evaluation, leaf, measure.id, value + sign * count * unit_of(inputs, measure))


def _room(evaluation: Evaluation, measure: Measure, sign: int) -> int:
    """How far the amount could go: down to its parts or its least, up to its wholes."""
    inputs = evaluation.inputs
    value, unit = inputs[measure.id].value.low, unit_of(inputs, measure)
    assert value is not None, "a reported amount"
    if sign < 0:
        parts = [inputs[part].value.low for part in inputs.parts_of(measure.id)]
        floor = max([measure.least, *(part for part in parts if part is not None)])
        return max(int((value - floor) / unit), 0)
    tops = [inputs[whole].value.high for whole in measure.within]
    known = [top for top in tops if top is not None]
    return min([MANY, *(int((top - value) / unit) for top in known)])


def _kind(evaluation: Evaluation, leaf: Criterion, id: str, sign: int) -> Failure:
    if sign < 0:
        return Failure.LEAVES
    read = set(_amounts_read(evaluation, leaf))
    return Failure.NEW if read & set(evaluation.inputs.parts_of(id)) else Failure.JOINS
