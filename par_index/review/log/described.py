"""Describing: any noun of the model as a value with one writing, to tell whether it has changed."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from typing import Any

from par_index.exact import exact_text
from par_index.model.text import Text
from par_index.nouns import Noun
from par_index.problems import Span
from par_index.reading.digests import sha256_of
from par_index.review.log.canonical import Value, canonical

__all__ = ["described", "digest_of"]


def described(value: object) -> Value:
    """The value without its places in files.

    A part that holds its default is left out, so that a part which a later version adds changes
    nothing that does not use it.
    """
    match value:
        case StrEnum():
            return value.value
        case Text():
            return [_text(value.vi), _text(value.en)]
        case str():
            return _text(value)
        case None | bool() | int():
            return value
        case Fraction():
            return exact_text(value)
        case datetime.date():
            return value.isoformat()
        case Mapping():
            return {_text(str(name)): described(one) for name, one in sorted(value.items())}
        case tuple() | list():
            return [described(one) for one in value]
        case frozenset():
            return [described(one) for one in sorted(value)]
        case Noun():
            return _noun(value)
        case _:
            raise TypeError(type(value).__name__)


def digest_of(value: object) -> str:
    """64 hexadecimal digits that stand for a description."""
    return sha256_of(canonical(described(value)))


def _noun(noun: Noun) -> Value:
    cls: Any = type(noun)
    parts: dict[str, Value] = {"": cls.__name__}
    for name in cls.__match_args__:
        part = getattr(noun, name)
        if isinstance(part, Span) or (name in cls._defaults and part == cls._defaults[name]):
            continue
        parts[name] = described(part)
    return parts


def _text(text: str) -> str:
    """As people see it: NFC, and half characters by their numbers."""
    whole = text.encode("utf-8", "backslashreplace").decode("utf-8")
    return unicodedata.normalize("NFC", whole)
