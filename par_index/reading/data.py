"""Reading data: each value by its measure's kind, then the values against each other."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping as Table
from fractions import Fraction
from math import ceil, floor

from par_index.exact import printed_bounds, whole_numbers_behind
from par_index.model.criteria import CriteriaSet
from par_index.model.measures import By, Kind, Measure
from par_index.model.submission import Datum, Value
from par_index.problems import Problems, Span
from par_index.reading.fields import Fields, read_day
from par_index.reading.nearest import nearest
from par_index.reading.nodes import Mapping, Scalar
from par_index.reading.numbers import Figure, NumberStyle, read_figure

__all__ = ["check_data", "read_data"]

_YES, _NO = ("có", "yes"), ("không", "no")
_NOT_YET = ("none", "chưa có")
_DIGITS = re.compile(r"[0-9]+")


def read_data(
    node: Mapping, criteria: CriteriaSet, style: NumberStyle, problems: Problems
) -> dict[str, Datum]:
    """The data block: each known measure once, read by its kind."""
    data: dict[str, Datum] = {}
    for entry in node:
        id, span = entry.key.text, entry.key.span
        measure = criteria.measures.get(id)
        if measure is None:
            near = nearest(id, list(criteria.measures))
            problems.add("E210", span, found=id, near=near)
        elif isinstance(entry.value, Scalar):
            data[id] = _read(measure, entry.value, Datum(id, span), style, problems)
        elif isinstance(entry.value, Mapping):
            data[id] = _read_detailed(measure, entry.value, span, style, problems)
        else:
            problems.add("E208", span, key=id)
    return data


def check_data(
    data: Table[str, Datum],
    criteria: CriteriaSet,
    as_of: datetime.date | None,
    problems: Problems,
) -> None:
    """What cannot be (a part above its whole) is refused; what is odd is shown."""
    for id, datum in data.items():
        measure = criteria.measures[id]
        if not datum.is_reported:
            continue
        if measure.by is not By.UNIT:
            problems.add("W202", datum.span, found=id, by=measure.by.value)
        if isinstance(datum.value, datetime.date) and as_of and datum.value > as_of:
            problems.add("W203", datum.span, found=datum.value, as_of=as_of)
        for whole in _wholes_of(measure, criteria):
            _check_within(datum, data.get(whole), measure, problems)
        if measure.of is not None:
            counts = criteria.measures[measure.of[0]].kind is Kind.COUNT
            parts, wholes = (data.get(id) for id in measure.of)
            _check_rate(datum, parts, wholes, problems, counts=counts)


def _read_detailed(
    measure: Measure, node: Mapping, span: Span, style: NumberStyle, problems: Problems
) -> Datum:
    fields = Fields(node, problems, "2")
    fields.expect((), ("value", "quote", "said"))
    quote, said = fields.optional_text("quote"), fields.optional_text("said")
    if quote and said:
        problems.add("E206", node.key_span("said"), found="quote, said")
    value = node.get("value")
    empty = Datum(measure.id, span, quote=quote, said=said)
    if value is None:
        return empty
    if not isinstance(value, Scalar):
        problems.add("E208", node.key_span("value"), key="value")
        return empty
    datum = _read(measure, value, empty, style, problems)
    if isinstance(datum.value, Fraction) and quote and not _shows(quote, datum.text):
        problems.add("W204", datum.span, found=datum.text, quote=quote)
    return datum


def _read(
    measure: Measure, node: Scalar, empty: Datum, style: NumberStyle, problems: Problems
) -> Datum:
    """One written value; blank is not reported, and is never zero."""
    text = node.text.strip()
    if not text:
        return empty
    value: Value = None
    decimals, not_yet = 0, False
    match measure.kind:
        case Kind.YES_NO:
            if text.lower() in _YES + _NO:
                value = text.lower() in _YES
            else:
                problems.add("E234", node.span, found=text)
        case Kind.CHOICE:
            if text in measure.options:
                value = text
            else:
                expected = ", ".join(measure.options)
                problems.add("E235", node.span, found=text, expected=expected)
        case Kind.DATE:
            not_yet = text.lower() in _NOT_YET
            if not not_yet:
                value = read_day(text, node.span, problems)
        case _:
            figure = _read_figure(measure, text, node.span, style, problems)
            if figure is not None:
                value, decimals = figure.value, figure.decimals
    return Datum(
        empty.measure, node.span, node.text, value, decimals, not_yet, empty.quote, empty.said
    )


def _read_figure(
    measure: Measure, text: str, span: Span, style: NumberStyle, problems: Problems
) -> Figure | None:
    read = read_figure(
        text,
        style,
        whole=measure.kind is Kind.COUNT,
        percent=measure.kind in (Kind.PERCENT, Kind.RATE),
        counted_in=measure.counted_in,
        least=Fraction(0) if measure.least >= 0 else None,
    )
    if not isinstance(read, Figure):
        problems.add(read.code, span, **read.params)
        return None
    if read.value < measure.least:
        problems.add("E248", span, found=text, least=measure.least)
        return None
    return read


def _shows(quote: str, text: str) -> bool:
    """Whether the figure's digits stand in the quoted phrase as a number of their own."""
    wanted = _DIGITS.findall(text)
    found = _DIGITS.findall(quote)
    size = len(wanted)
    return any(found[start : start + size] == wanted for start in range(len(found)))


def _check_within(datum: Datum, whole: Datum | None, measure: Measure, problems: Problems) -> None:
    if whole is None or not isinstance(whole.value, Fraction):
        return
    if isinstance(datum.value, Fraction) and datum.value > whole.value:
        problems.add(
            "E240",
            datum.span,
            whole.span,
            part=measure.id,
            whole=whole.measure,
            found=datum.value,
            total=whole.value,
            gap=datum.value - whole.value,
        )


def _wholes_of(measure: Measure, criteria: CriteriaSet) -> list[str]:
    """Everything the measure lies within, through every level."""
    found: dict[str, None] = {}
    waiting = list(measure.within)
    while waiting:
        whole = waiting.pop()
        if whole not in found:
            found[whole] = None
            waiting.extend(criteria.measures[whole].within)
    return list(found)


def _check_rate(
    rate: Datum, part: Datum | None, whole: Datum | None, problems: Problems, *, counts: bool
) -> None:
    """A printed rate against its counts: they print so, or could."""
    parts = part.value if part is not None else None
    wholes = whole.value if whole is not None else None
    if not isinstance(rate.value, Fraction):
        return
    if isinstance(wholes, Fraction) and whole is not None:
        if wholes == 0:
            problems.add("E249", rate.span, whole.span, found=rate.text, whole=whole.measure)
        elif isinstance(parts, Fraction) and part is not None:
            if parts <= wholes and not _prints_as(parts / wholes, rate):
                share = parts / wholes
                problems.add(
                    "W201",
                    rate.span,
                    part.span,
                    found=rate.text,
                    part=parts,
                    whole=wholes,
                    computed=share,
                )
        elif counts and not _some_count_prints(rate, wholes):
            problems.add("E241", rate.span, whole.span, found=rate.text, whole=wholes)
    elif (
        isinstance(parts, Fraction)
        and part is not None
        and not _some_whole_prints(rate, parts, counts=counts)
    ):
        problems.add("E242", rate.span, part.span, found=rate.text, part=parts)


def _prints_as(share: Fraction, rate: Datum) -> bool:
    """Whether the share prints as the rate, rounded half up or cut off."""
    assert isinstance(rate.value, Fraction)
    low, high, high_open = printed_bounds(rate.value, rate.decimals)
    return low <= share < high or (share == high and not high_open)


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
