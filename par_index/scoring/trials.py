"""Trials: what moves would make of a test or a criterion.

By closures where everything that is read is known, which is many times faster; by interpretation
where something is open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Any

from par_index.model.conditions import Bound
from par_index.model.measures import Can, Kind, Measure
from par_index.model.quantities import Quantity
from par_index.model.walking import codes_of
from par_index.scoring.closures.conditions import compile_bound
from par_index.scoring.closures.facts import FINE, Facts
from par_index.scoring.closures.leaves import OUT
from par_index.scoring.closures.quantities import UncompilableError
from par_index.scoring.closures.rules import Compiled
from par_index.scoring.conditions import Verdict, compare
from par_index.scoring.evaluation import Evaluation, Subject
from par_index.scoring.inputs import Inputs
from par_index.scoring.moves import (
    Way,
    least_of,
    rising_with,
    room_of,
    unit_of,
    values_after,
)

__all__ = ["Place", "Reach", "all_known", "least_move"]

Reach = tuple[Fraction, Fraction]
"""The low and the high end of what a criterion gives."""


class Place:
    """Where steps are sought: what is scored, and its evaluation. Each way is tried once."""

    def __init__(self, evaluation: Evaluation, subject: Subject) -> None:
        self.evaluation = evaluation
        self.subject = subject
        self._tried: dict[tuple[tuple[str, int], ...], Reach | None] = {}

    def after(self, way: Way) -> Place:
        inputs = self.evaluation.inputs
        moved = inputs.with_values(dict(values_after(inputs, way)))
        return Place(self.evaluation.with_inputs(moved), self.subject)

    def reach(self) -> Reach:
        return self.evaluation.result_of(self.subject).ends

    def reach_after(self, way: Way) -> Reach | None:
        """What the way would make of it; None when its values could not all be true."""
        key = tuple(sorted(way.items()))
        if key not in self._tried:
            self._tried[key] = self._try(way)
        return self._tried[key]

    def _try(self, way: Way) -> Reach | None:
        compiled = self.compiled()
        if compiled is not None:
            facts = _facts_after(self.evaluation.inputs, way)
            if facts is not None and all_known(facts, compiled.slots):
                if not _can_be_true(self.evaluation.inputs, facts, way):
                    return None
                points = compiled.points(facts)
                if points is not OUT:
                    exact = Fraction(points, self.evaluation.compiled.unit)
                    return exact, exact
        after = self.after(way)
        return None if after.evaluation.inputs.contradictory else after.reach()

    def compiled(self) -> Compiled | None:
        """The closure of a leaf, unless the unit says that it, or one it asks about, is out."""
        criterion, evaluation = self.subject.criterion, self.evaluation
        if self.subject.scoring is None or evaluation.inputs.contradictory:
            return None
        excused = {code for code, one in evaluation.submission.answers.items() if one.ground}
        if excused and (any(codes_of(criterion)) or excused & {c for c, _ in criterion.excuses}):
            return None
        return evaluation.compiled.scoring(criterion, self.subject.scoring)


def least_move(
    inputs: Inputs, measure: Measure, of: Quantity, bound: Bound, *, wanted: bool
) -> int | None:
    """The least whole move that makes the test certain; failing that, possible.

    Tests are monotone in one amount (sums, differences and quotients of amounts are), so
    galloping and halving find the least move.
    """
    sign = -1 if measure.can is Can.FALL else 1
    room = room_of(inputs, measure)
    if measure.can is Can.FIXED or room < 1:
        return None
    for good in _goals(inputs, measure, of, bound, sign, wanted=wanted):
        if good(0):
            return None
        if (least := least_of(good, room)) is not None:
            return sign * least
    return None


def _goals(
    inputs: Inputs, measure: Measure, of: Quantity, bound: Bound, sign: int, *, wanted: bool
) -> Iterable[Callable[[int], bool]]:
    """What to look for, best first: that the test surely comes out as wanted, that it may."""
    if (known := _known_goal(inputs, measure, of, bound, sign, wanted=wanted)) is not None:
        return [known]

    def verdict(amount: int) -> Verdict:
        moved = inputs.with_values(dict(values_after(inputs, {measure.id: sign * amount})))
        return compare(of, bound, moved)

    def possible(amount: int) -> bool:
        one = verdict(amount)
        return one.yes if wanted else one.no

    def certain(amount: int) -> bool:
        one = verdict(amount)
        return one.is_decided and (one.yes if wanted else one.no)

    return [certain, possible]


def _known_goal(
    inputs: Inputs, measure: Measure, of: Quantity, bound: Bound, sign: int, *, wanted: bool
) -> Callable[[int], bool] | None:
    """The test as a closure, where everything it reads is known before and after the move."""
    if inputs.contradictory:
        return None
    try:
        test, slots = compile_bound(of, bound, inputs.links.slots)
    except UncompilableError:
        return None
    known = _facts_after(inputs, {measure.id: 0})
    if known is None or not all_known(known, slots):
        return None

    def holds(amount: int) -> bool:
        facts = _facts_after(inputs, {measure.id: sign * amount})
        return facts is not None and test(facts) is wanted

    return holds


def _facts_after(inputs: Inputs, way: Way) -> Facts | None:
    """The facts after a way; None where something that moves is not known."""
    facts = inputs.facts.copy()
    facts[-1] = {}
    slots = inputs.links.slots
    for id, move in way.items():
        measure = inputs[id].measure
        if isinstance(move, bool) or measure.kind is Kind.DATE:
            facts[slots[id]] = move
            continue
        amount: Any = move * unit_of(inputs, measure) * slots.scale(id)
        if amount.denominator == 1:
            amount = amount.numerator
        for one in (id, *rising_with(inputs, measure)):
            if facts[slots[one]] is None:
                return None
            facts[slots[one]] += amount
    return facts


def _can_be_true(inputs: Inputs, facts: Facts, way: Way) -> bool:
    """Whether parts stay within their wholes."""
    slots = inputs.links.slots
    for id in way:
        measure = inputs[id].measure
        if measure.kind is Kind.PERCENT and facts[slots[id]] > FINE:
            return False
        for moved in (id, *rising_with(inputs, measure)):
            for part, whole in inputs.links.edges.get(moved, ()):
                least, most = facts[slots[part]], facts[slots[whole]]
                least = inputs[part].value.low if least is None else least
                most = inputs[whole].value.high if most is None else most
                if least is not None and most is not None and least > most:
                    return False
    return True


def all_known(facts: Facts, slots: Iterable[int]) -> bool:
    return all(facts[slot] is not None for slot in slots)
