"""Enclosures: all that an exact quantity may still be.

An enclosure never leaves out a value the quantity can take. It may be wider than that where one
unknown stands in two places; then an outcome stays open, it is never wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from par_index.exact import RoundingMode, months_later, round_exact
from par_index.model.conditions import Bound, Relation
from par_index.nouns import Noun, replace

__all__ = ["ANYTHING", "UNDEFINED", "Enclosure", "exactly", "hull"]

_ZERO = Fraction(0)


class Enclosure(Noun):
    """An interval of values, an end of None being unbounded.

    ``may_be_none``: it may be x/0. ``has_value``: it may have a value at all.
    """

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False
    may_be_none: bool = False
    has_value: bool = True

    @property
    def is_exact(self) -> bool:
        return (
            self.has_value
            and not self.may_be_none
            and self.low is not None
            and (self.low is self.high or self.low == self.high)
        )

    @property
    def is_zero(self) -> bool:
        """Zero, where it has a value."""
        return self.low is not None and not self.low and self.high is not None and not self.high

    @property
    def is_none(self) -> bool:
        return not self.has_value

    def plus(self, other: Enclosure) -> Enclosure:
        return _joined(
            self,
            other,
            _end(self.low, other.low, Fraction.__add__),
            _end(self.high, other.high, Fraction.__add__),
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    def minus(self, other: Enclosure) -> Enclosure:
        return _joined(
            self,
            other,
            _end(self.low, other.high, Fraction.__sub__),
            _end(self.high, other.low, Fraction.__sub__),
            self.low_open or other.high_open,
            self.high_open or other.low_open,
        )

    def times(self, factor: Fraction) -> Enclosure:
        low = None if self.low is None else self.low * factor
        high = None if self.high is None else self.high * factor
        if factor < 0:
            low, high = high, low
            return replace(
                self, low=low, high=high, low_open=self.high_open, high_open=self.low_open
            )
        return replace(self, low=low, high=high)

    def over(self, whole: Enclosure) -> Enclosure:
        """The quotient; none where the whole is zero, anything where it may have either sign."""
        none = self.may_be_none or whole.may_be_none
        if self.is_none or whole.is_none or whole.is_zero:
            return UNDEFINED
        if whole.high is not None and whole.high < 0:
            return self.times(Fraction(-1)).over(whole.times(Fraction(-1)))
        if whole.low is None or whole.low < 0:
            return replace(ANYTHING, may_be_none=True)
        none = none or (whole.low == 0 and not whole.low_open)
        small = (whole.low, whole.low_open) if whole.low > 0 else (None, True)
        large = (whole.high, whole.high_open)
        low, low_open = _quotient_end(self.low, self.low_open, small, large, upper=False)
        high, high_open = _quotient_end(self.high, self.high_open, small, large, upper=True)
        return Enclosure(low, high, low_open, high_open, none)

    def meet(self, other: Enclosure) -> Enclosure | None:
        """What lies in both; None when nothing does."""
        result = self
        if other.low is not None and (result.low is None or result.low <= other.low):
            is_open = other.low_open or (result.low == other.low and result.low_open)
            result = replace(result, low=other.low, low_open=is_open)
        if other.high is not None and (result.high is None or result.high >= other.high):
            is_open = other.high_open or (result.high == other.high and result.high_open)
            result = replace(result, high=other.high, high_open=is_open)
        if result.low is None or result.high is None or result.low < result.high:
            return result
        is_point = result.low == result.high and not (result.low_open or result.high_open)
        return result if is_point else None

    def within(self, low: Fraction | None, high: Fraction | None) -> Enclosure:
        """Cut to [low, high]; a cut that leaves nothing keeps the nearer end."""
        result = self
        if low is not None and (result.low is None or result.low < low):
            result = replace(result, low=low, low_open=False)
        if high is not None and (result.high is None or result.high > high):
            result = replace(result, high=high, high_open=False)
        if result.low is not None and result.high is not None and result.low > result.high:
            return self
        return result

    def clamped(self, low: Fraction, high: Fraction) -> Enclosure:
        """Every value moved to the nearest of [low, high]."""
        least, most = self, self
        if self.low is None or self.low < low:
            least = exactly(low)
        elif self.low >= high:
            least = exactly(high)
        if self.high is None or self.high > high:
            most = exactly(high)
        elif self.high <= low:
            most = exactly(low)
        return Enclosure(
            least.low, most.high, least.low_open, most.high_open, self.may_be_none, self.has_value
        )

    def months_later(self, months: int) -> Enclosure:
        def later(ordinal: Fraction | None) -> Fraction | None:
            return None if ordinal is None else months_later(ordinal, months)

        return replace(self, low=later(self.low), high=later(self.high))

    def where(self, bound: Bound, *, holds: bool = True) -> Enclosure | None:
        """The part in which the bound holds, or does not; None where there is no such part."""
        assert isinstance(bound.value, Fraction)
        if self.is_none:
            return None
        is_strict = bound.relation.is_strict if holds else not bound.relation.is_strict
        if bound.relation.is_upper == holds:
            side = Enclosure(None, bound.value, high_open=is_strict)
        else:
            side = Enclosure(bound.value, None, low_open=is_strict)
        return self.meet(side)

    def line(self, slope: Fraction, offset: Fraction = Fraction(0)) -> Enclosure:
        """``slope`` times the value, plus ``offset``."""
        return self.times(slope).plus(exactly(offset))

    def meets(self, bound: Bound) -> tuple[bool, bool, bool]:
        """Whether the bound may be met, may be missed, may be undefined."""
        assert isinstance(bound.value, Fraction)
        if self.is_none:
            return False, False, True
        below, at, above = self._around(bound.value)
        match bound.relation:
            case Relation.AT_LEAST:
                yes, no = at or above, below
            case Relation.ABOVE:
                yes, no = above, below or at
            case Relation.AT_MOST | Relation.ON_OR_BEFORE:
                yes, no = below or at, above
            case Relation.BELOW | Relation.BEFORE:
                yes, no = below, at or above
            case Relation.IS:
                yes, no = at, below or above
        return yes, no, self.may_be_none

    def rounded(self, places: int, mode: RoundingMode) -> Enclosure:
        """Every value rounded. An open end is never reached, so it is rounded from inside."""
        low, high = self.low, self.high
        if low is not None:
            low = round_exact(low + _nudge(low, places) * self.low_open, places, mode)
        if high is not None:
            high = round_exact(high - _nudge(high, places) * self.high_open, places, mode)
        return replace(self, low=low, high=high, low_open=False, high_open=False)

    def _around(self, value: Fraction) -> tuple[bool, bool, bool]:
        below = self.low is None or self.low < value
        above = self.high is None or self.high > value
        from_below = below or (self.low == value and not self.low_open)
        from_above = above or (self.high == value and not self.high_open)
        at = from_below and from_above
        return below, at, above


def exactly(value: Fraction) -> Enclosure:
    return Enclosure(value, value)


def hull(parts: Sequence[Enclosure]) -> Enclosure:
    """The enclosure of several that have values and are bounded."""
    lows = [(one.low, one.low_open) for one in parts if one.low is not None]
    highs = [(one.high, not one.high_open) for one in parts if one.high is not None]
    low, low_open = min(lows)
    high, high_closed = max(highs)
    return Enclosure(low, high, low_open, not high_closed)


ANYTHING = Enclosure(None, None)
UNDEFINED = Enclosure(None, None, may_be_none=True, has_value=False)


def _nudge(value: Fraction, places: int) -> Fraction:
    """Less than the way from a value to the next one that rounds otherwise."""
    return Fraction(1, 4 * 10**places * value.denominator)


def _end(
    first: Fraction | None,
    second: Fraction | None,
    operation: Callable[[Fraction, Fraction], Fraction],
) -> Fraction | None:
    return None if first is None or second is None else operation(first, second)


def _joined(
    first: Enclosure,
    second: Enclosure,
    low: Fraction | None,
    high: Fraction | None,
    low_open: bool,
    high_open: bool,
) -> Enclosure:
    if first.is_none or second.is_none:
        return UNDEFINED
    return Enclosure(low, high, low_open, high_open, first.may_be_none or second.may_be_none)


def _quotient_end(
    part: Fraction | None,
    part_open: bool,
    small: tuple[Fraction | None, bool],
    large: tuple[Fraction | None, bool],
    *,
    upper: bool,
) -> tuple[Fraction | None, bool]:
    """One end of part/whole for a positive whole between ``small`` and ``large``.

    ``small`` is None as the whole nears zero, ``large`` None where it has no bound.
    """
    if part is None:
        return None, False
    if not part:
        return _ZERO, part_open
    towards_zero = (part.numerator < 0) == upper
    divisor, divisor_open = large if towards_zero else small
    if divisor is None:
        return (_ZERO, True) if towards_zero else (None, False)
    return part / divisor, part_open or divisor_open
