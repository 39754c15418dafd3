"""Accounts: outcomes, what points stand on, and sums that add up exactly."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction

from par_index.nouns import Noun

__all__ = ["Account", "Basis", "Outcome"]


class Outcome(StrEnum):
    SCORED = "SCORED"
    MISSING = "MISSING"
    PENDING = "PENDING"
    NOT_APPLICABLE = "NOT_APPLICABLE"


class Basis(StrEnum):
    """What a score stands on, strongest first: counts, a printed rate, words."""

    COUNTED = "counted"
    STATED = "stated"
    DECLARED = "declared"

    @property
    def weakness(self) -> int:
        return _WEAKNESS[self]


_WEAKNESS = {basis: number for number, basis in enumerate(Basis)}


class Account(Noun):
    """Points of a node that add up exactly.

    low + open + lost = applicable; applicable + excluded = maximum; the four outcomes add up to
    the maximum; the bases add up to ``points``. ``leaves`` counts criteria by outcome.
    """

    maximum: Fraction
    applicable: Fraction
    low: Fraction
    high: Fraction
    points: Fraction
    self_assessable: Fraction
    supported: Fraction
    explained: Fraction
    by_basis: Mapping[Basis, Fraction]
    by_outcome: Mapping[Outcome, Fraction]
    leaves: Mapping[Outcome, int]

    @property
    def excluded(self) -> Fraction:
        return self.maximum - self.applicable

    @property
    def open(self) -> Fraction:
        return self.high - self.low

    @property
    def lost(self) -> Fraction:
        return self.applicable - self.high
