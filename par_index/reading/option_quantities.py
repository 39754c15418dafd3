"""Quantities over the options of a tally or a choice: a number for each, none left out."""

from __future__ import annotations

from fractions import Fraction

from par_index.exact import parse_literal
from par_index.model.measures import Measure
from par_index.model.quantities import Choose, Tallied
from par_index.problems import Problems, Span
from par_index.reading.lowered import Lowered, Type
from par_index.reading.points import check_range
from par_index.reading.quantity_forms import ChooseForm, TallyForm
from par_index.reading.written import OpenForm

__all__ = ["lower_choice", "lower_tally"]

_NONE, _ALL = Fraction(0), Fraction(1)


def lower_tally(form: TallyForm, measure: Measure, problems: Problems) -> Lowered | None:
    """The weighted mean of a tally; options weighted ``skip`` do not count at all."""
    span = form.at.key_span("weights")
    if not _covers(form.weights, measure, span, problems):
        return None
    weights = []
    for option, text in form.weights.own.items():
        literal = parse_literal(text)
        if literal is None:
            continue
        if not check_range(
            form.weights, option, literal, problems, least=_NONE, most=_ALL, percent=literal.percent
        ):
            return None
        weights.append((option, literal.value))
    if not weights:
        problems.add("E340", span)
        return None
    least = min(weight for _, weight in weights)
    quantity = Tallied(measure.id, tuple(weights))
    return Lowered(quantity, Type.SHARE, may_be_none=True, least=least)


def lower_choice(form: ChooseForm, measure: Measure, problems: Problems) -> Lowered | None:
    """A number for each option: shares throughout, or plain numbers throughout."""
    span = form.at.key_span("choose")
    if not _covers(form, measure, span, problems):
        return None
    literals = [(option, parse_literal(text)) for option, text in form.own.items()]
    values = [(option, one.value) for option, one in literals if one is not None]
    percents = {one.percent for _, one in literals if one is not None}
    if len(percents) > 1:
        problems.add("E341", span)
        return None
    percent = True in percents
    return Lowered(
        Choose(measure.id, tuple(values), percent),
        Type.SHARE if percent else Type.NUMBER,
        least=min(value for _, value in values),
    )


def _covers(form: OpenForm, measure: Measure, span: Span, problems: Problems) -> bool:
    """Whether every option of the measure stands there, and nothing else."""
    expected = ", ".join(measure.options)
    strange = [option for option in form.own if option not in measure.options]
    for option in strange:
        problems.add("E328", form.at.key_span(option), found=option, expected=expected)
    missing = [option for option in measure.options if option not in form.own]
    if missing:
        problems.add("E339", span, missing=", ".join(missing))
    return not strange and not missing
