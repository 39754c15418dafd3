"""Lowering scoring: one rule kind with its modifiers, points within the criterion's maximum."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from par_index.exact import parse_literal
from par_index.model.rules import Bands, Bound, FullIf, Rule, Scoring, Step, WhenNone
from par_index.problems import Problems, Span
from par_index.reading.conditions import ConditionReader, NoneCheck, value_span
from par_index.reading.quantities import Lowered, QuantityReader
from par_index.reading.rule_forms import BandsForm, ScoringForm, StepForm
from par_index.reading.written import Form

__all__ = ["ScoringReader"]

_STEP_BOUNDS = ("at_least", "above", "at_most", "below", "is_")


@dataclass(slots=True)
class ScoringReader:
    """Reads scoring forms. ``none_checks`` are settled once every criterion is known."""

    quantities: QuantityReader
    conditions: ConditionReader
    problems: Problems
    none_checks: list[NoneCheck] = field(default_factory=list)

    def read(self, form: ScoringForm, maximum: Fraction) -> Scoring | None:
        """Lower one scoring block; None after a problem."""
        when_none = self._when_none(form, maximum)
        rule = self._rule(form, maximum, when_none)
        gate = None
        if form.if_ is not None:
            gate = self.conditions.read(form.if_, value_span(form, "if"))
            if gate is not None:
                self.none_checks.append(NoneCheck(gate, form.at.key_span("if")))
        elif form.if_not is not None:
            self.problems.add("E306", form.at.key_span("if_not"), found="if_not")
        if_not = self._points(form, "if_not", form.if_not, maximum)
        if rule is None or (form.if_ is not None and gate is None):
            return None
        return Scoring(rule, gate, if_not or Fraction(0), when_none)

    def _rule(
        self, form: ScoringForm, maximum: Fraction, when_none: WhenNone | None
    ) -> Rule | None:
        kinds = [key for key in ("full_if", "bands") if key in form.at]
        if len(kinds) != 1:
            self.problems.add("E306", form.at.span, found=", ".join(kinds))
            return None
        if form.full_if is not None:
            return self._full_if(form, maximum, when_none)
        if form.else_ is not None:
            self.problems.add("E334", form.at.key_span("else"), found="else", expected="full_if")
        assert form.bands is not None
        return self._bands(form.bands, maximum, when_none, form.at.key_span("bands"))

    def _full_if(
        self, form: ScoringForm, maximum: Fraction, when_none: WhenNone | None
    ) -> Rule | None:
        assert form.full_if is not None
        condition = self.conditions.read(form.full_if, value_span(form, "full_if"))
        otherwise = self._points(form, "else", form.else_, maximum)
        if condition is None:
            return None
        if when_none is None:
            self.none_checks.append(NoneCheck(condition, form.at.key_span("full_if")))
        return FullIf(condition, maximum, otherwise or Fraction(0))

    def _bands(
        self, form: BandsForm, maximum: Fraction, when_none: WhenNone | None, span: Span
    ) -> Rule | None:
        of = self.quantities.read(form.of, value_span(form, "of"), form.at.get("of"))
        if of is None:
            return None
        if of.may_be_none and when_none is None:
            self.problems.add("E319", span)
        *steps, last = form.steps
        if last.otherwise is None or len(last.at) > 1:
            self.problems.add("E318", last.at.span)
        read = [self._step(step, of, maximum) for step in steps]
        self._check_order(read, steps)
        otherwise = self._points(last, "otherwise", last.otherwise, maximum)
        whole = [step for step in read if step is not None]
        if len(whole) != len(steps) or otherwise is None:
            return None
        self._warn_if_uneven(whole, otherwise, steps)
        return Bands(of.quantity, tuple(whole), otherwise)

    def _step(self, form: StepForm, of: Lowered, maximum: Fraction) -> Step | None:
        if form.otherwise is not None:
            self.problems.add("E318", value_span(form, "otherwise"))
            return None
        bound = self.conditions.bound(form, of, _STEP_BOUNDS)
        if form.points is None:
            self.problems.add("E302", form.at.span, key="points")
        points = self._points(form, "points", form.points, maximum)
        return None if bound is None or points is None else Step(bound, points)

    def _check_order(self, steps: list[Step | None], forms: list[StepForm]) -> None:
        """Bounds of one direction, strictly ordered: no step is out of reach behind another."""
        previous: tuple[Bound, Span] | None = None
        options: dict[str, Span] = {}
        for step, form in zip(steps, forms, strict=True):
            if step is None:
                continue
            bound, span = step.bound, form.at.span
            if isinstance(bound.value, str):
                if bound.value in options:
                    self.problems.add("E317", span, options[bound.value])
                options.setdefault(bound.value, span)
                continue
            if previous is not None and not _follows(previous[0], bound):
                self.problems.add("E317", span, previous[1])
            previous = (bound, span)

    def _warn_if_uneven(
        self, steps: list[Step], otherwise: Fraction, forms: list[StepForm]
    ) -> None:
        points = [step.points for step in steps] + [otherwise]
        for number in range(1, len(points)):
            if points[number] > points[number - 1] and not isinstance(steps[0].bound.value, str):
                form = forms[number] if number < len(forms) else forms[-1]
                self.problems.add("W301", form.at.span)
                return

    def _when_none(self, form: ScoringForm, maximum: Fraction) -> WhenNone | None:
        match form.when_none:
            case None:
                return None
            case "not_applicable":
                return WhenNone(None)
            case "full":
                return WhenNone(maximum)
            case "zero":
                return WhenNone(Fraction(0))
        points = self._points(form, "when_none", form.when_none, maximum)
        return None if points is None else WhenNone(points)

    def _points(self, form: Form, key: str, text: str | None, maximum: Fraction) -> Fraction | None:
        """Points as written, a percentage being a share of the criterion's maximum."""
        literal = None if text is None else parse_literal(text)
        if literal is None:
            return None
        points = literal.value * maximum if literal.percent else literal.value
        if points > maximum:
            self.problems.add("E321", value_span(form, key), found=points, maximum=maximum)
            return None
        return points


def _follows(first: Bound, second: Bound) -> bool:
    """Whether ``second`` may stand after ``first`` in steps written best first."""
    assert isinstance(first.value, Fraction)
    assert isinstance(second.value, Fraction)
    if first.relation.is_upper != second.relation.is_upper:
        return False
    if first.value == second.value:
        return first.relation.is_strict and not second.relation.is_strict
    return (second.value > first.value) == first.relation.is_upper
