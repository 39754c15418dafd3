"""What a unit reports: measures, declared once per criteria set."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from par_index.model.text import Text
from par_index.nouns import Noun, replace
from par_index.problems import Span

__all__ = ["By", "Can", "Kind", "Measure", "last_year_id", "last_year_twin"]


class Kind(StrEnum):
    """What a measure's value is."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    RATE = "rate"
    POINTS = "points"
    DATE = "date"
    YES_NO = "yes_no"
    CHOICE = "choice"
    TALLY = "tally"

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


class Measure(Noun):
    """One reported thing. ``titles`` are the options in words, where their author gave any.

    ``least`` is the smallest value an amount or points can have, ``most`` the greatest that points
    can. ``best`` names the measure of which a block's best value is taken. The twin that holds
    last year's value of a measure says so in ``last_year_of``.
    """

    id: str
    label: Text
    kind: Kind
    span: Span
    counted_in: str = ""
    within: tuple[str, ...] = ()
    of: tuple[str, str] | None = None
    options: tuple[str, ...] = ()
    titles: tuple[tuple[str, Text], ...] = ()
    least: Fraction = Fraction(0)
    can: Can | None = None
    better: str | None = None
    by: By = By.UNIT
    most: Fraction | None = None
    best: str = ""
    last_year_of: str = ""

    def title_of(self, option: str) -> Text:
        """An option in words; the option itself where it has none."""
        return dict(self.titles).get(option) or Text(option)


_LAST_YEAR = "@last_year"


def last_year_id(id: str) -> str:
    """The id under which last year's value of a measure is known; no author can write it."""
    return id + _LAST_YEAR


def last_year_twin(measure: Measure) -> Measure:
    """The measure of last year: the unit reports it, and nothing about it can move any more."""
    return replace(
        measure,
        id=last_year_id(measure.id),
        within=tuple(last_year_id(whole) for whole in measure.within),
        of=None
        if measure.of is None
        else (last_year_id(measure.of[0]), last_year_id(measure.of[1])),
        can=Can.FIXED,
        by=By.UNIT,
        best="",
        last_year_of=measure.id,
    )
