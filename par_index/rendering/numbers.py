"""Exact numbers as people read them: ``538.531,25``, ``20,29%`` and ``30/09/2021``, or in English.

Only writing happens here. Nothing that is shown is ever read back or compared, so rounding for
the eye cannot move a score.
"""

from __future__ import annotations

import datetime
from fractions import Fraction
from typing import NamedTuple

from par_index.exact import RoundingMode, decimal_text, exact_text, round_exact

__all__ = [
    "Shown",
    "number",
    "rounded_percent",
    "show_date",
    "show_number",
    "show_percent",
    "show_points",
]

_PLACES = 2
_FINEST = 12
_HUNDRED = Fraction(100)


class Shown(NamedTuple):
    """A value as shown, and whether what is shown is all of it."""

    text: str
    is_exact: bool

    @property
    def sign(self) -> str:
        """What joins it to the arithmetic it comes from."""
        return "=" if self.is_exact else "≈"

    @property
    def tied(self) -> str:
        """With its sign, where it is not exact, on the same line."""
        return self.text if self.is_exact else f"≈\u00a0{self.text}"

    def __str__(self) -> str:
        return self.text if self.is_exact else f"≈ {self.text}"


def number(value: Fraction | int, language: str) -> str:
    """The shortest exact writing: a decimal where one ends, otherwise ``1/3``."""
    text = exact_text(Fraction(value))
    return text if "/" in text else _localised(text, language)


def show_number(value: Fraction, language: str, places: int = _PLACES) -> Shown:
    """At most so many decimals."""
    rounded = round_exact(value, places, RoundingMode.HALF_UP)
    return Shown(_localised(decimal_text(value, places), language), rounded == value)


def show_points(value: Fraction, language: str) -> Shown:
    """Points: all their decimals where they end, otherwise two."""
    if "/" in exact_text(value):
        return show_number(value, language)
    return Shown(number(value, language), True)


def show_percent(value: Fraction, language: str, *against: Fraction, least: int = 0) -> Shown:
    """A share as a percentage with at most two decimals, or with as many as tell it from a bound.

    89.996% would print as the 90% that it misses; nothing but 0 and 1 may print as 0% and 100%.
    ``least`` decimals are always there, zeros too: they are those of a printed rate beside it.
    """
    percent = value * _HUNDRED
    apart = {Fraction(0), _HUNDRED, *(bound * _HUNDRED for bound in against)}
    for places in range(max(_PLACES, least), max(_FINEST, least + 1)):
        rounded = round_exact(percent, places, RoundingMode.HALF_UP)
        if rounded == percent or rounded not in apart:
            break
    whole, _, decimals = decimal_text(percent, places).partition(".")
    text = f"{whole}.{decimals.ljust(least, '0')}".rstrip(".")
    return Shown(f"{_localised(text, language)}%", rounded == percent)


def rounded_percent(value: Fraction, places: int, mode: RoundingMode) -> Fraction:
    """A share in percent, rounded as a criteria set says."""
    return round_exact(value * _HUNDRED, places, mode)


def show_date(date: datetime.date, language: str) -> str:
    return date.isoformat() if language == "en" else f"{date:%d/%m/}{date.year:04d}"


def _localised(text: str, language: str) -> str:
    """Group the thousands of a plain decimal and set the decimal sign of the language."""
    thousands, decimal = (",", ".") if language == "en" else (".", ",")
    whole, _, rest = text.partition(".")
    grouped = f"{int(whole):,}".replace(",", thousands)
    if whole.startswith("-") and not grouped.startswith("-"):
        grouped = f"-{grouped}"
    return f"{grouped}{decimal}{rest}" if rest else grouped
