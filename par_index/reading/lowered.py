"""What a lowered quantity is: its type, its unit, and how small it can be."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from fractions import Fraction

from par_index.model.quantities import Quantity
from par_index.nouns import Noun
from par_index.problems import Span
from par_index.reading.nodes import Node

__all__ = ["COUNTABLE", "NUMERIC", "Lowered", "Type", "common_type", "place_of"]


class Type(StrEnum):
    """What kind of thing a quantity is; only like meets like."""

    AMOUNT = "amount"
    POINTS = "points"
    SHARE = "share"
    QUOTIENT = "quotient"
    DAYS = "days"
    DATE = "date"
    CHOICE = "choice"
    NUMBER = "number"


NUMERIC = frozenset({Type.AMOUNT, Type.POINTS, Type.SHARE, Type.QUOTIENT, Type.DAYS})
"""What can be added, scaled and compared with a number."""

COUNTABLE = frozenset({Type.AMOUNT, Type.QUOTIENT, Type.DAYS})
"""Of what points can be given or taken for each one. One percent is no single thing."""


class Lowered(Noun):
    """A quantity with its type, its unit, and whether it can be x/0.

    ``least`` is the smallest value it can have, None for no bound.
    """

    quantity: Quantity
    type: Type
    counted_in: str = ""
    may_be_none: bool = False
    least: Fraction | None = None

    @property
    def may_be_zero(self) -> bool:
        return self.least is None or self.least <= 0


def common_type(terms: Sequence[Lowered]) -> Lowered | None:
    """One that stands for the type of all; plain numbers go with all but shares."""
    named = [term for term in terms if term.type is not Type.NUMBER]
    kinds = {(term.type, term.counted_in) for term in named}
    if len(kinds) != 1 or named[0].type not in NUMERIC:
        return None
    if len(named) < len(terms) and named[0].type is Type.SHARE:
        return None
    return named[0]


def place_of(items: tuple[Node, ...], number: int, otherwise: Span) -> Span:
    return items[number].span if number < len(items) else otherwise
