"""Whole-number arithmetic as a line of text, for engines that read infix expressions."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from collections.abc import Mapping

from benchmarks.lowering.arithmetic import (
    Compare,
    Fact,
    Flag,
    HalfUp,
    IsOption,
    Junction,
    LeafPoints,
    Minus,
    Negation,
    Number,
    Pick,
    Plus,
    Test,
    Times,
    Truth,
    Whole,
    is_natural,
)

__all__ = ["Cel", "Infix", "Python", "Zen", "ZenGraph"]


class Infix(ABC):
    """One language; the leaves are at hand for those that ask about another."""

    conjunction: str
    disjunction: str
    negation: str
    truths = ("false", "true")

    def __init__(self, leaves: Mapping[str, Number]) -> None:
        self._leaves = leaves

    @abstractmethod
    def half_up(self, of: Number, by: Number) -> str:
        """How the language rounds a quotient of whole numbers, exactly."""

    def pick(self, test: str, then: str, otherwise: str) -> str:
        return f"({test} ? {then} : {otherwise})"

    def leaf(self, code: str) -> str:
        """Where nothing can be named, another leaf is written out once more."""
        return f"({self.number(self._leaves[code])})"

    def number(self, number: Number) -> str:
        match number:
            case Fact(name):
                return name
            case Whole(value):
                return str(value) if value >= 0 else f"({value})"
            case Plus(first, second):
                return f"({self.number(first)} + {self.number(second)})"
            case Minus(first, second):
                return f"({self.number(first)} - {self.number(second)})"
            case Times(first, second):
                return f"{self.number(first)} * {self.number(second)}"
            case HalfUp(of, by):
                return self.half_up(of, by)
            case Pick(test, then, otherwise):
                return self.pick(self.test(test), self.number(then), self.number(otherwise))
            case LeafPoints(code):
                return self.leaf(code)

    def test(self, test: Test) -> str:
        match test:
            case Truth(value):
                return self.truths[value]
            case Flag(name):
                return name
            case IsOption(name, option):
                return f"{name} == {json.dumps(option, ensure_ascii=False)}"
            case Compare(relation, first, second):
                return f"{self.number(first)} {relation} {self.number(second)}"
            case Junction(members, of_all):
                word = self.conjunction if of_all else self.disjunction
                return "({})".format(f" {word} ".join(map(self.test, members)))
            case Negation(member):
                return f"{self.negation}({self.test(member)})"


class Zen(Infix):
    """ZEN: decimals of 28 digits, and a rounding that sends a half away from zero."""

    conjunction, disjunction, negation = "and", "or", "not "

    def half_up(self, of: Number, by: Number) -> str:
        return f"round({self.number(of)} / ({self.number(by)}))"


class ZenGraph(Zen):
    """The same inside a decision, whose expressions can name earlier ones."""

    def leaf(self, code: str) -> str:
        return f"$.{self.key(code)}"

    @staticmethod
    def key(code: str) -> str:
        return "leaf_" + code.replace(".", "_").replace("-", "_")


class Cel(Infix):
    """CEL: integers of 64 bits, whose division drops the remainder."""

    conjunction, disjunction, negation = "&&", "||", "!"

    def half_up(self, of: Number, by: Number) -> str:
        above, below = self.number(of), self.number(by)
        nearest = f"(2 * {above} + {below}) / (2 * {below})"
        if is_natural(of):
            return f"({nearest})"
        mirrored = f"(2 * {above} - {below}) / (2 * {below})"
        return f"({above} < 0 ? {mirrored} : {nearest})"


class Python(Infix):
    """Python itself: integers without end, whose division rounds down."""

    conjunction, disjunction, negation = "and", "or", "not "
    truths = ("False", "True")

    def pick(self, test: str, then: str, otherwise: str) -> str:
        return f"({then} if {test} else {otherwise})"

    def half_up(self, of: Number, by: Number) -> str:
        above, below = self.number(of), self.number(by)
        nearest = f"(2 * {above} + {below}) // (2 * {below})"
        if is_natural(of):
            return f"({nearest})"
        mirrored = f"-(({below} - 2 * {above}) // (2 * {below}))"
        return f"({mirrored} if {above} < 0 else {nearest})"
