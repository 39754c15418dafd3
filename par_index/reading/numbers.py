"""Reading a number somebody typed: one figure, or the reason why it is not one.

Nothing is guessed. Without a declared style a number has digits and at most one separator, and a
separator that could group thousands as well as begin decimals is refused with both readings.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from fractions import Fraction

from par_index.exact import exact_text
from par_index.nouns import Noun
from par_index.reading.limits import NUMBER_CHARACTERS
from par_index.reading.places import excerpt

__all__ = ["Figure", "NumberStyle", "Refusal", "read_figure"]

_SPACES = r"[ \u00a0\u202f]*"
_PERCENT = re.compile(rf"(.*?){_SPACES}%", re.DOTALL)
_PLAIN = re.compile(r"(-?[0-9]+)(?:[.,]([0-9]+))?")
_VI = re.compile(r"(-?(?:[0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+))(?:,([0-9]+))?")
_MAY_BE_GROUPED = re.compile(r"(-?[1-9][0-9]{0,2})[.,]([0-9]{3})")
_SEPARATED = re.compile(r"-?[0-9]+(?:[.,][0-9]+)*")
_SWAPPED = str.maketrans(".,", ",.")

_DIGIT = re.compile(r"[0-9]")
_NOT_FINITE = re.compile(r"[-+]?\.?(?:nan|inf|infinity)", re.IGNORECASE)
_PROGRAMMED = re.compile(r"[-+]?[0-9.,]+e[-+]?[0-9]+|0[xob][0-9a-f]+", re.IGNORECASE)
_PART_OF_WHOLE = re.compile(rf"([0-9][0-9.,]*){_SPACES}/{_SPACES}([0-9][0-9.,]*)")
_DESCRIBING = re.compile(r"[<>=~≈≤≥±]|[^\W\d_]")


class NumberStyle(StrEnum):
    """How a submission writes its numbers."""

    PLAIN = "plain"
    """Digits, and one separator before the decimals: dot or comma."""
    VI = "vi"
    """The dot groups thousands, the comma stands before the decimals."""


class Figure(Noun):
    """A number as meant: ``6,7%`` is 67/1000, printed with one decimal, a percentage."""

    value: Fraction
    decimals: int = 0
    percent: bool = False


class Refusal(Noun):
    """Why a text was not taken: the code of the Problem, and what its sentence needs."""

    code: str
    params: dict[str, object]


def read_figure(
    text: str,
    style: NumberStyle,
    *,
    whole: bool,
    percent: bool,
    counted_in: str = "",
    least: Fraction | None = Fraction(0),
) -> Figure | Refusal:
    """Read a count (``whole``), a percentage (``percent``), or else points or money.

    ``least`` is the smallest value the field takes, None for no bound. ``counted_in`` is what a
    count counts; it only goes into the message.
    """
    text = text.strip()
    if refusal := _no_bare_number(text):
        return refusal
    marked = _PERCENT.fullmatch(text)
    if marked and not percent:
        return _refused("E229", text)
    number = marked[1] if marked else text
    match = (_VI if style is NumberStyle.VI else _PLAIN).fullmatch(number)
    if match is None:
        if style is NumberStyle.VI and _SEPARATED.fullmatch(number):
            return _refused("E221", text, expected=_in_vi(number, whole=whole, percent=percent))
        return _refused("E224", text)
    # A percentage has one reading: grouped, `36.667%` would be over 36 000 %, never meant.
    may_be_grouped = style is NumberStyle.PLAIN and not percent
    if may_be_grouped and (parts := _MAY_BE_GROUPED.fullmatch(number)):
        large, decimal = parts[1] + parts[2], Fraction(int(parts[1] + parts[2]), 1000)
        return _refused("E220", text, reading_a=large, reading_b=decimal)
    digits, decimals = match[1].replace(".", ""), match[2] or ""
    if whole and decimals:
        return _refused("E222", text, counted_in=counted_in)
    value = Fraction(int(digits + decimals), 10 ** len(decimals)) / (100 if percent else 1)
    if least is not None and value < least:
        return _refused("E223", text, least=exact_text(least))
    if percent and value > 1:
        return _refused("E233", text)
    if percent and not marked:
        return _refused("E231", text)
    return Figure(value, len(decimals), percent)


def _no_bare_number(text: str) -> Refusal | None:
    """What is written instead of a number, or around one."""
    ascii_digits = "".join(str(unicodedata.decimal(sign, sign)) for sign in text)
    if ascii_digits != text:
        return _refused("E226", text, expected=excerpt(ascii_digits))
    if not text or _NOT_FINITE.fullmatch(text) or _PROGRAMMED.fullmatch(text):
        return _refused("E224", text)
    if not _DIGIT.search(text):
        return _refused("E230", text)
    if match := _PART_OF_WHOLE.fullmatch(text):
        return _refused("E228", text, part=excerpt(match[1]), whole=excerpt(match[2]))
    if _DESCRIBING.search(text):
        return _refused("E227", text)
    if len(text) > NUMBER_CHARACTERS:
        return _refused("E225", text, length=len(text), limit=NUMBER_CHARACTERS)
    return None


def _in_vi(number: str, *, whole: bool, percent: bool) -> str:
    """How to write a number that uses dot and comma the other way round; else an example."""
    swapped = number.translate(_SWAPPED)
    if _VI.fullmatch(swapped) and not (whole and "," in swapped):
        return f"{swapped}%" if percent else swapped
    return "36,67%" if percent else "1.234" if whole else "1.234,5"


def _refused(code: str, text: str, **params: object) -> Refusal:
    return Refusal(code, {"found": excerpt(text), **params})
