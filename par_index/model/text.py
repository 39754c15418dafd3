"""Text that people read, in Vietnamese with English beside it where the author gave it."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Text"]


class Text(NamedTuple):
    """A title, label or remark; ``en`` falls back to the Vietnamese."""

    vi: str
    en: str = ""

    def into(self, language: str) -> str:
        return self.en if language == "en" and self.en else self.vi
