"""The form of a catalogue entry: one sentence per code, in both languages."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Wording", "Words"]


class Words(NamedTuple):
    """What one language says: the first line, the remark under the caret, and what to do next.

    Slots such as ``{found}`` are filled from the problem's parameters; both languages use the
    same slots. A remark or hint with an empty slot is left out (``did you mean `{near}`?``).
    ``{share:%}`` writes a share as a percentage; ``{by:who}`` and ``{kind:kind}`` are codes that
    each language has words for.
    """

    title: str
    remark: str = ""
    hint: str = ""


class Wording(NamedTuple):
    vi: Words
    en: Words
