"""JSON values: exact numbers as text, places, bilingual titles. No binary float ever appears."""

from __future__ import annotations

import datetime
from fractions import Fraction

from par_index.exact import exact_text
from par_index.model.text import Text
from par_index.problems import Problem, Span
from par_index.rendering.problems import severity_of

__all__ = ["Json", "day", "parameter", "place", "points", "problem", "ratio", "text"]

Json = dict[str, object]


def points(value: Fraction | None) -> str | None:
    """A decimal where one ends, otherwise ``n/d``."""
    return None if value is None else exact_text(value)


def amount(value: Fraction) -> int | str:
    """Cases as a number, money with decimals as its decimal text."""
    return value.numerator if value.denominator == 1 else exact_text(value)


def ratio(value: Fraction | None) -> Json | None:
    """Exactly as ``n/d``, and as a decimal where one ends."""
    if value is None:
        return None
    decimal = exact_text(value)
    return {
        "exact": f"{value.numerator}/{value.denominator}",
        "decimal": None if "/" in decimal else decimal,
    }


def day(value: datetime.date | None) -> str | None:
    return None if value is None else value.isoformat()


def text(value: Text | None) -> Json | None:
    """Both languages as the set gives them."""
    return None if value is None else {"vi": value.vi, "en": value.en or None}


def place(span: Span | None) -> Json | None:
    if span is None:
        return None
    return {"file": span.source.name, "line": span.line, "column": span.column}


def problem(one: Problem) -> Json:
    """A problem by code and parameters; its sentence is in the catalogue of messages."""
    return {
        "code": one.code,
        "severity": severity_of(one),
        "owner": one.owner.value,
        "place": place(one.span),
        "also": [place(span) for span in one.also],
        "params": {name: parameter(value) for name, value in one.params.items()},
    }


def parameter(value: object) -> object:
    """A message parameter as JSON: truths, whole numbers and text stay what they are."""
    match value:
        case None | bool() | int():
            return value
        case Fraction():
            return exact_text(value)
        case datetime.date():
            return value.isoformat()
        case Text():
            return text(value)
        case tuple() | list():
            return [parameter(one) for one in value]
        case _:
            return str(value)
