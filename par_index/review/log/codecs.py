"""Codecs: how each part of an event is written in a log line, and read back.

Every part of an event is always written. Reading takes exactly what writing gives.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from fractions import Fraction
from typing import Any, Final, TypeVar

from par_index.exact import exact_text, parse_literal
from par_index.nouns import Noun
from par_index.review.log.canonical import Value

__all__ = [
    "CODE",
    "DAY",
    "FLAG",
    "NUMBER",
    "POINTS",
    "SHA",
    "TEXT",
    "WORDS",
    "Codec",
    "Form",
    "Misfit",
    "each",
    "maybe",
    "one_of",
    "words_by_name",
]

MOST_CHARACTERS: Final = 10_000
_SHA: Final = re.compile(r"[0-9a-f]{64}")
_N = TypeVar("_N", bound=Noun)


class Misfit(ValueError):  # noqa: N818 - it says what the value is
    """A part of a line that its event does not have, or not so."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


class Codec(Noun):
    """One kind of value, in both directions; `Misfit` for what is none."""

    encode: Callable[[Any], Value]
    decode: Callable[[Value], Any]


class Form:
    """A noun written as an object: its parts under their own names, all of them, no others."""

    def __init__(self, noun: type[Noun], **parts: Codec) -> None:
        assert tuple(parts) == noun.__match_args__, noun
        self.noun = noun
        self.parts = parts

    @property
    def codec(self) -> Codec:
        return Codec(self.encode, self.decode)

    def encode(self, noun: Noun) -> dict[str, Value]:
        return {name: codec.encode(getattr(noun, name)) for name, codec in self.parts.items()}

    def decode(self, value: Value) -> Any:
        if not isinstance(value, dict):
            raise Misfit("")
        for name in value:
            if name not in self.parts:
                raise Misfit(name)
        given: dict[str, Any] = {}
        for name, codec in self.parts.items():
            if name not in value:
                raise Misfit(name)
            try:
                given[name] = codec.decode(value[name])
            except Misfit as misfit:
                inner = f".{misfit.field}" if misfit.field else ""
                raise Misfit(name + inner) from None
        return self.noun(**given)


def each(codec: Codec) -> Codec:
    """A list."""

    def decode(value: Value) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise Misfit("")
        return tuple([codec.decode(one) for one in value])

    return Codec(lambda values: [codec.encode(one) for one in values], decode)


def maybe(codec: Codec) -> Codec:
    """The value, or null."""
    return Codec(
        lambda value: None if value is None else codec.encode(value),
        lambda value: None if value is None else codec.decode(value),
    )


def one_of(names: type[StrEnum]) -> Codec:
    """A word of a closed list."""

    def decode(value: Value) -> StrEnum:
        if isinstance(value, str) and value in names.__members__.values():
            return names(value)
        raise Misfit("")

    return Codec(lambda value: str(value), decode)


def words_by_name() -> Codec:
    """Texts under names."""

    def decode(value: Value) -> Mapping[str, str]:
        if not isinstance(value, dict):
            raise Misfit("")
        return {_text(name): _text(one) for name, one in value.items()}

    return Codec(dict, decode)


def _text(value: Value) -> str:
    if isinstance(value, str) and len(value) <= MOST_CHARACTERS:
        return value
    raise Misfit("")


def _code(value: Value) -> str:
    text = _text(value)
    if text and text == text.strip():
        return text
    raise Misfit("")


def _sha(value: Value) -> str:
    if isinstance(value, str) and _SHA.fullmatch(value):
        return value
    raise Misfit("")


def _number(value: Value) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    raise Misfit("")


def _flag(value: Value) -> bool:
    if isinstance(value, bool):
        return value
    raise Misfit("")


def _points(value: Value) -> Fraction:
    """A number in its one exact writing: ``0.5``, never ``0.50``."""
    literal = parse_literal(value) if isinstance(value, str) else None
    if literal is None or literal.percent or exact_text(literal.value) != value:
        raise Misfit("")
    return literal.value


def _day(value: Value) -> datetime.date:
    try:
        day = datetime.date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        day = None
    if day is None or day.isoformat() != value:
        raise Misfit("")
    return day


TEXT: Final = Codec(str, _text)
CODE: Final = Codec(str, _code)
SHA: Final = Codec(str, _sha)
NUMBER: Final = Codec(int, _number)
FLAG: Final = Codec(bool, _flag)
POINTS: Final = Codec(exact_text, _points)
DAY: Final = Codec(datetime.date.isoformat, _day)
WORDS: Final = each(CODE)
