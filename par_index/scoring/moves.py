"""Moves: how measures that can still change may change, in whole numbers."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from fractions import Fraction

from par_index.model.measures import Can, Kind, Measure
from par_index.model.rules import Bound, Quantity
from par_index.model.steps import Change
from par_index.scoring.conditions import compare
from par_index.scoring.enclosures import Enclosure, exactly
from par_index.scoring.inputs import Inputs

__all__ = ["Way", "add", "changes_of", "covers", "least_move", "merge", "size_of", "values_after"]

_MANY = 10**15
"""More cases than any unit has: a step beyond it does not exist."""

Way = Mapping[str, int | bool]
"""Moves by measure: so many cases more (or fewer), an answer, or a day as its ordinal."""


def merge(first: Way, second: Way) -> Way:
    """Both ways at once; of two moves of one measure the longer."""
    joined = dict(first)
    for id, move in second.items():
        if id in joined and abs(joined[id]) >= abs(move):
            continue
        joined[id] = move
    return joined


def add(first: Way, second: Way) -> Way:
    """One way after the other: case counts add up, answers and days are replaced."""
    joined = dict(first)
    for id, move in second.items():
        before = joined.get(id, 0)
        counts = not isinstance(move, bool) and not isinstance(before, bool)
        joined[id] = before + move if counts else move
    return joined


def covers(way: Way, other: Way) -> bool:
    """Whether ``way`` asks for all that ``other`` does, and more."""
    return way != other and all(id in way and abs(way[id]) >= abs(other[id]) for id in other)


def size_of(way: Way) -> tuple[int, int, tuple[str, ...]]:
    """Fewest measures first, then fewest cases, then by name: a fixed order of alternatives."""
    return len(way), sum(abs(move) for move in way.values()), tuple(sorted(way))


def least_move(
    inputs: Inputs, measure: Measure, of: Quantity, bound: Bound, *, wanted: bool
) -> int | None:
    """The least whole move that makes the test certain; failing that, possible.

    Tests are monotone in one amount (sums, differences and quotients of amounts are), so
    galloping and halving find the least move.
    """
    value = inputs[measure.id].value
    sign = -1 if measure.can is Can.FALL else 1
    room = _room(inputs, measure, value)

    def possible(amount: int) -> bool:
        moved = inputs.with_values(dict(values_after(inputs, {measure.id: sign * amount})))
        verdict = compare(of, bound, moved)
        return verdict.yes if wanted else verdict.no

    def certain(amount: int) -> bool:
        moved = inputs.with_values(dict(values_after(inputs, {measure.id: sign * amount})))
        verdict = compare(of, bound, moved)
        return verdict.is_decided and (verdict.yes if wanted else verdict.no)

    if measure.can is Can.FIXED or room < 1:
        return None
    for good in (certain, possible):
        if good(0):
            return None
        top = 1
        while top < room and not good(top):
            top *= 2
        top = min(top, room)
        if not good(top):
            continue
        bottom = top // 2
        while top - bottom > 1:
            middle = (top + bottom) // 2
            if good(middle):
                top = middle
            else:
                bottom = middle
        return sign * top
    return None


def _room(inputs: Inputs, measure: Measure, value: Enclosure) -> int:
    """How far the measure can move: to its whole, to its least value, or without bound."""
    if measure.can is Can.FALL:
        return 0 if value.low is None else int(value.low - measure.least)
    if measure.can is Can.RISE_WITH:
        return _MANY
    tops = [inputs[whole].value.high for whole in measure.within]
    known = [top for top in tops if top is not None]
    if not known or value.high is None:
        return _MANY
    return int(min(known) - value.high)


def values_after(inputs: Inputs, way: Way) -> Iterator[tuple[str, Enclosure | bool]]:
    """The inputs that a way changes, with the wholes that rise along."""
    risen: dict[str, int] = {}
    for id, move in way.items():
        known = inputs[id]
        if isinstance(move, bool):
            yield id, move
        elif known.measure.kind is Kind.DATE:
            yield id, exactly(Fraction(move))
        else:
            for whole in _rising(inputs, known.measure):
                risen[whole] = risen.get(whole, 0) + move
            risen[id] = risen.get(id, 0) + move
    for id, amount in risen.items():
        yield id, inputs[id].value.plus(exactly(Fraction(amount)))


def _rising(inputs: Inputs, measure: Measure) -> list[str]:
    """The wholes that each new case raises too, through every level."""
    if measure.can is not Can.RISE_WITH:
        return []
    found: dict[str, None] = {}
    waiting = list(measure.within)
    while waiting:
        whole = waiting.pop()
        if whole not in found:
            found[whole] = None
            waiting.extend(inputs[whole].measure.within)
    return list(found)


def changes_of(inputs: Inputs, way: Way) -> Iterator[Change]:
    after = dict(values_after(inputs, way))
    for id in sorted(way):
        move = way[id]
        measure = inputs[id].measure
        if isinstance(move, bool):
            yield Change(id, answer=move)
        elif measure.kind is Kind.DATE:
            yield Change(id, day=datetime.date.fromordinal(move))
        else:
            yield Change(
                id,
                move,
                before=_single(inputs[id].value),
                after=_single(after[id]),
                wholes=tuple(
                    (whole, _single(inputs[whole].value), _single(after[whole]))
                    for whole in _rising(inputs, measure)
                ),
            )


def _single(value: Enclosure | bool) -> Fraction | None:
    return value.low if isinstance(value, Enclosure) and value.is_exact else None
