"""Shortfalls: what to report, why there is no step, and what can still come back."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from support.cases import find, load_case_set, scored

from par_index.model.assessment import Assessment
from par_index.model.steps import Deadlock, Shortfall
from par_index.model.units import lack_of, room_of


def assessed(measures: list[dict[str, Any]], criterion: dict[str, Any], **keys: Any) -> Assessment:
    criteria = load_case_set({"measures": measures, "criteria": [criterion]})
    return scored(criteria, {"as_of": "2025-12-31", **keys})


def shortfall(assessment: Assessment, code: str) -> Shortfall:
    return next(one for one in assessment.shortfalls if one.code == code)


LATE = {"not": {"of": "nop", "on_or_before": "2025-12-15"}}
CAPPED = {
    "code": "1",
    "scoring": {"cap": {"to": "50%", "if": LATE}},
    "components": [
        {"code": "1.1", "max_points": "4", "scoring": {"each": {"of": "a", "points": "1"}}}
    ],
}
DATED = [{"id": "nop", "kind": "date"}, {"id": "a", "kind": "count", "can": "rise"}]


def test_a_parent_asks_for_what_its_own_cap_is_waiting_for() -> None:
    assessment = assessed(DATED, CAPPED, given={"a": "3"})
    assert shortfall(assessment, "1").ask == ("nop",)


def test_a_cap_that_surely_acts_bounds_what_can_come_back() -> None:
    score = find(assessed(DATED, CAPPED, given={"a": "1", "nop": "2025-12-20"}), "1")
    assert (lack_of(score), room_of(score)) == (Fraction(3), Fraction(1))


def test_a_rate_printed_too_roughly_asks_for_the_counts_behind_it() -> None:
    measures = [
        {"id": "n", "kind": "count"},
        {"id": "k", "kind": "count", "within": "n"},
        {"id": "ty_le", "kind": "rate", "of": ["k", "n"]},
    ]
    rule = {"full_if": {"of": "ty_le", "at_least": "20%"}, "when_none": "zero"}
    criterion = {"code": "1", "max_points": "1", "scoring": rule}
    assessment = assessed(measures, criterion, given={"ty_le": "20.0%"})
    assert shortfall(assessment, "1").ask == ("k", "n")


def test_what_others_give_is_theirs_whatever_decides_that_it_applies() -> None:
    measures = [
        {"id": "co", "kind": "yes_no", "can": "fixed"},
        {"id": "hai_long", "kind": "percent", "by": "survey"},
    ]
    criterion = {
        "code": "1",
        "max_points": "1",
        "not_applicable": {"if": {"not": "co"}},
        "scoring": {"proportional": {"of": "hai_long"}},
    }
    external = {"hai_long": "80%"}
    assessment = assessed(measures, criterion, given={"co": "yes"}, external=external)
    assert shortfall(assessment, "1").deadlock is Deadlock.OTHERS


def test_days_that_are_over_say_so_in_a_deduction_too() -> None:
    criterion = {
        "code": "1",
        "max_points": "1",
        "scoring": {"deduct": {"of": {"days": ["nop", "2025-12-15"]}, "points": "0.1"}},
    }
    assessment = assessed(DATED, criterion, given={"nop": "2025-12-18"})
    assert shortfall(assessment, "1").deadlock is Deadlock.PAST_DUE


EXCUSED = {
    "code": "1",
    "max_points": "2",
    "not_applicable": {"if": {"not": "b"}, "give": "zero"},
    "scoring": {"full_if": "a"},
}


def test_out_of_an_excuse_that_gives_nothing_there_is_a_step() -> None:
    measures = [{"id": id, "kind": "yes_no"} for id in ("a", "b")]
    found = shortfall(assessed(measures, EXCUSED, given={"a": "no", "b": "no"}), "1")
    assert {change.measure for change in found.steps[0].changes} == {"a", "b"}
    assert found.recoverable == Fraction(2)
    assert found.deadlock is None


def test_an_excuse_is_settled_only_where_what_it_rests_on_is_fixed() -> None:
    a = {"id": "a", "kind": "yes_no"}
    fixed = [a, {"id": "b", "kind": "yes_no", "can": "fixed"}]
    said = shortfall(assessed(fixed, EXCUSED, given={"a": "yes", "b": "no"}), "1")
    assert said.deadlock is Deadlock.FIXED
    excused = {**EXCUSED, "not_applicable": {"if": "b", "give": "zero"}}
    free = [a, {"id": "b", "kind": "yes_no"}]
    unsaid = shortfall(assessed(free, excused, given={"a": "yes", "b": "yes"}), "1")
    assert unsaid.deadlock is Deadlock.UNSAID


def test_figures_are_at_their_limit_only_where_all_say_how_they_move() -> None:
    within = {"id": "p", "kind": "count", "within": "t", "can": "fall"}
    rest = {"full_if": {"of": {"minus": ["t", "p"]}, "at_least": "5"}}
    criterion = {"code": "1", "max_points": "1", "scoring": rest}
    given = {"t": "3", "p": "0"}
    # More of the total would do, and nothing says that there can be no more.
    unsaid = shortfall(
        assessed([{"id": "t", "kind": "count"}, within], criterion, given=given), "1"
    )
    assert unsaid.deadlock is Deadlock.UNSAID
    fixed = [{"id": "t", "kind": "count", "can": "fixed"}, within]
    assert shortfall(assessed(fixed, criterion, given=given), "1").deadlock is Deadlock.LIMIT
