"""Scoring as its author writes it: rule kinds, the items they consist of, modifiers."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag

from par_index.reading.condition_forms import ConditionForm
from par_index.reading.quantity_forms import QuantityForm
from par_index.reading.written import (
    NUMBER,
    Flag,
    Form,
    Id,
    Number,
    TextForm,
    Words,
    scalar,
    shaped,
)

__all__ = [
    "KINDS",
    "MODIFIERS",
    "AmountForm",
    "BandsForm",
    "CapForm",
    "ItemForm",
    "ProportionalForm",
    "RuleForm",
    "ScoringForm",
    "StepForm",
]

KINDS = ("full_if", "bands", "proportional", "each", "deduct", "given", "sum_of", "best_of")
"""The rule kinds: exactly one of them in a scoring block."""

MODIFIERS = ("if", "if_not", "minimum", "floor", "cap")
"""What may stand beside a rule kind, and alone on a criterion with components."""


_STEP = rf"proportional|{NUMBER}"
_NONE = rf"not_applicable|full|zero|{NUMBER}"
_ITEM_NONE = rf"full|zero|{NUMBER}"

StepAmount = Annotated[str, shaped(_STEP, "1.5, 50%, proportional"), scalar(_STEP)]
NonePolicy = Annotated[str, shaped(_NONE, "not_applicable, full, zero, 0.5"), scalar(_NONE)]
ItemNonePolicy = Annotated[str, shaped(_ITEM_NONE, "full, zero, 0.5"), scalar(_ITEM_NONE)]

_OTHERWISE = "Điểm khi không đạt mức nào ở trên; là mức cuối"


class StepForm(Form):
    """One step of ``bands``: a bound with its points, or ``otherwise`` as the last."""

    at_least: Number | None = Field(default=None, description="Từ mức này trở lên")
    above: Number | None = Field(default=None, description="Trên mức này, không kể chính nó")
    at_most: Number | None = Field(default=None, description="Từ mức này trở xuống")
    below: Number | None = Field(default=None, description="Dưới mức này, không kể chính nó")
    is_: Words | None = Field(default=None, alias="is", description="Đúng là lựa chọn này")
    points: StepAmount | None = Field(
        default=None, description="Điểm của mức; proportional là tính theo tỷ lệ đạt được"
    )
    otherwise: StepAmount | None = Field(default=None, description=_OTHERWISE)


class BandsForm(Form):
    of: QuantityForm = Field(description="Đại lượng đem so với các mức")
    steps: list[StepForm] = Field(
        min_length=2, description="Các mức, tốt nhất trước; mức đầu tiên đạt được là mức tính điểm"
    )
    interpolate: Flag = Field(
        default="no", description="yes: điểm thay đổi đều theo đường thẳng giữa hai mức liền nhau"
    )


class ProportionalForm(Form):
    of: QuantityForm = Field(description="Đại lượng đạt được")
    target: QuantityForm | None = Field(default=None, description="Mức được đủ điểm; mặc định 100%")
    floor: Number | None = Field(
        default=None, description="Dưới mức này không có điểm; so với đại lượng đạt được"
    )


class AmountForm(Form):
    """``each`` and ``deduct``: so many points for each one counted."""

    of: QuantityForm = Field(description="Số lượng đem tính")
    points: Number = Field(description="Điểm cho mỗi đơn vị đếm được")


class RuleForm(Form):
    """The rule kinds; exactly one is there, which lowering checks."""

    full_if: ConditionForm | None = Field(
        default=None, description="Đủ điểm khi điều kiện đúng, nếu không thì điểm ghi ở else"
    )
    else_: Number | None = Field(
        default=None, alias="else", description="Điểm khi điều kiện của full_if sai; mặc định 0"
    )
    bands: BandsForm | None = Field(default=None, description="Điểm theo các mức")
    proportional: ProportionalForm | None = Field(
        default=None, description="Điểm theo tỷ lệ đạt được so với mức được đủ điểm"
    )
    each: AmountForm | None = Field(
        default=None, description="Mỗi đơn vị đếm được một số điểm, đến hết điểm tối đa"
    )
    deduct: AmountForm | None = Field(
        default=None, description="Điểm tối đa trừ dần theo từng đơn vị đếm được"
    )
    given: Id | None = Field(
        default=None, description="Điểm do người có thẩm quyền cho: mã số liệu loại points"
    )
    sum_of: list[ItemForm] | None = Field(
        default=None, min_length=1, description="Tổng điểm các mục; điểm các mục cộng lại là tối đa"
    )
    best_of: list[ItemForm] | None = Field(
        default=None, min_length=2, description="Lấy mục cao điểm nhất"
    )


class ItemForm(RuleForm):
    points: Number | None = Field(default=None, description="Điểm tối đa của mục")
    title: TextForm | None = Field(default=None, description="Tên mục")
    when_none: ItemNonePolicy | None = Field(
        default=None, description="Điểm của mục khi 0/0: full, zero hoặc số điểm"
    )


class CapForm(Form):
    to: Number = Field(description="Mức trần: số điểm, hoặc tỷ lệ của điểm tối đa")
    if_: ConditionForm = Field(alias="if", description="Trần chỉ có khi điều kiện này đúng")


def _kind_of_cap(value: Any) -> str:
    return "@when" if isinstance(value, dict) else "@always"


class ScoringForm(RuleForm):
    if_: ConditionForm | None = Field(
        default=None, alias="if", description="Điều kiện để được chấm; sai thì điểm là if_not"
    )
    if_not: Number | None = Field(default=None, description="Điểm khi điều kiện if sai; mặc định 0")
    when_none: NonePolicy | None = Field(
        default=None, description="Khi 0/0: not_applicable, full, zero hoặc số điểm"
    )
    minimum: Number | None = Field(default=None, description="Điểm thấp hơn mức này thì tính là 0")
    floor: Number | None = Field(default=None, description="Điểm không thấp hơn mức này")
    cap: (
        Annotated[
            Annotated[Number, Tag("@always")] | Annotated[CapForm, Tag("@when")],
            Discriminator(_kind_of_cap),
        ]
        | None
    ) = Field(default=None, description="Điểm không vượt mức này; hoặc {to: mức, if: điều kiện}")
