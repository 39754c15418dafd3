"""Figures in a text, by value: ``538.531``, ``538531`` and ``6,7%``, each as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from par_index.nouns import Noun
from par_index.review.evidence.normal import plain

__all__ = ["Printed", "changed_about", "printed_in", "swapped"]

_NUMBER: Final = re.compile(
    r"(?<![\w.,/-])"
    r"(?P<text>\d{1,3}(?:\.\d{3}){1,8}(?:,\d{1,9})?|\d{1,3}(?:,\d{3}){1,8}(?:\.\d{1,9})?"
    r"|\d{1,15}(?:[.,]\d{1,9})?)"
    r"(?P<percent>\s?%)?(?![\w/]|[.,-]\d)"
)
_PAIR: Final = re.compile(
    r"(?<![\w.,/-])(?P<part>\d{1,3}(?:\.\d{3}){1,8}|\d{1,9})\s?/\s?"
    r"(?P<whole>\d{1,3}(?:\.\d{3}){1,8}|\d{1,9})(?![\w/-]|[.,]\d)"
)
"""``33/90``: a part of a whole."""
_MONTH: Final = re.compile(r"(?:0?[1-9]|1[0-2])\s?/\s?(?:19|20)\d\d")
_GROUPED_DOT: Final = re.compile(r"\d{1,3}(\.\d{3})+(,\d+)?")
_GROUPED_COMMA: Final = re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?")


class Printed(Noun):
    """A number as it stands in a text, with every value that it may have; a percentage is a share.

    ``538.531`` may be both a whole number and one with three decimals.
    """

    text: str
    values: frozenset[Fraction]
    percent: bool = False


def printed_in(text: str) -> Iterator[Printed]:
    """Every number of a text, whole: ``6,7`` is none of ``16,7``. Of
    ``33/90`` both are numbers; dates, months and numbers of documents are none.
    """
    line = plain(text)
    for match in _PAIR.finditer(line):
        if _MONTH.fullmatch(match[0]) is None:
            for written in (match["part"], match["whole"]):
                yield Printed(written, frozenset(_values(written)))
    for match in _NUMBER.finditer(line):
        written = match["text"]
        percent = match["percent"] is not None
        values = frozenset(one / 100 if percent else one for one in _values(written))
        yield Printed(match[0], values, percent)


def _values(text: str) -> Iterator[Fraction]:
    if _GROUPED_DOT.fullmatch(text):
        yield Fraction(text.replace(".", "").replace(",", "."))
    if _GROUPED_COMMA.fullmatch(text):
        yield Fraction(text.replace(",", ""))
    if len(re.findall("[.,]", text)) <= 1:
        yield Fraction(text.replace(",", "."))


def swapped(one: str, other: str) -> bool:
    """Whether two texts are the same but for two neighbouring characters, changed about."""
    if len(one) != len(other) or one == other:
        return False
    differing = [at for at in range(len(one)) if one[at] != other[at]]
    if len(differing) != 2:
        return False
    first, second = differing
    return second == first + 1 and one[first] == other[second] and one[second] == other[first]


def changed_about(number: int) -> list[int]:
    """The numbers of as many digits that are `swapped` with this one, in order."""
    text = str(number)
    others = {f"{text[:at]}{text[at + 1]}{text[at]}{text[at + 2 :]}" for at in range(len(text) - 1)}
    return sorted(int(other) for other in others - {text} if not other.startswith("0"))
