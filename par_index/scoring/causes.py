"""Causes: why an input leaves a score open, and until which day it may still serve."""

from __future__ import annotations

from functools import partial

from par_index.model.measures import By, Kind
from par_index.model.reasons import InputState, Why
from par_index.scoring.days import last_day
from par_index.scoring.trials import Place

__all__ = ["due_of", "why_open"]


def why_open(place: Place, measure: str) -> Why:
    """Why an open input is open, in the light of the rule that reads it."""
    known = place.evaluation.inputs[measure]
    if known.measure.by is not By.UNIT:
        return Why(known.measure.by.value)
    if known.state is InputState.NOT_YET:
        return Why.NOT_DUE
    if known.state is InputState.REPORTED:
        return Why.PRINTED
    may_come = known.measure.kind is Kind.DATE and not known.measure.last_year_of
    if may_come and _serves(place, measure, place.evaluation.inputs.as_of.toordinal()):
        return Why.NOT_DUE
    return Why.MISSING


def due_of(place: Place, measure: str) -> int | None:
    """The last day (ordinal), not before as-of, that earns all that any day could."""
    return last_day(partial(_serves, place, measure), place.evaluation.inputs.as_of.toordinal())


def _serves(place: Place, measure: str, ordinal: int) -> bool:
    """Whether this day still earns what the best day would."""
    reached = place.reach_after({measure: ordinal})
    return reached is not None and reached[1] == place.reach()[1]
