"""Headroom is exact: so many failures cost nothing and one more does; steps reach what they say."""

from __future__ import annotations

import copy
from fractions import Fraction
from typing import Any

from hypothesis import event, given
from support.cases import find, load_case_set, scored
from support.strategies import Unit, units
from support.strategies_data import BY_ID

from par_index.advice.headroom import HeadroomRow, headroom
from par_index.model.accounts import Outcome
from par_index.model.criteria import CriteriaSet
from par_index.model.measures import Can
from par_index.scoring.spares import Spare

COUNTS = {id for id, one in BY_ID.items() if one["kind"] == "count" and "by" not in one}
FARTHEST = 25
"""So many failures are tried one by one."""


def told(unit: Unit, id: str, value: Fraction) -> dict[str, Any]:
    keys = copy.deepcopy(unit.keys)
    keys["given"] = {**keys["given"], id: str(value)}
    keys["given"].pop("ty_le", None)
    return keys


def low_of(criteria: CriteriaSet, keys: dict[str, Any], code: str) -> Fraction | None:
    """The points of a criterion; None where it is out."""
    score = find(scored(criteria, keys), code)
    return None if score.outcome is Outcome.NOT_APPLICABLE else score.low


def value_at(one: Spare, failures: int) -> Fraction:
    sign = -1 if one.failure == "leaves" else 1
    return one.value + sign * failures * one.unit


def tellable(unit: Unit) -> bool:
    """Whether every count is told as such: what a rate says alone cannot be told anew."""
    return "ty_le" not in unit.keys.get("given", {}) or {"a", "n"} <= unit.keys["given"].keys()


@given(units())
def test_headroom_s_spare_failures_are_exact(unit: Unit) -> None:
    criteria = load_case_set(unit.document)
    found = headroom(scored(criteria, unit.keys))
    spares = 0
    for row in found.rows if tellable(unit) else ():
        for one in row.spares:
            if one.measure not in unit.keys.get("given", {}):
                continue
            before = row.score.account.low
            for failures in range(min(one.count, FARTHEST) + 1):
                low = low_of(criteria, told(unit, one.measure, value_at(one, failures)), row.code)
                assert low is None or low >= before, (row.code, one, failures)
            assert value_at(one, one.count) == one.after
            low = low_of(criteria, told(unit, one.measure, value_at(one, one.count + 1)), row.code)
            assert low == one.low < before, (row.code, one)
            spares += 1
    event(f"spares: {min(spares, 5)}")


@given(units(complete=True))
def test_what_has_no_spare_does_not_lose(unit: Unit) -> None:
    """Where nothing is told of a count that can move, none of its values costs points."""
    criteria = load_case_set(unit.document)
    for row in headroom(scored(criteria, unit.keys)).rows:
        told_of = {(one.measure, one.failure == "leaves") for one in row.spares}
        for id in ("a", "b", "xau", "k"):
            is_apart = row.score.components or row.under
            if id not in unit.keys.get("given", {}) or is_apart:
                continue
            now, whole = int(unit.keys["given"][id]), BY_ID[id]["within"]
            most = int(unit.keys["given"][whole])
            for value in (*range(now), *range(now + 1, most + 1)):
                if (id, value < now) in told_of:
                    continue
                low = low_of(criteria, told(unit, id, Fraction(value)), row.code)
                assert low is None or low >= row.score.low, (row.code, id, value)


@given(units(complete=True))
def test_following_headroom_s_step_reaches_exactly_the_promised_points(unit: Unit) -> None:
    criteria = load_case_set(unit.document)
    for row in headroom(scored(criteria, unit.keys)).rows:
        for step in row.steps:
            keys = copy.deepcopy(unit.keys)
            data = keys.setdefault("given", {})
            for change in step.changes:
                if BY_ID[change.measure]["kind"] != "count":
                    break
                data[change.measure] = str(change.after)
                data |= {id: str(after) for id, _, after in change.wholes}
            else:
                data.pop("ty_le", None)
                assert find(scored(criteria, keys), row.code).low == step.low, (row.code, step)


def rows_of(unit: Unit) -> tuple[HeadroomRow, ...]:
    return headroom(scored(load_case_set(unit.document), unit.keys)).rows


@given(units())
def test_what_is_safe_is_full_and_cannot_move(unit: Unit) -> None:
    for row in rows_of(unit):
        if row.is_safe:
            assert row.score.low == row.score.high == row.score.criterion.max_points
            assert not row.steps
            assert not row.spares
            assert row.gone == 0


@given(units())
def test_what_is_gone_is_neither_open_nor_to_be_regained(unit: Unit) -> None:
    for row in rows_of(unit):
        shortfall = row.shortfall
        if shortfall is None:
            assert row.gone == 0
            continue
        assert row.gone >= 0
        assert row.gone + shortfall.recoverable == shortfall.lost + shortfall.open
        assert all(can is None or isinstance(can, Can) for _, can in row.stuck)
