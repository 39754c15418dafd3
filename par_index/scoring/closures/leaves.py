"""Compiled sets: one closure for each leaf whose meaning closures have."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from fractions import Fraction
from functools import cached_property
from typing import Any

from par_index.exact import RoundingMode, round_exact
from par_index.model.conditions import (
    AboutCriterion,
    CriterionApplies,
    CriterionAtLeast,
    CriterionFull,
)
from par_index.model.criteria import CriteriaSet, Criterion, Give, RoundingPlace
from par_index.model.rules import Cap, Modifiers, Scoring
from par_index.model.submission import Submission
from par_index.nouns import replace
from par_index.scoring.closures.conditions import Test, compile_condition
from par_index.scoring.closures.facts import Facts, Slots
from par_index.scoring.closures.quantities import UncompilableError
from par_index.scoring.closures.rules import Compiled, Finish, Maker
from par_index.scoring.inputs import Inputs
from par_index.scoring.questions import units_of

__all__ = ["OUT", "CompiledSet"]

OUT = None
"""What a leaf that does not apply gives."""


class CompiledSet:
    """The leaves of a set as closures over `Facts`.

    Each gives its points, rounded where the set rounds leaves, in units of ``1 / unit``. Leaves
    are compiled when first asked for.
    """

    def __init__(self, criteria: CriteriaSet) -> None:
        self.criteria = criteria
        self.slots = Slots(criteria)
        rounding = criteria.rounding
        self.unit = 10**rounding.places if rounding.at is RoundingPlace.LEAF else 1
        self._maker = Maker(self.slots, self._ask)
        self._known: dict[int, Compiled | None] = {}

    def facts(self, submission: Submission) -> Facts:
        """What a submission makes known for certain."""
        return Inputs.of(self.criteria, submission).facts

    @cached_property
    def leaves(self) -> Mapping[str, Compiled]:
        """Every leaf that closures know, by code."""
        found = {leaf.code: self.leaf(leaf) for leaf in self.criteria.leaves()}
        return {code: leaf for code, leaf in found.items() if leaf is not None}

    @cached_property
    def _all(self) -> Sequence[Callable[[Facts], Any]]:
        return [leaf.points for leaf in self.leaves.values()]

    def points(self, facts: Facts) -> list[Any]:
        """The points of every compiled leaf; all that they read must be known."""
        facts[-1].clear()
        return [points(facts) for points in self._all]

    def leaf(self, leaf: Criterion) -> Compiled | None:
        """One leaf's closure; None where closures do not have its meaning."""
        assert leaf.scoring is not None
        return self.scoring(leaf, leaf.scoring)

    def scoring(self, leaf: Criterion, scoring: Scoring) -> Compiled | None:
        """The closure of a leaf by its own scoring, or by another reading's."""
        key = id(scoring)
        if key not in self._known:
            self._known[key] = None
            with suppress(UncompilableError):
                self._known[key] = self._excusable(leaf, scoring)
        return self._known[key]

    def _excusable(self, leaf: Criterion, scoring: Scoring) -> Compiled:
        """The leaf, unless one of its conditions says that it does not apply."""
        compiled = self._gated(scoring)
        excuses: list[tuple[Test, Any]] = []
        read = list(compiled.slots)
        for _, policy in leaf.excuses:
            if policy.condition is None:
                continue
            test, slots = compile_condition(policy.condition, self.slots, self._ask)
            given = {
                Give.EXCLUDE: OUT,
                Give.FULL: self._rounded(leaf.max_points),
                Give.ZERO: self._rounded(Fraction(0)),
            }
            excuses.append((test, given[policy.give]))
            read += slots
        if not excuses:
            return compiled
        inner = compiled.points

        def points(facts: Facts) -> Any:
            for test, given in excuses:
                if test(facts):
                    return given
            return inner(facts)

        return Compiled(points, tuple(dict.fromkeys(read)))

    def _gated(self, scoring: Scoring) -> Compiled:
        inner = self._capped(scoring)
        modifiers = scoring.modifiers
        if modifiers.gate is None:
            return inner
        test, slots = compile_condition(modifiers.gate, self.slots, self._ask)
        closed, open_ = self._rounded(modifiers.if_not.amount), inner.points
        return Compiled(
            lambda facts: open_(facts) if test(facts) else closed,
            tuple(dict.fromkeys((*slots, *inner.slots))),
        )

    def _capped(self, scoring: Scoring) -> Compiled:
        """The rule under its limits; a conditional cap chooses between two closures."""
        modifiers = scoring.modifiers
        cap = modifiers.cap
        if cap is None or cap.condition is None:
            return self._limited(scoring, modifiers)
        test, slots = compile_condition(cap.condition, self.slots, self._ask)
        with_cap = self._limited(scoring, replace(modifiers, cap=Cap(cap.to)))
        without = self._limited(scoring, replace(modifiers, cap=None))
        capped, free = with_cap.points, without.points
        return Compiled(
            lambda facts: capped(facts) if test(facts) else free(facts),
            tuple(dict.fromkeys((*slots, *with_cap.slots))),
        )

    def _limited(self, scoring: Scoring, modifiers: Modifiers) -> Compiled:
        policy = scoring.when_none
        none = OUT
        if policy is not None and policy.points is not None:
            none = self._rounded(policy.points)
        compiled = self._maker.rule(scoring.rule, self._finish(modifiers), none)
        return replace(compiled, slots=tuple(dict.fromkeys(compiled.slots)))

    def _finish(self, modifiers: Modifiers) -> Finish:
        """Minimum, floor and cap, then rounding."""
        round_up = self._rounding()
        least, floor = modifiers.minimum, modifiers.floor
        cap = modifiers.cap
        if least is None and floor is None and cap is None:
            return round_up

        def finish(number: Any, over: Any) -> Any:
            points = Fraction(number, over)
            if least is not None and points < least.amount:
                points = Fraction(0)
            if floor is not None:
                points = max(points, floor.amount)
            if cap is not None:
                points = min(points, cap.to.amount)
            return round_up(points.numerator, points.denominator)

        return finish

    def _rounding(self) -> Finish:
        rounding = self.criteria.rounding
        if rounding.at is not RoundingPlace.LEAF:
            return Fraction
        unit, places, mode = self.unit, rounding.places, rounding.mode
        if mode is RoundingMode.HALF_UP:
            return lambda number, over: (
                (2 * unit * number + over) // (2 * over)
                if number >= 0
                else -((over - 2 * unit * number) // (2 * over))
            )
        return lambda number, over: int(round_exact(Fraction(number, over), places, mode) * unit)

    def _rounded(self, points: Fraction) -> Any:
        return self._rounding()(points.numerator, points.denominator)

    def _ask(self, question: AboutCriterion) -> tuple[Test, tuple[int, ...]]:
        """A question about a criterion that is a plain sum of compiled leaves."""
        criterion = self.criteria.by_code[question.code]
        units = list(units_of(criterion))
        if any(unit.components for unit in units):
            raise UncompilableError
        compiled = [(self.leaf(unit), unit.max_points) for unit in units]
        leaves = []
        for unit, (leaf, top) in zip(units, compiled, strict=True):
            if leaf is None:
                raise UncompilableError
            leaves.append((unit.code, leaf.points, self._scaled(top)))
        read = tuple(slot for leaf, _ in compiled if leaf is not None for slot in leaf.slots)
        match question:
            case CriterionFull():
                return _is_full(leaves), read
            case CriterionAtLeast(_, points, percent):
                bar = points if percent else self._scaled(points)
                return _has(leaves, bar, percent=percent), read
            case CriterionApplies(_, applies):
                return _applies(leaves, applies=applies), read

    def _scaled(self, points: Fraction) -> int | Fraction:
        scaled = points * self.unit
        return scaled.numerator if scaled.denominator == 1 else scaled


_Leaves = list[tuple[str, Callable[[Facts], Any], Any]]
"""Code, closure and maximum in the set's unit."""


def _held(leaves: _Leaves, facts: Facts) -> Iterable[tuple[Any, Any]]:
    """Points and maximum of the leaves that apply, each worked out once."""
    memo = facts[-1]
    for code, points, top in leaves:
        if code not in memo:
            memo[code] = points(facts)
        if memo[code] is not OUT:
            yield memo[code], top


def _is_full(leaves: _Leaves) -> Test:
    def full(facts: Facts) -> bool | None:
        held = list(_held(leaves, facts))
        return all(points == top for points, top in held) if held else None

    return full


def _has(leaves: _Leaves, bar: Any, *, percent: bool) -> Test:
    def reaches(facts: Facts) -> bool | None:
        held = list(_held(leaves, facts))
        if not held:
            return None
        points = sum(points for points, _ in held)
        return bool(points >= (bar * sum(top for _, top in held) if percent else bar))

    return reaches


def _applies(leaves: _Leaves, *, applies: bool) -> Test:
    def does(facts: Facts) -> bool:
        return any(True for _ in _held(leaves, facts)) == applies

    return does
