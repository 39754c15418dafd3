"""What a unit reports: measures, declared once per criteria set."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from par_index.model.text import Text
from par_index.problems import Span

__all__ = ["By", "Can", "Kind", "Measure"]


class Kind(StrEnum):
    """What a measure's value is. ``points`` and ``tally`` join with the rules that use them."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    RATE = "rate"
    DATE = "date"
    YES_NO = "yes_no"
    CHOICE = "choice"

    @property
    def is_amount(self) -> bool:
        """Counts and money: what can be added, divided and moved."""
        return self in (Kind.COUNT, Kind.MONEY)


class Can(StrEnum):
    """How a measure can still move before the period ends.

    ``RISE``: cases already there can still change. ``RISE_WITH``: only new cases can, each
    raising the whole as well. Dossiers already received by hand never become postal.
    """

    RISE = "rise"
    RISE_WITH = "rise_with"
    FALL = "fall"
    FIXED = "fixed"


class By(StrEnum):
    """Who gives the value. Only ``UNIT`` is the unit's own to report."""

    UNIT = "unit"
    SURVEY = "survey"
    APPRAISER = "appraiser"
    BLOCK = "block"


@dataclass(frozen=True, slots=True)
class Measure:
    """One reported thing. ``least`` is its smallest possible value (amounts only)."""

    id: str
    label: Text
    kind: Kind
    span: Span
    counted_in: str = ""
    within: tuple[str, ...] = ()
    of: tuple[str, str] | None = None
    options: tuple[str, ...] = ()
    least: Fraction = Fraction(0)
    can: Can | None = None
    better: str | None = None
    by: By = By.UNIT
