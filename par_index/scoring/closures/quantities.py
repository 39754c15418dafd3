"""Closures for quantities: a numerator over a denominator, both whole numbers as a rule."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from operator import itemgetter

from par_index.exact import months_later
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
from par_index.nouns import Noun
from par_index.scoring.closures.facts import Facts, Fn, Slots

__all__ = ["Expression", "UncompilableError", "compile_quantity"]


class UncompilableError(Exception):
    """A rule whose meaning closures do not have; it is interpreted."""


class Expression(Noun):
    """``number / over``: a whole number, or a closure that gives 0 where the quotient is x/0.

    ``is_positive``: never below 0, so that it may stand in a denominator.
    """

    number: Callable[[Facts], Fn]
    over: int | Callable[[Facts], Fn]
    is_positive: bool
    slots: tuple[int, ...]
    pair: Callable[[Facts], tuple[Fn, Fn]] | None = None

    @property
    def is_fact(self) -> bool:
        """Whether it is a fact as it stands."""
        return isinstance(self.number, itemgetter)

    @property
    def read(self) -> Callable[[Facts], tuple[Fn, Fn]]:
        """Numerator and denominator at once; for one fact over another in a single look."""
        if self.pair is not None:
            return self.pair
        number, over = self.number, self.over
        if isinstance(over, int):
            return lambda facts: (number(facts), over)
        return lambda facts: (number(facts), over(facts))


def compile_quantity(quantity: Quantity, slots: Slots) -> Expression:
    """The quantity over facts. Raises `UncompilableError`."""
    match quantity:
        case Amount(measure):
            return _amount(measure, slots)
        case Constant(value):
            number, over = value.numerator, value.denominator
            return Expression(lambda _facts: number, over, value >= 0, ())
        case Ratio(part, whole):
            return _quotient(compile_quantity(part, slots), compile_quantity(whole, slots))
        case Sum(terms):
            first, *rest = [compile_quantity(term, slots) for term in terms]
            for term in rest:
                first = _added(first, term, 1)
            return first
        case Difference(first, second, unsigned):
            return _added(
                compile_quantity(first, slots), compile_quantity(second, slots), -1, unsigned
            )
        case Days(first, second):
            return _added(compile_quantity(first, slots), compile_quantity(second, slots), -1)
        case Scaled(of, factor):
            return _scaled(compile_quantity(of, slots), factor)
        case MonthsAfter(of, months):
            day = compile_quantity(of, slots).number
            later = _later(day, months)
            return Expression(later, 1, True, compile_quantity(of, slots).slots)
        case Tallied(measure, weights):
            return _tally(slots[measure], weights)
        case Choose(measure, values):
            return _choice(slots[measure], dict(values))


def _denominator(expression: Expression) -> Callable[[Facts], Fn]:
    """The denominator as a closure."""
    over = expression.over
    return (lambda _facts: over) if isinstance(over, int) else over


def _amount(id: str, slots: Slots) -> Expression:
    measure = slots.measures[id]
    if measure.kind is Kind.RATE:
        assert measure.of is not None
        return _quotient(*(_amount(one, slots) for one in measure.of))
    slot = slots[id]
    is_positive = measure.kind is not Kind.POINTS or measure.least >= 0
    return Expression(itemgetter(slot), slots.scale(id), is_positive, (slot,))


def _quotient(part: Expression, whole: Expression) -> Expression:
    if not whole.is_positive or not isinstance(whole.over, int):
        raise UncompilableError
    slots = (*part.slots, *whole.slots)
    of, by, scale = part.number, whole.number, whole.over
    if isinstance(part.over, int):
        unit = part.over
        if unit == scale:
            both = part.is_fact and whole.is_fact
            pair = itemgetter(*part.slots, *whole.slots) if both else None
            return Expression(of, by, part.is_positive, slots, pair)
        return Expression(
            lambda facts: of(facts) * scale,
            lambda facts: by(facts) * unit,
            part.is_positive,
            slots,
        )
    under = part.over
    return Expression(
        lambda facts: of(facts) * scale,
        lambda facts: by(facts) * under(facts),
        part.is_positive,
        slots,
    )


def _added(first: Expression, second: Expression, sign: int, unsigned: bool = False) -> Expression:
    slots = (*first.slots, *second.slots)
    is_positive = unsigned or (sign > 0 and first.is_positive and second.is_positive)
    one, other = first.number, second.number
    if isinstance(first.over, int) and first.over == second.over:
        number = (
            (lambda facts: one(facts) + other(facts))
            if sign > 0
            else (lambda facts: one(facts) - other(facts))
        )
        return Expression(number, first.over, is_positive, slots)
    over, under = _denominator(first), _denominator(second)
    return Expression(
        lambda facts: one(facts) * under(facts) + sign * other(facts) * over(facts),
        lambda facts: over(facts) * under(facts),
        is_positive,
        slots,
    )


def _scaled(of: Expression, factor: Fraction) -> Expression:
    number, up, down = of.number, factor.numerator, factor.denominator
    is_positive = of.is_positive and factor >= 0
    if isinstance(of.over, int):
        return Expression(lambda facts: number(facts) * up, of.over * down, is_positive, of.slots)
    over = of.over
    return Expression(
        lambda facts: number(facts) * up, lambda facts: over(facts) * down, is_positive, of.slots
    )


def _later(day: Callable[[Facts], Fn], months: int) -> Callable[[Facts], Fn]:
    return lambda facts: int(months_later(Fraction(day(facts)), months))


def _tally(slot: int, weights: tuple[tuple[str, Fraction], ...]) -> Expression:
    common = 1
    for _, weight in weights:
        common *= weight.denominator
    whole = [(option, int(weight * common)) for option, weight in weights]

    def number(facts: Facts) -> Fn:
        tally = facts[slot]
        return sum(tally[option] * weight for option, weight in whole)

    def over(facts: Facts) -> Fn:
        tally = facts[slot]
        return common * sum(tally[option] for option, _ in whole)

    return Expression(number, over, True, (slot,))


def _choice(slot: int, values: dict[str, Fraction]) -> Expression:
    common = 1
    for value in values.values():
        common *= value.denominator
    whole = {option: int(value * common) for option, value in values.items()}
    is_positive = all(value >= 0 for value in whole.values())
    return Expression(lambda facts: whole[facts[slot]], common, is_positive, (slot,))
