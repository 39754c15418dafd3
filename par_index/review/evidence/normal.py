"""Texts made comparable: what a document says, however a producer or a scanner wrote it down."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from par_index.model.document_kinds import flattened, with_d

__all__ = ["identifier", "plain", "squeezed", "words"]

_DASHES: Final = dict.fromkeys(map(ord, "‐‑‒–—―−﹘－"), "-")
_UNSEEN: Final = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
_MARKS: Final = re.compile(r"([^\w\x00-\x7f]{16})[^\w\x00-\x7f]+")
"""More marks than any letter has: sorting them takes the square of their number."""
_BROKEN: Final = re.compile(r"-[^\S\n]*\n\s*")
_FIRST_PARTS: Final = {"QB": "QD", "QP": "QD", "OD": "QD", "NB": "ND", "NDP": "ND"}
"""How scanners that know no Vietnamese read the beginning of QĐ and NĐ."""


def plain(text: str) -> str:
    """One line of composed letters, ``-`` for every dash, nothing unseen, words joined that a
    hyphen breaks at the end of a line.
    """
    text = _compatible(text.translate(_UNSEEN)).translate(_UNSEEN).translate(_DASHES)
    return " ".join(with_d(_BROKEN.sub("-", text)).split())


def _compatible(text: str) -> str:
    if text.isascii():
        return text
    return _MARKS.sub(r"\1", unicodedata.normalize("NFKC", _MARKS.sub(r"\1", text)))


def squeezed(text: str) -> str:
    """Letters and digits alone, without marks: found even where a line breaks inside a word."""
    return re.sub(r"[\W_]+", "", flattened(plain(text)))


def words(text: str) -> list[str]:
    """The words without their marks: ``hóa`` and ``hoá`` are one."""
    return re.findall(r"[^\W_]+", flattened(plain(text)))


def identifier(notation: str) -> str:
    """A notation as it is compared: ``QD-UBND`` for ``QĐ–UBND``, and for what a scanner made of
    it.
    """
    text = re.sub(r"\s+", "", flattened(plain(notation))).upper()
    first, hyphen, rest = text.partition("-")
    return f"{_FIRST_PARTS.get(first, first)}{hyphen}{rest}"
