"""What a field of a fact can hold, as rules and their tests write it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from typing import Final

from par_index.exact import exact_text, parse_literal
from par_index.model.facts import Field, Shape, Value
from par_index.problems import Problems
from par_index.reading.nearest import nearest
from par_index.reading.nodes import Scalar

__all__ = ["few", "neutral", "read_value", "refuse_value"]

_WHOLE: Final = re.compile(r"-?[0-9]{1,9}")
_NUMBERS: Final = "2, 0.5, 1/3"
_FEW: Final = 8
_MILLI: Final = "milli"
"""How the names of fields end that hold thousandths of points."""

_EXPECTED: Final = {
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


def refuse_value(node: Scalar, name: str, field: Field, problems: Problems) -> None:
    """Tell that the field called ``name`` cannot hold what stands there, and what it can."""
    if field.shape is Shape.WHOLE:
        near = _in_thousandths(node.text) if name.endswith(_MILLI) else ""
        problems.add("E374", node.span, field=name, found=node.text, near=near)
        return
    is_word = field.shape is Shape.WORD
    expected = few(field.words) if is_word else _EXPECTED.get(field.shape, "")
    near = nearest(node.text, list(field.words)) if is_word else ""
    problems.add("E353", node.span, field=name, found=node.text, expected=expected, near=near)


def few(words: Sequence[str]) -> str:
    """What can stand somewhere, the same in every language; of many words the first ones."""
    more = ", …" if len(words) > _FEW else ""
    return ", ".join(words[:_FEW]) + more


def neutral(field: Field) -> Value:
    """What stands in the field where a test says nothing of it."""
    if field.shape is Shape.WHOLE:
        return 0
    return field.words[0] if field.shape is Shape.WORD else ""


def _in_thousandths(text: str) -> str:
    """Points as thousandths; empty where that is no whole number either."""
    literal = parse_literal(text)
    points = None if literal is None or literal.percent else literal.value * 1000
    return str(points) if points is not None and points.denominator == 1 else ""


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
