"""Leaves: one expression for each, with everything that acts around its rule."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from benchmarks.lowering.arithmetic import Number, Whole, leaves_named_in
from benchmarks.lowering.folding import pick
from benchmarks.lowering.quotients import Points, at_each_end, constant, either, settled
from benchmarks.lowering.rules import Rules
from benchmarks.lowering.tests import NOT_APPLICABLE, Judgements
from benchmarks.lowering.values import InexpressibleError, Quantities
from par_index.exact import RoundingMode
from par_index.model.criteria import CriteriaSet, Criterion, Give, NotApplicable, RoundingPlace
from par_index.model.rules import Modifiers, Portion, Scoring

__all__ = ["Program", "lower"]


@dataclass(frozen=True, slots=True)
class Program:
    """A set as the peers get it.

    ``leaves`` give points in steps of 1/``scale``, after those they ask about. ``left_out`` says
    why a leaf is in no lane. ``deadlines`` are days so many months after a measure's.
    """

    leaves: Mapping[str, Number]
    left_out: Mapping[str, str]
    deadlines: tuple[tuple[str, int], ...]
    scale: int


def lower(criteria: CriteriaSet) -> Program:
    """Every leaf of the set, as far as whole-number arithmetic can say it."""
    return _Lowering(criteria).program()


class _Lowering:
    def __init__(self, criteria: CriteriaSet) -> None:
        rounding = criteria.rounding
        if (rounding.mode, rounding.at) != (RoundingMode.HALF_UP, RoundingPlace.LEAF):
            raise InexpressibleError("points that are not rounded half up at each leaf")
        self._criteria = criteria
        self._scale = 10**rounding.places
        self._quantities = Quantities(criteria)
        self._tests = Judgements(criteria, self._quantities)
        self._rules = Rules(criteria, self._quantities, self._tests)

    def program(self) -> Program:
        found: dict[str, Number] = {}
        left_out: dict[str, str] = {}
        for leaf in self._criteria.leaves():
            try:
                found[leaf.code] = self._leaf(leaf)
            except InexpressibleError as reason:
                left_out[leaf.code] = str(reason)
        leaves: dict[str, Number] = {}
        while ready := [
            code for code, number in found.items() if leaves_named_in(number) <= leaves.keys()
        ]:
            leaves.update({code: found.pop(code) for code in ready})
        left_out.update(dict.fromkeys(found, "asks about a leaf that is left out"))
        return Program(leaves, left_out, tuple(self._quantities.deadlines), self._scale)

    def _leaf(self, leaf: Criterion) -> Number:
        """Whether it applies, the gate, 0/0, the rule, and what bounds its points."""
        assert leaf.scoring is not None
        number = self._scored(leaf, leaf.scoring)
        for _, policy in reversed(leaf.excuses):
            if policy.condition is not None:
                excused = self._tests.of(policy.condition).is_certain
                number = pick(excused, self._excuse(leaf, policy), number)
        return number

    def _scored(self, leaf: Criterion, scoring: Scoring) -> Number:
        points, undefined = self._rules.of(scoring.rule)
        bounded = self._bounded(leaf, points, scoring.modifiers)
        number = settled(bounded, self._scale)
        if scoring.when_none is not None:
            given = scoring.when_none.points
            none = Whole(NOT_APPLICABLE) if given is None else self._settled(given)
            number = pick(undefined, none, number)
        if scoring.modifiers.gate is not None:
            gate = self._tests.of(scoring.modifiers.gate)
            failed = self._settled(scoring.modifiers.if_not.of(leaf.max_points))
            number = pick(gate.is_certain, number, failed)
        return number

    def _bounded(self, leaf: Criterion, points: Points, modifiers: Modifiers) -> Points:
        """Minimum, then floor, then cap."""

        def amount(portion: Portion) -> Fraction:
            return portion.of(leaf.max_points)

        if modifiers.minimum is not None:
            least = constant(amount(modifiers.minimum))
            nothing = constant(Fraction(0))
            points = at_each_end(points, lambda end: either(end.below(least), nothing, end))
        if modifiers.floor is not None:
            floor = constant(amount(modifiers.floor))
            points = at_each_end(points, lambda end: either(end.below(floor), floor, end))
        if modifiers.cap is not None:
            top = constant(amount(modifiers.cap.to))
            capped = at_each_end(points, lambda end: either(end.above(top), top, end))
            if modifiers.cap.condition is None:
                return capped
            acts = self._tests.of(modifiers.cap.condition).is_certain
            points = either(acts, capped, points)
        return points

    def _excuse(self, leaf: Criterion, policy: NotApplicable) -> Number:
        if policy.give is Give.EXCLUDE:
            return Whole(NOT_APPLICABLE)
        return self._settled(leaf.max_points if policy.give is Give.FULL else Fraction(0))

    def _settled(self, points: Fraction) -> Number:
        return settled(constant(points), self._scale)
