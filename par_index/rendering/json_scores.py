"""Scores, reasons and steps as JSON values."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from fractions import Fraction

from par_index.exact import exact_text
from par_index.model.accounts import Account, Basis, Outcome
from par_index.model.assessment import ReadingScore, Score
from par_index.model.criteria import Citation
from par_index.model.reasons import Because, Input, Reason, Term
from par_index.model.rules import Bound
from par_index.model.steps import Change, NextStep, Shortfall
from par_index.model.submission import Answer
from par_index.rendering.json_values import Json, amount, day, place, points, ratio, text

__all__ = ["account", "score", "shortfall"]


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
        "outcome": one.outcome.value,
        "why": [why.value for why in one.why],
        "basis": one.basis.value if one.basis else None,
        "points": points(one.points),
        "low": points(one.low),
        "high": points(one.high),
        "account": account(one.account),
        "because": _because(one.because) if one.because else None,
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


def _because(one: Because) -> Json:
    return {
        "rule": one.rule,
        "branch": one.branch.value,
        "step": one.step,
        "reasons": [_reason(reason) for reason in one.reasons],
        "inputs": [_input(each) for each in one.inputs],
    }


def _reason(one: Reason) -> Json:
    is_day = one.bound is not None and one.bound.day
    return {
        "truth": one.truth.value,
        "terms": [_term(term) for term in one.terms],
        "low": _end(one.low, is_day),
        "high": _end(one.high, is_day),
        "bound": _bound(one.bound) if one.bound else None,
        "measure": one.measure or None,
        "code": one.code or None,
        "is_gate": one.is_gate,
    }


def _term(term: Term) -> str:
    match term:
        case Fraction():
            return exact_text(term)
        case datetime.date():
            return term.isoformat()
        case _:
            return term


def _end(value: Fraction | None, is_day: bool) -> object:
    """An end of a value: a number, or a day where the value is one."""
    if value is None or not is_day:
        return ratio(value)
    return datetime.date.fromordinal(int(value)).isoformat()


def _bound(one: Bound) -> Json:
    is_number = not one.day and isinstance(one.value, Fraction)
    return {
        "relation": one.relation.value,
        "number": ratio(one.value) if is_number and isinstance(one.value, Fraction) else None,
        "percent": one.percent,
        "date": one.date.isoformat() if one.day else None,
        "option": one.value if isinstance(one.value, str) else None,
    }


def _input(one: Input) -> Json:
    return {
        "measure": one.measure,
        "state": one.state.value,
        "basis": one.basis.value,
        "text": one.text,
        "quote": one.quote,
        "said": one.said,
        "place": place(one.span),
        "why": one.why.value if one.why else None,
        "due": day(one.due),
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
        "because": _because(one.because),
        "steps": _steps(one.steps),
    }


def _steps(steps: Sequence[NextStep]) -> list[Json]:
    return [
        {
            "changes": [_change(change) for change in step.changes],
            "low": points(step.low),
            "high": points(step.high),
            "reasons": [_reason(reason) for reason in step.reasons],
            "ask": list(step.ask),
        }
        for step in steps
    ]


def _change(one: Change) -> Json:
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
