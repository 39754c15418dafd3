"""Building expressions: what is already known is worked out at once."""

from __future__ import annotations

from math import gcd

from benchmarks.lowering.arithmetic import (
    FALSE,
    Compare,
    HalfUp,
    Junction,
    Minus,
    Negation,
    Number,
    Pick,
    Plus,
    Relation,
    Test,
    Times,
    Truth,
    Whole,
    is_natural,
)

__all__ = [
    "all_of",
    "any_of",
    "compare",
    "minus",
    "negation",
    "pick",
    "plus",
    "rounded",
    "times",
]


def plus(first: Number, second: Number) -> Number:
    match first, second:
        case Whole(one), Whole(other):
            return Whole(one + other)
        case (Whole(0), number) | (number, Whole(0)):
            return number
    return Plus(first, second)


def minus(first: Number, second: Number, *, natural: bool = False) -> Number:
    match first, second:
        case Whole(one), Whole(other):
            return Whole(one - other)
        case number, Whole(0):
            return number
    return Minus(first, second, natural)


def times(first: Number, second: Number) -> Number:
    """The product; a constant goes to where the constants are."""
    if isinstance(second, Whole):
        first, second = second, first
    match first, second:
        case Whole(one), Whole(other):
            return Whole(one * other)
        case Whole(0), _:
            return Whole(0)
        case Whole(1), number:
            return number
        case Whole(), Pick(test, then, otherwise):
            return Pick(test, times(first, then), times(first, otherwise))
        case Whole(), Times(Whole() as inner, number):
            return Times(times(first, inner), number)
    return Times(first, second)


def rounded(of: Number, by: Number) -> Number:
    """``of / by`` half up, worked out as far as it can be."""
    match of, by:
        case Pick(test, then, otherwise), _:
            return pick(test, rounded(then, by), rounded(otherwise, by))
        case Whole(value), Whole(divisor):
            size = (2 * abs(value) + divisor) // (2 * divisor)
            return Whole(-size if value < 0 else size)
        case _, Whole(1):
            return of
        case Times(Whole(factor), number), Whole(divisor) if factor % divisor == 0:
            return times(Whole(factor // divisor), number)
    return HalfUp(of, by)


def pick(test: Test, then: Number, otherwise: Number) -> Number:
    if isinstance(test, Truth):
        return then if test.value else otherwise
    return then if then == otherwise else Pick(test, then, otherwise)


def compare(relation: Relation, first: Number, second: Number) -> Test:
    if isinstance(first, Whole) and isinstance(second, Whole):
        one, other = first.value, second.value
        order = {
            "<": one < other,
            "<=": one <= other,
            "==": one == other,
            ">=": one >= other,
            ">": one > other,
        }
        return Truth(order[relation])
    if relation == "<" and second == Whole(0) and is_natural(first):
        return FALSE
    if isinstance(first, Pick) and isinstance(second, Whole):
        ends = {compare(relation, end, second) for end in (first.then, first.otherwise)}
        if len(ends) == 1 and isinstance(end := ends.pop(), Truth):
            return end
    common = gcd(_factor(first), _factor(second))
    return Compare(relation, _divided(first, common), _divided(second, common))


def _factor(number: Number) -> int:
    match number:
        case Whole(value) | Times(Whole(value)):
            return abs(value)
    return 1


def _divided(number: Number, by: int) -> Number:
    match number:
        case Whole(value):
            return Whole(value // by)
        case Times(Whole(value), rest):
            return times(Whole(value // by), rest)
    return number


def negation(test: Test) -> Test:
    match test:
        case Truth(value):
            return Truth(not value)
        case Negation(member):
            return member
    return Negation(test)


def all_of(*tests: Test) -> Test:
    return _junction(tests, of_all=True)


def any_of(*tests: Test) -> Test:
    return _junction(tests, of_all=False)


def _junction(tests: tuple[Test, ...], *, of_all: bool) -> Test:
    """One side decides at once, the other drops out."""
    if Truth(not of_all) in tests:
        return Truth(not of_all)
    members = tuple(dict.fromkeys(test for test in tests if not isinstance(test, Truth)))
    if not members:
        return Truth(of_all)
    return members[0] if len(members) == 1 else Junction(members, of_all)
