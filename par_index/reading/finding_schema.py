"""The schemas of patterns and facts: each kind with its fields, and what they may hold.

Loaded only when schemas are published.
"""

from __future__ import annotations

from typing import Any, Final

from par_index.model.facts import FACTS, Field, Shape
from par_index.model.findings import Domain
from par_index.reading.finding_words import ABOUT

__all__ = [
    "derived_schema",
    "finding_tests_schema",
    "pattern_schema",
    "variables_schema",
]

Schema = dict[str, Any]

_TEXT: Final = ["string", "number", "boolean"]
_NAME: Final = "^[a-z][a-z0-9_]{0,39}$"


def pattern_schema() -> Schema:
    """One kind with tests on its fields; kinds that par_index does not give are the author's."""
    return _one_kind(
        {
            kind: _object({name: _test(field) | _said(about[name]) for name, field in fields})
            | _said(what)
            for kind, (what, about) in ABOUT.items()
            for fields in [FACTS[kind].items()]
        }
    )


def _fact_schema() -> Schema:
    """One kind with the values of its fields, as tests give them."""
    return _one_kind(
        {
            kind: _object({name: _value(field) | _said(about[name]) for name, field in fields})
            | _said(what)
            for kind, (what, about) in ABOUT.items()
            for fields in [FACTS[kind].items()]
        }
    ) | {"additionalProperties": False}


def finding_tests_schema() -> Schema:
    """A file of tests of finding rules that belong to no set."""
    words = {"type": ["string", "number"]}
    places = {"type": "array", "items": {"type": _TEXT}}
    found = _object(
        {
            "rule": words | _said("Mã quy tắc có phát hiện"),
            "places": places | _said("Phát hiện ở những chỗ nào: mã tiêu chí, số liệu, tài liệu"),
        }
    )
    facts = {"type": "array", "items": {"$ref": "#/$defs/Fact"}}
    test = _object(
        {
            "name": words | _said("Tên ca thử, nói điều nó cho thấy"),
            "given": facts | _said("Các dữ kiện; trường không ghi là 0, trống, hoặc từ đầu tiên"),
            "expect": {"type": "array", "items": found | {"required": ["rule", "places"]}}
            | _said("Mọi phát hiện phải có; [] là không có phát hiện nào"),
        }
    )
    return {
        "type": "array",
        "items": test | {"required": ["name", "expect"]},
        "$defs": {"Fact": _fact_schema()},
    }


def derived_schema() -> Schema:
    """One kind of the author's own, its fields settled."""
    inner = {"type": "object", "additionalProperties": {"type": _TEXT}}
    return _one_kind({}) | {"additionalProperties": inner}


def variables_schema() -> Schema:
    """Variables with what they range over."""
    return {"type": "object", "additionalProperties": {"enum": [one.value for one in Domain]}}


def _one_kind(properties: Schema) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "propertyNames": {"pattern": _NAME},
        "minProperties": 1,
        "maxProperties": 1,
    }


def _object(properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _said(text: str) -> Schema:
    return {"description": text}


def _test(field: Field) -> Schema:
    """A value, several of which one must be there, or a comparison."""
    one = _value(field)
    compared = {"not": one | _said("Khác giá trị này")}
    if field.shape is Shape.WHOLE:
        compared |= {
            "above": one | _said("Lớn hơn số này"),
            "below": one | _said("Nhỏ hơn số này"),
            "at_least": one | _said("Từ số này trở lên"),
            "at_most": one | _said("Từ số này trở xuống"),
        }
    choices = [
        one,
        {"type": "array", "items": one, "minItems": 1},
        _object(compared) | {"minProperties": 1},
    ]
    return {"anyOf": choices}


def _value(field: Field) -> Schema:
    if field.shape is Shape.WHOLE:
        return {"type": ["integer", "string"], "pattern": "^-?[0-9]{1,9}$"}
    if field.shape is Shape.WORD:
        told = [word == "yes" for word in field.words if word in ("yes", "no")]
        return {"enum": [*field.words, *told]}
    return {"type": _TEXT}
