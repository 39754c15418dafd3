"""Bands: the first step met wins; with straight lines between knots where a set asks for them."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from par_index.model.conditions import Bound
from par_index.model.quantities import Amount, Quantity
from par_index.model.reasons import Branch, Percent, Reason, Term
from par_index.model.rules import Bands, Share, Step, StepPoints
from par_index.nouns import replace
from par_index.scoring.conditions import Verdict, compare
from par_index.scoring.enclosures import Enclosure
from par_index.scoring.inputs import Inputs
from par_index.scoring.quantities import enclose
from par_index.scoring.results import Result, either, given
from par_index.scoring.values import operand, read_value

__all__ = ["apply_bands", "apply_interpolated"]

_ZERO = Fraction(0)


def apply_bands(rule: Bands, inputs: Inputs) -> Result:
    outcomes: list[Result] = []
    open_ = frozenset[str]()
    seen: tuple[Reason, ...] = ()
    rest = enclose(rule.of, inputs)
    none = rest.may_be_none
    for number, step in enumerate(rule.steps, start=1):
        verdict = compare(rule.of, step.bound, inputs)
        seen, open_ = (*seen, *verdict.reasons), open_ | verdict.open
        verdict = replace(verdict, reasons=seen)
        none = verdict.none
        if verdict.yes:
            met = _part(rest, step.bound, holds=True)
            outcomes += _banded(step.points, met, rule.of, Branch.STEP, verdict, inputs, number)
        if not verdict.no:
            break
        rest = _part(rest, step.bound, holds=False) or rest
    else:
        if not _names_every_option(rule, inputs):
            outcomes += _banded(rule.otherwise, rest, rule.of, Branch.OTHERWISE, verdict, inputs)
    return either(outcomes, replace(verdict, none=none, open=open_))


def _names_every_option(rule: Bands, inputs: Inputs) -> bool:
    """Whether a choice has a step for each of its options, so that nothing is left over."""
    if not isinstance(rule.of, Amount):
        return False
    options = inputs[rule.of.measure].measure.options
    return bool(options) and {step.bound.value for step in rule.steps} >= set(options)


def _part(value: Enclosure, bound: Bound, *, holds: bool) -> Enclosure | None:
    """The part of a value in which a bound holds; a choice has no parts."""
    return value if isinstance(bound.value, str) else value.where(bound, holds=holds)


def _banded(
    points: StepPoints,
    value: Enclosure | None,
    of: Quantity,
    branch: Branch,
    verdict: Verdict,
    inputs: Inputs,
    number: int | None = None,
) -> Iterator[Result]:
    """What a step gives to the values that reach it; nothing when none can."""
    if value is None:
        return
    if isinstance(points, Share):
        share = value.line(points.maximum).clamped(_ZERO, points.maximum)
        formula = (*operand(of, inputs), "*", points.maximum)
        yield replace(given(share, branch, verdict), step=number, formula=formula)
    else:
        yield replace(given(points, branch, verdict), step=number)


def apply_interpolated(rule: Bands, inputs: Inputs) -> Result:
    """Straight lines between knots; the best knot's points beyond it, ``otherwise`` below."""
    value = enclose(rule.of, inputs)
    verdict = read_value(rule.of, value, inputs)
    outcomes: list[Result] = []
    rest: Enclosure | None = value if value.has_value else None
    for number, step in enumerate(rule.steps, start=1):
        if rest is None:
            break
        part = rest.where(step.bound, holds=True)
        if part is not None:
            above = rule.steps[number - 2] if number > 1 else None
            outcomes.append(_on_line(part, above, step, number, verdict, rule, inputs))
        rest = rest.where(step.bound, holds=False)
    if rest is not None:
        outcomes += _banded(rule.otherwise, rest, rule.of, Branch.OTHERWISE, verdict, inputs)
    return either(outcomes, verdict)


def _on_line(
    value: Enclosure,
    above: Step | None,
    below: Step,
    number: int,
    verdict: Verdict,
    rule: Bands,
    inputs: Inputs,
) -> Result:
    """Between two knots; at and beyond the best one just its points."""
    assert isinstance(below.points, Fraction)
    reason = replace(verdict.reasons[0], bound=below.bound)
    verdict = replace(verdict, reasons=(reason,))
    if above is None:
        return replace(given(below.points, Branch.STEP, verdict), step=number)
    assert isinstance(above.points, Fraction)
    start, end = below.bound.value, above.bound.value
    assert isinstance(start, Fraction) and isinstance(end, Fraction)
    slope = (above.points - below.points) / (end - start)
    points = value.line(slope, below.points - slope * start)
    shown = _literal(below.bound)
    way: tuple[Term, ...] = ("(", *operand(rule.of, inputs), "-", shown, ")")
    width: tuple[Term, ...] = ("(", _literal(above.bound), "-", shown, ")")
    gain = above.points - below.points
    formula = (*((below.points, "+") if below.points else ()), *way, "/", *width, "*", gain)
    return replace(given(points, Branch.BETWEEN, verdict), step=number, formula=formula)


def _literal(bound: Bound) -> Term:
    assert isinstance(bound.value, Fraction)
    return Percent(bound.value) if bound.percent else bound.value
