"""Cases in words: ``27 hồ sơ giấy được số hóa``, ``33 → 27``, and what is left of a period."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from par_index.model.measures import Measure
from par_index.model.reasons import Reason
from par_index.rendering.reasons import value_line
from par_index.rendering.voice import Voice

__all__ = ["arithmetic", "cases", "counted", "moved"]

_NUMBER_OF = ("Tổng số ", "Số lượng ", "Số ")


def cases(voice: Voice, measure: str, amount: Fraction) -> str:
    """So many of what a measure counts, in the label's own words where it begins with them."""
    one = voice.criteria.measures[measure]
    label, number = voice.label(measure), voice.number(amount)
    unit = "" if voice.language == "en" else one.counted_in
    for prefix in _NUMBER_OF if unit else ():
        if label.startswith(f"{prefix}{unit} "):
            return f"{number}\u00a0{unit} {label.removeprefix(f'{prefix}{unit} ')}"
    quoted = voice.say("quoted", text=label)
    return f"{counted(voice, one, amount)} {quoted}"


def counted(voice: Voice, measure: Measure, amount: Fraction) -> str:
    """A number with what it counts; units are Vietnamese words, so English does without."""
    number = voice.number(amount)
    if voice.language == "en" or not measure.counted_in:
        return number
    return f"{number}\u00a0{measure.counted_in}"


def moved(voice: Voice, before: Fraction, after: Fraction) -> str:
    """``33 → 27``, on one line."""
    return f"{voice.number(before)}\u00a0→\u00a0{voice.number(after)}"


def arithmetic(voice: Voice, reasons: Sequence[Reason]) -> str:
    """The computed values behind a score, those of gates left out."""
    return "; ".join(dict.fromkeys(_lines(voice, reasons)))


def _lines(voice: Voice, reasons: Sequence[Reason]) -> Iterator[str]:
    for reason in reasons:
        if len(reason.terms) > 1 and "?" not in reason.terms and not reason.is_gate:
            yield value_line(voice, reason, reasons)
