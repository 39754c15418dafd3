"""Evaluation: every criterion of a set against one submission's inputs."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from par_index.model.accounts import Basis
from par_index.model.criteria import CriteriaSet, Criterion, Give, NotApplicable, RoundingPlace
from par_index.model.reasons import Branch
from par_index.model.rules import Cap, Modifiers, Portion, Scoring
from par_index.model.submission import Submission
from par_index.nouns import Noun, replace
from par_index.scoring.closures.leaves import CompiledSet
from par_index.scoring.conditions import Verdict, judge, united, weakest
from par_index.scoring.enclosures import Enclosure, exactly, hull
from par_index.scoring.inputs import Inputs
from par_index.scoring.modifiers import behind_gate, limited
from par_index.scoring.questions import Questions
from par_index.scoring.results import Result, given, join, not_applicable, opened
from par_index.scoring.rules import apply_rule, settle_none

__all__ = ["Evaluation", "Subject"]

_ZERO = Fraction(0)
_WHOLE = Modifiers(cap=Cap(Portion(Fraction(1), of_applicable=True)))


class Subject(Noun):
    """What is scored: a criterion by its own scoring, by another reading's, or as a parent."""

    criterion: Criterion
    scoring: Scoring | None

    @property
    def modifiers(self) -> Modifiers:
        own = self.criterion.modifiers if self.scoring is None else self.scoring.modifiers
        return own or Modifiers()


class Evaluation:
    """Results by code, each worked out once. Inputs never change within an evaluation."""

    def __init__(
        self,
        criteria: CriteriaSet,
        submission: Submission,
        inputs: Inputs,
        compiled: CompiledSet | None = None,
    ) -> None:
        self.compiled = CompiledSet(criteria) if compiled is None else compiled
        self.criteria = criteria
        self.submission = submission
        self.inputs = inputs
        self.about = Questions(criteria, self.node).answer
        self._results: dict[str, Result] = {}
        self.memo: dict[str, list[Mapping[str, int | bool]]] = {}
        """Ways to make a criterion full, worked out once for these inputs."""

    def with_inputs(self, inputs: Inputs) -> Evaluation:
        """The same criteria and answers over other inputs."""
        return Evaluation(self.criteria, self.submission, inputs, self.compiled)

    def with_results(self, results: Mapping[str, Result]) -> Evaluation:
        """The same inputs, with what some criteria give decided elsewhere."""
        other = Evaluation(self.criteria, self.submission, self.inputs, self.compiled)
        other._results.update(results)
        return other

    def node(self, criterion: Criterion) -> Result:
        """What a criterion may give: a leaf rounded where the set rounds leaves, or a parent."""
        if criterion.code not in self._results:
            self._results[criterion.code] = self._work_out(Subject(criterion, criterion.scoring))
        return self._results[criterion.code]

    def result_of(self, subject: Subject) -> Result:
        """What a subject may give in its criterion's place."""
        if subject.scoring is subject.criterion.scoring:
            return self.node(subject.criterion)
        return self._work_out(subject)

    def without_gate(self, criterion: Criterion) -> Result:
        """What a criterion would give if its precondition did not stand in its way."""
        if criterion.scoring is not None:
            modifiers = replace(criterion.scoring.modifiers, gate=None)
            scoring = replace(criterion.scoring, modifiers=modifiers)
            return self._work_out(Subject(criterion, scoring))
        assert criterion.modifiers is not None, "only what has modifiers has a gate"
        open_ = replace(criterion, modifiers=replace(criterion.modifiers, gate=None))
        return self._work_out(Subject(open_, None))

    def _work_out(self, subject: Subject) -> Result:
        if subject.scoring is None:
            result = self._parent(subject.criterion)
        else:
            result = self._rounded(self._applicability(subject.criterion, subject.scoring))
            top = subject.criterion.max_points
            tops = (_ZERO if result.may_not_apply else top, top if result.may_apply else _ZERO)
            result = replace(result, tops=tops)
        return replace(result, open=frozenset()) if result.is_decided else result

    def _applicability(self, criterion: Criterion, scoring: Scoring) -> Result:
        """First whether the criterion applies, then what its scoring gives."""
        doubts: list[tuple[NotApplicable, Verdict]] = []
        settled: list[Verdict] = []
        result: Result | None = None
        for code, policy in criterion.excuses:
            answer = self.submission.answers.get(code)
            if answer is not None and answer.ground:
                words = Verdict(True, False, basis=Basis.DECLARED)
                result = self._excused(criterion, policy, Branch.GROUND, words)
                break
            if policy.condition is None:
                continue
            verdict = judge(policy.condition, self.inputs, self.about)
            if verdict.is_certain:
                result = self._excused(criterion, policy, Branch.CONDITION, verdict)
                break
            if verdict.is_decided:
                settled.append(verdict)
            else:
                doubts.append((policy, verdict))
        if result is None:
            result = self._scored(scoring)
            result = replace(result, used=united([*(one.used for one in settled), result.used]))
        for policy, verdict in reversed(doubts):
            excused = self._excused(criterion, policy, Branch.CONDITION, verdict)
            result = opened(join([excused, result]), verdict.open)
        return result

    def _scored(self, scoring: Scoring) -> Result:
        """The rule with its modifiers; 0/0 is settled after them, so none of them acts on it."""
        tops = (_ZERO, _ZERO)
        rule = apply_rule(scoring.rule, self.inputs, self.about)
        rule = limited(rule, scoring.modifiers, tops, self.inputs, self.about)
        rule = settle_none(rule, scoring.when_none)
        return behind_gate(rule, scoring.modifiers, tops, self.inputs, self.about)

    def _excused(
        self, criterion: Criterion, policy: NotApplicable, branch: Branch, verdict: Verdict
    ) -> Result:
        if policy.give is Give.EXCLUDE:
            return not_applicable(branch, verdict)
        points = criterion.max_points if policy.give is Give.FULL else _ZERO
        return given(points, branch, verdict)

    def _parent(self, criterion: Criterion) -> Result:
        """The sum of what applies, with the parent's modifiers around it."""
        counted = [one for one in criterion.components if criterion.extra or not one.extra]
        parts = [self.node(one) for one in counted]
        may_apply = any(part.may_apply for part in parts)
        total = exactly(_ZERO)
        for part in parts:
            if part.may_apply:
                total = total.plus(_or_nothing(part))
        least = sum((part.tops[0] for part in parts), start=_ZERO)
        most = sum((part.tops[1] for part in parts), start=_ZERO)
        result = Result(
            total,
            may_apply=may_apply,
            may_not_apply=all(part.may_not_apply for part in parts),
            branch=Branch.SUM if may_apply else Branch.NONE,
            basis=weakest([part.basis for part in parts if part.may_apply]),
            open=frozenset().union(*(part.open for part in parts)),
            used=united(part.used for part in parts),
            tops=(least, most),
        )
        if criterion.modifiers is None or not may_apply:
            return result
        return self._modified(result, criterion.modifiers)

    def _modified(self, result: Result, modifiers: Modifiers) -> Result:
        tops, cap = result.tops, modifiers.cap
        if cap is not None and cap.condition is None:
            # A standing cap is the parent's own maximum: percentages are shares of it.
            tops = (min(tops[0], cap.to.of(tops[0])), min(tops[1], cap.to.of(tops[1])))
            modifiers = replace(modifiers, cap=None)
        bounded = limited(result, modifiers, tops, self.inputs, self.about)
        gated = behind_gate(bounded, modifiers, tops, self.inputs, self.about)
        # Nobody holds more than what applies, whatever a gate or a floor gives.
        gated = limited(gated, _WHOLE, tops, self.inputs, self.about)
        # Behind a closed gate, too, what applies below decides whether and how much applies.
        gated = replace(gated, may_not_apply=result.may_not_apply, tops=tops)
        return opened(gated, result.open)

    def _rounded(self, result: Result) -> Result:
        rounding = self.criteria.rounding
        if rounding.at is not RoundingPlace.LEAF:
            return result
        return replace(result, points=result.points.rounded(rounding.places, rounding.mode))


def _or_nothing(part: Result) -> Enclosure:
    """A component's points in a sum: none at all where it may not apply."""
    return hull([part.points, exactly(_ZERO)]) if part.may_not_apply else part.points
