"""``set.yaml`` and ``measures.yaml`` as their author writes them, as pydantic models.

They fix the shape and are published as JSON Schema for editors, descriptions included. Every
scalar is text; what a text means is settled when it is lowered to the nouns of ``model``. Each
form keeps the node it was read from as ``at``, so that every later remark has a place.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag
from pydantic.json_schema import SkipJsonSchema

from par_index.reading.condition_forms import ConditionForm, Yes
from par_index.reading.nodes import Mapping
from par_index.reading.quantity_forms import QuantityForm
from par_index.reading.written import (
    CheckId,
    Day,
    FileName,
    Form,
    Id,
    Number,
    SetId,
    Slug,
    TextForm,
    Words,
    by_key,
    scalar,
    shaped,
)

__all__ = [
    "CheckForm",
    "GradeForm",
    "MeasureForm",
    "MeasuresFile",
    "OptionForm",
    "PeriodForm",
    "PlacesForm",
    "PointPlacesForm",
    "QuotaForm",
    "RoundingForm",
    "SetFile",
    "SourceForm",
]

Option = Annotated[
    str, shaped(r"[a-z0-9][a-z0-9_-]*", "som, dung-han, khong_tra_loi"), scalar("[a-z0-9_-]+")
]


class OptionForm(Form):
    id: Option = Field(description="Mã lựa chọn, viết trong số liệu và trong quy tắc")
    title: TextForm = Field(description="Tên lựa chọn, in trong báo cáo")


Pair = Annotated[list[QuantityForm] | None, Field(min_length=2, max_length=2)]

OptionItem = Annotated[
    Annotated[Option, Tag("@text")] | Annotated[OptionForm, Tag("@id")], by_key("id")
]


class MeasureForm(Form):
    id: Id = Field(description="Mã số liệu, ví dụ ho_so.tiep_nhan")
    label: TextForm = Field(description="Tên số liệu, viết cho người báo cáo")
    kind: Literal[
        "count", "money", "percent", "rate", "points", "date", "yes_no", "choice", "tally"
    ] = Field(
        description=(
            "Loại: count số đếm, money số tiền, percent phần trăm công bố, rate tỷ lệ của hai số, "
            "points điểm được cho, date ngày, yes_no có hoặc không, choice một lựa chọn, "
            "tally số phiếu theo từng lựa chọn"
        )
    )
    counted_in: Words | None = Field(default=None, description="Đơn vị tính, ví dụ hồ sơ")
    of: list[Id] | None = Field(
        default=None, min_length=2, max_length=2, description="Tỷ lệ của: [tử số, mẫu số]"
    )
    options: list[OptionItem] | None = Field(
        default=None, min_length=2, description="Các lựa chọn của choice và tally"
    )
    within: Id | None = Field(default=None, description="Số này nằm trong số nào")
    min: Number | None = Field(
        default=None, description="Giá trị nhỏ nhất có thể; mặc định 0, điểm có thể âm"
    )
    can: Literal["rise", "rise_with", "fall", "fixed"] | None = Field(
        default=None,
        description=(
            "Còn thay đổi được thế nào: rise tăng, rise_with chỉ tăng cùng tổng số, fall giảm, "
            "fixed không đổi"
        ),
    )
    better: Literal["more", "less"] | None = Field(
        default=None, description="Càng nhiều (more) hay càng ít (less) càng tốt"
    )
    by: Literal["unit", "survey", "appraiser", "block"] = Field(
        default="unit",
        description=(
            "Ai cung cấp: unit đơn vị, survey điều tra xã hội học, appraiser cơ quan thẩm định, "
            "block khối thi đua"
        ),
    )
    best: Id | None = Field(
        default=None, description="Với by: block, giá trị tốt nhất trong khối của số liệu này"
    )

    @property
    def option_ids(self) -> list[str]:
        """The options as data and rules write them."""
        return [one if isinstance(one, str) else one.id for one in self.options or ()]


class CheckForm(Form):
    """A cross-check: two quantities to compare, or a condition to expect."""

    id: CheckId = Field(description="Mã phép đối chiếu, ví dụ ho-so.theo-ket-qua")
    equal: Pair = Field(default=None, description="Hai đại lượng phải bằng nhau")
    at_least: Pair = Field(
        default=None, description="Đại lượng đầu không được nhỏ hơn đại lượng sau"
    )
    at_most: Pair = Field(
        default=None, description="Đại lượng đầu không được lớn hơn đại lượng sau"
    )
    explained_by: list[Id] | None = Field(
        default=None,
        min_length=1,
        description="Những số liệu có thể đã tính vào bên lớn hơn, nên giải thích được chênh lệch",
    )
    if_: ConditionForm | None = Field(
        default=None, alias="if", description="Chỉ xét khi điều kiện này đúng"
    )
    expect: ConditionForm | None = Field(default=None, description="Điều kiện phải đúng")
    otherwise: Literal["ask", "refuse"] = Field(
        default="ask",
        description="Không khớp thì hỏi lại (ask), hay không chấm vì không thể có thật (refuse)",
    )
    severity: Literal["note", "watch", "serious"] = Field(
        default="watch", description="Mức độ: note lưu ý, watch cần xem, serious nghiêm trọng"
    )
    say: TextForm = Field(description="Điều phải khớp, viết cho người báo cáo")


class MeasuresFile(Form):
    """``measures.yaml``: everything a unit can report, declared once."""

    measures: list[MeasureForm] = Field(
        min_length=1, description="Mọi số liệu của bộ tiêu chí, mỗi số liệu khai một lần"
    )
    checks: list[CheckForm] = Field(
        default_factory=list, description="Các phép đối chiếu số liệu báo cáo với nhau"
    )


class PeriodForm(Form):
    from_: Day = Field(alias="from", description="Ngày đầu của kỳ đánh giá")
    to: Day = Field(description="Ngày cuối của kỳ đánh giá")


class PlacesForm(Form):
    places: Annotated[str, shaped("[0-9]", "0, 1, 2"), scalar("[0-9]")] = Field(
        description="Số chữ số sau dấu phẩy"
    )
    mode: Literal["half_up", "half_even", "down"] = Field(
        default="half_up",
        description="Cách làm tròn: half_up từ 5 trở lên, half_even về số chẵn, down cắt bỏ",
    )


class PointPlacesForm(PlacesForm):
    at: SkipJsonSchema[Mapping] = Field(alias="@", repr=False)
    where: Literal["leaf", "total"] = Field(
        default="leaf", alias="at", description="Làm tròn ở từng tiêu chí (leaf) hay ở tổng (total)"
    )


class RoundingForm(Form):
    points: PointPlacesForm | None = Field(default=None, description="Làm tròn điểm")
    index: PlacesForm | None = Field(default=None, description="Làm tròn chỉ số")


class SourceForm(Form):
    issuer: TextForm | None = Field(default=None, description="Cơ quan ban hành")
    number: Words | None = Field(default=None, description="Số văn bản")
    symbol: Words | None = Field(default=None, description="Ký hiệu văn bản")
    date: Words | None = Field(default=None, description="Ngày ban hành")
    title: TextForm | None = Field(default=None, description="Tên văn bản")
    note: TextForm | None = Field(default=None, description="Ghi chú về nguồn")


def _kind_of_base(value: Any) -> str:
    return "@grades" if isinstance(value, list) else "@units"


class QuotaForm(Form):
    at_most: Number = Field(description="Tối đa bao nhiêu phần trăm, ví dụ 20%")
    of: Annotated[
        Annotated[Literal["units"], Tag("@units")]
        | Annotated[Annotated[list[Slug], Field(min_length=1)], Tag("@grades")],
        Discriminator(_kind_of_base),
    ] = Field(description="Của tổng số đơn vị (units), hoặc của số đơn vị đạt các bậc [mã bậc]")
    round: Literal["down", "up"] = Field(
        default="down", description="Số đơn vị lẻ thì làm tròn xuống (down) hay lên (up)"
    )
    ties: Literal["drop", "keep"] = Field(
        default="drop", description="Bằng điểm ở chỗ cuối: cùng không được (drop), cùng được (keep)"
    )
    else_: Slug = Field(alias="else", description="Bậc nhận các đơn vị vượt số lượng")


class GradeForm(Form):
    """One rung of the ladder; the last has ``otherwise`` and no tests."""

    id: Slug = Field(description="Mã bậc, ví dụ tot")
    title: TextForm = Field(description="Tên bậc xếp loại")
    at_least: Number | None = Field(
        default=None, description="Từ chỉ số này (80%) hoặc từ tổng điểm này (80) trở lên"
    )
    if_: ConditionForm | None = Field(
        default=None, alias="if", description="Điều kiện phải đúng để đạt bậc"
    )
    quota: QuotaForm | None = Field(default=None, description="Giới hạn số đơn vị đạt bậc")
    otherwise: Yes | None = Field(
        default=None, description="yes: bậc cuối, cho mọi đơn vị không đạt bậc nào ở trên"
    )


class SetFile(Form):
    """``set.yaml``: identity, provenance, period, rounding, area files and grades."""

    schema_: Words = Field(alias="schema", description="Phiên bản dạng tệp: par_index/criteria/1")
    id: SetId = Field(description="Mã bộ tiêu chí, trùng với đường dẫn thư mục")
    title: TextForm = Field(description="Tên bộ tiêu chí")
    status: Literal["official", "partial", "illustrative"] = Field(
        description="Theo đúng văn bản (official), một phần (partial), hay minh họa (illustrative)"
    )
    source: SourceForm = Field(description="Văn bản nguồn")
    tier: Slug = Field(description="Cấp đơn vị: bo, tinh, so, huyen, xa")
    period: PeriodForm = Field(description="Kỳ đánh giá")
    max_points: Number = Field(description="Tổng điểm tối đa, không kể điểm thưởng")
    cap: Number | None = Field(
        default=None,
        description="Trần của tổng điểm, kể cả điểm thưởng: số điểm, hoặc tỷ lệ điểm tối đa",
    )
    floor: Number | None = Field(
        default=None,
        description="Sàn của tổng điểm, kể cả điểm trừ: số điểm, hoặc tỷ lệ điểm tối đa",
    )
    rounding: RoundingForm | None = Field(default=None, description="Cách làm tròn")
    notes: list[TextForm] = Field(default_factory=list, description="Những điều in kèm mọi báo cáo")
    areas: list[FileName] = Field(min_length=1, description="Tên các tệp lĩnh vực, theo thứ tự")
    findings: list[FileName] = Field(
        default_factory=list, description="Tên các tệp quy tắc phát hiện của riêng bộ tiêu chí"
    )
    grades: list[GradeForm] = Field(
        default_factory=list, description="Các bậc xếp loại, bậc tốt nhất trước"
    )
