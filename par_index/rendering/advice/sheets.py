"""Tables as spreadsheets open them: UTF-8 with its mark, nothing that acts."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Final

from par_index.rendering.columns import visible

__all__ = ["passive", "sheet"]

_ACTIVE: Final = "=+-@\t\r＝＋－＠"
"""What a spreadsheet takes for the beginning of a formula."""


def sheet(rows: Iterable[Iterable[str]]) -> str:
    """Rows of cells, the heading first."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return "\ufeff" + out.getvalue()


def passive(text: str) -> str:
    """Text on one line that no spreadsheet takes for a formula."""
    line = visible(" ".join(text.split()))
    return f"'{line}" if line and line[0] in _ACTIVE else line
