"""Lowering ``bands``: steps that are ordered, so that gaps and overlaps cannot be written."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from par_index.model.conditions import Bound, Relation
from par_index.model.rules import Bands, Share, Step, StepPoints
from par_index.nouns import Noun
from par_index.problems import Problems, Span
from par_index.reading.conditions import ConditionReader
from par_index.reading.lowered import Lowered, Type
from par_index.reading.points import read_points
from par_index.reading.rule_forms import BandsForm, StepForm
from par_index.reading.written import value_span

__all__ = ["BandsReader"]

_KNOTS = (Relation.AT_LEAST, Relation.AT_MOST)


class BandsReader(Noun):
    """Reads the steps of one ``bands`` over a quantity that has been read."""

    conditions: ConditionReader
    of: Lowered
    maximum: Fraction
    problems: Problems

    def read(self, form: BandsForm) -> Bands | None:
        *steps, last = form.steps
        if last.otherwise is None or len(last.at) > 1:
            self.problems.add("E318", last.at.span)
        interpolate = form.interpolate == "yes"
        read = [self._step(step, interpolate) for step in steps]
        ordered = self._check_order(read, steps)
        otherwise = self._points(last, "otherwise", last.otherwise, interpolate)
        whole = [step for step in read if step is not None]
        if len(whole) != len(steps) or otherwise is None or not ordered:
            return None
        if interpolate and not self._are_knots(whole):
            self.problems.add("E350", form.at.key_span("interpolate"))
            return None
        self._warn_if_uneven(whole, otherwise, steps)
        return Bands(self.of.quantity, tuple(whole), otherwise, interpolate)

    def _step(self, form: StepForm, interpolate: bool) -> Step | None:
        if form.otherwise is not None:
            self.problems.add("E318", value_span(form, "otherwise"))
            return None
        bound = self.conditions.bound(form, self.of)
        if form.points is None:
            self.problems.add("E302", form.at.span, key="points")
        points = self._points(form, "points", form.points, interpolate)
        return None if bound is None or points is None else Step(bound, points)

    def _points(
        self, form: StepForm, key: str, text: str | None, interpolate: bool
    ) -> StepPoints | None:
        if text != "proportional":
            return read_points(form, key, text, self.maximum, self.problems)
        span = value_span(form, key)
        if interpolate:
            self.problems.add("E334", span, found=text, expected="interpolate")
            return None
        if self.of.type is not Type.SHARE:
            self.problems.add("E338", span, kind=self.of.type.value, expected=Type.SHARE.value)
            return None
        return Share(self.maximum)

    def _check_order(self, steps: Sequence[Step | None], forms: Sequence[StepForm]) -> bool:
        """Bounds of one direction, strictly ordered: no step is out of reach behind another."""
        previous: tuple[Bound, Span] | None = None
        options: dict[str, Span] = {}
        ordered = True
        for step, form in zip(steps, forms, strict=True):
            if step is None:
                continue
            bound, span = step.bound, form.at.span
            if isinstance(bound.value, str):
                if bound.value in options:
                    self.problems.add("E317", span, options[bound.value])
                    ordered = False
                options.setdefault(bound.value, span)
                continue
            if previous is not None and not _follows(previous[0], bound):
                self.problems.add("E317", span, previous[1])
                ordered = False
            previous = (bound, span)
        return ordered

    def _are_knots(self, steps: Sequence[Step]) -> bool:
        relations = {step.bound.relation for step in steps}
        return len(steps) > 1 and len(relations) == 1 and relations <= set(_KNOTS)

    def _warn_if_uneven(
        self, steps: Sequence[Step], otherwise: StepPoints, forms: Sequence[StepForm]
    ) -> None:
        """A worse value never gives more points, or the author is asked to look again."""
        if isinstance(steps[0].bound.value, str):
            return
        bounds = [_value(step.bound) for step in steps]
        points = [step.points for step in steps] + [otherwise]
        # Where two steps meet, the worse one must not give more there than the better one.
        for number, bound in enumerate(bounds):
            better, worse = _at(points[number], bound), _at(points[number + 1], bound)
            upper = steps[number].bound.relation.is_upper
            falling = upper and any(isinstance(one, Share) for one in points)
            if worse > better or falling:
                form = forms[min(number + 1, len(forms) - 1)]
                self.problems.add("W301", form.at.span)
                return


def _at(points: StepPoints, value: Fraction) -> Fraction:
    """What a step gives at one value of its quantity."""
    if isinstance(points, Share):
        return points.maximum * max(Fraction(0), min(Fraction(1), value))
    return points


def _value(bound: Bound) -> Fraction:
    assert isinstance(bound.value, Fraction)
    return bound.value


def _follows(first: Bound, second: Bound) -> bool:
    """Whether ``second`` may stand after ``first`` in steps written best first."""
    one, two = _value(first), _value(second)
    if first.relation.is_upper != second.relation.is_upper:
        return False
    if one == two:
        return first.relation.is_strict and not second.relation.is_strict
    return (two > one) == first.relation.is_upper
