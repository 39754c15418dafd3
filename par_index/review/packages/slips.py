"""The slip that an office returns with: which appraisal an answer belongs to.

Written by `rendering.review.slips`; a package that answers takes the head of the log from it.
"""

from __future__ import annotations

from typing import Final

from par_index.nouns import Noun
from par_index.problems import Problems
from par_index.review.packages.contents import HEAD, Info
from par_index.review.packages.places import place_in
from par_index.review.packages.receipts import read_document

__all__ = ["Slip", "check_slip", "read_slip"]

_SCHEMA: Final = "par_index/return/1"


class Slip(Noun):
    """Whose appraisal it is, of which year, and the head of its log when it was returned."""

    unit: str
    year: int
    head: str


def read_slip(data: bytes, name: str, problems: Problems) -> Slip | None:
    """A slip; None after a problem (E621)."""
    document = read_document(data) or {}
    unit, year, head = (document.get(key) for key in ("unit", "year", "pack_head"))
    id = unit.get("id") if isinstance(unit, dict) else None
    if (
        document.get("schema") == _SCHEMA
        and isinstance(id, str)
        and isinstance(year, int)
        and isinstance(head, str)
        and HEAD.fullmatch(head)
    ):
        return Slip(id, year, head)
    problems.add("E621", place_in(name), found=name)
    return None


def check_slip(slip: Slip, name: str, info: Info, problems: Problems) -> None:
    """Tell where a package would answer somebody else's slip (E622)."""
    said, is_so = f"{slip.unit}/{slip.year}", f"{info.unit}/{info.year}"
    if said != is_so:
        problems.add("E622", place_in(name), found=said, expected=is_so)
