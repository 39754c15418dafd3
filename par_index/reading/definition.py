"""The files of a criteria set as their author writes them, as pydantic models.

They fix the shape and are published as JSON Schema for editors. Every scalar is text; what a text
means is settled when it is lowered to the nouns of ``model``. Each form keeps the node it was
read from as ``at``, so that every later remark has a place.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag
from pydantic.json_schema import SkipJsonSchema

from par_index.reading.nodes import Mapping
from par_index.reading.rule_forms import ConditionForm, ScoringForm
from par_index.reading.written import (
    Code,
    Day,
    FileName,
    Flag,
    Form,
    Id,
    Number,
    SetId,
    Slug,
    TextForm,
    Whole,
    Words,
    scalar,
    shaped,
)

__all__ = [
    "AreaFile",
    "CitesForm",
    "CriterionForm",
    "EffortForm",
    "GroundForm",
    "MeasureForm",
    "MeasuresFile",
    "NotApplicableForm",
    "PeriodForm",
    "PlacesForm",
    "PointPlacesForm",
    "ReadingForm",
    "RemedyForm",
    "RequirementForm",
    "RoundingForm",
    "SetFile",
    "SourceForm",
]


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
    components: list[CriterionForm] | None = Field(default=None, min_length=1)
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
    places: Annotated[str, shaped("[0-9]", "0, 1, 2"), scalar("[0-9]")]
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
