"""The lab: what every criterion would certainly give, were some measures otherwise.

By closures where all that is read is known, by interpretation where something is open: what comes
of a move is always scored, never worked out by a formula.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from par_index.advice.path.parts import Part
from par_index.model.criteria import Criterion, RoundingPlace
from par_index.model.rules import FullIf, Scoring
from par_index.nouns import replace
from par_index.scoring.closures.facts import Facts
from par_index.scoring.closures.leaves import OUT, CompiledSet
from par_index.scoring.closures.rules import Compiled
from par_index.scoring.conditions import judge
from par_index.scoring.enclosures import exactly
from par_index.scoring.evaluation import Evaluation, Subject
from par_index.scoring.results import Result
from par_index.scoring.rules import apply_rule
from par_index.scoring.trials import Place, all_known

__all__ = ["Given", "Lab", "Spot", "given", "least_of"]

Given = tuple[Fraction, bool, bool]
"""The least that a node gives where it applies, whether it may apply, whether it may not."""

Values = Mapping[str, Fraction | bool]

_NONE = Fraction(0)


class Lab:
    """One submission to try values on."""

    def __init__(self, evaluation: Evaluation) -> None:
        self.evaluation = evaluation
        self.inputs = evaluation.inputs
        self.unit = evaluation.compiled.unit
        criteria = evaluation.criteria
        whole = replace(criteria.rounding, at=RoundingPlace.TOTAL)
        self._unrounded = CompiledSet(replace(criteria, rounding=whole))
        self._closures: dict[str, Compiled | None] = {}
        self.tried = 0
        """How many trials were made: what bounds a search."""

    def at(self, values: Values) -> Spot:
        return Spot(self, values)

    def closure(self, leaf: Criterion) -> Compiled | None:
        """The leaf over plain facts, where it has such a form for this submission."""
        if leaf.code not in self._closures:
            place = Place(self.evaluation, Subject(leaf, leaf.scoring))
            self._closures[leaf.code] = place.compiled()
        return self._closures[leaf.code]

    def unrounded(self, leaf: Criterion, scoring: Scoring) -> Any:
        """The closure of one part of a leaf's rule, nothing of it rounded.

        Whether the leaf applies does not matter to it: another measure may decide that.
        """
        return self._unrounded.scoring(replace(leaf, excuses=()), scoring)


class Spot:
    """The submission with some values set otherwise."""

    def __init__(self, lab: Lab, values: Values) -> None:
        self._lab = lab
        self.values = values
        self._facts: Facts | None = None
        self._evaluation: Evaluation | None = None

    @property
    def facts(self) -> Facts:
        if self._facts is None:
            inputs = self._lab.inputs
            facts, slots = inputs.facts.copy(), inputs.links.slots
            facts[-1] = {}
            for id, value in self.values.items():
                fact: Any = value
                if not isinstance(value, bool):
                    fact = value * slots.scale(id)
                    fact = fact.numerator if fact.denominator == 1 else fact
                facts[slots[id]] = fact
            self._facts = facts
        return self._facts

    @property
    def evaluation(self) -> Evaluation:
        if self._evaluation is None:
            lab = self._lab
            self._evaluation = lab.evaluation
            if self.values:
                changed = {
                    id: value if isinstance(value, bool) else exactly(value)
                    for id, value in self.values.items()
                }
                self._evaluation = lab.evaluation.with_inputs(lab.inputs.with_values(changed))
        return self._evaluation

    @property
    def is_possible(self) -> bool:
        """Whether all these values could be true together."""
        return not self.broken

    @property
    def broken(self) -> list[tuple[str, str]]:
        """Parts that are above their wholes."""
        inputs = self._lab.inputs
        found = []
        for id, value in self.values.items():
            if not isinstance(value, bool):
                for part, whole in inputs.links.edges.get(id, ()):
                    least, most = self._least(part), self._most(whole)
                    if least is not None and most is not None and least > most:
                        found.append((part, whole))
        return found

    def _least(self, id: str) -> Fraction | None:
        value = self.values.get(id)
        return self._lab.inputs[id].value.low if value is None else Fraction(value)

    def _most(self, id: str) -> Fraction | None:
        value = self.values.get(id)
        return self._lab.inputs[id].value.high if value is None else Fraction(value)

    def leaf(self, leaf: Criterion) -> Given:
        """What a leaf certainly gives here."""
        lab = self._lab
        lab.tried += 1
        compiled = lab.closure(leaf)
        if compiled is not None and all_known(self.facts, compiled.slots):
            points = compiled.points(self.facts)
            if points is OUT:
                return _NONE, False, True
            return Fraction(points, lab.unit), True, False
        return given(self.evaluation.node(leaf))

    def part(self, leaf: Criterion, scoring: Scoring) -> object:
        """What one part of a leaf's rule comes to, unrounded; equal where nothing differs."""
        lab = self._lab
        lab.tried += 1
        compiled = lab.unrounded(leaf, scoring)
        if lab.closure(leaf) is not None and compiled is not None:
            facts = self.facts
            if all_known(facts, compiled.slots):
                return compiled.points(facts)
        evaluation = self.evaluation
        result = apply_rule(scoring.rule, evaluation.inputs, evaluation.about)
        return result.points, result.may_apply, result.may_be_none

    def test(self, part: Part) -> object:
        """What comes of a test that no leaf asks."""
        assert isinstance(part.scoring.rule, FullIf), "a test"
        self._lab.tried += 1
        evaluation = self.evaluation
        verdict = judge(part.scoring.rule.condition, evaluation.inputs, evaluation.about)
        return verdict.yes, verdict.no, verdict.none


def given(result: Result) -> Given:
    return result.low, result.may_apply, result.may_not_apply


def least_of(found: Given) -> Fraction:
    """The least that it adds to a sum, where not applying adds nothing."""
    low, applies, may_not = found
    if not applies:
        return _NONE
    return min(low, _NONE) if may_not else low
