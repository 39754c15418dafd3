"""Quantities, conditions and scoring as their author writes them."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag, WithJsonSchema

from par_index.reading.written import (
    NUMBER,
    Code,
    Day,
    Flag,
    Form,
    Id,
    Number,
    Words,
    scalar,
    shaped,
)

__all__ = [
    "AllForm",
    "AnyForm",
    "BandsForm",
    "CodeForm",
    "CompareForm",
    "ConditionForm",
    "DaysForm",
    "MinusForm",
    "MonthsForm",
    "NotForm",
    "QuantityForm",
    "RatioForm",
    "ScoringForm",
    "StepForm",
    "SumForm",
    "TimesForm",
]

# Quantities. The key that is there says which one it is.


class RatioForm(Form):
    ratio: list[QuantityForm] = Field(min_length=2, max_length=2)


class SumForm(Form):
    sum: list[QuantityForm] = Field(min_length=1)


class MinusForm(Form):
    minus: list[QuantityForm] = Field(min_length=2, max_length=2)


class TimesForm(Form):
    times: list[QuantityForm] = Field(min_length=2, max_length=2)


class DaysForm(Form):
    days: list[QuantityForm] = Field(min_length=2, max_length=2)


class MonthsForm(Form):
    months_after: list[QuantityForm] = Field(min_length=2, max_length=2)


def _by_key(*keys: str) -> Discriminator:
    def tag(value: Any) -> str | None:
        if isinstance(value, str):
            return "text"
        if isinstance(value, dict):
            return next((key for key in keys if key in value), None)
        return getattr(value, "tag", None)

    return Discriminator(tag)


QuantityForm = Annotated[
    Annotated[Words, Tag("text")]
    | Annotated[RatioForm, Tag("ratio")]
    | Annotated[SumForm, Tag("sum")]
    | Annotated[MinusForm, Tag("minus")]
    | Annotated[TimesForm, Tag("times")]
    | Annotated[DaysForm, Tag("days")]
    | Annotated[MonthsForm, Tag("months_after")],
    _by_key("ratio", "sum", "minus", "times", "days", "months_after"),
]


# Conditions.


class CompareForm(Form):
    """``{of: Q, at_least: 30%}``: exactly one bound, which lowering checks."""

    of: QuantityForm
    at_least: Number | None = None
    above: Number | None = None
    at_most: Number | None = None
    below: Number | None = None
    before: Day | None = None
    on_or_before: Day | None = None
    is_: Words | None = Field(default=None, alias="is")
    when_none: Flag | None = None


class CodeForm(Form):
    code: Code
    full: Annotated[Literal["yes"], WithJsonSchema({"enum": ["yes", True]})]
    when_none: Flag | None = None


class AllForm(Form):
    all: list[ConditionForm] = Field(min_length=1)
    when_none: Flag | None = None


class AnyForm(Form):
    any: list[ConditionForm] = Field(min_length=1)
    when_none: Flag | None = None


class NotForm(Form):
    not_: ConditionForm = Field(alias="not")
    when_none: Flag | None = None


ConditionForm = Annotated[
    Annotated[Id, Tag("text")]
    | Annotated[CompareForm, Tag("of")]
    | Annotated[CodeForm, Tag("code")]
    | Annotated[AllForm, Tag("all")]
    | Annotated[AnyForm, Tag("any")]
    | Annotated[NotForm, Tag("not")],
    _by_key("of", "code", "all", "any", "not"),
]


# Rules.


class StepForm(Form):
    """One step of ``bands``: a bound with its points, or ``otherwise`` as the last."""

    at_least: Number | None = None
    above: Number | None = None
    at_most: Number | None = None
    below: Number | None = None
    is_: Words | None = Field(default=None, alias="is")
    points: Number | None = None
    otherwise: Number | None = None


class BandsForm(Form):
    of: QuantityForm
    steps: list[StepForm] = Field(min_length=2)


class ScoringForm(Form):
    full_if: ConditionForm | None = None
    else_: Number | None = Field(default=None, alias="else")
    bands: BandsForm | None = None
    if_: ConditionForm | None = Field(default=None, alias="if")
    if_not: Number | None = None
    when_none: (
        Annotated[
            str,
            shaped(rf"not_applicable|full|zero|{NUMBER}", "not_applicable, full, zero, 0.5"),
            scalar(rf"not_applicable|full|zero|{NUMBER}"),
        ]
        | None
    ) = None
