"""Paths in an archive: which of them are safe to meet, here and on any other system."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from par_index.review.packages.contents import ROOT
from par_index.review.packages.limits import NAME_CHARACTERS
from par_index.review.packages.places import Teller

__all__ = ["check_paths", "is_plain"]

_PLAIN: Final = re.compile(r"(?:[A-Za-z0-9_][A-Za-z0-9._-]*/)*[A-Za-z0-9_][A-Za-z0-9._-]*")
_DRIVE: Final = re.compile(r"[A-Za-z]:")
_DEVICES: Final = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)))
)


def is_plain(path: str) -> bool:
    """Whether a path means the same file on every system: ASCII, no device, no final dot."""
    if len(path) > NAME_CHARACTERS or _PLAIN.fullmatch(path) is None:
        return False
    parts = path.split("/")
    return not any(one.endswith(".") or one.lower().split(".")[0] in _DEVICES for one in parts)


def check_paths(paths: Iterable[str], teller: Teller) -> None:
    """Tell of every path that leaves the folder (E602), is meant twice (E603), or cannot be a
    file everywhere (E608).
    """
    kept: dict[str, str] = {}
    for path in paths:
        if _leaves(path):
            teller.tell("E602", found=path)
            continue
        # A folder's own entry ends with a stroke; as a name it is that of the folder.
        key = unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
        first = kept.setdefault(key.rstrip("/"), path)
        if first is not path:
            teller.tell("E603", found=path, first=first)
        elif not is_plain(path.rstrip("/")):
            teller.tell("E608", found=path)


def _leaves(path: str) -> bool:
    """Whether a path is absolute, steps out of the one folder, or is not in it."""
    parts = path.rstrip("/").split("/")
    return (
        not path.startswith(ROOT)
        or "\\" in path
        or _DRIVE.match(path) is not None
        or any(one in ("", ".", "..") for one in parts)
    )
