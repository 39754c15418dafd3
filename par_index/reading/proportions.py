"""Lowering ``proportional``: what is reached against a target of the same kind."""

from __future__ import annotations

from fractions import Fraction

from par_index.exact import Literal, exact_text, parse_literal
from par_index.model.conditions import Bound, Relation
from par_index.model.quantities import Choose, Constant
from par_index.model.rules import Proportional
from par_index.problems import Problems, Span
from par_index.reading.lowered import NUMERIC, Lowered, Type, common_type
from par_index.reading.points import check_range, percent_text
from par_index.reading.quantities import QuantityReader
from par_index.reading.rule_forms import ProportionalForm
from par_index.reading.written import value_span

__all__ = ["read_proportional"]

_ZERO = Fraction(0)


def read_proportional(
    form: ProportionalForm,
    quantities: QuantityReader,
    maximum: Fraction,
    span: Span,
    *,
    settled: bool,
) -> Proportional | None:
    """Lower one; None after a problem. ``settled``: something says what 0/0 counts as."""
    problems = quantities.problems
    of = quantities.read(form.of, value_span(form, "of"), form.at.get("of"))
    target = None
    if form.target is not None:
        place = value_span(form, "target")
        target = quantities.read(form.target, place, form.at.get("target"))
    if of is None or (form.target is not None and target is None):
        return None
    if not _suits(form, of, target, problems):
        return None
    undefined = of.may_be_none
    if target is not None:
        undefined = undefined or target.may_be_none or target.may_be_zero
    if undefined and not settled:
        problems.add("E319", span)
    floor = None
    if form.floor is not None:
        floor = _floor(form, form.floor, of, target, problems)
        if floor is None:
            return None
    return Proportional(of.quantity, maximum, target.quantity if target else None, floor)


def _suits(form: ProportionalForm, of: Lowered, target: Lowered | None, problems: Problems) -> bool:
    """Whether ``of`` can be held against the target, or against 100% without one."""
    if of.type not in NUMERIC or (target is None and of.type is not Type.SHARE):
        span = value_span(form, "of")
        problems.add("E338", span, kind=of.type.value, expected=Type.SHARE.value)
        return False
    if target is None:
        return True
    if common_type((of, target)) is None:
        kinds = (f"{one.type}({one.counted_in})".replace("()", "") for one in (of, target))
        problems.add("E315", value_span(form, "target"), found=", ".join(kinds))
        return False
    least = _least_written(target)
    if least is None:
        return True
    percent = target.type is Type.SHARE
    literal = Literal(least, percent, percent_text(least) if percent else exact_text(least))
    return check_range(form, "target", literal, problems, above=_ZERO, percent=percent)


def _floor(
    form: ProportionalForm, text: str, of: Lowered, target: Lowered | None, problems: Problems
) -> Bound | None:
    """A bound on ``of`` itself, which no unit can miss and still reach the target."""
    literal = parse_literal(text)
    assert literal is not None, "the form has checked it"
    percent = of.type is Type.SHARE
    if literal.percent != percent:
        problems.add("E316", value_span(form, "floor"), found=text, kind=of.type.value)
        return None
    most = Fraction(1) if target is None else _least_written(target)
    if not check_range(form, "floor", literal, problems, above=_ZERO, most=most, percent=percent):
        return None
    return Bound(Relation.AT_LEAST, literal.value, percent=percent)


def _least_written(quantity: Lowered) -> Fraction | None:
    """The least number that stands written for a quantity; None for one that is reported."""
    match quantity.quantity:
        case Constant(value):
            return value
        case Choose(_, values):
            return min(value for _, value in values)
        case _:
            return None
