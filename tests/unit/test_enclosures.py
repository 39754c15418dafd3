"""Enclosures never leave out a value that the quantity can take."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from par_index.model.conditions import Bound, Relation
from par_index.scoring.enclosures import UNDEFINED, Enclosure, exactly

small = st.integers(-4, 6)
relations = st.sampled_from([one for one in Relation if one is not Relation.IS])


@st.composite
def ranges(draw: st.DrawFn) -> tuple[Enclosure, list[Fraction]]:
    """An enclosure with some of the values it encloses."""
    low, high = sorted((draw(small), draw(small)))
    inside = [Fraction(one, 2) for one in range(2 * low, 2 * high + 1)]
    return Enclosure(Fraction(low), Fraction(high)), inside


def holds(enclosure: Enclosure, value: Fraction | None) -> bool:
    if value is None:
        return enclosure.may_be_none
    above = (
        enclosure.low is None
        or value > enclosure.low
        or (value == enclosure.low and not enclosure.low_open)
    )
    below = (
        enclosure.high is None
        or value < enclosure.high
        or (value == enclosure.high and not enclosure.high_open)
    )
    return enclosure.has_value and above and below


@given(ranges(), ranges())
def test_arithmetic_encloses_every_result(
    first: tuple[Enclosure, list[Fraction]], second: tuple[Enclosure, list[Fraction]]
) -> None:
    for a, b in product(first[1], second[1]):
        assert holds(first[0].plus(second[0]), a + b)
        assert holds(first[0].minus(second[0]), a - b)
        assert holds(first[0].over(second[0]), a / b if b else None)
        assert holds(first[0].times(b), a * b)


@given(ranges(), small, relations)
def test_a_bound_is_met_or_missed_exactly_when_some_value_does(
    one: tuple[Enclosure, list[Fraction]], bound: int, relation: Relation
) -> None:
    tests = {
        Relation.AT_LEAST: lambda value: value >= bound,
        Relation.ABOVE: lambda value: value > bound,
        Relation.AT_MOST: lambda value: value <= bound,
        Relation.ON_OR_BEFORE: lambda value: value <= bound,
        Relation.BELOW: lambda value: value < bound,
        Relation.BEFORE: lambda value: value < bound,
    }
    truths = {tests[relation](value) for value in one[1]}
    yes, no, none = one[0].meets(Bound(relation, Fraction(bound)))
    assert (yes, no, none) == (True in truths, False in truths, False)


def test_an_open_end_is_left_out() -> None:
    enclosure = Enclosure(Fraction(0), Fraction(1), high_open=True)
    assert enclosure.meets(Bound(Relation.AT_LEAST, Fraction(1))) == (False, True, False)
    assert enclosure.meets(Bound(Relation.BELOW, Fraction(1))) == (True, False, False)


def test_nothing_over_nothing_is_undefined() -> None:
    assert exactly(Fraction(0)).over(exactly(Fraction(0))) == UNDEFINED
    assert UNDEFINED.plus(exactly(Fraction(1))).is_none


def test_a_positive_part_of_an_unbounded_whole_comes_near_zero_and_never_there() -> None:
    quotient = exactly(Fraction(81)).over(Enclosure(Fraction(81), None))
    assert (quotient.low, quotient.low_open, quotient.high) == (0, True, 1)
