"""A next step keeps its promise, asks only for what can move, and for no more than it takes."""

from __future__ import annotations

import copy
from fractions import Fraction
from typing import Any

from hypothesis import assume, event, given
from support.cases import find, load_case_set, scored
from support.strategies import Unit, units
from support.strategies_data import BY_ID

from par_index.model.assessment import Assessment
from par_index.model.criteria import CriteriaSet
from par_index.model.measures import By, Can
from par_index.model.steps import Change, NextStep


def steps_of(assessment: Assessment) -> list[tuple[str, NextStep]]:
    found = []
    for shortfall in assessment.shortfalls:
        farthest = [] if shortfall.farthest is None else [shortfall.farthest]
        found += [(shortfall.code, step) for step in (*shortfall.steps, *farthest)]
    return found


def after(keys: dict[str, Any], changes: tuple[Change, ...]) -> dict[str, Any] | None:
    """What a clerk would report after the changes; None where it takes what nobody has told."""
    keys = copy.deepcopy(keys)
    data = keys.setdefault("given", {})
    for change in changes:
        if change.answer is not None:
            data[change.measure] = "yes" if change.answer else "no"
        elif change.day is not None:
            data[change.measure] = change.day.isoformat()
        else:
            moved = [(change.measure, change.before, change.after), *change.wholes]
            for id, before, now in moved:
                if before is None or now is None or id not in data:
                    return None
                assert Fraction(data[id].removesuffix("%")) == before * (
                    100 if data[id].endswith("%") else 1
                )
                data[id] = as_written(now, data[id])
                data.pop("ty_le", None)
    return keys


def is_all_told(criteria: CriteriaSet, keys: dict[str, Any], changes: tuple[Change, ...]) -> bool:
    """Whether the parts of every whole that rises are told.

    A blank part of a whole of 0 is known to be 0, and the step leaves it so; told the new whole
    alone, one could not know that any more.
    """
    wholes = {id for change in changes for id, _, _ in change.wholes}
    parts = (one.id for one in criteria.measures.values() if wholes.intersection(one.within))
    return all(id in keys["given"] for id in parts)


def as_written(value: Fraction, like: str) -> str:
    """A value as the one it stands for was written: 84.5% is a share."""
    if like.endswith("%"):
        return f"{float(value * 100):g}%"
    return str(value) if value.denominator == 1 else f"{float(value):g}"


@given(units())
def test_a_step_moves_only_what_can_move_and_promises_more(unit: Unit) -> None:
    criteria = load_case_set(unit.document)
    assessment = scored(criteria, unit.keys)
    for code, step in steps_of(assessment):
        before = find(assessment, code)
        assert step.low > before.low or step.high > before.high
        assert step.high <= before.criterion.max_points
        assert step.changes or step.ask
        for change in step.changes:
            measure = criteria.measures[change.measure]
            assert measure.by is By.UNIT
            assert not measure.last_year_of
            assert change.answer is None or change.answer is True
            if change.amount:
                rises = change.amount > 0
                assert measure.can in ((Can.RISE, Can.RISE_WITH) if rises else (Can.FALL,))


@given(units())
def test_a_step_keeps_its_promise(unit: Unit) -> None:
    criteria = load_case_set(unit.document)
    assessment = scored(criteria, unit.keys)
    kept = 0
    for code, step in steps_of(assessment):
        keys = after(unit.keys, step.changes)
        if keys is None:
            continue
        later = find(scored(criteria, keys), code)
        if is_all_told(criteria, keys, step.changes):
            assert (later.low, later.high) == (step.low, step.high), (code, step.changes)
        assert later.low <= step.low <= step.high <= later.high, (code, step.changes)
        kept += 1
    event(f"steps taken: {min(kept, 5)}")


@given(units())
def test_no_smaller_step_of_its_kind_would_do(unit: Unit) -> None:
    criteria = load_case_set(unit.document)
    assessment = scored(criteria, unit.keys)
    for shortfall in assessment.shortfalls:
        before = find(assessment, shortfall.code)
        for step in shortfall.steps:
            if len(step.changes) != 1 or step.low <= before.low:
                continue
            (change,) = step.changes
            if BY_ID[change.measure]["kind"] != "count" or abs(change.amount) < 2:
                continue
            for amount in sizes_below(change):
                keys = after(unit.keys, (smaller(change, amount),))
                assume(keys is not None)
                assert keys is not None
                assert low_of(criteria, keys, shortfall.code) <= before.low, (amount, change)


def sizes_below(change: Change) -> range:
    return range(1, abs(int(change.amount)))


def smaller(change: Change, amount: int) -> Change:
    """The same move by less."""
    signed = amount if change.amount > 0 else -amount
    wholes = tuple(
        (id, before, None if before is None else before + signed) for id, before, _ in change.wholes
    )
    before = change.before
    return Change(
        change.measure,
        Fraction(signed),
        before=before,
        after=None if before is None else before + signed,
        wholes=wholes,
    )


def low_of(criteria: CriteriaSet, keys: dict[str, Any], code: str) -> Fraction:
    return find(scored(criteria, keys), code).low
