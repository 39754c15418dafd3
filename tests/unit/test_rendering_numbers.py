"""Numbers and days as people read them, and what the eye must not be told."""

from __future__ import annotations

import datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from par_index.exact import RoundingMode
from par_index.rendering.numbers import (
    number,
    rounded_percent,
    show_date,
    show_number,
    show_percent,
    show_points,
)


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        (Fraction(0), "0", "0"),
        (Fraction(999), "999", "999"),
        (Fraction(1234), "1.234", "1,234"),
        (Fraction(53853125, 100), "538.531,25", "538,531.25"),
        (Fraction(-1, 2), "-0,5", "-0.5"),
        (Fraction(-1234567, 1), "-1.234.567", "-1,234,567"),
        (Fraction(1, 3), "1/3", "1/3"),
        (Fraction(1, 1024), "0,0009765625", "0.0009765625"),
    ],
)
def test_a_number_is_grouped_and_exact(value: Fraction, vi: str, en: str) -> None:
    assert (number(value, "vi"), number(value, "en")) == (vi, en)


@pytest.mark.parametrize(
    ("value", "against", "shown", "is_exact"),
    [
        (Fraction(0, 90), None, "0%", True),
        (Fraction(6, 90), Fraction(1, 5), "6,67%", False),
        (Fraction(33, 90), Fraction(3, 10), "36,67%", False),
        (Fraction(27, 90), Fraction(3, 10), "30%", True),
        (Fraction(2029, 10000), None, "20,29%", True),
        (Fraction(89996, 100000), Fraction(9, 10), "89,996%", True),
        (Fraction(899999, 1000001), Fraction(9, 10), "89,9998%", False),
        (Fraction(1, 100000), None, "0,001%", True),
        (Fraction(99999, 100000), Fraction(3, 10), "99,999%", True),
        (Fraction(57, 56), None, "101,79%", False),
    ],
)
def test_a_percentage_never_prints_as_the_bound_it_misses(
    value: Fraction, against: Fraction | None, shown: str, is_exact: bool
) -> None:
    bounds = () if against is None else (Fraction(1), against)
    assert show_percent(value, "vi", *bounds) == (shown, is_exact)


@given(st.fractions(min_value=0, max_value=2, max_denominator=10**6), st.integers(0, 100))
def test_the_sign_of_a_percentage_is_true(value: Fraction, bound: int) -> None:
    shown = show_percent(value, "en", Fraction(bound, 100))
    read = Fraction(shown.text.removesuffix("%")) / 100
    assert (read == value) == shown.is_exact
    assert shown.sign == ("=" if read == value else "≈")
    assert (read > Fraction(bound, 100)) == (value > Fraction(bound, 100))
    assert (read < Fraction(bound, 100)) == (value < Fraction(bound, 100))


def test_points_keep_all_their_decimals_where_they_end() -> None:
    assert str(show_points(Fraction(171875, 100000), "vi")) == "1,71875"
    assert str(show_points(Fraction(1, 3), "vi")) == "≈ 0,33"
    assert str(show_points(Fraction(1, 3), "en")) == "≈ 0.33"


def test_other_numbers_show_two_decimals() -> None:
    assert show_number(Fraction(10, 3), "vi") == ("3,33", False)
    assert show_number(Fraction(7), "vi") == ("7", True)


def test_the_index_is_rounded_as_the_set_says() -> None:
    half = Fraction(12345, 100000)
    assert rounded_percent(half, 2, RoundingMode.HALF_UP) == Fraction(1235, 100)
    assert rounded_percent(half, 2, RoundingMode.DOWN) == Fraction(1234, 100)


def test_days_are_written_the_way_of_the_language() -> None:
    day = datetime.date(2021, 9, 3)
    assert (show_date(day, "vi"), show_date(day, "en")) == ("03/09/2021", "2021-09-03")
