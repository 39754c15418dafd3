"""Checks: which cross-checks of reported data hold, which fail, which only raise a question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations

from par_index.comparing.sides import Side, side_of
from par_index.model.checks import Check, CheckKind, CheckResult, CheckState, Comparing
from par_index.model.criteria import CriteriaSet
from par_index.model.measures import Measure
from par_index.model.submission import Datum
from par_index.model.walking import measures_in_quantity

__all__ = ["compare_all", "compare_one", "members_of"]

_MOST_EXPLAINING = 12
"""Of so many measures every group is tried; more are tried one by one."""


def compare_all(criteria: CriteriaSet, data: Mapping[str, Datum]) -> Iterator[CheckResult]:
    """What comes of each check of a set that compares two quantities."""
    for check in criteria.checks:
        if isinstance(check.test, Comparing):
            yield compare_one(check, check.test, data, criteria.measures)


def members_of(test: Comparing) -> tuple[str, ...]:
    """The measures that a check compares, each once."""
    return tuple(
        dict.fromkeys((*measures_in_quantity(test.left), *measures_in_quantity(test.right)))
    )


def compare_one(
    check: Check, test: Comparing, data: Mapping[str, Datum], measures: Mapping[str, Measure]
) -> CheckResult:
    """Hold both sides against each other, by reported values alone."""
    left, right = side_of(test.left, data, measures), side_of(test.right, data, measures)
    if left.value is None or right.value is None:
        return _with_blanks(check, test, left, right)
    if _holds(test.kind, left, right):
        return CheckResult(check, CheckState.HOLDS, left.value, right.value)
    gap = abs(left.value - right.value)
    told = [id for id in test.explained_by if id in data and data[id].figure is not None]
    explaining = _explaining(told, gap, data, exactly=test.kind is CheckKind.EQUAL)
    if explaining:
        return CheckResult(
            check, CheckState.EXPLAINED, left.value, right.value, explained_by=explaining
        )
    blank = tuple(id for id in test.explained_by if id not in told)
    state = CheckState.ASKS if blank else CheckState.FAILED
    return CheckResult(check, state, left.value, right.value, blank)


def _holds(kind: CheckKind, left: Side, right: Side) -> bool:
    """Whether something that both sides stand for would do."""
    reaches, stays = not _surely_below(left, right), not _surely_below(right, left)
    match kind:
        case CheckKind.AT_LEAST:
            return reaches
        case CheckKind.AT_MOST:
            return stays
        case _:
            return reaches and stays


def _surely_below(one: Side, other: Side) -> bool:
    return one.high is not None and other.low is not None and one.high < other.low


def _with_blanks(check: Check, test: Comparing, left: Side, right: Side) -> CheckResult:
    """One sum with blanks beside a whole that is known: enough to fail, or to ask."""
    kind = test.kind
    blank = tuple(dict.fromkeys((*left.blank, *right.blank)))
    # The side with blanks is at least what is known of it: amounts are never below zero.
    if left.known is not None and right.value is not None and kind is not CheckKind.AT_LEAST:
        known, whole = left, right
    elif right.known is not None and left.value is not None and kind is not CheckKind.AT_MOST:
        known, whole = right, left
    else:
        return CheckResult(check, CheckState.OPEN, left.value, right.value, blank)
    state = CheckState.OPEN
    if _surely_below(whole, known):
        # What may be counted on the smaller side could still account for it.
        state = CheckState.ASKS if test.explained_by else CheckState.FAILED
    elif _surely_below(known, whole) and kind is CheckKind.EQUAL:
        state = CheckState.ASKS
    first, second = (side.known if side.value is None else side.value for side in (left, right))
    return CheckResult(check, state, first, second, blank)


def _explaining(
    ids: Sequence[str], gap: Fraction, data: Mapping[str, Datum], *, exactly: bool
) -> tuple[str, ...]:
    """The fewest measures that together come to the gap, or at least reach it."""
    values = {id: value for id in ids if (value := data[id].figure)}
    most = len(values) if len(values) <= _MOST_EXPLAINING else 1
    for size in range(1, most + 1):
        for group in combinations(values, size):
            total = sum((values[id] for id in group), start=Fraction(0))
            if total == gap or (total > gap and not exactly):
                return group
    return ()
