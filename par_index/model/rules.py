"""Rules: quantities, conditions and the rule kinds, as plain trees that scoring walks.

Everything here has been checked: names resolve, types and units agree, points are exact.
A new rule kind is one more class in `Rule` and one more clause in ``scoring.rules``.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

__all__ = [
    "All",
    "Amount",
    "Answered",
    "AnyOf",
    "Bands",
    "Bound",
    "Comparison",
    "Condition",
    "Constant",
    "CriterionFull",
    "Days",
    "Difference",
    "FullIf",
    "MonthsAfter",
    "Not",
    "Quantity",
    "Ratio",
    "Relation",
    "Rule",
    "Scaled",
    "Scoring",
    "Step",
    "Sum",
    "WhenNone",
]


# Quantities: exact, possibly unknown, possibly undefined (x/0).


@dataclass(frozen=True, slots=True)
class Amount:
    """The value of a measure: an amount, a date, a percent, a rate or a choice."""

    measure: str


@dataclass(frozen=True, slots=True)
class Constant:
    """A number or a day (as its ordinal) written in the set."""

    value: Fraction
    day: bool = False


@dataclass(frozen=True, slots=True)
class Ratio:
    """``part / whole``. ``bounded``: the part is declared within the whole, so at most 1."""

    part: Quantity
    whole: Quantity
    bounded: bool


@dataclass(frozen=True, slots=True)
class Sum:
    terms: tuple[Quantity, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """``first - second``. ``unsigned``: the second is within the first, so at least 0."""

    first: Quantity
    second: Quantity
    unsigned: bool


@dataclass(frozen=True, slots=True)
class Scaled:
    of: Quantity
    factor: Fraction


@dataclass(frozen=True, slots=True)
class Days:
    """Whole days from ``second`` to ``first``; negative when ``first`` comes earlier."""

    first: Quantity
    second: Quantity


@dataclass(frozen=True, slots=True)
class MonthsAfter:
    """The same day so many months later, or the last day of a shorter month."""

    of: Quantity
    months: int


Quantity = Amount | Constant | Ratio | Sum | Difference | Scaled | Days | MonthsAfter


# Conditions: true, false, unknown or undefined. ``when_none`` says what undefined counts as.


class Relation(StrEnum):
    AT_LEAST = "at_least"
    ABOVE = "above"
    AT_MOST = "at_most"
    BELOW = "below"
    BEFORE = "before"
    ON_OR_BEFORE = "on_or_before"
    IS = "is"

    @property
    def is_upper(self) -> bool:
        """Whether smaller values are the ones that meet it."""
        return self in (Relation.AT_MOST, Relation.BELOW, Relation.BEFORE, Relation.ON_OR_BEFORE)

    @property
    def is_strict(self) -> bool:
        return self in (Relation.ABOVE, Relation.BELOW, Relation.BEFORE)


@dataclass(frozen=True, slots=True)
class Bound:
    """What a quantity is compared with: a number, a day or one option of a choice."""

    relation: Relation
    value: Fraction | str
    percent: bool = False
    day: bool = False

    @property
    def date(self) -> datetime.date:
        assert isinstance(self.value, Fraction)
        return datetime.date.fromordinal(int(self.value))


@dataclass(frozen=True, slots=True)
class Answered:
    """A yes/no measure answered yes."""

    measure: str
    when_none: bool | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    of: Quantity
    bound: Bound
    when_none: bool | None = None


@dataclass(frozen=True, slots=True)
class CriterionFull:
    """Another criterion holds all its points; undefined where it does not apply."""

    code: str
    when_none: bool | None = None


@dataclass(frozen=True, slots=True)
class All:
    members: tuple[Condition, ...]
    when_none: bool | None = None


@dataclass(frozen=True, slots=True)
class AnyOf:
    members: tuple[Condition, ...]
    when_none: bool | None = None


@dataclass(frozen=True, slots=True)
class Not:
    member: Condition
    when_none: bool | None = None


Condition = Answered | Comparison | CriterionFull | All | AnyOf | Not


# Rule kinds and their modifiers.


@dataclass(frozen=True, slots=True)
class FullIf:
    """All the points when the condition holds, otherwise ``otherwise``."""

    condition: Condition
    points: Fraction
    otherwise: Fraction


@dataclass(frozen=True, slots=True)
class Step:
    bound: Bound
    points: Fraction


@dataclass(frozen=True, slots=True)
class Bands:
    """Steps, best first; the first one met wins, so gaps and overlaps cannot be written."""

    of: Quantity
    steps: tuple[Step, ...]
    otherwise: Fraction


Rule = FullIf | Bands


@dataclass(frozen=True, slots=True)
class WhenNone:
    """The policy for 0/0: not applicable when ``points`` is None, otherwise those points."""

    points: Fraction | None


@dataclass(frozen=True, slots=True)
class Scoring:
    """One rule with its modifiers, in the order they act: gate, then 0/0, then the rule."""

    rule: Rule
    gate: Condition | None = None
    if_not: Fraction = Fraction(0)
    when_none: WhenNone | None = None
