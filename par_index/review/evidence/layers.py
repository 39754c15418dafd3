"""How far the text of a document can be relied on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from par_index.model.document_kinds import flattened
from par_index.model.evidence import TextLayer
from par_index.review.evidence.normal import plain

__all__ = ["layer_of"]

_FEW: Final = 20
"""Letters below which a page has no text to speak of: a page number, a stamp."""
_ENOUGH: Final = 80
"""Letters from which their kinds say something."""

_TCVN3: Final = re.compile(
    "[A-Za-z][\xa8-\xac\xae-\xb1\xb4-\xbe\xc6-\xd1\xd6-\xd8\xdc-\xe3\xf1-\xfe]"
)
_VNI: Final = re.compile("[aeouAEOU][øùûõïâêåäæáàãúüéèëöØÙÛÕÏ]")
_OWN: Final = re.compile("[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)
"""Letters that few other languages have, composed: a fifth of Vietnamese, and none of what a
scanner reads that does not know it."""
_COMMON: Final = frozenset(
    re.findall(
        r"\w+",
        "va cua cac cho trong duoc voi nhan dan chinh hanh quyet dinh cong nghe so ngay thang nam "
        "thuc hien tinh uy ban hoach bao cao ho cai cach",
    )
)
"""Words of every official document, without their marks."""


def layer_of(pages: Sequence[str]) -> TextLayer:
    """What the text of these pages is, all together; `TextLayer.SCAN` for next to none."""
    raw = "\n".join(pages)
    letters = sum(one.isalpha() for one in raw)
    if letters < _FEW * max(len(pages), 1):
        return TextLayer.SCAN
    if letters < _ENOUGH:
        return TextLayer.GOOD
    text = plain(raw)
    own = len(_OWN.findall(text))
    if len(_VNI.findall(raw)) * 16 >= letters:
        return TextLayer.LEGACY
    if own * 50 >= letters:
        return TextLayer.GOOD
    if len(_TCVN3.findall(raw)) * 25 >= letters:
        return TextLayer.LEGACY
    return TextLayer.FLAT if _is_vietnamese(text) else TextLayer.GOOD


def _is_vietnamese(text: str) -> bool:
    found = re.findall(r"[^\W\d_]+", flattened(text))
    return sum(one in _COMMON for one in found) * 12 >= len(found)
