"""Conditions: true, false, unknown or undefined.

``when_none`` says what undefined counts as; without it an undefined member drops out.
"""

from __future__ import annotations

import datetime
from enum import StrEnum
from fractions import Fraction

from par_index.model.quantities import Quantity
from par_index.nouns import Noun

__all__ = [
    "AboutCriterion",
    "All",
    "Answered",
    "AnyOf",
    "Bound",
    "Comparison",
    "Condition",
    "CriterionApplies",
    "CriterionAtLeast",
    "CriterionFull",
    "Not",
    "Relation",
]


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


class Bound(Noun):
    """What a quantity is compared with: a number, a day or one option of a choice."""

    relation: Relation
    value: Fraction | str
    percent: bool = False
    day: bool = False

    @property
    def date(self) -> datetime.date:
        assert isinstance(self.value, Fraction)
        return datetime.date.fromordinal(int(self.value))


class Answered(Noun):
    """A yes/no measure answered yes."""

    measure: str
    when_none: bool | None = None


class Comparison(Noun):
    of: Quantity
    bound: Bound
    when_none: bool | None = None


class CriterionFull(Noun):
    """Another criterion holds all its points; undefined where it does not apply."""

    code: str
    when_none: bool | None = None


class CriterionAtLeast(Noun):
    """Another criterion holds so many points, or such a share of its applicable maximum.

    Undefined where it does not apply.
    """

    code: str
    points: Fraction
    percent: bool = False
    when_none: bool | None = None


class CriterionApplies(Noun):
    """Another criterion applies to the unit, or (``applies`` false) does not; never undefined."""

    code: str
    applies: bool
    when_none: bool | None = None


class All(Noun):
    members: tuple[Condition, ...]
    when_none: bool | None = None


class AnyOf(Noun):
    members: tuple[Condition, ...]
    when_none: bool | None = None


class Not(Noun):
    member: Condition
    when_none: bool | None = None


AboutCriterion = CriterionFull | CriterionAtLeast | CriterionApplies
"""What a condition may ask of another criterion."""

Condition = Answered | Comparison | AboutCriterion | All | AnyOf | Not
