"""Reading data: each value by its measure's kind, in this year's block or in last year's."""

from __future__ import annotations

import re
from collections.abc import Mapping as Table
from fractions import Fraction

from par_index.model.criteria import CriteriaSet
from par_index.model.measures import By, Kind, Measure, last_year_twin
from par_index.model.submission import Datum, Value
from par_index.problems import Problems, Span
from par_index.reading.fields import Fields, read_day
from par_index.reading.nearest import nearest
from par_index.reading.nodes import Entry, Mapping, Node, Scalar
from par_index.reading.numbers import Figure, NumberStyle, read_figure
from par_index.reading.tallies import read_tally

__all__ = ["declared", "read_change", "read_data", "read_last_year"]

_YES, _NO = ("có", "yes"), ("không", "no")
_NOT_YET = ("none", "chưa có")
_DIGITS = re.compile(r"[0-9]+")
_DETAILS = ("value", "quote", "said")


def declared(criteria: CriteriaSet) -> dict[str, Measure]:
    """The measures that the set's author wrote down, without twins for last year."""
    return {id: one for id, one in criteria.measures.items() if not one.last_year_of}


def read_data(
    node: Mapping,
    criteria: CriteriaSet,
    style: NumberStyle,
    problems: Problems,
    *,
    by: By | None = None,
) -> dict[str, Datum]:
    """The data block: each known measure once, read by its kind.

    ``by`` is who gives all of it, for a file that is not a unit's own.
    """
    return _read_block(node, declared(criteria), style, problems, by)


def read_last_year(
    node: Mapping, criteria: CriteriaSet, style: NumberStyle, problems: Problems
) -> tuple[dict[str, Datum], dict[str, Measure]]:
    """The block of last year, and the twins it is read by: all of them, asked for or not."""
    twins = {id: last_year_twin(measure) for id, measure in declared(criteria).items()}
    data = _read_block(node, twins, style, problems)
    return data, {twin.id: twin for twin in twins.values()}


def read_change(
    measure: Measure, entry: Entry, before: Datum | None, style: NumberStyle, problems: Problems
) -> Datum | None:
    """A value in place of another one, as if it stood in its file; the words beside that stay."""
    quote, said = ("", "") if before is None else (before.quote, before.said)
    empty = Datum(measure.id, entry.key.span, quote=quote, said=said)
    datum = _read_value(measure, entry.value, empty, style, problems)
    if datum is None:
        problems.add("E208", entry.key.span, key=entry.key.text)
    return datum


def _read_block(
    node: Mapping,
    measures: Table[str, Measure],
    style: NumberStyle,
    problems: Problems,
    by: By | None = None,
) -> dict[str, Datum]:
    """Data by the ids of their measures, which in a block of last year are those of twins."""
    data: dict[str, Datum] = {}
    for entry in node:
        id, span = entry.key.text, entry.key.span
        measure = measures.get(id)
        if measure is None:
            problems.add("E210", span, found=id, near=nearest(id, list(measures)))
        elif by is not None and measure.by is not by:
            problems.add("E256", span, found=id, by=measure.by.value)
        else:
            datum = _read_entry(measure, entry, style, problems)
            if datum is not None:
                data[measure.id] = datum
    return data


def _read_entry(
    measure: Measure, entry: Entry, style: NumberStyle, problems: Problems
) -> Datum | None:
    node, span = entry.value, entry.key.span
    is_tally = measure.kind is Kind.TALLY
    if isinstance(node, Mapping) and not (is_tally and not any(key in node for key in _DETAILS)):
        return _read_detailed(measure, node, span, style, problems)
    datum = _read_value(measure, node, Datum(measure.id, span), style, problems)
    if datum is None:
        problems.add("E208", span, key=entry.key.text)
    return datum


def _read_detailed(
    measure: Measure, node: Mapping, span: Span, style: NumberStyle, problems: Problems
) -> Datum:
    fields = Fields(node, problems, "2")
    fields.expect((), _DETAILS)
    quote, said = fields.optional_text("quote"), fields.optional_text("said")
    if quote and said:
        problems.add("E206", node.key_span("said"), found="quote, said")
    value = node.get("value")
    empty = Datum(measure.id, span, quote=quote, said=said)
    if value is None:
        return empty
    datum = _read_value(measure, value, empty, style, problems)
    if datum is None:
        problems.add("E208", node.key_span("value"), key="value")
        return empty
    return datum


def _read_value(
    measure: Measure, node: Node, empty: Datum, style: NumberStyle, problems: Problems
) -> Datum | None:
    """A value beside the words that ``empty`` has; None where its form can hold none."""
    if isinstance(node, Mapping) and measure.kind is Kind.TALLY:
        return read_tally(measure, node, empty, style, problems)
    if not isinstance(node, Scalar):
        return None
    datum = _read(measure, node, empty, style, problems)
    if isinstance(datum.value, Fraction) and datum.quote and not _shows(datum.quote, datum.text):
        problems.add("W204", datum.span, found=datum.text, quote=datum.quote)
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
        case Kind.TALLY:
            problems.add("E251", node.span, found=text, expected=", ".join(measure.options))
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
    if measure.most is not None and read.value > measure.most:
        problems.add("E250", span, found=text, most=measure.most)
        return None
    return read


def _shows(quote: str, text: str) -> bool:
    """Whether the figure's digits stand in the quoted phrase as a number of their own.

    People write ``06`` for 6.
    """
    (first, *rest), found = _DIGITS.findall(text), _DIGITS.findall(quote)
    return any(
        one.lstrip("0") == first.lstrip("0") and found[start + 1 : start + 1 + len(rest)] == rest
        for start, one in enumerate(found)
    )
