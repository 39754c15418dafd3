"""Scores and steps as JSON values."""

from __future__ import annotations

from collections.abc import Sequence

from par_index.model.accounts import Account, Basis, Outcome
from par_index.model.assessment import ReadingScore, Score
from par_index.model.criteria import Citation
from par_index.model.steps import Change, NextStep, Shortfall
from par_index.model.submission import Answer
from par_index.rendering.json_reasons import because, reason
from par_index.rendering.json_values import Json, amount, day, place, points, text

__all__ = ["account", "change", "score", "shortfall"]


def account(one: Account) -> Json:
    """All parts of an account; each row of it adds up to a number beside it."""
    return {
        "maximum": points(one.maximum),
        "applicable": points(one.applicable),
        "excluded": points(one.excluded),
        "low": points(one.low),
        "high": points(one.high),
        "open": points(one.open),
        "lost": points(one.lost),
        "points": points(one.points),
        "self_assessable": points(one.self_assessable),
        "supported": points(one.supported),
        "explained": points(one.explained),
        "by_basis": {basis.value: points(one.by_basis[basis]) for basis in Basis},
        "by_outcome": {outcome.value: points(one.by_outcome[outcome]) for outcome in Outcome},
        "leaves": {outcome.value: one.leaves[outcome] for outcome in Outcome},
    }


def score(one: Score) -> Json:
    """A node of the tree: an area, a parent or a leaf."""
    criterion = one.criterion
    return {
        "code": one.code,
        "title": text(criterion.title),
        "max_points": points(criterion.max_points),
        "extra": criterion.extra,
        "outcome": one.outcome.value,
        "why": [why.value for why in one.why],
        "basis": one.basis.value if one.basis else None,
        "points": points(one.points),
        "low": points(one.low),
        "high": points(one.high),
        "account": account(one.account),
        "because": because(one.because) if one.because else None,
        "answer": _answer(one.answer) if one.answer else None,
        "claim": one.claim.value if one.claim else None,
        "lacking": list(one.lacking),
        "cites": _cites(criterion.cites) if criterion.cites else None,
        "readings": [_reading(reading) for reading in one.readings],
        "components": [score(component) for component in one.components],
    }


def shortfall(one: Shortfall) -> Json:
    return {
        "code": one.code,
        "lost": points(one.lost),
        "open": points(one.open),
        "recoverable": points(one.recoverable),
        "reach": one.reach.value,
        "steps": _steps(one.steps),
        "farthest": next(iter(_steps([one.farthest] if one.farthest else [])), None),
        "ask": list(one.ask),
        "deadlock": one.deadlock.value if one.deadlock else None,
    }


def _answer(one: Answer) -> Json:
    return {
        "claimed": points(one.claimed),
        "explanation": one.explanation,
        "ground": one.ground or None,
        "evidence": [
            {
                "id": use.evidence,
                "requirement": use.requirement,
                "page": use.page,
                "section": use.section,
            }
            for use in one.evidence
        ],
        "place": place(one.span),
    }


def _cites(one: Citation) -> Json:
    return {"clause": one.clause, "quote": one.quote}


def _reading(one: ReadingScore) -> Json:
    return {
        "cites": _cites(one.cites),
        "outcome": one.outcome.value,
        "low": points(one.low),
        "high": points(one.high),
        "because": because(one.because),
        "steps": _steps(one.steps),
    }


def _steps(steps: Sequence[NextStep]) -> list[Json]:
    return [
        {
            "changes": [change(one) for one in step.changes],
            "low": points(step.low),
            "high": points(step.high),
            "reasons": [reason(one) for one in step.reasons],
            "ask": list(step.ask),
        }
        for step in steps
    ]


def change(one: Change) -> Json:
    """One measure that moves, with the wholes that rise with it."""
    return {
        "measure": one.measure,
        "amount": amount(one.amount),
        "answer": one.answer,
        "day": day(one.day),
        "before": points(one.before),
        "after": points(one.after),
        "wholes": [
            {"measure": whole, "before": points(before), "after": points(after)}
            for whole, before, after in one.wholes
        ],
    }
