"""Known: what one submission says of one measure, before anything is inferred."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from fractions import Fraction

from par_index.exact import printed_bounds
from par_index.model.accounts import Basis
from par_index.model.measures import By, Kind, Measure
from par_index.model.reasons import InputState
from par_index.model.submission import Datum, Tally
from par_index.nouns import Noun
from par_index.scoring.enclosures import ANYTHING, Enclosure, exactly

__all__ = ["Known", "known_of"]

_ZERO, _ONE = Fraction(0), Fraction(1)


class Known(Noun):
    """What is known of one measure.

    ``value`` encloses amounts, points, shares and days; ``answer`` is a yes/no or a choice and
    ``tally`` the answers of a survey, both None when open.
    """

    measure: Measure
    state: InputState
    basis: Basis
    value: Enclosure = ANYTHING
    answer: bool | str | None = None
    tally: Tally | None = None
    datum: Datum | None = None

    @property
    def is_open(self) -> bool:
        if self.measure.kind in (Kind.YES_NO, Kind.CHOICE):
            return self.answer is None
        if self.measure.kind is Kind.TALLY:
            return self.tally is None
        return not self.value.is_exact


def _printed(share: Fraction, decimals: int) -> Enclosure:
    low, high, high_open = printed_bounds(share, decimals)
    return Enclosure(low, high, high_open=high_open)


def known_of(
    measure: Measure, datum: Datum | None, foreign: Datum | None, as_of: datetime.date
) -> Known:
    basis = _basis(measure, datum)
    if datum is None or not datum.is_reported:
        state = InputState.FOREIGN if foreign and foreign.is_reported else InputState.BLANK
        return Known(measure, state, basis, _unreported(measure), datum=datum or foreign)
    if datum.not_yet:
        later = Enclosure(Fraction(as_of.toordinal() + 1), None)
        return Known(measure, InputState.NOT_YET, basis, later, datum=datum)
    value = datum.value
    if isinstance(value, (bool, str)):
        return Known(measure, InputState.REPORTED, basis, answer=value, datum=datum)
    if isinstance(value, datetime.date):
        day = exactly(Fraction(value.toordinal()))
        return Known(measure, InputState.REPORTED, basis, day, datum=datum)
    if isinstance(value, Mapping):
        return Known(measure, InputState.REPORTED, basis, tally=value, datum=datum)
    assert value is not None
    share = measure.kind is Kind.RATE
    enclosure = _printed(value, datum.decimals) if share else exactly(value)
    return Known(measure, InputState.REPORTED, basis, enclosure, datum=datum)


def _unreported(measure: Measure) -> Enclosure:
    if measure.kind.is_amount:
        return Enclosure(measure.least, None)
    if measure.kind in (Kind.RATE, Kind.PERCENT):
        return Enclosure(_ZERO, _ONE)
    if measure.kind is Kind.POINTS:
        return Enclosure(measure.least, measure.most)
    return ANYTHING


def _basis(measure: Measure, datum: Datum | None) -> Basis:
    if measure.by is not By.UNIT:
        return Basis.COUNTED
    declared = (Kind.YES_NO, Kind.CHOICE, Kind.POINTS)
    if (datum is not None and datum.said) or measure.kind in declared:
        return Basis.DECLARED
    return Basis.STATED if measure.kind in (Kind.RATE, Kind.PERCENT) else Basis.COUNTED
