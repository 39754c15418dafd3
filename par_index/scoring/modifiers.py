"""Modifiers: what acts around a rule or a sum: the gate, then minimum, floor and cap."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from par_index.model.reasons import Branch, Limit, LimitKind
from par_index.model.rules import Modifiers, Portion
from par_index.nouns import replace
from par_index.scoring.conditions import About, Verdict, judge, united, weakest
from par_index.scoring.enclosures import Enclosure, exactly, hull
from par_index.scoring.inputs import Inputs
from par_index.scoring.results import Result, given, join, opened

__all__ = ["Tops", "behind_gate", "left_of", "limited", "within_limits"]

_ZERO = Fraction(0)

Picker = Callable[[Fraction, Fraction], Fraction]

Tops = tuple[Fraction, Fraction]
"""The least and the greatest applicable maximum, of which percentages are shares."""


def behind_gate(
    result: Result, modifiers: Modifiers, tops: Tops, inputs: Inputs, about: About
) -> Result:
    """The result where the gate lets it pass, ``if_not`` where it does not."""
    if modifiers.gate is None:
        return result
    gate = judge(modifiers.gate, inputs, about)
    reasons = tuple(replace(reason, is_gate=True) for reason in gate.reasons)
    gate = replace(gate, reasons=reasons)
    if gate.is_certain:
        return replace(
            result,
            basis=weakest([result.basis, gate.basis]),
            used=united([gate.used, result.used]),
            reasons=(*reasons, *result.reasons),
        )
    failed = given(_portion(modifiers.if_not, tops), Branch.GATE, gate)
    if gate.is_decided:
        return failed
    either = opened(join([failed, result]), gate.open)
    return replace(either, reasons=(*reasons, *result.reasons))


def limited(
    result: Result, modifiers: Modifiers, tops: Tops, inputs: Inputs, about: About
) -> Result:
    """The result after minimum, floor and cap, in this order."""
    if not result.may_apply:
        return result
    if modifiers.minimum is not None:
        least = _portion(modifiers.minimum, tops)
        result = _moved(result, _from_minimum(result.points, least), LimitKind.MINIMUM, least)
    if modifiers.floor is not None:
        floor = _portion(modifiers.floor, tops)
        result = _moved(result, _at_least(result.points, floor), LimitKind.FLOOR, floor)
    if modifiers.cap is not None:
        cap = _portion(modifiers.cap.to, tops)
        lowered = _moved(result, _at_most(result.points, cap), LimitKind.CAP, cap)
        if modifiers.cap.condition is None:
            return lowered
        result = _if_capped(result, lowered, judge(modifiers.cap.condition, inputs, about))
    return result


def within_limits(points: Fraction, modifiers: Modifiers, top: Fraction, *, caps: bool) -> Fraction:
    """Plain points after minimum, floor and, where it acts, the cap."""
    if modifiers.minimum is not None and points < modifiers.minimum.of(top):
        points = _ZERO
    if modifiers.floor is not None:
        points = max(points, modifiers.floor.of(top))
    if modifiers.cap is not None and (caps or modifiers.cap.condition is None):
        points = min(points, modifiers.cap.to.of(top))
    return points


def left_of(points: Fraction, modifiers: Modifiers, result: Result) -> Fraction:
    """What a parent's modifiers, as they came out in ``result``, leave of other points."""
    if result.branch is Branch.GATE:
        return result.low
    top = result.tops[1]
    caps = any(limit.kind is LimitKind.CAP for limit in result.limits)
    if modifiers.cap is not None and modifiers.cap.condition is None:
        # A standing cap has lowered the maximum already, of which percentages are shares.
        modifiers = replace(modifiers, cap=None)
    return min(within_limits(points, modifiers, top, caps=caps), top)


def _if_capped(result: Result, lowered: Result, capped: Verdict) -> Result:
    """Whether the cap acts decides between the result and the lowered one."""
    if lowered.points == result.points:
        return result
    reasons = tuple(replace(reason, is_cap=True) for reason in capped.reasons)
    capped = replace(capped, reasons=reasons)
    if capped.is_decided:
        taken = lowered if capped.yes else result
        return replace(
            taken,
            basis=weakest([taken.basis, capped.basis]),
            used=united([taken.used, capped.used]),
            reasons=(*taken.reasons, *capped.reasons),
        )
    either = opened(replace(result, points=hull([lowered.points, result.points])), capped.open)
    return replace(
        either,
        used=united([result.used, capped.used]),
        reasons=(*result.reasons, *capped.reasons),
    )


def _portion(portion: Portion, tops: Tops) -> Enclosure:
    ends = sorted(portion.of(top) for top in tops)
    return Enclosure(ends[0], ends[-1])


def _from_minimum(points: Enclosure, least: Enclosure) -> Enclosure:
    assert points.low is not None and points.high is not None
    assert least.low is not None and least.high is not None
    if points.low >= least.high:
        return points
    if points.high < least.low or (points.high == least.low and points.high_open):
        return exactly(_ZERO)
    return Enclosure(_ZERO, points.high, high_open=points.high_open)


def _at_least(points: Enclosure, floor: Enclosure) -> Enclosure:
    return _ends(points, floor, max)


def _at_most(points: Enclosure, cap: Enclosure) -> Enclosure:
    return _ends(points, cap, min)


def _ends(points: Enclosure, bound: Enclosure, better: Picker) -> Enclosure:
    """Both ends bounded; an end that the bound replaces is reached."""
    assert points.low is not None and points.high is not None
    assert bound.low is not None and bound.high is not None
    low, high = better(points.low, bound.low), better(points.high, bound.high)
    return Enclosure(
        low,
        high,
        low_open=points.low_open and low != bound.low,
        high_open=points.high_open and high != bound.high,
    )


def _moved(result: Result, points: Enclosure, kind: LimitKind, to: Enclosure) -> Result:
    """The result with other points; a limit that is known and acts is told."""
    if points == result.points:
        return result
    moved = replace(result, points=points)
    if to.is_exact and to.low is not None:
        moved = replace(moved, limits=(*result.limits, Limit(kind, to.low)))
    return moved
