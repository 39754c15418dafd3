"""Canonical JSON: one writing for each value, so that a digest of it means the value."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from typing import TypeAlias

from par_index.reading.digests import sha256_of

__all__ = ["PREFIX", "Uncanonical", "Value", "canonical", "chain_hash", "parsed"]

Value: TypeAlias = "bool | int | str | list[Value] | dict[str, Value] | None"

PREFIX = b"par_index/review/1\n"
"""Stands before what is hashed: a hash of a log line is the hash of nothing else."""


class Uncanonical(ValueError):  # noqa: N818 - it says what the value is
    """A value or a text that has no canonical writing: a float, half a character, not NFC."""


def canonical(value: object) -> bytes:
    """The only bytes that stand for a value: sorted keys, NFC, no blanks, UTF-8."""
    _check(value)
    return json.dumps(
        value, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
    ).encode("utf-8")


def parsed(data: bytes) -> dict[str, Value]:
    """The object that canonical bytes stand for; `Uncanonical` where they are not its own."""
    try:
        value = json.loads(data.decode("utf-8"), parse_float=_refuse, parse_constant=_refuse)
        is_own = isinstance(value, dict) and canonical(value) == data
    except (ValueError, RecursionError) as error:
        raise Uncanonical("json") from error
    if not is_own:
        raise Uncanonical("bytes")
    fields: dict[str, Value] = value
    return fields


def chain_hash(fields: Mapping[str, object]) -> str:
    """The hash of a line: of all its fields but the hash itself."""
    bare = {name: value for name, value in fields.items() if name != "hash"}
    return sha256_of(PREFIX + canonical(bare))


def _refuse(text: str) -> object:
    raise Uncanonical(text)


def _check(value: object) -> None:
    """Refuse whatever could be written in two ways, or lose something on the way."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        match one:
            case None | bool() | int():
                continue
            case str():
                _check_text(one)
            case list() | tuple():
                waiting.extend(one)
            case dict():
                for key, inner in one.items():
                    if not isinstance(key, str):
                        raise Uncanonical("key")
                    _check_text(key)
                    waiting.append(inner)
            case _:
                raise Uncanonical(type(one).__name__)


def _check_text(text: str) -> None:
    if text.isascii():
        return
    if not unicodedata.is_normalized("NFC", text):
        raise Uncanonical("nfc")
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise Uncanonical("surrogate")
