"""Quantities as their author writes them. The key that is there says which one it is."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, Tag

from par_index.reading.written import (
    NUMBER,
    Form,
    Id,
    Number,
    OpenForm,
    Words,
    by_key,
    scalar,
    shaped,
)

__all__ = [
    "ChooseForm",
    "DaysForm",
    "LastYearForm",
    "MinusForm",
    "MonthsForm",
    "QuantityForm",
    "RatioForm",
    "SumForm",
    "TallyForm",
    "TimesForm",
    "WeightsForm",
]

Weight = Annotated[str, shaped(rf"skip|{NUMBER}", "100%, 0.75, skip"), scalar(rf"skip|{NUMBER}")]


class RatioForm(Form):
    ratio: list[QuantityForm] = Field(
        min_length=2, max_length=2, description="Tỷ số: [tử số, mẫu số]"
    )


class SumForm(Form):
    sum: list[QuantityForm] = Field(min_length=1, description="Tổng các đại lượng cùng đơn vị tính")


class MinusForm(Form):
    minus: list[QuantityForm] = Field(
        min_length=2, max_length=2, description="Hiệu: số thứ nhất trừ số thứ hai"
    )


class TimesForm(Form):
    times: list[QuantityForm] = Field(
        min_length=2, max_length=2, description="Tích: [đại lượng, một số viết sẵn]"
    )


class DaysForm(Form):
    days: list[QuantityForm] = Field(
        min_length=2, max_length=2, description="Số ngày từ ngày thứ hai đến ngày thứ nhất"
    )


class MonthsForm(Form):
    months_after: list[QuantityForm] = Field(
        min_length=2, max_length=2, description="Ngày ấy sau một số tháng: [ngày, số tháng]"
    )


class WeightsForm(OpenForm):
    __pydantic_extra__: dict[str, Weight] = Field(init=False)


class TallyForm(Form):
    tally: Id = Field(description="Số liệu loại tally: số phiếu theo từng lựa chọn")
    weights: WeightsForm = Field(
        description="Trọng số từng lựa chọn, từ 0 đến 1 (hoặc 0% đến 100%); skip là không tính"
    )


class LastYearForm(Form):
    last_year: Id = Field(description="Giá trị năm trước của số liệu này, đơn vị tự báo cáo")


class ChooseForm(OpenForm):
    """One literal for each option of a choice measure, written beside its id."""

    __pydantic_extra__: dict[str, Number] = Field(init=False)

    choose: Id = Field(
        description="Số liệu loại choice; mỗi lựa chọn một dòng với mức của nó, ví dụ so: 40%"
    )


QuantityForm = Annotated[
    Annotated[Words, Tag("@text")]
    | Annotated[RatioForm, Tag("@ratio")]
    | Annotated[SumForm, Tag("@sum")]
    | Annotated[MinusForm, Tag("@minus")]
    | Annotated[TimesForm, Tag("@times")]
    | Annotated[DaysForm, Tag("@days")]
    | Annotated[MonthsForm, Tag("@months_after")]
    | Annotated[TallyForm, Tag("@tally")]
    | Annotated[LastYearForm, Tag("@last_year")]
    | Annotated[ChooseForm, Tag("@choose")],
    by_key(
        *("ratio", "sum", "minus", "times", "days", "months_after"),
        *("tally", "last_year", "choose"),
    ),
]
