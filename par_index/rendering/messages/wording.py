"""The form of sentences: catalogue entries in both languages, and how slots are filled."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

__all__ = ["Wording", "Words", "filled", "of_number"]


class Words(NamedTuple):
    """What one language says: the first line, the remark under the caret, and what to do next.

    Slots such as ``{found}`` are filled from the problem's parameters; both languages use the
    same slots. A remark or hint with an empty slot is left out (``did you mean `{near}`?``).
    ``{share:%}`` writes a share as a percentage; ``{by:who}`` and ``{kind:kind}`` are codes that
    each language has words for; ``{days} {days:day|days}`` is one day or several (`of_number`).
    """

    title: str
    remark: str = ""
    hint: str = ""


class Wording(NamedTuple):
    vi: Words
    en: Words


def filled(text: str, slots: Mapping[str, object]) -> str:
    """A sentence with its slots filled; ``{count:row|rows}`` is the noun for such a count."""
    if "|" not in text:
        return text.format_map(slots)
    return text.format_map({name: _Slot(value) for name, value in slots.items()})


def of_number(written: str, forms: str) -> str:
    """The form for a number as it is written: the first of ``day|days`` for 1, +1 and −1."""
    one, _, many = forms.partition("|")
    return one if written.lstrip("+-−") == "1" else many


class _Slot(str):
    """What a slot is filled with: itself, or a noun that agrees with it."""

    __slots__ = ()

    def __format__(self, form: str) -> str:
        return of_number(self, form) if "|" in form else str.__format__(self, form)
