"""Whole-number arithmetic: what every rule comes down to, and what every peer can say.

A criteria set is exact, the peers know machine numbers. So each leaf becomes one expression over
integers that gives its points in the set's smallest step (hundredths), with cross-multiplied
comparisons in place of quotients and one rounding at the end.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = [
    "FALSE",
    "TRUE",
    "Compare",
    "Fact",
    "Flag",
    "HalfUp",
    "IsOption",
    "Junction",
    "LeafPoints",
    "Minus",
    "Negation",
    "Number",
    "Pick",
    "Plus",
    "Relation",
    "Test",
    "Times",
    "Truth",
    "Whole",
    "is_natural",
    "leaves_named_in",
]


@dataclass(frozen=True, slots=True)
class Fact:
    """An integer that the unit brings along."""

    name: str
    natural: bool = True


@dataclass(frozen=True, slots=True)
class Whole:
    value: int


@dataclass(frozen=True, slots=True)
class Plus:
    first: Number
    second: Number


@dataclass(frozen=True, slots=True)
class Minus:
    """``natural``: whoever wrote it knows that it is never below 0."""

    first: Number
    second: Number
    natural: bool = False


@dataclass(frozen=True, slots=True)
class Times:
    first: Number
    second: Number


@dataclass(frozen=True, slots=True)
class HalfUp:
    """``of / by`` to the nearest integer, a half away from zero; ``by`` is above 0."""

    of: Number
    by: Number


@dataclass(frozen=True, slots=True)
class Pick:
    test: Test
    then: Number
    otherwise: Number


@dataclass(frozen=True, slots=True)
class LeafPoints:
    """What another leaf comes to."""

    code: str


Number = Fact | Whole | Plus | Minus | Times | HalfUp | Pick | LeafPoints


@dataclass(frozen=True, slots=True)
class Truth:
    value: bool


@dataclass(frozen=True, slots=True)
class Flag:
    """A yes or no that the unit brings along."""

    name: str


@dataclass(frozen=True, slots=True)
class IsOption:
    """Whether a text that the unit brings along is this one."""

    name: str
    option: str


Relation = Literal["<", "<=", "==", ">=", ">"]


@dataclass(frozen=True, slots=True)
class Compare:
    relation: Relation
    first: Number
    second: Number


@dataclass(frozen=True, slots=True)
class Junction:
    """All of the members, or any of them; at least two."""

    members: tuple[Test, ...]
    of_all: bool


@dataclass(frozen=True, slots=True)
class Negation:
    member: Test


Test = Truth | Flag | IsOption | Compare | Junction | Negation

TRUE, FALSE = Truth(True), Truth(False)


def is_natural(number: Number) -> bool:
    """Whether the number is certainly not below 0."""
    match number:
        case Fact(_, natural) | Minus(_, _, natural):
            return natural
        case Whole(value):
            return value >= 0
        case Plus(first, second) | Times(first, second) | Pick(_, first, second):
            return is_natural(first) and is_natural(second)
        case HalfUp(of):
            return is_natural(of)
        case LeafPoints():
            return False


def leaves_named_in(expression: Number | Test) -> frozenset[str]:
    """The other leaves that an expression asks about."""
    match expression:
        case LeafPoints(code):
            return frozenset({code})
        case Fact() | Whole() | Truth() | Flag() | IsOption():
            return frozenset()
        case Junction(members):
            return frozenset().union(*map(leaves_named_in, members))
        case Negation(member):
            return leaves_named_in(member)
        case Pick(test, then, otherwise):
            return leaves_named_in(test) | leaves_named_in(then) | leaves_named_in(otherwise)
        case Plus(one, other) | Minus(one, other) | Times(one, other) | HalfUp(one, other):
            return leaves_named_in(one) | leaves_named_in(other)
        case Compare(_, one, other):
            return leaves_named_in(one) | leaves_named_in(other)
