"""Conditions as their author writes them. The key that is there says which one it is."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, Tag, WithJsonSchema

from par_index.reading.quantity_forms import QuantityForm
from par_index.reading.written import Code, Day, Flag, Form, Id, Number, Words, by_key

__all__ = [
    "AllForm",
    "AnyForm",
    "CodeForm",
    "CompareForm",
    "ConditionForm",
    "NotForm",
]

Yes = Annotated[Literal["yes"], WithJsonSchema({"enum": ["yes", True]})]
"""A key whose being there says it all."""

_WHEN_NONE = "Khi 0/0 hoặc tiêu chí không áp dụng: yes là coi như đúng, no là coi như sai"


class CompareForm(Form):
    """``{of: Q, at_least: 30%}``: exactly one bound, which lowering checks."""

    of: QuantityForm = Field(description="Đại lượng đem so")
    at_least: Number | None = Field(default=None, description="Từ mức này trở lên")
    above: Number | None = Field(default=None, description="Trên mức này, không kể chính nó")
    at_most: Number | None = Field(default=None, description="Từ mức này trở xuống")
    below: Number | None = Field(default=None, description="Dưới mức này, không kể chính nó")
    before: Day | None = Field(default=None, description="Trước ngày này, không kể chính nó")
    on_or_before: Day | None = Field(default=None, description="Chậm nhất là ngày này")
    is_: Words | None = Field(default=None, alias="is", description="Đúng là lựa chọn này")
    when_none: Flag | None = Field(default=None, description=_WHEN_NONE)


class CodeForm(Form):
    """``{code: "3.4", full: yes}``: exactly one test of another criterion."""

    code: Code = Field(description="Mã của tiêu chí khác, đặt trong ngoặc kép")
    full: Yes | None = Field(default=None, description="yes: tiêu chí ấy đạt đủ điểm")
    outcome: Literal["scored", "not_applicable"] | None = Field(
        default=None, description="scored: tiêu chí ấy áp dụng; not_applicable: không áp dụng"
    )
    at_least: Number | None = Field(
        default=None,
        description="Tiêu chí ấy đạt từ số điểm này, hoặc từ tỷ lệ này của điểm tối đa áp dụng",
    )
    when_none: Flag | None = Field(default=None, description=_WHEN_NONE)


class AllForm(Form):
    all: list[ConditionForm] = Field(min_length=1, description="Mọi điều kiện này đều đúng")
    when_none: Flag | None = Field(default=None, description=_WHEN_NONE)


class AnyForm(Form):
    any: list[ConditionForm] = Field(min_length=1, description="Ít nhất một điều kiện đúng")
    when_none: Flag | None = Field(default=None, description=_WHEN_NONE)


class NotForm(Form):
    not_: ConditionForm = Field(alias="not", description="Điều kiện này sai")
    when_none: Flag | None = Field(default=None, description=_WHEN_NONE)


ConditionForm = Annotated[
    Annotated[Id, Tag("@text")]
    | Annotated[CompareForm, Tag("@of")]
    | Annotated[CodeForm, Tag("@code")]
    | Annotated[AllForm, Tag("@all")]
    | Annotated[AnyForm, Tag("@any")]
    | Annotated[NotForm, Tag("@not")],
    by_key("of", "code", "all", "any", "not"),
]
