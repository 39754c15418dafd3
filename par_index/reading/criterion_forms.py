"""Area files as their author writes them: criteria with what stands beside their scoring."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Discriminator, Field, Tag
from pydantic_core import PydanticCustomError

from par_index.model.document_kinds import KINDS, kind_of
from par_index.reading.condition_forms import ConditionForm
from par_index.reading.rule_forms import ScoringForm
from par_index.reading.written import (
    Code,
    Day,
    Flag,
    Form,
    Number,
    Slug,
    TextForm,
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
    "NotApplicableForm",
    "ReadingForm",
    "RemedyForm",
    "RequirementForm",
    "WindowForm",
]


class GroundForm(Form):
    id: Slug = Field(description="Mã lý do, ví dụ khong-phat-sinh")
    text: TextForm = Field(description="Lý do, viết cho người đọc")


class NotApplicableForm(Form):
    if_: ConditionForm | None = Field(
        default=None, alias="if", description="Tiêu chí không áp dụng khi điều kiện này đúng"
    )
    grounds: list[GroundForm] = Field(
        default_factory=list, description="Các lý do mà đơn vị được khai không áp dụng"
    )
    give: Literal["exclude", "full", "zero"] = Field(
        default="exclude",
        description="Khi không áp dụng: exclude loại khỏi điểm tối đa, full đủ điểm, zero 0 điểm",
    )


class CitesForm(Form):
    clause: Words | None = Field(default=None, description="Điều, khoản, mục của văn bản")
    quote: Words | None = Field(default=None, description="Cụm từ trích nguyên văn")


class WindowForm(Form):
    from_: Day | None = Field(
        default=None, alias="from", description="Ngày văn bản sớm nhất được chấp nhận"
    )
    to: Day | None = Field(default=None, description="Ngày văn bản muộn nhất được chấp nhận")


def _kind(text: str) -> str:
    kind = kind_of(text)
    if kind is None:
        raise PydanticCustomError("shape", "shape", {"expected": "KH, Kế hoạch, BC, Báo cáo, …"})
    return kind


_NAMES = "|".join(sorted({*KINDS, *KINDS.values()}))
Kind = Annotated[str, AfterValidator(_kind), scalar(_NAMES)]


def _one_or_several(value: Any) -> str:
    return "@several" if isinstance(value, list) else "@one"


class RequirementForm(Form):
    id: Slug = Field(description="Mã loại tài liệu, ví dụ bao-cao")
    title: TextForm = Field(description="Tên loại tài liệu")
    required: Flag = Field(default="no", description="yes: cần có mới được tính là có căn cứ")
    loai: (
        Annotated[
            Annotated[Kind, Tag("@one")]
            | Annotated[list[Kind], Field(min_length=1), Tag("@several")],
            Discriminator(_one_or_several),
        ]
        | None
    ) = Field(
        default=None,
        description="Loại văn bản được chấp nhận, một hoặc nhiều: KH, Kế hoạch, [QĐ, KH]",
    )
    count: Annotated[str, shaped(r"[1-9][0-9]?", "1, 2, 12"), scalar("[1-9][0-9]?")] = Field(
        default="1", description="Cần ít nhất bấy nhiêu tài liệu khác nhau"
    )
    locate: Literal["page", "section"] | None = Field(
        default=None, description="Cần chỉ rõ trang (page) hoặc mục (section)"
    )
    window: WindowForm | None = Field(
        default=None, description="Ngày của văn bản phải nằm trong khoảng này"
    )


class EffortForm(Form):
    per_item: Number = Field(description="Công sức cho mỗi đơn vị đếm được")


def _kind_of_effort(value: Any) -> str:
    return "@per_item" if isinstance(value, dict) else "@step"


class RemedyForm(Form):
    text: TextForm | None = Field(default=None, description="Việc nên làm để được thêm điểm")
    lead: TextForm | None = Field(default=None, description="Đơn vị chủ trì")
    support: TextForm | None = Field(default=None, description="Đơn vị phối hợp")
    due: TextForm | None = Field(default=None, description="Thời hạn")
    effort: (
        Annotated[
            Annotated[Number, Tag("@step")] | Annotated[EffortForm, Tag("@per_item")],
            Discriminator(_kind_of_effort),
        ]
        | None
    ) = Field(default=None, description="Công sức cho cả bước, hoặc {per_item: số} cho mỗi việc")


class ReadingForm(Form):
    cites: CitesForm = Field(description="Chỗ văn bản có thể hiểu theo cách này")
    scoring: ScoringForm = Field(description="Cách tính theo cách đọc này; chỉ để tham khảo")


class CriterionForm(Form):
    code: Code = Field(description="Mã tiêu chí, đặt trong ngoặc kép")
    title: TextForm = Field(description="Tên tiêu chí")
    max_points: Number | None = Field(
        default=None, description="Điểm tối đa; tiêu chí có thành phần thì là tổng, không cần ghi"
    )
    components: list[CriterionForm] | None = Field(
        default=None, min_length=1, description="Các tiêu chí thành phần"
    )
    scoring: ScoringForm | None = Field(
        default=None,
        description=(
            "Cách tính điểm; tiêu chí có thành phần chỉ ghi if, if_not, minimum, floor, cap"
        ),
    )
    extra: Flag | None = Field(
        default=None, description="yes: điểm thưởng hoặc điểm trừ, không tính vào điểm tối đa"
    )
    not_applicable: NotApplicableForm | None = Field(
        default=None, description="Khi nào không áp dụng; tính cho mọi thành phần bên dưới"
    )
    cites: CitesForm | None = Field(default=None, description="Chỗ quy định trong văn bản")
    evidence: list[RequirementForm] | None = Field(
        default=None, description="Tài liệu kiểm chứng cần có"
    )
    remedy: RemedyForm | None = Field(default=None, description="Việc nên làm khi mất điểm")
    readings: list[ReadingForm] = Field(
        default_factory=list, description="Các cách đọc khác của văn bản, chỉ để tham khảo"
    )


class AreaFile(CriterionForm):
    """One file of a set: an area, which is a criterion at the top."""
