"""Scores: the tree of points with reasons, and the shortfalls read off it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from par_index.model.accounts import Account, Basis, Outcome
from par_index.model.assessment import ClaimState, ReadingScore, Score
from par_index.model.criteria import CriteriaSet, Criterion, Reading
from par_index.model.reasons import Because, Input, InputState, Why
from par_index.model.rules import FullIf, Rule, Scoring
from par_index.model.steps import Deadlock, Reach, Shortfall
from par_index.model.submission import Answer, Submission
from par_index.problems import Problem, Span
from par_index.scoring.accounts import (
    index_interval,
    leaf_account,
    outcome_of_parent,
    sum_accounts,
)
from par_index.scoring.evaluation import Evaluation
from par_index.scoring.inputs import Inputs
from par_index.scoring.rules import Result
from par_index.scoring.steps import find_steps, why_stuck

__all__ = ["Scores", "score"]

_ZERO = Fraction(0)


@dataclass(frozen=True, slots=True)
class Scores:
    """Everything scoring has to say of one submission."""

    areas: tuple[Score, ...]
    account: Account
    index_low: Fraction | None
    index_high: Fraction | None
    shortfalls: tuple[Shortfall, ...]
    remarks: tuple[Problem, ...] = ()


def score(criteria: CriteriaSet, submission: Submission) -> Scores:
    """Score a submission exactly; the same inputs always give the same scores."""
    inputs = Inputs.of(criteria, submission)
    evaluation = Evaluation(criteria, submission, inputs)
    areas = tuple(_score(evaluation, area) for area in criteria.areas)
    low, high = index_interval(
        [(leaf.max_points, evaluation.leaf(leaf)) for leaf in criteria.leaves()]
    )
    return Scores(
        areas,
        sum_accounts([area.account for area in areas]),
        low,
        high,
        _shortfalls(evaluation, [leaf for area in areas for leaf in area.leaves()]),
        tuple(_contradictions(inputs, submission)),
    )


def _contradictions(inputs: Inputs, submission: Submission) -> Iterator[Problem]:
    """Measures whose values cannot all be true, in a way that no single line shows."""
    for id in sorted(inputs.contradictory):
        told = [submission.data.get(other) for other in (id, *inputs.around(id))]
        spans = [one.span for one in told if one is not None and one.is_reported]
        first, *others = spans or [Span(submission.source)]
        yield Problem("W205", first, {"found": id}, tuple(others))


def _score(evaluation: Evaluation, criterion: Criterion) -> Score:
    if criterion.scoring is not None:
        return _score_leaf(evaluation, criterion, criterion.scoring)
    components = tuple(_score(evaluation, component) for component in criterion.components)
    return Score(
        criterion,
        outcome_of_parent([one.outcome for one in components]),
        sum_accounts([one.account for one in components]),
        why=tuple(why for why in Why if any(why in one.why for one in components)),
        components=components,
    )


def _score_leaf(evaluation: Evaluation, criterion: Criterion, scoring: Scoring) -> Score:
    result = evaluation.leaf(criterion)
    answer = evaluation.submission.answers.get(criterion.code)
    outcome, why = _outcome(evaluation, criterion, scoring, result)
    applies = outcome is not Outcome.NOT_APPLICABLE
    lacking = _lacking(criterion, answer) if applies else ()
    has_required = any(requirement.required for requirement in criterion.evidence)
    account = leaf_account(
        criterion.max_points,
        result,
        outcome,
        is_supported=not lacking if has_required else result.basis is Basis.COUNTED,
        is_explained=bool(answer and answer.explanation),
    )
    return Score(
        criterion,
        outcome,
        account,
        why=why,
        basis=result.basis if outcome is Outcome.SCORED else None,
        because=_because(evaluation, criterion, scoring, result),
        answer=answer,
        claim=_claim(answer, account, outcome),
        lacking=lacking,
        readings=tuple(_read(evaluation, criterion, reading) for reading in criterion.readings),
    )


def _outcome(
    evaluation: Evaluation, criterion: Criterion, scoring: Scoring, result: Result
) -> tuple[Outcome, tuple[Why, ...]]:
    if not result.may_apply:
        return Outcome.NOT_APPLICABLE, ()
    if result.is_decided:
        return Outcome.SCORED, ()
    found = {evaluation.why(criterion, scoring, id) for id in result.open}
    reasons = tuple(why for why in Why if why in found)
    missing = any(why.is_missing for why in reasons)
    return Outcome.MISSING if missing else Outcome.PENDING, reasons


def _because(
    evaluation: Evaluation, criterion: Criterion, scoring: Scoring, result: Result
) -> Because:
    return Because(
        _kind(scoring.rule),
        result.branch,
        result.step,
        result.reasons,
        tuple(_inputs(evaluation, criterion, scoring, result)),
    )


def _kind(rule: Rule) -> str:
    return "full_if" if isinstance(rule, FullIf) else "bands"


def _inputs(
    evaluation: Evaluation, criterion: Criterion, scoring: Scoring, result: Result
) -> Iterator[Input]:
    for id in dict.fromkeys((*result.used, *sorted(result.open))):
        known, datum = evaluation.inputs[id], evaluation.inputs[id].datum
        why = evaluation.why(criterion, scoring, id) if id in result.open else None
        due = None
        if why is Why.NOT_DUE and known.state is InputState.BLANK:
            due = evaluation.due(criterion, scoring, id)
        yield Input(
            id,
            known.state,
            known.basis,
            text=datum.text if datum else "",
            quote=datum.quote if datum else "",
            said=datum.said if datum else "",
            span=datum.span if datum else None,
            why=why,
            due=None if due is None else datetime.date.fromordinal(due),
        )


def _lacking(criterion: Criterion, answer: Answer | None) -> tuple[str, ...]:
    """Required evidence that the answer does not point to."""
    required = [one.id for one in criterion.evidence if one.required]
    uses = answer.evidence if answer else ()
    given = {use.requirement for use in uses}
    if "" in given and len(criterion.evidence) == 1:
        return ()
    return tuple(id for id in required if id not in given)


def _claim(answer: Answer | None, account: Account, outcome: Outcome) -> ClaimState | None:
    if answer is None or answer.claimed is None:
        return None
    if answer.claimed > account.high:
        return ClaimState.ABOVE
    if answer.claimed < account.low:
        return ClaimState.BELOW
    return (
        ClaimState.EQUAL
        if outcome is not Outcome.MISSING and account.open == 0
        else (ClaimState.OPEN)
    )


def _read(evaluation: Evaluation, criterion: Criterion, reading: Reading) -> ReadingScore:
    result = evaluation.result_of(criterion, reading.scoring)
    outcome, _ = _outcome(evaluation, criterion, reading.scoring, result)
    steps = find_steps(evaluation, criterion, reading.scoring)
    return ReadingScore(
        reading.cites,
        outcome,
        result.low,
        result.high,
        _because(evaluation, criterion, reading.scoring, result),
        steps.nearest if result.low < criterion.max_points else (),
    )


def _shortfalls(evaluation: Evaluation, leaves: Sequence[Score]) -> tuple[Shortfall, ...]:
    """Every applicable leaf below its maximum, most recoverable points first."""
    found = [
        _shortfall(evaluation, leaf)
        for leaf in leaves
        if leaf.outcome is not Outcome.NOT_APPLICABLE and leaf.low < leaf.account.applicable
    ]
    order = {leaf.code: number for number, leaf in enumerate(leaves)}
    rank = {Outcome.SCORED: 0, Outcome.MISSING: 1, Outcome.PENDING: 2}
    outcomes = {leaf.code: leaf.outcome for leaf in leaves}
    found.sort(key=lambda one: (-one.recoverable, rank[outcomes[one.code]], order[one.code]))
    return tuple(found)


def _shortfall(evaluation: Evaluation, leaf: Score) -> Shortfall:
    criterion, account = leaf.criterion, leaf.account
    assert criterion.scoring is not None
    steps = find_steps(evaluation, criterion, criterion.scoring)
    promised = [*steps.nearest, *([steps.farthest] if steps.farthest else [])]
    best = max([account.high, *(step.high for step in promised)])
    ask: tuple[str, ...] = ()
    if leaf.because is not None:
        ask = tuple(one.measure for one in leaf.because.inputs if one.why and one.why.is_missing)
    if leaf.outcome is Outcome.SCORED and not promised:
        ask = _unknown_counts(leaf)
    stuck = not promised and not ask and leaf.outcome is not Outcome.MISSING
    deadlock = why_stuck(evaluation, criterion, criterion.scoring) if stuck else None
    if deadlock is not None and leaf.outcome is Outcome.PENDING:
        deadlock = Deadlock.OTHERS
    if deadlock in (Deadlock.FIXED, Deadlock.PAST_DUE, Deadlock.NO_CASES):
        reach = Reach.NO
    else:
        reach = Reach.YES if any(step.low == best for step in promised) else Reach.OPEN
    return Shortfall(
        criterion.code,
        lost=account.lost,
        open=account.open,
        recoverable=best - account.low,
        reach=reach,
        steps=steps.nearest,
        farthest=steps.farthest,
        ask=ask,
        deadlock=deadlock,
    )


def _unknown_counts(leaf: Score) -> tuple[str, ...]:
    """Counts behind a printed rate, without which no step can be worked out."""
    inputs = leaf.because.inputs if leaf.because is not None else ()
    if not any(one.basis is Basis.STATED for one in inputs):
        return ()
    return tuple(one.measure for one in inputs if one.state is InputState.BLANK)
