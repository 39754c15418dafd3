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
from par_index.problems import Span
from par_index.reading.nodes import Mapping, Scalar

__all__ = [
    "NUMBER",
    "CheckId",
    "Code",
    "Day",
    "FileName",
    "Flag",
    "Form",
    "Id",
    "Number",
    "OpenForm",
    "SetId",
    "Slug",
    "TextForm",
    "Whole",
    "Words",
    "WordsForm",
    "by_key",
    "scalar",
    "shaped",
    "value_span",
]

_ID = r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)*"
_CODE = r"[A-Za-z0-9][A-Za-z0-9_.-]*"
_CHECK = r"[a-z0-9][a-z0-9-]*(\.[a-z0-9-]+)*"
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
CheckId = Annotated[str, shaped(_CHECK, "ho-so.theo-ket-qua"), scalar(_CHECK)]
SetId = Annotated[str, shaped(_SET_ID, "quang-binh/2021/skhcn-phu-luc/so"), scalar(_SET_ID)]
Day = Annotated[str, shaped(_DATE, "2021-12-31"), scalar(_DATE)]
Number = Annotated[str, AfterValidator(_number), scalar(NUMBER)]
Whole = Annotated[str, shaped(r"-?[0-9]{1,9}", "0, 1, 12"), scalar("-?[0-9]{1,9}")]
Flag = Annotated[Literal["yes", "no"], WithJsonSchema({"enum": ["yes", "no", True, False]})]
FileName = Annotated[
    str, shaped(r"[a-z0-9][a-z0-9._-]*\.ya?ml", "1-chi-dao-dieu-hanh.yaml"), scalar(".+")
]


def _without_description(schema: dict[str, Any]) -> None:
    """Docstrings are for who reads this code; an editor shows what each key says of itself."""
    schema.pop("description", None)


class Form(BaseModel):
    """One mapping of a file. ``at`` is the node it was read from."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        arbitrary_types_allowed=True,
        json_schema_extra=_without_description,
    )

    at: SkipJsonSchema[Mapping] = Field(alias="@", repr=False)


class OpenForm(Form):
    """A mapping with keys of the author's own, such as the options of a choice."""

    model_config = ConfigDict(extra="allow")

    @property
    def own(self) -> dict[str, str]:
        """What stands under the author's own keys, in written order."""
        return dict(self.model_extra or {})


def value_span(form: Form, key: str) -> Span:
    """Where the value under a key begins; the key itself when the value is a block."""
    value = form.at.get(key)
    return value.span if isinstance(value, Scalar) else form.at.key_span(key)


def by_key(*keys: str) -> Discriminator:
    """Tells the shapes of a union apart: a text, or a mapping by the key that only it has.

    Tags begin with ``@``, so that they stand out among the steps of pydantic's locations.
    """

    def tag(value: Any) -> str | None:
        if isinstance(value, str):
            return "@text"
        if isinstance(value, dict):
            return next((f"@{key}" for key in keys if key in value), None)
        return None

    return Discriminator(tag)


class WordsForm(Form):
    vi: Words = Field(description="Tiếng Việt")
    en: Words | None = Field(default=None, description="Tiếng Anh")


def _kind_of_text(value: Any) -> str:
    return "@both" if isinstance(value, dict) else "@text"


TextForm = Annotated[
    Annotated[Words, Tag("@text")] | Annotated[WordsForm, Tag("@both")],
    Discriminator(_kind_of_text),
]
