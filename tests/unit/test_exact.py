"""Exact numbers: literals, rounding, and decimal text."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from par_index.exact import (
    RoundingMode,
    decimal_text,
    exact_text,
    parse_literal,
    printed_bounds,
    round_exact,
    whole_numbers_behind,
)

DECIMAL_MODES = {
    RoundingMode.HALF_UP: ROUND_HALF_UP,
    RoundingMode.HALF_EVEN: ROUND_HALF_EVEN,
    RoundingMode.DOWN: ROUND_DOWN,
}


@pytest.mark.parametrize(
    ("text", "value", "percent"),
    [
        ("2", Fraction(2), False),
        ("-0.25", Fraction(-1, 4), False),
        ("30%", Fraction(3, 10), True),
        ("33.3%", Fraction(333, 1000), True),
        ("1/3", Fraction(1, 3), False),
        ("-1/3", Fraction(-1, 3), False),
    ],
)
def test_literal_is_read_exactly(text: str, value: Fraction, percent: bool) -> None:
    literal = parse_literal(text)
    assert literal is not None
    assert (literal.value, literal.percent) == (value, percent)


@pytest.mark.parametrize("text", ["", "0,5", "1e3", ".5", "5.", "NaN", "1/0", "٣", "9**9", "--1"])
def test_anything_else_is_no_literal(text: str) -> None:
    assert parse_literal(text) is None


@given(
    st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-999, max_value=999),
    st.integers(0, 3),
    st.sampled_from(RoundingMode),
)
def test_rounding_agrees_with_decimal(value: Decimal, places: int, mode: RoundingMode) -> None:
    expected = value.quantize(Decimal(1).scaleb(-places), rounding=DECIMAL_MODES[mode])
    assert round_exact(Fraction(value), places, mode) == Fraction(expected)


@given(st.fractions(min_value=-9999, max_value=9999, max_denominator=10**9))
def test_exact_text_reads_back_as_the_same_number(value: Fraction) -> None:
    literal = parse_literal(exact_text(value))
    assert literal is not None
    assert literal.value == value


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        (Fraction(1, 2), 2, "0.5"),
        (Fraction(-1, 2), 2, "-0.5"),
        (Fraction(2, 3), 2, "0.67"),
        (Fraction(33), 2, "33"),
        (Fraction(0), 0, "0"),
        (Fraction(-1, 1000), 2, "0"),
    ],
)
def test_decimal_text_drops_trailing_zeros(value: Fraction, places: int, text: str) -> None:
    assert decimal_text(value, places) == text


@given(st.integers(1, 400), st.data(), st.integers(0, 2), st.booleans())
def test_a_printed_rate_holds_the_share_it_was_printed_from(
    whole: int, choices: st.DataObject, decimals: int, cut: bool
) -> None:
    part = choices.draw(st.integers(0, whole))
    scaled = Fraction(part, whole) * 100 * 10**decimals
    printed = Fraction(int(scaled) if cut else int(scaled + Fraction(1, 2)), 100 * 10**decimals)
    if decimals == 0 and printed in (0, 1) and part not in (0, whole):
        return  # 0% and 100% without decimals mean none and all
    low, high, high_open = printed_bounds(printed, decimals)
    assert low <= Fraction(part, whole) <= high
    assert not (high_open and Fraction(part, whole) == high)
    counts = whole_numbers_behind(low, high, high_open, Fraction(whole))
    assert counts is not None
    assert counts[0] <= part <= counts[1]


def test_six_of_ninety_is_the_only_count_behind_a_printed_6_7_percent() -> None:
    bounds = printed_bounds(Fraction(67, 1000), 1)
    assert bounds == (Fraction(665, 10000), Fraction(68, 1000), True)
    assert whole_numbers_behind(*bounds, Fraction(90)) == (6, 6)
    assert whole_numbers_behind(*bounds, Fraction(10)) is None
