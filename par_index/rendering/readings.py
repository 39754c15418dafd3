"""Readings of the text beside the one that is scored: where they stand, what they would give."""

from __future__ import annotations

from par_index.model.assessment import ReadingScore
from par_index.model.criteria import Citation
from par_index.rendering.arithmetic import because_line
from par_index.rendering.steps import steps_line
from par_index.rendering.voice import Voice

__all__ = ["citation", "other_reading", "reading_line", "reading_steps"]


def citation(voice: Voice, cites: Citation) -> str:
    """A clause and a phrase of it."""
    quote = voice.say("quoted", text=cites.quote) if cites.quote else ""
    return " ".join(filter(None, (cites.clause, quote)))


def reading_line(voice: Voice, reading: ReadingScore) -> str:
    """The arithmetic, up to the points."""
    return because_line(voice, reading.because, reading.outcome, reading.low, reading.high)


def reading_steps(voice: Voice, reading: ReadingScore) -> str:
    """How to get more by this reading; nothing where there is no way, or nothing to get."""
    if not reading.steps:
        return ""
    return steps_line(voice, reading.steps, reading.low, reading.because.branch)


def other_reading(voice: Voice, reading: ReadingScore) -> str:
    """``cách đọc khác (Mục II.2): 76/109 ≈ 69,72% < 70% → 0 điểm``."""
    label, cites = voice.say("other_reading"), citation(voice, reading.cites)
    if cites:
        label = voice.say("at", what=label, place=cites)
    return voice.say("labelled", label=label, value=reading_line(voice, reading))
