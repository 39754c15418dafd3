"""Quantities: exact expressions over measures, possibly unknown, possibly undefined (x/0).

Everything here has been checked: names resolve, types and units agree.
"""

from __future__ import annotations

from fractions import Fraction

from par_index.nouns import Noun

__all__ = [
    "Amount",
    "Choose",
    "Constant",
    "Days",
    "Difference",
    "MonthsAfter",
    "Quantity",
    "Ratio",
    "Scaled",
    "Sum",
    "Tallied",
]


class Amount(Noun):
    """The value of a measure: an amount, points, a day, a percent, a rate or a choice."""

    measure: str


class Constant(Noun):
    """A number, a percentage or a day (as its ordinal) written in the set."""

    value: Fraction
    day: bool = False
    percent: bool = False


class Ratio(Noun):
    """``part / whole``. ``bounded``: the part is declared within the whole, so at most 1."""

    part: Quantity
    whole: Quantity
    bounded: bool


class Sum(Noun):
    terms: tuple[Quantity, ...]


class Difference(Noun):
    """``first - second``. ``unsigned``: the second is within the first, so at least 0."""

    first: Quantity
    second: Quantity
    unsigned: bool


class Scaled(Noun):
    of: Quantity
    factor: Fraction


class Days(Noun):
    """Whole days from ``second`` to ``first``; negative when ``first`` comes earlier."""

    first: Quantity
    second: Quantity


class MonthsAfter(Noun):
    """The same day so many months later, or the last day of a shorter month."""

    of: Quantity
    months: int


class Tallied(Noun):
    """The weighted mean of a tally's options; an option without a weight is not counted.

    Undefined when no answer is counted.
    """

    measure: str
    weights: tuple[tuple[str, Fraction], ...]


class Choose(Noun):
    """One number for each option of a choice: a target that differs by block."""

    measure: str
    values: tuple[tuple[str, Fraction], ...]
    percent: bool = False


Quantity = (
    Amount | Constant | Ratio | Sum | Difference | Scaled | Days | MonthsAfter | Tallied | Choose
)
