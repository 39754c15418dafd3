"""Data against each other: what cannot be is refused, what is odd is shown."""

from __future__ import annotations

import datetime
from collections.abc import Mapping as Table
from fractions import Fraction
from math import ceil, floor

from par_index.comparing.checks import compare_all, members_of
from par_index.exact import printed_bounds, whole_numbers_behind
from par_index.model.checks import CheckState, Comparing
from par_index.model.criteria import CriteriaSet
from par_index.model.measures import Kind, Measure
from par_index.model.submission import Datum
from par_index.problems import Problems

__all__ = ["check_data", "check_days", "check_refused"]


def check_days(data: Table[str, Datum], as_of: datetime.date | None, problems: Problems) -> None:
    """What is odd in a unit's own days: those still to come."""
    for datum in data.values():
        if isinstance(datum.value, datetime.date) and as_of and datum.value > as_of:
            problems.add("W203", datum.span, found=datum.value, as_of=as_of)


def check_data(data: Table[str, Datum], measures: Table[str, Measure], problems: Problems) -> None:
    """No part is above its whole, and each rate fits the counts it is printed from."""
    for id, datum in data.items():
        measure = measures[id]
        if not datum.is_reported:
            continue
        for whole in _wholes_of(measure, measures):
            _check_within(datum, data.get(whole), measures, problems)
        if measure.of is not None:
            counts = measures[measure.of[0]].kind is Kind.COUNT
            name = measures[measure.of[1]].last_year_of or measure.of[1]
            parts, wholes = (data.get(id) for id in measure.of)
            _check_rate(datum, parts, wholes, name, problems, counts=counts)


def check_refused(criteria: CriteriaSet, data: Table[str, Datum], problems: Problems) -> None:
    """No check fails that says of itself that data which fail it cannot be true."""
    for result in compare_all(criteria, data):
        if not result.check.refuses or result.state is not CheckState.FAILED:
            continue
        assert isinstance(result.check.test, Comparing)
        told = [data[id] for id in members_of(result.check.test) if id in data]
        first, *others = [datum.span for datum in told if datum.is_reported]
        assert result.left is not None and result.right is not None
        sides = {"left": result.term(result.left), "right": result.term(result.right)}
        problems.add("E258", first, *others, say=result.check.say, **sides)


def _check_within(
    datum: Datum, whole: Datum | None, measures: Table[str, Measure], problems: Problems
) -> None:
    if whole is None or not isinstance(whole.value, Fraction):
        return
    if isinstance(datum.value, Fraction) and datum.value > whole.value:
        problems.add(
            "E240",
            datum.span,
            whole.span,
            part=measures[datum.measure].last_year_of or datum.measure,
            whole=measures[whole.measure].last_year_of or whole.measure,
            found=datum.value,
            total=whole.value,
            gap=datum.value - whole.value,
        )


def _wholes_of(measure: Measure, measures: Table[str, Measure]) -> list[str]:
    """Everything the measure lies within, through every level."""
    found: dict[str, None] = {}
    waiting = list(measure.within)
    while waiting:
        whole = waiting.pop()
        if whole not in found:
            found[whole] = None
            waiting.extend(measures[whole].within)
    return list(found)


def _check_rate(
    rate: Datum,
    part: Datum | None,
    whole: Datum | None,
    name: str,
    problems: Problems,
    *,
    counts: bool,
) -> None:
    """A printed rate against one of its counts: it could be so. ``name`` is of the whole.

    With both counts there, whether they print so is a question to the unit, and a finding.
    """
    parts = part.value if part is not None else None
    wholes = whole.value if whole is not None else None
    if not isinstance(rate.value, Fraction):
        return
    if isinstance(wholes, Fraction) and whole is not None:
        if wholes == 0:
            problems.add("E249", rate.span, whole.span, found=rate.text, whole=name)
        elif isinstance(parts, Fraction):
            return
        elif counts and not _some_count_prints(rate, wholes):
            problems.add("E241", rate.span, whole.span, found=rate.text, whole=wholes)
    elif (
        isinstance(parts, Fraction)
        and part is not None
        and not _some_whole_prints(rate, parts, counts=counts)
    ):
        problems.add("E242", rate.span, part.span, found=rate.text, part=parts)


def _some_count_prints(rate: Datum, whole: Fraction) -> bool:
    assert isinstance(rate.value, Fraction)
    return whole_numbers_behind(*printed_bounds(rate.value, rate.decimals), whole) is not None


def _some_whole_prints(rate: Datum, part: Fraction, *, counts: bool) -> bool:
    """Whether some total gives the rate for this part; none does for 3 out of 0%."""
    assert isinstance(rate.value, Fraction)
    low, high, high_open = printed_bounds(rate.value, rate.decimals)
    if part == 0:
        return low == 0
    if high == 0:
        return False
    if low == 0 or not counts:
        return True
    least, most = ceil(part / high), floor(part / low)
    if high_open and part == least * high:
        least += 1
    return least <= most
