"""Exact numbers: literals, rounding and decimal text. Binary floats never come near a score."""

from __future__ import annotations

import datetime
import re
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor

from par_index.nouns import Noun

__all__ = [
    "Literal",
    "RoundingMode",
    "decimal_text",
    "exact_text",
    "months_later",
    "parse_literal",
    "printed_bounds",
    "round_exact",
    "whole_numbers_behind",
]

_DECIMAL = re.compile(r"(-?)([0-9]{1,30})(?:\.([0-9]{1,20}))?(%?)")
_FRACTION = re.compile(r"(-?[0-9]{1,15})/([1-9][0-9]{0,14})")


class RoundingMode(StrEnum):
    """How a criteria set rounds. ``half_up`` sends a half away from zero, as people do."""

    HALF_UP = "half_up"
    HALF_EVEN = "half_even"
    DOWN = "down"


class Literal(Noun):
    """A number as written in a criteria set; ``30%`` is 3/10 that says it is a percentage."""

    value: Fraction
    percent: bool = False
    text: str = ""


def parse_literal(text: str) -> Literal | None:
    """Read ``2``, ``-0.25``, ``30%`` or ``1/3``; None when the text is none of these."""
    if match := _FRACTION.fullmatch(text):
        return Literal(Fraction(int(match[1]), int(match[2])), text=text)
    match = _DECIMAL.fullmatch(text)
    if match is None:
        return None
    sign, whole, decimals, percent = match[1], match[2], match[3] or "", match[4]
    value = Fraction(int(whole + decimals), 10 ** len(decimals))
    if percent:
        value /= 100
    return Literal(-value if sign else value, bool(percent), text)


def round_exact(value: Fraction, places: int, mode: RoundingMode) -> Fraction:
    """Round to so many decimal places; the result is exact."""
    return Fraction(_rounded_units(value, places, mode), 10**places)


def _rounded_units(value: Fraction, places: int, mode: RoundingMode) -> int:
    """How many units of the last decimal place the value rounds to."""
    over = value.denominator
    unit: int = 10**places
    whole, rest = divmod(abs(value.numerator) * unit, over)
    twice = 2 * rest
    up = (mode is RoundingMode.HALF_UP and twice >= over) or (
        mode is RoundingMode.HALF_EVEN and (twice > over or (twice == over and whole % 2 == 1))
    )
    return -(whole + up) if value.numerator < 0 else whole + up


def decimal_text(value: Fraction, places: int) -> str:
    """The value rounded half up to ``places``, without trailing zeros: ``0.5``, ``33``."""
    units = _rounded_units(value, places, RoundingMode.HALF_UP)
    text = str(abs(units)).rjust(places + 1, "0")
    whole, decimals = text[: len(text) - places], text[len(text) - places :].rstrip("0")
    sign = "-" if units < 0 else ""
    return f"{sign}{whole}.{decimals}" if decimals else f"{sign}{whole}"


def exact_text(value: Fraction) -> str:
    """The shortest exact writing: a decimal where one ends, otherwise ``n/d``."""
    if value.denominator == 1:
        return str(value.numerator)
    rest, places = value.denominator, 0
    twos = fives = 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    places = max(twos, fives)
    if rest != 1 or places > 20:
        return f"{value.numerator}/{value.denominator}"
    return decimal_text(value, places)


def printed_bounds(share: Fraction, decimals: int) -> tuple[Fraction, Fraction, bool]:
    """The shares that print as this percentage, rounded half up or cut off: low, high, and
    whether high itself is left out.

    ``6,7%`` is [6.65, 6.8). ``0%`` and ``100%`` without decimals mean none and all.
    """
    if decimals == 0 and share in (0, 1):
        return share, share, False
    unit = Fraction(1, 100 * 10**decimals)
    low, high = max(Fraction(0), share - unit / 2), share + unit
    return (low, Fraction(1), False) if high > 1 else (low, high, True)


def whole_numbers_behind(
    low: Fraction, high: Fraction, high_open: bool, whole: Fraction
) -> tuple[int, int] | None:
    """The least and the greatest count whose share of ``whole`` lies there; None without one."""
    least, most = ceil(low * whole), floor(high * whole)
    if high_open and most == high * whole:
        most -= 1
    return (least, most) if least <= most else None


def months_later(ordinal: Fraction, months: int) -> Fraction:
    """The same day so many months later, or the last day of a shorter month, as ordinals.

    What would lie past the last day of the calendar is that day.
    """
    last_day = datetime.date.max.toordinal()
    day = datetime.date.fromordinal(min(int(ordinal), last_day))
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year >= datetime.date.max.year:
        return Fraction(last_day)
    first = datetime.date(year, month + 1, 1).toordinal()
    last = datetime.date(year + month // 11, (month + 1) % 12 + 1, 1).toordinal() - 1
    return Fraction(min(first + day.day - 1, last))
