"""Reasons as JSON values: tests, formulas, items, limits and inputs."""

from __future__ import annotations

import datetime
from fractions import Fraction

from par_index.exact import exact_text
from par_index.model.conditions import (
    AboutCriterion,
    Bound,
    CriterionApplies,
    CriterionAtLeast,
    CriterionFull,
)
from par_index.model.reasons import Because, Input, ItemScore, Percent, Reason, Term
from par_index.rendering.json_values import Json, day, place, points, ratio, text

__all__ = ["because", "reason"]


def because(one: Because) -> Json:
    """Why a score is what it is; the inputs of an item stand with the score that has it."""
    return {
        "rule": one.rule,
        "branch": one.branch.value,
        "step": one.step,
        "reasons": [reason(each) for each in one.reasons],
        "formula": [_term(term) for term in one.formula],
        "items": [_item(each) for each in one.items],
        "limits": [{"kind": each.kind.value, "to": points(each.to)} for each in one.limits],
        "inputs": [_input(each) for each in one.inputs],
    }


def _item(one: ItemScore) -> Json:
    return {
        "title": text(one.title),
        "max_points": points(one.points),
        "low": points(one.low),
        "high": points(one.high),
        "wins": one.wins,
        "because": because(one.because),
    }


def reason(one: Reason) -> Json:
    """A test, with the question where it is about another criterion."""
    is_day = one.bound is not None and one.bound.day
    return {
        "truth": one.truth.value,
        "terms": [_term(term) for term in one.terms],
        "low": _end(one.low, is_day),
        "high": _end(one.high, is_day),
        "bound": _bound(one.bound) if one.bound else None,
        "measure": one.measure or None,
        "code": one.code or None,
        "question": _question(one.question) if one.question else None,
        "is_gate": one.is_gate,
        "is_cap": one.is_cap,
    }


def _question(one: AboutCriterion) -> Json:
    """What is asked of another criterion: its points, all or so many, or whether it applies."""
    match one:
        case CriterionFull():
            return {"asks": "full", "at_least": None, "percent": False}
        case CriterionAtLeast(_, least, percent):
            return {"asks": "at_least", "at_least": points(least), "percent": percent}
        case CriterionApplies(_, applies):
            asks = "applies" if applies else "does_not_apply"
            return {"asks": asks, "at_least": None, "percent": False}


def _term(term: Term) -> str:
    """A percentage as it is written: ``75%``, or ``1/3`` where its decimals never end."""
    match term:
        case Fraction():
            return exact_text(term)
        case Percent(value):
            percent = exact_text(value * 100)
            return exact_text(value) if "/" in percent else f"{percent}%"
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
