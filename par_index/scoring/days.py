"""Days: the last one on which something still holds."""

from __future__ import annotations

import datetime
from collections.abc import Callable

__all__ = ["last_day"]

_HORIZON = 4000
"""Days ahead that are looked at: what holds to their end is taken to have no last day."""


def last_day(holds: Callable[[int], bool], first: int) -> int | None:
    """The last day (ordinal) from ``first`` on which it holds, once over being over for good.

    None when it does not hold on the first day, or holds as far as one looks.
    """
    last = min(first + _HORIZON, datetime.date.max.toordinal())
    if first > last or not holds(first) or holds(last):
        return None
    while last - first > 1:
        middle = (first + last) // 2
        first, last = (middle, last) if holds(middle) else (first, middle)
    return first
