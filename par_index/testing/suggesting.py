"""Suggesting: figures for a test that would reach what none does."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from par_index.exact import exact_text
from par_index.model.conditions import Bound, Comparison
from par_index.model.measures import Kind, Measure
from par_index.model.quantities import Quantity, Ratio
from par_index.model.submission import Value
from par_index.model.walking import measures_in_quantity
from par_index.nouns import Noun
from par_index.testing.cases import bare_submission
from par_index.testing.parts import Parts
from par_index.testing.targets import Mark, Probe, Target
from par_index.testing.views import View, days_after, unit_of
from par_index.testing.whole import SET

__all__ = ["Suggestion", "suggest"]

_FARTHEST = 2**40
"""Moves beyond which nothing is looked for."""


class Suggestion(Noun):
    """Figures for a new test, as they are written; the rest is as in the test ``like``, if any."""

    data: tuple[tuple[str, str], ...]
    like: str = ""


def suggest(target: Target, seen: Sequence[View], parts: Parts) -> Suggestion | None:
    """What would reach the target: proven by scoring it, or nothing is said."""
    for view in seen:
        for id, found in _steps_to(target, view):
            data = tuple(_written(found, [id]))
            if data and view.trial is not None:
                return Suggestion(data, view.trial.test.name)
    start = _start(target, parts)
    if start is None:
        return None
    if target.sees(start):
        return _of(start)
    return next((_of(found) for _, found in _steps_to(target, start)), None)


def _of(view: View) -> Suggestion:
    """All the figures of a view that no test stands behind."""
    one = view.submission
    return Suggestion(tuple(_written(view, [*one.data, *one.external])))


def _steps_to(target: Target, view: View) -> Iterator[tuple[str, View]]:
    """Views that reach the target by one measure: an edge from however far, the rest by a move."""
    if target.probe is not None:
        yield from _ways(view, target.probe, meets=target.mark is Mark.JUST_MET)
        return
    if target.code == SET:
        return
    reported = (*view.submission.data, *view.submission.external)
    yield from ((id, other) for id, other in view.neighbours(reported) if target.sees(other))


def _ways(view: View, probe: Probe, *, meets: bool) -> Iterator[tuple[str, View]]:
    """Views in which one measure has moved to the edge."""
    if probe.side(view) is None:
        return
    for id in probe.reads(view):
        for direction in (1, -1):
            found = _turn(view, probe, id, direction, meets=meets)
            if found is not None and probe.just(found, meets=meets):
                yield id, found


def _turn(view: View, probe: Probe, id: str, direction: int, *, meets: bool) -> View | None:
    """The view on the wanted side of the first place where the test turns."""
    now = probe.holds(view)

    def at(moves: int) -> View | None:
        return _moved(view, id, moves * direction) if moves else view

    def stays(moves: int) -> bool:
        other = at(moves)
        return other is not None and probe.holds(other) is now

    turned = _first_not(stays)
    beyond = None if turned is None else at(turned)
    if turned is None or beyond is None:
        return None
    return at(turned - 1) if now is meets else beyond


def _first_not(stays: Callable[[int], bool]) -> int | None:
    """The least number of moves after which it stays no more."""
    top = 1
    while stays(top):
        top *= 2
        if top > _FARTHEST:
            return None
    bottom = top // 2
    while top - bottom > 1:
        middle = (top + bottom) // 2
        if stays(middle):
            bottom = middle
        else:
            top = middle
    return top


def _moved(view: View, id: str, moves: int) -> View | None:
    datum, measure = view.datum(id), view.criteria.measures[id]
    match datum.value if datum is not None else None:
        case Fraction() as figure:
            assert datum is not None
            return view.with_value(id, figure + moves * unit_of(measure, datum))
        case datetime.date() as day:
            later = days_after(day, moves)
            return None if later is None else view.with_value(id, later)
        case _:
            return None


def _written(view: View, ids: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Figures as a test file has them; a tally is more than a line."""
    for id in ids:
        datum, measure = view.datum(id), view.criteria.measures[id]
        match datum.value if datum is not None else None:
            case bool() as answer:
                yield id, "yes" if answer else "no"
            case str() as option:
                yield id, option
            case datetime.date() as day:
                yield id, day.isoformat()
            case Fraction() as figure if measure.kind in (Kind.PERCENT, Kind.RATE):
                yield id, f"{exact_text(figure * 100)}%"
            case Fraction() as figure:
                yield id, exact_text(figure)


# From nothing: the least figures that a bound is about.


def _start(target: Target, parts: Parts) -> View | None:
    """A submission with nothing but the figures of one quantity, the smallest that can be."""
    criteria, of, bound = parts.criteria, target.of, target.bound
    if isinstance(target.atom, Comparison):
        of, bound = target.atom.of, target.atom.bound
    if of is None or bound is None or not isinstance(bound.value, Fraction):
        return None
    values: dict[str, Value] = {}
    for id in dict.fromkeys(measures_in_quantity(of)):
        value = _first_value(criteria.measures[id], of, bound)
        if value is None:
            return None
        values[id] = value
    submission = bare_submission(criteria, values)
    return View(parts, submission, criteria.by_code[target.code])


def _first_value(measure: Measure, of: Quantity, bound: Bound) -> Value:
    assert isinstance(bound.value, Fraction)
    match measure.kind:
        case Kind.COUNT | Kind.MONEY:
            if isinstance(of, Ratio):
                return max(Fraction(bound.value.denominator), measure.least)
            return max(Fraction(int(bound.value)), measure.least)
        case Kind.PERCENT:
            return bound.value if bound.percent and 0 <= bound.value <= 1 else Fraction(0)
        case Kind.POINTS:
            return measure.least
        case Kind.DATE:
            return bound.date if bound.day else None
        case _:
            return None
