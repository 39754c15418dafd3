"""Reading a date: day/month/year as people write it, or year-month-day."""

from __future__ import annotations

import datetime
import re

from par_index.nouns import Noun
from par_index.reading.numbers import Refusal
from par_index.reading.places import excerpt

__all__ = ["Day", "read_date"]

_ISO = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})")
_SLASHED = re.compile(r"(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})/(?P<year>[0-9]{4})")
_FIRST_YEAR = 1945
_MONTHS = 12


class Day(Noun):
    """A date; ``note`` is N201 where the text could be taken for month/day/year as well.

    The sentence of that note takes ``found``, the text, and ``day``, the date.
    """

    date: datetime.date
    note: str | None = None


def read_date(text: str) -> Day | Refusal:
    """Read ``2021-12-30``, ``30/12/2021`` or ``3/4/2021`` (3 April)."""
    text = text.strip()
    found = excerpt(text)
    match = _ISO.fullmatch(text) or _SLASHED.fullmatch(text)
    if match is None:
        return Refusal("E238", {"found": found})
    year, month, day = (int(match[part]) for part in ("year", "month", "day"))
    slashed = match.re is _SLASHED
    if slashed and month > _MONTHS and 0 < day <= _MONTHS:
        expected = f"{month:02}/{day:02}/{year:04}"
        return Refusal("E237", {"found": found, "expected": expected})
    if year < _FIRST_YEAR:
        return Refusal("E239", {"found": found, "year": str(_FIRST_YEAR)})
    try:
        date = datetime.date(year, month, day)
    except ValueError:
        return Refusal("E236", {"found": found})
    two_readings = slashed and day <= _MONTHS and day != month
    return Day(date, "N201" if two_readings else None)
