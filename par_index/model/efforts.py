"""Efforts: what a move costs, as a set or a file of its own states it."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from par_index.nouns import EMPTY, Noun

__all__ = ["Effort", "Efforts"]


class Effort(Noun):
    """For the whole step, or for each case of it; never negative."""

    amount: Fraction
    per_item: bool = False


class Efforts(Noun):
    """Efforts that stand in place of the set's, by criterion and by measure.

    That of a parent holds for everything below it that has none of its own here.
    """

    criteria: Mapping[str, Effort] = EMPTY
    measures: Mapping[str, Effort] = EMPTY
