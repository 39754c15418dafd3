"""Text in columns: what a terminal shows for a text, how wide it is, and where it breaks."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache

__all__ = ["display_width", "fit", "visible", "wrap"]

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"})
_MARKS = frozenset({"Mn", "Me"})
_NO_BREAK = "\u00a0"
"""Holds a number to its unit, and a sign to its sides, until the lines are broken."""


def visible(text: str) -> str:
    """The text with characters that could act on a terminal, or hide, written as ``<U+202E>``.

    A tab becomes four spaces, wherever it stands, so that columns can be counted.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_visible_character, text))


@cache
def _visible_character(character: str) -> str:
    if character == "\t":
        return "    "
    if unicodedata.category(character) in _HIDDEN:
        return f"<U+{ord(character):04X}>"
    return character


def display_width(text: str) -> int:
    """How many cells a terminal gives to visible text: marks none, wide characters two."""
    if text.isascii():
        return len(text)
    return sum(map(_width, text))


@cache
def _width(character: str) -> int:
    if unicodedata.category(character) in _MARKS:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def fit(text: str, width: int, *, right: bool = False) -> str:
    """Pad to a width; what is wider stays as it is."""
    padding = " " * (width - display_width(text))
    return padding + text if right else text + padding


def wrap(text: str, width: int, *, first: str = "", rest: str = "") -> list[str]:
    """Break at spaces into lines of at most ``width`` cells, each after its prefix.

    No-break spaces hold, and come out as plain ones. A word that is wider than a line stands alone
    and whole: a code or a path cut in two is worse.
    """
    lines = _lines(text.split(" "), width, first, rest)
    return [line.replace(_NO_BREAK, " ") for line in lines]


def _lines(words: list[str], width: int, first: str, rest: str) -> Iterator[str]:
    line, is_bare, used = first, True, display_width(first)
    for word in filter(None, words):
        wide = display_width(word)
        if not is_bare and used + 1 + wide > width:
            yield line
            line, is_bare, used = rest, True, display_width(rest)
        space = "" if is_bare else " "
        line, is_bare, used = f"{line}{space}{word}", False, used + len(space) + wide
    yield line
