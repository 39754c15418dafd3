"""What a field of a fact can hold, as rules and their tests write it."""

from __future__ import annotations

import datetime
import re
from typing import Final

from par_index.exact import exact_text, parse_literal
from par_index.model.facts import Field, Shape, Value

__all__ = ["expected_in", "neutral", "read_value"]

_WHOLE: Final = re.compile(r"-?[0-9]{1,9}")
_NUMBERS: Final = "2, 0.5, 1/3"
_EXPECTED: Final = {
    Shape.WHOLE: "0, 1, 12",
    Shape.FIGURE: f"{_NUMBERS}, 2025-12-31",
    Shape.SHARE: "98%, 1/3",
    Shape.TEXT: "abc",
}


def read_value(text: str, field: Field) -> Value | None:
    """The value that this text is in the field; None where the field cannot hold it.

    A figure is one whichever way it is written: ``1.72`` and ``43/25`` are the same.
    """
    match field.shape:
        case Shape.WHOLE:
            return int(text) if _WHOLE.fullmatch(text) else None
        case Shape.WORD:
            return text if text in field.words else None
        case Shape.FIGURE:
            return text if not text or _is_day(text) else _number(text, percent=False)
        case Shape.SHARE:
            return text if not text else _number(text, percent=True)
        case Shape.TEXT:
            return text
        case _:
            return text or None


def expected_in(field: Field) -> str:
    """What can stand in the field, the same in every language: its words, or examples."""
    return ", ".join(field.words) if field.shape is Shape.WORD else _EXPECTED.get(field.shape, "")


def neutral(field: Field) -> Value:
    """What stands in the field where a test says nothing of it."""
    if field.shape is Shape.WHOLE:
        return 0
    return field.words[0] if field.shape is Shape.WORD else ""


def _number(text: str, *, percent: bool) -> str | None:
    literal = parse_literal(text)
    if literal is None or (literal.percent and not percent):
        return None
    return exact_text(literal.value)


def _is_day(text: str) -> bool:
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
