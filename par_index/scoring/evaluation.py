"""Evaluation: every criterion of a set against one submission's inputs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from functools import partial

from par_index.exact import round_exact
from par_index.model.accounts import Basis
from par_index.model.criteria import CriteriaSet, Criterion, Give, RoundingPlace
from par_index.model.measures import By, Kind
from par_index.model.reasons import Branch, InputState, Reason, Why
from par_index.model.rules import Scoring
from par_index.model.submission import Submission
from par_index.scoring.conditions import Verdict, judge, united, weakest
from par_index.scoring.days import last_day
from par_index.scoring.enclosures import exactly
from par_index.scoring.inputs import Inputs
from par_index.scoring.rules import Result, apply_scoring, join, not_applicable

__all__ = ["Evaluation"]


class Evaluation:
    """Results by code, each worked out once. Inputs never change within an evaluation."""

    def __init__(self, criteria: CriteriaSet, submission: Submission, inputs: Inputs) -> None:
        self.criteria = criteria
        self.submission = submission
        self.inputs = inputs
        self._results: dict[str, Result] = {}
        self.memo: dict[str, list[Mapping[str, int | bool]]] = {}
        """Ways to make a criterion full, worked out once for these inputs."""

    def with_inputs(self, inputs: Inputs) -> Evaluation:
        """The same criteria and answers over other inputs."""
        return Evaluation(self.criteria, self.submission, inputs)

    def leaf(self, criterion: Criterion) -> Result:
        """What a leaf may give, rounded where the set rounds leaves."""
        if criterion.code not in self._results:
            assert criterion.scoring is not None
            self._results[criterion.code] = self.result_of(criterion, criterion.scoring)
        return self._results[criterion.code]

    def result_of(self, criterion: Criterion, scoring: Scoring) -> Result:
        """What a scoring gives in this criterion's place: its own, or another reading's."""
        result = self._rounded(self._applicability(criterion, scoring))
        if result.is_decided:
            return replace(result, open=frozenset())
        return result

    def full_of(self, code: str) -> Verdict:
        """Whether a criterion holds all points it can; undefined when it does not apply."""
        leaves = [self.leaf(leaf) for leaf in self.criteria.by_code[code].leaves()]
        tops = [leaf.max_points for leaf in self.criteria.by_code[code].leaves()]
        applying = list(zip(leaves, tops, strict=True))
        yes = all(
            (one.may_apply and one.high == top) or one.may_not_apply for one, top in applying
        ) and any(one.may_apply and one.high == top for one, top in applying)
        no = any(one.may_apply and one.low < top for one, top in applying)
        none = all(one.may_not_apply for one in leaves)
        verdict = Verdict(
            yes,
            no,
            none,
            basis=_basis(applying, yes=yes),
            used=united(one.used for one in leaves),
        )
        verdict = replace(verdict, reasons=(Reason(verdict.truth, code=code),))
        if verdict.is_decided:
            return verdict
        return replace(verdict, open=frozenset().union(*(one.open for one in leaves)))

    def why(self, criterion: Criterion, scoring: Scoring, measure: str) -> Why:
        """Why an open input is open, in the light of the rule that reads it."""
        known = self.inputs[measure]
        if known.measure.by is not By.UNIT:
            return Why(known.measure.by.value)
        if known.state is InputState.NOT_YET:
            return Why.NOT_DUE
        if known.state is InputState.REPORTED:
            return Why.PRINTED
        if known.measure.kind is Kind.DATE and self._serves(
            criterion, scoring, measure, self.inputs.as_of.toordinal()
        ):
            return Why.NOT_DUE
        return Why.MISSING

    def due(self, criterion: Criterion, scoring: Scoring, measure: str) -> int | None:
        """The last day (ordinal), not before as-of, that earns all that any day could."""
        serves = partial(self._serves, criterion, scoring, measure)
        return last_day(serves, self.inputs.as_of.toordinal())

    def _serves(self, criterion: Criterion, scoring: Scoring, measure: str, ordinal: int) -> bool:
        """Whether this day still earns what the best day would."""
        day = exactly(Fraction(ordinal))
        inputs = self.inputs.with_values({measure: day})
        other = self.with_inputs(inputs).result_of(criterion, scoring)
        best = self.result_of(criterion, scoring)
        return other.may_apply and other.high == best.high

    def _applicability(self, criterion: Criterion, scoring: Scoring) -> Result:
        """First whether the criterion applies, then what its scoring gives."""
        policy = criterion.not_applicable
        answer = self.submission.answers.get(criterion.code)
        if policy is not None and answer is not None and answer.ground:
            words = Verdict(True, False, basis=Basis.DECLARED)
            return self._excused(criterion, Branch.GROUND, words)
        if policy is None or policy.condition is None:
            return apply_scoring(scoring, self.inputs, self.full_of)
        verdict = judge(policy.condition, self.inputs, self.full_of)
        if verdict.is_certain:
            return self._excused(criterion, Branch.CONDITION, verdict)
        result = apply_scoring(scoring, self.inputs, self.full_of)
        if verdict.is_decided:
            return replace(result, used=united([verdict.used, result.used]))
        either = join([self._excused(criterion, Branch.CONDITION, verdict), result])
        if either.is_decided:
            return either
        return replace(either, open=either.open | verdict.open)

    def _excused(self, criterion: Criterion, branch: Branch, verdict: Verdict) -> Result:
        assert criterion.not_applicable is not None
        give = criterion.not_applicable.give
        if give is Give.EXCLUDE:
            return not_applicable(branch, verdict.used, verdict.reasons)
        points = criterion.max_points if give is Give.FULL else Fraction(0)
        return Result(
            points,
            points,
            branch=branch,
            basis=verdict.basis,
            used=verdict.used,
            reasons=verdict.reasons,
        )

    def _rounded(self, result: Result) -> Result:
        rounding = self.criteria.rounding
        if rounding.at is not RoundingPlace.LEAF:
            return result
        return replace(
            result,
            low=round_exact(result.low, rounding.places, rounding.mode),
            high=round_exact(result.high, rounding.places, rounding.mode),
        )


def _basis(leaves: list[tuple[Result, Fraction]], *, yes: bool) -> Basis:
    """What being full stands on; one leaf that is not full is enough for the contrary."""
    short = [one.basis for one, top in leaves if one.may_apply and one.high < top]
    if short and not yes:
        return min(short, key=lambda basis: basis.weakness)
    return weakest([one.basis for one, _ in leaves])
