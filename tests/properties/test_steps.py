"""A next step keeps its promise, asks only for what can move, and for no more than it takes."""

from __future__ import annotations

import copy
from dataclasses import replace
from fractions import Fraction
from typing import Any

from hypothesis import assume, event, given
from support.cases import find, load_case_set, scored
from support.oracle import Facts, Oracle
from support.oracle_quantities import number
from support.strategies import Unit, units
from support.strategies_data import BY_ID

from par_index.model.assessment import Assessment
from par_index.model.criteria import CriteriaSet
from par_index.model.measures import By, Can
from par_index.model.steps import Change, NextStep

COUNTS = {id for id, measure in BY_ID.items() if measure["kind"] == "count" and "by" not in measure}
"""A step knows of blank counts what it took from others; reported anew, that may be gone."""


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
                assert number(data[id]) == before
                data[id] = as_written(now, data[id])
                data.pop("ty_le", None)
    return keys


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


def truth_after(unit: Unit, changes: tuple[Change, ...]) -> Facts | None:
    """What is true of the unit after the changes; None where that cannot be."""
    data = dict(unit.facts.data)
    for change in changes:
        if change.answer is not None:
            data[change.measure] = "yes" if change.answer else "no"
        elif change.day is not None:
            data[change.measure] = change.day.isoformat()
        else:
            for id in (change.measure, *(id for id, _, _ in change.wholes)):
                data[id] = as_written(number(data[id]) + change.amount, data[id])
    parts = [(id, BY_ID[id]["within"]) for id in data if "within" in BY_ID[id]]
    could_be = all(Fraction(data[part]) <= Fraction(data[whole]) for part, whole in parts)
    return replace(unit.facts, data=data) if could_be else None


@given(units())
def test_a_step_keeps_its_promise_whatever_else_is_true(unit: Unit) -> None:
    taken = 0
    for code, step in steps_of(scored(load_case_set(unit.document), unit.keys)):
        truth = truth_after(unit, step.changes)
        if truth is not None:
            points = Oracle(unit.document, truth).standing(code).points
            assert step.low <= (points or 0) <= step.high, (code, step.changes)
            taken += 1
    event(f"steps taken: {min(taken, 5)}")


@given(units())
def test_a_step_comes_to_what_it_says_once_it_is_reported(unit: Unit) -> None:
    criteria = load_case_set(unit.document)
    for code, step in steps_of(scored(criteria, unit.keys)):
        keys = after(unit.keys, step.changes)
        if keys is None:
            continue
        later = find(scored(criteria, keys), code)
        assert later.low <= step.low <= step.high <= later.high, (code, step.changes)
        if keys.get("given", {}).keys() >= unit.facts.data.keys() & COUNTS:
            assert (later.low, later.high) == (step.low, step.high), (code, step.changes)


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
