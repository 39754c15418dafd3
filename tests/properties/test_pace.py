"""Pace answers are the least integers that work: assess() is asked about every final value."""

from __future__ import annotations

import copy
from fractions import Fraction
from typing import Any

from hypothesis import event, given
from hypothesis import strategies as st
from support.cases import find, load_case_set, make_submission, scored
from support.edited import entries
from support.strategies import Unit, units

from par_index.advice.pace import Pace, PaceRow, pace
from par_index.advice.rungs import RungState
from par_index.model.criteria import CriteriaSet
from par_index.model.measures import Can

PARTS = {"a": "n", "b": "n", "xau": "n", "k": "m"}
"""Parts of whole numbers, with their totals."""


@st.composite
def expectations(draw: st.DrawFn) -> tuple[Unit, dict[str, str]]:
    """A unit that tells everything, and totals that are to grow."""
    unit = draw(units(complete=True))
    data = unit.keys.get("given", {})
    wholes = [id for id in ("n", "m") if id in data]
    chosen = draw(st.lists(st.sampled_from(wholes), unique=True)) if wholes else []
    return unit, {id: str(int(data[id]) + draw(st.integers(0, 8))) for id in chosen}


def told(unit: Unit, values: dict[str, int | str]) -> dict[str, Any]:
    """What the unit would report at the end; a rate that no longer fits is left out."""
    keys = copy.deepcopy(unit.keys)
    keys["given"] = {**keys["given"], **{id: str(value) for id, value in values.items()}}
    keys["given"].pop("ty_le", None)
    return keys


def low_of(criteria: CriteriaSet, keys: dict[str, Any], code: str) -> Fraction:
    score = find(scored(criteria, keys), code)
    return score.account.low


def paced(unit: Unit, expected: dict[str, str]) -> tuple[CriteriaSet, Pace]:
    criteria = load_case_set(unit.document)
    return criteria, pace(criteria, make_submission(criteria, unit.keys), entries(expected))


def finals(unit: Unit, part: str, can: Can, expected: dict[str, str]) -> range:
    """Every value that a part can have at the end."""
    data, whole = unit.keys["given"], PARTS[part]
    now, total = int(data[part]), int(data[whole])
    grown = int(expected.get(whole, total))
    if can is Can.FALL:
        return range(now, -1, -1)
    # What rises with a total of which nothing is expected has no bound but the try's.
    top = now + (grown - total if whole in expected else 10) if can is Can.RISE_WITH else grown
    return range(now, top + 1)


def with_part(unit: Unit, part: str, value: int, expected: dict[str, str]) -> dict[str, Any]:
    values: dict[str, int | str] = {**expected, part: value}
    whole, data = PARTS[part], unit.keys["given"]
    if part == "b" and whole not in expected:
        values[whole] = int(data[whole]) + value - int(data[part])
    return told(unit, values)


def rungs_with(row: PaceRow, state: RungState) -> list[Fraction]:
    return [rung.points for rung in row.rungs if rung.state is state]


@given(expectations())
def test_pace_answers_are_the_least_integers_that_work(trial: tuple[Unit, dict[str, str]]) -> None:
    unit, expected = trial
    if not expected:
        return
    criteria, found = paced(unit, expected)
    needs = 0
    for row in found.rows:
        for rung in row.rungs:
            for need in rung.needs:
                lever = need.lever
                if lever.measure not in PARTS:
                    continue
                needs += 1
                low = {
                    value: low_of(
                        criteria, with_part(unit, lever.measure, value, expected), row.code
                    )
                    for value in finals(unit, lever.measure, lever.can, expected)
                }
                working = [value for value, points in low.items() if points >= rung.points]
                if lever.along and not working:
                    # Further than was tried.
                    assert need.more > 10
                    continue
                assert working, (row.code, rung)
                assert need.final == working[0], (row.code, rung, low)
                assert need.low == low[working[0]]
    event(f"needs: {min(needs, 5)}")


@given(expectations())
def test_what_is_lost_or_beyond_no_part_brings_alone(trial: tuple[Unit, dict[str, str]]) -> None:
    unit, expected = trial
    if not expected:
        return
    criteria, found = paced(unit, expected)
    for row in found.rows:
        gone = [*rungs_with(row, RungState.LOST), *rungs_with(row, RungState.BEYOND)]
        if not gone or row.is_unproven:
            continue
        for part in PARTS:
            if part not in unit.keys["given"] or part in expected:
                continue
            can = criteria.measures[part].can
            assert can is not None
            for value in finals(unit, part, can, expected):
                keys = with_part(unit, part, value, expected)
                assert low_of(criteria, keys, row.code) < min(gone), (row.code, part, value)


@given(expectations())
def test_doing_nothing_is_scoring_the_grown_totals(trial: tuple[Unit, dict[str, str]]) -> None:
    """What is safe is had, and every criterion that moves has a row."""
    unit, expected = trial
    if not expected:
        return
    criteria, found = paced(unit, expected)
    after = scored(criteria, told(unit, dict(expected)))
    assert found.after.shown == after.shown
    assert found.before.shown == scored(criteria, unit.keys).shown
    rows = {row.code: row for row in found.rows}
    for one in after.leaves():
        before = find(found.before, one.code)
        if (before.low, before.high) != (one.low, one.high):
            assert one.code in rows
        if one.code in rows:
            row = rows[one.code]
            assert (row.after.low, row.after.high) == (one.low, one.high)
            for points in rungs_with(row, RungState.SAFE):
                assert one.low >= points


@st.composite
def half_told(draw: st.DrawFn) -> tuple[Unit, dict[str, str], dict[str, Any]]:
    """A unit that keeps some counts to itself, a total that grows, and what those may then be."""
    unit = draw(units())
    given_here, truth = unit.keys.get("given", {}), unit.facts.data
    if "n" not in given_here or "ty_le" in given_here:
        return unit, {}, {}
    grown = int(truth["n"]) + draw(st.integers(0, 8))
    hidden = [id for id in ("a", "b", "xau") if id in truth and id not in given_here]
    return unit, {"n": str(grown)}, {id: str(draw(st.integers(0, grown))) for id in hidden}


@given(half_told())
def test_what_is_needed_is_enough_whatever_is_not_told(
    trial: tuple[Unit, dict[str, str], dict[str, Any]],
) -> None:
    unit, expected, kept = trial
    if not expected:
        return
    criteria, found = paced(unit, expected)
    for row in found.rows:
        for rung in row.rungs:
            for need in rung.needs:
                if need.lever.along:
                    continue
                final = {need.lever.measure: str(need.final)}
                keys = told(unit, {**expected, **kept, **final})
                assert low_of(criteria, keys, row.code) >= rung.points, (row.code, rung)
