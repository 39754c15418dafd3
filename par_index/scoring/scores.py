"""Scores: the whole tree of a set for one submission, with accounts, grades and shortfalls."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import partial

from par_index.exact import round_exact
from par_index.model.accounts import Account, Basis, Outcome
from par_index.model.assessment import ClaimState, GradeScore, ReadingScore, Score, Totals
from par_index.model.criteria import CriteriaSet, Criterion, Reading, Rounding
from par_index.model.reasons import Branch, Why
from par_index.model.steps import Shortfall
from par_index.model.submission import Answer, Submission
from par_index.nouns import Noun
from par_index.problems import Problem, Span
from par_index.scoring.accounts import (
    leaf_account,
    outcome_of_parent,
    parent_account,
    sum_accounts,
)
from par_index.scoring.causes import why_open
from par_index.scoring.conditions import judge
from par_index.scoring.evaluation import Evaluation, Subject
from par_index.scoring.grades import grade_ladder
from par_index.scoring.inputs import Inputs
from par_index.scoring.modifiers import left_of
from par_index.scoring.questions import units_of
from par_index.scoring.reasoning import because_of
from par_index.scoring.results import Result
from par_index.scoring.shortfalls import shortfalls_of
from par_index.scoring.steps import find_steps
from par_index.scoring.totals import index_of, total_of
from par_index.scoring.trials import Place

__all__ = ["Scores", "evaluate", "explains", "score"]


class Scores(Noun):
    """Everything scoring has to say of one submission."""

    areas: tuple[Score, ...]
    account: Account
    extras: Account | None
    totals: Totals
    index_low: Fraction | None
    index_high: Fraction | None
    grades: tuple[GradeScore, ...]
    shortfalls: tuple[Shortfall, ...]
    remarks: tuple[Problem, ...] = ()


def evaluate(criteria: CriteriaSet, submission: Submission) -> Evaluation:
    """What each criterion may give; worked out when it is asked for."""
    return Evaluation(criteria, submission, Inputs.of(criteria, submission))


def score(evaluation: Evaluation) -> Scores:
    """Score a submission exactly; the same inputs always give the same scores."""
    criteria, submission, inputs = evaluation.criteria, evaluation.submission, evaluation.inputs
    areas = tuple(_score(evaluation, area) for area in criteria.areas)
    account = sum_accounts([area.account for area in areas if not area.criterion.extra])
    beside = [one.account for area in areas for one in _highest_extras(area)]
    extras = sum_accounts(beside) if beside else None
    units = [
        evaluation.node(unit)
        for area in criteria.areas
        if not area.extra
        for unit in units_of(area)
    ]
    tops = (
        sum((unit.tops[0] for unit in units), start=Fraction(0)),
        sum((unit.tops[1] for unit in units), start=Fraction(0)),
    )
    totals = total_of(criteria, account, extras, tops)
    index = index_of(criteria, units, extras, tops)
    return Scores(
        areas,
        account,
        extras,
        totals,
        index[0] if index else None,
        index[1] if index else None,
        grade_ladder(criteria.grades, totals, index, inputs, evaluation.about),
        shortfalls_of(evaluation, areas),
        tuple(_contradictions(inputs, submission)),
    )


def _highest_extras(score: Score) -> Iterator[Score]:
    """The extra nodes below no other extra node."""
    if score.criterion.extra:
        yield score
        return
    for component in score.components:
        yield from _highest_extras(component)


def _contradictions(inputs: Inputs, submission: Submission) -> Iterator[Problem]:
    """Measures whose values cannot all be true, in a way that no single line shows."""
    for id in sorted(inputs.contradictory):
        told = [submission.data.get(other) for other in (id, *inputs.around(id))]
        spans = [one.span for one in told if one is not None and one.is_reported]
        first, *others = spans or [Span(submission.source)]
        yield Problem("W205", first, {"found": id}, tuple(others))


def _score(evaluation: Evaluation, criterion: Criterion) -> Score:
    if not criterion.components:
        return _score_leaf(evaluation, criterion)
    components = tuple(_score(evaluation, component) for component in criterion.components)
    counted = [one for one in components if criterion.extra or not one.criterion.extra]
    below = sum_accounts([one.account for one in counted])
    why = tuple(why for why in Why if any(why in one.why for one in counted))
    if criterion.modifiers is None:
        outcome = outcome_of_parent([one.outcome for one in counted])
        return Score(criterion, outcome, below, why=why, components=components)
    subject = Subject(criterion, None)
    result = evaluation.node(criterion)
    outcome, why = _outcome(evaluation, subject, result)
    account = parent_account(
        criterion.max_points, result, outcome, below, partial(_limit, subject, result)
    )
    return Score(
        criterion,
        outcome,
        account,
        why=why,
        basis=result.basis if outcome is Outcome.SCORED else None,
        because=because_of(evaluation, subject, result),
        components=components,
        ceiling=_ceiling(evaluation, subject, result),
    )


def _ceiling(evaluation: Evaluation, subject: Subject, result: Result) -> Fraction | None:
    """The most that a closed gate or a cap that surely acts leaves, whatever is done below it."""
    if result.branch is Branch.GATE:
        return result.high
    cap = subject.modifiers.cap
    if cap is None or cap.condition is None:
        return None
    if not judge(cap.condition, evaluation.inputs, evaluation.about).is_certain:
        return None
    return cap.to.of(result.tops[1])


def _limit(subject: Subject, result: Result, points: Fraction) -> Fraction:
    """What the modifiers, as they came out for the computed points, leave of others."""
    return left_of(points, subject.modifiers, result)


def _score_leaf(evaluation: Evaluation, criterion: Criterion) -> Score:
    subject = Subject(criterion, criterion.scoring)
    result = evaluation.node(criterion)
    answer = evaluation.submission.answers.get(criterion.code)
    outcome, why = _outcome(evaluation, subject, result)
    applies = outcome is not Outcome.NOT_APPLICABLE
    is_excused = result.branch in (Branch.GROUND, Branch.CONDITION)
    lacking = _lacking(criterion, answer) if applies and not is_excused else ()
    has_required = any(one.required for one in criterion.evidence) and not is_excused
    is_shown = bool(answer and answer.evidence) or result.basis is Basis.COUNTED
    account = leaf_account(
        criterion.max_points,
        result,
        outcome,
        is_supported=not lacking if has_required else is_shown,
        is_explained=explains(evaluation.submission, criterion),
    )
    return Score(
        criterion,
        outcome,
        account,
        why=why,
        basis=result.basis if outcome is Outcome.SCORED else None,
        because=because_of(evaluation, subject, result),
        answer=answer,
        claim=_claim(answer, account, outcome, evaluation.criteria.rounding),
        lacking=lacking,
        readings=tuple(_read(evaluation, criterion, reading) for reading in criterion.readings),
    )


def _outcome(
    evaluation: Evaluation, subject: Subject, result: Result
) -> tuple[Outcome, tuple[Why, ...]]:
    if not result.may_apply:
        return Outcome.NOT_APPLICABLE, ()
    if result.is_decided:
        return Outcome.SCORED, ()
    place = Place(evaluation, subject)
    found = {why_open(place, id) for id in result.open}
    reasons = tuple(why for why in Why if why in found)
    missing = any(why.is_missing for why in reasons)
    return Outcome.MISSING if missing else Outcome.PENDING, reasons


def explains(submission: Submission, criterion: Criterion) -> bool:
    """Whether an answer explains a criterion: its own, or one that excuses a parent of it."""
    own = submission.answers.get(criterion.code)
    above = (submission.answers.get(code) for code, _ in criterion.excuses)
    excusing = any(one is not None and one.ground and one.explanation for one in above)
    return excusing or bool(own and own.explanation)


def _lacking(criterion: Criterion, answer: Answer | None) -> tuple[str, ...]:
    """Required evidence of which the answer does not point to enough different documents."""
    uses = answer.evidence if answer else ()
    is_only = len(criterion.evidence) == 1

    def given(id: str) -> int:
        """A use that names no requirement is for the only one there is."""
        named = {id, ""} if is_only else {id}
        return len({use.evidence for use in uses if use.requirement in named})

    return tuple(one.id for one in criterion.evidence if one.required and given(one.id) < one.count)


def _claim(
    answer: Answer | None, account: Account, outcome: Outcome, rounding: Rounding
) -> ClaimState | None:
    """A claim is written with the set's decimals, whatever the points come to exactly."""
    if answer is None or answer.claimed is None:
        return None

    def is_written(points: Fraction) -> bool:
        return answer.claimed == round_exact(points, rounding.places, rounding.mode)

    if answer.claimed > account.high and not is_written(account.high):
        return ClaimState.ABOVE
    if answer.claimed < account.low and not is_written(account.low):
        return ClaimState.BELOW
    is_settled = outcome is not Outcome.MISSING and account.open == 0
    return ClaimState.EQUAL if is_settled else ClaimState.OPEN


def _read(evaluation: Evaluation, criterion: Criterion, reading: Reading) -> ReadingScore:
    subject = Subject(criterion, reading.scoring)
    result = evaluation.result_of(subject)
    outcome, _ = _outcome(evaluation, subject, result)
    steps = find_steps(evaluation, subject)
    return ReadingScore(
        reading.cites,
        outcome,
        *result.ends,
        because_of(evaluation, subject, result),
        steps.nearest if result.low < criterion.max_points else (),
    )
