"""Growth: how far each part can still come by the end of the period."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from par_index.advice.expected import Expected
from par_index.model.measures import By, Can, Kind, Measure
from par_index.nouns import Noun
from par_index.scoring.inputs import Inputs
from par_index.scoring.moves import MANY, unit_of

__all__ = ["Lever", "lever_of"]


class Lever(Noun):
    """A part that can still move: from ``now`` by whole units, at most ``room`` of them.

    ``sign`` is -1 for what can only fall. ``coming`` are the new cases among which alone a part
    that rises with its whole can have more, those of ``whole``; None where old cases can still
    change. ``along`` are wholes of which nothing is expected: they rise with it.
    """

    measure: str
    can: Can
    now: Fraction
    unit: Fraction
    room: int
    sign: int = 1
    whole: str = ""
    coming: Fraction | None = None
    along: tuple[str, ...] = ()

    def value(self, steps: int) -> Fraction:
        return self.now + self.sign * steps * self.unit


def lever_of(
    before: Inputs, after: Inputs, measure: Measure, expected: Mapping[str, Expected]
) -> Lever | None:
    """How a part can still move once its wholes are as expected; None where it cannot.

    Only an amount of the unit's own that is known exactly, and of which nothing is expected.
    """
    if measure.by is not By.UNIT or measure.last_year_of or not measure.kind.is_amount:
        return None
    if measure.id in expected or measure.can in (None, Can.FIXED):
        return None
    value = after[measure.id].value
    if not value.is_exact or value.low is None:
        return None
    assert measure.can is not None, "what can move says how"
    unit = Fraction(1)
    if measure.kind is Kind.MONEY:
        finest = max((one.decimals for one in expected.values()), default=0)
        unit = min(unit_of(before, measure), Fraction(1, 10**finest))
    chain = _chain(after, measure, expected)
    along = [one for one in chain if one not in expected]
    if any(not after[one].value.is_exact for one in along):
        return None
    room, whole, coming = MANY, "", None
    for top in _limits(before, after, measure, expected, along):
        steps = max(int(top.room / unit), 0)
        if steps < room:
            room, whole, coming = steps, top.whole, top.coming
    if measure.can is Can.FALL:
        parts = [after[part].value.low for part in after.parts_of(measure.id)]
        floor = max([measure.least, *(one for one in parts if one is not None)])
        room = max(int((value.low - floor) / unit), 0)
        return Lever(measure.id, measure.can, value.low, unit, room, -1)
    return Lever(measure.id, measure.can, value.low, unit, room, 1, whole, coming, tuple(along))


def _chain(inputs: Inputs, measure: Measure, expected: Mapping[str, Expected]) -> list[str]:
    """The wholes that a new case raises, up to the first of which it is told what to expect."""
    if measure.can is not Can.RISE_WITH:
        return []
    found: dict[str, None] = {}
    waiting = list(measure.within)
    while waiting:
        whole = waiting.pop()
        if whole not in found:
            found[whole] = None
            if whole not in expected:
                waiting.extend(inputs[whole].measure.within)
    return list(found)


class _Limit(Noun):
    room: Fraction
    whole: str = ""
    coming: Fraction | None = None


def _limits(
    before: Inputs,
    after: Inputs,
    measure: Measure,
    expected: Mapping[str, Expected],
    along: Sequence[str],
) -> Iterator[_Limit]:
    """How much each whole leaves: its new cases, or all that is not of the part yet."""
    value = after[measure.id].value.low
    assert value is not None, "the value of a lever is known"
    if measure.can is Can.RISE:
        for whole in measure.within:
            high = after[whole].value.high
            if high is not None:
                yield _Limit(high - value, whole)
    if measure.can is Can.RISE_WITH:
        for whole in (one for one in _chain(after, measure, expected) if one in expected):
            now, then = before[whole].value, after[whole].value
            if now.is_exact and then.is_exact and now.low is not None and then.low is not None:
                yield _Limit(then.low - now.low, whole, then.low - now.low)
            else:
                # How many cases are new is not known: none can be promised.
                yield _Limit(Fraction(0), whole)
        for whole in along:
            for beyond in after[whole].measure.within:
                high, low = after[beyond].value.high, after[whole].value.low
                if beyond not in along and high is not None and low is not None:
                    yield _Limit(high - low, beyond)
