"""Lowering conditions: each test compares like with like, and says what 0/0 counts as."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from par_index.exact import Literal, parse_literal
from par_index.model.conditions import (
    All,
    Answered,
    AnyOf,
    Bound,
    Comparison,
    Condition,
    CriterionApplies,
    CriterionAtLeast,
    CriterionFull,
    Not,
    Relation,
)
from par_index.model.measures import Kind
from par_index.model.quantities import Amount
from par_index.nouns import Noun
from par_index.problems import Problems, Span
from par_index.reading.condition_forms import (
    AllForm,
    AnyForm,
    CodeForm,
    CompareForm,
    ConditionForm,
    NotForm,
)
from par_index.reading.lowered import NUMERIC, Lowered, Type, place_of
from par_index.reading.nodes import Node, Sequence
from par_index.reading.quantities import QuantityReader
from par_index.reading.rule_forms import StepForm
from par_index.reading.written import Form, value_span

__all__ = ["CodeUse", "ConditionReader", "NoneCheck"]

_BOUNDS = {
    "at_least": Relation.AT_LEAST,
    "above": Relation.ABOVE,
    "at_most": Relation.AT_MOST,
    "below": Relation.BELOW,
    "before": Relation.BEFORE,
    "on_or_before": Relation.ON_OR_BEFORE,
    "is": Relation.IS,
}
_TESTS = ("full", "outcome", "at_least")


class CodeUse(Noun):
    """A look at another criterion, resolved once all are known. ``points`` are asked of it."""

    code: str
    span: Span
    points: Literal | None = None
    points_span: Span | None = None


class NoneCheck(Noun):
    """A place whose condition may be 0/0 while nothing there says what that counts as."""

    condition: Condition
    span: Span


@dataclass(slots=True)
class ConditionReader:
    """Reads condition forms; remembers which quantities may be x/0 and which codes were named.

    ``settled`` are the conditions that may not stay undefined.
    """

    quantities: QuantityReader
    problems: Problems
    codes: list[CodeUse] = field(default_factory=list)
    undefinable: list[Comparison] = field(default_factory=list)
    settled: list[NoneCheck] = field(default_factory=list)

    def read(self, form: ConditionForm, span: Span) -> Condition | None:
        match form:
            case str():
                return self._answered(form, span)
            case CompareForm():
                return self._comparison(form)
            case CodeForm():
                return self._about_criterion(form)
            case AllForm():
                members = self._members(form.all, form.at.get("all"), span)
                return None if members is None else All(members, _flag(form.when_none))
            case AnyForm():
                members = self._members(form.any, form.at.get("any"), span)
                return None if members is None else AnyOf(members, _flag(form.when_none))
            case NotForm():
                member = self.read(form.not_, value_span(form, "not"))
                return None if member is None else Not(member, _flag(form.when_none))

    def read_settled(self, form: Form, key: str, condition: ConditionForm) -> Condition | None:
        """A condition that decides by itself, so it may not stay undefined."""
        read = self.read(condition, value_span(form, key))
        if read is not None:
            self.settle(read, form.at.key_span(key))
        return read

    def settle(self, condition: Condition, span: Span) -> None:
        """Have it checked, once every criterion is known, that this is never undefined."""
        self.settled.append(NoneCheck(condition, span))

    def may_be_none(self, condition: Condition, may_not_apply: frozenset[str]) -> bool:
        """Whether the whole condition can be undefined; ``may_not_apply`` are such criteria."""
        if condition.when_none is not None:
            return False
        match condition:
            case Answered() | CriterionApplies():
                return False
            case Comparison():
                return any(condition is one for one in self.undefinable)
            case CriterionFull(code) | CriterionAtLeast(code):
                return code in may_not_apply
            case All(members) | AnyOf(members):
                return all(self.may_be_none(one, may_not_apply) for one in members)
            case Not(member):
                return self.may_be_none(member, may_not_apply)

    def bound(self, form: CompareForm | StepForm, quantity: Lowered) -> Bound | None:
        """The one bound of a comparison or a step, fit for the quantity's type."""
        given = [key for key in _BOUNDS if key in form.at]
        if len(given) != 1:
            self.problems.add("E306", form.at.span, found=", ".join(given))
            return None
        key = given[0]
        text = getattr(form, "is_" if key == "is" else key)
        relation, span = _BOUNDS[key], value_span(form, key)
        if relation in (Relation.BEFORE, Relation.ON_OR_BEFORE):
            return self._day(relation, text, quantity, span)
        if relation is Relation.IS and quantity.type is Type.CHOICE:
            return self._option(text, quantity, span)
        literal = parse_literal(text)
        fits = quantity.type in NUMERIC and relation is not Relation.IS
        if literal is None or not fits or literal.percent != (quantity.type is Type.SHARE):
            self.problems.add("E316", span, found=text, kind=quantity.type.value)
            return None
        return Bound(relation, literal.value, percent=literal.percent)

    def _answered(self, id: str, span: Span) -> Condition | None:
        measure = self.quantities.measure(id, span)
        if measure is None:
            return None
        if measure.kind is not Kind.YES_NO:
            self.problems.add("E333", span, found=id, kind=measure.kind.value)
            return None
        return Answered(id)

    def _comparison(self, form: CompareForm) -> Condition | None:
        quantity = self.quantities.read(form.of, value_span(form, "of"), form.at.get("of"))
        if quantity is None:
            return None
        bound = self.bound(form, quantity)
        if bound is None:
            return None
        comparison = Comparison(quantity.quantity, bound, _flag(form.when_none))
        if quantity.may_be_none:
            self.undefinable.append(comparison)
        return comparison

    def _about_criterion(self, form: CodeForm) -> Condition | None:
        given = [key for key in _TESTS if key in form.at]
        if len(given) != 1:
            self.problems.add("E306", form.at.span, found=", ".join(given))
            return None
        points = parse_literal(form.at_least) if form.at_least is not None else None
        place, asked = value_span(form, "code"), value_span(form, given[0])
        self.codes.append(CodeUse(form.code, place, points, asked))
        when_none = _flag(form.when_none)
        if points is not None:
            return CriterionAtLeast(form.code, points.value, points.percent, when_none)
        if form.outcome is None:
            return CriterionFull(form.code, when_none)
        if when_none is not None:
            span = form.at.key_span("when_none")
            self.problems.add("E334", span, found="when_none", expected="outcome")
        return CriterionApplies(form.code, form.outcome == "scored")

    def _members(
        self, forms: list[ConditionForm], node: Node | None, span: Span
    ) -> tuple[Condition, ...] | None:
        items = node.items if isinstance(node, Sequence) else ()
        members = tuple(self._each(forms, items, span))
        return members if len(members) == len(forms) else None

    def _each(
        self, forms: list[ConditionForm], items: tuple[Node, ...], span: Span
    ) -> Iterator[Condition]:
        for number, form in enumerate(forms):
            member = self.read(form, place_of(items, number, span))
            if member is not None:
                yield member

    def _day(self, relation: Relation, text: str, quantity: Lowered, span: Span) -> Bound | None:
        if quantity.type is not Type.DATE:
            self.problems.add("E316", span, found=text, kind=quantity.type.value)
            return None
        try:
            day = datetime.date.fromisoformat(text)
        except ValueError:
            self.problems.add("E304", span, found=text, expected="2021-12-31")
            return None
        return Bound(relation, Fraction(day.toordinal()), day=True)

    def _option(self, text: str, quantity: Lowered, span: Span) -> Bound | None:
        assert isinstance(quantity.quantity, Amount)
        options = self.quantities.measures[quantity.quantity.measure].options
        if text not in options:
            self.problems.add("E328", span, found=text, expected=", ".join(options))
            return None
        return Bound(Relation.IS, text)


def _flag(text: str | None) -> bool | None:
    return None if text is None else text == "yes"
