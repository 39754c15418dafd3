"""Lowering cross-checks: both sides are alike, and what may explain a gap is as well."""

from __future__ import annotations

from collections.abc import Iterator

from par_index.model.checks import Check, CheckKind, Comparing, Expecting, Shows
from par_index.model.findings import Severity
from par_index.problems import Problems, Span
from par_index.reading.conditions import ConditionReader
from par_index.reading.definition import CheckForm
from par_index.reading.lowered import Lowered, Type, common_type, place_of
from par_index.reading.measures import text_of
from par_index.reading.nearest import nearest
from par_index.reading.nodes import Sequence
from par_index.reading.written import value_span

__all__ = ["lower_checks"]

_PAIRS = ("equal", "at_least", "at_most")
_TESTS = (*_PAIRS, "expect")
_SHOWS = {Type.SHARE: Shows.SHARE, Type.DATE: Shows.DAY}
_OF_PAIRS, _OF_CONDITIONS = ("explained_by", "otherwise"), ("if",)


def lower_checks(
    forms: list[CheckForm], conditions: ConditionReader, problems: Problems
) -> tuple[Check, ...]:
    """The checks in written order, each id once."""
    first: dict[str, Span] = {}
    for form in forms:
        span = value_span(form, "id")
        if form.id in first:
            problems.add("E311", span, first[form.id], found=form.id)
        first.setdefault(form.id, span)
    return tuple(_lower(forms, conditions, problems))


def _lower(
    forms: list[CheckForm], conditions: ConditionReader, problems: Problems
) -> Iterator[Check]:
    for form in forms:
        test = _test(form, conditions, problems)
        if test is not None:
            yield Check(
                form.id,
                value_span(form, "id"),
                test,
                Severity(form.severity),
                text_of(form.say),
                form.otherwise == "refuse",
            )


def _test(
    form: CheckForm, conditions: ConditionReader, problems: Problems
) -> Comparing | Expecting | None:
    given = [key for key in _TESTS if key in form.at]
    if len(given) != 1:
        problems.add("E306", form.at.span, found=", ".join(given))
        return None
    key = given[0]
    for other in _OF_PAIRS if key == "expect" else _OF_CONDITIONS:
        if other in form.at:
            problems.add("E334", form.at.key_span(other), found=other, expected=key)
    if key == "expect":
        return _expecting(form, conditions)
    return _comparing(form, key, conditions, problems)


def _expecting(form: CheckForm, conditions: ConditionReader) -> Expecting | None:
    assert form.expect is not None
    expect = conditions.read(form.expect, value_span(form, "expect"))
    given = None if form.if_ is None else conditions.read(form.if_, value_span(form, "if"))
    return None if expect is None else Expecting(expect, given)


def _comparing(
    form: CheckForm, key: str, conditions: ConditionReader, problems: Problems
) -> Comparing | None:
    node, span = form.at.get(key), form.at.key_span(key)
    items = node.items if isinstance(node, Sequence) else ()
    sides = [
        conditions.quantities.read(side, place_of(items, number, span), None)
        for number, side in enumerate(getattr(form, key))
    ]
    left, right = sides
    if left is None or right is None:
        return None
    kind = _type_of([left, right])
    if kind is None:
        names = sorted(
            {
                f"{one.type}({one.counted_in})" if one.counted_in else one.type
                for one in (left, right)
            }
        )
        problems.add("E315", span, found=", ".join(names))
        return None
    _check_explaining(form, kind, conditions, problems)
    shows = _SHOWS.get(kind.type, Shows.NUMBER)
    explaining = tuple(form.explained_by or ())
    return Comparing(CheckKind(key), left.quantity, right.quantity, shows, explaining)


def _type_of(sides: list[Lowered]) -> Lowered | None:
    """One that stands for both sides; two numbers written in the set say nothing of a unit."""
    if all(one.type is Type.DATE for one in sides):
        return sides[0]
    if all(one.type is Type.NUMBER for one in sides):
        return None
    return common_type(sides)


def _check_explaining(
    form: CheckForm, kind: Lowered, conditions: ConditionReader, problems: Problems
) -> None:
    """What may explain a gap is counted in what the gap is counted in."""
    node = form.at.get("explained_by")
    items = node.items if isinstance(node, Sequence) else ()
    for number, id in enumerate(form.explained_by or ()):
        span = place_of(items, number, form.at.span)
        if id not in conditions.quantities.measures:
            near = nearest(id, list(conditions.quantities.measures))
            problems.add("E312", span, found=id, near=near)
            continue
        one = conditions.quantities.read(id, span, None)
        if one is not None and (one.type, one.counted_in) != (kind.type, kind.counted_in):
            problems.add("E315", span, found=f"{id}, {kind.type}({kind.counted_in})")
