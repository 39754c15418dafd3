"""Kinds of documents: the names and abbreviations of Nghị định 30/2020/NĐ-CP, Phụ lục III."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Final

__all__ = ["COPIES", "KINDS", "LETTER", "flattened", "kind_of", "with_d"]

LETTER: Final = "CV"
"""A letter (công văn): its notation begins with the body, and names no kind."""

KINDS: Final[Mapping[str, str]] = {
    "NQ": "Nghị quyết",
    "QĐ": "Quyết định",
    "CT": "Chỉ thị",
    "QC": "Quy chế",
    "QyĐ": "Quy định",
    "TC": "Thông cáo",
    "TB": "Thông báo",
    "HD": "Hướng dẫn",
    "CTr": "Chương trình",
    "KH": "Kế hoạch",
    "PA": "Phương án",
    "ĐA": "Đề án",
    "DA": "Dự án",
    "BC": "Báo cáo",
    "BB": "Biên bản",
    "TTr": "Tờ trình",
    "HĐ": "Hợp đồng",
    "CĐ": "Công điện",
    "BGN": "Bản ghi nhớ",
    "BTT": "Bản thỏa thuận",
    "GUQ": "Giấy ủy quyền",
    "GM": "Giấy mời",
    "GGT": "Giấy giới thiệu",
    "GNP": "Giấy nghỉ phép",
    "PG": "Phiếu gửi",
    "PC": "Phiếu chuyển",
    "PB": "Phiếu báo",
    "NĐ": "Nghị định",
    "TT": "Thông tư",
    "TTLT": "Thông tư liên tịch",
    "L": "Luật",
    LETTER: "Công văn",
}
"""The kinds by their abbreviations; the last five are legal acts and letters."""

COPIES: Final[Mapping[str, str]] = {"SY": "Sao y", "TrS": "Trích sao", "SL": "Sao lục"}
"""Copies, which stand beside a kind."""

_LIKE_D: Final = str.maketrans({"\u00d0": "Đ", "\u0189": "Đ", "\u00f0": "đ", "\u0256": "đ"})
"""Letters that look like Đ; no normal form of Unicode brings them together."""


def with_d(text: str) -> str:
    """The text with one letter Đ, composed: what looks alike is alike."""
    return unicodedata.normalize("NFC", text).translate(_LIKE_D)


def flattened(text: str) -> str:
    """Letters without their marks, small, spaces as one: ``ke hoach`` for ``Kế  hoạch``."""
    parts = unicodedata.normalize("NFKD", with_d(text).replace("đ", "d").replace("Đ", "d"))
    plain = "".join(one for one in parts if not unicodedata.combining(one))
    return " ".join(plain.lower().split())


def kind_of(text: str) -> str | None:
    """The abbreviation that a name or an abbreviation stands for; None for neither.

    An abbreviation is read as written before its marks are let go: DA is not ĐA.
    """
    written = with_d(text).strip()
    if written in KINDS:
        return written
    return _BY_NAME.get(re.sub(r"\W+", " ", flattened(written)).strip())


_BY_NAME: Final = {flattened(name): kind for kind, name in KINDS.items()}
