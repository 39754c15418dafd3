"""Values that may cross to durable-rules: those that it compares as Python does."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from par_index.inferring.refusals import EngineRefusal

__all__ = ["check_names", "check_value"]

_FARTHEST: Final = 2 * 10**9
_LONGEST: Final = 512
_NAME: Final = re.compile(r"[a-z][a-z0-9_]{0,39}")
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_ITS_OWN: Final = ("id", "sid", "$s")


def check_value(value: object) -> None:
    """Whole numbers within two thousand millions, NFC texts of at most 512 bytes in one line.

    Raises `EngineRefusal` for anything else.
    """
    if type(value) is int:
        if abs(value) > _FARTHEST:
            raise EngineRefusal("value", f"number {value}")
    elif type(value) is not str:
        raise EngineRefusal("value", type(value).__name__)
    elif not _is_plain(value):
        raise EngineRefusal("value", f"text {value[:40]!r}")


def check_names(names: Iterable[str]) -> None:
    """Names of fields, in small letters and digits. Raises `EngineRefusal` for others.

    The engine knows a name by a short hash alone; names that share one are refused as well.
    """
    taken = {_hash(name): name for name in _ITS_OWN}
    for name in names:
        known = taken.setdefault(_hash(name), name)
        if name in _ITS_OWN or known != name or not _NAME.fullmatch(name):
            raise EngineRefusal("value", f"field {name!r}")


@lru_cache(maxsize=4096)
def _is_plain(text: str) -> bool:
    if text.isascii():
        return len(text) <= _LONGEST and (text.isprintable() or not text)
    from unicodedata import is_normalized

    try:
        short = len(text.encode()) <= _LONGEST
    except UnicodeEncodeError:
        return False
    return short and not _CONTROL.search(text) and is_normalized("NFC", text)


@lru_cache(maxsize=1024)
def _hash(name: str) -> int:
    """FNV-1a of 32 bits."""
    found = 0x811C9DC5
    for byte in name.encode():
        found = (found ^ byte) * 16777619 & 0xFFFFFFFF
    return found
