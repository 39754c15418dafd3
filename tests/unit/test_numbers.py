"""Reading numbers: one reading is taken, two are refused with both, words are words."""

from __future__ import annotations

from fractions import Fraction

import pytest

from par_index.reading.limits import NUMBER_CHARACTERS
from par_index.reading.numbers import Figure, NumberStyle, Refusal, read_figure

PLAIN, VI = NumberStyle.PLAIN, NumberStyle.VI
KINDS = {
    "count": {"whole": True, "percent": False},
    "percent": {"whole": False, "percent": True},
    "points": {"whole": False, "percent": False},
}


def read(text: str, style: NumberStyle, kind: str, least: Fraction | None = Fraction(0)) -> object:
    """The value, or the code of the refusal."""
    figure = read_figure(text, style, **KINDS[kind], least=least)
    return figure.value if isinstance(figure, Figure) else figure.code


REFUSED = [
    ("538.531", PLAIN, "points", "E220"),
    ("538.531", PLAIN, "count", "E220"),
    ("1,234", PLAIN, "count", "E220"),
    ("20.29", VI, "points", "E221"),
    ("20.29%", VI, "percent", "E221"),
    ("2,971,152", VI, "count", "E221"),
    ("12.34.567", VI, "count", "E221"),
    ("1.36", VI, "count", "E221"),
    ("1.36", PLAIN, "count", "E222"),
    ("12.5", PLAIN, "count", "E222"),
    ("12,0", PLAIN, "count", "E222"),
    ("1.234,5", VI, "count", "E222"),
    ("-5", PLAIN, "count", "E223"),
    ("-0,5", VI, "points", "E223"),
    ("-6,7%", PLAIN, "percent", "E223"),
    ("NaN", PLAIN, "points", "E224"),
    (".inf", PLAIN, "points", "E224"),
    ("-.INF", VI, "points", "E224"),
    ("1e3", PLAIN, "count", "E224"),
    ("0x1F", PLAIN, "count", "E224"),
    ("1_000", PLAIN, "count", "E224"),
    ("5,8 2.8", PLAIN, "points", "E224"),
    ("5,8 2.8", VI, "points", "E224"),
    ("+5", PLAIN, "count", "E224"),
    ("1 234", PLAIN, "count", "E224"),
    ("1\u00a0234", VI, "count", "E224"),
    ("1\u202f234", VI, "count", "E224"),
    ("2.971.152", PLAIN, "count", "E224"),
    ("5.", PLAIN, "points", "E224"),
    (",5", VI, "points", "E224"),
    ("31/12/2020", PLAIN, "count", "E224"),
    ("", PLAIN, "count", "E224"),
    ("4" * 40, PLAIN, "count", "E225"),
    ("５", PLAIN, "count", "E226"),
    ("٣", PLAIN, "count", "E226"),
    ("trên 80%", PLAIN, "percent", "E227"),
    ("khoảng 12,8%", VI, "percent", "E227"),
    (">= 5", PLAIN, "count", "E227"),
    ("~5", PLAIN, "count", "E227"),
    ("5 hồ sơ", PLAIN, "count", "E227"),
    ("từ 5 đến 10", PLAIN, "count", "E227"),
    ("33/90", PLAIN, "count", "E228"),
    ("33 / 90", VI, "percent", "E228"),
    ("6,7%", PLAIN, "count", "E229"),
    ("6,7 %", VI, "points", "E229"),
    ("-", PLAIN, "count", "E230"),
    ("—", PLAIN, "count", "E230"),
    ("Chưa có số liệu", PLAIN, "count", "E230"),
    ("không có số liệu vì đơn vị chưa tổng hợp", VI, "percent", "E230"),
    ("không", VI, "count", "E230"),
    ("6,7", PLAIN, "percent", "E231"),
    ("0.067", PLAIN, "percent", "E231"),
    ("538.531%", VI, "percent", "E233"),
    ("538.531", VI, "percent", "E233"),
    ("100,1%", VI, "percent", "E233"),
]


@pytest.mark.parametrize(("text", "style", "kind", "code"), REFUSED)
def test_a_text_with_no_single_reading_is_refused(
    text: str, style: NumberStyle, kind: str, code: str
) -> None:
    assert read(text, style, kind) == code


TAKEN = [
    ("538531", PLAIN, "count", Fraction(538531)),
    ("538.531", VI, "count", Fraction(538531)),
    ("1.234.567", VI, "count", Fraction(1234567)),
    ("02", PLAIN, "count", Fraction(2)),
    ("  2 ", VI, "count", Fraction(2)),
    ("20,29", PLAIN, "points", Fraction(2029, 100)),
    ("20.29", PLAIN, "points", Fraction(2029, 100)),
    ("20,29", VI, "points", Fraction(2029, 100)),
    ("1.234,5", VI, "points", Fraction(2469, 2)),
    ("538,531", VI, "points", Fraction(538531, 1000)),
    ("0.125", PLAIN, "points", Fraction(1, 8)),
    ("1234.567", PLAIN, "points", Fraction(1234567, 1000)),
    ("6,7%", PLAIN, "percent", Fraction(67, 1000)),
    ("20,29%", VI, "percent", Fraction(2029, 10000)),
    ("36,67 %", VI, "percent", Fraction(3667, 10000)),
    ("100%", PLAIN, "percent", Fraction(1)),
    ("0%", PLAIN, "percent", Fraction(0)),
    ("36.667%", PLAIN, "percent", Fraction(36667, 100000)),
    ("6,125%", PLAIN, "percent", Fraction(6125, 100000)),
]


@pytest.mark.parametrize(("text", "style", "kind", "value"), TAKEN)
def test_a_text_with_one_reading_is_taken(
    text: str, style: NumberStyle, kind: str, value: Fraction
) -> None:
    assert read(text, style, kind) == value


def test_the_printed_decimals_are_kept() -> None:
    assert read_figure("6,70%", VI, **KINDS["percent"]) == Figure(Fraction(67, 1000), 2, True)
    assert read_figure("1.234", VI, **KINDS["count"]) == Figure(Fraction(1234))


def test_an_ambiguous_number_is_shown_in_both_readings() -> None:
    refusal = read_figure("538.531", PLAIN, **KINDS["count"])
    assert refusal == Refusal(
        "E220", {"found": "538.531", "reading_a": "538531", "reading_b": Fraction(538531, 1000)}
    )


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("20.29", "points", "20,29"),
        ("20.29%", "percent", "20,29%"),
        ("2,971,152", "count", "2.971.152"),
        ("1,234.5", "points", "1.234,5"),
        ("1.36", "count", "1.234"),
    ],
)
def test_the_vi_writing_is_shown_where_it_is_sure_and_else_an_example(
    text: str, kind: str, expected: str
) -> None:
    refusal = read_figure(text, VI, **KINDS[kind])
    assert isinstance(refusal, Refusal)
    assert refusal.params == {"found": text, "expected": expected}


def test_a_field_may_have_another_least_value_or_none() -> None:
    assert read("-0,5", VI, "points", least=Fraction(-1)) == Fraction(-1, 2)
    assert read("-1,5", VI, "points", least=Fraction(-1)) == "E223"
    assert read("0", VI, "count", least=Fraction(1)) == "E223"
    assert read("-1.000", VI, "points", least=None) == -1000


def test_a_fraction_is_taken_apart_for_the_hint() -> None:
    refusal = read_figure("33/90", PLAIN, **KINDS["percent"])
    assert refusal == Refusal("E228", {"found": "33/90", "part": "33", "whole": "90"})


def test_other_digits_are_shown_as_0_to_9() -> None:
    refusal = read_figure("１٣", PLAIN, **KINDS["count"])
    assert refusal == Refusal("E226", {"found": "１٣", "expected": "13"})


def test_the_length_of_a_number_has_a_limit() -> None:
    assert read("1" * NUMBER_CHARACTERS, PLAIN, "count") == int("1" * NUMBER_CHARACTERS)
    assert read("1" * (NUMBER_CHARACTERS + 1), PLAIN, "count") == "E225"
