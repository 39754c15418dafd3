"""Lowering conditions: each test compares like with like, and says what 0/0 counts as."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from par_index.exact import parse_literal
from par_index.model.measures import Kind
from par_index.model.rules import (
    All,
    Amount,
    Answered,
    AnyOf,
    Bound,
    Comparison,
    Condition,
    CriterionFull,
    Not,
    Relation,
)
from par_index.problems import Problems, Span
from par_index.reading.nodes import Node, Scalar, Sequence
from par_index.reading.quantities import Lowered, QuantityReader, Type, place_of
from par_index.reading.rule_forms import (
    AllForm,
    AnyForm,
    CodeForm,
    CompareForm,
    ConditionForm,
    NotForm,
    StepForm,
)
from par_index.reading.written import Form

__all__ = ["CodeUse", "ConditionReader", "NoneCheck", "value_span"]

_BOUNDS = {
    "at_least": Relation.AT_LEAST,
    "above": Relation.ABOVE,
    "at_most": Relation.AT_MOST,
    "below": Relation.BELOW,
    "before": Relation.BEFORE,
    "on_or_before": Relation.ON_OR_BEFORE,
    "is_": Relation.IS,
}
_KEYS = {"is_": "is"}


@dataclass(frozen=True, slots=True)
class CodeUse:
    """A condition's look at another criterion, resolved once all criteria are known."""

    code: str
    span: Span


@dataclass(frozen=True, slots=True)
class NoneCheck:
    """A place whose condition may be 0/0 while nothing there says what that counts as."""

    condition: Condition
    span: Span


@dataclass(slots=True)
class ConditionReader:
    """Reads condition forms; remembers which quantities may be x/0 and which codes were named."""

    quantities: QuantityReader
    problems: Problems
    codes: list[CodeUse] = field(default_factory=list)
    undefinable: list[Comparison] = field(default_factory=list)

    def read(self, form: ConditionForm, span: Span) -> Condition | None:
        match form:
            case str():
                return self._answered(form, span)
            case CompareForm():
                return self._comparison(form)
            case CodeForm():
                place = value_span(form, "code")
                self.codes.append(CodeUse(form.code, place))
                return CriterionFull(form.code, _flag(form.when_none))
            case AllForm():
                members = list(self._members(form.all, form.at.get("all"), span))
                return All(tuple(members), _flag(form.when_none)) if members else None
            case AnyForm():
                members = list(self._members(form.any, form.at.get("any"), span))
                return AnyOf(tuple(members), _flag(form.when_none)) if members else None
            case NotForm():
                member = self.read(form.not_, value_span(form, "not"))
                return None if member is None else Not(member, _flag(form.when_none))

    def may_be_none(self, condition: Condition, may_not_apply: frozenset[str]) -> bool:
        """Whether the whole condition can be undefined; ``may_not_apply`` are such criteria."""
        if condition.when_none is not None:
            return False
        match condition:
            case Answered():
                return False
            case Comparison():
                return any(condition is one for one in self.undefinable)
            case CriterionFull(code):
                return code in may_not_apply
            case All(members) | AnyOf(members):
                return all(self.may_be_none(one, may_not_apply) for one in members)
            case Not(member):
                return self.may_be_none(member, may_not_apply)

    def bound(
        self, form: CompareForm | StepForm, quantity: Lowered, names: tuple[str, ...]
    ) -> Bound | None:
        """The one bound of a comparison or a step, fit for the quantity's type."""
        given = [name for name in names if getattr(form, name) is not None]
        if len(given) != 1:
            found = ", ".join(_KEYS.get(name, name) for name in given)
            self.problems.add("E306", form.at.span, found=found)
            return None
        name = given[0]
        text, span = getattr(form, name), value_span(form, _KEYS.get(name, name))
        relation = _BOUNDS[name]
        if relation in (Relation.BEFORE, Relation.ON_OR_BEFORE):
            return self._day(relation, text, quantity, span)
        if relation is Relation.IS and quantity.type is Type.CHOICE:
            return self._option(text, quantity, span)
        literal = parse_literal(text)
        numeric = quantity.type not in (Type.DATE, Type.CHOICE, Type.NUMBER)
        fits = numeric and relation is not Relation.IS
        if literal is None or not fits or literal.percent != (quantity.type is Type.SHARE):
            kind = "share" if quantity.type is Type.SHARE else quantity.type.value
            self.problems.add("E316", span, found=text, kind=kind)
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
        bound = self.bound(form, quantity, tuple(_BOUNDS))
        if bound is None:
            return None
        comparison = Comparison(quantity.quantity, bound, _flag(form.when_none))
        if quantity.may_be_none:
            self.undefinable.append(comparison)
        return comparison

    def _members(
        self, forms: list[ConditionForm], node: Node | None, span: Span
    ) -> Iterator[Condition]:
        items = node.items if isinstance(node, Sequence) else ()
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


def value_span(form: Form, key: str) -> Span:
    """Where the value under a key begins; the key itself when the value is a block."""
    value = form.at.get(key)
    return value.span if isinstance(value, Scalar) else form.at.key_span(key)


def _flag(text: str | None) -> bool | None:
    return None if text is None else text == "yes"
