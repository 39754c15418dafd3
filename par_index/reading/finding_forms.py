"""Finding rules as their author writes them, as pydantic models.

What stands in a pattern depends on its kind of fact, and kinds can be derived by other rules; so a
pattern is an open mapping here, and lowering reads it from its node.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import ConfigDict, Field

from par_index.reading.written import Form, OpenForm, Slug, TextForm, Words

__all__ = ["DerivedForm", "FindingForm", "FindingsFile", "PatternForm", "VariablesForm"]


def _as_pattern(schema: dict[str, Any]) -> None:
    # The words for every field are many, and only who publishes schemas needs them.
    from par_index.reading.finding_schema import pattern_schema

    schema.clear()
    schema.update(pattern_schema())


def _as_derived(schema: dict[str, Any]) -> None:
    from par_index.reading.finding_schema import derived_schema

    schema.clear()
    schema.update(derived_schema())


def _as_variables(schema: dict[str, Any]) -> None:
    from par_index.reading.finding_schema import variables_schema

    schema.clear()
    schema.update(variables_schema())


class PatternForm(OpenForm):
    """``{claim: {state: above}}``: one kind of fact, and tests on its fields."""

    model_config = ConfigDict(json_schema_extra=_as_pattern)


class DerivedForm(OpenForm):
    """``{weak: {code: $c}}``: a kind of fact of the author's own."""

    model_config = ConfigDict(json_schema_extra=_as_derived)


class VariablesForm(OpenForm):
    """``{c: criteria}``: what each variable ranges over."""

    model_config = ConfigDict(json_schema_extra=_as_variables)


class FindingForm(Form):
    """A rule that says something (``severity``) or derives a fact for others (``then``)."""

    id: Slug = Field(description="Mã quy tắc; trùng mã một quy tắc chung là thay quy tắc ấy")
    severity: Literal["note", "watch", "serious"] | None = Field(
        default=None, description="Mức độ: note lưu ý, watch cần xem, serious nghiêm trọng"
    )
    title: TextForm | None = Field(default=None, description="Phát hiện gọi là gì, một dòng")
    for_each: VariablesForm | None = Field(
        default=None,
        description=(
            "Biến dùng chung giữa các mẫu, ví dụ {c: criteria}: criteria tiêu chí, measures số "
            "liệu, documents tài liệu, checks phép đối chiếu"
        ),
    )
    when: list[PatternForm] = Field(
        min_length=1, description="Những dữ kiện phải có; mỗi mẫu khớp một dữ kiện khác nhau"
    )
    unless: list[PatternForm] | None = Field(
        default=None, min_length=1, description="Những dữ kiện không được có"
    )
    say: TextForm | None = Field(
        default=None,
        description=(
            "Câu nói ở từng chỗ; {claimed} là trường của dữ kiện, {2.code} là trường của mẫu thứ 2"
        ),
    )
    next: TextForm | None = Field(default=None, description="Việc cần làm tiếp theo")
    cites: Words | None = Field(default=None, description="Căn cứ: điều, khoản của văn bản")
    then: DerivedForm | None = Field(
        default=None,
        description="Dữ kiện suy ra cho quy tắc khác, thay cho severity, title, next",
    )


class FindingsFile(Form):
    """A file of rules: of a set, or common to all."""

    findings: list[FindingForm] = Field(
        min_length=1, description="Các quy tắc phát hiện, mỗi quy tắc một mục"
    )
