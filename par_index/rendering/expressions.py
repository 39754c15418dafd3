"""What a set's author wrote, shown again in short: ``hs.so_hoa / hs.tiep_nhan ≥ 30%``.

Measures and criteria stand by their ids, for a reader who looks for them in the files.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import assert_never

from par_index.model.conditions import (
    All,
    Answered,
    AnyOf,
    Bound,
    Comparison,
    Condition,
    CriterionApplies,
    CriterionAtLeast,
    CriterionFull,
    Not,
    Relation,
)
from par_index.model.quantities import (
    Amount,
    Choose,
    Constant,
    Days,
    Difference,
    MonthsAfter,
    Quantity,
    Ratio,
    Scaled,
    Sum,
    Tallied,
)
from par_index.rendering.messages.trials import say
from par_index.rendering.numbers import number, show_date

__all__ = ["bound_text", "comparison_text", "condition_text", "measure_text", "quantity_text"]

_SIGNS = {
    Relation.AT_LEAST: "≥",
    Relation.ABOVE: ">",
    Relation.AT_MOST: "≤",
    Relation.BELOW: "<",
    Relation.BEFORE: "<",
    Relation.ON_OR_BEFORE: "≤",
    Relation.IS: "=",
}


def comparison_text(of: Quantity, bound: Bound, language: str) -> str:
    """A quantity held against a bound."""
    return f"{quantity_text(of, language)} {bound_text(bound, language)}"


def bound_text(bound: Bound, language: str) -> str:
    """A bound with its sign: ``≥ 30%``, ``< 30/12/2021``, ``= som``."""
    sign = _SIGNS[bound.relation]
    if isinstance(bound.value, str):
        return f"{sign} {bound.value}"
    if bound.day:
        return f"{sign} {show_date(bound.date, language)}"
    return f"{sign} {_written(bound.value, language, percent=bound.percent)}"


def condition_text(condition: Condition, language: str) -> str:
    """A condition; whatever is inside another one stands in brackets."""
    match condition:
        case Answered(measure):
            return measure
        case Comparison(of, bound):
            return comparison_text(of, bound, language)
        case CriterionFull(code):
            return say("asks_full", language, code=code)
        case CriterionAtLeast(code, points, percent):
            value = _written(points, language, percent=percent)
            return say("asks_points", language, code=code, points=value)
        case CriterionApplies(code, applies):
            return say("asks_applies" if applies else "asks_not_applies", language, code=code)
        case All(members):
            return _joined(members, "and", language)
        case AnyOf(members):
            return _joined(members, "or", language)
        case Not(member):
            return say("not", language, condition=f"({condition_text(member, language)})")
        case _ as missing:
            assert_never(missing)


def quantity_text(of: Quantity, language: str) -> str:
    """A quantity by the ids of its measures."""

    def text(inner: Quantity) -> str:
        return quantity_text(inner, language)

    match of:
        case Amount(measure) | Tallied(measure) | Choose(measure):
            return measure_text(measure, language)
        case Constant(value, day):
            return (
                show_date(Bound(Relation.IS, value).date, language)
                if day
                else number(value, language)
            )
        case Ratio(part, whole):
            return f"{_wrapped(part, language)} / {_wrapped(whole, language)}"
        case Sum(terms):
            return " + ".join(map(text, terms))
        case Difference(first, second) | Days(first, second):
            return f"{text(first)} − {_wrapped(second, language)}"
        case Scaled(inner, factor):
            return f"{_wrapped(inner, language)} × {number(factor, language)}"
        case MonthsAfter(inner, months):
            return f"{text(inner)} + {say('months', language, count=str(months))}"
        case _ as missing:
            assert_never(missing)


def measure_text(id: str, language: str) -> str:
    """A measure by its id; the twin that holds last year's value says so."""
    name, twin, _ = id.partition("@")
    return say("last_year", language, id=name) if twin else name


def _wrapped(of: Quantity, language: str) -> str:
    text = quantity_text(of, language)
    return f"({text})" if " " in text else text


def _joined(members: Sequence[Condition], name: str, language: str) -> str:
    return f" {say(name, language)} ".join(
        f"({condition_text(member, language)})" for member in members
    )


def _written(value: Fraction, language: str, *, percent: bool) -> str:
    text = number(value * 100 if percent else value, language)
    if not percent:
        return text
    return number(value, language) if "/" in text else f"{text}%"
