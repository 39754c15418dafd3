"""The nearest known word to a mistyped one."""

from __future__ import annotations

__all__ = ["nearest"]


def nearest(word: str, known: list[str]) -> str:
    """A known word close to a mistyped one, or nothing: a suggestion, never applied."""
    # difflib is needed only once something is wrong.
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, known, n=1, cutoff=0.75)), "")
