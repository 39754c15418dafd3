"""Shortfalls: what each criterion lacks to its maximum, and the way back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from par_index.model.accounts import Basis, Outcome
from par_index.model.assessment import Score
from par_index.model.reasons import Because, Branch, Input, InputState, LimitKind, Why
from par_index.model.steps import Deadlock, Reach, Shortfall
from par_index.scoring.evaluation import Evaluation, Subject
from par_index.scoring.steps import find_steps, why_stuck

__all__ = ["shortfalls_of"]


def shortfalls_of(evaluation: Evaluation, areas: Sequence[Score]) -> tuple[Shortfall, ...]:
    """Every node that lacks points of its own, most recoverable points first.

    Bonus points not earned are no shortfall, a penalty is.
    """
    short = [one for area in areas for one in _short(evaluation, area)]
    found = [(one, _shortfall(evaluation, one)) for one in short]
    order = {one.code: number for number, one in enumerate(short)}
    rank = {Outcome.SCORED: 0, Outcome.MISSING: 1, Outcome.PENDING: 2}
    found.sort(key=lambda pair: (-pair[1].recoverable, rank[pair[0].outcome], order[pair[0].code]))
    return tuple(shortfall for _, shortfall in found)


def _short(evaluation: Evaluation, score: Score) -> Iterator[Score]:
    """Leaves below their maximum, and parents whose modifiers cost points.

    Beneath a parent that already has all its points nothing is lacking.
    """
    if score.outcome is Outcome.NOT_APPLICABLE:
        return
    if not score.components:
        if score.low < _top(score):
            yield score
        return
    if score.because is not None:
        if score.low >= _top(score):
            return
        if _cost(score) > 0:
            yield score
            if _is_closed(score.because):
                return
    for component in score.components:
        yield from _short(evaluation, component)


def _is_closed(because: Because) -> bool:
    """Whether a parent's gate or cap keeps anything below it from counting."""
    capped = any(limit.kind is LimitKind.CAP for limit in because.limits)
    return capped or because.branch is Branch.GATE


def _top(score: Score) -> Fraction:
    """What the node can hold; an extra one is measured against losing nothing."""
    return (
        min(score.account.applicable, Fraction(0))
        if score.criterion.extra
        else (score.account.applicable)
    )


def _cost(score: Score) -> Fraction:
    """What a parent's modifiers take, for certain or perhaps, of the sum below it."""
    extra = score.criterion.extra
    below = [one.account for one in score.components if extra or not one.criterion.extra]
    low = sum((one.low for one in below), start=Fraction(0))
    return min(low, _top(score)) - score.low


def _shortfall(evaluation: Evaluation, score: Score) -> Shortfall:
    subject = Subject(score.criterion, score.criterion.scoring)
    account, top = score.account, _top(score)
    steps = find_steps(evaluation, subject)
    promised = [*steps.nearest, *([steps.farthest] if steps.farthest else [])]
    best = min(max([account.high, *(step.high for step in promised)]), top)
    ask: tuple[str, ...] = ()
    if score.because is not None:
        missing = [one for one in score.because.inputs if one.why and one.why.is_missing]
        ask = tuple(dict.fromkeys(id for one in missing for id in _to_report(evaluation, one)))
    if score.outcome is Outcome.SCORED and not promised and not score.components:
        ask = _unknown_counts(score)
    stuck = not promised and not ask and score.outcome is not Outcome.MISSING
    deadlock = why_stuck(evaluation, subject) if stuck else None
    if deadlock is not None and score.outcome is Outcome.PENDING:
        deadlock = Deadlock.OTHERS
    if deadlock in (Deadlock.FIXED, Deadlock.UNSAID, Deadlock.PAST_DUE, Deadlock.NO_CASES):
        reach = Reach.NO
    else:
        reach = Reach.YES if any(step.low >= best for step in promised) else Reach.OPEN
    return Shortfall(
        score.code,
        lost=top - min(account.high, top),
        open=min(account.high, top) - account.low,
        recoverable=best - account.low,
        reach=reach,
        steps=steps.nearest,
        farthest=steps.farthest,
        ask=ask,
        deadlock=deadlock,
    )


def _to_report(evaluation: Evaluation, one: Input) -> list[str]:
    """The measure itself; for a rate that is printed too roughly, the counts behind it."""
    counts = evaluation.inputs[one.measure].measure.of or ()
    if one.why is not Why.PRINTED or not counts:
        return [one.measure]
    blank = [id for id in counts if evaluation.inputs[id].state is not InputState.REPORTED]
    return blank or [one.measure]


def _unknown_counts(score: Score) -> tuple[str, ...]:
    """Counts behind a printed rate, without which no step can be worked out."""
    inputs = score.because.inputs if score.because is not None else ()
    if not any(one.basis is Basis.STATED for one in inputs):
        return ()
    return tuple(one.measure for one in inputs if one.state is InputState.BLANK)
