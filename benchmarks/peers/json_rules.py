"""Whole-number arithmetic as JsonLogic: the operators that every implementation has."""

from __future__ import annotations

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

__all__ = ["Json", "JsonRules"]

Json = bool | int | str | list["Json"] | dict[str, "Json"]


class JsonRules:
    """Rules as data. JsonLogic divides as floats do, so that remainders are taken off before."""

    def __init__(self, leaves: Mapping[str, Number]) -> None:
        self._leaves = leaves

    def number(self, number: Number) -> Json:
        match number:
            case Fact(name):
                return {"var": name}
            case Whole(value):
                return value
            case Plus(first, second):
                return {"+": [self.number(first), self.number(second)]}
            case Minus(first, second):
                return {"-": [self.number(first), self.number(second)]}
            case Times(first, second):
                return {"*": [self.number(first), self.number(second)]}
            case HalfUp(of, by):
                return self._half_up(of, by)
            case Pick():
                return {"if": self._branches(number)}
            case LeafPoints(code):
                return self.number(self._leaves[code])

    def test(self, test: Test) -> Json:
        match test:
            case Truth(value):
                return value
            case Flag(name):
                return {"var": name}
            case IsOption(name, option):
                return {"==": [{"var": name}, option]}
            case Compare(relation, first, second):
                return {relation: [self.number(first), self.number(second)]}
            case Junction(members, of_all):
                return {"and" if of_all else "or": [self.test(member) for member in members]}
            case Negation(member):
                return {"!": [self.test(member)]}

    def _branches(self, number: Pick) -> list[Json]:
        """One list of tests and results: JsonLogic's own shape of else-if."""
        branches: list[Json] = []
        rest: Number = number
        while isinstance(rest, Pick):
            branches += [self.test(rest.test), self.number(rest.then)]
            rest = rest.otherwise
        return [*branches, self.number(rest)]

    def _half_up(self, of: Number, by: Number) -> Json:
        above, twice = self.number(of), Times(Whole(2), by)
        nearest = self._whole_quotient(Plus(Times(Whole(2), of), by), twice)
        if is_natural(of):
            return nearest
        opposite = Minus(Whole(0), of)
        mirrored = self._whole_quotient(Plus(Times(Whole(2), opposite), by), twice)
        return {"if": [{"<": [above, 0]}, {"-": [0, mirrored]}, nearest]}

    def _whole_quotient(self, of: Number, by: Number) -> Json:
        above, below = self.number(of), self.number(by)
        return {"/": [{"-": [above, {"%": [above, below]}]}, below]}
