"""Rules: what a criterion's scoring may come to, before rounding.

The order is the language's: gate, then 0/0, then the rule itself.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from par_index.model.accounts import Basis
from par_index.model.reasons import Branch, Reason
from par_index.model.rules import Bands, FullIf, Scoring, WhenNone
from par_index.scoring.conditions import FullOf, Verdict, compare, judge, united, weakest
from par_index.scoring.inputs import Inputs

__all__ = ["Result", "apply_scoring", "join", "not_applicable"]


@dataclass(frozen=True, slots=True)
class Result:
    """The points a rule may give, [low, high], over every completion in which it applies.

    ``may_not_apply`` and ``may_apply`` say which of the two is still possible; low and high mean
    nothing when it cannot apply.
    """

    low: Fraction
    high: Fraction
    may_apply: bool = True
    may_not_apply: bool = False
    branch: Branch = Branch.OPEN
    step: int | None = None
    basis: Basis = Basis.COUNTED
    open: frozenset[str] = frozenset()
    used: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()

    @property
    def is_decided(self) -> bool:
        return self.low == self.high and not (self.may_apply and self.may_not_apply)


def apply_scoring(scoring: Scoring, inputs: Inputs, full_of: FullOf) -> Result:
    """All that the scoring may give."""
    rule = _apply_rule(scoring, inputs, full_of)
    if scoring.gate is None:
        return rule
    gate = judge(scoring.gate, inputs, full_of)
    reasons = tuple(replace(reason, is_gate=True) for reason in gate.reasons)
    failed = Result(
        scoring.if_not,
        scoring.if_not,
        branch=Branch.GATE,
        basis=gate.basis,
        used=gate.used,
        reasons=reasons,
    )
    if gate.is_certain:
        return replace(
            rule,
            basis=weakest([rule.basis, gate.basis]),
            used=united([gate.used, rule.used]),
            reasons=(*reasons, *rule.reasons),
        )
    if gate.is_decided:
        return failed
    return _both(rule, failed, gate, reasons)


def join(results: list[Result]) -> Result:
    """What may come when any of several results may: the enclosure of all."""
    applying = [one for one in results if one.may_apply]
    return Result(
        min((one.low for one in applying), default=Fraction(0)),
        max((one.high for one in applying), default=Fraction(0)),
        may_apply=bool(applying),
        may_not_apply=any(one.may_not_apply for one in results),
        branch=results[0].branch if len(results) == 1 else Branch.OPEN,
        step=results[0].step if len(results) == 1 else None,
        basis=weakest([one.basis for one in results]),
        open=frozenset().union(*(one.open for one in results)),
        used=united(one.used for one in results),
        reasons=tuple(dict.fromkeys(reason for one in results for reason in one.reasons)),
    )


def not_applicable(branch: Branch, used: tuple[str, ...], reasons: tuple[Reason, ...]) -> Result:
    zero = Fraction(0)
    return Result(
        zero,
        zero,
        may_apply=False,
        may_not_apply=True,
        branch=branch,
        used=used,
        reasons=reasons,
    )


def _apply_rule(scoring: Scoring, inputs: Inputs, full_of: FullOf) -> Result:
    match scoring.rule:
        case FullIf(condition, points, otherwise):
            verdict = judge(condition, inputs, full_of)
            outcomes = []
            if verdict.yes:
                outcomes.append(_given(points, Branch.MET, verdict))
            if verdict.no:
                outcomes.append(_given(otherwise, Branch.NOT_MET, verdict))
            if verdict.none:
                outcomes.append(_undefined(scoring.when_none, verdict))
            return _settled(outcomes, verdict)
        case Bands(of, steps, otherwise):
            outcomes, open_ = [], frozenset[str]()
            seen: tuple[Reason, ...] = ()
            for number, step in enumerate(steps, start=1):
                verdict = compare(of, step.bound, inputs)
                seen, open_ = (*seen, *verdict.reasons), open_ | verdict.open
                verdict = replace(verdict, reasons=seen)
                if verdict.none and number == 1:
                    outcomes.append(_undefined(scoring.when_none, verdict))
                if verdict.yes:
                    given = _given(step.points, Branch.STEP, verdict)
                    outcomes.append(replace(given, step=number))
                if not verdict.no:
                    break
            else:
                outcomes.append(_given(otherwise, Branch.OTHERWISE, verdict))
            return _settled(outcomes, replace(verdict, open=open_))


def _given(points: Fraction, branch: Branch, verdict: Verdict) -> Result:
    return Result(
        points,
        points,
        branch=branch,
        basis=verdict.basis,
        used=verdict.used,
        reasons=verdict.reasons,
    )


def _undefined(policy: WhenNone | None, verdict: Verdict) -> Result:
    """0/0 by the set's policy; a set without one where it can happen never loads."""
    assert policy is not None, "a rule that can be 0/0 has a when_none"
    if policy.points is None:
        return not_applicable(Branch.NONE, verdict.used, verdict.reasons)
    return _given(policy.points, Branch.NONE, verdict)


def _settled(outcomes: list[Result], verdict: Verdict) -> Result:
    result = join(outcomes)
    return result if result.is_decided else replace(result, open=result.open | verdict.open)


def _both(rule: Result, failed: Result, gate: Verdict, reasons: tuple[Reason, ...]) -> Result:
    """An undecided gate: the rule or what a failed gate gives."""
    either = join([failed, rule])
    if not either.is_decided:
        either = replace(either, open=either.open | gate.open)
    return replace(either, reasons=(*reasons, *rule.reasons))
