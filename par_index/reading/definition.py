"""The files of a criteria set as their author writes them, as pydantic models.

They fix the shape and are published as JSON Schema for editors. Every scalar is text; what a text
means is settled when it is lowered to the nouns of ``model``. Each form keeps the node it was
read from as ``at``, so that every later remark has a place.
"""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
    WithJsonSchema,
)
from pydantic.json_schema import SkipJsonSchema
from pydantic_core import PydanticCustomError

from par_index.exact import parse_literal
from par_index.reading.nodes import Mapping

__all__ = [
    "AllForm",
    "AnyForm",
    "AreaFile",
    "BandsForm",
    "CitesForm",
    "CodeForm",
    "CompareForm",
    "ConditionForm",
    "CriterionForm",
    "DaysForm",
    "Form",
    "MeasureForm",
    "MeasuresFile",
    "MinusForm",
    "MonthsForm",
    "NotApplicableForm",
    "NotForm",
    "QuantityForm",
    "RatioForm",
    "ReadingForm",
    "RemedyForm",
    "RequirementForm",
    "RoundingForm",
    "ScoringForm",
    "SetFile",
    "SumForm",
    "TextForm",
    "TimesForm",
    "WordsForm",
]

_ID = r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)*"
_CODE = r"[A-Za-z0-9][A-Za-z0-9_.-]*"
_SET_ID = r"[a-z0-9][a-z0-9-]*(/[a-z0-9][a-z0-9-]*)*"
_DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_NUMBER = r"-?[0-9]+(\.[0-9]+)?%?|-?[0-9]+/[1-9][0-9]*"


def _shaped(pattern: str, expected: str) -> AfterValidator:
    """Texts of one form; ``expected`` shows examples, the same in every language."""
    compiled = re.compile(pattern)

    def check(text: str) -> str:
        if compiled.fullmatch(text) is None:
            raise PydanticCustomError("shape", "shape", {"expected": expected})
        return text

    return AfterValidator(check)


def _number(text: str) -> str:
    if parse_literal(text) is None:
        raise PydanticCustomError("shape", "shape", {"expected": "2, 0.5, 30%, 1/3"})
    return text


def _filled(text: str) -> str:
    if not text.strip():
        raise PydanticCustomError("blank", "blank")
    return text


def _scalar(pattern: str) -> WithJsonSchema:
    return WithJsonSchema({"type": ["string", "number", "boolean"], "pattern": f"^({pattern})$"})


Words = Annotated[str, AfterValidator(_filled), WithJsonSchema({"type": ["string", "number"]})]
Id = Annotated[str, _shaped(_ID, "ho_so.tiep_nhan"), _scalar(_ID)]
Slug = Annotated[str, _shaped(r"[a-z0-9][a-z0-9-]*", "khong-phat-sinh"), _scalar("[a-z0-9-]+")]
Code = Annotated[str, _shaped(_CODE, '"7.2", "tthc.dunghan"'), _scalar(_CODE)]
SetId = Annotated[str, _shaped(_SET_ID, "quang-binh/2021/skhcn-phu-luc/so"), _scalar(_SET_ID)]
Day = Annotated[str, _shaped(_DATE, "2021-12-31"), _scalar(_DATE)]
Number = Annotated[str, AfterValidator(_number), _scalar(_NUMBER)]
Whole = Annotated[str, _shaped(r"-?[0-9]{1,9}", "0, 1, 12"), _scalar("-?[0-9]{1,9}")]
Flag = Annotated[Literal["yes", "no"], WithJsonSchema({"enum": ["yes", "no", True, False]})]
FileName = Annotated[
    str, _shaped(r"[a-z0-9][a-z0-9._-]*\.ya?ml", "1-chi-dao-dieu-hanh.yaml"), _scalar(".+")
]


class Form(BaseModel):
    """One mapping of a file. ``at`` is the node it was read from."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)

    at: SkipJsonSchema[Mapping] = Field(alias="@", repr=False)


class WordsForm(Form):
    vi: Words
    en: Words | None = None


def _kind_of_text(value: Any) -> str:
    return "both" if isinstance(value, dict) else "vi"


TextForm = Annotated[
    Annotated[Words, Tag("vi")] | Annotated[WordsForm, Tag("both")], Discriminator(_kind_of_text)
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


# Rules and criteria.


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
            _shaped(rf"not_applicable|full|zero|{_NUMBER}", "not_applicable, full, zero, 0.5"),
            _scalar(rf"not_applicable|full|zero|{_NUMBER}"),
        ]
        | None
    ) = None


class GroundForm(Form):
    id: Slug
    text: TextForm


class NotApplicableForm(Form):
    if_: ConditionForm | None = Field(default=None, alias="if")
    grounds: list[GroundForm] = Field(default_factory=list)
    give: Literal["exclude", "full", "zero"] = "exclude"


class CitesForm(Form):
    clause: Words | None = None
    quote: Words | None = None


class RequirementForm(Form):
    id: Slug
    title: TextForm
    required: Flag = "no"
    locate: Literal["page", "section"] | None = None


class EffortForm(Form):
    per_item: Number


def _kind_of_effort(value: Any) -> str:
    return "per_item" if isinstance(value, dict) else "step"


class RemedyForm(Form):
    text: TextForm | None = None
    lead: TextForm | None = None
    support: TextForm | None = None
    due: TextForm | None = None
    effort: (
        Annotated[
            Annotated[Number, Tag("step")] | Annotated[EffortForm, Tag("per_item")],
            Discriminator(_kind_of_effort),
        ]
        | None
    ) = None


class ReadingForm(Form):
    cites: CitesForm
    scoring: ScoringForm


class CriterionForm(Form):
    code: Code
    title: TextForm
    max_points: Number | None = None
    components: list[CriterionForm] | None = None
    scoring: ScoringForm | None = None
    not_applicable: NotApplicableForm | None = None
    cites: CitesForm | None = None
    evidence: list[RequirementForm] | None = None
    remedy: RemedyForm | None = None
    readings: list[ReadingForm] = Field(default_factory=list)


class AreaFile(CriterionForm):
    """One file of a set: an area, which is a criterion at the top."""


class MeasureForm(Form):
    id: Id
    label: TextForm
    kind: Literal["count", "money", "percent", "rate", "date", "yes_no", "choice"]
    counted_in: Words | None = None
    of: list[Id] | None = Field(default=None, min_length=2, max_length=2)
    options: list[Slug] | None = Field(default=None, min_length=2)
    within: Id | None = None
    min: Whole | None = None
    can: Literal["rise", "rise_with", "fall", "fixed"] | None = None
    better: Literal["more", "less"] | None = None
    by: Literal["unit", "survey", "appraiser", "block"] = "unit"


class MeasuresFile(Form):
    """``measures.yaml``: everything a unit can report, declared once."""

    measures: list[MeasureForm] = Field(min_length=1)


class PeriodForm(Form):
    from_: Day = Field(alias="from")
    to: Day


class PlacesForm(Form):
    places: Annotated[str, _shaped("[0-9]", "0, 1, 2"), _scalar("[0-9]")]
    mode: Literal["half_up", "half_even", "down"] = "half_up"


class PointPlacesForm(PlacesForm):
    at: SkipJsonSchema[Mapping] = Field(alias="@", repr=False)
    where: Literal["leaf", "total"] = Field(default="leaf", alias="at")


class RoundingForm(Form):
    points: PointPlacesForm | None = None
    index: PlacesForm | None = None


class SourceForm(Form):
    issuer: TextForm | None = None
    number: Words | None = None
    symbol: Words | None = None
    date: Words | None = None
    title: TextForm | None = None
    note: TextForm | None = None


class SetFile(Form):
    """``set.yaml``: identity, provenance, period, rounding and the area files."""

    schema_: Words = Field(alias="schema")
    id: SetId
    title: TextForm
    status: Literal["official", "partial", "illustrative"]
    source: SourceForm
    tier: Slug
    period: PeriodForm
    max_points: Number
    rounding: RoundingForm | None = None
    notes: list[TextForm] = Field(default_factory=list)
    areas: list[FileName] = Field(min_length=1)
