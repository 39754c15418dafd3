"""Totals: extras joined to the account, the set's cap and floor, and the index."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from par_index.model.accounts import Account
from par_index.model.assessment import Totals
from par_index.model.criteria import CriteriaSet
from par_index.scoring.modifiers import Tops
from par_index.scoring.results import Result

__all__ = ["Interval", "index_of", "total_of"]

_ZERO = Fraction(0)

Interval = tuple[Fraction, Fraction] | None
"""The least and the greatest index; None where nothing applies."""

_Choice = tuple[Fraction, Fraction]
"""Points and applicable maximum of a unit of account in one of its extreme completions."""


def total_of(criteria: CriteriaSet, account: Account, extras: Account | None, tops: Tops) -> Totals:
    """The grand total. A cap or floor in percent is a share of the applicable maximum."""
    more = (_ZERO, _ZERO, _ZERO, _ZERO)
    if extras is not None:
        more = (extras.low, extras.high, extras.points, extras.supported)
    low, high = account.low + more[0], account.high + more[1]
    points, supported = account.points + more[2], account.supported + more[3]
    if criteria.cap is not None:
        caps = sorted(criteria.cap.of(top) for top in tops)
        low, high = min(low, caps[0]), min(high, caps[1])
        points, supported = min(points, caps[1]), min(supported, caps[1])
    if criteria.floor is not None:
        floors = sorted(criteria.floor.of(top) for top in tops)
        low, high = max(low, floors[0]), max(high, floors[1])
        points, supported = max(points, floors[0]), max(supported, floors[0])
    return Totals(low, high, points, min(supported, points))


def index_of(
    criteria: CriteriaSet, units: Sequence[Result], extras: Account | None, tops: Tops
) -> Interval:
    """The least and greatest points ÷ applicable maximum, extras among the points.

    A unit of account whose applicability is open moves points and maximum together, so the ends
    are found by choosing, unit by unit, what serves the end: exact, in a few rounds (Dinkelbach).
    """
    more = (_ZERO, _ZERO) if extras is None else (extras.low, extras.high)
    low = _extreme([_choices(unit, unit.low) for unit in units], more[0], lowest=True)
    high = _extreme(
        [_choices(unit, unit.high, is_high=True) for unit in units], more[1], lowest=False
    )
    if low is None or high is None:
        return None
    for bound, pick in ((criteria.cap, min), (criteria.floor, max)):
        if bound is not None and bound.of_applicable:
            low, high = pick(low, bound.amount), pick(high, bound.amount)
        elif bound is not None:
            # Points over a maximum that is itself open: the quotient lies between two ends.
            least = tops[0] or min(top for unit in units for top in unit.tops if top > 0)
            ends = (bound.amount / least, bound.amount / tops[1])
            low, high = pick(low, min(ends)), pick(high, max(ends))
    return low, high


def _choices(unit: Result, points: Fraction, *, is_high: bool = False) -> list[_Choice]:
    """A unit's extreme completions: at its least and greatest maximum, or not applying."""
    if not unit.may_apply:
        return [(_ZERO, _ZERO)]
    tops = [top for top in dict.fromkeys(unit.tops) if top > 0]
    choices = [(min(points, top) if is_high else points, top) for top in tops]
    return [*choices, (_ZERO, _ZERO)] if unit.may_not_apply else choices


def _extreme(units: Sequence[list[_Choice]], extra: Fraction, *, lowest: bool) -> Fraction | None:
    """The extreme quotient: each round chooses what a better one needs, until none is."""
    chosen = [max(unit, key=lambda choice: choice[1], default=(_ZERO, _ZERO)) for unit in units]
    ratio = _quotient(chosen, extra)
    while ratio is not None:
        pick = min if lowest else max
        bar = ratio
        chosen = [
            pick(unit, key=lambda choice: choice[0] - bar * choice[1], default=(_ZERO, _ZERO))
            for unit in units
        ]
        better = _quotient(chosen, extra)
        if better is None or (better >= ratio if lowest else better <= ratio):
            return ratio
        ratio = better
    return None


def _quotient(chosen: Sequence[_Choice], extra: Fraction) -> Fraction | None:
    maximum = sum((top for _, top in chosen), start=_ZERO)
    points = sum((one for one, _ in chosen), start=extra)
    return None if maximum == 0 else points / maximum
