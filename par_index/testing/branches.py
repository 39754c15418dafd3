"""Branches: the ways in which a rule can come out, and the edges of its bounds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from functools import partial
from typing import Any, assert_never

from par_index.model.conditions import Bound, Relation
from par_index.model.measures import Measure
from par_index.model.quantities import (
    Amount,
    Constant,
    Quantity,
    Ratio,
)
from par_index.model.reasons import Branch
from par_index.model.rules import (
    Bands,
    BestOf,
    Deduct,
    Each,
    FullIf,
    Given,
    Item,
    Proportional,
    Rule,
    SumOf,
)
from par_index.testing.quantities import choices_in, is_share, is_whole
from par_index.testing.sites import Site, site_targets
from par_index.testing.targets import Mark, Place, Probe, Side, Target
from par_index.testing.views import Spot, View

__all__ = ["none_target", "rule_targets"]

_ZERO, _ONE = Fraction(0), Fraction(1)

Measures = Mapping[str, Measure]


def rule_targets(rule: Rule, spot: Spot, measures: Measures) -> Iterator[Target]:
    """Everything a rule's tests should show, items and all."""
    yield from _targets(rule, spot, measures)
    for choose in choices_in(rule):
        for option, _ in choose.values:
            yield _option(spot, choose.measure, option)


def _targets(rule: Rule, spot: Spot, measures: Measures) -> Iterator[Target]:
    match rule:
        case FullIf(condition):
            yield _target(spot, Mark.MET, _in(spot, Branch.MET))
            yield _target(spot, Mark.NOT_MET, _in(spot, Branch.NOT_MET))
            yield from site_targets(Site(spot, Place.RULE, condition, partial(_full, spot)))
        case Bands(interpolate=True):
            yield from _interpolated(rule, spot)
        case Bands():
            yield from _bands(rule, spot, measures)
        case Proportional():
            yield from _proportional(rule, spot, measures)
        case Each(of, points, each):
            marks = (Mark.NOTHING, Mark.SOME, Mark.ALL)
            yield from _counted(spot, _ZERO, points, each, marks, of, measures)
        case Deduct(of, points, each, floor):
            marks = (Mark.UNTOUCHED, Mark.DEDUCTED, Mark.EXHAUSTED)
            yield from _counted(spot, points, floor, each, marks, of, measures)
        case Given():
            yield _target(spot, Mark.GIVEN, _in(spot, Branch.GIVEN))
        case SumOf(items):
            for number, item in enumerate(items, start=1):
                yield from _item(item, spot.item(number), measures)
        case BestOf(items):
            for number, item in enumerate(items, start=1):
                yield _target(spot.item(number), Mark.WINS, partial(_wins, spot, number))
                yield from _item(item, spot.item(number), measures)
        case _ as missing:
            assert_never(missing)


def _item(item: Item, spot: Spot, measures: Measures) -> Iterator[Target]:
    yield from _targets(item.rule, spot, measures)
    if item.when_none is not None:
        yield none_target(spot)


def none_target(spot: Spot) -> Target:
    """0/0, which counts as what the set says."""
    return _target(spot, Mark.NONE, _in(spot, Branch.NONE))


def _bands(rule: Bands, spot: Spot, measures: Measures) -> Iterator[Target]:
    for number, step in enumerate(rule.steps, start=1):
        about: dict[str, Any] = {"step": number, "of": rule.of, "bound": step.bound}
        yield _target(spot, Mark.STEP, partial(_at_step, spot, number), **about)
        if isinstance(step.bound.value, Fraction):
            side = partial(_reaches_step, spot, number)
            yield from _edges(spot, side, rule.of, step.bound, step=number)
    left = _options_left(rule, measures)
    if left is None or left:
        yield _target(spot, Mark.OTHERWISE, _in(spot, Branch.OTHERWISE))
    if left is not None and len(left) > 1:
        assert isinstance(rule.of, Amount)
        for option in left:
            yield _option(spot, rule.of.measure, option)


def _options_left(rule: Bands, measures: Measures) -> list[str] | None:
    """The options of a choice without a step of their own; None where nothing is chosen."""
    named = {step.bound.value for step in rule.steps}
    if not isinstance(rule.of, Amount) or not any(isinstance(one, str) for one in named):
        return None
    return [option for option in measures[rule.of.measure].options if option not in named]


def _interpolated(rule: Bands, spot: Spot) -> Iterator[Target]:
    """Each stretch between two knots once. Only at the last knot may points jump."""
    for number, step in enumerate(rule.steps, start=1):
        mark = Mark.STEP if number == 1 else Mark.BETWEEN
        sees = partial(_at_step, spot, number)
        yield _target(spot, mark, sees, step=number, of=rule.of, bound=step.bound)
    yield _target(spot, Mark.OTHERWISE, _in(spot, Branch.OTHERWISE))
    last = rule.steps[-1].bound
    side = partial(_reaches_last_knot, spot)
    yield from _edges(spot, side, rule.of, last, step=len(rule.steps))


def _proportional(rule: Proportional, spot: Spot, measures: Measures) -> Iterator[Target]:
    quotient = rule.of if rule.target is None else Ratio(rule.of, rule.target, bounded=False)
    whole = Bound(Relation.AT_LEAST, _ONE, percent=True)
    if isinstance(rule.target, Constant):
        # Shown as it is written: the quantity against its target.
        quotient = rule.of
        whole = Bound(Relation.AT_LEAST, rule.target.value, is_share(rule.of, measures))
    if rule.floor is not None:
        yield _target(spot, Mark.BELOW_FLOOR, _in(spot, Branch.BELOW_FLOOR), bound=rule.floor)
        yield from _edges(spot, partial(_above_floor, spot), rule.of, rule.floor)
    side = partial(_reaches_target, spot, rule.points)
    yield _target(spot, Mark.PART, lambda view: side(view) is False)
    yield _target(spot, Mark.TARGET, lambda view: side(view) is True)
    yield from _edges(spot, side, quotient, whole)


def _counted(
    spot: Spot,
    first: Fraction,
    last: Fraction,
    each: Fraction,
    marks: tuple[Mark, Mark, Mark],
    of: Quantity,
    measures: Measures,
) -> Iterator[Target]:
    """None counted, some, and as many as can count; where one is as many, there is no some."""
    untouched, some, ended = marks
    yield _target(spot, untouched, lambda view: spot.raw(view) == first)
    if each < abs(last - first) or not is_whole(of, measures):
        least, most = sorted((first, last))
        yield _target(spot, some, lambda view: _lies_between(spot.raw(view), least, most))
    yield _target(spot, ended, lambda view: spot.raw(view) == last)


def _lies_between(points: Fraction | None, least: Fraction, most: Fraction) -> bool:
    return points is not None and least < points < most


def _target(spot: Spot, mark: Mark, sees: Callable[[View], bool], **more: Any) -> Target:
    return Target(spot.criterion.code, mark, sees, items=spot.items, **more)


def _edges(spot: Spot, side: Side, of: Quantity, bound: Bound, **more: Any) -> Iterator[Target]:
    """A bound met, and missed, as narrowly as can be."""
    probe = Probe(
        side,
        lambda view: view.meets(of, bound),
        lambda view: view.is_at(of, bound),
        lambda view: view.reads(of),
    )
    for mark, meets in ((Mark.JUST_MET, True), (Mark.JUST_MISSED, False)):
        sees = partial(probe.just, meets=meets)
        yield _target(spot, mark, sees, of=of, bound=bound, probe=probe, **more)


def _in(spot: Spot, branch: Branch) -> Callable[[View], bool]:
    return lambda view: spot.branch(view) is branch


def _full(spot: Spot, view: View) -> bool | None:
    return {Branch.MET: True, Branch.NOT_MET: False}.get(spot.branch(view))


def _at_step(spot: Spot, number: int, view: View) -> bool:
    result = spot.worked(view)
    return result is not None and result.step == number


def _reaches_step(spot: Spot, number: int, view: View) -> bool | None:
    """Whether a step is the one that is met; None where a better one is, or nothing is asked."""
    result = spot.worked(view)
    if result is None or result.step is None:
        return False if spot.branch(view) is Branch.OTHERWISE else None
    return None if result.step < number else result.step == number


def _reaches_last_knot(spot: Spot, view: View) -> bool | None:
    sides = {Branch.STEP: True, Branch.BETWEEN: True, Branch.OTHERWISE: False}
    return sides.get(spot.branch(view))


def _above_floor(spot: Spot, view: View) -> bool | None:
    return {Branch.SHARE: True, Branch.BELOW_FLOOR: False}.get(spot.branch(view))


def _reaches_target(spot: Spot, points: Fraction, view: View) -> bool | None:
    if spot.branch(view) is not Branch.SHARE:
        return None
    raw = spot.raw(view)
    return None if raw is None else raw == points


def _wins(spot: Spot, number: int, view: View) -> bool:
    result = spot.worked(view)
    return result is not None and result.best == number - 1


def _option(spot: Spot, measure: str, option: str) -> Target:
    """One option of a choice, seen to bear on points."""

    def sees(view: View) -> bool:
        return spot.worked(view) is not None and view.chosen(measure) == option

    return _target(spot, Mark.OPTION, sees, name=option, of=Amount(measure))
