"""Colour for terminals. It repeats what the words say and never says anything alone."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["Ink", "paint"]


class Ink(StrEnum):
    BOLD = "1"
    FAINT = "2"
    RED = "1;31"
    YELLOW = "33"
    BLUE = "34"


def paint(text: str, ink: Ink, *, color: bool) -> str:
    return f"\x1b[{ink}m{text}\x1b[0m" if color and text else text
