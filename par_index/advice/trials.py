"""Trials: what one part would bring a leaf at each whole number of units, scored and kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from par_index.advice.growth import Lever
from par_index.model.measures import Can
from par_index.model.reasons import Reason
from par_index.nouns import Noun
from par_index.scoring.enclosures import exactly
from par_index.scoring.evaluation import Evaluation, Subject
from par_index.scoring.moves import least_of
from par_index.scoring.slopes import Slopes

__all__ = ["Need", "Trial"]

_TRIED = 500
"""So many values are tried one by one where no slope tells where to look."""


class Need(Noun):
    """The least that one part must come to, all else as expected.

    ``final`` is its value at the end, ``more`` what is to be added to ``lever.now`` (negative: what
    is to be taken away). ``low`` is what the criterion then holds for certain, by ``reasons``.
    """

    lever: Lever
    final: Fraction
    low: Fraction
    reasons: tuple[Reason, ...] = ()

    @property
    def more(self) -> Fraction:
        return self.final - self.lever.now


class Trial:
    """One part of one leaf, tried at whole numbers of units; each value is scored once."""

    def __init__(self, then: Evaluation, subject: Subject, lever: Lever) -> None:
        self.then = then
        self.subject = subject
        self.lever = lever
        self._low: dict[int, Fraction | None] = {}
        moved = [lever.measure, *lever.along]
        self.slope = Slopes(then.inputs, moved, lever.sign).of(subject)
        self.is_unproven = self.slope is None and lever.room > _TRIED

    @property
    def helps(self) -> bool:
        """Whether it can be told what moving it brings, and that may be more."""
        return not self.is_unproven and (self.slope is None or self.slope > 0)

    @property
    def best(self) -> Fraction:
        if self.slope is not None:
            return self.low(self.lever.room) or Fraction(0)
        lows = (self.low(steps) for steps in range(self.lever.room + 1))
        return max(low for low in lows if low is not None)

    @property
    def high(self) -> Fraction:
        """The most that it may bring, whatever is not told yet."""
        return self.evaluation(self.lever.room).result_of(self.subject).ends[1]

    def evaluation(self, steps: int) -> Evaluation:
        lever, inputs = self.lever, self.then.inputs
        values = {lever.measure: lever.value(steps)}
        for whole in lever.along:
            low = inputs[whole].value.low
            assert low is not None, "a whole that rises along is known"
            values[whole] = low + steps * lever.unit
        moved = {id: exactly(value) for id, value in values.items()}
        return self.then.with_inputs(inputs.with_values(moved))

    def low(self, steps: int) -> Fraction | None:
        """The points that are certain after so many units; None where values cannot all be true."""
        if steps not in self._low:
            after = self.evaluation(steps)
            is_new = set(after.inputs.contradictory) - set(self.then.inputs.contradictory)
            self._low[steps] = None if is_new else after.result_of(self.subject).ends[0]
        return self._low[steps]

    def reaches(self, points: Fraction) -> Callable[[int], bool]:
        def enough(steps: int) -> bool:
            low = self.low(steps)
            return low is not None and low >= points

        return enough

    def least(self, points: Fraction, most: int | None = None) -> int | None:
        """The least number of units with so many points."""
        enough = self.reaches(points)
        room = self.lever.room if most is None else most
        if self.slope is not None:
            return least_of(enough, room)
        return next((steps for steps in range(1, room + 1) if enough(steps)), None)

    def need(self, steps: int) -> Need:
        result = self.evaluation(steps).result_of(self.subject)
        return Need(self.lever, self.lever.value(steps), result.ends[0], result.reasons)

    def beyond(self, points: Fraction) -> Need | None:
        """What it would take if it were not only for new cases."""
        lever = self.lever
        if lever.can is not Can.RISE_WITH or lever.along or self.slope is None:
            return None
        tops = [self.then.inputs[whole].value.high for whole in self._wholes()]
        known = [top for top in tops if top is not None]
        if not known:
            return None
        room = int((min(known) - lever.now) / lever.unit)
        steps = least_of(self.reaches(points), room) if room > lever.room else None
        return None if steps is None else self.need(steps)

    def _wholes(self) -> Sequence[str]:
        return self.then.inputs[self.lever.measure].measure.within
