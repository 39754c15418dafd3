"""A set's test file as a pydantic model, published as JSON Schema for editors.

Never run on data: ``par_index.testing`` reads these files by hand, as it reads a unit's. A test
holds the two against each other.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, RootModel, WithJsonSchema

from par_index.model.accounts import Outcome
from par_index.model.assessment import Standing
from par_index.model.checks import CheckState
from par_index.model.reasons import Why
from par_index.reading.finding_schema import finding_tests_schema
from par_index.reading.submission_form import AnswerPart, CheckAnswerPart, Data, DocumentPart, Words

__all__ = ["SetTestsFile", "tests_schema"]

Figure = Annotated[str | None, WithJsonSchema({"type": ["string", "number"]})]
"""A figure as a test expects it: ``1``, ``0.5``, ``1/3``."""

Change = Annotated[str, WithJsonSchema({"type": ["string", "number", "boolean"]})]


def _one_of(words: type[StrEnum]) -> WithJsonSchema:
    """One of the words of an enumeration, without what its docstring tells programmers."""
    return WithJsonSchema({"enum": [word.value for word in words]})


OneOutcome = Annotated[str, _one_of(Outcome)]
OneWhy = Annotated[str, _one_of(Why)]
OneStanding = Annotated[str, _one_of(Standing)]
OneState = Annotated[str, _one_of(CheckState)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid")


class ExpectPart(_Part):
    """Điều cần được khi chấm, ít nhất một điều."""

    points: Figure = Field(default=None, description="Điểm của tiêu chí; - là chưa chấm được")
    low: Figure = Field(default=None, description="Điểm thấp nhất còn có thể")
    high: Figure = Field(default=None, description="Điểm cao nhất còn có thể")
    outcome: OneOutcome | None = Field(default=None, description="Kết quả của tiêu chí")
    why: list[OneWhy] | None = Field(
        default=None, description="Các lý do chưa chấm được, theo thứ tự"
    )
    max: Figure = Field(default=None, description="Điểm tối đa được áp dụng của tiêu chí")
    next: dict[str, Change] | None = Field(
        default=None,
        description="Việc cần làm đầu tiên: mã số liệu và mức thay đổi như +1, yes, 2025-12-29; "
        "{} là không còn việc nào",
    )
    shortfall: Figure = Field(default=None, description="Điểm chắc chắn đã mất của tiêu chí")
    next_low: Figure = Field(
        default=None, description="Điểm chắc chắn có sau bước đầu tiên; “-” là không có bước nào"
    )
    next_high: Figure = Field(
        default=None, description="Điểm nhiều nhất có thể có sau bước đầu tiên"
    )
    supported: Figure = Field(default=None, description="Tổng điểm có căn cứ")
    total: Figure = Field(default=None, description="Tổng điểm đã chấm, kể cả điểm cộng và trừ")
    total_low: Figure = Field(default=None, description="Tổng điểm thấp nhất còn có thể")
    total_high: Figure = Field(default=None, description="Tổng điểm cao nhất còn có thể")
    self_: Figure = Field(
        default=None, alias="self", description="Điểm tối đa mà đơn vị tự chấm được"
    )
    applicable: Figure = Field(default=None, description="Điểm tối đa của các tiêu chí áp dụng")
    index: Figure = Field(
        default=None, description="Chỉ số phần trăm đã làm tròn; none là không có chỉ số"
    )
    parts: dict[OneOutcome, Change] | None = Field(
        default=None, description="Điểm tối đa chia theo kết quả của các tiêu chí"
    )
    checks: dict[str, OneState] | None = Field(
        default=None, description="Từng phép đối chiếu: holds khớp, failed không khớp, asks cần hỏi"
    )
    findings: dict[str, list[Words]] | None = Field(
        default=None, description="Từng quy tắc phát hiện và những chỗ nó nêu; [] là không nêu gì"
    )
    grades: dict[str, OneStanding] | None = Field(
        default=None, description="Từng mức xếp loại: sure chắc chắn, possible, impossible"
    )


class SetTestPart(_Part):
    """Một ca thử: cho số liệu, chờ kết quả."""

    name: Words = Field(description="Tên ca thử, nói điều nó cho thấy")
    code: Words | None = Field(
        default=None, description="Mã tiêu chí, đặt trong ngoặc kép; không ghi là tiêu chí đầu tiên"
    )
    given: Data | None = Field(default=None, description="Số liệu do đơn vị báo cáo")
    last_year: Data | None = Field(default=None, description="Số liệu năm trước của đơn vị")
    external: Data | None = Field(
        default=None, description="Số liệu do nơi khác cung cấp: điều tra, thẩm định, khối thi đua"
    )
    answers: list[AnswerPart | CheckAnswerPart] | None = Field(
        default=None, description="Trả lời từng tiêu chí"
    )
    evidence: list[DocumentPart] | None = Field(default=None, description="Tài liệu kiểm chứng")
    as_of: Words | None = Field(
        default=None, description="Ngày chốt số liệu; không ghi là sau mọi thời hạn"
    )
    expect: ExpectPart = Field(description="Điều cần được khi chấm")


class SetTestsFile(RootModel[list[SetTestPart]]):
    """Các ca thử của một bộ tiêu chí."""


def tests_schema() -> dict[str, Any]:
    """The JSON Schema of a set's test file, where tests of its finding rules stand as well."""
    document, rules = SetTestsFile.model_json_schema(), finding_tests_schema()
    document["items"] = {"anyOf": [document["items"], rules["items"]]}
    document["$defs"] |= rules["$defs"]
    return document
