"""Quantities: what an exact expression over measures may come to, and how it is written."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from fractions import Fraction

from par_index.model.accounts import Basis
from par_index.model.measures import Kind
from par_index.model.quantities import (
    Amount,
    Choose,
    Constant,
    Days,
    Difference,
    MonthsAfter,
    Quantity,
    Ratio,
    Scaled,
    Sum,
    Tallied,
)
from par_index.model.reasons import InputState, Percent, Term
from par_index.model.submission import Tally
from par_index.scoring.enclosures import UNDEFINED, Enclosure, exactly
from par_index.scoring.inputs import Inputs

__all__ = ["basis_of", "enclose", "measures_in", "open_in", "terms_of"]

_ZERO, _ONE = Fraction(0), Fraction(1)
Weights = tuple[tuple[str, Fraction], ...]


def enclose(quantity: Quantity, inputs: Inputs) -> Enclosure:
    """All that the quantity may still be."""
    match quantity:
        case Amount(measure):
            if inputs[measure].measure.kind is Kind.RATE:
                return _enclose_rate(measure, inputs)
            return inputs[measure].value
        case Constant(value):
            return exactly(value)
        case Ratio(part, whole, bounded):
            if (rate := _declared_rate(quantity, inputs)) is not None:
                return _enclose_rate(rate, inputs)
            quotient = enclose(part, inputs).over(enclose(whole, inputs))
            return quotient.within(_ZERO, _ONE) if bounded and quotient.has_value else quotient
        case Sum(terms):
            total = exactly(_ZERO)
            for term in terms:
                total = total.plus(enclose(term, inputs))
            return total
        case Difference(first, second, unsigned):
            difference = enclose(first, inputs).minus(enclose(second, inputs))
            return difference.within(_ZERO, None) if unsigned else difference
        case Scaled(of, factor):
            return enclose(of, inputs).times(factor)
        case Days(first, second):
            return enclose(first, inputs).minus(enclose(second, inputs))
        case MonthsAfter(of, months):
            return enclose(of, inputs).months_later(months)
        case Tallied(measure, weights):
            return _enclose_tally(inputs[measure].tally, weights)
        case Choose(measure, values):
            chosen = inputs[measure].answer
            open_to = [value for option, value in values if chosen in (None, option)]
            return Enclosure(min(open_to), max(open_to))


def measures_in(quantity: Quantity, inputs: Inputs, *, choosing: bool = True) -> Iterator[str]:
    """The measures the quantity reads: a rate stands for its counts as well.

    ``choosing``: those, too, that only choose between numbers.
    """
    match quantity:
        case Amount(measure):
            if (of := inputs[measure].measure.of) is not None:
                yield from of
            yield measure
        case Tallied(measure):
            yield measure
        case Choose(measure):
            if choosing:
                yield measure
        case Constant():
            return
        case Ratio(part, whole):
            yield from measures_in(part, inputs, choosing=choosing)
            yield from measures_in(whole, inputs, choosing=choosing)
            if (rate := _declared_rate(quantity, inputs)) is not None:
                yield rate
        case Sum(terms):
            for term in terms:
                yield from measures_in(term, inputs, choosing=choosing)
        case Difference(first, second) | Days(first, second):
            yield from measures_in(first, inputs, choosing=choosing)
            yield from measures_in(second, inputs, choosing=choosing)
        case Scaled(of) | MonthsAfter(of):
            yield from measures_in(of, inputs, choosing=choosing)


def open_in(quantity: Quantity, inputs: Inputs) -> frozenset[str]:
    """The measures whose being open leaves the quantity open.

    A printed rate answers for its counts; without one, its counts are what is asked for.
    """
    read = dict.fromkeys(measures_in(quantity, inputs))
    rates = [id for id in read if inputs[id].measure.kind is Kind.RATE]
    aside: set[str] = set()
    for rate in rates:
        counts = inputs[rate].measure.of or ()
        aside.update(counts if inputs[rate].state is InputState.REPORTED else (rate,))
    return frozenset(id for id in read if inputs[id].is_open and id not in aside)


def basis_of(quantity: Quantity, inputs: Inputs) -> Basis:
    """The weakest basis of what the quantity reads; counts outweigh the rate printed of them.

    An answer that only chooses between numbers, such as a unit's block, is no part of its value.
    """
    strength = Basis.COUNTED
    for id in measures_in(quantity, inputs, choosing=False):
        known = inputs[id]
        if known.measure.kind is Kind.RATE and _counts_decide(id, inputs):
            continue
        if known.state is InputState.BLANK and not known.is_open:
            continue
        if known.state is not InputState.BLANK:
            strength = max(strength, known.basis, key=lambda basis: basis.weakness)
    return strength


def terms_of(quantity: Quantity, inputs: Inputs) -> tuple[Term, ...]:
    """The quantity with its values filled in, in reading order; ``?`` where one is unknown."""
    match quantity:
        case Amount(measure):
            known = inputs[measure]
            if known.measure.kind is Kind.RATE:
                return _rate_terms(measure, inputs)
            if isinstance(known.answer, str):
                return (known.answer,)
            if known.measure.kind is Kind.DATE:
                return (_day(known.value),)
            return (_number(known.value, percent=known.measure.kind is Kind.PERCENT),)
        case Constant(value, day, percent):
            shown = Percent(value) if percent else value
            return (datetime.date.fromordinal(int(value)) if day else shown,)
        case Ratio(part, whole):
            if (rate := _declared_rate(quantity, inputs)) is not None:
                return _rate_terms(rate, inputs)
            return (*_wrapped(part, inputs), "/", *_wrapped(whole, inputs))
        case Sum(terms):
            first, *rest = terms
            return (
                *terms_of(first, inputs),
                *(part for term in rest for part in ("+", *terms_of(term, inputs))),
            )
        case Difference(first, second) | Days(first, second):
            return (*terms_of(first, inputs), "-", *_wrapped(second, inputs))
        case Scaled(of, factor):
            return (*_wrapped(of, inputs), "*", factor)
        case MonthsAfter(of, months):
            return (*terms_of(of, inputs), "+", Fraction(months), "months")
        case Tallied(measure, weights):
            return _tally_terms(inputs[measure].tally, weights)
        case Choose(measure, _, percent):
            chosen = enclose(quantity, inputs)
            if not chosen.is_exact or chosen.low is None:
                return ("?",)
            return (Percent(chosen.low) if percent else chosen.low,)


def _declared_rate(ratio: Ratio, inputs: Inputs) -> str | None:
    if isinstance(ratio.part, Amount) and isinstance(ratio.whole, Amount):
        return inputs.rate_of(ratio.part.measure, ratio.whole.measure)
    return None


def _counts_decide(rate: str, inputs: Inputs) -> bool:
    """Whether both counts of the rate are themselves reported."""
    part, whole = inputs[rate].measure.of or ("", "")
    reported = InputState.REPORTED
    return inputs[part].state is reported and inputs[whole].state is reported


def _enclose_rate(rate: str, inputs: Inputs) -> Enclosure:
    """Counts decide; a rate known only as printed is all that prints so and fits the counts."""
    known = inputs[rate]
    part, whole = known.measure.of or ("", "")
    quotient = inputs[part].value.over(inputs[whole].value)
    if quotient.is_none or quotient.is_exact or known.state is not InputState.REPORTED:
        return quotient.within(_ZERO, _ONE) if quotient.has_value else quotient
    return known.value.within(quotient.low, quotient.high)


def _rate_terms(rate: str, inputs: Inputs) -> tuple[Term, ...]:
    part, whole = inputs[rate].measure.of or ("", "")
    printed = inputs[rate].datum
    quotient = inputs[part].value, inputs[whole].value
    if (
        inputs[rate].state is InputState.REPORTED
        and not all(value.is_exact for value in quotient)
        and printed is not None
    ):
        return (printed.text,)
    return (_number(quotient[0]), "/", _number(quotient[1]))


def _enclose_tally(tally: Tally | None, weights: Weights) -> Enclosure:
    """The weighted mean of the answers given; any mean of the weights while none are known."""
    if tally is None:
        each = [weight for _, weight in weights]
        return Enclosure(min(each), max(each), may_be_none=True)
    answers = sum((tally[option] for option, _ in weights), start=_ZERO)
    if answers == 0:
        return UNDEFINED
    weighted = sum((tally[option] * weight for option, weight in weights), start=_ZERO)
    return exactly(weighted / answers)


def _tally_terms(tally: Tally | None, weights: Weights) -> tuple[Term, ...]:
    if tally is None:
        return ("?",)
    products: list[Term] = []
    for option, weight in weights:
        if weight:
            products += ["+", tally[option], *(() if weight == 1 else ("*", Percent(weight)))]
    answers = sum((tally[option] for option, _ in weights), start=_ZERO)
    return ("(", *(products[1:] or [_ZERO]), ")", "/", answers)


def _wrapped(quantity: Quantity, inputs: Inputs) -> tuple[Term, ...]:
    terms = terms_of(quantity, inputs)
    return terms if len(terms) == 1 else ("(", *terms, ")")


def _number(value: Enclosure, *, percent: bool = False) -> Term:
    if not value.is_exact or value.low is None:
        return "?"
    return Percent(value.low) if percent else value.low


def _day(value: Enclosure) -> Term:
    number = _number(value)
    return datetime.date.fromordinal(int(number)) if isinstance(number, Fraction) else "?"
