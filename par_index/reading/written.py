"""What stands on a line of a set's files: scalars of every form, and the base of all mappings."""

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
    "NUMBER",
    "Code",
    "Day",
    "FileName",
    "Flag",
    "Form",
    "Id",
    "Number",
    "SetId",
    "Slug",
    "TextForm",
    "Whole",
    "Words",
    "WordsForm",
    "scalar",
    "shaped",
]

_ID = r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)*"
_CODE = r"[A-Za-z0-9][A-Za-z0-9_.-]*"
_SET_ID = r"[a-z0-9][a-z0-9-]*(/[a-z0-9][a-z0-9-]*)*"
_DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
NUMBER = r"-?[0-9]+(\.[0-9]+)?%?|-?[0-9]+/[1-9][0-9]*"


def shaped(pattern: str, expected: str) -> AfterValidator:
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


def scalar(pattern: str) -> WithJsonSchema:
    return WithJsonSchema({"type": ["string", "number", "boolean"], "pattern": f"^({pattern})$"})


Words = Annotated[str, AfterValidator(_filled), WithJsonSchema({"type": ["string", "number"]})]
Id = Annotated[str, shaped(_ID, "ho_so.tiep_nhan"), scalar(_ID)]
Slug = Annotated[str, shaped(r"[a-z0-9][a-z0-9-]*", "khong-phat-sinh"), scalar("[a-z0-9-]+")]
Code = Annotated[str, shaped(_CODE, '"7.2", "tthc.dunghan"'), scalar(_CODE)]
SetId = Annotated[str, shaped(_SET_ID, "quang-binh/2021/skhcn-phu-luc/so"), scalar(_SET_ID)]
Day = Annotated[str, shaped(_DATE, "2021-12-31"), scalar(_DATE)]
Number = Annotated[str, AfterValidator(_number), scalar(NUMBER)]
Whole = Annotated[str, shaped(r"-?[0-9]{1,9}", "0, 1, 12"), scalar("-?[0-9]{1,9}")]
Flag = Annotated[Literal["yes", "no"], WithJsonSchema({"enum": ["yes", "no", True, False]})]
FileName = Annotated[
    str, shaped(r"[a-z0-9][a-z0-9._-]*\.ya?ml", "1-chi-dao-dieu-hanh.yaml"), scalar(".+")
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
