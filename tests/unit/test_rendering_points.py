"""Points as the arithmetic that they come from: formulas, givers, limits, rounding."""

from __future__ import annotations

import datetime
from typing import Any

import hypothesis
import pytest
from hypothesis import strategies as st
from support.reasons import AT_LEAST_80, NO, OPEN, YES, F, given, line, percent, rate

from par_index.model.conditions import Bound, Relation
from par_index.model.criteria import RoundingPlace
from par_index.model.measures import By
from par_index.model.reasons import Branch, Limit, LimitKind, Percent, Reason, Term, Why
from par_index.rendering.terms import worked_out


def made(*formula: object, **more: Any) -> str:
    """The line of points that come from a formula."""
    branch = more.pop("branch", Branch.AMOUNT)
    terms = tuple(F(str(one)) if isinstance(one, int | float) else one for one in formula)
    return line(branch, *more.pop("reasons", ()), formula=terms, **more)


def test_a_formula_is_written_as_one_types_it_into_a_calculator() -> None:
    assert made(3, "-", 2, "*", 0.4, points="2.2") == "3 − 2 × 0,4 = 2,2 điểm"
    assert made(3, "*", 0.5, points="1.5", language="en") == "3 × 0.5 = 1.5 points"
    tally = ("(", 40, "+", 30, "*", Percent(F(3, 4)), ")", "/", 100, "*", 10)
    assert made(*tally, points="6.25") == "(40 + 30 × 75%)/100 × 10 = 6,25 điểm"
    assert made("(", 9, ")", "/", 10, "*", 2, points="1.8") == "9/10 × 2 = 1,8 điểm"
    assert made(2, "*", -0.5, points="-1") == "2 × (−0,5) = −1 điểm"


def test_rounding_is_shown_where_it_happened_and_only_there() -> None:
    assert made(1, "/", 16, "*", 2, points="0.13") == "1/16 × 2 = 0,125 → 0,13 điểm"
    assert made(6, "/", 90, "*", 1, points="0.07") == "6/90 × 1 ≈ 0,067 → 0,07 điểm"
    # Three decimals would show 1,435, which nobody rounds to 1,43.
    assert made(44, "/", 46, "*", 1.5, points="1.43") == "44/46 × 1,5 ≈ 1,4348 → 1,43 điểm"
    # Three decimals would show the points once more.
    assert made(1271, "/", 1302, "*", 2.5, points="2.44") == "1.271/1.302 × 2,5 ≈ 2,44 điểm"
    at_total = made(1, "/", 3, "*", 1, points="1/3", at=RoundingPlace.TOTAL)
    assert at_total == "1/3 × 1 ≈ 0,33 điểm"


def test_the_ends_of_a_rule_are_named_when_they_hold() -> None:
    assert made(7, "*", 0.5, points="2") == "7 × 0,5 = 3,5; không quá 2 → 2 điểm"
    assert made(3, "-", 8, "*", 0.4) == "3 − 8 × 0,4 = −0,2; không dưới 0 → 0 điểm"
    assert made(3, "-", 8, "*", 0.4, language="en") == "3 − 8 × 0.4 = −0.2; not below 0 → 0 points"


def test_limits_are_named_in_the_order_in_which_they_act() -> None:
    least, floor = Limit(LimitKind.MINIMUM, F(1)), Limit(LimitKind.FLOOR, F(1, 4))
    assert made(1, "*", 0.5, points="1/4", limits=(least, floor)) == (
        "1 × 0,5 = 0,5; dưới mức 1 thì không tính điểm; không dưới 0,25 → 0,25 điểm"
    )
    late = Reason(YES, measure="cong_khai", is_cap=True)
    inputs = (given("cong_khai"),)
    capped = line(
        Branch.STEP,
        rate(F(85), F(100), AT_LEAST_80, YES, F(85, 100)),
        late,
        points="1",
        inputs=inputs,
        limits=(Limit(LimitKind.CAP, F(1)),),
    )
    assert capped == "85/100 = 85% ≥ 80%; không quá 1 (Đã công khai: có) → 1 điểm"


def test_a_share_says_which_floor_it_met_and_one_below_it_earns_nothing() -> None:
    floor = rate(F(85), F(100), AT_LEAST_80, YES, F(85, 100))
    share = made(85, "/", 100, "*", 1, branch=Branch.SHARE, reasons=(floor,), points="0.85")
    assert share == "85/100 = 85% ≥ 80%; 85/100 × 1 = 0,85 điểm"
    missed = rate(F(70), F(100), AT_LEAST_80, NO, F(7, 10))
    assert line(Branch.BELOW_FLOOR, missed) == "70/100 = 70% < 80% → 0 điểm"


def test_a_value_between_knots_shows_the_line_that_joins_them() -> None:
    knot = percent(Relation.AT_LEAST, 50)
    value = Percent(F(601, 1000))
    reason = Reason(YES, (value,), value.value, value.value, knot)
    low, high = Percent(F(1, 2)), Percent(F(9, 10))
    formula = ("(", value, "-", low, ")", "/", "(", high, "-", low, ")", "*", 2)
    got = made(*formula, branch=Branch.BETWEEN, reasons=(reason,), points="0.51")
    assert got == "60,1% ≥ 50%; (60,1% − 50%)/(90% − 50%) × 2 = 0,505 → 0,51 điểm"


def test_days_stand_in_a_formula_as_their_number() -> None:
    days = (datetime.date(2022, 1, 10), "-", datetime.date(2021, 12, 31))
    reason = Reason(YES, days, F(10), F(10), Bound(Relation.AT_MOST, F(15)))
    formula = (1, "+", "(", "(", *days, ")", "-", 15, ")", "/", "(", 5, "-", 15, ")", "*", 1)
    got = made(*formula, branch=Branch.BETWEEN, reasons=(reason,), points="1.5")
    assert got == (
        "10/01/2022 − 31/12/2021 = 10 ngày ≤ 15 ngày; 1 + (10 − 15)/(5 − 15) × 1 = 1,5 điểm"
    )


def test_a_formula_with_a_blank_shows_what_is_known_and_what_is_missing() -> None:
    missing = (given("tong", why=Why.MISSING),)
    value = Reason(OPEN, (F(6), "/", "?"))
    got = made(6, "/", "?", "*", 2, branch=Branch.SHARE, reasons=(value,), high="2", inputs=missing)
    assert got == "6/? × 2; chưa báo cáo: Tổng số hồ sơ → 0–2 điểm"
    blank = Reason(OPEN, ("?", "/", "?"))
    got = made(
        "?", "/", "?", "*", 2, branch=Branch.SHARE, reasons=(blank,), high="2", inputs=missing
    )
    assert got == "chưa báo cáo: Tổng số hồ sơ → 0–2 điểm"


@pytest.mark.parametrize(
    ("by", "vi", "en"),
    [
        (By.UNIT, "đơn vị tự nêu 2,25 điểm", "the unit itself gives 2.25 points"),
        (By.APPRAISER, "cơ quan thẩm định cho 2,25 điểm", "the appraiser gives 2.25 points"),
        (By.SURVEY, "đơn vị điều tra xã hội học cho 2,25 điểm", "the survey gives 2.25 points"),
        (By.BLOCK, "khối thi đua cho 2,25 điểm", "the block gives 2.25 points"),
    ],
)
def test_given_points_name_the_giver(by: By, vi: str, en: str) -> None:
    reason = Reason(YES, (F(9, 4),), F(9, 4), F(9, 4))
    for language, expected in (("vi", vi), ("en", en)):
        inputs = (given(f"diem.{by}"),)
        got = line(Branch.GIVEN, reason, points="2.25", inputs=inputs, language=language)
        assert got == expected
    floor = (Limit(LimitKind.FLOOR, F(3)),)
    got = line(Branch.GIVEN, reason, points="3", inputs=(given(f"diem.{by}"),), limits=floor)
    assert got == f"{vi.removesuffix(' điểm')}; không dưới 3 → 3 điểm"


def test_given_points_are_told_behind_a_gate_and_beside_others() -> None:
    gate = Reason(YES, measure="cong_khai", is_gate=True)
    reason = Reason(YES, (F(9, 4),), F(9, 4), F(9, 4))
    inputs = (given("cong_khai"), given("diem.appraiser"))
    got = line(Branch.GIVEN, gate, reason, points="2.25", inputs=inputs)
    assert got == "cơ quan thẩm định cho 2,25 điểm"
    both = (given("diem.appraiser"), given("diem.unit"))
    assert line(Branch.GIVEN, reason, points="2.25", inputs=both) == "được cho 2,25 điểm"


def test_points_nobody_has_given_are_waited_for() -> None:
    waiting = (given("diem.appraiser", why=Why.APPRAISER),)
    reason = Reason(OPEN, ("?",), F(0), F(3))
    got = line(Branch.GIVEN, reason, high="3", inputs=waiting)
    assert got == "chờ thẩm định: Điểm chất lượng → 0–3 điểm"


def test_a_target_that_differs_by_block_is_shown_as_the_one_that_holds() -> None:
    formula = ("(", 20, "/", 100, ")", "/", Percent(F(2, 5)), "*", 1)
    got = made(*formula, branch=Branch.SHARE, points="0.5")
    assert got == "(20/100)/40% × 1 = 0,5 điểm"


@st.composite
def formulas(draw: st.DrawFn, depth: int = 3) -> tuple[tuple[Term, ...], F]:
    """Terms with what they come to; a sum or a difference inside stands in brackets."""
    if depth == 0 or draw(st.booleans()):
        value = draw(st.fractions(F(-9), F(9), max_denominator=8))
        term: Term = Percent(value) if draw(st.booleans()) else value
        return (term,), value
    (left, one), (right, other) = draw(formulas(depth - 1)), draw(formulas(depth - 1))
    sign = draw(st.sampled_from(["+", "-", "*", "/"] if other else ["+", "-", "*"]))
    value = {"+": one + other, "-": one - other, "*": one * other}.get(sign)
    value = one / other if value is None else value
    return ("(", *left, sign, *right, ")"), value


@hypothesis.given(formulas(), formulas())
def test_a_formula_comes_to_what_a_calculator_says(
    first: tuple[tuple[Term, ...], F], second: tuple[tuple[Term, ...], F]
) -> None:
    (terms, one), (others, other) = first, second
    assert worked_out(terms) == one
    assert worked_out((*terms, "-", F(2), "*", *others)) == one - 2 * other
    assert worked_out((*terms, "/", F(2), "*", *others)) == one / 2 * other


@pytest.mark.parametrize(
    "terms",
    [(), ("?",), (F(1), "/", F(0)), ("6,7%", "*", F(1)), (F(1), F(2)), ("(", F(1)), (F(1), "+")],
)
def test_what_is_no_formula_comes_to_nothing(terms: tuple[Term, ...]) -> None:
    assert worked_out(terms) is None
