"""Closures for conditions: true, false, or None where they are undefined."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from par_index.model.conditions import (
    AboutCriterion,
    All,
    Answered,
    AnyOf,
    Bound,
    Comparison,
    Condition,
    CriterionApplies,
    CriterionAtLeast,
    CriterionFull,
    Not,
    Relation,
)
from par_index.model.quantities import Amount, Quantity
from par_index.scoring.closures.facts import Facts, Slots
from par_index.scoring.closures.quantities import Expression, compile_quantity

__all__ = ["Ask", "Test", "compile_bound", "compile_condition"]

Test = Callable[[Facts], bool | None]

Ask = Callable[[AboutCriterion], tuple[Test, tuple[int, ...]]]
"""Compiles a question about another criterion; gives the slots it reads, too."""


def compile_condition(condition: Condition, slots: Slots, ask: Ask) -> tuple[Test, tuple[int, ...]]:
    """A condition over facts, and the slots it reads. Raises `UncompilableError`."""
    test, read = _compile(condition, slots, ask)
    if condition.when_none is None:
        return test, read
    otherwise = condition.when_none

    def settled(facts: Facts) -> bool:
        truth = test(facts)
        return otherwise if truth is None else truth

    return settled, read


def compile_bound(of: Quantity, bound: Bound, slots: Slots) -> tuple[Test, tuple[int, ...]]:
    """Whether a quantity meets a bound; None where it is x/0."""
    if isinstance(bound.value, str):
        assert isinstance(of, Amount)
        slot, option = slots[of.measure], bound.value
        return (lambda facts: facts[slot] == option), (slot,)
    expression = compile_quantity(of, slots)
    return _meets(expression, bound.relation, bound.value), expression.slots


def _compile(condition: Condition, slots: Slots, ask: Ask) -> tuple[Test, tuple[int, ...]]:
    match condition:
        case Answered(measure):
            slot = slots[measure]
            return (lambda facts: facts[slot]), (slot,)
        case Comparison(of, bound):
            return compile_bound(of, bound, slots)
        case CriterionFull() | CriterionAtLeast() | CriterionApplies():
            return ask(condition)
        case Not(member):
            test, read = compile_condition(member, slots, ask)
            return _opposite(test), read
        case All(members):
            compiled = [compile_condition(member, slots, ask) for member in members]
            tests = [test for test, _ in compiled]
            return _every(tests), tuple(slot for _, read in compiled for slot in read)
        case AnyOf(members):
            compiled = [compile_condition(member, slots, ask) for member in members]
            tests = [_opposite(test) for test, _ in compiled]
            read = tuple(slot for _, read in compiled for slot in read)
            return _opposite(_every(tests)), read


def _opposite(test: Test) -> Test:
    def opposite(facts: Facts) -> bool | None:
        truth = test(facts)
        return None if truth is None else not truth

    return opposite


def _every(tests: Sequence[Test]) -> Test:
    """All of them; an undefined one drops out, and when all do, so does the whole."""

    def every(facts: Facts) -> bool | None:
        whole = None
        for test in tests:
            truth = test(facts)
            if truth is False:
                return False
            if truth:
                whole = True
        return whole

    return every


def _meets(expression: Expression, relation: Relation, bound: Fraction) -> Test:
    """``number / over`` against a bound, both sides multiplied out."""
    number, times, against = expression.number, bound.denominator, bound.numerator
    over = expression.over
    if isinstance(over, int):
        limit = against * over
        if times == 1:
            match relation:
                case Relation.AT_LEAST:
                    return lambda facts: number(facts) >= limit
                case Relation.ABOVE:
                    return lambda facts: number(facts) > limit
                case Relation.AT_MOST | Relation.ON_OR_BEFORE:
                    return lambda facts: number(facts) <= limit
                case Relation.BELOW | Relation.BEFORE:
                    return lambda facts: number(facts) < limit
                case Relation.IS:
                    return lambda facts: number(facts) == limit
        match relation:
            case Relation.AT_LEAST:
                return lambda facts: number(facts) * times >= limit
            case Relation.ABOVE:
                return lambda facts: number(facts) * times > limit
            case Relation.AT_MOST | Relation.ON_OR_BEFORE:
                return lambda facts: number(facts) * times <= limit
            case Relation.BELOW | Relation.BEFORE:
                return lambda facts: number(facts) * times < limit
            case Relation.IS:
                return lambda facts: number(facts) * times == limit
    below = over

    def difference(facts: Facts) -> int | None:
        under = below(facts)
        return None if under == 0 else number(facts) * times - against * under

    return _sign_test(difference, relation)


def _sign_test(difference: Callable[[Facts], int | None], relation: Relation) -> Test:
    def at_least(facts: Facts) -> bool | None:
        sign = difference(facts)
        return None if sign is None else sign >= 0

    def above(facts: Facts) -> bool | None:
        sign = difference(facts)
        return None if sign is None else sign > 0

    def equal(facts: Facts) -> bool | None:
        sign = difference(facts)
        return None if sign is None else sign == 0

    match relation:
        case Relation.AT_LEAST:
            return at_least
        case Relation.ABOVE:
            return above
        case Relation.AT_MOST | Relation.ON_OR_BEFORE:
            return _opposite(above)
        case Relation.BELOW | Relation.BEFORE:
            return _opposite(at_least)
        case Relation.IS:
            return equal
