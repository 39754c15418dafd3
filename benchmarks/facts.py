"""Facts: what the peers are told of a unit, as integers, yes/no and words under plain names."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from fractions import Fraction

from par_index.model.criteria import CriteriaSet
from par_index.model.measures import Kind, Measure
from par_index.model.submission import Value
from par_index.scoring.enclosures import exactly

__all__ = ["Facts", "Values", "fact_name", "facts_of", "later_name", "option_name", "scale_of"]

Values = Mapping[str, Value]
"""A unit's value of each measure; a rate is left to its counts."""

Facts = Mapping[str, int | bool | str]

_SCALES = {Kind.PERCENT: 10_000, Kind.POINTS: 100}


def fact_name(measure: str) -> str:
    """An identifier in every peer's language."""
    return measure.replace(".", "_").replace("-", "_").replace("@", "__")


def option_name(measure: str, option: str) -> str:
    return f"{fact_name(measure)}__{fact_name(option)}"


def later_name(measure: str, months: int) -> str:
    return f"{fact_name(measure)}__{months}_months_later"


def scale_of(kind: Kind) -> int:
    """In what steps a measure of this kind is told: percentages in hundredths of a percent."""
    return _SCALES.get(kind, 1)


def facts_of(criteria: CriteriaSet, values: Values, deadlines: Iterable[tuple[str, int]]) -> Facts:
    """The facts of a unit; ``deadlines`` are days so many months after a measure's.

    No peer knows calendar months, so what rules ask of them is worked out beforehand.
    """
    facts: dict[str, int | bool | str] = {}
    for id, measure in criteria.measures.items():
        value = values.get(id)
        if isinstance(value, Mapping):
            facts.update({option_name(id, one): int(count) for one, count in value.items()})
        elif value is not None:
            facts[fact_name(id)] = _told(measure, value)
    for id, months in deadlines:
        if isinstance(day := values.get(id), datetime.date):
            later = exactly(Fraction(day.toordinal())).months_later(months).low
            assert later is not None
            facts[later_name(id, months)] = int(later)
    return facts


def _told(measure: Measure, value: Fraction | datetime.date | bool | str) -> int | bool | str:
    if isinstance(value, datetime.date):
        return value.toordinal()
    if isinstance(value, Fraction):
        scaled = value * scale_of(measure.kind)
        assert scaled.denominator == 1, f"{measure.id}: {value} has too many decimals"
        return int(scaled)
    return value
