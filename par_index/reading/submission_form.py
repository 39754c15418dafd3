"""A unit's file, an external file and scenarios as pydantic models, published as JSON Schema for
editors.

Never run on data: reading goes by hand (``submissions``, ``external_files``, ``scenarios``), so
that scoring needs no pydantic. A test holds the two against each other.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema

__all__ = [
    "ExternalFile",
    "ScenariosFile",
    "SubmissionFile",
    "external_schema",
    "scenarios_schema",
    "submission_schema",
]

_SCALAR = {"type": ["string", "number", "boolean", "null"]}
Scalar = Annotated[str | None, WithJsonSchema(_SCALAR)]
Words = Annotated[str, WithJsonSchema({"type": ["string", "number", "boolean"]})]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid")


class UnitPart(_Part):
    """Đơn vị tự chấm."""

    id: Words = Field(description="Mã đơn vị, giữ nguyên qua các năm")
    name: Words = Field(description="Tên đơn vị")
    tier: Words = Field(description="Cấp: bo, tinh, so, huyen, xa")


Tally = dict[str, Scalar]
"""How many answers each option got; the reader knows which options there are."""


class DatumPart(_Part):
    """Một số liệu kèm cụm từ của văn bản."""

    value: Scalar | Tally = Field(
        default=None,
        description="Giá trị, hoặc số phiếu theo từng lựa chọn; để trống là chưa báo cáo",
    )
    quote: Scalar = Field(default=None, description="Cụm từ có con số, chép nguyên văn")
    said: Scalar = Field(default=None, description="Cụm từ chỉ nêu bằng lời, chép nguyên văn")


Data = dict[str, Scalar | DatumPart | Tally]


class SignerPart(_Part):
    """Người ký."""

    chuc_vu: Scalar = Field(default=None, description="Chức vụ")
    ho_ten: Scalar = Field(default=None, description="Họ và tên")


class FilePart(_Part):
    """Hồ sơ lưu văn bản."""

    ma_co_quan: Scalar = Field(default=None, description="Mã cơ quan lập danh mục hồ sơ")
    nam: Scalar = Field(default=None, description="Năm hình thành hồ sơ")
    ky_hieu: Scalar = Field(default=None, description="Số và ký hiệu hồ sơ")


class DocumentPart(_Part):
    """Một tài liệu kiểm chứng, tên trường theo Nghị định 30/2020/NĐ-CP."""

    id: Words = Field(description="Mã dùng trong tệp này")
    loai: Scalar = Field(default=None, description="Tên loại văn bản")
    so: Scalar = Field(default=None, description="Số của văn bản, để trống nếu chưa phát hành")
    ky_hieu: Scalar = Field(default=None, description="Ký hiệu, ví dụ KH-SKHCN")
    ngay: Scalar = Field(default=None, description="Ngày ban hành, ví dụ 2020-12-31")
    co_quan: Scalar = Field(default=None, description="Cơ quan ban hành")
    ma_co_quan: Scalar = Field(default=None, description="Mã cơ quan")
    trich_yeu: Scalar = Field(default=None, description="Trích yếu nội dung")
    so_trang: Scalar = Field(default=None, description="Số trang")
    nguoi_ky: Scalar | SignerPart = Field(
        default=None, description="Người ký: một dòng chữ, hoặc chức vụ và họ tên"
    )
    ho_so_luu: Scalar | FilePart = Field(default=None, description="Hồ sơ lưu văn bản này")
    thu_tu: Scalar = Field(default=None, description="Số thứ tự trong hồ sơ")
    tep: Scalar = Field(default=None, description="Đường dẫn tệp, tính từ thư mục của tệp này")
    sha256: Scalar = Field(default=None, description="Dấu vân tay sha256 của tệp")
    con_hieu_luc: Scalar = Field(default=None, description="Còn hiệu lực: có hoặc không")


class UsePart(_Part):
    """Một lần dẫn tài liệu."""

    id: Words = Field(description="Mã tài liệu trong mục evidence")
    for_: Scalar = Field(default=None, alias="for", description="Yêu cầu mà tài liệu đáp ứng")
    trang: Scalar = Field(default=None, description="Trang có nội dung được dẫn, ví dụ 3 hoặc 3-5")
    muc: Scalar = Field(default=None, description="Mục có nội dung được dẫn, ví dụ II.1")


class GroundPart(_Part):
    """Lý do không áp dụng."""

    ground: Words = Field(description="Mã lý do đã liệt kê trong bộ tiêu chí")


class AnswerPart(_Part):
    """Điều đơn vị nói về một tiêu chí, ngoài số liệu."""

    code: Words = Field(description="Mã tiêu chí, đặt trong ngoặc kép")
    claimed: Scalar = Field(default=None, description="Điểm tự chấm")
    evidence: list[UsePart] | None = Field(default=None, description="Tài liệu kiểm chứng")
    explanation: Scalar = Field(default=None, description="Giải trình")
    not_applicable: GroundPart | None = Field(default=None, description="Khai không áp dụng")


class CheckAnswerPart(_Part):
    """Điều đơn vị giải trình về một phép đối chiếu chưa khớp."""

    check: Words = Field(description="Mã phép đối chiếu của bộ tiêu chí")
    explanation: Words = Field(description="Giải trình vì sao số liệu lệch mà vẫn đúng")


class SubmissionFile(_Part):
    """Bản tự chấm của một đơn vị."""

    schema_: Words = Field(alias="schema", description="Dạng tệp: par_index/submission/1")
    criteria: Words = Field(description="Mã bộ tiêu chí; liệt kê bằng: par-index sets")
    unit: UnitPart = Field(description="Đơn vị tự chấm")
    as_of: Words = Field(description="Ngày chốt số liệu, ví dụ 2021-09-30")
    numbers: Scalar = Field(default=None, description="vi: 538.531 là 538531 và 20,29 là 20.29")
    data: Data | None = Field(default=None, description="Số liệu theo mã; để trống là chưa báo cáo")
    last_year: Data | None = Field(
        default=None, description="Số liệu năm trước của các mã mà bộ tiêu chí so sánh qua năm"
    )
    evidence: list[DocumentPart] | None = Field(default=None, description="Tài liệu kiểm chứng")
    answers: list[AnswerPart | CheckAnswerPart] | None = Field(
        default=None, description="Trả lời từng tiêu chí, giải trình phép đối chiếu chưa khớp"
    )


class ExternalFile(_Part):
    """Số liệu do nơi khác cung cấp: điều tra xã hội học, cơ quan thẩm định, khối thi đua."""

    schema_: Words = Field(alias="schema", description="Dạng tệp: par_index/external/1")
    criteria: Words = Field(description="Mã bộ tiêu chí, như trong bản tự chấm")
    unit: Words | None = Field(
        default=None, description="Mã đơn vị; tệp của cả khối thi đua thì không ghi"
    )
    by: Literal["survey", "appraiser", "block"] = Field(
        description=(
            "Ai cung cấp: survey điều tra xã hội học, appraiser cơ quan thẩm định, "
            "block khối thi đua"
        )
    )
    who: Words = Field(description="Tên cơ quan, tổ chức cung cấp số liệu")
    date: Words = Field(description="Ngày lập tệp, ví dụ 2021-12-31")
    numbers: Scalar = Field(default=None, description="vi: 538.531 là 538531 và 20,29 là 20.29")
    data: Data | None = Field(description="Số liệu theo mã, chỉ những mã do nơi ấy cung cấp")


class ScenarioPart(_Part):
    """Một phương án."""

    model_config = ConfigDict(
        json_schema_extra={"anyOf": [{"required": ["set"]}, {"required": ["last_year"]}]}
    )

    name: Words = Field(description="Tên phương án, mỗi phương án một tên")
    set: dict[str, Scalar | Tally] | None = Field(
        default=None,
        description="Giá trị thử theo mã số liệu, viết như trong bản tự chấm; "
        "để trống là chưa báo cáo",
    )
    last_year: dict[str, Scalar | Tally] | None = Field(
        default=None, description="Giá trị thử của năm trước, viết như thế"
    )


class ScenariosFile(_Part):
    """Các phương án để thử và so sánh."""

    schema_: Words = Field(alias="schema", description="Dạng tệp: par_index/scenarios/1")
    scenarios: list[ScenarioPart] = Field(description="Các phương án, theo thứ tự muốn xem")


def submission_schema() -> dict[str, Any]:
    """The JSON Schema of a unit's file."""
    return SubmissionFile.model_json_schema()


def external_schema() -> dict[str, Any]:
    """The JSON Schema of an external file."""
    return ExternalFile.model_json_schema()


def scenarios_schema() -> dict[str, Any]:
    """The JSON Schema of a file of scenarios."""
    return ScenariosFile.model_json_schema()
