"""Lowering rules: every kind, with its points within a maximum and its 0/0 accounted for."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from par_index.exact import Literal, parse_literal
from par_index.model.measures import Kind
from par_index.model.rules import (
    BestOf,
    Deduct,
    Each,
    FullIf,
    Given,
    Item,
    Rule,
    SumOf,
)
from par_index.problems import Problems, Span
from par_index.reading.bands import BandsReader
from par_index.reading.conditions import ConditionReader
from par_index.reading.lowered import COUNTABLE, Lowered
from par_index.reading.measures import text_of
from par_index.reading.points import check_range, none_policy, read_points
from par_index.reading.proportions import read_proportional
from par_index.reading.quantities import QuantityReader
from par_index.reading.rule_forms import (
    KINDS,
    AmountForm,
    BandsForm,
    ItemForm,
    RuleForm,
    ScoringForm,
)
from par_index.reading.written import value_span

__all__ = ["RuleReader"]

_ZERO = Fraction(0)


@dataclass(slots=True)
class RuleReader:
    """Reads rule forms. ``given`` collects how many points each measure of points may give."""

    quantities: QuantityReader
    conditions: ConditionReader
    problems: Problems
    given: dict[str, Fraction] = field(default_factory=dict)

    def read(
        self, form: ScoringForm | ItemForm, maximum: Fraction, floor: Fraction = _ZERO
    ) -> Rule | None:
        """Lower one rule; None after a problem. ``floor`` is that of ``deduct``."""
        kinds = [kind for kind in KINDS if kind in form.at]
        if len(kinds) != 1:
            self.problems.add("E306", form.at.span, found=", ".join(kinds))
            return None
        kind = kinds[0]
        self._check_company(form, kind)
        span = form.at.key_span(kind)
        settled = form.when_none is not None
        if form.full_if is not None:
            return self._full_if(form, maximum, settled=settled)
        if form.bands is not None:
            return self._bands(form.bands, maximum, span, settled=settled)
        if form.proportional is not None:
            return read_proportional(
                form.proportional, self.quantities, maximum, span, settled=settled
            )
        if form.each is not None:
            counted = self._counted(form.each, maximum, span, settled=settled)
            if counted is None or counted[1] > maximum:
                self._too_many(form.each, counted, maximum)
                return None
            return Each(counted[0].quantity, maximum, counted[1])
        if form.deduct is not None:
            counted = self._counted(form.deduct, maximum, span, settled=settled)
            return (
                None if counted is None else Deduct(counted[0].quantity, maximum, counted[1], floor)
            )
        if form.given is not None:
            return self._given(form, form.given, maximum)
        if form.sum_of is not None:
            return self._sum_of(form.sum_of, maximum, span)
        return self._best_of(form.best_of or [], maximum)

    def _check_company(self, form: ScoringForm | ItemForm, kind: str) -> None:
        """Keys that stand beside a kind they say nothing about."""
        if form.else_ is not None and kind != "full_if":
            self.problems.add("E334", form.at.key_span("else"), found="else", expected=kind)
        if form.when_none is not None and kind in ("given", "sum_of", "best_of"):
            span = form.at.key_span("when_none")
            self.problems.add("E334", span, found="when_none", expected=kind)

    def _full_if(self, form: RuleForm, maximum: Fraction, *, settled: bool) -> Rule | None:
        assert form.full_if is not None
        condition = self.conditions.read(form.full_if, value_span(form, "full_if"))
        otherwise = read_points(form, "else", form.else_, maximum, self.problems)
        if condition is None or (form.else_ is not None and otherwise is None):
            return None
        if not settled:
            self.conditions.settle(condition, form.at.key_span("full_if"))
        return FullIf(condition, maximum, otherwise or _ZERO)

    def _bands(
        self, form: BandsForm, maximum: Fraction, span: Span, *, settled: bool
    ) -> Rule | None:
        of = self.quantities.read(form.of, value_span(form, "of"), form.at.get("of"))
        if of is None:
            return None
        if of.may_be_none and not settled:
            self.problems.add("E319", span)
        return BandsReader(self.conditions, of, maximum, self.problems).read(form)

    def _counted(
        self, form: AmountForm, maximum: Fraction, span: Span, *, settled: bool
    ) -> tuple[Lowered, Fraction] | None:
        """What is counted, and the points for each one."""
        of = self.quantities.read(form.of, value_span(form, "of"), form.at.get("of"))
        literal = parse_literal(form.points)
        assert literal is not None, "the form has checked it"
        points = literal.value * maximum if literal.percent else literal.value
        if points <= 0:
            check_range(
                form, "points", Literal(_ZERO, text=literal.text), self.problems, above=_ZERO
            )
            return None
        if of is None:
            return None
        if of.type not in COUNTABLE:
            place = value_span(form, "of")
            self.problems.add("E338", place, kind=of.type.value, expected="countable")
            return None
        if of.may_be_none and not settled:
            self.problems.add("E319", span)
        return of, points

    def _too_many(
        self, form: AmountForm, counted: tuple[Lowered, Fraction] | None, maximum: Fraction
    ) -> None:
        if counted is not None:
            span = value_span(form, "points")
            self.problems.add("E321", span, found=counted[1], maximum=maximum)

    def _given(self, form: RuleForm, id: str, maximum: Fraction) -> Rule | None:
        measure = self.quantities.measure_of_kind(form, "given", id, Kind.POINTS)
        if measure is None:
            return None
        self.given[id] = min(maximum, self.given.get(id, maximum))
        return Given(id, maximum)

    def _sum_of(self, forms: list[ItemForm], maximum: Fraction, span: Span) -> Rule | None:
        for form in forms:
            if form.points is None:
                self.problems.add("E302", form.at.span, key="points")
        items = [self._item(form, maximum) for form in forms if form.points is not None]
        whole = tuple(item for item in items if item is not None)
        if len(whole) != len(forms):
            return None
        total = sum((item.points for item in whole), start=_ZERO)
        if total != maximum:
            gap = maximum - total
            self.problems.add("E310", span, found=maximum, total=total, gap=gap)
            return None
        return SumOf(whole)

    def _best_of(self, forms: list[ItemForm], maximum: Fraction) -> Rule | None:
        items = [self._item(form, maximum) for form in forms]
        whole = tuple(item for item in items if item is not None)
        return BestOf(whole) if len(whole) == len(forms) else None

    def _item(self, form: ItemForm, maximum: Fraction) -> Item | None:
        points: Fraction | None = maximum
        if form.points is not None:
            points = read_points(form, "points", form.points, maximum, self.problems)
            literal = parse_literal(form.points)
            if literal is not None and literal.value <= 0:
                check_range(form, "points", literal, self.problems, above=_ZERO)
                return None
        if points is None:
            return None
        rule = self.read(form, points)
        when_none = none_policy(form, form.when_none, points, self.problems)
        title = None if form.title is None else text_of(form.title)
        return None if rule is None else Item(rule, points, title, when_none)
