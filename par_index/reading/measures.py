"""Lowering measures: what a unit may report, checked against each other."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from par_index.exact import parse_literal
from par_index.model.measures import By, Can, Kind, Measure, last_year_id, last_year_twin
from par_index.model.text import Text
from par_index.problems import Problems
from par_index.reading.definition import MeasureForm, MeasuresFile
from par_index.reading.limits import CHAIN
from par_index.reading.measure_checks import check_measure, unit_of
from par_index.reading.written import TextForm, value_span

__all__ = ["REMEMBERED", "lower_measures", "text_of", "twins_of"]

REMEMBERED = (Kind.COUNT, Kind.MONEY, Kind.PERCENT, Kind.RATE, Kind.POINTS, Kind.DATE)
"""Kinds of which a rule may read last year's value."""


def text_of(form: TextForm) -> Text:
    return Text(form) if isinstance(form, str) else Text(form.vi, form.en or "")


def lower_measures(file: MeasuresFile, problems: Problems) -> dict[str, Measure]:
    """The measures by id, in written order. A rate's part lies within its whole."""
    forms: dict[str, MeasureForm] = {}
    for form in file.measures:
        if form.id in forms:
            first = value_span(forms[form.id], "id")
            problems.add("E311", value_span(form, "id"), first, found=form.id)
        forms.setdefault(form.id, form)
    wholes: dict[str, list[str]] = {id: [] for id in forms}
    for form in forms.values():
        check_measure(form, forms, problems)
        if form.within in forms:
            wholes[form.id].append(form.within)
    rates: dict[tuple[str, str], str] = {}
    for form in forms.values():
        if form.of is not None and all(id in forms for id in form.of):
            part, whole = form.of
            if whole not in wholes[part]:
                wholes[part].append(whole)
            if (part, whole) in rates:
                problems.add("E337", value_span(form, "id"), found=rates[part, whole])
            rates.setdefault((part, whole), form.id)
    _check_cycles(wholes, forms, problems)
    return {id: _lower(form, tuple(wholes[id]), unit_of(form, forms)) for id, form in forms.items()}


def twins_of(measure: Measure, measures: Mapping[str, Measure]) -> dict[str, Measure]:
    """Last year's twin of a measure, and of all it is a rate of or lies within."""
    twins: dict[str, Measure] = {}
    waiting = [measure.id]
    while waiting:
        one = measures[waiting.pop()]
        if last_year_id(one.id) not in twins:
            twins[last_year_id(one.id)] = last_year_twin(one)
            waiting += [*(one.of or ()), *one.within]
    return twins


def _lower(form: MeasureForm, within: tuple[str, ...], counted_in: str) -> Measure:
    least = parse_literal(form.min) if form.min else None
    return Measure(
        id=form.id,
        label=text_of(form.label),
        kind=Kind(form.kind),
        span=value_span(form, "id"),
        counted_in=counted_in,
        within=within,
        of=(form.of[0], form.of[1]) if form.of else None,
        options=tuple(form.option_ids),
        titles=tuple(
            (one.id, text_of(one.title)) for one in form.options or () if not isinstance(one, str)
        ),
        least=Fraction(0) if least is None else least.value,
        can=Can(form.can) if form.can else None,
        better=form.better,
        by=By(form.by),
        best=form.best or "",
    )


def _check_cycles(
    wholes: dict[str, list[str]], forms: dict[str, MeasureForm], problems: Problems
) -> None:
    done: set[str] = set()

    def visit(id: str, path: tuple[str, ...]) -> None:
        if id in path:
            cycle = " → ".join((*path[path.index(id) :], id))
            problems.add("E314", value_span(forms[path[-1]], "id"), cycle=cycle)
            return
        if len(path) > CHAIN:
            problems.add("E336", value_span(forms[path[0]], "id"), limit=CHAIN)
            return
        if id in done:
            return
        for whole in wholes[id]:
            visit(whole, (*path, id))
        done.add(id)

    for id in wholes:
        visit(id, ())
