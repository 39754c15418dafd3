"""What is known of each measure: reported, inferred from a printed rate, or still open."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil, floor

from par_index.exact import printed_bounds, whole_numbers_behind
from par_index.model.accounts import Basis
from par_index.model.criteria import CriteriaSet
from par_index.model.measures import By, Kind, Measure
from par_index.model.reasons import InputState
from par_index.model.submission import Datum, Submission
from par_index.scoring.enclosures import ANYTHING, Enclosure, exactly

__all__ = ["Inputs", "Known"]

_ZERO, _ONE = Fraction(0), Fraction(1)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of one measure.

    ``value`` encloses amounts, shares and days; ``answer`` is a yes/no or a choice, None when
    open.
    """

    measure: Measure
    state: InputState
    basis: Basis
    value: Enclosure = ANYTHING
    answer: bool | str | None = None
    datum: Datum | None = None

    @property
    def is_open(self) -> bool:
        if self.measure.kind in (Kind.YES_NO, Kind.CHOICE):
            return self.answer is None
        return not self.value.is_exact


class Inputs:
    """All measures of a set as one submission knows them, on its as-of day."""

    def __init__(
        self, criteria: CriteriaSet, as_of: datetime.date, known: Mapping[str, Known]
    ) -> None:
        self.criteria = criteria
        self.as_of = as_of
        self._known = dict(known)
        self._rates = {
            measure.of: measure.id
            for measure in criteria.measures.values()
            if measure.kind is Kind.RATE and measure.of is not None
        }
        self._infer()

    @classmethod
    def of(cls, criteria: CriteriaSet, submission: Submission) -> Inputs:
        """Take what is the unit's from its data, the rest from those whose it is to give."""
        known = {}
        for measure in criteria.measures.values():
            own = measure.by is By.UNIT
            given = submission.data if own else submission.external
            datum = given.get(measure.id)
            foreign = None if own else submission.data.get(measure.id)
            known[measure.id] = _known(measure, datum, foreign, submission.as_of)
        return cls(criteria, submission.as_of, known)

    def __getitem__(self, measure: str) -> Known:
        return self._known[measure]

    def rate_of(self, part: str, whole: str) -> str | None:
        """The rate measure declared for this part and whole, if there is one."""
        return self._rates.get((part, whole))

    def with_values(self, values: Mapping[str, Enclosure | bool]) -> Inputs:
        """The same inputs with some measures set otherwise.

        A printed rate that no longer fits its counts stands aside: counts decide.
        """
        known = dict(self._known)
        for id, value in values.items():
            changed = replace(known[id], state=InputState.REPORTED)
            if isinstance(value, bool):
                known[id] = replace(changed, answer=value)
            else:
                known[id] = replace(changed, value=value)
        for id in self._rates.values():
            part, whole = self.criteria.measures[id].of or ("", "")
            if part in values or whole in values:
                known[id] = _known(self.criteria.measures[id], None, None, self.as_of)
        return Inputs(self.criteria, self.as_of, known)

    def _infer(self) -> None:
        """Narrow open amounts by printed rates and by what lies within what, until it rests."""
        self._moved = True
        while self._moved:
            self._moved = False
            for (part, whole), rate in self._rates.items():
                self._narrow_by_rate(part, whole, rate)
            for measure in self.criteria.measures.values():
                for whole in measure.within:
                    self._narrow_within(measure.id, whole)

    def _narrow_by_rate(self, part: str, whole: str, rate: str) -> None:
        printed = self._known[rate]
        if printed.datum is None or printed.state is not InputState.REPORTED:
            return
        if self.criteria.measures[part].kind is not Kind.COUNT:
            return
        share = printed.value
        assert share.low is not None and share.high is not None
        parts, wholes = self._known[part].value, self._known[whole].value
        if not parts.is_exact and wholes.is_exact and wholes.low is not None:
            numbers = whole_numbers_behind(share.low, share.high, share.high_open, wholes.low)
            if numbers is not None:
                least, most = numbers
                self._set(part, Enclosure(Fraction(least), Fraction(most)), Basis.STATED)
        elif parts.is_exact and parts.low and not wholes.is_exact and share.low > 0:
            least = ceil(parts.low / share.high)
            if share.high_open and Fraction(parts.low, least) == share.high:
                least += 1
            most = floor(parts.low / share.low)
            if least <= most:
                self._set(whole, Enclosure(Fraction(least), Fraction(most)), Basis.STATED)
        elif not wholes.is_exact and wholes.low == 0:
            # A printed rate has a whole: it cannot be a rate of nothing.
            self._cut(whole, _ONE, None)

    def _narrow_within(self, part: str, whole: str) -> None:
        parts, wholes = self._known[part].value, self._known[whole].value
        if not parts.is_exact and wholes.high is not None:
            self._cut(part, None, wholes.high)
        if not wholes.is_exact and parts.low is not None:
            self._cut(whole, parts.low, None)

    def _set(self, id: str, value: Enclosure, basis: Basis) -> None:
        known = self._known[id]
        if value == known.value:
            return
        self._moved = True
        self._known[id] = replace(known, value=value, state=InputState.INFERRED, basis=basis)

    def _cut(self, id: str, low: Fraction | None, high: Fraction | None) -> None:
        known = self._known[id]
        value = known.value.within(low, high)
        if value != known.value:
            self._moved = True
            self._known[id] = replace(known, value=value)


def _printed(share: Fraction, decimals: int) -> Enclosure:
    low, high, high_open = printed_bounds(share, decimals)
    return Enclosure(low, high, high_open=high_open)


def _known(
    measure: Measure, datum: Datum | None, foreign: Datum | None, as_of: datetime.date
) -> Known:
    basis = _basis(measure, datum)
    if datum is None or not datum.is_reported:
        state = InputState.FOREIGN if foreign and foreign.is_reported else InputState.BLANK
        return Known(measure, state, basis, _unreported(measure), None, datum or foreign)
    if datum.not_yet:
        later = Enclosure(Fraction(as_of.toordinal() + 1), None)
        return Known(measure, InputState.NOT_YET, basis, later, None, datum)
    value = datum.value
    if isinstance(value, (bool, str)):
        return Known(measure, InputState.REPORTED, basis, answer=value, datum=datum)
    if isinstance(value, datetime.date):
        day = exactly(Fraction(value.toordinal()))
        return Known(measure, InputState.REPORTED, basis, day, datum=datum)
    assert value is not None
    share = measure.kind is Kind.RATE
    enclosure = _printed(value, datum.decimals) if share else exactly(value)
    return Known(measure, InputState.REPORTED, basis, enclosure, datum=datum)


def _unreported(measure: Measure) -> Enclosure:
    if measure.kind.is_amount:
        return Enclosure(measure.least, None)
    if measure.kind in (Kind.RATE, Kind.PERCENT):
        return Enclosure(_ZERO, _ONE)
    return ANYTHING


def _basis(measure: Measure, datum: Datum | None) -> Basis:
    if measure.by is not By.UNIT:
        return Basis.COUNTED
    if (datum is not None and datum.said) or measure.kind in (Kind.YES_NO, Kind.CHOICE):
        return Basis.DECLARED
    return Basis.STATED if measure.kind in (Kind.RATE, Kind.PERCENT) else Basis.COUNTED
