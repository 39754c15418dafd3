"""What goes with which kind of measure, and which measures fit each other."""

from __future__ import annotations

from par_index.exact import parse_literal
from par_index.model.measures import Kind
from par_index.problems import Problems
from par_index.reading.definition import MeasureForm
from par_index.reading.nearest import nearest
from par_index.reading.written import value_span

__all__ = ["check_measure", "unit_of"]

Forms = dict[str, MeasureForm]

_WITH_OPTIONS = (Kind.CHOICE, Kind.TALLY)
_WITH_BEST = (Kind.COUNT, Kind.MONEY, Kind.PERCENT, Kind.POINTS)
_TAKEN = {Kind.CHOICE: ("choose",), Kind.TALLY: ("value", "quote", "said")}
"""Words that stand beside the options where people write them."""


def unit_of(form: MeasureForm, forms: Forms) -> str:
    """What a measure is counted in; a part is counted as its whole unless it says so itself."""
    seen = {form.id}
    while form.counted_in is None and form.within in forms and form.within not in seen:
        form = forms[form.within]
        seen.add(form.id)
    return form.counted_in or ""


def check_measure(form: MeasureForm, forms: Forms, problems: Problems) -> None:
    """Report every key that does not go with the kind, and measures that do not fit."""
    _check_keys(form, problems)
    _check_options(form, problems)
    _check_least(form, problems)
    if form.within is not None:
        _check_member(form, "within", form.within, forms, problems)
    for id in form.of or ():
        _check_member(form, "of", id, forms, problems)
    if form.of is not None and all(id in forms for id in form.of):
        part, whole = (forms[id] for id in form.of)
        if part.kind != whole.kind or unit_of(part, forms) != unit_of(whole, forms):
            problems.add("E327", form.at.key_span("of"), part=form.of[0], whole=form.of[1])
    if form.best is not None:
        _check_best(form, form.best, forms, problems)


def _check_keys(form: MeasureForm, problems: Problems) -> None:
    kind = Kind(form.kind)
    belongs = {
        "of": kind is Kind.RATE,
        "options": kind in _WITH_OPTIONS,
        "within": kind.is_amount,
        "min": kind.is_amount or kind is Kind.POINTS,
        "counted_in": kind.is_amount or kind is Kind.TALLY,
        "best": kind in _WITH_BEST,
    }
    for key, fits in belongs.items():
        if key in form.at and not fits:
            problems.add("E334", form.at.key_span(key), found=key, expected=f"kind: {kind.value}")
    for key in ("of", "options"):
        if belongs[key] and key not in form.at:
            problems.add("E302", form.at.span, key=key)
    if form.best is not None and form.by != "block":
        problems.add("E334", form.at.key_span("best"), found="best", expected=f"by: {form.by}")
    movable = kind.is_amount or kind is Kind.PERCENT
    if form.can is not None and form.can != "fixed" and not movable:
        expected = f"kind: {kind.value}"
        problems.add("E334", form.at.key_span("can"), found=f"can: {form.can}", expected=expected)
    if form.can == "rise_with" and form.within is None:
        problems.add("E302", form.at.span, key="within")


def _check_options(form: MeasureForm, problems: Problems) -> None:
    options = form.option_ids
    place = form.at.key_span("options")
    for number, option in enumerate(options):
        if option in options[:number]:
            problems.add("E311", place, found=option)
        if option in _TAKEN.get(Kind(form.kind), ()):
            problems.add("E343", place, found=option)


def _check_least(form: MeasureForm, problems: Problems) -> None:
    """Amounts begin at a whole number, 0 or more; points wherever the author says."""
    literal = parse_literal(form.min) if form.min else None
    if literal is None:
        return
    whole = literal.value.denominator == 1 and literal.value >= 0
    if literal.percent or (Kind(form.kind).is_amount and not whole):
        expected = "0, 1, 12" if Kind(form.kind).is_amount else "-5, 0, 0.5"
        problems.add("E304", value_span(form, "min"), found=form.min, expected=expected)


def _check_member(form: MeasureForm, key: str, id: str, forms: Forms, problems: Problems) -> None:
    """A measure named by another exists, is an amount, and counts the same thing."""
    span = value_span(form, key)
    if id not in forms:
        problems.add("E312", span, found=id, near=nearest(id, list(forms)))
    elif not Kind(forms[id].kind).is_amount:
        problems.add("E333", span, found=id, kind=forms[id].kind)
    elif (
        key == "within"
        and Kind(form.kind).is_amount
        and (forms[id].kind != form.kind or unit_of(forms[id], forms) != unit_of(form, forms))
    ):
        problems.add("E327", span, part=form.id, whole=id)


def _check_best(form: MeasureForm, id: str, forms: Forms, problems: Problems) -> None:
    """The best of a block is of the same kind and unit as what it is the best of."""
    span = value_span(form, "best")
    if id not in forms:
        problems.add("E312", span, found=id, near=nearest(id, list(forms)))
        return
    other = forms[id]
    if other.by == "block":
        problems.add("E334", span, found=f"best: {id}", expected="by: block")
    elif not _same_kind(form, other) or unit_of(form, forms) != unit_of(other, forms):
        problems.add("E327", span, part=form.id, whole=id)


def _same_kind(best: MeasureForm, other: MeasureForm) -> bool:
    """A rate has no counts of its own in a block, so its best is a percentage."""
    return best.kind == other.kind or (best.kind == "percent" and other.kind == "rate")
