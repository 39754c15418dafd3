"""Tables of advice: for spreadsheets as they open them, and for documents.

Each form brings its own modules; only those of the one that is asked for are imported.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Final

from par_index.exact import decimal_text, exact_text
from par_index.nouns import Noun
from par_index.rendering.columns import visible

__all__ = ["Column", "cell_number", "markdown_table", "passive", "sheet"]

_STARTS: Final = re.compile("(^|;)(?=[=+@＝＋－＠-])")
"""Where a spreadsheet takes what follows for a formula. Where the decimal comma is written, it
takes a semicolon for the end of a cell.
"""
_PLACES: Final = 6


class Column(Noun):
    """A column by its heading; one of numbers stands to the right, and is no text."""

    title: str
    is_number: bool = False


def sheet(columns: Sequence[Column], rows: Iterable[Iterable[str]]) -> str:
    """Rows of cells for a spreadsheet: UTF-8 with its mark, nothing that acts.

    Numbers are written as they are, ``-1`` too; every other cell is made `passive`.
    """
    import csv
    import io

    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([passive(one.title) for one in columns])
    for row in rows:
        cells = zip(columns, row, strict=True)
        writer.writerow([cell if one.is_number else passive(cell) for one, cell in cells])
    return "\ufeff" + out.getvalue()


def cell_number(value: Fraction | None, language: str) -> str:
    """A number for a spreadsheet of that language to add up; empty for none.

    Where no decimal ends it has six: ``2/3`` would be opened as a day.
    """
    if value is None:
        return ""
    text = exact_text(value)
    text = decimal_text(value, _PLACES) if "/" in text else text
    return text if language == "en" else text.replace(".", ",")


def passive(text: str) -> str:
    """Text on one line that no spreadsheet takes for a formula."""
    line = visible(" ".join(text.split()))
    return _STARTS.sub(r"\1'", line)


def markdown_table(columns: Sequence[Column], rows: Iterable[Iterable[str]]) -> str:
    """The same for a document; cells are written as they are meant to be read."""
    from par_index.rendering.markdown import escape, table

    header = [escape(one.title) for one in columns]
    marks = ["---:" if one.is_number else "---" for one in columns]
    return table(header, marks, [[escape(cell) for cell in row] for row in rows])
