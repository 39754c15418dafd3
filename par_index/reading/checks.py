"""Lowering cross-checks: both sides are alike, and what may explain a gap is as well."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from par_index.model.checks import Check, CheckKind, Comparing, Expecting, Shows
from par_index.model.findings import Severity
from par_index.model.walking import measures_in_quantity
from par_index.problems import Problems, Span
from par_index.reading.conditions import ConditionReader
from par_index.reading.dates import Day, read_date
from par_index.reading.definition import CheckForm
from par_index.reading.lowered import Lowered, Type, common_type, place_of
from par_index.reading.measures import text_of
from par_index.reading.nearest import nearest
from par_index.reading.nodes import Mapping, Node, Scalar, Sequence
from par_index.reading.written import value_span

__all__ = ["lower_checks"]

_PAIRS = ("equal", "at_least", "at_most")
_TESTS = (*_PAIRS, "expect")
_SHOWS = {Type.SHARE: Shows.SHARE, Type.DATE: Shows.DAY}
_OF_PAIRS, _OF_CONDITIONS = ("explained_by", "otherwise"), ("if",)
_SLASHED: Final = re.compile(r"[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}")
_DAY: Final = "2025-12-31"


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
    span = form.at.key_span(key)
    sides = _sides(form, key, conditions, problems)
    if sides is None:
        return None
    left, right = sides
    kind = _type_of(sides)
    if not any(any(measures_in_quantity(one.quantity)) for one in sides):
        problems.add("E332", span)
    elif left.quantity == right.quantity:
        problems.add("E372", span, found=key)
    elif kind is None:
        first, second = _names_of(left, right)
        problems.add("E371", span, left=first, right=second)
    if kind is None:
        return None
    _check_explaining(form, kind, conditions, problems)
    shows = _SHOWS.get(kind.type, Shows.NUMBER)
    explaining = tuple(form.explained_by or ())
    return Comparing(CheckKind(key), left.quantity, right.quantity, shows, explaining)


def _sides(
    form: CheckForm, key: str, conditions: ConditionReader, problems: Problems
) -> list[Lowered] | None:
    """Both sides, each something that has more and less."""
    node = form.at.get(key)
    items = node.items if isinstance(node, Sequence) else ()
    if _has_slashed_days(items, problems):
        return None
    sides = []
    for number, written in enumerate(getattr(form, key)):
        span = place_of(items, number, form.at.key_span(key))
        one = conditions.quantities.read(written, span, None)
        if one is not None and one.type is Type.CHOICE:
            problems.add("E333", span, found=written, kind=Type.CHOICE.value)
        elif one is not None:
            sides.append(one)
    return sides if len(sides) == len(getattr(form, key)) else None


def _type_of(sides: list[Lowered]) -> Lowered | None:
    """One that stands for both sides; None where they cannot be compared."""
    if all(one.type is Type.DATE for one in sides):
        return sides[0]
    return common_type(sides)


def _names_of(left: Lowered, right: Lowered) -> tuple[str, str]:
    """What tells two sides apart: the unit of an amount, a word for anything else."""
    units = _unit_of(left), _unit_of(right)
    return units if units[0] != units[1] else (_sort_of(left), _sort_of(right))


def _unit_of(one: Lowered) -> str:
    return one.counted_in.partition(" ")[2] or _sort_of(one)


def _sort_of(one: Lowered) -> str:
    """``count`` or ``money`` for an amount, otherwise the type."""
    return one.counted_in.partition(" ")[0] or one.type.value


def _has_slashed_days(nodes: tuple[Node, ...], problems: Problems) -> bool:
    """Whether a day stands there as people write it; told with the way a set writes it."""
    found = False
    for node in nodes:
        match node:
            case Scalar() if _SLASHED.fullmatch(node.text):
                day = read_date(node.text)
                expected = day.date.isoformat() if isinstance(day, Day) else _DAY
                problems.add("E304", node.span, found=node.text, expected=expected)
                found = True
            case Sequence():
                found |= _has_slashed_days(node.items, problems)
            case Mapping():
                values = tuple(entry.value for entry in node)
                found |= _has_slashed_days(values, problems)
    return found


def _check_explaining(
    form: CheckForm, kind: Lowered, conditions: ConditionReader, problems: Problems
) -> None:
    """What may explain a gap is counted in what the gap is counted in; no day is."""
    if kind.type is Type.DATE and form.explained_by is not None:
        span = form.at.key_span("explained_by")
        problems.add("E334", span, found="explained_by", expected="kind: date")
        return
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
            other, own = _names_of(one, kind)
            problems.add("E338", span, kind=other, expected=own)
