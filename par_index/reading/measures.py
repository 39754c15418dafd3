"""Lowering measures: what a unit may report, checked against each other."""

from __future__ import annotations

from fractions import Fraction

from par_index.model.measures import By, Can, Kind, Measure
from par_index.model.text import Text
from par_index.problems import Problems
from par_index.reading.conditions import value_span
from par_index.reading.definition import MeasureForm, MeasuresFile
from par_index.reading.limits import CHAIN
from par_index.reading.nearest import nearest
from par_index.reading.written import TextForm

__all__ = ["lower_measures", "text_of"]


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
        _check(form, forms, problems)
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
    return {
        id: _lower(form, tuple(wholes[id]), _counted_in(form, forms)) for id, form in forms.items()
    }


def _lower(form: MeasureForm, within: tuple[str, ...], counted_in: str) -> Measure:
    return Measure(
        id=form.id,
        label=text_of(form.label),
        kind=Kind(form.kind),
        span=value_span(form, "id"),
        counted_in=counted_in,
        within=within,
        of=(form.of[0], form.of[1]) if form.of else None,
        options=tuple(form.options or ()),
        least=Fraction(int(form.min)) if form.min else Fraction(0),
        can=Can(form.can) if form.can else None,
        better=form.better,
        by=By(form.by),
    )


def _counted_in(form: MeasureForm, forms: dict[str, MeasureForm]) -> str:
    """What a measure is counted in; a part is counted as its whole unless it says so itself."""
    seen = {form.id}
    while form.counted_in is None and form.within in forms and form.within not in seen:
        form = forms[form.within]
        seen.add(form.id)
    return form.counted_in or ""


def _check(form: MeasureForm, forms: dict[str, MeasureForm], problems: Problems) -> None:
    kind = Kind(form.kind)
    belongs = {
        "of": kind is Kind.RATE,
        "options": kind is Kind.CHOICE,
        "within": kind.is_amount,
        "min": kind.is_amount,
        "counted_in": kind.is_amount,
    }
    for key, fits in belongs.items():
        if key in form.at and not fits:
            problems.add("E334", form.at.key_span(key), found=key, expected=f"kind: {kind.value}")
    for key in ("of", "options"):
        if belongs[key] and key not in form.at:
            problems.add("E302", form.at.span, key=key)
    options = form.options or []
    for number, option in enumerate(options):
        if option in options[:number]:
            problems.add("E311", form.at.key_span("options"), found=option)
    movable = kind.is_amount or kind is Kind.PERCENT
    if form.can is not None and form.can != "fixed" and not movable:
        expected = f"kind: {kind.value}"
        problems.add("E334", form.at.key_span("can"), found=f"can: {form.can}", expected=expected)
    if form.can == "rise_with" and form.within is None:
        problems.add("E302", form.at.span, key="within")
    if form.min is not None and int(form.min) < 0:
        problems.add("E304", value_span(form, "min"), found=form.min, expected="0, 1")
    if form.within is not None:
        _check_member(form, "within", form.within, forms, problems)
    for id in form.of or ():
        _check_member(form, "of", id, forms, problems)
    if form.of is not None and all(id in forms for id in form.of):
        part, whole = (forms[id] for id in form.of)
        if part.kind != whole.kind or _counted_in(part, forms) != _counted_in(whole, forms):
            problems.add("E327", form.at.key_span("of"), part=form.of[0], whole=form.of[1])


def _check_member(
    form: MeasureForm, key: str, id: str, forms: dict[str, MeasureForm], problems: Problems
) -> None:
    """A measure named by another exists, is an amount, and counts the same thing."""
    span = value_span(form, key)
    if id not in forms:
        problems.add("E312", span, found=id, near=nearest(id, list(forms)))
    elif not Kind(forms[id].kind).is_amount:
        problems.add("E333", span, found=id, kind=forms[id].kind)
    elif (
        key == "within"
        and Kind(form.kind).is_amount
        and (
            forms[id].kind != form.kind or _counted_in(forms[id], forms) != _counted_in(form, forms)
        )
    ):
        problems.add("E327", span, part=form.id, whole=id)


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
